"""Sessions as they happen: held, counted, shortened, split, moved; every step comes back whole."""

from datetime import date

import pytest

from tests.actions.refusing import refused
from tests.kit.samples import FIRST, LAST
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import course_life, courses, sessions, teachers
from trainer_app.actions.courses.course_life import CourseCopy
from trainer_app.domain.attendance.marks import Attendance, Mark
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import SessionState, TeachingRole
from trainer_app.domain.courses.planning import SessionDraft, next_draft
from trainer_app.system.messages import label_text


def cell(work: Workplace, room: Room, person: int, session: str) -> Attendance:
    table = attendance.grid(work, room.course)
    at = [each.key for each in table.sessions].index(session)
    found = table.rows[person].cells[at]
    assert found is not None
    return found


def times(work: Workplace, room: Room, day: date = FIRST) -> list[tuple[str, int, int]]:
    """Return the sessions of a day: which of the room's they are, and when."""
    names = {key: str(at + 1) for at, key in enumerate(room.sessions)}
    found = courses.get_course(work, room.course).sessions
    return [(names.get(each.key, "new"), each.start, each.end) for each in found if each.day == day]


def mark_all(work: Workplace, room: Room) -> None:
    first = room.sessions[0]
    attendance.mark(work, room.enrolments[0], first, Mark.LATE, 50)
    attendance.mark(work, room.enrolments[1], first, Mark.PRESENT, 20, early=20)
    attendance.mark(work, room.enrolments[2], first, Mark.EXCUSED)
    attendance.set_remark(work, room.enrolments[2], first, "дар суд")


def test_a_session_is_held_without_a_mark(trainer: Workplace, room: Room) -> None:
    key = room.sessions[0]
    sessions.hold_session(trainer, key)
    assert sessions.get_session(trainer, key).state is SessionState.HELD
    assert sessions.hold_session(trainer, key).step is None
    sessions.cancel_session(trainer, key, "нет света")
    refused("session.is_cancelled", sessions.hold_session, trainer, key)


def test_a_head_count_is_kept_and_taken_away(trainer: Workplace, room: Room) -> None:
    key = room.sessions[0]
    changes = sessions.count_heads(trainer, key, 19)
    assert label_text(changes.label, "ru") == "на занятии 1 насчитано: 19"
    assert attendance.grid(trainer, room.course).sessions[0].counted == 19
    refused("session.count_refused", sessions.count_heads, trainer, key, -1)
    refused("session.count_refused", sessions.count_heads, trainer, key, 10_000)
    sessions.count_heads(trainer, key, 0)
    assert sessions.get_session(trainer, key).counted == 0
    changes = sessions.count_heads(trainer, key, None)
    assert changes.label.code == "session.step.uncount"
    assert sessions.get_session(trainer, key).counted is None
    history.undo(trainer)
    assert sessions.get_session(trainer, key).counted == 0
    sessions.lock_session(trainer, key)
    refused("session.locked", sessions.count_heads, trainer, key, 3)


def test_a_session_whose_heads_were_counted_is_held_again(trainer: Workplace, room: Room) -> None:
    key = room.sessions[0]
    sessions.hold_session(trainer, key)
    sessions.count_heads(trainer, key, 12)
    sessions.cancel_session(trainer, key, "нет света")
    sessions.restore_session(trainer, key)
    assert sessions.get_session(trainer, key).state is SessionState.HELD
    sessions.cancel_session(trainer, room.sessions[1], "нет света")
    sessions.restore_session(trainer, room.sessions[1])
    assert sessions.get_session(trainer, room.sessions[1]).state is SessionState.PLANNED


def test_shortening_moves_the_end_and_keeps_who_left_when(trainer: Workplace, room: Room) -> None:
    mark_all(trainer, room)
    before = attendance.grid(trainer, room.course)
    key = room.sessions[0]
    sessions.shorten_session(trainer, key, 9 * 60 + 40)
    assert sessions.get_session(trainer, key).minutes == 40
    late, early, excused = (cell(trainer, room, at, key) for at in range(3))
    assert (late.mark, late.missed, late.late) == (Mark.LATE, 40, 40)
    assert (early.mark, early.missed, early.early) == (Mark.PRESENT, 0, 0)
    assert (excused.mark, excused.remark) == (Mark.EXCUSED, "дар суд")
    history.undo(trainer)
    assert attendance.grid(trainer, room.course) == before


@pytest.mark.parametrize("end", [9 * 60, 10 * 60 + 30, 11 * 60, 0, -5])
def test_only_a_shorter_time_shortens(trainer: Workplace, room: Room, end: int) -> None:
    refused("session.not_shorter", sessions.shorten_session, trainer, room.sessions[0], end)


