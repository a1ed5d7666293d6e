"""The tables show what the journal means: the same as the model in memory, for every history."""

import itertools
import os
import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.merge_checks import world_of
from tests.domain.worlds import KEYS, NOON, Laptop, history_of
from tests.kit.chances import chances
from tests.store.parts import (
    Bench,
    assert_sound,
    bring_back,
    delete,
    exchange,
    key_of,
    lines_of,
    put,
    receive,
    rolled_back,
    row,
    waiting,
)
from trainer_app.domain.base import merging, schema
from trainer_app.store.base.store import Store
from trainer_app.store.base.upgrade import rebuild
from trainer_app.store.exchange import receiving
from trainer_app.store.exchange.integrity import check_integrity, digest_of

HISTORIES = 10_000 if os.environ.get("TRAINER_PROPERTIES") == "full" else 400
type Shared = Callable[[], Store]

bounded = settings(
    max_examples=HISTORIES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def model_digest(lines: list[bytes]) -> str:
    """Return the digest of what the model in memory shows of known entities."""
    return merging.digest(
        (entity, key, schema.project(entity, outcome.row or {}), outcome.contradictions)
        for (entity, key), outcome in world_of(lines).state().items()
        if entity in schema.ENTITIES
    )


@pytest.mark.timeout(3600)
@bounded
@given(data=st.binary(min_size=8, max_size=250), chance=chances(80))
def test_tables_equal_the_model_in_memory(shared: Shared, data: bytes, chance: random.Random) -> None:
    lines = history_of(data).everything()
    chance.shuffle(lines)
    expected = model_digest(lines)
    store = shared()
    with rolled_back(store):
        cut = chance.randrange(len(lines) + 1)
        for part in (lines[:cut], lines[cut // 2 :], lines):
            receive(store, part, arrival=1)
        assert digest_of(store.journal) == expected
        assert check_integrity(store.journal).problems == ()
        rebuild(store.journal)
        assert digest_of(store.journal) == expected
        assert check_integrity(store.journal).problems == ()


@pytest.mark.files("a server gives no number again that was given in what was rolled back")
@pytest.mark.timeout(3600)
@settings(bounded, max_examples=HISTORIES // 4)
@given(data=st.binary(min_size=40, max_size=250), chance=chances(80))
def test_the_short_way_for_fresh_rows_gives_the_same_tables(
    shared: Shared, data: bytes, chance: random.Random
) -> None:
    lines = history_of(data).everything()
    chance.shuffle(lines)
    store = shared()
    found = []
    for short in (True, False):
        with pytest.MonkeyPatch.context() as patch, rolled_back(store):
            if not short:
                patch.setattr(merging, "alone", lambda entry: None)
            receive(store, lines, arrival=1)
            tables = ("registry", "recent", "head", "awaited", "contradiction", "attendance", "certificate")
            found.append([sorted(map(repr, store.database.select(f"SELECT * FROM {t}"))) for t in tables])
    assert found[0] == found[1]


@pytest.mark.parametrize("chunk", [1, 2, 3, 1000])
def test_the_size_of_portions_does_not_matter(
    store: Store, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr(receiving, "CHUNK", chunk)
    chance = random.Random(9)
    for _ in range(10):
        lines = history_of(chance.randbytes(200)).everything()
        with rolled_back(store):
            receive(store, lines, arrival=1)
            assert digest_of(store.journal) == model_digest(lines)
            assert check_integrity(store.journal).problems == ()


def test_three_stores_that_meet_show_the_same(bench: Bench) -> None:
    stores = [bench.create(name) for name in "abc"]
    chance = random.Random(4)
    for _ in range(150):
        first, second = chance.sample(stores, 2)
        name = f"{chance.randrange(4)}"
        match chance.randrange(6):
            case 0:
                exchange(first, second)
            case 1:
                delete(first, "attendance", name)
            case 2:
                bring_back(first, "attendance", name)
            case _:
                put(
                    first,
                    "attendance",
                    name,
                    mark=chance.choice(["late", "absent"]),
                    remark=f"{chance.random()}",
                )
    for first, second in itertools.permutations(stores, 2):
        exchange(first, second)
    assert len({digest_of(store.journal) for store in stores}) == 1
    assert check_integrity(stores[0].journal).problems == ()


def test_a_child_that_comes_before_its_parent_is_shown_with_it(bench: Bench) -> None:
    source, target = bench.create("source"), bench.create("target")
    put(source, "person", "one", family="A")
    put(source, "course", "one", code="GRM")
    put(source, "enrolment", "one", course=key_of("one"), person=key_of("one"))
    lines = lines_of(source)
    receive(target, [lines[2]], arrival=1)
    assert row(target, "enrolment", "one") == {"course": key_of("one"), "person": key_of("one")}
    receive(target, lines[:2], arrival=1)
    assert digest_of(target.journal) == digest_of(source.journal)
    assert_sound(target)


def entry(number: int, entity: str, fields: dict[str, object]) -> bytes:
    """Return a line of some other laptop that replaces nothing."""
    laptop = Laptop("d" * 32, 0, number)
    return laptop.write(NOON + number, (entity, KEYS[0]), fields, blind=True)


def test_values_that_do_not_fit_are_kept_and_not_shown(store: Store) -> None:
    lines = [
        entry(1, "attendance", {"enrolment": "no key", "session": 7, "mark": ["late"], "missed": True}),
        entry(2, "session", {"locked": 1, "trainers": "somebody", "day": 3, "start": "540"}),
        entry(3, "course", {"languages": [], "capacity": 0, "code": ""}),
    ]
    receive(store, lines, arrival=1)
    shown = {entity: row_of(store, entity) for entity in ("attendance", "session", "course")}
    assert shown == {"attendance": {}, "session": {}, "course": {"languages": [], "capacity": 0, "code": ""}}
    assert lines_of(store) == lines
    assert_sound(store)


def row_of(store: Store, entity: str) -> dict[str, object] | None:
    from trainer_app.store.exchange.integrity import shown_rows

    return {shown[0]: shown[2] for shown in shown_rows(store.journal) if shown[1] == KEYS[0]}.get(entity)


def test_the_same_key_in_two_entities_is_two_rows(store: Store) -> None:
    put(store, "person", "one", family="A")
    put(store, "course", "one", code="B")
    put(store, "someday", "one", code="C")
    assert row(store, "person", "one") == {"family": "A"}
    assert row(store, "course", "one") == {"code": "B"}
    assert_sound(store)


def test_keys_that_end_alike_are_told_apart(store: Store) -> None:
    lines = []
    # More of them than `MAX_ALIKE` were made up, and are refused.
    for number in range(1, 61):
        key = f"018f{number:04x}-0000-7000-8000-000000000000"
        laptop = Laptop("d" * 32, 0, number)
        lines.append(laptop.write(NOON, ("person", key), {"birth_year": number}, blind=True))
    receive(store, lines, arrival=1)
    assert store.database.select("SELECT count(DISTINCT short), count(*) FROM recent") == [(1, 60)]
    states = store.journal.projector.load(
        ("person", f"018f{n:04x}-0000-7000-8000-000000000000") for n in (7, 50)
    )
    assert [state.outcome().row for state in states.values()] == [{"birth_year": 7}, {"birth_year": 50}]
    assert_sound(store)


def test_a_delete_against_an_edit_keeps_the_row_and_waits(bench: Bench) -> None:
    first, second = bench.create("first"), bench.create("second")
    put(first, "attendance", "one", mark="late", missed=5)
    exchange(first, second)
    delete(first, "attendance", "one")
    put(second, "attendance", "one", mark="absent", missed=0)
    exchange(first, second)
    for store in (first, second):
        assert row(store, "attendance", "one") == {"mark": "absent", "missed": 0}
        assert waiting(store, "attendance", "one") == {"_deleted"}
    delete(second, "attendance", "one")
    exchange(first, second)
    assert row(first, "attendance", "one") is None
    bring_back(first, "attendance", "one")
    exchange(first, second)
    assert row(second, "attendance", "one") == {"mark": "absent", "missed": 0}
    assert waiting(second, "attendance", "one") == set()
    assert_sound(first)


def test_marks_of_two_people_are_never_mixed(bench: Bench) -> None:
    first, second = bench.create("first"), bench.create("second")
    put(first, "attendance", "one", mark="present", missed=0)
    exchange(first, second)
    put(first, "attendance", "one", mark="late", missed=20)
    put(second, "attendance", "one", mark="excused", missed=0)
    exchange(first, second)
    assert row(first, "attendance", "one") in (
        {"mark": "late", "missed": 20},
        {"mark": "excused", "missed": 0},
    )
    assert waiting(first, "attendance", "one") == {"mark", "missed"}
