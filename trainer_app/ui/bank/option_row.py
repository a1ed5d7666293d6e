"""One option of a question: its letter, whether it is right, its words in three languages, its worth."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.answers import LETTERS
from trainer_app.domain.numbers import read_hundredths
from trainer_app.domain.questions import Option, QuestionKind
from trainer_app.domain.texts import LANGUAGES, Texts
from trainer_app.ui.bank.growing import GrowingText
from trainer_app.ui.bank.wording import BankWording
from trainer_app.ui.shell.language import formats
from trainer_app.ui.shell.tokens import CONTROL
from trainer_app.ui.widgets.buttons import IconButton
from trainer_app.ui.widgets.choices import Shape, Tick
from trainer_app.ui.widgets.forms import text_field
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated, set_state

LETTER_WIDTH, MARK_WIDTH, CREDIT_WIDTH, BUTTON_WIDTH, GAP = 20, 30, 76, 32, 8


class OptionField(GrowingText):
    """Words of an option in one language. Enter goes on to the next option; Alt with an arrow moves it.

    Ctrl with Enter is left to the form, which saves.
    """

    next_asked = Signal()
    move_asked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk and move by keys."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.next_asked.emit()
        elif alt and event.key() in steps:
            self.move_asked.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class OptionRow(Retranslated, QWidget):
    """What is shown depends on the kind: a scale has no right answer; a worth is typed where asked for."""

    changed = Signal()
    marked = Signal()
    """The mark of being right was set or taken away by a person."""
    next_asked = Signal(str)
    """The language in which to go on to the next option."""
    move_asked = Signal(int)
    remove_asked = Signal()

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
            line.next_asked.connect(lambda code=code: self.next_asked.emit(code))
            line.move_asked.connect(self.move_asked)
            self.lines[code] = line
        self.credit = text_field(f"{name}_credit", width=CREDIT_WIDTH, most=7)
        self.credit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.remove = IconButton(f"{name}_remove", "close", size=BUTTON_WIDTH)
        self._lay_out()
        for tick in (self.single, self.several):
            tick.clicked.connect(self._marked)
        self.credit.textChanged.connect(self._credit_typed)
        self.remove.clicked.connect(self.remove_asked)
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
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

    def show_kind(self, kind: QuestionKind, *, worth_typed: bool) -> None:
        """Show what a kind of question has."""
        scale = kind is QuestionKind.LIKERT
        self.single.setVisible(kind is QuestionKind.SINGLE and not worth_typed)
        self.several.setVisible(kind is QuestionKind.MULTIPLE and not worth_typed)
        self.credit.setVisible(worth_typed and not scale)

    def show_place(self, place: int, *, numbered: bool) -> None:
        """Show the letter of a place, counted from 0; steps of a scale have numbers."""
        self.letter.setText(str(place + 1) if numbered else LETTERS[place] if place < len(LETTERS) else "")
        self._speak()

    def set_option(self, option: Option) -> None:
        """Show an option."""
        self._note = option.note
        for code, line in self.lines.items():
            line.setPlainText(str(getattr(option.text, code)))
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

    def retranslate(self) -> None:
        """Set every word."""
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
