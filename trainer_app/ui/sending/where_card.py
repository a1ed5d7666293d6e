"""Step 3: where to write: the sticks that are in, or a folder on this computer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from trainer_app.ui.sending.drives import Drive, removable_drives
from trainer_app.ui.sending.step_card import StepCard
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.choices import ChoiceRow, Shape
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_LOOK_EVERY = 2000  # milliseconds between two looks at what is plugged in
_MOST = 4


class WhereCard(Retranslated, StepCard):
    """A stick appears by itself when it is put in. The last place is remembered."""

    changed = Signal()

    def __init__(self, desk: Desk, look: Callable[[], list[Drive]] = removable_drives) -> None:
        super().__init__("sending_where", 3)
        self._desk, self._look = desk, look
        self._drives: list[Drive] = []
        self._chosen: Path | None = None
        self.rows: list[ChoiceRow] = []
        self.folder = ChoiceRow("sending_folder", Shape.RADIO, "folder")
        self.folder.clicked.connect(self._folder_clicked)
        self.other = Button("sending_other_folder", Kind.GHOST)
        self.other.clicked.connect(self._ask_folder)
        self.hint = label("caption", "sending_where_hint", wrap=True)
        self._sticks = QVBoxLayout()
        self._sticks.setSpacing(8)
        self.body.addLayout(self._sticks)
        self.body.addWidget(self.folder)
        self.body.addWidget(self.other)
        self.body.addWidget(self.hint)
        self.body.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setObjectName("sending_look")
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        kept = desk.preferences.now.export_folder
        self._folder: Path | None = Path(kept) if kept else None
        self.look()
        self.retranslate()

    # What is chosen

    @property
    def place(self) -> Path | None:
        """The folder to write into; None while nothing is chosen, or the stick was pulled."""
        return self._chosen

    @property
    def name(self) -> str:
        """What people call that place."""
        drive = self._drive(self._chosen)
        if drive is not None:
            return drive.name
        return self._chosen.name or str(self._chosen) if self._chosen else ""

    @property
    def free(self) -> int | None:
        """How many bytes the stick that is chosen has room for; None for a folder."""
        drive = self._drive(self._chosen)
        return drive.free if drive is not None else None

    @property
    def on_stick(self) -> bool:
        """Tell whether a stick is chosen."""
        return self._drive(self._chosen) is not None

    def remember(self) -> None:
        """Keep the place for the next time."""
        if self._chosen is not None:
            self._desk.preferences.change(export_folder=str(self._chosen))

    def choose(self, place: Path) -> None:
        """Choose a stick or a folder."""
        if self._drive(place) is None:
            self._folder = place
        self._chosen = place
        self._show()
        self.changed.emit()

    # What there is

    def look(self) -> None:
        """Look at what is plugged in, and show it if it is something else than before."""
        drives = self._look()[:_MOST]
        if drives == self._drives and self.rows:
            return
        self._drives = drives
        if self._chosen is None or (self._drive(self._chosen) is None and self._chosen != self._folder):
            self._chosen = self._first_place()
        self._make_rows()
        self._show()
        self.changed.emit()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Where to"))
        self.other.setText(self.tr("Another folder…"))
        self.hint.setText(self.tr("No memory stick found: put one in, and it appears here by itself."))
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Look for sticks while the screen is seen."""
        super().showEvent(event)
        self.look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop looking."""
        self._timer.stop()
        super().hideEvent(event)

    def _drive(self, place: Path | None) -> Drive | None:
        return next((drive for drive in self._drives if drive.path == place), None)

    def _first_place(self) -> Path | None:
        """Return the stick used last, else any that can be written, else the folder used last."""
        writable = [drive.path for drive in self._drives if drive.writable]
        if self._folder in writable:
            return self._folder
        if writable:
            return writable[0]
        return self._folder if self._folder is not None and self._folder.is_dir() else None

    def _make_rows(self) -> None:
        while (taken := self._sticks.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for place, drive in enumerate(self._drives):
            row = ChoiceRow(f"sending_drive_{place}", Shape.RADIO, "usb")
            row.setEnabled(drive.writable)
            row.clicked.connect(lambda _on=False, path=drive.path: self.choose(path))
            self._sticks.addWidget(row)
            self.rows.append(row)

    def _show(self) -> None:
        formats = self._desk.formats
        for row, drive in zip(self.rows, self._drives, strict=True):
            free = self.tr("{free} of {size} free")
            words = free.format(free=formats.size(drive.free), size=formats.size(drive.size))
            row.set_words(drive.name, words if drive.writable else self.tr("write-protected"))
            _check(row, on=drive.path == self._chosen)
        folder = self._folder if self._folder is not None and self._drive(self._folder) is None else None
        second = str(folder) if folder is not None else self.tr("for e-mail or a shared folder")
        self.folder.set_words(self.tr("Folder on this computer"), second)
        self.other.setVisible(folder is not None)
        _check(self.folder, on=self._chosen is not None and self._drive(self._chosen) is None)
        self.hint.setVisible(not self._drives)

    def _folder_clicked(self) -> None:
        """Choose the folder used last, or ask for one."""
        if self._folder is not None and self._drive(self._folder) is None and self._folder.is_dir():
            self.choose(self._folder)
        else:
            self._ask_folder()

    def _ask_folder(self) -> None:
        start = str(self._folder or Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where to write the file"), start)
        if chosen:
            self.choose(Path(chosen))
        else:
            self._show()


def _check(row: ChoiceRow, *, on: bool) -> None:
    """Check or uncheck; Qt keeps the last one of an exclusive group checked unless it is asked twice."""
    row.setAutoExclusive(on)
    row.setChecked(on)
    row.setAutoExclusive(True)
