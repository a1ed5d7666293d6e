"""What the laptops were asked for: each request with its answer, and the way to ask for more."""

from PySide6.QtWidgets import QWidget

from trainer_app.actions import errands
from trainer_app.domain.errands import Errand, ErrandState
from trainer_app.system.messages import label_text
from trainer_app.ui.office.ask_panel import AskPanel
from trainer_app.ui.office.figure_card import give_way
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.chips import Tone
from trainer_app.ui.widgets.empty import EmptyState
from trainer_app.ui.widgets.models import Column, Look, RowsModel
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.table import TableView

_LEAST = 190


class ErrandsCard(Retranslated, Card):
    """A table, the newest first; what is open can be withdrawn."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("office_errands")
        self._desk = desk
        self.device = ""
        """The laptop that is proposed when something is asked."""
        self.grow()
        self.ask = Button("office_ask", Kind.PLAIN, "plus")
        self.withdraw = Button("office_withdraw", Kind.GHOST)
        self.add_to_head(self.withdraw)
        self.add_to_head(self.ask)
        self.head.setContentsMargins(18, 0, 12, 0)
        self.model = RowsModel("office_errands_model", self._columns(), lambda one: one.key, self)
        self.table = TableView("office_errands_table")
        self.table.show_model(self.model)
        give_way(self.table)
        self.empty = EmptyState("office_errands_empty", "mail")
        self.empty.compact()
        self.add_row(self.table, 1)
        self.add_row(self.empty, 1)
        self.setMinimumHeight(_LEAST)
        self.panel = AskPanel(desk, host)
        self.panel.asked.connect(self.show_errands)
        self.ask.clicked.connect(lambda: self.panel.open(self.device))
        self.withdraw.clicked.connect(self._withdraw)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_actions())
        self.retranslate()

    def show_errands(self) -> None:
        """Read the list anew."""
        lines = self._desk.ask(errands.list_errands) or []
        self.model.set_rows(lines)
        self.show_row(self.table, shown=bool(lines))
        self.show_row(self.empty, shown=not lines)
        self._show_actions()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Requests to laptops"))
        self.ask.setText(self.tr("Ask for something…"))
        self.withdraw.setText(self.tr("Ask no more"))
        self.table.setAccessibleName(self.tr("Requests to laptops"))
        self.empty.set_words(
            self.tr("Nothing was asked for yet"),
            self.tr(
                "A request goes with the next file for a laptop and stays on its first screen until done."
            ),
        )
        self.show_errands()

    def _columns(self) -> tuple[Column[Errand], ...]:
        return (
            Column("device", lambda: self.tr("Laptop"), lambda one: one.device, 90, look=Look.STRONG),
            Column("what", lambda: self.tr("What for"), self._said),
            Column("asked", lambda: self.tr("Asked"), self._asked, 120, look=Look.QUIET),
            Column("answer", lambda: self.tr("Answer"), lambda one: one.answer, 220, look=Look.QUIET),
            Column("state", lambda: self.tr("State"), lambda one: self._state(one)[1], 150, chip=self._state),
        )

    def _said(self, one: Errand) -> str:
        return label_text(errands.words(one), self._desk.language.code)

    def _asked(self, one: Errand) -> str:
        return self._desk.formats.day_said(one.asked_on, self._desk.today()) if one.asked_on else "–"

    def _state(self, one: Errand) -> tuple[Tone, str, str]:
        tone, icon = {
            ErrandState.OPEN: (Tone.NOW, "clock"),
            ErrandState.DONE: (Tone.GOOD, "check"),
            ErrandState.WITHDRAWN: (Tone.QUIET, ""),
        }[one.state]
        return tone, self._desk.words(f"errand.state.{one.state.value}"), icon

    def _chosen(self) -> Errand | None:
        index = self.table.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def _show_actions(self) -> None:
        chosen = self._chosen()
        self.withdraw.setEnabled(chosen is not None and chosen.state is ErrandState.OPEN)

    def _withdraw(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            changes = self._desk.do(errands.withdraw, chosen.key)
            self.show_errands()
            if changes is not None:
                self._desk.offer_undo(changes)
