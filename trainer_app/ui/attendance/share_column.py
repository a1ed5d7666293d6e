"""The shares right of the marks: a bar and a number; red only below the course's limit."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QToolTip, QWidget

from trainer_app.ui.attendance.grid_model import GridModel
from trainer_app.ui.attendance.measures import HEAD, SHARE, SHARE_BAR
from trainer_app.ui.attendance.painting import Strips, baseline, draw_text, rounded, width_of
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CAPTION, RADIUS_CARD, SMALL, Tokens
from trainer_app.ui.widgets.bars import draw_share

_LEFT, _RIGHT, _BAR_HEIGHT = 10, 11, 4
_FEW = 8  # rows up to which each is painted by itself


class ShareColumn(QWidget):
    """Painted beside the table and scrolled with it; a row's head says the same number aloud."""

    def __init__(self, model: GridModel, table: QTableView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_shares")
        self.setFixedWidth(SHARE)
        self._model = model
        self._table = table
        self._current = -1
        self._strips = Strips()
        model.modelReset.connect(self.update)
        model.rowsInserted.connect(self.update)
        model.rowsRemoved.connect(self.update)
        model.dataChanged.connect(self._update_rows)
        table.verticalScrollBar().valueChanged.connect(lambda _value: self.update())

    def set_current(self, row: int) -> None:
        """Tint a row."""
        if row != self._current:
            old, self._current = self._current, row
            for each in (old, row):
                self._update_row(each)

    def _update_rows(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.column() != last.column() or last.row() - first.row() > _FEW:
            # A session that became held can change everybody's share.
            self.update()
            return
        for row in range(first.row(), last.row() + 1):
            self._update_row(row)

    def _update_row(self, row: int) -> None:
        top = HEAD + self._table.rowViewportPosition(row)
        self.update(0, top, self.width(), self._table.rowHeight(row))

    def event(self, event: QEvent) -> bool:
        """Say in a tool tip what the head means, and of a person both shares and why they differ."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(event.pos().y()), self)
            return True
        return super().event(event)

    def tip(self, y: int) -> str:
        """Return the tool tip of a height."""
        row = self._table.rowAt(y - HEAD) if y >= HEAD else -1
        if row < 0:
            return self.tr(
                "Share of the minutes so far: only sessions with a mark count, so nobody's share "
                "falls while a session is being marked. The certificate counts all held sessions."
            )
        place = self._model.row_places[row]
        return self._model.words.both_shares(self._model.shares[row], self._model.whole.share_of_held(place))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the head, then the visible rows below it."""
        scheme, table, area = tokens(), self._table, event.rect()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, ratio = table.rowHeight(0), self.devicePixelRatioF()
        self._strips.enter((scheme, height, ratio, self._model.words.language))
        painter.setClipRect(QRectF(0, HEAD, self.width(), table.viewport().height()))
        painter.fillRect(area, QColor(scheme.surface))
        size = QSize(self.width(), height)
        for row in range(max(table.rowAt(area.top() - HEAD), table.rowAt(0), 0), len(self._model.rows)):
            top = HEAD + table.rowViewportPosition(row)
            if top > area.bottom():
                break
            share, current = self._model.shares[row], row == self._current
            paint = partial(self._draw_row, scheme=scheme, share=share, height=height, current=current)
            key = (share, self._model.share_limit, current)
            painter.drawPixmap(0, top, self._strips.get(key, size, ratio, paint))
        painter.setClipping(False)
        if area.top() < HEAD:
            self._draw_head(painter, scheme)
        painter.fillRect(QRectF(0, 0, 1, self.height()), QColor(scheme.line2))

    def _draw_head(self, painter: QPainter, scheme: Tokens) -> None:
        box = QRectF(0, 0, self.width(), HEAD)
        path = rounded(box.adjusted(-RADIUS_CARD, 0, 0, 0), RADIUS_CARD - 1, top=True)
        painter.fillPath(path, QColor(scheme.surface))
        title = self.tr("So far")
        at = QPointF(self.width() - _RIGHT - width_of(title, CAPTION, 500), baseline(25, 20, SMALL))
        draw_text(painter, at, title, scheme.text3, CAPTION, 500)
        painter.fillRect(QRectF(0, HEAD - 1, self.width(), 1), QColor(scheme.line2))

    def _draw_row(
        self, painter: QPainter, *, scheme: Tokens, share: int | None, height: int, current: bool
    ) -> None:
        ground = scheme.accent_soft if current else scheme.surface
        painter.fillRect(QRectF(0, 0, self.width(), height), QColor(ground))
        painter.fillRect(QRectF(0, height - 1, self.width(), 1), QColor(scheme.line))
        limit = self._model.share_limit
        below = share is not None and limit is not None and share < limit
        if share is not None:
            bar = QRectF(_LEFT, (height - _BAR_HEIGHT) // 2, SHARE_BAR, _BAR_HEIGHT)
            draw_share(painter, bar, share, below=below)
        text = self._model.words.share(share)
        weight, colour = (600, scheme.absent_text) if below else (400, scheme.text)
        at = QPointF(self.width() - _RIGHT - width_of(text, SMALL, weight), baseline(0, height - 1, SMALL))
        draw_text(painter, at, text, colour, SMALL, weight)


class TotalsRow(QWidget):
    """Under the marks: how many came to each session, of how many; nothing for one that is not held."""

    def __init__(self, model: GridModel, table: QTableView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_totals")
        self._model = model
        self._table = table
        self._current = -1
        self._name_left = 0
        self._head_width = 0
        model.counted.connect(self.update)
        table.horizontalScrollBar().valueChanged.connect(lambda _value: self.update())

    def set_head(self, name_left: int, head_width: int) -> None:
        """Say where names begin and where sessions begin, in pixels."""
        self._name_left, self._head_width = name_left, head_width
        self.update()

    def set_current(self, column: int) -> None:
        """Tint a session."""
        if column != self._current:
            self._current = column
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, then the counts of the visible sessions."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = rounded(QRectF(self.rect()), RADIUS_CARD - 1, bottom=True)
        painter.fillPath(path, QColor(scheme.sunken))
        base = baseline(1, self.height() - 1, CAPTION)
        at = QPointF(self._name_left, base)
        draw_text(painter, at, self.tr("Came to the session"), scheme.text2, CAPTION, 500)
        painter.save()
        painter.setClipRect(QRectF(self._head_width, 0, self._table.viewport().width(), self.height()))
        first = max(self._table.columnAt(0), 0)
        last = self._table.columnAt(self._table.viewport().width() - 1)
        for column in range(first, last + 1 if last >= 0 else len(self._model.sessions)):
            self._draw_count(painter, scheme, column, base)
        painter.restore()
        for edge in (self._head_width, self._head_width + self._table.viewport().width()):
            painter.fillRect(QRectF(edge, 0, 1, self.height()), QColor(scheme.line2))
        painter.fillRect(QRectF(0, 0, self.width(), 1), QColor(scheme.line2))

    def _draw_count(self, painter: QPainter, scheme: Tokens, column: int, base: int) -> None:
        left = self._head_width + self._table.columnViewportPosition(column)
        width = self._table.columnWidth(column)
        if column == self._current:
            painter.fillRect(QRectF(left, 0, width, self.height()), QColor(scheme.accent_soft))
        if self._model.starts_day(column):
            painter.fillRect(QRectF(left, 0, 1, self.height()), QColor(scheme.line2))
        if self._model.sessions[column].cancelled or not self._model.begun[column]:
            dash = "–"
            at = left + round((width - width_of(dash, CAPTION)) / 2)
            draw_text(painter, QPointF(at, base), dash, scheme.text3, CAPTION)
            return
        heads = self._model.heads[column]
        came, of_all = str(heads.in_room), f"/{heads.expected}"
        came_width = width_of(came, CAPTION, 700)
        at = left + int((width - came_width - width_of(of_all, CAPTION)) / 2)
        draw_text(painter, QPointF(at, base), came, scheme.text, CAPTION, 700)
        draw_text(painter, QPointF(at + came_width, base), of_all, scheme.text3, CAPTION)
