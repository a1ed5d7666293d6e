"""What a person does becomes entries, rows and a step, together or not at all."""

import json
import threading
from datetime import date

import pytest

from tests.kit.running import SECONDS
from tests.store.parts import (
    KEY,
    NOON,
    SALT,
    STEP,
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
    rolled_back,
    row,
    waiting,
)
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import decode_entry
from trainer_app.domain.base.texts import Texts
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.store import Store, open_store


def test_a_write_is_an_entry_a_row_and_a_step(store: Store) -> None:
    changes = put(store, "person", "Rahimov", family="Раҳимов", sex="male")
    assert changes.step == 1
    assert changes.touched == {("person", key_of("Rahimov"))}
    entry = last_entry(store)
    assert (entry["r"], entry["n"], entry["u"]) == (store.journal.replica, 1, "t")
    assert entry["s"] == {"family": "Раҳимов", "sex": "male"}
    assert entry["z"], "personal fields carry a salt"
    assert row(store, "person", "Rahimov") == {"family": "Раҳимов", "sex": "male"}


def test_what_is_there_already_is_not_written_again(store: Store) -> None:
    put(store, "person", "one", family="A", given="B")
    assert put(store, "person", "one", family="A", given="B").step is None
    put(store, "person", "one", family="A", given="C")
    assert last_entry(store)["s"] == {"given": "C"}
    assert put(store, "person", "one", patronymic=None).step is None
    assert len(lines_of(store)) == store.journal.number == 2


def test_an_entry_replaces_the_heads_it_saw(store: Store) -> None:
    put(store, "person", "one", family="A")
    first = store.journal.projector.load([("person", key_of("one"))])["person", key_of("one")]
    put(store, "person", "one", family="B")
    assert last_entry(store)["w"] == {"family": first.head_ids("family")}


def test_fields_that_belong_together_are_written_together(store: Store) -> None:
    put(store, "attendance", "one", mark="late", missed=10)
    put(store, "attendance", "one", mark="late", missed=20)
    assert last_entry(store)["s"] == {"mark": "late", "missed": 20}


def test_several_writes_of_one_row_in_one_step(store: Store) -> None:
    place = ("person", key_of("one"))
    store.journal.record(STEP, [Write(*place, {"family": "A"}), Write(*place, {"family": "B", "given": "C"})])
    assert row(store, "person", "one") == {"family": "B", "given": "C"}
    assert waiting(store, "person", "one") == set()
    store.history.undo()
    assert row(store, "person", "one") is None
    assert_sound(store)


def test_several_steps_of_one_transaction_become_one(store: Store) -> None:
    put(store, "person", "before", family="A")
    with store.journal.transaction():
        first = put(store, "person", "one", family="B")
        nothing = put(store, "person", "one", family="B")
        second = put(store, "person", "one", given="C")
        third = put(store, "person", "two", family="D")
        joined = store.journal.join(Label("course.step.copy", {"code": "X"}), [first, nothing, second, third])
    assert joined.step == first.step
    assert joined.touched == {("person", key_of("one")), ("person", key_of("two"))}
    steps = store.history.recent(5)
    assert len(steps) == 2
    assert steps[0].label == Label("course.step.copy", {"code": "X"})
    # It is taken back and done again as one, and the next step stands after it.
    store.history.undo_step(joined.step or 0)
    assert row(store, "person", "one") is None
    assert row(store, "person", "two") is None
    store.history.redo()
    assert row(store, "person", "one") == {"family": "B", "given": "C"}
    assert row(store, "person", "two") == {"family": "D"}
    later = put(store, "person", "three", family="E")
    assert later.step is not None
    assert later.step > (joined.step or 0)
    assert_sound(store)


def test_nothing_done_joins_to_nothing(store: Store) -> None:
    assert store.journal.join(Label("course.step.copy"), []).step is None


def test_text_is_kept_in_nfc(store: Store) -> None:
    put(store, "person", "one", family="И\u0306", given="e\u0301")
    assert row(store, "person", "one") == {"family": "Й", "given": "é"}


@pytest.mark.parametrize(
    ("entity", "fields"),
    [
        ("person", {"family": "a\x00b"}),
        ("person", {"family": "\ud800"}),
        ("person", {"family": "x" * 70_000}),
        ("person", {"family": 7}),
        ("person", {"birth_year": 2**60}),
        ("person", {"birth_year": True}),
        ("enrolment", {"course": "no key"}),
        ("course", {"languages": "tg"}),
        ("course", {"languages": [["tg"]]}),
        ("course", {"capacity": 1.5}),
    ],
)
def test_a_value_that_cannot_be_kept_is_refused_and_leaves_nothing(
    store: Store, entity: str, fields: dict[str, object]
) -> None:
    put(store, "person", "before", family="A")
    with pytest.raises(TrainerError) as refused:
        put(store, entity, "one", **fields)
    assert refused.value.code == "database.value_refused"
    assert refused.value.values["field"] == next(iter(fields))
    assert store.journal.number == 1
    put(store, "person", "after", family="A")
    assert [json.loads(line)["n"] for line in lines_of(store)] == [1, 2], "no gap"
    assert_sound(store)


