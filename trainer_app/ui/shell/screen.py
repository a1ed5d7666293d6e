"""The base of every screen, and what the table of screens says of each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

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


@runtime_checkable
class CoversScreen(Protocol):
    """A window that can show one page over everything else: sheets that participants fill in."""

    def cover(self, page: QWidget) -> None:
        """Show a page over everything."""

    def uncover(self) -> None:
        """Show again what was there before."""


@dataclass(frozen=True)
class ScreenSpec:
    """One entry of the rail. Entries of another `group` stand a little apart; "foot" at the bottom."""

    name: str
    words: Callable[[], str]
    icon: str
    create: Callable[[Desk], Screen]
    """Makes the screen, and imports it only then: the program starts before its screens are read."""
    group: str = "work"
    roles: tuple[Role, ...] = (Role.TRAINER, Role.OFFICE)

    @property
    def title(self) -> str:
        """The entry's words in the language of the window."""
        return self.words()


def screens_for(role: Role, table: tuple[ScreenSpec, ...]) -> tuple[ScreenSpec, ...]:
    """Return the entries that a role has."""
    return tuple(spec for spec in table if role in spec.roles)
