"""People: finding, creating and changing them, history; corrections of their data.

Corrections (letters of old fonts and of other alphabets, missing sex) are only offered: a person confirms
each, and all of them are one step that can be undone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct

from trainer_app.actions.base.naming import Names, told_by_whom
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.saying import say_field
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.people.facts import cleared_along, facts_along, facts_at
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.fields import ValueFormat
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.base.schema import DELETED, field_label, typed_fields
from trainer_app.domain.base.structs import typed_onto
from trainer_app.domain.base.text_cleaning import (
    convert_legacy,
    is_cyrillic,
    legacy_letters,
    repair_mixed,
    sort_key,
    without_invisible,
)
from trainer_app.domain.base.text_search import searcher
from trainer_app.domain.courses.courses import (
    FACTS,
    ON_THE_LIST,
    CourseState,
    Enrolment,
    as_enrolled,
    as_listed,
)
from trainer_app.domain.exchange.laptops import knows_field
from trainer_app.domain.people.latin import suggest_latin, usual_order
from trainer_app.domain.people.names import NameParts, guess_sex
from trainer_app.domain.people.persons import NAME_FIELDS, Person, Sex, full_name
from trainer_app.store.base import entry_history
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.entry_history import WrittenEntry
from trainer_app.store.base.rows import record_fields
from trainer_app.store.courses import courses
from trainer_app.store.people import people

FIELDS = tuple(typed_fields("person"))
"""What may be typed about a person."""


def is_known(work: Workplace, key: str) -> bool:
    """Tell whether a person is there: what created them may have been undone, or their data erased."""
    found = people.get_person(work.database, key)
    return found is not None and not found.erased


def names_known(work: Workplace, keys: Iterable[str | None]) -> dict[str, str]:
    """Return key -> short name of those who are there and not erased."""
    found = [people.get_person(work.database, key) for key in keys if key]
    return {each.key: each.short_name for each in found if each is not None and not each.erased}


def search(work: Workplace, text: str, limit: int = 200) -> list[Person]:
    """Return people found by a part of their name in any script or layout; all for an empty text.

    Joined people are one, and found under the names of all their records.
    """
    names = people.names_of_people(work.database)
    own = {number: name for number, head, name, _ in names if number == head}
    heads: set[int] = set()
    for by_ear in (False, True):
        found = searcher(text.strip(), by_ear=by_ear)
        heads = {head for _, head, name, latin in names if found(name) or (latin and found(latin))}
        if heads:
            break
    # Who is called so by the family name stands before who has it as a patronymic. Whole people are read only
    # as far as they are shown.
    shown = sorted(
        (not found(own[each].split(" ")[0]), sort_key(own[each]), each) for each in heads & set(own)
    )
    read = people.people_by_number(work.database, [number for *_, number in shown[:limit]])
    return sorted(read, key=lambda person: not found(person.family))


def get_person(work: Workplace, key: str) -> Person:
    """Return one person. Raises person.unknown."""
    person = people.get_person(work.database, key)
    if person is None:
        raise TrainerError("person.unknown")
    return person


def get_writable(work: Workplace, key: str) -> Person:
    """Return somebody of whom something may be written. Raises person.unknown, person.erased."""
    person = get_person(work, key)
    if person.erased:
        raise TrainerError("person.erased")
    return person


@guarded
def create_person(work: Workplace, fields: dict[str, Value]) -> Changes:
    """Create a person from typed fields (see `FIELDS`). Raises person.no_name, person.latin_not_latin."""
    key = work.journal.make_key()
    cleaned = person_fields(fields)
    _check_latin(cleaned)
    write = Write("person", key, cleaned)
    return work.journal.record(Label("person.step.create"), [write], key=key)


@guarded
def change_person(
    work: Workplace,
    key: str,
    fields: dict[str, Value],
    *,
    opened: Mapping[str, Value] | None = None,
    enrolment: str | None = None,
) -> Changes:
    """Change what is known of a person; only the fields given are touched.

    Raises person.no_name, person.latin_not_latin, person.unknown, person.erased.

    `enrolment` says at which course: the facts are those of the participation then, see `facts.facts_at`.
    `opened` is what these fields held when the form was opened; raises ChangedMeanwhile, see
    `domain.base.structs`. Raises enrolment.facts_fixed, enrolment.fact_of_person.
    """
    with work.journal.transaction():
        person = get_writable(work, key)
        at = courses.get_enrolment(work.database, enrolment) if enrolment else None
        shown = as_enrolled(person, at.enrolment) if at is not None else person
        now: Mapping[str, Value] = record_fields("person", shown)
        typed: Mapping[str, Value] = person_fields(fields, partial=True)
        with told_by_whom(work, "person", key):
            cleaned = dict(typed_onto(now, typed, opened))
        if cleaned.get("latin") != shown.latin:
            _check_latin(cleaned)
        # What the course alone says goes no further: not to the person, and not to the other records.
        writes = facts_at(work, person, at.enrolment, cleaned) if at is not None else []
        writes += cleared_along(work, person, cleaned)
        writes += facts_along(work, person, cleaned, but=enrolment)
        return work.journal.record(Label("person.step.change"), [Write("person", key, cleaned), *writes])


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
    written = entry_history.written_about(work.database, "person", group, "pair")
    for (entity, own), entries in written.items():
        if entity == "person":
            found += _of_record(names, own, key, entries)
        else:
            found += _of_pair(names, entries, written)
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


type _Written = Mapping[RowKey, list[WrittenEntry]]


def _called_then(names: Names, key: str, at: int, written: _Written) -> Label:
    """Return the name that a record had at a moment: what was written under an old one keeps it."""
    now, said = names.person(key), dict[str, str]()
    for each in written.get(("person", key), ()):
        if each.at <= at:
            said |= {name: str(each.values[name] or "") for name in NAME_FIELDS if name in each.values}
    then = full_name(*(said.get(name, "") for name in NAME_FIELDS))
    if then:
        return Label("review.value.text", {"text": then})
    return now if "text" in now.values else Label("person.history.somebody")


def _of_pair(names: Names, entries: list[WrittenEntry], of_people: _Written) -> list[PersonChange]:
    """Return what was said of two people, the newest first."""
    known: dict[str, Any] = {}
    before: Label | None = None
    found: list[PersonChange] = []
    for written in entries:
        known.update(written.values)

        def called(key: str, at: int = written.at) -> Label:
            return _called_then(names, key, at, of_people)

        said = _said_of_pair(called, known, started=before is not None)
        if said is not None and said != before:
            found.append(_change(names, written, said=said))
        before = said
    return found[::-1]


def _said_of_pair(called: Callable[[str], Label], known: Mapping[str, Any], *, started: bool) -> Label | None:
    both = {name: called(str(known.get(name))) for name in ("first", "second")}
    if known.get(DELETED) or known.get("one") is None:
        return Label("person.history.parted", both) if started else None
    if known["one"] is True:
        return Label("person.history.joined", {**both, "shown": called(str(known.get("shown")))})
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


def _check_latin(fields: Mapping[str, Value]) -> None:
    """Refuse Cyrillic letters in what is printed as the Latin spelling: mostly something else went there."""
    typed = str(fields.get("latin") or "")
    if is_cyrillic(typed):
        raise TrainerError("person.latin_not_latin", latin=typed)


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
    LATIN = "latin"


class Correction(Struct, frozen=True):
    """Data of a person in the row `enrolment` as they would be; `before` and `after` show what differs."""

    kind: CorrectionKind
    person: str
    before: str
    after: str
    fields: tuple[tuple[str, str], ...]
    enrolment: str = ""


def offered_corrections(work: Workplace, course: str) -> list[Correction]:
    """Return what could be put right about the people on a course's list, letters first.

    What an approved course says of them stays, and so nothing of that is offered.
    """
    listed, everybody = _listed(work, course), people.people_by_key(work.database)
    found = courses.get_course(work.database, course)
    fixed: set[str] = set()
    if found is not None and found.state is CourseState.APPROVED:
        fixed = {own.key for own, _ in listed if own.facts}
    offered = (*_letters(listed), *_sexes(listed, everybody))
    return [each for each in offered if each.enrolment not in fixed or not _values(each).keys() & set(FACTS)]


def offered_spellings(work: Workplace, course: str) -> list[Correction]:
    """Return the Latin spellings of those who have none, where the course prints them: in its usual order."""
    found = courses.get_course(work.database, course)
    if found is None or not found.prints_latin:
        return []
    listed = _listed(work, course)
    order = usual_order([person for _, person in listed])
    made = ((each, suggest_latin(each.family, each.given, order)) for _, each in listed if each.lacks_latin)
    return [
        Correction(CorrectionKind.LATIN, person.key, person.name, latin, (("latin", latin),))
        for person, latin in made
        if latin
    ]


type _Listed = Sequence[tuple[Enrolment, Person]]


def _listed(work: Workplace, course: str) -> _Listed:
    everybody = people.people_by_key(work.database)
    return [
        (item.enrolment, as_listed(everybody, item.enrolment))
        for item in courses.list_enrolments(work.database, course)
        if item.enrolment.state in ON_THE_LIST and not everybody[item.enrolment.person].erased
    ]


@guarded
def apply_corrections(work: Workplace, corrections: Sequence[Correction]) -> Changes:
    """Put right what was offered, as one step. All must be of one kind. Raises as `get_writable`."""
    kinds = {each.kind for each in corrections}
    kind = kinds.pop() if len(kinds) == 1 else CorrectionKind.LETTERS
    writes = []
    for each in corrections:
        person, changed = get_writable(work, each.person), _values(each)
        if each.enrolment:
            own = courses.get_enrolment(work.database, each.enrolment)
            writes += facts_at(work, person, own.enrolment, changed) if own is not None else []
        writes.append(Write("person", each.person, changed))
        writes += facts_along(work, person, changed, but=each.enrolment)
    label = Label(f"roster_action.step.{kind.value}", {"count": len({each.person for each in corrections})})
    return work.journal.record(label, writes)


def _values(correction: Correction) -> dict[str, Value]:
    return dict(correction.fields)


def _letters(listed: _Listed) -> Iterable[Correction]:
    found = {
        letter for _, person in listed for name in _TEXTS for letter in legacy_letters(getattr(person, name))
    }
    # ў is a letter of Uzbek: alone in a whole list it may well be right.
    legacy = bool(found - {"ў"})
    for own, person in listed:
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
                own.key,
            )


def _sexes(listed: _Listed, everybody: Mapping[str, Person]) -> Iterable[Correction]:
    for own, person in listed:
        if person.sex is not Sex.UNKNOWN:
            continue
        # Told since with the person alone, as after the course was closed, it is not guessed.
        known = everybody[person.key].sex
        if known is Sex.UNKNOWN:
            known = guess_sex(NameParts(person.family, person.given, person.patronymic))
        if known is not Sex.UNKNOWN:
            said = (("sex", known.value),)
            yield Correction(CorrectionKind.SEX, person.key, person.name, known.value, said, own.key)
