"""Data in Settings: where it lies, whether it is intact, backing up to a drive, restoring a backup.

A backup is looked at and compared before it is restored.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, override

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.workplace import Role, Workplace, newest_copy
from trainer_app.actions.office import backups, rebuilding
from trainer_app.actions.office.backups import Opening, Restoring, SavedBackup
from trainer_app.domain.base.changes import Changes, Label, Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Integrity
from trainer_app.domain.base.schema import ENTITIES
from trainer_app.domain.office.backups import BACKUP_EXTENSION, BackupPreview, Snapshot, why_words
from trainer_app.system.messages import label_text
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.backups import BackupComparison, back_up
from trainer_app.ui.kit.context import DATABASE_DAMAGED, AppContext, Notice, NoticeAction
from trainer_app.ui.kit.devices import DestinationField, Drive, removable_drives
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.settings.cards import SettingRow
from trainer_app.ui.widgets.cards import Card, NoteRow
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import FormRow
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import AnnouncedLabel, Retranslated, label
from trainer_app.ui.widgets.overlays import Mood, SidePanel
from trainer_app.ui.widgets.passphrase import PassphraseField
from trainer_app.ui.widgets.pickers import ComboBox


class DataFolderCard(Retranslated, Card):
    """Rows, each with its buttons. What needs more than a press is asked of the screen."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("data")
        self._context = context
        self.open_folder = Button("data_open_folder", ButtonKind.PLAIN, "folder")
        self.check = Button("data_check", ButtonKind.PLAIN, "shield")
        self.open_folder.clicked.connect(self._open_folder)
        self.check.clicked.connect(self.run_check)
        self._folder_row = SettingRow("data_open_folder", self.open_folder)
        self._check_row = SettingRow("data_check", self.check)
        for row in (self._folder_row, self._check_row):
            self.add_row(row)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Data"))
        self._folder_row.set_words(self.tr("Data folder"), str(self._context.work.folder.root))
        #: A button: opens the folder
        self.open_folder.setText(self.tr("Open"))
        self._check_row.set_words(
            self.tr("Check the data"), self.tr("Rebuilds every table from the journal and compares.")
        )
        #: A button: checks the data for damage
        self.check.setText(self.tr("Check"))

    def run_check(self) -> None:
        """Check everything, in the background."""
        self._context.run(
            self.tr("Checking the data"),
            sync_status.check,
            done=self._checked,
            writes=False,
        )

    def _checked(self, result: Any) -> None:
        if result.ok:
            entries = self._context.formats.number(result.entries)
            text = self.tr("{count} entries of the journal agree with every table. Checksum: {digest}")
            self._context.tell_good(
                self.tr("Everything is in order"), text.format(count=entries, digest=result.digest[:16])
            )
            return
        title = self.tr("The check found %n problem(s)", "", len(result.problems))
        details = "\n".join(result.problems)
        if rebuilding.file_is_damaged(result):
            self._context.failed.emit(TrainerError(DATABASE_DAMAGED))
            text = self.tr(
                "Parts of the file cannot be read. Nothing was changed; what is whole can be saved."
            )
            offer = NoticeAction(
                "data_salvage", self.tr("Save what can be read…"), self._context.salvage_requested.emit
            )
        else:
            text = self.tr("Nothing was changed. The journal is whole: the tables can be made anew from it.")
            needs = "office/rebuilding/repair"
            offer = NoticeAction("data_repair", self.tr("Make them anew"), self._repair, needs=needs)
        self._context.noticed.emit(Notice(Mood.BAD, title, text, details, (offer,)))

    def _repair(self) -> None:
        self._context.run(
            self.tr("Making the tables anew"),
            lambda work, progress: rebuilding.repair(work, progress),
            done=self._repaired,
        )

    def _repaired(self, result: Integrity) -> None:
        self._checked(result)
        touched = frozenset((entity, "") for entity in ENTITIES)
        self._context.changes.announce(Changes(Label("database.rebuild"), None, touched))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._context.work.folder.root)))


