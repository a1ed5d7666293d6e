"""After the course: the report."""

from PySide6.QtCore import Signal

from trainer_app.actions import papers
from trainer_app.actions.paper_pages import PaperPages
from trainer_app.domain.courses import CourseView
from trainer_app.ui.papers.paper_row import PaperRow
from trainer_app.ui.papers.papers import PaperOrder
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.naming import Retranslated


class AfterCard(Retranslated, Card):
    """`ordered` asks for a paper."""

    ordered = Signal(object)

    def __init__(self) -> None:
        super().__init__("print_after")
        self.course = ""
        self.names = Tick("print_report_names")
        self.names.setChecked(True)
        self.report = PaperRow("print_report", "file", option=self.names)
        self.report.shown.connect(self._show_report)
        self.add_row(self.report)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.set_title(self.tr("After the course"))
        self.names.setText(self.tr("With names"))
        self.names.setToolTip(self.tr("Name the participants in the annex"))
        self.names.setAccessibleDescription(self.names.toolTip())

    def show_papers(self, view: CourseView, pages: PaperPages) -> None:
        """Show what can be printed for a course."""
        self.course = view.course.key
        about = self.tr("about %n page(s)", "", pages.report)
        self.report.set_row(self.tr("Report on the course"), about, self.tr("Show"))

    def _show_report(self) -> None:
        course, names = self.course, self.names.isChecked()
        self.ordered.emit(
            PaperOrder(
                self.tr("Report on the course"),
                "report",
                lambda work, language: papers.course_report(work, course, language, names=names),
            )
        )
