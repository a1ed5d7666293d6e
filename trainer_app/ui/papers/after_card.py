"""At the end of the course: names to be proof-read, certificates to be signed for, the report."""

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
        self.proof = PaperRow("print_proof", "pen")
        self.receipts = PaperRow("print_receipts", "receipt")
        self.names = Tick("print_report_names")
        self.names.setChecked(True)
        self.report = PaperRow("print_report", "file", option=self.names)
        self.proof.shown.connect(self._show_proof)
        self.receipts.shown.connect(self._show_receipts)
        self.report.shown.connect(self._show_report)
        for row in (self.proof, self.receipts, self.report):
            self.add_row(row)
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
        self.proof.set_row(
            self.tr("Name proof list"),
            self.tr("%n page(s), to be signed before printing", "", pages.proof),
            self.tr("Show"),
        )
        self.proof.button.setEnabled(pages.people > 0)
        some = self.tr("%n page(s), to be signed when handed out", "", pages.receipts)
        none = self.tr("no certificate is issued yet")
        self.receipts.set_row(
            self.tr("Certificate receipt list"), some if pages.receipts else none, self.tr("Show")
        )
        self.receipts.button.setEnabled(pages.receipts > 0)

    def _show_proof(self) -> None:
        course = self.course
        self.ordered.emit(
            PaperOrder(
                self.tr("Name proof list"),
                "proof",
                lambda work, language: papers.proof(work, course, language),
            )
        )

    def _show_receipts(self) -> None:
        course = self.course
        self.ordered.emit(
            PaperOrder(
                self.tr("Certificate receipt list"),
                "receipts",
                lambda work, language: papers.receipts(work, course, language),
            )
        )

    def _show_report(self) -> None:
        course, names = self.course, self.names.isChecked()
        self.ordered.emit(
            PaperOrder(
                self.tr("Report on the course"),
                "report",
                lambda work, language: papers.course_report(work, course, language, names=names),
            )
        )
