"""What is counted, as plain facts: who attended how many minutes of which day, what was taught, by whom.

The store adds the marks up to one line per enrolment and day beforehand, so that a million marks are
a quarter of that here. Only sessions that were held carry minutes; cancelled ones count for nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from trainer_app.domain.certificates import CertificateKind, CertificateState
from trainer_app.domain.courses import CourseState, SessionState
from trainer_app.domain.enrolments import EnrolmentState
from trainer_app.domain.people import Sex


class DayMinutes(NamedTuple):
    """One enrolment's minutes of one day.

    `planned` are the minutes of all sessions held that day, `attended` the part that marks stand for;
    `came` counts the marks present or late, `unmarked` the held sessions without a mark.
    """

    day: date
    attended: int
    planned: int
    came: int = 0
    unmarked: int = 0


class CertificateLine(NamedTuple):
    """One certificate of the register."""

    key: str
    kind: CertificateKind
    state: CertificateState
    issued_on: date


@dataclass(frozen=True, slots=True)
class Participation:
    """One enrolment with all that is counted of it.

    `person` is the key after joining people; `completed` is what the completion rule (or an override)
    says of the course so far.
    """

    enrolment: str
    person: str
    course: str
    sex: Sex = Sex.UNKNOWN
    rank: str = ""
    unit: str = ""
    duty_district: str = ""
    state: EnrolmentState = EnrolmentState.CONFIRMED
    days: tuple[DayMinutes, ...] = ()
    completed: bool = False
    certificates: tuple[CertificateLine, ...] = ()


@dataclass(frozen=True, slots=True)
class TaughtCourse:
    """A course with what reports are split by. `project` is the project's code, or its title."""

    key: str
    code: str
    last_day: date
    project: str = ""
    donor: str = ""
    town: str = ""
    district: str = ""
    state: CourseState = CourseState.CLOSED


@dataclass(frozen=True, slots=True)
class TaughtSession:
    """A session. `trainers` are keys of people."""

    key: str
    course: str
    day: date
    trainers: tuple[str, ...] = ()
    state: SessionState = SessionState.HELD

    @property
    def held(self) -> bool:
        """Tell whether the session counts."""
        return self.state is SessionState.HELD


@dataclass(frozen=True)
class Records:
    """Everything a report is counted from. Participations and sessions belong to `courses`.

    `trainer_names` maps a trainer's key to the name that lines of the split by trainer show.
    """

    courses: tuple[TaughtCourse, ...] = ()
    participations: tuple[Participation, ...] = ()
    sessions: tuple[TaughtSession, ...] = ()
    trainer_names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Period:
    """A span of days, both ends inclusive; None leaves an end open."""

    first: date | None = None
    last: date | None = None

    @property
    def open(self) -> bool:
        """Tell whether every day is inside."""
        return self.first is None and self.last is None

    def holds(self, day: date) -> bool:
        """Tell whether a day is inside."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def join_doubles(participations: tuple[Participation, ...]) -> tuple[list[Participation], list[str]]:
    """Make one participation of two where joined people were enrolled twice in one course.

    Returns the participations and the keys of the enrolments absorbed. On a day that both have, the
    greater number of minutes counts, never the sum: the same session may have been marked under both
    names. The key kept is that of the enrolment with more attended minutes, then the smaller key.
    """
    groups: dict[tuple[str, str], list[Participation]] = {}
    for participation in participations:
        groups.setdefault((participation.course, participation.person), []).append(participation)
    joined = [_join(group) if len(group) > 1 else group[0] for group in groups.values()]
    kept = {each.enrolment for each in joined}
    return joined, sorted(each.enrolment for each in participations if each.enrolment not in kept)


def _join(group: list[Participation]) -> Participation:
    first = min(group, key=lambda each: (-sum(day.attended for day in each.days), each.enrolment))
    days: dict[date, DayMinutes] = {}
    for day in (day for participation in group for day in participation.days):
        known = days.get(day.day, day)
        days[day.day] = DayMinutes(
            day.day,
            max(day.attended, known.attended),
            max(day.planned, known.planned),
            max(day.came, known.came),
            min(day.unmarked, known.unmarked),
        )
    return Participation(
        enrolment=first.enrolment,
        person=first.person,
        course=first.course,
        sex=first.sex,
        rank=first.rank,
        unit=first.unit,
        duty_district=first.duty_district,
        state=first.state,
        days=tuple(days[day] for day in sorted(days)),
        completed=any(each.completed for each in group),
        certificates=tuple(line for each in group for line in each.certificates),
    )
