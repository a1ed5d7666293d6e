"""A request to the office for a lost passphrase: digits to compare, the file or its digits, the answer."""

from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions.office import recovery
from trainer_app.domain.office.backups import PendingRecovery
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.widgets.controls import Button, ButtonKind, Switch
from trainer_app.ui.widgets.fields import FormRow
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.passphrase import (
    DigitGroups,
    PassphraseField,
    SpokenField,
    SpokenGroups,
)
from trainer_app.ui.widgets.presses import walk

_FILE, _VOICE = "file", "voice"
_WRONG_PHRASE = "vault.wrong_passphrase"


class OfficeRequestPart(Retranslated, QWidget):
    """Emits what is asked for; `heard(typed)` when all groups were typed and Open was pressed."""

    write_requested = Signal()
    take_requested = Signal()
    heard = Signal(str)
    anew = Signal()

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self.setObjectName("waiting")
        self._language = language
        self._kept = ""
        self._asked: PendingRecovery | None = None
        self.way = Switch("waiting_way", (_FILE, _VOICE))
        self.digits_caption = label("body_strong", "waiting_digits_label", wrap=True)
        self.digits = DigitGroups("waiting_digits")
        self.write = Button("waiting_write", icon="file")
        self.take = Button("waiting_take", ButtonKind.PRIMARY, "key")
        self.spoken_caption = label("body_strong", "waiting_spoken_label", wrap=True)
        self.spoken = SpokenGroups("waiting_spoken")
        self.answer = SpokenField("waiting_answer", recovery.SPOKEN_GROUPS, walked_whole=False)
        self.open_button = Button("waiting_open", ButtonKind.PRIMARY, "key")
        self.phrase = PassphraseField("waiting_passphrase", walked_whole=False)
        self.phrase_row = FormRow("waiting_passphrase_holder", self.phrase, self.phrase.line)
        self.told = label("second", "waiting_told", wrap=True)
        self.anew_button = Button("waiting_anew", ButtonKind.GHOST)
        self._lay_out()
        self._connect()
        self.way.set_value(_FILE)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.way)
        for part in (self.digits_caption, self.digits, self.spoken_caption, self.spoken):
            column.addWidget(part)
        column.addWidget(self.phrase_row)
        column.addWidget(self.answer)
        walk(self.phrase.line, self.answer.row.field, self.phrase.eye)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.write, self.take, self.open_button, self.anew_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.told)

    def _connect(self) -> None:
        self.way.chosen.connect(lambda _way: self._show())
        self.write.clicked.connect(self.write_requested)
        self.take.clicked.connect(self.take_requested)
        self.anew_button.clicked.connect(self.anew)
        self.answer.changed.connect(self._judge)
        self.answer.row.field.returnPressed.connect(self.open_button.click)
        self.open_button.clicked.connect(lambda: self.heard.emit(self.answer.text()))

    def show_asked(self, asked: PendingRecovery, *, by_voice: bool) -> None:
        """Show a request, the way in which it will be answered chosen."""
        self._asked = asked
        self.digits.show_digits(asked.digits)
        self.spoken.show_groups(asked.spoken)
        self.way.set_value(_VOICE if by_voice else _FILE)
        self.tell("")
        self._judge()
        self.retranslate()

    def keep_passphrase(self, phrase: str) -> None:
        """Remember the new passphrase, so that it need not be typed again at once."""
        self._kept = phrase
        self._show()

    def passphrase(self) -> str:
        """Return the new passphrase."""
        return self._kept or self.phrase.text()

    def first_focus(self) -> QWidget:
        """Return where to begin."""
        if not self._kept:
            return self.phrase.line
        return self.answer.row.field if self.way.value() == _VOICE else self.write

    def tell(self, words: str) -> None:
        """Say what came of a step."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def refuse(self, code: str, words: str) -> None:
        """Say why the answer did not open the data, where it can be mended."""
        self.tell("")
        if code == _WRONG_PHRASE:
            self._kept = ""
            self._show()
            self.phrase_row.show_error(
                lambda: self.tr("That is not the passphrase chosen when the request was made.")
            )
        elif self.way.value() == _VOICE:
            self.answer.row.show_error(words)
        else:
            self.tell(words)

    @override
    def retranslate(self) -> None:
        self.way.set_words(self.tr("By file"), self.tr("By telephone"))
        self.way.setAccessibleName(self.tr("How the office answers"))
        self.digits_caption.setText(
            self.tr("The office asks for these digits by telephone, before it answers")
        )
        self.spoken_caption.setText(self.tr("Read these groups to the office"))
        self.write.setText(self.tr("Write the request file…"))
        self.take.setText(self.tr("Import the answer…"))
        #: A button: opens the data with the answer
        self.open_button.setText(self.tr("Open"))
        self.anew_button.setText(self.tr("Begin anew"))
        self.answer.row.set_words(self.tr("The groups that the office reads"))
        self.phrase_row.set_words(
            self.tr("The new passphrase"), self.tr("The one that was chosen when the request was made.")
        )
        self._show()

    def _judge(self) -> None:
        self.answer.row.clear_error()
        self.answer.judge(*recovery.judge_spoken(self.answer.text()))
        self.open_button.setEnabled(self.answer.whole)

    def _show(self) -> None:
        spoken = self._asked is not None and bool(self._asked.spoken)
        by_voice = spoken and self.way.value() == _VOICE
        self.way.setVisible(spoken)
        voice: tuple[QWidget, ...] = (self.spoken_caption, self.spoken, self.answer, self.open_button)
        file: tuple[QWidget, ...] = (self.digits_caption, self.digits, self.write, self.take)
        for part in (*voice, *file):
            part.setVisible(by_voice == (part in voice))
        self.phrase_row.setVisible(not self._kept)
