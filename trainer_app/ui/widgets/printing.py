"""Printing a PDF that was made elsewhere: the same pages on paper as on the screen."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from trainer_app.domain.changes import Progress, no_progress
from trainer_app.domain.errors import TrainerError

MOST_DPI = 300
"""Finer than this only costs memory: an A4 page is 26 MB at 300 dpi."""

_POINTS = 72
_OVER = 2
"""Rows of pixels that two bands of a page share, so that no seam shows."""


class PdfBytes(QObject):
    """A PDF held in memory as a Qt document. Raises print.not_a_pdf for anything else."""

    def __init__(self, data: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.data = data
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(self)
        self.document.load(self._buffer)
        if self.document.status() is not QPdfDocument.Status.Ready:
            raise TrainerError("print.not_a_pdf")


def print_pdf(document: QPdfDocument, printer: QPrinter, progress: Progress = no_progress) -> int:
    """Draw a document's pages on a printer, in the printer's page range; return how many were printed.

    Pages are rendered at the smaller of the printer's resolution and 300 dpi, in the size they have, and
    turned as each page needs. Raises print.failed when the printer refuses; then, and when it is stopped,
    the printer is told to forget the pages it has.
    """
    first, last = _page_range(document, printer)
    printer.setFullPage(True)
    printer.setPageLayout(_layout(document, first))
    painter = QPainter()
    if not painter.begin(printer):
        raise TrainerError("print.failed")
    finished = False
    try:
        for page in range(first, last + 1):
            if page > first:
                printer.setPageLayout(_layout(document, page))
                if not printer.newPage():
                    raise TrainerError("print.failed")
            _draw_page(document, page, printer, painter)
            progress("print.page", (page - first + 1) / (last - first + 1))
        finished = True
    finally:
        if not finished:
            printer.abort()
        painter.end()
    return last - first + 1


def print_bytes(data: bytes, printer: QPrinter, progress: Progress = no_progress) -> int:
    """Print a PDF from its bytes, in any thread: the document lives only here. Like `print_pdf`."""
    pdf = PdfBytes(data)
    try:
        return print_pdf(pdf.document, printer, progress)
    finally:
        pdf.document.close()


def _page_range(document: QPdfDocument, printer: QPrinter) -> tuple[int, int]:
    """Return the first and last page to print, counted from 0."""
    pages = document.pageCount()
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
        return min(printer.fromPage(), pages) - 1, min(max(printer.toPage(), printer.fromPage()), pages) - 1
    return 0, pages - 1


def _layout(document: QPdfDocument, page: int) -> QPageLayout:
    size = document.pagePointSize(page)
    landscape = size.width() > size.height()
    upright = size.transposed() if landscape else size
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    layout = QPageLayout()
    layout.setPageSize(paper)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    layout.setOrientation(
        QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    )
    return layout


def _draw_page(document: QPdfDocument, page: int, printer: QPrinter, painter: QPainter) -> None:
    dpi = min(printer.resolution(), MOST_DPI)
    points = document.pagePointSize(page)
    pixels = QSize(round(points.width() * dpi / _POINTS), round(points.height() * dpi / _POINTS))
    drawn = _on_white(document.render(page, pixels))
    scale = printer.resolution() / dpi
    # An inch at a time: a whole page holds everything else up for too long, and whole inches begin on whole
    # dots of whatever shows or prints the result.
    for top in range(0, pixels.height(), dpi):
        part = QRect(0, top, pixels.width(), min(dpi + _OVER, pixels.height() - top))
        target = QRectF(0, top * scale, part.width() * scale, part.height() * scale)
        painter.drawImage(target, drawn, QRectF(part))


def _on_white(drawn: QImage) -> QImage:
    """Return a page without transparency: a printer would draw a grey rim where it begins."""
    white = QImage(drawn.size(), QImage.Format.Format_RGB32)
    white.fill(0xFFFFFFFF)
    painter = QPainter(white)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return white
