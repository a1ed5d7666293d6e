"""What a list says about a course: how many take part, how many marks are missing."""

from datetime import date

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.courses import Course, CourseLine
from trainer_app.store.course_lines import TABLES, CourseTally, tally_courses
from trainer_app.store.courses import list_courses


def line_of(work: Workplace, course: Course, project_code: str) -> CourseLine:
    """Return a course with its counts."""
    today = {course.key: work.clock.today(course.zone)}
    return _line(course, project_code, tally_courses(work.database, today)[course.key])


class CourseLines:
    """The counts of all courses: read once until something of a course is written, or a day begins."""

    def __init__(self, work: Workplace) -> None:
        database = work.database
        self.courses = list_courses(database)
        zones = {course.zone: work.clock.today(course.zone) for course in self.courses}
        today: dict[str, date] = {course.key: zones[course.zone] for course in self.courses}
        name = f"course tallies {sorted(zones.items())}"
        self._tallies = database.remembered(name, lambda: tally_courses(database, today), TABLES)

    def line(self, course: Course, project_code: str) -> CourseLine:
        """Return one of them with its counts."""
        return _line(course, project_code, self._tallies[course.key])


def _line(course: Course, project_code: str, tally: CourseTally) -> CourseLine:
    return CourseLine(
        course=course,
        project_code=project_code,
        participants=tally.participants,
        women=tally.women,
        sessions=tally.sessions,
        unmarked=tally.unmarked,
        conflicts=tally.conflicts,
    )
