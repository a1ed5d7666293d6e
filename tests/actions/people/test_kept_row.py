"""One rule for a person in two rows: grid, heads, board, report and tallies say the same of random marks.

Before Review is asked, after either row is kept, after a correction of the kept row, and after undo.
"""

from random import Random

import pytest

from tests.documents.reading import words
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance, many_marks, scanning
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import eligibility
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.evaluations import scores
from trainer_app.actions.office import building, reports
from trainer_app.actions.papers.sign_in import sign_in
from trainer_app.actions.people import joining
from trainer_app.domain.attendance.marks import (
    AttendanceGrid,
    Mark,
    attended_minutes,
    count_heads,
    count_session,
    missing_marks,
    share_of_held,
)
from trainer_app.domain.attendance.same_person import leading_row
from trainer_app.domain.attendance.sheets import badge_code
from trainer_app.domain.base.changes import Label
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.store.base.drafts import Write
from trainer_app.system.clock import FixedClock

MARKS = (None, Mark.PRESENT, Mark.LATE, Mark.EXCUSED, Mark.ABSENT)


def mark_at_random(work: Workplace, room: Room, chance: Random) -> None:
    for session in room.sessions:
        for enrolment in room.enrolments:
            mark = chance.choice(MARKS)
            missed = chance.choice((5, 20, 40)) if mark is Mark.LATE else 0
            attendance.mark(work, enrolment, session, mark, missed)


def join(work: Workplace, room: Room) -> None:
    first, second = (enrolments.get_enrolment(work, key).person for key in room.enrolments[1:])
    joining.join(work, first, second)


def compare(work: Workplace, room: Room) -> AttendanceGrid:
    """Compare all that is told of the course with the rows of the grid."""
    table = attendance.grid(work, room.course)
    rows = [row for row in table.rows if not row.same_as]
    assert len(rows) == len(room.enrolments) - 1
    held = [session.minutes for session in table.sessions]
    minutes = sum(
        attended_minutes(whole, cell) for row in rows for whole, cell in zip(held, row.cells, strict=True)
    )
    heads = [count_heads(row.cells[place] for row in rows) for place in range(len(held))]
    assert [count_session(table.rows, place) for place in range(len(held))] == heads
    missing = sum(each.unmarked for each in heads)
    assert missing_marks(table, work.today()).whole == missing
    assert courses.get_line(work, room.course).unmarked == missing
    board = {row.enrolment: row for row in eligibility.board(work, room.course)}
    for row in table.rows:
        lead = leading_row(table, row.enrolment)
        shown = next(each for each in rows if each.enrolment == lead)
        assert (row.share, board[row.enrolment].share) == (None if row.same_as else shown.share, shown.share)
        assert shown.share == share_of_held(held, shown.cells)
    told = reports.gather_report(work, room.course)
    assert [session.heads for session in told.sessions] == heads
    figures = {each.code: each.value for each in building.report(work, course=room.course).figures}
    came = [any(cell and cell.mark in (Mark.PRESENT, Mark.LATE) for cell in row.cells) for row in rows]
    assert (figures["person_hours"], figures["unique_persons"]) == (minutes, sum(came))
    appendix = {each.number: each.share for each in told.persons}
    assert appendix == {row.number: row.share for row in table.rows}
    listed = {each.enrolment.key: each.came > 0 for each in enrolments.list_enrolments(work, room.course)}
    assert [listed[row.enrolment] for row in rows] == came
    return table


@pytest.mark.parametrize("seed", range(4))
def test_every_place_says_the_same_of_two_rows(
    trainer: Workplace, room: Room, clock: FixedClock, seed: int
) -> None:
    chance = Random(seed)
    mark_at_random(trainer, room, chance)
    before = attendance.grid(trainer, room.course)
    clock.advance(days=9)
    join(trainer, room)
    unsettled = compare(trainer, room)
    for kept in (1, 2):
        lead, other = room.enrolments[kept], room.enrolments[3 - kept]
        enrolments.keep_one_row(trainer, lead)
        compare(trainer, room)
        cells = next(row.cells for row in before.rows if row.enrolment == lead)
        place = chance.choice([at for at, cell in enumerate(cells) if cell and cell.mark is not Mark.ABSENT])
        attendance.mark(trainer, lead, room.sessions[place], Mark.ABSENT)
        table = compare(trainer, room)
        rows = {row.enrolment: row for row in table.rows}
        cell = rows[lead].cells[place]
        assert cell is not None
        assert (cell.mark, cell.taken_from) == (Mark.ABSENT, 0), "a correction of the kept row wins"
        said = {place: cell for place, cell in enumerate(rows[lead].cells) if cell and cell.taken_from}
        own = next(row for row in before.rows if row.enrolment == other)
        assert {at: cell.mark for at, cell in said.items()} == {
            at: mark.mark for at in said if (mark := own.cells[at]) is not None
        }
        history.undo(trainer)
        history.undo(trainer)
        assert compare(trainer, room) == unsettled
    history.undo(trainer)
    assert attendance.grid(trainer, room.course) == before, "parted, each row has what it had"


