"""What the first screen shows: where we are, what comes next, what has not reached the office."""

from datetime import date

from trainer_app.actions import identity, review, sending
from trainer_app.actions.attendance import grid
from trainer_app.actions.certificates import board
from trainer_app.actions.courses import get_line, list_courses
from trainer_app.actions.enrolments import list_enrolments
from trainer_app.actions.evaluations import evaluation
from trainer_app.actions.workplace import Role, Workplace
from trainer_app.domain.attendance import AttendanceGrid, GridSession, count_heads
from trainer_app.domain.certificates import CertificateKind
from trainer_app.domain.courses import CourseLine, SessionState
from trainer_app.domain.people import Sex
from trainer_app.domain.today import (
    Due,
    DueKind,
    NextKind,
    NextStep,
    TodayCourse,
    TodaySession,
    TodayView,
    ToOffice,
)
from trainer_app.system.clock import civil_minute


def overview(work: Workplace) -> TodayView:
    """Return everything on the first screen."""
    day = work.today()
    lines = list_courses(work)
    chosen = _choose(lines, day)
    office = _office(work)
    if chosen is None:
        return TodayView(day, office=office, next_step=NextStep(NextKind.CREATE_COURSE))
    running = [line for line in lines if line.course.first_day <= day <= line.course.last_day]
    sessions = tuple(
        sorted(
            (session for line in running for session in _sessions(work, line, day)),
            key=lambda session: (session.start, session.course_code),
        )
    )
    due = _due(work, chosen, day)
    return TodayView(
        day=day,
        course=_course(chosen, day),
        sessions=sessions,
        next_step=_next(work, chosen, sessions, due, office, day),
        due=due,
        office=office,
        courses=len(lines),
    )


def due(work: Workplace, course: str) -> tuple[Due, ...]:
    """Return what is due in one course. Raises course.unknown."""
    return _due(work, get_line(work, course), work.today())


def _choose(lines: list[CourseLine], day: date) -> CourseLine | None:
    """Return the course that runs today; else the next one; else the last one."""
    running = [line for line in lines if line.course.first_day <= day <= line.course.last_day]
    coming = [line for line in lines if line.course.first_day > day]
    if running:
        return running[0]
    return coming[0] if coming else (lines[-1] if lines else None)


def _course(line: CourseLine, day: date) -> TodayCourse:
    course = line.course
    inside = course.first_day <= day <= course.last_day
    return TodayCourse(
        key=course.key,
        code=course.code,
        title=course.title,
        town=course.town,
        first_day=course.first_day,
        last_day=course.last_day,
        day_number=(day - course.first_day).days + 1 if inside else 0,
        days=(course.last_day - course.first_day).days + 1,
        participants=line.participants,
    )


def _sessions(work: Workplace, line: CourseLine, day: date) -> list[TodaySession]:
    table = grid(work, line.course.key)
    minute = civil_minute(work.clock.millis(), line.course.zone)
    return [
        TodaySession(
            key=session.key,
            course=line.course.key,
            course_code=line.course.code,
            number=session.number,
            start=session.start,
            end=session.end,
            topic=session.topic,
            state=session.state,
            heads=count_heads([row.cells[place] for row in table.rows]),
            locked=session.locked,
            now=session.start <= minute < session.end,
        )
        for place, session in enumerate(table.sessions)
        if session.day == day
    ]


def _next(
    work: Workplace,
    line: CourseLine,
    sessions: tuple[TodaySession, ...],
    due: tuple[Due, ...],
    office: ToOffice,
    day: date,
) -> NextStep:
    course = line.course.key
    if line.sessions == 0:
        return NextStep(NextKind.PLAN_SESSIONS, course)
    # At the office people come with the trainers' files: taking a list in there too would make them twice.
    if line.participants == 0 and work.role is Role.TRAINER:
        return NextStep(NextKind.ADD_PEOPLE, course)
    minute = civil_minute(work.clock.millis(), line.course.zone)
    for session in sessions:
        counts = session.state is not SessionState.CANCELLED and not session.locked
        if counts and session.start <= minute and session.heads.unmarked:
            done = session.heads.expected - session.heads.unmarked
            return NextStep(
                NextKind.MARK, session.course, session.key, session.number, done, session.heads.expected
            )
    if office.conflicts:
        return NextStep(NextKind.REVIEW, whole=office.conflicts)
    waiting = next((one.count for one in due if one.kind is DueKind.CERTIFICATES), 0)
    if waiting and day >= line.course.last_day and not any(one.start > minute for one in sessions):
        return NextStep(NextKind.ISSUE, course, whole=waiting)
    if office.unsent and work.role is Role.TRAINER and not any(one.end > minute for one in sessions):
        return NextStep(NextKind.SEND, whole=office.unsent)
    return NextStep(NextKind.NOTHING, course)


def _due(work: Workplace, line: CourseLine, day: date) -> tuple[Due, ...]:
    course = line.course
    if day < course.first_day or line.participants == 0:
        people_only = _due_people(work, course.key)
        return tuple(due for due in people_only if due.count)
    table = grid(work, course.key)
    missing, first = _unmarked_before(table, day)
    scores = evaluation(work, course.key).rows
    last = day >= course.last_day
    ready = [
        row
        for row in board(work, course.key)
        if row.result is not CertificateKind.NONE and row.certificate is None
    ]
    found = [
        Due(DueKind.UNMARKED, course.key, missing, first),
        Due(DueKind.PRE_TEST, course.key, sum(1 for row in scores if row.pre is None)),
        Due(DueKind.POST_TEST, course.key, sum(1 for row in scores if row.post is None) if last else 0),
        Due(DueKind.CERTIFICATES, course.key, len(ready) if last else 0),
        *_due_people(work, course.key),
    ]
    return tuple(due for due in found if due.count)


def _due_people(work: Workplace, course: str) -> list[Due]:
    people = [found.person for found in list_enrolments(work, course) if found.expected]
    return [
        Due(DueKind.SEX_UNKNOWN, course, sum(1 for person in people if person.sex is Sex.UNKNOWN)),
        Due(DueKind.NO_LATIN_NAME, course, sum(1 for person in people if not person.latin)),
    ]


def _unmarked_before(table: AttendanceGrid, day: date) -> tuple[int, str | None]:
    """Return how many marks are missing in sessions of earlier days, and the first such session."""
    count, first = 0, None
    for place, session in enumerate(table.sessions):
        if session.day >= day or session.cancelled:
            continue
        missing = _missing(table, place, session)
        if missing and first is None:
            first = session.key
        count += missing
    return count, first


def _missing(table: AttendanceGrid, place: int, session: GridSession) -> int:
    return 0 if session.locked else count_heads([row.cells[place] for row in table.rows]).unmarked


def _office(work: Workplace) -> ToOffice:
    conflicts = review.count(work)
    joined = identity.has_office(work)
    if work.role is Role.OFFICE:
        return ToOffice(conflicts=conflicts, joined=joined)
    sent = sending.history(work)
    newest = sent[0] if sent else None
    return ToOffice(
        unsent=sending.unsent(work),
        unsent_since=newest.at if newest else None,
        unconfirmed=sum(1 for line in sent if not line.confirmed and not line.superseded_by),
        last_sent=newest.at if newest else None,
        conflicts=conflicts,
        joined=joined,
    )
