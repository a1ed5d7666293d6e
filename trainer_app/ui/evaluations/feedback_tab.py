"""Feedback of a course: anonymous sheets keyed in or filled in here, those that wait, what they say."""

from collections.abc import Sequence
from typing import Any, override

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from trainer_app.actions.base.workplace import Role
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import feedback, progress
from trainer_app.actions.evaluations.progress import SittingState
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.courses.courses import FINISHED, CourseState
from trainer_app.domain.evaluations.feedback import FeedbackResult, QuestionResult, feedback_result
from trainer_app.domain.evaluations.forms import MIN_ANSWERS, FormKind
from trainer_app.domain.evaluations.statistics import ScaleSummary
from trainer_app.ui.evaluations import wording
from trainer_app.ui.evaluations.sitting_cards import FinishedNote, TableNote, WaitingSheetsCard
from trainer_app.ui.evaluations.sitting_commands import SittingCommands
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import number_sign
from trainer_app.ui.kit.screens import CourseTab, KeyHint, withhold
from trainer_app.ui.kit.wording import form_title, occasion_word
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.cards import BesideOrBelow, Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import FlowRow, PageStack
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.pages import EmptyState
from trainer_app.ui.widgets.pickers import ComboBox
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle, row_at
from trainer_app.ui.widgets.tables import CellDelegate, TableView

_HEIGHT, _GAP = 10.0, 2.0


