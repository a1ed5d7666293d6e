"""A backup from a stick becomes the data of this computer: opened, looked at, and only then put there."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from trainer_app.actions.backup_files import EXTENSION, Opening
from trainer_app.domain.backups import CopyLook
from trainer_app.domain.errors import TrainerError
from trainer_app.system import messages
from trainer_app.ui.backups.look_view import LookView
from trainer_app.ui.shell.translator import LanguageSwitch
from trainer_app.ui.start.frame import StartFrame
from trainer_app.ui.start.passphrase import LEAST, PassphraseField
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.choices import Switch
from trainer_app.ui.widgets.forms import FormRow, text_field
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_WIDTH = 640
_PASSPHRASE, _PAPER = "passphrase", "paper"


class BackupPage(Retranslated, StartFrame):
    """Emits `look_asked(path, opening)`, then `restore_asked(path, opening)`, or `left()`."""

    look_asked = Signal(object, object)
    restore_asked = Signal(object, object)
    left = Signal()

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__("backup_page", _WIDTH)
        self._language = language
        self._error: TrainerError | None = None
        self._ready: tuple[Path, Opening] | None = None
        self.file = FormRow("backup_file", text_field("backup_file"))
        self.choose = Button("backup_choose", Kind.PLAIN, "folder")
        self.by = Switch("backup_by", (_PASSPHRASE, _PAPER))
        self.by.set_value(_PASSPHRASE)
        self.secret = PassphraseField("backup_secret")
        self.secret_row = FormRow("backup_secret_holder", self.secret, self.secret.line)
        self.new = PassphraseField("backup_new")
        self.new_row = FormRow("backup_new_holder", self.new, self.new.line)
        self.view = LookView("backup_view")
        self.follows = label("caption", "backup_follows", wrap=True)
        self.progress = label("caption", "backup_progress", wrap=True)
        self.look = Button("backup_look", Kind.PRIMARY, "search")
        self.restore = Button("backup_restore", Kind.PRIMARY)
        self.back = Button("backup_back", Kind.GHOST)
        self._lay_out()
        self._connect()
        self._show_way()
        self._forget()
        self.retranslate()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.file, 1)
        line.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(line)
        by = QHBoxLayout()
        by.addWidget(self.by)
        by.addStretch(1)
        self.column.addLayout(by)
        for part in (self.secret_row, self.new_row, self.view, self.follows, self.progress):
            self.column.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.look, self.restore, self.back):
            foot.addWidget(button)
        foot.addStretch(1)
        self.column.addLayout(foot)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask_file)
        self.by.chosen.connect(self._show_way)
        self.look.clicked.connect(self._ask_look)
        self.restore.clicked.connect(self._ask_restore)
        self.back.clicked.connect(self.left)
        for line in (self.file.field, self.secret.line, self.new.line):
            line.textChanged.connect(self._forget)
            line.returnPressed.connect(self._press)

    def set_busy(self, *, busy: bool) -> None:
        """Show that it is at work."""
        for part in (self.file, self.choose, self.by, self.secret_row, self.new_row):
            part.setEnabled(not busy)
        for button in (self.look, self.restore, self.back):
            button.setEnabled(not busy)
        self.progress.setVisible(busy)

    def show_step(self, code: str, fraction: float) -> None:
        """Show how far the work is."""
        words = messages.text(code, self._language.code) if code else ""
        self.progress.setText(f"{words} {round(100 * fraction)}\N{NO-BREAK SPACE}%".strip())

    def show_look(self, look: CopyLook) -> None:
        """Show what the file holds; from here it can be put on this computer."""
        self.set_busy(busy=False)
        self.view.show_look(look, self._language.formats)
        self.follows.setVisible(look.ok)
        self.look.setVisible(not look.ok)
        self.restore.setVisible(look.ok)
        if look.ok:
            self.restore.setFocus()

    def refuse(self, error: TrainerError) -> None:
        """Say why it did not open."""
        self._error = error
        self.set_busy(busy=False)
        row = self.secret_row if error.code.startswith("vault.") else self.file
        row.show_error(messages.text(error.code, self._language.code, **error.values))

    def retranslate(self) -> None:
        """Set every word."""
        self.title.setText(self.tr("Restore a backup"))
        self.subtitle.setText(
            self.tr("From the file that “Backup for a stick” wrote, on this or another laptop.")
        )
        self.file.set_words(self.tr("Backup file"))
        self.choose.setText(self.tr("Choose…"))
        self.by.set_words(self.tr("With its passphrase"), self.tr("With the recovery key"))
        self.by.setAccessibleName(self.tr("How to open it"))
        if self.by.value() == _PAPER:
            self.secret_row.set_words(
                self.tr("The office's recovery key"),
                self.tr("It begins with AGE-SECRET-KEY-1. It is not kept."),
            )
        else:
            self.secret_row.set_words(self.tr("The passphrase of the day when the backup was made"))
        self.new_row.set_words(self.tr("New passphrase"), self.tr("At least %n characters", "", LEAST))
        self.look.setText(self.tr("Look at it"))
        self.restore.setText(self.tr("Put it on this computer"))
        self.back.setText(self.tr("Back"))
        self.follows.setText(
            self.tr(
                "What follows: the data of the backup is opened here. What lies in the data folder now is "
                "set aside, not deleted. The laptop goes on under a new id, and numbers its certificates in "
                "a block of its own."
            )
        )
        if self._error is not None:
            self.refuse(self._error)

    def choose_file(self, path: Path) -> None:
        """Name the file."""
        self.file.field.setText(str(path))

    def _show_way(self, _value: str = "") -> None:
        self.new_row.setVisible(self.by.value() == _PAPER)
        self._forget()
        self.retranslate()

    def _forget(self) -> None:
        """Something was changed: it must be looked at again."""
        self._ready, self._error = None, None
        for row in (self.file, self.secret_row, self.new_row):
            row.clear_error()
        self.view.clear()
        for part in (self.follows, self.restore, self.progress):
            part.hide()
        self.look.show()

    def _opening(self) -> tuple[Path, Opening] | None:
        path = Path(self.file.field.text().strip())
        if not self.file.field.text().strip() or not path.is_file():
            self.file.show_error(lambda: self.tr("Choose a file"))
            return None
        if self.by.value() == _PASSPHRASE:
            return path, Opening(self.secret.text())
        if len(self.new.text().strip()) < LEAST:
            self.new_row.show_error(lambda: self.tr("At least %n characters", "", LEAST))
            return None
        return path, Opening(paper_key=self.secret.text(), new_passphrase=self.new.text())

    def _press(self) -> None:
        (self.restore if self.restore.isVisible() else self.look).click()

    def _ask_look(self) -> None:
        self._forget()
        self._ready = self._opening()
        if self._ready is not None:
            self.set_busy(busy=True)
            self.show_step("", 0.0)
            self.look_asked.emit(*self._ready)

    def _ask_restore(self) -> None:
        if self._ready is not None:
            self.set_busy(busy=True)
            self.restore_asked.emit(*self._ready)

    def _ask_file(self) -> None:
        kinds = self.tr("Backups of this program (*{ending})").format(ending=EXTENSION)
        chosen, _ = QFileDialog.getOpenFileName(self, self.file.caption.text(), str(Path.home()), kinds)
        if chosen:
            self.choose_file(Path(chosen))
