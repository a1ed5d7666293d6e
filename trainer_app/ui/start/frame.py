"""The calm page that everything before the workspace is shown on: one card in the middle, nothing else."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from trainer_app.ui.shell.rail_item import Logo
from trainer_app.ui.widgets.labels import label

_PADDING = 32


class StartFrame(QScrollArea):
    """Fill `column`. `title` and `subtitle` stand beside a sign, by default the program's."""

    def __init__(self, name: str, width: int, sign: QWidget | None = None) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = label("title", f"{name}_title", wrap=True)
        self.subtitle = label("subtitle", f"{name}_subtitle", wrap=True)
        self.card = QFrame()
        self.card.setObjectName(f"{name}_card")
        self.card.setProperty("role", "card")
        self.card.setMaximumWidth(width)
        self.column = QVBoxLayout(self.card)
        self.column.setContentsMargins(_PADDING, 26, _PADDING, 26)
        self.column.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(sign or Logo(), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.column.addLayout(head)
        page = QWidget()
        page.setObjectName(f"{name}_page")
        page.setProperty("role", "page")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card, 1000)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)
        self.setWidget(page)

    def minimumSizeHint(self) -> QSize:
        """Scroll in a small window."""
        return QSize(320, 240)
