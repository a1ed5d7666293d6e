"""Printing of a finished PDF: available printers, unprintable margins, pages, copies and sides.

The same pages come out on paper as are shown on the screen.
"""

from collections.abc import Callable, Iterable
from functools import partial

from msgspec import Struct
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.papers.course_papers import Sides

_TURNING = frozenset(
    {QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexShortSide, QPrinter.DuplexMode.DuplexAuto}
)


class PrinterChoice(Struct, frozen=True):
    """A printer to choose: its name, how it is opened, and whether it turns sheets to print on both sides.

    Both calls ask the printer's driver, which takes seconds while a printer of the network is away.
    """

    name: str
    open: Callable[[], QPrinter]
    turns: Callable[[], bool]


class PrinterFacts(Struct, frozen=True):
    """What a driver says of its printer: whether it turns sheets, and the edges (mm) that stay white."""

    turns: bool
    edges: QMarginsF


type PrinterSource = Callable[[], list[PrinterChoice]]
"""Lists printers; the one that is meant by default is the first. No driver is asked for it."""


def installed() -> list[PrinterChoice]:
    """Return the printers that the system knows, its default one first."""
    usual = QPrinterInfo.defaultPrinterName()
    names = sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name))
    return [_choice(name) for name in names]


def _choice(name: str) -> PrinterChoice:
    return PrinterChoice(name, partial(_open, name), partial(_turns, name))


def _turns(name: str) -> bool:
    return bool(_TURNING & set(QPrinterInfo.printerInfo(name).supportedDuplexModes()))


def _open(name: str) -> QPrinter:
    printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
    return printer


UNKNOWN_EDGE = 5.0
"""Millimetres that are kept free where a printer says that it prints everywhere, and a person doubts it."""

_POINTS_PER_MM = 72 / 25.4
_LOOK_DPI = 50
_INK = 225
"""Greys darker than this are ink; a ground as light as paper may be cut without anybody seeing it."""


def paper_of(size: QSizeF) -> QPageSize:
    """Return the paper, upright, for a page of a size in points."""
    upright = size.transposed() if size.width() > size.height() else size
    return QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)


def unprintable(printer: QPrinter, size: QSizeF) -> QMarginsF:
    """Return the edges that a printer cannot print on, in millimetres, for a page of a size in points.

    Which way a driver turns a page that lies across is not told: then the wider of two edges counts on both.
    """
    paper = paper_of(size)
    if not printer.pageLayout().pageSize().isEquivalentTo(paper):
        printer.setPageSize(paper)
    layout = printer.pageLayout()
    layout.setUnits(QPageLayout.Unit.Millimeter)
    edges = layout.minimumMargins()
    if size.width() <= size.height():
        return edges
    across, along = max(edges.left(), edges.right()), max(edges.top(), edges.bottom())
    return QMarginsF(along, across, along, across)


def facts_of(choice: PrinterChoice, size: QSizeF) -> PrinterFacts:
    """Ask a printer's driver about pages of a size in points, in any thread."""
    return PrinterFacts(choice.turns(), unprintable(choice.open(), size))


