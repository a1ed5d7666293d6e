"""What becomes of the questions of a file: into the bank only, or a form of them as well."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.actions.question_files import NewForm, form_title
from trainer_app.domain.forms import FormKind
from trainer_app.domain.question_drafts import QuestionFile, in_language
from trainer_app.domain.texts import Texts
from trainer_app.ui.bank.wording import BankWording
from trainer_app.ui.widgets.forms import ComboBox, text_field
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_MOST_TITLE = 200
_WIDTH = 270


class FormChoice(Retranslated, QWidget):
    """A choice of the kind of form, and its title once there is one. `changed` when either changes."""

    changed = Signal()

    def __init__(self, wording: BankWording) -> None:
        super().__init__()
        self.setObjectName("question_import_form_choice")
        self._wording = wording
        self._proposed = Texts()
        self._language = "tg"
        self.caption = label("body", "question_import_form_label")
        self.kind_field = ComboBox("question_import_form")
        self.title_field = text_field("question_import_title", width=280, most=_MOST_TITLE)
        self.kind_field.setFixedWidth(_WIDTH)
        self.caption.setBuddy(self.kind_field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.caption, self.kind_field, self.title_field):
            row.addWidget(part)
        self.title_field.hide()
        self.kind_field.activated.connect(lambda _place: self._chosen())
        self.title_field.textEdited.connect(lambda _text: self.changed.emit())
        self.retranslate()

    def set_file(self, file: QuestionFile, language: str) -> None:
        """Propose what the file says of its form."""
        self._proposed = form_title(file)
        self._language = file.language or language
        self.title_field.setText(self._proposed.best(self._language))
        place = self.kind_field.findData(file.form.kind.value) if file.form.kind else 0
        self.kind_field.setCurrentIndex(max(place, 0))
        self.title_field.setVisible(self.kind_field.currentIndex() > 0)

    def form(self) -> NewForm | None:
        """Return the form that is wanted; a title that nobody changed keeps its other languages."""
        kind = str(self.kind_field.currentData() or "")
        if not kind:
            return None
        typed = self.title_field.text().strip()
        same = typed == self._proposed.best(self._language)
        return NewForm(FormKind(kind), self._proposed if same else in_language(typed, self._language))

    def retranslate(self) -> None:
        """Set every word."""
        self.caption.setText(self.tr("Make of them"))
        kept = self.kind_field.currentIndex()
        self.kind_field.clear()
        self.kind_field.addItem(self.tr("questions of the bank only"), "")
        for kind in FormKind:
            words = self.tr("a form as well: {kind}").format(kind=self._wording.kind(kind))
            self.kind_field.addItem(words, kind.value)
        self.kind_field.setCurrentIndex(max(kept, 0))
        self.kind_field.setAccessibleName(self.tr("Make of them"))
        self.title_field.setAccessibleName(self.tr("Title of the form"))
        self.title_field.setPlaceholderText(self.tr("Title of the form"))

    def _chosen(self) -> None:
        self.title_field.setVisible(self.kind_field.currentIndex() > 0)
        self.changed.emit()
