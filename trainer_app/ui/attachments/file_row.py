"""One attached file in a narrow list: press it to look at it, tick that it goes to the office, remove it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.attachments import Attachment
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import IconButton
from trainer_app.ui.widgets.card import TwoLines
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import ClickableRow, IconMark

_PAD = 10


class _Opener(ClickableRow):
    """The part of the row that opens the file."""

    def __init__(self, name: str) -> None:
        super().__init__(name, 44)
        self.words = TwoLines(f"{name}_words")
        line = QHBoxLayout(self)
        line.setContentsMargins(_PAD, 0, 4, 0)
        line.setSpacing(8)
        mark = IconMark(f"{name}_icon", "file")
        line.addWidget(mark)
        line.addWidget(self.words, 1)
        for part in (mark, self.words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class FileRow(Retranslated, QWidget):
    """`opened`, `removed` and `travels(bool)` say what a person wants of the file `key`."""

    opened = Signal()
    removed = Signal()
    travels = Signal(bool)

    def __init__(self, name: str, desk: Desk) -> None:
        super().__init__()
        self.setObjectName(name)
        self._desk = desk
        self._found: Attachment | None = None
        self._sheet = ""
        self.open_button = _Opener(f"{name}_open")
        self.remove_button = IconButton(f"{name}_remove", "trash", size=32)
        self.tick = Tick(f"{name}_travels")
        self.open_button.clicked.connect(self.opened)
        self.remove_button.clicked.connect(self.removed)
        self.tick.clicked.connect(self.travels)
        first = QHBoxLayout()
        first.setContentsMargins(0, 0, 6, 0)
        first.setSpacing(0)
        first.addWidget(self.open_button, 1)
        first.addWidget(self.remove_button)
        second = QHBoxLayout()
        second.setContentsMargins(_PAD, 0, _PAD, 4)
        second.addWidget(self.tick)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(second)
        self.retranslate()

    @property
    def key(self) -> str:
        """The attachment's key; empty for a row that shows nothing yet."""
        return self._found.key if self._found else ""

    def show_file(self, found: Attachment, sheet: str) -> None:
        """Show another file, or how this one stands now, in the list of a sheet (its code)."""
        self._found, self._sheet = found, sheet
        self.tick.setChecked(found.travels)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.tick.setText(self.tr("Goes to the office"))
        found = self._found
        if found is None:
            return
        parts = [self.tr("page {page}").format(page=found.page)] if found.page else []
        if found.sheet and found.sheet != self._sheet:
            # Of a single session, or printed when office or course had another code.
            parts = [f"{found.sheet}/{found.page}" if found.page else found.sheet]
        elif found.here:
            parts.append(self._desk.formats.size(found.size))
        if not found.here:
            parts.append(self.tr("not on this computer"))
        second = " · ".join(parts)
        self.open_button.words.set_lines(found.name, second)
        self.open_button.setAccessibleName(self.tr("Open {file}").format(file=found.name))
        self.open_button.setAccessibleDescription(second)
        self.remove_button.set_words(self.tr("Remove {file}").format(file=found.name))
        self.tick.setAccessibleName(f"{self.tick.text()}: {found.name}")
        self.tick.setEnabled(found.here or found.travels)
