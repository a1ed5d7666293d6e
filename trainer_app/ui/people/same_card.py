"""Who may be the same person, with reasons, and who was joined: both ways, each with its way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.matching import Candidate
from trainer_app.domain.people import Person
from trainer_app.system.messages import label_text
from trainer_app.ui.people.wording import PeopleWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

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
        self.open_button = Button(f"{name}_open", Kind.GHOST, text=person.name)
        self.same_button = Button(f"{name}_join", Kind.CHOICE)
        self.different_button = Button(f"{name}_not", Kind.CHOICE)
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

    def retranslate(self) -> None:
        """Set the words of the answers."""
        self.same_button.setText(self.tr("Join"))
        self.same_button.setAccessibleName(
            self.tr("Join with {name}: it is the same person").format(name=self.person.name)
        )
        self.different_button.setText(self.tr("Not the same"))
        self.different_button.setAccessibleName(
            self.tr("{name} is not the same person").format(name=self.person.name)
        )


class SameCard(Retranslated, Card):
    """Candidates for one person."""

    same = Signal(str)
    different = Signal(str)
    opened = Signal(str)

    def __init__(self, desk: Desk, wording: PeopleWording) -> None:
        super().__init__("person_same")
        self._desk, self._wording = desk, wording
        self._found: list[tuple[Person, Candidate, tuple[str, ...]]] = []
        self.rows: list[CandidateRow] = []
        self.retranslate()

    def show_candidates(self, found: list[tuple[Person, Candidate, tuple[str, ...]]]) -> None:
        """Show people with the reasons and the codes of their courses; the card hides without any."""
        self._found = found
        self.setVisible(bool(found))
        self.clear_rows()
        self.rows = []
        for place, (person, candidate, codes) in enumerate(found):
            service = self._wording.service(person)
            lines = (
                [" · ".join(part for part in (service, ", ".join(codes)) if part)] if service or codes else []
            )
            language = self._desk.language.code
            lines += [label_text(reason, language) for reason in candidate.reasons[:_MOST_REASONS]]
            row = CandidateRow(place, person, lines)
            row.same.connect(self.same)
            row.different.connect(self.different)
            row.opened.connect(self.opened)
            self.rows.append(row)
            self.add_row(row)

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("May be the same person"))
        self.show_candidates(self._found)


class JoinedCard(Retranslated, Card):
    """People who were joined into this one; each can be parted again."""

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
        for place, person in enumerate(people):
            name = f"person_joined_{place}"
            holder = QWidget()
            holder.setObjectName(name)
            words = QVBoxLayout()
            words.setSpacing(1)
            words.addWidget(label("body", f"{name}_name", person.name, wrap=True))
            words.addWidget(label("caption", f"{name}_second", self._wording.service(person), wrap=True))
            part = Button(f"{name}_part", Kind.GHOST, text=self.tr("Part again"))
            part.setAccessibleName(self.tr("Part {name} again").format(name=person.name))
            part.clicked.connect(lambda _on=False, key=person.key: self.parted.emit(key))
            row = QHBoxLayout(holder)
            row.setContentsMargins(CARD_PADDING, 10, CARD_PADDING - 10, 10)
            row.addLayout(words, 1)
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
            self.buttons.append(part)
            self.add_row(holder)

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Joined with"))
        self.show_joined(self._people)
