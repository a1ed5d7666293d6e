"""Everything that reports count of courses, as plain records, and how whole it is: of one course, or of all.

Most people are marked in every session, and present in nearly all of them: of them only the other marks are
read. Whoever lacks a mark gets sums by day. Of whoever came in later or left every cell is read: where they
are not expected nothing is missing. So it is of whoever stands on a list under two names that were joined.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.evaluations.scores import CountedTests, counted_tests, course_scores
from trainer_app.actions.exchange import incoming
from trainer_app.actions.office import office
from trainer_app.actions.people.directory import root_of
from trainer_app.actions.people.joining import candidates
from trainer_app.domain.attendance.marks import IN_THE_ROOM, Attendance, attendance_share, attended_minutes
from trainer_app.domain.attendance.same_person import JoinedRows
from trainer_app.domain.base.changes import Label, Progress, no_progress
from trainer_app.domain.base.numbers import round_half_up
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateState
from trainer_app.domain.certificates.eligibility import read_override, result_of
from trainer_app.domain.courses.courses import (
    Course,
    Project,
    SessionState,
    TeachingRole,
    expected_span,
)
from trainer_app.domain.evaluations.forms import Occasion, TestScore
from trainer_app.domain.office.participations import (
    CountedCourse,
    CountedSession,
    DayMinutes,
    Participation,
    Period,
    SessionMinutes,
)
from trainer_app.domain.office.reports import (
    Completeness,
    Figure,
    Pair,
    ReportRow,
    fewer_at_most,
    within,
)
from trainer_app.domain.people.persons import age_group, by_person, then_or_now
from trainer_app.store.courses.courses import list_assignments
from trainer_app.store.office import reports
from trainer_app.store.office.reports import (
    CountedEnrolment,
    DaySums,
    Exceptional,
    RegisterLine,
    TimedSession,
)
from trainer_app.store.people import people
from trainer_app.store.review.contradictions import contradicting, count_contradictions, echoes
from trainer_app.store.review.proposals import waiting_entries

type Cells = Mapping[tuple[str, str], Attendance]
type Tests = Mapping[tuple[str, Occasion], TestScore]
_BLANK = Attendance()
COUNTING = "counting.progress"
"""What is told of the steps of reading."""
_ATTENDED = attrgetter("attended")
_NO_SUMS = DaySums(0, 0, 0)
_EVERYWHERE = frozenset[str]()
"""Nothing is listed of whoever is expected at every session."""
_TESTS = (Occasion.PRE, Occasion.POST)
_share = lru_cache(maxsize=4096)(attendance_share)
"""Most of very many attended as much as others."""


class Taught(NamedTuple):
    """A course with its project."""

    course: Course
    project: Project | None


class CourseRecords(NamedTuple):
    """What one course gives to a report. `tests` are those of participants, and who is left out.

    `marked` tells whether anybody has a mark in a session that was held.
    """

    taught: CountedCourse
    sessions: list[CountedSession]
    participations: list[Participation]
    rows: list[ReportRow]
    tests: CountedTests
    marked: bool = False


class _Whole:
    """The days of somebody who is marked in every session of a course: whole ones but for the exceptions."""

    def __init__(self, days: Sequence[tuple[date, list[TimedSession]]]) -> None:
        self._days = tuple(
            DayMinutes(day, minutes, minutes, len(sessions))
            for day, sessions in days
            for minutes in [sum(session.minutes for session in sessions)]
        )
        self._places = {
            session.number: (index, session.minutes)
            for index, (_, sessions) in enumerate(days)
            for session in sessions
        }

    def days(self, exceptions: Iterable[Exceptional]) -> tuple[DayMinutes, ...]:
        """Return the days less what exceptions take from them."""
        if not exceptions:
            return self._days
        found = list(self._days)
        for session, cell in exceptions:
            if session in self._places:
                at, minutes = self._places[session]
                day, attended, planned, came, _ = found[at]
                less = minutes - attended_minutes(minutes, cell)
                found[at] = DayMinutes(day, attended - less, planned, came - (cell.mark not in IN_THE_ROOM))
        return tuple(found)


class RecordsGatherer:
    """Reads some courses, or all that there are; each step of it is told."""

    def __init__(self, work: Workplace, taught: Sequence[Taught], progress: Progress = no_progress) -> None:
        database = work.database
        progress(COUNTING, 0.0)
        self._work = work
        self._numbers = reports.course_numbers(database)
        wanted = [self._numbers[each.course.key] for each in taught]
        only = wanted if len(wanted) < len(self._numbers) else None
        self._sessions = reports.read_sessions(database, only)
        self._sessions_held = {
            number: sum(session.state is SessionState.HELD for session in found)
            for number, found in self._sessions.items()
        }
        progress(COUNTING, 0.1)
        counted = people.people_counted(database)
        self._people = {person.key: person for person in counted.values()}
        progress(COUNTING, 0.3)
        self._enrolled = reports.read_enrolled(database, only, counted)
        progress(COUNTING, 0.5)
        self._held = reports.count_held(database, only)
        self._exceptions = reports.read_exceptions(database, only)
        self._register = reports.read_register(database, only)
        self._tested = reports.courses_with_papers(database)
        self._teachers: dict[str, list[str]] = {}
        self._observers: set[tuple[str, str]] = set()
        self._trained: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
        for found in list_assignments(database):
            if found.role is TeachingRole.OBSERVER:
                self._observers.add((found.course, found.person))
            else:
                self._teachers.setdefault(found.course, []).append(found.person)
        everybody = [item for number in wanted for item in self._enrolled.get(number, ())]
        gone = [item.number for item in everybody if item.gone]
        self._marked = reports.read_marked(database, gone) if gone else set()
        self._lacking = {item.number for item in everybody if not item.partly and not self._is_whole(item)}
        self._sums = reports.read_sums(database, sorted(self._lacking)) if self._lacking else {}
        joined = everybody if any(person.shown_as for person in self._people.values()) else []
        theirs = by_person(joined, lambda item: f"{item.course} {self._person(item.person).key}")
        # Each course's are by number on the list, and stay so among those that are on it.
        self._doubles = JoinedRows(sorted(rows, key=lambda item: item.gone) for rows in theirs)
        single = [item.number for item in everybody if item.partly or item.key in self._doubles]
        self._cells: Cells = self._doubles.cells(reports.read_cells(database, single)) if single else {}

    @property
    def trainer_names(self) -> dict[str, str]:
        """The names of all who teach or are named in a session, by person."""
        named = (each.trainers for found in self._sessions.values() for each in found)
        keys = {key for keys in (*self._teachers.values(), *named) for key in keys}
        return {person.key: person.name for person in map(self._person, keys & self._people.keys())}

    def records(self, taught: Taught) -> CourseRecords:
        """Return what one of the courses gives."""
        course, number = taught.course, self._numbers[taught.course.key]
        sessions = self._sessions.get(number, [])
        found = course_scores(self._work, course.key) if number in self._tested else []
        tests = {(each.enrolment, each.occasion): each for each in found}
        held = [session for session in sessions if session.state is SessionState.HELD]
        planned, days = sum(session.minutes for session in held), _by_day(held)
        plain = [(day, sum(session.minutes for session in group), len(group)) for day, group in days]
        whole = _Whole(days)
        participations, rows = [], []
        for item in self._enrolled.get(number, ()):
            rows_of = self._doubles.rows_of(item) if item.partly else ()
            expected = _EVERYWHERE.union(*(_expected(row, sessions) for row in rows_of))
            if item.gone and not expected and not any(map(self._left_anything, rows_of)):
                continue
            if self._doubles.is_led(item.key):
                minutes: tuple[DayMinutes, ...] = ()
            elif item.partly or item.key in self._doubles:
                minutes = _days_of_cells(days, item, expected, self._cells)
            elif item.number in self._lacking:
                minutes = _days_of_sums(plain, self._sums.get((item.number, number), {}))
            else:
                minutes = whole.days(self._exceptions.get(item.number, ()))
            one, row = self._counted(course, item, minutes, planned, tests)
            if minutes and item.key in self._doubles:
                one = replace(one, sessions=_sessions_of_cells(held, item, expected, self._cells))
            participations.append(one)
            rows.append(row)
        given = [
            CountedSession(each.key, course.key, each.day, self._trainers(course.key, each), each.state)
            for each in sessions
        ]
        counted = counted_tests(self._work, course.key, found)
        marked = any(item.number in self._held for item in self._enrolled.get(number, ()))
        return CourseRecords(_taught(taught), given, participations, rows, counted, marked)

    def _trainers(self, course: str, session: TimedSession) -> tuple[str, ...]:
        """Return who taught a session: those named in it, else all who teach the course; never observers.

        Joined people are one trainer.
        """
        place = course, session.trainers
        found = self._trained.get(place)
        if found is None:
            named = session.trainers or self._teachers.get(course, ())
            taught = (person for person in named if (course, person) not in self._observers)
            found = tuple(dict.fromkeys(root_of(self._people, person) for person in taught))
            self._trained[place] = found
        return found

    def _left_anything(self, item: CountedEnrolment) -> bool:
        """Tell whether something was written about somebody that is counted: a mark, or a certificate."""
        return item.number in self._marked or item.key in self._register

    def _is_whole(self, item: CountedEnrolment) -> bool:
        """Tell whether somebody has a mark in every held session of the course and in no other one."""
        marks, course = self._held.get(item.number, (0, 0))
        return course == item.course and marks == self._sessions_held[course]

    def _counted(
        self, course: Course, item: CountedEnrolment, days: tuple[DayMinutes, ...], planned: int, tests: Tests
    ) -> tuple[Participation, ReportRow]:
        """Return one enrolment as it is counted, and as the last pages of a report list it."""
        person, attended = self._person(item.person), sum(map(_ATTENDED, days))
        # In most courses nobody was tested.
        led, rows = self._doubles.is_led(item.key), self._doubles.rows_of(item)
        found = (next(filter(None, [tests.get((row.key, which)) for row in rows]), None) for which in _TESTS)
        pre, post = found if tests else (None, None)
        percent = post.share if post else None
        decided = (read_override(row.override, row.override_reason) for row in rows if row.override)
        override = next(filter(None, decided), None)
        result = result_of(course.rule, attended, planned, percent, override, gone=item.gone)
        result = CertificateKind.NONE if led else result
        register = self._register.get(item.key, ())
        now = (person.sex, person.rank, person.unit, person.duty_district)
        sex, rank, unit, district = then = item.facts or now
        if person.joined:
            sex = then_or_now(sex, person.sex)
            rank, unit, district = map(then_or_now, then[1:], now[1:])
        participation = Participation(
            enrolment=item.key,
            person=person.key,
            course=course.key,
            sex=sex,
            rank=rank,
            unit=unit,
            duty_district=district,
            rank_now=person.rank,
            unit_now=person.unit,
            duty_district_now=person.duty_district,
            age=age_group(person.birth_year, course.first_day),
            state=item.state,
            days=days,
            completed=result is CertificateKind.COMPLETION,
            certificates=tuple(found.line for found in register),
        )
        row = ReportRow(
            key=item.key,
            name=person.name,
            sex=sex,
            rank=rank,
            unit=unit,
            course=course.code,
            minutes=attended,
            share=None if led else _share(attended, planned),
            pre=round_half_up(pre.percent) if pre else None,
            post=round_half_up(post.percent) if post else None,
            result=result,
            serial=_serial(register),
        )
        return participation, row

    def _person(self, key: str) -> people.CountedPerson:
        """Return the record that stands for a person: mostly their own."""
        return self._people[self._people[key].shown_key]


def _by_day(sessions: Iterable[TimedSession]) -> list[tuple[date, list[TimedSession]]]:
    found: dict[date, list[TimedSession]] = {}
    for session in sessions:
        found.setdefault(session.day, []).append(session)
    return sorted(found.items())


def _days_of_sums(
    days: Sequence[tuple[date, int, int]], sums: Mapping[date, DaySums]
) -> tuple[DayMinutes, ...]:
    """Return the minutes of somebody who took part from the beginning, from (day, minutes, sessions)."""
    found = []
    for day, planned, sessions in days:
        attended, came, marked = sums.get(day, _NO_SUMS)
        found.append(DayMinutes(day, attended, planned, came, sessions - marked))
    return tuple(found)


def _expected(item: CountedEnrolment, sessions: Sequence[TimedSession]) -> frozenset[str]:
    """Return at which of a course's sessions (keys) somebody is expected who came in later or left."""
    numbered = [_Numbered(session.number, session.day) for session in sessions]
    first, end = expected_span(numbered, item.state, item.from_day, item.from_session, item.gone_from)
    return frozenset(session.key for session in sessions[first:end])


