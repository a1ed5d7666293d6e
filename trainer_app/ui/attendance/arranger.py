"""Choosing what the grid shows: course, week or day; everybody or some; in which order; and going there."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from trainer_app.domain.arranging import Order, Shown, Span, next_day, rows_of
from trainer_app.ui.attendance.grid_model import Arrangement, GridModel
from trainer_app.ui.attendance.grid_view import GridView


class Arranger(QObject):
    """Keeps person and session current while something else is shown around them."""

    changed = Signal()
    told = Signal(str)
    """A quiet message: nobody would be shown."""

    def __init__(self, model: GridModel, view: GridView) -> None:
        super().__init__(view)
        self.setObjectName("attendance_arranger")
        self._model, self._view = model, view

    @property
    def now(self) -> Arrangement:
        """What is shown."""
        return self._model.arrangement

    def show_span(self, span: Span) -> None:
        """Show the whole course, or the week or day of the current session."""
        if span is not self.now.span:
            self._arrange(replace(self.now, span=span, day=self._day()))

    def step(self, by: int) -> None:
        """Go to the first session of the day or week before (-1) or after (1)."""
        self._step(by, last=False)

    def edge(self, by: int) -> None:
        """Go on beyond the edge of a week or day to the session next to it."""
        if self.now.span is not Span.COURSE:
            self._step(by, last=by < 0)

    def show(self, shown: Shown) -> None:
        """Show some people; marks are compared in the current session."""
        model, column = self._model, self._view.place[1]
        session = model.sessions[column].key if 0 <= column < len(model.sessions) else ""
        wanted = replace(self.now, shown=shown, session="" if shown is Shown.ALL else session)
        if shown is not Shown.ALL and not self._would_show(wanted):
            self.told.emit(self.nobody(shown))
            return
        self._arrange(wanted)

    def sort(self, order: Order) -> None:
        """Put people into another order; marking moves nobody."""
        self._arrange(replace(self.now, order=order))

    def again(self) -> None:
        """Choose and sort anew, by the marks as they are now and by the current session."""
        if not self.now.plain_rows:
            self.show(self.now.shown)

    def show_all(self) -> bool:
        """Show everybody; False if everybody is shown already."""
        if self.now.shown is Shown.ALL:
            return False
        self.show(Shown.ALL)
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
            wanted = replace(wanted, shown=Shown.ALL, session="")
        if column not in model.column_places:
            wanted = replace(wanted, day=whole.sessions[column].day)
        if wanted != self.now:
            self._arrange(wanted)
        self._view.go_to(model.row_places.index(row), model.column_places.index(column))

    def words(self) -> tuple[str, str]:
        """Return what is shown, in words for the corner, whole and short; empty for everybody."""
        model, shown = self._model, self.now.shown
        if shown is Shown.ALL:
            return "", ""
        at = model.whole.column_of(self.now.session)
        number = model.whole.sessions[at].number if at >= 0 else 0
        why = {
            Shown.UNMARKED: self.tr("not marked"),
            Shown.MISSED: self.tr("absent or late"),
            Shown.BELOW: self.tr("below the limit"),
            Shown.WALK_INS: self.tr("walk-ins"),
        }[shown]
        short = self.tr("{shown} of {all}: {why}").format(
            shown=len(model.rows), all=len(model.whole.rows), why=why
        )
        if shown not in (Shown.UNMARKED, Shown.MISSED):
            return short, short
        return self.tr("{shown}, session {number}").format(shown=short, number=number), short

    def nobody(self, shown: Shown) -> str:
        """Say why a filter would leave nobody."""
        return {
            Shown.UNMARKED: self.tr("Everybody has a mark in this session already."),
            Shown.MISSED: self.tr("Nobody is marked absent or late in this session."),
            Shown.BELOW: self.tr("Nobody is below the limit of the course so far."),
            Shown.WALK_INS: self.tr("There are no walk-ins in this course."),
        }[shown]

    def _would_show(self, wanted: Arrangement) -> bool:
        whole = self._model.whole
        at = whole.column_of(wanted.session)
        cells = [cells[at] if at >= 0 else None for cells in whole.cells]
        return bool(rows_of(whole.rows, cells, whole.shares, whole.share_limit, wanted.shown, wanted.order))

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
        if self.now.span is not Span.COURSE:
            self._arrange(replace(self.now, day=day))
        places = [at for at, each in enumerate(model.sessions) if each.day == day]
        if places:
            self._view.go_to(self._view.place[0], places[-1 if last else 0])

    def _arrange(self, wanted: Arrangement) -> None:
        model, view = self._model, self._view
        row, column = view.place
        person = model.rows[row].enrolment if 0 <= row < len(model.rows) else ""
        session = model.sessions[column].key if 0 <= column < len(model.sessions) else ""
        model.arrange(wanted)
        at = model.column_of(session)
        view.go_to(max(model.row_of(person), 0), at if at >= 0 else model.column_to_mark())
        self.changed.emit()
