"""The differences between two entries, and below them what each one says: take one, or type what is right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.domain.answers import BLANK
from trainer_app.domain.questions import CHOICES
from trainer_app.ui.keying import words
from trainer_app.ui.keying.answer_keys import AnswerKeys
from trainer_app.ui.keying.differences import DifferenceRow
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.empty import EmptyState
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.models import Column, Look, RowsModel
from trainer_app.ui.widgets.naming import Retranslated, set_role
from trainer_app.ui.widgets.table import TableView

_ROW, _FIELD = 34, 150


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

    def __init__(self, desk: Desk) -> None:
        super().__init__("differences")
        self.desk = desk
        self.keys = AnswerKeys()
        columns: tuple[Column[DifferenceRow], ...] = (
            Column("number", lambda: "№", _number, 72, True, Look.QUIET),
            Column("name", lambda: self.tr("Paper"), self._name),
            Column("question", lambda: self.tr("Question"), lambda row: str(row.place + 1), 92, right=True),
            Column("first", lambda: self.tr("First entry"), self._first, 170, look=Look.STRONG),
            Column("second", lambda: self.tr("Second entry"), self._second, 170, look=Look.STRONG),
        )
        self.model: RowsModel[DifferenceRow] = RowsModel(
            "differences_model", columns, lambda row: row.key, self
        )
        self.table = DifferencesTable("differences_table")
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.show_model(self.model)
        self.asked = label("body_strong", "differences_question", wrap=True)
        self.take_first = Button("differences_first", Kind.CHOICE)
        self.take_second = Button("differences_second", Kind.CHOICE)
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
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.take_first)
        line.addWidget(self.take_second)
        line.addSpacing(12)
        line.addWidget(self.caption)
        line.addWidget(self.field)
        line.addWidget(self.hint, 1)
        column.addLayout(line)
        self.answers = answers
        self.body = QStackedWidget()
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

    def show_rows(self, rows: Sequence[DifferenceRow]) -> None:
        """Show what is left to settle; the place in the list stays."""
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

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Differences between the two entries"))
        self.table.setAccessibleName(self.tr("Differences between the two entries"))
        self.caption.setText(self.tr("The paper says"))
        self.field.setAccessibleName(self.tr("What the paper says, if neither entry does"))
        self.field.setPlaceholderText(self.tr("another answer"))
        self.empty.set_words(
            self.tr("The two entries say the same"),
            self.tr("Papers that were keyed in twice agree. What differs is listed here."),
        )
        self._show_current()

    def _show_current(self) -> None:
        row = self.current()
        if row is None:
            return
        language = self.desk.language.code
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
        if row.question.kind not in CHOICES or not text or text in ("/", "."):
            self.settled.emit(row, BLANK if text in ("/", ".") else text)
            return
        options = [
            self.keys.place_of(sign, 0, len(row.question.options)) for sign in text if sign not in ", "
        ]
        places = [each for each in options if isinstance(each, int) and each > 0]
        if len(places) != len(options):
            set_role(self.hint, "error")
            self.hint.setText(self.tr("{text} is no answer to this question.").format(text=text))
            return
        self.settled.emit(row, row.paper.answer_of(row.place, places) or BLANK)

    def _name(self, row: DifferenceRow) -> str:
        return row.paper.name or self.tr("Sheet of nobody")

    def _first(self, row: DifferenceRow) -> str:
        order = row.paper.order(row.place)
        return words.answer_words(row.question, row.difference.first or BLANK, order)

    def _second(self, row: DifferenceRow) -> str:
        order = row.paper.order(row.place)
        return words.answer_words(row.question, row.difference.second or BLANK, order)


def _number(row: DifferenceRow) -> str:
    return str(row.difference.number)
