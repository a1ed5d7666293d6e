"""The answers to one statement as a bar, from "not at all" at the left to "fully"."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from trainer_app.domain.scales import ScaleSummary
from trainer_app.ui.shell.theme import tokens

_HEIGHT, _GAP = 10.0, 2.0


def draw_answers(painter: QPainter, room: QRectF, counts: tuple[int, ...]) -> None:
    """Paint the shares of the answers; the best are filled, the middle pale, the worst hollow."""
    whole = sum(counts)
    if not whole:
        return
    given = [(count, *look) for count, look in zip(counts, _looks(counts), strict=True) if count]
    width = room.width() - _GAP * (len(given) - 1)
    left, top = room.left(), room.center().y() - _HEIGHT / 2
    for count, fill, border in given:
        piece = QRectF(left, top, max(3.0, width * count / whole), _HEIGHT)
        left = piece.right() + _GAP
        painter.setPen(QPen(QColor(border), 1) if border else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        inset = 0.5 if border else 0.0
        painter.drawRoundedRect(piece.adjusted(inset, inset, -inset, -inset), 2, 2)


def _looks(counts: tuple[int, ...]) -> list[tuple[str, str]]:
    """Return fill and border of each step: what counts as an end of the scale looks like one."""
    scheme = tokens()
    ends, steps = ScaleSummary(counts).ends, len(counts)
    hollow, pale = (scheme.surface, scheme.unmarked), (scheme.line2, "")
    best = [(scheme.edge, "")] * (ends - 1) + [(scheme.accent, "")]
    return [hollow] * ends + [pale] * (steps - 2 * ends) + best
