"""Numbers of rows: found whole, given once, never taken back."""

import random

import pytest

from tests.domain.worlds import NOON, Laptop
from tests.store.parts import Bench, assert_sound, key_of, put, receive
from trainer_app.domain.base.journal import new_key
from trainer_app.store.base import object_ids
from trainer_app.store.base.object_ids import ObjectIds, find_number, key_bytes, key_text, short_of
from trainer_app.store.base.store import Store


def test_keys_go_to_bytes_and_back() -> None:
    for _ in range(100):
        key = new_key()
        assert key_text(key_bytes(key)) == key
        assert len(key_bytes(key)) == 16
    assert key_text(b"") == ""


def test_keys_of_one_minute_are_looked_up_apart() -> None:
    shorts = {short_of(key_bytes(new_key())) for _ in range(1000)}
    assert len(shorts) > 990
    assert all(-(1 << 31) <= short < 1 << 31 for short in shorts)


def test_numbers_are_found_by_key_and_entity(store: Store) -> None:
    put(store, "person", "one", family="A")
    put(store, "course", "one", code="B")
    person = find_number(store.database, "person", key_of("one"))
    course = find_number(store.database, "course", key_of("one"))
    assert person != course
    assert None not in (person, course)
    assert find_number(store.database, "session", key_of("one")) is None
    assert find_number(store.database, "person", key_of("two")) is None
    assert find_number(store.database, "person", "no key") is None
    assert find_number(store.database, "nobody", key_of("one")) is None


@pytest.mark.parametrize("count", [1, 8, 9, 250, 251, 700])
def test_any_number_of_rows_is_found_at_once(store: Store, count: int) -> None:
    places = [("person", key_of(f"{number}")) for number in range(count)]
    numbers = ObjectIds(store.database)
    with store.journal.transaction():
        given, fresh = numbers.number(places)
        assert len(fresh.lines()) == len(set(given.values())) == count
        assert all(number in fresh for number in given.values())
        store.database.run_many("INSERT INTO registry VALUES (?, ?, ?, ?)", fresh.lines())
        assert numbers.find(places) == given, "known before they can be looked up"
        numbers.flush()
    assert ObjectIds(store.database).find([*places, ("person", key_of("other"))]) == given
    again, fresh = ObjectIds(store.database).number(places)
    assert (again, fresh.lines()) == (given, [])
    assert not any(number in fresh for number in given.values())
    assert_sound(store)


def test_the_recent_part_is_moved_over_when_it_has_grown(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(object_ids, "_MANY_RECENT", 30)
    laptop = Laptop("d" * 32, 0)
    for number in range(8):
        lines = []
        for one in range(10):
            laptop.lines.clear()
            lines.append(laptop.write(NOON, ("person", key_of(f"{number} {one}")), {"birth_year": one}))
        receive(store, lines, arrival=1)
    assert store.database.select("SELECT count(*) FROM recent UNION ALL SELECT count(*) FROM lookup") == [
        (20,),
        (60,),
    ]
    found = store.journal.projector.load(("person", key_of(f"{n} 3")) for n in range(8))
    assert [state.outcome().row for state in found.values()] == [{"birth_year": 3}] * 8
    assert find_number(store.database, "person", key_of("0 0")) is not None
    assert_sound(store)


def test_memory_is_bounded(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(object_ids, "_REMEMBERED", 10)
    for number in range(40):
        put(store, "person", f"{number}", family="A")
        put(store, "person", f"{random.Random(number).randrange(number + 1)}", family="B")
    found = store.journal.projector.load(("person", key_of(f"{number}")) for number in range(40))
    assert all(state.number for state in found.values())
    assert len(store.journal.projector._registry._known) <= 50
    assert_sound(store)


def test_two_connections_give_different_numbers(bench: Bench) -> None:
    first = bench.create("own")
    second = bench.open("own")
    for number in range(6):
        put(first if number % 2 else second, "assignment", f"{number}", person=key_of("x"))
    assert first.database.select("SELECT count(DISTINCT id), count(DISTINCT key) FROM registry") == [(7, 7)]
    assert_sound(first)
