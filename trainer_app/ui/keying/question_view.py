"""The question that is being keyed in, and what its keys mean."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from trainer_app.domain.answers import MOST_LETTERS
from trainer_app.domain.numbers import as_fraction
from trainer_app.domain.questions import Question, QuestionKind, read_bounds
from trainer_app.ui.keying.answer_keys import Act, AnswerKeys, Unclear, act_of
from trainer_app.ui.keying.option_list import OptionList
from trainer_app.ui.keying.run import Run
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import RADIUS_CONTROL
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import FocusRing, Retranslated

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PADDING = 14


class AnswerField(QLineEdit):
    """Takes a number or words. Enter keeps and goes on; the keypad's signs work in an empty number field.

    The point does not: it may begin a number.
    """

    entered = Signal()
    acted = Signal(object)
    """An `Act` that was typed into the empty field."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keying_field")
        self.setMaxLength(MOST_LETTERS)
        self.signs = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass the keys on that do more than typing."""
        typed = event.text()
        act = act_of(typed) if typed and typed in self.signs and not self.text() else None
        if event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Up or (event.key() == Qt.Key.Key_Backspace and not self.text()):
            self.acted.emit(Act.BACK)
        elif event.key() == Qt.Key.Key_Down:
            self.acted.emit(Act.NEXT)
        elif act is not None:
            self.acted.emit(act)
        else:
            super().keyPressEvent(event)


class QuestionView(Retranslated, FocusRing, QWidget):
    """Has the keyboard while an option is to be chosen; its field has it while words are to be typed."""

    unclear = Signal(object)
    """An `Unclear` letter: not taken."""
    no_option = Signal(str)
    """A key that means an option this question has not."""
    left = Signal()

    def __init__(self, run: Run, keys: AnswerKeys, language: Callable[[], str]) -> None:
        super().__init__()
        self.setObjectName("keying_question")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._run, self._keys, self._language = run, keys, language
        self.title = label("card_title", "keying_question_text", wrap=True)
        self.hint = label("caption", "keying_question_hint", wrap=True)
        self.options = OptionList()
        self.field = AnswerField()
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addWidget(self.options)
        column.addWidget(self.field)
        column.addStretch(1)
        self.options.chosen.connect(run.choose)
        self.field.entered.connect(self._enter_words)
        self.field.acted.connect(self._act)
        self.retranslate()

    def show_question(self) -> None:
        """Show the current question of the run, and its answer."""
        run, question = self._run, self._run.question
        if run.paper is None or question is None:
            return
        language = self._language()
        text = question.text.best(language)
        self.title.setText(f"{run.place + 1}. {text}")
        words = run.takes_words
        self.options.setVisible(not words)
        self.field.setVisible(words)
        self.options.show_question(run.paper, run.place, language)
        self.hint.setText(self._hint(question))
        self.field.setText(run.paper.answers[run.place] or "" if words else "")
        self.field.selectAll()
        self.field.signs = _signs(question)
        spoken = self.tr("Question {number} of {count}: {text}").format(
            number=run.place + 1, count=len(run.paper.questions), text=text
        )
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(f"{run.paper.shown(run.place)} {self.hint.text()}".strip())
        self.field.setAccessibleName(spoken)
        self.update()

    def target(self) -> QWidget:
        """Return what has the keyboard for the current question."""
        return self.field if self._run.takes_words else self

    def retranslate(self) -> None:
        """Say everything anew."""
        self.show_question()

    def event(self, event: QEvent) -> bool:
        """Keep undo and redo for the answers of drafts, which no step of the journal holds."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._run.own_undo
            and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, or go."""
        if self._run.own_undo and event.matches(QKeySequence.StandardKey.Undo):
            self._run.undo()
        elif self._run.own_undo and event.matches(QKeySequence.StandardKey.Redo):
            self._run.redo()
        elif not self._go(Qt.Key(event.key())) and (
            event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
            or not self._type(event.text(), event.nativeScanCode())
        ):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame the place where keys go."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens().accent), 2))
            box = self.rect().toRectF().adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the frame."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.update()

    def _go(self, key: Qt.Key) -> bool:
        run = self._run
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Return: run.next,
            Qt.Key.Key_Enter: run.next,
            Qt.Key.Key_Down: run.next,
            Qt.Key.Key_Right: run.next,
            Qt.Key.Key_Up: run.back,
            Qt.Key.Key_Left: run.back,
            Qt.Key.Key_Backspace: run.back,
            Qt.Key.Key_Delete: run.clear,
            Qt.Key.Key_Home: lambda: run.go(0),
            Qt.Key.Key_End: lambda: run.go(len(run.paper.questions) - 1 if run.paper else 0),
            Qt.Key.Key_Escape: self.left.emit,
        }
        act = acts.get(key)
        if act is None:
            return False
        act()
        return True

    def _type(self, text: str, scan_code: int) -> bool:
        act = act_of(text)
        if act is not None:
            self._act(act)
            return True
        question = self._run.question
        if question is None or not text:
            return False
        found = self._keys.place_of(text, scan_code, len(question.options))
        if isinstance(found, Unclear):
            self.unclear.emit(found)
        elif found == 0:
            self.no_option.emit(text)
        elif found is not None:
            self._run.choose(found)
        return found is not None

    def _act(self, act: Act) -> None:
        run = self._run
        {Act.BLANK: run.blank, Act.BACK: run.back, Act.NEXT: run.next, Act.REST: run.rest}[act]()

    def _enter_words(self) -> None:
        if not self._run.write(self.field.text()):
            self.field.selectAll()

    def _hint(self, question: Question) -> str:
        count = len(question.options)
        if question.kind is QuestionKind.MULTIPLE:
            return self.tr("Several can be ticked: each key ticks one, Enter goes on.")
        if question.kind is QuestionKind.NUMBER:
            return self.tr("Type the number, then Enter. Enter alone: left blank.")
        if question.kind is QuestionKind.TEXT:
            return self.tr("Type what is written, then Enter. Enter alone: left blank.")
        if question.kind is QuestionKind.LIKERT:
            return self.tr("One key, 1 to {count}.").format(count=count)
        last = self._run.paper.mark(self._run.place, count) if self._run.paper is not None else ""
        return self.tr("One key: A to {last}, or 1 to {count}.").format(last=last, count=count)


def _signs(question: Question) -> str:
    """Return the signs that are commands in the empty field; a minus may begin the answer."""
    if question.kind is not QuestionKind.NUMBER:
        return ""
    below = any(as_fraction(read_bounds(each.value)[0]) < 0 for each in question.accepted)
    return "/*+" if below else "/*+-"
