"""A walk through everything that the window can show, and what is written and can be reached there."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)

from tests.kit.reader import under
from tests.kit.seat import CTRL, SHIFT, SIZE, Seat
from tests.ui.contrasts import pixels_of
from tests.ui.driving import in_sight, settle
from trainer_app.actions.courses import courses
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.ui.exchange.steps import StepNumber
from trainer_app.ui.kit.screens import Screen, screens_for
from trainer_app.ui.review.item_list import LargeMark
from trainer_app.ui.shell.navigation import SCREENS, TABS
from trainer_app.ui.shell.sidebar import SidebarItem
from trainer_app.ui.style.tokens import contrast
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import Button, Tick
from trainer_app.ui.widgets.indicators import AppLogo, SlimBar
from trainer_app.ui.widgets.labels import Painted
from trainer_app.ui.widgets.pages import Disc
from trainer_app.ui.widgets.tables import TableView

COURSE = "DUSHANBE"
_ROWS_READ = 3
"""So many rows of a table are read: the others are of the same make."""
type Place = tuple[str, Callable[[], object]]


def places(seat: Seat) -> Iterator[Place]:
    """Return every screen, tab, view and form with the way there, one after the other."""
    for spec in screens_for(seat.work.role, SCREENS):
        yield spec.name, lambda name=spec.name: seat.open(name)
    yield from _courses(seat)
    yield "check", lambda: (seat.open("certificates"), seat.click("certificates_screen_view_check"))
    yield "settled", lambda: (seat.open("review"), seat.click("review_settled_button"))
    yield (
        "people_person",
        lambda: (seat.open("people"), seat.press(Qt.Key.Key_Down), seat.press(Qt.Key.Key_Return)),
    )
    if seat.sees("rail_office"):
        for place, name in enumerate(("incoming", "laptops", "reports")):
            yield (
                f"office_{name}",
                lambda place=place: (seat.open("office"), seat.choose_tab("office_tabs", place)),
            )
        yield "enrol", lambda: (seat.choose_tab("office_tabs", 1), seat.click("office_enrol"))


def _courses(seat: Seat) -> Iterator[Place]:
    key = courses.find_course(seat.work, COURSE)
    context = seat.gate.context
    assert context is not None
    yield "course_form", lambda: (context.go("courses"), seat.press(Qt.Key.Key_N, CTRL))
    yield (
        "project_form",
        lambda: (
            context.go("courses"),
            seat.press(Qt.Key.Key_Escape),
            seat.press(Qt.Key.Key_N, CTRL | SHIFT),
        ),
    )
    for tab in TABS:
        yield f"course_{tab.name}", lambda name=tab.name: context.go("courses", course=key, tab=name)
    yield (
        "session_form",
        lambda: (context.go("courses", course=key, tab="schedule"), seat.press(Qt.Key.Key_Insert)),
    )
    yield (
        "mark_history",
        lambda: (
            context.go("courses", course=key, tab="attendance"),
            seat.press(Qt.Key.Key_I, CTRL),
            seat.see("attendance_history"),
        ),
    )
    for view in ("names", "register"):
        yield (
            f"certificates_{view}",
            lambda view=view: context.go("courses", course=key, tab="certificates", view=view),
        )
    yield "import", lambda: context.go("courses", course=key, tab="participants", importing=True)


def visit(seat: Seat) -> Iterator[str]:
    """Go to each place; forms of the one before are left by Esc."""
    for name, go in list(places(seat)):
        go()
        settle()
        yield name
        if name.endswith("form") or name == "enrol":
            seat.press(Qt.Key.Key_Escape)


def shown(seat: Seat) -> list[QWidget]:
    """Return every widget that can be seen."""
    return list(in_sight(seat.window))


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
            for row in range(min(_ROWS_READ, model.rowCount())):
                yield str(model.index(row, column).data() or "")
    elif isinstance(widget, QAbstractItemView):
        yield from _list_words(widget)


def _list_words(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount() if model else 0):
        yield str(model.index(row, 0).data() or "")


def inside(widget: QWidget) -> bool:
    """Tell whether a widget is a part that Qt made for another one, which has the keyboard for it."""
    proxy = widget.focusProxy()
    return proxy is not None and proxy.isAncestorOf(widget)


def takes_keyboard(seat: Seat) -> list[QWidget]:
    """Return what can have the keyboard here."""
    return [
        widget
        for widget in shown(seat)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not inside(widget) and widget is not seat.window
    ]


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
            found += [(_text(key), shortcut.objectName()) for key in shortcut.keys()]  # noqa: SIM118 - no mapping
    for action in seat.window.findChildren(QAction):
        if action.isEnabled() and any(
            isinstance(each, QWidget) and each.isVisible() for each in action.associatedObjects()
        ):
            found += [(_text(key), action.objectName()) for key in action.shortcuts()]
    return found


_HOLDERS = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border, QAccessible.Role.Pane)
"""Roles of what only holds others: a screen reader passes over them."""
_DECORATION = (IconMark, AppLogo, Disc, StepNumber, LargeMark, SlimBar)
"""Painted, and said in words by what stands beside it."""


def _wrong_with(spoken: QAccessibleInterface) -> Iterator[str]:
    """Return what is wrong with an object as a screen reader gets it."""
    thing, name = spoken.object(), spoken.text(QAccessible.Text.Name)
    about = spoken.text(QAccessible.Text.Description)
    if spoken.state().focusable and not name.strip():
        yield "no name"
    if name and isinstance(thing, QWidget) and name == thing.objectName():
        yield "a name for programs"
    if about.startswith(name) and about != name and name:
        yield f"a description that says the name again: {about}"
    if not isinstance(thing, QWidget):
        return
    if thing.focusPolicy() != Qt.FocusPolicy.NoFocus and thing is not thing.window() and not inside(thing):
        if spoken.role() in _HOLDERS:
            yield f"takes the keyboard and is {spoken.role().name}"
        if spoken.role() is QAccessible.Role.CheckBox and not isinstance(thing, Tick | Button | SidebarItem):
            yield "a box to tick that looks like none"
    empty = isinstance(thing, QLabel) and not isinstance(thing, Painted)
    mute = not name and not spoken.childCount() and not empty and not isinstance(thing, _DECORATION)
    if mute and any("paintEvent" in vars(kind) for kind in type(thing).__mro__ if _ours(kind)):
        yield "painted and mute"


def _ours(kind: type) -> bool:
    return kind.__module__.startswith("trainer_app.")


def _which(spoken: QAccessibleInterface) -> str:
    thing = spoken.object()
    return f"{type(thing).__name__} {thing.objectName()}" if thing is not None else spoken.role().name


def out_of_order(stops: list[QWidget]) -> list[tuple[str, str]]:
    """Return the stops of Tab that come after one which stands behind them: below, or further right.

    They are compared within what holds both, since columns beside each other are read one after the other.
    """
    wrong = []
    for before, after in pairwise(stops):
        if before.parentWidget() is after.parentWidget():
            first, second = before.geometry(), after.geometry()
            level = first.top() < second.bottom() and second.top() < first.bottom()
            if second.bottom() <= first.top() or (level and second.right() <= first.left()):
                wrong.append((before.objectName(), after.objectName()))
    return wrong


_SEEN = 8
"""So many pixels have to change a good deal for one to see where the keyboard is."""


def looks(widget: QWidget) -> QImage:
    """Return how a control looks in its window."""
    return widget.window().grab(QRect(widget.mapTo(widget.window(), QPoint()), widget.size())).toImage()


def differs(one: QImage, other: QImage) -> bool:
    """Tell whether two pictures of a control differ enough to see it: 3 : 1 where they do."""
    if one.size() != other.size():
        return True
    changes: Counter[tuple[int, int]] = Counter()
    for row in range(one.height()):
        line = QRect(0, row, one.width(), 1)
        was, now = pixels_of(one.copy(line)), pixels_of(other.copy(line))
        if was != now:
            changes.update(zip(was, now, strict=True))
    good = (count for (was, now), count in changes.items() if contrast(f"#{was:06X}", f"#{now:06X}") >= 3.0)
    return sum(good) >= _SEEN


def _text(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.PortableText)


@dataclass
class Findings:
    """What a walk found, place by place. Empty sets are what one hopes for."""

    places: list[str] = field(default_factory=list)
    texts: int = 0
    foreign: set[tuple[str, str, str, str]] = field(default_factory=set)
    """(place, language, widget, text) of what is said in another language."""
    nameless: set[tuple[str, str]] = field(default_factory=set)
    silent: set[tuple[str, str]] = field(default_factory=set)
    unfit: set[tuple[str, str, str]] = field(default_factory=set)
    """(place, what is wrong, which) of what a screen reader would tell of an object."""
    spoken: int = 0
    """Objects of which a screen reader tells."""
    twice: set[tuple[str, str]] = field(default_factory=set)
    colliding: set[tuple[str, str, str]] = field(default_factory=set)
    large: set[tuple[str, str, int, int]] = field(default_factory=set)
    lists: dict[str, tuple[bool, bool]] = field(default_factory=dict)
    """Of each table, in sight or not: whether it is sorted by its heads, whether its rows are copied."""


def walk(seat: Seat, is_foreign: Callable[[str, str], bool]) -> Findings:
    """Go to every place and look at it in all three languages, switched there."""
    found = Findings()
    for place in visit(seat):
        found.places.append(place)
        for table in seat.window.findChildren(QTableView):
            kit = isinstance(table, TableView)
            found.lists[table.objectName()] = (kit and table.sortable, kit and _copies(table))
        _look_at_keyboard(seat, place, found)
        # First the one that is shown: every switch says all open screens anew.
        for language in sorted(LANGUAGES, key=lambda code: code != seat.desktop.language.code):
            seat.desktop.language.choose(language)
            settle()
            least = seat.window.minimumSizeHint()
            if least.width() > SIZE[0] or least.height() > SIZE[1]:
                found.large.add((place, language, least.width(), least.height()))
            look_at_words(seat, place, language, found, is_foreign)
    return found


def _copies(table: TableView) -> bool:
    """Tell whether a row of a table that is shown can be copied, below its heads."""
    if not table.isVisible():
        return True
    rows = range(min(1, table.model().rowCount()))
    return len(table.copied(rows, heads=True).split("\n")) == 1 + len(rows)


def look_at_words(
    seat: Seat, place: str, language: str, found: Findings, is_foreign: Callable[[str, str], bool]
) -> None:
    """Read everything in sight, and what its menus offer; note what is of another language.

    A screen that is out of sight is said anew when it is shown: each is, in each language.
    """
    for widget in shown(seat):
        for text in filter(None, words_of(widget)):
            found.texts += 1
            if is_foreign(text, language):
                found.foreign.add((place, language, widget.objectName(), text))
    for action in _may_be_offered(seat.window):
        if is_foreign(action.text(), language):
            found.foreign.add((place, language, action.objectName(), action.text()))


def _may_be_offered(part: QObject) -> Iterator[QAction]:
    """Return the actions in a part of the window, but for those in screens that are out of sight."""
    for child in part.children():
        if isinstance(child, QAction):
            yield child
        if not isinstance(child, Screen) or child.isVisible():
            yield from _may_be_offered(child)


def _look_at_keyboard(seat: Seat, place: str, found: Findings) -> None:
    widgets = takes_keyboard(seat)
    found.nameless |= {(place, type(widget).__name__) for widget in widgets if not widget.objectName()}
    found.silent |= {(place, widget.objectName()) for widget in widgets if not speaks(widget)}
    for spoken in under(QAccessible.queryAccessibleInterface(seat.window)):
        found.spoken += 1
        found.unfit |= {(place, wrong, _which(spoken)) for wrong in _wrong_with(spoken)}
    names = Counter(widget.objectName() for widget in widgets)
    found.twice |= {(place, name) for name, count in names.items() if count > 1}
    keys = keys_here(seat)
    often = {key for key, count in Counter(key for key, _ in keys).items() if count > 1}
    found.colliding |= {(place, key, name) for key, name in keys if key in often}
