"""One person: data, courses with attendance and certificates, who may be the same, history of changes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions import erasing, people
from trainer_app.actions.directory import Directory
from trainer_app.actions.person_courses import courses_of
from trainer_app.domain.changes import Changes
from trainer_app.domain.people import Person
from trainer_app.ui.people.courses_card import CoursesCard
from trainer_app.ui.people.data_card import DataCard
from trainer_app.ui.people.history_card import HistoryCard
from trainer_app.ui.people.same_card import JoinedCard, SameCard
from trainer_app.ui.people.wording import PeopleWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, IconButton, Kind
from trainer_app.ui.widgets.header import PageHeader
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.page import Page

_SIDE = 392


class PersonPage(Retranslated, QWidget):
    """`left` asks for the list, `edit_asked` and `erase_asked` for forms, `opened` for another person."""

    left = Signal()
    edit_asked = Signal()
    erase_asked = Signal()
    opened = Signal(str)

    def __init__(self, desk: Desk, wording: PeopleWording) -> None:
        super().__init__()
        self.setObjectName("person_page")
        self._desk, self._wording = desk, wording
        self.person: Person | None = None
        self.back = IconButton("person_back", "left")
        self.header = PageHeader("person_header")
        self.edit = Button("person_edit", Kind.PRIMARY, "pen")
        self.header.add_action(self.edit)
        self.courses = CoursesCard(desk, wording)
        self.history = HistoryCard(desk)
        self.data = DataCard(wording)
        self.same = SameCard(desk, wording)
        self.joined = JoinedCard(wording)
        self.page = Page("person_scroll")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.header, 1)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in (
            (left, (self.courses, self.history)),
            (right, (self.data, self.same, self.joined)),
        ):
            column.setSpacing(16)
            column.setContentsMargins(0, 0, 0, 0)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        side = QWidget()
        side.setObjectName("person_side")
        side.setFixedWidth(_SIDE)
        side.setLayout(right)
        columns.addLayout(left, 1)
        columns.addWidget(side)
        self.page.column.addLayout(head)
        self.page.column.addLayout(columns, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.page)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.edit.clicked.connect(self.edit_asked)
        self.data.erase.clicked.connect(self.erase_asked)
        self.courses.opened.connect(lambda key: self._desk.go("courses", course=key, tab="participants"))
        self.same.opened.connect(self.opened)
        self.same.same.connect(self._join)
        self.same.different.connect(self._keep_apart)
        self.joined.parted.connect(self._part)

    def show_person(self, key: str, directory: Directory) -> bool:
        """Show one person; False if nobody has this key. A joined one shows the person they are one with."""
        person = directory.get(key)
        if person is None:
            return False
        self.person = person
        self.header.set_words(person.name, self._wording.service(person))
        self.data.show_person(person)
        self.data.erase.setVisible(bool(self._desk.ask(erasing.may_erase)))
        joined = directory.joined(key)
        self.courses.show_courses(self._desk.ask(courses_of, key, joined) or [])
        self.history.show_changes(self._desk.ask(people.person_history, key) or [])
        self.joined.show_joined(joined)
        found = []
        for candidate in directory.may_be(key):
            other = directory.get(candidate.b)
            if other is not None:
                found.append((other, candidate, directory.codes(other.key)))
        self.same.show_candidates(found)
        return True

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.back.set_words(self.tr("Back to everybody"), "Esc")
        self.edit.setText(self.tr("Edit"))
        if self.person is not None:
            self.header.set_words(self.person.name, self._wording.service(self.person))

    def _join(self, other: str) -> None:
        if self.person is not None:
            self._offer(self._desk.do(people.join, self.person.key, other))

    def _keep_apart(self, other: str) -> None:
        if self.person is not None:
            self._offer(self._desk.do(people.not_the_same, self.person.key, other))

    def _part(self, key: str) -> None:
        self._offer(self._desk.do(people.unjoin, key))

    def _offer(self, changes: Changes | None) -> None:
        """Show the way back of what was just decided."""
        if changes is not None:
            self._desk.offer_undo(changes)
