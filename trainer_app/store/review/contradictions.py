"""Reads what waits for a decision, with every side of it."""

from collections.abc import Callable, Collection, Mapping
from functools import cache
from heapq import heappush, heappushpop
from typing import Any, cast

import peewee
from msgspec import Struct

from trainer_app.domain.base.journal import is_key
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.schema import DELETED, read_entry
from trainer_app.domain.courses.courses import FACTS
from trainer_app.domain.exchange.laptops import knows_field
from trainer_app.store.base.dialect import NUMBERS, VALUE, Statement, any_of
from trainer_app.store.base.entry_history import file_of_entry, row_of
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.models import (
    MODELS,
    ArrivalRow,
    ContradictionRow,
    EntryRow,
    HeadRow,
    KindRow,
    ObjectRow,
    OrphanRow,
    RegistryRow,
    TableModel,
)
from trainer_app.store.base.object_ids import key_bytes, key_text, line_bytes
from trainer_app.store.base.registers import ObjectState
from trainer_app.store.base.rows import says_something, select_row
from trainer_app.store.review.sides import (
    MOST_SIDES,
    StoredSide,
    Words,
    heads_of,
    kept_of,
    said_by,
    sides_of,
    together,
    words_again,
)


class Contradiction(Struct, frozen=True):
    """One field (or fields written together) of one row with more than one value; `more` are not shown.

    `echoes` are the participations (keys) that the same writing left with the same values: a correction of a
    person follows into courses that are open, see `actions.people.people.change_person`.
    Where it is open whether a row goes, that is the one question about it, and what whoever deleted it knew
    is no side. `kept` is what a row holds that stays, where only whoever deleted it had said otherwise: to
    keep it is to keep that. In the fields `contested` those who keep it say different things.
    """

    entity: str
    key: str
    fields: tuple[str, ...]
    sides: tuple[StoredSide, ...]
    more: int = 0
    echoes: tuple[str, ...] = ()
    kept: dict[str, Any] = {}
    contested: frozenset[str] = frozenset()


type Place = tuple[str, str, tuple[str, ...]]
"""Entity, key, and the fields of it that are decided together."""


def count_contradictions(journal: Journal) -> int:
    """Return how many decisions are open; what one decision settles counts once."""
    return sum(count_by_fields(journal).values())


def count_by_fields(journal: Journal) -> dict[tuple[str, tuple[str, ...]], int]:
    """Return (entity, fields that are decided together) -> how many rows wait for a decision of their own."""
    found = _rows_by_fields(journal)
    for (_, _, names), keys in echoes(journal).items():
        found["enrolment", names] -= len(keys)
    return {kind: count for kind, count in found.items() if count}


def count_among(journal: Journal, touched: Mapping[tuple[str, str], Collection[str]]) -> int:
    """Return how many decisions are open about some rows, each with the fields that wait there."""
    asked: set[Place] = set()
    for (entity, key), fields in touched.items():
        known = [name for name in fields if knows_field(entity, name)]
        names = [DELETED] if DELETED in known else known
        asked.update((entity, key, together(entity, name)) for name in names)
    followed = {
        ("enrolment", key, place[2]): place for place, keys in echoes(journal).items() for key in keys
    }
    return len({followed.get(place, place) for place in asked})


def imports_waiting(journal: Journal) -> frozenset[int]:
    """Return the imports that brought one side of what still waits for a decision.

    Of a word that undo of a decision wrote anew it is the one that had brought the word: see `words_again`.
    """
    rows = journal.database.select(_ARRIVALS_WAITING)
    found = {int(arrival) for arrival, entity, name in rows if knows_field(str(entity), str(name))}
    again = _files_again(journal)
    if again:
        standing = ArrivalRow.select(ArrivalRow.id).where(ArrivalRow.result != "undone")
        rows = journal.database.select(standing.where(ArrivalRow.file.in_(sorted(again))))
        found.update(int(number) for (number,) in rows)
    return frozenset(found)


