"""A joined person in two rows of a course counts once in every tally, as a session's head and the board say.

While nobody has settled in Review which row stays, lists, Today, closing and what goes to the office must not
speak of one person more, nor of a mark, a test or a name that is there under the other row.
"""

from collections.abc import Callable

import pytest

from tests.actions.sheets import choose, scale
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import eligibility, printing
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.evaluations import progress, scores
from trainer_app.actions.exchange import arrivals
from trainer_app.actions.office import approval, building, erasing, reports
from trainer_app.actions.people import joining, people
from trainer_app.actions.today import today
from trainer_app.domain.attendance.marks import Mark, count_session, is_in_room, missing_marks, people_here
from trainer_app.domain.certificates.certificates import CertificateKind
from trainer_app.domain.courses.courses import count_people
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.office.approvals import OpenMatter
from trainer_app.domain.today.overview import DueKind
from trainer_app.store.courses.courses import people_on_list
from trainer_app.system.clock import FixedClock

type Marking = Callable[[Workplace, Room], None]


def none(_work: Workplace, _room: Room) -> None:
    """Mark nobody."""


def apart(work: Workplace, room: Room) -> None:
    """Mark the person now in one row, now in the other, and never in both."""
    for place, session in enumerate(room.sessions[:4]):
        attendance.mark(work, room.enrolments[1 + place % 2], session, Mark.PRESENT)


def together(work: Workplace, room: Room) -> None:
    """Mark both rows in some sessions, with marks that differ."""
    for session in room.sessions[:3]:
        attendance.mark(work, room.enrolments[1], session, Mark.ABSENT)
        attendance.mark(work, room.enrolments[2], session, Mark.LATE, 10)


def everybody(work: Workplace, room: Room) -> None:
    """Mark all rows everywhere."""
    for session in room.sessions:
        attendance.mark_rest(work, session)


def gone(work: Workplace, room: Room) -> None:
    """Let one row leave the list in the middle, marked once after that."""
    together(work, room)
    attendance.mark(work, room.enrolments[1], room.sessions[6], Mark.PRESENT)
    enrolments.withdraw(work, room.enrolments[1], room.sessions[5])


def later(work: Workplace, room: Room) -> None:
    """Let both rows leave, one after the other: a mark counts after the leaving of either."""
    apart(work, room)
    for row, session in ((1, 4), (2, 8)):
        enrolments.withdraw(work, room.enrolments[row], room.sessions[session])


def person_of(work: Workplace, enrolment: str) -> str:
    return enrolments.get_enrolment(work, enrolment).person


def join(work: Workplace, room: Room) -> None:
    joining.join(work, person_of(work, room.enrolments[1]), person_of(work, room.enrolments[2]))


def matters(work: Workplace, course: str) -> dict[OpenMatter, int]:
    return {item.matter: item.count for item in approval.open_items(work, course)}


MARKINGS = [none, apart, together, everybody, gone, later]


@pytest.mark.parametrize("write", MARKINGS)
def test_every_tally_says_what_the_grid_and_the_board_say(
    trainer: Workplace, room: Room, clock: FixedClock, write: Marking
) -> None:
    write(trainer, room)
    clock.advance(days=9)
    course, rows = room.course, len(attendance.grid(trainer, room.course).rows)
    join(trainer, room)
    table = attendance.grid(trainer, course)
    assert len(table.rows) == rows, "both rows stay until somebody decides"
    heads = [count_session(table.rows, place) for place in range(len(table.sessions))]
    missing = sum(each.unmarked for each in heads)
    on_list = people_here(table.rows)
    assert missing_marks(table, trainer.today()).whole == missing
    line = courses.get_line(trainer, course)
    assert (line.participants, line.unmarked) == (on_list, missing)
    (listed,) = [each for each in courses.list_courses(trainer) if each.course.key == course]
    assert listed == line, "one course is counted as all of them are"
    due = {each.kind: each.count for each in today.due(trainer, course)}
    assert due.get(DueKind.UNMARKED, 0) == missing
    assert due[DueKind.POST_TEST] == on_list
    assert matters(trainer, course).get(OpenMatter.MARKS, 0) == missing
    board = eligibility.board(trainer, course)
    names = eligibility.sign_off(trainer, course, board)
    counted = [row for row in board if not row.repeats and row.result is not CertificateKind.NONE]
    proofs = printing.proof_list(trainer, course, "ru")
    assert sum(row.printed for row in proofs) == names.names, "the page of names counts as the board does"
    assert (names.names, len(board) - sum(row.repeats > 0 for row in board)) == (len(counted), rows - 1)
    report = reports.gather_report(trainer, course)
    assert [session.heads.unmarked for session in report.sessions] == [each.unmarked for each in heads]
    assert report.listed.expected == on_list == people_on_list(trainer.database, course)
    figure = building.report(trainer, course=course).figure("unique_persons")
    came = {row.person for row in table.rows if any(map(is_in_room, row.cells))}
    assert figure is not None
    assert figure.value == len(came)


def test_whoever_is_told_to_the_office_is_told_once(
    trainer: Workplace, room: Room, clock: FixedClock
) -> None:
    before = arrivals.figures(trainer)
    people.change_person(trainer, person_of(trainer, room.enrolments[2]), {"sex": "female"})
    join(trainer, room)
    after = arrivals.figures(trainer)
    assert after["participants"] == before["participants"] - 1 == 2
    (line,) = erasing.lines(trainer)
    assert line.people == 2
    listed = enrolments.list_enrolments(trainer, room.course)
    assert (len(listed), count_people(listed)) == (3, 2)
    assert courses.get_line(trainer, room.course).participants == 2


def test_a_test_under_either_row_is_the_persons(trainer: Workplace, room: Room, clock: FixedClock) -> None:
    everybody(trainer, room)
    clock.advance(days=9)
    scores.set_score(trainer, room.enrolments[1], Occasion.PRE, 900, 2000)
    scores.set_score(trainer, room.enrolments[2], Occasion.POST, 1800, 2000)
    course = room.course
    due = {each.kind: each.count for each in today.due(trainer, course)}
    assert (due[DueKind.PRE_TEST], due[DueKind.POST_TEST], matters(trainer, course)[OpenMatter.TESTS]) == (
        2,
        2,
        2,
    )
    join(trainer, room)
    due = {each.kind: each.count for each in today.due(trainer, course)}
    assert (due[DueKind.PRE_TEST], due[DueKind.POST_TEST]) == (1, 1), "only the first one wrote none"
    assert OpenMatter.TESTS not in matters(trainer, course), "both tests are one person's"


def test_one_paper_is_awaited_from_a_joined_person(trainer: Workplace, room: Room) -> None:
    everybody(trainer, room)
    sheet = choose(trainer, room.course, [scale()], kind=FormKind.TEST, occasion=Occasion.POST)
    asked = choose(trainer, room.course, [scale()], kind=FormKind.FEEDBACK, occasion=Occasion.END)
    scores.set_score(trainer, room.enrolments[2], Occasion.POST, 1800, 2000)

    def papers() -> tuple[int, int]:
        states = progress.sitting_states(trainer, room.course, tuple(FormKind))
        found = {each.sitting.key: each for each in states}
        return found[sheet.sitting].missing, found[asked.sitting].expected

    assert papers() == (2, 3)
    join(trainer, room)
    assert papers() == (1, 2), "one wrote under the other number"
