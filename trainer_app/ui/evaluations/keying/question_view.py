"""The question that is being keyed in, with its options and the keys that answer it."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.base.texts import SOURCE
from trainer_app.domain.evaluations.questions import LONGEST_ANSWER, Question
from trainer_app.system import messages
from trainer_app.ui.evaluations.keying.controller import (
    AmbiguousKey,
    AnswerKeys,
    KeyingController,
    KeypadCommand,
    keypad_command,
    signs_of,
)
from trainer_app.ui.evaluations.keying.sources import OpenPaper
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import BODY, CAPTION, RADIUS_CONTROL, RADIUS_MARK, Tokens
from trainer_app.ui.widgets.fields import bring_into_sight
from trainer_app.ui.widgets.labels import SUBJECT, FocusRing, Painted, Retranslated, announce, label
from trainer_app.ui.widgets.painting import AT_THE_LEFT

_ROW, _LEAST, _BOX, _GAP = 32, 22, 26, 12


class OptionList(Painted):
    """Paints the options; a click ticks one. The keyboard belongs to the question around it."""

    chosen = Signal(int)
    """The place of an option, from 1."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keying_options")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.language = SOURCE
        self._paper: OpenPaper | None = None
        self._place = 0

    def show_question(self, paper: OpenPaper | None, place: int, language: str) -> None:
        """Show the options of a question."""
        self._paper, self._place, self.language = paper, place, language
        options = range(1, self.count + 1)
        marks = [paper.mark(place, option) for option in options] if paper is not None else []
        self.setAccessibleName(
            "; ".join(f"{mark}. {self.words(option)}" for mark, option in zip(marks, options, strict=True))
        )
        self.updateGeometry()
        self.update()

    @property
    def count(self) -> int:
        """How many options there are."""
        return len(self._paper.questions[self._place].options) if self._paper is not None else 0

    def words(self, option: int) -> str:
        """Return the text of the option at a place, from 1."""
        if self._paper is None:
            return ""
        own = self._paper.order(self._place)[option - 1]
        return self._paper.questions[self._place].options[own - 1].text.best(self.language)

    def sizeHint(self) -> QSize:
        """Leave a row for each option."""
        return QSize(200, max(1, self.count) * _ROW)

    def minimumSizeHint(self) -> QSize:
        """Rows move together before anything is cut."""
        return QSize(120, max(1, self.count) * _LEAST)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick the option that was clicked."""
        if self.count and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(min(self.count, int(event.position().y() // self._height()) + 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a row for each option."""
        if self._paper is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ticked = self._paper.ticked(self._place)
        for option in range(1, self.count + 1):
            top = (option - 1) * self._height()
            row = QRectF(0, top, self.width(), self._height())
            self._draw(painter, tokens(), row, option, ticked=option in ticked)

    def _draw(self, painter: QPainter, scheme: Tokens, row: QRectF, option: int, *, ticked: bool) -> None:
        paper = self._paper
        if paper is None:
            return
        side = min(_BOX, row.height() - 2)
        box = QRectF(1, row.center().y() - side / 2, side, side)
        painter.setPen(QPen(QColor(scheme.accent if ticked else scheme.edge), 1.25))
        painter.setBrush(QColor(scheme.accent if ticked else scheme.surface))
        painter.drawRoundedRect(box, RADIUS_MARK, RADIUS_MARK)
        painter.setFont(theme.font(BODY if side > 22 else CAPTION, 600))
        painter.setPen(QColor(scheme.on_accent if ticked else scheme.text2))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), paper.mark(self._place, option))
        weight = 600 if ticked else 400
        painter.setFont(theme.font(BODY, weight))
        painter.setPen(QColor(scheme.text))
        room = QRectF(side + _GAP, row.top(), row.width() - side - _GAP, row.height())
        text = theme.metrics(BODY, weight).elidedText(
            self.words(option), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, AT_THE_LEFT, text)

    def _height(self) -> float:
        return min(_ROW, self.height() / max(1, self.count))


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PADDING, _SPACE = 14, 8


class AnswerField(QLineEdit):
    """Takes a number or words. Enter keeps and goes on; `signs` of the keypad work where nothing is typed."""

    entered = Signal()
    acted = Signal(object)
    """An `Act` that was typed into the empty field."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keying_field")
        self.setMaxLength(LONGEST_ANSWER)
        self.signs = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass the keys on that do more than typing."""
        typed = event.text()
        # What was kept before is marked whole: the next key is the first one.
        bare = self.selectedText() == self.text()
        act = keypad_command(typed) if typed and typed in self.signs and bare else None
        if event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Up or (event.key() == Qt.Key.Key_Backspace and not self.text()):
            self.acted.emit(KeypadCommand.BACK)
        elif event.key() == Qt.Key.Key_Down:
            self.acted.emit(KeypadCommand.NEXT)
        elif act is not None:
            self.acted.emit(act)
        else:
            super().keyPressEvent(event)


class RefusedKey(Struct, frozen=True):
    """A key that was not taken, and where. With `digits` it was unclear: a digit says what it meant."""

    text: str
    paper: str
    place: int
    answer: str | None
    digits: bool = False


