"""Fields of the course forms: a text in three languages, a number, rows side by side."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from trainer_app.domain.texts import LANGUAGES, Texts
from trainer_app.ui.shell.language import formats
from trainer_app.ui.widgets.forms import text_field
from trainer_app.ui.widgets.labels import label

_MOST = 300  # letters of a title
_INDENT = 9  # pixels before the digits of a field, as far as in a line of text


class TextsRow(QWidget):
    """A text in Tajik, Russian and English: one line each, with the language's own name before it."""

    def __init__(self, name: str, most: int = _MOST) -> None:
        super().__init__()
        self.setObjectName(f"{name}_row")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.caption = label("body_strong", f"{name}_label")
        self.description = label("caption", f"{name}_description", wrap=True)
        self.description.hide()
        self.lines: dict[str, QLineEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, code in enumerate(LANGUAGES):
            line = text_field(f"{name}_{code}", most=most)
            grid.addWidget(label("caption_strong", f"{name}_{code}_label", formats(code).name), row, 0)
            grid.addWidget(line, row, 1)
            self.lines[code] = line
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.caption)
        column.addLayout(grid)
        column.addWidget(self.description)

    def set_words(self, caption: str, description: str = "") -> None:
        """Set the label and the explanation."""
        self.caption.setText(caption)
        self.description.setText(description)
        self.description.setVisible(bool(description))
        for code, line in self.lines.items():
            line.setAccessibleName(f"{caption}: {formats(code).name}")

    def texts(self) -> Texts:
        """Return what is typed."""
        return Texts(**{code: line.text().strip() for code, line in self.lines.items()})

    def set_texts(self, texts: Texts) -> None:
        """Show a text."""
        for code, line in self.lines.items():
            line.setText(str(getattr(texts, code)))
            line.setCursorPosition(0)


class NumberField(QSpinBox):
    """A whole number; arrows up and down change it, the wheel does not."""

    def __init__(self, name: str, least: int, most: int, value: int, step: int = 1) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setValue(value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        indent(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the number, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def indent[F: QAbstractSpinBox](field: F) -> F:
    """Give a field of digits the left margin that a line of text has: the style sheet cannot; return it."""
    field.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
    return field


def side_by_side(*widgets: QWidget) -> QHBoxLayout:
    """Return widgets in a line, sharing its width evenly; their tops stand on one height."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    for widget in widgets:
        line.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
    return line
