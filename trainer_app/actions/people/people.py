"""People: finding, creating, changing, joining and separating them, history; corrections of their data.

Corrections (letters of old fonts and of other alphabets, missing sex) are only offered: a person confirms
each, and all of them are one step that can be undone.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct

from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.values import say_field
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.people.directory import Directory
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value, derive_key
from trainer_app.domain.base.schema import DELETED, ValueFormat, field_label, typed_fields
from trainer_app.domain.base.text_cleaning import (
    convert_legacy,
    legacy_letters,
    repair_mixed,
    sort_key,
    without_invisible,
)
from trainer_app.domain.base.text_search import searcher
from trainer_app.domain.courses.courses import ON_THE_LIST
from trainer_app.domain.exchange.forward_compat import knows_field
from trainer_app.domain.people.matching import Candidate, find_candidates
from trainer_app.domain.people.names import NameParts, guess_sex
from trainer_app.domain.people.persons import Person, Sex
from trainer_app.store.base import entry_history
from trainer_app.store.base.drafts import Write
from trainer_app.store.courses import courses
from trainer_app.store.people import people

FIELDS = tuple(typed_fields("person"))
"""What may be typed about a person."""


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
    fields: tuple[FieldChange, ...]
    created: bool = False
    removed: bool | None = None
    """True if the person was taken out of all lists (their creation was undone), False if put back."""
    origin: tuple[str, int] = ("", 0)
    """Replica and number of the entry: `standing.state_of` tells how far it has come to the office."""
    reason: str = ""
    """Why, where it decided a contradiction and a reason was typed."""


def is_known(work: Workplace, key: str) -> bool:
    """Tell whether a person is there: what created them may have been undone, or their data erased."""
    found = people.get_person(work.database, key)
    return found is not None and not found.erased


def search(work: Workplace, text: str, limit: int = 200) -> list[Person]:
    """Return people found by a part of their name in any script or layout; all for an empty text."""
    found = searcher(text.strip())
    names = [
        (sort_key(name), number)
        for number, name, latin in people.names_of_people(work.database)
        if found(name) or (latin and found(latin))
    ]
    # Whole people are read only as far as they are shown.
    return people.people_by_number(work.database, [number for _, number in sorted(names)[:limit]])


def get_person(work: Workplace, key: str) -> Person:
    """Return one person. Raises person.unknown."""
    person = people.get_person(work.database, key)
    if person is None:
        raise TrainerError("person.unknown")
    return person


def create_person(work: Workplace, fields: dict[str, Value]) -> Changes:
    """Create a person from typed fields (see `FIELDS`). Raises person.no_name."""
    key = work.journal.make_key()
    write = Write("person", key, person_fields(fields))
    return work.journal.record(Label("person.step.create"), [write], key=key)


def change_person(work: Workplace, key: str, fields: dict[str, Value]) -> Changes:
    """Change what is known of a person; only the fields given are touched. Raises person.no_name."""
    get_person(work, key)
    cleaned = person_fields(fields, partial=True)
    return work.journal.record(Label("person.step.change"), [Write("person", key, cleaned)])


def candidates(work: Workplace) -> list[Candidate]:
    """Return pairs of people who may be one person, with reasons. Matching proposes, people decide."""
    everybody = Directory(work).matchable.values()
    return find_candidates(list(everybody), distinct=people.distinct_pairs(work.database))


def join(work: Workplace, keep: str, other: str) -> Changes:
    """Say that two people are one. One entry that `unjoin` takes back; no mark is moved or lost.

    Raises person.same, person.unknown.
    """
    if keep == other:
        raise TrainerError("person.same")
    kept = get_person(work, keep)
    get_person(work, other)
    target = kept.joined_into or keep
    if target == other:
        raise TrainerError("person.same")
    return work.journal.record(Label("person.step.join"), [Write("person", other, {"joined_into": target})])


def unjoin(work: Workplace, key: str) -> Changes:
    """Take a joining back: everything is as it was before."""
    if get_person(work, key).joined_into is None:
        raise TrainerError("person.not_joined")
    return work.journal.record(Label("person.step.unjoin"), [Write("person", key, {"joined_into": None})])


def not_the_same(work: Workplace, first: str, second: str) -> Changes:
    """Remember that two people are not one, so that they are not proposed again."""
    low, high = sorted((first, second))
    write = Write("distinct", derive_key("distinct", low, high), {"first": low, "second": high})
    return work.journal.record(Label("person.step.distinct"), [write])


def person_history(work: Workplace, key: str) -> list[PersonChange]:
    """Return what was ever written about a person, the newest first; also what came from other laptops."""
    names = Names(work)
    known: dict[str, Any] = {}
    found: list[PersonChange] = []
    for written in entry_history.written_entries(work.database, "person", key):
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
            device = names.device(written.replica)
            found.append(
                PersonChange(
                    written.user,
                    written.at,
                    device,
                    written.file,
                    fields,
                    not known,
                    removed,
                    (written.replica, written.number),
                    written.reason,
                )
            )
        known.update(written.values)
    return found[::-1]


def _place(field: str) -> int:
    return FIELDS.index(field) if field in FIELDS else len(FIELDS)


def _said(names: Names, field: str, value: Any) -> Label:
    if value is None or (field == "sex" and value == Sex.UNKNOWN):
        return Label("review.value.blank")
    return say_field(names, "person", field, value)


def person_fields(fields: dict[str, Value], *, partial: bool = False) -> dict[str, Value]:
    """Return clean journal fields of a person. Raises person.no_name, person.unknown_field."""
    unknown = fields.keys() - set(FIELDS)
    if unknown:
        raise TrainerError("person.unknown_field", field=min(unknown))
    cleaned: dict[str, Value] = {
        name: (without_invisible(value).strip() or None) if isinstance(value, str) else value
        for name, value in fields.items()
    }
    if not partial:
        cleaned.setdefault("sex", Sex.UNKNOWN.value)
    if ("family" in cleaned or not partial) and not cleaned.get("family"):
        raise TrainerError("person.no_name")
    return cleaned


_TEXTS = tuple(
    name
    for name, field in typed_fields("person").items()
    if field.shown is ValueFormat.AS_IS and not field.rare and name not in ("latin", "sex")
)
"""What is typed in Cyrillic letters."""


class CorrectionKind(StrEnum):
    """What is put right."""

    LETTERS = "letters"
    SEX = "sex"


class Correction(Struct, frozen=True):
    """One person's data as they would be. `before` and `after` show what differs, for a person to judge."""

    kind: CorrectionKind
    person: str
    before: str
    after: str
    fields: tuple[tuple[str, str], ...]