def shrunk(size: QSizeF, edges: QMarginsF) -> QRectF:
    """Return where a page lies so that all of it is printed, in points: as large as can be, in the middle.

    `edges` in millimetres; where there are none, `UNKNOWN_EDGE` is kept free all round.
    """
    if edges.isNull():
        edges = QMarginsF(UNKNOWN_EDGE, UNKNOWN_EDGE, UNKNOWN_EDGE, UNKNOWN_EDGE)
    room = QRectF(QPointF(0, 0), size).marginsRemoved(edges * _POINTS_PER_MM)
    small = QRectF(QPointF(0, 0), size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
    small.moveCenter(room.center())
    return small


def is_cut(document: QPdfDocument, pages: Iterable[int], edges: QMarginsF) -> bool:
    """Tell whether ink of some pages lies within edges in millimetres, that is, whether it would be lost."""
    if edges.isNull():
        return False
    return any(_has_ink_at(document, page, edges) for page in pages)


def _has_ink_at(document: QPdfDocument, page: int, edges: QMarginsF) -> bool:
    size = document.pagePointSize(page)
    pixels = QSize(round(size.width() * _LOOK_DPI / 72), round(size.height() * _LOOK_DPI / 72))
    white = QImage(pixels, QImage.Format.Format_RGB32)
    white.fill(0xFFFFFFFF)
    painter = QPainter(white)
    painter.drawImage(0, 0, document.render(page, pixels))
    painter.end()
    grey = white.convertToFormat(QImage.Format.Format_Grayscale8)
    step = _LOOK_DPI / 25.4
    left, top, right, bottom = (
        int(edge * step) for edge in (edges.left(), edges.top(), edges.right(), edges.bottom())
    )
    width, height = pixels.width(), pixels.height()
    strips = (
        (0, 0, width, top),
        (0, height - bottom, width, bottom),
        (0, 0, left, height),
        (width - right, 0, right, height),
    )
    return any(_darkest(grey.copy(*strip)) < _INK for strip in strips if strip[2] and strip[3])


def _darkest(grey: QImage) -> int:
    """Return the darkest grey of a picture."""
    stride, data = grey.bytesPerLine(), bytes(grey.constBits())
    return min(min(data[row * stride : row * stride + grey.width()]) for row in range(grey.height()))


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


class PrintOrder(Struct, frozen=True):
    """What a person asked for: pages in their order (None: a side stays blank), and how they are printed.

    `shrink` makes each page small enough that nothing lies where the printer cannot print.
    """

    pages: tuple[int | None, ...]
    copies: int = 1
    shrink: bool = False
    sides: Sides = Sides.ONE


def print_pdf(
    document: QPdfDocument,
    printer: QPrinter,
    order: PrintOrder | None = None,
    progress: Progress = no_progress,
) -> int:
    """Draw pages of a document on a printer, all of them unless ordered; return how many were printed.

    Pages are rendered at the smaller of the printer's resolution and 300 dpi, in the size they have unless
    they are to be shrunk, and turned as each page needs. Raises print.failed when the printer refuses; then,
    and when it is stopped, the printer is told to forget the pages it has.
    """
    order = order or PrintOrder(tuple(range(document.pageCount())))
    pages = _repeated(order, printer)
    shown = [page for page in pages if page is not None]
    if not shown:
        raise TrainerError("print.no_pages")
    frames = {page: _frame(document, page, printer, order) for page in set(shown)}
    printer.setDuplex(turned_over(document.pagePointSize(shown[0]), order.sides))
    printer.setFullPage(True)
    printer.setPageLayout(_layout(document, shown[0]))
    painter = QPainter()
    if not painter.begin(printer):
        raise TrainerError("print.failed")
    finished = False
    try:
        for number, page in enumerate(pages, start=1):
            if page is not None:
                printer.setPageLayout(_layout(document, page))
            if number > 1 and not printer.newPage():
                raise TrainerError("print.failed")
            if page is not None:
                _draw_page(document, page, printer, painter, frames[page])
            progress("print.page", number / len(pages))
        finished = True
    finally:
        if not finished:
            printer.abort()
        painter.end()
    return sum(page is not None for page in order.pages) * order.copies


def print_bytes(
    data: bytes,
    open_printer: Callable[[], QPrinter],
    order: PrintOrder | None = None,
    progress: Progress = no_progress,
) -> int:
    """Print a PDF from its bytes, in any thread: the document lives only here. Like `print_pdf`."""
    pdf = PdfBytes(data)
    try:
        return print_pdf(pdf.document, open_printer(), order, progress)
    finally:
        pdf.document.close()


def _repeated(order: PrintOrder, printer: QPrinter) -> tuple[int | None, ...]:
    """Return the pages for all copies: once where the printer makes the copies, else one after another."""
    if printer.supportsMultipleCopies():
        printer.setCopyCount(order.copies)
        printer.setCollateCopies(True)
        return order.pages
    printer.setCopyCount(1)
    between = (None,) if order.sides is Sides.BOTH and len(order.pages) % 2 else ()
    return (*order.pages, *((*between, *order.pages) * (order.copies - 1)))


def turned_over(page: QSizeF, sides: Sides) -> QPrinter.DuplexMode:
    """Return over which edge a printer turns the sheets: the one at the left of a page of this size."""
    if sides is not Sides.BOTH:
        return QPrinter.DuplexMode.DuplexNone
    across = page.width() > page.height()
    return QPrinter.DuplexMode.DuplexShortSide if across else QPrinter.DuplexMode.DuplexLongSide


def _layout(document: QPdfDocument, page: int) -> QPageLayout:
    size = document.pagePointSize(page)
    layout = QPageLayout()
    layout.setPageSize(paper_of(size))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    layout.setOrientation(
        QPageLayout.Orientation.Landscape
        if size.width() > size.height()
        else QPageLayout.Orientation.Portrait
    )
    return layout


def _frame(document: QPdfDocument, page: int, printer: QPrinter, order: PrintOrder) -> QRectF:
    """Return where on the paper a page is drawn, in points from its upper left corner."""
    size = document.pagePointSize(page)
    if not order.shrink:
        return QRectF(QPointF(0, 0), size)
    return shrunk(size, unprintable(printer, size))


def _draw_page(
    document: QPdfDocument, page: int, printer: QPrinter, painter: QPainter, frame: QRectF
) -> None:
    dpi = min(printer.resolution(), MOST_DPI)
    pixels = QSize(round(frame.width() * dpi / _POINTS), round(frame.height() * dpi / _POINTS))
    drawn = _on_white(document.render(page, pixels))
    scale = printer.resolution() / dpi
    left, above = round(frame.left() * dpi / _POINTS), round(frame.top() * dpi / _POINTS)
    # An inch at a time: a whole page holds everything else up for too long, and whole inches begin on whole
    # dots of whatever shows or prints the result.
    for top in range(0, pixels.height(), dpi):
        part = QRect(0, top, pixels.width(), min(dpi + _OVER, pixels.height() - top))
        target = QRectF(left * scale, (above + top) * scale, part.width() * scale, part.height() * scale)
        painter.drawImage(target, drawn, QRectF(part))


def _on_white(drawn: QImage) -> QImage:
    """Return a page without transparency: a printer would draw a grey rim where it begins."""
    white = QImage(drawn.size(), QImage.Format.Format_RGB32)
    white.fill(0xFFFFFFFF)
    painter = QPainter(white)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return white