def test_whoever_marks_the_row_given_up_marks_the_person(trainer: Workplace, room: Room) -> None:
    first, second = room.enrolments[1:]
    attendance.mark(trainer, second, room.sessions[0], Mark.PRESENT)
    join(trainer, room)
    enrolments.keep_one_row(trainer, first)
    shown = attendance.grid(trainer, room.course).rows[1].cells[0]
    attendance.mark(trainer, first, room.sessions[0], Mark.LATE, 10, seen=shown)
    attendance.mark(trainer, second, room.sessions[1], Mark.EXCUSED)
    wanted = [many_marks.CellMark(second, room.sessions[2], Mark.PRESENT)]
    many_marks.mark_cells(trainer, room.course, wanted)
    rows = attendance.grid(trainer, room.course).rows
    marks = [cell.mark if cell else None for cell in rows[1].cells[:3]]
    assert marks == [Mark.LATE, Mark.EXCUSED, Mark.PRESENT]
    assert {*rows[2].cells} == {None}
    scanned = scanning.scan(trainer, badge_code(second), session=room.sessions[0])
    assert scanned.enrolment == first, "a badge of either row is that of the person"
    rest = attendance.mark_rest(trainer, room.sessions[3])
    assert len(rest.touched) == 3, "two people, and the session that is held now"


def test_one_person_signs_in_one_line(trainer: Workplace, room: Room) -> None:
    for enrolment in room.enrolments:
        attendance.mark(trainer, enrolment, room.sessions[0], Mark.PRESENT)
    join(trainer, room)
    day = attendance.grid(trainer, room.course).sessions[0].day
    name = enrolments.list_enrolments(trainer, room.course)[1].person.family

    def lines() -> int:
        return words(sign_in(trainer, room.course, day, "ru")).count(name)

    assert lines() == 1
    drawn = sign_in(trainer, room.course, day, "ru", named=[room.enrolments[2]])
    assert words(drawn).count(name) == 1, "drawn under either number, the person is named"
    enrolments.keep_one_row(trainer, room.enrolments[1])
    assert lines() == 1
    points = scores.evaluation(trainer, room.course).rows
    assert [row.number for row in points] == [1, 2], "nor does anybody wait for a test of that row"


def test_a_test_under_the_kept_row_counts_and_else_the_other(trainer: Workplace, room: Room) -> None:
    first, second = room.enrolments[1:]
    for session in room.sessions:
        attendance.mark_rest(trainer, session)
    scores.set_score(trainer, second, Occasion.POST, 1000, 2000)
    join(trainer, room)
    for kept, other in ((first, second), (second, first)):
        scores.set_score(trainer, first, Occasion.POST, 1800, 2000)
        enrolments.keep_one_row(trainer, kept)
        post = {row.enrolment: row.post_test for row in eligibility.board(trainer, room.course)}
        listed = reports.gather_report(trainer, room.course).counted.persons
        told = {row.key: row.post for row in listed}
        wanted = 9000 if kept == first else 5000
        assert (post[kept], post[other], told[kept]) == (wanted, wanted, wanted)
        (counted,) = scores.counted_tests(trainer, room.course).counted
        assert (counted.enrolment, counted.percent) == (kept, wanted)
        history.undo(trainer)


def test_who_left_under_both_names_keeps_hours_and_tests(trainer: Workplace, room: Room) -> None:
    first, second = room.enrolments[1:]
    attendance.mark(trainer, second, room.sessions[0], Mark.PRESENT)
    scores.set_score(trainer, second, Occasion.POST, 1000, 2000)
    before = building.report(trainer, course=room.course).figure("person_hours")
    enrolments.withdraw(trainer, first, room.sessions[0])
    enrolments.withdraw(trainer, second, room.sessions[0])
    join(trainer, room)
    after = building.report(trainer, course=room.course).figure("person_hours")
    assert before is not None
    assert after is not None
    assert after.value == before.value != 0, "nothing was ever written of the row that leads"
    found = scores.counted_tests(trainer, room.course)
    assert ([each.percent for each in found.counted], found.left_out) == ([5000], ())


def test_two_rows_of_one_number_are_one_person(trainer: Workplace, room: Room) -> None:
    first, second = room.enrolments[1:]
    number = enrolments.get_enrolment(trainer, first).number
    trainer.journal.record(Label("test.step"), [Write("enrolment", second, {"number": number})])
    attendance.mark_rest(trainer, room.sessions[0])
    join(trainer, room)
    board = {row.enrolment: row for row in eligibility.board(trainer, room.course)}
    assert board[first].share == board[second].share != 0
    assert sorted((board[first].repeats, board[second].repeats)) == [0, number]