def _files_again(journal: Journal) -> frozenset[str]:
    asked = _rows_by_fields(journal)
    found = dict(each for entity, names in asked for each in _of_fields(journal, entity, names))
    large = _large(journal, found.keys())
    rows = dict.fromkeys(place[:2] for number, place in found.items() if number not in large)
    words = words_again(journal, journal.projector.load(rows).values())
    return frozenset(file for _, file in words.values() if file)


def _arrivals_waiting() -> peewee.Query:
    waiting: TableModel = ContradictionRow.alias("contradiction")
    query = waiting.select(EntryRow.arrival, KindRow.name, waiting.field).distinct()
    query = query.join(RegistryRow, on=RegistryRow.id == waiting.object)
    query = query.join(KindRow, on=KindRow.id == RegistryRow.kind)
    query = query.join(HeadRow, on=HeadRow.object == waiting.object)
    query = query.join(EntryRow, on=EntryRow.id == HeadRow.entry)
    return cast(peewee.Query, query.where(EntryRow.arrival.is_null(False)))


_ARRIVALS_WAITING = Statement(_arrivals_waiting)


def _rows_by_fields(journal: Journal) -> dict[tuple[str, tuple[str, ...]], int]:
    """Return (entity, fields that are decided together) -> how many rows wait for that.

    Nobody can decide here between values that only a newer version can show: they wait for it.
    """
    found: dict[tuple[str, tuple[str, ...]], int] = {}
    for entity, name, rows in journal.database.select(_BY_FIELD):
        if knows_field(str(entity), str(name)):
            names = together(str(entity), str(name))
            if len(names) == 1:
                found[str(entity), names] = int(rows)
            elif (str(entity), names) not in found:
                found[str(entity), names] = int(journal.database.select(_rows_in(str(entity), names))[0][0])
    return found


def list_contradictions(journal: Journal, limit: int | None = None) -> list[Contradiction]:
    """Return open contradictions, the oldest row first.

    With a limit so many, and of each kind (the same fields of such rows) as many: what one laptop wrote by
    the thousand hides no other kind. Echoes stand with what they echo.
    """
    follow = echoes(journal)
    echoed = {("enrolment", key, place[2]) for place, keys in follow.items() for key in keys}
    found = _places(journal, limit + len(echoed) if limit else None)
    places = [(number, place) for number, place in found if place not in echoed][:limit]
    large = _large(journal, {number for number, _ in places})
    rows = dict.fromkeys(place[:2] for number, place in places if not _is_read_in_part(number, place, large))
    states = journal.projector.load(rows)
    words = words_again(journal, states.values())
    return [
        Contradiction(
            *place,
            *(
                _some_sides(journal, number, place, large[number])
                if place[:2] not in states
                else sides_of(journal, states[place[:2]], place[2], words)
            ),
            follow.get(place, ()),
            *(kept_of(states[place[:2]]) if place[2] == (DELETED,) else ()),
        )
        for number, place in places
    ]


def find_contradiction(journal: Journal, entity: str, key: str, name: str) -> Contradiction | None:
    """Return what is open about a field of one row, and those that are decided with it."""
    if not is_key(key) or not knows_field(entity, name):
        return None
    names = together(entity, name)
    rows = journal.database.select(_is_waiting(entity, names), key_bytes(key))
    if not rows:
        return None
    number, place = int(rows[0][0]), (entity, key, names)
    large = _large(journal, [number])
    if _is_read_in_part(number, place, large):
        return Contradiction(*place, *_some_sides(journal, number, place, large[number]))
    state = journal.projector.load([(entity, key)])[entity, key]
    kept = kept_of(state) if names == (DELETED,) else ()
    sides = sides_of(journal, state, names, words_again(journal, [state]))
    return Contradiction(*place, *sides, echoes(journal).get(place, ()), *kept)


