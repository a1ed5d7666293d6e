"""What is known of one person, line by line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from trainer_app.domain.people import Person, Sex
from trainer_app.ui.people.wording import PeopleWording
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_FIELDS = ("latin", "sex", "rank", "unit", "duty_district", "phone", "email", "birth_year")
_ALWAYS = 5
"""The first five are shown even when nothing is known, so that what is missing is seen."""


class DataCard(Retranslated, Card):
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
        for place, name in enumerate(_FIELDS):
            self.captions[name].setBuddy(self.values[name])
            grid.addWidget(self.captions[name], place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.values[name], place, 1, Qt.AlignmentFlag.AlignTop)
            self.values[name].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add_body().addLayout(grid)
        self.erase = Button("person_erase", Kind.GHOST)
        self._foot = self.add_foot(50)
        self._foot.setContentsMargins(CARD_PADDING - 10, 0, CARD_PADDING, 0)
        self._foot.addWidget(self.erase)
        self._foot.addStretch(1)
        self.retranslate()

    def show_person(self, person: Person) -> None:
        """Show a person's data."""
        self._person = person
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Data"))
        self.erase.setText(self.tr("Erase this person's data…"))
        captions = {
            "latin": self.tr("Latin spelling"),
            "sex": self.tr("Sex"),
            "rank": self.tr("Rank"),
            "unit": self.tr("Unit"),
            "duty_district": self.tr("Duty district"),
            "phone": self.tr("Telephone"),
            "email": self.tr("E-mail"),
            "birth_year": self.tr("Year of birth"),
        }
        for name, words in captions.items():
            self.captions[name].setText(words)
        person = self._person
        if person is None:
            return
        for place, name in enumerate(_FIELDS):
            value = self._value(person, name)
            self.values[name].setText(value or "–")
            self.values[name].setAccessibleName(f"{captions[name]}: {value}")
            for part in (self.captions[name], self.values[name]):
                part.setVisible(bool(value) or place < _ALWAYS)

    def _value(self, person: Person, name: str) -> str:
        if name == "sex":
            return self._wording.sex(person.sex) if person.sex is not Sex.UNKNOWN else ""
        if name == "rank":
            return self._wording.rank(person.rank)
        return str(getattr(person, name) or "")
