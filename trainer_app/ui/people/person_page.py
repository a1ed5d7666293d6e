"""The page of one person: data, courses with attendance and certificates, and the history of changes."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions.attendance.attendance import PersonCourse, courses_of_person
from trainer_app.actions.base import sync_status
from trainer_app.actions.certificates import eligibility
from trainer_app.actions.exchange import erased
from trainer_app.actions.people import joining, people
from trainer_app.actions.people.directory import Directory
from trainer_app.actions.people.people import FieldChange, PersonChange
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.schema import typed_fields
from trainer_app.domain.base.texts import capital
from trainer_app.domain.people.matching import Candidate
from trainer_app.domain.people.persons import NAME_FIELDS, Person
from trainer_app.system.messages import label_text
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.forms import WaitsNote
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.kit.wording import PeopleWording
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card, ClickableRow, IconMark, TwoLines
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.indicators import Chip, ShareBar
from trainer_app.ui.widgets.labels import Retranslated, label, set_role
from trainer_app.ui.widgets.pages import PageHeader, ScrollPage

_FIELDS = {name: field for name, field in typed_fields("person").items() if name not in NAME_FIELDS}
"""What is typed about a person beside the name, which is the page's title."""


class PersonDataCard(Retranslated, Card):
    """Captions at the left, values at the right; a dash where nothing is known."""

    def __init__(self, wording: PeopleWording) -> None:
        super().__init__("person_data")
        self._wording = wording
        self._person: Person | None = None
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        self.captions = {name: label("second", f"person_data_{name}_label") for name in _FIELDS}
        self.values = {name: label("body", f"person_data_{name}", wrap=True) for name in _FIELDS}
        for index, name in enumerate(_FIELDS):
            self.captions[name].setBuddy(self.values[name])
            grid.addWidget(self.captions[name], index, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.values[name], index, 1, Qt.AlignmentFlag.AlignTop)
            self.values[name].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add_body().addLayout(grid)
        self.erase = Button("person_erase", ButtonKind.GHOST)
        self._foot = self.add_foot(50)
        self._foot.setContentsMargins(CARD_PADDING - 10, 0, CARD_PADDING, 0)
        self.held = Button("person_held", ButtonKind.GHOST)
        self._foot.addWidget(self.held)
        self._foot.addWidget(self.erase)
        self._foot.addStretch(1)
        self.retranslate()

    def show_person(self, person: Person) -> None:
        """Show a person's data."""
        self._person = person
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Data"))
        self.held.setText(self.tr("What is held about this person…"))
        self.erase.setText(self.tr("Erase this person's data…"))
        captions = {name: self._wording.field(name) for name in _FIELDS}
        for name, words in captions.items():
            self.captions[name].setText(words)
        person = self._person
        if person is None:
            return
        for name, field in _FIELDS.items():
            value = self._wording.value(person, name)
            self.values[name].setText(value or "–")
            self.values[name].setAccessibleName(f"{captions[name]}: {value}")
            for part in (self.captions[name], self.values[name]):
                # What is usual is shown even when nothing is known, so that what is missing is seen.
                part.setVisible(bool(value) or not field.rare)


_HEIGHT = 64


class PersonCourseRow(ClickableRow):
    """One course; it opens the course's list of participants."""

    def __init__(
        self,
        place: int,
        item: PersonCourse,
        context: AppContext,
        wording: PeopleWording,
        misfits: eligibility.Misfits,
    ) -> None:
        name = f"person_course_{place}"
        super().__init__(name, _HEIGHT)
        self.course, self.enrolment = item.course.key, item.enrolment.key
        words = TwoLines(f"{name}_words")
        set_role(words.title, "row_title")
        words.set_lines(wording.course_title(item), wording.course_line(item))
        row = FlowRow(self)
        row.setContentsMargins(CARD_PADDING, 0, CARD_PADDING, 0)
        row.setSpacing(12)
        row.addWidget(words, 1)
        chips = QVBoxLayout()
        chips.setSpacing(2)
        chips.addStretch(1)
        for at, given in enumerate(item.certificates):
            tone, text, icon = wording.certificate(given, fits=not misfits.of(given))
            chips.addWidget(Chip(f"{name}_certificate_{at}", tone, icon, text))
        if not item.certificates:
            tone, text, icon = wording.standing(item.standing)
            chips.addWidget(Chip(f"{name}_state", tone, icon, text))
        chips.addStretch(1)
        row.addLayout(chips)
        spoken = self._add_share(row, name, item, context)
        self.setAccessibleName(words.title.text())
        self.setAccessibleDescription(", ".join(part for part in (words.second.text(), spoken) if part))

    def _add_share(self, row: QHBoxLayout, name: str, item: PersonCourse, context: AppContext) -> str:
        column = QVBoxLayout()
        column.setSpacing(3)
        shown = context.formats.share(item.share, item.limit)
        number = label("number", f"{name}_share", shown)
        bar = ShareBar(f"{name}_bar")
        spoken = self.tr("attended: {share}").format(share=shown)
        bar.set_share(item.share or 0, item.limit if item.share is not None else None, spoken)
        column.addStretch(1)
        column.addWidget(number)
        column.addWidget(bar)
        column.addStretch(1)
        row.addLayout(column)
        return spoken


