"""Who is one person with somebody: who may be, who was joined, and the form that joins anybody by hand."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions.people import joining
from trainer_app.actions.people.people import Directory
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.people.matching import Candidate
from trainer_app.domain.people.persons import LISTED_FIELDS, Person
from trainer_app.system.messages import label_text
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Choice, Layout, Note, Own
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.kit.wording import PeopleWording
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import SearchField
from trainer_app.ui.widgets.labels import Retranslated, label, set_role
from trainer_app.ui.widgets.tables import Column, ListTableModel, TableView, show_two_lines

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
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.same_button)
        buttons.addWidget(self.different_button)
        buttons.addStretch(1)
        column.addSpacing(8)
        column.addLayout(buttons)
        outer.addLayout(column)

    @override
    def retranslate(self) -> None:
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
            words.addWidget(label("caption", f"{name}_second", self._wording.service(person), wrap=True))
            part = Button(f"{name}_part", ButtonKind.GHOST, text=self.tr("Part again"))
            part.setAccessibleName(self.tr("Part {name} again").format(name=person.name))
            part.clicked.connect(lambda _on=False, key=person.key: self.parted.emit(key))
            row = QHBoxLayout(holder)
            row.setContentsMargins(CARD_PADDING, 10, CARD_PADDING - 10, 10)
            row.addLayout(words, 1)
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
            self.buttons.append(part)
            self.add_row(holder)

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Joined with"))
        self.show_joined(self._people)


_COMPARED = (*LISTED_FIELDS, "courses")
_CAPTIONS, _ROW, _SHOWN, _MOST = 120, 46, 3, 60


class SearchedName(SearchField):
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
                self.tr("A part of the name in any script, or of the unit"),
                widget=lambda name: SearchedName(name, self.table),
                read=SearchedName.text,
                fill=lambda field, text: field.setText(text or ""),
            ),
            Own("people", widget=lambda _name: self.table),
            Own("compared", widget=lambda _name: self.compared, shown=chosen),
            Choice("keep", self.tr("Whose name stays"), options=names, shown=chosen),
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
        changes = self.submit(lambda: joining.join(self.context.work, keep, other))
        if changes is not None:
            self.context.offer_undo(changes)
            self.joined.emit(keep)

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
        likely = [] if text.strip() else [each.b for each in self._directory.may_be(key)]
        keys = dict.fromkeys((*likely, *self._directory.find(text)))
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
            self.tr("No mark, test or certificate is changed, and they can be parted again."),
        ]
        if told.shared:
            courses = ", ".join(told.shared)
            said.append(
                self.tr("Both are on the list of {courses}: there their time is counted once.").format(
                    courses=courses
                )
            )
        if told.untold:
            said.append(self.tr("That they are not the same person, as was said before, is taken back."))
        return " ".join(said)
