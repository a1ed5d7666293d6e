"""What is recorded: entities, their fields, and what a merge does with each field.

This one table drives the projection into database tables, the check of bundles and the merge.
An entity or field that is not here (from a newer program) is kept in the journal and not projected.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from trainer_app.domain.base.journal import Entry, decode_entry, is_key

VERSION = 1
"""Version of the entries (`v`)."""

DELETED = "_deleted"
"""The field whose true value deletes a row."""


class MergePolicy(StrEnum):
    """What a merge does when two laptops wrote a field without knowing of each other."""

    PLAIN = "plain"
    """The greatest (time, id) is shown; the others are kept as a review item."""
    STICKY = "sticky"
    """True wins over false, whenever it was written."""
    IMMUTABLE = "immutable"
    """The first value stays shown; a second one is always a review item."""
    NEWEST = "newest"
    """The greatest (time, id) is shown and nothing is left to decide: what only describes a file."""


class FieldKind(StrEnum):
    """Type of a field's value."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"
    KEY = "key"
    LIST = "list"


@dataclass(frozen=True)
class Field:
    """One field: type, merge policy, the entity that a key points to, whether it is personal."""

    kind: FieldKind
    policy: MergePolicy = MergePolicy.PLAIN
    target: str | None = None
    personal: bool = False


@dataclass(frozen=True)
class Entity:
    """One kind of row. `parents` are key fields without which the row is not shown.

    `together` are fields that are always written in one entry, so that a merge never mixes one
    person's mark with another's minutes.
    """

    fields: Mapping[str, Field]
    parents: tuple[str, ...] = ()
    together: tuple[str, ...] = ()


def _text(*, personal: bool = False) -> Field:
    return Field(FieldKind.TEXT, personal=personal)


def _texts(stem: str) -> dict[str, Field]:
    return {f"{stem}_{language}": _text() for language in ("tg", "ru", "en")}


def _lists(stem: str) -> dict[str, Field]:
    return {f"{stem}_{language}": Field(FieldKind.LIST) for language in ("tg", "ru", "en")}


def _key(target: str, policy: MergePolicy = MergePolicy.PLAIN) -> Field:
    return Field(FieldKind.KEY, policy, target)


def _frozen(kind: FieldKind, *, target: str | None = None, personal: bool = False) -> Field:
    return Field(kind, MergePolicy.IMMUTABLE, target, personal)


_NUMBER, _FLAG, _DAY, _LIST = (
    Field(FieldKind.NUMBER),
    Field(FieldKind.FLAG),
    Field(FieldKind.DAY),
    Field(FieldKind.LIST),
)

