"""Erasing in the database: any order and any duplicates show the same, and pages keep nothing."""

import random
from collections.abc import Mapping
from typing import Any

import pytest

from tests.domain.worlds import history_of
from tests.kit.pages import decrypted_pages
from tests.store.parts import KEY, NOON, STEP, Bench, assert_sound, key_of, lines_of, put, receive, row
from trainer_app.domain.base.journal import decode_entry, is_silent
from trainer_app.store.base.store import Store
from trainer_app.store.exchange.integrity import digest_of
from trainer_app.store.exchange.transfers import lines_of as own_lines
from trainer_app.store.office.erasing import drop_rows, plan_erasing, silence_planned, silent_ids

ROUNDS = 12


def rest(entity: str, fields: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """Drop remarks, reasons and family names."""
    del entity, row
    gone = ("remark", "reason", "topic", "second", "family")
    return {name: value for name, value in fields.items() if name not in gone or value is None}


def erase_all(store: Store) -> int:
    """Erase what is personal in every row."""
    places = {(entry.e, entry.k) for entry in map(decode_entry, lines_of(store)) if not entry.erased}
    with store.journal.transaction():
        planned = plan_erasing(store.database, places, rest)
        silence_planned(store.journal, planned, STEP, NOON)
    return len(planned.gone)


def test_any_order_and_any_duplicates_show_the_same(bench: Bench) -> None:
    """Full lines, silent ones and those written anew come in random parts, some twice, to another store."""
    gone = 0
    for seed in range(ROUNDS):
        chance = random.Random(seed)
        full = history_of(chance.randbytes(120)).everything()
        office, laptop = bench.create(f"office{seed}"), bench.create(f"laptop{seed}")
        receive(office, full, arrival=1)
        gone += erase_all(office)
        assert_sound(office)
        everything = [*full, *lines_of(office), *chance.sample(full, len(full) // 2)]
        chance.shuffle(everything)
        while everything:
            part = [everything.pop() for _ in range(min(len(everything), chance.randint(1, 9)))]
            receive(laptop, part, arrival=1)
        assert digest_of(laptop.journal) == digest_of(office.journal), seed
        assert silent_ids(laptop.database) == silent_ids(office.database)
        assert_sound(laptop)
        assert erase_all(office) == 0
        for store in (office, laptop):
            store.close()
    assert gone > 2 * ROUNDS


def test_who_may_not_erase_takes_nothing_away(bench: Bench) -> None:
    first, second = bench.create("first"), bench.create("second")
    put(first, "person", "one", family="A", sex="male")
    receive(second, lines_of(first), arrival=1)
    erase_all(first)
    silent = [line for line in lines_of(first) if is_silent(line)]
    received = receive(second, silent, arrival=2, may_erase=False)
    assert (received.erased, row(second, "person", "one")) == (0, {"family": "A", "sex": "male"})
    received = receive(second, lines_of(first), arrival=3)
    assert (received.erased, row(second, "person", "one")) == (1, {"sex": "male"})
    assert receive(second, [*own(first, whole=False)], arrival=4).stale == 0


def own(store: Store, *, whole: bool) -> list[bytes]:
    """Return the lines that a store would send of its own, or all that it holds."""
    if whole:
        return lines_of(store)
    return [line for _, line in own_lines(store.database, store.journal.replica, 0)]


@pytest.mark.files("what a server keeps of old pages is its owner's")
def test_pages_keep_nothing(bench: Bench) -> None:
    store = bench.create("own")
    for number in range(200):
        put(store, "person", f"{number}", family=f"Canary{number}", sex="male")
        put(store, "person", f"{number}", family=f"Canary again {number}")
    store.database.empty_log()
    assert b"Canary" in decrypted_pages(store.database.path, KEY)
    assert erase_all(store) == 400
    store.database.empty_log()
    assert b"Canary" not in decrypted_pages(store.database.path, KEY)
    assert_sound(store)
    assert row(store, "person", "7") == {"sex": "male"}


def test_what_is_dropped_stays_here_and_comes_back(bench: Bench) -> None:
    store, other = bench.create("own"), bench.create("other")
    put(store, "person", "one", family="A")
    put(store, "person", "two", family="B")
    receive(other, lines_of(store), arrival=1)
    number, digest = store.journal.number, digest_of(store.journal)
    with store.journal.transaction():
        assert drop_rows(store.journal, [("person", key_of("one"))], STEP, NOON) == 1
    assert (row(store, "person", "one"), store.journal.number) == (None, number)
    assert len(own(store, whole=True)) == 2
    assert len(own(store, whole=False)) == 1, "a line that was let go of does not travel"
    assert_sound(store)
    received = receive(store, lines_of(other), arrival=2)
    assert (received.new, received.stale, digest_of(store.journal)) == (1, 0, digest)
    assert len(own(store, whole=False)) == 2
    assert_sound(store)


def test_what_was_dropped_and_is_erased_then_does_not_come_back(bench: Bench) -> None:
    store, office = bench.create("own"), bench.create("office")
    put(store, "person", "one", family="A")
    full = lines_of(store)
    receive(office, full, arrival=1)
    with store.journal.transaction():
        drop_rows(store.journal, [("person", key_of("one"))], STEP, NOON)
    erase_all(office)
    receive(store, lines_of(office), arrival=2)
    received = receive(store, full, arrival=3)
    assert (received.new, received.stale, row(store, "person", "one")) == (0, 1, None)
    assert_sound(store)
