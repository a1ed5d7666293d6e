"""An import is idempotent, tells forks, and leaves nothing when it fails."""

import gc
import json

import pytest

from tests.domain.worlds import KEYS, NOON, Laptop, erased
from tests.store.parts import (
    Bench,
    assert_sound,
    bring_back,
    delete,
    exchange,
    key_of,
    last_entry,
    lines_of,
    put,
    receive,
    row,
    waiting,
)
from trainer_app.domain.base.errors import TrainerError
from trainer_app.store.base.store import Store
from trainer_app.store.exchange import receiving
from trainer_app.store.exchange.integrity import digest_of
from trainer_app.store.review.contradictions import count_among, count_contradictions

PLACE = ("attendance", KEYS[0])


@pytest.fixture
def other() -> Laptop:
    """Return another laptop."""
    return Laptop("d" * 32, 0)


def test_the_same_lines_again_change_nothing(store: Store, other: Laptop) -> None:
    lines = [other.write(NOON + number, PLACE, {"missed": number}) for number in range(10)]
    first = receive(store, lines, arrival=1)
    assert (first.new, first.known, first.renewed) == (10, 0, False)
    assert first.touched == {PLACE: frozenset()}
    digest = digest_of(store.journal)
    second = receive(store, [*lines, *lines], arrival=2)
    assert (second.new, second.known, second.forks, second.touched) == (0, 20, set(), {})
    assert digest_of(store.journal) == digest
    assert {number for (number,) in store.database.select("SELECT import FROM entry")} == {1}


def test_conflicts_are_counted_by_question(store: Store, other: Laptop) -> None:
    put(store, "person", "one", family="A")
    lines = [other.write(NOON, ("person", key_of("one")), {"family": "B", "given": "C"}, blind=True)]
    lines.append(other.write(NOON, PLACE, {"mark": "late"}))
    received = receive(store, lines, arrival=1)
    assert count_among(store.journal, received.touched) == count_contradictions(store.journal) == 1
    assert received.touched["person", key_of("one")] == {"family"}
    assert waiting(store, "person", "one") == {"family"}


def test_own_lines_that_come_back_are_known(bench: Bench) -> None:
    first, second = bench.create("first"), bench.create("second")
    put(first, "person", "one", family="A")
    exchange(first, second)
    received = receive(first, lines_of(second), arrival=1)
    assert (received.new, received.known, received.renewed) == (0, 1, False)


def test_a_cloned_laptop_is_told_and_both_contents_are_kept(store: Store, other: Laptop) -> None:
    clone = Laptop(other.replica, 0)
    first = [other.write(NOON, PLACE, {"mark": "late"}), other.write(NOON, PLACE, {"remark": "x"})]
    second = [clone.write(NOON, PLACE, {"mark": "absent"}), clone.write(NOON, PLACE, {"signed": "yes"})]
    assert receive(store, first, arrival=1).forks == set()
    received = receive(store, second, arrival=2)
    assert received.forks == {other.replica}
    assert received.new == 2
    third = Laptop(other.replica, 0).write(NOON + 5, PLACE, {"missed": 3})
    assert receive(store, [third, *second, *first], arrival=3).new == 1
    assert store.database.select("SELECT branch FROM replica WHERE name = ?", other.replica) == [
        (0,),
        (1,),
        (2,),
    ]
    assert_sound(store)
    assert sorted(lines_of(store)) == sorted([*first, *second, third])


def test_a_fork_within_one_file(store: Store, other: Laptop) -> None:
    lines = [Laptop(other.replica, 0).write(NOON + number, PLACE, {"missed": number}) for number in range(4)]
    received = receive(store, [*lines, *lines], arrival=1)
    assert (received.new, received.known) == (4, 4)
    assert sorted(lines_of(store)) == sorted(lines)
    assert_sound(store)


