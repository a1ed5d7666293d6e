"""The table of marks: which key was pressed, and copying the cells' pictures to the screen.

Keys become signals; `marking` decides what they do. Moving about is Qt's own.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from trainer_app.ui.attendance.cell_pictures import HATCH, CellPictures, Scene, Tint
from trainer_app.ui.attendance.grid_head import GridHead
from trainer_app.ui.attendance.grid_model import GridModel, Index
from trainer_app.ui.attendance.keys import FIND, mark_of
from trainer_app.ui.attendance.measures import CELL, HEAD, Columns, row_height
from trainer_app.ui.attendance.plates import draw_plates
from trainer_app.ui.attendance.row_head import Corner, RowHead
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import Tokens

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_COMMANDING = _CTRL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class GridView(QTableView):
    """The marks with both heads. Tab leaves it; every other key that types something is a command."""

    mark_key = Signal(object)
    """A key that means a `Mark`."""
    digit_key = Signal(int)
    erase_key = Signal()
    clear_key = Signal()
    repeat_key = Signal()
    find_key = Signal()
    leave_key = Signal()
    rest_key = Signal()
    walk_in_key = Signal()
    remark_key = Signal()
    undo_key = Signal()
    redo_key = Signal()
    moved = Signal(int, int)
    """The current cell is another one: row, column."""

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_grid")
        self._grid = model
        self._pictures = CellPictures()
        self.head = GridHead(model, self)
        self.row_head = RowHead(model, self)
        self.setHorizontalHeader(self.head)
        self.setVerticalHeader(self.row_head)
        self.setModel(model)
        self.corner = Corner(self.row_head, self)
        self._set_behaviour()
        self._keys = self._commands()
        self.horizontalScrollBar().valueChanged.connect(self._scrolled_across)
        self.head.chosen.connect(self.go_to_column)
        self.row_head.chosen.connect(self.go_to_row)

    def _commands(self) -> dict[tuple[Qt.KeyboardModifier, int], Callable[[], None]]:
        """Return the keys that are commands, by modifiers and key; letters and digits come by `_type`."""
        down, up = lambda: self.go_down(1), lambda: self.go_down(-1)
        return {
            (_PLAIN, Qt.Key.Key_Return): down,
            (_PLAIN, Qt.Key.Key_Enter): down,
            (_SHIFT, Qt.Key.Key_Return): up,
            (_SHIFT, Qt.Key.Key_Enter): up,
            (_PLAIN, Qt.Key.Key_Space): self.repeat_key.emit,
            (_PLAIN, Qt.Key.Key_Delete): self.clear_key.emit,
            (_PLAIN, Qt.Key.Key_Backspace): self.erase_key.emit,
            (_PLAIN, Qt.Key.Key_Escape): self.leave_key.emit,
            (_PLAIN, Qt.Key.Key_Insert): self.walk_in_key.emit,
            (_PLAIN, Qt.Key.Key_F2): self.remark_key.emit,
            (_CTRL, Qt.Key.Key_R): self.remark_key.emit,
            (_CTRL, Qt.Key.Key_F): self.find_key.emit,
            (_CTRL, Qt.Key.Key_Z): self.undo_key.emit,
            (_CTRL, Qt.Key.Key_Y): self.redo_key.emit,
            (_CTRL | _SHIFT, Qt.Key.Key_Z): self.redo_key.emit,
            (_CTRL | _SHIFT, Qt.Key.Key_P): self.rest_key.emit,
        }

    def _set_behaviour(self) -> None:
        self.setProperty("role", "in_card")
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.head.setFixedHeight(HEAD)
        self.head.setMinimumSectionSize(8)
        self.row_head.setMinimumSectionSize(8)
        self.head.setDefaultSectionSize(CELL)
        self.row_head.setDefaultSectionSize(row_height())

    def apply(self, columns: Columns, height: int) -> None:
        """Take other widths and another height of rows."""
        self.row_head.set_columns(columns)
        if self.head.defaultSectionSize() != columns.cell:
            self.head.setDefaultSectionSize(columns.cell)
        if self.row_head.defaultSectionSize() != height:
            self.row_head.setDefaultSectionSize(height)
        self.corner.setGeometry(0, 0, columns.head, HEAD)
        self.corner.raise_()
        self.corner.update()

    @property
    def place(self) -> tuple[int, int]:
        """Row and column of the current cell; -1, -1 without one."""
        index = self.currentIndex()
        return index.row(), index.column()

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one, as far as there is one."""
        rows, columns = self._grid.rowCount(), self._grid.columnCount()
        if rows and columns:
            self.setCurrentIndex(
                self._grid.index(min(max(row, 0), rows - 1), min(max(column, 0), columns - 1))
            )

    def go_to_row(self, row: int) -> None:
        """Go to another person in the same session."""
        self.go_to(row, self.place[1])
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_column(self, column: int) -> None:
        """Go to another session of the same person."""
        self.go_to(self.place[0], column)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_down(self, step: int = 1) -> None:
        """Go to the next person; the last one stays."""
        self.go_to(self.place[0] + step, self.place[1])

    def event(self, event: QEvent) -> bool:
        """Keep the keys that are commands here from the shortcuts of the window (Ctrl+Z, Ctrl+F)."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._command(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what a key means; arrows, Home, End and the page keys move as in any table."""
        command = self._command(event)
        if command:
            command()
        elif event.modifiers() & _COMMANDING or not self._type(event.text(), event.nativeScanCode()):
            super().keyPressEvent(event)

    def _command(self, event: QKeyEvent) -> Callable[[], None] | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._keys.get((held, event.key()))

    def _type(self, text: str, scan_code: int) -> bool:
        """Handle a key that types something; False for one that types nothing."""
        if not text or not text.isprintable():
            return False
        if text in "0123456789":
            self.digit_key.emit(int(text))
        elif text in FIND:
            self.find_key.emit()
        elif (mark := mark_of(text, scan_code)) is not None:
            self.mark_key.emit(mark)
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Paint the old and the new row and column, and tell."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid():
                self.viewport().update(self._row_box(index.row()))
                self.viewport().update(self._column_box(index.column()))
        self.head.set_current(current.column())
        self.row_head.set_current(current.row())
        self.moved.emit(current.row(), current.column())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Frame the current cell strongly."""
        super().focusInEvent(event)
        self._update_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Frame the current cell weakly."""
        super().focusOutEvent(event)
        self._update_current()

    def _update_current(self) -> None:
        if self.currentIndex().isValid():
            self.viewport().update(self.visualRect(self.currentIndex()))

    def _scrolled_across(self, _value: int) -> None:
        """Paint the head and the left edge anew: Qt moves what was painted, but they stand still."""
        self.head.viewport().update()
        self.viewport().update(0, 0, 2 * self.columnWidth(0), self.viewport().height())

    def _row_box(self, row: int) -> QRect:
        return QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))

    def _column_box(self, column: int) -> QRect:
        left = self.columnViewportPosition(column)
        return QRect(left, 0, self.columnWidth(column), self.viewport().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the picture of each cell that needs it; Qt's own painting of cells is never asked."""
        painter = QPainter(self.viewport())
        scheme = tokens()
        area = event.rect()
        painter.fillRect(area, QColor(scheme.surface))
        if not self._grid.rows or not self._grid.sessions:
            return
        height, width = self.rowHeight(0), self.columnWidth(0)
        self._pictures.enter(
            Scene(scheme, self._grid.words.letters(), width, height, self.devicePixelRatioF())
        )
        rows, columns = self._visible(area)
        self._copy_cells(painter, rows, columns, width, height)
        cancelled = [each for each in columns if self._grid.sessions[each].cancelled]
        for column in cancelled:
            self._fill_cancelled(painter, scheme, column, rows, height)
        draw_plates(painter, scheme, self._grid, cancelled, self._content_box)
        if not self._grid.starts_day(columns.start):
            edge = QRect(0, 0, 1, self._content_box(0).bottom() + 1)
            painter.fillRect(edge & self.viewport().rect(), QColor(scheme.line2))

    def _visible(self, area: QRect) -> tuple[range, range]:
        """Return the rows and columns that touch an area."""
        last_row, last_column = self.rowAt(area.bottom()), self.columnAt(area.right())
        return (
            range(
                max(self.rowAt(area.top()), 0), (last_row if last_row >= 0 else self._grid.rowCount() - 1) + 1
            ),
            range(
                max(self.columnAt(area.left()), 0),
                (last_column if last_column >= 0 else self._grid.columnCount() - 1) + 1,
            ),
        )

    def _copy_cells(self, painter: QPainter, rows: range, columns: range, width: int, height: int) -> None:
        current_row, current_column = self.place
        current = Tint.CURRENT if self.hasFocus() else Tint.CURRENT_AWAY
        top, left = self.rowViewportPosition(rows.start), self.columnViewportPosition(columns.start)
        get, draw = self._pictures.get, painter.drawPixmap
        for row in rows:
            here = row == current_row
            at = left
            for column, face in enumerate(self._grid.faces[row][columns.start : columns.stop], columns.start):
                on = column == current_column
                tint = current if here and on else Tint.SELECTED if here or on else Tint.PLAIN
                draw(at, top, get(face, tint))
                at += width
            top += height

    def _fill_cancelled(
        self, painter: QPainter, scheme: Tokens, column: int, rows: range, height: int
    ) -> None:
        """Hatch a column, the current row and column tinted, and draw the lines of the rows over it."""
        current_row, current_column = self.place
        shift = self.head.sectionPosition(column) % HATCH
        for row in rows:
            here, on = row == current_row, column == current_column
            if here and on:
                continue
            box = QRect(
                self.columnViewportPosition(column),
                self.rowViewportPosition(row),
                self.columnWidth(column),
                height,
            )
            tile = self._pictures.hatch(Tint.SELECTED if here or on else Tint.PLAIN)
            painter.drawTiledPixmap(box, tile, QPoint(shift, row * height % HATCH))
            painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(scheme.line))
            if self._grid.faces[row][column][2]:
                painter.fillRect(box.left(), box.top(), 1, box.height(), QColor(scheme.line2))

    def _content_box(self, column: int) -> QRect:
        """Return the box of a whole column, in the viewport's pixels, hidden rows included."""
        top = self.rowViewportPosition(0)
        return QRect(
            self.columnViewportPosition(column),
            top,
            self.columnWidth(column),
            self.rowHeight(0) * self._grid.rowCount(),
        )
