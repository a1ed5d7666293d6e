"""Writing questions to a file: which, how, in which language, and where to."""

from pathlib import Path
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from trainer_app.actions.evaluations import forms, question_files
from trainer_app.actions.evaluations.question_files import Export
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.evaluations.question_files import QuestionFormat
from trainer_app.system.messages import label_text
from trainer_app.ui.evaluations.bank.import_page import LANGUAGE_NAMES
from trainer_app.ui.evaluations.wording import BankWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.style.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, ChoiceRow, Shape, Switch
from trainer_app.ui.widgets.fields import FormRow
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pages import PageHeader
from trainer_app.ui.widgets.pickers import ComboBox
from trainer_app.ui.widgets.presses import LeftByEscape

_WIDTH = 640
_MOST_TOLD = 8
"""Lines of what a file does not hold that are told after it was saved."""


class QuestionExportPage(LeftByEscape, Retranslated, QWidget):
    """A page in the place of the screen; `closed` leads back."""

    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("question_export_page")
        self.context = context
        self.wording = BankWording(context)
        self.header = PageHeader("question_export_header")
        self.back = Button("question_export_back", ButtonKind.PLAIN, "left")
        self.what = FormRow("question_export_what", ComboBox("question_export_what"))
        self.how = label("body_strong", "question_export_how")
        self.formats = {
            each: ChoiceRow(f"question_export_{each.value}", Shape.RADIO) for each in question_files.FORMATS
        }
        self.group = QButtonGroup(self)
        self.language = FormRow(
            "question_export_language", Switch("question_export_language", tuple(LANGUAGES))
        )
        self.card = Card("question_export_card", titled=False)
        self.save = Button("question_export_save", ButtonKind.PRIMARY, "save")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.header.add_action(self.back)
        inside = QWidget()
        inside.setObjectName("question_export_fields")
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(20, 18, 20, 18)
        fields.setSpacing(10)
        fields.addWidget(self.what)
        fields.addSpacing(4)
        fields.addWidget(self.how)
        for row in self.formats.values():
            self.group.addButton(row)
            fields.addWidget(row)
        self.formats[QuestionFormat.TABLE].setChecked(True)
        self.language.field.set_value(self.context.language.code)
        fields.addSpacing(4)
        fields.addWidget(self.language)
        foot = FlowRow()
        foot.addStretch(1)
        foot.addWidget(self.save)
        fields.addSpacing(6)
        fields.addLayout(foot)
        self.card.add_row(inside)
        self.card.setMaximumWidth(_WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        whole.setSpacing(12)
        whole.addWidget(self.header)
        whole.addWidget(self.card)
        whole.addStretch(1)
        self.setFocusProxy(self.what.field)

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        self.save.clicked.connect(self.ask_place)
        self.group.buttonClicked.connect(lambda _row: self._say_language())
        self.language.field.chosen.connect(lambda _value: self._say_language())
        self.what.field.activated.connect(lambda _place: self._say_language())

    @property
    def format(self) -> QuestionFormat:
        """The format that is chosen."""
        return next(each for each, row in self.formats.items() if row.isChecked())

    @property
    def form(self) -> str:
        """The key of the form that is chosen; "" for the whole bank."""
        return str(self.what.field.currentData() or "")

    def choose_form(self, key: str) -> None:
        """Choose the form to be written."""
        self._list_forms()
        self.what.field.setCurrentIndex(max(self.what.field.findData(key), 0))
        self._say_language()

    def ask_place(self) -> None:
        """Ask where to save the file, and save it."""
        kind, code = self.format, self.language.field.value()
        found = self.context.ask(question_files.export, kind, code, form=self.form)
        if found is None:
            return
        filters = self.tr("Text (*.txt)") if kind is QuestionFormat.GIFT else self.tr("Excel table (*.xlsx)")
        title = self.tr("Save the questions")
        target = FileDialog.ask_where(self, title, found.name, filters, purpose=Purpose.TABLES)
        if target is not None:
            self.context.run(
                self.tr("Saving the questions"),
                lambda _work, _progress: question_files.save(found, target),
                done=lambda path: self._saved(found, path),
                writes=False,
            )

    def _saved(self, found: Export, path: Path) -> None:
        code = self.context.language.code
        told = [label_text(each.label, code) for each in found.troubles]
        more = [self.tr("and %n more", "", len(told) - _MOST_TOLD)] if len(told) > _MOST_TOLD else []
        words = self.tr("{file}: %n question(s).", "", found.written).format(file=path.name)
        self.closed.emit()
        self.context.tell_saved(
            path, " ".join([words, *told[:_MOST_TOLD], *more]), title=self.tr("The questions are saved")
        )

    def showEvent(self, event: QShowEvent) -> None:
        """List the forms as they are now."""
        super().showEvent(event)
        self._list_forms()
        self._say_language()

    @override
    def leave(self) -> None:
        self.closed.emit()

    @override
    def retranslate(self) -> None:
        self.header.set_words(
            self.tr("Save questions to a file"),
            self.tr("For another laptop, for Moodle, KoboToolbox or ODK, or for a spreadsheet"),
        )
        self.back.setText(self.tr("Back"))
        self.save.setText(self.tr("Save the file"))
        self.what.set_words(self.tr("Which questions"))
        self.how.setText(self.tr("As what"))
        words = {
            QuestionFormat.TABLE: self.tr("Everything in three languages; can be changed and imported again"),
            QuestionFormat.GIFT: self.tr("A text in one language, for quizzes of Moodle"),
            QuestionFormat.XLSFORM: self.tr(
                "Three languages, for telephones; the right answers are not shown"
            ),
        }
        for each, row in self.formats.items():
            row.set_words(self.context.words(f"question_file.format.{each.value}"), words[each])
        self.language.field.set_words(*LANGUAGE_NAMES)
        self._list_forms()
        self._say_language()

    def _list_forms(self) -> None:
        field, kept = self.what.field, self.form
        found = self.context.ask(forms.list_forms) or []
        field.clear()
        field.addItem(self.tr("The whole bank"), "")
        for form in found:
            field.addItem(f"{self.wording.kind_title(form.kind)}: {self.wording.title(form)}", form.key)
        field.setCurrentIndex(max(field.findData(kept), 0))

    def _say_language(self) -> None:
        """Say what the language means, and how many questions are whole in it."""
        if self.format is not QuestionFormat.GIFT:
            self.language.set_words(self.tr("Language of headings"))
            return
        counts = self.context.ask(question_files.languages_of, self.form) or {}
        whole = counts.get(self.language.field.value(), 0)
        self.language.set_words(
            self.tr("Language of the file"),
            self.tr("Complete in this language: %n question(s). The others are left out.", "", whole),
        )
