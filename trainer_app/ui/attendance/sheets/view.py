"""A page of a signed sheet as it looks on paper; arrows move, Space and letters tick."""

from collections.abc import Callable

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
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from trainer_app.domain.attendance.marks import Attendance, GridSession, SignatureState
from trainer_app.domain.attendance.reconciliation import DifferenceKind, difference_kind
from trainer_app.ui.attendance.key_input import signed_of
from trainer_app.ui.attendance.sheets.model import FIRST, NAME, NUMBER, RANK, SheetPageModel
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.marks import UNKNOWN, UNMARKED, draw_mark
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CAPTION, RADIUS_MARK, SMALL, Tokens
from trainer_app.ui.widgets.painting import AT_THE_LEFT, AT_THE_RIGHT, width_of, write_fitting

HEAD = 40
_MARK, _MARK_HEIGHT, _TICK, _ALERT = 24.0, 15.0, 22.0, 13.0
_EDGE, _GAP = 7.0, 6.0
MARK_SIDE = _EDGE + _MARK
"""The left part of a place, where the mark stands; a click right of it is about the tick."""


class SheetPageDelegate(QStyledItemDelegate):
    """Paints cells of a page. `current` gives the place that keys are about."""

    def __init__(self, parent: QWidget, model: SheetPageModel) -> None:
        super().__init__(parent)
        self._model = model
        self.current: Callable[[], QModelIndex] = QModelIndex
        self.focused: Callable[[], bool] = lambda: False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows and columns are given their sizes by the view."""
        return QSize(40, 22)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell and the lines at its right and below."""
        scheme, box = tokens(), QRectF(_rect(option))
        here = self.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self._model.place(index)
        kind = difference_kind(place[2], cancelled=place[1].cancelled) if place else None
        open_here = kind is not None and place is not None and not place[2].settled
        if open_here:
            painter.fillRect(box, QColor(scheme.late_soft))
        elif index.row() == here.row():
            painter.fillRect(box, QColor(scheme.accent_soft))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(scheme.line))
        if index.column() >= FIRST:
            painter.fillRect(QRectF(box.left(), box.top(), 1, box.height()), QColor(scheme.line2))
        if place is None:
            self._draw_words(painter, box, index, strong=index.row() == here.row())
        else:
            if (index.row(), index.column()) == (here.row(), here.column()):
                _draw_frame(painter, box, scheme, focused=self.focused(), filled=not open_here)
            _draw_place(painter, box, place[1], place[2], kind, self._model.words.marks.letters())
        painter.restore()

    def _draw_words(
        self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex, *, strong: bool
    ) -> None:
        scheme, column = tokens(), index.column()
        weight = 600 if strong and column == NAME else 400
        painter.setPen(QColor(scheme.text if column == NAME else scheme.text2))
        room = box.adjusted(8, 0, -8, -1)
        write_fitting(painter, room, str(index.data() or ""), SMALL, weight, right=column == NUMBER)


