"""A scroll bar that paints its handle itself, as the style sheet draws every other one.

Through the style a single bar takes longer to paint than the marks of a large course.
"""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from trainer_app.ui.shell.theme import tokens

_INSET, _RADIUS = 2, 4


class SlimBar(QScrollBar):
    """A bar without arrows and without a ground of its own; the handle is darker under the mouse."""

    def __init__(self, way: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(way, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the handle can be taken."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the handle; where it lies is the style's to say, so that the mouse finds it there."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.edge if self.underMouse() or self.isSliderDown() else scheme.line2))
        box = QRectF(handle).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
