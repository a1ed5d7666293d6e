"""Everyone in one list: found while typing, filtered by sex, unit and course, opened by Enter."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions.people.directory import Directory, PersonLine
from trainer_app.domain.courses.ranks import RankForm
from trainer_app.domain.people.persons import Sex
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.wording import PeopleWording
from trainer_app.ui.style.tokens import CARD_GAP, PAGE_MARGIN
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import ComboBox, SearchField
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pages import EmptyState, PageHeader
from trainer_app.ui.widgets.tables import Column, KeyedTableModel, TableView, TextStyle

_SEXES = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)


class PeopleFilters(Retranslated, QWidget):
    """Three choices and a button that takes them all back. `changed` asks for the list anew."""

    changed = Signal()

    def __init__(self, wording: PeopleWording) -> None:
        super().__init__()
        self.setObjectName("people_filters")
        self._wording = wording
        self._directory: Directory | None = None
        self.sex_field = ComboBox("people_filter_sex")
        self.unit_field = ComboBox("people_filter_unit")
        self.course_field = ComboBox("people_filter_course")
        self.reset = Button("people_filter_reset", ButtonKind.GHOST, "close")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field, width in ((self.sex_field, 170), (self.unit_field, 240), (self.course_field, 220)):
            field.setFixedWidth(width)
            field.activated.connect(self._chosen)
            row.addWidget(field)
        row.addWidget(self.reset)
        row.addStretch(1)
        self.reset.clicked.connect(self.clear)
        self.retranslate()

    @property
    def sex(self) -> Sex | None:
        """The sex asked for."""
        return Sex(self.sex_field.currentData()) if self.sex_field.currentData() else None

    @property
    def unit(self) -> str | None:
        """The unit asked for."""
        return self.unit_field.currentData() or None

    @property
    def course(self) -> str | None:
        """The key of the course asked for."""
        return self.course_field.currentData() or None

    @property
    def active(self) -> bool:
        """Tell whether anything is asked for."""
        return any(field.currentIndex() > 0 for field in self._fields())

    def offer(self, directory: Directory) -> None:
        """Offer the units and courses that there are, keeping what is chosen."""
        self._directory = directory
        self.retranslate()

    def clear(self) -> None:
        """Ask for everybody."""
        for field in self._fields():
            field.setCurrentIndex(0)
        self._chosen()

    def retranslate(self) -> None:
        """Set every word."""
        self.reset.setText(self.tr("All people"))
        sexes = [(self._wording.sex(each), each.value) for each in _SEXES]
        _fill(self.sex_field, self.tr("Any sex"), sexes)
        units = [(unit, unit) for unit in (self._directory.units if self._directory else ())]
        _fill(self.unit_field, self.tr("Any unit"), units)
        courses = [
            (" · ".join(part for part in (course.code, course.town) if part), course.key)
            for course in (self._directory.courses if self._directory else ())
        ]
        _fill(self.course_field, self.tr("Any course"), courses)
        self.sex_field.setAccessibleName(self.tr("Only one sex"))
        self.unit_field.setAccessibleName(self.tr("Only one unit"))
        self.course_field.setAccessibleName(self.tr("Only one course"))
        self.reset.setVisible(self.active)

    def _fields(self) -> tuple[ComboBox, ...]:
        return self.sex_field, self.unit_field, self.course_field

    def _chosen(self) -> None:
        self.reset.setVisible(self.active)
        self.changed.emit()


def _fill(field: ComboBox, anything: str, items: list[tuple[str, str]]) -> None:
    chosen = field.currentData()
    field.clear()
    field.addItem(anything, "")
    for words, data in items:
        field.addItem(words, data)
    field.setCurrentIndex(max(field.findData(chosen), 0) if chosen else 0)


class PeopleSearchField(SearchField):
    """Down and Enter lead from the search into the list."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move into the list."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()


class PeopleListPage(Retranslated, QWidget):
    """`opened` names a person to show; `add_requested` that somebody is to be added."""

    opened = Signal(str)
    add_requested = Signal()
    import_requested = Signal()

    def __init__(self, context: AppContext, wording: PeopleWording) -> None:
        super().__init__()
        self.setObjectName("people_list_page")
        self._context, self._wording = context, wording
        self._directory: Directory | None = None
        self.header = PageHeader("people_header")
        self.search = PeopleSearchField("people_search")
        self.add = Button("people_add", ButtonKind.PRIMARY, "adduser")
        self.header.add_action(self.search)
        self.header.add_action(self.add)
        self.filters = PeopleFilters(wording)
        self.model: KeyedTableModel[PersonLine] = KeyedTableModel(
            "people_model", self._columns(), self._fetch, self
        )
        self.table = TableView("people_table")
        self.table.show_model(self.model)
        self.card = Card("people_card", titled=False)
        self.card.grow()
        self.card.add_row(self.table, 1)
        self.nobody = EmptyState("people_nobody", "search")
        self.everybody = Button("people_everybody")
        self.nobody.add_button(self.everybody)
        self.empty = EmptyState("people_empty", "people")
        self.add_first = Button("people_add_first", ButtonKind.PRIMARY, "adduser")
        self.to_courses = Button("people_to_courses", ButtonKind.PLAIN, "courses")
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
            Column("name", lambda: self.tr("Name"), lambda line: line.person.name, look=TextStyle.STRONG),
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
                look=TextStyle.QUIET,
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
        self.add.clicked.connect(self.add_requested)
        self.add_first.clicked.connect(self.add_requested)
        self.to_courses.clicked.connect(lambda: self._context.go("courses"))
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
        number = self._context.formats.number
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
