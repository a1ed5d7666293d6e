"""Two rows of one person: who ticks, clears or decides under either number does it for the person."""

from datetime import timedelta
from functools import partial

import pytest

from tests.kit.samples import FIRST
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance, many_marks, reconciliation
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import eligibility
from trainer_app.actions.courses import enrolments
from trainer_app.actions.papers import sign_in
from trainer_app.actions.people import joining
from trainer_app.domain.attendance.marks import Attendance, AttendanceGrid, Mark, SignatureState
from trainer_app.domain.attendance.reconciliation import DifferenceKind, SheetStage, SheetView
from trainer_app.domain.certificates.certificates import CertificateKind
from trainer_app.domain.papers.course_papers import SignInSheet
from trainer_app.store.attendance.marks import marks_of_course

YES, NO, BLANK = SignatureState.YES, SignatureState.NO, SignatureState.NOT_CHECKED
WAYS = ("unsettled", "first", "second")
"""What Review was told: nothing yet, or which of the two rows is kept."""


def join(work: Workplace, room: Room, way: str = "unsettled") -> None:
    first, second = (enrolments.get_enrolment(work, key).person for key in room.enrolments[1:])
    joining.join(work, first, second)
    if way != "unsettled":
        enrolments.keep_one_row(work, room.enrolments[1 if way == "first" else 2])


def grid(work: Workplace, room: Room) -> AttendanceGrid:
    return attendance.grid(work, room.course)


def lead_cells(work: Workplace, room: Room) -> tuple[Attendance | None, ...]:
    (row,) = (each for each in grid(work, room).rows[1:] if not each.same_as)
    return row.cells


def sheet(work: Workplace, room: Room) -> SheetView:
    return reconciliation.sheet(work, room.course, FIRST)


def mark_first_day(work: Workplace, room: Room) -> None:
    """Mark only the other row in the first session, both in the second, nobody in the third."""
    other = room.enrolments[2]
    attendance.mark(work, other, room.sessions[0], Mark.PRESENT)
    attendance.mark(work, room.enrolments[1], room.sessions[1], Mark.ABSENT)
    attendance.mark(work, other, room.sessions[1], Mark.PRESENT)
    for session in room.sessions[:3]:
        attendance.mark(work, room.enrolments[0], session, Mark.PRESENT)


@pytest.mark.parametrize("way", WAYS)
def test_ticks_of_before_stay_and_the_sheet_can_be_closed(trainer: Workplace, room: Room, way: str) -> None:
    mark_first_day(trainer, room)
    for session in room.sessions[:2]:
        reconciliation.set_signed(trainer, room.enrolments[2], session, NO)
    assert [each.kind for each in sheet(trainer, room).differences] == [DifferenceKind.UNSIGNED] * 2
    join(trainer, room, way)
    found = sheet(trainer, room)
    assert (len(found.rows), found.state.whole, found.state.checked) == (2, 6, 2)
    numbers = [1, 2] if way == "second" else [1]
    assert [each.session_number for each in found.differences] == numbers, "the row that leads was absent"
    assert FIRST in reconciliation.open_days(trainer, room.course)
    reconciliation.sign_rest(trainer, room.course, FIRST)
    for each in sheet(trainer, room).differences:
        reconciliation.settle(trainer, each.enrolment, each.session, "seen")
    assert sheet(trainer, room).state.stage is SheetStage.RECONCILED
    assert FIRST not in reconciliation.open_days(trainer, room.course)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("under", [1, 2])
def test_ticks_under_either_number_are_the_person_s(
    trainer: Workplace, room: Room, way: str, under: int
) -> None:
    mark_first_day(trainer, room)
    join(trainer, room, way)
    key, (one, two, three) = room.enrolments[under], room.sessions[:3]
    reconciliation.set_signed(trainer, key, one, NO)
    reconciliation.sign_line(trainer, key, [two, three], YES)
    found = sheet(trainer, room)
    cells = [(cell.signed, cell.settled) for cell in found.rows[1].cells]
    assert cells == [(NO, ""), (YES, ""), (YES, "")]
    wanted = [DifferenceKind.UNSIGNED, DifferenceKind.SIGNED_UNMARKED]
    if way != "second":
        wanted.insert(1, DifferenceKind.SIGNED_ABSENT)
    assert [each.kind for each in found.differences] == wanted
    reconciliation.settle_all(trainer, [(key, each.session) for each in found.differences], "seen")
    reconciliation.sign_rest(trainer, room.course, FIRST, only=[key])
    assert sheet(trainer, room).state.checked == 3, "the line of the person is done already"
    reconciliation.sign_rest(trainer, room.course, FIRST)
    assert sheet(trainer, room).state.stage is SheetStage.RECONCILED
    reconciliation.unsettle(trainer, key, one)
    assert [each.session for each in sheet(trainer, room).differences if each.open] == [one]
    reconciliation.set_signed(trainer, key, one, BLANK)
    assert sheet(trainer, room).state.checked == 5


