"""One person's courses: the place on each list, attendance, certificates."""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer_app.actions.attendance import grid
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.attendance import IN_THE_ROOM, AttendanceGrid, GridRow
from trainer_app.domain.certificates import Certificate
from trainer_app.domain.courses import Course
from trainer_app.domain.enrolments import Enrolment, Standing, standing_of
from trainer_app.domain.people import Person
from trainer_app.store import certificates, courses, enrolments


@dataclass(frozen=True)
class PersonCourse:
    """One enrolment of a person. `share` is in hundredths of a per cent, None before the first session.

    `listed_as` is the name on the list where the person was enrolled as somebody who was joined later.
    `standing` is what the person is in this course by now.
    """

    course: Course
    enrolment: Enrolment
    share: int | None
    limit: int | None
    certificates: tuple[Certificate, ...] = ()
    listed_as: str = ""
    standing: Standing = Standing.NOMINATED


def courses_of(work: Workplace, key: str, joined: Sequence[Person] = ()) -> list[PersonCourse]:
    """Return a person's courses, the newest first; also those of the people `joined` into them."""
    names = {key: "", **{person.key: person.name for person in joined}}
    known = {course.key: course for course in courses.list_courses(work.database)}
    found = []
    for item in enrolments.list_enrolments(work.database):
        own = item.enrolment
        course = known.get(own.course)
        if course is None or own.person not in names:
            continue
        table = grid(work, course.key)
        row = next((row for row in table.rows if row.enrolment == own.key), None)
        given = [
            each
            for each in certificates.list_certificates(work.database, course.key)
            if each.enrolment == own.key
        ]
        found.append(
            PersonCourse(
                course=course,
                enrolment=own,
                share=row.share if row else None,
                limit=course.rule.share,
                certificates=tuple(given),
                listed_as=names[own.person],
                standing=standing_of(own.state, came=row is not None and _came(table, row)),
            )
        )
    return sorted(found, key=lambda each: (each.course.first_day, each.course.code), reverse=True)


def _came(table: AttendanceGrid, row: GridRow) -> bool:
    """Tell whether somebody was present or late in a session that was not cancelled."""
    return any(
        cell is not None and cell.mark in IN_THE_ROOM and not session.cancelled
        for session, cell in zip(table.sessions, row.cells, strict=True)
    )
