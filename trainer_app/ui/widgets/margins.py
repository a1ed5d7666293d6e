"""The edge of the paper that a printer cannot print on, and what of a page would be lost there."""

from collections.abc import Iterable

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

UNKNOWN_EDGE = 5.0
"""Millimetres that are kept free where a printer says that it prints everywhere, and a person doubts it."""

_POINTS = 72 / 25.4
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


def shrunk(size: QSizeF, edges: QMarginsF) -> QRectF:
    """Return where a page lies so that all of it is printed, in points: as large as can be, in the middle.

    `edges` in millimetres; where there are none, `UNKNOWN_EDGE` is kept free all round.
    """
    if edges.isNull():
        edges = QMarginsF(UNKNOWN_EDGE, UNKNOWN_EDGE, UNKNOWN_EDGE, UNKNOWN_EDGE)
    room = QRectF(QPointF(0, 0), size).marginsRemoved(edges * _POINTS)
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
