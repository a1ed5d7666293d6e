"""Small worlds of raw marks, what a store would make of them, and a recount that knows nothing of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from trainer_app.domain.attendance.marks import Attendance, Mark, attended_minutes
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateState
from trainer_app.domain.courses.courses import CourseState, EnrolmentState, SessionState
from trainer_app.domain.office.participations import (
    CertificateLine,
    CountedCourse,
    CountedSession,
    DayMinutes,
    Participation,
    Period,
    Records,
    SessionMinutes,
)
from trainer_app.domain.people.persons import Sex

FIRST = date(2018, 9, 28)
ATTENDS = (Mark.PRESENT, Mark.LATE)

type Marks = dict[tuple[str, str], Attendance]


@dataclass(frozen=True)
class Person:
    key: str
    sex: Sex
    rank: str
    unit: str
    duty_district: str


@dataclass(frozen=True)
class Enrolled:
    key: str
    person: Person
    course: str
    state: EnrolmentState
    completed: bool
    certificates: tuple[CertificateLine, ...]


@dataclass(frozen=True)
class World:
    """Raw facts: sessions with their minutes, enrolments, marks by (enrolment, session)."""

    courses: tuple[CountedCourse, ...]
    sessions: tuple[tuple[CountedSession, int], ...]
    enrolments: tuple[Enrolled, ...]
    marks: Marks

    def records(self) -> Records:
        """Add the marks up to days, as the store does."""
        return Records(
            self.courses,
            tuple(self._participation(enrolment) for enrolment in self.enrolments),
            tuple(session for session, _ in self.sessions),
            {"t1": "Назарова", "t2": "Саидова"},
        )

    def held(self, course: str) -> list[tuple[CountedSession, int]]:
        """Return a course's sessions that count."""
        return [(each, minutes) for each, minutes in self.sessions if each.course == course and each.held]

    def _participation(self, enrolment: Enrolled) -> Participation:
        days: dict[date, DayMinutes] = {}
        sessions: list[SessionMinutes] = []
        for session, minutes in self.held(enrolment.course):
            cell = self.marks.get((enrolment.key, session.key))
            mark = cell.mark if cell else None
            attended = attended_minutes(minutes, cell)
            line = SessionMinutes(session.key, session.day, attended, minutes, mark in ATTENDS, mark is None)
            sessions.append(line)
            known = days.get(session.day, DayMinutes(session.day, 0, 0))
            days[session.day] = DayMinutes(
                session.day,
                known.attended + attended,
                known.planned + minutes,
                known.came + (mark in ATTENDS),
                known.unmarked + (mark is None),
            )
        person = enrolment.person
        return Participation(
            enrolment=enrolment.key,
            person=person.key,
            course=enrolment.course,
            sex=person.sex,
            rank=person.rank,
            unit=person.unit,
            duty_district=person.duty_district,
            state=enrolment.state,
            days=tuple(days.values()),
            sessions=tuple(sessions),
            completed=enrolment.completed,
            certificates=enrolment.certificates,
        )


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw up to 3 courses, 5 people, 5 sessions a course, any marks."""
    days = st.integers(0, 70).map(lambda offset: FIRST + timedelta(offset))
    blank = st.sampled_from(["", "Сино", "Рашт"])
    people = [
        Person(f"p{number}", draw(st.sampled_from(Sex)), draw(blank), draw(blank), draw(blank))
        for number in range(draw(st.integers(1, 5)))
    ]
    courses, sessions, enrolments, marks = [], [], [], {}
    for name in "abc"[: draw(st.integers(1, 3))]:
        state = draw(st.sampled_from(CourseState))
        donor, town = draw(st.sampled_from(["", "EU"])), draw(blank)
        courses.append(
            CountedCourse(name, f"DSH-{name}", draw(days), donor and "P-1", donor, town, town, state)
        )
        for number in range(draw(st.integers(0, 5))):
            trainers = tuple(sorted(draw(st.sets(st.sampled_from(["t1", "t2"])))))
            held = draw(st.sampled_from([SessionState.HELD, SessionState.HELD, *SessionState]))
            taught = CountedSession(f"{name}{number}", name, draw(days), trainers, held)
            sessions.append((taught, draw(st.integers(1, 120))))
        for person in draw(st.lists(st.sampled_from(people), unique=True)):
            enrolments.append(draw(_enrolled(person, name, days)))
    for enrolment in enrolments:
        for session, _ in sessions:
            if session.course == enrolment.course:
                marks[enrolment.key, session.key] = draw(_CELLS)
    return World(tuple(courses), tuple(sessions), tuple(enrolments), marks)


_CELLS = st.builds(
    Attendance, mark=st.none() | st.sampled_from(Mark), missed=st.sampled_from([0, 0, 10, 60, 500])
)


@st.composite
def _enrolled(draw: st.DrawFn, person: Person, course: str, days: st.SearchStrategy[date]) -> Enrolled:
    key = f"{course}/{person.key}"
    lines = tuple(
        CertificateLine(
            f"{key}/{number}",
            CertificateKind.COMPLETION,
            draw(st.sampled_from(CertificateState)),
            draw(days),
        )
        for number in range(draw(st.integers(0, 2)))
    )
    return Enrolled(key, person, course, draw(st.sampled_from(EnrolmentState)), draw(st.booleans()), lines)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Draw a span of days, open at either end or not; sometimes one that holds nothing."""
    ends = st.none() | st.integers(-5, 80).map(lambda offset: FIRST + timedelta(offset))
    return Period(draw(ends), draw(ends))


