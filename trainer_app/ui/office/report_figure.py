"""A figure of a report with its parts, and the rows behind it."""

from collections.abc import Sequence
from typing import override

from msgspec import Struct
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer_app.actions.office.reports import Drilldown, DrilldownRow
from trainer_app.domain.office.reports import Figure, Report
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label, rule
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_PARTS, _ABOUT, _LEAST_ROWS = 5, 300, 240


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

    def __init__(self, wording: OfficeWording) -> None:
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
        self.rows = ListTableModel("report_rows_model", row_columns(wording), lambda row: row.key, self)
        self.rows_table = TableView("report_rows")
        self.rows_table.show_model(self.rows)
        self.rows_table.allow_sorting()
        let_shrink(self.rows_table)
        self.rows_title = label("body_strong", "report_rows_title")
        self._below = QWidget()
        self._below.setObjectName("report_below")
        column = QVBoxLayout(self._below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        title = FlowRow()
        title.setContentsMargins(CARD_PADDING - 2, 10, CARD_PADDING, 8)
        title.addWidget(self.rows_title)
        column.addLayout(title)
        column.addWidget(rule("report_rows_rule"))
        column.addWidget(self.rows_table, 1)
        self.add_row(self._about)
        self.add_row(self.parts_table)
        self.add_row(self._below, 1)
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
        self.rows_table.setAccessibleName(self.tr("Rows behind the figure"))
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
        if not index.isValid() or self._behind is None:
            return
        part = self.parts.row(index.row())
        rows = self._behind.behind(part.figure)
        self.rows.set_rows(rows)
        words = self.tr("%n row(s) behind it", "", len(rows))
        self.rows_title.setText(f"{part.words}: {words}" if part.by else words)

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


def row_columns(wording: OfficeWording) -> tuple[Column[DrilldownRow], ...]:
    """Return the columns of a list behind a figure."""
    return (
        Column("name", lambda: wording.row_head("name"), lambda row: row.name, look=TextStyle.STRONG),
        Column("rank", lambda: wording.row_head("rank"), lambda row: wording.rank(row.rank), 110),
        Column("unit", lambda: wording.row_head("unit"), lambda row: row.unit, 124),
        Column("course", lambda: wording.row_head("course"), lambda row: row.course, 84),
        Column(
            "detail",
            lambda: wording.row_head("detail"),
            lambda row: wording.say(row.detail),
            164,
            look=TextStyle.QUIET,
        ),
    )


class RowsPanel(SidePanel):
    """Lists what is behind one cell of the table."""

    def __init__(self, wording: OfficeWording, host: QWidget) -> None:
        super().__init__("report_behind_panel", host, 640)
        self._wording = wording
        self.model = ListTableModel("report_behind_model", row_columns(wording), lambda row: row.key, self)
        self.table = TableView("report_behind")
        self.table.show_model(self.model)
        self.table.allow_sorting()
        self.table.setMinimumHeight(_LEAST_ROWS)
        self.count = label("body_strong", "report_behind_count")
        self.body.addWidget(self.count)
        self.body.addWidget(self.table, 1)
        self.accepted.connect(self.dismiss)
        self.retranslate()

    def open(self, words: str, rows: Sequence[DrilldownRow], figure: Figure) -> None:
        """Show rows under the words of their cell."""
        self.retranslate()
        self.set_words(words, self.tr("Close"))
        value = self._wording.figure_value(figure)
        count = self.tr("%n row(s) behind it", "", len(rows))
        self.count.setText(f"{self._wording.figure_name(figure.code)}: {value} · {count}")
        self.model.set_rows(rows)
        self.reveal(self.table)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.accept_button.setText(self.tr("Close"))
        self.cancel_button.hide()
        self.table.setAccessibleName(self.tr("Rows behind the cell"))
