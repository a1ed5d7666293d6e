"""Unlocking: one field, the keyboard's language, and what to do when the passphrase does not fit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.texts import LANGUAGES
from trainer_app.system import messages
from trainer_app.ui.shell.language import FORMATS
from trainer_app.ui.shell.translator import LanguageSwitch
from trainer_app.ui.shell.window import Doubt
from trainer_app.ui.start.frame import StartFrame
from trainer_app.ui.start.passphrase import PassphraseField, keyboard_language
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.choices import Switch
from trainer_app.ui.widgets.forms import FormRow
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_WIDTH = 480


class Unlock(Retranslated, StartFrame):
    """Emits `answered(passphrase)`, or `forgotten`. `refuse` tells that it was wrong and how often.

    `begun` says that something was typed and not saved before: it comes back, unless the program is closed.
    """

    answered = Signal(str)
    forgotten = Signal()

    def __init__(self, language: LanguageSwitch, user: str, place: str, *, begun: bool = False) -> None:
        super().__init__("unlock", _WIDTH)
        self._language = language
        self._user, self._place = user, place
        self._error: TrainerError | None = None
        self._busy = False
        self._begun = begun
        self.field = PassphraseField("unlock_passphrase")
        self.row = FormRow("unlock_holder", self.field)
        self.keyboard = label("caption", "unlock_keyboard")
        self.begun = label("small", "unlock_begun", wrap=True)
        self.begun.setVisible(begun)
        self.waiting = label("small", "unlock_waiting", wrap=True)
        self._waiting = 0
        self.place = label("caption", "unlock_place", wrap=True)
        self.language = Switch("unlock_language", LANGUAGES)
        self.language.set_words(*(FORMATS[code].name for code in LANGUAGES))
        self.language.set_value(language.code)
        self.language.chosen.connect(language.choose)
        self.open_button = Button("unlock_open", Kind.PRIMARY, "key")
        self.open_button.clicked.connect(self._answer)
        self.field.line.returnPressed.connect(self.open_button.click)
        QGuiApplication.inputMethod().localeChanged.connect(self._show_keyboard)
        self.column.addWidget(self.row)
        self.column.addWidget(self.keyboard)
        self.column.addWidget(self.begun)
        self.column.addWidget(self.waiting)
        self.forgotten_button = Button("unlock_forgotten", Kind.GHOST)
        self.forgotten_button.clicked.connect(self.forgotten)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.open_button)
        foot.addWidget(self.forgotten_button)
        foot.addStretch(1)
        self.column.addLayout(foot)
        self.column.addSpacing(4)
        self.column.addWidget(self.language, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.place)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        greeting = self.tr("Hello, {name}").format(name=self._user) if self._user else self.tr("Hello")
        self.title.setText(greeting)
        self.subtitle.setText(self.tr("Your data is locked. Type the passphrase to open it."))
        self.row.set_words(self.tr("Passphrase"))
        self.begun.setText(self.tr("What you had begun to type was kept and comes back as it was."))
        self.language.setAccessibleName(self.tr("Language"))
        self.forgotten_button.setText(self.tr("Passphrase forgotten?"))
        self.place.setText(self.tr("Data folder: {path}").format(path=self._place))
        self._show_keyboard()
        self._show_button()
        self.show_waiting(self._waiting)
        if self._error is not None:
            self.row.show_error(self._words(self._error))

    def show_waiting(self, files: int) -> None:
        """Say how many files will be opened afterwards."""
        self._waiting = files
        self.waiting.setText(self.tr("%n file(s) will be opened after the passphrase.", "", files))
        self.waiting.setVisible(files > 0)

    def doubt(self) -> Doubt | None:
        """Ask before what was typed is thrown away by closing the window."""
        if not self._begun:
            return None
        return Doubt(
            self.tr("Close the program?"),
            self.tr("Something is typed and not saved: it would be lost. Unlock to go on with it."),
            self.tr("Close all the same"),
        )

    def refuse(self, error: TrainerError) -> None:
        """Say why it did not open, and let the person try again."""
        self._error = error
        self.set_busy(busy=False)
        self.row.show_error(self._words(error))
        self.field.line.selectAll()
        self.field.line.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """Show that the passphrase is being tried."""
        self._busy = busy
        self.field.setEnabled(not busy)
        self._show_button()

    def _show_button(self) -> None:
        self.open_button.setEnabled(not self._busy)
        self.open_button.setText(self.tr("Opening…") if self._busy else self.tr("Open"))

    def _show_keyboard(self) -> None:
        language = keyboard_language()
        self.keyboard.setText(self.tr("Keyboard: {language}").format(language=language))
        self.keyboard.setVisible(bool(language))

    def _words(self, error: TrainerError) -> str:
        return messages.text(error.code, self._language.code, **error.values)

    def _answer(self) -> None:
        if not self.field.text():
            self.field.line.setFocus()
            return
        self._error = None
        self.row.clear_error()
        self.set_busy(busy=True)
        self.answered.emit(self.field.text())
