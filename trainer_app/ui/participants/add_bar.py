"""Adding somebody: a name, Enter. Whoever is known already is found while it is typed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from trainer_app.actions.namesakes import Namesakes
from trainer_app.domain.people import Person
from trainer_app.ui.courses.two_lines import show_two_lines
from trainer_app.ui.people.wording import PeopleWording
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, IconButton, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.models import Column, RowsModel
from trainer_app.ui.widgets.naming import Retranslated, set_role
from trainer_app.ui.widgets.table import TableView

_LEAST, _MOST, _FEW, _ROW = 2, 5, 3, 42

type Finder = Callable[[str], Namesakes]


class NameField(QLineEdit):
    """A name; Down leads to the people found, Esc leaves."""

    down = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass the keys on that do more than typing."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FoundTable(TableView):
    """People found; Up from the first one leads back to the name, Esc leaves."""

    up = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back to the field."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.up.emit()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True)
class Known:
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
    left = Signal()

    def __init__(self, wording: PeopleWording, find: Finder) -> None:
        super().__init__("participants_add_bar", titled=False)
        self._wording, self._find = wording, find
        self._found, self._asked = Namesakes(), ""
        self.name = NameField()
        self.name.setObjectName("participants_add_name")
        self.name.setMaxLength(160)
        self.add = Button("participants_add_confirm", Kind.CHOICE, "adduser")
        self.close_button = IconButton("participants_add_close", "close")
        self.note = label("caption", "participants_add_note", wrap=True)
        columns: tuple[Column[Known], ...] = (
            Column("name", lambda: self.tr("Known already"), lambda known: known.person.name),
        )
        self.model: RowsModel[Known] = RowsModel(
            "participants_found_model", columns, lambda known: known.person.key, self
        )
        self.table = FoundTable("participants_found")
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
        line = QHBoxLayout()
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
        self.name.down.connect(self._into_found)
        self.table.up.connect(self.focus_name)
        self.table.opened.connect(lambda place: self.chosen.emit(self.model.key(place)))
        self.table.clicked.connect(lambda index: self.chosen.emit(self.model.key(index.row())))
        for leave in (self.name.left, self.table.left, self.close_button.clicked):
            leave.connect(self.left)

    def holds_work(self) -> bool:
        """Tell whether a name is typed that is not added yet."""
        return not self.isHidden() and bool(self.name.text().strip())

    def open_bar(self) -> None:
        """Show the bar; what was typed before stays."""
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
        self.model.set_rows([Known(person, self._wording.service(person)) for person in people])
        self.table.setCurrentIndex(self.model.index(-1, -1))
        self.table.setFixedHeight(32 + _ROW * len(people))
        self.show_row(self.table, shown=bool(people))
        self._say()
        self.add.setEnabled(bool(text))

    def retranslate(self) -> None:
        """Set every word."""
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
            yield self.tr("On the list already: No {names}.").format(names=names)
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
