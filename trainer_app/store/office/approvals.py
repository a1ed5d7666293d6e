"""Approvals with what they keep, and the rows of one course that they are about: all at once, by the tables.

`Scopes` finds rows by all that was ever written; that takes as long as the whole journal is. What an approval
signs is what is shown, and the tables lead to that in milliseconds, whatever else the database holds.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import cache

import msgspec
import peewee

from trainer_app.domain.base.journal import Entry
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.base.schema import read_entry
from trainer_app.domain.office.approvals import Approval, KeptParticipation
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import NUMBERS, VALUE, Statement, any_of
from trainer_app.store.base.models import MODELS, EntryRow, HeadRow, RegistryRow, ReplicaRow
from trainer_app.store.base.object_ids import (
    MAX_ENTRY_NUMBER,
    NUMBER_BITS,
    find_numbers,
    key_text,
    line_bytes,
)
from trainer_app.store.base.rows import Fields, RecordReader, Rows, object_number, select_rows
from trainer_app.store.exchange.course_scope import leads_to_course

SIGNED = (
    "course",
    "session",
    "assignment",
    "enrolment",
    "attendance",
    "sitting",
    "paper",
    "answer",
    "feedback_paper",
    "certificate",
    "attachment",
)
"""The entities whose rows an approval is about."""
_APPROVALS = Rows(
    "approval", lambda rows: rows.t.course == VALUE, lambda rows: (rows.t.at.desc(), rows.own.key.desc())
)
_KEPT = Rows("participation", lambda rows: rows.t.approval == VALUE, lambda rows: (rows.own.key,))
_approval = RecordReader(Approval, "approval", own=("figures", "seen"))
_kept = RecordReader(KeptParticipation, "participation")


def newest_approval(database: Database, course: str) -> Approval | None:
    """Return the newest approval of a course; None if it was never approved."""
    rows = select_rows(database, _APPROVALS, object_number(database, "course", course))
    return _read(rows[0]) if rows else None


def kept_participations(database: Database, approval: str) -> list[KeptParticipation]:
    """Return the participations that an approval keeps, in the order of their keys."""
    return [_kept(row) for row in select_rows(database, _KEPT, object_number(database, "approval", approval))]


def _read(row: Fields) -> Approval:
    return _approval(row, figures=_document(row["figures"]), seen=_document(row["seen"]))


def _document(text: object) -> Mapping[str, object]:
    """Return a document that an approval keeps; an empty one where it cannot be read."""
    try:
        found = msgspec.json.decode(text) if isinstance(text, str) else {}
    except msgspec.DecodeError:
        return {}
    return found if isinstance(found, dict) else {}


@cache
def _rows_of(entity: str) -> Rows:
    return Rows(entity, lambda rows: leads_to_course(entity, rows.t))


def signed_rows(database: Database, course: str) -> dict[RowKey, Fields]:
    """Return what is shown of a course that an approval is about, by row; `key` is among the fields."""
    number = object_number(database, "course", course)
    return {
        (entity, row["key"]): row
        for entity in SIGNED
        for row in select_rows(database, _rows_of(entity), number)
    }


@cache
def _places_of(entity: str) -> Statement:
    """Return the statement for (key, place in the journal, fields) of the heads of a course's rows."""

    def build() -> peewee.Node:
        t = MODELS[entity].alias("t")
        at_row = RegistryRow.id == t.id
        sole = t.select(RegistryRow.key, RegistryRow.head, peewee.SQL("NULL")).join(RegistryRow, on=at_row)
        spread = t.select(RegistryRow.key, HeadRow.entry, HeadRow.fields).join(RegistryRow, on=at_row)
        spread = spread.join(HeadRow, on=HeadRow.object == t.id)
        found: peewee.Node = sole.where(
            leads_to_course(entity, t), RegistryRow.head.is_null(False)
        ).union_all(spread.where(leads_to_course(entity, t)))
        return found

    return Statement(build)


