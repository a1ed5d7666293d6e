"""What every widget needs: a stable name, words for a screen reader, a role for the style sheet."""

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


def is_shown(owner: QWidget, part: str) -> bool:
    """Tell whether a part made when first needed (a `cached_property`) is there and not hidden."""
    made = owner.__dict__.get(part)
    return made is not None and not made.isHidden()


@runtime_checkable
class HoldsWork(Protocol):
    """A part of the window in which something may have been begun that is not saved."""

    def holds_work(self) -> bool:
        """Tell whether something would be lost if the part were thrown away."""
        ...


class Retranslated(_Base):
    """Mixin for widgets with words: `retranslate` is called whenever the language changes.

    Put it before the Qt class: `class Screen(Retranslated, QWidget)`. Call `retranslate` once yourself
    at the end of `__init__`; set every word there and nowhere else.
    """

    def retranslate(self) -> None:
        """Set every word anew."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(_Base):
    """Mixin for painted controls: `ring_shown` says whether to draw that they have the keyboard.

    As on the web, a press of the mouse or the program's own choice of a first control shows no ring; the
    first press of a key does.
    """

    _keyboard = False

    @property
    def ring_shown(self) -> bool:
        """Tell whether the focus came by keyboard and is here."""
        return self._keyboard and self.hasFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came; coming back to the window changes nothing."""
        if event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        ):
            self._keyboard = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Show the ring once a key is used here."""
        if not self._keyboard:
            self._keyboard = True
            self.update()
        super().keyReleaseEvent(event)


def named[W: QWidget](widget: W, name: str, spoken: str = "") -> W:
    """Give a widget its English objectName and, if given, its accessible name; return it."""
    widget.setObjectName(name)
    if spoken:
        widget.setAccessibleName(spoken)
    return widget


def set_role(widget: QWidget, role: str) -> None:
    """Change the role by which the style sheet finds a widget, and let it look that way at once."""
    set_state(widget, "role", role)


def set_state(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet looks at, such as wrong="true"."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
