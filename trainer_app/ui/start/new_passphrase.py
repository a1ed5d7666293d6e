"""A new passphrase, twice, with a hint at its strength: part of several pages."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.ui.start.passphrase import LEAST, PassphraseField, StrengthHint
from trainer_app.ui.widgets.forms import FormRow
from trainer_app.ui.widgets.naming import Retranslated


class NewPassphrase(Retranslated, QWidget):
    """Two fields side by side. `check` complains below the one that is wrong."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_phrase")
        self.first = PassphraseField(f"{name}_passphrase", walked_whole=False)
        self.second = PassphraseField(f"{name}_passphrase_again", walked_whole=False)
        self.row = FormRow(f"{name}_passphrase_holder", self.first, self.first.line)
        self.again = FormRow(f"{name}_passphrase_again_holder", self.second, self.second.line)
        self.strength = StrengthHint(f"{name}_strength")
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.row, 1, Qt.AlignmentFlag.AlignTop)
        both.addWidget(self.again, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(both)
        column.addWidget(self.strength)
        # From one phrase straight to the other: the eyes come after both.
        for before, after in (
            (self.first.line, self.second.line),
            (self.second.line, self.first.eye),
            (self.first.eye, self.second.eye),
        ):
            QWidget.setTabOrder(before, after)
        self.first.line.textChanged.connect(self.strength.judge)
        self.retranslate()

    @property
    def lines(self) -> tuple[QLineEdit, QLineEdit]:
        """The two lines, for their Enter."""
        return self.first.line, self.second.line

    def text(self) -> str:
        """Return what was typed."""
        return self.first.text()

    def clear(self) -> None:
        """Forget it."""
        for line in self.lines:
            line.clear()

    def check(self) -> bool:
        """Tell whether it will do; complain where not."""
        self.row.clear_error()
        self.again.clear_error()
        if self.second.text() != self.first.text():
            self.again.show_error(lambda: self.tr("The two are not the same"))
        if len(self.first.text().strip()) < LEAST:
            self.row.show_error(lambda: self.tr("At least %n characters", "", LEAST))
        return self.row.error.isHidden() and self.again.error.isHidden()

    def retranslate(self) -> None:
        """Set every word."""
        self.row.set_words(self.tr("New passphrase"))
        self.again.set_words(self.tr("The same again"))