def writers_of(
    journal: Journal, entity: str, names: tuple[str, ...], limit: int
) -> list[tuple[Place, list[str]]]:
    """Return contradictions about these fields, at most `limit`, with the replicas of all their sides.

    Those of very many sides are left out: no other one is like them.
    """
    found = _of_fields(journal, entity, names, limit)
    large = _large(journal, [number for number, _ in found])
    places = [place for number, place in found if number not in large]
    states = journal.projector.load(dict.fromkeys(place[:2] for place in places))
    words = words_again(journal, states.values())
    return [
        (place, [said_by(state, heads[-1], words).r for heads in heads_of(state, names, words)])
        for place in places
        for state in (states[place[:2]],)
    ]


def contradicting(journal: Journal) -> list[Place]:
    """Return all open contradictions without their sides, echoes too."""
    return [place for _, place in _places(journal)]


MOST_ECHOES = 500
"""Where more people and participations wait, each is decided by itself: honest laptops bring a few."""


def echoes(journal: Journal) -> dict[Place, tuple[str, ...]]:
    """Return the echoes of contradictions about people: participations (keys), by what they echo.

    The same laptops must have said the same of both, so that one decision can be meant for both.
    """
    return journal.database.remembered("echoes of contradictions", lambda: _read_echoes(journal))


def _read_echoes(journal: Journal) -> dict[Place, tuple[str, ...]]:
    found: dict[Place, tuple[str, ...]] = {}
    rows = _rows_by_fields(journal)
    for entity, names in rows:
        both = rows.get(("person", names), 0), rows[entity, names]
        if entity != "enrolment" or not set(names) <= set(FACTS) or not both[0] or sum(both) > MOST_ECHOES:
            continue
        people = _of_fields(journal, "person", names)
        copies = _of_fields(journal, entity, names)
        states = journal.projector.load(dict.fromkeys(place[:2] for _, place in (*people, *copies)))
        words = words_again(journal, states.values())
        large = _large(journal, {number for number, _ in (*people, *copies)})
        said = {
            place: _said(journal, states[place[:2]], place, words)
            for number, place in people
            if number not in large
        }
        for number, place in copies:
            person = ("person", str(row_of(journal, entity, place[1]).get("person")), names)
            asked = person in said and number not in large
            mine = _said(journal, states[place[:2]], place, words) if asked else []
            if mine and mine == said[person]:
                found[person] = (*found.get(person, ()), place[1])
    return found


def _said(
    journal: Journal, state: ObjectState, place: Place, words: Words
) -> list[tuple[str, list[tuple[str, Any]]]]:
    """Return who said what of a place."""
    sides, _ = sides_of(journal, state, place[2], words)
    return sorted((side.replica, sorted(side.values.items())) for side in sides)


def _places(journal: Journal, limit: int | None = None) -> list[tuple[int, Place]]:
    """Return what waits with the numbers of its rows, the oldest row first; `limit` as many, of each kind."""
    found: list[tuple[int, int, Place]] = []
    for entity, names in _rows_by_fields(journal):
        places = _of_fields(journal, entity, names, limit)
        found.extend((turn, *place) for turn, place in enumerate(places))
    return sorted(place[1:] for place in sorted(found)[:limit])


def _of_fields(
    journal: Journal, entity: str, names: tuple[str, ...], limit: int | None = None
) -> list[tuple[int, Place]]:
    rows = journal.database.select(_waiting_of(entity, names), limit or _ALL)
    return [(int(number), (entity, key_text(bytes(raw)), names)) for number, raw in rows]


_ALL = 1 << 62
"""As many as there are."""


def _by_field() -> peewee.Query:
    waiting: TableModel = ContradictionRow.alias("contradiction")
    query = waiting.select(KindRow.name, waiting.field, peewee.fn.count(peewee.SQL("*")))
    query = query.join(RegistryRow, on=RegistryRow.id == waiting.object)
    query = query.join(KindRow, on=KindRow.id == RegistryRow.kind).where(_is_asked(waiting))
    return cast(
        peewee.Query, query.group_by(KindRow.name, waiting.field).order_by(KindRow.name, waiting.field)
    )


def _is_asked(waiting: TableModel) -> peewee.Expression:
    """Return the condition that a field is a question of its own: its row is not to be let go or kept."""
    row: TableModel = ContradictionRow.alias("of_row")
    whole = row.select(peewee.SQL("1")).where(row.object == waiting.object, row.field == DELETED)
    return cast(peewee.Expression, (waiting.field == DELETED) | ~peewee.fn.EXISTS(whole))


