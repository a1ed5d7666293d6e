"""Sentences below a heading: what an act does, before somebody agrees to it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.ui.widgets.labels import label


class Sentences(QWidget):
    """A heading and sentences below it, each with a mark before its first line."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.heading = label("body_strong", f"{name}_heading")
        self.lines: list[str] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addLayout(self._rows)

    def show_lines(self, heading: str, lines: Sequence[str]) -> None:
        """Show a heading with some sentences."""
        self.heading.setText(heading)
        self.lines = list(lines)
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for place, text in enumerate(lines):
            self._rows.addWidget(self._row(place, text))

    def _row(self, place: int, text: str) -> QWidget:
        name = f"{self.objectName()}_{place}"
        made = QWidget()
        made.setObjectName(name)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        mark = label("second", f"{name}_mark", "–")
        words = label("body", f"{name}_text", text, wrap=True)
        column = QVBoxLayout()
        column.addWidget(mark)
        column.addStretch(1)
        row.addLayout(column)
        row.addWidget(words, 1)
        return made
