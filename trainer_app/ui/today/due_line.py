"""One thing that is due, in one short line: what, why in quiet words, and the button that leads there."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.rows import IconMark

_HEIGHT = 44


class DueLine(QWidget):
    """The second words give way first where the window is narrow."""

    def __init__(self, name: str, icon: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(_HEIGHT)
        self.title = label("body", f"{name}_title")
        self.second = ElidedLabel("caption", f"{name}_second")
        self.button = Button(f"{name}_button", Kind.GHOST)
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_PADDING, 0, CARD_PADDING - 10, 0)
        row.setSpacing(12)
        row.addWidget(IconMark(f"{name}_icon", icon))
        row.addWidget(self.title)
        row.addWidget(self.second, 1)
        row.addWidget(self.button)

    def set_line(self, title: str, second: str, act: str) -> None:
        """Set the words."""
        self.title.setText(title)
        self.second.setText(second)
        self.button.setText(act)
        self.button.setAccessibleName(f"{act}: {title}")
        self.button.setAccessibleDescription(second)

    def minimumSizeHint(self) -> QSize:
        """Be as wide as the words that must stay."""
        return QSize(super().minimumSizeHint().width(), _HEIGHT)
