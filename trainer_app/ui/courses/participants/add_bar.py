"""Adding a participant by name, finding known people while typing, and suggested corrections of the list."""

from collections.abc import Callable, Iterator, Sequence
from typing import override

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.actions.courses.enrolments import Namesakes
from trainer_app.actions.people.people import Correction, CorrectionKind
from trainer_app.domain.people.persons import Person, Sex
from trainer_app.ui.courses.participants.import_state import ParticipantWording
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.kit.wording import PeopleWording
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card, IconMark, TwoLines
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.drawn_tables import show_two_lines
from trainer_app.ui.widgets.flow import FlowRow, stand_at_least
from trainer_app.ui.widgets.labels import Retranslated, label, set_role
from trainer_app.ui.widgets.table_models import Column, ListTableModel
from trainer_app.ui.widgets.tables import TableView

_LEAST, _MOST, _FEW, _ROW = 2, 5, 3, 42

type Finder = Callable[[str], Namesakes]


class ParticipantNameField(QLineEdit):
    """A name; Down leads to the people found, Esc leaves."""

    down = Signal()
    closed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass the keys on that do more than typing."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class MatchTable(TableView):
    """People found; Up from the first one leads back to the name, Esc leaves."""

    up = Signal()
    closed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back to the field."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.up.emit()
        else:
            super().keyPressEvent(event)


class KnownPerson(Struct, frozen=True):
    """A line to choose."""

    person: Person
    second: str


