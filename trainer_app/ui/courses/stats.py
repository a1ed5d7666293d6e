"""Large counts side by side, each leading to where its things are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.naming import set_role
from trainer_app.ui.widgets.rows import ClickableRow

_HEIGHT = 98


class Stat(Card):
    """A number, what it counts, and a quiet line below; pressing `row` opens it."""

    def __init__(self, name: str) -> None:
        super().__init__(name, titled=False)
        self.row = ClickableRow(f"{name}_open", _HEIGHT)
        self.number = label("counter", f"{name}_number")
        self.words = ElidedLabel("body", f"{name}_words")
        self.second = ElidedLabel("caption", f"{name}_second")
        column = QVBoxLayout(self.row)
        column.setContentsMargins(CARD_PADDING, 10, 12, 10)
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
