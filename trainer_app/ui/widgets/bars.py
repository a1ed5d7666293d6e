"""Small charts of one number: heads in a bar, a share, a ring with "14/25". Each also says it in words."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.domain.attendance import Headcount
from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CAPTION

_BAR_WIDTH, _BAR_LEAST, _BAR_HEIGHT, _GAP, _LEAST = 132, 40, 6, 2, 5
_RING, _RING_WIDTH = 44, 5.0


def draw_headcount(painter: QPainter, box: QRectF, heads: Headcount) -> None:
    """Paint the heads of a session: present, late, excused, absent filled, the unmarked hollow.

    Marks that only a newer version can show are grey.

    Even one person gets a piece of 5 pixels, so that nobody disappears; the largest piece gives way.
    """
    scheme = tokens()
    pieces = [
        (heads.present, scheme.present),
        (heads.late, scheme.late_edge),
        (heads.excused, scheme.excused_edge),
        (heads.absent, scheme.absent),
        (heads.unknown, scheme.planned),
        (heads.unmarked, ""),
    ]
    pieces = [piece for piece in pieces if piece[0]]
    if not pieces:
        pieces = [(1, "")]
    widths = _share_out([count for count, _ in pieces], box.width())
    left = box.left()
    for (_, colour), width in zip(pieces, widths, strict=True):
        piece = QRectF(left, box.top(), width, box.height())
        if colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
        else:
            piece = piece.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(QColor(scheme.unmarked), 1))
            painter.setBrush(QColor(scheme.surface))
        radius = min(piece.height() / 2, 2.5)
        painter.drawRoundedRect(piece, radius, radius)
        left += width + _GAP


def _share_out(counts: list[int], width: float) -> list[float]:
    """Divide a width by counts, whole pixels, none under the least; the parts and gaps add up to it."""
    room = width - _GAP * (len(counts) - 1)
    whole = sum(counts)
    widths = [max(float(_LEAST), float(round(room * count / whole))) for count in counts]
    widest = widths.index(max(widths))
    widths[widest] += room - sum(widths)
    return widths


class HeadcountBar(QWidget):
    """How far a session is marked, at a glance."""

    def __init__(self, name: str, heads: Headcount | None = None, width: int = _BAR_WIDTH) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(_BAR_HEIGHT + 2)
        self.setMinimumWidth(_BAR_LEAST)
        self.setMaximumWidth(width)
        self._width = width
        self._heads = heads or Headcount()

    def set_heads(self, heads: Headcount, spoken: str) -> None:
        """Show other counts; `spoken` says them in words."""
        self._heads = heads
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Be as wide as asked for, less where there is no room."""
        return QSize(self._width, _BAR_HEIGHT + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pieces."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_headcount(painter, QRectF(0, 1, self.width(), _BAR_HEIGHT), self._heads)


def draw_share(painter: QPainter, box: QRectF, share: int, *, below: bool) -> None:
    """Paint a share (hundredths of a per cent) as a bar; red only when it is below its limit."""
    scheme = tokens()
    painter.setPen(Qt.PenStyle.NoPen)
    radius = box.height() / 2
    painter.setBrush(QColor(scheme.line))
    painter.drawRoundedRect(box, radius, radius)
    filled = box.width() * min(max(share, 0), 10000) / 10000
    if filled > 0:
        painter.setBrush(QColor(scheme.absent if below else scheme.edge))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), filled, box.height()), radius, radius)


class ShareBar(QWidget):
    """A share of 100 % as a bar."""

    def __init__(self, name: str, width: int = 64) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedSize(width, 4)
        self._share, self._below = 0, False

    def set_share(self, share: int, limit: int | None, spoken: str) -> None:
        """Show a share and whether it misses its limit, both in hundredths of a per cent."""
        self._share = share
        self._below = limit is not None and share < limit
        self.setAccessibleName(spoken)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_share(painter, QRectF(self.rect()), self._share, below=self._below)


class Ring(QWidget):
    """How many of how many, as a ring with "14/25" in it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._done, self._whole = 0, 0

    def set_ring(self, done: int, whole: int, spoken: str) -> None:
        """Show `done` of `whole`."""
        self._done, self._whole = done, whole
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square of 46, the pen's width in it."""
        return QSize(_RING + 2, _RING + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, then the figures in the narrow cut."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = (_RING - _RING_WIDTH) / 2
        centre = QPointF(self.width() / 2, self.height() / 2)
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.setPen(QPen(QColor(scheme.surface), _RING_WIDTH))
        painter.drawEllipse(box)
        if self._whole > 0 and self._done > 0:
            pen = QPen(QColor(scheme.accent), _RING_WIDTH)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(box, 90 * 16, -round(360 * 16 * min(self._done, self._whole) / self._whole))
        painter.setPen(QColor(scheme.accent_text))
        figures = f"{self._done}/{self._whole}"
        size = CAPTION if len(figures) <= 5 else 10
        painter.setFont(fonts.font(size, 600, narrow=True))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), figures)
