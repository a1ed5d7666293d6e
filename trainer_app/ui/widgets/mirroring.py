"""Painting for languages that are written from the right: boxes change sides, pictures stay."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter


def from_right(painter: QPainter) -> bool:
    """Tell whether the program is laid out from the right; Qt tells every painter so."""
    return painter.layoutDirection() is Qt.LayoutDirection.RightToLeft


def visual(painter: QPainter, within: QRectF, box: QRectF) -> QRectF:
    """Return where a box, meant for a layout from the left, stands inside another one."""
    if not from_right(painter):
        return box
    return QRectF(within.left() + within.right() - box.right(), box.top(), box.width(), box.height())
