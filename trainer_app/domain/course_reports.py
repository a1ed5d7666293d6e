"""The report of one course as plain data, as its trainer hands it to office, ministry and donor.

Nothing is counted here: figures come from `domain.counting`, shares and results from the board, what was
learnt from `domain.learning`, the feedback from `domain.feedback_results`.
"""

from dataclasses import dataclass, field
from datetime import date

from trainer_app.domain.attendance import Headcount
from trainer_app.domain.certificates import CertificateKind
from trainer_app.domain.changes import Label
from trainer_app.domain.course_facts import CourseFacts
from trainer_app.domain.courses import CompletionRule, SessionState
from trainer_app.domain.people import Sex
from trainer_app.domain.reports import Figure, Report, Split
from trainer_app.domain.scales import ScaleSummary
from trainer_app.domain.texts import Texts


@dataclass(frozen=True)
class ReportSession:
    """One session and how many people have which mark in it. `minutes` are planned ones."""

    number: int
    day: date
    start: int
    end: int
    minutes: int
    topic: Texts
    state: SessionState
    reason: str = ""
    heads: Headcount = field(default_factory=Headcount)

    @property
    def held(self) -> bool:
        """Tell whether the session counts."""
        return self.state is SessionState.HELD


@dataclass(frozen=True)
class ListCounts:
    """How the list of participants came about. `expected` are those on it now, walk-ins among them."""

    expected: int = 0
    walk_ins: int = 0
    replaced: int = 0
    withdrawn: int = 0


@dataclass(frozen=True)
class ReportPerson:
    """One line of the annex. `share` is of all held minutes, in hundredths of a per cent, as on the board."""

    number: int
    name: str
    sex: Sex = Sex.UNKNOWN
    rank: str = ""
    unit: str = ""
    share: int | None = None
    result: CertificateKind = CertificateKind.NONE
    serial: str = ""


@dataclass(frozen=True)
class FeedbackLine:
    """A scale of a feedback form and what its answers say; without `scale` there are too few to be shown.

    `form` says which version of which form asked, where a course used several.
    """

    statement: Texts
    answers: int
    scale: ScaleSummary | None = None
    form: Texts = field(default_factory=Texts)

    @property
    def hidden(self) -> bool:
        """Tell whether there are answers that are not shown."""
        return self.scale is None and self.answers > 0


@dataclass(frozen=True)
class CourseReport:
    """Everything the report of a course says. `counted` holds the figures, split by sex and by unit.

    Without `names` the annex tells people apart by their numbers on the list alone.
    """

    facts: CourseFacts
    counted: Report
    rule: CompletionRule
    listed: ListCounts
    sessions: tuple[ReportSession, ...] = ()
    feedback: tuple[FeedbackLine, ...] = ()
    persons: tuple[ReportPerson, ...] = ()
    notes: tuple[Label, ...] = ()
    names: bool = True

    def figure(self, code: str) -> Figure:
        """Return a figure; one without a value for a code that was not counted."""
        return self.counted.figure(code) or Figure(code, None)

    def split(self, by: str) -> Split:
        """Return a split, an empty one for what the report was not split by."""
        return next((each for each in self.counted.splits if each.by == by), Split(by, ()))

    def of_sex(self, sex: Sex, code: str) -> Figure:
        """Return a figure of the women, the men, or those whose sex is not stated."""
        lines = (line for line in self.split("sex").lines if line.name == sex.value)
        figures = (figure for line in lines for figure in line.figures if figure.code == code)
        return next(figures, Figure(code, None))

    def in_state(self, state: SessionState) -> tuple[ReportSession, ...]:
        """Return the sessions in a state."""
        return tuple(session for session in self.sessions if session.state is state)

    @property
    def minutes_held(self) -> int:
        """Minutes of all held sessions."""
        return sum(session.minutes for session in self.sessions if session.held)
