"""Names typed into the marks, and undo of what belongs to the page in sight, as a person has the window."""

from PySide6.QtCore import Qt

from tests.journeys.conftest import MakeSeat
from tests.kit import worlds
from tests.kit.samples import PASSPHRASE
from tests.kit.seat import CTRL, Seat
from trainer_app.actions.attendance import attendance
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses
from trainer_app.domain.attendance.marks import Mark


def marks(seat: Seat) -> list[list[Mark | None]]:
    """Return what is on the disk, by rows."""
    table = attendance.grid(seat.work, courses.find_course(seat.work, "DSH1"))
    return [[cell.mark if cell is not None else None for cell in row.cells] for row in table.rows]


def at_grid(seat: Seat) -> None:
    seat.start(PASSPHRASE)
    seat.course().open_tab("attendance")
    assert seat.focus().objectName() == "attendance_grid"


def test_a_name_typed_into_the_marks_marks_nobody_and_undo_stays_in_sight(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.taught)
    at_grid(seat)
    before = marks(seat)
    for typed in ("гулмуродова", "ufahjd", "Ҳасанова", "пулодов", "зуҳро"):
        seat.type(typed)
        assert seat.text("attendance_strip_field") == typed
        assert seat.see("rail_undo").isEnabled()
        seat.press(Qt.Key.Key_Escape)
        assert marks(seat) == before, typed
    seat.type("/азизов")
    seat.press(Qt.Key.Key_Return)
    seat.type("н")
    seat.type("гулм")
    assert seat.text("attendance_strip_field") == "гулм"
    changed = marks(seat)
    assert sum(a != b for a, b in zip(changed, before, strict=True)) == 1, "Азизов alone"
    seat.click("rail_undo")
    assert marks(seat) == before


def test_certificates_are_taken_back_on_their_own_page_only(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.taught)
    at_grid(seat)
    before = marks(seat)
    seat.type("а")
    seat.press(Qt.Key.Key_Escape)
    seat.type("н")
    marked = marks(seat)
    assert marked != before
    seat.open_tab("certificates")
    seat.click("certificates_issue")
    seat.click("issue_language_tg")
    seat.click("issue_form_accept")
    seat.click("issue_early_yes")
    seat.press(Qt.Key.Key_Escape)
    issued = len(certificates.register(seat.work))
    assert issued
    seat.open_tab("attendance")
    seat.press(Qt.Key.Key_Z, CTRL)
    assert seat.sees("undo_question")
    assert not seat.sees("undo_question_undo"), "not from here"
    seat.click("undo_question_here")
    assert marks(seat) == before
    assert len(certificates.register(seat.work)) == issued
    seat.press(Qt.Key.Key_Z, CTRL)
    seat.click("undo_question_open")
    assert seat.sees("board_table")
    assert len(certificates.register(seat.work)) == issued
    seat.click("rail_undo")
    assert not seat.sees("undo_question")
    assert certificates.register(seat.work) == []
    seat.click("rail_redo")
    assert len(certificates.register(seat.work)) == issued


def test_what_was_done_elsewhere_is_named_and_asked_about(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.taught)
    at_grid(seat)
    seat.type("н")
    marked = marks(seat)
    seat.open_tab("schedule")
    seat.press(Qt.Key.Key_Z, CTRL)
    assert "DSH1" in seat.text("undo_question_title")
    seat.click("undo_question_leave")
    assert marks(seat) == marked
    seat.click("rail_undo")
    seat.click("undo_question_undo")
    assert marks(seat) != marked
    seat.press(Qt.Key.Key_Y, CTRL)
    seat.click("undo_question_undo")
    assert marks(seat) == marked
