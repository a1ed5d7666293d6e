"""All answers of the open paper at once, laid out like the answer sheet, so that the eye can compare."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy

from trainer_app.ui.evaluations.keying.sources import OpenPaper
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import BODY, CAPTION, RADIUS_MARK, Tokens
from trainer_app.ui.widgets.labels import Painted
from trainer_app.ui.widgets.painting import AT_THE_LEFT

_CELL, _HEIGHT, _OVERVIEW_GAP, _MOST_ROWS = 46, 42, 4, 3
_FIVES = 5
"""After so many cells stands a wider gap: answer sheets are read in fives."""


class AnswerGrid(Painted):
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
        group = _FIVES * (_CELL + _OVERVIEW_GAP) + _OVERVIEW_GAP
        groups = (self.width() + _OVERVIEW_GAP) // group
        return _FIVES * groups if groups else max(1, self.width() // (_CELL + _OVERVIEW_GAP))

    def box(self, place: int) -> QRect:
        """Return where a question's cell stands."""
        row, column = divmod(place, self.columns)
        left = column * (_CELL + _OVERVIEW_GAP) + column // _FIVES * _OVERVIEW_GAP
        return QRect(left, row * (_HEIGHT + _OVERVIEW_GAP), _CELL, _HEIGHT)

    def sizeHint(self) -> QSize:
        """As high as the rows that the questions fill."""
        count = len(self.paper.questions) if self.paper is not None else 1
        rows = -(-count // self.columns)
        return QSize(_FIVES * (_CELL + _OVERVIEW_GAP), rows * (_HEIGHT + _OVERVIEW_GAP) - _OVERVIEW_GAP)

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
        painter.setFont(theme.font(CAPTION))
        painter.setPen(QColor(scheme.accent_text if here else scheme.text3))
        head = QRectF(box.left() + 5, box.top() + 1, box.width() - 10, 15)
        painter.drawText(head, AT_THE_LEFT, str(place + 1))
        blank = paper.answers[place] == ""
        painter.setFont(theme.font(BODY, 600))
        painter.setPen(QColor(scheme.text3 if blank else scheme.text))
        room = QRectF(box.left() + 3, box.top() + 14, box.width() - 6, box.height() - 15)
        text = theme.metrics(BODY, 600).elidedText(shown, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)


class AnswerOverview(QScrollArea):
    """The cells, three rows of them in view or all; the current one always. Not in the way of Tab."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keying_strip")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setProperty("role", "clear")
        self.cells = AnswerGrid()
        self.cells.setProperty("role", "clear")
        self.cells.chosen.connect(self.chosen)
        self.setWidget(self.cells)
        self._whole = False

    def show_whole(self, *, whole: bool) -> None:
        """Show all rows: where the page scrolls, nothing in it does too."""
        if whole != self._whole:
            self._whole = whole
            self.updateGeometry()

    def show_paper(self, paper: OpenPaper | None, place: int) -> None:
        """Show the answers of a paper; the question at `place` is framed."""
        self.cells.paper, self.cells.place = paper, place
        answers = [paper.shown(each) or "–" for each in range(len(paper.questions))] if paper else []
        self.cells.setAccessibleName(", ".join(f"{at}: {shown}" for at, shown in enumerate(answers, 1)))
        self.cells.updateGeometry()
        self.cells.update()
        self.updateGeometry()
        # Qt looks at how high the cells want to be when the area takes another size: it may have it already.
        QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        if paper is not None:
            box = self.cells.box(place)
            self.ensureVisible(box.center().x(), box.center().y(), 0, _HEIGHT)

    def sizeHint(self) -> QSize:
        """As high as its rows, at most three unless it is whole."""
        height, most = self.cells.sizeHint().height(), _MOST_ROWS * (_HEIGHT + _OVERVIEW_GAP) - _OVERVIEW_GAP
        height = height if self._whole else min(height, most)
        return QSize(_FIVES * (_CELL + _OVERVIEW_GAP), height + 2)

    def minimumSizeHint(self) -> QSize:
        """Never fewer rows than there are, up to three."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height."""
        super().resizeEvent(event)
        self.updateGeometry()
