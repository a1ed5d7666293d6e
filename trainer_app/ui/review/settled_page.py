"""What was decided on this computer, each with its way back, and the people who were joined."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions import review
from trainer_app.ui.review.wording import ReviewWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.empty import EmptyState
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.page import Page
from trainer_app.ui.widgets.rows import ActionRow

_MOST = 60


class SettledPage(Retranslated, Page):
    """`undo_asked(step)` and `part_asked(person)` are emitted by the rows' buttons."""

    undo_asked = Signal(int)
    part_asked = Signal(str)

    def __init__(self, desk: Desk, wording: ReviewWording) -> None:
        super().__init__("review_settled")
        self._desk, self._wording = desk, wording
        self.decisions = Card("review_decisions")
        self.people = Card("review_joined")
        self.empty = EmptyState("review_settled_empty", "history")
        self.rows: list[ActionRow] = []
        self.column.setContentsMargins(0, 0, 0, 0)
        for part in (self.decisions, self.people, self.empty):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.retranslate()

    def show_settled(self) -> None:
        """Read and show everything anew."""
        steps = self._desk.ask(review.settled, _MOST) or []
        joined = self._desk.ask(review.joined_people) or []
        self.rows = []
        self.decisions.clear_rows()
        for step in steps:
            row = self._row(f"settled_{step.number}", "review", self.decisions)
            when = self._desk.when(step.at)
            second = self.tr("{moment} · undone").format(moment=when) if step.undone else when
            act = "" if step.undone else self.tr("Undo")
            row.set_row(self._wording.sentence(step.label), second, act)
            row.button.clicked.connect(lambda _on=False, number=step.number: self.undo_asked.emit(number))
        self.people.clear_rows()
        for other, kept in joined:
            row = self._row(f"joined_{other.key}", "users2", self.people)
            second = self.tr("joined with {name}").format(name=kept.name)
            row.set_row(other.name, second, self.tr("Part again"))
            row.button.clicked.connect(lambda _on=False, key=other.key: self.part_asked.emit(key))
        self.decisions.setVisible(bool(steps))
        self.people.setVisible(bool(joined))
        self.empty.setVisible(not steps and not joined)

    def first(self) -> QWidget:
        """Return what gets the keyboard when the page opens."""
        return next((row.button for row in self.rows if not row.button.isHidden()), self)

    def retranslate(self) -> None:
        """Set the words that do not depend on what was decided."""
        self.decisions.set_title(self.tr("Decisions on this computer"))
        self.people.set_title(self.tr("Joined people"))
        self.empty.set_words(
            self.tr("Nothing was decided here yet"),
            self.tr("Every decision is kept here, with its reason and a way back."),
        )

    def _row(self, name: str, icon: str, card: Card) -> ActionRow:
        row = ActionRow(name, icon)
        card.add_row(row)
        card.show_row(row, shown=True)
        self.rows.append(row)
        return row
