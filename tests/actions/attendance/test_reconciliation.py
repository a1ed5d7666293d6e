"""Signed sheets: ticks, the rest, reasons that go with what they were given for, and two laptops at once."""

from datetime import date
from pathlib import Path

import pytest

from tests.kit.samples import FIRST
from tests.kit.writing import Room, enrol, write_course
from trainer_app.actions.attendance import attachments, attendance, reconciliation
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments, sessions
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.papers.sign_in import sign_in
from trainer_app.actions.people import joining
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Attendance, Mark, SignatureState
from trainer_app.domain.attendance.reconciliation import (
    DifferenceKind,
    DifferenceReason,
    SheetStage,
    SheetView,
)
from trainer_app.domain.attendance.sheets import AttachmentKind
from trainer_app.domain.base.errors import TrainerError
from trainer_app.store.base.drafts import Write
from trainer_app.system.clock import FixedClock
from trainer_app.system.messages import label_text

SECOND = date(2018, 10, 16)


def first_sheet(work: Workplace, room: Room) -> SheetView:
    return reconciliation.sheet(work, room.course, FIRST)


def cell(work: Workplace, room: Room, row: int, column: int) -> Attendance:
    found = attendance.grid(work, room.course).rows[row].cells[column]
    assert found is not None
    return found


@pytest.fixture
def held(trainer: Workplace, room: Room) -> Room:
    """Everybody was present on the first day, but the second person missed session 2."""
    attendance.mark(trainer, room.enrolments[1], room.sessions[1], Mark.ABSENT)
    for session in room.sessions[:3]:
        attendance.mark_rest(trainer, session)
    return room


def test_sheets_by_day_and_by_session_carry_the_printed_codes(trainer: Workplace, room: Room) -> None:
    days = reconciliation.sheets(trainer, room.course)
    assert [str(state.code) for state in days] == [f"OWN-10{day}-DSH1" for day in (15, 16, 17, 18)]
    assert [state.numbers for state in days][:2] == [(1, 2, 3), (4, 5, 6)]
    assert {(state.whole, state.checked, state.stage) for state in days} == {(9, 0, SheetStage.NOT_BEGUN)}
    single = reconciliation.sheets(trainer, room.course, per_session=True)
    assert [str(state.code) for state in single][:2] == ["OWN-1015.1-DSH1", "OWN-1015.2-DSH1"]
    assert {state.whole for state in single} == {3}
    sessions.cancel_session(trainer, room.sessions[0], "no light")
    assert len(reconciliation.sheets(trainer, room.course, per_session=True)) == 11
    assert reconciliation.sheets(trainer, room.course)[0].whole == 6


def test_the_usual_evening(trainer: Workplace, held: Room) -> None:
    reconciliation.set_signed(trainer, held.enrolments[0], held.sessions[2], SignatureState.NO)
    changes = reconciliation.sign_rest(trainer, held.course, FIRST)
    assert changes.label.values["count"] == 8
    view = first_sheet(trainer, held)
    assert (view.state.checked, view.state.whole, view.state.stage) == (9, 9, SheetStage.DIFFERENCES)
    assert [(each.kind, each.number, each.session_number) for each in view.differences] == [
        (DifferenceKind.UNSIGNED, 1, 3),
        (DifferenceKind.SIGNED_ABSENT, 2, 2),
    ]
    reconciliation.settle(
        trainer, held.enrolments[0], held.sessions[2], DifferenceReason.LEFT_WITHOUT_SIGNING
    )
    attendance.mark(trainer, held.enrolments[1], held.sessions[1], Mark.PRESENT)
    assert first_sheet(trainer, held).state.stage is SheetStage.RECONCILED
    assert reconciliation.open_days(trainer, held.course) == []
    history.undo(trainer)
    history.undo(trainer)
    history.undo(trainer)
    assert first_sheet(trainer, held).state.checked == 1


def test_a_page_or_a_session_alone(trainer: Workplace, held: Room) -> None:
    reconciliation.sign_rest(trainer, held.course, FIRST, held.sessions[0], only=held.enrolments[:2])
    assert first_sheet(trainer, held).state.checked == 2
    alone = reconciliation.sheet(trainer, held.course, FIRST, held.sessions[0])
    assert (alone.state.checked, alone.state.whole) == (2, 3)
    reconciliation.sign_rest(trainer, held.course, FIRST, held.sessions[0])
    assert first_sheet(trainer, held).state.checked == 3
    assert reconciliation.sign_rest(trainer, held.course, FIRST, held.sessions[0]).step is None


