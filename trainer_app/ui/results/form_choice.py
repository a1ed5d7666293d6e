"""Which form and occasion is shown, where there are several."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Signal

from trainer_app.actions.result_text import ResultText
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.forms import Form
from trainer_app.ui.widgets.forms import ComboBox


class OfForm(Protocol):
    """A result of a version of a form on an occasion."""

    @property
    def form(self) -> Form:
        """The version."""

    @property
    def occasion(self) -> Occasion:
        """When it was filled in."""


class FormChoice(ComboBox):
    """Hidden while there is only one. What was chosen stays as long as it is there."""

    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setMinimumWidth(260)
        self.currentIndexChanged.connect(lambda _place: self.chosen.emit())

    def set_forms(self, found: Sequence[OfForm], text: ResultText) -> None:
        """Offer other results."""
        kept = self.currentData()
        self.blockSignals(True)
        self.clear()
        for each in found:
            key = f"{each.form.key}/{each.occasion.value}"
            self.addItem(text.title(each.form, each.occasion), key)
        self.setCurrentIndex(max(0, self.findData(kept)) if found else -1)
        self.blockSignals(False)
        self.setVisible(len(found) > 1)
