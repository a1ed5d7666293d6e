"""Feedback of a course: how many sheets ticked what, typed from the pile, and what that says."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions import evaluations
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.evaluations import FeedbackCount
from trainer_app.domain.learning import MIN_ANSWERS, FeedbackSummary, summarize
from trainer_app.system import messages
from trainer_app.ui.courses.tab import CourseTab
from trainer_app.ui.evaluations import words
from trainer_app.ui.evaluations.answer_bar import draw_answers
from trainer_app.ui.evaluations.entry_cells import EntryCells
from trainer_app.ui.evaluations.entry_model import EntryModel
from trainer_app.ui.evaluations.entry_view import EntryView
from trainer_app.ui.evaluations.foot import EntryFoot
from trainer_app.ui.evaluations.saving import save
from trainer_app.ui.evaluations.standing_out import StandingOut
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.screen import Keys
from trainer_app.ui.shell.tokens import TABLE_HEAD, WORKSPACE_MARGIN
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.models import ROW_ROLE, Column, Look
from trainer_app.ui.widgets.page import Page

_ROW, _OPTIONS = 40, 5


class AnswerCells(EntryCells):
    """Paints the bar of the answers, too."""

    def _draw_content(
        self,
        painter: QPainter,
        room: QRectF,
        column: Column[object],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        if column.name == "picture" and isinstance(row, FeedbackCount):
            if not summarize(row).hidden:
                draw_answers(painter, room, row.counts)
            return
        super()._draw_content(painter, room, column, index)


class FeedbackTab(CourseTab):
    """Counts only: neither a name nor an order of sheets is kept anywhere."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("feedback", desk)
        self.counts: tuple[FeedbackCount, ...] = ()
        self.people = 0
        self.view = EntryView("feedback", _ROW, wraps=True, cells=AnswerCells)
        self.model = EntryModel[FeedbackCount](
            "feedback_model",
            self._columns(),
            lambda row: row.question,
            tuple(str(option) for option in range(1, _OPTIONS + 1)),
            self._save,
            self,
        )
        self.foot = EntryFoot("feedback_foot", desk)
        self.card = Card("feedback_card")
        self.scale = label("caption", "feedback_scale")
        self.standing_out = StandingOut()
        self.sheets = label("second", "feedback_sheets")
        self.results = Button("feedback_results", Kind.PLAIN, "evaluations")
        self.results.clicked.connect(self._open_results)
        self._lay_out()
        self.view.show_model(self.model)
        self.view.setFixedHeight(TABLE_HEAD + _ROW * 6)
        self.view.cells.ink = self._ink
        self.model.refused.connect(self.foot.tell_problem)
        self.model.accepted.connect(self.foot.calm)
        self.retranslate()

    def _columns(self) -> tuple[Column[FeedbackCount], ...]:
        options = tuple(_option(option) for option in range(1, _OPTIONS + 1))
        say = self._of
        return (
            Column("statement", lambda: self.tr("Statement"), lambda row: self.statement(row.question)),
            *options,
            Column("n", lambda: self.tr("Answers"), lambda row: str(row.answers), 80, True, Look.QUIET),
            Column("picture", lambda: "", self._spoken, 116, yields=1),
            Column(
                "median", lambda: self.tr("Median"), lambda row: say(row, "median"), 84, True, Look.STRONG
            ),
            Column("top", lambda: self.tr("4 and 5"), lambda row: say(row, "top_two"), 84, True),
            Column("bottom", lambda: self.tr("1 and 2"), lambda row: say(row, "bottom_two"), 90, True),
        )

    def _lay_out(self) -> None:
        self.card.add_to_head(self.scale)
        self.card.add_row(self.view)
        self.card.add_row(self.foot)
        page = Page("feedback_page")
        page.column.setContentsMargins(WORKSPACE_MARGIN, 12, WORKSPACE_MARGIN, 12)
        page.column.addWidget(self.card)
        below = QVBoxLayout()
        below.addWidget(self.standing_out)
        page.column.addLayout(below)
        page.column.addStretch(1)
        self.column.addWidget(page)

    def refresh(self) -> None:
        """Read the counts anew; a number that is being typed is saved first."""
        self.view.commit()
        self._read()
        self.view.start()

    def concerns(self, changes: Changes) -> bool:
        """Listen to counts and to the list of participants."""
        return changes.touches("feedback", "enrolment", "course")

    def show_course(self, key: str) -> None:
        """Start at the first empty cell of another course."""
        if key != self.course:
            self.foot.tell_saved("")
            self.view.setCurrentIndex(self.model.index(-1, -1))
        super().show_course(key)

    def first_focus(self) -> QWidget:
        """Start where the next number belongs."""
        return self.view

    def head_buttons(self) -> Sequence[QWidget]:
        """Offer the results."""
        return (self.results,)

    def summary(self) -> QWidget:
        """Return how many sheets there are."""
        return self.sheets

    def keys(self) -> list[Keys]:
        """Return what the table listens to."""
        return [
            Keys("0 … 9", self.tr("Type the count of the current cell")),
            Keys("Return", self.tr("Save and go down, then to the next column")),
            Keys("Tab", self.tr("Save and go across")),
            Keys("Del", self.tr("Clear the count")),
        ]

    def statement(self, question: str) -> str:
        """Return a statement of the form in the language of the window."""
        return self.desk.words(f"evaluation.question.{question}")

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.results.setText(self.tr("Results"))
        self.card.set_title(self.tr("How many sheets ticked what"))
        self.scale.setText(self.tr("1 not at all … 5 fully"))
        self.view.setAccessibleName(self.tr("Counts of the feedback sheets"))

    def _open_results(self) -> None:
        self.desk.go("evaluations", page="results", course=self.course, part="feedback", back="feedback")

    def _read(self) -> None:
        found = self.desk.ask(evaluations.evaluation, self.course)
        if found is None:
            return
        self.counts, self.people = found.feedback, len(found.rows)
        self.model.set_rows(found.feedback)
        sheets = max((count.answers for count in found.feedback), default=0)
        participants = self.tr("%n participant(s)", "", self.people)
        filled_in = self.tr("%n sheet(s)", "", sheets)
        self.sheets.setText(f"{filled_in} · {participants}")
        summaries = [summarize(count) for count in found.feedback]
        self.standing_out.show_summaries(summaries, self.people, self.statement, self.desk.formats)

    def _save(self, row: FeedbackCount, column: str, text: str) -> str:
        """Write one count; return "" or why it was refused."""

        def write(work: Workplace) -> Changes:
            if text and not (text.isascii() and text.isdigit()):
                raise TrainerError("evaluation.not_a_count", text=text)
            return evaluations.set_feedback(work, self.course, row.question, int(column), int(text or 0))

        changes, problem = save(self.desk, write)
        if changes is not None:
            self._read()
            self.desk.changes.announce(changes, self)
            self.foot.tell_saved(messages.label_text(changes.label, self.desk.language.code))
        return problem

    def _of(self, row: FeedbackCount, what: str) -> str:
        """Return a figure of a statement; "" where too few answered."""
        value: int | None = getattr(summarize(row), what)
        if value is None:
            return words.DASH if not row.answers else self.tr("from {least}").format(least=MIN_ANSWERS)
        formats = self.desk.formats
        return words.plain(value * 10, formats) if what == "median" else formats.percent(value)

    def _spoken(self, row: FeedbackCount) -> str:
        summary: FeedbackSummary = summarize(row)
        return "" if summary.hidden else ", ".join(map(str, row.counts))

    def _ink(self, row: object, column: str) -> str:
        """Write quietly where too few have answered."""
        hidden = isinstance(row, FeedbackCount) and summarize(row).hidden
        return "text3" if hidden and column in ("median", "top", "bottom") else ""


def _option(option: int) -> Column[FeedbackCount]:
    """Return the column of an option, 1 to 5."""
    return Column(str(option), lambda: str(option), lambda row: _ticks(row, option), 72, right=True)


def _ticks(row: FeedbackCount, option: int) -> str:
    """Return a count; nothing for a statement that nobody has answered yet."""
    return str(row.counts[option - 1]) if row.answers else ""


def create(desk: Desk) -> CourseTab:
    """Make the tab."""
    return FeedbackTab(desk)