def test_the_rest_leaves_out_what_has_not_begun(trainer: Workplace, room: Room, clock: FixedClock) -> None:
    # It is 11 on the third day: its first session is over, the second runs, the third begins later.
    third = date(2018, 10, 17)
    view = reconciliation.sheet(trainer, room.course, third)
    later = [each.number for each in reconciliation.not_begun(trainer, view)]
    assert later == [9]
    changes = reconciliation.sign_rest(trainer, room.course, third)
    assert changes.label.values["count"] == 6
    after = reconciliation.sheet(trainer, room.course, third)
    assert {session for _, session in after.unchecked()} == {after.sessions[2].key}
    assert reconciliation.sign_rest(trainer, room.course, third).step is None
    clock.advance(hours=9)
    assert reconciliation.not_begun(trainer, after) == ()
    assert reconciliation.sign_rest(trainer, room.course, third).label.values["count"] == 3


def test_a_session_with_marks_has_begun_whatever_the_clock_says(trainer: Workplace, room: Room) -> None:
    last = reconciliation.sheet(trainer, room.course, date(2018, 10, 18))
    assert len(reconciliation.not_begun(trainer, last)) == 3
    attendance.mark_rest(trainer, room.sessions[9])
    marked = reconciliation.sheet(trainer, room.course, date(2018, 10, 18))
    assert [each.number for each in reconciliation.not_begun(trainer, marked)] == [11, 12]


@pytest.mark.parametrize("change", ["tick", "mark", "no mark", "rest"])
def test_what_was_settled_opens_again_when_mark_or_tick_change(
    trainer: Workplace, held: Room, change: str
) -> None:
    who, where = held.enrolments[0], held.sessions[0]
    if change == "rest":
        attendance.mark(trainer, who, where, None)
    reconciliation.set_signed(
        trainer, who, where, SignatureState.YES if change == "rest" else SignatureState.NO
    )
    reconciliation.settle(trainer, who, where, "  видел сам ")
    assert cell(trainer, held, 0, 0).settled == "видел сам"
    if change == "tick":
        reconciliation.set_signed(trainer, who, where, SignatureState.YES)
    elif change == "rest":
        attendance.mark_rest(trainer, where, Mark.ABSENT)
    else:
        attendance.mark(trainer, who, where, Mark.ABSENT if change == "mark" else None)
    assert cell(trainer, held, 0, 0).settled == ""
    history.undo(trainer)
    assert cell(trainer, held, 0, 0).settled == "видел сам"


def test_minutes_and_the_same_tick_leave_a_reason_alone(trainer: Workplace, held: Room) -> None:
    who, where = held.enrolments[0], held.sessions[0]
    attendance.mark(trainer, who, where, Mark.LATE, 5)
    reconciliation.set_signed(trainer, who, where, SignatureState.NO)
    reconciliation.settle(trainer, who, where, DifferenceReason.SEEN_BY_TRAINER)
    attendance.mark(trainer, who, where, Mark.LATE, 20)
    assert reconciliation.set_signed(trainer, who, where, SignatureState.NO).step is None
    assert cell(trainer, held, 0, 0).settled == DifferenceReason.SEEN_BY_TRAINER
    reconciliation.unsettle(trainer, who, where)
    assert cell(trainer, held, 0, 0) == Attendance(Mark.LATE, 20, signed=SignatureState.NO)


def test_one_reason_for_several_and_one_tick_for_a_line_are_single_steps(
    trainer: Workplace, held: Room
) -> None:
    reconciliation.sign_line(trainer, held.enrolments[0], held.sessions[:3], SignatureState.NO)
    places = [(held.enrolments[0], session) for session in held.sessions[:3]]
    reconciliation.settle_all(trainer, places, DifferenceReason.SIGNED_LATER)
    assert {cell(trainer, held, 0, at).settled for at in range(3)} == {"signed_later"}
    history.undo(trainer)
    history.undo(trainer)
    assert {cell(trainer, held, 0, at).signed for at in range(3)} == {SignatureState.NOT_CHECKED}
    reconciliation.set_signed(trainer, *places[0], SignatureState.NO)
    before = trainer.journal.number
    with pytest.raises(TrainerError, match="reconciliation.no_difference"):
        reconciliation.settle_all(trainer, places, "why")
    assert trainer.journal.number == before


