"""Unlocking the data, and what is shown when it cannot be opened.

The page of a failure says what happened, that nothing was overwritten, and what to do.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import progress_text
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.system import messages
from trainer_app.system.computer import free_memory
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.context import CloseQuestion, names_of, notice_of
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind, Switch
from trainer_app.ui.widgets.fields import FormRow, text_field
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pages import StartPage
from trainer_app.ui.widgets.passphrase import PassphraseField, PassphraseGuesses, keyboard_language

_WIDTH = 480
_LONGEST_SHORT = 20
WRONG = ("vault.wrong_passphrase", "vault.unknown_user", "vault.not_here_yet")
"""Codes that are told alike where a short name is typed: a stranger does not learn who is here."""


def step_words(code: str, fraction: float, language: str) -> str:
    """Return in words how far some work is: "The data gets a new key 40 %"."""
    words = messages.text(code, language) if code else ""
    return f"{words} {progress_text(fraction)}".strip()


_ENOUGH_MEMORY = 512 << 20
"""Bytes that are enough for every passphrase: then it need not be found out what this one takes."""


def short_of_memory(folder: DataFolder) -> tuple[int, int] | None:
    """Return the MB that opening a folder takes, and those that are free, where these are not enough."""
    free = free_memory()
    if free is None or free > _ENOUGH_MEMORY:
        return None
    # Only now: it brings the database, for which the page does not wait.
    from trainer_app.actions.base.data_key import memory_short

    short = memory_short(folder, free)
    return (short.needed >> 20, short.free >> 20) if short is not None else None


_LOOK_EVERY = 3000
"""Milliseconds between two looks at how much memory is free."""


class UnlockPage(Retranslated, StartPage):
    """Emits `answered(passphrase)`, or `forgotten`. `refuse` tells that it was wrong and how often.

    `begun` says that something was typed and not saved before: it comes back, unless the program is closed.
    `memory` tells how many MB opening takes, and how many are free, where those are not enough.
    `practice` is the passphrase of a folder to practise in: it is no secret, and is told. `several`: a short
    name is asked for too; `nameless`: a passphrase that is nobody's opens it as well, without one.
    """

    answered = Signal(str)
    forgotten = Signal()

    def __init__(
        self,
        language: LanguageSwitch,
        user: str,
        place: str,
        guesses: PassphraseGuesses,
        *,
        begun: bool = False,
        memory: Callable[[], tuple[int, int] | None] = lambda: None,
        practice: str = "",
        several: bool = False,
        nameless: bool = False,
    ) -> None:
        super().__init__("unlock", _WIDTH)
        self._memory = memory
        self._short: tuple[int, int] | None = None
        self._practice, self._several, self._nameless = practice, several, nameless
        self._language = language
        self._user, self._place = user, place
        self._error: TrainerError | None = None
        self._busy = False
        self._begun = begun
        self._guesses = guesses
        self.field = PassphraseField("unlock_passphrase")
        self.row = FormRow("unlock_holder", self.field)
        self.short = text_field("unlock_short_name", most=_LONGEST_SHORT)
        self.short_row = FormRow("unlock_short_holder", self.short)
        self.short_row.setVisible(several)
        self.short.returnPressed.connect(self.field.line.setFocus)
        self.pause = label("small", "unlock_pause")
        self.keyboard = label("caption", "unlock_keyboard")
        self.begun = label("small", "unlock_begun", wrap=True)
        self.begun.setVisible(begun)
        self.practice = label("small", "unlock_practice", wrap=True)
        self.practice.setVisible(bool(practice))
        self.waiting = label("small", "unlock_waiting", wrap=True)
        self._waiting: list[Path] = []
        self.memory = label("small", "unlock_memory", wrap=True)
        self.memory.hide()
        self._look = QTimer(self)
        self._look.setObjectName("unlock_look")
        self._look.setInterval(_LOOK_EVERY)
        self._look.timeout.connect(self.look_at_memory)
        self.place = label("caption", "unlock_place", wrap=True)
        self.language = Switch("unlock_language", tuple(LANGUAGES))
        self.language.set_words(*(each.name for each in LANGUAGES.values()))
        self.language.set_value(language.code)
        self.language.chosen.connect(language.choose)
        self.open_button = Button("unlock_open", ButtonKind.PRIMARY, "key")
        self.open_button.clicked.connect(self._answer)
        self.field.line.returnPressed.connect(self.open_button.click)
        guesses.changed.connect(self._show_button)
        QGuiApplication.inputMethod().localeChanged.connect(self._show_keyboard)
        self.column.addWidget(self.short_row)
        self.column.addWidget(self.row)
        self.column.addWidget(self.pause)
        self.column.addWidget(self.keyboard)
        self.column.addWidget(self.practice)
        self.column.addWidget(self.begun)
        self.column.addWidget(self.waiting)
        self.column.addWidget(self.memory)
        self.forgotten_button = Button("unlock_forgotten", ButtonKind.GHOST)
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

    @override
    def retranslate(self) -> None:
        known = self._user and not self._several
        greeting = self.tr("Hello, {name}").format(name=self._user) if known else self.tr("Hello")
        self.title.setText(greeting)
        one, both = (
            self.tr("Your data is locked. Type the passphrase to open it."),
            self.tr("Your data is locked. Type your short name and your passphrase to open it."),
        )
        self.subtitle.setText(both if self._several else one)
        by_paper = self.tr("Leave it empty if the passphrase was chosen with the key from paper, for nobody.")
        self.short_row.set_words(self.tr("Short name", "to unlock with"), by_paper if self._nameless else "")
        self.row.set_words(self.tr("Passphrase"))
        if self._error is None:
            # Who hears the field alone hears what it is for.
            self.field.line.setAccessibleDescription(self.subtitle.text())
        told = self.tr("This is for practice. The passphrase is: {words}").format(words=self._practice)
        self.practice.setText(told)
        self.begun.setText(self.tr("What you had begun to type was kept and comes back as it was."))
        self.language.setAccessibleName(self.tr("Language"))
        self.forgotten_button.setText(self.tr("Passphrase forgotten?"))
        self.place.setText(self.tr("Data folder: {path}").format(path=self._place))
        self._show_keyboard()
        self._show_button()
        self.show_waiting(self._waiting)
        self._show_memory()
        if self._error is not None:
            self._show_error(self._error)

    def _show_error(self, error: TrainerError) -> None:
        self.row.show_error(" ".join(filter(None, (self._words(error), self._about_nobodys(error)))))

    def _about_nobodys(self, error: TrainerError) -> str:
        """Return what else may be wrong: a passphrase that is nobody's fits no name."""
        if not (self._nameless and self._is_wrong_pair(error)):
            return ""
        return self.tr("If it was chosen with the key from paper, leave the short name empty.")

    def show_waiting(self, files: Sequence[Path]) -> None:
        """Name the files about which the program will ask afterwards."""
        self._waiting = list(files)
        self.waiting.setVisible(bool(files))
        if files:
            words = self.tr("After the passphrase you will be asked about %n file(s):", "", len(files))
            self.waiting.setText(f"{words}\n{names_of(files)}")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Look at the free memory while the page is seen, for the first time when it has been painted."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.look_at_memory)
        self._look.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        self._look.stop()
        super().hideEvent(event)

    def look_at_memory(self) -> None:
        """Say what is to be done where the memory that is free is not enough; take it back when it is."""
        short = self._memory()
        if short != self._short:
            self._short = short
            self._show_memory()

    def _show_memory(self) -> None:
        self.memory.setVisible(self._short is not None)
        if self._short is not None:
            needed, free = self._short
            words = messages.text("vault.memory_short", self._language.code, needed=needed, free=free)
            self.memory.setText(words)

    def doubt(self) -> CloseQuestion | None:
        """Ask before what was typed is thrown away by closing the window."""
        if not self._begun:
            return None
        return CloseQuestion(
            self.tr("Close the program?"),
            self.tr("Something is typed and not saved: it would be lost. Unlock to go on with it."),
            self.tr("Close all the same"),
        )

    def first_focus(self) -> QWidget:
        """Return what gets the keyboard."""
        return self.short if self._several else self.field.line

    def short_name(self) -> str:
        """Return who says that it is they; "" where nobody is asked."""
        return self.short.text().strip() if self._several else ""

    def refuse(self, error: TrainerError) -> None:
        """Say why it did not open, and let the person try again."""
        self._error = error
        self.set_busy(busy=False)
        self._show_error(error)
        self.field.line.selectAll()
        self.field.line.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """Show that the passphrase is being tried."""
        self._busy = busy
        self.field.setEnabled(not busy)
        self.short.setEnabled(not busy)
        self._show_button()

    def _show_button(self) -> None:
        self.open_button.setEnabled(not self._busy and not self._guesses.waiting)
        self.pause.setText(self._guesses.words)
        self.pause.setVisible(self._guesses.waiting)
        #: A button: opens the data with the passphrase
        open_word = self.tr("Open")
        self.open_button.setText(self.tr("Opening…") if self._busy else open_word)

    def _show_keyboard(self) -> None:
        language = keyboard_language()
        self.keyboard.setText(self.tr("Keyboard: {language}").format(language=language))
        self.keyboard.setVisible(bool(language))

    def _words(self, error: TrainerError) -> str:
        code = "vault.wrong_pair" if self._is_wrong_pair(error) else error.code
        return messages.text(code, self._language.code, **error.values)

    def _is_wrong_pair(self, error: TrainerError) -> bool:
        return error.code in WRONG and bool(self.short_name())

    def _answer(self) -> None:
        if self._several and not self._nameless and not self.short_name():
            self.short.setFocus()
            return
        if not self.field.text():
            self.field.line.setFocus()
            return
        self._error = None
        self.row.clear_error()
        self.short_row.clear_error()
        self.set_busy(busy=True)
        self.answered.emit(self.field.text())