class BackupsCard(Retranslated, Card):
    """Backups: making one, here or for another place, checking one, putting one back."""

    stick_requested = Signal()
    check_requested = Signal()
    restore_requested = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("backups")
        self._context = context
        self.backup = Button("data_backup", ButtonKind.PLAIN, "save")
        self.stick = Button("data_stick", ButtonKind.PLAIN, "usb")
        self.check = Button("data_check_backup", ButtonKind.PLAIN, "shield")
        self.restore = Button("data_restore", ButtonKind.PLAIN, "undo")
        self.stick.clicked.connect(self.stick_requested)
        self.check.clicked.connect(self.check_requested)
        self.restore.clicked.connect(self.restore_requested)
        self.backup.clicked.connect(self._back_up)
        withhold("office/backups/save_backup", self.stick)
        withhold("office/backups/prepare_restore", self.restore)
        withhold("office/backups/bring_here", self.backup)
        context.backup_made.connect(self.show_backup)
        self._backup_row = SettingRow("data_backup", self.backup)
        self._stick_row = SettingRow("data_stick", self.stick)
        self._check_row = SettingRow("data_check_backup", self.check)
        self._restore_row = SettingRow("data_restore", self.restore)
        for row in (self._backup_row, self._stick_row, self._check_row, self._restore_row):
            self.add_row(row)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Backups"))
        self.backup.setText(self.tr("Back up now"))
        self._stick_row.set_words(
            self.tr("Backup for a USB stick"),
            self.tr("One encrypted file for another place, or another computer."),
        )
        self.stick.setText(self.tr("Write…"))
        self._check_row.set_words(
            self.tr("Check a backup"),
            self.tr("Opens a backup and compares every row with its journal. Nothing is put back."),
        )
        self.check.setText(self.tr("Choose…"))
        self._restore_row.set_words(
            self.tr("Put a copy back"), self.tr("Shows what a copy holds and what would be lost, before.")
        )
        self.restore.setText(self.tr("Choose…"))
        self.show_backup()

    def show_backup(self) -> None:
        """Show when the newest copy was made."""
        found = newest_copy(self._context.work.folder)
        words = self.tr("No copy on this computer yet.")
        if found is not None:
            size = self._context.formats.size(found.size)
            words = self.tr("One a day by itself. The newest: {when}, {size}").format(
                when=self._context.when(found.at), size=size
            )
        self._backup_row.set_words(self.tr("Backup"), words)

    def _back_up(self) -> None:
        back_up(self._context, self.show_backup)


class DriveBackupPanel(SidePanel):
    """`written(saved)` is emitted when the file lies there, read back and equal."""

    written = Signal(object)

    def __init__(
        self, context: AppContext, host: QWidget, look: Callable[[], list[Drive]] = removable_drives
    ) -> None:
        super().__init__("stick_panel", host)
        self._context = context
        self.about = label("body", "stick_about", wrap=True)
        self.place = FormRow(
            "stick_place",
            DestinationField("stick_place", context, look, Preferences.backup_folder, Purpose.BACKUPS),
        )
        self.note = label("caption", "stick_note", wrap=True)
        self.archive = NoteRow("stick_archive", "info", "accent_text")
        self.archive.setVisible(context.work.role is Role.OFFICE)
        self.body.addWidget(self.about)
        self.body.addWidget(self.archive)
        self.body.addWidget(self.place)
        self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.accepted.connect(self._write)
        self.place.field.changed.connect(self._check)
        self.retranslate()

    def open(self) -> None:
        """Ask where to write the file."""
        self._say_keys()
        self.place.clear_error()
        self.place.field.look()
        self.reveal(self.place.field)

    def _say_keys(self) -> None:
        """Say what opens the file: the key of an office only where there is one, and one may be joined."""
        if identity.has_office(self._context.work):
            words = self.tr(
                "One encrypted file with everything that is on this computer. On any computer with this "
                "program it opens with today's passphrase, or with the office's recovery key."
            )
        else:
            words = self.tr(
                "One encrypted file with everything that is on this computer. On any computer with this "
                "program it opens with today's passphrase, and with nothing else: keep the words on paper."
            )
        self.about.setText(words)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("Backup for a USB stick"), self.tr("Write the backup"))
        self._say_keys()
        self.place.set_words(self.tr("Where to"))
        self.archive.words.setText(
            self.tr(
                "Not in it: the archive of the files that were imported. Copy that too, to another disk: "
                "Office, Archive. After the backup is put back, its files are taken from there."
            )
        )
        apart = self.tr(
            "Keep the USB stick apart from the laptop. It is no substitute for sending: the office "
            "imports what you send, not this file."
        )
        if self._context.work.role is Role.OFFICE:
            apart = self.tr("Keep it apart from this computer: another room, another disk.")
        self.note.setText(apart)

    def _check(self) -> None:
        self.accept_button.setEnabled(self.place.field.place is not None)

    def _write(self) -> None:
        folder = self.place.field.place
        if folder is None:
            return
        self._context.run(
            self.tr("Writing the backup"),
            lambda work, progress: backups.save_backup(work, folder, progress=progress),
            done=self._done,
            failed=lambda error: self.place.show_error(self._context.explained(error)),
        )

    def _done(self, saved: SavedBackup) -> None:
        self.place.field.remember()
        self.dismiss()
        text = self.tr("{file}, {size}: read back, every byte is there.")
        if self.place.field.on_stick:
            text = self.tr(
                "{file}, {size}: read back from the USB stick, every byte is there. "
                "Eject the USB stick first."
            )
        size = self._context.formats.size(saved.size)
        self._context.tell_good(self.tr("Saved and checked"), text.format(file=saved.file.name, size=size))
        self.written.emit(saved)


