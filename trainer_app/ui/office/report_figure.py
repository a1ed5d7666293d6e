"""A figure of a report with its parts, and the rows behind it."""

from typing import override

from msgspec import Struct
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.actions.office.drilldown import Drilldown
from trainer_app.domain.office.reports import Figure, Report
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.office.figure_rows import FigureRows
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_PARTS, _ABOUT, _LEAST_ROWS = 3, 300, 240


class FigurePart(Struct, frozen=True):
    """The whole figure (`by` is ""), or one part of a split."""

    by: str
    name: str
    words: str
    figure: Figure


def let_shrink(table: TableView, least: int = 112) -> None:
    """Let a table take the height there is, from `least` on: its own wish would make the page scroll."""
    table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    table.setMinimumHeight(least)
    table.wished = least


class FigureCard(Retranslated, Card):
    """Choosing a part shows its rows; the first line is the whole figure."""

    def __init__(self, context: AppContext, wording: OfficeWording) -> None:
        super().__init__("report_figure")
        self._wording = wording
        self._report: Report | None = None
        self._figure: Figure | None = None
        self._behind: Drilldown | None = None
        self.grow()
        self.head.setContentsMargins(18, 0, 18, 0)
        self.value = label("card_title", "report_value")
        self.add_to_head(self.value)
        self.about = label("caption", "report_exclusions", wrap=True)
        self.about.setMinimumWidth(_ABOUT)
        self._about = QWidget()
        self._about.setObjectName("report_about")
        about = FlowRow(self._about)
        about.setContentsMargins(CARD_PADDING - 2, 8, CARD_PADDING, 8)
        about.addWidget(self.about, 1)
        self.parts = ListTableModel(
            "report_parts_model", self._part_columns(), lambda row: f"{row.by}/{row.name}", self
        )
        self.parts_table = TableView("report_parts")
        self.parts_table.show_model(self.parts)
        self.parts_table.fit_to_rows(_PARTS)
        self.below = FigureRows(context, wording, "report_rows")
        self.rows, self.rows_table, self.rows_title = self.below.model, self.below.table, self.below.title
        self.add_row(self._about)
        self.add_row(self.parts_table)
        self.add_row(self.below, 1)
        self.parts_table.selectionModel().currentChanged.connect(lambda *_: self._show_rows())
        self.retranslate()

    def show_figure(self, report: Report, figure: Figure, behind: Drilldown) -> None:
        """Show a figure of a report."""
        self._report, self._figure, self._behind = report, figure, behind
        wording = self._wording
        self.set_title(wording.figure_name(figure.code))
        self.value.setText(wording.figure_value(figure))
        said = [wording.say(label) for label in figure.exclusions]
        notes = [wording.say(split.note) for split in report.splits if split.note and self._in(split.total)]
        text = self.tr("Left out: {what}").format(what="; ".join(said)) if said else ""
        beside = [wording.sentence(label) for label in figure.beside]
        self.about.setText("\n".join(part for part in (*beside, text, *notes) if part))
        self.show_row(self._about, shown=bool(self.about.text()))
        self.parts.set_rows(self._parts(report, figure))
        self.parts_table.setCurrentIndex(self.parts.index(0, 0))
        self._show_rows()

    @override
    def retranslate(self) -> None:
        self.parts_table.setAccessibleName(self.tr("Parts of the figure"))
        if self._report is not None and self._figure is not None and self._behind is not None:
            self.show_figure(self._report, self._figure, self._behind)

    def _in(self, figures: tuple[Figure, ...]) -> bool:
        return any(self._figure is not None and one.code == self._figure.code for one in figures)

    def _parts(self, report: Report, figure: Figure) -> list[FigurePart]:
        rows = [FigurePart("", "", self.tr("All", "the total"), figure)]
        for split in report.splits:
            for index, line in enumerate(split.lines):
                found = next((one for one in line.figures if one.code == figure.code), None)
                if found is not None:
                    words = self._wording.line_name(split, line.name)
                    rows.append(FigurePart(split.by, f"{index}/{line.name}", words, found))
        return rows

    def _show_rows(self) -> None:
        index = self.parts_table.currentIndex()
        if not index.isValid() or self._behind is None or self._report is None:
            return
        part = self.parts.row(index.row())
        self.below.show_rows(self._report, part.figure, part.words if part.by else "", self._behind)

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
            ),
        )

    def _by(self, row: FigurePart) -> str:
        return self._wording.split_name(row.by) if row.by else ""


class RowsPanel(SidePanel):
    """Lists what is behind one cell of the table."""

    def __init__(self, context: AppContext, wording: OfficeWording, host: QWidget) -> None:
        super().__init__("report_behind_panel", host, 720)
        self._wording = wording
        self.rows = FigureRows(context, wording, "report_behind")
        self.table, self.model = self.rows.table, self.rows.model
        self.table.setMinimumHeight(_LEAST_ROWS)
        self.count = label("body_strong", "report_behind_count")
        self.body.addWidget(self.count)
        self.body.addWidget(self.rows, 1)
        self.accepted.connect(self.dismiss)
        self.retranslate()

    def open(self, words: str, report: Report, figure: Figure, behind: Drilldown) -> None:
        """Show the rows of a figure under the words of its cell."""
        self.retranslate()
        self.set_words(words, self.tr("Close"))
        name, value = self._wording.figure_name(figure.code), self._wording.figure_value(figure)
        self.count.setText(f"{name}: {value}")
        self.rows.show_rows(report, figure, "", behind)
        self.reveal(self.table)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.accept_button.setText(self.tr("Close"))
        self.cancel_button.hide()