def test_a_tick_and_its_reason_in_another_row_can_be_taken_away(trainer: Workplace, room: Room) -> None:
    first, other = room.enrolments[1:]
    attendance.mark(trainer, other, room.sessions[0], Mark.PRESENT)
    reconciliation.set_signed(trainer, other, room.sessions[0], NO)
    reconciliation.settle(trainer, other, room.sessions[0], "seen")
    join(trainer, room)

    def said() -> tuple[SignatureState, str, int]:
        cell = sheet(trainer, room).rows[1].cells[0]
        return cell.signed, cell.settled, cell.taken_from

    assert said() == (NO, "seen", 3)
    reconciliation.unsettle(trainer, first, room.sessions[0])
    assert said() == (NO, "", 3)
    reconciliation.settle(trainer, first, room.sessions[0], "again")
    assert said() == (NO, "again", 3)
    reconciliation.set_signed(trainer, first, room.sessions[0], BLANK)
    assert said() == (BLANK, "", 3)
    history.undo(trainer)
    assert said() == (NO, "again", 3)
    attendance.mark(trainer, first, room.sessions[0], Mark.LATE, 5)
    assert said() == (NO, "", 0), "another mark takes the reason along"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("many", [True, False])
def test_no_mark_is_none_in_any_row_and_one_undo(
    trainer: Workplace, room: Room, way: str, many: bool
) -> None:
    mark_first_day(trainer, room)
    join(trainer, room, way)
    before, steps = grid(trainer, room), len(history.recent(trainer, 99))
    for place, session in enumerate(room.sessions[:2]):
        if many:
            wanted = [many_marks.CellMark(key, session, None) for key in room.enrolments[1:]]
            assert many_marks.mark_cells(trainer, room.course, wanted).marked == 1
        else:
            attendance.mark(trainer, room.enrolments[1], session, None)
        cell = lead_cells(trainer, room)[place]
        assert cell is None or cell.bare
    assert len(history.recent(trainer, 99)) == steps + 2
    history.undo(trainer)
    history.undo(trainer)
    assert grid(trainer, room) == before


def test_a_remark_of_either_row_can_be_changed_and_taken_away(trainer: Workplace, room: Room) -> None:
    first, other = room.enrolments[1:]
    attendance.mark(trainer, other, room.sessions[0], Mark.PRESENT)
    attendance.set_remark(trainer, other, room.sessions[0], "came by bus")
    join(trainer, room)
    told = []
    for key, text in ((other, "on foot"), (first, ""), (other, "by bus")):
        attendance.set_remark(trainer, key, room.sessions[0], text)
        cell = lead_cells(trainer, room)[0]
        told.append(cell.remark if cell else None)
    assert told == ["on foot", "", "by bus"]


@pytest.mark.parametrize("under", [1, 2])
def test_whoever_is_replaced_counts_nowhere_from_then_on(trainer: Workplace, room: Room, under: int) -> None:
    for session in room.sessions[:3]:
        attendance.mark(trainer, room.enrolments[2], session, Mark.PRESENT)
    join(trainer, room, "first")
    gone, since = room.enrolments[under], room.sessions[1]
    marked = many_marks.marked_from(trainer, gone, since)
    assert [each.number for each in marked.came] == [2, 3]
    many_marks.replace_unmarked(
        trainer,
        gone,
        since,
        lambda: enrolments.replace(trainer, room.enrolments[1], room.enrolments[0], since),
    )
    marks = [cell.mark if cell else None for cell in lead_cells(trainer, room)[:3]]
    assert marks == [Mark.PRESENT, None, None]
    history.undo(trainer)
    assert [cell.mark if cell else None for cell in lead_cells(trainer, room)[:3]] == [Mark.PRESENT] * 3


