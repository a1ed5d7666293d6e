"""Giving somebody what is held about them: in which language, and where the two files are written."""

from pathlib import Path
from typing import override

from PySide6.QtWidgets import QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office import subject_access
from trainer_app.actions.office.subject_access import SavedData
from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.texts import DEFAULT, LANGUAGES
from trainer_app.domain.people.persons import Person
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Choice, Layout, Note
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.widgets.file_dialogs import FileDialog

_WIDTH = 440


class HeldForm(FieldsForm):
    """The language is the person's, not the window's: they have to read it."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("held_form", context, host, _WIDTH)
        self._person = Person("", "")
        self.build()

    @override
    def fields(self) -> Layout:
        languages = [(code, each.name) for code, each in LANGUAGES.items()]
        return (
            Note("person", self._person.name, role="body_strong"),
            Note(
                "about",
                self.tr(
                    "All that is kept about this person, with its history and where it went: a PDF to read "
                    "and a JSON for programs. Give them to nobody else; it is noted that you made them."
                ),
                role="second",
            ),
            Choice("language", self.tr("Language of the person"), options=languages),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("What is held about a person"), self.tr("Choose where…")

    def open_person(self, person: Person) -> None:
        """Ask for the language of a person."""
        self._person = person
        self.open_filled(language=DEFAULT)

    @override
    def save(self) -> None:
        """Ask for the folder, and write both files there."""
        self.clear_errors()
        chosen = FileDialog.getExistingDirectory(self, self.tr("Where to write the two files"))
        if chosen:
            self.write(Path(chosen), str(self.value("language")))

    def write(self, folder: Path, language: str) -> None:
        """Write both files off the GUI thread: the whole journal is read for them."""
        key = self._person.key

        def act(work: Workplace, progress: Progress) -> SavedData:
            return subject_access.write(work, key, folder, language, progress)

        self.context.run(self.tr("Writing what is held"), act, done=self._written, failed=self.show_refusal)

    def _written(self, saved: SavedData) -> None:
        self.dismiss()
        words = self.context.words("held.saved", pdf=str(saved.pdf), json=saved.json.name)
        self.context.tell_saved(saved.pdf, self.tr("Saved and checked"), words)
