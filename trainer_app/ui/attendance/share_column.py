"""The shares right of the marks: a bar and a number; red only below the course's limit."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QToolTip, QWidget

from trainer_app.ui.attendance.grid_model import GridModel
from trainer_app.ui.attendance.measures import HEAD, SHARE, SHARE_BAR
from trainer_app.ui.attendance.painting import (
    Line,
    Strips,
    baseline,
    draw_lines,
    draw_text,
    rounded,
    width_of,
)
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
        self._draw_shares(painter, scheme, area, height, ratio)
        painter.setClipping(False)
        if area.top() < HEAD:
            self._draw_head(painter, scheme)
        painter.fillRect(QRectF(0, 0, 1, self.height()), QColor(scheme.line2))

    def _draw_shares(self, painter: QPainter, scheme: Tokens, area: QRect, height: int, ratio: float) -> None:
        """Copy the rows that touch an area."""
        table, model = self._table, self._model
        first = max(table.rowAt(area.top() - HEAD), table.rowAt(0), 0)
        top = HEAD + table.rowViewportPosition(first)
        after = min(first + max((area.bottom() - top) // height + 1, 0), len(model.rows))
        limit = model.share_limit
        rows = [(model.shares[row], row == self._current) for row in range(first, after)]
        keys = [(share, limit, current) for share, current in rows]
        paint = partial(self._draw_rows, scheme=scheme, rows=rows, height=height)
        self._strips.draw(painter, top, keys, QSize(self.width(), height), ratio, paint)

    def _draw_head(self, painter: QPainter, scheme: Tokens) -> None:
        box = QRectF(0, 0, self.width(), HEAD)
        path = rounded(box.adjusted(-RADIUS_CARD, 0, 0, 0), RADIUS_CARD - 1, top=True)
        painter.fillPath(path, QColor(scheme.surface))
        title = self.tr("So far")
        at = QPointF(self.width() - _RIGHT - width_of(title, CAPTION, 500), baseline(25, 20, SMALL))
        draw_text(painter, at, title, scheme.text3, CAPTION, 500)
        painter.fillRect(QRectF(0, HEAD - 1, self.width(), 1), QColor(scheme.line2))

    def _draw_rows(
        self,
        painter: QPainter,
        places: list[int],
        *,
        scheme: Tokens,
        rows: list[tuple[int | None, bool]],
        height: int,
    ) -> None:
        for at, place in enumerate(places):
            share, current = rows[place]
            self._draw_row(
                painter, scheme, share, QRect(0, at * height, self.width(), height), current=current
            )

    def _draw_row(
        self, painter: QPainter, scheme: Tokens, share: int | None, box: QRect, *, current: bool
    ) -> None:
        painter.fillRect(box, QColor(scheme.accent_soft if current else scheme.surface))
        painter.fillRect(0, box.bottom(), box.width(), 1, QColor(scheme.line))
        limit = self._model.share_limit
        below = share is not None and limit is not None and share < limit
        if share is not None:
            top = box.top() + (box.height() - _BAR_HEIGHT) // 2
            draw_share(painter, QRectF(_LEFT, top, SHARE_BAR, _BAR_HEIGHT), share, below=below)
        text = self._model.words.share(share)
        weight, colour = (600, scheme.absent_text) if below else (400, scheme.text)
        left = box.width() - _RIGHT - width_of(text, SMALL, weight)
        at = QPointF(left, baseline(box.top(), box.height() - 1, SMALL))
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
        after = last + 1 if last >= 0 else len(self._model.sessions)
        self._draw_counts(painter, scheme, range(first, after), base)
        painter.restore()
        for edge in (self._head_width, self._head_width + self._table.viewport().width()):
            painter.fillRect(QRectF(edge, 0, 1, self.height()), QColor(scheme.line2))
        painter.fillRect(QRectF(0, 0, self.width(), 1), QColor(scheme.line2))

    def _draw_counts(self, painter: QPainter, scheme: Tokens, columns: range, base: int) -> None:
        """Write the counts of some sessions, numbers that look alike one after the other."""
        model, width = self._model, self._table.columnWidth(0)
        left = self._head_width + self._table.columnViewportPosition(columns.start)
        came: list[Line] = []
        quiet: list[Line] = []
        for column in columns:
            if column == self._current:
                painter.fillRect(left, 0, width, self.height(), QColor(scheme.accent_soft))
            if model.starts_day(column):
                painter.fillRect(left, 0, 1, self.height(), QColor(scheme.line2))
            if model.sessions[column].cancelled or not model.begun[column]:
                quiet.append((left + round((width - width_of("–", CAPTION)) / 2), base, "–"))
            else:
                heads = model.heads[column]
                strong, of_all = str(heads.in_room), f"/{heads.expected}"
                wide = width_of(strong, CAPTION, 700)
                at = left + int((width - wide - width_of(of_all, CAPTION)) / 2)
                came.append((at, base, strong))
                quiet.append((at + wide, base, of_all))
            left += width
        draw_lines(painter, came, scheme.text, CAPTION, 700)
        draw_lines(painter, quiet, scheme.text3, CAPTION)
