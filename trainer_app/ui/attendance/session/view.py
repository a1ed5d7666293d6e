"""The table of a session, with the keys of the grid: a name to read at arm's length, marks to press."""

from collections.abc import Callable
from typing import override

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from trainer_app.ui.attendance.key_input import COMMANDING, FIND, TypedDigit, is_held, letter_of
from trainer_app.ui.attendance.session.model import EDITED, SessionColumn, SessionModel
from trainer_app.ui.kit.marks import BUTTON, BUTTON_GAP, draw_buttons, mark_at
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CAPTION, CARD_TITLE, RADIUS_CONTROL, SMALL, TABLE_HEAD, Tokens
from trainer_app.ui.widgets.fields import scrolled_around
from trainer_app.ui.widgets.pages import FEWEST_ROWS, PageFirst
from trainer_app.ui.widgets.painting import (
    AT_THE_RIGHT,
    font_of,
    height_for,
    metrics_of,
    narrow_lines,
    width_of,
    write_fitting,
)

ROW, LOW_ROW, NUMBER, PAD, _ROOMY = 46, 41, 46, 12, 6
"""Rows are `LOW_ROW` high where the list would show fewer than `_ROOMY` of the others."""
WIDTHS = {
    SessionColumn.MARK: 4 * BUTTON + 3 * BUTTON_GAP + 2 * PAD,
    SessionColumn.LATE: 68,
    SessionColumn.EARLY: 76,
    SessionColumn.CAME: 72,
}
REMARK_LEAST = 96
NAMES_LEAST = NUMBER + 160
"""What number and name keep whatever else has to give way."""
NAMES_USUAL = NUMBER + 250
"""What they keep before minutes left early and remarks have a column: one line for nearly every name."""
_AROUND_REMARK, _REMARK_LINES = 26, 8
"""What stands around a remark in its column, and on how many lines it may stand there."""
_AIR, _FRAME = 2, 16
"""Above and below what stands on more lines than a row usually has; with the frame where it can be typed."""
LIST_LEAST = NUMBER + 200 + WIDTHS[SessionColumn.MARK] + WIDTHS[SessionColumn.LATE] + 16
"""Below this width of the list, with its bar, nothing stands beside it: whole names come first."""