def test_a_step_is_written_as_a_whole_or_not_at_all(store: Store) -> None:
    good = Write("person", key_of("one"), {"family": "A"})
    with pytest.raises(TrainerError):
        store.journal.record(STEP, [good, Write("person", key_of("two"), {"family": "\x00"})])
    assert lines_of(store) == []
    assert row(store, "person", "one") is None
    assert store.history.next_undo() is None


def test_a_row_made_again_starts_blank(store: Store) -> None:
    put(store, "enrolment", "one", number=1, override="completed", override_reason="ill")
    delete(store, "enrolment", "one")
    assert row(store, "enrolment", "one") is None
    put(store, "enrolment", "one", number=1)
    assert row(store, "enrolment", "one") == {"number": 1}
    assert_sound(store)


def test_a_row_brought_back_is_as_it_was(store: Store) -> None:
    put(store, "enrolment", "one", number=1, override="completed")
    delete(store, "enrolment", "one")
    assert delete(store, "enrolment", "one").step is None
    assert put(store, "enrolment", "one", number=None).step is None, "a blank makes no row"
    bring_back(store, "enrolment", "one")
    assert row(store, "enrolment", "one") == {"number": 1, "override": "completed"}
    assert bring_back(store, "enrolment", "one").step is None
    assert_sound(store)


def test_a_delete_that_saw_everything_is_not_disturbed_by_what_it_saw(bench: Bench) -> None:
    first, second = bench.create("first"), bench.create("second")
    put(first, "person", "one", family="A", given="B")
    put(first, "person", "one", given="C")
    exchange(first, second)
    delete(second, "person", "one")
    receive(first, reversed(lines_of(second)))
    assert row(first, "person", "one") is None


def test_feedback_tells_neither_who_nor_when(store: Store) -> None:
    put(store, "attendance", "one", mark="late", missed=1)
    put(store, "feedback_paper", "one", day="2026-03-02", answers=["4", None])
    entry = last_entry(store)
    assert "u" not in entry
    assert entry["t"] == [NOON - NOON % 86_400_000, 0]
    put(store, "feedback_paper", "one", answers=["5", None])
    assert last_entry(store)["t"][0] % 86_400_000 == 0
    assert store.history.recent(2)[0].at % 86_400_000 == 0
    put(store, "attendance", "one", mark="late", missed=2)
    assert last_entry(store)["t"][0] > NOON


def test_a_reason_travels_salted_and_never_with_what_is_nobodys(store: Store) -> None:
    """What is left of it after erasing cannot be guessed; about feedback nobody leaves words there."""
    store.journal.record(Label("x"), [Write("attendance", key_of("one"), {"mark": "late"}, reason="seen")])
    entry = last_entry(store)
    assert (entry["y"], len(entry["z"])) == ("seen", 16)
    write = Write("feedback_paper", key_of("one"), {"answers": ["4"]}, reason="seen")
    store.journal.record(Label("x"), [write])
    assert last_entry(store).keys().isdisjoint("yzu")
    put(store, "attendance", "one", mark="absent")
    assert "y" not in last_entry(store)


def test_a_remote_clock_does_not_move_the_own_one(bench: Bench) -> None:
    own, ahead = bench.create("own"), bench.create("ahead")
    bench.clock.now += 10 * 365 * 86_400_000
    put(ahead, "person", "one", family="A")
    years_ahead = last_entry(ahead)["t"][0]
    bench.clock.now = NOON
    receive(own, lines_of(ahead), arrival=1)
    put(own, "person", "one", family="B")
    assert last_entry(own)["t"][0] >= years_ahead, "above what it replaces"
    put(own, "person", "two", family="C")
    assert last_entry(own)["t"][0] < NOON + 1000
    own.close()
    again = bench.open("own")
    put(again, "person", "three", family="D")
    assert NOON < last_entry(again)["t"][0] < NOON + 1000
    assert row(again, "person", "one") == {"family": "B"}


def test_own_times_grow_though_the_clock_goes_back(store: Store, bench: Bench) -> None:
    put(store, "person", "one", family="A")
    bench.clock.now -= 1_000_000
    put(store, "person", "two", family="B")
    store.close()
    again = bench.open("own")
    put(again, "person", "three", family="C")
    times = [json.loads(line)["t"] for line in lines_of(again)]
    assert times == sorted(times)
    assert len({tuple(time) for time in times}) == 3


def test_two_programs_may_write_to_one_database(bench: Bench) -> None:
    first = bench.create("own")
    second = bench.open("own")
    for number in range(5):
        put(first, "person", f"first {number}", family="A")
        put(second, "person", f"second {number}", family="B")
        put(second, "someday", f"second {number}", unknown="B")
        put(first, "person", f"second {number}", given="C")
    assert [json.loads(line)["n"] for line in lines_of(first)] == list(range(1, 21))
    assert_sound(first)


