"""Numbers of rows: found whole, given once, never taken back."""

import random

import pytest

from tests.store.parts import Bench, assert_sound, key_of, put
from trainer_app.domain.keys import new_key
from trainer_app.store import registry
from trainer_app.store.registry import Registry, find_number, key_bytes, key_text, short_of
from trainer_app.store.store import Store


def test_keys_go_to_bytes_and_back() -> None:
    for _ in range(100):
        key = new_key()
        assert key_text(key_bytes(key)) == key
        assert len(key_bytes(key)) == 16
    assert key_text(b"") == ""


def test_the_lookup_of_a_new_key_goes_by_time() -> None:
    first = "018f0000-0000-7000-8000-000000000001"
    later = "018f0000-0001-7000-8000-000000000000"
    assert short_of(key_bytes(first)) < short_of(key_bytes(later)) < 1 << 48


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
    numbers = Registry(store.database)
    with store.journal.transaction():
        given, fresh = numbers.number(places)
        assert len(fresh) == len(set(given.values())) == count
        rows = [(number, *line, None) for number, line in fresh.items()]
        store.database.run_many("INSERT INTO registry VALUES (?, ?, ?, ?)", rows)
        assert numbers.find(places) == given, "known before they can be looked up"
        numbers.flush()
    assert Registry(store.database).find([*places, ("person", key_of("other"))]) == given
    again, fresh = Registry(store.database).number(places)
    assert (again, fresh) == (given, {})
    assert_sound(store)


def test_memory_is_bounded(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_REMEMBERED", 10)
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
        put(first if number % 2 else second, "person", f"{number}", family="A", joined_into=key_of("x"))
    assert first.database.select("SELECT count(DISTINCT id), count(DISTINCT key) FROM registry") == [(7, 7)]
    assert_sound(first)