@pytest.mark.parametrize("under", [1, 2])
def test_a_row_given_to_another_leaves_who_goes_on_their_marks(
    trainer: Workplace, room: Room, under: int
) -> None:
    gone, stays, sessions = room.enrolments[under], room.enrolments[3 - under], room.sessions
    attendance.mark(trainer, gone, sessions[1], Mark.PRESENT)
    attendance.mark(trainer, gone, sessions[2], Mark.ABSENT)
    attendance.mark(trainer, stays, sessions[1], Mark.LATE, 10)
    join(trainer, room)
    lead = room.enrolments[1]
    attendance.mark(trainer, lead, sessions[3], Mark.ABSENT)
    attendance.mark(trainer, lead, sessions[4], Mark.EXCUSED)
    marked = many_marks.marked_from(trainer, gone, sessions[1])
    assert ([each.number for each in marked.came], marked.absence) == ([2], ())
    put = partial(enrolments.add_walk_in, trainer, room.course, "Шарифова Нигора", replaces=gone)
    many_marks.replace_unmarked(trainer, gone, sessions[1], lambda: put(since=sessions[1]))
    rows = {row.enrolment: row for row in grid(trainer, room).rows}
    assert rows[stays].same_as == 0
    marks = [cell.mark if cell else None for cell in rows[stays].cells[1:5]]
    assert marks == [Mark.LATE, Mark.ABSENT, Mark.ABSENT, Mark.EXCUSED]
    written = marks_of_course(trainer.database, room.course)
    assert written[gone, sessions[1]].mark is None, "the row's own mark of presence went with it"


@pytest.mark.parametrize("replaced", [True, False])
def test_a_row_beside_one_that_stays_ends_with_its_own_marks(
    trainer: Workplace, room: Room, replaced: bool
) -> None:
    attendance.mark(trainer, room.enrolments[2], room.sessions[0], Mark.PRESENT)
    for session in room.sessions[1:3]:
        attendance.mark(trainer, room.enrolments[1], session, Mark.PRESENT)
    join(trainer, room)
    if replaced:
        enrolments.replace(trainer, room.enrolments[2], room.enrolments[0])
    else:
        enrolments.withdraw(trainer, room.enrolments[2])
    assert enrolments.get_enrolment(trainer, room.enrolments[2]).gone_from == room.sessions[1]


def test_who_leaves_is_out_after_the_last_mark_in_any_row(trainer: Workplace, room: Room) -> None:
    for session in room.sessions[:3]:
        attendance.mark(trainer, room.enrolments[2], session, Mark.PRESENT)
    join(trainer, room, "first")
    kept = enrolments.get_enrolment(trainer, room.enrolments[1])
    given_up = enrolments.get_enrolment(trainer, room.enrolments[2])
    assert given_up.gone_from == room.sessions[3]
    assert enrolments.leaving(trainer, kept).since == room.sessions[3]
    enrolments.withdraw(trainer, kept.key)
    assert enrolments.get_enrolment(trainer, kept.key).gone_from == room.sessions[3]
    history.undo(trainer)
    enrolments.replace(trainer, room.enrolments[0], kept.key, room.sessions[3])
    begins = enrolments.get_enrolment(trainer, kept.key).from_session
    assert begins is None, "came before, under the other number"


def test_a_row_without_marks_of_its_own_stays_where_it_leads(trainer: Workplace, room: Room) -> None:
    attendance.mark(trainer, room.enrolments[2], room.sessions[0], Mark.PRESENT)
    join(trainer, room)
    for key in (room.enrolments[2], room.enrolments[1]):
        enrolments.withdraw(trainer, key, room.sessions[0])
    rows = grid(trainer, room).rows
    assert [(row.number, row.same_as) for row in rows] == [(1, 0), (2, 0), (3, 2)]
    cell = rows[1].cells[0]
    assert cell is not None
    assert (cell.mark, cell.taken_from) == (Mark.PRESENT, 3)


def test_a_block_is_judged_and_counted_by_person(trainer: Workplace, room: Room) -> None:
    person = enrolments.get_enrolment(trainer, room.enrolments[1]).person
    late = (
        enrolments.add_walk_in(trainer, room.course, "Шарифова Нигора", first_day=FIRST + timedelta(1)).key
        or ""
    )
    joining.join(trainer, person, enrolments.get_enrolment(trainer, late).person)
    attendance.mark(trainer, room.enrolments[1], room.sessions[2], Mark.EXCUSED)
    enrolments.keep_one_row(trainer, late)
    sessions = room.sessions[:3]
    wanted = [
        many_marks.CellMark(key, session, Mark.PRESENT)
        for key in (room.enrolments[1], late)
        for session in sessions
    ]
    found = many_marks.mark_cells(trainer, room.course, wanted)
    assert (found.marked, dict(found.skipped)) == (3, {}), "expected under the number given up"
    assert found.changes.label.values["count"] == 3
    row = next(each for each in grid(trainer, room).rows if each.enrolment == late)
    assert [cell.mark if cell else None for cell in row.cells[:3]] == [Mark.PRESENT] * 3
    attendance_rows = [key for entity, key in found.changes.touched if entity == "attendance"]
    assert len(attendance_rows) == 3


