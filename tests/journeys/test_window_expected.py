"""Who is expected, in the window: somebody is replaced in mid-course, and nothing counts them on."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTableView

from tests.journeys.conftest import MakeSeat
from tests.kit import worlds
from tests.kit.samples import DAY, NAMED, PASSPHRASE
from tests.kit.seat import CTRL, SHIFT, Seat
from tests.ui.driving import settle
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import sync_status
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses
from trainer_app.domain.attendance.marks import Mark

GONE, COMES = 13, NAMED + 1
SEVENTH = 6


def marks(seat: Seat, number: int) -> list[Mark | None]:
    """Return the marks of a number on the list as they are kept."""
    table = attendance.grid(seat.work, courses.find_course(seat.work, "DSH1"))
    found = next(each for each in table.rows if each.number == number)
    return [cell.mark if cell is not None else None for cell in found.cells]


def spoken(seat: Seat, number: int) -> str:
    """Return what a screen reader says of a row."""
    view = seat.see("attendance_grid", QTableView)
    return str(
        view.model().headerData(number - 1, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    )


def spoken_name(seat: Seat, name: str) -> str:
    """Return what a screen reader calls a widget that paints its words."""
    return seat.see(name).accessibleName()


def choose_by_keys(menu: str, name: str) -> None:
    """Choose an entry of the menu that is open with the arrow keys and Enter."""
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    assert popup.objectName() == menu
    entries = [each for each in popup.actions() if each.isEnabled() and not each.isSeparator()]
    while popup.activeAction() is None or popup.activeAction().objectName() != name:
        assert name in [each.objectName() for each in entries]
        QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    settle()


def mark_two_days(seat: Seat) -> None:
    """Go to the grid and mark the first six sessions with the key for the rest; end at number 13."""
    seat.course().open_tab("attendance")
    seat.press(Qt.Key.Key_Home, CTRL)
    for _ in range(SEVENTH):
        seat.press(Qt.Key.Key_P, CTRL | SHIFT)
        seat.press(Qt.Key.Key_Right)
    seat.type(f"{GONE}")
    assert seat.cells("attendance_grid")[GONE - 1][:SEVENTH] == ["P"] * SEVENTH


def test_who_is_replaced_on_the_third_day_is_counted_marked_and_certified_no_more(
    make_seat: MakeSeat,
) -> None:
    seat = make_seat(begins=worlds.listed).at(DAY, 9)
    seat.start(PASSPHRASE)
    mark_two_days(seat)
    seat.press(Qt.Key.Key_Menu)
    choose_by_keys("attendance_menu", "attendance_menu_replaced_by")
    assert seat.text("replace_form_title").startswith("Replacement for ")
    assert seat.focus().objectName() == "replace_search"
    seat.type("Тоирзода Лола")
    seat.press(Qt.Key.Key_Return)
    assert seat.sees("replace_form"), "a name that nobody has may be a slip"
    assert seat.focus().objectName() == "replace_people"
    seat.press(Qt.Key.Key_Return)
    assert not seat.sees("replace_form")
    seat.press(Qt.Key.Key_P, CTRL | SHIFT)
    assert marks(seat, COMES)[SEVENTH] is Mark.PRESENT
    assert marks(seat, GONE)[SEVENTH] is None
    seat.press(Qt.Key.Key_Right)
    seat.press(Qt.Key.Key_P, CTRL | SHIFT)
    assert seat.text("mark_ahead_question_title") == "Session 8 has not begun"
    seat.press(Qt.Key.Key_Escape)
    assert marks(seat, COMES)[SEVENTH + 1] is None
    assert "replaced by No.\u00a026 from session 7" in spoken(seat, GONE)
    seat.open("today")
    people = {label.text() for label in seat.window.findChildren(QLabel) if label.isVisible()}
    assert {"25 present", "25 on the list"} <= people
    assert "26 on the list" not in people
    mark_the_others(seat)
    assert marks(seat, GONE) == [Mark.PRESENT] * SEVENTH + [None] * SEVENTH
    assert marks(seat, COMES)[SEVENTH:] == [Mark.PRESENT] * SEVENTH
    seat.open_tab("certificates")
    seat.click("certificates_issue")
    seat.click("issue_language_tg")
    assert "25" in seat.text("issue_form_accept")
    seat.click("issue_form_accept")
    given = {each.facts.name for each in certificates.register(seat.work)}
    assert len(given) == NAMED
    assert not any("Латифов" in each for each in given)
    assert sync_status.check(seat.work).ok


def mark_the_others(seat: Seat) -> None:
    """Come back at the end of the course and mark what is left, session by session."""
    seat.at(DAY + timedelta(1), 17)
    seat.open("courses").open_tab("attendance")
    seat.press(Qt.Key.Key_Home)
    for _ in range(2 * SEVENTH):
        seat.press(Qt.Key.Key_P, CTRL | SHIFT)
        seat.press(Qt.Key.Key_Right)


def test_a_walk_in_and_whoever_left_are_counted_alike_on_every_screen(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.finished).at(DAY, 11, 42)
    seat.start(PASSPHRASE)
    _withdraw_and_walk_in(seat)
    assert spoken_name(seat, "attendance_summary").startswith("25 participants")
    heads = "24 of 26 came, 1 of them not on the list any more, 23 walk-ins, 1 not marked"
    assert seat.text("attendance_heads_words") == heads
    seat.open_tab("overview")
    assert seat.text("stat_people_number") == "25"
    seat.open_tab("participants")
    assert seat.text("participants_counts").startswith("25 participants")
    assert seat.text("participants_part_note").startswith("expected: 25")
    assert seat.text("participants_part_all") == "Everybody, also who left: 26"
    assert seat.text("participants_part_left") == "Left the list 1"
    seat.open_tab("tests")
    assert seat.text("tests_counts") == "Written before: 24 · after: 23 · on the list: 25 · left the list: 1"
    seat.open_tab("certificates")
    _, _, names = seat.text("board_counts").partition(" of ")
    to_issue = seat.text("certificates_issue").split()[1]
    assert names.startswith(f"{to_issue} names for certificates checked")
    seat.open_tab("print")
    assert seat.text("print_badges_words_second").startswith("25 badges")
    seat.open("evaluations")
    assert ["24", "23"] in [row[3:5] for row in seat.cells("evaluations_table")]


def _withdraw_and_walk_in(seat: Seat) -> None:
    """Take number 2, who wrote a test, from the list, and write down somebody who came by."""
    seat.course().open_tab("participants")
    seat.select("participants_table", "Азизов")
    seat.press(Qt.Key.Key_Delete)
    if seat.sees("withdraw_form"):
        seat.click("withdraw_form_accept")
    seat.open_tab("attendance")
    seat.click("attendance_add")
    seat.type("Нурматов Фаррух")
    seat.press(Qt.Key.Key_Return)
