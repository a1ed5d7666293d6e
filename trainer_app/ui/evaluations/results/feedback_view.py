"""What anonymous sheets say: scales as bars, choices, numbers, open answers; never who, in no order."""

from collections.abc import Sequence
from fractions import Fraction
from typing import override

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.evaluations.results import ResultText, RowChart, RowPicture
from trainer_app.domain.base.numbers import WHOLE
from trainer_app.domain.base.texts import SOURCE
from trainer_app.domain.evaluations.feedback import FeedbackResult, QuestionResult, Results
from trainer_app.ui.evaluations import wording
from trainer_app.ui.evaluations.results.controls import (
    ChartDelegate,
    ResultFormChoice,
    ResultView,
    lower_rows,
)
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.labels import label, rule
from trainer_app.ui.widgets.pages import ScrollPage
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_HEIGHT = 360


class OpenAnswersList(ScrollPage):
    """A list of texts that scrolls, by keys too."""

    def __init__(self) -> None:
        super().__init__("results_open")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addStretch(1)
        self.texts: tuple[str, ...] = ()
        self._shown: list[QWidget] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(120)
        self.setMaximumHeight(_HEIGHT)

    def set_answers(self, texts: Sequence[str]) -> None:
        """Show other answers."""
        if tuple(texts) == self.texts:
            return
        self.texts = tuple(texts)
        for widget in self._shown:
            self.column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        for number, text in enumerate(self.texts, 1):
            holder = QWidget()
            holder.setObjectName(f"results_open_{number}")
            inner = QVBoxLayout(holder)
            inner.setContentsMargins(CARD_PADDING - 2, 10, CARD_PADDING, 10)
            inner.addWidget(label("body", f"results_open_words_{number}", text, wrap=True))
            line = rule(f"results_open_rule_{number}")
            for widget in (holder, line):
                self.column.insertWidget(len(self._shown), widget)
                self._shown.append(widget)


_ROW, _QUESTION, _SIDE = 32, 42, 372
_STATEMENT = 112
"""Pixels that a question keeps, on several lines: beside its answers all figures stand whole."""
_ANSWER = 128
"""Pixels that the words of an answer keep beside the bar that shows how many gave it."""


class AnswerCount(Struct, frozen=True):
    """One option or step with how often it was chosen."""

    place: int
    words: str
    count: int
    share: Fraction


class CourseAnswers(Struct, frozen=True):
    """The same question in one course."""

    code: str
    found: QuestionResult


