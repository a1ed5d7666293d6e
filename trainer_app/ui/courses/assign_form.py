"""Assigning somebody to a course: found while typing, or new."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trainer_app.actions import courses, people
from trainer_app.domain.changes import Changes
from trainer_app.domain.courses import Role, Teacher
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.people import Person
from trainer_app.domain.ranks import RankForm, rank_name
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.courses.two_lines import show_two_lines
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.forms import ComboBox, FormRow
from trainer_app.ui.widgets.models import Column, RowsModel
from trainer_app.ui.widgets.search import SearchField
from trainer_app.ui.widgets.table import TableView

_MOST, _ROW = 40, 46


@dataclass(frozen=True)
class Found:
    """A line to choose: a person, or (without a key) the new one that is being typed."""

    key: str
    name: str
    second: str


class NameField(SearchField):
    """Searches while typing; Down goes into the list below."""

    def __init__(self, name: str, below: QWidget) -> None:
        super().__init__(name)
        self._below = below

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move down into the list."""
        if event.key() == Qt.Key.Key_Down:
            self._below.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


class AssignForm(FormPanel):
    """Gives a role to a person who is known, or to one who is added by name."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("assign_form", desk, host)
        self._course = ""
        self._fixed: Teacher | None = None
        self._searched = ""
        columns: tuple[Column[Found], ...] = (
            Column("name", lambda: self.tr("Name"), lambda found: found.name),
        )
        self.model: RowsModel[Found] = RowsModel("assign_model", columns, lambda found: found.key, self)
        self.table = TableView("assign_people")
        self.table.show_model(self.model)
        self.table.horizontalHeader().hide()
        self.table.setMinimumHeight(4 * _ROW)
        show_two_lines(self.table, {"name": lambda found: found.second}, _ROW)
        self.name = FormRow("assign_name", NameField("assign_name", self.table))
        self.role = FormRow("assign_role", ComboBox("assign_role"))
        self.places = {"person.no_name": self.name}
        self.body.addWidget(self.role)
        self.body.addWidget(self.name)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.trouble)
        self.name.field.searched.connect(self._search)
        self.table.opened.connect(lambda _place: self.save())
        self.retranslate()

    def open_course(self, course: str) -> None:
        """Ask who is to work at a course."""
        self._course, self._fixed = course, None
        self._begin(Role.TRAINER)
        self.reveal(self.name.field)

    def open_teacher(self, course: str, teacher: Teacher) -> None:
        """Ask for another role of somebody who works there."""
        self._course, self._fixed = course, teacher
        self._begin(teacher.role)
        self.reveal(self.role.field)

    def save(self) -> None:
        """Assign the person of the current row, or add the one who was typed."""
        if self._fixed is None and self.name.field.text() != self._searched:
            self._search(self.name.field.text())
        self.submit(self._assign)

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        changing = self._fixed is not None
        self.set_words(
            self.tr("Change the role") if changing else self.tr("Assign a trainer"),
            self.tr("Save") if changing else self.tr("Assign"),
        )
        self.role.set_words(self.tr("Role"))
        self.name.set_words(self.tr("Name"), self.tr("Type a part of it; somebody new: family name first"))
        self.name.field.setPlaceholderText(self.tr("Find a person or type a new name"))
        self.table.setAccessibleName(self.tr("People"))
        chosen = self.role.field.currentData()
        self.role.field.clear()
        for role in Role:
            self.role.field.addItem(CourseWording(self.desk).role(role), role.value)
        self.role.field.setCurrentIndex(max(self.role.field.findData(chosen), 0))

    def _begin(self, role: Role) -> None:
        self.clear_errors()
        self.retranslate()
        self.role.field.setCurrentIndex(self.role.field.findData(role.value))
        self.name.field.clear()
        for part in (self.name, self.table):
            part.setVisible(self._fixed is None)
        if self._fixed is not None:
            self.title.setText(self._fixed.name)
        self._search("")

    def _search(self, text: str) -> None:
        """Show who is meant, and last the possibility that it is somebody new."""
        self._searched = text
        found = [
            Found(person.key, person.name, self._second(person))
            for person in (self.desk.ask(people.search, text, _MOST) or [])
            if person.joined_into is None
        ]
        if text.strip():
            new = Found("", text.strip(), self.tr("somebody new: will be added to People"))
            found.append(new)
        self.model.set_rows(found)
        if found:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _second(self, person: Person) -> str:
        rank = rank_name(person.rank, self.desk.language.code, RankForm.FULL) if person.rank else ""
        return ", ".join(part for part in (rank, person.unit) if part)

    def _assign(self) -> Changes:
        role = Role(self.role.field.currentData())
        work = self.desk.work
        if self._fixed is not None:
            return courses.assign(work, self._course, self._fixed.person, role)
        index = self.table.currentIndex()
        if not index.isValid():
            raise TrainerError("person.no_name")
        chosen = self.model.row(index.row())
        if chosen.key:
            return courses.assign(work, self._course, chosen.key, role)
        return courses.assign_new(work, self._course, chosen.name, role)
