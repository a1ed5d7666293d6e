"""Filling in on the laptop, one participant after the other, until the trainer's passphrase ends it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions import filling, forms, sittings
from trainer_app.actions.filling import Sheet
from trainer_app.domain.errors import TrainerError
from trainer_app.system import messages
from trainer_app.ui.filling.leave_sheet import LeaveSheet
from trainer_app.ui.filling.sheet_page import SheetPage
from trainer_app.ui.filling.welcome_page import DonePage, WelcomePage
from trainer_app.ui.filling.words import say
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import IconButton
from trainer_app.ui.widgets.sheet import confirm

_SECOND, _MINUTE, _SHORT = 1000, 60_000, 120_000


class FillingPage(QWidget):
    """Covers the window. Emits `left` when the trainer has given the passphrase."""

    left = Signal()

    def __init__(self, desk: Desk, sitting: str) -> None:
        super().__init__()
        self.setObjectName("filling")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self.sitting = sittings.get_sitting(desk.work, sitting)
        self.form = forms.get_form(desk.work, self.sitting.form)
        self.language = self.sitting.language or desk.language.code
        self.sheet: Sheet | None = None
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
        if self.findChild(LeaveSheet) is None and self.window().findChild(LeaveSheet) is None:
            LeaveSheet(self, self._desk, self._leave)

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
            view = filling.whose(self._desk.work, self.sitting.key, number)
        except TrainerError as error:
            page.show_problem(self._words(error))
            return
        self._number = number
        page.show_found(view.name)

    def _begin_named(self) -> None:
        self._begin(
            lambda: filling.begin_named(self._desk.work, self.sitting.key, self._number, self.language)
        )

    def _begin_anonymous(self) -> None:
        self._begin(lambda: filling.begin_anonymous(self._desk.work, self.sitting.key, self.language))

    def _resume(self) -> None:
        found = self._interrupted()
        if found is not None:
            self._open(found)

    def _interrupted(self) -> Sheet | None:
        return filling.interrupted(self._desk.work, self.sitting.key)

    def _begin(self, make: Callable[[], Sheet]) -> None:
        page = self.stack.currentWidget()
        try:
            sheet = make()
        except TrainerError as error:
            if isinstance(page, WelcomePage):
                page.show_problem(self._words(error))
            return
        self._open(sheet)

    def _open(self, sheet: Sheet) -> None:
        self.sheet = sheet
        page = SheetPage(sheet)
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
        if self.sheet is None or not isinstance(page, SheetPage):
            return
        try:
            self.sheet = filling.answer(self._desk.work, self.sheet, question, answer)
        except TrainerError as error:
            if error.code == "filling.time_over":
                self._time_over()
            else:
                page.show_problem(self._words(error))
            return
        page.show_sheet(self.sheet)

    def _look_once_more(self) -> None:
        page = self.stack.currentWidget()
        if not isinstance(page, SheetPage) or self.sheet is None:
            return
        still_open = page.open_places()
        title = say("hand_in_question", self.language)
        text = say("all_answered", self.language)
        if still_open:
            places = ", ".join(map(str, still_open))
            text = say("left_open", self.language, places=places)
        asked = confirm(
            self, title, text, say("hand_in", self.language), self._hand_in, danger=False, name="filling_ask"
        )
        asked.no.setText(say("go_on", self.language))
        if still_open:
            asked.no.clicked.connect(lambda: page.go(still_open[0] - 1))
            asked.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hand_in(self) -> None:
        if self.sheet is not None:
            try:
                filling.hand_in(self._desk.work, self.sheet)
            except TrainerError as error:
                page = self.stack.currentWidget()
                if isinstance(page, SheetPage):
                    page.show_problem(self._words(error))
                return
            self._done(say("saved", self.language))

    def _done(self, note: str) -> None:
        self.sheet = None
        self._tick.stop()
        page = DonePage(self.language, note, self.welcome)
        self._show(page)
        page.next_sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    # Time

    def _show_time(self) -> None:
        page = self.stack.currentWidget()
        if self.sheet is None or not isinstance(page, SheetPage):
            return
        left = self.sheet.remaining(self._desk.work.clock.millis())
        if left is None:
            return
        if left == 0:
            self._time_over()
            return
        minutes, seconds = divmod(left // _SECOND, 60)
        page.show_time(say("time_left", self.language, time=f"{minutes}:{seconds:02}"), short=left <= _SHORT)

    def _time_over(self) -> None:
        """Hand in what is there: answers are kept as they are given, words after a short pause."""
        page = self.stack.currentWidget()
        self._tick.stop()
        asked = self.window().findChild(QWidget, "filling_ask")
        if asked is not None:
            asked.deleteLater()
        if self.sheet is None or not isinstance(page, SheetPage):
            return
        try:
            filling.hand_in(self._desk.work, self.sheet)
        except TrainerError as error:
            page.show_problem(self._words(error))
            return
        self._done(say("time_over", self.language))

    # Leaving

    def _leave(self) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, SheetPage):
            page.keep_typed()
        self._tick.stop()
        self.left.emit()

    def _words(self, error: TrainerError) -> str:
        return messages.text(error.code, self.language, **error.values)
