"""The table of marks: which key was pressed, and copying the cells' pictures to the screen; what it shows.

Keys become signals; `marking` decides what they do. Moving about is Qt's own; which cells are chosen by it,
`selection` keeps. In its corner stand the titles of the people's columns, who is shown, and the way to other
days.
"""

from collections.abc import Callable
from functools import cached_property
from typing import override

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from trainer_app.ui.attendance.grid.cells import GridPainter
from trainer_app.ui.attendance.grid.headers import PersonHeader, SessionHeader
from trainer_app.ui.attendance.grid.selection import BlockSelection, CellBlock
from trainer_app.ui.attendance.key_input import FIND, TypedDigit, is_held, letter_of
from trainer_app.ui.attendance.model import GridModel, Index
from trainer_app.ui.kit.language import field_caption
from trainer_app.ui.kit.marks import CELL, PAD, ColumnWidths, row_height
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CAPTION, RADIUS_CARD, SMALL, Tokens
from trainer_app.ui.widgets.controls import IconButton
from trainer_app.ui.widgets.labels import Retranslated
from trainer_app.ui.widgets.painting import baseline, draw_text, elided, rounded, width_of

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_EDGES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
"""Arrows, and to which edge of rows and columns they lead with Ctrl and Shift."""
_MOVING = (*_EDGES, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_COMMANDING = _CTRL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


_MOST_ROUNDS = 3
"""How often the table is laid out in one go while its bars come and go."""
_HEAD_BASELINE_TOP, _HEAD_BASELINE_HEIGHT, _HINT_TOP, _HINT_HEIGHT = 25, 20, 2, 22
_BUTTON, _EDGE, _CROSS = 22, 2, 12


class CornerWidget(Retranslated, QWidget):
    """Where both heads meet: the titles of number, name, rank and unit; who is shown; the way to other days.

    Its buttons take no keyboard: F4 and Ctrl with an arrow do the same from the grid.
    """

    state_clicked = Signal()
    """Everybody shall be shown again."""
    stepped = Signal(int)
    """The days before, -1, or after, 1, shall be shown."""

    def __init__(self, head: PersonHeader, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_corner")
        self._head = head
        self._hint = self._brief = self._state = self._short = ""
        self._steps_shown = False
        self.list_button = self._button("attendance_list", "filter")
        self.retranslate()

    @cached_property
    def step_buttons(self) -> tuple[IconButton, IconButton]:
        """The ways to the days before and after, made when not all days are shown for the first time."""
        before, after = self._button("attendance_before", "left"), self._button("attendance_after", "right")
        before.clicked.connect(lambda: self.stepped.emit(-1))
        after.clicked.connect(lambda: self.stepped.emit(1))
        return before, after

    def _button(self, name: str, icon: str) -> IconButton:
        made = IconButton(name, icon, self, size=_BUTTON)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    def retranslate(self) -> None:
        """Set the words of the buttons."""
        self.list_button.set_words(self.tr("Who is shown, and in what order"), "F4")
        if "step_buttons" in self.__dict__:
            self._name_steps()

    def _name_steps(self) -> None:
        before, after = self.step_buttons
        before.set_words(self.tr("Before"), "Ctrl+Left")
        after.set_words(self.tr("After"), "Ctrl+Right")

    def show_steps(self, *, shown: bool) -> None:
        """Offer the way to the days before and after, where not all are shown."""
        if not shown and not self._steps_shown:
            return
        self._name_steps()
        self._place_steps()
        for button in self.step_buttons:
            button.setVisible(shown)
        self._steps_shown = shown

    def show_state(self, words: str, short: str) -> None:
        """Say for as long as it is true who is shown, `short` in little room; "" for everybody."""
        self._state, self._short = words, short
        self.setToolTip(self.tr("{shown}. Esc shows everybody again.").format(shown=words) if words else "")
        self.list_button.setAccessibleDescription(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor if words else Qt.CursorShape.ArrowCursor)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show everybody again when the words that say who is shown are clicked."""
        if self._state and event.position().y() < _HINT_TOP + _HINT_HEIGHT:
            self.state_clicked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons on the free line."""
        super().resizeEvent(event)
        self.list_button.setGeometry(_EDGE, _EDGE, _BUTTON, _BUTTON)
        if self._steps_shown:
            self._place_steps()

    def _place_steps(self) -> None:
        right = self.width() - _EDGE - _BUTTON
        for button, left in zip(self.step_buttons, (right - _BUTTON, right), strict=True):
            button.setGeometry(left, _EDGE, _BUTTON, _BUTTON)

    @property
    def told(self) -> str:
        """What stands on the free line."""
        return self._hint or self._state

    def show_hint(self, words: str, brief: str = "") -> None:
        """Show on the free line what was typed to go somewhere, `brief` in little room; "" for nothing."""
        if words != self._hint:
            self._hint, self._brief = words, brief or words
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the titles on the line of the sessions, the hint on the line of the days."""
        scheme, columns = tokens(), self._head.columns
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0, 0, RADIUS_CARD, 0)
        # Qt's own corner button lies below and would leave a square corner.
        painter.fillRect(self.rect(), QColor(scheme.window))
        painter.fillPath(rounded(box, RADIUS_CARD - 1, top=True), QColor(scheme.surface))
        painter.setPen(QPen(QColor(scheme.line), 1))
        edge = box.adjusted(-0.5, -0.5, 0, RADIUS_CARD)
        painter.drawRoundedRect(edge, RADIUS_CARD - 0.5, RADIUS_CARD - 0.5)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(scheme.line2))
        base = baseline(_HEAD_BASELINE_TOP, _HEAD_BASELINE_HEIGHT, SMALL)
        self._draw_told(painter, scheme)
        number = self.tr("No.")
        right = columns.number - PAD - width_of(number, CAPTION, 500)
        draw_text(painter, QPointF(right, base), number, scheme.text3, CAPTION, 500)
        left = columns.number + PAD
        for title, width in (
            (self.tr("Participant"), columns.name),
            (field_caption("person", "rank"), columns.rank),
            (field_caption("person", "unit"), columns.unit),
        ):
            if width:
                draw_text(painter, QPointF(left, base), title, scheme.text3, CAPTION, 500)
                left += width

    def _draw_told(self, painter: QPainter, scheme: Tokens) -> None:
        """Write beside the first button what was typed, or who is shown."""
        left = 2 * _EDGE + _BUTTON + 4
        right = self.step_buttons[0].x() if self._steps_shown else self.width()
        room = right - left - PAD - (0 if self._hint or not self._state else _CROSS + 4)
        told = self.told
        if width_of(told, CAPTION, 600) > room:
            told = self._brief if self._hint else self._short
        told = elided(told, room, CAPTION, 600)
        base = baseline(_HINT_TOP, _HINT_HEIGHT, CAPTION)
        wide = draw_text(painter, QPointF(left, base), told, scheme.accent_text, CAPTION, 600)
        if self._state and not self._hint:
            box = QRectF(left + wide + 4, _HINT_TOP + (_HINT_HEIGHT - _CROSS) / 2, _CROSS, _CROSS)
            theme.draw(painter, "close", box, "accent_text")


class GridView(QTableView):
    """The marks with both heads. Tab leaves it; every other key that types something is a command."""

    letter_key = Signal(object)
    """A `TypedLetter`."""
    other_key = Signal()
    """A key that is no letter, or a click: what was typed before ends."""
    requested = Signal(str)
    """A command without more words: "repeat", "undo", "walk_in"; the page knows what each does."""
    digit_key = Signal(object)  # a TypedDigit
    day_key = Signal(int)
    """The day (or week) before, -1, or after, 1."""
    edge_key = Signal(int)
    """An arrow beyond the first (-1) or the last (1) session shown."""
    laid_out = Signal()
    """The parts have their places: how much is in sight may be another."""
    moved = Signal(int, int)
    """The current cell is another one: row, column."""

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_grid")
        self._grid = model
        self.chosen = BlockSelection(self, model)
        self._painter = GridPainter(self, model, self.chosen)
        self._laying_out = self._lay_out_again = False
        self.head = SessionHeader(model, self)
        self.row_head = PersonHeader(model, self)
        self.setHorizontalHeader(self.head)
        self.setVerticalHeader(self.row_head)
        self.setModel(model)
        self.corner = CornerWidget(self.row_head, self)
        self._set_behaviour()
        self._keys = self._commands()
        self.horizontalScrollBar().valueChanged.connect(self._scrolled_across)
        self.head.chosen.connect(self.go_to_column)
        self.row_head.chosen.connect(self.go_to_row)

    def _commands(self) -> dict[tuple[Qt.KeyboardModifier, int], Callable[[], None]]:
        """Return the keys that are commands, by modifiers and key; letters and digits come by `_type`."""
        down, up = self._ask("down"), lambda: self.go_down(-1)
        return {
            (_PLAIN, Qt.Key.Key_Return): down,
            (_PLAIN, Qt.Key.Key_Enter): down,
            (_SHIFT, Qt.Key.Key_Return): up,
            (_SHIFT, Qt.Key.Key_Enter): up,
            (_PLAIN, Qt.Key.Key_Space): self._ask("repeat"),
            (_PLAIN, Qt.Key.Key_Delete): self._ask("clear"),
            (_PLAIN, Qt.Key.Key_Backspace): self._ask("erase"),
            (_PLAIN, Qt.Key.Key_Escape): self._ask("leave"),
            (_PLAIN, Qt.Key.Key_Insert): self._ask("walk_in"),
            (_PLAIN, Qt.Key.Key_F2): self._ask("remark"),
            (_CTRL, Qt.Key.Key_R): self._ask("remark"),
            (_CTRL, Qt.Key.Key_F): self._ask("find"),
            (_CTRL, Qt.Key.Key_B): self._ask("badge"),
            (_PLAIN, Qt.Key.Key_Menu): self._ask("menu"),
            (_SHIFT, Qt.Key.Key_F10): self._ask("menu"),
            (_CTRL, Qt.Key.Key_Z): self._ask("undo"),
            (_CTRL, Qt.Key.Key_Y): self._ask("redo"),
            (_CTRL | _SHIFT, Qt.Key.Key_Z): self._ask("redo"),
            (_CTRL | _SHIFT, Qt.Key.Key_P): self._ask("rest"),
            (_CTRL | _SHIFT, Qt.Key.Key_D): self._ask("rest_of_day"),
            (_CTRL, Qt.Key.Key_Left): lambda: self.day_key.emit(-1),
            (_CTRL, Qt.Key.Key_Right): lambda: self.day_key.emit(1),
            (_CTRL | _SHIFT, Qt.Key.Key_K): self._ask("lock"),
            (_CTRL, Qt.Key.Key_H): self._ask("count"),
            (_CTRL, Qt.Key.Key_I): self._ask("history"),
            (_PLAIN, Qt.Key.Key_F4): self._ask("list"),
            (_PLAIN, Qt.Key.Key_F5): self._ask("again"),
            (_CTRL, Qt.Key.Key_A): self.choose_column,
            (_CTRL, Qt.Key.Key_C): self._ask("copy"),
            (_CTRL | _SHIFT, Qt.Key.Key_C): self._ask("copy_all"),
            (_PLAIN, Qt.Key.Key_Left): lambda: self._go_across(-1),
            (_PLAIN, Qt.Key.Key_Right): lambda: self._go_across(1),
        }

    def _ask(self, command: str) -> Callable[[], None]:
        return lambda: self.requested.emit(command)

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
        # Every pixel is painted here, so that Qt need not fill the ground first.
        for part in (self, self.head, self.row_head):
            part.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.head.setMinimumSectionSize(8)
        self.row_head.setMinimumSectionSize(8)
        self.head.setDefaultSectionSize(CELL)
        self.row_head.setDefaultSectionSize(row_height())

    def apply(self, columns: ColumnWidths, height: int) -> None:
        """Take other widths and another height of rows."""
        self.row_head.set_columns(columns)
        if self.head.defaultSectionSize() != columns.cell:
            self.head.setDefaultSectionSize(columns.cell)
        if self.row_head.defaultSectionSize() != height:
            self.row_head.setDefaultSectionSize(height)
        height_of_heads = self.head.sizeHint().height()
        self.head.setFixedHeight(height_of_heads)
        self.corner.setGeometry(0, 0, columns.head, height_of_heads)
        self.corner.raise_()
        self.corner.update()

    @property
    def place(self) -> tuple[int, int]:
        """Row and column of the current cell; -1, -1 without one."""
        index = self.currentIndex()
        return index.row(), index.column()

    @property
    def block(self) -> CellBlock | None:
        """The chosen cells, or the current one alone; None without one."""
        here = CellBlock.between(self.place, self.place) if self.place[0] >= 0 else None
        return self.chosen.block or here

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one, as far as there is one; what else was chosen is let go of."""
        self.chosen.drop()
        self._go(row, column)

    def _go(self, row: int, column: int) -> None:
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

    def _go_across(self, step: int) -> None:
        """Go to the next session; beyond the edge somebody else decides."""
        self.chosen.drop()
        row, column = self.place
        if 0 <= column + step < self._grid.columnCount():
            self.go_to(row, column + step)
        else:
            self.edge_key.emit(step)

    def choose_column(self) -> None:
        """Choose everybody who is shown, in the current session."""
        column = self.place[1]
        if column >= 0:
            self.chosen.choose(CellBlock(range(self._grid.rowCount()), range(column, column + 1)))

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
        typed = None if command or event.modifiers() & _COMMANDING else letter_of(event)
        if typed is not None:
            self.letter_key.emit(typed)
            return
        if not is_held(event):
            self.other_key.emit()
        if command:
            command()
        elif event.key() in _MOVING:
            self._move(event)
        elif event.modifiers() & _COMMANDING or not self._type(event.text(), event.timestamp()):
            super().keyPressEvent(event)

    def _move(self, event: QKeyEvent) -> None:
        """Move about as in any table; Shift chooses all cells on the way, with Ctrl as far as the edge."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not held & _SHIFT:
            self.chosen.drop()
            super().keyPressEvent(event)
            return
        with self.chosen.stretching():
            edge = _EDGES.get(Qt.Key(event.key())) if held & _CTRL else None
            if edge is None:
                super().keyPressEvent(event)
            else:
                far = max(self._grid.rowCount(), self._grid.columnCount())
                self._go(*(at + far * way for at, way in zip(self.place, edge, strict=True)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """End what is typed. Shift chooses all cells up to there; a menu of chosen cells is theirs."""
        self.other_key.emit()
        index, left = self.indexAt(event.position().toPoint()), event.button() is Qt.MouseButton.LeftButton
        block = self.chosen.block
        if not left and block is not None and (index.row(), index.column()) in block:
            event.accept()
        elif left and event.modifiers() & _SHIFT:
            with self.chosen.stretching():
                super().mousePressEvent(event)
        else:
            self.chosen.drop()
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose the cells over which the mouse is dragged."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            with self.chosen.stretching():
                super().mouseMoveEvent(event)
        else:
            super().mouseMoveEvent(event)

    def _command(self, event: QKeyEvent) -> Callable[[], None] | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._keys.get((held, event.key()))

    def _type(self, text: str, at: int) -> bool:
        """Handle a key that types a sign; False for one that types nothing."""
        if not text or not text.isprintable():
            return False
        if text in "0123456789":
            self.digit_key.emit(TypedDigit(int(text), at))
        elif text == FIND:
            self.requested.emit("find")
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Paint the old and the new row and column, and tell."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid():
                self.viewport().update(self._row_box(index.row()))
                self.viewport().update(self._column_box(index.column()))
        self.chosen.follow((previous.row(), previous.column()), (current.row(), current.column()))
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

    @override
    def updateGeometries(self) -> None:
        """Let the last session end where the table does: Qt sees to it only when that is scrolled to.

        A bar that comes or goes meanwhile gives the table another size, which Qt would pass over: the heads
        would keep their old one, and the offset of a bar that is gone.
        """
        if self._laying_out:
            self._lay_out_again = True
            return
        self._laying_out = self._lay_out_again = True
        for _round in range(_MOST_ROUNDS):
            if not self._lay_out_again:
                break
            self._lay_out_again = False
            super().updateGeometries()
            self._keep_in_step()
            self.laid_out.emit()
        self._laying_out = False

    def _keep_in_step(self) -> None:
        """Let the sessions stand where their bar says."""
        across = self.horizontalScrollBar()
        before = self.head.offset()
        if across.maximum() and across.value() == across.maximum():
            self.head.setOffsetToLastSection()
            self.viewport().update()
        else:
            self.head.setOffsetToSectionPosition(across.value())
        if self.head.offset() != before:
            self._scrolled_across(across.value())
            self.viewport().update()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Open at the current cell, of whose session the foot speaks, wherever one had scrolled to before."""
        super().showEvent(event)
        self.scrollTo(self.currentIndex())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current cell whole in sight, if it was in sight before."""
        here = self.visualRect(self.currentIndex())
        super().resizeEvent(event)
        if QRect(QPoint(), event.oldSize()).intersects(here):
            self.scrollTo(self.currentIndex())

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
        self._painter.paint(painter, event.rect())
        self.chosen.draw(painter, tokens())
