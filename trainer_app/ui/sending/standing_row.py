"""How far this laptop's changes have come, in four counts: not sent, sent, received, safe at the office."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.changes import Label
from trainer_app.domain.sending import ChangeState, Standing
from trainer_app.system.messages import label_text
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.chips import Chip
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.states import LOOKS

_HEIGHT = 44


class StandingRow(Retranslated, QWidget):
    """One chip for each state that any change is in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("sending_standing")
        self.setFixedHeight(_HEIGHT)
        self._desk = desk
        self._standing = Standing({})
        self.chips = {state: Chip(f"sending_standing_{state.value}") for state in ChangeState}
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_PADDING - 2, 0, CARD_PADDING, 0)
        row.setSpacing(8)
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addStretch(1)
        self.retranslate()

    def show_standing(self, standing: Standing) -> None:
        """Show other counts."""
        self._standing = standing
        for state, chip in self.chips.items():
            count = standing.counts.get(state, 0)
            words = label_text(Label(f"sending.state.{state.value}"), self._desk.language.code)
            tone, icon = LOOKS[state]
            chip.set_chip(f"{self._desk.formats.number(count)} · {words}", tone, icon)
            chip.setVisible(count > 0)

    def retranslate(self) -> None:
        """Set every word."""
        self.setAccessibleName(self.tr("How far the changes have come"))
        self.show_standing(self._standing)
