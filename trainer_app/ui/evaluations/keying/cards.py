"""Cards of the keying page: whose papers are keyed in or missing, and the differences between two entries."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from trainer_app.actions.evaluations.feedback import Collection
from trainer_app.actions.evaluations.progress import PaperList, PaperState
from trainer_app.domain.evaluations.forms import AnonymousPaper
from trainer_app.domain.evaluations.questions import BLANK
from trainer_app.ui.evaluations.keying.controller import AnswerKeys
from trainer_app.ui.evaluations.keying.sources import (
    AnonymousPapers,
    DifferenceRow,
    OpenPaper,
    PaperListRow,
    row_of_line,
)
from trainer_app.ui.kit import wording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import number_sign, shown_name
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import FlowRow, PageStack
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.labels import SUBJECT, Retranslated, label, set_role
from trainer_app.ui.widgets.pages import EmptyState
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import NAME_LEAST, TableView

WIDTH, _ROW = 372, 30
_TONES = {PaperState.UNFINISHED: Tone.DUE, PaperState.KEYED: Tone.GOOD}
"""Of what is keyed in or begun; the rest is quiet."""


class PaperListCard(Retranslated, Card):
    """`chosen` is emitted with a row's key when it is pressed."""

    chosen = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__("keying_list")
        self.context = context
        self.setFixedWidth(WIDTH)
        self._second, self._anonymous, self.waits = False, False, ""
        self.sum = label("second", "keying_list_sum", wrap=True)
        columns: tuple[Column[PaperListRow], ...] = (
            Column("number", number_sign, lambda row: str(row.number or ""), 62, True, TextStyle.QUIET),
            Column("name", self._what, lambda row: shown_name(row.name)),
            Column("state", lambda: self.tr("Entered"), self._state, 128, chip=self._chip),
        )
        self.model: ListTableModel[PaperListRow] = ListTableModel(
            "keying_list_model", columns, lambda row: row.key, self
        )
        self.table = TableView("keying_list_table")
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.least_free = NAME_LEAST
        self.table.show_model(self.model)
        body = self.add_body()
        body.setContentsMargins(20, 8, 20, 10)
        body.addWidget(self.sum)
        self.add_row(self.table, 1)
        self.grow()
        self.table.opened.connect(lambda row: self.chosen.emit(self.model.key(row)))
        self.table.clicked.connect(lambda index: self.chosen.emit(self.model.key(index.row())))
        self.retranslate()

    def show_list(self, found: PaperList, *, second: bool, current: str = "") -> None:
        """Show the papers of participants; in a second entry only how far that is."""
        self._second, self._anonymous = second, False
        rows = [row_of_line(line, found.questions, second=second) for line in found.lines]
        self._show([row for row in rows if row.state is not PaperState.ABSENT], current)
        done = found.twice if second else found.keyed
        parts = [self.tr("{done} of {count} papers entered").format(done=done, count=found.expected)]
        unfinished = sum(row.state is PaperState.UNFINISHED for row in rows)
        if unfinished:
            parts.append(self.tr("%n not finished", "", unfinished))
        missing = sum(row.state is PaperState.MISSING for row in rows)
        if missing and not second:
            parts.append(self.tr("in the room without a paper: %n", "", missing))
        self.sum.setText(" · ".join(parts))

    def says_otherwise(self, paper: OpenPaper | None) -> bool:
        """Tell whether a paper is listed as entered and became incomplete, or the other way round."""
        row = self.model.row_of(paper.key) if paper is not None else None
        state = self.model.row(row).state if row is not None else None
        listed = {PaperState.KEYED: True, PaperState.UNFINISHED: False}.get(state) if state else None
        return paper is not None and listed is not None and listed != paper.whole

    def show_sheets(
        self, found: Collection, begun: Sequence[AnonymousPaper], source: AnonymousPapers, current: str = ""
    ) -> None:
        """Show the sheets of nobody by number: their order tells nothing.

        Those without one say what is on them, where that was read here. A second entry lists none of these.
        """
        self._second, self._anonymous = source.second, True
        everything = [each for each in (*begun, *found.listed) if each.number is not None or not self._second]
        everything.sort(key=lambda paper: (paper.number is None, paper.number or 0, paper.key))
        self._show([self._sheet_row(paper, source) for paper in everything], current)
        parts = [self.tr("%n sheet(s) entered", "", len(found.papers))]
        if begun:
            parts.append(self.tr("%n not finished", "", len(begun)))
        unseen = len(found.papers) - len(found.listed)
        if unseen:
            parts.append(self.tr("filled in on this laptop and not listed until they enter: %n", "", unseen))
        parts += [self.waits] if self.waits else []
        self.sum.setText(" · ".join(parts))

    def _what(self) -> str:
        return self.tr("Sheet") if self._anonymous else self.tr("Paper")

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Sheets") if self._anonymous else self.tr("Papers"))
        self.model.retranslate()
        self.table.setAccessibleName(self.title.text() if self._anonymous else self.tr("Papers of this form"))

    def _show(self, rows: Sequence[PaperListRow], current: str) -> None:
        self.retranslate()
        self.model.set_rows(rows)
        row = self.model.row_of(current)
        if row is not None:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))
        else:
            self.table.clearSelection()
            self.table.setCurrentIndex(self.model.index(-1, -1))

    def _sheet_row(self, paper: AnonymousPaper, source: AnonymousPapers) -> PaperListRow:
        answers = paper.second if source.second else paper.answers
        whole = len(source.form.questions)
        done = sum(answer is not None for answer in answers)
        state = PaperState.KEYED if done >= whole else PaperState.UNFINISHED if done else PaperState.MISSING
        name = self.tr("Anonymous sheet")
        if paper.number is None and paper.waiting and not paper.language:
            name = self.tr("No number: {answers}").format(answers=source.marks(paper))
        return PaperListRow(paper.key, paper.number, name, state, done, whole, paper.conflict)

    def _state(self, row: PaperListRow) -> str:
        if row.conflict:
            return self.tr("see Review")
        words = {
            PaperState.KEYED: self.tr("entered"),
            PaperState.UNFINISHED: self.tr("{done} of {whole}").format(done=row.done, whole=row.whole),
            PaperState.MISSING: self.tr("not yet") if self._second else self.tr("no paper"),
            PaperState.TYPED: self.tr("points only"),
        }
        return words.get(row.state, "")

    def _chip(self, row: PaperListRow) -> tuple[Tone, str, str] | None:
        if row.conflict:
            return Tone.DUE, self._state(row), "alert"
        if row.state is PaperState.MISSING:
            return None
        icon = "check" if row.state is PaperState.KEYED else ""
        return _TONES.get(row.state, Tone.QUIET), self._state(row), icon


