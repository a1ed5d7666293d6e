"""Tells what else nobody would look for: certificates that no longer fit, marks that no trainer will send.

Of the newest courses that are closed or approved the papers are out, whatever was decided about the course.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.certificates.eligibility import BOARD_TABLES, board
from trainer_app.domain.attendance.marks import AttendanceGrid, missing_marks
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import BoardRow, CertificateState
from trainer_app.domain.courses.courses import FINISHED, TeachingRole
from trainer_app.domain.exchange.laptops import PACK_COURSES
from trainer_app.domain.today.overview import AskedCourse, Due, DueKind
from trainer_app.store.certificates import certificates
from trainer_app.store.courses import courses

_LATELY = timedelta(days=90)
_MOST = 6
"""An office has a thousand courses: of so many of the newest each certificate is looked at."""


def unfit_of(work: Workplace, course: str) -> Due:
    """Return how many valid certificates of a course no longer fit; nothing is counted where none are.

    Read once until something of it is written: Today asks it of several courses at every look.
    """
    return work.database.remembered(f"unfit {course}", lambda: _read_unfit(work, course), BOARD_TABLES)


def _read_unfit(work: Workplace, course: str) -> Due:
    issued = certificates.list_certificates(work.database, course)
    valid = any(each.state is CertificateState.ISSUED for each in issued)
    return unfit_among(course, board(work, course) if valid else ())


def unfit_among(course: str, rows: Iterable[BoardRow]) -> Due:
    """Return the same of rows that were read already."""
    return Due(DueKind.UNFIT, course, sum(row.unfit is not None for row in rows))


def opened_again(work: Workplace, course: str) -> tuple[Due, ...]:
    """Return that sessions of a finished course were opened again: closing it had locked them all."""
    found = courses.get_course(work.database, course)
    if found is None or found.state not in FINISHED:
        return ()
    left = [session.key for session in courses.list_sessions(work.database, course) if not session.locked]
    return (Due(DueKind.REOPENED, course, len(left), left[0]),) if left else ()


def due_once_approved(work: Workplace, course: str) -> tuple[Due, ...]:
    """Return what is due in an approved course."""
    unfit = unfit_of(work, course)
    return (unfit,) if unfit.count else ()


def unfit_lately(work: Workplace, beside: Collection[str] = ()) -> list[Due]:
    """Return the same of the newest finished courses, with their codes; those `beside` are told elsewhere."""
    over = [
        course
        for course in courses.list_courses_from(work.database, work.today() - _LATELY)
        if course.state in FINISHED and not course.archived
    ]
    newest = sorted(over, key=lambda course: course.last_day)[-_MOST:]
    found = [(course.code, unfit_of(work, course.key)) for course in newest if course.key not in beside]
    return [replace(due, course_code=code) for code, due in found if due.count]


def missing_in(
    work: Workplace, line: AskedCourse, table: AttendanceGrid, day: date, *, whole: bool
) -> Iterator[Due]:
    """Count the marks that are missing in earlier sessions, `whole`: locked ones too, before closing."""
    found, course = missing_marks(table, day), line.course.key
    count = found.earlier + (found.locked if whole else 0)
    alone = count and not whole and work.role is Role.OFFICE and _is_untaught(work, course)
    yield Due(DueKind.UNTAUGHT if alone else DueKind.UNMARKED, course, count, found.first)


def _is_untaught(work: Workplace, course: str) -> bool:
    """Tell whether nobody is named as trainer, and no laptop was given the course: no file brings marks."""
    named = courses.list_assignments(work.database, course)
    if any(each.role is not TeachingRole.OBSERVER for each in named):
        return False
    if any(session.trainers for session in courses.list_sessions(work.database, course)):
        return False
    return all(course not in given for given in work.store.setting(PACK_COURSES).values())
