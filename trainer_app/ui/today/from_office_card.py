"""What the office asks of this laptop, and own values that were replaced: shown until done, until seen."""

from PySide6.QtCore import Signal

from trainer_app.actions import errands
from trainer_app.domain.errands import Errand, ErrandKind
from trainer_app.domain.newer import waiting_labels
from trainer_app.domain.today import ToOffice
from trainer_app.system.messages import label_text
from trainer_app.ui.shell.desk import Desk, first_sentence
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import ActionRow

_MOST = 3
"""Requests that are seen at once; the next one takes the place of one that is done."""


class FromOfficeCard(Retranslated, Card):
    """One row for each request; `answer_asked(errand)` is emitted by its button, `asked` leads elsewhere."""

    answer_asked = Signal(object)
    asked = Signal(str, dict)

    def __init__(self, desk: Desk) -> None:
        super().__init__("from_office")
        self._desk = desk
        self._shown = ToOffice()
        self.rows: list[ActionRow] = []
        self.losses = ActionRow("from_office_losses", "history")
        self.losses.button.clicked.connect(lambda: self.asked.emit("review", {"replaced": True}))
        for place in range(_MOST):
            row = ActionRow(f"from_office_{place + 1}", "office")
            row.button.clicked.connect(lambda _on=False, place=place: self._press(place))
            self.add_row(row)
            self.rows.append(row)
        self.add_row(self.losses)
        self.differs = ActionRow("from_office_differs", "alert")
        self.patience = ActionRow("from_office_patience", "clock")
        self.differs.button.clicked.connect(lambda: self.asked.emit("sending", {"everything": True}))
        self.patience.button.clicked.connect(lambda: self.asked.emit("sending", {}))
        self.newer = ActionRow("from_office_newer", "file")
        self.add_row(self.differs)
        self.add_row(self.patience)
        self.add_row(self.newer)
        self.retranslate()

    def show_state(self, state: ToOffice) -> None:
        """Show what waits; nothing at all hides the card."""
        self._shown = state
        formats, today = self._desk.formats, self._desk.today()
        for place, row in enumerate(self.rows):
            there = place < len(state.errands)
            if there:
                errand = state.errands[place]
                said = label_text(errands.words(errand), self._desk.language.code)
                asked = formats.day_said(errand.asked_on, today) if errand.asked_on else ""
                row.set_row(
                    said, self.tr("asked {day}").format(day=asked) if asked else "", self._act(errand)
                )
                row.words.title.setToolTip(said)
            self.show_row(row, shown=there)
        self.losses.set_row(
            self.tr("Replaced: %n value(s) of yours", "", state.losses),
            self.tr("by a decision or a correction of somebody else"),
            self.tr("See"),
        )
        self.show_row(self.losses, shown=state.losses > 0)
        self._show_worries(state)
        worries = state.warnings or state.differing or state.newer
        self.setVisible(bool(state.errands or state.losses or worries))

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("From the office"))
        self.show_state(self._shown)

    def _show_worries(self, state: ToOffice) -> None:
        """Show where office and laptop differ, and what has waited too long."""
        codes = ", ".join(state.differing)
        self.differs.set_row(
            self.tr("Not the same here and at the office: {courses}").format(courses=codes),
            self.tr("Send everything again, then take in a new file from the office."),
            self.tr("Send…"),
        )
        self.show_row(self.differs, shown=bool(state.differing))
        if state.warnings:
            said = label_text(state.warnings[0], self._desk.language.code)
            title, text = first_sentence(said)
            self.patience.set_row(title, text, self.tr("Send…"))
        self.show_row(self.patience, shown=bool(state.warnings))
        waiting, who = waiting_labels(state.newer)
        language = self._desk.language.code
        self.newer.set_row(label_text(waiting, language), label_text(who, language), "")
        self.show_row(self.newer, shown=bool(state.newer))

    def _act(self, errand: Errand) -> str:
        return self.tr("Send…") if errand.kind is ErrandKind.AGAIN else self.tr("Done…")

    def _press(self, place: int) -> None:
        errand = self._shown.errands[place]
        if errand.kind is ErrandKind.AGAIN:
            self.asked.emit("sending", {"everything": True})
        else:
            self.answer_asked.emit(errand)
