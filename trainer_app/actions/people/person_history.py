"""What was ever written about a person, in words: of all records that are the person, and of the joining."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.values import say_field
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.people.people import FIELDS
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.schema import DELETED, field_label
from trainer_app.domain.exchange.forward_compat import knows_field
from trainer_app.domain.people.persons import Sex
from trainer_app.store.base import entry_history
from trainer_app.store.base.entry_history import WrittenEntry
from trainer_app.store.people import people


class FieldChange(Struct, frozen=True):
    """One field before and after: what it is called, and both values in words (`empty` where nothing was)."""

    field: Label
    before: Label
    after: Label


class PersonChange(Struct, frozen=True):
    """Something that was written about a person: who, when (wall milliseconds), on which laptop."""

    user: str
    at: int
    device: str
    file: str
    fields: tuple[FieldChange, ...] = ()
    created: bool = False
    removed: bool | None = None
    """True if the person was taken out of all lists (their creation was undone), False if put back."""
    origin: tuple[str, int] = ("", 0)
    """Replica and number of the entry: `standing.state_of` tells how far it has come to the office."""
    reason: str = ""
    """Why, where it decided a contradiction and a reason was typed."""
    record: Label | None = None
    """The name of another record that is this person, where it was written about that one."""
    said: Label | None = None
    """That two records are one person, or are not, or that this was taken back."""


def person_history(work: Workplace, key: str) -> list[PersonChange]:
    """Return what was ever written about a person, the newest first; also what came from other laptops.

    Of a person who was joined it is the history of all records, and of the joining.
    """
    names = Names(work)
    group = people.joins(work.database).group(key)
    found: list[PersonChange] = []
    for (entity, own), entries in entry_history.written_about(work.database, "person", group, "pair").items():
        found += _of_record(names, own, key, entries) if entity == "person" else _of_pair(names, entries)
    return sorted(found, key=lambda change: (change.at, change.origin[1]), reverse=True)


def _of_record(names: Names, own: str, shown: str, entries: list[WrittenEntry]) -> list[PersonChange]:
    """Return what was written about one record, the newest first."""
    known: dict[str, Any] = {}
    found: list[PersonChange] = []
    for written in entries:
        fields = tuple(
            FieldChange(field_label("person", name), before, after)
            for name, value in sorted(written.values.items(), key=lambda item: _place(item[0]))
            if name != DELETED
            and knows_field("person", name)
            and (before := _said(names, name, known.get(name))) != (after := _said(names, name, value))
        )
        gone = bool(written.values.get(DELETED, known.get(DELETED)))
        removed = gone if gone != bool(known.get(DELETED)) else None
        if fields or removed is not None:
            record = names.person(own) if own != shown else None
            found.append(_change(names, written, fields, created=not known, removed=removed, record=record))
        known.update(written.values)
    return found[::-1]


def _of_pair(names: Names, entries: list[WrittenEntry]) -> list[PersonChange]:
    """Return what was said of two people, the newest first."""
    known: dict[str, Any] = {}
    before: Label | None = None
    found: list[PersonChange] = []
    for written in entries:
        known.update(written.values)
        said = _said_of_pair(names, known, started=before is not None)
        if said is not None and said != before:
            found.append(_change(names, written, said=said))
        before = said
    return found[::-1]


def _said_of_pair(names: Names, known: Mapping[str, Any], *, started: bool) -> Label | None:
    both = {name: names.person(str(known.get(name))) for name in ("first", "second")}
    if known.get(DELETED) or known.get("one") is None:
        return Label("person.history.parted", both) if started else None
    if known["one"] is True:
        return Label("person.history.joined", {**both, "shown": names.person(str(known.get("shown")))})
    return Label("person.history.apart", both)


def _change(
    names: Names,
    written: WrittenEntry,
    fields: tuple[FieldChange, ...] = (),
    *,
    created: bool = False,
    removed: bool | None = None,
    record: Label | None = None,
    said: Label | None = None,
) -> PersonChange:
    return PersonChange(
        written.user,
        written.at,
        names.device(written.replica),
        written.file,
        fields,
        created,
        removed,
        (written.replica, written.number),
        written.reason,
        record,
        said,
    )


def _place(field: str) -> int:
    return FIELDS.index(field) if field in FIELDS else len(FIELDS)


def _said(names: Names, field: str, value: Any) -> Label:
    if value is None or (field == "sex" and value == Sex.UNKNOWN):
        return Label("review.value.blank")
    return say_field(names, "person", field, value)
