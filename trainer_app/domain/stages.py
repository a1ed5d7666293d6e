"""How far a course has come on a given day: what is recorded of it, and where the day lies."""

from datetime import date
from enum import StrEnum

from trainer_app.domain.courses import Course, CourseState


class Stage(StrEnum):
    """Where a course stands. Until somebody closes it, only its days tell."""

    PLANNED = "planned"
    RUNNING = "running"
    OVER = "over"
    """The last day has passed and nobody has closed the course yet."""
    CLOSED = "closed"
    APPROVED = "approved"


def stage(course: Course, day: date) -> Stage:
    """Return a course's stage on a civil day at its place."""
    if course.state is CourseState.APPROVED:
        return Stage.APPROVED
    if course.state is CourseState.CLOSED:
        return Stage.CLOSED
    if day < course.first_day:
        return Stage.PLANNED
    return Stage.RUNNING if day <= course.last_day else Stage.OVER
