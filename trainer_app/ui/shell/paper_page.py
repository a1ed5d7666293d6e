"""A paper over the screen that asked for it: look, print, save, and back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.errors import TrainerError
from trainer_app.ui.shell.actions import shown_keys
from trainer_app.ui.shell.desk import Desk, Kept, Paper
from trainer_app.ui.shell.screen import Keys
from trainer_app.ui.shell.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.pdf_preview import PRINT, PdfPreview
from trainer_app.ui.widgets.printing import print_bytes


class PaperPage(Retranslated, QWidget):
    """Holds the preview. `left` is emitted by "Back" and by Esc."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("paper_page")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._paper: Paper | None = None
        self.back = Button("paper_back", Kind.GHOST, "left")
        self.back.clicked.connect(self.left)
        self.preview = PdfPreview("paper")
        self.preview.saved.connect(self._saved)
        self.preview.print_asked.connect(self._print)
        self.preview.failed.connect(self._failed)
        head = QHBoxLayout()
        head.setContentsMargins(-10, 0, 0, 0)  # the words of a ghost button stand on the page's edge
        head.addWidget(self.back)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, PAGE_MARGIN)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.preview, 1)
        self.retranslate()

    def show_paper(self, paper: Paper) -> None:
        """Show a PDF. Raises print.not_a_pdf."""
        self.preview.show_pdf(paper.data, paper.title, paper.file)
        self._paper = paper
        self.preview.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set the word of the way back."""
        self.back.setText(self.tr("Back"))

    def keys(self) -> list[Keys]:
        """Return the keys of a paper."""
        return [
            Keys(shown_keys(PRINT), self.tr("Print")),
            Keys("PgUp PgDown", self.tr("Turn the page")),
            Keys("Ctrl++ Ctrl+- Ctrl+0", self.tr("Larger, smaller, whole width")),
            Keys("Esc", self.tr("Back")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _saved(self, path: str) -> None:
        if self._paper is not None:
            _keep(self._paper, Kept(saved=True))
        self._desk.tell_good(self.tr("Saved and checked"), path)

    def _print(self, data: bytes, printer: QPrinter) -> None:
        """Print beside everything else: hundreds of pages take minutes on an old laptop."""
        paper, how = self._paper, _printed(printer)

        def printed(pages: int) -> None:
            if paper is not None:
                _keep(paper, how)
            self._desk.tell_good(self.tr("%n page(s) sent to the printer", "", pages))

        self._desk.run(
            self.tr("Printing"),
            lambda _work, progress: print_bytes(data, printer, progress),
            done=printed,
            writes=False,
        )

    def _failed(self, error: TrainerError) -> None:
        self._desk.tell_error(error)


def _keep(paper: Paper, how: Kept) -> None:
    """Tell whoever asked for a paper that it is on paper, or in a file, now."""
    if paper.kept is not None:
        paper.kept(how)


def _printed(printer: QPrinter) -> Kept:
    """Return what a printer was asked for: how many copies, of which pages."""
    copies = max(1, printer.copyCount())
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
        last = max(printer.fromPage(), printer.toPage())
        return Kept(copies=copies, pages=tuple(range(printer.fromPage() - 1, last)))
    return Kept(copies=copies)
