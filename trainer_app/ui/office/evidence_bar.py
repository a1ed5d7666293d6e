"""Above the figures: evidence of what they are counted from, and checking a folder that somebody brought."""

from collections.abc import Callable
from typing import override

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from trainer_app.domain.office.reports import ReportExtent
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.evidence import EvidenceDesk, may_make
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated


class EvidenceBar(Retranslated, QWidget):
    """`extent` says what the report is about when evidence is asked for; forms open over `host`."""

    def __init__(self, context: AppContext, host: QWidget, extent: Callable[[], ReportExtent]) -> None:
        super().__init__()
        self.setObjectName("report_evidence_bar")
        self._context, self._extent = context, extent
        self.desk = EvidenceDesk(context, host)
        self.make = Button("report_evidence", ButtonKind.GHOST, "folder")
        self.check = Button("report_check_evidence", ButtonKind.GHOST, "shield")
        self.menu = QMenu(self)
        self.menu.setObjectName("report_check_menu")
        self.folder = self._action("report_check_folder")
        self.file = self._action("report_check_file")
        row = FlowRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.make, self.check):
            row.addWidget(part)
        self.make.clicked.connect(self._make)
        self.check.clicked.connect(
            lambda: self.menu.popup(self.check.mapToGlobal(self.check.rect().bottomLeft()))
        )
        self.folder.triggered.connect(lambda: self.desk.check_folder(self.tr("The folder with the evidence")))
        self.file.triggered.connect(lambda: self.desk.check_file(self.tr("The sealed evidence")))
        self.retranslate()

    def offer(self, *, there: bool) -> None:
        """Offer evidence where there are figures, and it is this computer's to give."""
        self.make.setVisible(there and may_make(self._context.work))

    @override
    def retranslate(self) -> None:
        self.make.setText(self.tr("Evidence…"))
        self.make.setToolTip(self.tr("One signed folder for an auditor: of a course, or of a random sample"))
        self.check.setText(self.tr("Check evidence…"))
        self.folder.setText(self.tr("A folder…"))
        self.file.setText(self.tr("A sealed file…"))

    def _make(self) -> None:
        extent = self._extent()
        self.desk.make(extent, sampled=len(extent.courses) != 1)

    def _action(self, name: str) -> QAction:
        made = QAction(self.menu)
        made.setObjectName(name)
        self.menu.addAction(made)
        return made