def offered_corrections(work: Workplace, course: str) -> list[Correction]:
    """Return what could be put right about the people on a course's list, letters first."""
    everybody = people.people_by_key(work.database)
    listed = [
        everybody[item.enrolment.person]
        for item in courses.list_enrolments(work.database, course)
        if item.enrolment.state in ON_THE_LIST
    ]
    return [*_letters(listed), *_sexes(listed)]


def apply_corrections(work: Workplace, corrections: Sequence[Correction]) -> Changes:
    """Put right what was offered, as one step. All must be of one kind."""
    kinds = {each.kind for each in corrections}
    kind = kinds.pop() if len(kinds) == 1 else CorrectionKind.LETTERS
    writes = [Write("person", each.person, _values(each)) for each in corrections]
    label = Label(f"roster_action.step.{kind.value}", {"count": len(writes)})
    return work.journal.record(label, writes)


def _values(correction: Correction) -> dict[str, Value]:
    return dict(correction.fields)


def _letters(listed: Sequence[Person]) -> Iterable[Correction]:
    found = {
        letter for person in listed for name in _TEXTS for letter in legacy_letters(getattr(person, name))
    }
    # ў is a letter of Uzbek: alone in a whole list it may well be right.
    legacy = bool(found - {"ў"})
    for person in listed:
        changed = []
        for name in _TEXTS:
            typed = getattr(person, name)
            after = repair_mixed(convert_legacy(typed) if legacy else typed)
            if after != typed:
                changed.append((name, typed, after))
        if changed:
            yield Correction(
                CorrectionKind.LETTERS,
                person.key,
                " ".join(typed for _, typed, _ in changed),
                " ".join(after for *_, after in changed),
                tuple((name, after) for name, _, after in changed),
            )


def _sexes(listed: Sequence[Person]) -> Iterable[Correction]:
    for person in listed:
        if person.sex is not Sex.UNKNOWN:
            continue
        guess = guess_sex(NameParts(person.family, person.given, person.patronymic))
        if guess is not Sex.UNKNOWN:
            yield Correction(
                CorrectionKind.SEX, person.key, person.name, guess.value, (("sex", guess.value),)
            )
