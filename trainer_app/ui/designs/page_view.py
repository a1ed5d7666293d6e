"""A design as it will be printed; its parts are picked by a click and pushed by keys or the mouse."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.actions import design_drafts
from trainer_app.actions.design_drafts import Part, Preview
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import LIGHT
from trainer_app.ui.widgets.naming import FocusRing
from trainer_app.ui.widgets.printing import PdfBytes

STEP, LEAP = 0.5, 5.0
"""Millimetres that an arrow key moves a part, alone and with Shift."""

_DRAG = 4
"""Pixels that the mouse goes before a click becomes a push."""

_FINER = 2

_PUSHES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class DesignView(FocusRing, QWidget):
    """One page. `picked` tells the part under a click, `pushed` how far (mm) the chosen one shall go."""

    picked = Signal(str)
    pushed = Signal(float, float)

    def __init__(self, name: str, *, editable: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self.preview: Preview | None = None
        self.part = ""
        self._editable = editable
        self._pdf: PdfBytes | None = None
        self._image = QImage()
        self._from: QPointF | None = None
        self._by = QPointF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if editable else Qt.FocusPolicy.NoFocus)

    def show_preview(self, preview: Preview | None) -> None:
        """Show a page, or nothing."""
        self.preview = preview
        if self._pdf is not None:
            self._pdf.deleteLater()
        self._pdf = PdfBytes(preview.pdf, self) if preview else None
        self._image = QImage()
        self.update()

    def select(self, part: str) -> None:
        """Mark a part."""
        self.part = part
        self.update()

    def page(self) -> QRectF:
        """Return where the page stands, in pixels of this widget."""
        wide, high = (self.preview.width, self.preview.height) if self.preview else (297.0, 210.0)
        scale = min((self.width() - 2) / wide, (self.height() - 2) / high)
        box = QRectF(0, 0, max(1.0, wide * scale), max(1.0, high * scale))
        box.moveCenter(QRectF(self.rect()).center())
        return box

    def box_of(self, part: Part) -> QRectF:
        """Return where a part stands, in pixels of this widget."""
        page, scale = self.page(), self._scale()
        x, y, width, height = part.box
        return QRectF(page.left() + x * scale, page.top() + y * scale, width * scale, height * scale)

    def sizeHint(self) -> QSize:
        """Be as wide as a page that can be read."""
        return QSize(560, 396)

    def minimumSizeHint(self) -> QSize:
        """Give way."""
        return QSize(240, 170)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick what lies under the mouse."""
        if not self._editable or self.preview is None:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        page, scale = self.page(), self._scale()
        at = event.position() - page.topLeft()
        found = design_drafts.part_at(self.preview.parts, at.x() / scale, at.y() / scale)
        self._from, self._by = (event.position(), QPointF()) if found else (None, QPointF())
        self.picked.emit(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the part along."""
        if self._from is not None:
            by = event.position() - self._from
            if self._by.manhattanLength() or by.manhattanLength() >= _DRAG:
                self._by = by
                self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Push the part to where the mouse let go, in whole steps."""
        by, self._from, self._by = self._by, None, QPointF()
        if by.manhattanLength():
            right, down = (round(length / self._scale() / STEP) * STEP for length in (by.x(), by.y()))
            self.pushed.emit(right, down)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Push the chosen part by half a millimetre, with Shift by five."""
        push = _PUSHES.get(Qt.Key(event.key()))
        if push is None or not self.part:
            super().keyPressEvent(event)
            return
        far = LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        self.pushed.emit(push[0] * far, push[1] * far)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page, and a frame round the chosen part."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        page = self.page()
        painter.fillRect(page, QColor(Qt.GlobalColor.white))
        painter.drawImage(page, self._rendered(page))
        painter.setPen(QPen(QColor(tokens().line2), 1))
        painter.drawRect(page)
        if self._editable and self.preview is not None:
            self._draw_chosen(painter)

    def _draw_chosen(self, painter: QPainter) -> None:
        chosen = (
            next((each for each in self.preview.parts if each.id == self.part), None)
            if self.preview
            else None
        )
        if chosen is None:
            return
        # The page is white in the dark theme too.
        light = QColor(LIGHT.accent)
        painter.setPen(QPen(light, 2 if self.ring_shown else 1.2))
        light.setAlpha(22)
        painter.setBrush(light)
        painter.drawRect(self.box_of(chosen).translated(self._by))

    def _scale(self) -> float:
        """Return pixels in a millimetre."""
        return self.page().width() / (self.preview.width if self.preview else 297.0)

    def _rendered(self, page: QRectF) -> QImage:
        # Drawn finer and made smaller: else hairlines of the frame would be as thick as a whole pixel.
        ratio = self.devicePixelRatioF() * _FINER
        size = QSize(round(page.width() * ratio), round(page.height() * ratio))
        if self._pdf is not None and self._image.size() != size:
            self._image = self._pdf.document.render(0, size)
        return self._image
