"""What reports are counted from (who attended how many minutes of which day), and the figures of it.

The store adds the marks up to one line per enrolment and day beforehand, so that a million marks are
a quarter of that here. Only sessions that were held carry minutes; cancelled ones count for nobody.

Each figure has the rows behind it and its exclusions. The rules (all marks are those of held sessions, inside
the period asked for):

- A **participation** is an enrolment with at least one mark present or late. Whoever was only nominated, was
  replaced, or withdrew before coming is none; whoever came once and withdrew later is one.
- A **person** is counted once, however many courses; joined people are one.
- **Completions** count participations that completed, on the course's last day; partial ones do not count.
  That is the EEA core indicator of trained people; `unique_completions` is the same, each individual once.
- **Certificates** lie on their day of issue, one that replaces another on the day of the first: valid ones,
  of each kind as well, void ones apart; replaced ones are in neither.
- **Person-hours** are minutes attended. A **person-day** is 1 if at least 75 % of that day's held minutes
  were attended, a half if at least 25 %; counted in halves.
- A **course** counts with a session held; a **trainer-day** is one trainer on one day with a session held;
  observers are no trainers.
- Women's share **by head** is of unique persons, **by hour** of attended minutes; people of unknown sex
  stay in the whole.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import chain, groupby
from typing import NamedTuple

from msgspec import Struct, field

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import exact_percent
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateState
from trainer_app.domain.courses.courses import CourseState, EnrolmentState, SessionState
from trainer_app.domain.office.reports import Figure, Unit
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


class SessionMinutes(NamedTuple):
    """One enrolment's minutes of one held session; `unmarked` where a mark is missing."""

    session: str
    day: date
    attended: int
    planned: int
    came: bool = False
    unmarked: bool = False


class CertificateLine(NamedTuple):
    """One certificate of the register; `issued_on` is the day of the first, where it replaces one."""

    key: str
    kind: CertificateKind
    state: CertificateState
    issued_on: date


class ScorePair(NamedTuple):
    """The tests of one enrolment in hundredths of a per cent, not rounded; None for one that is not there."""

    pre: Fraction | None = None
    post: Fraction | None = None


class Participation(Struct, frozen=True, gc=False):
    """One enrolment with all that is counted of it.

    `person` is the key after joining people. `sessions` are the held ones, what lies in `days` one by one:
    given only of people who stand on the list of the course more than once. Sex, rank, unit and district are
    those at the course, where the participation carries them; what ends in `_now` is the person's,
    and so is the year of birth of which `age` is the group (`persons.age_group`).
    `completed` is what the completion rule (or an override) says of the course so far.
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
    age: str = ""
    state: EnrolmentState = EnrolmentState.CONFIRMED
    days: tuple[DayMinutes, ...] = ()
    sessions: tuple[SessionMinutes, ...] = ()
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
    field_of_work: str = ""


class CountedSession(Struct, frozen=True, gc=False):
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


class Records(Struct, frozen=True, dict=True):
    """Everything a report is counted from. Participations and sessions belong to `courses`.

    `trainer_names` maps a trainer's key to the name that lines of the split by trainer show. `tests` are
    those of participants, by enrolment.
    """

    courses: tuple[CountedCourse, ...] = ()
    participations: tuple[Participation, ...] = ()
    sessions: tuple[CountedSession, ...] = ()
    trainer_names: Mapping[str, str] = field(default_factory=dict)
    tests: Mapping[str, ScorePair] = field(default_factory=dict)


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

    Returns the participations and the keys of the enrolments absorbed. In a session that was marked under
    both names the greater number of minutes counts, never the sum. The key kept is that of the enrolment with
    more attended minutes, then the smaller key.
    """
    if len({(each.course, each.person) for each in participations}) == len(participations):
        # Nearly always; and then there are tens of thousands of them.
        return list(participations), []
    groups: dict[tuple[str, str], list[Participation]] = {}
    for participation in participations:
        groups.setdefault((participation.course, participation.person), []).append(participation)
    joined = [_join(group) if len(group) > 1 else group[0] for group in groups.values()]
    kept = {each.enrolment for each in joined}
    return joined, sorted(each.enrolment for each in participations if each.enrolment not in kept)


