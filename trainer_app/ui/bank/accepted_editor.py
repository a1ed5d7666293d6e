"""What is accepted as an answer: numbers with their bounds, or words; each with what it is worth."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.amounts import WHOLE
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.numbers import read_hundredths
from trainer_app.domain.questions import BOUNDS, MOST_LETTERS, Accepted, QuestionKind
from trainer_app.ui.bank.option_row import BUTTON_WIDTH, CREDIT_WIDTH, GAP
from trainer_app.ui.bank.wording import BankWording
from trainer_app.ui.widgets.buttons import Button, IconButton, Kind
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated, set_state

_NUMBER_WIDTH = 120


class AcceptedField(QLineEdit):
    """Enter goes on to the next answer."""

    next_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)


class AcceptedRow(Retranslated, QWidget):
    """From and to, or words; what it is worth in per cent."""

    changed = Signal()
    next_asked = Signal()
    remove_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.low, self.high, self.words = AcceptedField(), AcceptedField(), AcceptedField()
        for part, field in (("low", self.low), ("high", self.high), ("words", self.words)):
            field.setObjectName(f"{name}_{part}")
            field.setMaxLength(MOST_LETTERS)
            field.textChanged.connect(self.changed)
            field.next_asked.connect(self.next_asked)
        self.to = label("body", f"{name}_to")
        self.credit = AcceptedField()
        self.credit.setObjectName(f"{name}_credit")
        self.credit.setFixedWidth(CREDIT_WIDTH)
        self.credit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.credit.textChanged.connect(self._credit_typed)
        self.credit.next_asked.connect(self.next_asked)
        self.percent = label("body", f"{name}_percent", "%")
        self.remove = IconButton(f"{name}_remove", "close", size=BUTTON_WIDTH)
        self.remove.clicked.connect(self.remove_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for field in (self.low, self.high):
            field.setFixedWidth(_NUMBER_WIDTH)
        row.addWidget(self.low)
        row.addWidget(self.to)
        row.addWidget(self.high)
        row.addWidget(self.words, 1)
        row.addSpacing(GAP)
        row.addWidget(self.credit)
        row.addWidget(self.percent)
        row.addWidget(self.remove)
        row.addStretch(0)
        self.retranslate()

    def show_kind(self, kind: QuestionKind) -> None:
        """Show bounds or words."""
        number = kind is QuestionKind.NUMBER
        for part in (self.low, self.to, self.high):
            part.setVisible(number)
        self.words.setVisible(not number)

    def set_accepted(self, accepted: Accepted, shown_credit: str) -> None:
        """Show what is accepted."""
        low, _, high = accepted.value.partition(BOUNDS)
        self.low.setText(low)
        self.high.setText(high if high != low else "")
        self.words.setText(accepted.value)
        self.credit.setText(shown_credit)

    def value(self, kind: QuestionKind) -> str:
        """Return what is typed, "" for nothing: a number, bounds, or words."""
        if kind is QuestionKind.TEXT:
            return self.words.text().strip()
        low, high = self.low.text().strip(), self.high.text().strip()
        return f"{low}{BOUNDS}{high}" if low and high else low or high

    def typed_credit(self) -> int | None:
        """Return the worth typed, in hundredths of a per cent; None if it is no number."""
        return read_hundredths(self.credit.text()) if self.credit.text().strip() else WHOLE

    def retranslate(self) -> None:
        """Set every word."""
        self.to.setText(self.tr("to"))
        self.low.setAccessibleName(self.tr("Lowest number"))
        self.high.setAccessibleName(self.tr("Highest number"))
        self.words.setAccessibleName(self.tr("Words that are accepted"))
        self.credit.setAccessibleName(self.tr("Worth, per cent"))
        self.remove.set_words(self.tr("Remove the answer"))

    def _credit_typed(self) -> None:
        set_state(self.credit, "wrong", "true" if self.typed_credit() is None else "")
        self.changed.emit()


class AcceptedEditor(Retranslated, QWidget):
    """Any number of answers; none makes the question an open one."""

    changed = Signal()

    def __init__(self, name: str, wording: BankWording) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._name, self._wording = name, wording
        self._kind = QuestionKind.NUMBER
        self._made = 0
        self.rows: list[AcceptedRow] = []
        self.add = Button(f"{name}_add", Kind.GHOST, "plus")
        self.add.clicked.connect(self._add_asked)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._lines)
        column.addWidget(self.add)
        self.retranslate()

    def show_accepted(self, kind: QuestionKind, accepted: Sequence[Accepted]) -> None:
        """Show what is accepted."""
        while self.rows:
            self._drop(self.rows[-1])
        for each in accepted:
            self._append().set_accepted(each, self._wording.plain(each.credit))
        self.set_kind(kind)

    def set_kind(self, kind: QuestionKind) -> None:
        """Take another kind; what is typed stays."""
        self._kind = kind
        for row in self.rows:
            row.show_kind(kind)

    def accepted(self) -> tuple[Accepted, ...]:
        """Return what is accepted; empty rows are left out. Raises question.bad_credit."""
        found = []
        for row in self.rows:
            value, credit = row.value(self._kind), row.typed_credit()
            if not value:
                continue
            if credit is None:
                raise TrainerError("question.bad_credit", text=row.credit.text())
            found.append(Accepted(value, credit))
        return tuple(found)

    def retranslate(self) -> None:
        """Set every word."""
        self.add.setText(self.tr("Add an answer that is accepted"))

    def _append(self) -> AcceptedRow:
        self._made += 1
        row = AcceptedRow(f"{self._name}_{self._made}")
        row.credit.setText(self._wording.plain(WHOLE))
        row.show_kind(self._kind)
        row.changed.connect(self.changed)
        row.next_asked.connect(lambda: self._next(row))
        row.remove_asked.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._lines.addWidget(row)
        return row

    def _drop(self, row: AcceptedRow) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _remove(self, row: AcceptedRow) -> None:
        self._drop(row)
        self.add.setFocus()
        self.changed.emit()

    def _add_asked(self) -> None:
        self._go_to(self._append())
        self.changed.emit()

    def _next(self, row: AcceptedRow) -> None:
        place = self.rows.index(row) + 1
        if place < len(self.rows):
            self._go_to(self.rows[place])
        elif row.value(self._kind):
            self._go_to(self._append())

    def _go_to(self, row: AcceptedRow) -> None:
        field = row.low if self._kind is QuestionKind.NUMBER else row.words
        # A row that was just made takes the keyboard once it is laid out.
        QTimer.singleShot(0, field, field.setFocus)
