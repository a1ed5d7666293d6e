"""Large counts side by side, each leading to where its things are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.ui.shell.tokens import CARD_GAP, CARD_PADDING
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import set_role
from trainer_app.ui.widgets.rows import ClickableRow

_HEIGHT, _ABOVE, _RIGHT = 98, 10, 12


class Stat(Card):
    """A number, what it counts, and a quiet line below; pressing `row` opens it."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, titled=False)
        self.row = ClickableRow(f"{name}_open", _HEIGHT)
        self.number = label("counter", f"{name}_number")
        self.words = label("body", f"{name}_words", wrap=True)
        self.second = label("caption", f"{name}_second", wrap=True)
        column = QVBoxLayout(self.row)
        column.setContentsMargins(CARD_PADDING, _ABOVE, _RIGHT, _ABOVE)
        column.setSpacing(0)
        for part in (self.number, self.words, self.second):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
        column.addStretch(1)
        self.add_row(self.row)

    def set_stat(self, number: str, words: str, second: str, *, due: bool = False) -> None:
        """Show a count; `due` (amber) says that something is to be done about it."""
        self.number.setText(number)
        set_role(self.number, "counter_due" if due else "counter")
        self.words.setText(words)
        self.second.setText(second)
        self.row.setAccessibleName(f"{number} {words}")
        self.row.setAccessibleDescription(second)
        self.changed.emit()

    def needed(self, width: int) -> int:
        """Return the height of the row at a width of the card: words may need a second line."""
        room = width - CARD_PADDING - _RIGHT - 2
        lines = sum(part.heightForWidth(room) for part in (self.words, self.second))
        return max(_HEIGHT, self.number.sizeHint().height() + lines + 2 * _ABOVE)


class StatRow(QWidget):
    """Counts side by side, all as wide and as high as each other."""

    def __init__(self, name: str, stats: Sequence[Stat]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._stats = stats
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(CARD_GAP)
        for stat in stats:
            row.addWidget(stat, 1)
            stat.changed.connect(self._level)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow where words need a second line."""
        super().resizeEvent(event)
        self._level()

    def _level(self) -> None:
        width = (self.width() - CARD_GAP * (len(self._stats) - 1)) // len(self._stats)
        height = max(stat.needed(width) for stat in self._stats)
        for stat in self._stats:
            stat.row.setFixedHeight(height)
