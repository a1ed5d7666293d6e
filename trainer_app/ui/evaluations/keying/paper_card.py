"""One paper at a time: its number, whose it is, the question, all answers in view, and what was kept last.

Before a second entry it asks who makes it: that must be somebody else than whoever made the first one.
"""

from collections.abc import Callable
from typing import override

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from trainer_app.domain.evaluations.forms import FormKind
from trainer_app.ui.evaluations.keying.asking import PaperDoubtForm, PaperOwnerForm
from trainer_app.ui.evaluations.keying.controller import AnswerKeys, KeyingController, signs_of
from trainer_app.ui.evaluations.keying.overview import AnswerOverview
from trainer_app.ui.evaluations.keying.question_view import KeyingQuestionView
from trainer_app.ui.evaluations.keying.sources import OpenPaper
from trainer_app.ui.evaluations.keying.telling import EntryStatus
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import shown_name
from trainer_app.ui.kit.screens import KeyHint, shown_keys, withhold
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.fields import DigitsOnly, FormRow, text_field
from trainer_app.ui.widgets.flow import FlowRow, PageStack, stand_at_least
from trainer_app.ui.widgets.indicators import Chip, Tone
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label

_DELETING = (
    "evaluations/keying/delete_paper",
    "evaluations/feedback/discard_paper",
    "evaluations/feedback/put_back_paper",
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIELD, _HEIGHT = 132, 84


class PaperNumberField(QLineEdit):
    """Takes the number that is printed on a paper. Ctrl+Z is the program's: there is nothing to undo here."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keying_number")
        self.setFixedWidth(_FIELD)
        self.taken_back: Callable[[QKeyEvent], bool] = lambda _event: False
        """Whether undo and redo are done here; asked with the key."""

    def event(self, event: QEvent) -> bool:
        """Let undo and redo through to the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _undoes(event):
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the paper on Enter. Esc takes away what was typed; an empty field lets Esc through."""
        if event.key() in _ENTER:
            self.entered.emit(self.text().strip())
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif not (_undoes(event) and self.taken_back(event)):
            super().keyPressEvent(event)


class KeyingHeader(Retranslated, QWidget):
    """The number at the left, large; then the name; at the right the running check."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keying_head")
        stand_at_least(self, _HEIGHT)
        self.caption = label("body_strong", "keying_number_label")
        self.number = PaperNumberField()
        self.caption.setBuddy(self.number)
        self.new_sheet = Button("keying_new_sheet", ButtonKind.PLAIN, "plus")
        self.problem = FittingLabel("error", "keying_number_error")
        DigitsOnly(self.number, 6).say_below(self.problem)
        self.name = FittingLabel("title", "keying_name")
        self.second = FittingLabel("second", "keying_name_second")
        self.check = Chip("keying_check")
        self.history = IconButton("keying_history_button", "history")
        self.resit = Button("keying_resit", ButtonKind.PLAIN, "plus")
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addStretch(1)
        left.addWidget(self.caption)
        line = FlowRow()
        line.setSpacing(8)
        line.addWidget(self.number)
        line.addWidget(self.new_sheet)
        line.addStretch(1)
        left.addLayout(line)
        left.addStretch(1)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        for part in (self.name, self.second, self.problem):
            names.addWidget(part)
        names.addStretch(1)
        row = FlowRow(self)
        row.setContentsMargins(CARD_PADDING, 0, CARD_PADDING, 0)
        row.setSpacing(20)
        row.addLayout(left)
        row.addLayout(names, 1)
        for button in (self.check, self.history, self.resit):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_paper(self, paper: OpenPaper | None, second: str, *, resit: bool = False) -> None:
        """Show whose paper is open; `second` is said below the name. `resit` offers a new paper."""
        again = resit and paper is not None and paper.whole
        # The name needs the room: that the paper is whole is said by the offer of another one.
        self.check.setVisible(paper is not None and not again)
        self.resit.setVisible(again)
        # A sheet of nobody has no history: it would tell who keyed it in, and when.
        self.history.setVisible(paper is not None and bool(paper.name))
        if paper is None:
            self.name.setText("")
            self.second.setText(second)
            return
        sheet = self.tr("Sheet {number}").format(number=paper.number)
        unnumbered = self.tr("A sheet without a number")
        self.name.setText(shown_name(paper.name) or (unnumbered if paper.number is None else sheet))
        self.second.setText(second)
        self.number.setText("" if paper.number is None else str(paper.number))
        count = len(paper.questions)
        words = self.tr("{answered} of {count} entered").format(answered=paper.answered, count=count)
        tone = Tone.GOOD if paper.whole else Tone.NOW
        self.check.set_chip(words, tone, "check" if paper.whole else "")

    def retranslate(self) -> None:
        """Set the words that do not depend on the paper."""
        self.caption.setText(self.tr("Number on the paper"))
        self.number.setAccessibleName(self.tr("Number on the paper"))
        self.history.set_words(self.tr("History of the answer"), "Ctrl+I")
        self.resit.setText(self.tr("Re-sit"))
        self.resit.setToolTip(self.tr("A new paper of the same person"))
        self.new_sheet.setText(self.tr("New sheet without a number"))


