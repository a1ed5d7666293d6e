"""A form at the right: a request of the office is done, with a word back if wanted."""

from PySide6.QtWidgets import QWidget

from trainer_app.actions import errands
from trainer_app.domain.errands import Errand
from trainer_app.system.messages import label_text
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.forms import FormRow, TextArea
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.panel import SidePanel


class AnswerPanel(SidePanel):
    """What is asked for, whole, and one field."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("answer_panel", host)
        self._desk = desk
        self._errand: Errand | None = None
        self.asked = label("row_title", "answer_asked", wrap=True)
        self.course = label("second", "answer_course", wrap=True)
        self.text = FormRow("answer_text", TextArea("answer_text", 4))
        for part in (self.asked, self.course, self.text):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.accepted.connect(self._answer)
        self.retranslate()

    def open(self, errand: Errand) -> None:
        """Ask whether one is done."""
        self._errand = errand
        self.text.field.clear()
        self.text.clear_error()
        self._show()
        self.reveal(self.text.field)

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("The office asks"), self.tr("It is done"))
        self.text.set_words(
            self.tr("A word to the office (optional)"), self.tr("It goes with the next file that you send.")
        )
        self._show()

    def _show(self) -> None:
        errand = self._errand
        if errand is None:
            return
        self.asked.setText(label_text(errands.words(errand), self._desk.language.code))
        self.course.setText(self.tr("Course {code}").format(code=errand.course_code))
        self.course.setVisible(bool(errand.course_code))

    def _answer(self) -> None:
        errand = self._errand
        if errand is None:
            return
        changes = self._desk.do(errands.answer, errand.key, self.text.field.toPlainText())
        if changes is not None:
            self.dismiss()
            self._desk.offer_undo(changes)
