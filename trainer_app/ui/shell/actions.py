"""The actions of the window as a table; shortcuts are made from it and nowhere else.

Keys that a screen listens to by itself (the letters of the attendance grid) are named by `Screen.keys`, so
that F1 lists them and a test finds collisions.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class ActionSpec:
    """One action: its English name, its words in the window's language, its keys (the first is shown)."""

    name: str
    words: Callable[[], str]
    keys: tuple[str, ...]


ACTIONS = (
    ActionSpec("undo", lambda: QCoreApplication.translate("Actions", "Undo"), ("Ctrl+Z",)),
    ActionSpec("redo", lambda: QCoreApplication.translate("Actions", "Redo"), ("Ctrl+Y", "Ctrl+Shift+Z")),
    ActionSpec("next_area", lambda: QCoreApplication.translate("Actions", "Navigation and page"), ("F6",)),
    ActionSpec("find_person", lambda: QCoreApplication.translate("Actions", "Find a person"), ("Ctrl+F",)),
    ActionSpec("lock", lambda: QCoreApplication.translate("Actions", "Lock the program"), ("Ctrl+L",)),
    ActionSpec("help", lambda: QCoreApplication.translate("Actions", "Keys and help"), ("F1",)),
    ActionSpec("quit", lambda: QCoreApplication.translate("Actions", "Close the program"), ("Ctrl+Q",)),
)
"""What the window offers everywhere."""

MOST_SCREENS = 9


def open_keys(place: int) -> str:
    """Return the key that opens the entry of the rail at a place, counted from 0."""
    return f"Ctrl+{place + 1}"


class ActionTable(QObject):
    """Makes the actions of the window and keeps their words in its language."""

    def __init__(self, window: QWidget, specs: tuple[ActionSpec, ...] = ACTIONS) -> None:
        super().__init__(window)
        self.setObjectName("actions")
        self._window = window
        self._specs = {spec.name: spec for spec in specs}
        self._actions = {spec.name: self._make(spec) for spec in specs}
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        """Return an action by its name."""
        return self._actions[name]

    def specs(self) -> tuple[ActionSpec, ...]:
        """Return the table, for the list on F1."""
        return tuple(self._specs.values())

    def retranslate(self) -> None:
        """Set the words of every action."""
        for name, action in self._actions.items():
            action.setText(self._specs[name].words())

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(f"action_{spec.name}")
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._window.addAction(action)
        return action


def shown_keys(keys: str) -> str:
    """Return keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
