"""Charts of a report: over time, by sex, by district; what was planned beside what was reached."""

from collections.abc import Sequence
from typing import override

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.office import reports
from trainer_app.domain.base.numbers import exact_percent
from trainer_app.domain.office.reports import Report, Target
from trainer_app.domain.papers.course_papers import ChartColours
from trainer_app.ui.kit.charts import ChartView
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_HEIGHT = 250


class ChartsCard(Retranslated, Card):
    """The same drawing as in the PDF."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("report_charts")
        self._context = context
        self._report: Report | None = None
        self.grow()
        self.view = ChartView("report_chart", _HEIGHT)
        inside = QWidget()
        inside.setObjectName("report_charts_inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(self.view)
        column.addStretch(1)
        self.add_row(inside, 1)
        self.retranslate()

    def show_report(self, report: Report) -> None:
        """Draw the charts of a report."""
        self._report = report
        self._show()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Charts"))
        self._show()

    def _show(self) -> None:
        report = self._report
        if report is None:
            return
        language = self._context.language.code

        def make(inks: ChartColours, width: float, height: float) -> bytes | None:
            return reports.print_charts(report, language, inks, width, height)

        self.view.set_chart(make, reports.charts_in_words(report, language) if report.charts else "")


class TargetsCard(Retranslated, Card):
    """What projects planned, beside what was reached in the report."""

    def __init__(self, wording: OfficeWording) -> None:
        super().__init__("report_targets")
        self._wording = wording
        self.model = ListTableModel("report_targets_model", self._columns(), _key, self)
        self.table = TableView("report_targets_table")
        self.table.show_model(self.model)
        self.table.setMinimumHeight(140)
        self.none = label("second", "report_targets_none", wrap=True)
        self.none.setContentsMargins(18, 14, 18, 14)
        self.grow()
        self.add_row(self.none)
        self.add_row(self.table, 1)
        self.retranslate()

    def show_targets(self, targets: Sequence[Target]) -> None:
        """Show what was planned; where nothing was, where it is typed."""
        self.model.set_rows(targets)
        self.show_row(self.none, shown=not targets)
        self.show_row(self.table, shown=bool(targets))

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Planned and reached"))
        self.table.setAccessibleName(self.tr("Planned and reached"))
        self.none.setText(
            self.tr(
                "No project of this report says what it planned. It is typed into the form of the project: "
                "Courses, the project, its pencil."
            )
        )

    def _columns(self) -> tuple[Column[Target], ...]:
        wording = self._wording
        return (
            Column("project", lambda: self.tr("Project"), lambda row: row.project, 130, look=TextStyle.QUIET),
            Column("figure", lambda: self.tr("Figure"), lambda row: wording.figure_name(row.code)),
            Column(
                "planned",
                lambda: self.tr("Planned"),
                lambda row: wording.number(row.planned),
                110,
                right=True,
            ),
            Column(
                "reached",
                lambda: self.tr("Reached"),
                lambda row: wording.number(row.reached),
                110,
                right=True,
                look=TextStyle.STRONG,
            ),
            Column(
                "share",
                lambda: self.tr("Share"),
                lambda row: wording.share(exact_percent(row.reached, row.planned)),
                110,
                right=True,
            ),
        )


def _key(row: Target) -> str:
    return f"{row.project}/{row.code}"
