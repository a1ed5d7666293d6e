"""What is asked after a number was typed and before a paper is open, so that no key counts meanwhile.

Whose paper it is, where nobody on the list has the number; and whether it is this paper at all, where it is
entered already, where its owner has points that were typed by hand, or was never there.
"""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from trainer_app.actions.evaluations.keying import PaperView
from trainer_app.actions.evaluations.progress import Absence, PaperDoubts, PaperLine
from trainer_app.domain.base.text_search import searcher
from trainer_app.ui.evaluations.keying.sources import OpenPaper
from trainer_app.ui.evaluations.wording import plain
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import number_sign, shown_name
from trainer_app.ui.kit.screens import KeyHint, withhold
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_ROW = 34


class ParticipantField(QLineEdit):
    """A name or a number of the list; arrows move in the table below, Esc leaves."""

    stepped = Signal(int)
    closed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass the keys on that do more than typing."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class PaperOwnerForm(Retranslated, QWidget):
    """`chosen` gives an enrolment, `named` the name of somebody who is not on the list."""

    chosen = Signal(str)
    named = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keying_whose")
        self._number, self._lines = 0, list[PaperLine]()
        self.title = label("card_title", "keying_whose_title", wrap=True)
        self.text = label("second", "keying_whose_text", wrap=True)
        self.name = ParticipantField()
        self.name.setObjectName("keying_whose_name")
        self.add = Button("keying_whose_add", ButtonKind.PLAIN, "adduser")
        self.back = Button("keying_whose_back", ButtonKind.GHOST)
        columns: tuple[Column[PaperLine], ...] = (
            Column("number", number_sign, lambda line: str(line.list_number), 64, True, TextStyle.QUIET),
            Column("name", lambda: self.tr("Participants without a paper"), lambda line: line.name),
        )
        self.model: ListTableModel[PaperLine] = ListTableModel(
            "keying_whose_model", columns, lambda line: line.enrolment, self
        )
        self.table = TableView("keying_whose_table")
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.show_model(self.model)
        self._lay_out()
        self.name.textEdited.connect(self._find)
        self.name.stepped.connect(self._step)
        self.name.returnPressed.connect(self._enter)
        self.name.closed.connect(self.closed)
        self.add.clicked.connect(lambda: self.named.emit(self.name.text().strip()))
        withhold(("evaluations/keying/assign_paper", "courses/enrolments/add_by_name"), self.add)
        self.back.clicked.connect(self.closed)
        self.table.opened.connect(lambda place: self.chosen.emit(self.model.key(place)))
        self.table.clicked.connect(lambda index: self.chosen.emit(self.model.key(index.row())))
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_PADDING, 16, CARD_PADDING, 16)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.text)
        line = FlowRow()
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

    @override
    def retranslate(self) -> None:
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


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AskedPaper:
    """A paper that is not open yet, and what is asked about it."""

    def __init__(self, paper: OpenPaper, doubts: PaperDoubts, *, resit: bool) -> None:
        self.paper, self.doubts, self.resit = paper, doubts, resit
        held = paper.held
        self.list_number = held.list_number if isinstance(held, PaperView) else paper.number or 0