class FeedbackView(ResultView):
    """The questions at the left; the chosen one at the right, with its answers."""

    def __init__(self) -> None:
        super().__init__("results_feedback", "results_no_feedback")
        self._text = ResultText(SOURCE)
        self._found: tuple[FeedbackResult, ...] = ()
        self.choice = ResultFormChoice("results_feedback_form")
        self.model = ListTableModel[QuestionResult](
            "results_questions_model", self._columns(), lambda row: row.question.key, self
        )
        self.table = TableView("results_questions")
        self.table.least_free = _STATEMENT
        self.pictures = ChartDelegate(self.table, RowChart.SCALE)
        self.about = label("caption", "results_feedback_about", wrap=True)
        self.card = Card("results_questions_card")
        self.detail = Card("results_question")
        self.question = label("body_strong", "results_question_words", wrap=True)
        self.note = label("caption", "results_question_note", wrap=True)
        self.answers = ListTableModel[AnswerCount](
            "results_answers_model", self._answer_columns(), lambda row: str(row.place), self
        )
        self.answers_table = TableView("results_answers")
        self.answers_table.least_free = _ANSWER
        self.bars = ChartDelegate(self.answers_table, RowChart.SHARE)
        self.parts = ListTableModel[CourseAnswers](
            "results_parts_model", self._part_columns(), lambda row: row.code, self
        )
        self.parts_table = TableView("results_parts")
        self.open = OpenAnswersList()
        self._lay_out()
        self.choice.chosen.connect(self._show_form)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_question())
        self.retranslate()

    def _lay_out(self) -> None:
        for table in (self.table, self.answers_table):
            lower_rows(table, _QUESTION)
        lower_rows(self.parts_table, _ROW)
        self.table.show_model(self.model)
        self.answers_table.show_model(self.answers)
        self.parts_table.show_model(self.parts)
        for sorted_table in (self.table, self.parts_table):
            sorted_table.allow_sorting()
        self.card.add_to_head(self.choice)
        self.card.add_row(self.table, 1)
        foot = self.card.add_body()
        foot.setContentsMargins(CARD_PADDING - 2, 10, CARD_PADDING, 12)
        foot.addWidget(self.about)
        self.card.grow()
        told = self.detail.add_body()
        told.setContentsMargins(CARD_PADDING - 2, 14, CARD_PADDING, 14)
        told.addWidget(self.question)
        told.addWidget(self.note)
        self.detail.add_row(self.answers_table)
        self.detail.add_row(self.parts_table)
        self.detail.add_row(self.open, 1)
        self.detail.setFixedWidth(_SIDE)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.detail)
        side.addStretch(1)
        self.row.addWidget(self.card, 1)
        self.row.addLayout(side)

    def show_results(self, results: Results, text: ResultText) -> None:
        """Show other results, in a language."""
        self._text, self._found = text, results.feedback
        self.choice.set_forms(results.feedback, text)
        self.body.setCurrentIndex(0 if results.feedback else 1)
        self._show_form()

    def first_focus(self) -> QWidget:
        """Start in the questions."""
        return self.table

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Questions of the feedback"))
        self.answers_table.setAccessibleName(self.tr("How often each answer was given"))
        self.parts_table.setAccessibleName(self.tr("The same question course by course"))
        self.open.setAccessibleName(self.tr("Open answers"))
        self.choice.setAccessibleName(self.tr("Form, version and occasion"))
        self.empty.set_words(
            self.tr("No feedback yet"),
            self.tr("Needed: a feedback form of the course and five sheets; fewer would point at a person."),
        )

    def _columns(self) -> tuple[Column[QuestionResult], ...]:
        word = self._word
        return (
            Column("number", lambda: word("number"), lambda row: str(row.place), 44, True, TextStyle.QUIET),
            Column(
                "question",
                lambda: word("question"),
                lambda row: self._text.question(row.question),
                look=TextStyle.WRAPPED,
            ),
            Column(
                "answers",
                lambda: word("answers"),
                lambda row: str(row.answers),
                84,
                True,
                TextStyle.QUIET,
                yields=2,
            ),
            Column("picture", lambda: "", lambda row: ", ".join(map(str, row.counts)), 104, yields=1),
            Column("median", lambda: word("median"), self._median, 80, True, TextStyle.STRONG),
            Column("top", lambda: self._end(top=True), self._top, 72, True, order=_top),
            Column(
                "bottom",
                lambda: self._end(top=False),
                self._bottom,
                72,
                True,
                order=lambda row: row.scale.bottom if row.scale else None,
            ),
        )

    def _answer_columns(self) -> tuple[Column[AnswerCount], ...]:
        return (
            Column("words", lambda: self._text.word("option"), lambda row: row.words, look=TextStyle.WRAPPED),
            Column("count", lambda: self._text.word("answers"), lambda row: str(row.count), 76, True),
            Column(
                "share",
                lambda: self._text.word("share"),
                lambda row: self._text.percent(row.share * WHOLE),
                66,
                True,
            ),
            Column("picture", lambda: "", lambda _row: "", 72),
        )

    def _part_columns(self) -> tuple[Column[CourseAnswers], ...]:
        return (
            Column("course", lambda: self._text.word("course"), lambda row: row.code),
            Column(
                "answers", lambda: self._text.word("answers"), lambda row: str(row.found.answers), 84, True
            ),
            Column(
                "median", lambda: self._text.word("median"), lambda row: self._median(row.found), 84, True
            ),
            Column(
                "top",
                lambda: self._text.word("top"),
                lambda row: self._top(row.found),
                104,
                True,
                order=lambda row: _top(row.found),
            ),
        )

    def _end(self, *, top: bool) -> str:
        form = self._form()
        asked = [row.question for row in form.questions] if form is not None else []
        return wording.end_of_scales(asked, top=top)

    def _word(self, code: str) -> str:
        return self._text.word(code)

    def _median(self, row: QuestionResult) -> str:
        if row.hidden:
            return self.tr("hidden")
        if row.numbers is not None:
            return self._text.step(row.numbers.median)
        return self._text.step(row.scale.median) if row.scale else ""

    def _top(self, row: QuestionResult) -> str:
        return self._text.percent(row.scale.top) if row.scale else ""

    def _bottom(self, row: QuestionResult) -> str:
        return self._text.percent(row.scale.bottom) if row.scale else ""

    def _form(self) -> FeedbackResult | None:
        place = self.choice.currentIndex()
        return self._found[place] if 0 <= place < len(self._found) else None

    def _show_form(self) -> None:
        found = self._form()
        rows = found.questions if found else ()
        kept = max(0, self.table.currentIndex().row())
        scales = [row.counts if row.question.handler.is_scale else () for row in rows]
        self.pictures.set_rows([RowPicture(counts=counts) for counts in scales])
        self.model.set_rows(rows)
        self.table.horizontalHeader().viewport().update()
        self.table.selectRow(min(kept, len(rows) - 1))
        self.table.viewport().update()
        if found is not None:
            title = self._text.title(found.form, found.occasion)
            self.card.set_title(self._text.word("feedback") if len(self._found) > 1 else title)
            anonymous = self._text.word("anonymous", count=str(found.papers))
            hint = self.tr(
                "Questions with fewer than five answers, and sums that would tell them, stay hidden."
            )
            self.about.setText(f"{anonymous} {hint}")
        self._show_question()

    def _show_question(self) -> None:
        index = self.table.currentIndex()
        self.detail.setVisible(index.isValid())
        if not index.isValid():
            return
        row = self.model.row(index.row())
        self.detail.set_title(self.tr("Question {number}").format(number=row.place))
        self.question.setText(row.question.text.best(self._text.language))
        notes = [note for note in (self._text.hidden(row), self._numbers(row), self._blank(row)) if note]
        self.note.setText("\n".join(notes))
        self.note.setVisible(bool(notes))
        answered = self._answered(row)
        self.bars.set_rows([RowPicture(after=each.share) for each in answered])
        self.answers.set_rows(answered)
        self.answers_table.setFixedHeight(_ROW + _QUESTION * len(answered))
        self.detail.show_row(self.answers_table, shown=bool(answered))
        self._show_parts(row)
        self.open.set_answers(row.texts)
        self.detail.show_row(self.open, shown=bool(row.texts))

    def _show_parts(self, row: QuestionResult) -> None:
        """Show a scale course by course, where courses are added up."""
        found = self._form()
        parts = []
        if found is not None and row.question.handler.is_scale:
            parts = [CourseAnswers(code, part.questions[row.place - 1]) for code, part in found.parts]
        self.parts.set_rows(parts)
        self.parts_table.setFixedHeight(_ROW * (min(len(parts), 8) + 1))
        self.detail.show_row(self.parts_table, shown=bool(parts))

    def _answered(self, row: QuestionResult) -> list[AnswerCount]:
        if not row.answers:
            return []
        return [
            AnswerCount(number, self._option(row, number), count, Fraction(count, row.answers))
            for number, count in enumerate(row.counts, 1)
        ]

    def _option(self, row: QuestionResult, place: int) -> str:
        text = row.question.options[place - 1].text.best(self._text.language)
        return text if text == str(place) else f"{place}  {text}"

    def _numbers(self, row: QuestionResult) -> str:
        if row.numbers is None:
            return ""
        pairs = [(code, getattr(row.numbers, code)) for code in ("mean", "median", "lowest", "highest")]
        return " · ".join(f"{self._text.word(code)} {self._text.step(value, 2)}" for code, value in pairs)

    def _blank(self, row: QuestionResult) -> str:
        mean = row.scale.mean if row.scale else None
        parts = [f"{self._text.word('mean')} {self._text.step(mean, 2)}"] if mean is not None else []
        if row.blank:
            parts.append(f"{self._text.word('blank')}: {row.blank}")
        return " · ".join(parts)


def _top(row: QuestionResult) -> Fraction | None:
    return row.scale.top if row.scale else None
