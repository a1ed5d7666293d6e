"""The sheet in the hands of a participant: one question a page or all of them, and handing it in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from trainer_app.actions.filling import Sheet
from trainer_app.domain.answers import LETTERS
from trainer_app.ui.filling.large import LargeButton
from trainer_app.ui.filling.question_view import QuestionView
from trainer_app.ui.filling.strip import AnswerStrip
from trainer_app.ui.filling.words import say
from trainer_app.ui.widgets.buttons import Kind
from trainer_app.ui.widgets.labels import label

_WIDTH = 860
_ON: dict[int, int] = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Left: -1,
}
# The letters of A to J on a Russian or Tajik keyboard, by the place of the key, and the Cyrillic А to К.
_BY_PLACE = dict(zip("ФИСВУАПРШО", LETTERS, strict=True))


class _Area(QScrollArea):
    """Leaves every key to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the key on."""
        event.ignore()


class SheetPage(QWidget):
    """Emits `answered(question, answer)` at every answer and `handed_in` after a last look."""

    answered = Signal(str, str)
    handed_in = Signal()

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.setObjectName("filling_sheet")
        self.sheet, self._language = sheet, sheet.language
        self.at = 0
        self.views = [
            QuestionView(place, question, sheet.orders.get(question.key, ()), sheet.language)
            for place, question in enumerate(sheet.form.questions, 1)
        ]
        self.title = label("title", "filling_title")
        self.name = label("subtitle", "filling_name")
        self.clock = label("row_title", "filling_clock")
        self.problem = label("error", "filling_problem", wrap=True)
        self.problem.hide()
        self.strip = AnswerStrip(len(self.views))
        self.back = LargeButton("filling_back", Kind.PLAIN, "left")
        self.next = LargeButton("filling_next", Kind.PRIMARY)
        self.hand = LargeButton("filling_hand_in", Kind.PLAIN)
        self.area = _Area()
        self._lay_out()
        for view in self.views:
            view.answered.connect(self.answered)
        self.back.clicked.connect(lambda: self.go(self.at - 1))
        self.next.clicked.connect(self._forward)
        self.hand.clicked.connect(self._ask_to_hand_in)
        self.strip.chosen.connect(self.go)
        self._say()
        self.show_sheet(sheet)
        first = next((place for place, view in enumerate(self.views) if not view.answer), 0)
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
        self.name.setText(self.sheet.name or say("nameless", language))
        self.back.setText(say("back", language))
        self.hand.setText(say("hand_in", language))

    def show_sheet(self, sheet: Sheet) -> None:
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
        elif not view.choose(option_of(event.text())):
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
        self.next.setText(say("hand_in" if last else "next", self._language))
        self.hand.setVisible(not last)


def option_of(text: str) -> int:
    """Return which option, from 0, a key means: 1 to 9, a letter, or the same key in Cyrillic; -1: none."""
    sign = text.upper()
    if len(sign) != 1:
        return -1
    if sign.isdecimal():
        return int(sign) - 1 if sign != "0" else 9
    return LETTERS.find(_BY_PLACE.get(sign, sign))