def _places_of_pairs() -> peewee.Node:
    """Return the query of the same of all pairs of people of whom something is said."""
    # Not joined: with no condition on pairs the registry, which is as large as everything, is read first.
    pairs = MODELS["pair"].select(MODELS["pair"].id)
    sole = RegistryRow.select(RegistryRow.key, RegistryRow.head, peewee.SQL("NULL"))
    spread = RegistryRow.select(RegistryRow.key, HeadRow.entry, HeadRow.fields)
    spread = spread.join(HeadRow, on=HeadRow.object == RegistryRow.id).where(RegistryRow.id.in_(pairs))
    found: peewee.Node = sole.where(RegistryRow.id.in_(pairs), RegistryRow.head.is_null(False)).union_all(
        spread
    )
    return found


def _places_of_row() -> peewee.Node:
    """Return the query of the same of one row by its number, shown or not."""
    sole = RegistryRow.select(RegistryRow.key, RegistryRow.head, peewee.SQL("NULL"))
    spread = RegistryRow.select(RegistryRow.key, HeadRow.entry, HeadRow.fields)
    spread = spread.join(HeadRow, on=HeadRow.object == RegistryRow.id).where(RegistryRow.id == VALUE)
    found: peewee.Node = sole.where(RegistryRow.id == VALUE, RegistryRow.head.is_null(False)).union_all(
        spread
    )
    return found


_OF_PAIRS = Statement(_places_of_pairs)
_OF_ROW = Statement(_places_of_row)
_LINES = Statement(
    lambda: EntryRow.select(EntryRow.id, EntryRow.line).where(EntryRow.id.in_(any_of(NUMBERS)))
)
_REPLICAS = Statement(lambda: ReplicaRow.select(ReplicaRow.id, ReplicaRow.name))


class Later:
    """Finds what stands now that was written beyond what was `seen`: up to which number of each replica."""

    def __init__(self, database: Database, seen: Mapping[str, int]) -> None:
        self._database = database
        self._known = {
            int(number): int(seen.get(str(name), 0)) for number, name in database.select(_REPLICAS)
        }

    def of_course(self, course: str) -> tuple[list[tuple[RowKey, Entry]], set[RowKey]]:
        """Return the entries on which the shown rows of a course rest, each with those of its fields.

        And all those rows.
        """
        number = object_number(self._database, "course", course)
        places: list[tuple[int, RowKey, str | None]] = []
        shown: set[RowKey] = set()
        for entity in SIGNED:
            for key, place, fields in self._database.select(_places_of(entity), number, number):
                row = (entity, key_text(key))
                shown.add(row)
                if self._is_later(place):
                    places.append((place, row, fields))
        return self._entries(places), shown

    def of_rows(self, rows: Iterable[RowKey]) -> list[tuple[RowKey, Entry]]:
        """Return the same of some rows that are not shown any more."""
        places: list[tuple[int, RowKey, str | None]] = []
        for row, number in find_numbers(self._database, rows).items():
            found = self._database.select(_OF_ROW, number, number)
            places += [(place, row, fields) for _, place, fields in found if self._is_later(place)]
        return self._entries(places)

    def of_pairs(self) -> list[tuple[RowKey, Entry]]:
        """Return the same of all pairs of people of whom something is said; of joins there are few."""
        found = self._database.select(_OF_PAIRS)
        return self._entries(
            [(place, ("pair", key_text(key)), names) for key, place, names in found if self._is_later(place)]
        )

    def _is_later(self, place: int) -> bool:
        return place & MAX_ENTRY_NUMBER > self._known.get(place >> NUMBER_BITS, 0)

    def _entries(self, places: Collection[tuple[int, RowKey, str | None]]) -> list[tuple[RowKey, Entry]]:
        wanted = sorted({place for place, _, _ in places})
        lines = {number: line_bytes(line) for number, line in self._database.select(_LINES, wanted)}
        found = []
        for place, row, names in places:
            entry = read_entry(lines[place])
            if names is not None:
                told = {name: entry.s[name] for name in names.split(",") if name in entry.s}
                entry = msgspec.structs.replace(entry, s=told)
            found.append((row, entry))
        return found