ENTITIES: Mapping[str, Entity] = {
    "office": Entity(
        {
            **_texts("name"),
            "code": _text(),
            "country": _text(),
            # How long names are kept after a course, and how long laptops keep what is safe at the office.
            "retention_months": _NUMBER,
            "drop_days": _NUMBER,
        },
    ),
    "project": Entity(
        {
            "code": _text(),
            **_texts("title"),
            "donor": _text(),
            **_texts("partner"),
            **_texts("organiser"),
            "head": _text(),
            "field_of_work": _text(),
            "organiser_logo": _key("attachment"),
            "donor_logo": _key("attachment"),
            "partner_logo": _key("attachment"),
            # Which design each kind of certificate gets; blank: the one that ships.
            "completion_template": _key("template"),
            "attendance_template": _key("template"),
            "trainer_template": _key("template"),
            "first_day": _DAY,
            "last_day": _DAY,
            "retention_months": _NUMBER,
        }
    ),
    "course": Entity(
        {
            "code": _text(),
            "project": _key("project"),
            **_texts("title"),
            "kind": _text(),
            "venue": _text(),
            "town": _text(),
            "district": _text(),
            "zone": _text(),
            "first_day": _DAY,
            "last_day": _DAY,
            "languages": _LIST,
            "capacity": _NUMBER,
            "share_limit": _NUMBER,
            "test_limit": _NUMBER,
            "late_after": _NUMBER,
            "resit_rule": _text(),
            "state": _text(),
            "retention_day": _DAY,
        }
    ),
    "session": Entity(
        {
            "course": _key("course"),
            "day": _DAY,
            "start": _NUMBER,
            "end": _NUMBER,
            **_texts("topic"),
            "room": _text(),
            "trainers": _LIST,
            "state": _text(),
            "cancel_reason": _text(),
            "locked": _FLAG,
            "lock_reason": _text(),
            "locked_by": _text(),
            "locked_at": _NUMBER,
            "counted": _NUMBER,
        },
        parents=("course",),
    ),
    "person": Entity(
        {
            "family": _text(personal=True),
            "given": _text(personal=True),
            "patronymic": _text(personal=True),
            "latin": _text(personal=True),
            "sex": _text(personal=True),
            "rank": _text(personal=True),
            "unit": _text(personal=True),
            "duty_district": _text(personal=True),
            "phone": _text(personal=True),
            "email": _text(personal=True),
            "birth_year": Field(FieldKind.NUMBER, personal=True),
            "joined_into": _key("person"),
            # The names are gone for good; what is counted of the person stays.
            "erased": Field(FieldKind.FLAG, MergePolicy.STICKY),
        }
    ),
    "distinct": Entity(
        {"first": _key("person"), "second": _key("person")},
        parents=("first", "second"),
    ),
    "assignment": Entity(
        {"course": _key("course"), "person": _key("person"), "role": _text()},
        parents=("course", "person"),
    ),
    "enrolment": Entity(
        {
            "course": _key("course"),
            "person": _key("person"),
            "number": _NUMBER,
            "state": _text(),
            "replaces": _key("enrolment"),
            "from_day": _DAY,
            "remark": _text(personal=True),
            "override": _text(),
            "override_reason": _text(personal=True),
            # The very text that was read: any later correction takes the check back by itself.
            "name_checked": Field(FieldKind.TEXT, MergePolicy.NEWEST, personal=True),
            "name_checked_by": Field(FieldKind.TEXT, MergePolicy.NEWEST, personal=True),
        },
        parents=("course", "person"),
    ),
    "attendance": Entity(
        {
            "enrolment": _key("enrolment"),
            "session": _key("session"),
            "mark": _text(),
            "missed": _NUMBER,
            "early": _NUMBER,
            "arrived": _NUMBER,
            "remark": _text(personal=True),
            "signed": _text(),
            "settled": _text(personal=True),
        },
        parents=("enrolment", "session"),
        together=("mark", "missed", "early", "arrived"),
    ),
    "question": Entity(
        {
            "kind": _text(),
            "name": _text(),
            "topic": _text(),
            **_texts("text"),
            **_lists("options"),
            **_lists("notes"),
            "accepted": _LIST,
            # One for each option, or for each answer that is accepted.
            "credits": _LIST,
            "points": _NUMBER,
            **_texts("explanation"),
            "fixed_order": _FLAG,
            "previous": _key("question"),
            "archived": _FLAG,
        },
        together=("options_tg", "options_ru", "options_en", "accepted", "credits"),
    ),
    "form": Entity(
        {
            "kind": _text(),
            **_texts("title"),
            **_texts("intro"),
            "questions": _LIST,
            "shuffled": _FLAG,
            "version": _NUMBER,
            "previous": _key("form"),
            "frozen": _frozen(FieldKind.TEXT),
            "archived": _FLAG,
        }
    ),
    "sitting": Entity(
        {
            "course": _key("course"),
            "form": _key("form"),
            "occasion": _text(),
            "language": _text(),
            "minutes": _NUMBER,
            "double": _FLAG,
            "paged": _FLAG,
        },
        parents=("course", "form"),
    ),
    "paper": Entity(
        {
            "course": _key("course"),
            "enrolment": _key("enrolment"),
            "form": _key("form"),
            "occasion": _text(),
            "attempt": _NUMBER,
            "number": _NUMBER,
            "points": _NUMBER,
            "out_of": _NUMBER,
            # Who keyed in half of it here and half of it there is no question for Review.
            "language": Field(FieldKind.TEXT, MergePolicy.NEWEST),
            "keyed_by": Field(FieldKind.TEXT, MergePolicy.NEWEST, personal=True),
            "checked_by": Field(FieldKind.TEXT, MergePolicy.NEWEST, personal=True),
            "started": Field(FieldKind.NUMBER, MergePolicy.NEWEST),
            "finished": _FLAG,
        },
        parents=("course", "enrolment"),
        together=("points", "out_of"),
    ),
    # Corrected by whoever sees the older value; two that did not know of each other wait for a decision.
    "answer": Entity(
        {
            "paper": _key("paper"),
            "question": _key("question"),
            "value": _text(personal=True),
            "second": _text(personal=True),
        },
        parents=("paper",),
    ),
    "feedback_paper": Entity(
        {
            "course": _key("course"),
            "form": _key("form"),
            "occasion": _text(),
            "day": _DAY,
            "number": _NUMBER,
            "answers": _LIST,
            "second": _LIST,
        },
        parents=("course", "form"),
    ),
    "certificate": Entity(
        {
            "enrolment": _frozen(FieldKind.KEY, target="enrolment"),
            "kind": _frozen(FieldKind.TEXT),
            "serial": _frozen(FieldKind.TEXT),
            "language": _frozen(FieldKind.TEXT),
            "facts": _frozen(FieldKind.TEXT, personal=True),
            "credential": _frozen(FieldKind.TEXT, personal=True),
            "badge": _frozen(FieldKind.TEXT, personal=True),
            # What lists of the void name it by, once the credential is erased.
            "credential_id": _frozen(FieldKind.TEXT),
            "issued_on": _frozen(FieldKind.DAY),
            "void": Field(FieldKind.FLAG, MergePolicy.STICKY),
            "reason": _text(personal=True),
            "replaced_by": _key("certificate"),
            "received": _text(),
            "received_on": _DAY,
        },
        parents=("enrolment",),
        together=("received", "received_on"),
    ),
    # One row for each time: counted together, so that two laptops never contradict each other.
    "printing": Entity(
        {"certificate": _key("certificate"), "on": _DAY, "copies": _NUMBER, "kind": _text()},
        parents=("certificate",),
    ),
    "attachment": Entity(
        {
            "course": _key("course"),
            "project": _key("project"),
            "kind": _text(),
            "sheet": _text(),
            "page": _NUMBER,
            # Two trainers may attach the very same scan, under two names and on two days.
            "name": Field(FieldKind.TEXT, MergePolicy.NEWEST, personal=True),
            "media": _text(),
            "sha256": _frozen(FieldKind.TEXT),
            "size": _NUMBER,
            "added_on": Field(FieldKind.DAY, MergePolicy.NEWEST),
            "travels": Field(FieldKind.FLAG, MergePolicy.STICKY),
        }
    ),
    # A design of certificates as one file. Saving it again is a new row, so what was issued keeps its own.
    "template": Entity(
        {
            "name": _text(),
            "kind": _text(),
            "sha256": _frozen(FieldKind.TEXT),
            "size": _NUMBER,
            "archived": _FLAG,
        }
    ),
    # Who signs, for a whole project or for one course; without a row the head and the lead trainer do.
    "signatory": Entity(
        {
            "project": _key("project"),
            "course": _key("course"),
            "role": _text(),
            "number": _NUMBER,
            **_texts("name"),
            **_texts("title"),
            "signature": _key("attachment"),
        }
    ),
    # What was erased, by whom and why: it names nobody. See `domain.erasing`.
    "erasure": Entity(
        {
            "kind": _frozen(FieldKind.TEXT),
            "day": _frozen(FieldKind.DAY),
            "by": _frozen(FieldKind.TEXT),
            "reason": _frozen(FieldKind.TEXT),
            "reference": _frozen(FieldKind.TEXT),
            "person": _frozen(FieldKind.KEY, target="person"),
            "courses": _frozen(FieldKind.LIST),
            "people": _NUMBER,
            "kept": _NUMBER,
            "entries": _NUMBER,
            "certificates": _NUMBER,
            "scans": _NUMBER,
        }
    ),
    # What the office asks of one laptop. Done on two of its copies is done.
    "errand": Entity(
        {
            "device": _text(),
            "kind": _text(),
            "text": _text(personal=True),
            "course": _key("course"),
            "asked_on": _DAY,
            "withdrawn": Field(FieldKind.FLAG, MergePolicy.STICKY),
            "answer": Field(FieldKind.TEXT, MergePolicy.NEWEST, personal=True),
            "done_on": Field(FieldKind.DAY, MergePolicy.NEWEST),
        },
        together=("answer", "done_on"),
    ),
    "issuer": Entity(
        {
            "device": _text(),
            "name": _text(),
            "signing_key": _frozen(FieldKind.TEXT),
            "receiving_key": _frozen(FieldKind.TEXT),
            "revoked": Field(FieldKind.FLAG, MergePolicy.STICKY),
            "revoked_on": _DAY,
        }
    ),
}


