"""What an erased entry leaves behind: the figures stay, what names or describes a person goes.

A person's rows stay as they are counted: that somebody of this sex took part, their marks, minutes and
points, the numbers of certificates. Names, rank, unit, duty district, telephone, remarks, the text on
certificates, and free words on tests go. The row keeps its key, which says nothing of anybody. Of what only a
newer version of the program understands all words and numbers go: nobody can tell here whom they are about.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

import msgspec

from trainer_app.domain import schema
from trainer_app.domain.answers import credit_of
from trainer_app.domain.certificates import Facts
from trainer_app.domain.keys import is_key
from trainer_app.domain.questions import Question, QuestionKind
from trainer_app.domain.schema import DELETED

BLURRED = "–"
"""Takes the place of free words that earned nothing: answered, and nobody can say what."""

_STAYS = frozenset({("person", "sex")})
"""Personal fields that reports count by and that name nobody."""

type Fields = dict[str, Any]


@dataclass(frozen=True)
class Blurring:
    """How values are blurred whose rule lies outside this module.

    `question` returns the question with a key, or None; `credential_id` the id of a credential's text.
    """

    question: Callable[[str], Question | None]
    credential_id: Callable[[str], str]

    def rest_of(self, entity: str, fields: Mapping[str, Any], row: Mapping[str, Any]) -> Fields:
        """Return what may stay of the fields that one entry set; `row` is all that is shown of its row.

        An entry of which everything may stay is returned as it is, so that equality tells whether it must go.
        What is returned, given again, comes back unchanged.
        """
        if entity == "attachment":
            # Asked about only where all of a course goes; a scan shows names and signatures of many.
            return {}
        if entity == "answer":
            question = self.question(str(fields.get("question") or row.get("question") or ""))
            return {name: _answer(question, name, value) for name, value in fields.items()}
        rest: Fields = {}
        for name, value in fields.items():
            described = schema.field_of(entity, name)
            if described is None:
                personal = not _says_nothing(value)
            else:
                personal = described.personal and (entity, name) not in _STAYS
            if not personal or value is None or name == DELETED:
                rest[name] = value
            elif (entity, name) == ("certificate", "facts"):
                rest[name] = blur_facts(str(value))
            elif (entity, name) == ("certificate", "credential"):
                rest["credential_id"] = self.credential_id(str(value))
        return rest


def _says_nothing(value: Any) -> bool:
    """Tell whether a value that only a newer version understands can name nobody: yes, no, and keys."""
    values = value if isinstance(value, list) else [value]
    return all(isinstance(each, bool) or (isinstance(each, str) and is_key(each)) for each in values)


def blur_facts(text: str) -> str:
    """Return the frozen text of a certificate without whom it was for and who signed."""
    try:
        facts = msgspec.json.decode(text, type=Facts)
    except msgspec.DecodeError:
        return ""
    blurred = replace(
        facts, name="", latin="", rank="", rank_en="", rank_ru="", signatories=(), signatures=()
    )
    return msgspec.json.encode(blurred).decode()


def blur_answer(question: Question | None, answer: str) -> str:
    """Return an answer that is worth the same and holds no free words. Choices and numbers stay."""
    if not answer or (question is not None and question.kind is not QuestionKind.TEXT):
        return answer
    worth = credit_of(question, answer) if question is not None else None
    if question is None or not worth:
        return BLURRED
    # What the key accepts stands in the question already; letters under a * are the person's own.
    candidates = (each.value.replace("*", "") for each in question.accepted)
    return next((each for each in candidates if each and credit_of(question, each) == worth), BLURRED)


def _answer(question: Question | None, name: str, value: Any) -> Any:
    if name in ("value", "second") and isinstance(value, str):
        return blur_answer(question, value)
    return value


@dataclass(frozen=True)
class Erasure:
    """The record of one erasing: who decided, when, why, and what it took. It names nobody.

    `kind` is "person" or "courses"; `courses` are keys. `kept` are people who stay because other courses
    hold them.
    """

    key: str
    kind: str
    day: date | None
    by: str
    reason: str
    reference: str = ""
    person: str | None = None
    courses: tuple[str, ...] = ()
    people: int = 0
    kept: int = 0
    entries: int = 0
    certificates: int = 0
    scans: int = 0


@dataclass(frozen=True)
class Participations:
    """What stays of one course as anonymous figures: marks, tests, numbers of certificates."""

    course: str
    marks: int = 0
    papers: int = 0
    serials: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mention:
    """Other rows in which the same family and given name stand: kind of row, how many."""

    entity: str
    count: int


@dataclass(frozen=True)
class ErasurePlan:
    """What erasing a person takes and what it leaves, before anything is done.

    `names` are all names that are one person here. `entries` counts lines of the journal that lose their
    content. `sheets` maps a course's code to its scanned sheets, on which others signed too; `papers` are
    files that somebody kept in the folder of papers; `snapshots` and `archived` copies that are made anew;
    `aside` files set aside; `copied`: a copy of the archive lies on another disk; `laptops` hold the person
    until their next pack; `taught` are codes of courses where the person taught; `wrote` counts entries
    under this very name, which stay.
    """

    person: str
    names: tuple[str, ...]
    entries: int
    participations: tuple[Participations, ...] = ()
    sheets: Mapping[str, int] = MappingProxyType({})
    papers: int = 0
    snapshots: int = 0
    archived: int = 0
    aside: int = 0
    copied: bool = False
    laptops: tuple[str, ...] = ()
    taught: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    wrote: int = 0

    @property
    def serials(self) -> tuple[str, ...]:
        """Numbers of all certificates, which stay in the register without a name."""
        return tuple(serial for each in self.participations for serial in each.serials)