class PaperDoubtForm(Retranslated, QWidget):
    """Enter goes on to the paper, + begins another one of the same person, Esc goes back to the number.

    Whoever types without looking up types answers here: they are not taken, and the Enter after the next
    number neither. Only a second one goes on.
    """

    accepted = Signal()
    again = Signal()
    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("keying_doubt")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._context = context
        self.asked: AskedPaper | None = None
        self._typed = False
        self.title = label("card_title", "keying_doubt_title", wrap=True)
        self.text = label("subtitle", "keying_doubt_text", wrap=True)
        self.note = label("error", "keying_doubt_note", wrap=True)
        self.accept = Button("keying_doubt_accept", ButtonKind.PRIMARY)
        self.resit = Button("keying_doubt_resit", ButtonKind.PLAIN, "plus")
        self.back = Button("keying_doubt_back", ButtonKind.GHOST)
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_PADDING, 20, CARD_PADDING, 16)
        column.setSpacing(12)
        for part in (self.title, self.text, self.note):
            column.addWidget(part)
        line = FlowRow()
        line.setSpacing(8)
        for button in (self.accept, self.resit, self.back):
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        self.accept.clicked.connect(self.accepted)
        self.resit.clicked.connect(self.again)
        self.back.clicked.connect(self.closed)
        self.retranslate()

    def ask(self, asked: AskedPaper) -> None:
        """Ask about a paper."""
        self.asked, self._typed = asked, False
        self.retranslate()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose; nothing else that is typed here counts."""
        if event.isAutoRepeat():
            return
        key, sign = event.key(), event.text()
        if key in _ENTER and not self._typed:
            self.accepted.emit()
        elif key in _ENTER:
            self._typed = False
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif sign == "+" and self.resit.isVisibleTo(self) and not self._typed:
            self.again.emit()
        elif sign and sign.isprintable():
            self._typed = True
            self._say_note()
        else:
            super().keyPressEvent(event)

    def keys(self) -> list[KeyHint]:
        """Return the keys in words."""
        again = [KeyHint("+", self.resit.text())] if self.resit.isVisibleTo(self) else []
        return [KeyHint("Return", self.accept.text()), *again, KeyHint("Esc", self.back.text())]

    @override
    def retranslate(self) -> None:
        if self.asked is None:
            return
        entered = self.asked.paper.whole
        self.title.setText(self._title(self.asked))
        self.text.setText("\n".join(self._reasons(self.asked)))
        self.accept.setText(self.tr("Correct it") if entered else self.tr("Enter this paper"))
        self.accept.set_hint("Enter")
        self.resit.setText(self.tr("Re-sit"))
        self.resit.set_hint("+")
        self.resit.setVisible(self.asked.resit)
        self.back.setText(self.tr("Type the number again"))
        self.back.set_hint("Esc")
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(self.text.text())
        self._say_note()

    def _say_note(self) -> None:
        self.note.setVisible(self._typed)
        self.note.setText(
            self.tr("What was typed here was not taken. Look at the paper; Enter, pressed twice, goes on.")
        )

    def _title(self, asked: AskedPaper) -> str:
        paper = asked.paper
        if not paper.name:
            return self.tr("Sheet {number} is entered already").format(number=paper.number)
        if paper.whole:
            said = self.tr("Paper {number} is entered already: {name}")
        elif asked.doubts.points is not None:
            said = self.tr("Paper {number}: {name} has points already")
        else:
            said = self.tr("Paper {number}: is it that of {name}?")
        return said.format(number=paper.number, name=shown_name(paper.name))

    def _reasons(self, asked: AskedPaper) -> list[str]:
        said = []
        doubts, number = asked.doubts, asked.list_number
        if asked.paper.whole:
            said.append(self.tr("Enter opens it to be corrected, + begins a re-sit: another paper."))
            if not asked.resit:
                said = [self.tr("Enter opens it to be corrected.")]
        if doubts.points is not None:
            formats = self._context.formats
            given, whole = plain(doubts.points, formats), plain(doubts.out_of, formats)
            words = self.tr(
                "Points given by hand: {points} of {whole}. With its first answer the paper stands in their "
                "place. A re-sit (+) leaves both, and the rule of the course says which counts."
            )
            said.append(words.format(points=given, whole=whole))
        if doubts.absence is not None:
            said.append(self._absence(doubts).format(number=number))
        if not asked.paper.whole:
            said.append(self.tr("Enter: it is this paper."))
        said.append(self.tr("Esc: the number was mistyped. Nothing was changed."))
        return said

    def _absence(self, doubts: PaperDoubts) -> str:
        if doubts.absence is Absence.LEFT:
            return self.tr("No.\u00a0{number} left the list and was not there.")
        if doubts.absence is Absence.THAT_DAY and doubts.day is not None:
            day = self._context.formats.day_long(doubts.day)
            return self.tr("No.\u00a0{number} was absent on {day}.").replace("{day}", day)
        return self.tr("No.\u00a0{number} was absent in all sessions.")
