"""Filling in on the laptop, one participant after the other, until the trainer's passphrase ends it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions.base import workplace_key
from trainer_app.actions.evaluations import feedback, filling, forms
from trainer_app.actions.evaluations.filling import FillingSheet
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system import messages
from trainer_app.ui.evaluations.filling.sheet_page import (
    AnswerSheetPage,
    DonePage,
    WelcomePage,
    participant_text,
)
from trainer_app.ui.kit.context import AppContext, guesses_notice
from trainer_app.ui.kit.screens import CoversScreen
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.fields import FormRow
from trainer_app.ui.widgets.flow import PageStack
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.overlays import ModalOverlay, Mood, confirm
from trainer_app.ui.widgets.passphrase import PassphraseField, PassphraseGuesses


class TrainerCheck(QObject):
    """Compares a passphrase with the trainer's, one at a time, off the window's thread.

    Emits `right` or `refused(error)`. It belongs to the page: whoever closes the sheet that asked, and opens
    it again, waits as long as before.
    """

    right = Signal()
    refused = Signal(object)
    changed = Signal()
    """Whether another passphrase may be tried now."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("filling_check")
        self._context = context
        self._busy = False
        self.guesses = PassphraseGuesses(context.work.clock.millis, self)
        self.guesses.changed.connect(self.changed)

    @property
    def ready(self) -> bool:
        """Tell whether a passphrase may be tried."""
        return not self._busy and not self.guesses.waiting

    def try_it(self, passphrase: str) -> None:
        """Try one, if that may be."""
        if not passphrase or not self.ready:
            return
        self._set_busy(busy=True)
        self._context.run(
            "",
            lambda work, _progress: workplace_key.check_own_passphrase(work, passphrase),
            done=lambda _nothing: self._accept(),
            failed=self._refuse,
            writes=False,
        )

    def tell(self) -> None:
        """Tell the trainer, who is back, of the wrong ones."""
        wrong = self.guesses.take()
        if wrong:
            self._context.stand(lambda: guesses_notice(self._context, wrong, handed_over=True))

    def _accept(self) -> None:
        self._set_busy(busy=False)
        self.right.emit()

    def _refuse(self, error: TrainerError) -> None:
        if error.code == "vault.wrong_passphrase":
            self.guesses.note()
        self._set_busy(busy=False)
        self.refused.emit(error)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.changed.emit()


