"""The sheet in the hands of a participant: one question a page or all of them, and handing it in."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer_app.actions.evaluations.filling import FillingSheet
from trainer_app.domain.evaluations.questions import (
    LETTERS,
    Question,
    QuestionKind,
    chosen_options,
    option_marks,
    options_text,
)
from trainer_app.system import messages
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CAPTION, CARD_TITLE, RADIUS_CONTROL
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.labels import FocusRing, label
from trainer_app.ui.widgets.painting import visual


def participant_text(word: str, language: str, **values: object) -> str:
    """Return the sentence `filling.word.<word>` in a language."""
    return messages.text(f"filling.word.{word}", language, **values)


LARGE = 18
"""Pixels of what is read: question, options, answers."""
_HEIGHT, _MARK, _PAD, _GAP = 52, 32, 12, 14


class LargeButton(Button):
    """A button half as high again as the others."""

    def __init__(self, name: str, kind: ButtonKind = ButtonKind.PLAIN, icon: str = "") -> None:
        super().__init__(name, kind, icon)
        self.setFont(theme.font(CARD_TITLE, 600 if kind is ButtonKind.PRIMARY else 500))

    def sizeHint(self) -> QSize:
        """Return the size of a button with more room around the words."""
        return QSize(super().sizeHint().width() + 20, _HEIGHT)


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
        self._draw_letter(painter, visual(painter, whole, QRectF(_PAD, _PAD - 2, _MARK, _MARK)))
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
        return max(
            _HEIGHT, self.fontMetrics().boundingRect(room, int(_FLAGS), self.text()).height() + 2 * _PAD
        )


_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


_PAUSE = 700
"""Milliseconds without a key after which typed words are kept."""


class AnswerSheetQuestion(QWidget):
    """Emits `answered(question key, answer)` at every change; `set_answer` shows what is kept."""

    answered = Signal(str, str)

    def __init__(self, place: int, question: Question, order: Sequence[int], language: str) -> None:
        super().__init__()
        self.setObjectName(f"filling_question_{place}")
        self.question, self.place, self._order = question, place, tuple(order)
        self._shown = ""
        self.title = label("body", f"filling_question_{place}_text", wrap=True)
        self.title.setFont(theme.font(LARGE + 2, 600))
        self.title.setStyleSheet(f"font-size: {LARGE + 2}px; font-weight: 600;")
        self.title.setText(f"{place}. {question.text.best(language)}")
        self.hint = label("second", f"filling_question_{place}_hint", wrap=True)
        self.options: list[LargeOption] = []
        self.line: QLineEdit | None = None
        self.area: QPlainTextEdit | None = None
        self._pause = QTimer(self)
        self._pause.setObjectName(f"filling_question_{place}_pause")
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addSpacing(4)
        self._add_controls(column, language)

    def _add_controls(self, column: QVBoxLayout, language: str) -> None:
        kind = self.question.kind
        hint = {QuestionKind.MULTIPLE: "several", QuestionKind.NUMBER: "number"}.get(kind, "")
        self.hint.setText(participant_text(hint, language) if hint else "")
        self.hint.setVisible(bool(hint))
        if self.question.handler.has_options:
            marks = option_marks(self.question)
            for index, number in enumerate(self._order):
                name = f"filling_question_{self.place}_option_{index + 1}"
                row = LargeOption(name, marks[index], several=kind is QuestionKind.MULTIPLE)
                row.set_words(self.question.options[number - 1].text.best(language))
                row.clicked.connect(lambda _checked, number=number: self._press(number))
                self.options.append(row)
                column.addWidget(row)
        elif kind is QuestionKind.NUMBER:
            self.line = QLineEdit()
            self.line.setObjectName(f"filling_question_{self.place}_number")
            self.line.setAccessibleName(self.title.text())
            self.line.setMaximumWidth(260)
            self.line.textEdited.connect(lambda _text: self._pause.start(_PAUSE))
            self.line.editingFinished.connect(self.keep)
            column.addWidget(self.line)
        else:
            self.area = QPlainTextEdit()
            self.area.setObjectName(f"filling_question_{self.place}_words")
            self.area.setAccessibleName(self.title.text())
            self.area.setTabChangesFocus(True)
            self.area.setFont(theme.font(LARGE))
            self.area.setMinimumHeight(120)
            self.area.textChanged.connect(lambda: self._pause.start(_PAUSE))
            column.addWidget(self.area)

    @property
    def answer(self) -> str:
        """The answer as it stands on the screen."""
        if self.line is not None:
            return self.line.text().strip()
        if self.area is not None:
            return self.area.toPlainText().strip()
        pairs = zip(self._order, self.options, strict=True)
        return options_text(number for number, row in pairs if row.isChecked())

    def set_answer(self, answer: str) -> None:
        """Show an answer that is kept."""
        self._shown = answer
        chosen = chosen_options(answer) if self.options else ()
        for number, row in zip(self._order, self.options, strict=False):
            row.setChecked(number in chosen)
        if self.line is not None and self.line.text().strip() != answer:
            self.line.setText(answer)
        if self.area is not None and self.area.toPlainText().strip() != answer:
            self.area.setPlainText(answer)
            self._pause.stop()

    def keep(self) -> None:
        """Hand on what was typed since the last time."""
        self._pause.stop()
        if self.answer != self._shown:
            self._shown = self.answer
            self.answered.emit(self.question.key, self.answer)

    def choose(self, place: int) -> bool:
        """Press the option at a place (from 0); tell whether there is one."""
        if not 0 <= place < len(self.options):
            return False
        self.options[place].click()
        self.options[place].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def step(self, by: int) -> None:
        """Move the keyboard among the options."""
        if self.options:
            at = next(
                (index for index, row in enumerate(self.options) if row.hasFocus()), -1 if by > 0 else 0
            )
            self.options[(at + by) % len(self.options)].setFocus(Qt.FocusReason.TabFocusReason)

    def first_control(self) -> QWidget:
        """Return what has the keyboard when the question comes up."""
        chosen = next((row for row in self.options if row.isChecked()), None)
        return chosen or self.line or self.area or (self.options[0] if self.options else self)

    def _press(self, number: int) -> None:
        """Let a choice replace the one before it, unless several may be chosen."""
        if self.question.kind is not QuestionKind.MULTIPLE:
            for other, row in zip(self._order, self.options, strict=True):
                row.setChecked(other == number)
        self.keep()


_NAVIGATOR_HEIGHT, _WIDEST, _NAVIGATOR_GAP = 26, 40, 4


class QuestionNavigator(QWidget):
    """Emits `chosen(place)` from 0. The keyboard moves by the page, so the strip takes no focus."""

    chosen = Signal(int)

    def __init__(self, count: int) -> None:
        super().__init__()
        self.setObjectName("filling_strip")
        self._answered = [False] * count
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_answered(self, answered: Sequence[bool]) -> None:
        """Show which questions have an answer."""
        self._answered = list(answered)
        self.setAccessibleName(f"{sum(self._answered)} / {len(self._answered)}")
        self.update()

    def set_current(self, place: int) -> None:
        """Frame the question that is open."""
        self._current = place
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for all boxes at their widest."""
        return QSize(len(self._answered) * (_WIDEST + _NAVIGATOR_GAP), _NAVIGATOR_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Boxes may get narrow."""
        return QSize(160, _NAVIGATOR_HEIGHT)

    def place_at(self, point: QPointF) -> int:
        """Return which question lies under a point; -1 for none."""
        return next((at for at in range(len(self._answered)) if self._box(at).contains(point)), -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the question that is pressed."""
        place = self.place_at(event.position())
        if place >= 0:
            self.chosen.emit(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the boxes, with their numbers where there is room."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(CAPTION, 500))
        for at, answered in enumerate(self._answered):
            box = self._box(at)
            current = at == self._current
            painter.setPen(QPen(QColor(scheme.accent if current else scheme.line2), 2 if current else 1))
            painter.setBrush(QColor(scheme.present_soft if answered else scheme.surface))
            painter.drawRoundedRect(box, 4, 4)
            if box.width() >= 18:
                painter.setPen(QColor(scheme.present if answered else scheme.text3))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(at + 1))

    def _box(self, at: int) -> QRectF:
        count = max(len(self._answered), 1)
        width = min(_WIDEST, (self.width() - (count - 1) * _NAVIGATOR_GAP - 2) / count)
        box = QRectF(1 + at * (width + _NAVIGATOR_GAP), 1, max(width, 2), self.height() - 2)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width() - box.left())
        return box


