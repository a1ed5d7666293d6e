"""Texts in the sizes of the design. A role is one of the `QLabel[role=...]` of `resources/styles/app.qss`."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


def label(role: str, name: str, text: str = "", *, wrap: bool = False) -> QLabel:
    """Return a text. It is always plain text, so a name with "<" in it stays what it is."""
    made = _Wrapped(text) if wrap else QLabel(text)
    made.setObjectName(name)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


class _Wrapped(QLabel):
    """A text of several lines that asks for the height it needs at the width it has.

    Qt's own label guesses a width, so that nested layouts and scroll areas get far too much or too little.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._laid_out = 0

    def sizeHint(self) -> QSize:
        """Return the guessed width and the height for the width that the layout gave."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(self._laid_out)) if self._laid_out else hint

    def minimumSizeHint(self) -> QSize:
        """Return the widest word and the same height."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != self._laid_out:
            self._laid_out = event.size().width()
            self.updateGeometry()


class ToldLabel(_Wrapped):
    """A text that says what came of something, in the language of the window also when that changes."""

    def __init__(self, role: str, name: str) -> None:
        super().__init__("")
        self.setObjectName(name)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._words: Callable[[], str] | None = None

    def say(self, words: Callable[[], str] | None) -> None:
        """Show words, which are asked for anew with each language; None: nothing."""
        self._words = words
        self.setText(words() if words is not None else "")

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange and self._words is not None:
            self.setText(self._words())
        super().changeEvent(event)


class ElidedLabel(QLabel):
    """One line that gives way: ends in an ellipsis where space is short, whole text as a tool tip."""

    def __init__(self, role: str, name: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(min(48, super().sizeHint().width()), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the text as fits."""
        painter = QPainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip("" if shown == self.text() else self.text())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(room, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)


def rule(name: str = "rule") -> QFrame:
    """Return a quiet horizontal line of one pixel."""
    made = QFrame()
    made.setObjectName(name)
    made.setProperty("role", "rule")
    made.setFixedHeight(1)
    return made
