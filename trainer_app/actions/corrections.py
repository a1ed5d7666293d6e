"""What can be put right in people's data at once: letters of old fonts and of other alphabets, missing sex.

Only ever offered: somebody looks at every one and says yes; it is one step that can be taken back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.enrolments import ON_THE_LIST
from trainer_app.domain.journal import Value
from trainer_app.domain.letters import convert_legacy, legacy_letters, repair_mixed
from trainer_app.domain.names import NameParts, guess_sex
from trainer_app.domain.people import Person, Sex
from trainer_app.store import enrolments, people
from trainer_app.store.journal import Write

_TEXTS = ("family", "given", "patronymic", "unit", "duty_district")


class CorrectionKind(StrEnum):
    """What is put right."""

    LETTERS = "letters"
    SEX = "sex"


@dataclass(frozen=True)
class Correction:
    """One person's data as they would be. `before` and `after` show what differs, for a person to judge."""

    kind: CorrectionKind
    person: str
    before: str
    after: str
    fields: tuple[tuple[str, str], ...]


def offered(work: Workplace, course: str) -> list[Correction]:
    """Return what could be put right about the people on a course's list, letters first."""
    everybody = people.people_by_key(work.database)
    listed = [
        everybody[item.enrolment.person]
        for item in enrolments.list_enrolments(work.database, course)
        if item.enrolment.state in ON_THE_LIST
    ]
    return [*_letters(listed), *_sexes(listed)]


def correct(work: Workplace, corrections: Sequence[Correction]) -> Changes:
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