def test_a_change_of_the_end_in_the_form_shortens_the_marks_too(trainer: Workplace, room: Room) -> None:
    mark_all(trainer, room)
    session = sessions.get_session(trainer, room.sessions[0])
    sessions.change_session(trainer, session.key, replace(sessions.draft_of(session), end=9 * 60 + 40))
    assert cell(trainer, room, 0, session.key).missed == 40


def test_splitting_makes_two_sessions_of_one(trainer: Workplace, room: Room) -> None:
    mark_all(trainer, room)
    before = attendance.grid(trainer, room.course)
    key = room.sessions[0]
    nazarova = teachers.assign_new(trainer, room.course, "Назарова Д.", TeachingRole.TRAINER).key or ""
    full = replace(
        sessions.draft_of(sessions.get_session(trainer, key)),
        topic=Texts(tg="Қонун", ru="", en="Law"),
        trainers=(nazarova,),
        room="Толори 2",
    )
    sessions.change_session(trainer, key, full)
    sessions.count_heads(trainer, key, 3)
    changes = sessions.split_session(trainer, key, 9 * 60 + 45, 15)
    second = sessions.get_session(trainer, changes.key or "")
    first = sessions.get_session(trainer, key)
    assert (first.start, first.end, second.start, second.end) == (540, 585, 600, 630)
    assert (second.topic, second.trainers, second.room) == (full.topic, full.trainers, "Толори 2")
    assert (second.state, first.counted, second.counted) == (SessionState.HELD, 3, None)
    assert second.number == 2
    assert [cell(trainer, room, at, key).missed for at in range(3)] == [45, 0, 0]
    late, early, excused = (cell(trainer, room, at, second.key) for at in range(3))
    assert (late.mark, late.missed) == (Mark.PRESENT, 0)
    assert (early.mark, early.missed, early.early) == (Mark.PRESENT, 20, 20)
    assert (excused.mark, excused.remark) == (Mark.EXCUSED, "")
    for _ in range(3):
        history.undo(trainer)
    assert attendance.grid(trainer, room.course) == before


@pytest.mark.parametrize(("at", "pause"), [(540, 0), (630, 0), (600, 30), (600, -1), (700, 0)])
def test_a_split_leaves_a_minute_on_either_side(trainer: Workplace, room: Room, at: int, pause: int) -> None:
    refused("session.split_outside", sessions.split_session, trainer, room.sessions[0], at, pause)


def test_locked_and_cancelled_sessions_are_neither_shortened_nor_split(
    trainer: Workplace, room: Room
) -> None:
    first, second = room.sessions[:2]
    sessions.lock_session(trainer, first)
    sessions.cancel_session(trainer, second, "нет света")
    for key, code in ((first, "session.locked"), (second, "session.is_cancelled")):
        refused(code, sessions.shorten_session, trainer, key, sessions.get_session(trainer, key).start + 30)
        refused(code, sessions.split_session, trainer, key, sessions.get_session(trainer, key).start + 30)


def test_a_move_says_that_marks_went_along(trainer: Workplace, room: Room) -> None:
    mark_all(trainer, room)
    changes = sessions.move_session(trainer, room.sessions[0], LAST, 16 * 60)
    assert label_text(changes.label, "en") == "session 1 moved to 18.10.2018, 16:00, with its 3 marks"
    assert cell(trainer, room, 0, room.sessions[0]).missed == 50
    plain = sessions.move_session(trainer, room.sessions[1], LAST, 18 * 60)
    assert plain.label.code == "session.step.move"


def test_a_move_beyond_the_course_makes_it_longer_in_the_same_step(trainer: Workplace, room: Room) -> None:
    key, day = room.sessions[-1], date(2018, 10, 19)
    refused("session.outside_course", sessions.move_session, trainer, key, day, 540)
    sessions.move_session(trainer, key, day, 540, extend=True)
    assert courses.get_course(trainer, room.course).course.last_day == day
    history.undo(trainer)
    view = courses.get_course(trainer, room.course)
    assert (view.course.last_day, view.sessions[-1].day) == (LAST, LAST)


