"""Marks that are missing: on a laptop its trainer's own, at the office those that no trainer will send."""

from collections.abc import Iterator
from datetime import date

from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.domain.attendance.marks import AttendanceGrid, missing_marks
from trainer_app.domain.courses.courses import TeachingRole
from trainer_app.domain.exchange.laptops import PACK_COURSES
from trainer_app.domain.today.overview import AskedCourse, Due, DueKind
from trainer_app.store.courses import courses


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