def draw_answers(painter: QPainter, room: QRectF, counts: tuple[int, ...]) -> None:
    """Paint the shares of the answers; the best are filled, the middle pale, the worst hollow."""
    whole = sum(counts)
    if not whole:
        return
    given = [(count, *look) for count, look in zip(counts, _looks(counts), strict=True) if count]
    width = room.width() - _GAP * (len(given) - 1)
    left, top = room.left(), room.center().y() - _HEIGHT / 2
    for count, fill, border in given:
        piece = QRectF(left, top, max(3.0, width * count / whole), _HEIGHT)
        left = piece.right() + _GAP
        painter.setPen(QPen(QColor(border), 1) if border else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        inset = 0.5 if border else 0.0
        painter.drawRoundedRect(piece.adjusted(inset, inset, -inset, -inset), 2, 2)


def _looks(counts: tuple[int, ...]) -> list[tuple[str, str]]:
    """Return fill and border of each step: what counts as an end of the scale looks like one."""
    scheme = tokens()
    ends, steps = ScaleSummary(counts).ends, len(counts)
    hollow, pale = (scheme.surface, scheme.unmarked), (scheme.line2, "")
    best = [(scheme.edge, "")] * (ends - 1) + [(scheme.accent, "")]
    return [hollow] * ends + [pale] * (steps - 2 * ends) + best


_ROW, _SIDE, _WIDEST = 40, 372, 300
_LIST = 520
"""What the list keeps beside the cards."""
_STATEMENT = 120
"""What a sentence keeps, on several lines: beside the cards all figures stand whole."""
_KINDS = (FormKind.FEEDBACK, FormKind.FOLLOW_UP)


class AnswerBarDelegate(CellDelegate):
    """Paints the bar of the answers, too."""

    def _draw_content(
        self,
        painter: QPainter,
        room: QRectF,
        column: Column[object],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = row_at(index)
        if column.name == "picture" and isinstance(row, QuestionResult):
            if row.scale is not None:
                draw_answers(painter, room, row.counts)
            return
        super()._draw_content(painter, room, column, index)


class FeedbackTab(CourseTab):
    """Sheets of nobody: neither a name nor an order of them is kept anywhere."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("feedback", context)
        self.acts = SittingCommands(context, self, "feedback", _KINDS)
        self.sittings = self.acts.card
        self.states: list[SittingState] = []
        self._closed = False
        self.waiting = WaitingSheetsCard("feedback_waiting")
        self.card = Card("feedback_card")
        self.choice = ComboBox("feedback_choice")
        self.choice.setFixedWidth(_WIDEST)
        self.view = TableView("feedback")
        self.model: ListTableModel[QuestionResult] = ListTableModel(
            "feedback_model", self._columns(), lambda row: row.question.key, self
        )
        self.empty = EmptyState("feedback_empty", "evaluations")
        self.choose = Button("feedback_choose", ButtonKind.PRIMARY, "plus")
        self.empty.add_button(self.choose)
        self.note = TableNote("feedback_few", "info")
        self.closed = FinishedNote("feedback_closed")
        self.anonymous = TableNote("feedback_anonymous", "shield")
        self.sheets = label("second", "feedback_sheets")
        self.results = Button("feedback_results", ButtonKind.PLAIN, "evaluations")
        self.body = PageStack()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[QuestionResult], ...]:
        return (
            Column("place", number_sign, lambda row: str(row.place), 48, right=True, look=TextStyle.QUIET),
            #: Heading: a sentence that participants agree with or not
            Column("statement", lambda: self.tr("Statement"), self._statement),
            Column("n", lambda: self.tr("Answers"), lambda row: str(row.answers), 76, True, TextStyle.QUIET),
            Column("picture", lambda: "", self._spoken, 96),
            Column("median", lambda: self.tr("Median"), self._median, 80, True, TextStyle.STRONG),
            Column("top", lambda: self._end_head(top=True), lambda row: self._end(row, top=True), 72, True),
            Column(
                "bottom", lambda: self._end_head(top=False), lambda row: self._end(row, top=False), 76, True
            ),
        )

    def _lay_out(self) -> None:
        self.card.add_to_head(self.choice)
        self.view.setItemDelegate(AnswerBarDelegate(self.view))
        self.view.show_model(self.model)
        self.view.least_free = _STATEMENT
        self.view.allow_sorting()
        self.view.verticalHeader().setDefaultSectionSize(_ROW)
        self.card.add_row(self.view, 1)
        self.card.add_row(self.empty, 1)
        self.card.add_row(self.note)
        self.card.add_row(self.closed)
        self.card.add_row(self.anonymous)
        self.card.grow()
        both = BesideOrBelow("feedback_both", self.card, _SIDE, _LIST)
        side = both.side
        side.column.addWidget(self.sittings)
        side.column.addWidget(self.waiting)
        side.column.addStretch(1)
        full = QWidget()
        full.setObjectName("feedback_full")
        row = FlowRow(full)
        row.setContentsMargins(WORKSPACE_MARGIN, 12, WORKSPACE_MARGIN, 12)
        row.addWidget(both)
        self.body.setObjectName("feedback_body")
        self.body.addWidget(full)
        self.acts.stack_into(self.body, full)
        self.column.addWidget(self.body)

    def _connect(self) -> None:
        self.acts.changed.connect(self.head_changed)
        self.acts.changed.connect(self.context.undo.refresh)
        self.acts.run_changed.connect(self.context.undo.refresh)
        self.waiting.entered.connect(self._enter)
        self.waiting.discard_requested.connect(self._discard)
        self.waiting.begun_requested.connect(lambda sitting: self.acts.act("unfinished", sitting))
        self.acts.enter_requested.connect(self._enter_all)
        self.choice.currentIndexChanged.connect(lambda _place: self._show_summary())
        self.results.clicked.connect(self._open_results)
        self.choose.clicked.connect(self.sittings.add.click)
        withhold("evaluations/forms/choose_form", self.choose)

    def refresh(self) -> None:
        """Read the sheets anew."""
        if self.acts.open:
            self.acts.refresh()
            return
        self.acts.course = self.course
        self.states = self.context.ask(progress.sitting_states, self.course, _KINDS) or []
        held = self.context.ask(courses.get_course, self.course)
        self._closed = held is not None and held.course.state in FINISHED
        self.closed.show_state(held.course.state if held is not None else CourseState.PLANNED)
        self.card.show_row(self.closed, shown=self._closed)
        self._say_what_is_taken()
        self.acts.show_states(self.states, closed=self._closed)
        waiting = next((state for state in self.states if state.waiting), None)
        self.waiting.show_state(waiting, office=self.context.work.role is Role.OFFICE)
        sheets = self.tr("%n sheet(s)", "", sum(state.keyed - state.unseen for state in self.states))
        self.sheets.setText(sheets)
        self._list_choice()
        self._show_summary()

    def concerns(self, changes: Changes) -> bool:
        """Listen to sheets, forms and to the list of participants."""
        if self.acts.open:
            return self.acts.concerns(changes)
        return changes.touches("feedback_paper", "sitting", "form", "enrolment", "course", "attendance")

    def show_course(self, key: str) -> None:
        """Leave the papers of another course."""
        if key != self.course:
            self.acts.close()
        super().show_course(key)

    def show_place(self, **place: Any) -> None:
        """Open the sheets of a sitting: `sitting`, and `view` as the keying page's mode."""
        self.acts.show_place(**place)

    def take_back(self) -> bool:
        """Undo the last answer of a sheet that is keyed in: no step of the journal holds it."""
        return self.acts.take_back()

    def step_words(self, _label: Label) -> str:
        """Name what undo takes back while sheets are keyed in."""
        return self.acts.page.paper.own_step() if self.acts.open else ""

    def first_focus(self) -> QWidget:
        """Start at what comes next."""
        if self.acts.open:
            return self.acts.page.first_focus()
        first = next((row.next for row in self.sittings.rows if row.isVisibleTo(self)), None)
        return first if first is not None and first.isVisibleTo(self) else self.sittings.add

    def head_buttons(self) -> Sequence[QWidget]:
        """Offer the results, where this program has a page of them."""
        return (self.results,) if not self.acts.open else ()

    def summary(self) -> QWidget | None:
        """Return how many sheets there are; the page on which they are keyed in counts itself."""
        return None if self.acts.open else self.sheets

    def keys(self) -> list[KeyHint]:
        """Return the keys of the page on which sheets are keyed in."""
        return self.acts.page.keys() if self.acts.open else []

    @override
    def retranslate(self) -> None:
        self.card.set_title(self.tr("What the sheets say"))
        #: The feedback form of the course
        self.choice.setAccessibleName(self.tr("Form"))
        self.view.setAccessibleName(self.tr("Answers by question"))
        self.results.setText(self.tr("Results"))
        self.anonymous.words.setText(
            self.tr("Anonymous: kept without a name, without an order, with the day but not the hour.")
        )
        self.note.words.setText(
            self.tr(
                "A question shows its result from {least} answers on: fewer would point at a person."
            ).format(least=MIN_ANSWERS)
        )
        self.empty.set_words(
            self.tr("No feedback form yet"),
            self.tr("Once a form is chosen and sheets are entered, their answers are summed up here."),
        )
        self.choose.setText(self.tr("Choose a form"))
        self.closed.set_closed_words(
            self.tr("The course is closed. Sheets that come late can still be entered.")
        )
        self._say_what_is_taken()

    def _say_what_is_taken(self) -> None:
        """Say what a form is chosen for; once the course is closed nobody is there to fill one in."""
        self.choose.set_kind(ButtonKind.PLAIN if self._closed else ButtonKind.PRIMARY)
        usual = self.tr(
            "Choose the feedback form: its sheets are printed with numbers that point to nobody, "
            "entered with one key for each answer, or filled in on this laptop."
        )
        late = self.tr("If sheets come late, choose the form that they have: then they can be entered here.")
        nothing = late if self._closed else usual
        self.sittings.set_words(self.tr("Sheets"), self.tr("Choose a form"), nothing)

    def _list_choice(self) -> None:
        kept = max(0, self.choice.currentIndex())
        self.choice.blockSignals(True)
        self.choice.clear()
        for state in self.states:
            occasion = occasion_word(state.sitting, state.form.form.kind)
            self.choice.addItem(f"{occasion}: {form_title(state.form, self.context.language.code)}")
        self.choice.setCurrentIndex(min(kept, len(self.states) - 1))
        self.choice.blockSignals(False)
        self.choice.setVisible(len(self.states) > 1)

    def _show_summary(self) -> None:
        place = self.choice.currentIndex()
        state = self.states[place] if 0 <= place < len(self.states) else None
        found = self._summarize(state) if state is not None else None
        self.model.set_rows(found.questions if found is not None else ())
        self.view.horizontalHeader().viewport().update()
        self.card.show_row(self.view, shown=bool(self.states))
        self.card.show_row(self.empty, shown=not self.states)
        hidden = found is not None and any(row.hidden or not row.answers for row in found.questions)
        self.card.show_row(self.note, shown=hidden)

    def _summarize(self, state: SittingState) -> FeedbackResult | None:
        """Sum up the sheets of which results may be made: one that was filled in here waits unseen."""
        found = self.context.ask(feedback.collection, state.sitting.key)
        if found is None:
            return None
        return feedback_result(found.form, state.sitting.occasion, {"": found.shown})

    def _enter(self, sitting: str, few: bool) -> None:
        changes = self.context.do(feedback.enter_papers, self.course, few=few, sitting=sitting)
        if changes is not None:
            self.context.offer_undo(changes)
            self.refresh()

    def _discard(self, sitting: str) -> None:
        if self.context.do(feedback.discard_waiting, self.course, sitting) is not None:
            self.refresh()

    def _enter_all(self, sitting: str) -> None:
        state = next((each for each in self.states if each.sitting.key == sitting), None)
        if state is not None:
            self._enter(sitting, not state.ready)

    def _open_results(self) -> None:
        self.context.go("evaluations", page="results", course=self.course, part="feedback", back="feedback")

    def _statement(self, row: QuestionResult) -> str:
        return row.question.text.best(self.context.language.code)

    def _median(self, row: QuestionResult) -> str:
        if row.scale is None or row.scale.median is None:
            return self._instead(row)
        return wording.plain(int(row.scale.median * 100), self.context.formats)

    def _end_head(self, *, top: bool) -> str:
        asked = [self.model.row(place).question for place in range(self.model.rowCount())]
        return wording.end_of_scales(asked, top=top)

    def _end(self, row: QuestionResult, *, top: bool) -> str:
        share = None if row.scale is None else row.scale.top if top else row.scale.bottom
        return self._instead(row) if share is None else self.context.formats.share(share)

    def _instead(self, row: QuestionResult) -> str:
        """Say why there is no figure: too few answers, or none on a scale."""
        scale = row.question.handler.is_scale
        if scale and row.hidden:
            return self.tr("{least} needed").format(least=MIN_ANSWERS)
        return wording.DASH if scale else ""

    def _spoken(self, row: QuestionResult) -> str:
        return ", ".join(map(str, row.counts)) if row.scale is not None else ""
