"""The table of the design: quiet lines, painted cells and heads that stand exactly above each other."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CAPTION, SMALL, TABLE_HEAD, TABLE_ROW
from trainer_app.ui.widgets.chips import chip_width, draw_chip
from trainer_app.ui.widgets.models import ROW_ROLE, Column, IdsModel, Look

LEAST_FREE = 240
"""Pixels that a column without a width keeps, as long as others can give way: a whole name."""
PADDING, OUTER = 12, 18
"""Left and right of a cell; outside the first and last column, where the card's edge is near."""
_CHIP = 22


def cell_room(box: QRect, column: int, count: int) -> QRectF:
    """Return where a cell's content lies; heads and cells share it, so that they stand above each other."""
    left = OUTER if column == 0 else PADDING
    right = OUTER if column == count - 1 else PADDING
    return QRectF(box.adjusted(left, 0, -right, 0))


def draw_wrapped(painter: QPainter, room: QRectF, text: str) -> None:
    """Draw a text in the painter's font on one line or two; the second one ends in an ellipsis if need be."""
    metrics, width = painter.fontMetrics(), int(room.width())
    lines = [text]
    if metrics.horizontalAdvance(text) > width:
        first, rest = "", text.split()
        while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".lstrip()) <= width:
            first = f"{first} {rest.pop(0)}".lstrip()
        if first:
            lines = [first, metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width)]
        else:
            lines = [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    top = room.center().y() - len(lines) * metrics.height() / 2
    for place, line in enumerate(lines):
        box = QRectF(room.left(), top + place * metrics.height(), room.width(), metrics.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), line)


class CellDelegate(QStyledItemDelegate):
    """Paints one cell: background, text or chip, and the line below it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell."""
        model = index.model()
        if not isinstance(model, IdsModel):
            super().paint(painter, option, index)
            return
        scheme = tokens()
        box: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.fillRect(box, QColor(scheme.accent_soft))
        painter.setPen(QPen(QColor(scheme.line), 1))
        bottom = box.bottom() + 0.5
        painter.drawLine(QPointF(box.left(), bottom), QPointF(box.right() + 1, bottom))
        column: Column[object] = model.columns[index.column()]
        room = cell_room(box, index.column(), len(model.columns))
        self._draw_content(painter, room, column, index)
        painter.restore()

    def _draw_content(
        self,
        painter: QPainter,
        room: QRectF,
        column: Column[object],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        chip = column.chip(index.data(ROW_ROLE)) if column.chip else None
        if chip is not None:
            tone, words, icon = chip
            width = min(room.width(), chip_width(words, with_icon=bool(icon)))
            left = room.right() - width if column.right else room.left()
            draw_chip(painter, QRectF(left, room.center().y() - _CHIP / 2, width, _CHIP), tone, words, icon)
            return
        scheme = tokens()
        weight = 600 if column.look is Look.STRONG else 400
        painter.setFont(fonts.font(SMALL, weight))
        painter.setPen(QColor(scheme.text2 if column.look is Look.QUIET else scheme.text))
        text = str(index.data() or "")
        if column.look is Look.WRAPPED:
            draw_wrapped(painter, room, text)
            return
        shown = fonts.metrics(SMALL, weight).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), shown)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row."""
        return QSize(40, TABLE_ROW)


class HeadView(QHeaderView):
    """Column heads: small quiet words over a line."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self.setFixedHeight(TABLE_HEAD)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(36)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one head."""
        model = self.model()
        if not isinstance(model, IdsModel) or not rect.isValid():
            return
        scheme = tokens()
        painter.save()
        painter.setPen(QPen(QColor(scheme.line), 1))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        column = model.columns[section]
        room = cell_room(rect, section, len(model.columns))
        painter.setFont(fonts.font(CAPTION, 500))
        painter.setPen(QColor(scheme.text3))
        text = fonts.metrics(CAPTION, 500).elidedText(
            column.title(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()


class TableView(QTableView):
    """A table of whole rows. `opened` gives the row's place on Enter or a double click."""

    opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "in_card")
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(CellDelegate(self))
        self.setHorizontalHeader(HeadView(f"{name}_head", self))
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(TABLE_ROW)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self._most_rows = 0
        self.least_free = LEAST_FREE

    def show_model[R](self, model: IdsModel[R]) -> None:
        """Show a model and give its columns their widths."""
        self.setModel(model)
        head = self.horizontalHeader()
        for place, column in enumerate(model.columns):
            if column.width:
                head.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
                head.resizeSection(place, column.width)
            else:
                head.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self._fit)
        self._fit()
        self._make_room()

    def fit_to_rows(self, most: int) -> None:
        """Be exactly as high as the rows, up to `most` of them: for short tables on a page that scrolls."""
        self._most_rows = most
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take columns away or bring them back."""
        super().resizeEvent(event)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        model = self.model() if event.type() == QEvent.Type.LanguageChange else None
        if isinstance(model, IdsModel):
            model.retranslate()
        super().changeEvent(event)

    def _fit(self) -> None:
        model = self.model()
        if self._most_rows and model is not None:
            shown = min(self._most_rows, max(1, model.rowCount()))
            self.setFixedHeight(TABLE_HEAD + shown * TABLE_ROW)

    def _make_room(self) -> None:
        """Hide columns that give way, one after the other, until those without a width have enough."""
        model = self.model()
        if not isinstance(model, IdsModel) or not any(column.yields for column in model.columns):
            return
        places = range(len(model.columns))
        yielding = sorted(
            (p for p in places if model.columns[p].yields), key=lambda p: model.columns[p].yields
        )
        shown = [p for p in places if p in yielding or not self.isColumnHidden(p)]
        widths = [model.columns[p].width or self.least_free for p in shown]
        lacking = sum(widths) - self.viewport().width()
        for place in yielding:
            self.setColumnHidden(place, lacking > 0)
            lacking -= model.columns[place].width
