"""Erases people's data from the journal, and drops rows that are safe at the office.

Which rows are about some people, or about everybody of some courses, goes by the tables, where a row stands
under whom it is shown; a row that is not shown any more belongs to everybody whom its entries ever named.

An erased line falls silent: it keeps its number and its id (see `domain.base.journal`), so nothing is missing
from the journal; what may stay of it is written anew, and the full line never comes back. This cannot be
undone. A dropped line falls silent on this laptop alone: it never travels, and its full line may come
back.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, reduce
from operator import or_

import peewee
from msgspec import Struct

from trainer_app.domain.base import schema
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import Entry, Value, entry_id, erase_line, is_silent
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.base.schema import DELETED, read_entry, typed_fields
from trainer_app.domain.base.structs import gc_paused
from trainer_app.domain.office.erasing import Erasure, RestOf, rewrite_entries
from trainer_app.domain.people.persons import Person
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import NUMBERS, VALUE, Statement, adding_missing, any_of
from trainer_app.store.base.drafts import forget_steps
from trainer_app.store.base.journal import LONGEST_ERASED, PUT_LINE, Journal
from trainer_app.store.base.judging import read_proposals
from trainer_app.store.base.models import (
    MODELS,
    DroppedRow,
    EntryRow,
    JournalRow,
    KindRow,
    ObjectRow,
    RegistryRow,
)
from trainer_app.store.base.object_ids import find_number, key_text, line_bytes
from trainer_app.store.base.rows import RecordReader, Rows, record_fields, select_rows
from trainer_app.store.base.upgrade import entry_batches, refold
from trainer_app.store.people.people import people_by_key

_AT_ONCE = 500
_CHILDREN = (
    ("enrolment", "attendance", "enrolment"),
    ("enrolment", "paper", "enrolment"),
    ("enrolment", "certificate", "enrolment"),
    ("enrolment", "participation", "enrolment"),
    ("paper", "answer", "paper"),
)
"""(entity, entity below it, field by which that names it), parents first."""
_BELOW = ("enrolment", "attendance", "paper", "certificate", "participation", "answer", "attachment", "pair")


def rows_of_people(
    database: Database, people: Collection[str], within: Collection[RowKey] | None = None
) -> frozenset[RowKey]:
    """Return the rows about some people: they, their enrolments, marks, papers, answers, certificates, pairs.

    With `within` rows that are not shown any more are looked for among those alone, which is quick.
    """
    found = {("person", key) for key in people}
    for entity, field in (("enrolment", "person"), ("pair", "first"), ("pair", "second")):
        found |= rows_pointing(database, entity, field, [("person", key) for key in people])
    return frozenset(_below(database, found, {("person", key) for key in people}, within))


def rows_of_courses(
    database: Database, courses: Collection[str], within: Collection[RowKey] | None = None
) -> frozenset[RowKey]:
    """Return the rows about everybody of some courses, the people themselves left out; and their scans."""
    named = {("course", key) for key in courses}
    found = rows_pointing(database, "enrolment", "course", named)
    found |= rows_pointing(database, "attachment", "course", named)
    return frozenset(_below(database, found, named, within))


def rows_below(database: Database, rows: Collection[RowKey]) -> frozenset[RowKey]:
    """Return some rows with all that are shown below them."""
    found = set(rows)
    for parent, entity, field in _CHILDREN:
        found |= rows_pointing(database, entity, field, [row for row in found if row[0] == parent])
    return frozenset(found)


def _below(
    database: Database, found: set[RowKey], named: set[RowKey], within: Collection[RowKey] | None
) -> set[RowKey]:
    """Return rows with all below them, and with hidden rows that named one of them or of `named`."""
    found |= rows_below(database, found)
    hidden = _hidden(database) if within is None else _hidden_among(database, within)
    if not hidden:
        return found
    ties = _ever_named(database, hidden)
    inside = {key for _, key in (*found, *named)}
    # Twice: a hidden answer lies below a hidden paper below a hidden enrolment.
    for _ in range(len(_CHILDREN)):
        fresh = {row for row in hidden - found if not inside.isdisjoint(ties.get(row, ()))}
        found |= fresh
        inside |= {key for _, key in fresh}
    return found


def rows_pointing(database: Database, entity: str, field: str, parents: Iterable[RowKey]) -> set[RowKey]:
    """Return the rows of an entity's table whose field points to one of some rows."""
    numbers = [number for row in parents if (number := find_number(database, *row)) is not None]
    found: set[RowKey] = set()
    for start in range(0, len(numbers), _AT_ONCE):
        rows = database.select(_pointing(entity, field), numbers[start : start + _AT_ONCE])
        found |= {(entity, key_text(key)) for (key,) in rows}
    return found


