"""Who is expected at a session: one rule for sweeps, counts, sheets, boards, figures and certificates."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.documents.reading import pages
from tests.kit.samples import FIRST
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance, reconciliation
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, eligibility
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.office import building, reports
from trainer_app.actions.papers.sign_in import sign_in
from trainer_app.domain.attendance.marks import GridRow, Mark, count_heads
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.certificates.certificates import CertificateKind
from trainer_app.domain.courses.courses import EnrolmentState

THIRD = FIRST + timedelta(2)
SEVENTH = 6
"""The first session of the third day."""

type Leaving = Callable[[Workplace, Room], str]


def replaced(work: Workplace, room: Room) -> str:
    """Let a new participant come instead of the first one; return the newcomer."""
    gone, since = room.enrolments[0], room.sessions[SEVENTH]
    return enrolments.add_walk_in(work, room.course, "Тоирова Лола", replaces=gone, since=since).key or ""


def withdrawn(work: Workplace, room: Room) -> str:
    enrolments.withdraw(work, room.enrolments[0], room.sessions[SEVENTH])
    return ""


@pytest.fixture(params=[replaced, withdrawn], ids=["replaced", "withdrawn"])
def leaving(request: pytest.FixtureRequest) -> Leaving:
    found: Leaving = request.param
    return found


def begin(work: Workplace, room: Room) -> None:
    """Mark everybody present for two days."""
    for session in room.sessions[:SEVENTH]:
        attendance.mark_rest(work, session)


def row_of(work: Workplace, room: Room, enrolment: str) -> GridRow:
    return next(row for row in attendance.grid(work, room.course).rows if row.enrolment == enrolment)


def marks_of(row: GridRow) -> list[Mark | None | str]:
    return [cell.mark if cell is not None else "" for cell in row.cells]


def test_no_sweep_marks_who_left(trainer: Workplace, room: Room, leaving: Leaving) -> None:
    begin(trainer, room)
    comes = leaving(trainer, room)
    attendance.mark_rest(trainer, room.sessions[SEVENTH])
    attendance.mark_rest_of_day(trainer, room.course, THIRD)
    gone = row_of(trainer, room, room.enrolments[0])
    assert marks_of(gone)[:SEVENTH] == [Mark.PRESENT] * SEVENTH
    assert marks_of(gone)[SEVENTH:] == [""] * (len(room.sessions) - SEVENTH)
    if comes:
        assert marks_of(row_of(trainer, room, comes))[: SEVENTH + 1] == [""] * SEVENTH + [Mark.PRESENT]


def test_counts_ask_for_nobody_who_is_not_expected(trainer: Workplace, room: Room, leaving: Leaving) -> None:
    begin(trainer, room)
    comes = leaving(trainer, room)
    attendance.mark(trainer, room.enrolments[1], room.sessions[SEVENTH], Mark.PRESENT)
    table = attendance.grid(trainer, room.course)
    heads = [count_heads(row.cells[place] for row in table.rows) for place in range(len(room.sessions))]
    expected = 3 if comes else 2
    assert [each.expected for each in heads] == [3] * SEVENTH + [expected] * (len(heads) - SEVENTH)
    assert heads[SEVENTH].unmarked == expected - 1
    assert courses.get_line(trainer, room.course).unmarked == expected - 1
    report = reports.gather_report(trainer, room.course)
    assert [session.heads.expected for session in report.sessions][SEVENTH] == expected


def test_sheets_have_lines_for_who_is_expected(trainer: Workplace, room: Room, leaving: Leaving) -> None:
    begin(trainer, room)
    comes = leaving(trainer, room)
    names = {row.enrolment: row.full_name for row in attendance.grid(trainer, room.course).rows}
    early, late = ("".join(pages(sign_in(trainer, room.course, day))) for day in (FIRST, THIRD))
    gone = names[room.enrolments[0]]
    assert gone in early
    assert gone not in late
    lines = {row.enrolment for row in reconciliation.sheet(trainer, room.course, THIRD).rows}
    assert room.enrolments[0] not in lines
    if comes:
        assert names[comes] in late
        assert names[comes] not in early
        assert comes in lines


def test_who_left_gets_a_certificate_only_by_decision(
    trainer: Workplace, room: Room, leaving: Leaving
) -> None:
    begin(trainer, room)
    leaving(trainer, room)
    key = room.enrolments[0]
    (line,) = [each for each in eligibility.board(trainer, room.course) if each.enrolment == key]
    assert (line.result, line.due) == (CertificateKind.NONE, False)
    assert line.reasons[0].code == "eligibility.gone"
    assert key not in {each.enrolment for each in certificates.issue(trainer, room.course).certificates}
    figures = building.report(trainer, course=room.course)
    (row,) = [each for each in figures.persons if each.key == key]
    assert row.result is CertificateKind.NONE
    eligibility.override(trainer, key, CertificateKind.ATTENDANCE, "қарори раҳбар")
    (line,) = [each for each in eligibility.board(trainer, room.course) if each.enrolment == key]
    assert (line.result, line.due) == (CertificateKind.ATTENDANCE, True)


def test_who_stands_in_for_whom_is_told(trainer: Workplace, room: Room) -> None:
    begin(trainer, room)
    comes = replaced(trainer, room)
    row = row_of(trainer, room, room.enrolments[0])
    assert (row.gone, row.gone_from, row.replaced_by) == (True, SEVENTH + 1, 4)
    assert row_of(trainer, room, comes).from_day == 3
    listed = {each.enrolment.key: each for each in enrolments.list_enrolments(trainer, room.course)}
    left, joined = listed[room.enrolments[0]].left_at, listed[comes].joined_at
    assert left is not None
    assert joined is not None
    assert left.key == joined.key == room.sessions[SEVENTH]


def test_who_left_without_a_word_is_out_after_the_last_mark(trainer: Workplace, room: Room) -> None:
    begin(trainer, room)
    enrolments.withdraw(trainer, room.enrolments[0])
    assert enrolments.get_enrolment(trainer, room.enrolments[0]).gone_from == room.sessions[SEVENTH]
    never = enrolments.add_walk_in(trainer, room.course, "Саидов Алӣ", first_day=FIRST).key or ""
    enrolments.withdraw(trainer, never)
    assert never not in {row.enrolment for row in attendance.grid(trainer, room.course).rows}


def test_who_is_back_is_expected_again(trainer: Workplace, room: Room, leaving: Leaving) -> None:
    begin(trainer, room)
    before = attendance.grid(trainer, room.course).rows[0]
    comes = leaving(trainer, room)
    enrolments.reinstate(trainer, room.enrolments[0])
    assert row_of(trainer, room, room.enrolments[0]) == before
    if comes:
        assert enrolments.get_enrolment(trainer, comes).replaces is None
    history.undo(trainer)
    assert row_of(trainer, room, room.enrolments[0]).gone


def test_replacing_sets_the_newcomer_to_the_same_session(trainer: Workplace, room: Room) -> None:
    begin(trainer, room)
    guest = enrolments.add_walk_in(trainer, room.course, "Саидов Алӣ", first_day=FIRST).key or ""
    enrolments.replace(trainer, room.enrolments[0], guest, room.sessions[SEVENTH])
    assert marks_of(row_of(trainer, room, guest))[: SEVENTH + 1] == [""] * SEVENTH + [None]
    assert enrolments.get_enrolment(trainer, room.enrolments[0]).state is EnrolmentState.REPLACED


def test_who_came_before_keeps_their_sessions_when_they_stand_in(trainer: Workplace, room: Room) -> None:
    begin(trainer, room)
    enrolments.replace(trainer, room.enrolments[0], room.enrolments[1], room.sessions[SEVENTH])
    assert marks_of(row_of(trainer, room, room.enrolments[1]))[0] is Mark.PRESENT
    assert enrolments.get_enrolment(trainer, room.enrolments[1]).from_session is None


def test_a_session_of_another_course_is_no_day_to_leave_or_to_come(trainer: Workplace, room: Room) -> None:
    elsewhere, written = trainer.journal.make_key(), trainer.journal.number
    with pytest.raises(TrainerError, match="attendance.unknown_session"):
        enrolments.withdraw(trainer, room.enrolments[0], elsewhere)
    with pytest.raises(TrainerError, match="attendance.unknown_session"):
        enrolments.add_walk_in(trainer, room.course, "Саидов Алӣ", since=elsewhere)
    assert trainer.journal.number == written
