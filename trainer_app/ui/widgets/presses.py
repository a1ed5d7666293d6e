"""What a press means: beside a list of suggestions, as a double click, as a key that is held, and as Tab."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStyledItemDelegate,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from trainer_app.ui.style.theme import follow_theme
from trainer_app.ui.widgets.flow import PageStack
from trainer_app.ui.widgets.labels import SUBJECT, FocusRing, set_role

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class LeftByEscape(_Base):
    """What Esc leaves, if none of its parts took the key first. Put it before the Qt class."""

    def leave(self) -> None:
        """Go back to where it was opened."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


class _PressBeside(QObject):
    """Hands a press beside a list of suggestions on to what lies there; Qt would only close the list.

    The release, too: the window system tells it to the list, which is closed by then: a button stayed down.
    Enter behind what is typed as it is offered only closes the list: the form is not accepted by that.
    """

    def __init__(self, completer: QCompleter) -> None:
        super().__init__(completer)
        self._completer = completer
        self._pressed: QWidget | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the list, and press what was meant: what is typed next belongs there."""
        if self._pressed is not None and isinstance(watched, QWindow) and isinstance(event, QMouseEvent):
            self._follow(self._pressed, event)
            return False
        if isinstance(event, QKeyEvent) and isinstance(watched, QAbstractItemView):
            return self._enter(watched, event)
        beside = (
            isinstance(event, QMouseEvent)
            and isinstance(watched, QWidget)
            and event.type() == QEvent.Type.MouseButtonPress
            and not watched.rect().contains(event.position().toPoint())
        )
        if not beside or not isinstance(event, QMouseEvent) or not isinstance(watched, QWidget):
            return super().eventFilter(watched, event)
        place = event.globalPosition()
        watched.hide()
        field = self._completer.widget()
        window = field.window() if field is not None else None
        meant = window.childAt(window.mapFromGlobal(place).toPoint()) if window is not None else None
        if meant is not None and meant.isEnabled():
            if meant.focusPolicy() & Qt.FocusPolicy.ClickFocus:
                meant.setFocus(Qt.FocusReason.MouseFocusReason)
            self._watch(meant)
            _send_on(event, meant)
        return True

    def _follow(self, pressed: QWidget, event: QMouseEvent) -> None:
        """Tell what is pressed how the pointer goes on, until the button is let go."""
        if event.type() != QEvent.Type.MouseMove:
            self._watch(None)
        if event.type() != QEvent.Type.MouseButtonPress and isValid(pressed):
            _send_on(event, pressed)

    def _watch(self, pressed: QWidget | None) -> None:
        """Look at all that the window system tells only while a button is held: it costs time."""
        self._pressed, program = pressed, QApplication.instance()
        if program is not None and pressed is not None:
            program.installEventFilter(self)
        elif program is not None:
            program.removeEventFilter(self)

    def _enter(self, offers: QAbstractItemView, event: QKeyEvent) -> bool:
        field, key = self._completer.widget(), event.key()
        if event.type() != QEvent.Type.KeyPress or key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if not isinstance(field, QLineEdit) or field.text() != self._completer.currentCompletion():
            return False
        offers.hide()
        return True


def _send_on(event: QMouseEvent, meant: QWidget) -> None:
    kind, button, held, place = event.type(), event.button(), event.buttons(), event.globalPosition()
    at = meant.mapFromGlobal(place)
    QApplication.sendEvent(meant, QMouseEvent(kind, at, place, button, held, event.modifiers()))


def press_beside(completer: QCompleter) -> None:
    """Let a press beside the suggestions of a field reach what is pressed; they look as lists do."""
    popup = completer.popup()
    if popup is not None:
        popup.installEventFilter(_PressBeside(completer))
        show_as_offers(popup)


_OFFERS = "offers"


def show_as_offers(view: QAbstractItemView) -> None:
    """Give what a field offers its room and its colours, in both themes.

    Suggestions are a window of their own, which the style sheet of the window never reaches; and what Qt
    draws the choices of a field with takes no room from a style sheet.
    """
    if view.property("role") == _OFFERS:
        return
    set_role(view, _OFFERS)
    if view.isWindow():
        follow_theme(view)
    else:
        view.setItemDelegate(QStyledItemDelegate(view))


_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_MOVING = frozenset(
    (
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Backtab),
    )
)
"""Keys that only go: held, they go on wherever the keyboard is."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ACTING = (*_ENTER, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_Escape)
"""Keys that type no sign and yet do more than going."""
_TEXTS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


