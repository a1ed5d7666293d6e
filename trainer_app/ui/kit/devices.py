"""What is plugged in, asked beside the window; and the field in which a stick or folder is chosen.

Asked in a thread of its own, since a disk that is away, one that sleeps, or a printer of the network takes
seconds to answer.
"""

import logging
import os
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from PySide6.QtCore import QObject, QStorageInfo, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from trainer_app.system.folders import carried_roots
from trainer_app.system.preferences import Preference, Preferences
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose, begin_in
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.pickers import ComboBox

_log = logging.getLogger(__name__)


class _Answer(Struct):
    """What a thread brings: `ready` is set last."""

    value: Any = None
    error: Exception | None = None
    ready: threading.Event = msgspec.field(default_factory=threading.Event)


_ANSWERED_WITHIN = 30  # milliseconds between two looks whether the thread has its answer


class Asking[T](QObject):
    """Asks the system something, in a thread of its own, and calls `told` in the window's with the answer.

    While one question waits for its answer, another is not asked. The thread ends with the program, whatever
    the system does meanwhile. `at_once` asks here and now: for tests.
    """

    def __init__(
        self, parent: QObject, name: str, told: Callable[[T], object], *, at_once: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._told, self._at_once = told, at_once
        self._waiting: _Answer | None = None
        self._timer = QTimer(self)
        self._timer.setObjectName(f"{name}_answer")
        self._timer.setInterval(_ANSWERED_WITHIN)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Tell whether an answer is waited for."""
        return self._waiting is not None

    def ask(self, question: Callable[[], T]) -> bool:
        """Ask, unless an answer is waited for; tell whether it was asked. An OSError is no answer."""
        if self.busy:
            return False
        if self._at_once:
            self._told(question())
            return True
        answer = self._waiting = _Answer()

        def find_out() -> None:
            try:
                answer.value = question()
            except Exception as problem:  # noqa: BLE001 - raised again where it can be told
                answer.error = problem
            answer.ready.set()

        threading.Thread(target=find_out, name=self.objectName(), daemon=True).start()
        self._timer.start()
        return True

    def _look(self) -> None:
        answer = self._waiting
        if answer is None or not answer.ready.is_set():
            return
        self._waiting = None
        self._timer.stop()
        if isinstance(answer.error, OSError):
            _log.warning("the system did not answer: errno %s", answer.error.errno)
        elif answer.error is not None:
            raise answer.error
        else:
            self._told(answer.value)


class Drive(Struct, frozen=True):
    """A place to write to. Sizes are in bytes; `name` is what people call it: "KINGSTON (E:)"."""

    path: Path
    name: str
    free: int
    size: int
    writable: bool


def removable_drives() -> list[Drive]:
    """Return the sticks that are in now, write-protected ones too, in the order of their names."""
    roots = carried_roots()
    if roots is not None:
        volumes = [QStorageInfo(root) for root in roots]
    else:
        volumes = [each for each in QStorageInfo.mountedVolumes() if each.rootPath().startswith("/Volumes/")]
    found = [
        drive_of_path(each) for each in volumes if each.isValid() and each.isReady() and not each.isRoot()
    ]
    return sorted(found, key=lambda drive: (not drive.writable, drive.name))


def drive_of_path(volume: QStorageInfo) -> Drive:
    """Describe a volume."""
    path = Path(volume.rootPath())
    writable = not volume.isReadOnly() and os.access(path, os.W_OK)
    return Drive(path, drive_name(volume), volume.bytesAvailable(), volume.bytesTotal(), writable)


def drive_name(volume: QStorageInfo) -> str:
    """Return a volume's label with its letter on Windows, else its label or the folder it is mounted on."""
    root = volume.rootPath().rstrip("/")
    letter = f"({root})" if root.endswith(":") else ""
    label = volume.name() or ("" if letter else Path(volume.rootPath()).name or volume.rootPath())
    return f"{label} {letter}".strip()


class Places(Struct, frozen=True):
    """What there is to write to: sticks, and the folder used last, if it is there."""

    drives: list[Drive] = []
    folder: Path | None = None


def places(look: Callable[[], list[Drive]], kept: str) -> Places:
    """Look at what there is. `kept` is the folder used last; it may be one of the network."""
    folder = Path(kept) if kept else None
    return Places(look(), folder if folder is not None and folder.is_dir() else None)


LOOK_EVERY = 2000
"""Milliseconds between two looks at what is plugged in."""


class DestinationField(Retranslated, QWidget):
    """A list and a button. `changed` is emitted whenever another place is chosen.

    A stick that is put in while the field is seen appears by itself; without any the list says what to do.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        context: AppContext,
        look: Callable[[], list[Drive]] = removable_drives,
        kept: Preference[str] = Preferences.export_folder,
        purpose: Purpose = Purpose.SENDING,
    ) -> None:
        """`kept` is where the place used last is remembered: that of backups is no place for other files."""
        super().__init__()
        self.setObjectName(f"{name}_field")
        self._context, self._look, self._kept, self._purpose = context, look, kept, purpose
        self._drives: list[Drive] = []
        self._looked = False
        self._asking = Asking(self, f"{name}_asking", self._found, at_once=context.jobs.synchronous)
        self._folders: list[Path] = []
        self.choice = ComboBox(name)
        self.other = Button(f"{name}_other", icon="folder")
        row = FlowRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.choice, 1)
        row.addWidget(self.other)
        self.setFocusProxy(self.choice)
        self.choice.currentIndexChanged.connect(self.changed)
        self.other.clicked.connect(self._ask)
        self._timer = QTimer(self)
        self._timer.setObjectName(f"{name}_look")
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look_again)
        self.retranslate()

    @property
    def place(self) -> Path | None:
        """The folder chosen; None where there is none."""
        found = self.choice.currentData()
        return Path(str(found)) if found else None

    @property
    def on_stick(self) -> bool:
        """Tell whether it is something that is plugged in, and ejected before it is pulled out."""
        place = self.place
        return place is not None and any(place.is_relative_to(drive.path) for drive in self._drives)

    @property
    def name(self) -> str:
        """What people call it."""
        return self.choice.currentText()

    def look(self) -> None:
        """Look at what is plugged in; the place used last is chosen if it is there."""
        self._looked, self._folders = False, []
        self.look_again()

    def look_again(self) -> None:
        """Look whether a stick came or went; what is chosen stays chosen while it is there."""
        kept = self._remembered()
        self._asking.ask(partial(places, self._look, kept))

    def _found(self, found: Places) -> None:
        drives = [drive for drive in found.drives if drive.writable]
        if self._looked:
            if _names(drives) == _names(self._drives) or self.choice.view().isVisible():
                return
            chosen = str(self.choice.currentData() or "")
        else:
            chosen = str(self.choice.currentData()) if self._folders else self._remembered()
            self._looked = True
            if found.folder is not None:
                self._folders.insert(0, found.folder)
        self._drives = drives
        self._fill(chosen)
        self.retranslate()

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

    def missing(self) -> str:
        """Say what to do where no place is chosen."""
        return self.tr("Put in a USB stick, or choose a folder.")

    def remember(self) -> None:
        """Keep the place for the next time."""
        if self.place is not None:
            self._context.preferences.change(self._kept, str(self.place))

    def _remembered(self) -> str:
        return self._context.preferences.now.value_of(self._kept)

    def retranslate(self) -> None:
        """Set the words of the button, and what an empty list says."""
        self.other.setText(self.tr("Folder…"))
        words = self.tr("No USB stick: put one in") if self._looked else self.tr("Looking for USB sticks…")
        self.choice.setPlaceholderText(words)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the list, which has the focus, too."""
        super().setAccessibleName(name)
        self.choice.setAccessibleName(name)

    def _ask(self) -> None:
        start = str(self.place) if self.place is not None and self.place.is_dir() else begin_in(self._purpose)
        chosen = FileDialog.getExistingDirectory(self, self._question(), start, purpose=self._purpose)
        if chosen:
            self.choose(Path(chosen))

    def _question(self) -> str:
        """Ask where, and say what is written: the form's title names it."""
        form = self.parentWidget()
        while form is not None and not isinstance(form, SidePanel):
            form = form.parentWidget()
        what = form.title.text() if form is not None else self.choice.accessibleName()
        return self.tr("Where to write: {what}").format(what=what)


def _names(drives: list[Drive]) -> list[tuple[Path, str]]:
    """Return what tells drives apart; the room that is left on them changes all the time."""
    return [(drive.path, drive.name) for drive in drives]


def _name_of(folder: Path) -> str:
    """Return a folder's own name with the one above it, which is enough to tell it from others."""
    return " / ".join(folder.parts[-2:]) if len(folder.parts) > 2 else str(folder)
