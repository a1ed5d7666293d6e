"""Sheets of nobody that wait for each other: why, and the button that takes them in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from trainer_app.actions.sitting_states import SittingState
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated


class WaitingCard(Retranslated, Card):
    """Hidden while nothing waits. `entered` gives the sitting, and whether no more will come."""

    entered = Signal(str, bool)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._state: SittingState | None = None
        self.text = label("second", f"{name}_text", wrap=True)
        self.enter = Button(f"{name}_enter", Kind.PLAIN, "check")
        body = self.add_body()
        body.addWidget(self.text)
        line = QHBoxLayout()
        line.addWidget(self.enter)
        line.addStretch(1)
        body.addLayout(line)
        self.enter.clicked.connect(self._enter)
        self.retranslate()
        self.hide()

    def show_state(self, state: SittingState | None) -> None:
        """Show the sitting of which something waits; None for none."""
        self._state = state
        self.setVisible(state is not None and state.waiting > 0)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        state = self._state
        self.set_title(self.tr("Waiting for each other"))
        if state is None:
            return
        if state.ready:
            self.text.setText(
                self.tr(
                    "On this laptop and not in the results yet: %n sheet(s). They enter together, in no "
                    "order, so that nobody can tell which is whose. When all are keyed in, take them in.",
                    "",
                    state.waiting,
                )
            )
            self.enter.setText(self.tr("Take in %n sheet(s)", "", state.waiting))
        else:
            self.text.setText(
                self.tr(
                    "Waiting: %n sheet(s). Five or more enter together, so that nobody can tell which is "
                    "whose. Close the collection when no more will come.",
                    "",
                    state.waiting,
                )
            )
            self.enter.setText(self.tr("No more will come: close"))

    def _enter(self) -> None:
        if self._state is not None:
            self.entered.emit(self._state.sitting.key, not self._state.ready)