def _join(group: list[Participation]) -> Participation:
    first = min(group, key=lambda each: (-sum(day.attended for day in each.days), each.enrolment))
    lines = [line for each in group for line in each.sessions]
    if not all(each.sessions or not each.days for each in group):
        # An approval that was written before the list had two names of one person kept days alone.
        lines = [
            SessionMinutes("", day.day, day.attended, day.planned, bool(day.came), bool(day.unmarked))
            for each in group
            for day in each.days
        ]
    return replace(
        first,
        days=_days_together(lines),
        completed=any(each.completed for each in group),
        certificates=tuple(line for each in group for line in each.certificates),
    )


def _days_together(lines: Iterable[SessionMinutes]) -> tuple[DayMinutes, ...]:
    """Return the days of somebody whose sessions stand under several enrolments."""
    sessions: dict[tuple[str, date], SessionMinutes] = {}
    for line in lines:
        known = sessions.get((line.session, line.day), line)
        sessions[line.session, line.day] = line._replace(
            attended=max(line.attended, known.attended),
            came=line.came or known.came,
            unmarked=line.unmarked and known.unmarked,
        )
    days: dict[date, DayMinutes] = {}
    for each in sessions.values():
        _, attended, planned, came, unmarked = days.get(each.day, DayMinutes(each.day, 0, 0))
        days[each.day] = DayMinutes(
            each.day,
            attended + each.attended,
            planned + each.planned,
            came + each.came,
            unmarked + each.unmarked,
        )
    return tuple(days[day] for day in sorted(days))


class Contribution(Struct, gc=False):
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
    certificates: Sequence[CertificateLine] = ()

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
    if bucket is None:
        return {
            "": [_contribution(each, courses, None if period.open else period) for each in participations]
        }
    measured: dict[str, list[Contribution]] = {}
    for participation in participations:
        parts: dict[str, Contribution] = {}
        ever = any(map(came_on, participation.days))
        days = participation.days if period.open else _inside(participation.days, first, last)
        for name, group in groupby(days, lambda day: bucket(day.day)):
            _part(parts, name, participation).take(group)
        end = courses[participation.course].last_day
        if participation.completed and first <= end <= last:
            part = _part(parts, bucket(end), participation)
            part.completed, part.completed_absent = ever, not ever
        for line in participation.certificates:
            if first <= line.issued_on <= last:
                part = _part(parts, bucket(line.issued_on), participation)
                part.certificates = (*part.certificates, line)
        for name, part in parts.items():
            part.ever = ever
            measured.setdefault(name, []).append(part)
    return measured


def _inside(days: Iterable[DayMinutes], first: date, last: date) -> list[DayMinutes]:
    return [day for day in days if first <= day.day <= last]


def _contribution(
    participation: Participation, courses: Mapping[str, CountedCourse], period: Period | None
) -> Contribution:
    """Return what a participation contributes in a period, be it nothing; None is all time."""
    part, days = Contribution(participation), participation.days
    part.take(days if period is None else [day for day in days if period.holds(day.day)])
    part.ever = part.came if period is None else any(map(came_on, days))
    if participation.completed and (period is None or period.holds(courses[participation.course].last_day)):
        part.completed, part.completed_absent = part.ever, not part.ever
    if participation.certificates:
        kept = participation.certificates
        part.certificates = [line for line in kept if period is None or period.holds(line.issued_on)]
    return part


def _part(parts: dict[str, Contribution], name: str, participation: Participation) -> Contribution:
    found = parts.get(name)
    if found is None:
        found = parts[name] = Contribution(participation)
    return found


