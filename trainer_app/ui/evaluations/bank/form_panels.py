"""Panels and cards about a form: title, purpose, languages, versions, courses; standard forms, imports."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from trainer_app.actions.evaluations import forms
from trainer_app.actions.evaluations.forms import (
    STANDARD_FORM_NAMES,
    FormLine,
    StandardFormOffer,
    StandardFormState,
)
from trainer_app.actions.evaluations.question_files import NewForm, form_title
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import DEFAULT, LANGUAGES, Texts
from trainer_app.domain.evaluations.forms import Form, FormKind, FullForm
from trainer_app.domain.evaluations.question_files import QuestionFile, in_language
from trainer_app.ui.evaluations.bank.editors import SideBySideTexts
from trainer_app.ui.evaluations.wording import BankWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Layout, Note, Own, Radio, Translated
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.kit.language import formats
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import ActionRow, Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, Tick
from trainer_app.ui.widgets.fields import text_field
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.pickers import ComboBox


class FormDetailsCard(Retranslated, Card):
    """The introduction, and whether the options are shuffled on each paper."""

    details_requested = Signal()
    shuffle_requested = Signal(bool)

    def __init__(self, context: AppContext) -> None:
        super().__init__("form_about")
        self._context = context
        self._full: FullForm | None = None
        self.edit = Button("form_details_open", ButtonKind.GHOST, "pen")
        self.edit.clicked.connect(self.details_requested)
        withhold("evaluations/forms/save_form", self.edit)
        self.add_to_head(self.edit)
        self.head.setContentsMargins(CARD_PADDING, 0, CARD_PADDING - 10, 0)
        self.intro = label("small", "form_intro_shown", wrap=True)
        self.shuffled = Tick("form_shuffled")
        self.about = label("caption", "form_shuffled_about", wrap=True)
        self.shuffled.clicked.connect(self.shuffle_requested)
        withhold("evaluations/forms/save_form", self.shuffled)
        body = self.add_body()
        for part in (self.intro, self.shuffled, self.about):
            body.addWidget(part)
        self.retranslate()

    def show_form(self, full: FullForm) -> None:
        """Show a form's introduction and order."""
        self._full = full
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("This form"))
        self.edit.setText(self.tr("Title…"))
        self.edit.setAccessibleName(self.tr("Change title and introduction"))
        self.shuffled.setText(self.tr("Shuffle the options on each paper"))
        self.about.setText(self.tr("Neighbours then have other letters; the key follows the paper's number."))
        full = self._full
        if full is None:
            return
        intro = full.form.intro.best(self._context.language.code)
        self.intro.setText(intro or self.tr("There is no introduction yet."))
        self.shuffled.setChecked(full.form.shuffled)
        self.shuffled.setEnabled(not full.locked)
        for part in (self.shuffled, self.about):
            part.setVisible(full.form.kind is FormKind.TEST)


class FormLanguagesCard(Retranslated, Card):
    """Each language: whole, or how many texts are missing and the way to the first of them."""

    requested = Signal(str)
    """The key of the question whose text is missing, "" for the title."""

    def __init__(self) -> None:
        super().__init__("form_languages")
        self._full: FullForm | None = None
        self._first: dict[str, str] = {}
        self.rows = {code: ActionRow(f"form_language_{code}", "okcircle") for code in LANGUAGES}
        for code, row in self.rows.items():
            row.button.clicked.connect(lambda _on=False, code=code: self.requested.emit(self._first[code]))
            withhold("evaluations/questions/save_question", row.button)
            self.add_row(row)
        self.retranslate()

    def show_form(self, full: FullForm) -> None:
        """Show a form's languages."""
        self._full = full
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Languages"))
        if self._full is None:
            return
        for code, row in self.rows.items():
            missing = self._full.missing((code,))
            self._first[code] = missing[0].question if missing else ""
            row.mark.set_icon("alert" if missing else "okcircle", "late" if missing else "present")
            words = self.tr("%n text(s) missing", "", len(missing)) if missing else self.tr("complete")
            row.set_row(formats(code).name, words, self.tr("Fill in") if missing else "")


_ACTS = {
    "copy": "evaluations/forms/save_form",
    "put_away": "evaluations/forms/archive_form",
    "delete": "evaluations/forms/delete_form",
}
"""Buttons of the card, and the action behind each."""


