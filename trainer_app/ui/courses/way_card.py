"""How far the changes of one course have come to the office: not sent, sent, received; or all safe."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal

from trainer_app.domain.changes import Label
from trainer_app.domain.sending import ChangeState
from trainer_app.system.messages import label_text
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.chips import Chip
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.states import LOOKS

_WAITING = (ChangeState.UNSENT, ChangeState.SENT, ChangeState.RECEIVED)


class WayCard(Retranslated, Card):
    """Only on a trainer's laptop that has an office. `asked` leads to where files are sent."""

    asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("overview_way")
        self._desk = desk
        self._counts: Mapping[ChangeState, int] = {}
        self.send = Button("overview_way_send", Kind.GHOST, "send")
        self.send.clicked.connect(self.asked)
        self.add_to_head(self.send)
        self.head.setContentsMargins(CARD_PADDING, 0, CARD_PADDING - 10, 0)
        self.chips = {state: Chip(f"overview_way_{state.value}") for state in _WAITING}
        self.safe = label("second", "overview_way_safe", wrap=True)
        body = self.add_body()
        body.setSpacing(8)
        for chip in self.chips.values():
            body.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.safe)
        self.retranslate()
        self.hide()

    def show_counts(self, counts: Mapping[ChangeState, int]) -> None:
        """Show how many changes of the course are in each state; none of them: all are safe."""
        self._counts = counts
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Your changes in this course"))
        self.send.setText(self.tr("Send"))
        self.send.setVisible(ChangeState.UNSENT in self._counts)
        self.safe.setText(self.tr("All of them are safe at the office."))
        self.safe.setVisible(not self._counts)
        for state, chip in self.chips.items():
            tone, icon = LOOKS[state]
            words = label_text(Label(f"sending.state.{state.value}"), self._desk.language.code)
            chip.set_chip(f"{self._desk.formats.number(self._counts.get(state, 0))} · {words}", tone, icon)
            chip.setVisible(state in self._counts)
        said = [chip.text() for state, chip in self.chips.items() if state in self._counts]
        self.setAccessibleDescription(". ".join(said or [self.safe.text()]))
