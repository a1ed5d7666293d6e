"""Asks whose paper it is that has a number nobody on the list has."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.actions.paper_lists import PaperLine
from trainer_app.domain.folding import searcher
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.models import Column, Look, RowsModel
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.table import TableView

_MOST, _ROW = 5, 34


class NameField(QLineEdit):
    """A name or a number of the list; arrows move in the table below, Esc leaves."""

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass the keys on that do more than typing."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class WhoseForm(Retranslated, QWidget):
    """`chosen` gives an enrolment, `named` the name of somebody who is not on the list."""

    chosen = Signal(str)
    named = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keying_whose")
        self._number, self._lines = 0, list[PaperLine]()
        self.title = label("card_title", "keying_whose_title", wrap=True)
        self.text = label("second", "keying_whose_text", wrap=True)
        self.name = NameField()
        self.name.setObjectName("keying_whose_name")
        self.add = Button("keying_whose_add", Kind.PLAIN, "adduser")
        self.back = Button("keying_whose_back", Kind.GHOST)
        columns: tuple[Column[PaperLine], ...] = (
            Column("number", lambda: "№", lambda line: str(line.list_number), 64, True, Look.QUIET),
            Column("name", lambda: self.tr("Participants without a paper"), lambda line: line.name),
        )
        self.model: RowsModel[PaperLine] = RowsModel(
            "keying_whose_model", columns, lambda line: line.enrolment, self
        )
        self.table = TableView("keying_whose_table")
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.show_model(self.model)
        self._lay_out()
        self.name.textEdited.connect(self._find)
        self.name.stepped.connect(self._step)
        self.name.returnPressed.connect(self._enter)
        self.name.left.connect(self.left)
        self.add.clicked.connect(lambda: self.named.emit(self.name.text().strip()))
        self.back.clicked.connect(self.left)
        self.table.opened.connect(lambda place: self.chosen.emit(self.model.key(place)))
        self.table.clicked.connect(lambda index: self.chosen.emit(self.model.key(index.row())))
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_PADDING, 16, CARD_PADDING, 16)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.text)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.name, 1)
        line.addWidget(self.add)
        line.addWidget(self.back)
        column.addLayout(line)
        column.addWidget(self.table, 1)

    def ask(self, number: int, lines: Sequence[PaperLine]) -> None:
        """Ask whose paper a number is; `lines` are people without one."""
        self._number, self._lines = number, list(lines)
        self.name.clear()
        self._find("")
        self.retranslate()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word."""
        self.title.setText(
            self.tr("Nobody on the list has number {number}. Whose paper is it?").format(number=self._number)
        )
        self.text.setText(
            self.tr("Type a name and press Enter. Esc: I mistyped the number. Nothing has been saved yet.")
        )
        self.name.setPlaceholderText(self.tr("Name, or number on the list"))
        self.name.setAccessibleName(self.tr("Name, or number on the list"))
        self.table.setAccessibleName(self.tr("Participants without a paper"))
        self.add.setText(self.tr("Somebody new: add to the list"))
        self.back.setText(self.tr("Type the number again"))
        self.back.set_hint("Esc")

    def _find(self, text: str) -> None:
        typed = text.strip()
        fits = searcher(typed)
        found = [
            line for line in self._lines if (typed and str(line.list_number) == typed) or fits(line.name)
        ]
        self.model.set_rows(found)
        if found:
            self.table.selectRow(0)
        self.add.setEnabled(len(typed) > 1 and not typed.isdigit())

    def _step(self, by: int) -> None:
        rows = self.model.rowCount()
        if rows:
            self.table.selectRow(min(max(self.table.currentIndex().row() + by, 0), rows - 1))

    def _enter(self) -> None:
        index = self.table.currentIndex()
        if self.name.text().strip() and index.isValid():
            self.chosen.emit(self.model.key(index.row()))