class FormUsageCard(Retranslated, Card):
    """The other versions, the courses that chose this one, and what can be done with the form as a whole."""

    opened = Signal(str)
    """The key of another version."""
    course_requested = Signal(str)
    requested = Signal(str)
    """One of: copy, put_away, delete."""

    def __init__(self, context: AppContext, wording: BankWording) -> None:
        super().__init__("form_use")
        self._context, self._wording = context, wording
        self._line: FormLine | None = None
        self._versions: list[Form] = []
        self.nowhere = label("second", "form_nowhere", wrap=True)
        self.copy = Button("form_copy", ButtonKind.GHOST)
        self.put_away = Button("form_put_away", ButtonKind.GHOST)
        self.delete = Button("form_delete", ButtonKind.GHOST)
        for name, button in (("copy", self.copy), ("put_away", self.put_away), ("delete", self.delete)):
            button.clicked.connect(lambda _on=False, name=name: self.requested.emit(name))
            withhold(_ACTS[name], button)
        self.retranslate()

    def show_line(self, line: FormLine, versions: list[Form]) -> None:
        """Show a form's versions and courses."""
        self._line, self._versions = line, versions
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Versions and use"))
        if self._line is None:
            return
        self._clear()
        own = self._line.full.form
        for index, version in enumerate(self._versions):
            if version.key != own.key:
                self.add_row(self._version_row(index, version))
        for index, course in enumerate(self._line.courses):
            row = ActionRow(f"form_course_{index}", "courses")
            #: A button
            open_word = self.tr("Open")
            row.set_row(course.code, self.tr("uses this version"), open_word)
            row.button.clicked.connect(lambda _on=False, key=course.key: self.course_requested.emit(key))
            self.add_row(row)
        self.nowhere.setText(self.tr("No course has chosen this version yet."))
        self._add_foot(own)

    def _version_row(self, place: int, version: Form) -> ActionRow:
        row = ActionRow(f"form_version_{place}", "history")
        newest = self._versions[0].key == version.key
        words = self.tr("the newest") if newest else self.tr("in use") if version.frozen else self.tr("older")
        #: A button
        open_word = self.tr("Open")
        row.set_row(self.tr("Version {number}").format(number=version.version), words, open_word)
        row.button.clicked.connect(lambda: self.opened.emit(version.key))
        return row

    def _add_foot(self, own: Form) -> None:
        line = self._line
        used = line is not None and bool(line.courses)
        if not used:
            self.add_body().addWidget(self.nowhere)
            self.nowhere.show()
        #: A button: makes a second form like this one
        self.copy.setText(self.tr("Copy"))
        self.put_away.setText(self.tr("Bring back") if own.archived else self.tr("Archive"))
        self.delete.setText(self.tr("Delete"))
        holder = QWidget()
        holder.setObjectName("form_use_acts")
        acts = QGridLayout(holder)
        acts.setContentsMargins(CARD_PADDING - 10, 6, CARD_PADDING - 10, 6)
        acts.setSpacing(0)
        acts.setColumnStretch(1, 1)
        for index, button in enumerate((self.copy, self.put_away, self.delete)):
            acts.addWidget(button, index // 2, index % 2, Qt.AlignmentFlag.AlignLeft)
            button.show()
        self.add_row(holder)
        self.delete.setVisible(not own.frozen and not used)

    def _clear(self) -> None:
        """Take the rows away, but not the buttons that stand in them."""
        for part in (self.nowhere, self.copy, self.put_away, self.delete):
            part.hide()
            part.setParent(self)
        self.clear_rows()


_WIDTH = 620


class FormTitleForm(FieldsForm):
    """`created` tells the key of a form that was made."""

    needs = "evaluations/forms/save_form"

    created = Signal(str)

    def __init__(self, context: AppContext, host: QWidget, wording: BankWording) -> None:
        super().__init__("form_details", context, host, _WIDTH, prefix="form_")
        self._wording = wording
        self._form = Form("", FormKind.TEST, Texts())
        self.build()

    @override
    def fields(self) -> Layout:
        about = {
            FormKind.TEST: self.tr("Before and after the course: what a participant knows"),
            FormKind.FEEDBACK: self.tr("At the end, without names: what they think of the course"),
            FormKind.PRACTICAL: self.tr(
                "Filled in by the trainer for each participant: role play, interview"
            ),
            FormKind.FOLLOW_UP: self.tr("After 3 and 6 months, without names: what is used at work"),
        }
        # The kind of a form that is there, and that of a copy, stays.
        shown = not self._form.key and not self._form.questions
        kinds = (
            Radio(kind.value, self._wording.kind_title(kind), words, ending=f"kind_{kind.value}", shown=shown)
            for kind, words in about.items()
        )
        return (
            [Note("kind_label", self.tr("What it is for"), role="body_strong", shown=shown), *kinds],
            Translated("title", self.tr("Title"), self.tr("Printed above the questions")),
            Own(
                "intro",
                self.tr("Introduction"),
                self.tr("Printed below the title: how it is filled in"),
                widget=lambda name: SideBySideTexts(name, 5),
                read=SideBySideTexts.texts,
                fill=SideBySideTexts.set_texts,
            ),
        )

    @override
    def words(self) -> tuple[str, str]:
        if self._form.key:
            return self.tr("Title and introduction"), self.tr("Save")
        title = self.tr("Copy of a form") if self._form.questions else self.tr("New form")
        return title, self.tr("Make the form")

    def open_new(self, kind: FormKind) -> None:
        """Ask for a new form."""
        self.open_form(Form("", kind, Texts()))

    def open_copy(self, form: Form) -> None:
        """Ask for the title of a copy."""
        self.open_form(replace(form, key="", version=1, previous=None, frozen="", archived=False))

    def open_form(self, form: Form) -> None:
        """Show title and introduction to be changed."""
        self._form = form
        line = self.rows["title"].lines[self.context.language.code]
        self.open_filled(form, focus=line, **{form.kind.value: True})

    @override
    def save(self) -> None:
        new = not self._form.key
        kind = next(each for each in FormKind if self.value(each.value))
        opened = None if new else self.opened(self._form)
        form = replace(self.read(self._form), kind=kind) if new else self.edited(self._form)
        changes = self.submit(lambda: forms.save_form(self.context.work, form, opened=opened))
        if changes is not None and new:
            self.created.emit(changes.key or "")


_STANDARD_PANEL_WIDTH = 560
_ICONS = {
    FormKind.TEST: "evaluations",
    FormKind.FEEDBACK: "pen",
    FormKind.PRACTICAL: "users2",
    FormKind.FOLLOW_UP: "history",
}


class StandardFormsPanel(SidePanel):
    """`added` tells the key of a form that was added or brought back; the panel stays open for more."""

    added = Signal(str)

    def __init__(self, context: AppContext, host: QWidget, wording: BankWording) -> None:
        super().__init__("standard_forms", host, _STANDARD_PANEL_WIDTH)
        self._context, self._wording = context, wording
        self.about = label("subtitle", "standard_forms_about", wrap=True)
        self.rows: dict[str, ActionRow] = {}
        card = Card("standard_forms_card", titled=False)
        for name in STANDARD_FORM_NAMES:
            kind = forms.standard_form(name).form.kind
            row = ActionRow(f"standard_form_{name}", _ICONS[kind], ButtonKind.PLAIN)
            row.button.clicked.connect(lambda _on=False, name=name: self._add(name))
            withhold("evaluations/forms/add_standard_form", row.button)
            self.rows[name] = row
            card.add_row(row)
        self.body.addWidget(self.about)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.accept_button.hide()
        context.changes.announced.connect(self._hear)
        self.retranslate()

    def open_list(self) -> None:
        """Show what there is."""
        self._show()
        first = next((row.button for row in self.rows.values() if not row.button.isHidden()), None)
        self.reveal(first or self.cancel_button)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("Standard forms"), "")
        self.cancel_button.setText(self.tr("Close"))
        self.about.setText(
            self.tr(
                "They come with the program in Tajik, Russian and English. Two laptops that add the same one "
                "have one form. What you change in it is yours."
            )
        )
        self._show()

    def _show(self) -> None:
        for offer in self._context.ask(forms.list_standard_forms) or []:
            form = offer.standard.form
            row = self.rows[offer.standard.name]
            row.set_row(self._wording.title(form), self._about(offer), self._act(offer))

    def _about(self, offer: StandardFormOffer) -> str:
        questions = self.tr("%n question(s)", "", len(offer.standard.questions))
        there = {
            StandardFormState.THERE: self.tr("in the bank"),
            StandardFormState.PUT_AWAY: self.tr("archived"),
        }
        parts = (self._wording.kind(offer.standard.form.kind), questions, there.get(offer.standing, ""))
        return " · ".join(part for part in parts if part)

    def _act(self, offer: StandardFormOffer) -> str:
        acts = {StandardFormState.ABSENT: self.tr("Add"), StandardFormState.PUT_AWAY: self.tr("Bring back")}
        return acts.get(offer.standing, "")

    def _add(self, name: str) -> None:
        place = list(self.rows).index(name)
        changes = self._context.do(forms.add_standard_form, name)
        if changes is None:
            return
        rows = list(self.rows.values())
        later = [row.button for row in rows[place:] + rows[:place] if not row.button.isHidden()]
        (later[0] if later else self.cancel_button).setFocus()
        self.added.emit(changes.key or "")

    def _hear(self, changes: Changes, _source: object) -> None:
        if changes.touches("form") and not self.isHidden():
            self._show()


_MOST_TITLE = 200
_CHOICE_WIDTH = 270


class NewFormChoice(Retranslated, QWidget):
    """A choice of the kind of form, and its title once there is one. `changed` when either changes."""

    changed = Signal()

    def __init__(self, wording: BankWording) -> None:
        super().__init__()
        self.setObjectName("question_import_form_choice")
        self._wording = wording
        self._proposed = Texts()
        self._language = DEFAULT
        self.caption = label("body", "question_import_form_label")
        self.kind_field = ComboBox("question_import_form")
        self.title_field = text_field("question_import_title", width=280, most=_MOST_TITLE)
        self.kind_field.setFixedWidth(_CHOICE_WIDTH)
        self.caption.setBuddy(self.kind_field)
        row = FlowRow(self)
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

    @override
    def retranslate(self) -> None:
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
