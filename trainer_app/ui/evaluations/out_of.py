"""How many points a test can give: a small field for each occasion, kept for the course."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from trainer_app.domain.evaluations import TEST_OCCASIONS, Occasion
from trainer_app.ui.evaluations import words
from trainer_app.ui.shell.language import Formats
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated


class PointsField(QLineEdit):
    """A field of one number. `given(text)` on Enter or when it is left; Esc takes back what was typed."""

    given = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedWidth(64)
        self.setMaxLength(7)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._kept = ""
        self.editingFinished.connect(self._finish)

    def keep(self, text: str) -> None:
        """Show what holds."""
        self._kept = text
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._kept:
            self.setText(self._kept)
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        if self.text().strip() != self._kept:
            typed = self.text()
            # Until the change is in the database, what holds is what held.
            self.setText(self._kept)
            self.given.emit(typed)


class OutOf(Retranslated, QWidget):
    """Both occasions side by side. `given(occasion, text)` asks to change one."""

    given = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tests_out_of")
        self.caption = label("second", "tests_out_of_caption")
        self.fields: dict[Occasion, PointsField] = {}
        self._names = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.caption)
        for occasion in TEST_OCCASIONS:
            field = PointsField(f"tests_out_of_{occasion.value}")
            field.given.connect(lambda text, occasion=occasion: self.given.emit(occasion, text))
            self.fields[occasion] = field
            self._names[occasion] = label("second", f"tests_out_of_{occasion.value}_label")
            row.addSpacing(4)
            row.addWidget(self._names[occasion])
            row.addWidget(field)
        self.retranslate()

    def show_points(self, points: dict[Occasion, int], formats: Formats) -> None:
        """Show how many points each test can give, in hundredths."""
        for occasion, field in self.fields.items():
            field.keep(words.plain(points[occasion], formats))

    def retranslate(self) -> None:
        """Set every word."""
        self.caption.setText(self.tr("Points in all:"))
        short = {Occasion.PRE: words.pre_short(), Occasion.POST: words.post_short()}
        names = {Occasion.PRE: words.pre_test(), Occasion.POST: words.post_test()}
        for occasion, name in names.items():
            self._names[occasion].setText(short[occasion])
            self.fields[occasion].setAccessibleName(
                self.tr("Points in all: {occasion}").format(occasion=name)
            )
        self.updateGeometry()
