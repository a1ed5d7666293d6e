"""The forms: tests, feedback, rating sheets, follow-ups; each opens its own page."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from trainer_app.actions.evaluations import forms
from trainer_app.actions.evaluations.forms import FormLine
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.evaluations.forms import FormKind
from trainer_app.ui.evaluations.bank.form_panels import FormTitleForm, StandardFormsPanel
from trainer_app.ui.evaluations.bank.questions_page import FOOT_HEIGHT, QuestionSearchField
from trainer_app.ui.evaluations.wording import BankWording, ChipWords, missing_in_form
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import KeyHint, Screen, shown_keys
from trainer_app.ui.widgets.cards import Card, TwoLines
from trainer_app.ui.widgets.controls import Button, ButtonKind, Switch, Tick
from trainer_app.ui.widgets.pages import EmptyState
from trainer_app.ui.widgets.tables import Column, ListTableModel, TableView, TextStyle, show_two_lines

_ALL = "all"


class FormsPage(Screen):
    """A page of the screen of evaluations. `opened` asks for a form's own page."""

    counted = Signal()
    """`summary` says something else."""
    opened = Signal(str)

    def __init__(self, desk: AppContext, host: QWidget, wording: BankWording) -> None:
        super().__init__("evaluations_forms", desk)
        self._wording = wording
        self._away = 0
        self._shown_any = False
        self.add = Button("forms_add", ButtonKind.PRIMARY, "plus")
        self.standard_button = Button("forms_standard", ButtonKind.PLAIN, "file")
        self.details = FormTitleForm(desk, host, wording)
        self.standard = StandardFormsPanel(desk, host, wording)
        self.search = QuestionSearchField("forms_search")
        self.kinds = Switch("forms_kinds", (_ALL, *(kind.value for kind in FormKind)), narrow=True)
        self.away = Tick("forms_away")
        self.filters = QWidget()
        self.model = ListTableModel[FormLine](
            "forms_model", self._columns(), lambda line: line.full.form.key, self
        )
        self.table = TableView("forms_table")
        self.card = Card("forms_card", titled=False)
        self.about = TwoLines("forms_about")
        self.open = Button("forms_open", ButtonKind.PLAIN, "pen")
        self.copy = Button("forms_copy", ButtonKind.GHOST)
        self.put_away = Button("forms_put_away", ButtonKind.GHOST)
        self.delete = Button("forms_delete", ButtonKind.GHOST)
        self.none_found = EmptyState("forms_none_found", "search")
        self.everything = Button("forms_everything")
        self.empty = EmptyState("forms_empty", "evaluations")
        self.first_standard = Button("forms_first_standard", ButtonKind.PRIMARY, "file")
        self.add_first = Button("forms_add_first", ButtonKind.PLAIN, "plus")
        self.body = QStackedWidget()
        self.kinds.set_value(_ALL)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[FormLine], ...]:
        words, number = self._wording, self.desk.formats.number
        return (
            Column(
                "title",
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

    def _lay_out(self) -> None:
        self.table.show_model(self.model)
        show_two_lines(self.table, {"title": self._second})
        self.filters.setObjectName("forms_filters")
        line = QHBoxLayout(self.filters)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        self.search.setMaximumWidth(300)
        line.addWidget(self.search, 1)
        line.addWidget(self.kinds)
        line.addWidget(self.away)
        line.addStretch(1)
        foot = QWidget()
        foot.setObjectName("forms_foot")
        foot.setFixedHeight(FOOT_HEIGHT)
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(4)
        row.addWidget(self.about, 1)
        for button in (self.delete, self.put_away, self.copy, self.open):
            row.addWidget(button)
        self.card.add_row(self.table, 1)
        self.card.add_row(foot)
        self.card.grow()
        self.none_found.add_button(self.everything)
        self.empty.add_button(self.first_standard)
        self.empty.add_button(self.add_first)
        self.body.setObjectName("forms_body")
        for part in (self.card, self.none_found, self.empty):
            self.body.addWidget(part)
        self.column.setSpacing(12)
        self.column.addWidget(self.filters)
        self.column.addWidget(self.body, 1)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self.refresh())
        self.search.down.connect(self._into_list)
        self.kinds.chosen.connect(lambda _kind: self.refresh())
        self.away.toggled.connect(lambda _on: self.refresh())
        self.table.opened.connect(lambda place: self.opened.emit(self.model.key(place)))
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        for button in (self.add, self.add_first):
            button.clicked.connect(self.add_form)
        for button in (self.standard_button, self.first_standard):
            button.clicked.connect(lambda: self.standard.open_list())
        self.open.clicked.connect(lambda: self.opened.emit(self.current()))
        self.copy.clicked.connect(self._copy)
        self.put_away.clicked.connect(self._put_away)
        self.delete.clicked.connect(self._delete)
        self.everything.clicked.connect(self._show_everything)
        self.details.created.connect(self.opened)
        self.standard.added.connect(self._added)

    # What is shown

    def refresh(self) -> None:
        """Read the forms and show them; the current one stays so."""
        kind = FormKind(self.kinds.value()) if self.kinds.value() != _ALL else None
        text, archived = self.search.text(), self.away.isChecked()
        lines = self.desk.ask(forms.list_form_lines, text, kind, archived=archived)
        if lines is None:
            return
        self._away = self.desk.ask(forms.count_archived) or 0
        filtered = bool(text.strip()) or kind is not None or archived
        self._shown_any = bool(lines) or filtered or self._away > 0
        current = self.current()
        self.model.set_rows(lines)
        self.choose(current)
        self.body.setCurrentWidget(self.card if lines else self.none_found if self._shown_any else self.empty)
        self.filters.setVisible(self._shown_any)
        self.away.setVisible(self._away > 0 or archived)
        self._show_chosen()
        self.counted.emit()

    def concerns(self, changes: Changes) -> bool:
        """Listen to forms, their questions, and the courses that choose them."""
        return changes.touches("form", "question", "sitting", "course")

    def choose(self, key: str) -> None:
        """Make a form the current row; the first row if it is not shown."""
        if self.model.rowCount():
            place = self.model.place(key)
            self.table.setCurrentIndex(self.model.index(0 if place is None else place, 0))

    def current(self) -> str:
        """Return the key of the current form, "" for none."""
        index = self.table.currentIndex()
        return self.model.key(index.row()) if index.isValid() else ""

    def show_place(self, **place: Any) -> None:
        """Open the standard forms (`standard`) or a new form (`create`, with its kind)."""
        if place.get("standard"):
            self.standard.open_list()
        elif place.get("create"):
            self.details.open_new(FormKind(str(place["create"])))

    def own_buttons(self) -> Sequence[QWidget]:
        """Return every button that may stand in the head, the primary one last."""
        return (self.standard_button, self.add)

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
            return self.first_standard
        return self.table if self.model.rowCount() else self.search

    def keys(self) -> list[KeyHint]:
        """Return the keys of the list."""
        return [KeyHint(shown_keys("Return"), self.tr("Open the form"))]

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        for button in (self.add, self.add_first):
            button.setText(self.tr("New form"))
        for button in (self.standard_button, self.first_standard):
            button.setText(self.tr("Standard forms"))
        self.search.set_hint(self.tr("Find a form"))
        self.kinds.set_words(self.tr("All"), *(self._wording.kind_title(kind) for kind in FormKind))
        self.kinds.setAccessibleName(self.tr("Only one kind"))
        self.away.setText(self.tr("Put away"))
        self.table.setAccessibleName(self.tr("Forms"))
        self.open.setText(self.tr("Open"))
        self.copy.setText(self.tr("Copy"))
        self.delete.setText(self.tr("Delete"))
        self.everything.setText(self.tr("Show all forms"))
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
        self._show_chosen()

    def _show_chosen(self) -> None:
        line = self._line()
        for button in (self.open, self.copy, self.put_away, self.delete):
            button.setVisible(line is not None)
        if line is None:
            self.about.set_lines("", "")
            return
        form = line.full.form
        self.delete.setVisible(not form.frozen and not line.courses)
        self.put_away.setText(self.tr("Bring back") if form.archived else self.tr("Put away"))
        self.about.set_lines(self._wording.title(form), self._second(line))

    def _second(self, line: FormLine) -> str:
        form = line.full.form
        version = self.tr("version {number}").format(number=form.version) if line.versions > 1 else ""
        return " · ".join(part for part in (self._wording.kind(form.kind), version) if part)

    def _state(self, line: FormLine) -> ChipWords:
        return self._wording.state(line.full)

    def _line(self) -> FormLine | None:
        index = self.table.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    # What a person does

    def add_form(self) -> None:
        """Ask for the title of a new form, of the kind that is shown."""
        kind = self.kinds.value()
        self.details.open_new(FormKind(kind) if kind != _ALL else FormKind.TEST)

    def _copy(self) -> None:
        line = self._line()
        if line is not None:
            self.details.open_copy(line.full.form)

    def _put_away(self) -> None:
        line = self._line()
        if line is not None:
            form = line.full.form
            changes = self.desk.do(forms.archive_form, form.key, archived=not form.archived)
            if changes is not None:
                self.desk.offer_undo(changes)

    def _delete(self) -> None:
        changes = self.desk.do(forms.delete_form, self.current())
        if changes is not None:
            self.desk.offer_undo(changes)
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _added(self, key: str) -> None:
        self.choose(key)

    def _show_everything(self) -> None:
        self.search.clear()
        self.kinds.set_value(_ALL)
        self.away.setChecked(False)
        self.refresh()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _into_list(self) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _courses(line: FormLine) -> str:
    """Return the first course's code and how many more there are: the form's page names them all."""
    codes = [course.code for course in line.courses]
    if len(codes) <= 1:
        return "".join(codes) or "–"
    return f"{codes[0]} +{len(codes) - 1}"
