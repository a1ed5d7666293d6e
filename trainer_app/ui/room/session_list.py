"""The list of a session: the same keys as in the grid, and marks to press with a touchpad."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from trainer_app.ui.attendance.keys import FIND, begins_name, is_early, mark_of
from trainer_app.ui.attendance.painting import width_of
from trainer_app.ui.room.session_painting import (
    NUMBER,
    PAD,
    REMARK_LEAST,
    ROW,
    WIDTHS,
    SessionDelegate,
    SessionHead,
    mark_at,
)
from trainer_app.ui.room.session_rows import EDITED, Part, SessionRows
from trainer_app.ui.shell.tokens import CARD_TITLE

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_COMMANDING = _CTRL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class SessionList(QTableView):
    """Keys become signals; the page decides what they do."""

    mark_key = Signal(object)
    """A `Mark` for the current row."""
    early_key = Signal(str)
    """The sign or letter that was typed."""
    name_key = Signal(str)
    """The first letter of a name, "" to be asked for one."""
    badge_key = Signal()
    count_key = Signal()
    lock_key = Signal()
    history_key = Signal()
    digit_key = Signal(int)
    erase_key = Signal()
    clear_key = Signal()
    repeat_key = Signal()
    rest_key = Signal()
    walk_in_key = Signal()
    menu_key = Signal()
    undo_key = Signal()
    redo_key = Signal()
    next_key = Signal(int)
    """The session after (1) or before (-1)."""
    refused = Signal()
    """A field was asked for that cannot be changed now."""
    moved = Signal(int)
    """The current row is another one."""

    def __init__(self, rows: SessionRows) -> None:
        super().__init__()
        self.setObjectName("room_list")
        self._rows = rows
        self.setHorizontalHeader(SessionHead(rows, self))
        self.setItemDelegate(SessionDelegate(rows, self))
        self.setModel(rows)
        self._set_behaviour()
        for signal in (rows.modelReset, rows.dataChanged):
            signal.connect(self._fit)
        self._keys = self._commands()

    def _set_behaviour(self) -> None:
        self.setProperty("role", "in_card")
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        for part in Part:
            head.setSectionResizeMode(part, QHeaderView.ResizeMode.Fixed)

    def _commands(self) -> dict[tuple[Qt.KeyboardModifier, int], Callable[[], object]]:
        down, up = lambda: self.step(1), lambda: self.step(-1)
        return {
            (_PLAIN, Qt.Key.Key_Return): down,
            (_PLAIN, Qt.Key.Key_Enter): down,
            (_SHIFT, Qt.Key.Key_Return): up,
            (_SHIFT, Qt.Key.Key_Enter): up,
            (_PLAIN, Qt.Key.Key_Space): self.repeat_key.emit,
            (_PLAIN, Qt.Key.Key_Delete): self.clear_key.emit,
            (_PLAIN, Qt.Key.Key_Backspace): self.erase_key.emit,
            (_PLAIN, Qt.Key.Key_Insert): self.walk_in_key.emit,
            (_PLAIN, Qt.Key.Key_F2): self.edit_remark,
            (_PLAIN, Qt.Key.Key_Menu): self.menu_key.emit,
            (_SHIFT, Qt.Key.Key_F10): self.menu_key.emit,
            (_CTRL, Qt.Key.Key_F): lambda: self.name_key.emit(""),
            (_CTRL, Qt.Key.Key_B): self.badge_key.emit,
            (_CTRL, Qt.Key.Key_H): self.count_key.emit,
            (_CTRL, Qt.Key.Key_K): self.lock_key.emit,
            (_CTRL, Qt.Key.Key_I): self.history_key.emit,
            (_CTRL, Qt.Key.Key_Z): self.undo_key.emit,
            (_CTRL, Qt.Key.Key_Y): self.redo_key.emit,
            (_CTRL | _SHIFT, Qt.Key.Key_Z): self.redo_key.emit,
            (_CTRL | _SHIFT, Qt.Key.Key_P): self.rest_key.emit,
            (_CTRL, Qt.Key.Key_PageDown): lambda: self.next_key.emit(1),
            (_CTRL, Qt.Key.Key_PageUp): lambda: self.next_key.emit(-1),
        }

    @property
    def place(self) -> int:
        """The current row; -1 without one."""
        return self.currentIndex().row()

    def go_to(self, place: int, part: int = -1) -> None:
        """Make a row the current one, as far as there is one."""
        count = self._rows.rowCount()
        if count:
            column = part if part >= 0 else max(self.currentIndex().column(), Part.MARK)
            index = self._rows.index(min(max(place, 0), count - 1), column)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def show_in_the_middle(self) -> None:
        """Scroll so that the people before and after the current one are in sight too."""
        if self.place >= 0:
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def step(self, by: int) -> None:
        """Go to the next person, in the same column; the last one stays."""
        self.go_to(self.place + by)

    def edit_remark(self) -> None:
        """Open the field for a remark of the current row."""
        self._edit(Part.REMARK)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that are commands here from the shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._command(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what a key means; arrows and the page keys move as in any table."""
        command = self._command(event)
        if self.state() is QAbstractItemView.State.EditingState:
            # Enter and Esc end the field; Qt lets them come here as well.
            super().keyPressEvent(event)
        elif command:
            command()
        elif event.modifiers() & _COMMANDING or not self._type(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press a mark, or open a field."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        point = event.position().toPoint()
        if index.column() == Part.MARK:
            mark = mark_at(self.visualRect(index), point.x(), point.y())
            if mark is not None and self._rows.cell(index.row()) is not None:
                self.mark_key.emit(mark)
        elif index.column() in EDITED:
            self._edit(index.column())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be pressed."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        on_mark = index.column() == Part.MARK and mark_at(self.visualRect(index), point.x(), point.y())
        shape = Qt.CursorShape.PointingHandCursor if on_mark else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor if index.column() in EDITED else shape)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what they need of what the other columns leave."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Share the width: names first, remarks the rest; no column for badges before one was read."""
        rows, head = self._rows, self.horizontalHeader()
        places = range(rows.rowCount())
        scanned = any(rows.text(place, Part.CAME) for place in places)
        self.setColumnHidden(Part.CAME, not scanned)
        fixed = sum(size for part, size in WIDTHS.items() if part is not Part.CAME or scanned)
        spare = self.viewport().width() - fixed
        names = max((width_of(rows.text(place, Part.PERSON), CARD_TITLE, 600) for place in places), default=0)
        needed = max(NUMBER + names + PAD + 4, spare * 70 // 100)
        remark = max(REMARK_LEAST, spare - needed)
        for part in Part:
            size = WIDTHS.get(part, remark if part is Part.REMARK else spare - remark)
            head.resizeSection(part, size)

    def currentChanged(  # noqa: N802 - Qt's name
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint both rows anew, and tell."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.row() != previous.row():
            self.moved.emit(current.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Frame what the keys act on."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Frame nothing."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _edit(self, part: int) -> None:
        if self.place >= 0:
            self.go_to(self.place, part)
            if self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(self.currentIndex())
            else:
                self.refused.emit()

    def _command(self, event: QKeyEvent) -> Callable[[], object] | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._keys.get((held, event.key()))

    def _type(self, event: QKeyEvent) -> bool:
        """Handle a key that types something; False for one that types nothing."""
        text, code = event.text(), event.nativeScanCode()
        if not text or not text.isprintable():
            return False
        if text in "0123456789":
            self.digit_key.emit(int(text))
        elif text in FIND:
            self.name_key.emit("")
        elif (mark := mark_of(text, code)) is not None:
            self.mark_key.emit(mark)
        elif is_early(text, code):
            self.early_key.emit(text)
        elif begins_name(text):
            self.name_key.emit(text)
        return True
