"""The People screen: the list or one person; forms that join two, erase one, or tell one what is held.

Before anything is done each form tells what will be: what is joined, what goes and what stays.
"""

from functools import cached_property
from pathlib import Path
from typing import Any, override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office import erasing, subject_access
from trainer_app.actions.office.subject_access import SavedData
from trainer_app.actions.people import joining, people
from trainer_app.actions.people.directory import Directory
from trainer_app.actions.review import joint_decisions
from trainer_app.domain.base.changes import Changes, Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.base.texts import DEFAULT, LANGUAGES
from trainer_app.domain.office.erasing import ErasurePlan, plan_words
from trainer_app.domain.people.matching import PeopleIndex
from trainer_app.domain.people.persons import LISTED_FIELDS, Person
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Choice, Layout, Note, Own
from trainer_app.ui.kit.forms import ErasureForm, ErasureQuestion, FieldsForm, FormPanel
from trainer_app.ui.kit.list_page import SearchedName
from trainer_app.ui.kit.person_form import PersonForm
from trainer_app.ui.kit.screens import KeyHint, Screen
from trainer_app.ui.kit.wording import PeopleWording
from trainer_app.ui.people.list_page import PeopleListPage
from trainer_app.ui.people.person_page import PersonPage
from trainer_app.ui.widgets.drawn_tables import show_two_lines
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import PageStack
from trainer_app.ui.widgets.labels import label, set_role
from trainer_app.ui.widgets.overlays import make_way
from trainer_app.ui.widgets.pages import FEWEST_ROWS
from trainer_app.ui.widgets.table_models import Column, ListTableModel
from trainer_app.ui.widgets.tables import TableView


class EraseForm(ErasureForm):
    """The family name must be typed before the button works."""

    needs = "office/erasing/erase_person"

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
    def read_plan(self) -> None:
        self._plan = self.context.ask(erasing.preview, self._person.key) or self._plan

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
                "The record is in Office, Retention. The next files remove the data from the laptops."
            )
        if plan.lost:
            stays = self.tr("On revoked laptops they stay, encrypted: {laptops}.")
            text = f"{text} {stays.format(laptops=', '.join(plan.lost))}"
        return ErasureQuestion(
            about=about.format(name=" = ".join(plan.names)),
            lists={"goes": said.goes, "stays": said.stays, "elsewhere": said.elsewhere},
            number=self.tr("Number of the request, if there is one"),
            confirm=self.tr("Type the family name to confirm: {name}").format(name=person.family),
            expected=person.family,
            erase=lambda work, reason, number, progress: joint_decisions.decide(
                work, JointMatter.ERASE, [person.key], reason, number, progress=progress
            ),
            running=self.tr("The data are being erased"),
            done=self.tr("The data are erased"),
            text=text,
            unfinished=self.tr("The data are erased, but older files could not be cleared yet"),
        )


_HELD_WIDTH = 440


