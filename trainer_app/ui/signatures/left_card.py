"""At the left: the sheets of the course, by day or by session, and the scans of the one that is open."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from trainer_app.ui.attachments.sheet_files import SheetFiles
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.signatures.sheet_list import SheetList, SheetModel
from trainer_app.ui.signatures.wording import SheetWording
from trainer_app.ui.widgets.choices import Switch
from trainer_app.ui.widgets.labels import rule
from trainer_app.ui.widgets.naming import Retranslated

WIDTH = 244


class LeftCard(Retranslated, QFrame):
    """`per_session_asked` wants the other list: one sheet a session, or one a day."""

    per_session_asked = Signal(bool)

    def __init__(self, desk: Desk, words: SheetWording) -> None:
        super().__init__()
        self.setObjectName("signatures_left")
        self.setProperty("role", "card")
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.model = SheetModel(words, self)
        self.list = SheetList(self.model)
        self.switch = Switch("signatures_kind", ("day", "session"))
        self.switch.set_value("day")
        self.switch.chosen.connect(lambda value: self.per_session_asked.emit(value == "session"))
        self.files = SheetFiles(desk)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 10, 10, 8)
        head.addWidget(self.switch)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(rule("signatures_files_rule"))
        column.addWidget(self.files)

    def retranslate(self) -> None:
        """Set every word."""
        self.switch.set_words(self.tr("By day"), self.tr("By session"))
        self.list.setAccessibleName(self.tr("Signed sheets of the course"))
        self.model.retranslate()

    def minimumSizeHint(self) -> QSize:
        """Give way in height: the list scrolls."""
        return QSize(WIDTH, 240)
