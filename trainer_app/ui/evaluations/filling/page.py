"""Filling in on the laptop, one participant after the other, until the trainer's passphrase ends it."""

from collections.abc import Callable

from PySide6.QtCore import QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions.base import workplace
from trainer_app.actions.evaluations import filling, forms
from trainer_app.actions.evaluations.filling import FillingSheet
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.evaluations.forms import FullForm
from trainer_app.system import messages
from trainer_app.ui.evaluations.filling.sheet_page import (
    AnswerSheetPage,
    LargeButton,
    participant_text,
)
from trainer_app.ui.evaluations.question_kinds import LARGE
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import CoversScreen
from trainer_app.ui.style import theme
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton, Switch
from trainer_app.ui.widgets.fields import FormRow
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.overlays import ModalOverlay, confirm
from trainer_app.ui.widgets.pages import StartPage
from trainer_app.ui.widgets.passphrase import PassphraseField


class LeaveOverlay(ModalOverlay):
    """Asks for the passphrase over the page; `then` is called when it is right. In the trainer's language."""

    def __init__(self, host: QWidget, context: AppContext, then: Callable[[], object]) -> None:
        super().__init__("filling_leave", host)
        self._context, self._then = context, then
        self.title = label("card_title", "filling_leave_title", self.tr("Back to the program"), wrap=True)
        told = self.tr("Type the passphrase of this laptop. What was answered so far is saved.")
        self.text = label("subtitle", "filling_leave_text", told, wrap=True)
        self.field = PassphraseField("filling_leave_passphrase")
        self.row = FormRow("filling_leave_holder", self.field)
        self.row.set_words(self.tr("Passphrase"))
        self.yes = Button("filling_leave_yes", ButtonKind.PRIMARY, "key", self.tr("Open the program"))
        self.no = Button("filling_leave_no", ButtonKind.PLAIN, "", self.tr("Back to the sheet"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        for part in (self.title, self.text, self.row):
            self.column.addWidget(part)
        self.column.addSpacing(12)
        self.column.addLayout(buttons)
        self.no.clicked.connect(self.dismiss)
        self.yes.clicked.connect(self.try_it)
        self.field.line.returnPressed.connect(self.yes.click)
        self.setAccessibleName(self.title.text())
        self.reveal(self.field.line)

    def try_it(self) -> None:
        """Compare the passphrase, which takes a moment, off the window's thread."""
        if not self.field.text():
            return
        self.yes.setEnabled(False)
        passphrase = self.field.text()
        self._context.run(
            "",
            lambda work, _progress: workplace.check_own_passphrase(work, passphrase),
            done=lambda _nothing: self._right(),
            failed=self._wrong,
            writes=False,
        )

    def _right(self) -> None:
        self.dismiss()
        self._then()

    def _wrong(self, error: TrainerError) -> None:
        self.yes.setEnabled(True)
        self.row.show_error(self._context.explained(error))
        self.field.line.selectAll()
        self.field.line.setFocus()


_WIDTH = 620


class WelcomePage(StartPage):
    """What comes before a sheet.

    Emits `number_given(number)` for a test, `confirmed` after "yes, that is me", `begun` for feedback,
    `resumed` for the sheet that a power cut interrupted, `language_chosen(code)`.
    """

    number_given = Signal(int)
    confirmed = Signal()
    begun = Signal()
    resumed = Signal()
    language_chosen = Signal(str)

    def __init__(self, form: FullForm, language: str) -> None:
        super().__init__("filling_welcome", _WIDTH)
        self._form = form
        self._found = False
        self.switch = Switch("filling_language", tuple(LANGUAGES))
        self.switch.set_words(*(each.name for each in LANGUAGES.values()))
        self.switch.chosen.connect(self.language_chosen)
        self.intro = label("body", "filling_intro", wrap=True)
        self.number = QLineEdit()
        self.number.setObjectName("filling_number")
        self.number.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{1,6}"), self.number))
        self.number.setFont(theme.font(LARGE + 4, 600))
        self.number.setMaximumWidth(200)
        self.caption = label("row_title", "filling_number_caption")
        self.problem = label("error", "filling_number_problem", wrap=True)
        self.found = label("title", "filling_found", wrap=True)
        self.forward = LargeButton("filling_forward", ButtonKind.PRIMARY)
        self.again = LargeButton("filling_not_me", ButtonKind.PLAIN)
        self.resume = LargeButton("filling_resume", ButtonKind.PLAIN)
        self._lay_out()
        self.number.returnPressed.connect(self.forward.click)
        self.number.textEdited.connect(lambda _text: self.ask())
        self.forward.clicked.connect(self._go_on)
        self.again.clicked.connect(self.ask_anew)
        self.resume.clicked.connect(self.resumed)
        self.set_language(language)
        self.ask()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(12)
        for button in (self.forward, self.again, self.resume):
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
        self.resume.setText(participant_text("resume", language))
        self._show_forward()

    def ask(self) -> None:
        """Ask for the number, or to begin."""
        self._found = False
        self.found.hide()
        self.problem.hide()
        self.again.hide()
        self._show_forward()

    def ask_anew(self) -> None:
        """Ask for another number."""
        self.number.clear()
        self.ask()
        self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_resume(self, *, there: bool) -> None:
        """Offer to go on with an interrupted sheet, if there is one."""
        self.resume.setVisible(there)

    def show_found(self, name: str) -> None:
        """Show whose number it is, and ask whether that is right."""
        self._found = True
        self.problem.hide()
        self.found.setText(name)
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

    def first_control(self) -> QWidget:
        """Return what has the keyboard first."""
        return self.forward if self._form.form.anonymous else self.number

    def _show_forward(self) -> None:
        word = "begin" if self._form.form.anonymous else "thats_me" if self._found else "next"
        self.forward.setText(participant_text(word, self._language))

    def _go_on(self) -> None:
        if self._form.form.anonymous:
            self.begun.emit()
        elif self._found:
            self.confirmed.emit()
        elif self.number.text():
            self.number_given.emit(int(self.number.text()))
        else:
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)


class DonePage(StartPage):
    """Thanks, and waits for the next person. `go_on` is called then."""

    def __init__(self, language: str, note: str, go_on: Callable[[], object]) -> None:
        super().__init__("filling_done", _WIDTH)
        self.title.setText(participant_text("thanks", language))
        self.subtitle.setText(note)
        self.next_sheet = LargeButton("filling_next_sheet", ButtonKind.PRIMARY)
        self.next_sheet.setText(participant_text("next_sheet", language))
        self.next_sheet.clicked.connect(go_on)
        self.column.addWidget(self.next_sheet, 0, Qt.AlignmentFlag.AlignLeft)


_SECOND, _MINUTE, _SHORT = 1000, 60_000, 120_000


class FillingPage(QWidget):
    """Covers the window. Emits `closed` when the trainer has given the passphrase."""

    closed = Signal()

    def __init__(self, context: AppContext, sitting: str) -> None:
        super().__init__()
        self.setObjectName("filling")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self.sitting = forms.get_sitting(context.work, sitting)
        self.form = forms.get_form(context.work, self.sitting.form)
        self.language = self.sitting.language or context.language.code
        self.sheet: FillingSheet | None = None
        self._number = 0
        self.stack = QStackedWidget()
        self.stack.setObjectName("filling_stack")
        self.exit = IconButton("filling_exit", "lock")
        self.exit.set_words(self.tr("Back to the program"))
        self.exit.clicked.connect(self.ask_to_leave)
        self._tick = QTimer(self)
        self._tick.setObjectName("filling_tick")
        self._tick.setInterval(_SECOND)
        self._tick.timeout.connect(self._show_time)
        top = QHBoxLayout()
        top.setContentsMargins(0, 10, 12, 0)
        top.addStretch(1)
        top.addWidget(self.exit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.stack, 1)
        self.welcome()

    def refuse_close(self) -> bool:
        """Hold the window back and ask for the passphrase: nothing else may be reached."""
        self.ask_to_leave()
        return True

    def ask_to_leave(self) -> None:
        """Ask for the trainer's passphrase."""
        if self.findChild(LeaveOverlay) is None and self.window().findChild(LeaveOverlay) is None:
            LeaveOverlay(self, self._context, self._leave)

    def welcome(self) -> None:
        """Wait for a participant."""
        self.sheet = None
        self._tick.stop()
        page = WelcomePage(self.form, self.language)
        page.language_chosen.connect(self._choose_language)
        page.number_given.connect(self._look_up)
        page.confirmed.connect(self._begin_named)
        page.begun.connect(self._begin_anonymous)
        page.resumed.connect(self._resume)
        interrupted = self.form.form.anonymous and self._interrupted() is not None
        page.offer_resume(there=interrupted)
        self._show(page)
        page.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, page: QWidget) -> None:
        old = self.stack.currentWidget()
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()

    def _choose_language(self, code: str) -> None:
        self.language = code
        page = self.stack.currentWidget()
        if isinstance(page, WelcomePage):
            page.set_language(code)

    # Beginning

    def _look_up(self, number: int) -> None:
        page = self.stack.currentWidget()
        assert isinstance(page, WelcomePage)
        try:
            view = filling.whose(self._context.work, self.sitting.key, number)
        except TrainerError as error:
            page.show_problem(self._words(error))
            return
        self._number = number
        page.show_found(view.name)

    def _begin_named(self) -> None:
        self._begin(
            lambda: filling.begin_named(self._context.work, self.sitting.key, self._number, self.language)
        )

    def _begin_anonymous(self) -> None:
        self._begin(lambda: filling.begin_anonymous(self._context.work, self.sitting.key, self.language))

    def _resume(self) -> None:
        found = self._interrupted()
        if found is not None:
            self._open(found)

    def _interrupted(self) -> FillingSheet | None:
        return filling.interrupted(self._context.work, self.sitting.key)

    def _begin(self, make: Callable[[], FillingSheet]) -> None:
        page = self.stack.currentWidget()
        try:
            sheet = make()
        except TrainerError as error:
            if isinstance(page, WelcomePage):
                page.show_problem(self._words(error))
            return
        self._open(sheet)

    def _open(self, sheet: FillingSheet) -> None:
        self.sheet = sheet
        page = AnswerSheetPage(sheet)
        page.answered.connect(self._answer)
        page.handed_in.connect(self._look_once_more)
        self._show(page)
        page.go(page.at)
        if sheet.sitting.minutes and sheet.view is not None:
            self._show_time()
            self._tick.start()

    # Answering

    def _answer(self, question: str, answer: str) -> None:
        page = self.stack.currentWidget()
        if self.sheet is None or not isinstance(page, AnswerSheetPage):
            return
        try:
            self.sheet = filling.answer(self._context.work, self.sheet, question, answer)
        except TrainerError as error:
            if error.code == "filling.time_over":
                self._time_over()
            else:
                page.show_problem(self._words(error))
            return
        page.show_sheet(self.sheet)

    def _look_once_more(self) -> None:
        page = self.stack.currentWidget()
        if not isinstance(page, AnswerSheetPage) or self.sheet is None:
            return
        still_open = page.open_places()
        title = participant_text("hand_in_question", self.language)
        text = participant_text("all_answered", self.language)
        if still_open:
            places = ", ".join(map(str, still_open))
            text = participant_text("left_open", self.language, places=places)
        asked = confirm(
            self,
            title,
            text,
            participant_text("hand_in", self.language),
            self._hand_in,
            danger=False,
            name="filling_ask",
        )
        asked.no.setText(participant_text("go_on", self.language))
        if still_open:
            asked.no.clicked.connect(lambda: page.go(still_open[0] - 1))
            asked.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hand_in(self) -> None:
        if self.sheet is not None:
            try:
                filling.hand_in(self._context.work, self.sheet)
            except TrainerError as error:
                page = self.stack.currentWidget()
                if isinstance(page, AnswerSheetPage):
                    page.show_problem(self._words(error))
                return
            self._done(participant_text("saved", self.language))

    def _done(self, note: str) -> None:
        self.sheet = None
        self._tick.stop()
        page = DonePage(self.language, note, self.welcome)
        self._show(page)
        page.next_sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    # Time

    def _show_time(self) -> None:
        page = self.stack.currentWidget()
        if self.sheet is None or not isinstance(page, AnswerSheetPage):
            return
        left = self.sheet.remaining(self._context.work.clock.millis())
        if left is None:
            return
        if left == 0:
            self._time_over()
            return
        minutes, seconds = divmod(left // _SECOND, 60)
        page.show_time(
            participant_text("time_left", self.language, time=f"{minutes}:{seconds:02}"), short=left <= _SHORT
        )

    def _time_over(self) -> None:
        """Hand in what is there: answers are kept as they are given, words after a short pause."""
        page = self.stack.currentWidget()
        self._tick.stop()
        asked = self.window().findChild(QWidget, "filling_ask")
        if asked is not None:
            asked.deleteLater()
        if self.sheet is None or not isinstance(page, AnswerSheetPage):
            return
        try:
            filling.hand_in(self._context.work, self.sheet)
        except TrainerError as error:
            page.show_problem(self._words(error))
            return
        self._done(participant_text("time_over", self.language))

    # Leaving

    def _leave(self) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, AnswerSheetPage):
            page.keep_typed()
        self._tick.stop()
        self.closed.emit()

    def _words(self, error: TrainerError) -> str:
        return messages.text(error.code, self.language, **error.values)


_EVERYTHING = Changes(
    Label("filling.step.begin"),
    touched=frozenset((entity, "") for entity in ("paper", "answer", "feedback_paper", "form")),
)
"""What participants may have changed."""


def start_filling(context: AppContext, host: QWidget, sitting: str) -> FillingPage | None:
    """Cover the window of `host` with the sheets of a sitting; None if that cannot be, and that is told.

    Whatever changed meanwhile is announced when the trainer is back.
    """
    window = host.window()
    if not isinstance(window, CoversScreen):
        return None
    try:
        page = FillingPage(context, sitting)
    except TrainerError as error:
        context.tell_error(error)
        return None
    context.held_open.emit(True)

    def back() -> None:
        context.held_open.emit(False)
        window.uncover()
        context.do(filling.end_filling, page.sitting)
        context.changes.announce(_EVERYTHING, page)

    page.closed.connect(back)
    window.cover(page)
    page.welcome()
    return page