_FAILURE_WIDTH = 600

ERRORS_WITH_OWN_PAGE = frozenset(
    {
        "vault.damaged",
        "vault.lost",
        "vault.too_new",
        "database.newer",
        "database.damaged",
        "database.not_encrypted",
        "database.missing",
        "database.busy",
        "workplace.broken",
        "disk.full",
        "disk.error",
        "disk.read_only",
    }
)
"""Codes that are not answered by typing the passphrase again."""
ON_A_SERVER = frozenset({"server.not_reached", "workplace.moved"})
"""Codes of an office's data on a server that cannot be opened, or whose address is not known here."""
DATA_LOST = frozenset({"database.damaged", "database.missing", "database.not_encrypted", "workplace.broken"})
"""Codes of troubles in which data can be saved from a damaged database, or brought back from a backup."""


_AT_START = {
    "disk.full": "disk.full_at_start",
    "disk.error": "disk.error_at_start",
    "disk.read_only": "disk.read_only_at_start",
}
"""Codes with other words here: nobody was saving a step."""
_WITHOUT_KEY = frozenset({"vault.damaged", "vault.lost"})
"""Codes of data whose key file is lost: the recovery key opens it, at the office from its paper."""


class NewKeyPage(Retranslated, StartPage):
    """Shown while the data gets a new key and nobody can work in it."""

    name, step = "new_key_page", "renewal.files"

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__(self.name, _WIDTH)
        self._language = language
        self._step = self.step, 0.0
        self.progress = label("small", "new_key_progress", wrap=True)
        self.bar = QProgressBar()
        self.bar.setObjectName("new_key_bar")
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.column.addWidget(self.progress)
        self.column.addWidget(self.bar)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        title, about = self.say()
        self.title.setText(title)
        self.subtitle.setText(about)
        self.bar.setAccessibleName(self.title.text())
        self.show_step(*self._step)

    def say(self) -> tuple[str, str]:
        """Return the heading, and what happens meanwhile."""
        return (
            self.tr("A new key for your data"),
            self.tr(
                "The database and its copies are written anew. Should the power fail now, nothing is lost: "
                "the next start goes on."
            ),
        )

    def show_step(self, code: str, fraction: float) -> None:
        """Show how far the work is."""
        self._step = code, fraction
        self.progress.setText(step_words(code, fraction, self._language.code))
        self.bar.setValue(round(1000 * fraction))


