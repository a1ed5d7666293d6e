"""What follows the first press, a second one or a held key, does nothing in a page that opened with it."""

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QWidget
from shiboken6 import isValid

from tests.kit.world import Story
from tests.ui.courses_parts import GARM, courses_of
from tests.ui.driving import find, hold, settle, show, type_text
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import courses
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.structs import replace
from trainer_app.ui.attendance.session.model import SessionColumn
from trainer_app.ui.attendance.session.view import SessionView
from trainer_app.ui.attendance.tab import AttendanceTab
from trainer_app.ui.kit.marks import BUTTON, mark_at
from trainer_app.ui.shell.quick_search import QuickSearch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.tables import TableView

_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(workspace: Workspace, window: MainWindow) -> Workspace:
    """Show the window as on a cheap laptop."""
    window.resize(1366, 697)
    show(window)
    return workspace


def in_window(part: QWidget, at: QPoint) -> QPoint:
    return part.mapTo(part.window(), at)


def double_click(window: MainWindow, at: QPoint) -> None:
    """Press twice as the system tells it: all goes to the window, which finds what lies there."""
    QTest.mouseDClick(window.windowHandle(), _LEFT, Qt.KeyboardModifier.NoModifier, at)
    settle()


def row_number(table: TableView, text: str) -> int:
    """Return the row that shows a text."""
    model, role = table.model(), Qt.ItemDataRole.AccessibleTextRole
    cells = [
        str(model.index(row, 0).data(role) or model.index(row, 0).data()) for row in range(model.rowCount())
    ]
    return next(row for row, cell in enumerate(cells) if text in cell)


def row_of(table: TableView, text: str) -> QPoint:
    """Return the middle of the row that shows a text, in the window."""
    index = table.model().index(row_number(table, text), 0)
    return in_window(table.viewport(), table.visualRect(index).center())


def all_marks(story: Story) -> list[object]:
    return [
        cell and (cell.mark, cell.missed, cell.early)
        for row in attendance.grid(story.work, story.course).rows
        for cell in row.cells
    ]


def leave_in_session(workspace: Workspace, story: Story) -> SessionView:
    """Open the session view of the course, then all courses."""
    screen = courses_of(workspace)
    workspace.open("courses", course=story.course, tab="attendance")
    settle()
    cast("AttendanceTab", screen.workspace.tab())._choose("session")
    settle()
    view = find(screen, SessionView, "room_list")
    assert view.isVisible()
    return view


class Receivers(QObject):
    """Notes which widgets get presses of the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[QWidget] = []
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what was pressed; what Qt hands on to parents counts once."""
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if isinstance(watched, QWidget) and event.type() in kinds:
            self.parts.append(watched)
        return False


