"""The bank of questions: found while typing, filtered by topic and kind, opened by Enter; commands below."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, override

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions.evaluations import questions
from trainer_app.actions.evaluations.questions import Bank, QuestionLine
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.evaluations.questions import QuestionKind
from trainer_app.ui.evaluations.bank.question_form import QuestionForm
from trainer_app.ui.evaluations.wording import BankWording, missing_in
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Options
from trainer_app.ui.kit.list_page import (
    ChoiceFilter,
    ClearFilters,
    Command,
    Filter,
    FilterBar,
    ListPage,
    SearchFilter,
)
from trainer_app.ui.kit.screens import KeyHint, shown_keys
from trainer_app.ui.widgets.controls import ButtonKind
from trainer_app.ui.widgets.indicators import ChipWords
from trainer_app.ui.widgets.table_models import Column, KeyedTableModel, TextStyle

_NONE, _AWAY = "-", "away"
"""Choices: no topic, what was put away."""


class QuestionFilters(FilterBar):
    """Search, topic, kind, and what was put away; `changed` asks for the list anew."""

    def __init__(self, name: str, wording: BankWording, *, put_away: bool = True) -> None:
        self._wording = wording
        self._topics: tuple[str, ...] = ()
        self._put_away, self._away = put_away, 0
        super().__init__(name, name, self.filters)

    def filters(self) -> Sequence[Filter]:
        """Search; a topic; a kind; what was put away, where there is any."""
        found: Options = [(topic, self._wording.topic(topic)) for topic in self._topics]
        named: Options = [(kind, self._wording.kind_title(kind)) for kind in QuestionKind]
        topics = [(None, self.tr("Any topic")), *found, (_NONE, self.tr("Without a topic"))]
        kinds = [(None, self.tr("Any kind")), *named]
        places = [(None, self.tr("In the bank")), (_AWAY, self.tr("Archived"))]
        offered = self._put_away and self._away > 0
        return (
            SearchFilter("search", self.tr("Find a question"), width=360),
            ChoiceFilter("topic", self.tr("Only one topic"), topics, width=230),
            ChoiceFilter("kind", self.tr("Only one kind"), kinds, width=190),
            ChoiceFilter("place", self.tr("In the bank or archived"), places, width=170, shown=offered),
            ClearFilters("reset", self.tr("All questions")),
        )

    @property
    def topic(self) -> str | None:
        """The topic asked for; "" for questions without one."""
        found: str | None = self.value("topic")
        return "" if found == _NONE else found

    def keys(self, bank: Bank) -> Sequence[str]:
        """Return the keys of the questions that are asked for."""
        text, kind = self.value("search"), self.value("kind")
        return bank.keys(text, topic=self.topic, kind=kind, archived=self.value("place") == _AWAY)

    def offer(self, topics: Sequence[str], put_away: int) -> None:
        """Offer the topics that there are, keeping what is chosen."""
        self._topics = tuple(topics)
        self._away = put_away or int(self.value("place") == _AWAY)
        self.retranslate()


_REST = 400  # milliseconds of quiet after the list is shown

IMPORT, EXPORT = "import", "export"
"""What `exchange_requested` asks for: reading questions from a file, writing them into one."""


class QuestionsPage(ListPage[QuestionLine]):
    """A page of the screen of evaluations; `form` is the editor that it shares with the forms."""

    counted = Signal()
    """`summary` says something else."""
    exchange_requested = Signal(str)
    """A page for reading or writing files is wanted, by its name."""

    def __init__(self, context: AppContext, form: QuestionForm, wording: BankWording) -> None:
        super().__init__("evaluations_questions", "questions", context, "evaluations")
        self.form, self._wording = form, wording
        self.bank: Bank | None = None
        self.model = KeyedTableModel("questions_model", self.columns(), self._fetch, self)
        self.asked = QuestionFilters("questions_filters", wording)
        self.build(self.asked)
        self.table.opened.connect(lambda row: self.form.open_question(self.model.key(row)))
        self.form.saved.connect(self._saved)

    def columns(self) -> tuple[Column[QuestionLine], ...]:
        """Say text, kind, topic, points, languages and forms."""
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
                order=lambda line: sorted(missing_in(line.question)),
            ),
            Column("forms", lambda: self.tr("In forms"), self._forms, 148, look=TextStyle.QUIET),
        )

    def head(self) -> Sequence[Command]:
        """Read questions from a file, write them into one, write a new one."""
        words, spoken = self.tr("Export…"), self.tr("Export questions to a file")
        return (
            self._import("import"),
            Command("export", words, self._export, ButtonKind.PLAIN, "save", spoken=spoken),
            self._add("add"),
        )

    def commands(self, row: QuestionLine | None) -> Sequence[Command]:
        """Delete, put away, copy or change the chosen question."""
        away = self.tr("Bring back") if row is not None and row.question.archived else self.tr("Archive")
        return (
            Command(
                "delete",
                self.tr("Delete"),
                self._delete,
                shown=row is not None and row.forms == 0,
                needs="evaluations/questions/delete_question",
            ),
            Command("put_away", away, self._put_away, needs="evaluations/questions/archive_question"),
            #: A button: makes a second question like this one
            Command(
                "copy",
                self.tr("Copy"),
                lambda: self.form.open_copy(self.selection.key()),
                needs="evaluations/questions/save_question",
            ),
            Command(
                "edit",
                self.tr("Change"),
                self._edit,
                ButtonKind.PLAIN,
                "pen",
                needs="evaluations/questions/save_question",
            ),
        )

    def first_steps(self) -> Sequence[Command]:
        """Write the first question, or take questions from elsewhere."""
        return (
            self._add("add_first"),
            Command("to_forms", self.tr("Standard forms"), self._to_forms, ButtonKind.PLAIN),
            self._import("import_first"),
        )

    def further_steps(self) -> Sequence[Command]:
        """Show all questions."""
        words = self.tr("Show all questions")
        return (Command("everything", words, self._show_everything, ButtonKind.PLAIN),)

    def describe(self, row: QuestionLine) -> tuple[str, str]:
        """Say the question; its kind, its points, where it stands."""
        own = row.question
        parts = [self._wording.kind(own.kind)]
        if own.scored:
            parts.append(self.tr("points: {points}").format(points=self._wording.points(own)))
        return self._wording.question(own), " · ".join((*parts, self._standing(row)))

    # What is shown

    def refresh(self) -> None:
        """Show everything anew; the bank is read again only if a question or a form changed."""
        if self.bank is None:
            self.bank = self.context.ask(Bank)
        if self.bank is None:
            return
        self.asked.offer(self.bank.topics, self.bank.put_away)
        self._show_found(self.bank, anew=True)
        # Whoever looks at the list may type next: the words are read while nothing is asked for.
        QTimer.singleShot(_REST, self, self._warm_up)

    def concerns(self, changes: Changes) -> bool:
        """Listen to questions and the forms that hold them."""
        if changes.touches("question", "form"):
            self.bank = None
            return True
        return False

    def refresh_found(self) -> None:
        """Show what is found by what is typed and chosen; the current question stays so."""
        if self.bank is not None:
            self._show_found(self.bank, anew=False)

    def _show_found(self, bank: Bank, *, anew: bool) -> None:
        current = self.selection.key()
        self.model.set_keys(self.asked.keys(bank), anew=anew)
        self.selection.choose(current)
        self.show_body(anything=len(bank) > 0)
        self.counted.emit()

    def show_place(self, **place: Any) -> None:
        """Open a question (`question`), a new one (`create`), or search (`search`)."""
        if isinstance(place.get("search"), str):
            self.bar.parts["search"].setText(place["search"])
            self.refresh_found()
        if place.get("question"):
            self.refresh()
            self.selection.choose(str(place["question"]))
            self.form.open_question(str(place["question"]))
        elif place.get("create"):
            self.add_question()

    def head_buttons(self) -> Sequence[QWidget]:
        """Return those that stand there now: an empty bank offers its own."""
        if self.bank is None or not len(self.bank):
            return ()
        return self.own_buttons()

    def summary(self) -> str:
        """Say how many questions there are."""
        if self.bank is None or not len(self.bank):
            return self.tr("Questions from which tests and other forms are made")
        number = self.context.formats.number
        shown = self.model.rowCount()
        if self.bar.active:
            return self.tr("{shown} of {all} questions are shown").format(
                shown=number(shown), all=number(len(self.bank))
            )
        return self.tr("%n question(s) in the bank", "", shown)

    def first_focus(self) -> QWidget:
        """Start in the search, or at what fills the bank."""
        if self.body.currentWidget() is self.empty:
            return self.buttons["add_first"]
        return self.bar.search()

    def keys(self) -> list[KeyHint]:
        """Return the keys of the list."""
        return [
            KeyHint("↓", self.tr("From the search into the list")),
            KeyHint(shown_keys("Return"), self.tr("Change the question")),
            KeyHint(shown_keys("Ctrl+Return"), self.tr("Save the question")),
        ]

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.table.setAccessibleName(self.tr("Questions"))
        self.none_found.set_words(
            self.tr("No question is found"),
            self.tr("Type fewer letters (any alphabet) or clear the filters."),
        )
        self.empty.set_words(
            self.tr("No question yet"),
            self.tr("Write the first question, or begin with a form that comes with the program."),
        )

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

    def _fetch(self, keys: Sequence[str]) -> Mapping[str, QuestionLine]:
        return self.bank.lines(keys) if self.bank else {}

    def _warm_up(self) -> None:
        if self.bank is not None and self.isVisible():
            self.bank.warm_up()

    # What a person does

    def add_question(self) -> None:
        """Open the editor for a new question of the topic that is shown."""
        topic = self.asked.topic or ""
        self.form.leave_for(lambda: self.form.open_new(topic))

    def _add(self, name: str) -> Command:
        words, needs = self.tr("New question"), "evaluations/questions/save_question"
        return Command(name, words, self.add_question, ButtonKind.PRIMARY, "plus", needs=needs)

    def _import(self, name: str) -> Command:
        words, spoken = self.tr("Import…"), self.tr("Import questions from a file")
        act = partial(self.exchange_requested.emit, IMPORT)
        return Command(name, words, act, ButtonKind.PLAIN, "file", spoken=spoken)

    def _export(self) -> None:
        self.exchange_requested.emit(EXPORT)

    def _edit(self) -> None:
        self.form.open_question(self.selection.key())

    def _to_forms(self) -> None:
        self.context.go("evaluations", page="forms", standard=True)

    def _saved(self, key: str, _before: str) -> None:
        if self.isVisible():
            self.selection.choose(key)

    def _put_away(self) -> None:
        line = self.selection.row()
        if line is not None:
            key, away = line.question.key, not line.question.archived
            self.context.offer_undo(self.context.do(questions.archive_question, key, archived=away))

    def _delete(self) -> None:
        changes = self.context.do(questions.delete_question, self.selection.key())
        if changes is not None:
            self.context.offer_undo(changes)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_everything(self) -> None:
        self.bar.clear()
        self.bar.search().setFocus(Qt.FocusReason.OtherFocusReason)
