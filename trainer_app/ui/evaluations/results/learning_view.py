"""Did they learn? A sentence, the scores before and after, every figure, and the people behind each."""

from fractions import Fraction
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.evaluations.results import FigureLine, ResultText, RowChart, RowPicture, histogram
from trainer_app.domain.base.numbers import WHOLE
from trainer_app.domain.base.texts import SOURCE
from trainer_app.domain.evaluations.feedback import (
    ItemRating,
    PracticalResult,
    RatedPerson,
    Results,
    Scored,
    people_behind,
    step_of,
)
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.papers.course_papers import ChartColours
from trainer_app.ui.evaluations.results.controls import (
    ChartDelegate,
    ResultFormChoice,
    ResultView,
    lower_rows,
)
from trainer_app.ui.kit.language import numbered, shown_name
from trainer_app.ui.style.tokens import CAPTION, CARD_PADDING
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.pages import ScrollPage
from trainer_app.ui.widgets.pdf_view import POINT, ChartView
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_SIDE, _ROW, _CHART = 412, 28, 176
_NAME = 150
"""Room that a name keeps; in a narrow window the picture gives way first."""


class LearningView(ResultView):
    """Choosing a figure at the left shows whom it counts at the right."""

    def __init__(self) -> None:
        super().__init__("results_learning", "results_no_tests")
        self._text = ResultText(SOURCE)
        self._results: Results | None = None
        self.sentence = label("row_title", "results_sentence", wrap=True)
        self.about = label("caption", "results_about_gain", wrap=True)
        self.notes = label("caption", "results_notes", wrap=True)
        self.figures = ListTableModel[FigureLine](
            "results_figures_model", self._figure_columns(), lambda row: row.code, self
        )
        self.figures_table = TableView("results_figures")
        self.chart = ChartView("results_chart", _CHART)
        self.people = ListTableModel[Scored](
            "results_people_model", self._people_columns(), lambda row: row.enrolment, self
        )
        self.people_table = TableView("results_people")
        self.pictures = ChartDelegate(self.people_table, RowChart.GAIN)
        self.answer = Card("results_answer")
        self.scores = Card("results_scores")
        self.behind = Card("results_behind")
        self._lay_out()
        self.figures_table.selectionModel().currentChanged.connect(lambda *_: self._show_people())
        self.retranslate()

    def _lay_out(self) -> None:
        for table in (self.figures_table, self.people_table):
            lower_rows(table, _ROW)
        self.figures_table.show_model(self.figures)
        self.people_table.show_model(self.people)
        self.people_table.allow_sorting()
        self.figures_table.horizontalHeader().hide()
        said = self.answer.add_body()
        said.setContentsMargins(CARD_PADDING - 2, 12, CARD_PADDING, 12)
        said.addWidget(self.sentence)
        self.answer.add_row(self.figures_table)
        small = self.answer.add_body()
        small.setContentsMargins(CARD_PADDING - 2, 10, CARD_PADDING, 12)
        small.addWidget(self.about)
        small.addWidget(self.notes)
        drawing = self.scores.add_body()
        drawing.setContentsMargins(CARD_PADDING - 4, 10, CARD_PADDING - 4, 8)
        drawing.addWidget(self.chart)
        self.people_table.least_free = _NAME
        self.behind.add_row(self.people_table, 1)
        self.behind.grow()
        # Figures and notes together may be higher than a cheap laptop's screen: then they scroll.
        side = ScrollPage("results_side")
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFixedWidth(_SIDE)
        side.column.setContentsMargins(0, 0, 0, 0)
        side.column.addWidget(self.answer)
        side.column.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self.scores)
        right.addWidget(self.behind, 1)
        self.row.addWidget(side)
        self.row.addLayout(right, 1)

    def show_results(self, results: Results, text: ResultText) -> None:
        """Show other results, in a language."""
        self._results, self._text = results, text
        self.body.setCurrentIndex(0 if results.people or results.left_out else 1)
        self.sentence.setText(text.sentence(results))
        notes = text.notes(results)
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
        self.about.setText(text.word("about_gain"))
        kept = max(0, self.figures_table.currentIndex().row())
        lines = text.figures(results)
        self.figures.set_rows(lines)
        self.figures_table.setFixedHeight(len(lines) * _ROW)
        self.figures_table.selectRow(min(kept, len(lines) - 1))
        self.people_table.setColumnHidden(2, len(results.courses) < 2)
        self.chart.set_chart(self._draw, self._spoken())
        self._show_people()

    def first_focus(self) -> QWidget:
        """Start in the figures."""
        return self.figures_table

    @override
    def retranslate(self) -> None:
        self.answer.set_title(self.tr("What was learnt"))
        self.scores.set_title(self.tr("How many scored what"))
        self.figures_table.setAccessibleName(self.tr("Figures of what was learnt"))
        self.people_table.setAccessibleName(self.tr("People counted"))
        self.empty.set_words(
            self.tr("No test yet"),
            self.tr("Enter the papers of a test, or type the points: what was learnt appears here."),
        )

    def _figure_columns(self) -> tuple[Column[FigureLine], ...]:
        return (
            Column("name", lambda: "", lambda row: row.name),
            Column("band", lambda: "", lambda row: row.band, 96, chip=_band_chip),
            Column("value", lambda: "", lambda row: row.value, 84, right=True, look=TextStyle.STRONG),
        )

    def _people_columns(self) -> tuple[Column[Scored], ...]:
        word = self._word
        return (
            Column("number", lambda: word("number"), lambda row: str(row.number), 52, True, TextStyle.QUIET),
            Column("name", lambda: word("name"), lambda row: shown_name(row.name)),
            Column("course", lambda: word("course"), lambda row: row.course, 92),
            self._points("before", "was", Occasion.PRE),
            self._points("after", "became", Occasion.POST),
            Column(
                "change",
                lambda: word("change"),
                lambda row: self._text.change(row.change),
                88,
                True,
                order=lambda row: row.change,
            ),
            Column("gain", lambda: word("own_gain"), self._gain, 64, True, order=_own_gain),
            Column("picture", lambda: "", lambda _row: "", 140, yields=1),
        )

    def _word(self, code: str) -> str:
        return self._text.word(code)

    def _points(self, name: str, head: str, occasion: Occasion) -> Column[Scored]:
        return Column(
            name,
            lambda: self._word(head),
            lambda row: self._text.percent(row.percent(occasion)),
            84,
            True,
            order=lambda row: row.percent(occasion),
        )

    def _gain(self, row: Scored) -> str:
        return self._text.gain(_own_gain(row))

    def _show_people(self) -> None:
        if self._results is None:
            return
        index = self.figures_table.currentIndex()
        line = self.figures.row(index.row()) if index.isValid() else None
        found = people_behind(self._results.people, line.code if line else "matched", self._results.limit)
        self.pictures.set_rows([_picture(person) for person in found])
        self.people.set_rows(found)
        self.people_table.viewport().update()
        count = self.tr("%n participant(s)", "", len(found))
        self.behind.set_title(f"{line.name}: {count}" if line else count)

    def _draw(self, inks: ChartColours, width: float, height: float) -> bytes | None:
        if self._results is None:
            return None
        return histogram(self._results, self._text.language, inks, width, height, CAPTION * POINT)

    def _spoken(self) -> str:
        """Say the chart in words: how many scored how much, before and after."""
        if self._results is None:
            return ""
        said = []
        for found in self._results.occasions:
            bins = ", ".join(
                f"{index * 10}–{index * 10 + 10}: {count}"
                for index, count in enumerate(found.distribution.bins)
                if count
            )
            said.append(f"{self._text.word(f'occasion.{found.occasion.value}')}: {bins}")
        return "; ".join(said)


