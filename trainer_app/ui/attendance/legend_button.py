"""A mark of the legend: its glyph and how many have it, over its word."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from trainer_app.domain.attendance import Mark
from trainer_app.ui.attendance.cell_pictures import draw_mark, shared
from trainer_app.ui.attendance.faces import UNKNOWN, UNMARKED
from trainer_app.ui.attendance.grid_model import GridModel
from trainer_app.ui.attendance.painting import baseline, draw_text, width_of
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import BODY, CAPTION, Tokens

_GLYPH, _GLYPH_HEIGHT, _RING, _GAP = 24, 18, 12, 7
_LINE, _WORDS, _HEIGHT = 21, 17, 38


class LegendButton(QAbstractButton):
    """One mark: how it looks, how many have it, what it is called. A click marks the current cell so.

    `kind` is that of a `Face`: a mark's value, not marked, or a mark that nobody can give in this version.
    """

    def __init__(self, kind: str, model: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"attendance_legend_{kind}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if kind == UNKNOWN:
            self.setEnabled(False)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.kind = kind
        self.mark = None if kind in (UNKNOWN, UNMARKED) else Mark(kind)
        self.brief = False
        self._model = model
        self._count = 0
        self.retell()

    def set_count(self, count: int) -> None:
        """Show another number."""
        if count != self._count:
            self._count = count
            self.retell()

    def set_brief(self, brief: bool) -> None:
        """Leave the word away where there is no room for it."""
        self.brief = brief
        self._fit()
        self.update()

    def retell(self) -> None:
        """Take the words anew."""
        words = self._model.words.unknown() if self.kind == UNKNOWN else self._word()
        self.setAccessibleName(f"{self._count} {words}")
        self.setToolTip(words)
        self._fit()
        self.update()

    def _word(self) -> str:
        words = self._model.words
        return words.unknown_short() if self.kind == UNKNOWN else words.word(self.mark)

    def _glyph(self) -> int:
        return _GLYPH if self.mark else _RING

    def _fit(self) -> None:
        """Take the size of what is shown. Layouts ask for hints some sixty times; a fixed size they know."""
        self.setFixedSize(self.width_with(word=not self.brief), _HEIGHT)

    def width_with(self, *, word: bool) -> int:
        """Return the width with or without the word."""
        width = self._glyph() + _GAP + width_of(str(self._count), BODY, 600)
        return max(width, width_of(self._word(), CAPTION)) if word else width

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw glyph and number, and under them the word."""
        scheme, glyph = tokens(), self._glyph()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _LINE) // 2 if self.brief else 0
        box = QRectF(0, top + (_LINE - _GLYPH_HEIGHT) // 2, glyph, _GLYPH_HEIGHT)
        letters, ratio = self._model.words.letters(), self.devicePixelRatioF()
        key = f"legend {hash((scheme, letters, ratio))} {self.kind}"
        picture = shared(key, lambda: _paint_glyph(box.size(), ratio, scheme, self.kind, letters))
        painter.drawPixmap(box.topLeft(), picture)
        at = QPointF(glyph + _GAP, baseline(top, _LINE, BODY))
        draw_text(painter, at, str(self._count), scheme.text, BODY, 600)
        if not self.brief:
            below = QPointF(0, baseline(_LINE, _WORDS, CAPTION))
            draw_text(painter, below, self._word(), scheme.text2, CAPTION)


def _paint_glyph(size: QSizeF, ratio: float, scheme: Tokens, kind: str, letters: tuple[str, ...]) -> QPixmap:
    picture = QPixmap((size * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_mark(painter, QRectF(QPointF(), size), scheme, kind, 0, letters, width=size.width())
    painter.end()
    return picture
