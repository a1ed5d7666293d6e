"""The boards of all courses of a project side by side, and a batch over them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from trainer_app.actions.boards import board
from trainer_app.actions.certificates import Batch
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.certificates import BoardRow
from trainer_app.domain.courses import CompletionRule, Course
from trainer_app.store import courses


@dataclass(frozen=True)
class Asked:
    """Limits that are asked about, in hundredths of a per cent; what is not asked stays each course's own.

    A limit that is off is `share_off` or `test_off`.
    """

    share: int | None = None
    post_test: int | None = None
    share_off: bool = False
    test_off: bool = False

    def rule(self, own: CompletionRule) -> CompletionRule:
        """Return a course's rule with the limits that are asked about."""
        if self.share_off or self.share is not None:
            own = replace(own, share=None if self.share_off else self.share)
        if self.test_off or self.post_test is not None:
            own = replace(own, post_test=None if self.test_off else self.post_test)
        return own


@dataclass(frozen=True)
class CourseBoard:
    """A course with its board by its own rule, and by the one that is asked about (the same if none is)."""

    course: Course
    rows: tuple[BoardRow, ...]
    asked: tuple[BoardRow, ...]


def project_board(work: Workplace, project: str, asked: Asked | None = None) -> list[CourseBoard]:
    """Return the boards of a project's courses, the earliest course first; nothing is written."""
    found = []
    for course in courses_of_project(work, project):
        rows = tuple(board(work, course.key))
        rule = asked.rule(course.rule) if asked is not None else course.rule
        other = rows if rule == course.rule else tuple(board(work, course.key, rule, what_if=True))
        found.append(CourseBoard(course, rows, other))
    return found


def courses_of_project(work: Workplace, project: str) -> list[Course]:
    """Return the courses of a project, the earliest first."""
    found = [course for course in courses.list_courses(work.database) if course.project == project]
    return sorted(found, key=lambda course: (course.first_day, course.code))


def batches(boards: Sequence[CourseBoard], only: Collection[str] | None = None) -> list[Batch]:
    """Return what to issue: everybody of the boards, or of them only some enrolments (keys)."""
    found = []
    for each in boards:
        if only is None:
            found.append(Batch(each.course.key))
            continue
        chosen = frozenset(row.enrolment for row in each.rows).intersection(only)
        if chosen:
            found.append(Batch(each.course.key, chosen))
    return found
