"""What stands left of the marks: number, name, rank, and since which day somebody takes part."""

from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from trainer_app.domain.attendance import GridRow
from trainer_app.ui.attendance.grid_model import GridModel
from trainer_app.ui.attendance.measures import PAD, Columns, share_out
from trainer_app.ui.attendance.painting import Strips, baseline, draw_text, elided, width_of
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CAPTION, SMALL, Tokens


class RowHead(QHeaderView):
    """The frozen part of the rows; it scrolls with them and never sideways."""

    chosen = Signal(int)
    """A row was clicked."""

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("attendance_row_head")
        self.setModel(model)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._grid = model
        self._current = -1
        self._strips = Strips()
        self.columns = share_out(0, 0)

    def set_columns(self, columns: Columns) -> None:
        """Take other widths."""
        if columns != self.columns:
            self.columns = columns
            self.setFixedWidth(columns.head)
            self.viewport().update()

    def sizeHint(self) -> QSize:
        """As wide as number, name and rank."""
        # Qt would ask for the words of many rows; the height of a row is set anyway.
        return QSize(self.columns.head, self.defaultSectionSize())

    def set_current(self, row: int) -> None:
        """Tint a row."""
        if row != self._current:
            old, self._current = self._current, row
            for each in (old, row):
                if 0 <= each < len(self._grid.rows):
                    self.viewport().update(self._box(each))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make a clicked row the current one."""
        row = self.logicalIndexAt(event.position().toPoint())
        if row >= 0:
            self.chosen.emit(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the visible rows."""
        scheme = tokens()
        painter = QPainter(self.viewport())
        area = event.rect()
        painter.fillRect(area, QColor(scheme.surface))
        if not self._grid.rows:
            return
        first = max(self.visualIndexAt(area.top()), 0)
        last = self.visualIndexAt(area.bottom())
        last = len(self._grid.rows) - 1 if last < 0 else last
        height, ratio = self.sectionSize(0), self.devicePixelRatioF()
        size = QSize(self.columns.head, height)
        self._strips.enter((scheme, self.columns, height, ratio, self._grid.words.language))
        top = self.sectionViewportPosition(first)
        for row in range(first, last + 1):
            facts, current = self._grid.rows[row], row == self._current
            paint = partial(self._draw_row, scheme=scheme, facts=facts, height=height, current=current)
            key = (facts.number, facts.full_name, facts.rank, facts.unit, facts.from_day, current)
            painter.drawPixmap(0, top, self._strips.get(key, size, ratio, paint))
            top += height

    def _box(self, row: int) -> QRect:
        top, height = self.sectionViewportPosition(row), self.sectionSize(row)
        return QRect(0, top, self.columns.head, height)

    def _draw_row(
        self, painter: QPainter, *, scheme: Tokens, facts: GridRow, height: int, current: bool
    ) -> None:
        columns = self.columns
        ground = scheme.accent_soft if current else scheme.surface
        painter.fillRect(QRectF(0, 0, columns.head, height), QColor(ground))
        painter.fillRect(QRectF(0, height - 1, columns.head, 1), QColor(scheme.line))
        base = baseline(0, height - 1, SMALL)
        number = str(facts.number)
        right = columns.number - PAD - width_of(number, CAPTION)
        draw_text(painter, QPointF(right, base), number, scheme.text3, CAPTION)
        weight = 600 if current else 400
        tag = self._grid.words.from_day(facts)
        tag_width = width_of(tag, CAPTION, 600, narrow=True) if tag else 0
        room = columns.name - PAD - 4 - (0 if columns.rank else tag_width)
        name = elided(facts.name, room, SMALL, weight)
        draw_text(painter, QPointF(columns.number + PAD, base), name, scheme.text, SMALL, weight)
        self._draw_details(painter, scheme, facts, base, tag, tag_width)

    def _draw_details(
        self, painter: QPainter, scheme: Tokens, facts: GridRow, base: int, tag: str, tag_width: int
    ) -> None:
        """Write rank and unit as far as there is room, and the tag on the right edge."""
        columns = self.columns
        left = columns.number + columns.name + PAD
        reserved = tag_width + PAD if tag else 0
        for text, width, last in (
            (self._grid.words.rank(facts), columns.rank, not columns.unit),
            (facts.unit, columns.unit, True),
        ):
            if width:
                room = width - PAD - 4 - (reserved if last else 0)
                at = QPointF(left, base)
                draw_text(painter, at, elided(text, room, CAPTION), scheme.text3, CAPTION)
                left += width
        if tag:
            at = QPointF(columns.head - PAD - tag_width, base)
            draw_text(painter, at, tag, scheme.accent_text, CAPTION, 600, narrow=True)
