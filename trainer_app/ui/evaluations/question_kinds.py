"""How each kind of question is shown: where it is answered on the laptop, in the editor and in a preview.

A new kind has a view here; whatever shows questions asks it and never which kind a question is.
"""

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from trainer_app.domain.evaluations.questions import (
    Question,
    QuestionKind,
    chosen_options,
    option_marks,
    options_text,
)
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CARD_TITLE, RADIUS_CONTROL
from trainer_app.ui.widgets.labels import FocusRing
from trainer_app.ui.widgets.painting import visual

LARGE, LARGE_HEIGHT, LOW_HEIGHT = 18, 52, 38
"""Pixels of what a participant reads, and of what is pressed, also in a low window."""
_MARK, _PAD, _GAP = 32, 12, 14


class LargeOption(FocusRing, QAbstractButton):
    """One option: its letter in a box, round where only one can be chosen, and its words on several lines.

    It is chosen by a press, Space, or the key of its letter or number on the page.
    """

    def __init__(self, name: str, letter: str, *, several: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setCheckable(True)
        self.letter, self._several = letter, several
        self.setFont(theme.font(LARGE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._laid_out = 600
        self._least = LARGE_HEIGHT

    def set_low(self, low: bool) -> None:
        """Be lower, so that all options of a question are in sight in a low window."""
        self._least = LOW_HEIGHT if low else LARGE_HEIGHT
        self.updateGeometry()
        self.update()

    def set_words(self, text: str) -> None:
        """Set what the option says."""
        self.setText(text)
        self.setAccessibleName(f"{self.letter}. {text}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height that the words need at the width that the layout gave."""
        return QSize(360, self._height(self._laid_out))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return QSize(200, self._height(self._laid_out))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != self._laid_out:
            self._laid_out = event.size().width()
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter and arrows to the page: only Space presses."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the outline, the letter and the words."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        strong = chosen or self.ring_shown
        edge = scheme.accent if strong else scheme.edge if self.underMouse() else scheme.line2
        width = 2.0 if strong else 1.0
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(scheme.accent_soft if chosen else scheme.surface))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        whole = QRectF(self.rect())
        self._draw_letter(
            painter, visual(painter, whole, QRectF(_PAD, (self._least - _MARK) / 2, _MARK, _MARK))
        )
        painter.setPen(QColor(scheme.text))
        painter.setFont(self.font())
        room = visual(painter, whole, whole.adjusted(_PAD + _MARK + _GAP, 0, -_PAD, 0))
        painter.drawText(room, int(_FLAGS), self.text())

    def _draw_letter(self, painter: QPainter, box: QRectF) -> None:
        scheme = tokens()
        chosen = self.isChecked()
        painter.setPen(QPen(QColor(scheme.accent if chosen else scheme.edge), 1.5))
        painter.setBrush(QColor(scheme.accent if chosen else scheme.surface))
        radius = 6 if self._several else _MARK / 2
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(QColor(scheme.on_accent if chosen else scheme.text2))
        painter.setFont(theme.font(CARD_TITLE, 600))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.letter)

    def _height(self, width: int) -> int:
        room = QRect(0, 0, max(width - 2 * _PAD - _MARK - _GAP, 80), 10_000)
        words = self.fontMetrics().boundingRect(room, int(_FLAGS), self.text()).height()
        return max(self._least, words + self._least - _MARK + 4)


_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class AnswerInput(QObject):
    """Where a participant answers a question. `widgets` stand below it, the first one on top."""

    given = Signal()
    """The answer is whole."""
    typed = Signal()
    """Somebody is typing."""

    def __init__(self, name: str, question: Question, order: Sequence[int], language: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_input")
        self.widgets: list[QWidget] = []

    @property
    @abstractmethod
    def answer(self) -> str:
        """The answer as it stands on the screen."""

    @abstractmethod
    def show_answer(self, answer: str) -> None:
        """Show an answer that is kept."""

    def set_low(self, low: bool) -> None:
        """Take less room in a low window."""

    def choose(self, place: int) -> bool:
        """Press the option at a place (from 0); tell whether there is one."""
        return False

    def step(self, by: int) -> None:
        """Move the keyboard among the options."""

    def first(self) -> QWidget:
        """Return what has the keyboard when the question comes up."""
        return self.widgets[0]


class _Options(AnswerInput):
    """One large button for each option."""

    def __init__(self, name: str, question: Question, order: Sequence[int], language: str) -> None:
        super().__init__(name, question, order, language)
        self._several, self._order = question.handler.several, tuple(order)
        self._rows: list[LargeOption] = []
        for place, (number, mark) in enumerate(zip(self._order, option_marks(question), strict=True), 1):
            row = LargeOption(f"{name}_option_{place}", mark, several=self._several)
            row.set_words(question.options[number - 1].text.best(language))
            row.clicked.connect(lambda _checked, number=number: self._press(number))
            self._rows.append(row)
        self.widgets = [*self._rows]

    def set_low(self, low: bool) -> None:
        for row in self._rows:
            row.set_low(low)

    @property
    def answer(self) -> str:
        pairs = zip(self._order, self._rows, strict=True)
        return options_text(number for number, row in pairs if row.isChecked())

    def show_answer(self, answer: str) -> None:
        chosen = chosen_options(answer)
        for number, row in zip(self._order, self._rows, strict=True):
            row.setChecked(number in chosen)

    def choose(self, place: int) -> bool:
        if not 0 <= place < len(self._rows):
            return False
        self._rows[place].click()
        self._rows[place].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def step(self, by: int) -> None:
        focused = (index for index, row in enumerate(self._rows) if row.hasFocus())
        at = next(focused, -1 if by > 0 else 0)
        self._rows[(at + by) % len(self._rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def first(self) -> QWidget:
        return next((row for row in self._rows if row.isChecked()), self._rows[0])

    def _press(self, number: int) -> None:
        """Let a choice replace the one before it, unless several may be chosen."""
        if not self._several:
            self.show_answer(str(number))
        self.given.emit()


class _Number(AnswerInput):
    """A short line."""

    def __init__(self, name: str, question: Question, order: Sequence[int], language: str) -> None:
        super().__init__(name, question, order, language)
        self._line = QLineEdit()
        self._line.setObjectName(f"{name}_number")
        self._line.setMaximumWidth(260)
        self._line.textEdited.connect(self.typed)
        self._line.editingFinished.connect(self.given)
        self.widgets = [self._line]

    @property
    def answer(self) -> str:
        return self._line.text().strip()

    def show_answer(self, answer: str) -> None:
        if self.answer != answer:
            self._line.setText(answer)


class _Words(AnswerInput):
    """Several lines."""

    def __init__(self, name: str, question: Question, order: Sequence[int], language: str) -> None:
        super().__init__(name, question, order, language)
        self._area = QPlainTextEdit()
        self._area.setObjectName(f"{name}_words")
        self._area.setTabChangesFocus(True)
        self._area.setFont(theme.font(LARGE))
        self._area.setMinimumHeight(120)
        self._area.textChanged.connect(self.typed)
        self.widgets = [self._area]

    @property
    def answer(self) -> str:
        return self._area.toPlainText().strip()

    def show_answer(self, answer: str) -> None:
        if self.answer != answer:
            self._area.setPlainText(answer)


class KindView(Struct, frozen=True):
    """How one kind of question is shown; what is said of it stands in `messages/question.json`.

    `first_options` are the empty ones with which the editor begins, `line` the signs of the line on which a
    preview has something written.
    """

    answer_input: type[AnswerInput]
    first_options: int = 0
    line: int = 60


VIEWS: Mapping[QuestionKind, KindView] = {
    QuestionKind.SINGLE: KindView(_Options, first_options=4),
    QuestionKind.MULTIPLE: KindView(_Options, first_options=5),
    QuestionKind.LIKERT: KindView(_Options),
    QuestionKind.NUMBER: KindView(_Number, line=16),
    QuestionKind.TEXT: KindView(_Words),
}
