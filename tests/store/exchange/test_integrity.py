"""The check finds whatever differs between the journal and the tables, in bounded memory."""

import random
from collections.abc import Callable

import pytest

from tests.domain.worlds import history_of
from tests.store.parts import (
    Bench,
    assert_sound,
    delete,
    exchange,
    key_of,
    lines_of,
    put,
    receive,
    row,
)
from trainer_app.domain.base.errors import TrainerError
from trainer_app.store.base.postgres import POSTGRES
from trainer_app.store.base.store import Store
from trainer_app.store.base.upgrade import rebuild
from trainer_app.store.exchange import integrity
from trainer_app.store.exchange.integrity import check_integrity, digest_of, shown_rows

DAMAGES: dict[str, tuple[str, str]] = {
    "a value changed": ("UPDATE attendance SET mark = 'absent' WHERE mark = 'late'", "row differs"),
    "a value blanked": ("UPDATE person SET family = NULL", "row differs"),
    "a key turned": ("UPDATE enrolment SET person = course", "row differs"),
    "a row gone": ("DELETE FROM person WHERE family = 'A'", "row differs"),
    "a row too many": ("INSERT INTO course (id, code) SELECT id, 'X' FROM person", "rows without a key"),
    "a row of nobody": ("INSERT INTO course (id, code) VALUES (999, 'X')", "rows without a key"),
    "a deleted row shown": (
        "INSERT INTO person (id, family) SELECT id, 'Z' FROM registry "
        "WHERE id NOT IN (SELECT id FROM person) AND kind = (SELECT id FROM kind WHERE name = 'person')",
        "row differs",
    ),
    "a decision hidden": ("DELETE FROM contradiction", "conflicts differ"),
    "a decision invented": (
        "INSERT INTO contradiction SELECT id, 'family' FROM person WHERE family = 'A'",
        "conflicts differ",
    ),
    "a head lost": ("DELETE FROM head", "heads differ"),
    "a head turned": ("UPDATE registry SET head = head + 1 WHERE head IS NOT NULL", "heads differ"),
    "an awaited one forgotten": ("DELETE FROM awaited", "awaited entries differ"),
    "an awaited one invented": (
        "INSERT INTO awaited SELECT id, 'family', x'00' FROM person LIMIT 1",
        "awaited entries differ",
    ),
    "a lookup lost": ("DELETE FROM recent WHERE object = 1", "lookup differs"),
    "a lookup turned": ("UPDATE recent SET short = short + 1 WHERE object = 1", "lookup differs"),
    "a row without a number": ("DELETE FROM registry WHERE id = 1", "row is not in the registry"),
    "an entry gone": (
        "DELETE FROM journal WHERE id IN (SELECT head FROM registry WHERE head IS NOT NULL LIMIT 1)",
        "differ",
    ),
    "an entry broken": ("UPDATE journal SET tail = x'7b7d' WHERE id & 1048575 = 1", "not an entry"),
    "an entry moved": ("UPDATE journal SET id = id + 1000", "lies in a wrong place"),
}


@pytest.fixture
def full(bench: Bench) -> Store:
    """Return a store with something of everything: decisions, deletes, awaited entries, pointers."""
    own, other = bench.create("own"), bench.create("other")
    put(own, "person", "one", family="A")
    put(own, "person", "two", family="B", given="C")
    put(own, "course", "one", code="GRM", languages=["tg", "ru"])
    put(own, "enrolment", "one", course=key_of("one"), person=key_of("one"), number=1)
    put(own, "attendance", "one", mark="late", missed=3)
    exchange(own, other)
    put(own, "person", "two", family="X")
    put(other, "person", "two", family="Y")
    delete(other, "person", "one")
    put(other, "person", "three", family="A")
    put(other, "person", "four", family="D")
    put(other, "person", "four", family="E")
    lines = lines_of(other)
    lost = next(line for line in lines if b'"D"' in line)
    receive(own, [line for line in lines if line != lost], arrival=1)
    assert_sound(own)
    return own