_DIFFERENCE_ROW, _FIELD = 34, 150


class DifferencesTable(TableView):
    """Digits take one of the entries: 1 the first, 2 the second; Enter goes on to another answer."""

    took = Signal(int)
    another = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take an entry."""
        if event.text() in ("1", "2"):
            self.took.emit(int(event.text()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.another.emit()
        else:
            super().keyPressEvent(event)


class DifferencesCard(Retranslated, Card):
    """`settled` gives a row and the answer that stands on the paper."""

    settled = Signal(object, str)

    def __init__(self, context: AppContext, keys: AnswerKeys) -> None:
        super().__init__("differences")
        self.context, self.keys, self._sheets = context, keys, False
        columns: tuple[Column[DifferenceRow], ...] = (
            Column("number", number_sign, lambda row: str(row.difference.number), 72, True, TextStyle.QUIET),
            Column("name", lambda: self.tr("Sheet") if self._sheets else self.tr("Paper"), self._name),
            Column("question", lambda: self.tr("Question"), lambda row: str(row.place + 1), 92, right=True),
            Column("first", lambda: self.tr("First entry"), self._first, 170, look=TextStyle.STRONG),
            Column("second", lambda: self.tr("Second entry"), self._second, 170, look=TextStyle.STRONG),
        )
        self.model: ListTableModel[DifferenceRow] = ListTableModel(
            "differences_model", columns, lambda row: row.key, self
        )
        self.table = DifferencesTable("differences_table")
        self.table.verticalHeader().setDefaultSectionSize(_DIFFERENCE_ROW)
        self.table.show_model(self.model)
        self.asked = label("body_strong", "differences_question", wrap=True)
        self.take_first = Button("differences_first", ButtonKind.CHOICE)
        self.take_second = Button("differences_second", ButtonKind.CHOICE)
        self.caption = label("second", "differences_other_label")
        self.field = QLineEdit()
        self.field.setObjectName("differences_other")
        self.field.setFixedWidth(_FIELD)
        self.caption.setBuddy(self.field)
        self.hint = label("caption", "differences_hint", wrap=True)
        self.empty = EmptyState("differences_empty", "okcircle")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        answers = QWidget()
        answers.setObjectName("differences_answers")
        column = QVBoxLayout(answers)
        column.setContentsMargins(CARD_PADDING, 12, CARD_PADDING, 14)
        column.setSpacing(10)
        column.addWidget(self.asked)
        line = FlowRow()
        line.setSpacing(8)
        line.addWidget(self.take_first)
        line.addWidget(self.take_second)
        line.addSpacing(12)
        line.addWidget(self.caption)
        line.addWidget(self.field)
        line.addWidget(self.hint, 1)
        column.addLayout(line)
        self.answers = answers
        self.body = PageStack()
        self.body.setObjectName("differences_body")
        self.body.addWidget(self.table)
        self.body.addWidget(self.empty)
        self.add_row(self.body, 1)
        self.add_row(answers)
        self.grow()

    def _connect(self) -> None:
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.table.took.connect(self._take)
        self.table.another.connect(self.field.setFocus)
        self.take_first.clicked.connect(lambda: self._take(1))
        self.take_second.clicked.connect(lambda: self._take(2))
        self.field.returnPressed.connect(self._take_other)

    def show_rows(self, rows: Sequence[DifferenceRow], *, sheets: bool) -> None:
        """Show what is left to settle, in papers or in `sheets` of nobody; the place in the list stays."""
        self._sheets = sheets
        self.model.retranslate()
        place = max(0, self.table.currentIndex().row())
        self.model.set_rows(rows)
        if rows:
            self.table.selectRow(min(place, len(rows) - 1))
        self.body.setCurrentIndex(0 if rows else 1)
        self.show_row(self.answers, shown=bool(rows))
        self._show_current()

    def current(self) -> DifferenceRow | None:
        """Return the difference that is chosen."""
        place = self.table.currentIndex().row()
        return self.model.row(place) if 0 <= place < self.model.rowCount() else None

    def focus_first(self) -> QWidget:
        """Return what has the keyboard."""
        return self.table if self.model.rowCount() else self.empty

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Differences between the two entries"))
        self.table.setAccessibleName(self.tr("Differences between the two entries"))
        self.caption.setText(self.tr("The paper says"))
        self.field.setAccessibleName(self.tr("What the paper says, if neither entry does"))
        self.field.setPlaceholderText(self.tr("another answer"))
        self.empty.set_words(
            self.tr("The two entries say the same"),
            self.tr("What was entered twice agrees. What differs is listed here."),
        )
        self._show_current()

    def _show_current(self) -> None:
        row = self.current()
        if row is None:
            return
        language = self.context.language.code
        self.answers.setProperty(SUBJECT, row.key)
        self.asked.setText(f"{row.place + 1}. {row.question.text.best(language)}")
        for button, text, name, key in (
            (self.take_first, self._first(row), row.keyed_by, "1"),
            (self.take_second, self._second(row), row.checked_by, "2"),
        ):
            by = f"{text} ({name})" if name else text
            button.setText(by)
            button.setAccessibleName(by)
            button.set_hint(key)
            button.updateGeometry()
        self.field.clear()
        set_role(self.hint, "caption")
        self.hint.setText(self.tr("Look at the paper: 1 takes the first, 2 the second, Enter types another."))

    def _take(self, which: int) -> None:
        row = self.current()
        if row is not None:
            found = row.difference.first if which == 1 else row.difference.second
            self.settled.emit(row, found or BLANK)

    def _take_other(self) -> None:
        row, text = self.current(), self.field.text().strip()
        if row is None:
            return
        if not row.question.handler.has_options or not text or text in ("/", "."):
            self.settled.emit(row, BLANK if text in ("/", ".") else text)
            return
        options = [self.keys.place_of(key, 0, len(row.question.options)) for key in text if key not in ", "]
        places = [each for each in options if isinstance(each, int) and each > 0]
        if len(places) != len(options):
            set_role(self.hint, "error")
            self.hint.setText(self.tr("{text} is no answer to this question.").format(text=text))
            return
        self.settled.emit(row, row.paper.answer_of(row.place, places) or BLANK)

    def _name(self, row: DifferenceRow) -> str:
        return row.paper.name or self.tr("Anonymous sheet")

    def _first(self, row: DifferenceRow) -> str:
        return wording.answer_words(row.question, row.difference.first or BLANK, row.paper.order(row.place))

    def _second(self, row: DifferenceRow) -> str:
        return wording.answer_words(row.question, row.difference.second or BLANK, row.paper.order(row.place))