@cache
def _pointing(entity: str, field: str) -> Statement:
    def build() -> peewee.ModelSelect:
        t = MODELS[entity]
        query: peewee.ModelSelect = t.select(RegistryRow.key).join(RegistryRow, on=RegistryRow.id == t.id)
        return query.where(getattr(t, field).in_(any_of(NUMBERS)))

    return Statement(build)


def people_taken_back(database: Database, people: Iterable[Person]) -> frozenset[str]:
    """Return the keys of people who were taken back and had just the name of one of some people.

    Those of a list whose import was undone: no list shows them, and nobody can reach them.
    """
    names = {tuple(getattr(each, name) for name in _CALLED) for each in people if each.family and each.given}
    shown = MODELS["person"].select(MODELS["person"].id)
    rows = database.select(_keys_of("person").where(ObjectRow.id.not_in(shown))) if names else []
    hidden = {("person", key_text(key)) for (key,) in rows}
    if not hidden:
        return frozenset()
    known: dict[str, dict[str, Value]] = {}
    for (_, key), entry in entries_of_rows(database, hidden):
        known.setdefault(key, {}).update(entry.s)
    return frozenset(
        key
        for key, fields in known.items()
        if DELETED in fields and tuple(fields.get(name) or "" for name in _CALLED) in names
    )


_CALLED = ("family", "given", "patronymic")


def _hidden(database: Database) -> set[RowKey]:
    """Return the rows that have a number and are not shown: deleted ones, and a newer version's kinds."""
    kinds = [str(name) for (name,) in database.select(KindRow.select(KindRow.name))]
    found: set[RowKey] = set()
    for entity in kinds:
        if entity not in schema.ENTITIES:
            rows = database.select(_keys_of(entity))
            found |= {(entity, key_text(key)) for (key,) in rows}
    for entity in _BELOW:
        shown = MODELS[entity].select(MODELS[entity].id)
        rows = database.select(_keys_of(entity).where(ObjectRow.id.not_in(shown)))
        found |= {(entity, key_text(key)) for (key,) in rows}
    return found


def _keys_of(entity: str) -> "peewee.ModelSelect[ObjectRow]":
    return ObjectRow.select(ObjectRow.key).where(ObjectRow.entity == entity)


def _hidden_among(database: Database, rows: Collection[RowKey]) -> set[RowKey]:
    """Return those of some rows that have a number and are not shown."""
    found: set[RowKey] = set()
    for entity, key in rows:
        if entity not in schema.ENTITIES:
            found.add((entity, key))
            continue
        number = find_number(database, entity, key) if entity in _BELOW else None
        if number is not None and not database.select(_is_shown(entity), number):
            found.add((entity, key))
    return found


@cache
def _is_shown(entity: str) -> Statement:
    model = MODELS[entity]
    return Statement(lambda: model.select(peewee.SQL("1")).where(model.id == VALUE))


