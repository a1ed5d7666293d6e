"""What the grid shows: the course, a week or a day; everybody or some; in one order or another."""

from datetime import date

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from trainer_app.domain.attendance.arranging import (
    GridSpan,
    PeopleFilter,
    PeopleOrder,
    next_day,
    visible_rows,
)
from trainer_app.domain.base.structs import replace
from trainer_app.ui.attendance.grid.view import GridView
from trainer_app.ui.attendance.model import FilterState, GridModel


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
            self.arrange(replace(self.now, span=span, day=self._day()))

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
        self.arrange(wanted)

    def sort(self, order: PeopleOrder) -> None:
        """Put people into another order; marking moves nobody."""
        self.arrange(replace(self.now, order=order))

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
            self.arrange(wanted)
        self._view.go_to(model.row_places.index(row), model.column_places.index(column))

    def is_chosen(self, row: int, column: int) -> bool:
        """Tell whether a place of the whole course is shown among several chosen cells."""
        model, block = self._model, self._view.chosen.block
        if block is None or row not in model.row_places or column not in model.column_places:
            return False
        return (model.row_places.index(row), model.column_places.index(column)) in block

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
            self.arrange(replace(self.now, day=day))
        places = [at for at, each in enumerate(model.sessions) if each.day == day]
        if places:
            self._view.go_to(self._view.place[0], places[-1 if last else 0])

    def arrange(self, wanted: FilterState) -> None:
        """Show the people and days that are wanted; person and session stay, if they are among them."""
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