class Tally(Struct, frozen=True, dict=True):
    """What figures are made of: parts by whether the person came, sessions by whether they were held.

    `courses` are the keys of all courses in question, also of those without a session held. What several
    figures ask for is gone through once: a report over years has tens of thousands of parts.
    """

    came: Sequence[Contribution]
    others: Sequence[Contribution]
    held: Sequence[CountedSession]
    not_held: Sequence[CountedSession]
    courses: frozenset[str] = frozenset()

    def figure(self, code: str) -> Figure:
        """Return the figure of a code, counted once."""
        found = self._counted.get(code)
        if found is None:
            found = self._counted[code] = _FIGURES[code](self)
        return found

    def amount(self, code: str) -> int:
        """Return what a figure adds up to, without the lists behind it. Raises KeyError for a share."""
        return _AMOUNTS[code](self)

    @cached_property
    def _counted(self) -> dict[str, Figure]:
        return {}

    @cached_property
    def all(self) -> list[Contribution]:
        """Every part."""
        return [*self.came, *self.others]

    @cached_property
    def certificates(self) -> list[CertificateLine]:
        """The certificates of all."""
        parts = (part.certificates for part in chain(self.came, self.others))
        return [line for lines in parts for line in lines]

    @cached_property
    def persons(self) -> set[str]:
        """Who came, each once."""
        return {part.of.person for part in self.came}

    @cached_property
    def _in_order(self) -> tuple[str, ...]:
        return tuple(sorted(self.persons))

    def ordered(self, persons: set[str]) -> Iterable[str]:
        """Return some of them in order: many are not sorted a second time for each figure that lists them."""
        found = [each for each in self._in_order if each in persons]
        return found if len(found) == len(persons) else persons

    @cached_property
    def women(self) -> set[str]:
        """The women who came."""
        return {part.of.person for part in self.came if part.of.sex is Sex.FEMALE}

    @cached_property
    def sex_unknown(self) -> set[str]:
        """Who came and is of no known sex."""
        return {part.of.person for part in self.came if part.of.sex is Sex.UNKNOWN}

    @cached_property
    def completed(self) -> list[Participation]:
        """The participations that completed."""
        return [part.of for part in self.all if part.completed]

    @cached_property
    def days_of(self) -> dict[str, int]:
        """The days of each who came, in halves, by enrolment."""
        return {part.of.enrolment: part.half_days for part in self.came if part.half_days}

    @cached_property
    def taught(self) -> set[str]:
        """The courses of which a session was held."""
        return {session.course for session in self.held}

    @cached_property
    def trainer_days(self) -> set[tuple[str, date]]:
        """Each trainer on each day on which they taught."""
        return {(trainer, session.day) for session in self.held for trainer in session.trainers}

    @cached_property
    def minutes_of(self) -> dict[str, int]:
        """The minutes of each who came and was there for any, by enrolment."""
        return {part.of.enrolment: part.minutes for part in self.came if part.minutes}

    @cached_property
    def minutes(self) -> int:
        """The minutes of all who came."""
        return sum(self.minutes_of.values())

    @cached_property
    def absent(self) -> list[Label | None]:
        """Who stands on a list and is no participation, by reason."""
        reasons: dict[str, list[str]] = {}
        for part in self.others:
            reasons.setdefault(_reason(part), []).append(part.of.enrolment)
        order = ("replaced", "withdrawn", "outside", "nothing_held", "not_marked", "never_came")
        return [_excluded(reason, reasons.get(reason, ())) for reason in order]

    @cached_property
    def incomplete(self) -> list[Label | None]:
        """Who did not complete, or did so without coming."""
        came = [part.of.enrolment for part in self.came if not part.completed]
        absent = [part.of.enrolment for part in self.others if part.completed_absent]
        return [_excluded("not_completed", came), _excluded("completed_absent", absent)]

    @cached_property
    def unmarked(self) -> Label | None:
        """How many sessions of people who came have no mark; such a session attends no minute."""
        lacking = [part for part in self.came if part.unmarked]
        places = sum(part.unmarked for part in lacking)
        rows = tuple(sorted(part.of.enrolment for part in lacking))
        return Label("counting.excluded.unmarked", {"count": places, "rows": rows}) if places else None