class PressGuard(QObject):
    """Keeps the second press of a double click from a page that came with the first; counts a held key once.

    The first click opens a course; a slow computer deals with the second one when that has opened, where a
    mark may lie under the pointer. Such a press is dropped with its release if it comes to something else
    than the first one did, at the same place, within the system's time for a double click: by the moments
    of both presses or, since the system may tell those late, counted from when the first one was dealt with.
    Other presses come through, however quick. What was made anew at its place is no other thing: it has the
    same names. What stays but is about another thing now is another one: its page has another `SUBJECT`.

    A key that answers, marks or leads on does it once until it is let go; so does what is pressed with Ctrl,
    as Undo in the grid, which keeps it from the shortcuts. It is noted whether a key or the mouse was last.
    """

    _DEALT_WITH = QEvent.Type(QEvent.registerEventType())

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("press_guard")
        self._window = window
        self._on: tuple[str, ...] = ()
        self._at: QPoint | None = None
        self._pressed = 0
        self._since = QElapsedTimer()
        """Counts from when what the newest press or its release did was done; not valid before that."""
        self._dropping = False
        self._key_to: tuple[str, ...] = ()
        self._released = (0, 0)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drop what was not meant for what is there now."""
        if watched is self._window:
            return self._shortcut(event)
        if isinstance(event, QMouseEvent):
            if event.type() in _PRESSES:
                FocusRing.keys_used = False
            return self._mouse(event)
        if isinstance(event, QKeyEvent) and event.type() in _KEYS:
            FocusRing.keys_used = True
            return self._key(event)
        return False

    def customEvent(self, event: QEvent) -> None:
        """Know that the newest press was dealt with: Qt delivers this after all that it did."""
        if event.type() is self._DEALT_WITH:
            self._since.start()

    def _mouse(self, event: QMouseEvent) -> bool:
        kind = event.type()
        if kind in _PRESSES:
            place = event.position().toPoint()
            self._dropping = self._follows(event, place)
            if not self._dropping:
                self._on, self._at, self._pressed = self._names_at(place), place, event.timestamp()
                self._await_end()
            return self._dropping
        dropped = self._dropping
        if kind is QEvent.Type.MouseButtonRelease:
            self._dropping = False
            if not dropped:
                self._await_end()
        return dropped

    def _await_end(self) -> None:
        self._since.invalidate()
        QCoreApplication.postEvent(self, QEvent(self._DEALT_WITH))

    def _follows(self, event: QMouseEvent, place: QPoint) -> bool:
        """Tell whether a press is one with the press before, but would come to something else."""
        hints = QGuiApplication.styleHints()
        near = hints.mouseDoubleClickDistance()
        if self._at is None or (place - self._at).manhattanLength() > 2 * near:
            return False
        most = hints.mouseDoubleClickInterval()
        quick = event.timestamp() - self._pressed <= most
        waited = not self._since.isValid() or self._since.elapsed() <= most
        return (quick or waited) and self._names_at(place) != self._on

    def _key(self, event: QKeyEvent) -> bool:
        """Drop what a held key repeats, but for going, and typing in the field that it was pressed in."""
        pressed = (event.key(), event.timestamp())
        if event.type() is QEvent.Type.KeyRelease:
            self._released = pressed
            return False
        part = QApplication.focusWidget()
        names = _names_of(part)
        # X11 lets a held key go and presses it anew, at one moment; Qt may read that too late to tell.
        if not event.isAutoRepeat() and (not pressed[1] or pressed != self._released):
            self._key_to = names
            return False
        key, text = event.key(), event.text()
        if key in _MOVING:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key not in (
            *_ACTING,
            Qt.Key.Key_Control,
        ):
            return True
        if not (key in _ACTING or (text and text.isprintable())):
            return False
        return names != self._key_to or not _types_on(part, key)

    def _shortcut(self, event: QEvent) -> bool:
        """Keep from the shortcuts with Ctrl what a held key repeats, though Qt read it too late to tell."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.ShortcutOverride:
            return False
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if not ctrl or not event.timestamp() or (event.key(), event.timestamp()) != self._released:
            return False
        event.accept()
        return True

    def _names_at(self, place: QPoint) -> tuple[str, ...]:
        return _names_of(self._window.childAt(place))


def _types_on(part: QWidget | None, key: int) -> bool:
    """Tell whether a held key only types on, or takes signs away; Enter leads on out of a single line."""
    if not isinstance(part, _TEXTS):
        return False
    if isinstance(part, QTextEdit | QPlainTextEdit):
        return key != Qt.Key.Key_Escape
    if key == Qt.Key.Key_Backspace and isinstance(part, QLineEdit) and not part.text():
        return False  # An empty field may lead back by it.
    return key not in _ENTER and key != Qt.Key.Key_Escape


def _names_of(part: QWidget | None) -> tuple[str, ...]:
    """Return the names of a part and of all that it lies in, and what they are about."""
    names = []
    while part is not None:
        names += [part.objectName(), str(part.property(SUBJECT) or "")]
        part = part.parentWidget()
    return tuple(names)


