"""What every widget needs: a stable name, words for a screen reader, a role for the style sheet."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


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