def test_the_paper_of_a_locked_session_is_still_reconciled_but_its_marks_stay(
    trainer: Workplace, held: Room
) -> None:
    who, where = held.enrolments[0], held.sessions[0]
    sessions.lock_session(trainer, where)
    reconciliation.set_signed(trainer, who, where, SignatureState.NO)
    reconciliation.settle(trainer, who, where, DifferenceReason.ON_ANOTHER_SHEET)
    reconciliation.sign_rest(trainer, held.course, FIRST)
    assert cell(trainer, held, 0, 0).settled == DifferenceReason.ON_ANOTHER_SHEET
    with pytest.raises(TrainerError, match="attendance.locked"):
        attendance.mark(trainer, who, where, Mark.ABSENT)
    assert cell(trainer, held, 0, 0) == Attendance(
        Mark.PRESENT, signed=SignatureState.NO, settled=DifferenceReason.ON_ANOTHER_SHEET
    )


def test_a_signature_in_a_cancelled_session_is_a_difference(trainer: Workplace, held: Room) -> None:
    sessions.cancel_session(trainer, held.sessions[0], "no light")
    reconciliation.sign_rest(trainer, held.course, FIRST)
    assert cell(trainer, held, 0, 0).signed is SignatureState.NOT_CHECKED
    reconciliation.set_signed(trainer, held.enrolments[0], held.sessions[0], SignatureState.YES)
    (first, _) = first_sheet(trainer, held).differences
    assert first.kind is DifferenceKind.SIGNED_CANCELLED
    reconciliation.settle(trainer, held.enrolments[0], held.sessions[0], DifferenceReason.SIGNED_BEFOREHAND)
    assert not first_sheet(trainer, held).differences[0].open


def test_a_day_without_sessions_is_listed_only_if_somebody_signed(trainer: Workplace, held: Room) -> None:
    for session in held.sessions[:3]:
        sessions.cancel_session(trainer, session, "no light")
    assert [state.day.day for state in reconciliation.sheets(trainer, held.course)] == [16, 17, 18]
    reconciliation.set_signed(trainer, held.enrolments[0], held.sessions[0], SignatureState.YES)
    first = reconciliation.sheets(trainer, held.course)[0]
    assert (first.day, first.whole, first.stage) == (FIRST, 0, SheetStage.DIFFERENCES)
    reconciliation.settle(trainer, held.enrolments[0], held.sessions[0], DifferenceReason.SIGNED_BEFOREHAND)
    assert next(state.day for state in reconciliation.sheets(trainer, held.course)) == FIRST


def test_what_is_refused_writes_nothing(trainer: Workplace, held: Room) -> None:
    who, where = held.enrolments[0], held.sessions[0]
    before = trainer.journal.number
    for code, act in (
        ("reconciliation.no_reason", lambda: reconciliation.settle(trainer, who, where, "  ")),
        ("reconciliation.no_difference", lambda: reconciliation.settle(trainer, who, where, "why")),
        (
            "attendance.unknown_session",
            lambda: reconciliation.set_signed(trainer, who, who, SignatureState.NO),
        ),
        ("attendance.unknown_participant", lambda: reconciliation.unsettle(trainer, where, where)),
        ("reconciliation.no_sheet", lambda: reconciliation.sign_rest(trainer, held.course, date(2018, 1, 1))),
        ("reconciliation.no_sheet", lambda: reconciliation.sheet(trainer, held.course, SECOND, where)),
        ("attendance.unknown_session", lambda: reconciliation.sheet_of_session(trainer, who, where)),
    ):
        with pytest.raises(TrainerError, match=code):
            act()
    assert trainer.journal.number == before


def test_which_sheets_wait(trainer: Workplace, held: Room, clock: FixedClock) -> None:
    attendance.mark_rest(trainer, held.sessions[6])
    # It is 11 on the third day: the second was never held, the third has not ended.
    assert reconciliation.open_days(trainer, held.course) == [FIRST]
    clock.advance(hours=9)
    assert [day.day for day in reconciliation.open_days(trainer, held.course)] == [15, 17]


def test_walk_ins_and_people_who_left_stand_where_the_paper_has_them(trainer: Workplace, held: Room) -> None:
    enrolments.add_walk_in(trainer, held.course, "Нав Одам")
    enrolments.withdraw(trainer, held.enrolments[1])
    by_day = {
        state.day.day: [row.number for row in reconciliation.sheet(trainer, held.course, state.day).rows]
        for state in reconciliation.sheets(trainer, held.course)
    }
    assert by_day == {15: [1, 2, 3], 16: [1, 3], 17: [1, 3, 4], 18: [1, 3, 4]}