def _own_gain(row: Scored) -> Fraction | None:
    return row.gain if row.change is not None else None


def _picture(person: Scored) -> RowPicture:
    before, after = person.percent(Occasion.PRE), person.percent(Occasion.POST)
    return RowPicture(None if before is None else before / WHOLE, None if after is None else after / WHOLE)


def _band_chip(row: FigureLine) -> tuple[Tone, str, str] | None:
    return (Tone.QUIET, row.band, "") if row.band else None


_PRACTICAL_VIEW_ROW, _QUESTION, _PRACTICAL_VIEW_SIDE = 32, 42, 372


class PracticalView(ResultView):
    """People at the left, items at the right; choosing a person shows their own ticks in the items."""

    def __init__(self) -> None:
        super().__init__("results_practical", "results_no_ratings")
        self._text = ResultText(SOURCE)
        self._found: tuple[PracticalResult, ...] = ()
        self.choice = ResultFormChoice("results_practical_form")
        self.people = ListTableModel[RatedPerson](
            "results_rated_model", self._people_columns(), lambda row: row.rating.enrolment, self
        )
        self.people_table = TableView("results_rated")
        self.items = ListTableModel[ItemRating](
            "results_ratings_model", self._item_columns(), lambda row: row.question.key, self
        )
        self.items_table = TableView("results_ratings")
        self.pictures = ChartDelegate(self.items_table, RowChart.SCALE)
        self.people_card = Card("results_rated_card")
        self.items_card = Card("results_ratings_card")
        self._lay_out()
        self.choice.chosen.connect(self._show_form)
        self.people_table.selectionModel().currentChanged.connect(lambda *_: self._show_person())
        self.retranslate()

    def _lay_out(self) -> None:
        lower_rows(self.people_table, _PRACTICAL_VIEW_ROW)
        lower_rows(self.items_table, _QUESTION)
        self.people_table.show_model(self.people)
        self.items_table.show_model(self.items)
        for table in (self.people_table, self.items_table):
            table.allow_sorting()
        self.people_card.setFixedWidth(_PRACTICAL_VIEW_SIDE)
        self.people_card.add_row(self.people_table, 1)
        self.people_card.grow()
        self.items_card.add_to_head(self.choice)
        self.items_card.add_row(self.items_table, 1)
        self.items_card.grow()
        self.row.addWidget(self.people_card)
        self.row.addWidget(self.items_card, 1)

    def show_results(self, results: Results, text: ResultText) -> None:
        """Show other results, in a language."""
        self._text, self._found = text, results.practical
        self.choice.set_forms(results.practical, text)
        self.body.setCurrentIndex(0 if results.practical else 1)
        self.people_table.setColumnHidden(2, len(results.courses) < 2)
        self._show_form()

    def first_focus(self) -> QWidget:
        """Start in the people."""
        return self.people_table

    @override
    def retranslate(self) -> None:
        self.people_card.set_title(self.tr("Participants"))
        self.people_table.setAccessibleName(self.tr("Participants with their ratings"))
        self.items_table.setAccessibleName(self.tr("Items of the rating sheet"))
        self.choice.setAccessibleName(self.tr("Rating sheet and version"))
        self.empty.set_words(
            self.tr("No practical ratings yet"),
            self.tr("Choose a rating sheet for the course, then enter one sheet for each participant."),
        )

    def _people_columns(self) -> tuple[Column[RatedPerson], ...]:
        word = self._word
        return (
            Column(
                "number",
                lambda: word("number"),
                lambda row: str(row.rating.number),
                56,
                True,
                TextStyle.QUIET,
            ),
            Column("name", lambda: word("name"), lambda row: row.rating.name),
            Column("course", lambda: word("course"), lambda row: row.rating.course, 92),
            Column("steps", lambda: word("steps"), _steps, 80, True),
            Column(
                "mean",
                lambda: word("mean"),
                lambda row: self._text.step(row.mean, 2),
                84,
                True,
                TextStyle.STRONG,
                order=lambda row: row.mean,
            ),
        )

    def _item_columns(self) -> tuple[Column[ItemRating], ...]:
        word = self._word
        return (
            Column("number", lambda: word("number"), lambda row: str(row.place), 52, True, TextStyle.QUIET),
            Column(
                "question",
                lambda: word("question"),
                lambda row: self._text.question(row.question),
                look=TextStyle.WRAPPED,
            ),
            Column("own", self._own_head, self._own, 92),
            Column("rated", lambda: word("rated"), lambda row: str(row.rated), 88, True),
            Column("picture", lambda: "", lambda row: ", ".join(map(str, row.counts)), 104),
            self._middle("median", TextStyle.NORMAL, 1),
            self._middle("mean", TextStyle.STRONG, 2),
        )

    def _word(self, code: str) -> str:
        return self._text.word(code)

    def _middle(self, name: str, look: TextStyle, places: int) -> Column[ItemRating]:
        def value(row: ItemRating) -> Fraction | None:
            return getattr(row.scale or row.numbers, name, None)

        return Column(
            name,
            lambda: self._word(name),
            lambda row: self._text.step(value(row), places),
            84,
            True,
            look,
            order=value,
        )

    def _person(self) -> RatedPerson | None:
        index = self.people_table.currentIndex()
        return self.people.row(index.row()) if index.isValid() else None

    def _own_head(self) -> str:
        person = self._person()
        return numbered(person.rating.number) if person else ""

    def _own(self, row: ItemRating) -> str:
        """Return what the chosen participant got for an item."""
        person = self._person()
        if person is None:
            return ""
        if row.question.handler.is_scale:
            step = step_of(row.question, person.rating)
            return "–" if step is None else f"{step} / {len(row.question.options)}"
        return person.rating.answers.get(row.question.key, "") or "–"

    def _show_form(self) -> None:
        place = self.choice.currentIndex()
        found = self._found[place] if 0 <= place < len(self._found) else None
        self.people.set_rows(found.people if found else ())
        items = found.items if found else ()
        self.pictures.set_rows([RowPicture(counts=item.scale.counts if item.scale else ()) for item in items])
        self.items.set_rows(items)
        if found is not None:
            self.items_card.set_title(
                self._text.word("practical")
                if len(self._found) > 1
                else self._text.title(found.form, found.occasion)
            )
            self.people_table.selectRow(max(0, self.people_table.currentIndex().row()))
        self._show_person()

    def _show_person(self) -> None:
        self.items.retranslate()
        self.items_table.viewport().update()


def _steps(row: RatedPerson) -> str:
    return f"{row.steps}\u00a0/\u00a0{row.most}" if row.rated else "–"
