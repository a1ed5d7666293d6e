"""What stands left of the marks: number, name, rank, and since which day somebody takes part."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from trainer_app.domain.attendance import GridRow
from trainer_app.ui.attendance.grid_model import GridModel
from trainer_app.ui.attendance.measures import PAD, Columns, share_out
from trainer_app.ui.attendance.painting import Line, Strips, baseline, draw_lines, elided, width_of
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
        rows = [(self._grid.rows[row], row == self._current) for row in range(first, last + 1)]
        keys = [
            (facts.number, facts.full_name, facts.rank, facts.unit, facts.from_day, current)
            for facts, current in rows
        ]
        paint = partial(self._draw_rows, scheme=scheme, rows=rows, height=height)
        self._strips.draw(painter, self.sectionViewportPosition(first), keys, size, ratio, paint)

    def _box(self, row: int) -> QRect:
        top, height = self.sectionViewportPosition(row), self.sectionSize(row)
        return QRect(0, top, self.columns.head, height)

    def _draw_rows(
        self,
        painter: QPainter,
        places: list[int],
        *,
        scheme: Tokens,
        rows: list[tuple[GridRow, bool]],
        height: int,
    ) -> None:
        """Paint the rows at some places below one another; lines that look alike one after the other."""
        wide = self.columns.head
        base = baseline(0, height - 1, SMALL)
        quiet: list[Line] = []
        plain: list[Line] = []
        strong: list[Line] = []
        tags: list[Line] = []
        painter.fillRect(0, 0, wide, height * len(places), QColor(scheme.surface))
        for at, place in enumerate(places):
            (facts, current), top = rows[place], at * height
            if current:
                painter.fillRect(0, top, wide, height, QColor(scheme.accent_soft))
            painter.fillRect(0, top + height - 1, wide, 1, QColor(scheme.line))
            self._add_row(
                quiet, strong if current else plain, tags, facts, top + base, 600 if current else 400
            )
        draw_lines(painter, quiet, scheme.text3, CAPTION)
        draw_lines(painter, plain, scheme.text, SMALL)
        draw_lines(painter, strong, scheme.text, SMALL, 600)
        draw_lines(painter, tags, scheme.accent_text, CAPTION, 600, narrow=True)

    def _add_row(
        self,
        quiet: list[Line],
        names: list[Line],
        tags: list[Line],
        facts: GridRow,
        base: int,
        weight: int,
    ) -> None:
        """Add a row's lines: number, rank and unit as far as there is room, name, tag on the right edge."""
        columns, words = self.columns, self._grid.words
        number = str(facts.number)
        quiet.append((columns.number - PAD - width_of(number, CAPTION), base, number))
        tag = words.from_day(facts)
        tag_width = width_of(tag, CAPTION, 600, narrow=True) if tag else 0
        room = columns.name - PAD - 4 - (0 if columns.rank else tag_width)
        names.append((columns.number + PAD, base, elided(facts.name, room, SMALL, weight)))
        left = columns.number + columns.name + PAD
        reserved = tag_width + PAD if tag else 0
        if columns.rank:
            room = columns.rank - PAD - 4 - (0 if columns.unit else reserved)
            quiet.append((left, base, elided(words.rank(facts), room, CAPTION)))
            left += columns.rank
        if columns.unit:
            quiet.append((left, base, elided(facts.unit, columns.unit - PAD - 4 - reserved, CAPTION)))
        if tag:
            tags.append((columns.head - PAD - tag_width, base, tag))