def backup_words(copy: Snapshot, context: AppContext) -> str:
    """Return one line for a list of copies."""
    why = label_text(why_words(copy.why), context.language.code)
    return f"{context.when(copy.at)} · {why} · {context.formats.size(copy.size)}"


_WIDTH = 480


class RestorePanel(SidePanel):
    """`ready(restoring)` is emitted when a checked copy waits beside the database to take its place."""

    ready = Signal(object)

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("restore_panel", host, _WIDTH)
        self._context = context
        self._look: BackupPreview | None = None
        self._checking = False
        self.copies = FormRow("restore_copy", ComboBox("restore_copy"))
        self.look_button = Button("restore_look", icon="search")
        self.file_button = Button("restore_file", icon="folder")
        self.view = BackupComparison("restore_view")
        self.error = AnnouncedLabel("error", "restore_error")
        self.secret = PassphraseField("restore_passphrase")
        self.secret_row = FormRow("restore_passphrase_holder", self.secret)
        self.open_button = Button("restore_open", icon="key")
        self._older: Path | None = None
        self.follows = label("caption", "restore_follows", wrap=True)
        buttons = FlowRow()
        buttons.setSpacing(8)
        buttons.addWidget(self.look_button)
        buttons.addWidget(self.file_button)
        buttons.addStretch(1)
        self.body.addWidget(self.copies)
        self.body.addLayout(buttons)
        for part in (self.error, self.secret_row, self.open_button, self.view, self.follows):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.open_button.clicked.connect(self._open_older)
        self.secret.line.returnPressed.connect(self.open_button.click)
        self.look_button.clicked.connect(self._look_at_chosen)
        self.file_button.clicked.connect(self._ask_file)
        self.copies.field.currentIndexChanged.connect(self._forget)
        self.accepted.connect(self._restore)
        self.retranslate()

    def open(self, *, checking: bool = False) -> None:
        """Show the copies that are there, the newest chosen; `checking` only looks, and puts nothing back."""
        self._checking = checking
        self.retranslate()
        self._fill()
        self._forget()
        self.reveal(self.copies.field if self.copies.field.count() else self.file_button)

    def holds_work(self) -> bool:
        """Nothing is typed here."""
        return False

    @override
    def retranslate(self) -> None:
        super().retranslate()
        title = self.tr("Check a backup") if self._checking else self.tr("Put a copy back")
        self.set_words(title, self.tr("Put this copy back"))
        self.accept_button.setVisible(not self._checking)
        if self._checking:
            self.cancel_button.setText(self.tr("Close"))
        self.copies.set_words(
            self.tr("Copies on this computer"),
            self.tr("Nothing is changed before you have seen what it holds."),
        )
        self.look_button.setText(self.tr("Check it") if self._checking else self.tr("Look at it"))
        self.file_button.setText(self.tr("A file from a USB stick…"))
        self.secret_row.set_words(self.tr("The passphrase of the day when the backup was made"))
        self.open_button.setText(self.tr("Open it"))
        self.follows.setText(
            self.tr(
                "What follows: the data of now is kept as a copy and can be put back the same way. This "
                "computer goes on under a new id, so that nothing is counted twice."
            )
        )
        if self.copies.field.count():
            chosen = self.copies.field.currentIndex()
            self._fill()
            self.copies.field.setCurrentIndex(chosen)

    def _fill(self) -> None:
        found = backups.list_backups(self._context.work.folder)
        self.copies.field.blockSignals(True)
        self.copies.field.clear()
        for copy in found:
            self.copies.field.addItem(backup_words(copy, self._context), str(copy.path))
        self.copies.field.setPlaceholderText("" if found else self.tr("no backup yet: choose a file"))
        self.copies.field.blockSignals(False)
        self.copies.field.setEnabled(bool(found))
        self.look_button.setEnabled(bool(found))

    def _forget(self) -> None:
        self._look = None
        self.view.clear()
        self.error.hide()
        self._ask_secret(None)
        self.follows.hide()
        self.accept_button.setEnabled(False)

    def _look_at_chosen(self) -> None:
        path = self.copies.field.currentData()
        if path:
            self._run_look(lambda work, progress: backups.look_at(work, Path(str(path)), progress))

    def look_at_file(self, path: Path, opening: Opening | None = None) -> None:
        """Bring a backup file's database here and look at it; of an earlier key, ask for its passphrase."""

        def look(work: Workplace, progress: Progress) -> BackupPreview:
            return backups.look_at(work, backups.bring_here(work, path, opening), progress)

        self._run_look(look, path)

    def _open_older(self) -> None:
        if self._older is not None:
            self.look_at_file(self._older, Opening(self.secret.text()))

    def _ask_secret(self, path: Path | None) -> None:
        """Ask for the passphrase of a backup of an earlier key, or for none."""
        self._older = path
        for part in (self.secret_row, self.open_button):
            part.setVisible(path is not None)
        if path is None:
            self.secret.line.clear()
        else:
            self.secret.line.setFocus()

    def _run_look(
        self, look: Callable[[Workplace, Progress], BackupPreview], file: Path | None = None
    ) -> None:
        self._forget()

        def refused(error: TrainerError) -> None:
            self._refuse(error)
            if error.code in ("backup.older_key", "vault.wrong_passphrase"):
                self._ask_secret(file)

        self._context.run(
            self.tr("Looking at the copy"),
            look,
            done=self._show_look,
            failed=refused,
            writes=False,
        )

    def _show_look(self, look: BackupPreview) -> None:
        self._look = look
        self._fill()
        place = self.copies.field.findData(str(look.path))
        self.copies.field.blockSignals(True)
        self.copies.field.setCurrentIndex(place)
        self.copies.field.blockSignals(False)
        self.view.show_look(look, self._context.formats)
        self.follows.setVisible(look.ok and not self._checking)
        self.accept_button.setEnabled(look.ok)

    def _refuse(self, error: TrainerError) -> None:
        self._forget()
        self.error.say(self._context.explained(error))
        self.error.show()

    def _ask_file(self) -> None:
        kinds = self.tr("Backups of this program (*{ending})").format(ending=BACKUP_EXTENSION)
        chosen, _ = FileDialog.getOpenFileName(
            self, self.file_button.text(), kinds=kinds, purpose=Purpose.BACKUPS
        )
        if chosen:
            self.look_at_file(Path(chosen))

    def _restore(self) -> None:
        look = self._look
        if look is None or not look.ok:
            return
        self._context.run(
            self.tr("Putting the copy back"),
            lambda work, progress: backups.prepare_restore(work, look.path, progress),
            done=self._prepared,
            failed=self._refuse,
        )

    def _prepared(self, restoring: Restoring) -> None:
        self.dismiss()
        self.ready.emit(restoring)