type Recount = dict[str, tuple[object, set[str]]]
"""Code of a figure to its value and its rows."""


def recount(world: World, period: Period) -> Recount:
    """Count every figure from raw marks, one by one, the slow way."""
    held = [(each, minutes) for each, minutes in world.sessions if each.held and period.holds(each.day)]
    minutes_of = {each.key: _minutes(world, each, held) for each in world.enrolments}
    came = [each for each in world.enrolments if _came(world, each, [session for session, _ in held])]
    everything = [session for session, _ in world.sessions if session.held]
    last_day = {course.key: course.last_day for course in world.courses}
    completed = [
        each
        for each in world.enrolments
        if each.completed and period.holds(last_day[each.course]) and _came(world, each, everything)
    ]
    lines = [line for each in world.enrolments for line in each.certificates if period.holds(line.issued_on)]
    halves = {each.key: _halves(world, each, held) for each in world.enrolments}
    women = [each for each in came if each.person.sex is Sex.FEMALE]
    minutes = sum(minutes_of.values())
    women_minutes = sum(minutes_of[each.key] for each in women)
    persons, heads = _persons(came), _persons(women)
    taught = {session.key for session, _ in held if session.trainers}
    trainer_days = {(trainer, session.day) for session, _ in held for trainer in session.trainers}
    counted: Recount = {
        "person_hours": (minutes, {key for key, value in minutes_of.items() if value}),
        "person_days": (sum(halves.values()), {key for key, value in halves.items() if value}),
        "trainer_days": (len(trainer_days), taught),
        "women_by_head": (_percent(len(heads), len(persons)), heads),
        "women_by_hour": (
            _percent(women_minutes, minutes),
            {each.key for each in women if minutes_of[each.key]},
        ),
    }
    for code, rows in (
        ("participations", {each.key for each in came}),
        ("unique_persons", persons),
        ("women", heads),
        ("completions", {each.key for each in completed}),
        ("unique_completions", _persons(completed)),
        ("certificates", {line.key for line in lines if line.state is CertificateState.ISSUED}),
        *(
            (
                f"certificates_{kind.value}",
                {line.key for line in lines if line.state is CertificateState.ISSUED and line.kind is kind},
            )
            for kind in (CertificateKind.COMPLETION, CertificateKind.ATTENDANCE)
        ),
        ("certificates_void", {line.key for line in lines if line.state is CertificateState.VOID}),
        ("courses", {session.course for session, _ in held}),
        ("sessions_held", {session.key for session, _ in held}),
    ):
        counted[code] = (len(rows), rows)
    return counted


def only(
    world: World, enrolments: Callable[[Enrolled], bool], courses: Callable[[CountedCourse], bool]
) -> World:
    """Return a world with some of the people and some of the courses."""
    kept = tuple(course for course in world.courses if courses(course))
    keys = {course.key for course in kept}
    return World(
        kept,
        tuple((session, minutes) for session, minutes in world.sessions if session.course in keys),
        tuple(each for each in world.enrolments if each.course in keys and enrolments(each)),
        world.marks,
    )


def _persons(enrolments: Iterable[Enrolled]) -> set[str]:
    return {each.person.key for each in enrolments}


def _percent(part: int, whole: int) -> Fraction | None:
    return Fraction(part * 10_000, whole) if whole else None


def _came(world: World, enrolment: Enrolled, sessions: Iterable[CountedSession]) -> bool:
    return any(
        session.course == enrolment.course and world.marks[enrolment.key, session.key].mark in ATTENDS
        for session in sessions
    )


def _minutes(world: World, enrolment: Enrolled, held: Iterable[tuple[CountedSession, int]]) -> int:
    total = 0
    for session, minutes in held:
        cell = world.marks.get((enrolment.key, session.key))
        if cell is not None and cell.mark in ATTENDS:
            total += max(minutes - cell.missed, 0)
    return total


def _halves(world: World, enrolment: Enrolled, held: list[tuple[CountedSession, int]]) -> int:
    halves = 0
    mine = [(session, minutes) for session, minutes in held if session.course == enrolment.course]
    for day in {session.day for session, _ in mine}:
        today = [(session, minutes) for session, minutes in mine if session.day == day]
        share = Fraction(_minutes(world, enrolment, today), sum(minutes for _, minutes in today))
        halves += 2 if share >= Fraction(75, 100) else 1 if share >= Fraction(25, 100) else 0
    return halves