class SheetPageHeader(QHeaderView):
    """Heads of the columns: what is printed, and for a session its number over its time."""

    def __init__(self, parent: QWidget, model: SheetPageModel, times: Callable[[GridSession], str]) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("signatures_paper_head")
        self.setFixedHeight(HEAD)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self._model, self._times = model, times
        self.column: Callable[[], int] = lambda: -1

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one head."""
        scheme, box = tokens(), QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(scheme.line2))
        if section < FIRST:
            painter.setFont(theme.font(CAPTION, 500))
            painter.setPen(QColor(scheme.text3))
            text = str(self._model.headerData(section, Qt.Orientation.Horizontal) or "")
            side = AT_THE_RIGHT if section == NUMBER else AT_THE_LEFT
            painter.drawText(box.adjusted(8, 0, -8, -1), side, text)
        else:
            self._draw_session(painter, box, self._model.sessions[section - FIRST], section == self.column())
        painter.restore()

    def _draw_session(self, painter: QPainter, box: QRectF, session: GridSession, current: bool) -> None:
        scheme = tokens()
        painter.fillRect(QRectF(box.left(), box.top() + 6, 1, box.height() - 6), QColor(scheme.line2))
        number, hours = str(session.number), self._times(session)
        strong = theme.font(SMALL, 600)
        strong.setStrikeOut(session.cancelled)
        upper = QRectF(box.left(), box.top() + 4, box.width(), 16)
        if current:
            width = theme.metrics(SMALL, 600).horizontalAdvance(number) + 16
            plate = QRectF(0, 0, width, 18)
            plate.moveCenter(upper.center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.accent))
            painter.drawRoundedRect(plate, RADIUS_MARK, RADIUS_MARK)
        ink = scheme.on_accent if current else scheme.text3 if session.cancelled else scheme.text
        painter.setPen(QColor(ink))
        painter.setFont(strong)
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignCenter), number)
        painter.setFont(theme.font(CAPTION, narrow=True))
        painter.setPen(QColor(scheme.text3))
        lower = QRectF(box.left(), box.top() + 21, box.width(), 15)
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignCenter), hours)


def _rect(option: QStyleOptionViewItem) -> QRect:
    box: QRect = option.rect
    return box


def _draw_frame(painter: QPainter, box: QRectF, scheme: Tokens, *, focused: bool, filled: bool) -> None:
    width = 2.0 if focused else 1.0
    painter.setPen(QPen(QColor(scheme.accent if focused else scheme.edge), width))
    painter.setBrush(QColor(scheme.surface) if filled else Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(box.adjusted(inset + 1, inset, -inset, -inset - 0.5), RADIUS_MARK, RADIUS_MARK)


def _draw_place(
    painter: QPainter,
    box: QRectF,
    session: GridSession,
    cell: Attendance,
    kind: DifferenceKind | None,
    letters: tuple[str, ...],
) -> None:
    """Draw mark, tick and, at the right, whether they differ."""
    scheme = tokens()
    middle = box.center().y() - 0.5
    if session.cancelled and cell.signed is SignatureState.NOT_CHECKED:
        _draw_hatch(painter, box, scheme)
        return
    mark = QRectF(box.left() + _EDGE, middle - _MARK_HEIGHT / 2, _MARK, _MARK_HEIGHT)
    look = UNKNOWN if cell.unknown else cell.mark or UNMARKED
    draw_mark(painter, mark, scheme, look, 0, letters, width=_MARK)
    left = mark.right() + _GAP
    spare = box.right() - _EDGE - _ALERT - left
    tick = QRectF(left + max(0.0, (spare - _TICK) / 2), middle - 9, _TICK, 18)
    draw_tick(painter, tick, scheme, cell.signed)
    if kind is not None:
        alert = QRectF(box.right() - _EDGE - _ALERT + 3, middle - _ALERT / 2, _ALERT, _ALERT)
        theme.draw(
            painter, "okcircle" if cell.settled else "alert", alert, "text3" if cell.settled else "late"
        )
    if cell.conflict:
        right, top = box.right() - 1, box.top() + 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.late))
        painter.drawPolygon(
            QPolygonF([QPointF(right - 7, top), QPointF(right, top), QPointF(right, top + 7)])
        )


def draw_tick(painter: QPainter, box: QRectF, scheme: Tokens, signed: SignatureState) -> None:
    """Paint a tick: a heavy check, a barred empty box, or the line on which nobody has looked yet."""
    if signed is SignatureState.NOT_CHECKED:
        painter.setPen(QPen(QColor(scheme.planned), 1.4))
        y = box.bottom() - 5
        painter.drawLine(QPointF(box.left() + 1, y), QPointF(box.right() - 1, y))
        return
    yes = signed is SignatureState.YES
    if yes:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.present_soft))
        painter.drawRoundedRect(box, RADIUS_MARK, RADIUS_MARK)
    else:
        painter.setPen(QPen(QColor(scheme.absent_text), 1.3))
        painter.setBrush(QColor(scheme.surface))
        painter.drawRoundedRect(box.adjusted(0.65, 0.65, -0.65, -0.65), RADIUS_MARK, RADIUS_MARK)
    pen = QPen(QColor(scheme.present if yes else scheme.absent_text), 2.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    centre = box.center()
    points = ((-5, 0), (-1.5, 3.5), (5.5, -4)) if yes else ((-4, 0), (4, 0))
    painter.drawPolyline([QPointF(centre.x() + x, centre.y() + y) for x, y in points])


def _draw_hatch(painter: QPainter, box: QRectF, scheme: Tokens) -> None:
    painter.save()
    painter.setClipRect(box.adjusted(1, 0, 0, -1))
    painter.setPen(QPen(QColor(scheme.hatch), 1.4))
    height = box.height()
    left = box.left() - height
    while left < box.right():
        painter.drawLine(QPointF(left, box.bottom()), QPointF(left + height, box.top()))
        left += 8
    painter.restore()


REST = "Ctrl+Shift+S"
_NUMBER, _NAME, _RANK, _CELL, _WIDEST = 36, 150, 104, 74, 150
_AROUND = 20
"""What the words of a rank have beside them in their column."""
_LOWEST, _HIGHEST = 22, 30
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_KEPT = (
    *(*_MOVES, *_ENTER, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F4),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End),
)
"""Keys that type nothing and are the page's own, not a shortcut of the window."""


class SheetPageView(QTableView):
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

    def __init__(self, context: AppContext, model: SheetPageModel) -> None:
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
        self._context, self._page = context, model
        self._chosen_before = False
        self.delegate = SheetPageDelegate(self, model)
        self.delegate.current = self.currentIndex
        self.delegate.focused = self.hasFocus
        self.setItemDelegate(self.delegate)
        self.head = SheetPageHeader(self, model, self._times)
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
        rows = self._page.rows
        ranked = any(row.rank for row in rows)
        width = self.viewport().width()
        wanted = max((width_of(self._page.words.rank(row), CAPTION, narrow=True) for row in rows), default=0)
        wanted = max(_RANK, wanted + _AROUND)
        rank = wanted if ranked and width - _NUMBER - _NAME - wanted >= sessions * (_CELL + 16) else 0
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
            typed = bool(event.text()) and event.text().isprintable()  # F1 types nothing and is the window's.
            if plain and (typed or event.key() in _KEPT):
                event.accept()
                return True
        return super().event(event)

    # What follows

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether the place was chosen before: a click that only chooses it says nothing."""
        self._chosen_before = self.indexAt(event.position().toPoint()) == self.currentIndex()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a click on the tick of the chosen place turn it; any other click only goes there."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        on_tick = event.position().x() > self.visualRect(index).left() + MARK_SIDE
        left = event.button() is Qt.MouseButton.LeftButton
        if index.column() >= FIRST and on_tick and left and self._chosen_before:
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
        return self._context.formats.times(session.start, session.end)

    def _current_changed(self, new: QModelIndex, old: QModelIndex) -> None:
        if new.isValid() and new.column() < FIRST:
            # A click on a name means the person's place in the same session.
            self.go_to(new.row(), max(0, old.column() - FIRST))
            return
        self.viewport().update()
        self.head.viewport().update()
        self.moved.emit()
