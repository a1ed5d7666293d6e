"""Two columns of cards that stand one below the other where the window is narrow."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from trainer_app.ui.shell.tokens import CARD_GAP

_ANY = 16_777_215  # Qt's own largest width


class TwoColumns(QWidget):
    """Put cards into `left` and `right`. Below `stack_below` pixels they are stacked.

    With `right_width` the right column keeps that width while it stands beside the left one.
    """

    def __init__(self, name: str, stack_below: int, right_width: int = 0) -> None:
        super().__init__()
        self.setObjectName(name)
        self._stack_below, self._right_width = stack_below, right_width
        self._sides = (QWidget(), QWidget())
        self.left, self.right = (QVBoxLayout(side) for side in self._sides)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(CARD_GAP)
        for side, column, word in zip(self._sides, (self.left, self.right), ("left", "right"), strict=True):
            side.setObjectName(f"{name}_{word}")
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(CARD_GAP)
            self._row.addWidget(side, 1)
        self._arrange(stacked=False)

    def fill(self, left: list[QWidget], right: list[QWidget]) -> None:
        """Add cards to both columns, from the top."""
        for column, cards in ((self.left, left), (self.right, right)):
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)

    @property
    def stacked(self) -> bool:
        """Tell whether the right column stands below the left one."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the wider column: the other one can go below it."""
        hints = [side.minimumSizeHint() for side in self._sides]
        heights = [hint.height() for hint in hints]
        height = sum(heights) + CARD_GAP if self.stacked else max(heights)
        return QSize(max(hint.width() for hint in hints), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or unstack."""
        super().resizeEvent(event)
        stacked = event.size().width() < self._stack_below
        if stacked != self.stacked:
            self._arrange(stacked=stacked)

    def _arrange(self, *, stacked: bool) -> None:
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        right = self._sides[1]
        if self._right_width:
            right.setMinimumWidth(0 if stacked else self._right_width)
            right.setMaximumWidth(_ANY if stacked else self._right_width)
        for place, stretch in enumerate((0, 0) if stacked else (1, 0 if self._right_width else 1)):
            self._row.setStretch(place, stretch)
        self.updateGeometry()
