"""What a list says about a course: how many take part, how many marks are missing."""

from collections.abc import Mapping
from datetime import date

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.attendance import Attendance, Mark
from trainer_app.domain.courses import Course, CourseLine, Session, SessionState
from trainer_app.domain.enrolments import ON_THE_LIST
from trainer_app.domain.people import Sex
from trainer_app.store import attendance, courses, enrolments


def line_of(
    work: Workplace, course: Course, project_code: str, sexes: Mapping[str, Sex], conflicts: bool
) -> CourseLine:
    """Return a course with its counts. `sexes` is by person; `conflicts` tells whether any are kept at all.

    A mark is missing in a session that was held, or whose day has passed; nobody is missed in a session
    before the first day of taking part.
    """
    sessions = courses.list_sessions(work.database, course.key)
    expected = [
        item
        for item in enrolments.list_enrolments(work.database, course.key)
        if item.enrolment.state in ON_THE_LIST
    ]
    recorded = attendance.marks_of_course(work.database, course.key)
    today = work.clock.today(course.zone)
    unmarked = sum(
        1
        for session in sessions
        if _took_place(session, today)
        for item in expected
        if (item.from_day is None or item.from_day <= session.day)
        and _mark_of(recorded, item.enrolment.key, session.key) is None
    )
    return CourseLine(
        course=course,
        project_code=project_code,
        participants=len(expected),
        women=sum(1 for item in expected if sexes.get(item.enrolment.person) is Sex.FEMALE),
        sessions=len(sessions),
        unmarked=unmarked,
        conflicts=sum(1 for cell in recorded.values() if cell.conflict) if conflicts else 0,
    )


def _took_place(session: Session, today: date) -> bool:
    if session.state is SessionState.PLANNED:
        return session.day < today
    return session.state is SessionState.HELD


def _mark_of(recorded: Mapping[tuple[str, str], Attendance], enrolment: str, session: str) -> Mark | None:
    cell = recorded.get((enrolment, session))
    return cell.mark if cell else None
