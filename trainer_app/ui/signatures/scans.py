"""Scans and photos dropped on the page: each finds its sheet by the code printed on it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from trainer_app.actions import attachments
from trainer_app.domain.attachments import ENDINGS, SheetsFound
from trainer_app.domain.reconciliation import SheetState
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.signatures.left_card import FilesPart
from trainer_app.ui.widgets.banner import Mood

_TAKEN = (*ENDINGS.values(), ".jpeg")


def dropped_files(mime: QMimeData) -> list[Path]:
    """Return the scans and photos among what is dragged: files of this computer that can be attached."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in _TAKEN]


class ScanDrop(QObject):
    """Takes files dropped on a page. `sheet_found` gives the code of the first sheet among them."""

    sheet_found = Signal(str)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("signatures_drop")
        self._desk = desk
        self._course = ""
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def show_sheet(self, files: FilesPart | None, state: SheetState) -> None:
        """Show the files of the open sheet, where this program can."""
        self._course = state.course
        if files is not None:
            files.show_sheet(state.course, str(state.code))

    def take(self, paths: list[Path]) -> None:
        """Attach scans where their codes say."""
        course = self._course
        self._desk.run(
            self.tr("Reading the scans"),
            lambda work, progress: attachments.attach_sheets(work, paths, course, progress=progress),
            done=self._taken,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept what can be attached."""
        if isinstance(event, QDragEnterEvent) and dropped_files(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            paths = dropped_files(event.mimeData())
            if paths and self._course:
                event.acceptProposedAction()
                self.take(paths)
                return True
        return super().eventFilter(watched, event)

    def _taken(self, found: SheetsFound) -> None:
        self._desk.changes.announce(found.changes)
        codes = [str(code.whole) for each in found.files if each.keys for code in each.pages if code]
        refused = [each for each in found.files if not each.keys]
        if codes:
            self.sheet_found.emit(codes[0])
        for each in refused[:1]:
            title = self.tr("{file} was not attached").format(file=each.path.name)
            reason = self._desk.words(each.code, **each.values) if each.code else ""
            hint = self.tr("Open its sheet and add it there by hand.")
            self._desk.tell(Mood.DUE, title, f"{reason} {hint}".strip())
