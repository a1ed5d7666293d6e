"""The options of a question: added, removed, moved; one click says which are right."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.questions import (
    LIKERT_OPTIONS,
    MOST_OPTIONS,
    Option,
    QuestionKind,
    credits_are_even,
    spread_credits,
)
from trainer_app.domain.texts import LANGUAGES
from trainer_app.ui.bank.option_row import (
    BUTTON_WIDTH,
    CREDIT_WIDTH,
    GAP,
    LETTER_WIDTH,
    MARK_WIDTH,
    OptionRow,
)
from trainer_app.ui.bank.wording import BankWording
from trainer_app.ui.shell.language import formats
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_FIRST = {QuestionKind.SINGLE: 4, QuestionKind.MULTIPLE: 5}


class OptionsEditor(Retranslated, QWidget):
    """Rows under the names of the languages. Without a worth typed, the right options share the points."""

    changed = Signal()

    def __init__(self, name: str, wording: BankWording) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._name, self._wording = name, wording
        self._kind = QuestionKind.SINGLE
        self._made = 0
        self.rows: list[OptionRow] = []
        self.heads = {code: label("caption_strong", f"{name}_{code}_label") for code in LANGUAGES}
        self.worth_head = label("caption_strong", f"{name}_worth_label")
        self.worth_head.setFixedWidth(CREDIT_WIDTH)
        self.add = Button(f"{name}_add", Kind.GHOST, "plus")
        self.worth = Tick(f"{name}_worth")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._lay_out()
        self.add.clicked.connect(self._add_asked)
        self.worth.clicked.connect(self._worth_asked)
        self.retranslate()

    def _lay_out(self) -> None:
        self._heads = QHBoxLayout()
        self._heads.setContentsMargins(0, 0, BUTTON_WIDTH + GAP, 0)
        self._heads.setSpacing(GAP)
        self._heads.addSpacing(LETTER_WIDTH + GAP)
        self._before = QWidget()
        self._before.setObjectName(f"{self._name}_mark_label")
        self._before.setFixedWidth(MARK_WIDTH)
        self._heads.addWidget(self._before)
        for head in self.heads.values():
            self._heads.addWidget(head, 1)
        self._heads.addWidget(self.worth_head)
        foot = QHBoxLayout()
        foot.setContentsMargins(LETTER_WIDTH + GAP - 10, 0, 0, 0)
        foot.setSpacing(16)
        foot.addWidget(self.add)
        foot.addWidget(self.worth)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._heads)
        column.addLayout(self._lines)
        column.addLayout(foot)

    # In and out

    def show_options(self, kind: QuestionKind, options: Sequence[Option]) -> None:
        """Show options; none gives empty rows to begin with."""
        self._kind = kind
        while self.rows:
            self._drop(self.rows[-1])
        for option in options:
            self._append().set_option(option)
        if not options:
            for _ in range(_FIRST.get(kind, 0)):
                self._append()
        self.worth.setChecked(not credits_are_even(kind, [option.credit for option in options]))
        self._show_kind()

    def set_kind(self, kind: QuestionKind) -> None:
        """Take another kind; what is typed stays."""
        right = [row.right() for row in self.rows]
        self._kind = kind
        self.worth.setChecked(False)
        self._show_kind()
        if kind is QuestionKind.SINGLE and sum(right) > 1:
            right = [place == right.index(True) for place in range(len(right))]
        for row, each in zip(self.rows, right, strict=True):
            row.set_right(right=each)
        if not self.rows:
            self.show_options(kind, ())
        self._count()

    def options(self) -> tuple[Option, ...]:
        """Return the options; rows without anything are left out. Raises question.bad_credit."""
        rows = [row for row in self.rows if not row.blank()]
        if self._kind is QuestionKind.LIKERT or not self.worth.isChecked():
            credits = spread_credits(self._kind, [row.right() for row in rows])
            return tuple(row.option(credit) for row, credit in zip(rows, credits, strict=True))
        found = []
        for row in rows:
            credit = row.typed_credit()
            if credit is None:
                raise TrainerError("question.bad_credit", text=row.credit.text())
            found.append(row.option(credit))
        return tuple(found)

    def first(self) -> QWidget:
        """Return the first field."""
        return self.rows[0].lines[self._language()] if self.rows else self.add

    def retranslate(self) -> None:
        """Set every word."""
        for code, head in self.heads.items():
            head.setText(formats(code).name)
        self.worth_head.setText(self.tr("Worth, %"))
        self.worth.setText(self.tr("Type what each option is worth"))
        self._show_kind()

    # Rows

    def _append(self) -> OptionRow:
        self._made += 1
        row = OptionRow(f"{self._name}_{self._made}", self._wording)
        row.changed.connect(self.changed)
        row.marked.connect(lambda: self._marked(row))
        row.next_asked.connect(lambda code: self._next(row, code))
        row.move_asked.connect(lambda by: self._move(row, by))
        row.remove_asked.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._lines.addWidget(row)
        return row

    def _drop(self, row: OptionRow) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _most(self) -> int:
        return LIKERT_OPTIONS[-1] if self._kind is QuestionKind.LIKERT else MOST_OPTIONS

    def _add_asked(self) -> None:
        if len(self.rows) < self._most():
            row = self._append()
            self._show_kind()
            self._go_to(row, self._language())
            self.changed.emit()

    def _next(self, row: OptionRow, code: str) -> None:
        place = self.rows.index(row) + 1
        if place < len(self.rows):
            self.rows[place].lines[code].setFocus()
        elif len(self.rows) < self._most() and not row.blank():
            added = self._append()
            self._show_kind()
            self._go_to(added, code)

    def _go_to(self, row: OptionRow, code: str) -> None:
        # A row that was just made takes the keyboard once it is laid out.
        QTimer.singleShot(0, row.lines[code], row.lines[code].setFocus)

    def _move(self, row: OptionRow, by: int) -> None:
        place = self.rows.index(row)
        if not 0 <= place + by < len(self.rows):
            return
        self.rows.insert(place + by, self.rows.pop(place))
        self._lines.removeWidget(row)
        self._lines.insertWidget(place + by, row)
        self._count()
        self.changed.emit()

    def _remove(self, row: OptionRow) -> None:
        place = self.rows.index(row)
        self._drop(row)
        self._show_kind()
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].lines[self._language()].setFocus()
        else:
            self.add.setFocus()
        self.changed.emit()

    def _marked(self, row: OptionRow) -> None:
        if self._kind is QuestionKind.SINGLE:
            for other in self.rows:
                other.set_right(right=other is row)
        self.changed.emit()

    def _worth_asked(self) -> None:
        """Begin with what each option is worth by itself; going back keeps which are right."""
        if self.worth.isChecked():
            typed = [row for row in self.rows if not row.blank()]
            credits = dict(
                zip(typed, spread_credits(self._kind, [row.right() for row in typed]), strict=True)
            )
            for row in self.rows:
                row.set_credit(credits.get(row, 0))
        else:
            best = max((row.typed_credit() or 0 for row in self.rows), default=0)
            for row in self.rows:
                credit = row.typed_credit() or 0
                row.set_right(right=credit > 0 and (self._kind is QuestionKind.MULTIPLE or credit == best))
        self._show_kind()
        self.changed.emit()

    def _show_kind(self) -> None:
        scale = self._kind is QuestionKind.LIKERT
        typed = self.worth.isChecked() and not scale
        for row in self.rows:
            row.show_kind(self._kind, worth_typed=typed)
        self._before.setVisible(not scale and not typed)
        self.worth_head.setVisible(typed)
        self.worth.setVisible(not scale)
        self.add.setText(self.tr("Add a step") if scale else self.tr("Add an option"))
        self.add.setEnabled(len(self.rows) < self._most())
        self._count()

    def _count(self) -> None:
        for place, row in enumerate(self.rows):
            row.show_place(place, numbered=self._kind is QuestionKind.LIKERT)

    def _language(self) -> str:
        return LANGUAGES[0]
