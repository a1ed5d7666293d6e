"""Where the data lies, whether it is whole, and its newest copy."""

from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices

from trainer_app.actions import backups, checking, salvaging
from trainer_app.actions.checking import Integrity
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.schema import ENTITIES
from trainer_app.ui.settings.rows import SettingRow
from trainer_app.ui.shell.desk import DAMAGED, Desk, Notice, Offer
from trainer_app.ui.today.backup_card import make_checked
from trainer_app.ui.widgets.banner import Mood
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.naming import Retranslated


class DataCard(Retranslated, Card):
    """Rows, each with its buttons. What needs more than a press is asked of the screen."""

    stick_asked = Signal()
    restore_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("data")
        self._desk = desk
        self.open_folder = Button("data_open_folder", Kind.PLAIN, "folder")
        self.check = Button("data_check", Kind.PLAIN, "shield")
        self.backup = Button("data_backup", Kind.PLAIN, "save")
        self.stick = Button("data_stick", Kind.PLAIN, "usb")
        self.restore = Button("data_restore", Kind.PLAIN, "undo")
        self.stick.clicked.connect(self.stick_asked)
        self.restore.clicked.connect(self.restore_asked)
        self.open_folder.clicked.connect(self._open_folder)
        self.check.clicked.connect(self.run_check)
        self.backup.clicked.connect(self._back_up)
        desk.backup_made.connect(self.show_backup)
        self._folder_row = SettingRow("data_open_folder", self.open_folder)
        self._check_row = SettingRow("data_check", self.check)
        self._backup_row = SettingRow("data_backup", self.backup)
        self._stick_row = SettingRow("data_stick", self.stick)
        self._restore_row = SettingRow("data_restore", self.restore)
        for row in (
            self._folder_row,
            self._check_row,
            self._backup_row,
            self._stick_row,
            self._restore_row,
        ):
            self.add_row(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word, and when the newest copy was made."""
        self.set_title(self.tr("Data"))
        self._folder_row.set_words(self.tr("Data folder"), str(self._desk.work.folder.root))
        self.open_folder.setText(self.tr("Open"))
        self._check_row.set_words(
            self.tr("Check the data"), self.tr("Rebuilds every table from the journal and compares.")
        )
        self.check.setText(self.tr("Check"))
        self.backup.setText(self.tr("Back up now"))
        self._stick_row.set_words(
            self.tr("Backup for a stick"), self.tr("One encrypted file for another place, or another laptop.")
        )
        self.stick.setText(self.tr("Write…"))
        self._restore_row.set_words(
            self.tr("Put a copy back"), self.tr("Shows what a copy holds and what would be lost, before.")
        )
        self.restore.setText(self.tr("Choose…"))
        self.show_backup()

    def show_backup(self) -> None:
        """Show when the newest copy was made."""
        found = backups.newest_checked(self._desk.work.folder)
        words = self.tr("No copy was made yet.")
        if found is not None:
            size = self._desk.formats.size(found.size)
            words = self.tr("One a day by itself. The newest: {when}, {size}").format(
                when=self._desk.when(found.at), size=size
            )
        self._backup_row.set_words(self.tr("Backup"), words)

    def run_check(self) -> None:
        """Check everything, in the background."""
        self._desk.run(
            self.tr("Checking the data"),
            lambda work, _progress: checking.check(work),
            done=self._checked,
            writes=False,
        )

    def _checked(self, result: Any) -> None:
        if result.ok:
            entries = self._desk.formats.number(result.entries)
            text = self.tr("{count} entries of the journal agree with every table. Seal: {digest}")
            self._desk.tell_good(
                self.tr("Everything is in order"), text.format(count=entries, digest=result.digest[:16])
            )
            return
        title = self.tr("The check found %n problem(s)", "", len(result.problems))
        details = "\n".join(result.problems)
        if salvaging.file_is_damaged(result):
            self._desk.failed.emit(TrainerError(DAMAGED))
            text = self.tr(
                "Parts of the file cannot be read. Nothing was changed; what is whole can be saved."
            )
            offer = Offer("data_salvage", self.tr("Save what can be read…"), self._desk.salvage_asked.emit)
        else:
            text = self.tr("Nothing was changed. The journal is whole: the tables can be made anew from it.")
            offer = Offer("data_repair", self.tr("Make them anew"), self._repair)
        self._desk.noticed.emit(Notice(Mood.BAD, title, text, details, offer))

    def _repair(self) -> None:
        self._desk.run(
            self.tr("Making the tables anew"),
            lambda work, progress: salvaging.repair(work, progress),
            done=self._repaired,
        )

    def _repaired(self, result: Integrity) -> None:
        self._checked(result)
        touched = frozenset((entity, "") for entity in ENTITIES)
        self._desk.changes.announce(Changes(Label("database.rebuild"), None, touched))

    def _back_up(self) -> None:
        self._desk.run(
            self.tr("Making a copy of the database"),
            lambda work, _progress: make_checked(work),
            done=self._backed_up,
        )

    def _backed_up(self, size: int) -> None:
        self.show_backup()
        self._desk.tell_good(
            self.tr("Saved and checked"),
            self.tr("A copy of {size}, encrypted, beside the data.").format(
                size=self._desk.formats.size(size)
            ),
        )

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.work.folder.root)))