def go_to_end(view: QAbstractItemView, event: QKeyEvent) -> bool:
    """Go to the first or last row by Home or End in a list of whole rows, as in any list; else False.

    Qt's table goes to the first or last cell of the row, which nobody sees where rows are chosen.
    """
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in (Qt.Key.Key_Home, Qt.Key.Key_End) or not plain:
        return False
    rows, model = QAbstractItemView.SelectionBehavior.SelectRows, view.model()
    if view.selectionBehavior() is not rows or not model.rowCount():
        return False
    row = 0 if event.key() == Qt.Key.Key_Home else model.rowCount() - 1
    view.setCurrentIndex(model.index(row, max(view.currentIndex().column(), 0)))
    return True


_PLACE = "tab_place"


def walk(*parts: QWidget) -> None:
    """Let Tab go from one part to the next, such as from line to line, the eyes after them."""
    for place, part in enumerate(parts):
        part.setProperty(_PLACE, place)
    for before, after in pairwise(parts):
        QWidget.setTabOrder(before, after)


def go_to_row(button: QPushButton, by: int) -> bool:
    """Go from the button of a row to that of the next (1) or of the one before (-1); False outside of rows.

    Two parts of one kind, one below the other, make rows; what else stands between or below them is gone to
    as well, if Tab stops there. Of several buttons it is the one above or below. At the end one stays.
    """
    in_rows, row, holder = False, button.parentWidget(), None
    while row is not None and not row.isWindow() and (holder := row.parentWidget()) is not None:
        kind = type(row)
        shown = [each for each in holder.children() if isinstance(each, QWidget) and each.isVisible()]
        shown.sort(key=QWidget.y, reverse=by < 0)
        rows = [each for each in shown if type(each) is kind is not QWidget]
        if len(rows) > 1 and all(_is_below(*pair, by) for pair in pairwise(rows)):
            in_rows = True
            for other in (each for each in shown if _is_below(row, each, by)):
                stops = [each for each in stops_in(other) if each.isVisible() and each.isEnabled()]
                buttons = [each for each in stops if isinstance(each, QPushButton)]
                if stops:
                    _nearest(button, buttons or stops).setFocus(Qt.FocusReason.TabFocusReason)
                    return True
        row = holder
    return in_rows


def _is_below(part: QWidget, other: QWidget, by: int) -> bool:
    """Tell whether another part of the same holder lies below a part, or with -1 above it."""
    high, low = (part, other) if by > 0 else (other, part)
    return low.y() > high.geometry().bottom()


def _nearest(part: QWidget, others: Sequence[QWidget]) -> QWidget:
    """Return which of the others stands right above or below a part, or is the nearest to that."""

    def middle(each: QWidget) -> int:
        return each.mapToGlobal(each.rect().center()).x()

    return min(others, key=lambda each: abs(middle(each) - middle(part)))


def stops_in(around: QWidget) -> list[QWidget]:
    """Return where Tab stops in something that is shown, as one reads; what was walked, in that order.

    Qt's own order is that in which parts were made: a panel's buttons before its fields. It is not read: what
    `nextInFocusChain` returns, the library takes for a part of what was asked, and lets it go with that.
    """
    inside = [part for part in around.findChildren(QWidget) if _takes_tab(part, around)]
    walked = [part for part in inside if part.property(_PLACE) is not None]
    ordered = iter(sorted(walked, key=lambda part: int(part.property(_PLACE))))
    return [next(ordered) if part in walked else part for part in inside]


def tab_on(panel: QWidget, stops: Sequence[QWidget], *, forward: bool) -> bool:
    """Go to the next of a panel's stops, or out beyond its ends; tell whether there was anywhere to go."""
    own = [part for part in stops if part.isVisible() and part.isEnabled()]
    now, by = QApplication.focusWidget(), 1 if forward else -1
    if now not in own:
        return False
    place = own.index(now) + by
    if 0 <= place < len(own):
        target: QWidget | None = own[place]
    else:
        around = panel.window().findChildren(QWidget)
        begins = around.index(panel)
        beyond = [*around[begins + 1 :], *around[:begins]][::by]
        target = next((each for each in beyond if _leads_out(each, panel)), None)
    if target is None:
        return False
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def bring_forth(part: QWidget) -> None:
    """Show the pages that a part lies in, before something is asked about it."""
    page, holder = part, part.parentWidget()
    while holder is not None:
        if isinstance(holder, PageStack) and holder.currentWidget() is not page:
            holder.setCurrentWidget(page)
        page, holder = holder, holder.parentWidget()


def _leads_out(part: QWidget, panel: QWidget) -> bool:
    usable = part.isVisible() and part.isEnabled() and not panel.isAncestorOf(part)
    return usable and _takes_tab(part, panel.window())


def _takes_tab(part: QWidget, around: QWidget) -> bool:
    """Tell whether Tab stops at a part, once it is shown; what is inside of a field leaves that to it."""
    if not part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    holder: QWidget | None = part
    while holder is not None and holder is not around:
        if holder.isWindow() or isinstance(holder.parentWidget(), QAbstractSpinBox | QComboBox):
            return False
        holder = holder.parentWidget()
    # Several lines that are one field hand the keyboard on to their first one.
    return part.focusProxy() is None
