"""The bank of questions: found while typing, filtered by topic and kind, opened by Enter; commands below."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from trainer_app.actions.evaluations import questions
from trainer_app.actions.evaluations.questions import Bank, QuestionLine
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.evaluations.questions import QuestionKind
from trainer_app.ui.evaluations.bank.question_form import QuestionForm
from trainer_app.ui.evaluations.wording import BankWording, ChipWords, missing_in
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import KeyHint, Screen, shown_keys
from trainer_app.ui.widgets.cards import Card, TwoLines
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import ComboBox, SearchField
from trainer_app.ui.widgets.labels import Retranslated
from trainer_app.ui.widgets.pages import EmptyState
from trainer_app.ui.widgets.tables import Column, KeyedTableModel, TableView, TextStyle

_ANY, _NONE, _AWAY = "", "-", "away"
"""Data of the choices: any topic or kind, no topic, what was put away."""


class QuestionSearchField(SearchField):
    """Down and Enter lead from the search into the list."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move into the list."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()


class QuestionFilters(Retranslated, QWidget):
    """`changed` asks for the list anew."""

    changed = Signal()
    down = Signal()

    def __init__(self, name: str, wording: BankWording, *, put_away: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self._wording = wording
        self._topics: tuple[str, ...] = ()
        self.search = QuestionSearchField(f"{name}_search")
        self.topic_field = ComboBox(f"{name}_topic")
        self.kind_field = ComboBox(f"{name}_kind")
        self.place_field = ComboBox(f"{name}_place")
        self._put_away = put_away
        self.reset = Button(f"{name}_reset", ButtonKind.GHOST, "close")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        self.search.setMaximumWidth(360)
        for field, width in ((self.topic_field, 230), (self.kind_field, 190), (self.place_field, 170)):
            field.setFixedWidth(width)
            field.activated.connect(self._chosen)
            row.addWidget(field)
        row.addWidget(self.reset)
        row.addStretch(1)
        self.place_field.hide()
        self.search.searched.connect(lambda _text: self._chosen())
        self.search.down.connect(self.down)
        self.reset.clicked.connect(self.clear)
        self.retranslate()

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    @property
    def topic(self) -> str | None:
        """The topic asked for; "" for questions without one."""
        data = str(self.topic_field.currentData() or _ANY)
        return None if data == _ANY else "" if data == _NONE else data

    @property
    def kind(self) -> QuestionKind | None:
        """The kind asked for."""
        data = self.kind_field.currentData()
        return QuestionKind(data) if data else None

    @property
    def archived(self) -> bool:
        """Tell whether what was put away is looked at."""
        return bool(self.place_field.currentData() == _AWAY)

    @property
    def active(self) -> bool:
        """Tell whether anything is asked for."""
        fields = (self.topic_field, self.kind_field, self.place_field)
        return bool(self.text) or any(field.currentIndex() > 0 for field in fields)

    def offer(self, topics: Sequence[str], put_away: int) -> None:
        """Offer the topics that there are, keeping what is chosen."""
        self._topics = tuple(topics)
        self.retranslate()
        self.place_field.setVisible(self._put_away and (put_away > 0 or self.archived))

    def clear(self) -> None:
        """Ask for all questions of the bank."""
        self.search.clear()
        for field in (self.topic_field, self.kind_field, self.place_field):
            field.setCurrentIndex(0)
        self._chosen()

    def retranslate(self) -> None:
        """Set every word."""
        self.search.set_hint(self.tr("Find a question"))
        self.reset.setText(self.tr("All questions"))
        topics = [(self._wording.topic(topic), topic) for topic in self._topics]
        _fill(self.topic_field, self.tr("Any topic"), [*topics, (self.tr("Without a topic"), _NONE)])
        kinds = [(self._wording.kind_title(kind), kind.value) for kind in QuestionKind]
        _fill(self.kind_field, self.tr("Any kind"), kinds)
        _fill(self.place_field, self.tr("In the bank"), [(self.tr("Put away"), _AWAY)])
        self.topic_field.setAccessibleName(self.tr("Only one topic"))
        self.kind_field.setAccessibleName(self.tr("Only one kind"))
        self.place_field.setAccessibleName(self.tr("In the bank or put away"))
        self.reset.setVisible(self.active)

    def _chosen(self) -> None:
        self.reset.setVisible(self.active)
        self.changed.emit()


def _fill(field: ComboBox, anything: str, items: list[tuple[str, str]]) -> None:
    chosen = field.currentData()
    field.clear()
    field.addItem(anything, _ANY)
    for words, data in items:
        field.addItem(words, data)
    field.setCurrentIndex(max(field.findData(chosen), 0) if chosen else 0)


FOOT_HEIGHT = 54
_REST = 400  # milliseconds of quiet after the list is shown

IMPORT, EXPORT = "import", "export"
"""What `exchange_requested` asks for: reading questions from a file, writing them into one."""


class QuestionsPage(Screen):
    """A page of the screen of evaluations; `form` is the editor that it shares with the forms."""

    counted = Signal()
    """`summary` says something else."""
    exchange_requested = Signal(str)
    """A page for reading or writing files is wanted, by its name."""

    def __init__(self, desk: AppContext, form: QuestionForm, wording: BankWording) -> None:
        super().__init__("evaluations_questions", desk)
        self.form, self._wording = form, wording
        self.bank: Bank | None = None
        self.add = Button("questions_add", ButtonKind.PRIMARY, "plus")
        self.import_button = Button("questions_import", ButtonKind.PLAIN, "file")
        self.export_button = Button("questions_export", ButtonKind.PLAIN, "save")
        self.filters = QuestionFilters("questions_filters", wording)
        self.model: KeyedTableModel[QuestionLine] = KeyedTableModel(
            "questions_model", self._columns(), self._fetch, self
        )
        self.table = TableView("questions_table")
        self.card = Card("questions_card", titled=False)
        self.about = TwoLines("questions_about")
        self.edit = Button("questions_edit", ButtonKind.PLAIN, "pen")
        self.copy = Button("questions_copy", ButtonKind.GHOST)
        self.put_away = Button("questions_put_away", ButtonKind.GHOST)
        self.delete = Button("questions_delete", ButtonKind.GHOST)
        self.none_found = EmptyState("questions_none_found", "search")
        self.everything = Button("questions_everything")
        self.empty = EmptyState("questions_empty", "evaluations")
        self.add_first = Button("questions_add_first", ButtonKind.PRIMARY, "plus")
        self.to_forms = Button("questions_to_forms", ButtonKind.PLAIN)
        self.import_first = Button("questions_import_first", ButtonKind.PLAIN, "file")
        self.body = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[QuestionLine], ...]:
        words = self._wording
        return (
            Column(
                "text",
                lambda: self.tr("Question"),
                lambda line: words.question(line.question),
                look=TextStyle.STRONG,
            ),
            Column("kind", lambda: self.tr("Kind"), lambda line: words.kind(line.question.kind), 148),
            Column(
                "topic",
                lambda: self.tr("Topic"),
                lambda line: words.topic(line.question.topic),
                152,
                look=TextStyle.QUIET,
            ),
            Column("points", lambda: self.tr("Points"), lambda line: words.points(line.question), 78, True),
            Column(
                "languages",
                lambda: self.tr("Languages"),
                lambda line: words.languages(missing_in(line.question)),
                216,
                look=TextStyle.QUIET,
                chip=self._chip,
            ),
            Column("forms", lambda: self.tr("In forms"), self._forms, 148, look=TextStyle.QUIET),
        )

    def _lay_out(self) -> None:
        self.table.show_model(self.model)
        foot = QWidget()
        foot.setObjectName("questions_foot")
        foot.setFixedHeight(FOOT_HEIGHT)
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(4)
        row.addWidget(self.about, 1)
        for button in (self.delete, self.put_away, self.copy, self.edit):
            row.addWidget(button)
        self.card.add_row(self.table, 1)
        self.card.add_row(foot)
        self.card.grow()
        self.none_found.add_button(self.everything)
        for button in (self.add_first, self.to_forms, self.import_first):
            self.empty.add_button(button)
        self.body.setObjectName("questions_body")
        for part in (self.card, self.none_found, self.empty):
            self.body.addWidget(part)
        self.column.setSpacing(12)
        self.column.addWidget(self.filters)
        self.column.addWidget(self.body, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self.show_found)
        self.filters.down.connect(self._into_list)
        self.table.opened.connect(lambda place: self.form.open_question(self.model.key(place)))
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        for button in (self.add, self.add_first):
            button.clicked.connect(self.add_question)
        for button in (self.import_button, self.import_first):
            button.clicked.connect(lambda: self.exchange_requested.emit(IMPORT))
        self.export_button.clicked.connect(lambda: self.exchange_requested.emit(EXPORT))
        self.to_forms.clicked.connect(lambda: self.desk.go("evaluations", page="forms", standard=True))
        self.edit.clicked.connect(lambda: self.form.open_question(self.current()))
        self.copy.clicked.connect(lambda: self.form.open_copy(self.current()))
        self.put_away.clicked.connect(self._put_away)
        self.delete.clicked.connect(self._delete)
        self.everything.clicked.connect(self._show_everything)
        self.form.saved.connect(self._saved)

    # What is shown

    def refresh(self) -> None:
        """Show everything anew; the bank is read again only if a question or a form changed."""
        if self.bank is None:
            self.bank = self.desk.ask(Bank)
        if self.bank is None:
            return
        self.filters.offer(self.bank.topics, self.bank.put_away)
        self.show_found()
        # Whoever looks at the list may type next: the words are read while nothing is asked for.
        QTimer.singleShot(_REST, self, self._warm_up)

    def concerns(self, changes: Changes) -> bool:
        """Listen to questions and the forms that hold them."""
        if changes.touches("question", "form"):
            self.bank = None
            return True
        return False

    def show_found(self) -> None:
        """Show what is found by what is typed and chosen; the current question stays so."""
        if self.bank is None:
            return
        asked, current = self.filters, self.current()
        keys = self.bank.keys(asked.text, topic=asked.topic, kind=asked.kind, archived=asked.archived)
        self.model.set_keys(keys)
        self.choose(current)
        nothing = len(self.bank) == 0
        self.body.setCurrentWidget(self.empty if nothing else self.card if keys else self.none_found)
        self.filters.setVisible(not nothing)
        self._show_chosen()
        self.counted.emit()

    def choose(self, key: str) -> None:
        """Make a question the current row; the first row if it is not shown."""
        if self.model.rowCount():
            place = self.model.place(key)
            self.table.setCurrentIndex(self.model.index(0 if place is None else place, 0))

    def current(self) -> str:
        """Return the key of the current question, "" for none."""
        index = self.table.currentIndex()
        return self.model.key(index.row()) if index.isValid() else ""

    def show_place(self, **place: Any) -> None:
        """Open a question (`question`), a new one (`create`), or search (`search`)."""
        if isinstance(place.get("search"), str):
            self.filters.search.setText(place["search"])
            self.show_found()
        if place.get("question"):
            self.refresh()
            self.choose(str(place["question"]))
            self.form.open_question(str(place["question"]))
        elif place.get("create"):
            self.add_question()

    def own_buttons(self) -> Sequence[QWidget]:
        """Return every button that may stand in the head, the primary one last."""
        return (self.import_button, self.export_button, self.add)

    def head_buttons(self) -> Sequence[QWidget]:
        """Return those that stand there now: an empty bank offers its own."""
        if self.bank is None or not len(self.bank):
            return ()
        return [self.import_button, self.export_button, self.add]

    def summary(self) -> str:
        """Say how many questions there are."""
        if self.bank is None or not len(self.bank):
            return self.tr("Questions from which tests and other forms are made")
        number = self.desk.formats.number
        shown = self.model.rowCount()
        if self.filters.active:
            return self.tr("{shown} of {all} questions are shown").format(
                shown=number(shown), all=number(len(self.bank))
            )
        return self.tr("%n question(s) in the bank", "", shown)

    def first_focus(self) -> QWidget:
        """Start in the search, or at what fills the bank."""
        return self.add_first if self.body.currentWidget() is self.empty else self.filters.search

    def keys(self) -> list[KeyHint]:
        """Return the keys of the list."""
        return [
            KeyHint("↓", self.tr("From the search into the list")),
            KeyHint(shown_keys("Return"), self.tr("Change the question")),
            KeyHint(shown_keys("Ctrl+Return"), self.tr("Save the question")),
        ]

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.add.setText(self.tr("New question"))
        self.add_first.setText(self.tr("New question"))
        for button in (self.import_button, self.import_first):
            button.setText(self.tr("Import…"))
            button.setAccessibleName(self.tr("Import questions from a file"))
        self.export_button.setText(self.tr("Export…"))
        self.export_button.setAccessibleName(self.tr("Export questions to a file"))
        self.to_forms.setText(self.tr("Standard forms"))
        self.table.setAccessibleName(self.tr("Questions"))
        self.edit.setText(self.tr("Change"))
        self.copy.setText(self.tr("Copy"))
        self.delete.setText(self.tr("Delete"))
        self.everything.setText(self.tr("Show all questions"))
        self.none_found.set_words(
            self.tr("No question is found"),
            self.tr("Type fewer letters, in any script, or take the filters back."),
        )
        self.empty.set_words(
            self.tr("No question yet"),
            self.tr("Write the first question, or begin with a form that comes with the program."),
        )
        self._show_chosen()

    def _show_chosen(self) -> None:
        line = self._line()
        for button in (self.edit, self.copy, self.put_away, self.delete):
            button.setVisible(line is not None)
        if line is None:
            self.about.set_lines("", "")
            return
        own = line.question
        self.delete.setVisible(line.forms == 0)
        self.put_away.setText(self.tr("Bring back") if own.archived else self.tr("Put away"))
        parts = [self._wording.kind(own.kind)]
        if own.scored:
            points = self.tr("points: {points}").format(points=self._wording.points(own))
            parts.append(points)
        parts.append(self._standing(line))
        self.about.set_lines(self._wording.question(own), " · ".join(parts))

    def _standing(self, line: QuestionLine) -> str:
        if line.used:
            return self.tr("was used: a change makes a new version")
        return self.tr("in %n form(s)", "", line.forms) if line.forms else self.tr("in no form yet")

    def _forms(self, line: QuestionLine) -> str:
        if not line.forms:
            return "–"
        return self.tr("{count}, used").format(count=line.forms) if line.used else str(line.forms)

    def _chip(self, line: QuestionLine) -> ChipWords | None:
        return self._wording.language_chip(missing_in(line.question))

    def _line(self) -> QuestionLine | None:
        index = self.table.currentIndex()
        return self.model.row(index.row()) if index.isValid() and self.bank is not None else None

    def _fetch(self, keys: Sequence[str]) -> Mapping[str, QuestionLine]:
        return self.bank.lines(keys) if self.bank else {}

    def _warm_up(self) -> None:
        if self.bank is not None and self.isVisible():
            self.bank.warm_up()

    # What a person does

    def add_question(self) -> None:
        """Open the editor for a new question of the topic that is shown."""
        self.form.open_new(self.filters.topic or "")

    def _saved(self, key: str, _before: str) -> None:
        if self.isVisible():
            self.choose(key)

    def _put_away(self) -> None:
        line = self._line()
        if line is not None:
            own = line.question
            changes = self.desk.do(questions.archive_question, own.key, archived=not own.archived)
            if changes is not None:
                self.desk.offer_undo(changes)

    def _delete(self) -> None:
        changes = self.desk.do(questions.delete_question, self.current())
        if changes is not None:
            self.desk.offer_undo(changes)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_everything(self) -> None:
        self.filters.clear()
        self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _into_list(self) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