def tally(
    parts: Iterable[Contribution], sessions: Iterable[CountedSession], courses: Iterable[str] = ()
) -> Tally:
    """Sort parts by whether the person came, and sessions by whether they were held."""
    came: list[Contribution] = []
    others: list[Contribution] = []
    for part in parts:
        (came if part.came else others).append(part)
    held: list[CountedSession] = []
    not_held: list[CountedSession] = []
    for session in sessions:
        (held if session.held else not_held).append(session)
    return Tally(came, others, held, not_held, frozenset(courses))


def figures_of(found: Tally, codes: Sequence[str]) -> tuple[Figure, ...]:
    """Return the figures of these codes, in their order."""
    return tuple(found.figure(code) for code in codes)


def _figure(
    code: str,
    rows: Iterable[str],
    exclusions: Iterable[Label | None] = (),
    *,
    value: int | None = None,
) -> Figure:
    """Return a figure; without a value it counts its rows."""
    listed = tuple(sorted(rows))
    left_out = tuple(label for label in exclusions if label is not None)
    return Figure(code, len(listed) if value is None else value, Unit.COUNT, listed, left_out)


def _excluded(code: str, rows: Iterable[str]) -> Label | None:
    listed = tuple(sorted(rows))
    return Label(f"counting.excluded.{code}", {"count": len(listed), "rows": listed}) if listed else None


def _reason(part: Contribution) -> str:
    if part.ever:
        return "outside"
    if part.of.state is EnrolmentState.REPLACED:
        return "replaced"
    if part.of.state is EnrolmentState.WITHDRAWN:
        return "withdrawn"
    if not part.held:
        return "nothing_held"
    return "not_marked" if part.unmarked else "never_came"


def _participations(found: Tally) -> Figure:
    return _figure("participations", [part.of.enrolment for part in found.came], found.absent)


def _unique_persons(found: Tally) -> Figure:
    return _figure("unique_persons", found.ordered(found.persons), found.absent)


def _women(found: Tally) -> Figure:
    return _figure("women", found.ordered(found.women), [_excluded("sex_unknown", found.sex_unknown)])


def _completions(found: Tally) -> Figure:
    return _figure("completions", [each.enrolment for each in found.completed], found.incomplete)


def _unique_completions(found: Tally) -> Figure:
    rows = {each.person for each in found.completed}
    return _figure("unique_completions", found.ordered(rows), found.incomplete)


def _certificates(found: Tally) -> Figure:
    left_out = [
        _excluded("void", _issued(found, CertificateState.VOID)),
        _excluded("replaced_certificates", _issued(found, CertificateState.REPLACED)),
    ]
    return _figure("certificates", _valid(found), left_out)


def _certificates_of(kind: CertificateKind) -> Callable[[Tally], Figure]:
    """Return what counts the valid certificates of one kind: both kinds together are `certificates`."""

    def counted(found: Tally) -> Figure:
        return _figure(f"certificates_{kind}", _valid(found, kind))

    return counted


def _certificates_void(found: Tally) -> Figure:
    return _figure("certificates_void", _issued(found, CertificateState.VOID))


def _issued(found: Tally, state: CertificateState, kind: CertificateKind | None = None) -> list[str]:
    return [line.key for line in found.certificates if line.state is state and kind in (None, line.kind)]


def _valid(found: Tally, kind: CertificateKind | None = None) -> list[str]:
    return _issued(found, CertificateState.ISSUED, kind)


def _person_hours(found: Tally) -> Figure:
    return _sum("person_hours", found.minutes_of, found.minutes, Unit.MINUTES, found)


def _person_days(found: Tally) -> Figure:
    rows = found.days_of
    return _sum("person_days", rows, sum(rows.values()), Unit.HALF_DAYS, found)


def _sum(code: str, rows: Mapping[str, int], value: int, unit: Unit, found: Tally) -> Figure:
    """Return a figure that adds up what each participation gives."""
    listed = tuple(sorted(rows))
    amounts = tuple(map(rows.__getitem__, listed))
    left_out = () if found.unmarked is None else (found.unmarked,)
    return Figure(code, value, unit, listed, left_out, amounts=amounts, each=unit)


def _courses(found: Tally) -> Figure:
    without = _excluded("courses_without_session", found.courses - found.taught)
    return _figure("courses", found.taught, [without])