class LeaveOverlay(ModalOverlay):
    """Asks for the passphrase over the page; `then` is called when it is right. In the trainer's language.

    It may be closed while a passphrase is compared: then that one opens nothing, also where the overlay was
    opened again meanwhile.
    """

    def __init__(
        self, host: QWidget, context: AppContext, check: TrainerCheck, then: Callable[[], object]
    ) -> None:
        super().__init__("filling_leave", host)
        self._context, self._check, self._then = context, check, then
        self._tried = False
        self.title = label("card_title", "filling_leave_title", self.tr("Back to the program"), wrap=True)
        told = self.tr("Type the passphrase of this laptop. What was answered so far is saved.")
        self.text = label("subtitle", "filling_leave_text", told, wrap=True)
        self.field = PassphraseField("filling_leave_passphrase")
        self.row = FormRow("filling_leave_holder", self.field)
        self.row.set_words(self.tr("Passphrase"))
        self.pause = label("small", "filling_leave_pause")
        self.yes = Button("filling_leave_yes", ButtonKind.PRIMARY, "key", self.tr("Open the program"))
        self.no = Button("filling_leave_no", ButtonKind.PLAIN, "", self.tr("Back to the sheet"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        for part in (self.title, self.text, self.row, self.pause):
            self.column.addWidget(part)
        self.column.addSpacing(12)
        self.column.addLayout(buttons)
        self.no.clicked.connect(self.dismiss)
        self.yes.clicked.connect(self.try_it)
        self.field.line.returnPressed.connect(self.yes.click)
        # Bound methods: Qt takes these connections away with the overlay: nothing is told to what is gone.
        check.right.connect(self._right)
        check.refused.connect(self._wrong)
        check.changed.connect(self._show_pause)
        self.setAccessibleName(self.title.text())
        self._show_pause()
        self.reveal(self.field.line)

    def ask_for_going_on(self) -> None:
        """Ask the trainer to let participants type numbers again, instead of leaving."""
        self.title.setText(self.tr("Let participants go on"))
        self.text.setText(
            self.tr(
                "Several numbers in a row were not confirmed. Type the passphrase of this laptop to go on."
            )
        )
        self.yes.setText(self.tr("Go on"))
        self.no.setText(self.tr("Back"))
        self.setAccessibleName(self.title.text())

    def try_it(self) -> None:
        """Compare what is typed, unless another one is being compared or a pause goes on."""
        # Said before: where nothing runs beside the window, the answer comes within the call.
        self._tried = self._check.ready
        self._check.try_it(self.field.text())

    def _show_pause(self) -> None:
        self.yes.setEnabled(self._check.ready)
        self.pause.setText(self._check.guesses.words)
        self.pause.setVisible(self._check.guesses.waiting)

    def _right(self) -> None:
        if self._tried and not self.isHidden():
            self.dismiss()
            self._then()

    def _wrong(self, error: TrainerError) -> None:
        if self._tried and not self.isHidden():
            self.row.show_error(self._context.explained(error))
            self.field.line.selectAll()
            self.field.line.setFocus()


_SECOND, _MINUTE, _SHORT = 1000, 60_000, 120_000
_NUMBERS = 3
"""How many numbers may be typed in a row with none of them said to be one's own.

The name that a number shows must be one that its owner recognises, or answers end on another's paper. So
numbers would tell who is on the course, one after the other; a slip of the finger happens once or twice.
"""


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
        self.handed_in = 0
        self._number = 0
        self._typed: set[int] = set()
        self.check = TrainerCheck(context, self)
        self.stack = PageStack()
        self.stack.setObjectName("filling_stack")
        self.exit = IconButton("filling_exit", "lock")
        self.exit.set_words(self.tr("Back to the program"))
        self.exit.clicked.connect(self.ask_to_leave)
        self._tick = QTimer(self)
        self._tick.setObjectName("filling_tick")
        self._tick.setInterval(_SECOND)
        self._tick.timeout.connect(self._show_time)
        top = QHBoxLayout()
        top.setContentsMargins(0, 2, 12, 0)
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
        """Ask for the trainer's passphrase, to open the program."""
        self._ask_trainer(self._leave)

    def _ask_trainer(self, then: Callable[[], object]) -> LeaveOverlay | None:
        open_ones = self.window().findChildren(LeaveOverlay)
        if any(not each.isHidden() for each in open_ones):
            return None
        return LeaveOverlay(self, self._context, self.check, then)

    def _ask_to_go_on(self) -> None:
        asked = self._ask_trainer(self._let_go_on)
        if asked is not None:
            asked.ask_for_going_on()

    def _let_go_on(self) -> None:
        self._typed.clear()
        self.welcome()

    def welcome(self) -> None:
        """Wait for a participant, who finds nothing of whoever was here before, not even on the clipboard."""
        empty_clipboard()
        self.sheet = None
        self._tick.stop()
        page = WelcomePage(self.form, self.language)
        page.language_chosen.connect(self._choose_language)
        page.number_given.connect(self._look_up)
        page.confirmed.connect(self._begin_named)
        page.begun.connect(self._begin_anonymous)
        page.trainer_called.connect(self._ask_to_go_on)
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
        self._typed.add(number)
        if len(self._typed) > _NUMBERS:
            page.hold()
            return
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

    def _begin(self, make: Callable[[], FillingSheet]) -> None:
        page = self.stack.currentWidget()
        try:
            sheet = make()
        except TrainerError as error:
            if isinstance(page, WelcomePage):
                page.show_problem(self._words(error))
            return
        self.open_sheet(sheet)

    def open_sheet(self, sheet: FillingSheet) -> None:
        """Give a sheet into the hands of a participant."""
        self._typed.clear()
        self.sheet = sheet
        page = AnswerSheetPage(sheet)
        page.answered.connect(self._answer)
        page.handed_in.connect(self._look_once_more)
        page.given_up.connect(self._ask_to_give_up)
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
            text = participant_text("left_open", self.language, places=places, count=len(still_open))
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

    def _ask_to_give_up(self) -> None:
        asked = confirm(
            self,
            participant_text("give_up_question", self.language),
            participant_text("nothing_kept", self.language),
            participant_text("give_up", self.language),
            self._give_up,
            name="filling_ask",
        )
        asked.no.setText(participant_text("go_on", self.language))

    def _give_up(self) -> None:
        page = self.stack.currentWidget()
        if self.sheet is None or not isinstance(page, AnswerSheetPage):
            return
        try:
            filling.throw_away(self._context.work, self.sheet)
        except TrainerError as error:
            page.show_problem(self._words(error))
            return
        self.welcome()

    def _done(self, note: str) -> None:
        self.sheet = None
        self.handed_in += 1
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


def empty_clipboard() -> None:
    """Leave nothing to paste: whatever the trainer or the participant before copied or marked, anywhere."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def start_filling(context: AppContext, host: QWidget, sitting: str) -> FillingPage | None:
    """Hand the laptop over; None if that cannot be, and that is told, or if something has to be said first.

    A sheet without a name that was begun and left, by a power cut too, may be read by whoever gets it: only
    the trainer knows whether that is who wrote it.
    """
    try:
        found = filling.interrupted(context.work, sitting)
    except TrainerError as error:
        context.tell_error(error)
        return None
    if found is None:
        return hand_over(context, host, sitting)
    _ask_about_interrupted(context, host, found)
    return None


def _ask_about_interrupted(context: AppContext, host: QWidget, found: FillingSheet) -> None:
    translate = QCoreApplication.translate
    sitting = found.sitting.key

    def blank() -> None:
        if context.do(filling.throw_away, found) is not None:
            hand_over(context, host, sitting)

    asked = confirm(
        host,
        translate("Filling", "A sheet without a name was begun and not handed in"),
        translate(
            "Filling",
            "Go on only if the same participant sits here: answers are shown. A blank one throws it away.",
        ),
        translate("Filling", "Go on with it"),
        lambda: hand_over(context, host, sitting, found),
        danger=False,
        name="filling_resume",
    )
    asked.no.setText(translate("Filling", "Begin a blank one"))
    asked.no.clicked.connect(blank)


def hand_over(
    context: AppContext, host: QWidget, sitting: str, begun: FillingSheet | None = None
) -> FillingPage | None:
    """Cover the window of `host` with the sheets of a sitting, first with one that was begun, if it is given.

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
        entered = context.do(filling.end_filling, page.sitting)
        context.changes.announce(_EVERYTHING, page)
        if entered is not None:
            _tell_what_became(context, page, entered)
        page.check.tell()

    page.closed.connect(back)
    window.cover(page)
    page.welcome()
    if begun is not None:
        page.open_sheet(begun)
    return page


def _tell_what_became(context: AppContext, page: FillingPage, entered: Changes) -> None:
    """Tell the trainer, who is back, of the sheets without a name: how many entered, or wait."""
    if entered.step is not None:
        context.tell_done("filling.ended.entered", count=entered.label.values["count"])
        context.offer_undo(entered)
        return
    found = context.ask(feedback.collection, page.sitting.key)
    if found is not None and found.waiting and page.handed_in:
        context.tell_how_it_is(Mood.NOW, "filling.ended.waiting", count=found.waiting)
