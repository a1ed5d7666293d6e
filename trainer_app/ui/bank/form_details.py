"""What a form is called and what it is for: a new one, a copy, or a title to be mended."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions import forms
from trainer_app.domain.forms import Form, FormKind
from trainer_app.domain.texts import Texts
from trainer_app.ui.bank.texts_side import TextsSide
from trainer_app.ui.bank.wording import BankWording
from trainer_app.ui.courses.fields import TextsRow
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.choices import ChoiceRow, Shape
from trainer_app.ui.widgets.forms import FormRow
from trainer_app.ui.widgets.labels import label

_WIDTH = 620
_MOST = 300


class FormDetails(FormPanel):
    """`created` tells the key of a form that was made."""

    created = Signal(str)

    def __init__(self, desk: Desk, host: QWidget, wording: BankWording) -> None:
        super().__init__("form_details", desk, host, _WIDTH)
        self._wording = wording
        self._form = Form("", FormKind.TEST, Texts())
        self.kind_label = label("body_strong", "form_kind_label")
        self.kinds = {kind: ChoiceRow(f"form_kind_{kind.value}", Shape.RADIO) for kind in FormKind}
        self.title_row = TextsRow("form_title", _MOST)
        self.intro = FormRow("form_intro", TextsSide("form_intro", 5))
        choices = QVBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.kind_label)
        for row in self.kinds.values():
            choices.addWidget(row)
        self.body.addLayout(choices)
        self.body.addWidget(self.title_row)
        self.body.addWidget(self.intro)
        self.end_body()
        self.retranslate()

    def open_new(self, kind: FormKind) -> None:
        """Ask for a new form."""
        self._show(Form("", kind, Texts()))

    def open_form(self, form: Form) -> None:
        """Show title and introduction to be changed; the kind stays."""
        self._show(form)

    def open_copy(self, form: Form) -> None:
        """Ask for the title of a copy."""
        self._show(replace(form, key="", version=1, previous=None, frozen="", archived=False))

    def save(self) -> None:
        """Make or change the form."""
        new = not self._form.key
        form = replace(
            self._form, kind=self._kind(), title=self.title_row.texts(), intro=self.intro.field.texts()
        )
        changes = self.submit(lambda: forms.save_form(self.desk.work, form))
        if changes is not None and new:
            self.created.emit(changes.key or "")

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        new, copied = not self._form.key, bool(self._form.questions)
        self.set_words(
            (self.tr("Copy of a form") if copied else self.tr("New form"))
            if new
            else self.tr("Title and introduction"),
            self.tr("Make the form") if new else self.tr("Save"),
        )
        self.kind_label.setText(self.tr("What it is for"))
        about = {
            FormKind.TEST: self.tr("Before and after the course: what a participant knows"),
            FormKind.FEEDBACK: self.tr("At the end, without names: what they think of the course"),
            FormKind.PRACTICAL: self.tr(
                "Filled in by the trainer for each participant: role play, interview"
            ),
            FormKind.FOLLOW_UP: self.tr("After 3 and 6 months, without names: what is used at work"),
        }
        for kind, row in self.kinds.items():
            row.set_words(self._wording.kind_title(kind), about[kind])
        self.title_row.set_words(self.tr("Title"), self.tr("Printed above the questions"))
        self.intro.set_words(self.tr("Introduction"), self.tr("Printed below the title: how it is filled in"))

    def _kind(self) -> FormKind:
        return next((kind for kind, row in self.kinds.items() if row.isChecked()), self._form.kind)

    def _show(self, form: Form) -> None:
        self._form = form
        self.clear_errors()
        choice = not form.key and not form.questions
        self.kind_label.setVisible(choice)
        for kind, row in self.kinds.items():
            row.setChecked(kind is form.kind)
            row.setVisible(choice)
        self.title_row.set_texts(form.title)
        self.intro.field.set_texts(form.intro)
        self.retranslate()
        self.reveal(self.title_row.lines[self.desk.language.code])
