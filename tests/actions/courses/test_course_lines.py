"""What lists say of courses is counted in SQL, and always what a count over every mark gives."""

from datetime import date

import pytest

from tests.actions.untidy import COURSES, Untidy
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.courses.sessions import cancel_session
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.courses import courses as courses_domain
from trainer_app.domain.courses.courses import (
    ON_THE_LIST,
    Course,
    Enrolment,
    Session,
    SessionState,
    as_listed,
)
from trainer_app.domain.people.persons import Sex
from trainer_app.store.attendance import marks
from trainer_app.store.courses import courses as stored
from trainer_app.store.people import people
from trainer_app.system.clock import civil_minute

type Counts = tuple[int, int, int, int, int]


def is_expected(item: Enrolment, session: Session, sessions: list[Session]) -> bool:
    """Tell whether somebody should be in a session, by looking for the sessions that are named."""
    keys = [each.key for each in sessions]
    place = keys.index(session.key)
    if item.state not in ON_THE_LIST and (
        item.gone_from not in keys or place >= keys.index(item.gone_from or "")
    ):
        return False
    if item.from_session in keys:
        return place >= keys.index(item.from_session or "")
    since = item.from_day
    # Days that are none stand at the end: who came by then is expected there too.
    return since is None or any(since <= each.day for each in sessions[: place + 1])


def counted_one_by_one(work: Workplace, course: Course) -> Counts:
    """Return (participants, women, sessions, missing marks, contradictions), looking at every mark.

    Whoever stands in several rows is one person, who misses a mark where no row has one.
    """
    sessions = stored.list_sessions(work.database, course.key)
    enrolled = [item.enrolment for item in stored.list_enrolments(work.database, course.key)]
    expected = [item for item in enrolled if item.state in ON_THE_LIST]
    recorded = marks.marks_of_course(work.database, course.key)
    persons = people.people_by_key(work.database)
    today: date = work.clock.today(course.zone)
    minute = civil_minute(work.clock.millis(), course.zone)
    rows: dict[str, list[Enrolment]] = {}
    for item in enrolled:
        rows.setdefault(as_listed(persons, item).key, []).append(item)
    missing = 0
    for session in sessions:
        over = session.state is SessionState.PLANNED and session.day < today
        begun = session.day < today or (session.day == today and session.start <= minute)
        if over or (begun and session.state is SessionState.HELD):
            for own in rows.values():
                cells = [recorded.get((item.key, session.key)) for item in own]
                bare = all(cell is None or cell.bare for cell in cells)
                missing += bare and any(is_expected(item, session, sessions) for item in own)
    here = [[item for item in own if item in expected] for own in rows.values()]
    women = sum(any(as_listed(persons, item).sex is Sex.FEMALE for item in own) for own in here)
    conflicts = sum(cell.conflict for cell in recorded.values())
    return sum(map(bool, here)), women, len(sessions), missing, conflicts


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


def test_cancelled_sessions_are_told_apart(trainer: Workplace, room: Room) -> None:
    """The list in the window said 12 sessions where the schedule and the overview said 11."""
    cancel_session(trainer, room.sessions[-1], "The hall was closed")
    for line in (*courses.list_courses(trainer), courses.get_line(trainer, room.course)):
        assert (line.sessions, line.cancelled) == (len(room.sessions), 1)
