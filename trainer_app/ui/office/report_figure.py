"""A figure of a report with its parts, and the rows behind it or, where room is short, the way to them."""

from collections.abc import Callable
from typing import override

from msgspec import Struct
from PySide6.QtCore import QEvent, QPoint, QSize, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions.office.drilldown import Drilldown
from trainer_app.domain.office.counting import overlapping, split_in
from trainer_app.domain.office.reports import Figure, Report
from trainer_app.domain.people.persons import Sex
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import window_language
from trainer_app.ui.office.report_choices import ListMenu
from trainer_app.ui.office.report_rows import FigureRows
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pages import FEWEST_ROWS
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_PARTS, _FEW_PARTS, _ABOUT = 6, FEWEST_ROWS, 300
_ROWS, _FEW_ROWS, _SCROLLED_ROWS = 4, 2, 6
"""Parts and rows in sight: with room, and where what is said of a figure takes it; one part is the total.

On a page that scrolls there are more rows: it scrolls to them.
"""
_FOLDED, _FEWEST_PARTS = 48, 2
"""Pixels more that the head of the rows may need than the way to them; parts that are always in sight."""
_TURNS = 4
"""So often the card chooses again within one offer of room, until those around it have come to rest."""
_PART_ROW = 30
"""Parts are short words with a number: low rows, so that all sexes are seen at once in a low window."""


class FigurePart(Struct, frozen=True):
    """The whole figure (`by` is ""), or one part of a split."""

    by: str
    name: str
    words: str
    figure: Figure


_OF_PEOPLE = ("sex", "age", "rank", "unit", "duty_district", "rank_now", "unit_now", "duty_district_now")
"""What is typed about people, and can be missing."""


def _is_lacking(part: FigurePart) -> bool:
    """Tell whether a part is of people of whom it is not stated what the split goes by."""
    _, _, name = part.name.partition("/")
    return part.by in _OF_PEOPLE and name in ("", Sex.UNKNOWN.value)


def make_current(table: TableView, row: int, look: Callable[[], None]) -> None:
    """Make a row the current one. `look` hears of other current rows, and is called here for the same one."""
    index = table.model().index(row, 0)
    if table.currentIndex() == index:
        look()
    else:
        table.setCurrentIndex(index)