def test_a_clone_of_this_laptop_makes_it_take_a_new_id(store: Store) -> None:
    put(store, "person", "one", family="A")
    old = store.journal.replica
    clone = Laptop(old, 0, number=1, lines=lines_of(store))
    lines = [clone.write(NOON, ("person", key_of("one")), {"family": "B"}) for _ in range(3)]
    received = receive(store, lines, arrival=1)
    assert received.renewed
    assert received.forks == set()
    assert store.journal.replica != old
    put(store, "person", "two", family="C")
    assert (last_entry(store)["r"], last_entry(store)["n"]) == (store.journal.replica, 1)
    assert store.journal.own_replicas() == [old, store.journal.replica]
    assert_sound(store)


def test_a_fork_of_this_laptop_makes_it_take_a_new_id(store: Store) -> None:
    put(store, "person", "one", family="A")
    old = store.journal.replica
    received = receive(store, [Laptop(old, 0).write(NOON, PLACE, {"mark": "late"})], arrival=1)
    assert received.renewed
    assert received.forks == {old}
    assert store.journal.replica != old
    assert not receive(store, lines_of(store), arrival=2).renewed


@pytest.mark.parametrize("order", ["full first", "erased first", "together", "together, erased first"])
def test_erased_entries_say_nothing_in_any_order(bench: Bench, other: Laptop, order: str) -> None:
    first = other.write(NOON, PLACE, {"mark": "late", "remark": "private"})
    second = other.write(NOON, PLACE, {"remark": "more private"})
    gone = erased(second)
    expected, store = bench.create("expected"), bench.create("own")
    receive(expected, [first, gone], arrival=1)
    for part in {
        "full first": [[first, second], [gone]],
        "erased first": [[gone], [first, second]],
        "together": [[first, second, gone]],
        "together, erased first": [[gone, second, first]],
    }[order]:
        receive(store, part, arrival=1)
    assert digest_of(store.journal) == digest_of(expected.journal)
    assert b"more private" not in b"".join(lines_of(store))
    assert len(lines_of(store)) == 2
    assert_sound(store)
    received = receive(store, [first, second, gone], arrival=2)
    assert (received.new, received.erased) == (0, 0)
    assert b"more private" not in b"".join(lines_of(store))


def test_erasing_everything_takes_the_row_away(store: Store, other: Laptop) -> None:
    lines = [other.write(NOON, PLACE, {"remark": f"{number}"}) for number in range(3)]
    receive(store, lines, arrival=1)
    received = receive(store, [erased(line) for line in lines], arrival=2)
    assert received.erased == 3
    assert store.database.select("SELECT count(*) FROM attendance") == [(0,)]
    assert_sound(store)


def test_a_number_without_a_place_is_refused(store: Store, other: Laptop) -> None:
    good = other.write(NOON, PLACE, {"mark": "late"})
    other.number = 2**40 - 2
    last = other.write(NOON, PLACE, {"mark": "late"})
    over = other.write(NOON, PLACE, {"mark": "absent"})
    with pytest.raises(TrainerError) as refused:
        receive(store, [good, over], arrival=1)
    assert (refused.value.code, refused.value.values) == ("bundle.bad_entry", {"line": 2})
    assert lines_of(store) == []
    receive(store, [good, last], arrival=1)
    assert lines_of(store) == [good, last]
    assert_sound(store)


def test_far_apart_numbers_are_looked_up_one_by_one(store: Store, other: Laptop) -> None:
    lines = []
    for number in (1, 2, 3, 900_000, 900_100, 2**39):
        other.number = number - 1
        lines.append(other.write(NOON, PLACE, {"missed": number % 7}))
    receive(store, lines, arrival=1)
    assert receive(store, lines, arrival=1).known == 6
    runs = list(receiving._runs([1, 2, 3, 60, 900_000, 900_001]))
    assert runs == [(1, 60), (900_000, 900_001)]
    assert list(receiving._runs([])) == []


