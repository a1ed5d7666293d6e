"""The forms: tests, feedback, rating sheets, follow-ups; each opens its own page.

Or it is read as somebody who fills it in reads it, in any language: plain, on the screen, not to be ticked.
"""

from collections.abc import Sequence
from typing import Any, override

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.evaluations import forms
from trainer_app.actions.evaluations.forms import FormLine
from trainer_app.actions.papers import question_papers
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.forms import FormKind, FullForm
from trainer_app.domain.evaluations.questions import LETTERS, Question
from trainer_app.ui.evaluations.bank.form_panels import FormTitleForm, StandardFormsPanel
from trainer_app.ui.evaluations.question_kinds import VIEWS
from trainer_app.ui.evaluations.wording import BankWording, missing_in_form
from trainer_app.ui.kit.context import AppContext, PrintablePdf
from trainer_app.ui.kit.language import formats
from trainer_app.ui.kit.list_page import (
    Command,
    Filter,
    FilterBar,
    ListPage,
    SearchFilter,
    SwitchFilter,
    TickFilter,
)
from trainer_app.ui.kit.screens import KeyHint, Screen, shown_keys
from trainer_app.ui.style.tokens import CARD_PADDING, PAGE_MARGIN
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton, Shape, Switch, Tick
from trainer_app.ui.widgets.drawn_tables import show_two_lines
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.indicators import ChipWords
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.overlays import make_way
from trainer_app.ui.widgets.pages import PageHeader, ScrollPage
from trainer_app.ui.widgets.presses import LeftByEscape
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle

_ALL = "all"


