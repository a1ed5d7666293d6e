"""The forms that come with the program: what each is, and adding it in one step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions import standard_forms
from trainer_app.actions.standard_forms import NAMES, Offer, Standing
from trainer_app.domain.changes import Changes
from trainer_app.domain.forms import FormKind
from trainer_app.ui.bank.wording import BankWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.panel import SidePanel
from trainer_app.ui.widgets.rows import ActionRow

_WIDTH = 560
_ICONS = {
    FormKind.TEST: "evaluations",
    FormKind.FEEDBACK: "pen",
    FormKind.PRACTICAL: "users2",
    FormKind.FOLLOW_UP: "history",
}


class StandardPanel(SidePanel):
    """`added` tells the key of a form that was added or brought back; the panel stays open for more."""

    added = Signal(str)

    def __init__(self, desk: Desk, host: QWidget, wording: BankWording) -> None:
        super().__init__("standard_forms", host, _WIDTH)
        self._desk, self._wording = desk, wording
        self.about = label("subtitle", "standard_forms_about", wrap=True)
        self.rows: dict[str, ActionRow] = {}
        card = Card("standard_forms_card", titled=False)
        for name in NAMES:
            kind = standard_forms.standard_form(name).form.kind
            row = ActionRow(f"standard_form_{name}", _ICONS[kind], Kind.PLAIN)
            row.button.clicked.connect(lambda _on=False, name=name: self._add(name))
            self.rows[name] = row
            card.add_row(row)
        self.body.addWidget(self.about)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.accept_button.hide()
        desk.changes.announced.connect(self._hear)
        self.retranslate()

    def open_list(self) -> None:
        """Show what there is."""
        self._show()
        first = next((row.button for row in self.rows.values() if not row.button.isHidden()), None)
        self.reveal(first or self.cancel_button)

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Standard forms"), "")
        self.cancel_button.setText(self.tr("Close"))
        self.about.setText(
            self.tr(
                "They come with the program in Tajik, Russian and English. Two laptops that add the same one "
                "have one form. What you change in it is yours."
            )
        )
        self._show()

    def _show(self) -> None:
        for offer in self._desk.ask(standard_forms.list_standard_forms) or []:
            form = offer.standard.form
            row = self.rows[offer.standard.name]
            row.set_row(self._wording.title(form), self._about(offer), self._act(offer))

    def _about(self, offer: Offer) -> str:
        questions = self.tr("%n question(s)", "", len(offer.standard.questions))
        there = {Standing.THERE: self.tr("in the bank"), Standing.PUT_AWAY: self.tr("put away")}
        parts = (self._wording.kind(offer.standard.form.kind), questions, there.get(offer.standing, ""))
        return " · ".join(part for part in parts if part)

    def _act(self, offer: Offer) -> str:
        acts = {Standing.ABSENT: self.tr("Add"), Standing.PUT_AWAY: self.tr("Bring back")}
        return acts.get(offer.standing, "")

    def _add(self, name: str) -> None:
        place = list(self.rows).index(name)
        changes = self._desk.do(standard_forms.add_standard_form, name)
        if changes is None:
            return
        rows = list(self.rows.values())
        later = [row.button for row in rows[place:] + rows[:place] if not row.button.isHidden()]
        (later[0] if later else self.cancel_button).setFocus()
        self.added.emit(changes.key or "")

    def _hear(self, changes: Changes, _source: object) -> None:
        if changes.touches("form") and not self.isHidden():
            self._show()