def test_a_double_click_on_a_course_marks_nobody_in_it(
    opened: Workspace, window: MainWindow, story: Story
) -> None:
    for number in range(12):
        draft = replace(GARM, code=f"A-{number}", first_day=date(2018, 9, 20), last_day=date(2018, 9, 22))
        courses.create_course(story.work, draft)
    view, screen = leave_in_session(opened, story), courses_of(opened)
    mark = in_window(view.viewport(), view.visualRect(view.model().index(3, SessionColumn.MARK)).center())
    screen.show_list()
    settle()
    row = row_of(screen.course_list.table, courses.get_line(story.work, story.course).course.code)
    before, at = all_marks(story), QPoint(mark.x() + BUTTON // 2, row.y())
    double_click(window, at)
    assert screen.in_course()
    below = view.viewport().mapFrom(window, at)
    assert mark_at(view.visualRect(view.indexAt(below)), below.x(), below.y()), "a mark lies there"
    assert all_marks(story) == before
    # Who presses it once more, not as part of the double click, marks.
    QTest.mouseClick(window.windowHandle(), _LEFT, Qt.KeyboardModifier.NoModifier, at + QPoint(0, 30))
    settle()
    assert all_marks(story) != before


def rows_that_open(opened: Workspace, story: Story, name: str) -> tuple[QWidget, QPoint]:
    """Open a page and return something in it that opens another one, with the place to press."""
    window = opened.window()
    if name == "today":
        opened.open("today")
        settle()
        button = find(opened, QAbstractButton, "next_step_button")
        return button, button.rect().center()
    if name == "people":
        opened.open("people")
        settle()
        table = find(opened, TableView, "people_table")
    else:
        QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        sheet = find(window, QuickSearch, "quick_search")
        type_text(sheet.field, "dsh-1")
        sheet.field.search_now()
        settle()
        table = sheet.table
    return table.viewport(), table.visualRect(table.model().index(0, 0)).center()


@pytest.mark.parametrize("name", ["today", "people", "quick_search"])
def test_only_the_page_of_the_first_press_gets_the_second_one(
    opened: Workspace, window: MainWindow, story: Story, name: str
) -> None:
    part, at = rows_that_open(opened, story, name)
    assert part.isVisible()
    before, receivers = all_marks(story), Receivers()
    double_click(window, in_window(part, at))
    assert not isValid(part) or not part.isVisible(), "it led to another page"
    gone = [each for each in receivers.parts if not isValid(each) or not each.isVisible()]
    assert receivers.parts
    assert gone == receivers.parts
    assert all_marks(story) == before


def test_a_double_click_on_all_present_does_not_open_the_session_that_it_marked(
    opened: Workspace, window: MainWindow, story: Story
) -> None:
    opened.open("today")
    settle()
    button = find(opened, QAbstractButton, "session_2_button")
    assert button.text() == "Rest present"
    double_click(window, in_window(button, button.rect().center()))
    assert button.text() == "Open"
    assert button.isVisible(), "it stayed on Today"
    assert None not in [
        row.cells[7] and row.cells[7].mark for row in attendance.grid(story.work, story.course).rows
    ]


def test_two_quick_presses_on_what_stays_are_both_done(opened: Workspace, window: MainWindow) -> None:
    presses: list[int] = []
    page = QWidget(opened.stack)
    page.setObjectName("page_of_test")
    button = QPushButton("+", page)
    button.setObjectName("more_of_test")
    button.clicked.connect(lambda: presses.append(1))
    opened.stack.addWidget(page)
    opened.stack.setCurrentWidget(page)
    settle()
    double_click(window, in_window(button, button.rect().center()))
    assert presses == [1, 1]


def test_enter_held_on_a_course_goes_no_further_than_into_it(
    opened: Workspace, window: MainWindow, story: Story
) -> None:
    view, screen = leave_in_session(opened, story), courses_of(opened)
    screen.show_list()
    settle()
    table = screen.course_list.table
    code = courses.get_line(story.work, story.course).course.code
    table.setFocus()
    table.selectRow(row_number(table, code))
    place = view.place
    hold(window, Qt.Key.Key_Return, "\r", 4)
    assert screen.in_course()
    assert view.hasFocus()
    assert view.place == place, "Enter goes to the next person there"


@pytest.mark.parametrize("told", [True, False])
def test_a_key_held_in_the_session_view_marks_one_person(
    opened: Workspace, window: MainWindow, story: Story, told: bool
) -> None:
    view = leave_in_session(opened, story)
    view.setFocus()
    place, before = view.place, all_marks(story)
    for key, text in ((Qt.Key.Key_P, "p"), (Qt.Key.Key_Space, " ")):
        hold(window, key, text, 5, told=told)
        changed = sum(old != new for old, new in zip(before, all_marks(story), strict=True))
        assert changed == view.place - place
    assert view.place == place + 2
    hold(window, Qt.Key.Key_Backspace, "\b", 5, told=told)
    assert changed - 1 == sum(old != new for old, new in zip(before, all_marks(story), strict=True))
    hold(window, Qt.Key.Key_Down, "", 3, told=told)
    assert view.place == place + 4, "arrows repeat"


def test_a_key_held_in_the_grid_marks_one_person(opened: Workspace, window: MainWindow, story: Story) -> None:
    leave_in_session(opened, story)
    tab = cast("AttendanceTab", courses_of(opened).workspace.tab())
    tab._choose("course")
    settle()
    assert tab.page is not None
    grid = tab.page.view
    grid.setFocus()
    before, row = all_marks(story), grid.currentIndex().row()
    hold(window, Qt.Key.Key_A, "a", 5)
    hold(window, Qt.Key.Key_Return, "\r", 5)
    assert sum(old != new for old, new in zip(before, all_marks(story), strict=True)) == 1
    assert grid.currentIndex().row() <= row + 1


@pytest.mark.parametrize("told", [True, False])
def test_undo_and_redo_held_act_once(opened: Workspace, window: MainWindow, story: Story, told: bool) -> None:
    """S3: held for a second, Ctrl+Z took back thirty steps."""
    leave_in_session(opened, story)
    tab = cast("AttendanceTab", courses_of(opened).workspace.tab())
    tab._choose("course")
    settle()
    assert tab.page is not None
    tab.page.view.setFocus()
    for enrolment in story.enrolments[:3]:
        opened.context.changes.announce(
            attendance.mark(story.work, enrolment, story.sessions[0], Mark.EXCUSED)
        )
    ctrl, marked = Qt.KeyboardModifier.ControlModifier, all_marks(story)
    hold(window, Qt.Key.Key_Z, "\x1a", 5, told=told, since=10_000, modifiers=ctrl)
    assert sum(old != new for old, new in zip(marked, all_marks(story), strict=True)) == 1
    hold(window, Qt.Key.Key_Z, "\x1a", 5, told=told, since=20_000, modifiers=ctrl)
    hold(window, Qt.Key.Key_Y, "\x19", 5, told=told, since=30_000, modifiers=ctrl)
    assert sum(old != new for old, new in zip(marked, all_marks(story), strict=True)) == 1
    for name in ("undo", "redo"):
        assert not opened.actions_table[name].autoRepeat(), "wherever the window itself takes the key"
    part = opened.rail.steps.undo
    part.setFocus()
    kept = []
    for moment in (40_200, 40_201):
        again = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, ctrl, "\x1a")
        again.setTimestamp(moment)
        again.ignore()
        release = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Z, ctrl, "\x1a")
        release.setTimestamp(40_200)
        QApplication.sendEvent(window.windowHandle(), release)
        QApplication.sendEvent(part, again)
        kept.append(again.isAccepted())
    assert kept == [True, False], "let go and pressed at one moment is held, though nobody told"


def test_a_letter_held_goes_no_further_and_arrows_do(opened: Workspace, window: MainWindow) -> None:
    fields = [QLineEdit(opened.stack) for _ in range(2)]
    for number, field in enumerate(fields):
        field.setObjectName(f"field_{number}")
        opened.stack.addWidget(field)
    first, second = fields
    opened.stack.setCurrentWidget(first)
    first.setFocus()

    def lead_on() -> None:
        opened.stack.setCurrentWidget(second)
        second.setFocus()

    first.textEdited.connect(lead_on)
    hold(window, Qt.Key.Key_A, "a", 4)
    assert (first.text(), second.text()) == ("a", "")
    second.clear()
    hold(window, Qt.Key.Key_B, "b", 4)
    assert second.text() == "bbbb", "in the field that it was pressed in it types"
    entered: list[int] = []
    second.returnPressed.connect(lambda: entered.append(1))
    hold(window, Qt.Key.Key_Return, "\r", 4)
    assert entered == [1]
    hold(window, Qt.Key.Key_Backspace, "\b", 3)
    assert second.text() == "b"
    second.setText("abc")
    second.setCursorPosition(3)
    hold(window, Qt.Key.Key_Left, "", 3)
    assert second.cursorPosition() == 0
