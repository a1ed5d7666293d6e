"""What lists say of courses is counted in SQL, and always what a count over every mark gives."""

from datetime import date

import pytest

from tests.actions.untidy import COURSES, Untidy
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.courses import courses as courses_domain
from trainer_app.domain.courses.courses import ON_THE_LIST, Course, SessionState
from trainer_app.domain.people.persons import Sex
from trainer_app.store.attendance import marks
from trainer_app.store.courses import courses as stored
from trainer_app.store.people import people

type Counts = tuple[int, int, int, int, int]


def counted_one_by_one(work: Workplace, course: Course) -> Counts:
    """Return (participants, women, sessions, missing marks, contradictions), looking at every mark."""
    sessions = stored.list_sessions(work.database, course.key)
    expected = [
        item
        for item in stored.list_enrolments(work.database, course.key)
        if item.enrolment.state in ON_THE_LIST
    ]
    recorded = marks.marks_of_course(work.database, course.key)
    persons = people.people_by_key(work.database)
    today: date = work.clock.today(course.zone)
    missing = 0
    for session in sessions:
        over = session.state is SessionState.PLANNED and session.day < today
        if over or session.state is SessionState.HELD:
            for item in expected:
                cell = recorded.get((item.enrolment.key, session.key))
                since = item.from_day is None or item.from_day <= session.day
                missing += since and (cell is None or cell.bare)
    women = sum(persons[item.enrolment.person].sex is Sex.FEMALE for item in expected)
    conflicts = sum(cell.conflict for cell in recorded.values())
    return len(expected), women, len(sessions), missing, conflicts


def shown(line: courses_domain.CourseLine) -> Counts:
    return line.participants, line.women, line.sessions, line.unmarked, line.conflicts


@pytest.mark.parametrize("seed", range(8))
def test_lists_say_what_a_count_over_every_mark_gives(trainer: Workplace, seed: int) -> None:
    untidy = Untidy(trainer, seed)
    seen: set[Counts] = set()
    for count in (120, 20, 20, 1, 1):
        untidy.write(count)
        expected = {
            each.key: counted_one_by_one(trainer, each) for each in stored.list_courses(trainer.database)
        }
        assert {line.course.key: shown(line) for line in courses.list_courses(trainer)} == expected
        assert {key: shown(courses.get_line(trainer, key)) for key in expected} == expected
        seen |= set(expected.values())
    assert set(expected) <= set(COURSES)
    assert any(missing for _, _, _, missing, _ in seen)
    assert any(conflicts for *_, conflicts in seen)


def test_a_mark_is_taken_off_at_once(trainer: Workplace, room: Room) -> None:
    (before,) = courses.list_courses(trainer)
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    (after,) = courses.list_courses(trainer)
    assert after.unmarked == before.unmarked - 1
    assert shown(after) == shown(courses.get_line(trainer, room.course))
