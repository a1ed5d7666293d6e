"""Before a sheet: the language, one's number, and whether that is oneself; or simply beginning."""

from collections.abc import Callable

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.domain.forms import FullForm
from trainer_app.domain.texts import LANGUAGES
from trainer_app.ui.filling.large import LARGE, LargeButton
from trainer_app.ui.filling.words import say
from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.language import FORMATS
from trainer_app.ui.start.frame import StartFrame
from trainer_app.ui.widgets.buttons import Kind
from trainer_app.ui.widgets.choices import Switch
from trainer_app.ui.widgets.labels import label

_WIDTH = 620


class WelcomePage(StartFrame):
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
        self.switch = Switch("filling_language", LANGUAGES)
        self.switch.set_words(*(FORMATS[code].name for code in LANGUAGES))
        self.switch.chosen.connect(self.language_chosen)
        self.intro = label("body", "filling_intro", wrap=True)
        self.number = QLineEdit()
        self.number.setObjectName("filling_number")
        self.number.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{1,6}"), self.number))
        self.number.setFont(fonts.font(LARGE + 4, 600))
        self.number.setMaximumWidth(200)
        self.caption = label("row_title", "filling_number_caption")
        self.problem = label("error", "filling_number_problem", wrap=True)
        self.found = label("title", "filling_found", wrap=True)
        self.forward = LargeButton("filling_forward", Kind.PRIMARY)
        self.again = LargeButton("filling_not_me", Kind.PLAIN)
        self.resume = LargeButton("filling_resume", Kind.PLAIN)
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
        self.switch.setAccessibleName(say("language", language))
        self.title.setText(form.title.best(language))
        intro = form.intro.best(language)
        nameless = say("anonymous", language) if form.anonymous else ""
        self.intro.setText("\n".join(part for part in (intro, nameless) if part))
        self.intro.setVisible(bool(self.intro.text()))
        self.subtitle.setText(say("questions", language, count=len(self._form.questions)))
        self.caption.setText(say("type_number", language))
        self.number.setAccessibleName(self.caption.text())
        self.again.setText(say("not_me", language))
        self.resume.setText(say("resume", language))
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
        self.forward.setText(say(word, self._language))

    def _go_on(self) -> None:
        if self._form.form.anonymous:
            self.begun.emit()
        elif self._found:
            self.confirmed.emit()
        elif self.number.text():
            self.number_given.emit(int(self.number.text()))
        else:
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)


class DonePage(StartFrame):
    """Thanks, and waits for the next person. `go_on` is called then."""

    def __init__(self, language: str, note: str, go_on: Callable[[], object]) -> None:
        super().__init__("filling_done", _WIDTH)
        self.title.setText(say("thanks", language))
        self.subtitle.setText(note)
        self.next_sheet = LargeButton("filling_next_sheet", Kind.PRIMARY)
        self.next_sheet.setText(say("next_sheet", language))
        self.next_sheet.clicked.connect(go_on)
        self.column.addWidget(self.next_sheet, 0, Qt.AlignmentFlag.AlignLeft)