class HeldForm(FieldsForm):
    """The language is the person's, not the window's: they have to read it."""

    needs = "office/subject_access/write"

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("held_form", context, host, _HELD_WIDTH)
        self._person = Person("", "")
        self.build()

    @override
    def fields(self) -> Layout:
        languages = [(code, each.name) for code, each in LANGUAGES.items()]
        return (
            Note("person", self._person.name, role="body_strong"),
            Note(
                "about",
                self.tr(
                    "All that is kept about this person, with its history and where it went: a PDF to read "
                    "and a JSON for programs. Give them to nobody else; it is noted that you made them."
                ),
                role="second",
            ),
            Choice("language", self.tr("Language of the person"), options=languages),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("What is held about a person"), self.tr("Choose where…")

    def open_person(self, person: Person) -> None:
        """Ask for the language of a person."""
        self._person = person
        self.open_filled(language=DEFAULT)

    @override
    def save(self) -> None:
        """Ask for the folder, and write both files there."""
        self.clear_errors()
        chosen = FileDialog.getExistingDirectory(
            self, self.tr("Where to write the two files"), purpose=Purpose.PAPERS
        )
        if chosen:
            self.write(Path(chosen), str(self.value("language")))

    def write(self, folder: Path, language: str) -> None:
        """Write both files off the GUI thread: the whole journal is read for them."""
        key = self._person.key

        def act(work: Workplace, progress: Progress) -> SavedData:
            return subject_access.write(work, key, folder, language, progress)

        self.context.run(self.tr("Writing what is held"), act, done=self._written, failed=self.show_refusal)

    def _written(self, saved: SavedData) -> None:
        self.dismiss()
        words = self.context.words("held.saved", pdf=str(saved.pdf), json=saved.json.name)
        self.context.tell_saved(saved.pdf, words)


_COMPARED = (*LISTED_FIELDS, "phone", "courses")
_CAPTIONS, _ROW, _SHOWN, _MOST = 120, 46, FEWEST_ROWS, 60


class Compared(QWidget):
    """Two records side by side; what the other one has differently stands out."""

    def __init__(self, name: str, wording: PeopleWording) -> None:
        super().__init__()
        self.setObjectName(name)
        self._wording = wording
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, _CAPTIONS)
        self.names = [label("body_strong", f"{name}_{side}_name", wrap=True) for side in (1, 2)]
        self.captions = {key: label("caption", f"{name}_{key}_label", wrap=True) for key in _COMPARED}
        self.values = {
            key: [label("body", f"{name}_{side}_{key}", wrap=True) for side in (1, 2)] for key in _COMPARED
        }
        for side, part in enumerate(self.names):
            grid.setColumnStretch(side + 1, 1)
            grid.addWidget(part, 0, side + 1, Qt.AlignmentFlag.AlignTop)
        for row, key in enumerate(_COMPARED, 1):
            grid.addWidget(self.captions[key], row, 0, Qt.AlignmentFlag.AlignTop)
            for side, part in enumerate(self.values[key]):
                grid.addWidget(part, row, side + 1, Qt.AlignmentFlag.AlignTop)

    def show_both(self, both: tuple[Person, Person], codes: tuple[str, str], courses: str) -> None:
        """Show two people with the codes of their courses; `courses` is what these are called."""
        for part, person in zip(self.names, both, strict=True):
            part.setText(person.name)
        for key in _COMPARED:
            values = codes if key == "courses" else tuple(self._wording.value(one, key) for one in both)
            differs = all(values) and values[0] != values[1] and key != "courses"
            caption = courses if key == "courses" else self._wording.field(key)
            self.captions[key].setText(caption)
            for part, value, person in zip(self.values[key], values, both, strict=True):
                part.setText(value or "–")
                part.setAccessibleName(f"{person.name}, {caption}: {value}")
                set_role(part, "body_strong" if differs else "body")
            for part in (self.captions[key], *self.values[key]):
                part.setVisible(any(values))


