"""Long work while it runs: what is being done, how far it is, and a way to stop it without harm."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout

from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated


class ProgressPanel(Retranslated, QFrame):
    """A band with title, step, percentage, bar and a button. `stopped` is emitted when it is pressed."""

    stopped = Signal()

    def __init__(self, name: str = "progress") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "banner_now")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.title = label("card_title", f"{name}_title")
        self.step = label("second", f"{name}_step")
        self.number = label("number", f"{name}_number")
        self.bar = QProgressBar()
        self.bar.setObjectName(f"{name}_bar")
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.stop = Button(f"{name}_stop")
        self.stop.clicked.connect(self._ask_to_stop)
        self._lay_out()
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.step, 1)
        line.addWidget(self.number)
        column = QVBoxLayout()
        column.setSpacing(5)
        column.addWidget(self.title)
        column.addLayout(line)
        column.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 18, 14)
        row.setSpacing(24)
        row.addLayout(column, 1)
        row.addWidget(self.stop)

    def begin(self, title: str) -> None:
        """Show the band for new work."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.bar.setAccessibleName(title)
        self.stop.setEnabled(True)
        self.show_step("", 0.0)
        self.show()

    def show_step(self, step: str, fraction: float) -> None:
        """Show what is being done and how much of the whole is done, 0.0 to 1.0."""
        self.step.setText(step)
        self.bar.setValue(round(1000 * min(max(fraction, 0.0), 1.0)))
        self.number.setText(f"{self.bar.value() // 10}\N{NO-BREAK SPACE}%")

    def retranslate(self) -> None:
        """Set the words of the button."""
        self.stop.setText(self.tr("Stop"))

    def _ask_to_stop(self) -> None:
        self.stop.setEnabled(False)
        self.step.setText(self.tr("Stopping. Nothing is changed."))
        self.stopped.emit()
