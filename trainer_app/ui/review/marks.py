"""Marks as Review shows them: the grid's own pictures, small in the list and large on a side."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.domain.attendance import Mark
from trainer_app.ui.attendance.cell_pictures import draw_mark
from trainer_app.ui.shell.theme import tokens

SMALL_SIZE = QSize(28, 16)
_LARGE, _SCALE = QSize(72, 30), 30 / 18


def draw_small_mark(painter: QPainter, box: QRectF, mark: str, letters: tuple[str, ...]) -> None:
    """Paint a mark without minutes into a box of `SMALL_SIZE`."""
    draw_mark(painter, box, tokens(), mark, 0, letters, width=box.width())


class LargeMark(QWidget):
    """A mark as large as a title, with its minutes. The words beside it say the same."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._mark, self._minutes = Mark.PRESENT.value, 0
        self._letters: tuple[str, ...] = ("", "", "", "")

    def set_mark(self, mark: str, minutes: int, letters: tuple[str, ...]) -> None:
        """Show another mark."""
        self._mark, self._minutes, self._letters = mark, minutes, letters
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of every mark."""
        return _LARGE

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the grid's picture, larger."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(_SCALE, _SCALE)
        width = _LARGE.width() / _SCALE
        box = QRectF(0, 0, width, _LARGE.height() / _SCALE)
        draw_mark(painter, box, tokens(), self._mark, self._minutes, self._letters, width=width)