class JoinForm(FieldsForm):
    """Joins a person with anybody whom the search finds; `joined` names whose name stays."""

    needs = "people/joining/join"

    joined = Signal(str)

    def __init__(self, context: AppContext, host: QWidget, wording: PeopleWording) -> None:
        super().__init__("join_person_form", context, host, 560)
        self._wording = wording
        self._directory: Directory | None = None
        self._person, self._other = Person("", ""), Person("", "")
        columns: tuple[Column[Person], ...] = (
            Column("name", lambda: self.tr("Name"), lambda person: person.name),
        )
        self.model: ListTableModel[Person] = ListTableModel(
            "join_person_model", columns, lambda person: person.key, self
        )
        self.table = TableView("join_person_people")
        self.table.show_model(self.model)
        self.table.horizontalHeader().hide()
        show_two_lines(self.table, {"name": self._second}, _ROW)
        self.compared = Compared("join_person_compared", wording)
        self.build()
        self.rows["search"].field.searched.connect(self._search)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._choose())

    def open_person(self, person: Person, directory: Directory) -> None:
        """Ask with whom a person is to be joined; whoever is most like them is offered first."""
        self._person, self._other, self._directory = person, Person("", ""), directory
        self.open_filled(focus=self.entry("search"))
        self._search("")

    @override
    def fields(self) -> Layout:
        chosen = bool(self._other.key)
        both = [each for each in (self._person, self._other) if each.key]
        twice = len({each.name for each in both}) < len(both)
        names = [(each.key, self._told_apart(each) if twice else each.name) for each in both]
        return (
            Own(
                "search",
                self.tr("Find the other record"),
                self.tr("A part of the name in any alphabet, or of the unit"),
                widget=lambda name: SearchedName(name, self.table),
                read=SearchedName.text,
                fill=lambda field, text: field.setText(text or ""),
            ),
            Own("people", widget=lambda _name: self.table),
            Own("compared", widget=lambda _name: self.compared, shown=chosen),
            Choice("keep", self.tr("Whose name stays"), options=names, shown=chosen),
            Choice(
                "phone",
                self.tr("Which telephone stays"),
                options=[(each, each) for each in self._phones()],
                shown=bool(self._phones()),
            ),
            Note("effect", self._effect(), role="second", shown=chosen),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Join {name} with…").format(name=self._person.name), self.tr("Join: one person")

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.rows["search"].field.setPlaceholderText(self.tr("Name or unit"))
        self.table.setAccessibleName(self.tr("People"))
        self._compare()

    @override
    def save(self) -> None:
        if not self._other.key:
            self.show_refusal(TrainerError("person.choose_other"))
            return
        keep = str(self.value("keep") or self._person.key)
        other = self._person.key if keep == self._other.key else self._other.key
        phone = str(self.value("phone") or "") if self._phones() else ""
        changes = self.submit(lambda: joining.join(self.context.work, keep, other, phone=phone))
        if changes is not None:
            self.context.offer_undo(changes)
            self.joined.emit(keep)

    def _phones(self) -> list[str]:
        """Return the telephones to choose from, where the two records have not the same one."""
        both = [each.phone for each in (self._person, self._other)] if self._other.key else ["", ""]
        return [each for each in both if each] if both[0] != both[1] else []

    def _second(self, person: Person) -> str:
        codes = self._directory.codes(person.key) if self._directory is not None else ()
        return " · ".join(part for part in (self._wording.service(person), ", ".join(codes)) if part)

    def _told_apart(self, person: Person) -> str:
        """Return a name that another record has too, with what tells the two apart."""
        return " · ".join(part for part in (person.name, self._second(person)) if part)

    def _search(self, text: str) -> None:
        if self._directory is None:
            return
        key = self._person.key
        directory, typed = self._directory, bool(text.strip())
        likely = [] if typed else [each.b for each in directory.may_be(key)]
        keys = dict.fromkeys((*likely, *(directory.find(text) if typed else directory.nearest(key))))
        found = [person for one in keys if one != key and (person := self._directory.get(one)) is not None]
        self.model.set_rows(found[:_MOST])
        # What is found about two people stands below: few rows leave room for it.
        self.table.setFixedHeight(max(1, min(len(found), _SHOWN)) * _ROW + 2)
        self._choose()

    def _choose(self) -> None:
        index = self.table.currentIndex()
        self._other = self.model.row(index.row()) if index.isValid() else Person("", "")
        self.clear_errors()
        self.say_fields()
        self._compare()

    def _compare(self) -> None:
        if self._directory is None or not self._other.key:
            return
        both = self._person, self._other
        first, second = (", ".join(self._directory.codes(each.key)) for each in both)
        self.compared.show_both(both, (first, second), self.tr("Courses"))

    def _effect(self) -> str:
        """Say what joining would do."""
        directory = self._directory
        if directory is None or not self._other.key:
            return ""
        told = self.context.ask(joining.preview, directory, self._person.key, self._other.key)
        if told is None:
            return ""
        said = [
            self.tr(
                "%n records are one person then, with all courses and both histories.", "", len(told.people)
            ),
            self.tr("No mark, test or certificate is changed, and they can be separated again."),
        ]
        if told.shared:
            courses = ", ".join(told.shared)
            said.append(
                self.tr("Both are on the list of {courses}: there their time is counted once.").format(
                    courses=courses
                )
            )
            said.append(self.tr("Review asks then which of the two rows stays."))
        if told.untold:
            said.append(self.tr("That they are not the same person, as was said before, is taken back."))
        return " ".join(said)


class PeopleScreen(Screen):
    """The list and the person's page take turns; the list keeps its search and place."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("people", context)
        self.wording = PeopleWording(context)
        self.directory: Directory | None = None
        self._index = PeopleIndex()
        self.person = ""
        self.pages = PageStack()
        self.pages.setObjectName("people_pages")
        self.column.addWidget(self.pages)
        self.list_page = PeopleListPage(context, self.wording)
        self.person_page = PersonPage(context, self.wording)
        self.pages.addWidget(self.list_page)
        self.pages.addWidget(self.person_page)
        self._connect()

    @cached_property
    def form(self) -> PersonForm:
        """Ask for somebody new, or change what is known of somebody."""
        made = PersonForm(self.context, self, self.wording)
        made.saved.connect(self._saved)
        return made

    @cached_property
    def join_form(self) -> JoinForm:
        """Ask who is the same person."""
        made = JoinForm(self.context, self, self.wording)
        made.joined.connect(self.open_person)
        return made

    @cached_property
    def erase_form(self) -> EraseForm:
        """Ask before the names of somebody are erased."""
        made = EraseForm(self.context, self)
        made.erased.connect(lambda _changes: self.show_list())
        return made

    @cached_property
    def held_form(self) -> HeldForm:
        """Ask in which language somebody is given what is held about them."""
        return HeldForm(self.context, self)

    def _connect(self) -> None:
        self.list_page.opened.connect(self.open_person)
        self.list_page.add_requested.connect(self._add)
        self.person_page.opened.connect(self.open_person)
        self.person_page.closed.connect(lambda: make_way(self, self.show_list))
        self.person_page.edit_requested.connect(self._edit)
        self.person_page.join_requested.connect(self._join)
        self.person_page.erase_requested.connect(self._erase)
        self.person_page.held_requested.connect(self._tell_held)

    def show_place(self, **place: Any) -> None:
        """Open a person (`person`), or the list with the search field ready (`search`).

        `erase` tells there that a person has to be opened before their data are erased.
        """
        make_way(self, lambda: self._show_place(**place))

    def _show_place(self, **place: Any) -> None:
        person, search = place.get("person"), place.get("search")
        self.list_page.lead_to_erasing(begun=bool(place.get("erase")))
        if person:
            self.open_person(str(person))
            return
        self.show_list()
        if isinstance(search, str):
            self.list_page.search.setText(search)
            self.list_page.refresh_found()

    def refresh(self) -> None:
        """Show everything anew; everybody is read again only if somebody changed."""
        if self.directory is None:
            self.directory = self.context.ask(Directory.with_teachers, self._index)
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
        if changes.touches("person", "enrolment", "pair", "course", "assignment"):
            self.directory = None
            return True
        return bool(self.person) and changes.touches("attendance", "session", "certificate", "joint_decision")

    def open_person(self, key: str) -> None:
        """Show one person's page, or the page of whom they were joined into."""
        self.list_page.lead_to_erasing(begun=False)
        if self.directory is None:
            self.directory = self.context.ask(Directory.with_teachers, self._index)
        if self.directory is None:
            return
        key = self._root(key)
        if not self.person_page.show_person(key, self.directory):
            self.context.tell_error(
                TrainerError("person.erased" if self._is_erased(key) else "person.unknown")
            )
            self.show_list()
            return
        if self.person != key:
            self.person = key
            self.page_changed.emit()
        if self.pages.currentWidget() is not self.person_page:
            self.pages.setCurrentWidget(self.person_page)
            self.person_page.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self) -> None:
        """Go back to the list, where it was left."""
        for form in self.findChildren(FormPanel):
            form.dismiss()
        self.person = ""
        self.pages.setCurrentWidget(self.list_page)
        target = self.list_page.table if self.list_page.model.rowCount() else self.list_page.search
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_button(self) -> QAbstractButton | None:
        """Return what adds a person; it is in sight while the list is."""
        return self.list_page.buttons["add"]

    def recent_place(self) -> tuple[str, dict[str, Any]] | None:
        """Return the person who is open."""
        found = self.directory.get(self.person) if self.directory is not None and self.person else None
        return (found.short_name, {"person": self.person}) if found is not None else None

    def go_home(self) -> None:
        """Go back to everybody."""
        if self.person:
            self.show_list()

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
            make_way(self, self.show_list)
        else:
            super().keyPressEvent(event)

    def _root(self, key: str) -> str:
        if self.directory is None or self.directory.get(key) is not None:
            return key
        found = self.context.ask(people.get_person, key)
        return found.shown_key if found else key

    def _is_erased(self, key: str) -> bool:
        found = self.context.ask(people.get_person, key)
        return found is not None and found.erased

    def _units(self) -> tuple[str, ...]:
        return self.directory.units if self.directory else ()

    def _add(self) -> None:
        self._ask_data(Person("", ""))

    def _edit(self) -> None:
        if self.person_page.person is not None:
            self._ask_data(self.person_page.person)

    def _ask_data(self, person: Person) -> None:
        form = self.form
        make_way(
            self,
            lambda: form.open_person(person, self._units()),
            form if form.person.key == person.key else None,
        )

    def _join(self) -> None:
        if self.person_page.person is not None and self.directory is not None:
            self.join_form.open_person(self.person_page.person, self.directory)

    def _erase(self) -> None:
        if self.person_page.person is not None:
            self.erase_form.open_person(self.person_page.person)

    def _tell_held(self) -> None:
        if self.person_page.person is not None:
            self.held_form.open_person(self.person_page.person)

    def _saved(self, changes: Changes) -> None:
        if changes.key:
            self.open_person(changes.key)