def _ever_named(database: Database, rows: Collection[RowKey]) -> dict[RowKey, set[str]]:
    """Return the keys and other texts that the entries of some rows ever set."""
    found: dict[RowKey, set[str]] = {}
    for batch in entry_batches(database):
        for _, _, entry in batch:
            if (entry.e, entry.k) in rows:
                # A list of a newer version's kind may name people too.
                values = (value if isinstance(value, list) else [value] for value in entry.s.values())
                texts = {each for value in values for each in value if isinstance(each, str)}
                found.setdefault((entry.e, entry.k), set()).update(texts)
    return found


_PART = 2_000
"""Lines changed by one statement."""


class SilencePlan(Struct, frozen=True):
    """What erasing would do: numbers of lines with what is left of them, entries to write, rows touched."""

    gone: tuple[tuple[int, bytes], ...] = ()
    made: tuple[Entry, ...] = ()
    rows: frozenset[RowKey] = frozenset()


def plan_erasing(database: Database, rows: Collection[RowKey], rest: RestOf) -> SilencePlan:
    """Look at what must go of some rows; `rest` says what may stay. Changes nothing."""
    proposals = read_proposals(database)
    gone = _proposed(proposals, rows, rest)
    made: list[Entry] = []
    touched: set[RowKey] = set()
    for place, lines in lines_of_rows(database, rows).items():
        entries = {own: entry for own, (number, _, entry) in lines.items() if number not in proposals}
        rewritten = rewrite_entries(place, entries, rest)
        if rewritten.silenced:
            touched.add(place)
            gone += [(lines[own][0], erase_line(lines[own][1])) for own in rewritten.silenced]
            made += rewritten.made
    return SilencePlan(tuple(gone), tuple(made), frozenset(touched))


def _proposed(
    proposals: Mapping[int, bytes], rows: Collection[RowKey], rest: RestOf
) -> list[tuple[int, bytes]]:
    """Return what is left of proposals that say anything personal of some rows: nobody counts on them."""
    keys = {key for _, key in rows}
    found = []
    for number, line in proposals.items():
        entry = read_entry(line)
        about = entry.k in keys or any(value in keys for value in entry.s.values() if isinstance(value, str))
        if not entry.erased and about and (entry.y or rest(entry.e, entry.s, {}) != entry.s):
            found.append((number, erase_line(line)))
    return found


def silence_planned(journal: Journal, planned: SilencePlan, label: Label, at: int) -> None:
    """Erase what was planned. Use inside the `Journal.transaction` in which it was; undo ends here.

    `label` and `at` (wall milliseconds) are what the list of steps begins with now.
    """
    if not planned.gone:
        return
    journal.append(planned.made)
    put_silent(journal.database, planned.gone)
    forget_steps(journal.database, label, at)
    refold(journal, set(planned.rows))
    journal.projector.flush()


def put_silent(database: Database, lines: Iterable[tuple[int, bytes]]) -> None:
    """Put erased lines in the places of full ones. Use inside a transaction, and fold their rows anew."""
    waiting = [(line, number) for number, line in lines]
    for start in range(0, len(waiting), _PART):
        database.run_many(PUT_LINE, waiting[start : start + _PART])


def lines_of_rows(
    database: Database, rows: Collection[RowKey]
) -> dict[RowKey, dict[bytes, tuple[int, bytes, Entry]]]:
    """Return the lines of some rows by id, each with its number; erased ones left out."""
    wanted = frozenset(rows)
    found: dict[RowKey, dict[bytes, tuple[int, bytes, Entry]]] = {}
    with gc_paused():
        for batch in entry_batches(database):
            for number, line, entry in batch:
                place = (entry.e, entry.k)
                if not entry.erased and place in wanted:
                    found.setdefault(place, {})[entry_id(line)] = (number, line, entry)
    return found


