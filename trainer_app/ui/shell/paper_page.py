"""A paper over the screen that asked for it: look, print, save, and back."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.pages import Sides
from trainer_app.ui.shell.actions import shown_keys
from trainer_app.ui.shell.desk import Desk, Kept, Paper
from trainer_app.ui.shell.print_panel import PrintPanel
from trainer_app.ui.shell.screen import Keys
from trainer_app.ui.shell.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.pdf_preview import GO, PRINT, SAVE, PdfPreview
from trainer_app.ui.widgets.printing import PrintOrder, print_bytes


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
        self._below: Paper | None = None
        self.back = Button("paper_back", Kind.GHOST, "left")
        self.back.clicked.connect(self.leave)
        self.preview = PdfPreview("paper")
        self.preview.saved.connect(self._saved)
        self.preview.print_wanted.connect(self.ask_how)
        self.preview.failed.connect(self._failed)
        desk.theme.changed.connect(self.preview.tint)
        head = QHBoxLayout()
        head.setContentsMargins(-10, 0, 0, 0)  # the words of a ghost button stand on the page's edge
        head.addWidget(self.back)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, PAGE_MARGIN)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.preview, 1)
        self._panel: PrintPanel | None = None
        self.retranslate()

    def show_paper(self, paper: Paper) -> None:
        """Show a PDF. Raises print.not_a_pdf."""
        self.preview.show_pdf(paper.data, paper.title, paper.file)
        self._paper, self._below = paper, None
        self._close_panel()
        self.preview.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def panel(self) -> PrintPanel:
        """The panel that asks how to print, made when it is first wanted."""
        if self._panel is None:
            self._panel = PrintPanel(self._desk, self)
            self._panel.ordered.connect(self.print)
            self._panel.test_asked.connect(self._show_test)
        return self._panel

    def _close_panel(self) -> None:
        if self._panel is not None:
            self._panel.dismiss()

    def leave(self) -> None:
        """Go back: to the paper that was seen before a test page, else to the screen."""
        if self._below is not None:
            self.show_paper(self._below)
        else:
            self._close_panel()
            self.left.emit()

    def retranslate(self) -> None:
        """Set the word of the way back."""
        self.back.setText(self.tr("Back"))

    def keys(self) -> list[Keys]:
        """Return the keys of a paper."""
        return [
            Keys(shown_keys(PRINT), self.tr("Print")),
            Keys("PgUp PgDown", self.tr("Turn the page")),
            Keys(shown_keys(GO), self.tr("Type the number of a page")),
            Keys("Ctrl++ Ctrl+- Ctrl+0", self.tr("Larger, smaller, whole width")),
            Keys("0  1  2", self.tr("Whole page, size on paper, whole width")),
            Keys(shown_keys(SAVE), self.tr("Save as PDF")),
            Keys("Esc", self.tr("Back")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _saved(self, path: str) -> None:
        if self._paper is not None:
            _keep(self._paper, Kept(saved=True))
        self._desk.tell_good(self.tr("Saved and checked"), path)

    def ask_how(self) -> None:
        """Ask how the paper is printed."""
        if self._paper is not None and self.preview.shown is not None:
            self.panel.open(self._paper, self.preview.shown.document, self.preview.page())

    def print(self, order: PrintOrder, printer: QPrinter) -> None:
        """Print beside everything else: hundreds of pages take minutes on an old laptop."""
        paper = self._paper
        if paper is None:
            return
        how = _printed(order, self.preview.page_count())

        def printed(pages: int) -> None:
            if order.sides is not Sides.BACKS:  # Those sheets were counted with their fronts.
                _keep(paper, how)
            self._desk.tell_good(self.tr("%n page(s) sent to the printer", "", pages))

        self._desk.run(
            self.tr("Printing"),
            lambda _work, progress: print_bytes(paper.data, printer, order, progress),
            done=printed,
            writes=False,
        )

    def _show_test(self) -> None:
        """Show the test page over the paper; "Back" leads to the paper again."""
        below = self._paper
        self._close_panel()
        show_test_page(self._desk)
        self._below = below if self._paper is not below else None

    def _failed(self, error: TrainerError) -> None:
        self._desk.tell_error(error)


def show_test_page(desk: Desk) -> None:
    """Make the page that measures a printer, and show it."""
    from trainer_app.actions import papers  # What draws papers is read when one is wanted, not at start.

    title = QCoreApplication.translate("PaperPage", "Test page of the printer")
    language = desk.language.code
    data = desk.ask(lambda _work: papers.trial_page(language))
    if data is not None:
        desk.show_paper(Paper(data, title, f"test-page-{language}.pdf", own_size=True))


def _keep(paper: Paper, how: Kept) -> None:
    """Tell whoever asked for a paper that it is on paper, or in a file, now."""
    if paper.kept is not None:
        paper.kept(how)


def _printed(order: PrintOrder, count: int) -> Kept:
    """Return what a printer was asked for: how many copies, of which pages."""
    pages = tuple(page for page in order.pages if page is not None)
    return Kept(copies=order.copies, pages=None if pages == tuple(range(count)) else pages)
