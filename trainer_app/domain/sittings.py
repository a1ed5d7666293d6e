"""Sittings: which form is filled in on which occasion of a course, and how; and the papers of one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from trainer_app.domain.evaluations import Occasion

ATTEMPT_STEP = 1000
"""A re-sit is a new paper whose number tells the attempt in thousands: 7, then 2007, then 3007."""
MOST_MINUTES = 240


class ResitRule(StrEnum):
    """Which paper of one person counts when there are several for one occasion."""

    BEST = "best"
    LAST = "last"
    FIRST = "first"


@dataclass(frozen=True)
class Sitting:
    """A form on an occasion of a course. `minutes` limits filling in on the laptop; 0 is no limit.

    `double`: each paper is to be keyed in by two people. `paged`: on the laptop, one question a page.
    """

    key: str
    course: str
    form: str
    occasion: Occasion
    language: str = ""
    minutes: int = 0
    double: bool = False
    paged: bool = True


@dataclass(frozen=True)
class NamedPaper:
    """A paper that points to a participant. `number` is what is printed on it.

    `answers` and `second` (what a second person keyed in) map a question's key to an answer; `points` of
    `out_of` were typed in without answers, both in hundredths of a point. `started` is in wall
    milliseconds, 0 for a paper that was not filled in on the laptop.
    """

    key: str
    enrolment: str
    form: str | None
    occasion: Occasion
    number: int
    attempt: int = 1
    answers: Mapping[str, str] = field(default_factory=dict)
    second: Mapping[str, str] = field(default_factory=dict)
    points: int | None = None
    out_of: int = 0
    keyed_by: str = ""
    checked_by: str = ""
    finished: bool = False
    started: int = 0
    language: str = ""
    conflict: bool = False


@dataclass(frozen=True)
class AnonymousPaper:
    """A paper that points to nobody. `answers` go by the form's questions; None: not keyed in yet.

    `number` tells one sheet from the next, and nothing of who wrote it. `waiting`: not in the journal yet.
    `language` is that of a sheet that is being filled in; a whole one says none, since few may speak it.
    """

    key: str
    course: str
    form: str
    occasion: Occasion
    day: str
    answers: tuple[str | None, ...] = ()
    second: tuple[str | None, ...] = ()
    number: int | None = None
    language: str = ""
    finished: bool = True
    waiting: bool = False
    conflict: bool = False


@dataclass(frozen=True)
class Difference:
    """Where two people keyed in different things. `question` is a key."""

    paper: str
    number: int
    question: str
    first: str | None
    second: str | None


def printed_number(list_number: int, attempt: int = 1) -> int:
    """Return the number on a participant's paper: the one on the list, 2007 for the second attempt of 7."""
    return list_number if attempt == 1 else list_number + attempt * ATTEMPT_STEP


def attempt_of(number: int) -> tuple[int, int]:
    """Return (number on the list, attempt) of a printed number: 2007 -> (7, 2)."""
    attempt, own = divmod(number, ATTEMPT_STEP)
    return own, max(attempt, 1)


def compare(paper: str, number: int, first: Mapping[str, str], second: Mapping[str, str]) -> list[Difference]:
    """Return where two entries of one paper differ; what only one of them has yet is no difference."""
    return [
        Difference(paper, number, question, first[question], second[question])
        for question in first
        if question in second and first[question] != second[question]
    ]