def test_an_import_that_is_stopped_leaves_nothing(
    store: Store, other: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "CHUNK", 5)
    put(store, "person", "one", family="A")
    digest, lines = digest_of(store.journal), lines_of(store)
    told: list[float] = []

    def stop(code: str, fraction: float) -> None:
        told.append(fraction)
        if fraction >= 0.5:
            raise TrainerError("cancelled")

    came = [other.write(NOON, PLACE, {"missed": number}) for number in range(20)]
    with pytest.raises(TrainerError):
        receive(store, came, arrival=1, progress=stop, total=20)
    assert told == [0.25, 0.5]
    assert (digest_of(store.journal), lines_of(store)) == (digest, lines)
    assert store.database.select("SELECT count(*) FROM replica") == [(1,)]
    receive(store, came, arrival=1, progress=lambda code, fraction: told.append(fraction), total=20)
    assert told[2:] == [0.25, 0.5, 0.75, 1.0]
    assert_sound(store)


def test_the_collector_works_again_after_an_import(store: Store, other: Laptop) -> None:
    def fail(code: str, fraction: float) -> None:
        assert not gc.isenabled()
        raise TrainerError("cancelled")

    line = other.write(NOON, PLACE, {"mark": "late"})
    with pytest.raises(TrainerError):
        receive(store, [line], arrival=1, progress=fail)
    assert gc.isenabled()
    gc.disable()
    receive(store, [line], arrival=1)
    assert not gc.isenabled()
    gc.enable()


def test_undo_after_an_import_that_touched_other_fields(bench: Bench) -> None:
    first, second = bench.create("first"), bench.create("second")
    put(first, "person", "one", family="A")
    exchange(first, second)
    put(first, "person", "one", family="B")
    put(second, "person", "one", given="C")
    exchange(first, second)
    first.history.undo()
    assert row(first, "person", "one") == {"family": "A", "given": "C"}


def test_many_rows_with_gaps_and_deletes_come_out_the_same(bench: Bench) -> None:
    source, target = bench.create("source"), bench.create("target")
    for number in range(40):
        put(
            source, "attendance", f"{number}", enrolment=key_of("e"), session=key_of(f"{number}"), mark="late"
        )
        if number % 3 == 0:
            delete(source, "attendance", f"{number}")
        if number % 6 == 0:
            bring_back(source, "attendance", f"{number}")
    lines = lines_of(source)
    receive(target, lines[::2], arrival=1)
    assert_sound(target)
    receive(target, lines[::-1], arrival=2)
    assert digest_of(target.journal) == digest_of(source.journal)
    assert [json.loads(line)["n"] for line in lines_of(target)] == list(range(1, len(lines) + 1))
    assert_sound(target)


def test_lines_that_are_all_here_are_told_from_their_bytes(store: Store, other: Laptop) -> None:
    lines = [other.write(NOON + number, PLACE, {"missed": number}) for number in range(90)]
    assert receiving.holds_all(store.journal, [])
    assert not receiving.holds_all(store.journal, lines)
    receive(store, lines[:80], arrival=1)
    assert receiving.holds_all(store.journal, lines[:80])
    assert receiving.holds_all(store.journal, lines[79:10:-1])
    assert not receiving.holds_all(store.journal, lines)
    assert not receiving.holds_all(store.journal, [*lines[80:], *lines[:80]])
    put(store, "person", "one", family="A")
    assert receiving.holds_all(store.journal, lines_of(store)[::-1])


def test_a_line_that_differs_in_one_byte_is_not_here(store: Store, other: Laptop) -> None:
    lines = [other.write(NOON + number, PLACE, {"missed": number}) for number in range(3)]
    receive(store, lines, arrival=1)
    for place in range(len(lines[1])):
        changed = lines[1][:place] + bytes([lines[1][place] ^ 1]) + lines[1][place + 1 :]
        assert not receiving.holds_all(store.journal, [lines[0], changed, lines[2]])
    assert not receiving.holds_all(store.journal, [b"", *lines])
    assert not receiving.holds_all(store.journal, [*lines, lines[0]]), "one that stands there twice"


def test_the_second_content_of_a_number_is_looked_at_closely(store: Store, other: Laptop) -> None:
    clone = Laptop(other.replica, 0)
    first = [other.write(NOON, PLACE, {"missed": 1})]
    second = [clone.write(NOON, PLACE, {"missed": 2})]
    receive(store, first, arrival=1)
    receive(store, second, arrival=2)
    assert receiving.holds_all(store.journal, first)
    assert not receiving.holds_all(store.journal, second)
