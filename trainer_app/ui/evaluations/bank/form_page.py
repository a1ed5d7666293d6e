"""A form's own page: its questions in order; beside them its introduction, languages, versions, courses."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.evaluations import forms, questions
from trainer_app.actions.evaluations.forms import FormLine
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.structs import replace
from trainer_app.domain.evaluations.questions import Question
from trainer_app.ui.evaluations.bank.form_panels import (
    FormDetailsCard,
    FormLanguagesCard,
    FormTitleForm,
    FormUsageCard,
)
from trainer_app.ui.evaluations.bank.form_questions import (
    FormQuestionsModel,
    FormQuestionsTable,
    QuestionPicker,
)
from trainer_app.ui.evaluations.bank.question_form import QuestionForm
from trainer_app.ui.evaluations.wording import BankWording, missing_in
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.list_page import FOOT_HEIGHT
from trainer_app.ui.kit.screens import KeyHint, Screen, shown_keys, withhold
from trainer_app.ui.style.tokens import CARD_GAP, PAGE_MARGIN
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.flow import FlowRow, stand_at_least
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.overlays import Banner, Mood
from trainer_app.ui.widgets.pages import EmptyState, PageHeader, ScrollPage
from trainer_app.ui.widgets.presses import LeftByEscape
from trainer_app.ui.widgets.table_models import Column, TextStyle
from trainer_app.ui.widgets.tables import Selection

_SIDE = 320


class FormPage(LeftByEscape, Screen):
    """What is done here is saved at once, one step each. `closed` asks for the list again."""

    closed = Signal()
    opened = Signal(str)
    """Another form or version is wanted."""
    preview_requested = Signal(str)

    def __init__(self, context: AppContext, host: QWidget, form: QuestionForm, wording: BankWording) -> None:
        super().__init__("evaluations_form", context)
        self._wording = wording
        self.question_form = form
        self.key = ""
        self.line: FormLine | None = None
        self.back = IconButton("form_back", "left")
        self.header = PageHeader("form_header")
        self.preview = Button("form_preview", ButtonKind.PLAIN, "eye")
        self.new_question = Button("form_new_question", ButtonKind.PLAIN, "plus")
        self.pick = Button("form_pick", ButtonKind.PRIMARY, "evaluations")
        self.notice = Banner("form_notice")
        self.new_version = Button("form_new_version", ButtonKind.PLAIN)
        self.card = Card("form_questions", titled=False)
        self.model = FormQuestionsModel("form_model", self._columns(), lambda row: row.key, self)
        self.table = FormQuestionsTable("form_table")
        self.selection = Selection(self.table, self.model)
        self.empty = EmptyState("form_empty", "evaluations")
        self.about = label("caption", "form_about", wrap=True)
        self.up = IconButton("form_up", "up", size=32)
        self.down = IconButton("form_down", "down", size=32)
        self.remove = Button("form_remove", ButtonKind.GHOST)
        self.edit = Button("form_edit", ButtonKind.PLAIN, "pen")
        self.details_card = FormDetailsCard(context)
        self.languages = FormLanguagesCard()
        self.use = FormUsageCard(context, wording)
        self.details = FormTitleForm(context, host, wording)
        self.picker = QuestionPicker(context, host, wording)
        self.page = ScrollPage("form_page")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[Question], ...]:
        words = self._wording
        return (
            Column(
                "number", lambda: self.tr("No."), lambda row: str((self.model.row_of(row.key) or 0) + 1), 62
            ),
            Column("text", lambda: self.tr("Question"), words.question, look=TextStyle.STRONG),
            Column("kind", lambda: self.tr("Kind"), lambda row: words.kind(row.kind), 150),
            Column("points", lambda: self.tr("Points"), words.points, 72, True),
            Column(
                "missing",
                lambda: self.tr("Missing"),
                lambda row: words.missing_short(missing_in(row)),
                142,
                chip=lambda row: words.missing_chip(missing_in(row)),
            ),
        )

    def _lay_out(self) -> None:
        for button in (self.preview, self.new_question, self.pick):
            self.header.add_action(button)
        foot = QWidget()
        foot.setObjectName("form_foot")
        stand_at_least(foot, FOOT_HEIGHT)
        row = FlowRow(foot)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(4)
        row.addWidget(self.about, 1)
        for button in (self.up, self.down, self.remove, self.edit):
            row.addWidget(button)
        self.foot = foot
        self.notice.close_button.hide()
        self.card.add_row(self.table, 1)
        self.card.add_row(self.empty, 1)
        self.card.add_row(foot)
        self.card.grow()
        self.page.column.setContentsMargins(0, 0, 0, 0)
        for card in (self.details_card, self.languages, self.use):
            self.page.column.addWidget(card)
        self.page.column.addStretch(1)
        self.page.setFixedWidth(_SIDE)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        columns = FlowRow()
        columns.setSpacing(CARD_GAP)
        columns.addWidget(self.card, 1)
        columns.addWidget(self.page)
        column = QVBoxLayout()
        column.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        column.setSpacing(14)
        column.addLayout(self.header.behind(self.back))
        column.addWidget(self.notice)
        column.addLayout(columns, 1)
        self.column.addLayout(column)

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        self.preview.clicked.connect(lambda: self.preview_requested.emit(self.key))
        self.pick.clicked.connect(self._pick)
        self.new_question.clicked.connect(self._new_question)
        self.new_version.clicked.connect(self._new_version)
        withhold("evaluations/forms/add_version", self.new_version)
        self.picker.picked.connect(self._add)
        self.question_form.saved.connect(self._question_saved)
        self.table.opened.connect(lambda row: self.question_form.open_question(self.model.key(row)))
        self.table.moved.connect(self._move)
        self.table.removed.connect(self._remove)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.edit.clicked.connect(lambda: self.question_form.open_question(self.selection.key()))
        self.remove.clicked.connect(lambda: self._remove(self.table.currentIndex().row()))
        self.up.clicked.connect(lambda: self._step(-1))
        self.down.clicked.connect(lambda: self._step(1))
        withhold("evaluations/forms/set_questions", self.pick, self.remove, self.up, self.down)
        withhold("evaluations/questions/save_question", self.new_question, self.edit)
        self.details_card.details_requested.connect(self._open_details)
        self.details_card.shuffle_requested.connect(self._shuffle)
        self.languages.requested.connect(self._fill_in)
        self.use.opened.connect(self.opened)
        self.use.course_requested.connect(self._open_course)
        self.use.requested.connect(self._act)
        self.details.created.connect(self.opened)

    # What is shown

    def show_form(self, key: str) -> None:
        """Show a form, or a version of one."""
        self.key = key
        self.refresh()

    def refresh(self) -> None:
        """Read the form anew; back to the list if it is gone."""
        if not self.key:
            return
        line = self.context.ask(forms.get_form_line, self.key)
        if line is None:
            self.closed.emit()
            return
        self.line = line
        current = self.selection.key()
        full = line.full
        self.model.locked = full.locked
        self.model.set_rows(full.questions)
        self.selection.choose(current)
        for part, shown in ((self.table, True), (self.empty, False), (self.foot, True)):
            self.card.show_row(part, shown=shown is bool(full.questions))
        versions = self.context.ask(forms.versions, self.key) or []
        self.details_card.show_form(full)
        self.languages.show_form(full)
        self.use.show_line(line, versions)
        self._show_head(versions[0].key == self.key if versions else True)
        self._show_ways(anything=self.context.ask(questions.has_questions) or False)
        self._show_chosen()

    def _show_ways(self, *, anything: bool) -> None:
        """Offer first what leads on: nothing can be taken from an empty bank."""
        self.pick.set_kind(ButtonKind.PRIMARY if anything else ButtonKind.PLAIN)
        self.new_question.set_kind(ButtonKind.PLAIN if anything else ButtonKind.PRIMARY)

    def concerns(self, changes: Changes) -> bool:
        """Listen to forms, questions, and the courses that choose them."""
        return bool(self.key) and changes.touches("form", "question", "sitting", "course")

    def first_focus(self) -> QWidget:
        """Start in the questions, or at what adds the first one."""
        if self.model.rowCount():
            return self.table
        first = self.pick if self.pick.kind is ButtonKind.PRIMARY else self.new_question
        return first if first.isEnabled() else self.back

    def keys(self) -> list[KeyHint]:
        """Return the keys of the list of questions."""
        return [
            KeyHint(shown_keys("Return"), self.tr("Change the question")),
            KeyHint("Alt+↑ ↓", self.tr("Move the question")),
            KeyHint(shown_keys("Del"), self.tr("Remove the question from the form")),
            KeyHint("Esc", self.tr("Back to all forms")),
        ]

    @override
    def retranslate(self) -> None:
        self.back.set_words(self.tr("Back to all forms"), "Esc")
        self.preview.setText(self.tr("Preview"))
        self.new_question.setText(self.tr("New question"))
        self.pick.setText(self.tr("From the bank"))
        self.pick.setAccessibleName(self.tr("Add questions of the bank"))
        self.new_version.setText(self.tr("Make a new version"))
        self.table.setAccessibleName(self.tr("Questions of the form"))
        self.up.set_words(self.tr("Move up"), "Alt+Up")
        self.down.set_words(self.tr("Move down"), "Alt+Down")
        self.remove.setText(self.tr("Take out"))
        self.edit.setText(self.tr("Change"))
        self.empty.set_words(
            self.tr("No question in this form yet"),
            self.tr("Take some of the bank, or write new ones: they go into the bank too."),
        )
        if self.line is not None:
            self.refresh()

    def _show_head(self, newest: bool) -> None:
        line = self.line
        if line is None:
            return
        full = line.full
        parts = [
            self._wording.kind(full.form.kind),
            self.tr("version {number}").format(number=full.form.version),
            self.tr("%n question(s)", "", len(full.form.questions)),
        ]
        if full.points:
            parts.append(self.tr("points: {points}").format(points=self._wording.form_points(full)))
        parts.append(self._wording.state(full)[1])
        self.header.set_words(self._wording.title(full.form), " · ".join(parts))
        for button in (self.pick, self.new_question):
            button.setEnabled(not full.locked)
        self.preview.setEnabled(bool(full.questions))
        self._show_notice(newest)

    def _show_notice(self, newest: bool) -> None:
        line = self.line
        if line is None:
            return
        full = line.full
        # The band deletes the buttons of its last message: this one is taken out before, and kept.
        self.new_version.setParent(self)
        self.new_version.hide()
        if full.lost:
            title = self.tr("Not on this laptop yet: %n question(s) of this form", "", len(full.lost))
            text = self.tr(
                "They come with a file of the laptop on which they were written. Import that file."
            )
            self.notice.tell(Mood.DUE, title, text)
        elif full.changed:
            title = self.tr("Another laptop changed this form after it was used")
            text = self.tr(
                "Participants answered the printed version. Change the questions, order or key back to "
                "match the printed paper and this warning goes away. Or make a new version for the "
                "papers to come."
            )
            self.notice.tell(Mood.DUE, title, text)
        elif full.form.frozen:
            title = self.tr("This form is in use")
            text = self.tr(
                "Its questions stay as they are, so that results can be compared; missing languages can be "
                "filled in. To change more, make a new version: results of versions stay apart."
            )
            self.notice.tell(Mood.NOW, title, text)
        else:
            self.notice.hide()
            return
        if full.form.frozen and newest and not full.lost:
            self.notice.add_action(self.new_version)
            self.new_version.show()

    def _show_chosen(self) -> None:
        row = self.table.currentIndex().row()
        locked = self.line is None or self.line.full.locked
        self.edit.setEnabled(row >= 0)
        self.remove.setEnabled(row >= 0 and not locked)
        self.up.setEnabled(row > 0 and not locked)
        self.down.setEnabled(0 <= row < self.model.rowCount() - 1 and not locked)
        self.about.setText(
            self.tr("The order is fixed while the form is in use.")
            if locked
            else self.tr("Drag a question, or press Alt with ↑ ↓, to move it.")
        )

    # What a person does

    def _questions(self) -> list[str]:
        return list(self.line.full.form.questions) if self.line is not None else []

    def _set(self, keys: list[str]) -> bool:
        shown = self._questions()
        return self.context.do(forms.set_questions, self.key, keys, opened=shown) is not None

    def _pick(self) -> None:
        self.picker.open_bank(self._questions())

    def _add(self, keys: list[str]) -> None:
        if self._set([*self._questions(), *keys]) and keys:
            self._go_to(keys[0])

    def _new_question(self) -> None:
        last = self.line.full.questions[-1] if self.line and self.line.full.questions else None
        if last is None:
            self.question_form.open_new()
        else:
            self.question_form.open_new(last.topic, last.kind)

    def _question_saved(self, key: str, before: str) -> None:
        """Put a question that was written here into the form."""
        if not self.isVisible():
            return
        if not before:
            self._set([*self._questions(), key])
        self._go_to(key)

    def _move(self, row: int, target: int) -> None:
        keys = self._questions()
        moved = self.model.key(row)
        place, goal = keys.index(moved), keys.index(self.model.key(target))
        keys.insert(goal, keys.pop(place))
        if self._set(keys):
            self._go_to(moved)

    def _step(self, by: int) -> None:
        row = self.table.currentIndex().row()
        if row >= 0 and 0 <= row + by < self.model.rowCount():
            self._move(row, row + by)

    def _remove(self, row: int) -> None:
        if row < 0 or self.line is None or self.line.full.locked:
            return
        key = self.model.key(row)
        shown = self._questions()
        kept = [each for each in shown if each != key]
        changes = self.context.do(forms.set_questions, self.key, kept, opened=shown)
        if changes is not None:
            self.context.offer_undo(changes)
            if self.model.rowCount():
                self._go_to(self.model.key(min(row, self.model.rowCount() - 1)))

    def _go_to(self, key: str) -> None:
        if self.model.row_of(key) is not None:
            self.selection.choose(key)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_course(self, key: str) -> None:
        anonymous = self.line is not None and self.line.full.form.anonymous
        self.context.go("courses", course=key, tab="feedback" if anonymous else "tests")

    def _open_details(self) -> None:
        if self.line is not None:
            self.details.open_form(self.line.full.form)

    def _shuffle(self, shuffled: bool) -> None:
        if self.line is not None:
            form = self.line.full.form
            self.context.do(forms.save_form, replace(form, shuffled=shuffled), opened=form)

    def _fill_in(self, question: str) -> None:
        if question:
            self.question_form.open_question(question)
        else:
            self._open_details()

    def _new_version(self) -> None:
        changes = self.context.do(forms.add_version, self.key)
        if changes is not None and changes.key:
            self.opened.emit(changes.key)

    def _act(self, what: str) -> None:
        if self.line is None:
            return
        form = self.line.full.form
        if what == "copy":
            self.details.open_copy(form)
            return
        if what == "put_away":
            changes = self.context.do(forms.archive_form, form.key, archived=not form.archived)
        else:
            self.key = ""
            changes = self.context.do(forms.delete_form, form.key)
            self.key = form.key if changes is None else ""
        if changes is not None:
            self.context.offer_undo(changes)
            self.closed.emit()

    @override
    def leave(self) -> None:
        self.closed.emit()
