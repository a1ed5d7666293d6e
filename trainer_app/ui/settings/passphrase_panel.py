"""Changing the passphrase: the old one, the new one twice."""

from typing import Any

from PySide6.QtWidgets import QWidget

from trainer_app.actions import workplace
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.start.passphrase import LEAST, PassphraseField, StrengthHint
from trainer_app.ui.widgets.forms import FormRow
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.panel import SidePanel


class PassphrasePanel(SidePanel):
    """A side panel. The data is not encrypted anew: only the slot that the passphrase opens is."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("passphrase_panel", host)
        self._desk = desk
        self.old = PassphraseField("old_passphrase")
        self.new = PassphraseField("new_passphrase")
        self.again = PassphraseField("new_passphrase_again")
        self.rows = tuple(FormRow(f"{field.line.objectName()}_holder", field) for field in self._fields())
        self.strength = StrengthHint("new_passphrase_strength")
        self.note = label("caption", "passphrase_note", wrap=True)
        for row in self.rows:
            self.body.addWidget(row)
            if row is self.rows[1]:
                self.body.addWidget(self.strength)
        self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.new.line.textChanged.connect(self.strength.judge)
        self.accepted.connect(self._change)
        self.retranslate()

    def open(self) -> None:
        """Show the panel, empty."""
        for field in self._fields():
            field.line.clear()
        for row in self.rows:
            row.clear_error()
        self.reveal(self.old.line)

    def holds_work(self) -> bool:
        """No passphrase is kept while the program is locked."""
        return False

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Change the passphrase"), self.tr("Change"))
        words = (self.tr("The passphrase until now"), self.tr("The new one"), self.tr("The new one again"))
        for row, text in zip(self.rows, words, strict=True):
            row.set_words(text)
        self.note.setText(
            self.tr("Copies that were made before still open with the old passphrase: keep that in mind.")
        )

    def _fields(self) -> tuple[PassphraseField, ...]:
        return self.old, self.new, self.again

    def _change(self) -> None:
        for row in self.rows:
            row.clear_error()
        if len(self.new.text().strip()) < LEAST:
            self.rows[1].show_error(lambda: self.tr("At least %n characters", "", LEAST))
        elif self.new.text() != self.again.text():
            self.rows[2].show_error(lambda: self.tr("The two are not the same"))
        else:
            old, new = self.old.text(), self.new.text()
            self._desk.run(
                self.tr("Changing the passphrase"),
                lambda work, _progress: workplace.change_passphrase(work, old, new),
                done=self._changed,
                failed=self._refused,
            )

    def _changed(self, _nothing: Any) -> None:
        self.dismiss()
        self._desk.tell_good(self.tr("The passphrase is changed"))

    def _refused(self, error: TrainerError) -> None:
        row = self.rows[0] if error.code == "vault.wrong_passphrase" else self.rows[1]
        row.show_error(self._desk.explained(error))
