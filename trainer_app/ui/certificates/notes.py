"""A drawing and a sentence that may run over several lines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.rows import IconMark


class Note(QWidget):
    """Something to know before going on."""

    def __init__(self, name: str, icon: str, token: str, text: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.mark = IconMark(f"{name}_icon", icon, token, size=18)
        self.words = label("body", f"{name}_words", text, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