class FigureCard(Retranslated, Card):
    """Choosing a part shows its rows; the first line is the whole figure.

    Beside the figures in a low window there is no room for two lists: the parts stay, and `listed` asks for
    the rows. No page scrolls there around lists that do.
    """

    listed = Signal(str, object, bool)
    """The words over the rows that are wanted, the figure they are of, and whether it lacks what it tells."""

    def __init__(self, context: AppContext, wording: OfficeWording) -> None:
        super().__init__("report_figure")
        self._wording = wording
        self._report: Report | None = None
        self._figure: Figure | None = None
        self._behind: Drilldown | None = None
        self._told: list[str] = []
        self.grow()
        self.head.setContentsMargins(18, 0, 18, 0)
        self.value = label("card_title", "report_value")
        self.add_to_head(self.value)
        self.about = label("caption", "report_exclusions", wrap=True)
        self.about.setMinimumWidth(_ABOUT)
        self._about = QWidget()
        self._about.setObjectName("report_about")
        about = FlowRow(self._about)
        about.setContentsMargins(CARD_PADDING - 2, 3, CARD_PADDING, 3)
        about.addWidget(self.about, 1)
        self.parts = ListTableModel(
            "report_parts_model", self._part_columns(), lambda row: f"{row.by}/{row.name}", self
        )
        self.parts_table = TableView("report_parts")
        self.parts_table.show_model(self.parts)
        self.parts_table.verticalHeader().setDefaultSectionSize(_PART_ROW)
        self.menu = ListMenu(context, self.parts_table)
        self._shown = (0, 0)
        self._offered: QSize | None = None
        self._turns = 0
        self.list_button = Button("report_rows_list", ButtonKind.GHOST, "right")
        self.below = FigureRows(context, wording, "report_rows", self.list_button)
        self.rows, self.rows_table, self.rows_title = self.below.model, self.below.table, self.below.title
        self._fit_parts()
        self.add_row(self._about)
        self.add_row(self.parts_table)
        self.add_row(self.below, 1)
        self.parts_table.selectionModel().currentChanged.connect(lambda *_: self._show_rows())
        self.list_button.clicked.connect(self._ask_for_list)
        self.parts_table.opened.connect(lambda _row: self._ask_for_list() if self.below.folded else None)
        self.retranslate()

    def show_figure(self, report: Report, figure: Figure, behind: Drilldown) -> None:
        """Show a figure of a report."""
        self._report, self._figure, self._behind = report, figure, behind
        wording = self._wording
        self.set_title(wording.figure_name(figure.code))
        self.value.setText(wording.figure_value(figure))
        said = [wording.say(label) for label in figure.exclusions]
        text = self.tr("Left out: {what}").format(what="; ".join(said)) if said else ""
        beside = [wording.sentence(label) for label in figure.beside]
        left = [self._wording.say(report.left_out)] if report.left_out is not None else []
        self._told = [part for part in (*left, *beside, text, self._overlap(report, figure)) if part]
        rows = self._parts(report, figure)
        self.parts.set_rows(rows, fixed=rows[:1])
        make_current(self.parts_table, 0, self._show_rows)

    def _overlap(self, report: Report, figure: Figure) -> str:
        """Say once in which splits the lines of this figure add up to more than the total, if in any."""
        concerned = [self._wording.split_name(by) for by in overlapping(report.splits, figure.code)]
        if not concerned:
            return ""
        said = self.tr("The lines add up to more than the total, some being counted in several: {splits}.")
        return said.format(splits=", ".join(concerned))

    def _tell(self, *, lacking: bool) -> None:
        """Say what is to be known of the figure, and how to fill in what is `lacking` in the chosen part.

        One paragraph in one place: lines of their own would push the rows below out of a low window.
        """
        hint = ""
        if lacking:
            hint = self.tr(
                "It is not filled in for these people. In the list Enter or a double click opens one: press "
                "Edit there and fill it in."
            )
        elif any(_is_lacking(self.parts.row(place)) for place in range(self.parts.rowCount())):
            hint = self.tr("To fill in what is not stated, choose that line: the list has its people.")
        self._turns = 0
        self.about.setText(" · ".join(part for part in (*self._told, hint) if part))
        self.show_row(self._about, shown=bool(self.about.text()))

    def event(self, event: QEvent) -> bool:
        """Give the parts less room as soon as the rows below lack it, so that no page scrolls around them."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit_parts()
        return super().event(event)

    def _fit_parts(self) -> None:
        """Choose how many are in sight, a few times for one room: page and bar change with what is chosen."""
        parts, rows = self.parts_table, self.rows_table
        page = self.parts_table.page_around()
        room = page.maximumViewportSize() if page is not None else None
        if room != self._offered:
            self._offered, self._turns = room, 0
        shown = self._fitting()
        if shown != self._shown and self._turns < _TURNS:
            self._turns += 1
            self._shown = shown
            self.below.fold(folded=not shown[1])
            parts.fit_to_rows(shown[0])
            # However many rows there are: nothing moves when another part is chosen.
            rows.setMinimumHeight(rows.height_of(shown[1]))

    def _ask_for_list(self) -> None:
        part = self.parts.row(self.parts_table.currentIndex().row())
        self.listed.emit(part.words if part.by else self.title.text(), part.figure, _is_lacking(part))

    def _fitting(self) -> tuple[int, int]:
        """Return how many parts and rows there is room for."""
        parts, rows, around = self.parts_table, self.rows_table, self.parentWidget()
        # Below the figures it is on a page that scrolls anyway.
        if around is not None and self.width() == around.width():
            return _PARTS, _SCROLLED_ROWS
        least = self.minimumSizeHint().height() - parts.minimumHeight()
        # Once folded, with a line more: the buttons of the rows may stand in two.
        needed = least + _FOLDED if self.below.folded else least - rows.minimumHeight()
        if self._room() < needed + parts.height_of(_FEW_PARTS) + rows.height_of(_FEW_ROWS):
            free = self._room() - parts.height_of(0) - (least if self.below.folded else needed)
            return max(_FEWEST_PARTS, free // _PART_ROW), 0
        # No more than that is what a page gives that scrolls around it.
        roomy = self.height() > needed + parts.height_of(_PARTS) + rows.height_of(_ROWS)
        return (_PARTS, _ROWS) if roomy else (_FEW_PARTS, _FEW_ROWS)

    def _room(self) -> int:
        """Return the height that is in sight of the page from the top of the card on."""
        page = self.parts_table.page_around()
        if page is None or (inside := page.widget()) is None:
            return self.height()
        return page.viewport().height() - self.mapTo(inside, QPoint(0, 0)).y()

    @override
    def retranslate(self) -> None:
        self.parts_table.setAccessibleName(self.tr("Parts of the figure"))
        if self._report is not None and self._figure is not None and self._behind is not None:
            self.show_figure(self._report, self._figure, self._behind)

    def _parts(self, report: Report, figure: Figure) -> list[FigurePart]:
        rows = [FigurePart("", "", self.tr("All", "the total"), figure)]
        for split in report.splits:
            place = next((at for at, one in enumerate(split.total) if one.code == figure.code), None)
            if place is None:
                continue
            for index, line in enumerate(split_in(split, window_language()).lines):
                words = self._wording.line_name(split, line.name)
                rows.append(FigurePart(split.by, f"{index}/{line.name}", words, line.figures[place]))
        return rows

    def _show_rows(self) -> None:
        index = self.parts_table.currentIndex()
        if not index.isValid() or self._behind is None or self._report is None:
            return
        part = self.parts.row(index.row())
        words = part.words if part.by else ""
        self._tell(lacking=_is_lacking(part))
        self.below.show_rows(self._report, part.figure, words, self._behind, lacking=_is_lacking(part))

    def _part_columns(self) -> tuple[Column[FigurePart], ...]:
        return (
            Column("by", lambda: self.tr("Split by"), self._by, 170, look=TextStyle.QUIET),
            #: Heading: a share of the figure, such as women
            Column("part", lambda: self.tr("Part"), lambda row: row.words),
            Column(
                "value",
                lambda: self.tr("Value"),
                lambda row: self._wording.figure_value(row.figure),
                130,
                right=True,
                order=lambda row: row.figure.shown,
                value=lambda row: row.figure,
            ),
        )

    def _by(self, row: FigurePart) -> str:
        return self._wording.split_name(row.by) if row.by else ""