def test_a_count_that_fits_nothing_waits_until_it_is_put_right(trainer: Workplace, held: Room) -> None:
    reconciliation.sign_rest(trainer, held.course, FIRST, held.sessions[0])
    trainer.journal.record(
        sessions.lock_session(trainer, held.sessions[1]).label,
        [Write("session", held.sessions[0], {"counted": 4})],
    )
    alone = reconciliation.sheet(trainer, held.course, FIRST, held.sessions[0])
    assert [(each.kind, each.counted, each.signed) for each in alone.differences] == [
        (DifferenceKind.COUNT, 4, 3)
    ]
    with pytest.raises(TrainerError, match="attendance.unknown_participant"):
        reconciliation.settle(trainer, alone.differences[0].enrolment, held.sessions[0], "why")


def test_scans_are_counted_with_their_sheet(trainer: Workplace, held: Room, tmp_path: Path) -> None:
    from PIL import Image

    scan = tmp_path / "scan.png"
    Image.new("L", (40, 40), 255).save(scan)
    code = str(first_sheet(trainer, held).state.code)
    attachments.attach(trainer, scan, kind=AttachmentKind.SHEET, course=held.course, sheet=code)
    assert [state.files for state in reconciliation.sheets(trainer, held.course)] == [1, 0, 0, 0]


def test_a_sheet_printed_before_the_laptop_joined_an_office_still_finds_its_place(
    trainer: Workplace, bureau: Workplace, held: Room, stick: Path, tmp_path: Path
) -> None:
    day = first_sheet(trainer, held).state.day
    printed = [
        sign_in(trainer, held.course, day, "tg"),
        sign_in(trainer, held.course, None, "tg", session=held.sessions[1]),
    ]
    enrol(bureau, trainer, "K7", stick)
    paths = []
    for number, pdf in enumerate(printed):
        paths.append(tmp_path / f"{number}.pdf")
        paths[-1].write_bytes(pdf)
    attachments.attach_sheets(trainer, paths, held.course)
    codes = {each.sheet for each in attachments.list_attachments(trainer, held.course)}
    assert codes == {"OWN-1015-DSH1", "OWN-1015.2-DSH1"}, "as it stands on the paper"
    states = reconciliation.sheets(trainer, held.course)
    assert (str(states[0].code), [state.files for state in states]) == ("DSH-1015-DSH1", [2, 0, 0, 0])
    assert len(attachments.list_attachments(trainer, held.course, str(states[0].code))) == 2
    alone = reconciliation.sheets(trainer, held.course, per_session=True)
    assert [state.files for state in alone[:3]] == [0, 1, 0]


