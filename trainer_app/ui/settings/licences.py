"""What the program is made of and under which licences: a list, and the text of each.

A built program holds every text; a checkout those that the installed packages bring.
"""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from trainer_app.system.notices import Notice, notices, own_notice
from trainer_app.ui.widgets.cards import ClickableRow
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.overlays import SidePanel

_WIDTH = 620
_ROW = 40
_TEXT_HEIGHT = 360


class PartRow(ClickableRow):
    """One part: its name with the version, and its licence; pressing it opens the text."""

    def __init__(self, index: int, part: Notice) -> None:
        super().__init__(f"licence_{index}", _ROW)
        self.part = part
        title = f"{part.name} {part.version}".strip()
        self.setAccessibleName(f"{title}, {part.licence}")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(label("small", f"licence_{index}_name", title))
        row.addStretch(1)
        row.addWidget(label("caption", f"licence_{index}_text", part.licence))


class LicenceText(Retranslated, QWidget):
    """The text of one licence, and the way back to the list."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("licence_page")
        self.setProperty("role", "clear")
        self.back = Button("licence_back", ButtonKind.PLAIN, "left")
        self.back.clicked.connect(self.left)
        self.name = label("body_strong", "licence_name", wrap=True)
        self.licence = label("caption", "licence_kind", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setObjectName("licence_text")
        self.text.setReadOnly(True)
        self.text.setMinimumHeight(_TEXT_HEIGHT)
        self.text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.name)
        column.addWidget(self.licence)
        column.addWidget(self.text, 1)
        self._part = Notice("", "", "")
        self.retranslate()

    def show_part(self, part: Notice) -> None:
        """Show a part from the beginning of its text."""
        self._part = part
        self.name.setText(f"{part.name} {part.version}".strip())
        self.licence.setText(part.licence)
        self.retranslate()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self) -> None:
        self.back.setText(self.tr("All parts"))
        self.text.setAccessibleName(self.tr("Text of the licence"))
        missing = self.tr("The text of this licence comes with the installed program.")
        self.text.setPlainText(self._part.text or missing)


class LicencesPanel(SidePanel):
    """The program, its libraries and typefaces, each with version and licence."""

    def __init__(self, host: QWidget) -> None:
        super().__init__("licences", host, _WIDTH)
        self._read = own_notice()
        self.rows = [PartRow(index, part) for index, part in enumerate(notices())]
        self.list = QWidget()
        self.list.setObjectName("licences_list")
        self.list.setProperty("role", "clear")
        column = QVBoxLayout(self.list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows:
            column.addWidget(row)
            row.clicked.connect(self._open)
        column.addStretch(1)
        self.page = LicenceText()
        self.page.left.connect(self.show_list)
        self.body.addWidget(self.list)
        self.body.addWidget(self.page, 1)
        self.page.hide()
        self.accept_button.hide()
        self.retranslate()

    def show_list(self) -> None:
        """Show all parts again, and go to the one that was read."""
        self.page.hide()
        self.list.show()
        read = next((row for row in self.rows if row.part == self._read), self.rows[0])
        read.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bring_into_view(read)

    def _open(self) -> None:
        row = self.sender()
        if isinstance(row, PartRow):
            self._read = row.part
            self.list.hide()
            self.page.show()
            self.page.show_part(row.part)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("Libraries and licences"), "")
        self.cancel_button.setText(self.tr("Close"))