def silence_entries(journal: Journal, ids: Collection[bytes], label: Label, at: int) -> frozenset[RowKey]:
    """Let the lines with some ids fall silent; return their rows. Use inside `Journal.transaction`."""
    gone: list[tuple[int, bytes]] = []
    touched: set[RowKey] = set()
    for batch in entry_batches(journal.database):
        for number, line, entry in batch:
            if not entry.erased and entry_id(line) in ids:
                gone.append((number, erase_line(line)))
                touched.add((entry.e, entry.k))
    silence_planned(journal, SilencePlan(tuple(gone), (), frozenset(touched)), label, at)
    return frozenset(touched)


def shown_people(database: Database) -> dict[str, bool]:
    """Return the keys of all people who are shown, each with whether it is marked as erased."""
    return {key: each.erased for key, each in people_by_key(database).items()}


def _retyped() -> peewee.ModelSelect:
    person = MODELS["person"]
    typed = [getattr(person, name).is_null(False) for name in typed_fields("person") if name != "sex"]
    query: peewee.ModelSelect = person.select(peewee.SQL("1")).where(person.erased, reduce(or_, typed))
    return query.limit(1)


_RETYPED = Statement(_retyped)


def is_retyped(database: Database) -> bool:
    """Tell whether something is written again of somebody who is marked as erased."""
    return bool(database.select(_RETYPED))


def silent_ids(database: Database, *, dropped: bool = True) -> frozenset[bytes]:
    """Return the ids of all lines that were erased, with those that were let go of here alone or without."""
    short = JournalRow.select(EntryRow.line).join(EntryRow, on=EntryRow.id == JournalRow.id)
    if not dropped:
        short = short.where(JournalRow.id.not_in(DroppedRow.select(DroppedRow.id)))
    rows = database.stream(short.where(peewee.fn.length(JournalRow.tail) < LONGEST_ERASED))
    lines = (line_bytes(line) for (line,) in rows)
    return frozenset(entry_id(line) for line in lines if is_silent(line))


def speaking_entries(database: Database) -> Iterator[tuple[bytes, Entry]]:
    """Yield every line that still says something, with its entry."""
    for batch in entry_batches(database):
        yield from ((line, entry) for _, line, entry in batch if not entry.erased)


_ERASURES = Rows("erasure", order=lambda rows: (rows.t.day.desc(), rows.own.key.desc()))
_erasure = RecordReader(Erasure, "erasure")


def list_erasures(database: Database) -> list[Erasure]:
    """Return all of them, the newest first."""
    return [_erasure(fields) for fields in select_rows(database, _ERASURES)]


def erasure_fields(erasure: Erasure) -> dict[str, Value]:
    """Return the journal fields of a record."""
    own: dict[str, Value] = {"by": erasure.by, "reason": erasure.reason}
    return record_fields("erasure", erasure, **own, courses=list(erasure.courses) or None)


def entries_of_rows(database: Database, rows: Collection[RowKey]) -> Iterable[tuple[RowKey, Entry]]:
    """Yield the entries about some rows, each with its row."""
    for place, lines in lines_of_rows(database, rows).items():
        for _, _, entry in lines.values():
            yield place, entry


def dropped_places(database: Database) -> frozenset[int]:
    """Return the places in the journal of the lines that were let go of here alone."""
    return frozenset(place for (place,) in database.select(DroppedRow.select(DroppedRow.id)))


_ADD_DROPPED = adding_missing(DroppedRow.id)


def drop_rows(journal: Journal, rows: Collection[RowKey], label: Label, at: int) -> int:
    """Let go of some rows; return how many lines fell silent. Use inside `Journal.transaction`.

    Undo ends here: the list of steps begins with `label` at `at` (wall milliseconds).
    """
    found = lines_of_rows(journal.database, rows)
    lines = [(number, erase_line(line)) for each in found.values() for number, line, _ in each.values()]
    if not lines:
        return 0
    put_silent(journal.database, lines)
    journal.database.run_many(_ADD_DROPPED, [(number,) for number, _ in lines])
    forget_steps(journal.database, label, at)
    refold(journal, set(found))
    journal.projector.flush()
    return len(lines)
