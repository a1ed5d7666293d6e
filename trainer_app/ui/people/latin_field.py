"""The Latin spelling: typed from the passport, with a suggestion that says that it is one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.forms import text_field
from trainer_app.ui.widgets.naming import Retranslated


class LatinField(Retranslated, QWidget):
    """A line of text and, below it, a button with what the name may be in Latin letters."""

    taken = Signal()
    """The suggestion was taken over: it still has to be compared with the passport."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._suggestion = ""
        self.line: QLineEdit = text_field(f"{name}_text", most=120)
        self.suggest = Button(f"{name}_suggest", Kind.GHOST, "pen")
        self.suggest.clicked.connect(self._take)
        self.line.textChanged.connect(self._show_suggestion)
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.suggest)
        self.retranslate()

    def set_suggestion(self, suggestion: str) -> None:
        """Offer a spelling; "" offers none."""
        self._suggestion = suggestion
        self._show_suggestion()

    def retranslate(self) -> None:
        """Set the words."""
        self.line.setAccessibleName(self.tr("Latin spelling, as in the passport"))
        self._show_suggestion()

    def _show_suggestion(self) -> None:
        # What somebody typed from a passport is not to be doubted.
        offered = bool(self._suggestion) and not self.line.text().strip()
        self.suggest.setVisible(offered)
        self.suggest.setText(self.tr("Suggestion: {spelling}").format(spelling=self._suggestion))
        self.suggest.setToolTip(self.tr("Made from the Cyrillic letters, not read from a passport"))
        self.suggest.updateGeometry()

    def _take(self) -> None:
        self.line.setText(self._suggestion)
        self.line.setFocus()
        self.taken.emit()
