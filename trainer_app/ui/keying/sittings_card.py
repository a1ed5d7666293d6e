"""The forms that a course uses, each with how far its papers are and the one thing to do next."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions.sitting_states import SittingState, SittingStep
from trainer_app.ui.keying.sitting_row import SittingRow
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated


class SittingsCard(Retranslated, Card):
    """`asked(act, sitting)` as of a row; `form_wanted` when another form is to be chosen."""

    asked = Signal(str, str)
    form_wanted = Signal()

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(name)
        self.desk = desk
        self.rows: list[SittingRow] = []
        self.add = Button(f"{name}_add", Kind.GHOST, "plus")
        self.nothing = label("second", f"{name}_nothing", wrap=True)
        self.add_to_head(self.add)
        body = self.add_body()
        body.addWidget(self.nothing)
        holder = self.nothing.parentWidget()
        assert holder is not None
        self._nothing_row: QWidget = holder
        self.add.clicked.connect(self.form_wanted)

    def set_words(self, title: str, add: str, nothing: str) -> None:
        """Set the head, the button, and what is said while no form is chosen."""
        self.set_title(title)
        self.add.setText(add)
        self.nothing.setText(nothing)

    def show_states(self, states: Sequence[SittingState]) -> None:
        """Show the sittings; the first one of which something is to be done has the filled button."""
        while len(self.rows) < len(states):
            row = SittingRow(self.desk, f"{self.objectName()}_{len(self.rows) + 1}")
            row.asked.connect(self.asked)
            self.rows.append(row)
            self.insert_row(len(self.rows) - 1, row)
        waiting = [place for place, state in enumerate(states) if state.step is not SittingStep.RESULTS]
        for place, row in enumerate(self.rows):
            if place < len(states):
                row.show_state(states[place], primary=bool(waiting) and place == waiting[0])
            self.show_row(row, shown=place < len(states))
        self.show_row(self._nothing_row, shown=not states)
        self.add.set_kind(Kind.GHOST if states else Kind.PRIMARY)
