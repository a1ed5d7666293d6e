"""One page to look at: zoomed, turned, moved by mouse and arrow keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView

from trainer_app.ui.shell.theme import tokens

_STEP, _LEAST, _MOST = 1.25, 0.05, 8.0
_MARGIN = 12.0


class PageView(QGraphicsView):
    """Shows one picture, fitted until a person zooms. `zoomed` tells the share of its own size."""

    zoomed = Signal(float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._scene = QGraphicsScene(self)
        self._item = self._scene.addPixmap(QPixmap())
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._turned = 0
        self._fitted = True
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.tint()

    @property
    def turned(self) -> int:
        """By how many degrees, clockwise, the page is turned."""
        return self._turned

    @property
    def share(self) -> float:
        """How large the page is shown, against its own size."""
        matrix = self.transform()
        return float((matrix.m11() ** 2 + matrix.m12() ** 2) ** 0.5)

    def show_page(self, picture: QImage) -> None:
        """Show another page; how it is turned stays, since scans of one pile lie alike."""
        self._item.setPixmap(QPixmap.fromImage(picture))
        self._scene.setSceneRect(self._item.boundingRect().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        self.fit()

    def fit(self) -> None:
        """Show the whole page."""
        self._fitted = True
        self.resetTransform()
        self.rotate(self._turned)
        self.fitInView(self._scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        self.zoomed.emit(self.share)

    def zoom(self, factor: float) -> None:
        """Make the page larger or smaller."""
        wanted = min(max(self.share * factor, _LEAST), _MOST)
        self._fitted = False
        self.scale(wanted / self.share, wanted / self.share)
        self.zoomed.emit(self.share)

    def larger(self) -> None:
        """Zoom in by a step."""
        self.zoom(_STEP)

    def smaller(self) -> None:
        """Zoom out by a step."""
        self.zoom(1 / _STEP)

    def turn(self, degrees: int) -> None:
        """Turn the page clockwise; it is fitted anew."""
        self._turned = (self._turned + degrees) % 360
        self.fit()

    def reset(self) -> None:
        """Forget how the last file was turned."""
        self._turned = 0

    def tint(self) -> None:
        """Lay the page on a quiet ground."""
        self.setBackgroundBrush(QColor(tokens().line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole page in sight until a person zooms."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move a page that is larger than the view; every other key is the viewer's."""
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
        if event.key() in arrows and not self._fitted:
            super().keyPressEvent(event)
        else:
            event.ignore()