class SessionDelegate(QStyledItemDelegate):
    """Paints cells; the fields for minutes and remarks are Qt's own lines."""

    def __init__(self, rows: SessionModel, view: QTableView) -> None:
        super().__init__(view)
        self._rows, self._view = rows, view
        self.editor_kind = "room_cell_field"

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row."""
        return QSize(40, self._view.verticalHeader().defaultSectionSize())

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Give the field its name and its words."""
        field = super().createEditor(parent, option, index)
        field.setObjectName(self.editor_kind)
        field.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))
        return field

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell of a row."""
        scheme, box = tokens(), QRect(option.rect)
        place, part = index.row(), index.column()
        current = place == self._view.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, QColor(scheme.accent_soft if current else scheme.surface))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(scheme.line))
        if part == SessionColumn.PERSON:
            self._draw_person(painter, box, place, scheme, current=current)
        elif part == SessionColumn.MARK:
            session = self._rows.session
            cell = None if session is not None and session.cancelled else self._rows.cell(place)
            letters = self._rows.grid.words.letters() if self._rows.grid is not None else ()
            draw_buttons(painter, box, scheme, cell, letters, is_open=self._rows.is_open)
        else:
            self._draw_fact(painter, box, place, part, scheme, current=current)
        column = self._view.currentIndex().column()
        framed = SessionColumn.MARK if self._view.isColumnHidden(column) else column
        if current and part == framed and self._view.hasFocus():
            self._draw_focus(painter, box, part, scheme)
        painter.restore()

    def height(self, place: int, usual: int) -> int:
        """Return how high a row has to be for what was said of its person: nothing of that is cut."""
        rows, unseen = self._rows, self._unseen()
        said = sum(self._lines(place)[2:]) if rows.said(place, unseen) else 0
        seen = "" if SessionColumn.REMARK in unseen else rows.text(place, SessionColumn.REMARK)
        lines = height_for(seen, self._view.columnWidth(SessionColumn.REMARK) - _AROUND_REMARK, SMALL, 0)
        return max(usual, round(max(said + _AIR, lines + _FRAME if lines else 0)))

    def _unseen(self) -> tuple[int, ...]:
        """Return the parts that have no column: they are said below the name."""
        return tuple(part for part in EDITED if self._view.isColumnHidden(part))

    def _lines(self, place: int) -> tuple[str, str, float, float]:
        """Return a name and what stands below it, and their heights: what was said may take several lines."""
        width = self._view.columnWidth(SessionColumn.PERSON) - NUMBER - PAD
        name = self._rows.text(place, SessionColumn.PERSON)
        below = self._rows.below(place, width, self._unseen())
        above = height_for(name, width, CARD_TITLE, metrics_of(CARD_TITLE, 600).height(), 600)
        return name, below, above, height_for(below, width, SMALL, metrics_of(SMALL).height()) if below else 0

    def _draw_person(
        self, painter: QPainter, box: QRect, place: int, scheme: Tokens, *, current: bool
    ) -> None:
        row = self._rows.row(place)
        if current:
            painter.fillRect(box.left(), box.top(), 3, box.height() - 1, QColor(scheme.accent))
        number = QRectF(box.left(), box.top(), NUMBER - 10, box.height())
        painter.setFont(font_of(CARD_TITLE, 500))
        painter.setPen(QColor(scheme.text3))
        painter.drawText(number, AT_THE_RIGHT, str(row.number))
        left, width = box.left() + NUMBER, box.width() - NUMBER - PAD
        name, second, above, below = self._lines(place)
        top = box.top() + (box.height() - 1 - above - below) / 2
        painter.setPen(QColor(scheme.text))
        room = QRectF(left, top, width, above if second else box.height() - 1)
        if not second:
            room.moveTop(box.top())
        write_fitting(painter, room, name, CARD_TITLE, 600)
        if second:
            said = self._rows.said(place, self._unseen())
            painter.setPen(QColor(scheme.text if said else scheme.text2))
            write_fitting(painter, QRectF(left, top + above, width, below), second, SMALL)

    def _draw_fact(
        self, painter: QPainter, box: QRect, place: int, part: int, scheme: Tokens, *, current: bool
    ) -> None:
        """Draw minutes, a remark or the time of a badge; on the current row, where they can be typed."""
        text = self._rows.text(place, part)
        room = box.adjusted(6, 6, -6, -7)
        if part in EDITED and current and self._rows.is_open and self._rows.cell(place) is not None:
            painter.setPen(QPen(QColor(scheme.edge), 1))
            painter.setBrush(QColor(scheme.surface))
            field = QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(field, RADIUS_CONTROL, RADIUS_CONTROL)
        if not text:
            return
        minutes = part in (SessionColumn.LATE, SessionColumn.EARLY)
        painter.setPen(QColor(scheme.late if minutes else scheme.text2))
        if minutes:
            write_fitting(painter, QRectF(box.adjusted(0, 0, 0, -1)), text, CARD_TITLE, 600, centred=True)
            return
        if part == SessionColumn.CAME:
            theme.draw(painter, "badge", QRectF(room.left() - 2, box.center().y() - 8, 16, 16), "text3")
        left = 24 if part == SessionColumn.CAME else 14
        write_fitting(painter, QRectF(box.adjusted(left, 0, left - _AROUND_REMARK, -1)), text, SMALL)

    def _draw_focus(self, painter: QPainter, box: QRect, part: int, scheme: Tokens) -> None:
        """Frame what the keys act on: the four marks as one, or a field."""
        if part == SessionColumn.PERSON:
            return
        frame = QRectF(box.adjusted(5, 3, -5, -4))
        painter.setPen(QPen(QColor(scheme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, RADIUS_CONTROL + 2, RADIUS_CONTROL + 2)


class SessionViewHeader(QHeaderView):
    """Quiet words over the columns."""

    def __init__(self, rows: SessionModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("room_head")
        self._rows = rows
        self.setFixedHeight(TABLE_HEAD)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(36)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one head over its column."""
        if not rect.isValid():
            return
        scheme, text = tokens(), self._rows.heading(section)
        painter.save()
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(scheme.line))
        painter.setPen(QColor(scheme.text3))
        left = NUMBER if section == SessionColumn.PERSON else PAD
        centred = section in (SessionColumn.LATE, SessionColumn.EARLY)
        room = QRectF(rect.adjusted(2, 0, -2, 0) if centred else rect.adjusted(left, 0, -4, 0))
        write_fitting(painter, room, text, CAPTION, 500, centred=centred)
        painter.restore()