class _Numbered(NamedTuple):
    """A session as enrolments name it: by its number."""

    key: int
    day: date


def _days_of_cells(
    days: Sequence[tuple[date, list[TimedSession]]],
    item: CountedEnrolment,
    expected: Collection[str],
    cells: Cells,
) -> tuple[DayMinutes, ...]:
    """Return the days of who came in later or left; of who is on the list none while all theirs are ahead."""
    keys = [session.key for _, sessions in days for session in sessions]
    marked = any(cells.get((item.key, key), _BLANK) != _BLANK for key in keys)
    if item.partly and not (item.gone or marked or any(key in expected for key in keys)):
        return ()
    return tuple(
        DayMinutes(
            day,
            sum(line.attended for line in lines),
            sum(line.planned for line in lines),
            sum(line.came for line in lines),
            sum(line.unmarked for line in lines),
        )
        for day, sessions in days
        for lines in [_sessions_of_cells(sessions, item, expected, cells)]
    )


def _sessions_of_cells(
    sessions: Iterable[TimedSession], item: CountedEnrolment, expected: Collection[str], cells: Cells
) -> tuple[SessionMinutes, ...]:
    """Return the minutes of each of some held sessions; somebody not partly there is expected at all."""
    found = []
    for session in sessions:
        cell = cells.get((item.key, session.key), _BLANK)
        awaited = not item.partly or session.key in expected or cell != _BLANK
        found.append(
            SessionMinutes(
                session.key,
                session.day,
                attended_minutes(session.minutes, cell),
                session.minutes,
                cell.mark in IN_THE_ROOM,
                cell.mark is None and awaited,
            )
        )
    return tuple(found)


