"""What reports are counted from: who attended how many minutes of which day, what was taught, by whom.

The store adds the marks up to one line per enrolment and day beforehand, so that a million marks are
a quarter of that here. Only sessions that were held carry minutes; cancelled ones count for nobody.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct, field

from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateState
from trainer_app.domain.courses.courses import CourseState, EnrolmentState, SessionState
from trainer_app.domain.people.persons import Sex


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


class Participation(Struct, frozen=True):
    """One enrolment with all that is counted of it.

    `person` is the key after joining people. Sex, rank, unit and district are those at the course, where the
    participation carries them; what ends in `_now` is the person's. `completed` is what the completion rule
    (or an override) says of the course so far.
    """

    enrolment: str
    person: str
    course: str
    sex: Sex = Sex.UNKNOWN
    rank: str = ""
    unit: str = ""
    duty_district: str = ""
    rank_now: str = ""
    unit_now: str = ""
    duty_district_now: str = ""
    state: EnrolmentState = EnrolmentState.CONFIRMED
    days: tuple[DayMinutes, ...] = ()
    completed: bool = False
    certificates: tuple[CertificateLine, ...] = ()


class CountedCourse(Struct, frozen=True):
    """A course with what reports are split by. `project` is the project's code, or its title."""

    key: str
    code: str
    last_day: date
    project: str = ""
    donor: str = ""
    town: str = ""
    district: str = ""
    state: CourseState = CourseState.CLOSED


class CountedSession(Struct, frozen=True):
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


class Records(Struct, frozen=True):
    """Everything a report is counted from. Participations and sessions belong to `courses`.

    `trainer_names` maps a trainer's key to the name that lines of the split by trainer show.
    """

    courses: tuple[CountedCourse, ...] = ()
    participations: tuple[Participation, ...] = ()
    sessions: tuple[CountedSession, ...] = ()
    trainer_names: Mapping[str, str] = field(default_factory=dict)


class Period(Struct, frozen=True):
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
    return replace(
        first,
        days=tuple(days[day] for day in sorted(days)),
        completed=any(each.completed for each in group),
        certificates=tuple(line for each in group for line in each.certificates),
    )


class Contribution(Struct):
    """What one participation contributes to a tally.

    `ever`: the person came to this course at some time, perhaps outside the period or bucket;
    `completed_absent`: an override says completed, and the person never came.
    """

    of: Participation
    minutes: int = 0
    half_days: int = 0
    came: bool = False
    held: bool = False
    unmarked: int = 0
    ever: bool = False
    completed: bool = False
    completed_absent: bool = False
    certificates: list[CertificateLine] = field(default_factory=list)

    def take(self, days: Iterable[DayMinutes]) -> None:
        """Add days."""
        minutes = halves = lacking = 0
        came, held = self.came, self.held
        # A report over years takes hundreds of thousands of days: names of this block are the quickest.
        for _, attended, planned, there, unmarked in days:
            minutes += attended
            # Most are there all day.
            halves += 2 if attended == planned > 0 else half_days(attended, planned)
            came = came or there > 0 or attended > 0
            held = held or planned > 0
            lacking += unmarked
        self.minutes += minutes
        self.half_days += halves
        self.unmarked += lacking
        self.came, self.held = came, held


def half_days(attended: int, planned: int) -> int:
    """Return a person-day in halves: 2 from 75 % of the day's held minutes, 1 from 25 %, else 0."""
    if planned <= 0 or attended * 4 < planned:
        return 0
    return 2 if attended * 4 >= planned * 3 else 1


def came_on(day: DayMinutes) -> bool:
    """Tell whether somebody was there at all, be it for no full minute."""
    return day.came > 0 or day.attended > 0


def measure(
    participations: Iterable[Participation],
    courses: Mapping[str, CountedCourse],
    period: Period,
    bucket: Callable[[date], str] | None = None,
) -> dict[str, list[Contribution]]:
    """Return what each participation contributes, by bucket of time ("" for all time without `bucket`).

    Without buckets every participation has its part, also an empty one, so that exclusions can be told.
    """
    first, last = period.first or date.min, period.last or date.max
    name_of = bucket or _all_time
    measured: dict[str, list[Contribution]] = {} if bucket else {"": []}
    for participation in participations:
        parts: dict[str, Contribution] = {} if bucket else {"": Contribution(participation)}
        ever = any(map(came_on, participation.days))
        days = participation.days if period.open else _inside(participation.days, first, last)
        if bucket is None:
            parts[""].take(days)
        else:
            for name, group in groupby(days, lambda day: name_of(day.day)):
                _part(parts, name, participation).take(group)
        end = courses[participation.course].last_day
        if participation.completed and first <= end <= last:
            part = _part(parts, name_of(end), participation)
            part.completed, part.completed_absent = ever, not ever
        for line in participation.certificates:
            if first <= line.issued_on <= last:
                _part(parts, name_of(line.issued_on), participation).certificates.append(line)
        for name, part in parts.items():
            part.ever = ever
            measured.setdefault(name, []).append(part)
    return measured


def _inside(days: Iterable[DayMinutes], first: date, last: date) -> list[DayMinutes]:
    return [day for day in days if first <= day.day <= last]


def _all_time(_day: date) -> str:
    return ""


def _part(parts: dict[str, Contribution], name: str, participation: Participation) -> Contribution:
    found = parts.get(name)
    if found is None:
        found = parts[name] = Contribution(participation)
    return found
