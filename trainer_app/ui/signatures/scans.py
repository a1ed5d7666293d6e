"""Scans and photos dropped anywhere on the page: each finds its sheet by the code printed on it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from trainer_app.actions import attachments
from trainer_app.domain.attachments import SheetsFound
from trainer_app.domain.reconciliation import SheetState
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.banner import Mood


class ScanDrop(QObject):
    """Takes files dropped on a page. `sheet_found` gives the code of the first sheet among them."""

    sheet_found = Signal(object)

    def __init__(self, desk: Desk, page: QObject) -> None:
        super().__init__(page)
        self.setObjectName("signatures_drop")
        self._desk = desk
        self._open: SheetState | None = None

    def set_sheet(self, state: SheetState | None) -> None:
        """Say which sheet is open: a scan without a code belongs to it."""
        self._open = state

    def take(self, paths: list[Path]) -> None:
        """Attach scans where their codes say, those without one to the open sheet."""
        state = self._open
        if state is None or not paths:
            return
        self._desk.run(
            self.tr("Reading the scans"),
            lambda work, progress: attachments.attach_sheets(
                work, paths, state.course, otherwise=str(state.code), progress=progress
            ),
            done=self._taken,
        )

    def _taken(self, found: SheetsFound) -> None:
        self._desk.changes.announce(found.changes)
        codes = [code.whole for each in found.files if each.keys for code in each.pages if code]
        if codes:
            self.sheet_found.emit(codes[0])
        refused = [each for each in found.files if each.code]
        if refused:
            title = self.tr("%n file(s) not attached", "", len(refused))
            self._desk.tell(Mood.DUE, title, self._desk.words(refused[0].code, **refused[0].values))
