"""Editors for a text in three languages side by side and for the options of a question.

Options are added, removed and moved; one click says which are right.
"""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import read_hundredths
from trainer_app.domain.base.texts import DEFAULT, LANGUAGES, Texts
from trainer_app.domain.evaluations.questions import HANDLERS, LETTERS, KindHandler, Option, QuestionKind
from trainer_app.ui.evaluations.question_kinds import VIEWS
from trainer_app.ui.evaluations.wording import BankWording
from trainer_app.ui.kit.language import formats
from trainer_app.ui.style.tokens import CONTROL
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton, Shape, Tick
from trainer_app.ui.widgets.fields import AutoHeightTextEdit, TextArea, text_field
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label, set_state


class SideBySideTexts(QWidget):
    """Three fields in a row. Tab goes from one language to the next."""

    changed = Signal()

    def __init__(self, name: str, lines: int = 3, *, heads: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.areas = {code: TextArea(f"{name}_{code}", lines) for code in LANGUAGES}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for index, (code, area) in enumerate(self.areas.items()):
            grid.setColumnStretch(index, 1)
            if heads:
                head = label("caption_strong", f"{name}_{code}_label", formats(code).name)
                grid.addWidget(head, 0, index)
            grid.addWidget(area, 1, index, Qt.AlignmentFlag.AlignTop)
            area.textChanged.connect(self.changed)
        self.setFocusProxy(self.areas[DEFAULT])

    def texts(self) -> Texts:
        """Return what is typed."""
        return Texts(**{code: area.toPlainText().strip() for code, area in self.areas.items()})

    def set_texts(self, texts: Texts) -> None:
        """Show a text."""
        for code, area in self.areas.items():
            area.setPlainText(texts[code])

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name each field by what it holds and in which language."""
        super().setAccessibleName(name)
        for code, area in self.areas.items():
            area.setAccessibleName(f"{name}: {formats(code).name}")


LETTER_WIDTH, MARK_WIDTH, CREDIT_WIDTH, BUTTON_WIDTH, GAP = 20, 30, 76, 32, 8
_FIELD_WIDTH = 160  # at least, before what is beside the fields of an option goes below them


class OptionField(AutoHeightTextEdit):
    """Words of an option in one language. Enter goes on to the next option; Alt with an arrow moves it.

    Ctrl with Enter is left to the form, which saves.
    """

    next_requested = Signal()
    move_requested = Signal(int)

    def sizeHint(self) -> QSize:
        """Ask for room for a few words, where Qt asks for a whole text's; the row gives what there is."""
        return QSize(_FIELD_WIDTH, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk and move by keys."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.next_requested.emit()
        elif alt and event.key() in steps:
            self.move_requested.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class OptionRow(Retranslated, QWidget):
    """What is shown depends on the kind: a scale has no right answer; a worth is typed where asked for."""

    changed = Signal()
    marked = Signal()
    """The mark of being right was set or taken away by a person."""
    next_requested = Signal(str)
    """The language in which to go on to the next option."""
    move_requested = Signal(int)
    remove_requested = Signal()

    def __init__(self, name: str, wording: BankWording) -> None:
        super().__init__()
        self.setObjectName(name)
        self._wording = wording
        self._note = Texts()
        self._right = False
        self.letter = label("body_strong", f"{name}_letter")
        self.letter.setFixedWidth(LETTER_WIDTH)
        self.single = Tick(f"{name}_right_one", shape=Shape.RADIO)
        # Rows are no siblings: the editor keeps to one right answer itself.
        self.single.setAutoExclusive(False)
        self.several = Tick(f"{name}_right")
        self.lines: dict[str, OptionField] = {}
        for code in LANGUAGES:
            line = OptionField(f"{name}_{code}")
            line.textChanged.connect(self.changed)
            line.next_requested.connect(lambda code=code: self.next_requested.emit(code))
            line.move_requested.connect(self.move_requested)
            self.lines[code] = line
        self.credit = text_field(f"{name}_credit", width=CREDIT_WIDTH, most=7)
        self.credit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.remove = IconButton(f"{name}_remove", "close", size=BUTTON_WIDTH)
        self._lay_out()
        for tick in (self.single, self.several):
            tick.clicked.connect(self._marked)
        self.credit.textChanged.connect(self._credit_typed)
        self.remove.clicked.connect(self.remove_requested)
        self.retranslate()

    def _lay_out(self) -> None:
        row = FlowRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        top = Qt.AlignmentFlag.AlignTop
        self.letter.setFixedHeight(CONTROL)
        row.addWidget(self.letter, 0, top)
        for tick in (self.single, self.several):
            tick.setFixedSize(MARK_WIDTH, CONTROL)
            row.addWidget(tick, 0, top)
        for line in self.lines.values():
            row.addWidget(line, 1, top)
        row.addWidget(self.credit, 0, top)
        row.addWidget(self.remove, 0, top)

    def show_kind(self, handler: KindHandler, *, worth_typed: bool) -> None:
        """Show what a kind of question has."""
        marked = not handler.is_scale and not worth_typed
        self.single.setVisible(marked and not handler.several)
        self.several.setVisible(marked and handler.several)
        self.credit.setVisible(worth_typed and not handler.is_scale)

    def show_place(self, place: int, *, numbered: bool) -> None:
        """Show the letter of a place, counted from 0; steps of a scale have numbers."""
        self.letter.setText(str(place + 1) if numbered else LETTERS[place] if place < len(LETTERS) else "")
        self._speak()

    def set_option(self, option: Option) -> None:
        """Show an option."""
        self._note = option.note
        for code, line in self.lines.items():
            line.setPlainText(option.text[code])
        self.set_credit(option.credit)

    def set_credit(self, credit: int) -> None:
        """Show what the option is worth, and whether that makes it right."""
        self.set_right(right=credit > 0)
        self.credit.setText(self._wording.plain(credit))

    def set_right(self, *, right: bool) -> None:
        """Mark as right or not, without announcing."""
        self._right = right
        self.single.setChecked(right)
        self.several.setChecked(right)

    def right(self) -> bool:
        """Tell whether it is marked as right."""
        return self._right

    def text(self) -> Texts:
        """Return the words."""
        return Texts(**{code: line.toPlainText().strip() for code, line in self.lines.items()})

    def option(self, credit: int) -> Option:
        """Return the option with what it is worth."""
        return Option(self.text(), credit, self._note)

    def typed_credit(self) -> int | None:
        """Return the worth typed, in hundredths of a per cent; None if it is no number."""
        return read_hundredths(self.credit.text()) if self.credit.text().strip() else 0

    def blank(self) -> bool:
        """Tell whether there is nothing in the row."""
        worth = 0 if self.credit.isHidden() else self.typed_credit()
        return not self.text().best("") and not self._right and worth == 0

    @override
    def retranslate(self) -> None:
        self.remove.set_words(self.tr("Remove the option"))
        self._speak()

    def _speak(self) -> None:
        letter = self.letter.text()
        for code, line in self.lines.items():
            line.setAccessibleName(
                self.tr("Option {letter}: {language}").format(letter=letter, language=formats(code).name)
            )
        for tick in (self.single, self.several):
            tick.setAccessibleName(self.tr("Option {letter} is right").format(letter=letter))
        self.credit.setAccessibleName(self.tr("Worth of option {letter}, per cent").format(letter=letter))

    def _marked(self, right: bool) -> None:
        self.set_right(right=right)
        self.marked.emit()

    def _credit_typed(self) -> None:
        credit = self.typed_credit()
        set_state(self.credit, "wrong", "true" if credit is None else "")
        self.set_right(right=(credit or 0) > 0)
        self.changed.emit()


class OptionsEditor(Retranslated, QWidget):
    """Rows under the names of the languages. Without a worth typed, the right options share the points."""

    changed = Signal()

    def __init__(self, name: str, wording: BankWording) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._name, self._wording = name, wording
        self._handler = HANDLERS[next(iter(QuestionKind))]
        self._made = 0
        self.rows: list[OptionRow] = []
        self.heads = {code: label("caption_strong", f"{name}_{code}_label") for code in LANGUAGES}
        self.worth_head = label("caption_strong", f"{name}_worth_label")
        self.worth_head.setFixedWidth(CREDIT_WIDTH)
        self.add = Button(f"{name}_add", ButtonKind.GHOST, "plus")
        self.worth = Tick(f"{name}_worth")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._lay_out()
        self.add.clicked.connect(self._add_asked)
        self.worth.clicked.connect(self._worth_asked)
        self.retranslate()

    def _lay_out(self) -> None:
        self._heads = FlowRow()
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
        foot = FlowRow()
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
        self._handler = HANDLERS[kind]
        while self.rows:
            self._drop(self.rows[-1])
        for option in options:
            self._append().set_option(option)
        if not options:
            for _ in range(VIEWS[kind].first_options):
                self._append()
        self.worth.setChecked(not self._handler.spreads_evenly([option.credit for option in options]))
        self._show_kind()

    def set_kind(self, kind: QuestionKind) -> None:
        """Take another kind; what is typed stays."""
        right = [row.right() for row in self.rows]
        self._handler = HANDLERS[kind]
        self.worth.setChecked(False)
        self._show_kind()
        if not self._handler.several and not self._handler.is_scale and sum(right) > 1:
            right = [place == right.index(True) for place in range(len(right))]
        for row, each in zip(self.rows, right, strict=True):
            row.set_right(right=each)
        if not self.rows:
            self.show_options(kind, ())
        self._count()

    def options(self) -> tuple[Option, ...]:
        """Return the options; rows without anything are left out. Raises question.bad_credit."""
        rows = [row for row in self.rows if not row.blank()]
        if self._handler.is_scale or not self.worth.isChecked():
            credits = self._handler.spread_credits([row.right() for row in rows])
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

    @override
    def retranslate(self) -> None:
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
        row.next_requested.connect(lambda code: self._next(row, code))
        row.move_requested.connect(lambda by: self._move(row, by))
        row.remove_requested.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._lines.addWidget(row)
        return row

    def _drop(self, row: OptionRow) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _add_asked(self) -> None:
        if len(self.rows) < self._handler.most_options:
            row = self._append()
            self._show_kind()
            self._go_to(row, self._language())
            self.changed.emit()

    def _next(self, row: OptionRow, code: str) -> None:
        place = self.rows.index(row) + 1
        if place < len(self.rows):
            self.rows[place].lines[code].setFocus()
        elif len(self.rows) < self._handler.most_options and not row.blank():
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
        if not self._handler.several:
            for other in self.rows:
                other.set_right(right=other is row)
        self.changed.emit()

    def _worth_asked(self) -> None:
        """Begin with what each option is worth by itself; going back keeps which are right."""
        if self.worth.isChecked():
            typed = [row for row in self.rows if not row.blank()]
            credits = dict(
                zip(typed, self._handler.spread_credits([row.right() for row in typed]), strict=True)
            )
            for row in self.rows:
                row.set_credit(credits.get(row, 0))
        else:
            best = max((row.typed_credit() or 0 for row in self.rows), default=0)
            for row in self.rows:
                credit = row.typed_credit() or 0
                row.set_right(right=credit > 0 and (self._handler.several or credit == best))
        self._show_kind()
        self.changed.emit()

    def _show_kind(self) -> None:
        scale = self._handler.is_scale
        typed = self.worth.isChecked() and not scale
        for row in self.rows:
            row.show_kind(self._handler, worth_typed=typed)
        self._before.setVisible(not scale and not typed)
        self.worth_head.setVisible(typed)
        self.worth.setVisible(not scale)
        self.add.setText(self.tr("Add a step") if scale else self.tr("Add an option"))
        self.add.setEnabled(len(self.rows) < self._handler.most_options)
        self._count()

    def _count(self) -> None:
        for index, row in enumerate(self.rows):
            row.show_place(index, numbered=self._handler.is_scale)

    def _language(self) -> str:
        return DEFAULT