def _undoes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


_WIDTH = 360


class SecondKeyerForm(Retranslated, QWidget):
    """`given` is emitted with the name that was typed."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keying_keyer")
        self._sheets = False
        self.title = label("card_title", "keying_keyer_title", wrap=True)
        self.text = label("subtitle", "keying_keyer_text", wrap=True)
        self.row = FormRow("keying_keyer_name", text_field("keying_keyer_name", width=_WIDTH, most=120))
        self.begin = Button("keying_keyer_begin", ButtonKind.PRIMARY, "right")
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_PADDING, 20, CARD_PADDING, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addWidget(self.row)
        line = FlowRow()
        line.addWidget(self.begin)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        self.begin.clicked.connect(lambda: self.given.emit(self.row.field.text().strip()))
        withhold("evaluations/feedback/begin_paper", self.begin)
        self.row.field.returnPressed.connect(self.begin.click)
        self.retranslate()

    def ask(self, *, sheets: bool) -> None:
        """Ask for the name; of `sheets` that belong to nobody it says so."""
        self._sheets = sheets
        self.retranslate()
        self.row.clear_error()
        self.row.field.selectAll()
        self.row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self) -> None:
        self.title.setText(self.tr("Second entry by another person"))
        papers = self.tr(
            "The same papers are entered once more. The first answers stay hidden; where the two "
            "entries do not say the same, the paper is looked at again."
        )
        sheets = self.tr(
            "The same sheets are entered once more. The first answers stay hidden; where the two "
            "entries do not say the same, the sheet is looked at again."
        )
        self.text.setText(sheets if self._sheets else papers)
        self.row.set_words(self.tr("Who enters now?"))
        self.begin.setText(self.tr("Begin"))


class KeyingCard(Retranslated, Card):
    """Shows what the run does. `says` gives the line below the name of the open paper.

    `own_step` names what undo takes back of sheets of nobody, "" for nothing.
    """

    def __init__(self, context: AppContext, run: KeyingController) -> None:
        super().__init__("keying_paper", titled=False)
        self.context, self.run = context, run
        self.says: Callable[[], str] = str
        self.keys = AnswerKeys()
        self.top = KeyingHeader()
        self.question = KeyingQuestionView(run, self.keys, lambda: context.language.code)
        self.whose = PaperOwnerForm()
        self.doubt = PaperDoubtForm(context)
        self.keyer = SecondKeyerForm()
        self.idle = QWidget()
        self.idle_words = label("subtitle", "keying_idle_words", wrap=True)
        self.stack = PageStack()
        self.strip = AnswerOverview()
        self.own_step: Callable[[], str] = str
        self.foot = EntryStatus(
            "keying_foot",
            "keying_undo",
            lambda: self.tr("Each answer is on the disk when it shows; nothing needs saving."),
        )
        self.letters = Button("keying_letters", ButtonKind.GHOST, "pen")
        self.discard = Button("keying_discard", ButtonKind.GHOST, "trash")
        for button in (self.letters, self.discard):
            # Undo stays at the end: no press that was meant for it may come to deleting.
            self.foot.row.insertWidget(self.foot.row.indexOf(self.foot.undo), button)
        self._lay_out()
        run.changed.connect(self.show_run)
        self.strip.chosen.connect(run.go)
        self.top.number.taken_back = self._take_back
        self.foot.undo.clicked.connect(self.undo)
        self.letters.clicked.connect(self.ask_letters)
        self.discard.clicked.connect(run.delete)
        withhold("base/history/undo_step", self.foot.undo)
        withhold(_DELETING, self.discard)
        context.undo.refreshed.connect(self.show_undo)
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
        for page in (self.idle, holder, self.whose, self.doubt, self.keyer):
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
        asking = self.stack.currentWidget() in (self.whose, self.doubt, self.keyer)
        here = self.isAncestorOf(self.focusWidget() or self) and self.isVisible()
        self.top.show_paper(paper, self.says(), resit=self.may_sit_again())
        self.discard.setVisible(self.run.deletable)
        nobodys = self.run.source is not None and self.run.source.anonymous
        self.discard.setText(self.tr("Delete the sheet") if nobodys else self.tr("Delete the paper"))
        self.top.number.setReadOnly(paper is not None)
        self.strip.show_paper(paper, self.run.place)
        self.show_row(self.strip_row, shown=paper is not None)
        if paper is not None:
            self.question.show_question()
            self.stack.setCurrentWidget(self.question_page)
        elif not asking:
            self._show_idle()
            self.stack.setCurrentWidget(self.idle)
        if here and not (paper is None and asking):
            self.focus_run()
        self.show_undo()
        self._show_letters()

    def _show_letters(self) -> None:
        """Show what a Cyrillic В is taken for, once that was asked about."""
        self.letters.setVisible(bool(self.keys.taken_for))
        self.letters.setText(self.tr("В means {letter}").format(letter=self.keys.taken_for))
        self.letters.setToolTip(
            self.tr("How letters of a Cyrillic keyboard are read. Press to be asked again.")
        )

    def ask_letters(self) -> None:
        """Ask anew what a Cyrillic letter means, at the next one."""
        self.keys.habit = None
        self.question.release()
        self.show_run()
        self.focus_run()

    def focus_run(self) -> None:
        """Give the keyboard to what comes next: the question, or the number of the next paper."""
        if self.run.paper is not None:
            target: QWidget = self.question.target()
        elif self.stack.currentWidget() is self.whose:
            target = self.whose.name
        elif self.stack.currentWidget() is self.doubt:
            target = self.doubt
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
        """Take back the newest step of these papers, never another's; the keyboard goes on."""
        self.context.undo.refresh()
        if self.run.own_undo:
            self.run.undo()
        elif (step := self.run.newest_step) is not None:
            self.context.run_undo(lambda: self.context.undo.undo_step(step))
        self.focus_run()

    def show_undo(self) -> None:
        """Offer to take back what there is to take back."""
        of_journal = self.context.undo.undo_words if self.run.newest_step is not None else ""
        self.foot.show_undo(self.own_step() if self.run.own_undo else of_journal)

    def retranslate(self) -> None:
        """Set the words of an empty card."""
        self.discard.setToolTip(self.tr("What was entered of it goes; undo brings it back"))
        self.show_run()

    def hints(self) -> list[KeyHint]:
        """Return in words what works now: at a question, or while something is asked."""
        if self.stack.currentWidget() is self.doubt:
            return self.doubt.keys()
        done, left = self.tr("The rest is blank: the paper is finished"), self.tr("Leave the paper as it is")
        if self.run.of_sheets:
            done = self.tr("The rest is blank: the sheet is finished")
            left = self.tr("Leave the sheet as it is")
        return [
            *self._answer_keys(),
            KeyHint("*", done),
            KeyHint(
                shown_keys("Ctrl+I"), self.tr("History of the answer: who, when, and whether it was sent")
            ),
            KeyHint("Esc", left),
        ]

    def _answer_keys(self) -> list[KeyHint]:
        """Return in words what works at the question that is open."""
        if self.run.takes_words:
            return self._field_keys()
        paper, sheet = (
            self.tr("Open the paper; the next question"),
            self.tr("Open the sheet; the next question"),
        )
        opens = sheet if self.run.of_sheets else paper
        return [
            KeyHint("A … J", self.tr("The answer: its letter on any keyboard")),
            KeyHint("1 … 9", self.tr("The answer: its place, 0 is the tenth")),
            KeyHint("Return", opens),
            KeyHint("/ .", self.tr("The question was left blank")),
            KeyHint("- ←", self.tr("One question back")),
            KeyHint("+ →", self.tr("One question on")),
            KeyHint("Del", self.tr("Remove the answer")),
        ]

    def _field_keys(self) -> list[KeyHint]:
        """Return what works while a number or words are typed: no sign that may begin the answer."""
        signs = signs_of(self.run.question) if self.run.question is not None else ""
        return [
            KeyHint("Return", self.tr("Keep what is typed, go on; nothing typed: left blank")),
            KeyHint("/", self.tr("The question was left blank")),
            KeyHint("- ↑" if "-" in signs else "↑", self.tr("One question back")),
            KeyHint("+ ↓" if "+" in signs else "↓", self.tr("One question on")),
        ]

    def _show_idle(self) -> None:
        """Say how papers are entered, and how those of nobody that have no number."""
        words = self.tr(
            "Type the number on the paper and press Enter. Then one key for each answer: its letter or "
            "its digit. The keypad alone is enough: / left blank, − back, + on, * the rest is blank."
        )
        source = self.run.source
        if source is not None and source.anonymous and not source.second:
            words += "\n" + self.tr("Enter alone begins a sheet that has no number.")
        self.idle_words.setText(words)

    def may_sit_again(self) -> bool:
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
