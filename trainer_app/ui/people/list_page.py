"""Everyone in one list: found while typing, filtered, opened by Enter."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions.directory import Directory, PersonLine
from trainer_app.domain.people import Sex
from trainer_app.domain.ranks import RankForm
from trainer_app.ui.people.filters import PeopleFilters
from trainer_app.ui.people.wording import PeopleWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import CARD_GAP, PAGE_MARGIN
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.empty import EmptyState
from trainer_app.ui.widgets.header import PageHeader
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.models import Column, IdsModel, Look
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.search import SearchField
from trainer_app.ui.widgets.table import TableView


class FindField(SearchField):
    """Down and Enter lead from the search into the list."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move into the list."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()


class PeopleListPage(Retranslated, QWidget):
    """`opened` names a person to show; `add_asked` that somebody is to be added."""

    opened = Signal(str)
    add_asked = Signal()
    import_asked = Signal()

    def __init__(self, desk: Desk, wording: PeopleWording) -> None:
        super().__init__()
        self.setObjectName("people_list_page")
        self._desk, self._wording = desk, wording
        self._directory: Directory | None = None
        self.header = PageHeader("people_header")
        self.search = FindField("people_search")
        self.add = Button("people_add", Kind.PRIMARY, "adduser")
        self.header.add_action(self.search)
        self.header.add_action(self.add)
        self.filters = PeopleFilters(wording)
        self.model: IdsModel[PersonLine] = IdsModel("people_model", self._columns(), self._fetch, self)
        self.table = TableView("people_table")
        self.table.show_model(self.model)
        self.card = Card("people_card", titled=False)
        self.card.grow()
        self.card.add_row(self.table, 1)
        self.nobody = EmptyState("people_nobody", "search")
        self.everybody = Button("people_everybody")
        self.nobody.add_button(self.everybody)
        self.empty = EmptyState("people_empty", "people")
        self.add_first = Button("people_add_first", Kind.PRIMARY, "adduser")
        self.to_courses = Button("people_to_courses", Kind.PLAIN, "courses")
        self.empty.add_button(self.add_first)
        self.empty.add_button(self.to_courses)
        self.body = QStackedWidget()
        self.body.setObjectName("people_body")
        for part in (self.card, self.nobody, self.empty):
            self.body.addWidget(part)
        self.found = label("caption", "people_found")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[PersonLine], ...]:
        words = self._wording
        return (
            Column("name", lambda: self.tr("Name"), lambda line: line.person.name, look=Look.STRONG),
            Column("latin", lambda: self.tr("Latin spelling"), lambda line: line.person.latin, 190),
            Column("sex", lambda: self.tr("Sex"), lambda line: words.sex(line.person.sex), 96),
            Column(
                "rank",
                lambda: self.tr("Rank"),
                lambda line: words.rank(line.person.rank, RankForm.SHORT),
                134,
            ),
            Column("unit", lambda: self.tr("Unit"), lambda line: line.person.unit, 220),
            Column(
                "courses",
                lambda: self.tr("Courses"),
                lambda line: ", ".join(line.courses),
                150,
                look=Look.QUIET,
            ),
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        column.setSpacing(CARD_GAP - 4)
        column.addWidget(self.header)
        column.addWidget(self.filters)
        column.addWidget(self.body, 1)
        column.addWidget(self.found)

    def _connect(self) -> None:
        self.search.searched.connect(self.show_found)
        self.search.down.connect(self._into_list)
        self.filters.changed.connect(self.show_found)
        self.table.opened.connect(lambda place: self.opened.emit(self.model.key(place)))
        self.add.clicked.connect(self.add_asked)
        self.add_first.clicked.connect(self.add_asked)
        self.to_courses.clicked.connect(lambda: self._desk.go("courses"))
        self.everybody.clicked.connect(self.show_everybody)

    def show_directory(self, directory: Directory) -> None:
        """Show a list that was read anew, keeping search, filters and place."""
        self._directory = directory
        self.filters.offer(directory)
        self.show_found()

    def show_found(self) -> None:
        """Show who is found by what is typed and chosen."""
        directory = self._directory
        if directory is None:
            return
        place = self.table.currentIndex()
        current = self.model.key(place.row()) if place.isValid() else ""
        asked = self.filters
        keys = directory.keys(self.search.text(), sex=asked.sex, unit=asked.unit, course=asked.course)
        self.model.set_keys(keys)
        at = self.model.place(current)
        if keys:
            self.table.setCurrentIndex(self.model.index(0 if at is None else at, 0))
        self.body.setCurrentWidget(self.card if keys else self.nobody if len(directory) else self.empty)
        for part in (self.search, self.filters, self.add, self.found):
            part.setVisible(len(directory) > 0)
        self._say_counts()

    def show_everybody(self) -> None:
        """Take search and filters back."""
        self.search.clear()
        self.filters.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.search.set_hint(self.tr("Find a person"))
        self.add.setText(self.tr("Add a person"))
        self.add_first.setText(self.tr("Add a person"))
        self.to_courses.setText(self.tr("Go to the courses"))
        self.everybody.setText(self.tr("Show everybody"))
        self.table.setAccessibleName(self.tr("People"))
        self.nobody.set_words(
            self.tr("Nobody is found"),
            self.tr("Type fewer letters, in any script, or take the filters back."),
        )
        self.empty.set_words(
            self.tr("Nobody is known yet"),
            self.tr("People come with a course: open a course and import its list, or add its participants."),
        )
        self._say_counts()

    def _say_counts(self) -> None:
        directory = self._directory
        if directory is None:
            self.header.set_words(self.tr("People"), "")
            return
        number = self._desk.formats.number
        parts = [
            self.tr("{count} in all").format(count=number(len(directory))),
            self.tr("women: {count}").format(count=number(directory.count(Sex.FEMALE))),
        ]
        unknown = directory.count(Sex.UNKNOWN)
        if unknown:
            parts.append(self.tr("sex not stated: {count}").format(count=number(unknown)))
        self.header.set_words(self.tr("People"), " · ".join(parts) if len(directory) else "")
        shown = self.model.rowCount()
        narrowed = shown != len(directory)
        words = (
            self.tr("{shown} of {all} are shown. Enter or a double click opens one.")
            if narrowed
            else self.tr("Enter or a double click opens one.")
        )
        self.found.setText(words.format(shown=number(shown), all=number(len(directory))))

    def _fetch(self, keys: Sequence[str]) -> Mapping[str, PersonLine]:
        return self._directory.lines(keys) if self._directory else {}

    def _into_list(self) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
