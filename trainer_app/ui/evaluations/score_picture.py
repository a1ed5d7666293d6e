"""The tests of a course as a picture: everybody's percentage before and after as dots, means as lines."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CAPTION, SMALL, Tokens

_HEAD, _ROOM, _AXIS, _GAP = 20, 34, 18, 10
_DOT, _STEP = 6.0, 7.0
_WHOLE = 10_000


@dataclass(frozen=True)
class Lane:
    """One test: its name, everybody's share and the mean in hundredths of a per cent, the mean in words."""

    title: str
    shares: tuple[int, ...]
    mean: int | None
    shown: str


def columns_of(shares: tuple[int, ...], width: float) -> list[tuple[float, int]]:
    """Return (x, place in its pile) of each dot: shares that lie too close stand on each other."""
    placed = []
    piles: dict[int, int] = {}
    bins = max(1, int(width // _STEP))
    for share in sorted(shares):
        pile = min(bins - 1, min(max(share, 0), _WHOLE) * bins // _WHOLE)
        placed.append(((pile + 0.5) * width / bins, piles.get(pile, 0)))
        piles[pile] = piles.get(pile, 0) + 1
    return placed


class ScorePicture(QWidget):
    """Two lanes from 0 to 100 %: hollow dots before, filled dots after, and the line of each mean."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lanes: tuple[Lane, ...] = ()

    def set_lanes(self, lanes: tuple[Lane, ...], spoken: str) -> None:
        """Show other tests; `spoken` says the picture in words."""
        self._lanes = lanes
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as two lanes and the axis."""
        return QSize(240, 2 * (_HEAD + _ROOM) + _GAP + _AXIS)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a side card."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lanes, then the axis below them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scheme = tokens()
        top = 0.0
        for place, lane in enumerate(self._lanes):
            self._draw_lane(painter, scheme, lane, top, filled=place > 0)
            top += _HEAD + _ROOM + _GAP
        self._draw_axis(painter, scheme, top - _GAP)

    def _draw_lane(self, painter: QPainter, scheme: Tokens, lane: Lane, top: float, *, filled: bool) -> None:
        head = QRectF(0, top, self.width(), _HEAD - 2)
        painter.setFont(fonts.font(SMALL))
        painter.setPen(QColor(scheme.text))
        painter.drawText(head, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), lane.title)
        painter.setFont(fonts.font(SMALL, 600))
        painter.drawText(head, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), lane.shown)
        base = top + _HEAD + _ROOM
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.sunken))
        painter.drawRect(QRectF(0, top + _HEAD, self.width(), _ROOM))
        painter.setPen(QPen(QColor(scheme.line2), 1))
        painter.drawLine(QPointF(0, base - 0.5), QPointF(self.width(), base - 0.5))
        self._draw_dots(painter, scheme, lane, base, filled=filled)
        if lane.mean is not None:
            x = round(lane.mean * (self.width() - 2) / _WHOLE) + 1
            painter.setPen(QPen(QColor(scheme.accent_text), 2))
            painter.drawLine(QPointF(x, top + _HEAD), QPointF(x, base))

    def _draw_dots(self, painter: QPainter, scheme: Tokens, lane: Lane, base: float, *, filled: bool) -> None:
        placed = columns_of(lane.shares, self.width())
        highest = max((pile for _, pile in placed), default=0)
        step = min(_STEP, (_ROOM - _DOT - 2) / highest) if highest else _STEP
        if filled:
            painter.setPen(QPen(QColor(scheme.surface), 1))
            painter.setBrush(QColor(scheme.accent))
        else:
            painter.setPen(QPen(QColor(scheme.edge), 1.3))
            painter.setBrush(QColor(scheme.surface))
        for x, pile in placed:
            painter.drawEllipse(QPointF(x, base - 2 - _DOT / 2 - pile * step), _DOT / 2, _DOT / 2)

    def _draw_axis(self, painter: QPainter, scheme: Tokens, top: float) -> None:
        painter.setFont(fonts.font(CAPTION))
        painter.setPen(QColor(scheme.text3))
        width = 40.0
        for share in (0, 50, 100):
            middle = share * self.width() / 100
            left = min(max(middle - width / 2, 0), self.width() - width)
            side = {0: Qt.AlignmentFlag.AlignLeft, 50: Qt.AlignmentFlag.AlignHCenter}.get(
                share, Qt.AlignmentFlag.AlignRight
            )
            painter.drawText(QRectF(left, top + 1, width, _AXIS - 1), int(side), str(share))
