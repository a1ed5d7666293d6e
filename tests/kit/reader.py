"""A screen reader at a seat: what somebody hears who sees nothing, and presses keys alone.

It is as strict as the readers of Windows and Linux at their worst: what has the keyboard is read when it gets
it, and what changes there of state or value; a name that changes under the keyboard is not, nor is anything
elsewhere in the window unless it is announced. Whatever a test decides by what it heard can be decided blind.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from tests.kit.seat import Seat
from tests.ui.driving import press, settle, type_text

STATES = ("checked", "disabled", "expanded", "readOnly", "selected")
_PLAIN = Qt.KeyboardModifier.NoModifier
_MOST = 120
"""Keys after which whoever looks for something by one key has been everywhere."""


def states_of(spoken: QAccessibleInterface) -> tuple[str, ...]:
    """Return the states that a reader says: "checked", "disabled"."""
    state = spoken.state()
    return tuple(name for name in STATES if getattr(state, name))


def read(spoken: QAccessibleInterface) -> str:
    """Return what is read of an object: name, role, states, value and description, without empty ones."""
    name, value, about = (
        spoken.text(part)
        for part in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    )
    parts = (name, spoken.role().name, *states_of(spoken), value if value != name else "", about)
    return ", ".join(part for part in parts if part)


def spoken_focus(widget: QWidget) -> QAccessibleInterface:
    """Return what a reader goes to where a widget has the keyboard: the current cell of a table, or all."""
    spoken = QAccessible.queryAccessibleInterface(widget)
    assert spoken is not None, widget.objectName()
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        return spoken.focusChild() or spoken
    return spoken


def under(spoken: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Return an object and all that can be seen below it, in the order in which a reader goes there."""
    if spoken.state().invisible:
        return
    yield spoken
    for place in range(spoken.childCount()):
        child = spoken.child(place)
        if child is not None:
            yield from under(child)


class Reader:
    """Presses keys at a seat and returns what is heard after each."""

    def __init__(self, seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seat = seat
        self.log: list[str] = []
        self._announced: list[str] = []
        self._before: tuple[object, ...] = ()
        tell = QAccessible.updateAccessibility

        def hear(event: object) -> None:
            if isinstance(event, QAccessibleAnnouncementEvent):
                self._announced.append(event.message())
            tell(event)  # type: ignore[arg-type]

        monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._move)

    def _move(self, _before: QWidget | None, _now: QWidget | None) -> None:
        """Know that the keyboard went somewhere, be it away and back: readers read that anew."""
        self._before = ()

    def listen(self) -> str:
        """Return what is heard now: what newly has the keyboard or changed there, then what was announced."""
        settle()
        said = []
        widget = QApplication.focusWidget()
        if widget is not None:
            spoken = spoken_focus(widget)
            index = widget.currentIndex() if isinstance(widget, QAbstractItemView) else None
            where = (widget, (index.row(), index.column()) if index is not None else None)
            now = (states_of(spoken), spoken.text(QAccessible.Text.Value))
            if self._before[:1] != (where,):
                said.append(read(spoken))
            elif self._before[1:] != (now,):
                said.append(", ".join(filter(None, (*now[0], now[1]))))
            self._before = (where, now)
        said += self._announced
        self._announced.clear()
        self.log.append(" | ".join(said))
        return self.log[-1]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> str:
        """Press a key; return what is heard."""
        press(self.seat.focus(), key, modifier)
        return self.listen()

    def type(self, text: str) -> str:
        """Type letters; return what is heard of all of them."""
        heard = []
        for letter in text:
            type_text(self.seat.focus(), letter)
            heard.append(self.listen())
        return " | ".join(filter(None, heard))

    def until(self, words: str, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> str:
        """Press one key until some words are heard; return all that was heard last."""
        began = len(self.log)
        for _ in range(_MOST):
            heard = self.press(key, modifier)
            if words in heard:
                return heard
        raise AssertionError(f"{words!r} is never heard among {self.log[began:]}")
