"""A list of lines that can each be ticked.

Apart from the other controls: item views are many classes of Qt's, and no first screen has one.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import BODY, RADIUS_MARK
from trainer_app.ui.widgets.controls import Shape, draw_indicator
from trainer_app.ui.widgets.labels import FocusRing
from trainer_app.ui.widgets.painting import visual

_ROW, _BOX, _LEFT, _GAP = 30, 18, 8, 10

type Index = QModelIndex | QPersistentModelIndex


class TickModel(QAbstractListModel):
    """Lines of words, each ticked or not. `ticked(place)` is emitted when one was changed by a person."""

    ticked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{parent.objectName()}_lines")
        self._words: tuple[str, ...] = ()
        self._on: set[int] = set()

    def set_words(self, words: Sequence[str]) -> None:
        """Show other lines, none of them ticked."""
        self.beginResetModel()
        self._words, self._on = tuple(words), set()
        self.endResetModel()

    def set_on(self, places: Iterable[int]) -> None:
        """Tick these lines and no others, without announcing it."""
        self._on = set(places)
        if self._words:
            self.dataChanged.emit(self.index(0), self.index(len(self._words) - 1))

    def on(self) -> tuple[int, ...]:
        """Return the places of the lines that are ticked, in their order."""
        return tuple(sorted(self._on))

    def turn(self, place: int) -> None:
        """Tick a line, or take its tick away, and announce it."""
        self._on ^= {place}
        index = self.index(place)
        self.dataChanged.emit(index, index)
        self.ticked.emit(place)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._words)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line's words and whether it is ticked."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if index.row() in self._on else Qt.CheckState.Unchecked
        return None


class TickDelegate(QStyledItemDelegate):
    """Paints a box and words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line; the one with the keyboard has a ring."""
        scheme = tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect)
        at = QRectF(whole.left() + _LEFT, whole.center().y() - _BOX / 2, _BOX, _BOX)
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        draw_indicator(painter, visual(painter, whole, at), Shape.TICK, checked=checked, enabled=True)
        text = whole.adjusted(_LEFT + _BOX + _GAP, 0, -_LEFT, 0)
        painter.setFont(theme.font(BODY))
        painter.setPen(QColor(scheme.text))
        words = str(index.data())
        shown = theme.metrics(BODY).elidedText(words, Qt.TextElideMode.ElideRight, int(text.width()))
        painter.drawText(visual(painter, whole, text), int(Qt.AlignmentFlag.AlignVCenter), shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(scheme.accent), 1.5))
            painter.drawRoundedRect(whole.adjusted(2, 1, -2, -1), RADIUS_MARK, RADIUS_MARK)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All lines are equally high."""
        return QSize(80, _ROW)


class TickList(FocusRing, QListView):
    """Shows `model`, at most `lines` lines at a time."""

    def __init__(self, name: str, lines: int = 7) -> None:
        super().__init__()
        self.setObjectName(name)
        self.lines = TickModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(TickDelegate(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.show_at_most(lines)

    def show_at_most(self, lines: int) -> None:
        """Be as high as so many lines; the others are scrolled to."""
        self.setFixedHeight(lines * _ROW + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space; all else moves and finds."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.lines.turn(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the line that is clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.lines.turn(index.row())