_WIDTH = 860
_ON: dict[int, int] = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Left: -1,
}
# The letters of A to J on a Russian or Tajik keyboard, by the place of the key, and the Cyrillic А to К.
_BY_PLACE = dict(zip("ФИСВУАПРШО", LETTERS, strict=True))


class _QuestionArea(QScrollArea):
    """Leaves every key to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the key on."""
        event.ignore()


class AnswerSheetPage(QWidget):
    """Emits `answered(question, answer)` at every answer and `handed_in` after a last look."""

    answered = Signal(str, str)
    handed_in = Signal()

    def __init__(self, sheet: FillingSheet) -> None:
        super().__init__()
        self.setObjectName("filling_sheet")
        self.sheet, self._language = sheet, sheet.language
        self.at = 0
        self.views = [
            AnswerSheetQuestion(number, question, sheet.orders.get(question.key, ()), sheet.language)
            for number, question in enumerate(sheet.form.questions, 1)
        ]
        self.title = label("title", "filling_title")
        self.name = label("subtitle", "filling_name")
        self.clock = label("row_title", "filling_clock")
        self.problem = label("error", "filling_problem", wrap=True)
        self.problem.hide()
        self.strip = QuestionNavigator(len(self.views))
        self.back = LargeButton("filling_back", ButtonKind.PLAIN, "left")
        self.next = LargeButton("filling_next", ButtonKind.PRIMARY)
        self.hand = LargeButton("filling_hand_in", ButtonKind.PLAIN)
        self.area = _QuestionArea()
        self._lay_out()
        for view in self.views:
            view.answered.connect(self.answered)
        self.back.clicked.connect(lambda: self.go(self.at - 1))
        self.next.clicked.connect(self._forward)
        self.hand.clicked.connect(self._ask_to_hand_in)
        self.strip.chosen.connect(self.go)
        self._say()
        self.show_sheet(sheet)
        first = next((index for index, view in enumerate(self.views) if not view.answer), 0)
        self.go(first)

    @property
    def paged(self) -> bool:
        """Tell whether each question has a page of its own."""
        return self.sheet.sitting.paged

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.name)
        head.addLayout(words, 1)
        head.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        body = QWidget()
        body.setObjectName("filling_body")
        body.setProperty("role", "page")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 8, 0, 8)
        inside.setSpacing(28)
        for view in self.views:
            inside.addWidget(view)
        inside.addStretch(1)
        self.area.setObjectName("filling_scroll")
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setObjectName("filling_viewport")
        self.area.setWidget(body)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.hand)
        foot.addWidget(self.next)
        column = QVBoxLayout()
        column.setSpacing(12)
        for part in (head, self.strip, self.problem, self.area, foot):
            if isinstance(part, QWidget):
                column.addWidget(part, 1 if part is self.area else 0)
            else:
                column.addLayout(part)
        holder = QWidget()
        holder.setObjectName("filling_holder")
        holder.setMaximumWidth(_WIDTH)
        holder.setLayout(column)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 20)
        row.addStretch(1)
        row.addWidget(holder, 1000)
        row.addStretch(1)

    def _say(self) -> None:
        language = self._language
        self.title.setText(self.sheet.form.form.title.best(language))
        self.name.setText(self.sheet.name or participant_text("nameless", language))
        self.back.setText(participant_text("back", language))
        self.hand.setText(participant_text("hand_in", language))

    def show_sheet(self, sheet: FillingSheet) -> None:
        """Show what is kept of the sheet."""
        self.sheet = sheet
        for view in self.views:
            view.set_answer(sheet.answers.get(view.question.key, ""))
        self.strip.set_answered([bool(sheet.answers.get(view.question.key)) for view in self.views])
        self.problem.hide()
        self._show_foot()

    def show_problem(self, words: str) -> None:
        """Say why an answer was not kept, and show again what is."""
        self.show_sheet(self.sheet)
        self.problem.setText(words)
        self.problem.show()

    def show_time(self, words: str, *, short: bool) -> None:
        """Show how much time is left."""
        self.clock.setText(words)
        self.clock.setProperty("role", "due_text" if short else "row_title")
        self.clock.style().polish(self.clock)

    def go(self, place: int) -> None:
        """Show the question at a place, from 0."""
        self.keep_typed()
        self.at = min(max(place, 0), len(self.views) - 1)
        for at, view in enumerate(self.views):
            view.setVisible(not self.paged or at == self.at)
        self.strip.set_current(self.at)
        self._show_foot()
        current = self.views[self.at]
        current.first_control().setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.paged:
            self.area.ensureWidgetVisible(current, 0, 60)

    def keep_typed(self) -> None:
        """Keep words that were typed a moment ago."""
        for view in self.views:
            view.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let letters and numbers choose, Enter go on, arrows move."""
        view = self.views[self.at]
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._forward()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            view.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in _ON:
            self.go(self.at + _ON[key])
        elif not view.choose(option_of_key(event.text())):
            super().keyPressEvent(event)

    def _forward(self) -> None:
        """Go on to the next question; from the last one, hand in or go to what is still open."""
        if self.at + 1 < len(self.views):
            self.go(self.at + 1)
        else:
            self._ask_to_hand_in()

    def _ask_to_hand_in(self) -> None:
        self.keep_typed()
        self.handed_in.emit()

    def open_places(self) -> list[int]:
        """Return the numbers of the questions, from 1, that have no answer yet."""
        return [view.place for view in self.views if not self.sheet.answers.get(view.question.key)]

    def _show_foot(self) -> None:
        last = self.at + 1 == len(self.views)
        self.back.setEnabled(self.at > 0)
        self.next.setText(participant_text("hand_in" if last else "next", self._language))
        self.hand.setVisible(not last)


def option_of_key(text: str) -> int:
    """Return which option, from 0, a key means: 1 to 9, a letter, or the same key in Cyrillic; -1: none."""
    sign = text.upper()
    if len(sign) != 1:
        return -1
    if sign.isdecimal():
        return int(sign) - 1 if sign != "0" else 9
    return LETTERS.find(_BY_PLACE.get(sign, sign))
