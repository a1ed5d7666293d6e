"""The second step of an import: every row, what happens with it, and the sum that must be right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.ui.participants.import_row_card import RowCard
from trainer_app.ui.participants.import_state import ImportState
from trainer_app.ui.participants.import_strip import ImportStrip
from trainer_app.ui.participants.import_table import PreviewTable
from trainer_app.ui.participants.wording import ParticipantWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import ElidedLabel
from trainer_app.ui.widgets.naming import Retranslated

_ROW_CARD = 356


class PreviewPage(Retranslated, QWidget):
    """Every row of the list, what happens with it, and the sum that must be right."""

    accepted = Signal()
    left = Signal()

    def __init__(self, desk: Desk, wording: ParticipantWording) -> None:
        super().__init__()
        self.setObjectName("import_preview_page")
        self._wording = wording
        self.state: ImportState | None = None
        self.strip = ImportStrip(wording)
        self.table = PreviewTable(wording)
        self.card = Card("import_rows", titled=False)
        self.card.grow()
        self.card.add_row(self.table, 1)
        self.row_card = RowCard(desk, wording)
        self.row_card.setFixedWidth(_ROW_CARD)
        self.sum = ElidedLabel("body_strong", "import_sum")
        self.cancel = Button("import_cancel")
        self.accept = Button("import_accept", Kind.PRIMARY, "check")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        middle, foot = QHBoxLayout(), QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.card, 1)
        middle.addWidget(self.row_card)
        foot.setSpacing(8)
        foot.addWidget(self.sum, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(WORKSPACE_MARGIN, 10, WORKSPACE_MARGIN, 10)
        column.setSpacing(10)
        column.addWidget(self.strip)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.strip.filtered.connect(lambda only: self.table.show_rows(only_problems=only))
        self.strip.changed.connect(self._decided_for_all)
        self.table.chosen.connect(self._show_row)
        self.row_card.decided.connect(self._decided)
        self.cancel.clicked.connect(self.left)
        self.accept.clicked.connect(self.accepted)

    def show_state(self, state: ImportState) -> None:
        """Show a preview with nothing decided yet."""
        self.state = state
        self.strip.only_problems.setChecked(False)
        self.strip.show_state(state)
        self.table.show_state(state, only_problems=False)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.cancel.setText(self.tr("Cancel"))
        state = self.state
        if state is None:
            return
        self.sum.setText(self._wording.sum(state))
        people = len(state.settlement.people)
        one = self.tr("Import one person")
        self.accept.setText(one if people == 1 else self.tr("Import %n people", "", people))
        self.accept.setEnabled(people > 0)
        self.accept.updateGeometry()

    def _show_row(self, number: int) -> None:
        if self.state is not None:
            self.row_card.show_line(self.state, number)

    def _decided(self) -> None:
        """Show everywhere what a decision changed."""
        self.strip.show_decided()
        self.table.show_decided()
        self.retranslate()

    def _decided_for_all(self) -> None:
        number = self.table.current()
        if number is not None:
            self._show_row(number)
        self._decided()
