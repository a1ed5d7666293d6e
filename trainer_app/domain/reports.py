"""A report as plain data: figures with the rows behind them, splits, notes, the list of participations.

`domain.counting` computes it, `documents` prints it. Nothing here is text in one language only: names of
figures are codes, notes are labels; only what people typed (names, ranks, units) is plain text.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from trainer_app.domain.certificates import CertificateKind
from trainer_app.domain.changes import Label
from trainer_app.domain.people import Sex
from trainer_app.domain.texts import Texts


class Unit(StrEnum):
    """What a figure's integer counts. There are no floats: the unit says where the point stands."""

    COUNT = "count"
    """Whole things: people, courses, certificates."""
    MINUTES = "minutes"
    """Shown as hours."""
    HALF_DAYS = "half_days"
    """Halves of a person-day; 3 is shown as 1.5."""
    PERCENT = "percent"
    """Hundredths of a per cent; 6543 is shown as 65.4 %."""
    GAIN = "gain"
    """Ten-thousandths, for normalised gains; 4567 is shown as 0.46."""


@dataclass(frozen=True)
class Figure:
    """One figure. `code` names it ("participations"); `value` is None where it cannot be said.

    A `Fraction` was not rounded yet: that is done once, where the figure is shown.

    `rows` are the keys of the rows behind it, `exclusions` say what was left out and why.
    """

    code: str
    value: int | Fraction | None
    unit: Unit = Unit.COUNT
    rows: tuple[str, ...] = ()
    exclusions: tuple[Label, ...] = ()


@dataclass(frozen=True)
class SplitLine:
    """One part of a split. `name` is a code ("female") or typed text; "" means it was not stated."""

    name: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Split:
    """The same figures cut by something ("sex", "rank", "course").

    `total` holds the same figures uncut, in the same order as those of each line. `note` says why the
    parts do not add up to it, where they do not (one person may stand in two lines).
    """

    by: str
    lines: tuple[SplitLine, ...]
    total: tuple[Figure, ...] = ()
    note: Label | None = None


@dataclass(frozen=True)
class ReportRow:
    """One participation: a person in a course. `key` is the enrolment's.

    `minutes` are those attended; `share`, `pre` and `post` are hundredths of a per cent, None where
    there is nothing to say.
    """

    key: str
    name: str
    sex: Sex = Sex.UNKNOWN
    rank: str = ""
    unit: str = ""
    course: str = ""
    minutes: int = 0
    share: int | None = None
    pre: int | None = None
    post: int | None = None
    result: CertificateKind = CertificateKind.NONE
    serial: str = ""


@dataclass(frozen=True)
class Report:
    """Everything a course's or a project's report says.

    `courses` are the codes it covers; `first` and `last` bound the days counted, both inclusive.
    """

    title: Texts
    figures: tuple[Figure, ...]
    splits: tuple[Split, ...] = ()
    notes: tuple[Label, ...] = ()
    persons: tuple[ReportRow, ...] = ()
    organiser: Texts = field(default_factory=Texts)
    courses: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    made_on: date | None = None

    def figure(self, code: str) -> Figure | None:
        """Return the figure of a code, or None."""
        return next((figure for figure in self.figures if figure.code == code), None)
