"""Putting a copy back: first it is looked at and compared, then it is done, with what follows in words."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from trainer_app.actions import backup_files, backups
from trainer_app.actions.backup_files import EXTENSION
from trainer_app.actions.backups import Restoring
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.backups import CopyLook
from trainer_app.domain.changes import Progress
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.backups.look_view import LookView
from trainer_app.ui.backups.wording import copy_words
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.forms import ComboBox, FormRow
from trainer_app.ui.widgets.labels import ToldLabel, label
from trainer_app.ui.widgets.panel import SidePanel

_WIDTH = 480


class RestorePanel(SidePanel):
    """`ready(restoring)` is emitted when a checked copy waits beside the database to take its place."""

    ready = Signal(object)

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("restore_panel", host, _WIDTH)
        self._desk = desk
        self._look: CopyLook | None = None
        self.copies = FormRow("restore_copy", ComboBox("restore_copy"))
        self.look_button = Button("restore_look", icon="search")
        self.file_button = Button("restore_file", icon="folder")
        self.view = LookView("restore_view")
        self.error = ToldLabel("error", "restore_error")
        self.follows = label("caption", "restore_follows", wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.look_button)
        buttons.addWidget(self.file_button)
        buttons.addStretch(1)
        self.body.addWidget(self.copies)
        self.body.addLayout(buttons)
        for part in (self.error, self.view, self.follows):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.look_button.clicked.connect(self._look_at_chosen)
        self.file_button.clicked.connect(self._ask_file)
        self.copies.field.currentIndexChanged.connect(self._forget)
        self.accepted.connect(self._restore)
        self.retranslate()

    def open(self) -> None:
        """Show the copies that are there, the newest chosen."""
        self._fill()
        self._forget()
        self.reveal(self.copies.field if self.copies.field.count() else self.file_button)

    def holds_work(self) -> bool:
        """Nothing is typed here."""
        return False

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Put a copy back"), self.tr("Put this copy back"))
        self.copies.set_words(
            self.tr("Copies on this laptop"),
            self.tr("Nothing is changed before you have seen what it holds."),
        )
        self.look_button.setText(self.tr("Look at it"))
        self.file_button.setText(self.tr("A file from a stick…"))
        self.follows.setText(
            self.tr(
                "What follows: the data of now is kept as a copy and can be put back the same way. This "
                "laptop goes on under a new id, so that nothing is counted twice at the office."
            )
        )
        if self.copies.field.count():
            chosen = self.copies.field.currentIndex()
            self._fill()
            self.copies.field.setCurrentIndex(chosen)

    def _fill(self) -> None:
        found = backups.list_backups(self._desk.work.folder)
        self.copies.field.blockSignals(True)
        self.copies.field.clear()
        for copy in found:
            self.copies.field.addItem(copy_words(copy, self._desk), str(copy.path))
        self.copies.field.blockSignals(False)
        self.copies.field.setEnabled(bool(found))
        self.look_button.setEnabled(bool(found))

    def _forget(self) -> None:
        self._look = None
        self.view.clear()
        self.error.hide()
        self.follows.hide()
        self.accept_button.setEnabled(False)

    def _look_at_chosen(self) -> None:
        path = self.copies.field.currentData()
        if path:
            self._run_look(lambda work, progress: backups.look_at(work, Path(str(path)), progress))

    def look_at_file(self, path: Path) -> None:
        """Bring a backup file's database here and look at it."""

        def look(work: Workplace, progress: Progress) -> CopyLook:
            return backups.look_at(work, backup_files.bring_here(work, path), progress)

        self._run_look(look)

    def _run_look(self, look: Callable[[Workplace, Progress], CopyLook]) -> None:
        self._forget()
        self._desk.run(
            self.tr("Looking at the copy"),
            look,
            done=self._show_look,
            failed=self._refuse,
            writes=False,
        )

    def _show_look(self, look: CopyLook) -> None:
        self._look = look
        self._fill()
        place = self.copies.field.findData(str(look.path))
        self.copies.field.blockSignals(True)
        self.copies.field.setCurrentIndex(place)
        self.copies.field.blockSignals(False)
        self.view.show_look(look, self._desk.formats)
        self.follows.setVisible(look.ok)
        self.accept_button.setEnabled(look.ok)

    def _refuse(self, error: TrainerError) -> None:
        self._forget()
        self.error.say(self._desk.explained(error))
        self.error.show()

    def _ask_file(self) -> None:
        kinds = self.tr("Backups of this program (*{ending})").format(ending=EXTENSION)
        start = self._desk.preferences.now.export_folder or str(Path.home())
        chosen, _ = QFileDialog.getOpenFileName(self, self.file_button.text(), start, kinds)
        if chosen:
            self.look_at_file(Path(chosen))

    def _restore(self) -> None:
        look = self._look
        if look is None or not look.ok:
            return
        self._desk.run(
            self.tr("Putting the copy back"),
            lambda work, progress: backups.prepare_restore(work, look.path, progress),
            done=self._prepared,
            failed=self._refuse,
        )

    def _prepared(self, restoring: Restoring) -> None:
        self.dismiss()
        self.ready.emit(restoring)
