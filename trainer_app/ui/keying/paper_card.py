"""One paper at a time: its number, the question, all answers in view, and what was kept last."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from trainer_app.domain.forms import FormKind
from trainer_app.ui.keying.answer_keys import AnswerKeys
from trainer_app.ui.keying.answer_strip import AnswerStrip
from trainer_app.ui.keying.keyer_form import KeyerForm
from trainer_app.ui.keying.keying_foot import KeyingFoot
from trainer_app.ui.keying.paper_head import PaperHead
from trainer_app.ui.keying.question_view import QuestionView
from trainer_app.ui.keying.run import Run
from trainer_app.ui.keying.whose_form import WhoseForm
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated


class PaperCard(Retranslated, Card):
    """Shows what the run does. `says` gives the line below the name of the open paper."""

    def __init__(self, desk: Desk, run: Run) -> None:
        super().__init__("keying_paper", titled=False)
        self.desk, self.run = desk, run
        self.says: Callable[[], str] = str
        self.keys = AnswerKeys()
        self.top = PaperHead()
        self.question = QuestionView(run, self.keys, lambda: desk.language.code)
        self.whose = WhoseForm()
        self.keyer = KeyerForm()
        self.idle = QWidget()
        self.idle_words = label("subtitle", "keying_idle_words", wrap=True)
        self.stack = QStackedWidget()
        self.strip = AnswerStrip()
        self.foot = KeyingFoot(desk)
        self._lay_out()
        run.changed.connect(self.show_run)
        self.strip.chosen.connect(run.go)
        self.top.number.taken_back = self._take_back
        self.foot.undo.clicked.connect(self.undo)
        desk.undo.refreshed.connect(self.show_undo)
        self.retranslate()

    def _lay_out(self) -> None:
        self.idle.setObjectName("keying_idle")
        column = QVBoxLayout(self.idle)
        column.setContentsMargins(CARD_PADDING, 16, CARD_PADDING, 16)
        column.addWidget(self.idle_words)
        column.addStretch(1)
        holder = QWidget()
        holder.setObjectName("keying_question_holder")
        around = QVBoxLayout(holder)
        around.setContentsMargins(CARD_PADDING - 14, 6, CARD_PADDING - 14, 6)
        around.addWidget(self.question)
        self.question_page = holder
        self.stack.setObjectName("keying_stack")
        for page in (self.idle, holder, self.whose, self.keyer):
            self.stack.addWidget(page)
        strip = QWidget()
        strip.setObjectName("keying_strip_row")
        below = QVBoxLayout(strip)
        below.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        below.addWidget(self.strip)
        self.strip_row = strip
        self.add_row(self.top)
        self.add_row(self.stack, 1)
        self.add_row(strip)
        self.add_row(self.foot)
        self.grow()

    def show_run(self) -> None:
        """Show the open paper, or wait for the next number."""
        paper = self.run.paper
        asking = self.stack.currentWidget() in (self.whose, self.keyer)
        here = self.isAncestorOf(self.focusWidget() or self) and self.isVisible()
        self.top.show_paper(paper, self.says(), resit=self._may_sit_again())
        self.top.number.setReadOnly(paper is not None)
        self.strip.show_paper(paper, self.run.place)
        self.show_row(self.strip_row, shown=paper is not None)
        if paper is not None:
            self.question.show_question()
            self.stack.setCurrentWidget(self.question_page)
        elif not asking:
            self.stack.setCurrentWidget(self.idle)
        if here and not (paper is None and asking):
            self.focus_run()
        self.show_undo()

    def focus_run(self) -> None:
        """Give the keyboard to what comes next: the question, or the number of the next paper."""
        if self.run.paper is not None:
            target: QWidget = self.question.target()
        elif self.stack.currentWidget() is self.whose:
            target = self.whose.name
        elif self.stack.currentWidget() is self.keyer:
            target = self.keyer.row.field
        else:
            target = self.top.number
            self.top.number.clear()
        if not target.hasFocus():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def wait(self) -> None:
        """Wait for the next number; questions that were asked meanwhile go away."""
        self.stack.setCurrentWidget(self.idle)
        self.show_run()
        self.focus_run()

    def undo(self) -> None:
        """Take the last answer back."""
        if self.run.own_undo:
            self.run.undo()
        else:
            self.desk.undo_last()

    def show_undo(self) -> None:
        """Offer to take back what there is to take back."""
        if self.run.own_undo:
            self.foot.show_undo(self.tr("The last answer") if self.run.can_undo else "")
        else:
            self.foot.show_undo(self.desk.undo.undo_words)

    def retranslate(self) -> None:
        """Set the words of an empty card."""
        self.idle_words.setText(
            self.tr(
                "Type the number on the paper and press Enter. Then one key for each answer: its letter or "
                "its digit. The keypad alone is enough: / left blank, − back, + on, * the rest is blank."
            )
        )
        self.show_run()

    def _may_sit_again(self) -> bool:
        """Tell whether a re-sit makes sense here: of a test, in its first entry."""
        source = self.run.source
        return source is not None and not source.second and source.form.form.kind is FormKind.TEST

    def _take_back(self, event: QKeyEvent) -> bool:
        """Take back an answer to a paper of nobody while the next number is awaited."""
        if not self.run.own_undo:
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            self.run.undo()
        else:
            self.run.redo()
        return True
