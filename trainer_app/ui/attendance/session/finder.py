"""Finding somebody in the session view by name, as in the grid: the slash, Ctrl+F, or the first letters."""

from PySide6.QtCore import QObject, Signal

from trainer_app.domain.attendance.marks import GridRow
from trainer_app.ui.attendance.prompt_bar import NameSearch, PromptBar
from trainer_app.ui.attendance.session.cards import SessionListCard
from trainer_app.ui.attendance.session.model import SessionColumn, SessionModel

_SIDES = 16


class PersonFinder(QObject):
    """Shows the field under the list while a name is typed; whoever is filtered out is shown all the same."""

    closed = Signal()
    """The keyboard belongs to the list again."""
    arrived = Signal()
    """Enter stays with whoever was found."""

    def __init__(self, card: SessionListCard, rows: SessionModel) -> None:
        super().__init__(card)
        self.setObjectName("room_finder")
        self._card, self._rows, self._view = card, rows, card.view
        self._filtered = False
        """Whether only those without a mark were shown when the search began."""
        self.strip = PromptBar("room_find", _SIDES)
        card.add_row(self.strip)
        card.show_row(self.strip, shown=False)
        self._search = NameSearch(self.strip, self._people, self._current, self._show)
        field = self.strip.field
        field.textEdited.connect(self._search.follow)
        field.stepped.connect(self._search.step)
        field.entered.connect(self._enter)
        field.closed.connect(self._leave)
        field.blurred.connect(self._close)

    def begin(self, letters: str = "") -> None:
        """Ask for a name; letters that were typed already begin it."""
        if self._view.place >= 0 or self._people():
            self._filtered = self._rows.only_unmarked
            self._card.show_row(self.strip, shown=True)
            self._search.begin(letters)

    def _enter(self) -> None:
        stays = self._search.enter()
        if stays is False:
            return
        self._close()
        self.closed.emit()
        if stays is None:
            self._view.step(1)
        else:
            self.arrived.emit()

    def _leave(self) -> None:
        self._search.go_back()
        if self._filtered and not self._rows.only_unmarked:
            self._filter(only_unmarked=True)
        self._close()
        self.closed.emit()

    def _close(self) -> None:
        self._card.show_row(self.strip, shown=False)

    def _people(self) -> list[GridRow]:
        return self._rows.grid.rows if self._rows.grid is not None else []

    def _current(self) -> int:
        place = self._view.place
        return self._rows.shown[place] if place >= 0 else -1

    def _show(self, person: int) -> None:
        if person not in self._rows.shown:
            # The filter gives way without taking the keyboard from the field; Esc brings it back.
            self._filter(only_unmarked=False)
        if person in self._rows.shown:
            self._view.go_to(self._rows.shown.index(person), SessionColumn.MARK)

    def _filter(self, *, only_unmarked: bool) -> None:
        """Show everybody, or only those without a mark; whoever is current stays so."""
        enrolment = self._rows.row(self._view.place).enrolment if self._view.place >= 0 else ""
        self._rows.filter(only_unmarked=only_unmarked)
        self._card.show_filter()
        self._view.go_to(max(self._rows.place_of(enrolment), 0), SessionColumn.MARK)