_BY_FIELD = Statement(_by_field)


def _waiting_in(entity: str, names: tuple[str, ...], *columns: peewee.Node) -> "peewee.ModelSelect[Any]":
    waiting: TableModel = ContradictionRow.alias("contradiction")
    query = waiting.select(waiting.object, *columns).distinct()
    query = query.join(RegistryRow, on=RegistryRow.id == waiting.object)
    query = query.join(KindRow, on=KindRow.id == RegistryRow.kind)
    query = query.where(KindRow.name == entity, waiting.field.in_(names), _is_asked(waiting))
    return cast("peewee.ModelSelect[Any]", query.order_by(waiting.object).limit(VALUE))


@cache
def _waiting_of(entity: str, names: tuple[str, ...]) -> Statement:
    return Statement(lambda: _waiting_in(entity, names, RegistryRow.key))


@cache
def _rows_in(entity: str, names: tuple[str, ...]) -> Statement:
    def build() -> peewee.Query:
        waiting: TableModel = ContradictionRow.alias("contradiction")
        query = waiting.select(peewee.fn.count(waiting.object.distinct()))
        query = query.join(RegistryRow, on=RegistryRow.id == waiting.object)
        query = query.join(KindRow, on=KindRow.id == RegistryRow.kind)
        asked = KindRow.name == entity, waiting.field.in_(names), _is_asked(waiting)
        return cast(peewee.Query, query.where(*asked))

    return Statement(build)


MOST_HEADS = 64
"""A row of more entries that stand beside each other is not read whole to show it."""


def _large(journal: Journal, numbers: Collection[int]) -> dict[int, int]:
    """Return the rows in which very many entries stand beside each other, with their count."""
    wanted = sorted(numbers)
    found: dict[int, int] = {}
    for start in range(0, len(wanted), _BLOCK):
        rows = journal.database.select(_LARGE, wanted[start : start + _BLOCK])
        found.update((int(number), int(heads)) for number, heads in rows)
    return found


def _is_read_in_part(number: int, place: Place, large: Mapping[int, int]) -> bool:
    # Who said what of a row that may go, and what of it still stands, is known only when all is read.
    return number in large and place[2] != (DELETED,)


def _some_sides(
    journal: Journal, number: int, place: Place, heads: int
) -> tuple[tuple[StoredSide, ...], int]:
    """Return what is shown, and some of the many values beside it, without reading all of them."""
    entity, key, names = place
    row = select_row(journal.database, entity, key) or {}
    shown = StoredSide({name: row.get(name) for name in names}, "", 0, "", "", shown=True)
    sides = [shown]
    for entry, raw in journal.database.select(_SOME_HEADS, number, MOST_SIDES - 1):
        found = read_entry(line_bytes(raw))
        values = {name: found.s[name] for name in names if name in found.s}
        side = StoredSide(values, found.u, found.t[0], found.r, file_of_entry(journal.database, entry), False)
        if values and values != shown.values:
            sides.append(side)
        elif values:
            sides[0] = StoredSide(values, side.user, side.at, side.replica, side.file, shown=True)
    return tuple(sides), max(0, heads - len(sides))


def decided_rows(
    journal: Journal, until: int, most: int, progress: Callable[[int], None]
) -> frozenset[tuple[str, str]]:
    """Return the rows of the newest `most` entries of this replica that may have decided something.

    Those gave a reason, replaced several entries in one field, or said of two people whether they are one, up
    to a moment in wall milliseconds. Goes through the whole journal and decodes only them; `progress` is told
    now and then how many lines were read.
    """
    found: list[tuple[tuple[int, int], tuple[str, str]]] = []
    for number, (raw,) in enumerate(journal.database.stream(_ALL_LINES), start=1):
        line = line_bytes(raw)
        if _MAY_DECIDE.search(line):
            entry = read_entry(line)
            decides = bool(entry.y) or entry.e == "pair" or any(len(each) > 1 for each in entry.w.values())
            if decides and entry.r == journal.replica and entry.t[0] <= until:
                (heappush if len(found) < most else heappushpop)(found, (entry.t, (entry.e, entry.k)))
        if number % _TOLD == 0:
            progress(number)
    return frozenset(row for _, row in found)


