"""A place to write to, in one line of a form: the sticks that are in, the folder used last, another one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from trainer_app.ui.sending.drives import Drive, removable_drives
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.forms import ComboBox
from trainer_app.ui.widgets.naming import Retranslated

_LOOK_EVERY = 2000  # milliseconds between two looks at what is plugged in


class PlaceField(Retranslated, QWidget):
    """A list and a button. `changed` is emitted whenever another place is chosen.

    A stick that is put in while the field is seen appears by itself; without any the list says what to do.
    """

    changed = Signal()

    def __init__(self, name: str, desk: Desk, look: Callable[[], list[Drive]] = removable_drives) -> None:
        super().__init__()
        self.setObjectName(f"{name}_field")
        self._desk, self._look = desk, look
        self._drives: list[Drive] = []
        self._folders: list[Path] = []
        self.choice = ComboBox(name)
        self.other = Button(f"{name}_other", icon="folder")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.choice, 1)
        row.addWidget(self.other)
        self.setFocusProxy(self.choice)
        self.choice.currentIndexChanged.connect(self.changed)
        self.other.clicked.connect(self._ask)
        self._timer = QTimer(self)
        self._timer.setObjectName(f"{name}_look")
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look_again)
        self.retranslate()

    @property
    def place(self) -> Path | None:
        """The folder chosen; None where there is none."""
        found = self.choice.currentData()
        return Path(str(found)) if found else None

    @property
    def name(self) -> str:
        """What people call it."""
        return self.choice.currentText()

    def look(self) -> None:
        """Look at what is plugged in; the place used last is chosen if it is there."""
        kept = self._desk.preferences.now.export_folder
        self._folders = [Path(kept)] if kept and Path(kept).is_dir() else []
        self._drives = self._writable()
        self._fill(kept)

    def look_again(self) -> None:
        """Look whether a stick came or went; what is chosen stays chosen while it is there."""
        drives = self._writable()
        if _names(drives) == _names(self._drives) or self.choice.view().isVisible():
            return
        kept, self._drives = self.choice.currentData(), drives
        self._fill(str(kept) if kept else "")

    def _writable(self) -> list[Drive]:
        return [drive for drive in self._look() if drive.writable]

    def _fill(self, chosen: str) -> None:
        self.choice.blockSignals(True)
        self.choice.clear()
        for drive in self._drives:
            self.choice.addItem(drive.name, str(drive.path))
        for folder in self._folders:
            if self.choice.findData(str(folder)) < 0:
                self.choice.addItem(_name_of(folder), str(folder))
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)) if self.choice.count() else -1)
        self.choice.blockSignals(False)
        self.changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Look for sticks while the field is seen."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop looking."""
        self._timer.stop()
        super().hideEvent(event)

    def choose(self, folder: Path) -> None:
        """Choose a folder."""
        if self.choice.findData(str(folder)) < 0:
            self._folders.append(folder)
            self.choice.addItem(_name_of(folder), str(folder))
        self.choice.setCurrentIndex(self.choice.findData(str(folder)))

    def remember(self) -> None:
        """Keep the place for the next time."""
        if self.place is not None:
            self._desk.preferences.change(export_folder=str(self.place))

    def retranslate(self) -> None:
        """Set the words of the button, and what an empty list says."""
        self.other.setText(self.tr("Folder…"))
        self.choice.setPlaceholderText(self.tr("No memory stick: put one in"))

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the list, which has the focus, too."""
        super().setAccessibleName(name)
        self.choice.setAccessibleName(name)

    def _ask(self) -> None:
        start = str(self.place or Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where to write the file"), start)
        if chosen:
            self.choose(Path(chosen))


def _names(drives: list[Drive]) -> list[tuple[Path, str]]:
    """Return what tells drives apart; the room that is left on them changes all the time."""
    return [(drive.path, drive.name) for drive in drives]


def _name_of(folder: Path) -> str:
    """Return a folder's own name with the one above it, which is enough to tell it from others."""
    return " / ".join(folder.parts[-2:]) if len(folder.parts) > 2 else str(folder)