class PersonCoursesCard(Retranslated, Card):
    """`opened` names the course that was chosen, and the person's enrolment in it."""

    opened = Signal(str, str)

    def __init__(self, context: AppContext, wording: PeopleWording) -> None:
        super().__init__("person_courses")
        self._context, self._wording = context, wording
        self._items: list[PersonCourse] = []
        self._teaches: tuple[str, ...] = ()
        self.rows: list[PersonCourseRow] = []
        self.retranslate()

    def show_courses(self, items: list[PersonCourse], teaches: tuple[str, ...] = ()) -> None:
        """Show the courses, the newest first; `teaches` are the codes of those that the person teaches."""
        self._items, self._teaches = items, teaches
        self.clear_rows()
        misfits = eligibility.Misfits(self._context.work)
        self.rows = [
            PersonCourseRow(index, item, self._context, self._wording, misfits)
            for index, item in enumerate(items)
        ]
        for row in self.rows:
            row.clicked.connect(lambda _on=False, row=row: self.opened.emit(row.course, row.enrolment))
            self.add_row(row)
        if teaches:
            self.add_body().addWidget(
                label("body", "person_teaches", capital(self._wording.teaches(teaches)), wrap=True)
            )
        elif not items:
            self.add_body().addWidget(
                label("second", "person_no_course", self.tr("On no course's list yet."))
            )

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Courses"))
        self.show_courses(self._items, self._teaches)


_FIRST = 5


class ChangeRow(QWidget):
    """One entry of the journal in words."""

    def __init__(self, place: int, icon: str, lines: list[str], second: str) -> None:
        name = f"person_change_{place}"
        super().__init__()
        self.setObjectName(name)
        words = QVBoxLayout()
        words.setSpacing(1)
        for at, line in enumerate(lines):
            words.addWidget(label("small", f"{name}_field_{at}", line, wrap=True))
        words.addWidget(label("caption", f"{name}_by", second, wrap=True))
        row = FlowRow(self)
        row.setContentsMargins(CARD_PADDING, 9, CARD_PADDING, 9)
        row.setSpacing(14)
        row.addWidget(IconMark(f"{name}_icon", icon, size=18), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.setAccessibleName(". ".join(lines))
        self.setAccessibleDescription(second)


class PersonHistoryCard(Retranslated, Card):
    """The newest changes; a button shows the older ones."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("person_history")
        self._context = context
        self._changes: list[PersonChange] = []
        self._all = False
        self.more = Button("person_history_more", ButtonKind.GHOST)
        self.more.clicked.connect(self._show_all)
        self.add_to_head(self.more)
        self.head.setContentsMargins(CARD_PADDING, 0, CARD_PADDING - 10, 0)
        self.retranslate()

    def show_changes(self, changes: list[PersonChange]) -> None:
        """Show another person's changes, the newest first."""
        self._changes, self._all = changes, False
        self._show()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("History of changes"))
        self._show()

    def _show_all(self) -> None:
        self._all = True
        self._show()

    def _show(self) -> None:
        self.clear_rows()
        hidden = 0 if self._all else max(len(self._changes) - _FIRST, 0)
        for index, change in enumerate(self._changes[: None if self._all else _FIRST]):
            self.add_row(ChangeRow(index, _icon(change), self._lines(change), self._by(change)))
        self.more.setVisible(hidden > 0)
        self.more.setText(self.tr("%n older", "", hidden))

    def _lines(self, change: PersonChange) -> list[str]:
        if change.said is not None:
            return [self._said(change.said)]
        if change.created:
            parts = [f"{self._said(each.field)}: {self._said(each.after)}" for each in change.fields]
            return [self.tr("Recorded: {values}").format(values=", ".join(parts))]
        lines = [self._line(each) for each in change.fields]
        if change.removed is None:
            return lines
        return [self.tr("Taken out again") if change.removed else self.tr("Put back"), *lines]

    def _line(self, change: FieldChange) -> str:
        name = self._said(change.field)
        return f"{name[:1].upper()}{name[1:]}: {self._said(change.before)} → {self._said(change.after)}"

    def _said(self, words: Label) -> str:
        return label_text(words, self._context.language.code)

    def _by(self, change: PersonChange) -> str:
        parts = [change.user, self._context.when(change.at)]
        if change.record is not None:
            parts.insert(0, self.tr("record {name}").format(name=self._said(change.record)))
        if change.device:
            parts.append(self.tr("laptop {code}").format(code=change.device))
        if change.file:
            parts.append(self.tr("came with {file}").format(file=change.file))
        state = self._context.ask(sync_status.state_of, *change.origin)
        if state is not None:
            parts.append(self._said(Label(f"sending.state.{state.value}")))
        if change.reason:
            parts.append(self.tr("reason: {text}").format(text=change.reason))
        return " · ".join(part for part in parts if part)