@pytest.mark.parametrize("way", WAYS)
def test_a_mark_taken_from_both_rows_is_told_as_one(trainer: Workplace, room: Room, way: str) -> None:
    mark_first_day(trainer, room)
    join(trainer, room, way)
    wanted = [many_marks.CellMark(room.enrolments[1], room.sessions[1], None)]
    done = many_marks.mark_cells(trainer, room.course, wanted).changes
    assert len([key for entity, key in done.touched if entity == "attendance"]) == 2
    assert (done.label.values["count"], done.label.values["sessions"]) == (1, 1)


@pytest.mark.parametrize("many", [True, False])
def test_the_same_mark_under_the_leading_number_keeps_its_reason(
    trainer: Workplace, room: Room, many: bool
) -> None:
    mark_first_day(trainer, room)
    join(trainer, room)
    first, session = room.enrolments[1], room.sessions[0]
    reconciliation.set_signed(trainer, first, session, NO)
    reconciliation.settle(trainer, first, session, "seen")

    def write(mark: Mark | None) -> tuple[Mark | None, str, int]:
        if many:
            many_marks.mark_cells(trainer, room.course, [many_marks.CellMark(first, session, mark)])
        else:
            attendance.mark(trainer, first, session, mark)
        (cell, *_) = lead_cells(trainer, room)
        assert cell is not None
        return cell.mark, cell.settled, cell.taken_from

    assert write(Mark.PRESENT) == (Mark.PRESENT, "seen", 0)
    assert write(Mark.EXCUSED) == (Mark.EXCUSED, "", 0)
    history.undo(trainer)
    history.undo(trainer)
    assert write(None) == (None, "", 0), "a reason for a mark goes with it, also for one of another row"


def test_the_paper_has_the_lines_of_the_screen(
    trainer: Workplace, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[SignInSheet] = []

    def draw(drawn: SignInSheet, _language: str) -> bytes:
        printed.append(drawn)
        return b""

    monkeypatch.setattr(sign_in, "signin_pdf", draw)
    person = enrolments.get_enrolment(trainer, room.enrolments[1]).person
    late = enrolments.add_walk_in(trainer, room.course, "Шарифова Нигора", since=room.sessions[1]).key or ""
    joining.join(trainer, person, enrolments.get_enrolment(trainer, late).person)
    enrolments.withdraw(trainer, room.enrolments[1], room.sessions[2])

    def paper(session: str | None = None) -> list[tuple[int, frozenset[int]]]:
        sign_in.sign_in(trainer, room.course, FIRST, session=session)
        return [(row.number, row.free) for row in printed[-1].rows]

    nowhere = frozenset[int]()
    assert [number for number, _ in paper()] == [row.number for row in sheet(trainer, room).rows]
    assert paper() == [(1, nowhere), (3, nowhere), (4, nowhere)], "expected under the number given up"
    for way in (None, late):
        if way:
            enrolments.withdraw(trainer, late, room.sessions[2])
        alone = reconciliation.sheet(trainer, room.course, FIRST, room.sessions[0])
        assert [number for number, _ in paper(room.sessions[0])] == [row.number for row in alone.rows]
    assert paper() == [(1, nowhere), (2, frozenset({3})), (3, nowhere)]


def test_a_decision_by_hand_is_the_person_s(trainer: Workplace, room: Room) -> None:
    first, other = room.enrolments[1:]
    eligibility.override(trainer, other, CertificateKind.ATTENDANCE, "helped throughout")
    join(trainer, room)

    def held() -> list[CertificateKind | None]:
        rows = eligibility.board(trainer, room.course)[1:]
        return [row.result if row.override else None for row in rows if not row.repeats]

    assert held() == [CertificateKind.ATTENDANCE]
    eligibility.override(trainer, first, CertificateKind.NONE, "left", opened="attendance")
    assert held() == [CertificateKind.NONE]
    eligibility.clear_override(trainer, first)
    assert held() == [None]
    history.undo(trainer)
    assert held() == [CertificateKind.NONE]
    eligibility.clear_override(trainer, other)
    assert held() == [None]
    eligibility.override(trainer, other, CertificateKind.NONE, "left", opened="")
    assert held() == [CertificateKind.NONE], "decided under the number that counts"
