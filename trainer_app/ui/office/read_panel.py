"""A form at the right: old files are read with a recovery key from paper."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer_app.actions import office_again
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.recovery import ReadAgain
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.forms import FormRow, text_field
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.panel import SidePanel

_LONGEST = 120


class ReadPanel(SidePanel):
    """`read(result)` is emitted when all files were looked at."""

    read = Signal(object)

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("read_panel", host)
        self._desk = desk
        self._folder: Path | None = None
        self.about = label("second", "read_about", wrap=True)
        self.key = FormRow("read_key", text_field("read_key", most=_LONGEST))
        self.place = FormRow("read_place", Button("read_place", icon="folder"))
        for part in (self.about, self.key, self.place):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.key.field.textChanged.connect(self._check)
        self.place.field.clicked.connect(self._ask_folder)
        self.accepted.connect(self._read)
        self.retranslate()

    def open(self) -> None:
        """Ask for key and folder."""
        self.key.field.clear()
        self.key.clear_error()
        self._folder = None
        self.retranslate()
        self.reveal(self.key.field)

    def holds_work(self) -> bool:
        """No key is kept while the program is locked."""
        return False

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Read old files"), self.tr("Read them"))
        self.about.setText(
            self.tr(
                "Everything in the folder that this key opens is taken in, once: an archive, sticks, files "
                "of laptops found again."
            )
        )
        self.key.set_words(
            self.tr("Recovery key from the paper"), self.tr("It begins with AGE-SECRET-KEY-1.")
        )
        self.place.set_words(self.tr("Folder with the files"))
        self.place.field.setText(self._folder.name if self._folder else self.tr("Choose the folder…"))
        self._check()

    def _check(self) -> None:
        self.accept_button.setEnabled(self._folder is not None and bool(self.key.field.text().strip()))

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.place.field.text(), str(Path.home()))
        if chosen:
            self._folder = Path(chosen)
            self.retranslate()

    def _read(self) -> None:
        place, key = self._folder, self.key.field.text()
        if place is None:
            return
        self._desk.run(
            self.tr("Reading old files"),
            lambda work, progress: office_again.read_with_paper(work, [place], key, progress=progress),
            done=self._done,
            failed=self._refuse,
        )

    def _done(self, result: ReadAgain) -> None:
        self.key.field.clear()
        self.dismiss()
        # Also files that are only set aside are to be shown.
        touched = result.touched or frozenset({("arrival", "")})
        self._desk.changes.announce(Changes(Label("merging.step.import"), None, touched), self)
        self.read.emit(result)

    def _refuse(self, error: TrainerError) -> None:
        self.key.show_error(self._desk.explained(error))