_MOST_REASONS, _GHOST = 4, 10


class CandidateRow(Retranslated, QWidget):
    """One person who may be the same, why, and the two answers of equal weight."""

    same = Signal(str)
    different = Signal(str)
    opened = Signal(str)

    def __init__(self, place: int, person: Person, lines: list[str]) -> None:
        name = f"person_same_{place}"
        super().__init__()
        self.setObjectName(name)
        self.person = person
        self.open_button = Button(f"{name}_open", ButtonKind.GHOST, text=person.name)
        self.same_button = Button(f"{name}_join", ButtonKind.CHOICE)
        self.different_button = Button(f"{name}_not", ButtonKind.CHOICE)
        self._lay_out(name, lines)
        self.open_button.clicked.connect(lambda: self.opened.emit(person.key))
        self.same_button.clicked.connect(lambda: self.same.emit(person.key))
        self.different_button.clicked.connect(lambda: self.different.emit(person.key))
        withhold("people/joining/join", self.same_button)
        withhold("people/joining/not_the_same", self.different_button)
        self.retranslate()

    def _lay_out(self, name: str, lines: list[str]) -> None:
        """Put the name's words on the edge of the card, as far left as the lines below."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(CARD_PADDING - _GHOST, 6, CARD_PADDING, 14)
        outer.setSpacing(0)
        outer.addWidget(self.open_button)
        column = QVBoxLayout()
        column.setContentsMargins(_GHOST, 0, 0, 0)
        column.setSpacing(2)
        for at, line in enumerate(lines):
            column.addWidget(label("second" if at == 0 else "caption", f"{name}_line_{at}", line, wrap=True))
        buttons = FlowRow()
        buttons.setSpacing(8)
        buttons.addWidget(self.same_button)
        buttons.addWidget(self.different_button)
        buttons.addStretch(1)
        column.addSpacing(8)
        column.addLayout(buttons)
        outer.addLayout(column)

    @override
    def retranslate(self) -> None:
        #: A button: two records become one person
        self.same_button.setText(self.tr("Join"))
        self.same_button.setAccessibleName(
            self.tr("Join with {name}: it is the same person").format(name=self.person.name)
        )
        self.different_button.setText(self.tr("Not the same"))
        self.different_button.setAccessibleName(
            self.tr("{name} is not the same person").format(name=self.person.name)
        )


class DuplicatesCard(Retranslated, Card):
    """Candidates for one person."""

    same = Signal(str)
    different = Signal(str)
    opened = Signal(str)

    def __init__(self, context: AppContext, wording: PeopleWording) -> None:
        super().__init__("person_same")
        self._context, self._wording = context, wording
        self._found: list[tuple[Person, Candidate, tuple[str, ...]]] = []
        self.rows: list[CandidateRow] = []
        self.retranslate()

    def show_candidates(self, found: list[tuple[Person, Candidate, tuple[str, ...]]]) -> None:
        """Show people with the reasons and the codes of their courses; the card hides without any."""
        self._found = found
        self.setVisible(bool(found))
        self.clear_rows()
        self.rows = []
        for index, (person, candidate, codes) in enumerate(found):
            service = self._wording.service(person)
            lines = (
                [" · ".join(part for part in (service, ", ".join(codes)) if part)] if service or codes else []
            )
            language = self._context.language.code
            lines += [label_text(reason, language) for reason in candidate.reasons[:_MOST_REASONS]]
            row = CandidateRow(index, person, lines)
            row.same.connect(self.same)
            row.different.connect(self.different)
            row.opened.connect(self.opened)
            self.rows.append(row)
            self.add_row(row)

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("May be the same person"))
        self.show_candidates(self._found)


class JoinedPersonsCard(Retranslated, Card):
    """Other records that are this person; each can be parted again."""

    parted = Signal(str)

    def __init__(self, wording: PeopleWording) -> None:
        super().__init__("person_joined")
        self._wording = wording
        self._people: list[Person] = []
        self.buttons: list[Button] = []
        self.retranslate()

    def show_joined(self, people: list[Person]) -> None:
        """Show who is one with this person; the card hides without any."""
        self._people = people
        self.setVisible(bool(people))
        self.clear_rows()
        self.buttons = []
        for index, person in enumerate(people):
            name = f"person_joined_{index}"
            holder = QWidget()
            holder.setObjectName(name)
            words = QVBoxLayout()
            words.setSpacing(1)
            words.addWidget(label("body", f"{name}_name", person.name, wrap=True))
            # The telephone of the record that was given up is seen nowhere else.
            second = " · ".join(part for part in (self._wording.service(person), person.phone) if part)
            words.addWidget(label("caption", f"{name}_second", second, wrap=True))
            part = Button(f"{name}_part", ButtonKind.GHOST, text=self.tr("Separate again"))
            part.setAccessibleName(self.tr("Separate {name} again").format(name=person.name))
            part.clicked.connect(lambda _on=False, key=person.key: self.parted.emit(key))
            withhold("people/joining/unjoin", part)
            row = FlowRow(holder)
            row.setContentsMargins(CARD_PADDING, 10, CARD_PADDING - 10, 10)
            row.addLayout(words, 1)
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
            self.buttons.append(part)
            self.add_row(holder)

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Joined with"))
        self.show_joined(self._people)


def _icon(change: PersonChange) -> str:
    if change.said is not None:
        return "users2"
    return "adduser" if change.created else "pen" if change.removed is None else "undo"


_SIDE = 392


class PersonPage(Retranslated, QWidget):
    """`closed` leads to the list, `..._requested` to forms, `opened` to a person."""

    closed = Signal()
    edit_requested = Signal()
    join_requested = Signal()
    erase_requested = Signal()
    held_requested = Signal()
    opened = Signal(str)

    def __init__(self, context: AppContext, wording: PeopleWording) -> None:
        super().__init__()
        self.setObjectName("person_page")
        self._context, self._wording = context, wording
        self.person: Person | None = None
        self.back = IconButton("person_back", "left")
        self.header = PageHeader("person_header")
        self.edit = Button("person_edit", ButtonKind.PRIMARY, "pen")
        self.join_with = Button("person_join_with", icon="users2")
        self.header.add_action(self.join_with)
        self.header.add_action(self.edit)
        self.courses = PersonCoursesCard(context, wording)
        self.history = PersonHistoryCard(context)
        self.data = PersonDataCard(wording)
        self.waits = WaitsNote("person_waits", context)
        self.same = DuplicatesCard(context, wording)
        self.joined = JoinedPersonsCard(wording)
        self.page = ScrollPage("person_scroll")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        columns = FlowRow()
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
        self.page.column.addLayout(self.header.behind(self.back))
        self.page.column.addWidget(self.waits)
        self.page.column.addLayout(columns, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.page)

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        self.edit.clicked.connect(self.edit_requested)
        self.join_with.clicked.connect(self.join_requested)
        self.data.erase.clicked.connect(self.erase_requested)
        withhold("people/people/change_person", self.edit)
        withhold("people/joining/join", self.join_with)
        withhold(("office/erasing/erase_person", "review/joint_decisions/decide"), self.data.erase)
        withhold("office/subject_access/write", self.data.held)
        self.data.held.clicked.connect(self.held_requested)
        self.courses.opened.connect(
            lambda course, enrolment: self._context.go(
                "courses", course=course, tab="participants", enrolment=enrolment
            )
        )
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
        self.waits.show_subject(key)
        self.data.erase.setVisible(bool(self._context.ask(erased.may_ask_to_erase)))
        joined = directory.joined(key)
        taken = self._context.ask(courses_of_person, key, joined) or []
        self.courses.show_courses(taken, directory.teaches(key))
        self.history.show_changes(self._context.ask(people.person_history, key) or [])
        self.joined.show_joined(joined)
        found = []
        for candidate in directory.may_be(key):
            other = directory.get(candidate.b)
            if other is not None:
                found.append((other, candidate, directory.codes(other.key)))
        self.same.show_candidates(found)
        return True

    @override
    def retranslate(self) -> None:
        self.back.set_words(self.tr("Back to everybody"), "Esc")
        self.edit.setText(self.tr("Edit"))
        self.join_with.setText(self.tr("Join with…"))
        if self.person is not None:
            self.header.set_words(self.person.name, self._wording.service(self.person))

    def _join(self, other: str) -> None:
        if self.person is not None:
            self._context.offer_undo(self._context.do(joining.join, self.person.key, other))

    def _keep_apart(self, other: str) -> None:
        if self.person is not None:
            self._context.offer_undo(self._context.do(joining.not_the_same, self.person.key, other))

    def _part(self, key: str) -> None:
        self._context.offer_undo(self._context.do(joining.unjoin, key))