def test_a_session_changes_places_with_its_neighbour(trainer: Workplace, room: Room) -> None:
    sessions.shorten_session(trainer, room.sessions[1], 11 * 60 + 30)
    assert times(trainer, room) == [("1", 540, 630), ("2", 660, 690), ("3", 840, 930)]
    sessions.shift_session(trainer, room.sessions[1], -1)
    assert times(trainer, room) == [("2", 540, 570), ("1", 600, 690), ("3", 840, 930)]
    history.undo(trainer)
    assert times(trainer, room) == [("1", 540, 630), ("2", 660, 690), ("3", 840, 930)]
    sessions.shift_session(trainer, room.sessions[0], 1)
    assert times(trainer, room) == [("2", 540, 570), ("1", 600, 690), ("3", 840, 930)]
    refused("session.first_of_day", sessions.shift_session, trainer, room.sessions[1], -1)
    refused("session.last_of_day", sessions.shift_session, trainer, room.sessions[2], 1)


def test_a_locked_neighbour_does_not_move(trainer: Workplace, room: Room) -> None:
    sessions.lock_session(trainer, room.sessions[0])
    before = times(trainer, room)
    refused("session.locked", sessions.shift_session, trainer, room.sessions[1], -1)
    assert times(trainer, room) == before


def test_a_session_is_put_among_those_of_another_day(trainer: Workplace, room: Room) -> None:
    second = date(2018, 10, 16)
    sessions.put_session(trainer, room.sessions[0], second, 1)
    assert times(trainer, room, second) == [
        ("4", 540, 630),
        ("1", 660, 750),
        ("5", 780, 870),
        ("6", 900, 990),
    ]
    history.undo(trainer)
    sessions.put_session(trainer, room.sessions[0], second, 3)
    assert times(trainer, room, second)[-1] == ("1", 960, 1050)


def test_another_day_at_the_same_time_or_after_the_last(trainer: Workplace, room: Room) -> None:
    sessions.remove_session(trainer, room.sessions[4])
    sessions.move_by_days(trainer, room.sessions[1], 1)
    assert ("2", 660, 750) in times(trainer, room, date(2018, 10, 16))
    sessions.move_by_days(trainer, room.sessions[0], 1)
    assert times(trainer, room, date(2018, 10, 16))[-1] == ("1", 960, 1050)
    refused("session.outside_course", sessions.move_by_days, trainer, room.sessions[-1], 1)
    sessions.move_by_days(trainer, room.sessions[-1], 1, extend=True)
    assert courses.get_course(trainer, room.course).course.last_day == date(2018, 10, 19)


def test_the_next_session_follows_the_rhythm_of_the_day(trainer: Workplace, room: Room) -> None:
    view = courses.get_course(trainer, room.course)
    added = sessions.add_session(trainer, room.course, next_draft(view.sessions, FIRST))
    session = sessions.get_session(trainer, added.key or "")
    assert (session.day, session.start, session.end, session.number) == (FIRST, 960, 1050, 4)
    for key in room.sessions[9:]:
        sessions.remove_session(trainer, key)
    there = courses.get_course(trainer, room.course).sessions
    assert next_draft(there, LAST) == SessionDraft(LAST, 540, 630)
    beyond = next_draft(there, date(2018, 10, 30))
    refused("session.outside_course", sessions.add_session, trainer, room.course, beyond)


def test_the_first_session_of_an_empty_course() -> None:
    assert next_draft([], FIRST) == SessionDraft(FIRST, 540, 630)


def test_clashes_are_told_in_words_where_they_are(trainer: Workplace, room: Room) -> None:
    person = teachers.assign_new(trainer, room.course, "Назарова Дилбар", TeachingRole.TRAINER).key or ""
    other: Changes = course_life.copy_course(trainer, room.course, CourseCopy("GARM", FIRST))
    garm = courses.get_course(trainer, other.key or "").sessions
    for key in (room.sessions[0], garm[0].key):
        draft = sessions.draft_of(sessions.get_session(trainer, key))
        sessions.change_session(trainer, key, replace(draft, trainers=(person,)))
    notes = teachers.clash_notes(trainer, room.course)
    words = [label_text(label, "en") for label in notes[room.sessions[0]]]
    assert words == ["Назарова Д. also teaches GARM, session 1, at 09:00"]
    assert set(notes) == {room.sessions[0]}


def test_a_room_of_its_own_clashes_only_with_the_same_room(trainer: Workplace, room: Room) -> None:
    first, second, third = room.sessions[:3]
    for key, place in ((first, "Толори 2"), (second, "толори  2 "), (third, "Толори 3")):
        draft = sessions.draft_of(sessions.get_session(trainer, key))
        sessions.change_session(trainer, key, replace(draft, start=540, end=630, room=place))
    notes = teachers.clash_notes(trainer, room.course)
    assert set(notes) == {first, second}
    assert label_text(notes[first][0], "en") == (
        f"Толори 2 is also taken by session {sessions.get_session(trainer, second).number} at 09:00"
    )
