"""Questions of a test: how hard before and after, how well they tell, who chose what."""

from fractions import Fraction
from typing import override

from msgspec import Struct
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.evaluations.results import ResultText, RowChart, RowPicture
from trainer_app.domain.base.numbers import WHOLE
from trainer_app.domain.base.texts import SOURCE
from trainer_app.domain.evaluations.feedback import OccasionResult, Results, TestResult, looked_at
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.evaluations.questions import LETTERS
from trainer_app.domain.evaluations.statistics import ItemFlag, ItemResult
from trainer_app.ui.evaluations.results.controls import ChartDelegate, ResultView, lower_rows
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Tick
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.pickers import ComboBox
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_SIDE, _ROW = 372, 42
_QUESTION_ROOM, _OPTION_ROOM = 170, 150
"""Room that a question keeps on its two lines; in a narrow window r gives way, then the picture."""
_STATISTICS = ("d", "r")
"""Columns for whoever makes tests; a trainer reads how many had it right, and what to look at."""


class ItemTable(TableView):
    """The items; the columns of statistics are there only while they are asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._statistics = False

    def show_statistics(self, *, shown: bool) -> None:
        """Show or hide the columns of statistics."""
        self._statistics = shown
        self._hide(hidden=not shown)
        self._make_room()

    def _make_room(self) -> None:
        super()._make_room()
        if not self._statistics:
            self._hide(hidden=True)

    def _hide(self, *, hidden: bool) -> None:
        model = self.model()
        columns = model.columns if isinstance(model, ListTableModel) else ()
        for place, column in enumerate(columns):
            if column.name in _STATISTICS:
                self.setColumnHidden(place, hidden)


class ItemDifficulty(Struct, frozen=True):
    """One item with its difficulty before and after, as far as each is known."""

    item: ItemResult
    before: Fraction | None
    after: Fraction | None
    earlier: ItemResult | None = None


class OptionCounts(Struct, frozen=True):
    """One option, or what is none: blanks, two ticks. Counts before and after."""

    key: str
    words: str
    before: int | None
    after: int | None
    right: bool = False


class ItemsView(ResultView):
    """The table of items; the chosen one is told in full at the right."""

    def __init__(self) -> None:
        super().__init__("results_items", "results_no_items")
        self._text = ResultText(SOURCE)
        self._tests: list[TestResult] = []
        self.choice = ComboBox("results_test")
        self.model = ListTableModel[ItemDifficulty](
            "results_items_model", self._columns(), lambda row: row.item.question.key, self
        )
        self.table = ItemTable("results_items_table")
        self.table.least_free = _QUESTION_ROOM
        self.pictures = ChartDelegate(self.table, RowChart.ITEM)
        self.reliability = label("caption", "results_reliability", wrap=True)
        self.about = label("caption", "results_about_items", wrap=True)
        self.statistics = Tick("results_statistics")
        self.statistics.toggled.connect(self._show_statistics)
        self.card = Card("results_items_card")
        self.detail = Card("results_item")
        self.question = label("body_strong", "results_item_question", wrap=True)
        self.remark = label("body", "results_item_remark", wrap=True)
        self.options = ListTableModel[OptionCounts](
            "results_options_model", self._option_columns(), lambda row: row.key, self
        )
        self.options_table = TableView("results_options")
        self.options_table.least_free = _OPTION_ROOM
        self._lay_out()
        self.choice.currentIndexChanged.connect(lambda _place: self._show_test())
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_item())
        self.retranslate()
        self._show_statistics()

    def _lay_out(self) -> None:
        for table in (self.table, self.options_table):
            lower_rows(table, _ROW)
        self.table.show_model(self.model)
        self.table.allow_sorting()
        self.options_table.show_model(self.options)
        self.choice.setMinimumWidth(260)
        self.card.add_to_head(self.choice)
        self.card.add_to_head(self.statistics)
        self.card.add_row(self.table, 1)
        foot = self.card.add_body()
        foot.setContentsMargins(CARD_PADDING - 2, 10, CARD_PADDING, 12)
        foot.setSpacing(6)
        foot.addWidget(self.reliability)
        foot.addWidget(self.about)
        self.card.grow()
        told = self.detail.add_body()
        told.setContentsMargins(CARD_PADDING - 2, 14, CARD_PADDING, 14)
        told.addWidget(self.question)
        told.addWidget(self.remark)
        self.detail.add_row(self.options_table)
        side = QWidget()
        side.setObjectName("results_item_side")
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.detail)
        column.addStretch(1)
        self.row.addWidget(self.card, 1)
        self.row.addWidget(side)

    def show_results(self, results: Results, text: ResultText) -> None:
        """Show other results, in a language; the test that was chosen stays, if it is there."""
        self._text = text
        kept = self.choice.currentData()
        self._tests = [
            test for test in results.tests if test.form is not None and looked_at(test) is not None
        ]
        self.choice.blockSignals(True)
        self.choice.clear()
        for test in self._tests:
            if test.form is not None:
                self.choice.addItem(text.title(test.form.form), test.form.form.key)
        self.choice.setCurrentIndex(max(0, self.choice.findData(kept)))
        self.choice.blockSignals(False)
        self.choice.setVisible(len(self._tests) > 1)
        self.body.setCurrentIndex(0 if self._tests else 1)
        self._show_test()

    def _show_statistics(self) -> None:
        """Show what only whoever makes tests asks for, or how many had it right alone."""
        shown = self.statistics.isChecked()
        self.table.show_statistics(shown=shown)
        self.model.retranslate()
        foot = self.about.parentWidget()
        if foot is not None:
            self.card.show_row(foot, shown=shown)

    def first_focus(self) -> QWidget:
        """Start in the items."""
        return self.table

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Questions of the test"))
        self.options_table.setAccessibleName(self.tr("Who chose what"))
        self.choice.setAccessibleName(self.tr("Test and version"))
        self.statistics.setText(self.tr("Statistics"))
        self.statistics.setAccessibleDescription(
            self.tr("How well each question tells those who know more, and how reliable the test is")
        )
        self.statistics.setToolTip(self.statistics.accessibleDescription())
        self.empty.set_words(
            self.tr("No answers entered yet"),
            self.tr(
                "Where only the points of a test are typed in, nothing can be said about its questions. "
                "Enter the answers of the papers."
            ),
        )

    def _columns(self) -> tuple[Column[ItemDifficulty], ...]:
        text = self._said
        return (
            Column("number", lambda: text().word("number"), _place, 52, True, TextStyle.QUIET),
            Column(
                "question",
                lambda: text().word("question"),
                lambda row: text().question(row.item.question),
                look=TextStyle.WRAPPED,
            ),
            Column(
                "before",
                self._before_head,
                lambda row: self._difficulty(row.before),
                92,
                True,
                order=lambda row: row.before,
            ),
            Column(
                "after",
                self._after_head,
                lambda row: self._difficulty(row.after),
                96,
                True,
                TextStyle.STRONG,
                order=lambda row: row.after,
            ),
            Column("picture", lambda: "", lambda _row: "", 96, yields=2),
            Column(
                "d",
                lambda: "D",
                lambda row: text().discrimination(row.item.discrimination),
                58,
                True,
                order=lambda row: row.item.discrimination,
            ),
            Column(
                "r",
                lambda: "r",
                lambda row: text().correlation(row.item),
                64,
                True,
                yields=1,
                order=lambda row: row.item.correlation_square,
            ),
            Column("look", lambda: text().word("remark"), self._flags, 176, chip=self._flag_chip),
        )

    def _option_columns(self) -> tuple[Column[OptionCounts], ...]:
        return (
            Column("words", lambda: self._text.word("option"), lambda row: row.words, look=TextStyle.WRAPPED),
            Column("right", lambda: "", self._right, 56, chip=self._right_chip),
            Column("before", lambda: self._text.word("was"), lambda row: _count(row.before), 74, True),
            Column("after", lambda: self._text.word("became"), lambda row: _count(row.after), 66, True),
        )

    def _said(self) -> ResultText:
        return self._text

    def _before_head(self) -> str:
        return self._text.word("p_before" if self.statistics.isChecked() else "right_before")

    def _after_head(self) -> str:
        return self._text.word("p_after" if self.statistics.isChecked() else "right_after")

    def _difficulty(self, share: Fraction | None) -> str:
        """Say which share had it right: as p, or as anybody reads it."""
        if self.statistics.isChecked():
            return self._text.difficulty(share)
        return self._text.percent(None if share is None else share * WHOLE)

    def _flags(self, row: ItemDifficulty) -> str:
        return ", ".join(self._text.flag(flag) for flag in row.item.flags)

    def _flag_chip(self, row: ItemDifficulty) -> tuple[Tone, str, str] | None:
        """Show the gravest flag as a chip: a key to be checked comes before everything."""
        flags = row.item.flags
        if not flags:
            return None
        tone = Tone.DUE if ItemFlag.CHECK_KEY in flags else Tone.QUIET
        return tone, self._text.flag(flags[-1]), ""

    def _right(self, row: OptionCounts) -> str:
        return self._text.word("right") if row.right else ""

    def _right_chip(self, row: OptionCounts) -> tuple[Tone, str, str] | None:
        return (Tone.GOOD, "", "check") if row.right else None

    def _test(self) -> TestResult | None:
        place = self.choice.currentIndex()
        return self._tests[place] if 0 <= place < len(self._tests) else None

    def _show_test(self) -> None:
        test = self._test()
        last = looked_at(test) if test is not None else None
        if test is None or test.form is None or last is None or last.items is None:
            self.model.set_rows([])
            return
        rows = _rows(test, last)
        kept = max(0, self.table.currentIndex().row())
        self.pictures.set_rows([RowPicture(row.before, row.after) for row in rows])
        self.model.set_rows(rows)
        self.table.selectRow(min(kept, len(rows) - 1))
        self.table.viewport().update()
        title = self._text.title(test.form.form)
        self.card.set_title(self._text.word("items") if len(self._tests) > 1 else title)
        self.reliability.setText(
            "\n".join(
                self._text.reliability(each.items.reliability, each.occasion)
                for each in test.occasions
                if each.items is not None
            )
        )
        when = self._text.word(f"occasion.{last.occasion.value}")
        self.about.setText(self._text.word("about_items", when=when[:1].lower() + when[1:]))
        self._show_item()

    def _show_item(self) -> None:
        index = self.table.currentIndex()
        self.detail.setVisible(index.isValid())
        if not index.isValid():
            return
        row = self.model.row(index.row())
        self.detail.set_title(self.tr("Question {number}").format(number=row.item.place))
        self.question.setText(row.item.question.text.best(self._text.language))
        self.remark.setText("\n".join(self._sentence(flag) for flag in row.item.flags))
        self.remark.setVisible(bool(row.item.flags))
        options = self._options(row)
        self.options.set_rows(options)
        self.detail.show_row(self.options_table, shown=bool(options))
        self.options_table.fit_to_rows(len(options))

    def _sentence(self, flag: ItemFlag) -> str:
        return {
            ItemFlag.HARD: self.tr("Hard: fewer than three in ten had it right."),
            ItemFlag.EASY: self.tr("Easy: more than nine in ten had it right."),
            ItemFlag.WEAK: self.tr("It hardly tells those who know more from those who know less."),
            ItemFlag.CHECK_KEY: self.tr(
                "Check the key: those who know more had it wrong more often than those who know less."
            ),
        }[flag]

    def _options(self, row: ItemDifficulty) -> list[OptionCounts]:
        later = row.item if row.after is not None else None
        pair = (row.earlier, later)
        rows = []
        for number, option in enumerate(row.item.question.options, 1):
            words = f"{LETTERS[number - 1]}  {option.text.best(self._text.language)}"
            before, after = (None if each is None else each.choices[number - 1] for each in pair)
            right = number in row.item.question.right_options
            rows.append(OptionCounts(str(number), words, before, after, right))
        for code in ("several", "blank"):
            before, after = (None if each is None else int(getattr(each, code)) for each in pair)
            if before or after:
                rows.append(OptionCounts(code, self._text.word(code), before, after))
        return rows


def _rows(test: TestResult, last: OccasionResult) -> list[ItemDifficulty]:
    first = test.on(Occasion.PRE)
    earlier = {each.place: each for each in first.items.items} if first and first.items else {}
    rows = []
    for item in last.items.items if last.items else ():
        before = earlier.get(item.place)
        after = None if last.occasion is Occasion.PRE else item.difficulty
        rows.append(ItemDifficulty(item, before.difficulty if before else None, after, before))
    return rows


def _place(row: ItemDifficulty) -> str:
    return str(row.item.place)


def _count(count: int | None) -> str:
    return "–" if count is None else str(count)
