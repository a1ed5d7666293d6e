"""The page of a sheet with its keys: arrows move, Space and letters tick, digits jump."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from trainer_app.domain.attendance import GridSession
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.signatures.keys import signed_of
from trainer_app.ui.signatures.paper_cells import HEAD, MARK_SIDE, PaperDelegate, PaperHead
from trainer_app.ui.signatures.paper_model import FIRST, NAME, NUMBER, RANK, PaperModel

REST = "Ctrl+Shift+S"
_NUMBER, _NAME, _RANK, _CELL, _WIDEST = 36, 150, 104, 74, 150
_LOWEST, _HIGHEST = 22, 30
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class PaperView(QTableView):
    """Emits what a key asks for; moves by itself within the page."""

    moved = Signal()
    tick_key = Signal(object, bool)
    """A `Signed`, or None to turn it; whether the whole line is meant."""
    clear_key = Signal()
    rest_key = Signal()
    page_key = Signal(int)
    """The next page (1) or the one before (-1)."""
    passed = Signal(int, bool)
    """The page ended in this direction; whether by Enter."""
    digit_key = Signal(int)
    differences_key = Signal()

    def __init__(self, desk: Desk, model: PaperModel) -> None:
        super().__init__()
        self.setObjectName("signatures_paper")
        self.setProperty("role", "in_card")
        # Time runs from left to right, and the paper is printed that way in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._desk, self._page = desk, model
        self.delegate = PaperDelegate(self, model)
        self.delegate.current = self.currentIndex
        self.delegate.focused = self.hasFocus
        self.setItemDelegate(self.delegate)
        self.head = PaperHead(self, model, self._times)
        self.head.column = lambda: self.currentIndex().column()
        self.setHorizontalHeader(self.head)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(_LOWEST)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setModel(model)
        model.modelReset.connect(self.fit)
        self.selectionModel().currentChanged.connect(self._current_changed)

    # Where it is

    def place(self) -> tuple[int, int]:
        """Return row and session of the current place; (-1, -1) for none."""
        index = self.currentIndex()
        return (index.row(), index.column() - FIRST) if index.isValid() else (-1, -1)

    def go_to(self, row: int, session: int) -> None:
        """Make a place the current one, within the page."""
        rows, sessions = self._page.rowCount(), len(self._page.sessions)
        if rows and sessions:
            at = self._page.index(min(max(row, 0), rows - 1), FIRST + min(max(session, 0), sessions - 1))
            self.setCurrentIndex(at)

    def fit(self) -> None:
        """Share out the width, and show a whole page without scrolling where the height allows."""
        sessions = max(1, len(self._page.sessions))
        ranked = any(row.rank for row in self._page.rows)
        width = self.viewport().width()
        rank = _RANK if ranked and width - _NUMBER - _NAME - _RANK >= sessions * (_CELL + 16) else 0
        cell = min(_WIDEST, max(_CELL, (width - _NUMBER - _NAME - rank) // sessions))
        name = max(_NAME, width - _NUMBER - rank - cell * sessions)
        self.setColumnHidden(RANK, not rank)
        for column, size in ((NUMBER, _NUMBER), (NAME, name), (RANK, rank)):
            self.setColumnWidth(column, size)
        for column in range(FIRST, FIRST + len(self._page.sessions)):
            self.setColumnWidth(column, cell)
        # As tall as if the page were full, so that rows keep their place from page to page.
        height = (self.height() - HEAD - 2) // 18
        self.verticalHeader().setDefaultSectionSize(min(_HIGHEST, max(_LOWEST, height)))
        self.moved.emit()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, tick, jump."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key, shift = event.key(), Qt.KeyboardModifier.ShiftModifier
        if held == Qt.KeyboardModifier.ControlModifier | shift and key == Qt.Key.Key_S:
            self.rest_key.emit()
        elif held & ~shift:
            super().keyPressEvent(event)
        elif key in _MOVES:
            self._move(*_MOVES[Qt.Key(key)])
        elif not (self._take_ticking(event, line=bool(held & shift)) or self._take_going(event)):
            super().keyPressEvent(event)

    def _take_ticking(self, event: QKeyEvent, *, line: bool) -> bool:
        """Take the keys that say what the paper shows."""
        signed = signed_of(event.text())
        # A plus or a minus may need Shift by itself: only letters mean the whole line with it.
        line = line and (event.text().isalpha() or event.key() == Qt.Key.Key_Space)
        if event.key() == Qt.Key.Key_Space:
            self.tick_key.emit(None, line)
        elif signed is not None:
            self.tick_key.emit(signed, line)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_key.emit()
        elif event.text().isdigit() and event.text().isascii():
            self.digit_key.emit(int(event.text()))
        else:
            return False
        return True

    def _take_going(self, event: QKeyEvent) -> bool:
        """Take the keys that go somewhere else."""
        key = event.key()
        session = self.place()[1]
        if key in _ENTER:
            self._move(1, 0, enter=True)
        elif key == Qt.Key.Key_PageDown:
            self.page_key.emit(1)
        elif key == Qt.Key.Key_PageUp:
            self.page_key.emit(-1)
        elif key == Qt.Key.Key_Home:
            self.go_to(0, session)
        elif key == Qt.Key.Key_End:
            self.go_to(self._page.rowCount() - 1, session)
        elif key == Qt.Key.Key_F4:
            self.differences_key.emit()
        else:
            return False
        return True

    def _move(self, rows: int, sessions: int, *, enter: bool = False) -> None:
        row, session = self.place()
        if row < 0:
            self.go_to(0, 0)
        elif 0 <= row + rows < self._page.rowCount():
            self.go_to(row + rows, session + sessions)
        else:
            self.passed.emit(rows, enter)

    def event(self, event: QEvent) -> bool:
        """Keep keys of the page from shortcuts of the window: Delete removes a session elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and (event.text().isprintable() or event.key() in _MOVES):
                event.accept()
                return True
        return super().event(event)

    # What follows

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a click on the tick turn it; elsewhere in the line it only goes there."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        on_tick = event.position().x() > self.visualRect(index).left() + MARK_SIDE
        if index.column() >= FIRST and on_tick and event.button() is Qt.MouseButton.LeftButton:
            self.tick_key.emit(None, False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the current place as the one that keys are about."""
        if not self.currentIndex().isValid():
            # Before Qt chooses a first cell by itself, which would be a printed one.
            self.go_to(0, 0)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self.fit()

    def _times(self, session: GridSession) -> str:
        return self._desk.formats.times(session.start, session.end)

    def _current_changed(self, new: QModelIndex, old: QModelIndex) -> None:
        if new.isValid() and new.column() < FIRST:
            # A click on a name means the person's place in the same session.
            self.go_to(new.row(), max(0, old.column() - FIRST))
            return
        self.viewport().update()
        self.head.viewport().update()
        self.moved.emit()