def field_of(entity: str, name: str) -> Field | None:
    """Return a field's description; None for one that this program does not know."""
    found = ENTITIES.get(entity)
    return found.fields.get(name) if found else None


def policy_of(entity: str, name: str) -> MergePolicy:
    """Return a field's merge policy; unknown fields are plain."""
    found = field_of(entity, name)
    return found.policy if found else MergePolicy.PLAIN


_TYPES: Mapping[FieldKind, type] = {
    FieldKind.TEXT: str,
    FieldKind.DAY: str,
    FieldKind.KEY: str,
    FieldKind.NUMBER: int,
    FieldKind.FLAG: bool,
    FieldKind.LIST: list,
}


def project(entity: str, row: Mapping[str, object]) -> dict[str, object]:
    """Return the part of a row that this program shows: known fields, of the right type, not blank.

    A value of another type (from a damaged or hostile file) stays in the journal and is not shown.
    """
    found = ENTITIES.get(entity)
    if found is None:
        return {}
    return {
        name: row[name]
        for name, field in found.fields.items()
        if name in row and _fits(field.kind, row[name])
    }


def _fits(kind: FieldKind, value: object) -> bool:
    if kind is FieldKind.KEY:
        return isinstance(value, str) and is_key(value)
    return type(value) is _TYPES[kind]


