"""A walk through everything that the window can show, and what is written and can be reached there."""

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTabBar,
    QWidget,
)

from tests.journeys.window_seat import CTRL, SHIFT, Seat
from tests.ui.driving import settle
from trainer_app.actions import courses
from trainer_app.ui.courses.tab import tabs_there
from trainer_app.ui.shell.screen import screens_for

COURSE = "DUSHANBE"
type Place = tuple[str, Callable[[], object]]


def places(seat: Seat) -> Iterator[Place]:
    """Return every screen, tab, view and form with the way there, one after the other."""
    for spec in screens_for(seat.work.role):
        yield spec.name, lambda name=spec.name: seat.open(name)
    yield from _courses(seat)
    yield "check", lambda: (seat.open("certificates"), seat.click("certificates_screen_view_check"))
    yield "settled", lambda: (seat.open("review"), seat.click("review_settled_button"))
    yield "people_person", lambda: (seat.open("people"), seat.press(Qt.Key.Key_Down), seat.press(Qt.Key.Key_Return))
    yield "help", lambda: seat.press(Qt.Key.Key_F1)
    if seat.sees("rail_office"):
        for place, name in enumerate(("incoming", "laptops", "reports")):
            yield f"office_{name}", lambda place=place: (seat.open("office"), seat.choose_tab("office_tabs", place))
        yield "enrol", lambda: (seat.choose_tab("office_tabs", 1), seat.click("office_enrol"))


def _courses(seat: Seat) -> Iterator[Place]:
    key = courses.find_course(seat.work, COURSE)
    desk = seat.gate.desk
    assert desk is not None
    yield "course_form", lambda: (desk.go("courses"), seat.press(Qt.Key.Key_N, CTRL))
    yield "project_form", lambda: (
        desk.go("courses"),
        seat.press(Qt.Key.Key_Escape),
        seat.press(Qt.Key.Key_N, CTRL | SHIFT),
    )
    for tab in tabs_there():
        yield f"course_{tab.name}", lambda name=tab.name: desk.go("courses", course=key, tab=name)
    yield "session_form", lambda: (desk.go("courses", course=key, tab="schedule"), seat.press(Qt.Key.Key_Insert))
    for view in ("names", "register"):
        yield f"certificates_{view}", lambda view=view: desk.go("courses", course=key, tab="certificates", view=view)
    yield "import", lambda: desk.go("courses", course=key, tab="participants", importing=True)


def visit(seat: Seat) -> Iterator[str]:
    """Go to each place; forms of the one before are left by Esc."""
    for name, go in list(places(seat)):
        for sheet in seat.window.findChildren(QWidget, "help"):
            sheet.close()
        go()
        settle()
        yield name
        if name.endswith("form") or name in ("help", "enrol"):
            seat.press(Qt.Key.Key_Escape)


def shown(seat: Seat) -> list[QWidget]:
    """Return every widget that can be seen."""
    return [widget for widget in seat.window.findChildren(QWidget) if widget.isVisible()]


def words_of(widget: QWidget) -> Iterator[str]:
    """Return everything that a widget says: on the screen, in its tip, and to a screen reader."""
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QTableView):
        model = widget.model()
        for column in range(model.columnCount()):
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    elif isinstance(widget, QAbstractItemView):
        yield from _list_words(widget)


def _list_words(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount() if model else 0):
        yield str(model.index(row, 0).data() or "")


def latin_words(text: str, data: frozenset[str]) -> set[str]:
    """Return the English-looking words of a text that are not data."""
    plain = re.sub(r"<[^>]*>", " ", text)
    return {word for word in re.findall(r"[A-Za-z]{3,}", plain) if word not in data}


def speaks(widget: QWidget) -> str:
    """Return the name that a screen reader says for a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def keys_here(seat: Seat) -> list[tuple[str, str]]:
    """Return (key, who listens) of every shortcut that would act now."""
    found = []
    for shortcut in seat.window.findChildren(QShortcut):
        parent = shortcut.parent()
        listens = shortcut.context() is not Qt.ShortcutContext.WidgetWithChildrenShortcut or (
            isinstance(parent, QWidget) and parent.isAncestorOf(seat.focus())
        )
        if shortcut.isEnabled() and isinstance(parent, QWidget) and parent.isVisible() and listens:
            found += [(_text(key), shortcut.objectName()) for key in shortcut.keys()]
    for action in seat.window.findChildren(QAction):
        if action.isEnabled() and any(isinstance(each, QWidget) and each.isVisible() for each in action.associatedObjects()):
            found += [(_text(key), action.objectName()) for key in action.shortcuts()]
    return found


def _text(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.PortableText)
