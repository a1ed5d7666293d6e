"""The table of marks: which key was pressed, and copying the cells' pictures to the screen; what it shows.

Keys become signals; `marking` decides what they do. Moving about is Qt's own. What is shown
is the course, a week or a day; everybody or some; in one order or another.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from trainer_app.domain.attendance.marks import GridSpan, PeopleFilter, PeopleOrder, next_day, visible_rows
from trainer_app.domain.base.structs import replace
from trainer_app.ui.attendance.grid.cells import GridPainter
from trainer_app.ui.attendance.grid.headers import CornerWidget, PersonHeader, SessionHeader
from trainer_app.ui.attendance.model import FilterState, GridModel, Index
from trainer_app.ui.attendance.typing import FIND, is_held, letter_of
from trainer_app.ui.kit.marks import CELL, HEAD, ColumnWidths, row_height

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_COMMANDING = _CTRL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class GridView(QTableView):
    """The marks with both heads. Tab leaves it; every other key that types something is a command."""

    letter_key = Signal(object)
    """A `TypedLetter`."""
    other_key = Signal()
    """A key that is no letter, or a click: what was typed before ends."""
    requested = Signal(str)
    """A command without more words: "repeat", "undo", "walk_in"; the page knows what each does."""
    digit_key = Signal(int)
    day_key = Signal(int)
    """The day (or week) before, -1, or after, 1."""
    edge_key = Signal(int)
    """An arrow beyond the first (-1) or the last (1) session shown."""
    moved = Signal(int, int)
    """The current cell is another one: row, column."""

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_grid")
        self._grid = model
        self._painter = GridPainter(self, model)
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
        down, up = lambda: self.go_down(1), lambda: self.go_down(-1)
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
        self.head.setFixedHeight(HEAD)
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

    def _go_across(self, step: int) -> None:
        """Go to the next session; beyond the edge somebody else decides."""
        row, column = self.place
        if 0 <= column + step < self._grid.columnCount():
            self.go_to(row, column + step)
        else:
            self.edge_key.emit(step)

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
        elif event.modifiers() & _COMMANDING or not self._type(event.text()):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """End what is typed."""
        self.other_key.emit()
        super().mousePressEvent(event)

    def _command(self, event: QKeyEvent) -> Callable[[], None] | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._keys.get((held, event.key()))

    def _type(self, text: str) -> bool:
        """Handle a key that types a sign; False for one that types nothing."""
        if not text or not text.isprintable():
            return False
        if text in "0123456789":
            self.digit_key.emit(int(text))
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
        self._painter.paint(QPainter(self.viewport()), event.rect())


class GridFilterController(QObject):
    """Keeps person and session current while something else is shown around them."""

    changed = Signal()
    message = Signal(str)
    """A quiet message: nobody would be shown."""

    def __init__(self, model: GridModel, view: GridView) -> None:
        super().__init__(view)
        self.setObjectName("attendance_arranger")
        self._model, self._view = model, view

    @property
    def now(self) -> FilterState:
        """What is shown."""
        return self._model.arrangement

    def show_span(self, span: GridSpan) -> None:
        """Show the whole course, or the week or day of the current session."""
        if span is not self.now.span:
            self._arrange(replace(self.now, span=span, day=self._day()))

    def step(self, by: int) -> None:
        """Go to the first session of the day or week before (-1) or after (1)."""
        self._step(by, last=False)

    def edge(self, by: int) -> None:
        """Go on beyond the edge of a week or day to the session next to it."""
        if self.now.span is not GridSpan.COURSE:
            self._step(by, last=by < 0)

    def show(self, shown: PeopleFilter) -> None:
        """Show some people; marks are compared in the current session."""
        model, column = self._model, self._view.place[1]
        session = model.sessions[column].key if 0 <= column < len(model.sessions) else ""
        wanted = replace(self.now, shown=shown, session="" if shown is PeopleFilter.ALL else session)
        if shown is not PeopleFilter.ALL and not self._would_show(wanted):
            self.message.emit(self.nobody(shown))
            return
        self._arrange(wanted)

    def sort(self, order: PeopleOrder) -> None:
        """Put people into another order; marking moves nobody."""
        self._arrange(replace(self.now, order=order))

    def again(self) -> None:
        """Choose and sort anew, by the marks as they are now and by the current session."""
        if not self.now.plain_rows:
            self.show(self.now.shown)

    def show_all(self) -> bool:
        """Show everybody; False if everybody is shown already."""
        if self.now.shown is PeopleFilter.ALL:
            return False
        self.show(PeopleFilter.ALL)
        return True

    def reveal(self, row: int, column: int = -1) -> None:
        """Go to a place of the whole course, and show more where it is not shown."""
        model, whole = self._model, self._model.whole
        if not 0 <= row < len(whole.rows) or not whole.sessions:
            return
        if column < 0:
            here = self._view.place[1]
            column = model.column_places[here] if 0 <= here < len(model.column_places) else 0
        wanted = self.now
        if row not in model.row_places:
            wanted = replace(wanted, shown=PeopleFilter.ALL, session="")
        if column not in model.column_places:
            wanted = replace(wanted, day=whole.sessions[column].day)
        if wanted != self.now:
            self._arrange(wanted)
        self._view.go_to(model.row_places.index(row), model.column_places.index(column))

    def words(self) -> tuple[str, str]:
        """Return what is shown, in words for the corner, whole and short; empty for everybody."""
        model, shown = self._model, self.now.shown
        if shown is PeopleFilter.ALL:
            return "", ""
        at = model.whole.column_of(self.now.session)
        number = model.whole.sessions[at].number if at >= 0 else 0
        why = {
            PeopleFilter.UNMARKED: self.tr("not marked"),
            PeopleFilter.MISSED: self.tr("absent or late"),
            PeopleFilter.BELOW: self.tr("below the limit"),
            PeopleFilter.WALK_INS: self.tr("walk-ins"),
        }[shown]
        short = self.tr("{shown} of {all}: {why}").format(
            shown=len(model.rows), all=len(model.whole.rows), why=why
        )
        if shown not in (PeopleFilter.UNMARKED, PeopleFilter.MISSED):
            return short, short
        return self.tr("{shown}, session {number}").format(shown=short, number=number), short

    def nobody(self, shown: PeopleFilter) -> str:
        """Say why a filter would leave nobody."""
        return {
            PeopleFilter.UNMARKED: self.tr("Everybody has a mark in this session already."),
            PeopleFilter.MISSED: self.tr("Nobody is marked absent or late in this session."),
            PeopleFilter.BELOW: self.tr("Nobody is below the limit of the course so far."),
            PeopleFilter.WALK_INS: self.tr("There are no walk-ins in this course."),
        }[shown]

    def _would_show(self, wanted: FilterState) -> bool:
        whole = self._model.whole
        at = whole.column_of(wanted.session)
        cells = [cells[at] if at >= 0 else None for cells in whole.cells]
        return bool(
            visible_rows(whole.rows, cells, whole.shares, whole.share_limit, wanted.shown, wanted.order)
        )

    def _day(self) -> date | None:
        model, column = self._model, self._view.place[1]
        if 0 <= column < len(model.sessions):
            return model.sessions[column].day
        whole = model.whole
        return whole.sessions[whole.column_to_mark()].day if whole.sessions else None

    def _step(self, by: int, *, last: bool) -> None:
        model = self._model
        column = self._view.place[1]
        if not 0 <= column < len(model.sessions):
            return
        day = next_day(model.whole.sessions, self.now.span, model.sessions[column].day, by)
        if day is None:
            return
        if self.now.span is not GridSpan.COURSE:
            self._arrange(replace(self.now, day=day))
        places = [at for at, each in enumerate(model.sessions) if each.day == day]
        if places:
            self._view.go_to(self._view.place[0], places[-1 if last else 0])

    def _arrange(self, wanted: FilterState) -> None:
        model, view = self._model, self._view
        row, column = view.place
        person = model.rows[row].enrolment if 0 <= row < len(model.rows) else ""
        session = model.sessions[column].key if 0 <= column < len(model.sessions) else ""
        model.arrange(wanted)
        at = model.column_of(session)
        view.go_to(max(model.row_of(person), 0), at if at >= 0 else model.column_to_mark())
        self.changed.emit()


class FilterMenu(QMenu):
    """Ticks what is chosen now. Made anew each time it opens."""

    shown_chosen = Signal(object)
    order_chosen = Signal(object)

    def __init__(self, now: FilterState, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_list_menu")
        self.aboutToHide.connect(self.deleteLater)
        shown, order = QActionGroup(self), QActionGroup(self)
        for what, words in (
            (PeopleFilter.ALL, self.tr("Everybody")),
            (PeopleFilter.UNMARKED, self.tr("Not marked in this session")),
            (PeopleFilter.MISSED, self.tr("Absent or late in this session")),
            (PeopleFilter.BELOW, self.tr("Share below the limit")),
            (PeopleFilter.WALK_INS, self.tr("Walk-ins")),
        ):
            action = self._add(f"attendance_show_{what.value}", words, shown, ticked=what is now.shown)
            action.triggered.connect(lambda _ticked=False, what=what: self.shown_chosen.emit(what))
        self.addSeparator()
        for by, words in (
            (PeopleOrder.NUMBER, self.tr("By number")),
            (PeopleOrder.NAME, self.tr("By name")),
            (PeopleOrder.UNIT, self.tr("By unit")),
        ):
            action = self._add(f"attendance_sort_{by.value}", words, order, ticked=by is now.order)
            action.triggered.connect(lambda _ticked=False, by=by: self.order_chosen.emit(by))

    def open_at(self, place: QPoint) -> None:
        """Show the menu with its first entry ready for Enter and the arrows; it holds nothing up."""
        self.popup(place)
        self.setActiveAction(self.actions()[0])

    def _add(self, name: str, words: str, group: QActionGroup, *, ticked: bool) -> QAction:
        action = self.addAction(words)
        action.setObjectName(name)
        action.setCheckable(True)
        action.setChecked(ticked)
        group.addAction(action)
        return action