type Upcaster = Callable[[Entry], Entry]

UPCASTERS: Mapping[int, Upcaster] = {}
"""By the version they start from. Version 1 is the first, so there is none yet."""


def upgrade(entry: Entry, upcasters: Mapping[int, Upcaster] = UPCASTERS, version: int = VERSION) -> Entry:
    """Return the entry in `version`. Newer and erased entries are returned as they are.

    Raises ValueError when an upcaster is missing or does not raise the version by one.
    """
    while entry.v < version and not entry.erased:
        upcaster = upcasters.get(entry.v)
        if upcaster is None:
            raise ValueError(f"no upcaster from version {entry.v}")
        raised = upcaster(entry)
        if raised.v != entry.v + 1 or (raised.r, raised.n, raised.t) != (entry.r, entry.n, entry.t):
            raise ValueError(f"the upcaster from version {entry.v} changed more than it may")
        entry = raised
    return entry


def read_entry(line: bytes) -> Entry:
    """Read a line as this program understands it. Raises `BadEntry` as `decode_entry` does."""
    entry = decode_entry(line)
    return entry if entry.v >= VERSION else upgrade(entry, UPCASTERS, VERSION)


def raise_version(entry: Entry, **changes: object) -> Entry:
    """Return the entry one version higher, with some members replaced: the body of most upcasters."""
    return msgspec.structs.replace(entry, v=entry.v + 1, **changes)
