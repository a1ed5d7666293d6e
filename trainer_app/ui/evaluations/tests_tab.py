"""Tests of a course: its forms and how far their papers are, the points of everybody, what was learnt.

Points are typed one after the other where no form is used; where answers were keyed in they follow from
those.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, override

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import rights
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import forms, progress, scores
from trainer_app.domain.attendance.marks import GridRow
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.courses.courses import FINISHED, ResitRule
from trainer_app.domain.evaluations.forms import (
    Evaluation,
    FormKind,
    Occasion,
    ScoreRow,
    TestScore,
)
from trainer_app.domain.people.persons import by_person
from trainer_app.system import messages
from trainer_app.ui.evaluations import wording
from trainer_app.ui.evaluations.keying.telling import EntryStatus
from trainer_app.ui.evaluations.learning_card import LearningResultCard
from trainer_app.ui.evaluations.number_entry import NumberEntryModel, NumberEntryView, save_number
from trainer_app.ui.evaluations.sitting_cards import FinishedNote
from trainer_app.ui.evaluations.sitting_commands import SittingCommands
from trainer_app.ui.evaluations.totals import MaximumPointsFields, TotalsNotice
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import Formats, number_sign, shown_name
from trainer_app.ui.kit.screens import CourseTab, KeyHint, why_withheld, withhold
from trainer_app.ui.kit.wording import AttendanceWording, form_title, rule_words
from trainer_app.ui.style.tokens import CARD_PADDING, WORKSPACE_MARGIN
from trainer_app.ui.widgets.cards import BesideOrBelow, Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import FlowRow, PageStack
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.pages import EmptyState
from trainer_app.ui.widgets.table_models import Column, TextStyle

_ROW, _SIDE = 24, 372
_LIST = 520
"""What the list keeps beside the cards."""
_LEAST_ROWS = 8
_KINDS = (FormKind.TEST, FormKind.PRACTICAL)
_TYPING = "evaluations/scores/set_score"


class TestsTab(CourseTab):
    """The table of scores. Each number is on the disk when it stands in its cell; nothing needs saving."""

    __test__ = False

    def __init__(self, context: AppContext) -> None:
        super().__init__("tests", context)
        self.evaluation: Evaluation | None = None
        self._points: dict[Occasion, int] = {}
        self._barred = False
        self._limit: int | None = None
        self._rule = ResitRule.BEST
        self._gone: dict[str, GridRow] = {}
        self._attendance_words = AttendanceWording(self)
        self.out_of = MaximumPointsFields()
        self.doubts = TotalsNotice()
        self.closed = FinishedNote("tests_closed")
        self.view = NumberEntryView("scores", _ROW)
        self.model = NumberEntryModel[ScoreRow](
            "scores_model", self._columns(), lambda row: row.enrolment, ("pre", "post"), self._save, self
        )
        self.foot = EntryStatus(
            "scores_foot",
            "scores_foot_undo",
            self._say_idle,
        )
        self._steps: set[int] = set()
        self.card = Card("scores_card")
        self.results = Button("tests_results", ButtonKind.PLAIN, "evaluations")
        self.results.clicked.connect(self._open_results)
        self.acts = SittingCommands(context, self, "tests", _KINDS)
        self.sittings = self.acts.card
        self.rule = label("small", "tests_rule", wrap=True)
        self.change_rule = Button("tests_change_rule", ButtonKind.GHOST)
        self.learning = LearningResultCard()
        self.counts = label("second", "tests_counts")
        self.empty = EmptyState("tests_empty", "evaluations")
        self.add_people = Button("tests_add_people", ButtonKind.PRIMARY, "adduser")
        self.body = PageStack()
        self.body.setObjectName("tests_body")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[ScoreRow], ...]:
        formats = self._formats
        return (
            Column("number", number_sign, lambda row: str(row.number), 52, right=True, look=TextStyle.QUIET),
            Column("name", lambda: self.tr("Participant"), self._name),
            Column("pre", wording.pre_short, lambda row: wording.points(row.pre, formats()), 100, right=True),
            Column(
                "pre_share",
                lambda: "%",
                lambda row: wording.percent(row.pre, formats()),
                68,
                True,
                TextStyle.QUIET,
                yields=1,
            ),
            Column(
                "post", wording.post_short, lambda row: wording.points(row.post, formats()), 100, right=True
            ),
            Column(
                "post_share",
                lambda: "%",
                lambda row: wording.percent(row.post, formats(), self._limit),
                68,
                True,
                TextStyle.QUIET,
            ),
            Column(
                "change",
                lambda: self.tr("Difference"),
                lambda row: formats().change(_change(row)),
                104,
                right=True,
            ),
        )

    def _lay_out(self) -> None:
        self.card.add_to_head(self.out_of)
        self.card.add_row(self.closed)
        self.card.show_row(self.closed, shown=False)
        self.card.add_row(self.doubts)
        self.card.show_row(self.doubts, shown=False)
        self.card.add_row(self.view, 1)
        self.card.add_row(self.foot)
        self.card.grow()
        both = BesideOrBelow("tests_both", self.card, _SIDE, _LIST)
        side = both.side
        self.sittings.add_row(self._rule_row())
        side.column.addWidget(self.sittings)
        side.column.addWidget(self.learning)
        side.column.addStretch(1)
        full = QWidget()
        full.setObjectName("tests_full")
        row = FlowRow(full)
        row.setContentsMargins(WORKSPACE_MARGIN, 12, WORKSPACE_MARGIN, 12)
        row.addWidget(both)
        self.empty.add_button(self.add_people)
        self.body.addWidget(full)
        self.body.addWidget(self.empty)
        self.acts.stack_into(self.body, full)
        self.column.addWidget(self.body)

    def _rule_row(self) -> QWidget:
        """Return the line that states which of several tests counts."""
        holder = QWidget()
        holder.setObjectName("tests_rule_row")
        row = FlowRow(holder)
        row.setContentsMargins(CARD_PADDING, 8, CARD_PADDING - 10, 8)
        row.setSpacing(8)
        row.addWidget(self.rule, 1)
        row.addWidget(self.change_rule)
        return holder

    def _connect(self) -> None:
        self.view.show_model(self.model)
        # Below it the cards make the page scroll: who types points sees a few rows around the cell.
        self.view.setMinimumHeight(self.view.height_of(_LEAST_ROWS))
        self.view.cells.ink = self._ink
        self.view.cells.flagged = _contradicted
        self.model.refused.connect(self._tell_problem)
        self.model.accepted.connect(self.foot.calm)
        self.view.ended.connect(self._tell_end)
        self.foot.undo.clicked.connect(self.context.undo_last)
        withhold("base/history/undo", self.foot.undo)
        self.context.undo.refreshed.connect(self._follow_steps)
        self._follow_steps()
        self.out_of.given.connect(self._change_out_of)
        self.doubts.adopted.connect(self._change_out_of)
        self.add_people.clicked.connect(lambda: self.tab_requested.emit("participants"))
        self.model.locked = lambda row, column: self._barred or _keyed(row, column)
        self.model.passed = lambda row: row.gone
        self.model.tip = self._tip
        self.view.doubleClicked.connect(self._open_paper)
        self.change_rule.clicked.connect(lambda: self.acts.ask_rule(self._rule))
        withhold("evaluations/forms/set_resit_rule", self.change_rule)
        self.acts.changed.connect(self.head_changed)

    def refresh(self) -> None:
        """Read the course's tests anew; a number that is being typed is saved first."""
        if self.acts.open:
            self.acts.refresh()
            return
        self.view.commit()
        self._read()
        self.view.start()

    def concerns(self, changes: Changes) -> bool:
        """Listen to papers, forms, people and the list."""
        if self.acts.open:
            return self.acts.concerns(changes)
        touched = ("paper", "answer", "person", "enrolment", "course", "sitting", "form", "attendance")
        return changes.touches(*touched, "question", "pair", rights.ENTITY)

    def show_course(self, key: str) -> None:
        """Start at the first empty cell of another course."""
        if key != self.course:
            self.foot.tell_hint()
            self._steps = set()
            self.view.setCurrentIndex(self.model.index(-1, -1))
            self.acts.close()
        super().show_course(key)

    def show_place(self, **place: Any) -> None:
        """Open the papers of a sitting: `sitting`, and `view` as the keying page's mode."""
        self.acts.show_place(**place)

    def head_buttons(self) -> Sequence[QWidget]:
        """Offer the results, where this program has a page of them."""
        return (self.results,) if not self.acts.open else ()

    def first_focus(self) -> QWidget:
        """Start where the next key or number belongs."""
        if self.acts.open:
            return self.acts.page.first_focus()
        return self.view if self.model.rowCount() else self.add_people

    def summary(self) -> QWidget | None:
        """Return how many papers there are; the page on which they are keyed in counts itself."""
        return None if self.acts.open else self.counts

    def keys(self) -> list[KeyHint]:
        """Return what the table listens to."""
        if self.acts.open:
            return self.acts.page.keys()
        if self._barred:
            return []
        return [
            KeyHint("0 … 9", self.tr("Type the points of the current cell")),
            KeyHint("Return", self.tr("Save and go down")),
            KeyHint("Tab", self.tr("Save and go across")),
            KeyHint("Del", self.tr("Remove the score")),
            KeyHint("Esc", self.tr("Leave the cell as it was")),
        ]

    @override
    def retranslate(self) -> None:
        self.results.setText(self.tr("Results"))
        self.card.set_title(self.tr("Points"))
        self.view.setAccessibleName(self.tr("Points of the tests"))
        self.empty.set_words(
            self.tr("Nobody is on the list yet"),
            self.tr("Scores are typed for participants. Add them first; a list in Excel can be imported."),
        )
        self.add_people.setText(self.tr("Go to the participants"))
        self.sittings.set_words(
            self.tr("Papers"),
            self.tr("Choose a test"),
            self.tr(
                "Choose a test of the bank: then papers are printed with numbers, and one key for each "
                "answer is enough. Without one the points are typed into the table."
            ),
        )
        self.closed.set_closed_words(
            self.tr("The course is closed. Points of papers that come late can still be typed.")
        )
        self._say_rule()

    def _open_results(self) -> None:
        self.context.go("evaluations", page="results", course=self.course, part="learning", back="tests")

    def _read(self) -> None:
        found = self.context.ask(scores.evaluation, self.course)
        view = self.context.ask(courses.get_course, self.course)
        points = self.context.ask(scores.out_of, self.course)
        line = self.context.ask(courses.get_line, self.course)
        if found is None or view is None or points is None or line is None:
            return
        self._barred = bool(self._why_barred())
        self.foot.retranslate()
        self.evaluation, self._points, self._limit = found, points, view.course.rule.post_test
        self.acts.course = self.course
        self.body.setCurrentIndex(0 if found.rows else 1)
        states = self.context.ask(progress.sitting_states, self.course, _KINDS) or []
        self.acts.show_states(states, closed=view.course.state in FINISHED)
        self._rule = view.course.resit_rule
        self._say_rule()
        self.closed.show_state(view.course.state)
        self.card.show_row(self.closed, shown=view.course.state in FINISHED)
        table = self.context.ask(attendance.grid, self.course)
        self._gone = {row.enrolment: row for row in table.rows if row.gone} if table is not None else {}
        self.model.set_rows(found.rows)
        self.out_of.show_points(points, self.context.formats)
        self._tell_totals()
        self.learning.show_evaluation(found, self.context.formats)
        self._say_counts(found.rows, line.participants)

    def _say_counts(self, rows: Sequence[ScoreRow], people: int) -> None:
        """Say how many wrote, of whom: the rows are those on the list, and whoever came and left it."""
        everybody = by_person(rows, lambda row: row.person)
        before = sum(any(row.pre is not None for row in own) for own in everybody)
        after = sum(any(row.post is not None for row in own) for own in everybody)
        words = self.tr("Written before: {pre} · after: {post} · on the list: {people}")
        parts = [words.format(pre=before, post=after, people=people)]
        left = sum(all(row.gone for row in own) for own in everybody)
        if left:
            parts.append(self.tr("left the list: {count}").format(count=left))
        self.counts.setText(" · ".join(parts))

    def _tell_totals(self) -> None:
        """Tell where typed points are counted out of something else than the form."""
        found = self.context.ask(scores.doubtful_totals, self.course) or []
        self.doubts.show_doubts(found, self._points, self.context.formats)
        self.card.show_row(self.doubts, shown=bool(found))

    def _save(self, row: ScoreRow, column: str, text: str) -> str:
        """Write one score; return "" or why it was refused."""
        occasion = Occasion(column)
        held = row.pre if occasion is Occasion.PRE else row.post
        out_of = held.out_of if held is not None else self._points[occasion]

        def write(work: Workplace) -> Changes:
            points = scores.read_points(text) if text else None
            return scores.set_score(work, row.enrolment, occasion, points, out_of)

        changes, problem = save_number(self.context, write)
        if changes is not None:
            self._tell(changes, row.name)
        return problem

    def _tell_problem(self, words: str) -> None:
        self.foot.tell_problem(lambda: words)

    def _tell_end(self, column: str) -> None:
        """Say after the last row whether all points of a test are typed."""
        if self._barred:
            return
        test = wording.pre_test() if column == Occasion.PRE else wording.post_test()
        rows = self.evaluation.rows if self.evaluation is not None else ()
        missing = sum(
            all(getattr(row, column, None) is None for row in own) and not all(row.gone for row in own)
            for own in by_person(rows, lambda row: row.person)
        )

        def words() -> str:
            if missing:
                return self.tr("That was the last row. {test}, without points: %n.", "", missing).format(
                    test=test
                )
            return self.tr("{test}: all points are typed. Choose a cell to change one.").format(test=test)

        self.foot.tell_hint(words, of_step=True)

    def _follow_steps(self) -> None:
        """Tell what became of the newest number, and what undo would take back."""
        undo = self.context.undo
        typed = undo.newest is not None and undo.newest.number in self._steps
        self.foot.show_undo(undo.undo_words)
        self.foot.follow(undo, undo.newest.number if undo.newest is not None and typed else None)

    def _tell(self, changes: Changes, name: str = "") -> None:
        self._read()
        if changes.step is not None:
            self._steps.add(changes.step)
        self.context.changes.announce(changes, self)
        self.foot.tell_saved(lambda: self._named(changes.label, name))

    def _named(self, label: Label, name: str) -> str:
        words = messages.label_text(label, self.context.language.code)
        return f"{words} · {name}" if name else words

    def _change_out_of(self, occasion: Occasion, text: str) -> None:
        def write(work: Workplace) -> Changes:
            return scores.set_out_of(work, self.course, occasion, scores.read_points(text))

        changes, problem = save_number(self.context, write)
        if changes is None:
            self._tell_problem(problem)
        else:
            self._tell(changes)

    def _ink(self, row: object, column: str) -> str:
        """Red only for what is below the course's limit, and for a loss."""
        if not isinstance(row, ScoreRow):
            return ""
        if column == "name" and row.gone:
            return "text3"
        if column == "post_share" and row.post is not None and self._limit is not None:
            return "absent_text" if row.post.percent < self._limit else ""
        return "absent_text" if column == "change" and (_change(row) or 0) < 0 else ""

    def _say_idle(self) -> str:
        """Say how numbers are typed, or to who may type none why not."""
        if self._barred:
            return self._why_barred()
        return self.tr("Type a number. Enter goes down, Tab across, Delete clears.")

    def _why_barred(self) -> str:
        """Return why whoever is here types no points; empty to who may."""
        return self.context.ask(lambda _work: why_withheld(self.context, _TYPING)) or ""

    def _name(self, row: ScoreRow) -> str:
        """Return who it is; of who left the list also that, as the grid says it."""
        name = shown_name(row.name)
        return f"{name} · {self._gone_words(row)[1]}" if row.gone else name

    def _gone_words(self, row: ScoreRow) -> tuple[str, ...]:
        """Say that somebody left the list, at length and shorter."""
        left = self._gone.get(row.enrolment)
        if left is not None:
            return self._attendance_words.reasons_gone(left)
        return self.tr("not on the list any more"), self.tr("not on the list any more")

    def _formats(self) -> Formats:
        return self.context.formats

    def _say_rule(self) -> None:
        self.rule.setText(rule_words(self._rule))
        change = self.tr("Change")
        self.change_rule.setText(change)
        self.change_rule.setAccessibleName(f"{change}: {self.rule.text()}")

    def _tip(self, row: ScoreRow, column: str) -> str:
        """Say on which paper a score rests that follows from keyed answers; of a name, that they left."""
        if column == "name" and row.gone:
            told = self.tr("{words}. Enter goes past; choose the row to type what they wrote.")
            return told.format(words=self._gone_words(row)[0])
        score: TestScore | None = getattr(row, column, None) if column in ("pre", "post") else None
        if score is None or not score.form:
            return ""
        full = self.context.ask(forms.get_form, score.form)
        title = form_title(full, self.context.language.code) if full is not None else ""
        said = self.tr("From the answers of paper {number}: {title}. A double click opens it.")
        if self._barred:
            said = self.tr("From the answers of paper {number}: {title}.")
        return said.format(number=score.paper_number, title=title)

    def _open_paper(self, index: QModelIndex) -> None:
        """Open the paper behind a score that follows from keyed answers."""
        row, column = self.model.row(index.row()), self.model.columns[index.column()].name
        score: TestScore | None = getattr(row, column, None) if column in ("pre", "post") else None
        if score is not None and score.form:
            self.acts.open_paper(score.form, score.occasion, row.enrolment, score.attempt)


def _change(row: ScoreRow) -> Fraction | None:
    """Return what was gained from the first to the second test, in hundredths of a percentage point."""
    return None if row.pre is None or row.post is None else row.post.percent - row.pre.percent


def _keyed(row: ScoreRow, column: str) -> bool:
    """Tell whether a score follows from keyed answers, so that nothing is typed there."""
    score: TestScore | None = getattr(row, column, None)
    return score is not None and bool(score.form)


def _contradicted(row: object, column: str) -> bool:
    score: TestScore | None = getattr(row, column, None) if column in ("pre", "post") else None
    return score is not None and score.conflict
