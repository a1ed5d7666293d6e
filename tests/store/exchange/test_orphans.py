"""Who waits for a parent is kept, not looked for: always the same as a look through all rows."""

import random

import pytest

from tests.domain.worlds import NOON, encode, erased
from tests.store.parts import Bench, bring_back, delete, key_of, lines_of, put, receive, rolled_back
from trainer_app.domain.base.schema import ENTITIES
from trainer_app.store.base.object_ids import key_text
from trainer_app.store.base.store import Store
from trainer_app.store.base.upgrade import rebuild
from trainer_app.store.exchange import receiving
from trainer_app.store.exchange.integrity import check_integrity
from trainer_app.store.review import contradictions

ENTITIES_USED = ("course", "person", "session", "enrolment", "attendance", "paper", "answer", "pair")
NAMES = ("0", "1")
SAYS_SOMETHING = {
    "attendance": "(t.mark IS NOT NULL OR t.remark IS NOT NULL)",
    "answer": "(t.value IS NOT NULL OR t.second IS NOT NULL)",
    "paper": "(t.points IS NOT NULL OR t.id IN (SELECT paper FROM answer WHERE value IS NOT NULL))",
}
"""What rests on somebody, said once more in SQL."""


def looked_for(store: Store) -> list[tuple[str, str]]:
    """Return the rows whose parents are not there, by a look through all tables."""
    return sorted({(entity, key_text(key)) for entity, key in store.database.select(LOOK)})


LOOK = " UNION ALL ".join(
    f"SELECT '{entity}', object.key FROM \"{entity}\" AS t JOIN object ON object.id = t.id "
    f'LEFT JOIN "{described.fields[parent].target}" AS p ON p.id = t."{parent}" '
    f"WHERE p.id IS NULL AND {SAYS_SOMETHING.get(entity, '1 = 1')}"
    for entity, described in ENTITIES.items()
    for parent in described.parents
)
"""The look through every table that has parents, in one statement."""


def change(store: Store, chance: random.Random) -> None:
    """Do something to one of few rows: write, hang it on others or on nothing, delete, bring back."""
    entity, name = chance.choice(ENTITIES_USED), chance.choice(NAMES)
    match chance.randrange(8):
        case 0 | 1:
            delete(store, entity, name)
        case 2:
            bring_back(store, entity, name)
        case _:
            put(store, entity, name, **fields_for(entity, chance))


def fields_for(entity: str, chance: random.Random) -> dict[str, object]:
    """Return values for a row: its parents, sometimes blank, and what it says."""
    described = ENTITIES[entity]
    fields: dict[str, object] = {
        parent: chance.choice((key_of(chance.choice(NAMES)),) * 6 + (None,))
        for parent in described.parents
        if chance.random() < 0.9
    }
    said = {"attendance": ("mark", "present"), "paper": ("points", 100), "answer": ("value", "b")}
    name, value = said.get(entity, ("", ""))
    if name:
        fields[name] = chance.choice((value, value, None))
    if name := {"person": "family", "course": "code"}.get(entity, ""):
        fields[name] = chance.choice("abc")
    return fields


def foreign(number: int, chance: random.Random) -> bytes:
    """Return a line as this program never writes one: a parent that is no key."""
    entity, name = chance.choice(ENTITIES_USED), chance.choice((*NAMES, "2"))
    fields = fields_for(entity, chance)
    for parent in ENTITIES[entity].parents:
        fields[parent] = chance.choice((key_of(name), "nobody", 7))
    key = key_of(name)
    return encode(r="f" * 32, n=number, t=[NOON + number, 0], v=1, u="t", e=entity, k=key, s=fields, w={})


@pytest.mark.parametrize("seed", range(6))
def test_kept_equals_looked_for_after_every_change(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    most = 0
    for _ in range(150):
        change(store, chance)
        found = looked_for(store)
        assert contradictions.waiting_rows(store.journal) == found
        most = max(most, len(found))
    assert most >= 4
    assert check_integrity(store.journal).problems == ()


@pytest.mark.parametrize("chunk", [1, 3, 1000])
def test_kept_equals_looked_for_in_any_order_of_arrival(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr(receiving, "CHUNK", chunk)
    chance = random.Random(chunk)
    source, target = bench.create("source"), bench.create("target")
    for _ in range(120):
        change(source, chance)
    lines = lines_of(source) + [foreign(number, chance) for number in range(1, 20)]
    for _ in range(8):
        chance.shuffle(lines)
        with rolled_back(target):
            for part in (lines[:40], lines[20:90], lines):
                receive(target, part, arrival=1)
                assert contradictions.waiting_rows(target.journal) == looked_for(target)
            gone = [erased(line) for line in chance.sample(lines, 30)]
            receive(target, gone, arrival=2)
            found = looked_for(target)
            assert contradictions.waiting_rows(target.journal) == found
            rebuild(target.journal)
            assert contradictions.waiting_rows(target.journal) == found
            assert check_integrity(target.journal).problems == ()


def test_a_new_row_may_arrive_together_with_the_end_of_its_parent(bench: Bench) -> None:
    source, target = bench.create("source"), bench.create("target")
    put(source, "course", "0", code="a")
    receive(target, lines_of(source), arrival=1)
    delete(source, "course", "0")
    put(source, "session", "1", course=key_of("0"))
    receive(target, lines_of(source), arrival=2)
    assert contradictions.waiting_rows(target.journal) == looked_for(target) == [("session", key_of("1"))]
    assert check_integrity(target.journal).problems == ()


def test_a_wrong_list_is_found_and_made_anew(store: Store) -> None:
    put(store, "attendance", "0", enrolment=key_of("0"), session=key_of("0"), mark="present")
    assert len(contradictions.waiting_rows(store.journal)) == 1
    store.database.run("DELETE FROM orphan")
    assert not check_integrity(store.journal).ok
    with store.journal.transaction():
        rebuild(store.journal)
    assert check_integrity(store.journal).ok
    assert len(contradictions.waiting_rows(store.journal)) == 1


@pytest.mark.files("how SQLite finds its way")
def test_counting_what_waits_reads_no_row_that_does_not_wait(store: Store) -> None:
    read: list[str] = []
    for number in range(3):
        put(store, "course", f"{number}", code=f"{number}")
    store.database.connection().set_trace_callback(read.append)
    assert contradictions.waiting_rows(store.journal) == []
    assert contradictions.count_contradictions(store.journal) == 0
    store.database.connection().set_trace_callback(None)
    assert read
    for sql in read:
        plan = [row[3] for row in store.database.select(f"EXPLAIN QUERY PLAN {sql}")]
        scanned = {step.split()[1] for step in plan if step.startswith("SCAN")}
        assert scanned <= {"orphan", "contradiction"}