class AddBar(Retranslated, Card):
    """`typed` gives a new person's name, `chosen` the key of a known one. It stays open for the next one.

    Where somebody is known or listed under what is typed, the first Enter asks and only the second one adds:
    nobody is made twice in silence.
    """

    typed = Signal(str)
    chosen = Signal(str)
    closed = Signal()

    def __init__(self, wording: PeopleWording, find: Finder) -> None:
        super().__init__("participants_add_bar", titled=False)
        self._wording, self._find = wording, find
        self._found, self._asked = Namesakes(), ""
        self.name = ParticipantNameField()
        self.name.setObjectName("participants_add_name")
        self.name.setMaxLength(160)
        self.add = Button("participants_add_confirm", ButtonKind.CHOICE, "adduser")
        self.close_button = IconButton("participants_add_close", "close")
        self.note = label("caption", "participants_add_note", wrap=True)
        columns: tuple[Column[KnownPerson], ...] = (
            Column("name", lambda: self.tr("Known already"), lambda known: known.person.name),
        )
        self.model: ListTableModel[KnownPerson] = ListTableModel(
            "participants_found_model", columns, lambda known: known.person.key, self
        )
        self.table = MatchTable("participants_found")
        self.table.show_model(self.model)
        show_two_lines(self.table, {"name": lambda known: known.second}, _ROW)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        body = self.add_body()
        body.setContentsMargins(CARD_PADDING, 12, CARD_PADDING - 8, 10)
        body.setSpacing(4)
        line = FlowRow()
        line.setSpacing(8)
        line.addWidget(self.name, 1)
        line.addWidget(self.add)
        line.addWidget(self.close_button)
        body.addLayout(line)
        body.addWidget(self.note)
        self.add_row(self.table)

    def _connect(self) -> None:
        self.name.textEdited.connect(lambda _text: self.show_found())
        self.name.returnPressed.connect(self._enter)
        self.add.clicked.connect(self._add)
        withhold("courses/enrolments/add_by_name", self.add)
        self.name.down.connect(self._into_found)
        self.table.up.connect(self.focus_name)
        self.table.opened.connect(lambda place: self.chosen.emit(self.model.key(place)))
        self.table.clicked.connect(lambda index: self.chosen.emit(self.model.key(index.row())))
        for leave in (self.name.closed, self.table.closed, self.close_button.clicked):
            leave.connect(self.closed)

    def holds_work(self) -> bool:
        """Tell whether a name is typed that is not added yet."""
        return not self.isHidden() and bool(self.name.text().strip())

    def open_bar(self) -> None:
        """Show the bar; what was typed before stays, and the next letter takes its place."""
        if self.isHidden():
            self.name.selectAll()
        self.show()
        self.show_found()
        self.focus_name()

    def focus_name(self) -> None:
        """Give the keyboard to the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_next(self) -> None:
        """Be ready for the next name."""
        self._asked = ""
        self.name.clear()
        self.show_found()
        self.focus_name()

    def show_found(self) -> None:
        """Show who is known under what is typed."""
        text = self.name.text().strip()
        self._found = self._find(text) if len(text) >= _LEAST else Namesakes()
        people = self._found.known[:_MOST]
        self.model.set_rows([KnownPerson(person, self._wording.service(person)) for person in people])
        self.table.setCurrentIndex(self.model.index(-1, -1))
        self.table.setFixedHeight(32 + _ROW * len(people))
        self.show_row(self.table, shown=bool(people))
        self._say()
        self.add.setEnabled(bool(text))

    @override
    def retranslate(self) -> None:
        self.name.setPlaceholderText(self.tr("Family name, given name"))
        self.name.setAccessibleName(self.tr("Name of the participant to add"))
        self.add.setText(self.tr("Add as new"))
        self.close_button.set_words(self.tr("Close"), "Esc")
        self.table.setAccessibleName(self.tr("People who are known already"))
        self._say()

    def _say(self) -> None:
        """Say what Enter does, and who is known or listed under the name."""
        asking = self._found.any and self._asked == self.name.text().strip()
        set_role(self.note, "small" if asking else "caption")
        self.note.setText(" ".join(self._sentences(asking=asking)))

    def _sentences(self, *, asking: bool) -> Iterator[str]:
        found = self._found
        strange = self._wording.strange(self.name.text())
        if strange:
            yield strange
        cut = self._wording.cut(self.name.text())
        if cut:
            yield cut
        if found.listed:
            names = ", ".join(f"{item.enrolment.number} {item.person.name}" for item in found.listed[:_FEW])
            yield self.tr("On the list already: No.\u00a0{names}.").format(names=names)
        if found.known:
            yield self.tr("Known already? Go down with the arrow and press Enter there.")
        if asking:
            yield self.tr("Somebody else of this name? Press Enter once more.")
        elif not found.any:
            yield self.tr("Enter adds the person; rank and unit can be typed later.")

    def _enter(self) -> None:
        """Add somebody; ask first where the name is known, and believe the second Enter."""
        text = self.name.text().strip()
        self._found = self._find(text) if text else Namesakes()
        if self._found.any and self._asked != text:
            self._asked = text
            self._say()
        else:
            self._add()

    def _add(self) -> None:
        if self.name.text().strip():
            self.typed.emit(self.name.text())

    def _into_found(self) -> None:
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)


_HEIGHT, _EXAMPLES, _ALL = 54, 3, 40


class SuggestionRow(QWidget):
    """One kind of correction with examples, the button that does it and the one that hides it."""

    def __init__(self, kind: CorrectionKind) -> None:
        name = f"participants_offer_{kind.value}"
        super().__init__()
        self.setObjectName(name)
        stand_at_least(self, _HEIGHT)
        self.kind = kind
        self.words = TwoLines(f"{name}_words")
        self.accept = Button(f"{name}_accept")
        self.hide_button = IconButton(f"{name}_hide", "close", size=32)
        row = FlowRow(self)
        row.setContentsMargins(CARD_PADDING, 0, CARD_PADDING - 10, 0)
        row.setSpacing(12)
        row.addWidget(IconMark(f"{name}_icon", "alert", "late"))
        row.addWidget(self.words, 1)
        row.addWidget(self.accept)
        row.addWidget(self.hide_button)


class SuggestionsCard(Retranslated, Card):
    """Hidden while there is nothing to offer. `accepted` gives the corrections of one kind."""

    accepted = Signal(list)

    def __init__(self, wording: ParticipantWording) -> None:
        super().__init__("participants_offers", titled=False)
        self._wording = wording
        self._found: dict[CorrectionKind, list[Correction]] = {}
        self._hidden: set[tuple[str, CorrectionKind]] = set()
        self._course = ""
        self.rows = {kind: SuggestionRow(kind) for kind in CorrectionKind}
        for kind, row in self.rows.items():
            self.add_row(row)
            row.accept.clicked.connect(lambda _on=False, kind=kind: self.accepted.emit(self._found[kind]))
            withhold("people/people/apply_corrections", row.accept)
            row.hide_button.clicked.connect(lambda _on=False, kind=kind: self._hide(kind))
        self.retranslate()

    def show_offers(self, course: str, found: Sequence[Correction]) -> None:
        """Show what is offered for a course, but for what somebody has put aside."""
        self._course = course
        self._found = {kind: [each for each in found if each.kind is kind] for kind in CorrectionKind}
        self.retranslate()

    @override
    def retranslate(self) -> None:
        for kind, row in self.rows.items():
            found = self._found.get(kind, [])
            self.show_row(row, shown=bool(found) and (self._course, kind) not in self._hidden)
            row.words.set_lines(self._title(kind, len(found)), self._examples(found))
            row.words.setToolTip("\n".join(map(self._example, found[:_ALL])))
            row.accept.setText(self._press(kind))
            row.accept.setAccessibleName(f"{row.accept.text()}: {row.words.title.text()}")
            row.accept.updateGeometry()
            row.hide_button.set_words(self.tr("Not now"))
        self.setVisible(any(not row.isHidden() for row in self.rows.values()))

    def _press(self, kind: CorrectionKind) -> str:
        if kind is CorrectionKind.LETTERS:
            return self.tr("Put right")
        if kind is CorrectionKind.LATIN:
            return self.tr("Take these spellings")
        return self.tr("Take from the names")

    def _title(self, kind: CorrectionKind, count: int) -> str:
        if kind is CorrectionKind.LETTERS:
            return self.tr("Names with letters of an old font or of another alphabet: %n", "", count)
        if kind is CorrectionKind.LATIN:
            return self.tr("No Latin spelling, but the letters show how it may be: %n", "", count)
        return self.tr("Sex is not stated, but the name shows it: %n", "", count)

    def _examples(self, found: Sequence[Correction]) -> str:
        said = [*map(self._example, found[:_EXAMPLES])]
        if left := len(found) - len(said):
            said.append(self.tr("and %n more", "", left))
        return "; ".join(said)

    def _example(self, each: Correction) -> str:
        after = each.after
        if each.kind is CorrectionKind.SEX:
            after = self._wording.people.sex(Sex(each.after))
        return f"{each.before} → {after}"

    def _hide(self, kind: CorrectionKind) -> None:
        self._hidden.add((self._course, kind))
        self.retranslate()
