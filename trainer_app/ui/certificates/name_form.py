"""Correcting a name on the proof list."""

from PySide6.QtWidgets import QWidget

from trainer_app.actions import people
from trainer_app.domain.people import Person
from trainer_app.ui.certificates.name_fields import NameFields
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.shell.desk import Desk


class NameForm(FormPanel):
    """A small form beside the list."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("name_form", desk, host, 440)
        self._person: Person | None = None
        self.fields = NameFields("name_form_fields")
        self.places = {"person.no_name": self.fields.family}
        self.body.addWidget(self.fields)
        self.end_body()
        self.retranslate()

    def open_person(self, person: Person, *, latin: bool) -> None:
        """Show a person's name; start at the Latin spelling if that is what is missing."""
        self._person = person
        self.clear_errors()
        self.fields.show_person(person)
        self.reveal(self.fields.latin.field.line if latin else self.fields.family.field)

    def save(self) -> None:
        """Write what was changed."""
        person, changed = self._person, self.fields.changed_fields()
        if person is None or not changed:
            self.dismiss()
            return
        self.submit(lambda: people.change_person(self.desk.work, person.key, changed))

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        super().retranslate()
        self.set_words(self.tr("Name on the certificate"), self.tr("Save"))