def _serial(register: Iterable[RegisterLine]) -> str:
    """Return the serial of the certificate that holds; of several the last one."""
    valid = [found.serial for found in register if found.line.state is CertificateState.ISSUED]
    return valid[-1] if valid else ""


def _taught(taught: Taught) -> CountedCourse:
    course, project = taught
    return CountedCourse(
        key=course.key,
        code=course.code,
        last_day=course.last_day,
        project=project.code if project else "",
        donor=project.donor if project else "",
        field_of_work=project.field_of_work if project else "",
        town=course.town,
        district=course.district,
        state=course.state,
    )


PERSONS = ("unique_persons", "women", "unique_completions")
"""Figures that count people, each once: their rows are people."""


def pairs_among(work: Workplace, counted: Collection[str], progress: Progress = no_progress) -> list[Pair]:
    """Return the pairs that may be one person among people, who are named by their keys after joining."""
    if len(counted) < 2:
        return []
    found = work.database.remembered(
        "pairs that may be one",
        lambda: [(each.a, each.b) for each in candidates(work, progress=progress)],
        ("person", "enrolment", "course", "pair"),
    )
    return within(found, counted)


def completeness(
    work: Workplace,
    courses: Sequence[tuple[Course, bool]],
    period: Period,
    counted: Collection[str],
    *,
    everything: bool,
    progress: Progress = no_progress,
) -> Completeness:
    """Return how whole the data of some courses are, each given with whether anybody has a mark in it.

    `counted` are the keys of the persons counted. `everything`: the courses are all that there are, so what
    waits and belongs to no course is of theirs too.
    """
    ended = [
        (course, marked)
        for course, marked in courses
        if course.last_day < work.today()
        and (period.last is None or course.first_day <= period.last)
        and (period.first is None or course.last_day >= period.first)
    ]
    pairs = pairs_among(work, counted, progress)
    keys = None if everything else {course.key for course, _ in courses}
    return Completeness(
        ended=len(ended),
        unmarked=tuple(sorted(course.code for course, marked in ended if not marked)),
        pairs=len(pairs),
        fewer=fewer_at_most(pairs),
        contradictions=_contradictions(work, keys, counted),
        proposals=_proposals(work, keys, counted),
        set_aside=len(incoming.list_set_aside(work)) if work.role is Role.OFFICE else 0,
        silent=office.silent_laptops(work),
        one_course=len(courses) == 1,
    )


