"""Everyone in one list: found while typing, filtered by sex, unit and course, opened by Enter."""

from collections.abc import Mapping, Sequence
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.people.directory import Directory, PersonLine
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.domain.courses.ranks import RANKS, RankForm, rank_order
from trainer_app.domain.people.persons import Sex
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import field_title
from trainer_app.ui.kit.list_page import (
    ChoiceFilter,
    ClearFilters,
    Command,
    Filter,
    FilterBar,
    Listing,
    ListSearchField,
)
from trainer_app.ui.kit.wording import PeopleWording
from trainer_app.ui.style.tokens import CARD_GAP, PAGE_MARGIN
from trainer_app.ui.widgets.controls import ButtonKind
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pages import EmptyState, PageHeader
from trainer_app.ui.widgets.table_models import Column, KeyedTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView


def _rank_order(line: PersonLine) -> tuple[bool, int, str]:
    """Sort ranks from the lowest to the highest, then those in words of somebody's own, then nobody's."""
    rank = line.person.rank
    place = rank_order(rank)
    return (not rank, len(RANKS) if place is None else place, sort_key(rank))


_SEXES = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)


class PeopleListPage(Listing[PersonLine], Retranslated, QWidget):
    """`opened` names a person to show; `add_requested` that somebody is to be added."""

    opened = Signal(str)
    add_requested = Signal()

    def __init__(self, context: AppContext, wording: PeopleWording) -> None:
        super().__init__()
        self.setObjectName("people_list_page")
        self._context, self._wording = context, wording
        self._directory: Directory | None = None
        self._erasing = False
        self.header = PageHeader("people_header")
        self.search = ListSearchField("people_search")
        self.found = label("caption", "people_found")
        self.table = TableView("people_table")
        self.model: KeyedTableModel[PersonLine] = KeyedTableModel(
            "people_model", self._columns(), self._fetch, self
        )
        self.none_found = EmptyState("people_nobody", "search")
        self.empty = EmptyState("people_empty", "people")
        self.make_body("people")
        self.filter_by(FilterBar("people_filters", "people_filter", self._filters))
        self._lay_out()
        self.search.searched.connect(lambda _text: self.refresh_found())
        self.search.down.connect(self.into_list)
        self.table.opened.connect(lambda row: self.opened.emit(self.model.key(row)))
        self.retranslate()

    def _filters(self) -> Sequence[Filter]:
        found = self._directory
        sexes = [(sex, self._wording.sex(sex)) for sex in _SEXES]
        units = [(unit, unit) for unit in (found.units if found else ())]
        courses = [
            (course.key, " · ".join(part for part in (course.code, course.town) if part))
            for course in (found.courses if found else ())
        ]
        any_sex, any_unit, any_course = self.tr("Any sex"), self.tr("Any unit"), self.tr("Any course")
        return (
            ChoiceFilter("sex", self.tr("Only one sex"), [(None, any_sex), *sexes], width=170),
            ChoiceFilter("unit", self.tr("Only one unit"), [(None, any_unit), *units], width=240),
            ChoiceFilter("course", self.tr("Only one course"), [(None, any_course), *courses], width=220),
            ClearFilters("reset", self.tr("All people")),
        )

    @override
    def head(self) -> Sequence[Command]:
        return (self._add("add"),)

    @override
    def further_steps(self) -> Sequence[Command]:
        return (Command("everybody", self.tr("Show everybody"), self.show_everybody, ButtonKind.PLAIN),)

    @override
    def first_steps(self) -> Sequence[Command]:
        words, go = self.tr("Go to the courses"), lambda: self._context.go("courses")
        return self._add("add_first"), Command("to_courses", words, go, ButtonKind.PLAIN, "courses")

    def _add(self, name: str) -> Command:
        words, ask = self.tr("Add a person"), self.add_requested.emit
        return Command(name, words, ask, ButtonKind.PRIMARY, "adduser", needs="people/people/create_person")

    def _columns(self) -> tuple[Column[PersonLine], ...]:
        words = self._wording
        return (
            Column(
                "name",
                lambda: self.tr("Name"),
                lambda line: line.name,
                look=TextStyle.STRONG,
                order=lambda line: sort_key(line.name),
            ),
            Column("latin", field_title("person", "latin"), lambda line: line.person.latin, 190),
            Column("sex", field_title("person", "sex"), lambda line: words.sex(line.person.sex), 96),
            Column(
                "rank",
                field_title("person", "rank"),
                lambda line: words.rank(line.person.rank, RankForm.SHORT),
                134,
                order=_rank_order,
            ),
            Column("unit", field_title("person", "unit"), lambda line: line.person.unit, 220),
            Column(
                "courses",
                lambda: self.tr("Courses"),
                self._courses,
                176,
                look=TextStyle.QUIET,
                order=lambda line: (len(line.courses), line.courses),
            ),
        )

    def _lay_out(self) -> None:
        self.header.add_action(self.search)
        self.header.add_action(self.buttons["add"])
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        column.setSpacing(CARD_GAP - 4)
        column.addWidget(self.header)
        column.addWidget(self.bar)
        column.addWidget(self.body, 1)
        column.addWidget(self.found)

    def show_directory(self, directory: Directory) -> None:
        """Show a list that was read anew, keeping search, filters and place."""
        self._directory = directory
        self.bar.retranslate()
        self.refresh_found(anew=True)

    @override
    def refresh_found(self, *, anew: bool = False) -> None:
        """Show who is found by what is typed and chosen; unless `anew`, they say what they said."""
        directory = self._directory
        if directory is None:
            return
        current = self.selection.key()
        sex, unit, course = (self.bar.value(name) for name in ("sex", "unit", "course"))
        keys = directory.keys(self.search.text(), sex=sex, unit=unit, course=course)
        self.model.set_keys(keys, anew=anew)
        self.selection.choose(current)
        self.show_body(anything=len(directory) > 0)
        for part in (self.search, self.bar, self.buttons["add"], self.found):
            part.setVisible(len(directory) > 0)
        self._say_counts()

    def lead_to_erasing(self, *, begun: bool) -> None:
        """Say, or say no more, that who is opened now is somebody whose data shall be erased."""
        if self._erasing is not begun:
            self._erasing = begun
            self.retranslate()

    def show_everybody(self) -> None:
        """Take search and filters back."""
        self.search.clear()
        self.bar.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self) -> None:
        hint = self.tr("Whose data are to be erased? Find and open the person")
        self.search.set_hint(hint if self._erasing else self.tr("Find a person"))
        super().retranslate()
        self.table.setAccessibleName(self.tr("People"))
        self.none_found.set_words(
            self.tr("Nobody is found"),
            self.tr("Type fewer letters (any alphabet) or clear the filters."),
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
        trainers = directory.count_trainers()
        if trainers:
            parts.append(self.tr("trainers: {count}").format(count=number(trainers)))
        unlisted = directory.count_unlisted()
        if unlisted:
            parts.append(self.tr("on no list of participants: {count}").format(count=number(unlisted)))
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
        if self._erasing:
            words = self.tr("To erase somebody's data: open the person, then “Erase this person's data…”.")
        self.found.setText(words.format(shown=number(shown), all=number(len(directory))))

    def _courses(self, line: PersonLine) -> str:
        """Return the courses that somebody took part in, then those that they teach, called so."""
        taught = self._wording.teaches(line.teaches) if line.teaches else ""
        return " · ".join(part for part in (", ".join(line.courses), taught) if part)

    def _fetch(self, keys: Sequence[str]) -> Mapping[str, PersonLine]:
        return self._directory.lines(keys) if self._directory else {}