class FormsPage(ListPage[FormLine]):
    """A page of the screen of evaluations. `opened` asks for a form's own page."""

    counted = Signal()
    """`summary` says something else."""
    opened = Signal(str)

    def __init__(self, context: AppContext, host: QWidget, wording: BankWording) -> None:
        super().__init__("evaluations_forms", "forms", context, "evaluations")
        self._wording, self._host = wording, host
        self._away = 0
        self._shown_any = False
        self.details = FormTitleForm(context, host, wording)
        self.standard = StandardFormsPanel(context, host, wording)
        self.model: ListTableModel[FormLine] = ListTableModel(
            "forms_model", self.columns(), lambda line: line.full.form.key, self
        )
        bar = FilterBar("forms_filters", "forms", self.filters)
        bar.row.setSpacing(12)
        self.build(bar)
        show_two_lines(self.table, {"title": self._second})
        self.table.opened.connect(lambda row: self.opened.emit(self.model.key(row)))
        self.details.created.connect(self.opened)
        self.standard.added.connect(self.selection.choose)

    def columns(self) -> tuple[Column[FormLine], ...]:
        """Say title, size, languages, courses and state."""
        words, number = self._wording, self.context.formats.number
        return (
            Column(
                "title",
                #: Heading: a test, feedback form or rating sheet
                lambda: self.tr("Form"),
                lambda line: words.title(line.full.form),
                look=TextStyle.STRONG,
            ),
            Column(
                "questions",
                lambda: self.tr("Questions"),
                lambda line: number(len(line.full.form.questions)),
                98,
                True,
            ),
            Column("points", lambda: self.tr("Points"), lambda line: words.form_points(line.full), 80, True),
            Column(
                "languages",
                lambda: self.tr("Languages"),
                lambda line: words.languages(missing_in_form(line.full)),
                216,
                look=TextStyle.QUIET,
                chip=lambda line: words.language_chip(missing_in_form(line.full)),
            ),
            Column("courses", lambda: self.tr("Courses"), _courses, 140, look=TextStyle.QUIET),
            Column(
                "state", lambda: self.tr("State"), lambda line: self._state(line)[1], 152, chip=self._state
            ),
        )

    def filters(self) -> Sequence[Filter]:
        """Search; one kind of form; those that were put away."""
        kinds = [(kind, self._wording.kind_title(kind)) for kind in FormKind]
        return (
            SearchFilter("search", self.tr("Find a form"), width=300),
            SwitchFilter("kinds", self.tr("Only one kind"), [(_ALL, self.tr("All")), *kinds]),
            TickFilter("away", self.tr("Archived"), shown=self._away > 0),
        )

    def head(self) -> Sequence[Command]:
        """Offer a new form and those that come along."""
        return self._standard("standard", ButtonKind.PLAIN), self._add("add", ButtonKind.PRIMARY)

    def commands(self, row: FormLine | None) -> Sequence[Command]:
        """Delete, put away, copy or open the chosen form."""
        own = row.full.form if row is not None else None
        free = row is not None and not row.full.form.frozen and not row.courses
        away = self.tr("Bring back") if own is not None and own.archived else self.tr("Archive")
        return (
            Command(
                "delete", self.tr("Delete"), self._delete, shown=free, needs="evaluations/forms/delete_form"
            ),
            Command("put_away", away, self._put_away, needs="evaluations/forms/archive_form"),
            #: A button: makes a second form like this one
            Command("copy", self.tr("Copy"), self._copy, needs="evaluations/forms/save_form"),
            #: A button
            Command("open", self.tr("Open"), self._open, ButtonKind.PLAIN, "pen"),
        )

    def first_steps(self) -> Sequence[Command]:
        """Begin with a form that comes along, or with one's own."""
        return self._standard("first_standard", ButtonKind.PRIMARY), self._add("add_first", ButtonKind.PLAIN)

    def _standard(self, name: str, kind: ButtonKind) -> Command:
        words, needs = self.tr("Standard forms"), "evaluations/forms/add_standard_form"
        return Command(name, words, self.standard.open_list, kind, "file", needs=needs)

    def _add(self, name: str, kind: ButtonKind) -> Command:
        words, needs = self.tr("New form"), "evaluations/forms/save_form"
        return Command(name, words, self.add_form, kind, "plus", needs=needs)

    def further_steps(self) -> Sequence[Command]:
        """Show all forms."""
        words = self.tr("Show all forms")
        return (Command("everything", words, self._show_everything, ButtonKind.PLAIN),)

    def describe(self, row: FormLine) -> tuple[str, str]:
        """Say title, kind and version."""
        return self._wording.title(row.full.form), self._second(row)

    # What is shown

    def refresh(self) -> None:
        """Read the forms and show them; the current one stays so."""
        kind, archived, text = (self.bar.value(name) for name in ("kinds", "away", "search"))
        lines = self.context.ask(
            forms.list_form_lines, text, None if kind == _ALL else kind, archived=archived
        )
        if lines is None:
            return
        self._away = self.context.ask(forms.count_archived) or 0
        self._shown_any = bool(lines) or self.bar.active or self._away > 0
        current = self.selection.key()
        self.model.set_rows(lines)
        self.selection.choose(current)
        self.show_body(anything=self._shown_any)
        self.bar.parts["away"].setVisible(self._away > 0 or archived)
        self.counted.emit()

    def concerns(self, changes: Changes) -> bool:
        """Listen to forms, their questions, and the courses that choose them."""
        return changes.touches("form", "question", "sitting", "course")

    def show_place(self, **place: Any) -> None:
        """Open the standard forms (`standard`) or a new form (`create`, with its kind)."""
        if place.get("standard"):
            self.standard.open_list()
        elif place.get("create"):
            self._ask_title(FormKind(str(place["create"])))

    def head_buttons(self) -> Sequence[QWidget]:
        """Return those that stand there now: an empty page offers its own."""
        return self.own_buttons() if self._shown_any else ()

    def summary(self) -> str:
        """Say how many forms there are."""
        if not self._shown_any:
            return self.tr("Tests, feedback, rating sheets and follow-ups")
        return self.tr("%n form(s)", "", self.model.rowCount())

    def first_focus(self) -> QWidget:
        """Start in the list, or at what fills it."""
        if self.body.currentWidget() is self.empty:
            return self.buttons["first_standard"]
        return self.table if self.model.rowCount() else self.bar.parts["search"]

    def keys(self) -> list[KeyHint]:
        """Return the keys of the list."""
        return [KeyHint(shown_keys("Return"), self.tr("Open the form"))]

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.table.setAccessibleName(self.tr("Forms"))
        self.none_found.set_words(
            self.tr("No form is found"), self.tr("Look for another title, or show all kinds.")
        )
        self.empty.set_words(
            self.tr("No form yet"),
            self.tr(
                "Take a form that comes with the program, in three languages, and change it as you like; "
                "or make your own."
            ),
        )

    def _second(self, line: FormLine) -> str:
        form = line.full.form
        version = self.tr("version {number}").format(number=form.version) if line.versions > 1 else ""
        return " · ".join(part for part in (self._wording.kind(form.kind), version) if part)

    def _state(self, line: FormLine) -> ChipWords:
        return self._wording.state(line.full)

    # What a person does

    def add_form(self) -> None:
        """Ask for the title of a new form, of the kind that is shown."""
        kind = self.bar.value("kinds")
        self._ask_title(FormKind.TEST if kind == _ALL else kind)

    def _ask_title(self, kind: FormKind) -> None:
        make_way(self._host, lambda: self.details.open_new(kind), self.details)

    def _open(self) -> None:
        self.opened.emit(self.selection.key())

    def _copy(self) -> None:
        line = self.selection.row()
        if line is not None:
            self.details.open_copy(line.full.form)

    def _put_away(self) -> None:
        line = self.selection.row()
        if line is not None:
            form = line.full.form
            self.context.offer_undo(self.context.do(forms.archive_form, form.key, archived=not form.archived))

    def _delete(self) -> None:
        changes = self.context.do(forms.delete_form, self.selection.key())
        if changes is not None:
            self.context.offer_undo(changes)
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_everything(self) -> None:
        self.bar.clear()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)


