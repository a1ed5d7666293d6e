"""The People screen: the list or one person, and the form that erases a person's data for good.

Before anything is erased the form tells what goes and what stays.
"""

from typing import Any, override

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from trainer_app.actions.office import erasing
from trainer_app.actions.people import people
from trainer_app.actions.people.people import Directory
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.office.erasing import ErasurePlan, plan_words
from trainer_app.domain.people.matching import PeopleIndex
from trainer_app.domain.people.persons import Person
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.forms import ErasureForm, ErasureQuestion
from trainer_app.ui.kit.person_form import PersonForm
from trainer_app.ui.kit.screens import KeyHint, Screen
from trainer_app.ui.kit.wording import PeopleWording
from trainer_app.ui.people.list_page import PeopleListPage
from trainer_app.ui.people.person_page import PersonPage
from trainer_app.ui.people.same_person import JoinForm


class EraseForm(ErasureForm):
    """The family name must be typed before the button works."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("erase_form", context, host, "erase_")
        self._person = Person("", "")
        self._plan = ErasurePlan("", (), 0)
        self.build()

    def open_person(self, person: Person) -> None:
        """Look at what would go, and ask."""
        plan = self.context.ask(erasing.preview, person.key)
        if plan is not None:
            self._person, self._plan = person, plan
            self.open_filled()

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Erase a person's data"), self.tr("Erase for good")

    @override
    def question(self) -> ErasureQuestion:
        person, plan = self._person, self._plan
        said = plan_words(plan)
        about = self.tr(
            "{name}. This cannot be undone, and what was done before can no longer be undone either."
        )
        text = self.tr("Files of this computer were made anew without them.")
        if plan.laptops:
            text = self.tr(
                "The record stands in Office under Retention. The next packs take them from the laptops."
            )
        return ErasureQuestion(
            about=about.format(name=" = ".join(plan.names)),
            lists={"goes": said.goes, "stays": said.stays, "elsewhere": said.elsewhere},
            number=self.tr("Number of the request, if there is one"),
            confirm=self.tr("Type the family name to confirm: {name}").format(name=person.family),
            expected=person.family,
            erase=lambda work, reason, number, progress: erasing.erase_person(
                work, person.key, reason, number, progress=progress
            ),
            running=self.tr("The data are being erased"),
            done=self.tr("The data are erased"),
            text=text,
            unfinished=self.tr("The data are erased, but older files could not be cleared yet"),
        )


class PeopleScreen(Screen):
    """The list and the person's page take turns; the list keeps its search and place."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("people", context)
        self.wording = PeopleWording(context)
        self.directory: Directory | None = None
        self._index = PeopleIndex()
        self.person = ""
        self.list_page = PeopleListPage(context, self.wording)
        self.person_page = PersonPage(context, self.wording)
        self.pages = QStackedWidget()
        self.pages.setObjectName("people_pages")
        self.pages.addWidget(self.list_page)
        self.pages.addWidget(self.person_page)
        self.column.addWidget(self.pages)
        self.form = PersonForm(context, self, self.wording)
        self.join_form = JoinForm(context, self, self.wording)
        self.erase_form = EraseForm(context, self)
        self._connect()

    def _connect(self) -> None:
        self.list_page.opened.connect(self.open_person)
        self.list_page.add_requested.connect(self._add)
        self.person_page.opened.connect(self.open_person)
        self.person_page.closed.connect(self.show_list)
        self.person_page.edit_requested.connect(self._edit)
        self.person_page.join_requested.connect(self._join)
        self.join_form.joined.connect(self.open_person)
        self.person_page.erase_requested.connect(self._erase)
        self.form.saved.connect(self._saved)
        self.erase_form.erased.connect(lambda _changes: self.show_list())

    def show_place(self, **place: Any) -> None:
        """Open a person (`person`), or the list with the search field ready (`search`)."""
        person, search = place.get("person"), place.get("search")
        if person:
            self.open_person(str(person))
            return
        self.show_list()
        if isinstance(search, str):
            self.list_page.search.setText(search)
            self.list_page.show_found()

    def refresh(self) -> None:
        """Show everything anew; everybody is read again only if somebody changed."""
        if self.directory is None:
            self.directory = self.context.ask(Directory, self._index)
        if self.directory is None:
            return
        self.list_page.show_directory(self.directory)
        if not self.person:
            return
        there = self.context.ask(people.is_known, self.person)
        if there:
            self.open_person(self.person)
        else:
            self.show_list()

    def concerns(self, changes: Changes) -> bool:
        """Everything but feedback, which belongs to nobody, may concern somebody."""
        if changes.touches("person", "enrolment", "pair", "course"):
            self.directory = None
            return True
        return bool(self.person) and changes.touches("attendance", "session", "certificate")

    def open_person(self, key: str) -> None:
        """Show one person's page, or the page of whom they were joined into."""
        if self.directory is None:
            self.directory = self.context.ask(Directory, self._index)
        if self.directory is None:
            return
        key = self._root(key)
        if not self.person_page.show_person(key, self.directory):
            self.context.tell_error(
                TrainerError("person.erased" if self._is_erased(key) else "person.unknown")
            )
            self.show_list()
            return
        self.person = key
        if self.pages.currentWidget() is not self.person_page:
            self.pages.setCurrentWidget(self.person_page)
            self.person_page.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self) -> None:
        """Go back to the list, where it was left."""
        for form in (self.form, self.join_form, self.erase_form):
            form.dismiss()
        self.person = ""
        self.pages.setCurrentWidget(self.list_page)
        target = self.list_page.table if self.list_page.model.rowCount() else self.list_page.search
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """Start in the search field, or on the open person."""
        if self.person:
            return self.person_page.back
        return self.list_page.search if self.list_page.search.isVisibleTo(self) else None

    def keys(self) -> list[KeyHint]:
        """Return the keys of list and page."""
        return [
            KeyHint("↓", self.tr("From the search into the list")),
            KeyHint("Enter", self.tr("Open the person")),
            KeyHint("Esc", self.tr("Back to everybody")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the person's page on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.person:
            self.show_list()
        else:
            super().keyPressEvent(event)

    def _root(self, key: str) -> str:
        if self.directory is None or self.directory.get(key) is not None:
            return key
        found = self.context.ask(people.get_person, key)
        return (found.shown_as if found else None) or key

    def _is_erased(self, key: str) -> bool:
        found = self.context.ask(people.get_person, key)
        return found is not None and found.erased

    def _units(self) -> tuple[str, ...]:
        return self.directory.units if self.directory else ()

    def _add(self) -> None:
        self.form.open_new(units=self._units())

    def _edit(self) -> None:
        if self.person_page.person is not None:
            self.form.open_person(self.person_page.person, self._units())

    def _join(self) -> None:
        if self.person_page.person is not None and self.directory is not None:
            self.join_form.open_person(self.person_page.person, self.directory)

    def _erase(self) -> None:
        if self.person_page.person is not None:
            self.form.dismiss()
            self.erase_form.open_person(self.person_page.person)

    def _saved(self, changes: Changes) -> None:
        if changes.key:
            self.open_person(changes.key)
