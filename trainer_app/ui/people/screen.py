"""People: everyone in a list, and one person with all that is known."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from trainer_app.actions import people
from trainer_app.actions.directory import Directory
from trainer_app.domain.changes import Changes
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.people.erase_form import EraseForm
from trainer_app.ui.people.list_page import PeopleListPage
from trainer_app.ui.people.person_form import PersonForm
from trainer_app.ui.people.person_page import PersonPage
from trainer_app.ui.people.wording import PeopleWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.screen import Keys, Screen


class PeopleScreen(Screen):
    """The list and the person's page take turns; the list keeps its search and place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("people", desk)
        self.wording = PeopleWording(desk)
        self.directory: Directory | None = None
        self.person = ""
        self.list_page = PeopleListPage(desk, self.wording)
        self.person_page = PersonPage(desk, self.wording)
        self.pages = QStackedWidget()
        self.pages.setObjectName("people_pages")
        self.pages.addWidget(self.list_page)
        self.pages.addWidget(self.person_page)
        self.column.addWidget(self.pages)
        self.form = PersonForm(desk, self, self.wording)
        self.erase_form = EraseForm(desk, self)
        self._connect()

    def _connect(self) -> None:
        self.list_page.opened.connect(self.open_person)
        self.list_page.add_asked.connect(self._add)
        self.person_page.opened.connect(self.open_person)
        self.person_page.left.connect(self.show_list)
        self.person_page.edit_asked.connect(self._edit)
        self.person_page.erase_asked.connect(self._erase)
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
            self.directory = self.desk.ask(Directory)
        if self.directory is None:
            return
        self.list_page.show_directory(self.directory)
        if not self.person:
            return
        there = self.desk.ask(people.is_known, self.person)
        if there:
            self.open_person(self.person)
        else:
            self.show_list()

    def concerns(self, changes: Changes) -> bool:
        """Everything but feedback, which belongs to nobody, may concern somebody."""
        if changes.touches("person", "enrolment", "distinct", "course"):
            self.directory = None
            return True
        return bool(self.person) and changes.touches("attendance", "session", "certificate")

    def open_person(self, key: str) -> None:
        """Show one person's page, or the page of whom they were joined into."""
        if self.directory is None:
            self.directory = self.desk.ask(Directory)
        if self.directory is None:
            return
        key = self._root(key)
        if not self.person_page.show_person(key, self.directory):
            self.desk.tell_error(TrainerError("person.erased" if self._is_erased(key) else "person.unknown"))
            self.show_list()
            return
        self.person = key
        if self.pages.currentWidget() is not self.person_page:
            self.pages.setCurrentWidget(self.person_page)
            self.person_page.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self) -> None:
        """Go back to the list, where it was left."""
        self.form.dismiss()
        self.erase_form.dismiss()
        self.person = ""
        self.pages.setCurrentWidget(self.list_page)
        target = self.list_page.table if self.list_page.model.rowCount() else self.list_page.search
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """Start in the search field, or on the open person."""
        if self.person:
            return self.person_page.back
        return self.list_page.search if self.list_page.search.isVisibleTo(self) else None

    def keys(self) -> list[Keys]:
        """Return the keys of list and page."""
        return [
            Keys("↓", self.tr("From the search into the list")),
            Keys("Enter", self.tr("Open the person")),
            Keys("Esc", self.tr("Back to everybody")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the person's page on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.person:
            self.show_list()
        else:
            super().keyPressEvent(event)

    def _root(self, key: str) -> str:
        seen = set[str]()
        while self.directory is not None and self.directory.get(key) is None and key not in seen:
            seen.add(key)
            found = self.desk.ask(people.get_person, key)
            key = (found.joined_into if found else None) or key
        return key

    def _is_erased(self, key: str) -> bool:
        found = self.desk.ask(people.get_person, key)
        return found is not None and found.erased

    def _units(self) -> tuple[str, ...]:
        return self.directory.units if self.directory else ()

    def _add(self) -> None:
        self.form.open_new(units=self._units())

    def _edit(self) -> None:
        if self.person_page.person is not None:
            self.form.open_person(self.person_page.person, self._units())

    def _erase(self) -> None:
        if self.person_page.person is not None:
            self.form.dismiss()
            self.erase_form.open_person(self.person_page.person)

    def _saved(self, changes: Changes) -> None:
        if changes.key:
            self.open_person(changes.key)
