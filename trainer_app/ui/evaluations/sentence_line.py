"""A drawing and a sentence below a table: why something is not shown, why nobody can be found in it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.rows import IconMark


class Line(QWidget):
    """A drawing and a sentence."""

    def __init__(self, name: str, icon: str, token: str = "text3") -> None:
        super().__init__()
        self.setObjectName(name)
        self.mark = IconMark(f"{name}_icon", icon, token)
        self.words = label("body", f"{name}_words", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(14)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)
