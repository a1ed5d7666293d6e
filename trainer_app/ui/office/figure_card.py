"""One figure: its value, what was left out, its parts, and beside each the rows that make it up."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.actions.behind import Behind, BehindRow
from trainer_app.domain.reports import Figure, Report
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label, rule
from trainer_app.ui.widgets.models import Column, Look, RowsModel
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.table import TableView

_PARTS, _ABOUT = 5, 300


@dataclass(frozen=True)
class PartRow:
    """The whole figure (`by` is ""), or one part of a split."""

    by: str
    name: str
    words: str
    figure: Figure


def give_way(table: TableView, least: int = 112) -> None:
    """Let a table take the height there is, from `least` on: its own wish would make the page scroll."""
    table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    table.setMinimumHeight(least)


class FigureCard(Retranslated, Card):
    """Choosing a part shows its rows; the first line is the whole figure."""

    def __init__(self, wording: OfficeWording) -> None:
        super().__init__("report_figure")
        self._wording = wording
        self._report: Report | None = None
        self._figure: Figure | None = None
        self._behind: Behind | None = None
        self.grow()
        self.head.setContentsMargins(18, 0, 18, 0)
        self.value = label("card_title", "report_value")
        self.add_to_head(self.value)
        self.about = label("caption", "report_exclusions", wrap=True)
        self.about.setMinimumWidth(_ABOUT)
        self._about = QWidget()
        self._about.setObjectName("report_about")
        about = QHBoxLayout(self._about)
        about.setContentsMargins(CARD_PADDING - 2, 8, CARD_PADDING, 8)
        about.addWidget(self.about, 1)
        self.parts = RowsModel(
            "report_parts_model", self._part_columns(), lambda row: f"{row.by}/{row.name}", self
        )
        self.parts_table = TableView("report_parts")
        self.parts_table.show_model(self.parts)
        self.parts_table.fit_to_rows(_PARTS)
        self.rows = RowsModel("report_rows_model", self._row_columns(), lambda row: row.key, self)
        self.rows_table = TableView("report_rows")
        self.rows_table.show_model(self.rows)
        give_way(self.rows_table)
        self.rows_title = label("body_strong", "report_rows_title")
        self._below = QWidget()
        self._below.setObjectName("report_below")
        column = QVBoxLayout(self._below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        title = QHBoxLayout()
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

    def show_figure(self, report: Report, figure: Figure, behind: Behind) -> None:
        """Show a figure of a report."""
        self._report, self._figure, self._behind = report, figure, behind
        wording = self._wording
        self.set_title(wording.figure_name(figure.code))
        self.value.setText(wording.figure_value(figure))
        said = [wording.say(label) for label in figure.exclusions]
        notes = [wording.say(split.note) for split in report.splits if split.note and self._in(split.total)]
        text = self.tr("Left out: {what}").format(what="; ".join(said)) if said else ""
        self.about.setText("\n".join(part for part in (text, *notes) if part))
        self.show_row(self._about, shown=bool(self.about.text()))
        self.parts.set_rows(self._parts(report, figure))
        self.parts_table.setCurrentIndex(self.parts.index(0, 0))
        self._show_rows()

    def retranslate(self) -> None:
        """Set every word."""
        self.parts_table.setAccessibleName(self.tr("Parts of the figure"))
        self.rows_table.setAccessibleName(self.tr("Rows behind the figure"))
        if self._report is not None and self._figure is not None and self._behind is not None:
            self.show_figure(self._report, self._figure, self._behind)

    def _in(self, figures: tuple[Figure, ...]) -> bool:
        return any(self._figure is not None and one.code == self._figure.code for one in figures)

    def _parts(self, report: Report, figure: Figure) -> list[PartRow]:
        rows = [PartRow("", "", self.tr("All"), figure)]
        for split in report.splits:
            for place, line in enumerate(split.lines):
                found = next((one for one in line.figures if one.code == figure.code), None)
                if found is not None:
                    words = self._wording.line_name(split, line.name)
                    rows.append(PartRow(split.by, f"{place}/{line.name}", words, found))
        return rows

    def _show_rows(self) -> None:
        index = self.parts_table.currentIndex()
        if not index.isValid() or self._behind is None:
            return
        part = self.parts.row(index.row())
        rows = self._behind.rows(part.figure.rows)
        self.rows.set_rows(rows)
        words = self.tr("%n row(s) behind it", "", len(rows))
        self.rows_title.setText(f"{part.words}: {words}" if part.by else words)

    def _part_columns(self) -> tuple[Column[PartRow], ...]:
        return (
            Column("by", lambda: self.tr("Split by"), self._by, 170, look=Look.QUIET),
            Column("part", lambda: self.tr("Part"), lambda row: row.words),
            Column(
                "value",
                lambda: self.tr("Value"),
                lambda row: self._wording.figure_value(row.figure),
                130,
                right=True,
            ),
        )

    def _by(self, row: PartRow) -> str:
        return self._wording.split_name(row.by) if row.by else ""

    def _row_columns(self) -> tuple[Column[BehindRow], ...]:
        return (
            Column("name", lambda: self.tr("Name"), lambda row: row.name, look=Look.STRONG),
            Column("rank", lambda: self.tr("Rank"), lambda row: self._wording.rank(row.rank), 110),
            Column("unit", lambda: self.tr("Unit"), lambda row: row.unit, 124),
            Column("course", lambda: self.tr("Course"), lambda row: row.course, 84),
            Column(
                "detail",
                lambda: self.tr("Detail"),
                lambda row: self._wording.say(row.detail),
                164,
                look=Look.QUIET,
            ),
        )
