"""The options of a question in the order of the paper, each with the letter or digit printed there."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.ui.keying.sources import OpenPaper
from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import BODY, CAPTION, RADIUS_MARK, Tokens

_ROW, _LEAST, _BOX, _GAP = 32, 22, 26, 12


class OptionList(QWidget):
    """Paints the options; a click ticks one. The keyboard belongs to the question around it."""

    chosen = Signal(int)
    """The place of an option, from 1."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keying_options")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.language = "en"
        self._paper: OpenPaper | None = None
        self._place = 0

    def show_question(self, paper: OpenPaper | None, place: int, language: str) -> None:
        """Show the options of a question."""
        self._paper, self._place, self.language = paper, place, language
        self.updateGeometry()
        self.update()

    @property
    def count(self) -> int:
        """How many options there are."""
        return len(self._paper.questions[self._place].options) if self._paper is not None else 0

    def words(self, option: int) -> str:
        """Return the text of the option at a place, from 1."""
        if self._paper is None:
            return ""
        own = self._paper.order(self._place)[option - 1]
        return self._paper.questions[self._place].options[own - 1].text.best(self.language)

    def sizeHint(self) -> QSize:
        """Leave a row for each option."""
        return QSize(200, max(1, self.count) * _ROW)

    def minimumSizeHint(self) -> QSize:
        """Rows move together before anything is cut."""
        return QSize(120, max(1, self.count) * _LEAST)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick the option that was clicked."""
        if self.count and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(min(self.count, int(event.position().y() // self._height()) + 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a row for each option."""
        if self._paper is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ticked = self._paper.ticked(self._place)
        for option in range(1, self.count + 1):
            top = (option - 1) * self._height()
            row = QRectF(0, top, self.width(), self._height())
            self._draw(painter, tokens(), row, option, ticked=option in ticked)

    def _draw(self, painter: QPainter, scheme: Tokens, row: QRectF, option: int, *, ticked: bool) -> None:
        paper = self._paper
        if paper is None:
            return
        side = min(_BOX, row.height() - 2)
        box = QRectF(1, row.center().y() - side / 2, side, side)
        painter.setPen(QPen(QColor(scheme.accent if ticked else scheme.edge), 1.25))
        painter.setBrush(QColor(scheme.accent if ticked else scheme.surface))
        painter.drawRoundedRect(box, RADIUS_MARK, RADIUS_MARK)
        painter.setFont(fonts.font(BODY if side > 22 else CAPTION, 600))
        painter.setPen(QColor(scheme.on_accent if ticked else scheme.text2))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), paper.mark(self._place, option))
        weight = 600 if ticked else 400
        painter.setFont(fonts.font(BODY, weight))
        painter.setPen(QColor(scheme.text))
        room = QRectF(side + _GAP, row.top(), row.width() - side - _GAP, row.height())
        text = fonts.metrics(BODY, weight).elidedText(
            self.words(option), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)

    def _height(self) -> float:
        return min(_ROW, self.height() / max(1, self.count))