class KeyingQuestionView(Retranslated, FocusRing, Painted):
    """Has the keyboard while an option is to be chosen; its field has it while words are to be typed.

    After a key that was not taken it takes no other before Backspace or the minus of the keypad: whoever
    types without looking up would go on with the answers of the next questions, each one place too early.
    """

    unclear = Signal(object)
    """An `Unclear` letter: not taken."""
    no_option = Signal(str)
    """A key that means an option this question has not."""
    held = Signal(str)
    """Another key after one that was not taken, which it names."""
    released = Signal()
    """Keys are taken again."""
    closed = Signal()

    def __init__(self, run: KeyingController, keys: AnswerKeys, language: Callable[[], str]) -> None:
        super().__init__()
        self.setObjectName("keying_question")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._run, self._keys, self._language = run, keys, language
        self.refused: RefusedKey | None = None
        self.title = label("card_title", "keying_question_text", wrap=True)
        self.hint = label("caption", "keying_question_hint", wrap=True)
        self.options = OptionList()
        self.field = AnswerField()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(_SPACE)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addWidget(self.options)
        column.addWidget(self.field)
        column.addStretch(1)
        run.changed.connect(self._forget_refused)
        self.options.chosen.connect(run.tick)
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
        self.setProperty(SUBJECT, f"{run.paper.key}/{run.place}")
        words = run.takes_words
        self.options.setVisible(not words)
        self.field.setVisible(words)
        self.options.show_question(run.paper, run.place, language)
        self.hint.setText(self._hint(question))
        self.field.setText(run.paper.answers[run.place] or "" if words else "")
        self.field.selectAll()
        self.field.signs = signs_of(question)
        spoken = self.tr("Question {number} of {count}: {text}").format(
            number=run.place + 1, count=len(run.paper.questions), text=text
        )
        answer = f"{run.paper.shown(run.place)} {self.hint.text()}".strip()
        if self.hasFocus() and (spoken, answer) != (self.accessibleName(), self.accessibleDescription()):
            announce(self, f"{spoken}. {answer}")
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(answer)
        self.field.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Scroll to it: it keeps the keyboard from one question to the next, which may be higher."""
        if self.isVisible() and self.target().hasFocus():
            bring_into_sight(self)

    def minimumSizeHint(self) -> QSize:
        """Ask for what its parts need, as a label does not: the page scrolls before one is crushed."""
        return self._column.minimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay in sight."""
        super().resizeEvent(event)
        self._keep_in_sight()

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
        elif (
            not self._hold(event)
            and not self._go(Qt.Key(event.key()))
            and (
                event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
                or not self._type(event.text(), event.nativeScanCode())
            )
        ):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame the place where keys go."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            scheme = tokens()
            painter.setPen(QPen(QColor(scheme.accent if self.refused is None else scheme.absent_text), 2))
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
            Qt.Key.Key_Escape: self.closed.emit,
        }
        act = acts.get(key)
        if act is None:
            return False
        act()
        return True

    def _type(self, text: str, scan_code: int) -> bool:
        act = keypad_command(text)
        if act is not None:
            self._act(act)
            return True
        question = self._run.question
        if question is None or not text:
            return False
        found = self._keys.place_of(text, scan_code, len(question.options))
        if found is None and text.isprintable() and text.strip():
            found = 0  # A slip beside the right key, such as x beside c.
        if isinstance(found, AmbiguousKey):
            self.refused = self._refusing(text, digits=True)
            self.unclear.emit(found)
        elif found == 0:
            self.refused = self._refusing(text)
            self.no_option.emit(text)
        elif found is not None:
            self._run.choose(found)
        self.update()
        return found is not None

    def _refusing(self, text: str, *, digits: bool | None = None) -> RefusedKey | None:
        """Return a key as one that is not taken at the question that is open."""
        paper, place = self._run.paper, self._run.place
        if paper is None:
            return None
        unclear = digits if digits is not None else self.refused is not None and self.refused.digits
        return RefusedKey(text, paper.key, place, paper.answers[place], unclear)

    def _forget_refused(self) -> None:
        """Hold no key any more where another question is looked at, or the answer was given by mouse."""
        if self.refused is not None and self.refused != self._refusing(self.refused.text):
            self.refused = None

    def _hold(self, event: QKeyEvent) -> bool:
        """Take no key that answers or goes on after one that was refused; tell whether this one was held."""
        refused, sign, key = self.refused, event.text(), Qt.Key(event.key())
        if refused is None or not ((sign.isprintable() and sign) or key in (*_ENTER, Qt.Key.Key_Backspace)):
            return False
        if key == Qt.Key.Key_Backspace or keypad_command(sign) is KeypadCommand.BACK:
            self.release()
        elif refused.digits and sign.isdecimal():
            self.refused = None
            return False
        else:
            self.held.emit(refused.text)
        return True

    def release(self) -> None:
        """Take keys again, at the same question."""
        self.refused = None
        self.released.emit()
        self.update()

    def _act(self, act: KeypadCommand) -> None:
        run = self._run
        {
            KeypadCommand.BLANK: run.blank,
            KeypadCommand.BACK: run.back,
            KeypadCommand.NEXT: run.next,
            KeypadCommand.REST: run.rest,
        }[act]()

    def _enter_words(self) -> None:
        if not self._run.write(self.field.text()):
            self.field.selectAll()

    def _hint(self, question: Question) -> str:
        paper, count = self._run.paper, len(question.options)
        last = paper.mark(self._run.place, count) if paper is not None and count else ""
        code = f"question.keying.{question.kind.value}"
        said = messages.text(code, self._language(), count=count, last=last)
        anew = self.tr("The first key starts the answer anew.")
        return f"{said} {anew}" if self._run.starts_anew else said
