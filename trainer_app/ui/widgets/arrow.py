"""The arrow of fields that open a list or a calendar."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer_app.ui.shell import icons

_SIZE = 16


def draw_arrow(field: QWidget) -> None:
    """Draw it at the end of a field, in the middle of its height."""
    painter = QPainter(field)
    size = QSize(_SIZE, _SIZE)
    mirrored = field.isRightToLeft()
    left = 10 if mirrored else field.width() - size.width() - 10
    box = QRectF(left, (field.height() - size.height()) / 2, size.width(), size.height())
    icons.draw(painter, "down", box, "text3" if field.isEnabled() else "line2")