_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PLAIN = Qt.KeyboardModifier.NoModifier


class SessionView(PageFirst, QTableView):
    """Keys become signals; the page decides what they do."""

    mark_clicked = Signal(object)
    """A `Mark` for the current row."""
    letter_key = Signal(object)
    """A `TypedLetter`."""
    other_key = Signal()
    """A key that is no letter, or a click: what was typed before ends."""
    find_key = Signal()
    badge_key = Signal()
    count_key = Signal()
    lock_key = Signal()
    history_key = Signal()
    digit_key = Signal(object)  # a TypedDigit
    down_key = Signal()
    """The next person is wanted."""
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

    def __init__(self, rows: SessionModel) -> None:
        super().__init__()
        self.setObjectName("room_list")
        self._rows = rows
        self.setHorizontalHeader(SessionViewHeader(rows, self))
        self._drawn = SessionDelegate(rows, self)
        self.setItemDelegate(self._drawn)
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
        for part in SessionColumn:
            head.setSectionResizeMode(part, QHeaderView.ResizeMode.Fixed)

    def _commands(self) -> dict[tuple[Qt.KeyboardModifier, int], Callable[[], object]]:
        down, up = self.down_key.emit, lambda: self.step(-1)
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
            (_CTRL, Qt.Key.Key_F): self.find_key.emit,
            (_CTRL, Qt.Key.Key_B): self.badge_key.emit,
            (_CTRL, Qt.Key.Key_H): self.count_key.emit,
            (_CTRL | _SHIFT, Qt.Key.Key_K): self.lock_key.emit,
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
            column = part if part >= 0 else max(self.currentIndex().column(), SessionColumn.MARK)
            index = self._rows.index(min(max(place, 0), count - 1), column)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def show_in_the_middle(self) -> None:
        """Scroll so that the people before and after the current one are in sight too."""
        if self.place >= 0:
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def show_whole(self) -> None:
        """Scroll until the current row is wholly in sight; the page too, unless one types beside the list."""
        self.updateGeometries()
        self.scrollTo(self.currentIndex())
        row, field = self.visualRect(self.currentIndex()), self.window().focusWidget()
        for page in scrolled_around(self):
            inner = page.widget()
            if inner is not None and (field in (None, self) or not page.isAncestorOf(field)):
                middle = self.viewport().mapTo(inner, row.center())
                page.ensureVisible(middle.x(), middle.y(), 0, row.height() // 2 + 1)

    def step(self, by: int) -> None:
        """Go to the next person, in the same column; the last one stays."""
        self.go_to(self.place + by)

    def edit_remark(self) -> None:
        """Open the field for a remark of the current row."""
        self._edit(SessionColumn.REMARK)

    def edit_early(self) -> None:
        """Open the field for the minutes that the current person left early."""
        self._edit(SessionColumn.EARLY)

    @override
    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Let a field without a column lie over the marks of its person: beside the name it is of."""
        if index.isValid() and self.isColumnHidden(index.column()):
            marks, late = (
                self._rows.index(index.row(), part) for part in (SessionColumn.MARK, SessionColumn.LATE)
            )
            return super().visualRect(marks).united(super().visualRect(late))
        return super().visualRect(index)

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
            return
        typed = None if command or event.modifiers() & COMMANDING else letter_of(event)
        if typed is not None:
            self.letter_key.emit(typed)
            return
        if not is_held(event):
            self.other_key.emit()
        if command:
            command()
        elif event.modifiers() & COMMANDING or not self._type(event.text(), event.timestamp()):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press a mark, or open a field."""
        self.other_key.emit()
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        point = event.position().toPoint()
        if index.column() == SessionColumn.MARK:
            mark = mark_at(self.visualRect(index), point.x(), point.y())
            if mark is not None and self._rows.cell(index.row()) is not None:
                self.mark_clicked.emit(mark)
        elif index.column() in EDITED:
            self._edit(index.column())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be pressed."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        on_mark = index.column() == SessionColumn.MARK and mark_at(
            self.visualRect(index), point.x(), point.y()
        )
        shape = Qt.CursorShape.PointingHandCursor if on_mark else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor if index.column() in EDITED else shape)

    def minimumSizeHint(self) -> QSize:
        """Keep a few people in sight: in a low window the page scrolls."""
        return QSize(super().minimumSizeHint().width(), TABLE_HEAD + FEWEST_ROWS * LOW_ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what they need, the rows their height; a current row in sight stays there whole."""
        held = QRect(QPoint(), event.oldSize()).contains(self.visualRect(self.currentIndex()))
        super().resizeEvent(event)
        low = self.viewport().height() < _ROOMY * ROW
        self.verticalHeader().setDefaultSectionSize(LOW_ROW if low else ROW)
        self._fit()
        if held and self.place >= 0:
            self.show_whole()
            # And once all around it has its place: only then the page knows how far it scrolls.
            QTimer.singleShot(0, self, self.show_whole)

    def _fit(self) -> None:
        """Share the width: names first, remarks the rest; no column for badges before one was read."""
        rows, head = self._rows, self.horizontalHeader()
        places = range(rows.rowCount())
        scanned = any(rows.text(place, SessionColumn.CAME) for place in places)
        self.setColumnHidden(SessionColumn.CAME, not scanned)
        fixed = sum(size for part, size in WIDTHS.items() if part is not SessionColumn.CAME or scanned)
        spare = self.viewport().width() - fixed
        called = (rows.text(place, SessionColumn.PERSON) for place in places)
        names = max((width_of(name, CARD_TITLE, 600) for name in called), default=0) + NUMBER + PAD + 4
        remarks = [rows.text(place, SessionColumn.REMARK) for place in places]
        longest = max((width_of(text, SMALL) for text in remarks), default=0) + _AROUND_REMARK + 1
        remark = max(REMARK_LEAST, spare - max(names, spare * 70 // 100), min(longest, spare - names))
        high = max((len(narrow_lines(text, remark - _AROUND_REMARK)) for text in remarks), default=0)
        # In a narrow window remarks and minutes left early are said below the name: names stay.
        least = max(NAMES_LEAST, min(names, NAMES_USUAL))
        for part in (SessionColumn.REMARK, SessionColumn.EARLY):
            tight = spare - remark < least or (part is SessionColumn.REMARK and high > _REMARK_LINES)
            self.setColumnHidden(part, tight)
            if tight:
                spare, remark = (spare + WIDTHS.get(part, 0)), 0
        for part in SessionColumn:
            size = WIDTHS.get(part, remark if part is SessionColumn.REMARK else spare - remark)
            head.resizeSection(part, size)
        heads, current = self.verticalHeader(), self.visualRect(self.currentIndex())
        for place in places:
            heads.resizeSection(place, self._drawn.height(place, heads.defaultSectionSize()))
        if self.viewport().rect().intersects(current):
            self.show_whole()

    def currentChanged(  # noqa: N802 - Qt's name
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint both rows anew, and tell."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.row() != previous.row():
            self.moved.emit(current.row())

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """Go back to the marks from a field that has no column: arrows would go beside it."""
        super().closeEditor(editor, hint)
        if self.isColumnHidden(self.currentIndex().column()):
            self.go_to(self.place, SessionColumn.MARK)

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

    def _type(self, text: str, at: int) -> bool:
        """Handle a key that types a sign; False for one that types nothing."""
        if not text or not text.isprintable():
            return False
        if text in "0123456789":
            self.digit_key.emit(TypedDigit(int(text), at))
        elif text == FIND:
            self.find_key.emit()
        return True