_ALL_LINES = Statement(lambda: EntryRow.select(EntryRow.line))
_MAY_DECIDE = regex(rb'"y":|"e":"pair"|\["[0-9a-f]{32}","')
_TOLD = 20_000
_BLOCK = 250


def _large_rows() -> "peewee.ModelSelect[Any]":
    query = HeadRow.select(HeadRow.object, peewee.fn.count(peewee.SQL("*")))
    query = query.where(HeadRow.object.in_(any_of(NUMBERS))).group_by(HeadRow.object)
    return cast("peewee.ModelSelect[Any]", query.having(peewee.fn.count(peewee.SQL("*")) > MOST_HEADS))


_LARGE = Statement(_large_rows)
_SOME_HEADS = Statement(
    lambda: (
        HeadRow.select(EntryRow.id, EntryRow.line)
        .join(EntryRow, on=EntryRow.id == HeadRow.entry)
        .where(HeadRow.object == VALUE)
        .order_by(HeadRow.entry)
        .limit(VALUE)
    )
)


@cache
def _is_waiting(entity: str, names: tuple[str, ...]) -> Statement:
    return Statement(lambda: _waiting_in(entity, names).where(RegistryRow.key == VALUE).limit(1))


def waiting_rows(journal: Journal, limit: int | None = None) -> list[tuple[str, str]]:
    """Return rows (entity, key) whose parents are not there: kept, and shown nowhere else.

    With a limit so many, and of each entity as many. Rows in which nothing stands any more wait for nobody.
    Costs nothing where nobody waits.
    """
    database = journal.database
    found: list[tuple[int, str, str]] = []
    for (entity,) in database.select(_WITH_ORPHANS):
        rows = database.select(_orphans_of(entity), limit or _ALL)
        found.extend((turn, entity, key_text(raw)) for turn, (raw,) in enumerate(rows))
    return sorted(each[1:] for each in sorted(found)[:limit])


def count_waiting_rows(journal: Journal) -> int:
    """Return how many rows wait for what they belong to."""
    database = journal.database
    return sum(
        int(database.select(_count_orphans_of(entity))[0][0]) for (entity,) in database.select(_WITH_ORPHANS)
    )


def is_waiting(journal: Journal, entity: str, key: str) -> bool:
    """Tell whether a row is kept and shown nowhere, since a parent is not there."""
    if entity not in MODELS or not is_key(key):
        return False
    return bool(journal.database.select(_is_orphan(entity), key_bytes(key)))


def _entities_with_orphans() -> peewee.Query:
    orphan: TableModel = OrphanRow.alias("orphan")
    query = orphan.select(ObjectRow.entity).join(ObjectRow, on=ObjectRow.id == orphan.object)
    return cast(peewee.Query, query.distinct())


_WITH_ORPHANS = Statement(_entities_with_orphans)


def _orphans(entity: str, *columns: peewee.Node) -> "peewee.ModelSelect[Any]":
    t = MODELS[entity].alias("t")
    found = OrphanRow.select(*columns).join(t, on=t.id == OrphanRow.object)
    found = found.join(RegistryRow, on=RegistryRow.id == t.id)
    said = says_something(entity, t)
    return found.where(*said) if said else found


@cache
def _orphans_of(entity: str) -> Statement:
    return Statement(
        lambda: _orphans(entity, RegistryRow.key).distinct().order_by(RegistryRow.key).limit(VALUE)
    )


@cache
def _count_orphans_of(entity: str) -> Statement:
    return Statement(lambda: _orphans(entity, peewee.fn.count(OrphanRow.object.distinct())))


@cache
def _is_orphan(entity: str) -> Statement:
    return Statement(lambda: _orphans(entity, OrphanRow.object).where(RegistryRow.key == VALUE).limit(1))