class OpeningFailedPage(Retranslated, StartPage):
    """Shows one error as a page. `again` asks to try once more, `closed` to close the program.

    Signals to what may bring data back: `salvage_requested`, `backup_requested`, `rescue_requested`.
    """

    takes_backups = True
    again = Signal()
    rescue_requested = Signal()
    closed = Signal()
    salvage_requested = Signal()
    backup_requested = Signal()

    def __init__(self, language: LanguageSwitch, folder: DataFolder, error: TrainerError) -> None:
        super().__init__("trouble", _FAILURE_WIDTH, IconMark("trouble_icon", "alert", "absent_text", 30))
        self._language, self._folder, self.error = language, folder, error
        self.kept = label("body_strong", "trouble_kept", wrap=True)
        self.place = label("caption", "trouble_place", wrap=True)
        self.details = label("caption", "trouble_details", str(error), wrap=True)
        for selectable in (self.place, self.details):
            selectable.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details.hide()
        self.more = Button("trouble_more", ButtonKind.GHOST)
        self.more.clicked.connect(lambda: self.details.setVisible(self.details.isHidden()))
        lost, locked = error.code in DATA_LOST, error.code in _WITHOUT_KEY
        self.salvage = Button("trouble_salvage", ButtonKind.PRIMARY, "shield")
        self.rescue = Button("trouble_rescue", ButtonKind.PRIMARY, "key")
        self.backup = Button("trouble_backup", ButtonKind.PLAIN, "usb")
        self.salvage.setVisible(lost)
        self.rescue.setVisible(locked)
        self.backup.setVisible(lost or locked)
        self.salvage.clicked.connect(self.salvage_requested)
        self.backup.clicked.connect(self.backup_requested)
        self.retry = Button("trouble_again", ButtonKind.PLAIN if lost or locked else ButtonKind.PRIMARY)
        self.show_folder = Button("trouble_folder", ButtonKind.PLAIN, "folder")
        self.leave = Button("trouble_close", ButtonKind.GHOST)
        self.rescue.clicked.connect(self.rescue_requested)
        self.retry.clicked.connect(self.again)
        self.leave.clicked.connect(self.closed)
        self.show_folder.clicked.connect(self._open_folder)
        safe = QHBoxLayout()
        safe.setSpacing(10)
        safe.addWidget(IconMark("trouble_kept_icon", "shield", "present"))
        safe.addWidget(self.kept, 1)
        self.column.addLayout(safe)
        where = QHBoxLayout()
        where.addWidget(self.place, 1)
        where.addWidget(self.more)
        self.column.addLayout(where)
        self.column.addWidget(self.details)
        ways = FlowRow()
        ways.setSpacing(8)
        ways.addWidget(self.salvage)
        ways.addWidget(self.rescue)
        ways.addWidget(self.backup)
        ways.addStretch(1)
        self.column.addLayout(ways)
        foot = FlowRow()
        foot.setSpacing(8)
        for button in (self.retry, self.show_folder, self.leave):
            foot.addWidget(button)
        foot.addStretch(1)
        self.column.addSpacing(6)
        self.column.addLayout(foot)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        told = TrainerError(_AT_START.get(self.error.code, self.error.code), **self.error.values)
        notice = notice_of(told, self._language.code)
        self.title.setText(notice.title)
        self.subtitle.setText(notice.text)
        self.kept.setText(self.tr("Nothing was overwritten or deleted."))
        self.place.setText(self.tr("Data folder: {path}").format(path=self._folder.root))
        self.salvage.setText(self.tr("Save what can be read…"))
        self.backup.setText(self.tr("Restore a backup…"))
        self.rescue.setText(self.tr("Open with the recovery key"))
        self.retry.setText(self.tr("Try again"))
        self.show_folder.setText(self.tr("Open the folder"))
        self.more.setText(self.tr("Details"))
        self.leave.setText(self.tr("Close the program"))

    def _open_folder(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder.root)))