def test_several_threads_may_write(store: Store) -> None:
    def write(name: str) -> None:
        for number in range(20):
            put(store, "person", f"{name}{number % 3}", birth_year=number)
        store.close()

    threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [json.loads(line)["n"] for line in lines_of(store)] == list(range(1, 61))
    assert_sound(store)


def test_an_inner_transaction_that_fails_leaves_the_outer_one_whole(store: Store) -> None:
    with store.journal.transaction():
        put(store, "person", "one", family="A")
        with pytest.raises(TrainerError):
            store.journal.record(
                STEP,
                [Write("person", key_of("two"), {"family": "B"}), Write("person", "", {"family": 1})],
            )
        put(store, "person", "three", family="C")
    assert [json.loads(line)["n"] for line in lines_of(store)] == [1, 2]
    assert row(store, "person", "two") is None
    assert_sound(store)


def test_a_roll_back_leaves_nothing_in_memory(store: Store) -> None:
    with rolled_back(store):
        put(store, "newer", "one", field="A")
        put(store, "person", "one", family="A")
    assert store.journal.number == 0
    put(store, "person", "two", family="A")
    put(store, "person", "one", family="B")
    put(store, "newer", "one", field="C")
    assert row(store, "person", "one") == {"family": "B"}
    assert_sound(store)


def test_the_sidecar_is_told_after_each_commit_only(bench: Bench) -> None:
    store = bench.create("own")
    assert bench.noted[-1] == (store.journal.replica, 0)
    with store.journal.transaction():
        put(store, "person", "one", family="A")
        put(store, "person", "two", family="A")
        assert bench.noted[-1] == (store.journal.replica, 0)
    assert bench.noted[-1] == (store.journal.replica, 2)
    count = len(bench.noted)
    with pytest.raises(TrainerError):
        put(store, "person", "three", family="\x00")
    assert len(bench.noted) == count


def test_a_new_replica_counts_from_one_and_keeps_the_old_names(store: Store) -> None:
    put(store, "person", "one", family="A")
    old = store.journal.replica
    new = store.journal.take_new_replica()
    assert store.journal.own_replicas() == [old, new]
    put(store, "person", "two", family="A")
    assert (last_entry(store)["r"], last_entry(store)["n"]) == (new, 1)
    assert_sound(store)


def test_every_line_written_can_be_read_by_everybody(store: Store) -> None:
    put(store, "course", "one", languages=["tg", "ru"], capacity=2**31 - 1, title_tg='Омӯзиш «А»\n\t\\ "')
    put(store, "session", "one", course=key_of("one"), trainers=[key_of("x")], locked=True, day="2018-10-03")
    for line in lines_of(store):
        assert b"\n" not in line
        decode_entry(line)


def test_labels_come_back_as_they_were(store: Store, bench: Bench) -> None:
    values = {
        "number": 7,
        "on": True,
        "nothing": None,
        "name": "Раҳимов",
        "day": date(2018, 10, 3),
        "title": Texts(tg="тг", ru="ру", en="en"),
        "mark": Label("attendance.mark.late", {"missed": 10, "inner": Label("x")}),
        "several": [1, "two", date(2018, 10, 4), None],
    }
    store.journal.record(Label("test.step", values), [Write("person", key_of("one"), {"family": "A"})])
    store.close()
    step = bench.open("own").history.next_undo()
    assert step is not None
    assert step.label == Label("test.step", values)


def test_busy_is_told_when_another_thread_does_not_end(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trainer_app.store.base.journal._PATIENCE", 0.05)
    begun, end = threading.Event(), threading.Event()

    def hold() -> None:
        with store.journal.transaction():
            begun.set()
            end.wait(SECONDS)
        store.close()

    thread = threading.Thread(target=hold)
    thread.start()
    assert begun.wait(SECONDS)
    try:
        with pytest.raises(TrainerError) as refused:
            put(store, "person", "one", family="A")
        assert refused.value.code == "database.busy"
    finally:
        end.set()
        thread.join()
    assert put(store, "person", "one", family="A").step == 1


@pytest.mark.files("how long a server is waited for is told otherwise; see test_server")
def test_busy_is_told_when_another_program_does_not_end(bench: Bench) -> None:
    bench.create("own")
    other = open_store(bench.path("own"), KEY, SALT, bench.clock, lambda r, n: None, bench.path("snapshot"))
    own = bench.open("own")
    own.database.run("PRAGMA busy_timeout = 50")
    with other.journal.transaction(), pytest.raises(TrainerError) as refused:
        put(own, "person", "one", family="A")
    assert refused.value.code == "database.busy"
    other.close()
    assert put(own, "person", "one", family="A").step == 1