def _sessions_held(found: Tally) -> Figure:
    cancelled = [session.key for session in found.not_held if session.state is SessionState.CANCELLED]
    planned = [session.key for session in found.not_held if session.state is SessionState.PLANNED]
    left_out = [_excluded("cancelled", cancelled), _excluded("planned", planned)]
    return _figure("sessions_held", [session.key for session in found.held], left_out)


def _trainer_days(found: Tally) -> Figure:
    rows = [session.key for session in found.held if session.trainers]
    alone = [session.key for session in found.held if not session.trainers]
    return _figure("trainer_days", rows, [_excluded("without_trainer", alone)], value=len(found.trainer_days))


def _women_by_head(found: Tally) -> Figure:
    return _share("women_by_head", found.ordered(found.women), len(found.women), len(found.persons), found)


def _women_by_hour(found: Tally) -> Figure:
    of, female = found.minutes_of, (part.of.enrolment for part in found.came if part.of.sex is Sex.FEMALE)
    women = {key: of[key] for key in female if key in of}
    share = _share("women_by_hour", women, sum(women.values()), found.minutes, found)
    return replace(share, amounts=tuple(women[key] for key in share.rows), each=Unit.MINUTES)


def _share(code: str, rows: Iterable[str], part: int, whole: int, found: Tally) -> Figure:
    percent = exact_percent(part, whole)
    unknown = _excluded("sex_unknown_in_whole", found.sex_unknown)
    return Figure(
        code,
        percent,
        Unit.PERCENT,
        tuple(sorted(rows)),
        () if unknown is None else (unknown,),
        n=len(found.persons) if code == "women_by_head" else len(found.came),
    )


_FIGURES: Mapping[str, Callable[[Tally], Figure]] = {
    "participations": _participations,
    "unique_persons": _unique_persons,
    "women": _women,
    "completions": _completions,
    "unique_completions": _unique_completions,
    "certificates": _certificates,
    "certificates_completion": _certificates_of(CertificateKind.COMPLETION),
    "certificates_attendance": _certificates_of(CertificateKind.ATTENDANCE),
    "certificates_void": _certificates_void,
    "person_hours": _person_hours,
    "person_days": _person_days,
    "courses": _courses,
    "sessions_held": _sessions_held,
    "trainer_days": _trainer_days,
    "women_by_head": _women_by_head,
    "women_by_hour": _women_by_hour,
}

_AMOUNTS: Mapping[str, Callable[[Tally], int]] = {
    "participations": lambda found: len(found.came),
    "unique_persons": lambda found: len(found.persons),
    "women": lambda found: len(found.women),
    "completions": lambda found: len(found.completed),
    "unique_completions": lambda found: len({each.person for each in found.completed}),
    "certificates": lambda found: len(_valid(found)),
    "certificates_completion": lambda found: len(_valid(found, CertificateKind.COMPLETION)),
    "certificates_attendance": lambda found: len(_valid(found, CertificateKind.ATTENDANCE)),
    "certificates_void": lambda found: len(_issued(found, CertificateState.VOID)),
    "person_hours": lambda found: found.minutes,
    "person_days": lambda found: sum(found.days_of.values()),
    "courses": lambda found: len(found.taught),
    "sessions_held": lambda found: len(found.held),
    "trainer_days": lambda found: len(found.trainer_days),
}
"""What figures add up to, by their codes; a share adds up to nothing."""

ALL_FIGURES = tuple(_FIGURES)
"""Codes of all figures, in the order of a report."""

PEOPLE_FIGURES = tuple(code for code in _FIGURES if code not in ("courses", "sessions_held", "trainer_days"))
"""Figures that can be said of a group of people; teaching cannot be divided among those taught."""

SEX_FIGURES = tuple(code for code in PEOPLE_FIGURES if not code.startswith("women"))
"""Figures of a group of one sex."""

TEACHING_FIGURES = ("participations", "courses", "sessions_held", "trainer_days")
"""Figures of a trainer: hours of participants are those of all who taught a course together."""
