"""A field of text that is one line high and grows with what is typed, so that nothing of it is hidden."""

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from trainer_app.ui.shell.tokens import CONTROL

_MARGIN = 3
_AROUND = 16
"""Pixels above and below the lines: the margin, the padding of the style sheet, the border."""
_MOST_LINES = 6


class GrowingText(QPlainTextEdit):
    """Tab goes on to the next field."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "growing")
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(CONTROL)
        self.document().setDocumentMargin(_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take other lines at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def _grow(self) -> None:
        # A plain text counts its height in lines; a line is what the first block has of them.
        lines = max(1, round(self.document().size().height()))
        shown = min(lines, _MOST_LINES)
        self.setFixedHeight(max(CONTROL, shown * self._line() + _AROUND))
        over = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > shown else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(over)

    def _line(self) -> int:
        """Return the height of a line: letters of several scripts make it larger than the font says."""
        layout = self.document().firstBlock().layout()
        drawn = layout.lineAt(0).height() if layout.lineCount() else 0.0
        return max(self.fontMetrics().lineSpacing(), ceil(drawn))
