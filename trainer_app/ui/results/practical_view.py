"""Practical ratings: everybody with the mean of their sheet, and every item with all ticks."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions.result_papers import RowChart, RowPicture
from trainer_app.actions.result_text import ResultText
from trainer_app.domain.practical_results import ItemRating, PracticalResult, RatedPerson, step_of
from trainer_app.domain.questions import QuestionKind
from trainer_app.domain.results import Results
from trainer_app.ui.results.form_choice import FormChoice
from trainer_app.ui.results.pictures import PictureCells, lower_rows
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.empty import EmptyState
from trainer_app.ui.widgets.models import Column, Look, RowsModel
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.table import TableView

_ROW, _QUESTION, _SIDE = 32, 42, 372


class PracticalView(Retranslated, QWidget):
    """People at the left, items at the right; choosing a person shows their own ticks in the items."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("results_practical")
        self._text = ResultText("en")
        self._found: tuple[PracticalResult, ...] = ()
        self.choice = FormChoice("results_practical_form")
        self.people = RowsModel[RatedPerson](
            "results_rated_model", self._people_columns(), lambda row: row.rating.enrolment, self
        )
        self.people_table = TableView("results_rated")
        self.items = RowsModel[ItemRating](
            "results_ratings_model", self._item_columns(), lambda row: row.question.key, self
        )
        self.items_table = TableView("results_ratings")
        self.pictures = PictureCells(self.items_table, RowChart.SCALE)
        self.people_card = Card("results_rated_card")
        self.items_card = Card("results_ratings_card")
        self.empty = EmptyState("results_no_ratings", "evaluations")
        self.body = QStackedWidget()
        self._lay_out()
        self.choice.chosen.connect(self._show_form)
        self.people_table.selectionModel().currentChanged.connect(lambda *_: self._show_person())
        self.retranslate()

    def _lay_out(self) -> None:
        lower_rows(self.people_table, _ROW)
        lower_rows(self.items_table, _QUESTION)
        self.people_table.show_model(self.people)
        self.items_table.show_model(self.items)
        self.people_card.setFixedWidth(_SIDE)
        self.people_card.add_row(self.people_table, 1)
        self.people_card.grow()
        self.items_card.add_to_head(self.choice)
        self.items_card.add_row(self.items_table, 1)
        self.items_card.grow()
        full = QWidget()
        full.setObjectName("results_practical_full")
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.people_card)
        row.addWidget(self.items_card, 1)
        self.body.setObjectName("results_practical_body")
        self.body.addWidget(full)
        self.body.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.body)

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

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.people_card.set_title(self.tr("Participants"))
        self.people_table.setAccessibleName(self.tr("Participants with their ratings"))
        self.items_table.setAccessibleName(self.tr("Items of the rating sheet"))
        self.choice.setAccessibleName(self.tr("Rating sheet and version"))
        self.empty.set_words(
            self.tr("No practical ratings yet"),
            self.tr("Choose a rating sheet for the course, then key in one sheet for each participant."),
        )

    def _people_columns(self) -> tuple[Column[RatedPerson], ...]:
        word = self._word
        return (
            Column(
                "number", lambda: word("number"), lambda row: str(row.rating.number), 56, True, Look.QUIET
            ),
            Column("name", lambda: word("name"), lambda row: row.rating.name),
            Column("course", lambda: word("course"), lambda row: row.rating.course, 92),
            Column("steps", lambda: word("steps"), _steps, 80, True),
            Column(
                "mean", lambda: word("mean"), lambda row: self._text.step(row.mean, 2), 84, True, Look.STRONG
            ),
        )

    def _item_columns(self) -> tuple[Column[ItemRating], ...]:
        word = self._word
        return (
            Column("number", lambda: word("number"), lambda row: str(row.place), 52, True, Look.QUIET),
            Column(
                "question",
                lambda: word("question"),
                lambda row: self._text.question(row.question),
                look=Look.WRAPPED,
            ),
            Column("own", self._own_head, self._own, 92),
            Column("rated", lambda: word("rated"), lambda row: str(row.rated), 88, True),
            Column("picture", lambda: "", lambda row: ", ".join(map(str, row.counts)), 104),
            Column("median", lambda: word("median"), self._median, 84, True),
            Column("mean", lambda: word("mean"), self._mean, 84, True, Look.STRONG),
        )

    def _word(self, code: str) -> str:
        return self._text.word(code)

    def _median(self, row: ItemRating) -> str:
        return self._text.step(row.scale.median if row.scale else row.numbers.median if row.numbers else None)

    def _mean(self, row: ItemRating) -> str:
        return self._text.step(row.scale.mean if row.scale else row.numbers.mean if row.numbers else None, 2)

    def _person(self) -> RatedPerson | None:
        index = self.people_table.currentIndex()
        return self.people.row(index.row()) if index.isValid() else None

    def _own_head(self) -> str:
        person = self._person()
        return f"№ {person.rating.number}" if person else ""

    def _own(self, row: ItemRating) -> str:
        """Return what the chosen participant got for an item."""
        person = self._person()
        if person is None:
            return ""
        if row.question.kind is QuestionKind.LIKERT:
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
    return f"{row.steps} / {row.most}" if row.rated else "–"