def _courses(line: FormLine) -> str:
    """Return the first course's code and how many more there are: the form's page names them all."""
    codes = [course.code for course in line.courses]
    if len(codes) <= 1:
        return "".join(codes) or "–"
    return f"{codes[0]} +{len(codes) - 1}"


_WIDTH = 820


class FormPreviewPage(LeftByEscape, Screen):
    """`closed` asks for the form again."""

    closed = Signal()

    def __init__(self, context: AppContext, wording: BankWording) -> None:
        super().__init__("evaluations_preview", context)
        self._wording = wording
        self.key = ""
        self.back = IconButton("preview_back", "left")
        self.header = PageHeader("preview_header")
        self.language = Switch("preview_language", tuple(LANGUAGES), narrow=True)
        self.card = Card("preview_card", titled=False)
        self.page = ScrollPage("preview_page")
        self.paper = Button("preview_paper", ButtonKind.PLAIN, "print")
        self.header.add_action(self.paper)
        self.header.add_action(self.language)
        column = QVBoxLayout()
        column.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        column.setSpacing(14)
        column.addLayout(self.header.behind(self.back))
        column.addWidget(self.page, 1)
        self.column.addLayout(column)
        self.card.setMaximumWidth(_WIDTH)
        self.page.column.setContentsMargins(0, 0, 0, 0)
        middle = FlowRow()
        middle.addStretch(1)
        middle.addWidget(self.card, 100)
        middle.addStretch(1)
        self.page.column.addLayout(middle)
        self.page.column.addStretch(1)
        self.back.clicked.connect(self.closed)
        self.language.chosen.connect(lambda _language: self.refresh())
        self.paper.clicked.connect(self._show_paper)
        self.retranslate()

    def show_form(self, key: str) -> None:
        """Show a form, in the language of the window if it is whole in it, else in one that is."""
        self.key = key
        full = self.context.ask(forms.get_form, key)
        whole = full.languages() if full is not None else ()
        own = self.context.language.code
        self.language.set_value(own if own in whole or not whole else whole[0])
        self.refresh()
        self.page.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Read the form anew."""
        full = self.context.ask(forms.get_form, self.key) if self.key else None
        if full is None:
            return
        language = self.language.value()
        self.header.set_words(self._wording.title(full.form), self._say_missing(full, language))
        self.paper.setEnabled(bool(full.questions))
        self.card.clear_rows()
        self.card.add_row(self._head(full, language))
        for number, question in enumerate(full.questions, 1):
            self.card.add_row(self._question(number, question, language))
        # Rows that are made while the page comes into view are measured once they are laid out.
        content = self.page.content
        QTimer.singleShot(0, content, content.updateGeometry)

    def concerns(self, changes: Changes) -> bool:
        """Listen to what is shown."""
        return bool(self.key) and changes.touches("form", "question")

    def first_focus(self) -> QWidget:
        """Start at the way back."""
        return self.back

    def keys(self) -> list[KeyHint]:
        """Return the way back."""
        return [KeyHint("Esc", self.tr("Back to the form"))]

    @override
    def retranslate(self) -> None:
        self.back.set_words(self.tr("Back to the form"), "Esc")
        self.language.set_words(*(formats(code).name for code in LANGUAGES))
        self.language.setAccessibleName(self.tr("Language of the preview"))
        self.paper.setText(self.tr("On paper"))
        self.paper.setToolTip(self.tr("A sample as it is printed; papers of a course are on its tab “Print”"))

    @override
    def leave(self) -> None:
        self.closed.emit()

    def _show_paper(self) -> None:
        """Show a sample of the form as a paper."""
        language = self.language.value()
        data = self.context.ask(question_papers.preview, self.key, language)
        if data is not None:
            name = question_papers.preview_name(language, self.context.language.code)
            self.context.show_paper(PrintablePdf(data, *name))

    def _say_missing(self, full: FullForm, language: str) -> str:
        missing = len(full.missing((language,)))
        if missing:
            return self.tr("%n text(s) missing in this language: shown in another one", "", missing)
        return self.tr("As somebody reads it who fills it in; how it is printed is on the tab “Print”.")

    def _head(self, full: FullForm, language: str) -> QWidget:
        holder, column = _row("preview_head")
        column.addWidget(label("title", "preview_title", full.form.title.best(language), wrap=True))
        if full.form.intro.best(language):
            column.addWidget(label("body", "preview_intro", full.form.intro.best(language), wrap=True))
        return holder

    def _question(self, number: int, question: Question, language: str) -> QWidget:
        name = f"preview_{number}"
        holder, column = _row(name)
        asked = f"{number}. {question.text.best(language)}"
        column.addWidget(label("row_title", f"{name}_text", asked, wrap=True))
        if question.handler.several:
            hint = label("caption", f"{name}_hint", self._wording.kind(question.kind))
            column.addWidget(hint)
        if question.handler.is_scale:
            steps = FlowRow()
            steps.setSpacing(12)
            for index, option in enumerate(question.options):
                steps.addWidget(_option(f"{name}_{index}", "", option.text, language, Shape.RADIO), 1)
            column.addLayout(steps)
        elif question.options:
            shape = Shape.TICK if question.handler.several else Shape.RADIO
            for index, option in enumerate(question.options):
                column.addWidget(_option(f"{name}_{index}", LETTERS[index], option.text, language, shape))
        else:
            line = label("body", f"{name}_line", "_" * VIEWS[question.kind].line)
            column.addWidget(line)
        return holder


def _row(name: str) -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    holder.setObjectName(name)
    column = QVBoxLayout(holder)
    column.setContentsMargins(CARD_PADDING, 14, CARD_PADDING, 14)
    column.setSpacing(6)
    return holder, column


def _option(name: str, letter: str, text: Texts, language: str, shape: Shape) -> QWidget:
    """Return an option that cannot be ticked, its words wrapped beside the box."""
    holder = QWidget()
    holder.setObjectName(name)
    box = Tick(f"{name}_box", shape=shape)
    box.setEnabled(False)
    box.setFixedWidth(28)
    words = " ".join(part for part in (f"{letter})" if letter else "", text.best(language)) if part)
    box.setAccessibleName(words)
    row = FlowRow(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label("body", f"{name}_text", words, wrap=True), 1)
    return holder
