"""At the right: the rows of numbers, and what became of each number that is no valid certificate."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions import numbers
from trainer_app.domain.series import Series, series_words
from trainer_app.system import messages
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.panel import SidePanel

_BETWEEN = 14
"""Pixels by which the numbers of one laptop stand apart from those of another."""


class NumbersPanel(SidePanel):
    """Read only: numbers are given by issuing and never again."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("numbers_panel", host)
        self._desk = desk
        self._series: Sequence[Series] = ()
        self.about = label("second", "numbers_about", wrap=True)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(4)
        self.body.addWidget(self.about)
        self.body.addLayout(self.lines)
        self.body.addStretch(1)
        self.accept_button.hide()
        self.retranslate()

    def open(self) -> None:
        """Read the numbers and show them."""
        self._series = self._desk.ask(numbers.list_series) or []
        self._show()
        self.reveal(self.cancel_button)

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Numbers"), "")
        self.cancel_button.setText(self.tr("Close"))
        self.about.setText(
            self.tr("Each laptop counts its certificates from 1 every year. No number is ever given again.")
        )
        self._show()

    def texts(self) -> list[str]:
        """Return what is shown below the head, line by line."""
        shown = (self.lines.itemAt(place) for place in range(self.lines.count()))
        return [item.widget().text() for item in shown if item is not None]  # type: ignore[union-attr]

    def _show(self) -> None:
        while (taken := self.lines.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, series in enumerate(self._series):
            name = label("card_title", f"numbers_{place}_name", series.name)
            name.setContentsMargins(0, _BETWEEN if place else 0, 0, 0)
            self.lines.addWidget(name)
            for line, text in enumerate(self._lines_of(series)):
                self.lines.addWidget(label("body", f"numbers_{place}_line_{line}", text, wrap=True))
        if not self._series:
            self.lines.addWidget(
                label("body", "numbers_none", self.tr("No number was given yet."), wrap=True)
            )

    def _lines_of(self, series: Series) -> list[str]:
        return [messages.label_text(line, self._desk.language.code) for line in series_words(series)]
