"""The upright plates that say over a hatched column why its session was cancelled."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from trainer_app.ui.attendance.grid_model import GridModel
from trainer_app.ui.attendance.painting import draw_text, elided, width_of
from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.tokens import CAPTION, Tokens

_WIDTH, _END, _BAND = 22, 10, 660
"""Width, space before and after the words, and how many pixels of a column have one plate."""


def draw_plates(
    painter: QPainter,
    scheme: Tokens,
    model: GridModel,
    columns: Iterable[int],
    box_of: Callable[[int], QRect],
) -> None:
    """Paint the plates of cancelled columns. `box_of` gives a whole column, also where it is scrolled away.

    The plate stands in the middle of the column and, in a long list, once in every band of it, so that
    it scrolls with the rows and one is nearly always in sight.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for column in columns:
        whole = box_of(column)
        bands = max(1, round(whole.height() / _BAND))
        height = whole.height() / bands
        for band in range(bands):
            box = QRectF(whole.left(), whole.top() + band * height, whole.width(), height)
            _draw_plate(painter, scheme, box, model.words.cancelled(model.sessions[column]))


def _draw_plate(painter: QPainter, scheme: Tokens, band: QRectF, words: str) -> None:
    words = elided(words, max(int(band.height()) - 4 * _END, 0), CAPTION, 500)
    length = width_of(words, CAPTION, 500) + 2 * _END
    left = int(band.center().x() - _WIDTH / 2) + 0.5
    top = int(band.center().y() - length / 2) + 0.5
    plate = QRectF(left, top, _WIDTH, length)
    painter.setPen(QPen(QColor(scheme.line2), 1))
    painter.setBrush(QColor(scheme.surface))
    painter.drawRoundedRect(plate, _WIDTH / 2, _WIDTH / 2)
    painter.save()
    painter.setClipping(True)
    painter.translate(plate.center().x(), plate.bottom() - _END)
    painter.rotate(-90)
    measures = fonts.metrics(CAPTION, 500)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    draw_text(
        painter, QPointF(0, (measures.ascent() - measures.descent()) / 2), words, scheme.text2, CAPTION, 500
    )
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