def test_a_day_of_which_there_is_a_scan_stays_in_the_list(
    trainer: Workplace, held: Room, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(sign_in(trainer, held.course, first_sheet(trainer, held).state.day, "tg"))
    attachments.attach_sheets(trainer, [scan], held.course)
    for key in held.sessions[:3]:
        sessions.cancel_session(trainer, key, "no light")
    assert reconciliation.sheets(trainer, held.course)[0].files == 1


@pytest.mark.parametrize("language", ["tg", "ru", "en"])
def test_steps_say_what_was_done(trainer: Workplace, held: Room, language: str) -> None:
    who, where = held.enrolments[0], held.sessions[0]
    steps = (
        reconciliation.set_signed(trainer, who, where, SignatureState.NO),
        reconciliation.settle(trainer, who, where, DifferenceReason.SEEN_BY_TRAINER),
        reconciliation.unsettle(trainer, who, where),
        reconciliation.sign_rest(trainer, held.course, FIRST),
    )
    said = [label_text(step.label, language) for step in steps]
    assert len(set(said)) == 4
    assert not any("{" in text or "reconciliation" in text for text in said)
    assert "OWN-1015-DSH1" in said[3]
    if language == "en":
        assert said[0] == "No.\u00a01, session 1: not signed"
        assert said[1] == "No.\u00a01, session 1: difference settled (seen by the trainer)"
        assert said[3] == "Sheet OWN-1015-DSH1: signed, 8 places"


# Two laptops


def exchange(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    importing.import_files(bureau, [sending.export(joined, stick).file])


@pytest.fixture
def shared(joined: Workplace, bureau: Workplace, stick: Path) -> Room:
    """Let both computers know one course whose first session was held."""
    room = write_course(joined)
    attendance.mark_rest(joined, room.sessions[0])
    exchange(joined, bureau, stick)
    return room


def test_two_laptops_tick_different_halves(
    joined: Workplace, bureau: Workplace, shared: Room, stick: Path
) -> None:
    where = shared.sessions[0]
    reconciliation.set_signed(joined, shared.enrolments[0], where, SignatureState.YES)
    reconciliation.set_signed(joined, shared.enrolments[1], where, SignatureState.YES)
    reconciliation.set_signed(bureau, shared.enrolments[2], where, SignatureState.NO)
    reconciliation.settle(bureau, shared.enrolments[2], where, DifferenceReason.LEFT_WITHOUT_SIGNING)
    exchange(joined, bureau, stick)
    alone = reconciliation.sheet(bureau, shared.course, FIRST, where)
    assert (alone.state.checked, alone.state.stage) == (3, SheetStage.RECONCILED)
    assert review.list_items(bureau) == []


@pytest.mark.parametrize(
    ("take", "settled"), [("ours", DifferenceReason.SEEN_BY_TRAINER.value), ("theirs", "")]
)
def test_contradicting_ticks_wait_in_review_and_the_other_one_opens_the_difference(
    joined: Workplace, bureau: Workplace, shared: Room, stick: Path, take: str, settled: str
) -> None:
    who, where = shared.enrolments[0], shared.sessions[0]
    reconciliation.set_signed(joined, who, where, SignatureState.YES)
    reconciliation.set_signed(bureau, who, where, SignatureState.NO)
    reconciliation.settle(bureau, who, where, DifferenceReason.SEEN_BY_TRAINER)
    exchange(joined, bureau, stick)
    (item,) = review.list_items(bureau)
    assert item.fields == ("signed",)
    shown = cell(bureau, shared, 0, 0)
    assert (shown.conflict, shown.signed) == (True, SignatureState.NO)
    review.settle(bureau, item.id, take)
    after = cell(bureau, shared, 0, 0)
    assert (after.conflict, after.settled) == (False, settled)
    assert after.signed is (SignatureState.NO if take == "ours" else SignatureState.YES)


def test_a_contradicted_tick_is_decided_by_ticking_again(
    joined: Workplace, bureau: Workplace, shared: Room, stick: Path
) -> None:
    who, where = shared.enrolments[0], shared.sessions[0]
    reconciliation.set_signed(joined, who, where, SignatureState.YES)
    reconciliation.set_signed(bureau, who, where, SignatureState.NO)
    exchange(joined, bureau, stick)
    reconciliation.set_signed(bureau, who, where, SignatureState.NO)
    assert review.list_items(bureau) == []
    assert not cell(bureau, shared, 0, 0).conflict


def test_what_contradicts_itself_in_another_row_of_a_person_is_told_in_review_alone(
    joined: Workplace, bureau: Workplace, shared: Room, stick: Path
) -> None:
    who, where = shared.enrolments[2], shared.sessions[0]
    attendance.mark(joined, who, where, Mark.LATE, 20)
    attendance.mark(bureau, who, where, Mark.ABSENT)
    exchange(joined, bureau, stick)
    assert attendance.grid(bureau, shared.course).conflicts == 1
    one, other = (enrolments.get_enrolment(bureau, key).person for key in shared.enrolments[1:])
    joining.join(bureau, one, other)
    table = attendance.grid(bureau, shared.course)
    shown = sum(found.conflict for row in table.rows for found in row.cells if found is not None)
    assert (table.conflicts, shown) == (0, 0)
    assert any(item.entity == "attendance" for item in review.list_items(bureau))


def test_two_reasons_are_both_kept_and_said_in_words(
    joined: Workplace, bureau: Workplace, shared: Room, stick: Path
) -> None:
    who, where = shared.enrolments[0], shared.sessions[0]
    reconciliation.set_signed(joined, who, where, SignatureState.NO)
    exchange(joined, bureau, stick)
    reconciliation.settle(joined, who, where, DifferenceReason.LEFT_WITHOUT_SIGNING)
    reconciliation.settle(bureau, who, where, "saw him")
    exchange(joined, bureau, stick)
    (item,) = review.list_items(bureau)
    said = {label_text(side.words, "en") for side in item.sides if side.words}
    assert said == {"left without signing", "saw him"}