@pytest.mark.parametrize("damage", DAMAGES)
def test_every_damage_is_found_and_mended_by_a_rebuild(full: Store, damage: str) -> None:
    sql, words = DAMAGES[damage]
    digest = digest_of(full.journal)
    if full.database.dialect is POSTGRES:
        sql = sql.replace("x'", "'\\x")
    with full.database.write():
        assert full.database.connection().execute(sql).rowcount > 0, "the damage was done"
    found = check_integrity(full.journal)
    assert not found.ok
    assert any(words in problem for problem in found.problems), found.problems
    assert not any("family" in problem or "GRM" in problem for problem in found.problems)
    if "entry" in damage or "row of nobody" in damage or "without a number" in damage or "lookup" in damage:
        return
    with full.journal.transaction():
        rebuild(full.journal)
    assert check_integrity(full.journal).problems == ()
    assert digest_of(full.journal) == digest


def test_a_sound_store_is_sound_and_the_digest_is_that_of_the_tables(full: Store) -> None:
    found = check_integrity(full.journal)
    assert found.ok
    assert found.entries == len(lines_of(full))
    assert found.digest == digest_of(full.journal)


def test_portions_cover_every_key_once() -> None:
    for entries in (0, 1, 250_000, 1_000_000, 10**9):
        portions = integrity._portions(entries)
        covered = [byte for low, high in portions for byte in range(low[0], high[0] + 1)]
        assert covered == list(range(256))
    assert len(integrity._portions(1_000_000)) == 5


def test_a_check_in_many_portions_finds_the_same(full: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[float] = []
    monkeypatch.setattr(integrity, "PORTION", 1)
    assert check_integrity(full.journal, lambda code, fraction: told.append(fraction)).ok
    assert len(told) == 1 + len(lines_of(full))
    with full.database.write():
        full.database.run("UPDATE attendance SET mark = 'absent'")
    assert len(check_integrity(full.journal).problems) == 1


@pytest.mark.files("only a file is told by a pragma to refuse")
def test_a_check_changes_nothing(full: Store) -> None:
    full.database.run("PRAGMA query_only = 1")
    assert check_integrity(full.journal).ok


def test_problems_are_at_most_a_hundred(store: Store) -> None:
    for number in range(130):
        put(store, "person", f"{number}", family="A")
    with store.database.write():
        store.database.run("DELETE FROM person")
    assert len(check_integrity(store.journal).problems) == 100


def test_rebuilding_gives_the_same_tables_for_random_histories(shared: Callable[[], Store]) -> None:
    from tests.store.parts import rolled_back

    store = shared()
    chance = random.Random(8)
    for _ in range(30):
        with rolled_back(store):
            receive(store, history_of(chance.randbytes(240)).everything(), arrival=1)
            before = {
                table: sorted(map(repr, store.database.select(f"SELECT * FROM {table}")))
                for table in ("head", "contradiction", "attendance", "certificate", "session", "registry")
            }
            rebuild(store.journal)
            for table, rows in before.items():
                assert sorted(map(repr, store.database.select(f"SELECT * FROM {table}"))) == rows


def test_numbers_of_rows_outlive_a_rebuild(full: Store, bench: Bench) -> None:
    second = bench.open("own")
    assert row(second, "person", "two") is not None
    second.journal.projector.load([("person", key_of("two"))])
    with full.journal.transaction():
        rebuild(full.journal)
    put(second, "person", "two", family="Q")
    assert row(full, "person", "two") == {"family": "Q", "given": "C"}
    assert_sound(full)


@pytest.mark.files("the pages of a server are its own to check")
def test_damage_of_any_page_is_found(full: Store, bench: Bench) -> None:
    for number in range(100):
        put(full, "person", f"many {number}", family="x" * 200)
    full.close()
    path = bench.path("own")
    whole = path.read_bytes()
    found = dict.fromkeys(("database.damaged", "by the check"), 0)
    for page in range(len(whole) // 4096):
        raw = bytearray(whole)
        raw[page * 4096 + 100 + page] ^= 1
        path.write_bytes(raw)
        try:
            store = bench.open("own")
        except TrainerError as refused:
            found[refused.code] += 1
            continue
        assert not check_integrity(store.journal).ok, page
        store.close()
        found["by the check"] += 1
    assert min(found.values()) > 5, found


def test_shown_rows_are_projected(full: Store) -> None:
    shown = {(entity, key): fields for entity, key, fields, _ in shown_rows(full.journal)}
    assert shown["enrolment", key_of("one")] == {
        "course": key_of("one"),
        "person": key_of("one"),
        "number": 1,
    }
    assert shown["course", key_of("one")]["languages"] == ["tg", "ru"]
    assert ("person", key_of("one")) not in shown
