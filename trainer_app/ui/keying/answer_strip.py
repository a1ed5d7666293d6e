"""All answers of the open paper at once, laid out like the answer sheet, so that the eye can compare."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from trainer_app.ui.keying.sources import OpenPaper
from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import BODY, CAPTION, RADIUS_MARK, Tokens

_CELL, _HEIGHT, _GAP, _MOST_ROWS = 46, 42, 4, 3
_FIVES = 5
"""After so many cells stands a wider gap: answer sheets are read in fives."""


class AnswerCells(QWidget):
    """One cell a question: its number, its answer. A click goes there."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keying_strip_cells")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.paper: OpenPaper | None = None
        self.place = 0

    @property
    def columns(self) -> int:
        """How many cells stand side by side: whole groups of five where there is room for one."""
        group = _FIVES * (_CELL + _GAP) + _GAP
        groups = (self.width() + _GAP) // group
        return _FIVES * groups if groups else max(1, self.width() // (_CELL + _GAP))

    def box(self, place: int) -> QRect:
        """Return where a question's cell stands."""
        row, column = divmod(place, self.columns)
        left = column * (_CELL + _GAP) + column // _FIVES * _GAP
        return QRect(left, row * (_HEIGHT + _GAP), _CELL, _HEIGHT)

    def sizeHint(self) -> QSize:
        """As high as the rows that the questions fill."""
        count = len(self.paper.questions) if self.paper is not None else 1
        rows = -(-count // self.columns)
        return QSize(_FIVES * (_CELL + _GAP), rows * (_HEIGHT + _GAP) - _GAP)

    def minimumSizeHint(self) -> QSize:
        """One group of five."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another height where fewer cells stand side by side."""
        super().resizeEvent(event)
        self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the question that was clicked."""
        point: QPoint = event.position().toPoint()
        if self.paper is not None:
            for place in range(len(self.paper.questions)):
                if self.box(place).contains(point):
                    self.chosen.emit(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw every cell."""
        if self.paper is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scheme = tokens()
        for place in range(len(self.paper.questions)):
            self._draw(painter, scheme, place, self.paper)

    def _draw(self, painter: QPainter, scheme: Tokens, place: int, paper: OpenPaper) -> None:
        here, shown = place == self.place, paper.shown(place)
        width = 2.0 if here else 1.0
        inset = width / 2
        box = QRectF(self.box(place)).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(scheme.accent if here else scheme.line2), width))
        painter.setBrush(QColor(scheme.surface if shown or here else scheme.sunken))
        painter.drawRoundedRect(box, RADIUS_MARK, RADIUS_MARK)
        painter.setFont(fonts.font(CAPTION))
        painter.setPen(QColor(scheme.accent_text if here else scheme.text3))
        head = QRectF(box.left() + 5, box.top() + 1, box.width() - 10, 15)
        painter.drawText(
            head, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), str(place + 1)
        )
        blank = paper.answers[place] == ""
        painter.setFont(fonts.font(BODY, 600))
        painter.setPen(QColor(scheme.text3 if blank else scheme.text))
        room = QRectF(box.left() + 3, box.top() + 14, box.width() - 6, box.height() - 15)
        text = fonts.metrics(BODY, 600).elidedText(shown, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)


class AnswerStrip(QScrollArea):
    """The cells, three rows of them in view; the current one always. Not in the way of Tab."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keying_strip")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setProperty("role", "clear")
        self.cells = AnswerCells()
        self.cells.setProperty("role", "clear")
        self.cells.chosen.connect(self.chosen)
        self.setWidget(self.cells)

    def show_paper(self, paper: OpenPaper | None, place: int) -> None:
        """Show the answers of a paper; the question at `place` is framed."""
        self.cells.paper, self.cells.place = paper, place
        self.cells.updateGeometry()
        self.cells.update()
        self.updateGeometry()
        if paper is not None:
            box = self.cells.box(place)
            self.ensureVisible(box.center().x(), box.center().y(), 0, _HEIGHT)

    def sizeHint(self) -> QSize:
        """As high as its rows, at most three."""
        height = min(self.cells.sizeHint().height(), _MOST_ROWS * (_HEIGHT + _GAP) - _GAP)
        return QSize(_FIVES * (_CELL + _GAP), height + 2)

    def minimumSizeHint(self) -> QSize:
        """Never fewer rows than there are, up to three."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height."""
        super().resizeEvent(event)
        self.updateGeometry()
