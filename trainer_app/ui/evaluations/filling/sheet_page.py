"""What a participant sees: whose sheet it is, one question a page or all of them, handing it in, thanks."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer_app.actions.evaluations.filling import FillingSheet
from trainer_app.domain.base.texts import LANGUAGES, find_words
from trainer_app.domain.evaluations.forms import FullForm
from trainer_app.domain.evaluations.questions import LETTERS, Question
from trainer_app.system import messages
from trainer_app.ui.evaluations.question_kinds import LARGE, LARGE_HEIGHT, LOW_HEIGHT, VIEWS
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CAPTION, CARD_TITLE
from trainer_app.ui.widgets.controls import Button, ButtonKind, Switch
from trainer_app.ui.widgets.fields import DigitsOnly
from trainer_app.ui.widgets.labels import SUBJECT, FittingLabel, Painted, announce, label
from trainer_app.ui.widgets.pages import StartPage


def participant_text(word: str, language: str, **values: object) -> str:
    """Return the sentence `filling.word.<word>` in a language."""
    return messages.text(f"filling.word.{word}", language, **values)


class LargeButton(Button):
    """A button half as high again as the others."""

    def __init__(self, name: str, kind: ButtonKind = ButtonKind.PLAIN, icon: str = "") -> None:
        super().__init__(name, kind, icon)
        self.setFont(theme.font(CARD_TITLE, 600 if kind is ButtonKind.PRIMARY else 500))

        self.low = False

    def sizeHint(self) -> QSize:
        """Return the size of a button with more room around the words."""
        width = super().sizeHint().width()
        return QSize(width, LOW_HEIGHT) if self.low else QSize(width + 20, LARGE_HEIGHT)


_START_WIDTH = 620
_MOST_DIGITS = 6


class WelcomePage(StartPage):
    """What comes before a sheet.

    Emits `number_given(number)` for a test, `confirmed` after "yes, that is me", `begun` for feedback,
    `trainer_called` where only the trainer lets it go on, `language_chosen(code)`.
    """

    number_given = Signal(int)
    confirmed = Signal()
    begun = Signal()
    trainer_called = Signal()
    language_chosen = Signal(str)

    has_help = False

    def __init__(self, form: FullForm, language: str) -> None:
        super().__init__("filling_welcome", _START_WIDTH)
        self._form = form
        self._found = False
        self._held = self._refused = False
        self.switch = Switch("filling_language", tuple(LANGUAGES))
        self.switch.set_words(*(each.name for each in LANGUAGES.values()))
        self.switch.chosen.connect(self.language_chosen)
        self.intro = label("body", "filling_intro", wrap=True)
        self.number = QLineEdit()
        self.number.setObjectName("filling_number")
        self.digits = DigitsOnly(self.number, _MOST_DIGITS)
        self.number.setFont(theme.font(LARGE + 4, 600))
        self.number.setMaximumWidth(200)
        self.caption = label("row_title", "filling_number_caption")
        self.problem = label("error", "filling_number_problem", wrap=True)
        self.found = label("title", "filling_found", wrap=True)
        self.forward = LargeButton("filling_forward", ButtonKind.PRIMARY)
        self.again = LargeButton("filling_not_me", ButtonKind.PLAIN)
        self._lay_out()
        self.number.returnPressed.connect(self.forward.click)
        self.number.textEdited.connect(lambda _text: self.ask())
        self.digits.refused.connect(lambda _words: self._refuse())
        self.forward.clicked.connect(self._go_on)
        self.again.clicked.connect(self.ask_anew)
        self.set_language(language)
        self.ask()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(12)
        for button in (self.forward, self.again):
            foot.addWidget(button)
        foot.addStretch(1)
        self.entry = QWidget()
        self.entry.setObjectName("filling_entry")
        inside = QVBoxLayout(self.entry)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.caption)
        inside.addWidget(self.number)
        self.column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.intro, self.entry, self.found, self.problem):
            self.column.addWidget(part)
        self.column.addLayout(foot)
        self.entry.setVisible(not self._form.form.anonymous)

    def set_language(self, language: str) -> None:
        """Say everything in a language."""
        self._language = language
        form = self._form.form
        self.switch.set_value(language)
        self.switch.setAccessibleName(participant_text("language", language))
        self.title.setText(form.title.best(language))
        intro = form.intro.best(language)
        nameless = participant_text("anonymous", language) if form.anonymous else ""
        self.intro.setText("\n".join(part for part in (intro, nameless) if part))
        self.intro.setVisible(bool(self.intro.text()))
        self.subtitle.setText(participant_text("questions", language, count=len(self._form.questions)))
        self.caption.setText(participant_text("type_number", language))
        self.number.setAccessibleName(self.caption.text())
        self.again.setText(participant_text("not_me", language))
        if self._held:
            self.problem.setText(participant_text("call_trainer", language))
        elif self._refused:
            self._refuse()
        self._show_forward()

    def ask(self) -> None:
        """Ask for the number, or to begin."""
        self._found = self._refused = False
        self.setProperty(SUBJECT, "")
        self.found.hide()
        self.problem.hide()
        self.again.hide()
        self._show_forward()

    def ask_anew(self) -> None:
        """Ask for another number."""
        self.number.clear()
        self.ask()
        self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def hold(self) -> None:
        """Take no more numbers until the trainer says so."""
        self.number.clear()
        self.ask()
        self._held = True
        self.entry.hide()
        self.problem.setText(participant_text("call_trainer", self._language))
        self.problem.show()
        self._show_forward()
        self.forward.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, name: str) -> None:
        """Show whose number it is, and ask whether that is right."""
        self._found = True
        self.problem.hide()
        self.found.setText(name)
        self.setProperty(SUBJECT, self.number.text())
        self.found.show()
        self.again.show()
        self._show_forward()
        self.forward.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, words: str) -> None:
        """Say why it does not go on."""
        self.ask()
        self.problem.setText(words)
        self.problem.show()
        self.number.selectAll()
        self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self) -> None:
        """Say which signs the number does not take, in the language of whoever fills in."""
        self.ask()
        self._refused = True
        self.problem.setText(participant_text("only_digits", self._language, count=_MOST_DIGITS))
        self.problem.show()
        announce(self.number, self.problem.text())

    def first_control(self) -> QWidget:
        """Return what has the keyboard first."""
        return self.forward if self._form.form.anonymous else self.number

    def _show_forward(self) -> None:
        word = "begin" if self._form.form.anonymous else "thats_me" if self._found else "next"
        if self._held:
            word = "trainer_goes_on"
        self.forward.setText(participant_text(word, self._language))

    def _go_on(self) -> None:
        if self._held:
            self.trainer_called.emit()
        elif self._form.form.anonymous:
            self.begun.emit()
        elif self._found:
            self.confirmed.emit()
        elif self.number.text():
            self.number_given.emit(int(self.number.text()))
        else:
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)


class DonePage(StartPage):
    """Thanks, and waits for the next person. `go_on` is called then."""

    has_help = False

    def __init__(self, language: str, note: str, go_on: Callable[[], object]) -> None:
        super().__init__("filling_done", _START_WIDTH)
        self.title.setText(participant_text("thanks", language))
        self.subtitle.setText(note)
        self.next_sheet = LargeButton("filling_next_sheet", ButtonKind.PRIMARY)
        self.next_sheet.setText(participant_text("next_sheet", language))
        self.next_sheet.clicked.connect(go_on)
        self.column.addWidget(self.next_sheet, 0, Qt.AlignmentFlag.AlignLeft)


_PAUSE = 700
"""Milliseconds without a key after which typed words are kept."""


class AnswerSheetQuestion(QWidget):
    """Emits `answered(question key, answer)` at every change; `set_answer` shows what is kept."""

    answered = Signal(str, str)

    def __init__(self, place: int, question: Question, order: Sequence[int], language: str) -> None:
        super().__init__()
        self.setObjectName(f"filling_question_{place}")
        self.question, self.place = question, place
        self._shown = ""
        self.title = label("body", f"filling_question_{place}_text", wrap=True)
        self.title.setFont(theme.font(LARGE + 2, 600))
        self.title.setStyleSheet(f"font-size: {LARGE + 2}px; font-weight: 600;")
        self.title.setText(f"{place}. {question.text.best(language)}")
        self.hint = label("second", f"filling_question_{place}_hint", wrap=True)
        self.hint.setFont(theme.font(CARD_TITLE))
        self.hint.setStyleSheet(f"font-size: {CARD_TITLE}px;")
        self._pause = QTimer(self)
        self._pause.setObjectName(f"filling_question_{place}_pause")
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.keep)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        hint = find_words(f"question.hint.{question.kind.value}")
        self.hint.setText(hint.best(language) if hint else "")
        self.hint.setVisible(hint is not None)
        self.input = VIEWS[question.kind].answer_input(self.objectName(), question, order, language)
        self.input.setParent(self)
        for widget in self.input.widgets:
            if not widget.accessibleName():
                widget.setAccessibleName(self.title.text())
            column.addWidget(widget)
        self.input.typed.connect(lambda: self._pause.start(_PAUSE))
        self.input.given.connect(self.keep)

    @property
    def answer(self) -> str:
        """The answer as it stands on the screen."""
        return self.input.answer

    def set_low(self, low: bool) -> None:
        """Take less room in a low window."""
        self._column.setSpacing(4 if low else 10)
        self.input.set_low(low)

    def set_answer(self, answer: str) -> None:
        """Show an answer that is kept."""
        self._shown = answer
        self.input.show_answer(answer)
        self._pause.stop()

    def keep(self) -> None:
        """Hand on what was typed since the last time."""
        self._pause.stop()
        if self.answer != self._shown:
            self._shown = self.answer
            self.answered.emit(self.question.key, self.answer)


_NAVIGATOR_HEIGHT, _WIDEST, _NAVIGATOR_GAP = 26, 40, 4


class QuestionNavigator(Painted):
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
_LOW = 600
"""A lower window, as a cheap laptop's with text of 150 %, shows everything closer together."""
_BELOW = 12
"""Pixels of a question that may be out of sight without a word: less than a line."""
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
    """Emits `answered(question, answer)` at every answer and `handed_in` after a last look.

    `given_up`: whoever fills in a sheet without a name neither hands it in nor leaves it to the next.
    """

    answered = Signal(str, str)
    handed_in = Signal()
    given_up = Signal()

    def __init__(self, sheet: FillingSheet) -> None:
        super().__init__()
        self.setObjectName("filling_sheet")
        self.sheet, self._language = sheet, sheet.language
        self.at = 0
        self.views = [
            AnswerSheetQuestion(number, question, sheet.orders.get(question.key, ()), sheet.language)
            for number, question in enumerate(sheet.form.questions, 1)
        ]
        self.title = FittingLabel("title", "filling_title")
        self.name = label("subtitle", "filling_name")
        self.clock = label("row_title", "filling_clock")
        self.problem = label("error", "filling_problem", wrap=True)
        self.problem.hide()
        self.strip = QuestionNavigator(len(self.views))
        self.back = LargeButton("filling_back", ButtonKind.PLAIN, "left")
        self.next = LargeButton("filling_next", ButtonKind.PRIMARY)
        self.hand = LargeButton("filling_hand_in", ButtonKind.PLAIN)
        self.give_up = LargeButton("filling_give_up", ButtonKind.GHOST)
        self.give_up.setVisible(sheet.view is None)
        self.below = LargeButton("filling_below", ButtonKind.PLAIN, "down")
        self._low = False
        self.area = _QuestionArea()
        self._lay_out()
        for view in self.views:
            view.answered.connect(self.answered)
        self.back.clicked.connect(lambda: self.go(self.at - 1))
        self.next.clicked.connect(self._forward)
        self.hand.clicked.connect(self._ask_to_hand_in)
        self.give_up.clicked.connect(self.given_up)
        self.strip.chosen.connect(self.go)
        self.below.clicked.connect(self._show_more)
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(self._show_below)
        bar.rangeChanged.connect(self._show_below)
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
        self._words = words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.name)
        words.addStretch(1)
        head.addLayout(words, 1)
        head.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        body = QWidget()
        body.setObjectName("filling_body")
        body.setProperty("role", "page")
        self._inside = inside = QVBoxLayout(body)
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
        # Far from what hands in: of the last question something else stands where that was pressed before.
        foot.addWidget(self.give_up)
        foot.addStretch(1)
        foot.addWidget(self.below)
        foot.addStretch(1)
        foot.addWidget(self.hand)
        foot.addWidget(self.next)
        self._column = column = QVBoxLayout()
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
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 20)
        row.addStretch(1)
        row.addWidget(holder, 1000)
        row.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand closer in a low window: whoever sits here shall see all options without scrolling."""
        super().resizeEvent(event)
        low = self.height() < _LOW
        if low == self._low:
            return
        self._low = low
        self._row.setContentsMargins(24, 0 if low else 20, 24, 8 if low else 20)
        self._column.setSpacing(6 if low else 12)
        self._inside.setContentsMargins(0, 1 if low else 8, 0, 1 if low else 8)
        # The name is the first to give way to a long title: it was confirmed before.
        self._words.setDirection(
            QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom
        )
        self._words.setSpacing(12 if low else 0)
        for button in (self.back, self.below, self.give_up, self.hand, self.next):
            button.low = low
            button.updateGeometry()
        for view in self.views:
            view.set_low(low)

    def _show_more(self) -> None:
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep() * 3 // 4)

    def _show_below(self) -> None:
        """Say that there is more of a question than is in sight: a bar alone is easily overlooked."""
        bar = self.area.verticalScrollBar()
        self.below.setVisible(bar.maximum() - bar.value() > _BELOW)

    def _say(self) -> None:
        language = self._language
        self.title.setText(self.sheet.form.form.title.best(language))
        self.name.setText(self.sheet.name or participant_text("nameless", language))
        self.back.setText(participant_text("back", language))
        self.hand.setText(participant_text("hand_in", language))
        self.give_up.setText(participant_text("give_up", language))
        self.below.setText(participant_text("more_below", language))

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
        self.setProperty(SUBJECT, str(self.at))
        self._show_foot()
        current = self.views[self.at]
        current.input.first().setFocus(Qt.FocusReason.OtherFocusReason)
        if self.paged:
            self.area.verticalScrollBar().setValue(0)
        else:
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
            view.input.step(1 if key == Qt.Key.Key_Down else -1)
            self._follow_keyboard()
        elif key in _ON:
            self.go(self.at + _ON[key])
        elif view.input.choose(option_of_key(event.text())):
            self._follow_keyboard()
        else:
            super().keyPressEvent(event)

    def _follow_keyboard(self) -> None:
        focused = self.area.focusWidget()
        if focused is not None:
            self.area.ensureWidgetVisible(focused, 0, _BELOW)

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
