"""Projects, courses, sessions, and who teaches them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from trainer_app.domain.sittings import ResitRule
from trainer_app.domain.texts import Texts


class CourseKind(StrEnum):
    """What sort of event a course is."""

    COURSE = "course"
    TRAINING_OF_TRAINERS = "training_of_trainers"


class CourseState(StrEnum):
    """How far a course has come."""

    PLANNED = "planned"
    RUNNING = "running"
    CLOSED = "closed"
    APPROVED = "approved"


class SessionState(StrEnum):
    """A cancelled session counts for nobody."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Role(StrEnum):
    """What somebody does at a course without being its participant."""

    LEAD_TRAINER = "lead_trainer"
    TRAINER = "trainer"
    INTERNATIONAL_EXPERT = "international_expert"
    OBSERVER = "observer"


class Logo(StrEnum):
    """Whose emblem a project's papers carry."""

    ORGANISER = "organiser"
    DONOR = "donor"
    PARTNER = "partner"


LATE_AFTER = 10
"""Minutes after the start from which a scanned badge counts as late, where a course says nothing else."""


@dataclass(frozen=True)
class Project:
    """A series of courses for one donor. `head` signs the certificates for the organiser.

    `logos` are keys of attachments.
    """

    key: str
    code: str
    title: Texts = field(default_factory=Texts)
    donor: str = ""
    partner: Texts = field(default_factory=Texts)
    organiser: Texts = field(default_factory=Texts)
    head: str = ""
    field_of_work: str = ""
    first_day: date | None = None
    last_day: date | None = None
    logos: Mapping[Logo, str] = field(default_factory=dict)


@dataclass(frozen=True)
class CompletionRule:
    """Who completes a course. Limits in hundredths of a per cent (8000 = 80 %); None = part off."""

    share: int | None = 8000
    post_test: int | None = 6000


@dataclass(frozen=True)
class Course:
    """One course. Days are civil dates at `zone`; `languages` are codes like "tg".

    Whoever is scanned more than `late_after` minutes after the start of a session is late.
    """

    key: str
    code: str
    project: str | None
    title: Texts
    first_day: date
    last_day: date
    kind: CourseKind = CourseKind.COURSE
    venue: str = ""
    town: str = ""
    district: str = ""
    zone: str = "Asia/Dushanbe"
    languages: tuple[str, ...] = ("tg",)
    capacity: int | None = None
    rule: CompletionRule = field(default_factory=CompletionRule)
    state: CourseState = CourseState.PLANNED
    retention_day: date | None = None
    late_after: int = LATE_AFTER
    resit_rule: ResitRule = ResitRule.BEST


@dataclass(frozen=True)
class Session:
    """One session. `start` and `end` are minutes after midnight; `number` counts through the course.

    `room` is where it takes place if not in the course's venue. `locked_at` is in Unix milliseconds.
    `counted` is the number of heads in the room or of signatures on paper, as a trainer typed it.
    """

    key: str
    course: str
    number: int
    day: date
    start: int
    end: int
    topic: Texts = field(default_factory=Texts)
    trainers: tuple[str, ...] = ()
    state: SessionState = SessionState.PLANNED
    cancel_reason: str = ""
    locked: bool = False
    lock_reason: str = ""
    room: str = ""
    locked_by: str = ""
    locked_at: int | None = None
    counted: int | None = None

    @property
    def minutes(self) -> int:
        """Planned minutes; 0 where two laptops moved start and end past each other."""
        return max(0, self.end - self.start)

    def waits_for_marks(self, today: date, minute: int) -> bool:
        """Tell whether a session that nobody said was held is over by a day and a minute after midnight."""
        return self.state is SessionState.PLANNED and (self.day, self.end) <= (today, minute)


@dataclass(frozen=True)
class Assignment:
    """Somebody's role at a course."""

    key: str
    course: str
    person: str
    role: Role


@dataclass(frozen=True)
class ProjectDraft:
    """What somebody types to create a project."""

    code: str
    title: Texts
    donor: str = ""
    partner: Texts = field(default_factory=Texts)
    organiser: Texts = field(default_factory=Texts)
    head: str = ""
    field_of_work: str = ""
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True)
class CourseDraft:
    """What somebody types to create a course."""

    code: str
    title: Texts
    first_day: date
    last_day: date
    project: str | None = None
    kind: CourseKind = CourseKind.COURSE
    venue: str = ""
    town: str = ""
    district: str = ""
    languages: tuple[str, ...] = ("tg",)
    capacity: int | None = None
    rule: CompletionRule = field(default_factory=CompletionRule)
    late_after: int = LATE_AFTER


def took_place(state: SessionState, day: date, today: date) -> bool:
    """Tell whether marks are missed in a session: it was held, or its day has passed and nobody said so."""
    return state is SessionState.HELD or (state is SessionState.PLANNED and day < today)


@dataclass(frozen=True)
class CourseLine:
    """A course in a list, with what is counted about it."""

    course: Course
    project_code: str
    participants: int
    women: int
    sessions: int
    unmarked: int
    conflicts: int


@dataclass(frozen=True)
class Teacher:
    """Somebody who works at a course."""

    assignment: str
    person: str
    name: str
    role: Role


@dataclass(frozen=True)
class CourseView:
    """One course with its project, its sessions in the order of time, and who teaches."""

    course: Course
    project: Project | None
    sessions: tuple[Session, ...]
    teachers: tuple[Teacher, ...]
