"""A backup for the stick: where to, what it is good for, saved and checked."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions import backup_files
from trainer_app.actions.backup_files import SavedBackup
from trainer_app.ui.sending.drives import Drive, removable_drives
from trainer_app.ui.sending.place_field import PlaceField
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.forms import FormRow
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.panel import SidePanel


class StickPanel(SidePanel):
    """`written(saved)` is emitted when the file lies there, read back and equal."""

    written = Signal(object)

    def __init__(self, desk: Desk, host: QWidget, look: Callable[[], list[Drive]] = removable_drives) -> None:
        super().__init__("stick_panel", host)
        self._desk = desk
        self.about = label("body", "stick_about", wrap=True)
        self.place = FormRow("stick_place", PlaceField("stick_place", desk, look))
        self.note = label("caption", "stick_note", wrap=True)
        self.body.addWidget(self.about)
        self.body.addWidget(self.place)
        self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.accepted.connect(self._write)
        self.place.field.changed.connect(self._check)
        self.retranslate()

    def open(self) -> None:
        """Ask where to write the file."""
        self.place.clear_error()
        self.place.field.look()
        self.reveal(self.place.field)

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Backup for a stick"), self.tr("Write the backup"))
        self.about.setText(
            self.tr(
                "One encrypted file with everything that is on this laptop. On any computer with this "
                "program it opens with today's passphrase, or with the office's recovery key."
            )
        )
        self.place.set_words(self.tr("Where to"))
        self.note.setText(
            self.tr(
                "Keep the stick apart from the laptop. It is no substitute for sending: the office takes in "
                "what you send, not this file."
            )
        )

    def _check(self) -> None:
        self.accept_button.setEnabled(self.place.field.place is not None)

    def _write(self) -> None:
        folder = self.place.field.place
        if folder is None:
            return
        self._desk.run(
            self.tr("Writing the backup"),
            lambda work, progress: backup_files.save_backup(work, folder, progress=progress),
            done=self._done,
            failed=lambda error: self.place.show_error(self._desk.explained(error)),
        )

    def _done(self, saved: SavedBackup) -> None:
        self.place.field.remember()
        self.dismiss()
        text = self.tr(
            "{file}, {size}: read back from the stick, every byte is there. Eject the stick first."
        )
        size = self._desk.formats.size(saved.size)
        self._desk.tell_good(self.tr("Saved and checked"), text.format(file=saved.file.name, size=size))
        self.written.emit(saved)
