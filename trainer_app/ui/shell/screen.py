"""The base of every screen, and the table of those that the rail offers.

A screen lies in `trainer_app/ui/<name>/screen.py` as a function `create(desk)`; it is imported and made when
it is opened for the first time.
"""

import importlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.workplace import Role
from trainer_app.domain.changes import Changes
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.naming import Retranslated


@dataclass(frozen=True)
class Keys:
    """A key that a screen listens to itself, for the list on F1: what is pressed, and what it does."""

    keys: str
    words: str


class Screen(Retranslated, QWidget):
    """One task. Fill `column`; set every word in `retranslate`; read and show data in `refresh`.

    `refresh` runs when the screen comes into view and after changes that `concerns` says matter; a screen
    that is not visible waits until it is. A change of language calls `retranslate`, then `refresh`.
    """

    def __init__(self, name: str, desk: Desk) -> None:
        super().__init__()
        self.setObjectName(f"screen_{name}")
        self.setProperty("role", "page")
        self.desk = desk
        self._stale = True
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        desk.changes.announced.connect(self._hear)
        desk.language.changed.connect(self._language_changed)

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""

    def refresh(self) -> None:
        """Read what is shown, and show it."""

    def concerns(self, _changes: Changes) -> bool:
        """Tell whether a change can alter what is shown; every change, unless a screen knows better."""
        return True

    def show_place(self, **place: Any) -> None:
        """Open what `desk.go` names: a course, a tab, a person."""

    def first_focus(self) -> QWidget | None:
        """Return what has the keyboard when the screen is opened; None for its first control."""
        return None

    def keys(self) -> list[Keys]:
        """Return the keys that this screen listens to by itself."""
        return []

    def refresh_now(self) -> None:
        """Refresh if visible, else when it becomes so."""
        if self.isVisible():
            self._stale = False
            try:
                self.refresh()
            except TrainerError as error:
                # Qt shows screens: nobody above could be told.
                self.desk.tell_error(error)
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while the screen was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh_now()

    def _hear(self, changes: Changes, source: object) -> None:
        if source is not self and self.concerns(changes):
            self.refresh_now()

    def _language_changed(self) -> None:
        # `retranslate` comes with Qt's event a little later; what holds data is shown anew here.
        self.refresh_now()


@dataclass(frozen=True)
class ScreenSpec:
    """One entry of the rail. Entries of another `group` stand a little apart; "foot" at the bottom."""

    name: str
    words: Callable[[], str]
    icon: str
    group: str = "work"
    roles: tuple[Role, ...] = (Role.TRAINER, Role.OFFICE)
    factory: Callable[[Desk], Screen] | None = None

    @property
    def title(self) -> str:
        """The entry's words in the language of the window."""
        return self.words()

    @property
    def module(self) -> str:
        """Where the screen's `create` lies."""
        return f"trainer_app.ui.{self.name}.screen"

    def exists(self) -> bool:
        """Tell whether the screen is part of this program, without importing it."""
        if self.factory is not None:
            return True
        package = importlib.util.find_spec(self.module.rpartition(".")[0])
        return package is not None and importlib.util.find_spec(self.module) is not None

    def create(self, desk: Desk) -> Screen:
        """Import and make the screen."""
        if self.factory is not None:
            return self.factory(desk)
        return cast(Screen, importlib.import_module(self.module).create(desk))


SCREENS = (
    ScreenSpec("today", lambda: QCoreApplication.translate("Rail", "Today"), "today"),
    ScreenSpec("courses", lambda: QCoreApplication.translate("Rail", "Courses"), "courses"),
    ScreenSpec("people", lambda: QCoreApplication.translate("Rail", "People"), "people"),
    ScreenSpec(
        "evaluations", lambda: QCoreApplication.translate("Rail", "Evaluations"), "evaluations", "results"
    ),
    ScreenSpec(
        "certificates", lambda: QCoreApplication.translate("Rail", "Certificates"), "certificates", "results"
    ),
    ScreenSpec("sending", lambda: QCoreApplication.translate("Rail", "Send"), "send", "office"),
    ScreenSpec("review", lambda: QCoreApplication.translate("Rail", "Review"), "review", "office"),
    ScreenSpec(
        "office", lambda: QCoreApplication.translate("Rail", "Office"), "office", "office", (Role.OFFICE,)
    ),
    ScreenSpec("settings", lambda: QCoreApplication.translate("Rail", "Settings"), "settings", "foot"),
)
"""All entries of the rail, in their order; Ctrl+1 to Ctrl+9 open them."""


def screens_for(role: Role, table: tuple[ScreenSpec, ...] = SCREENS) -> tuple[ScreenSpec, ...]:
    """Return the entries that a role has."""
    return tuple(spec for spec in table if role in spec.roles and spec.exists())
