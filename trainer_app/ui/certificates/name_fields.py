"""A person's name as it will be printed: three parts, and the Latin spelling of the passport."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.journal import Value
from trainer_app.domain.latin import suggest_latin
from trainer_app.domain.people import Person
from trainer_app.ui.people.latin_field import LatinField
from trainer_app.ui.widgets.forms import FormRow, text_field
from trainer_app.ui.widgets.naming import Retranslated


class NameFields(Retranslated, QWidget):
    """Shows a person; `changed_fields` tells only what was typed differently."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._person = Person("", "")
        self.family = FormRow(f"{name}_family", text_field(f"{name}_family", most=80))
        self.given = FormRow(f"{name}_given", text_field(f"{name}_given", most=80))
        self.patronymic = FormRow(f"{name}_patronymic", text_field(f"{name}_patronymic", most=80))
        self.latin = FormRow(f"{name}_latin", LatinField(f"{name}_latin"))
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(self.given, 1, Qt.AlignmentFlag.AlignTop)
        pair.addWidget(self.patronymic, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.family)
        column.addLayout(pair)
        column.addWidget(self.latin)
        for row in (self.family, self.given):
            row.field.textChanged.connect(self._suggest)
        self.retranslate()

    def show_person(self, person: Person) -> None:
        """Show a person's name."""
        self._person = person
        self.family.field.setText(person.family)
        self.given.field.setText(person.given)
        self.patronymic.field.setText(person.patronymic)
        self.latin.field.line.setText(person.latin)
        self._suggest()

    def changed_fields(self) -> dict[str, Value]:
        """Return what is different from the person as shown, by the names of the action."""
        person = self._person
        typed = {
            "family": (self.family.field.text(), person.family),
            "given": (self.given.field.text(), person.given),
            "patronymic": (self.patronymic.field.text(), person.patronymic),
            "latin": (self.latin.field.line.text(), person.latin),
        }
        return {name: new.strip() for name, (new, old) in typed.items() if new.strip() != old}

    def retranslate(self) -> None:
        """Set every word."""
        self.family.set_words(self.tr("Family name"))
        self.given.set_words(self.tr("Given name"))
        self.patronymic.set_words(self.tr("Patronymic"))
        self.latin.set_words(self.tr("In Latin letters"), self.tr("As it stands in the passport"))

    def _suggest(self) -> None:
        self.latin.field.set_suggestion(
            suggest_latin(self.family.field.text().strip(), self.given.field.text().strip())
        )