def with_doubts(work: Workplace, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return figures of which those of people say how many fewer they may be."""
    told = []
    for figure in figures:
        pairs = pairs_among(work, figure.rows) if figure.code in PERSONS else []
        label = Label("completeness.fewer", {"count": len(pairs), "fewer": fewer_at_most(pairs)})
        told.append(replace(figure, beside=(label,)) if pairs else figure)
    return tuple(told)


def _contradictions(work: Workplace, courses: Collection[str] | None, counted: Collection[str]) -> int:
    """Return how many open contradictions are about the courses or the people counted."""
    waiting = contradicting(work.journal)
    if courses is None:
        return count_contradictions(work.journal)
    # An echo is decided with what it echoes: it counts by itself only where that is not counted.
    with_person = {
        ("enrolment", key, place[2])
        for place, keys in echoes(work.journal).items()
        if place[1] in counted
        for key in keys
    }
    return sum(_concerns(work, [each for each in waiting if each not in with_person], courses, counted))


def _proposals(work: Workplace, courses: Collection[str] | None, counted: Collection[str]) -> int:
    """Return how many proposals are about the courses; a laptop decides none."""
    if not work.decides:
        return 0
    waiting = [(entry.e, entry.k, entry.s) for _, entry in waiting_entries(work.journal)]
    concerned = _concerns(work, waiting, courses, counted)
    named = (courses is not None and said.get("course") in courses for _, _, said in waiting)
    return sum(one or other for one, other in zip(concerned, named, strict=True))


def _concerns(
    work: Workplace,
    waiting: Sequence[tuple[str, str, object]],
    courses: Collection[str] | None,
    counted: Collection[str],
) -> list[bool]:
    """Tell of each row that waits whether it is of the courses, or of a person counted in no course's row."""
    if courses is None or not waiting:
        return [True] * len(waiting)
    names, people_counted = Names(work), frozenset(counted)
    known: dict[tuple[str, str], bool] = {}
    for entity, key, _ in waiting:
        if (entity, key) not in known:
            person, course, _session = names.places(entity, key)
            known[entity, key] = course in courses if course else person in people_counted
    return [known[entity, key] for entity, key, _ in waiting]
