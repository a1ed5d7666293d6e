"""Whose laptop this is: asking an office to be enrolled, taking in its first file, the digits to compare."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from trainer_app.actions import identity, office
from trainer_app.actions.workplace import Role
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.settings.rows import SettingRow
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.taking_in import TakingIn
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.chips import Chip, Tone
from trainer_app.ui.widgets.naming import Retranslated


class OfficeCard(Retranslated, Card):
    """On a trainer's laptop two steps; at the office only its code and digits."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("settings_office")
        self._desk = desk
        self._at_office = desk.work.role is Role.OFFICE
        self.chip = Chip("settings_office_chip")
        self.add_to_head(self.chip)
        self.head.setContentsMargins(20, 0, 16, 0)
        self.request = Button("settings_request", Kind.PLAIN, "file")
        self.take = Button("settings_take_in", Kind.PLAIN, "folder")
        self.request.clicked.connect(self._ask_where)
        self.take.clicked.connect(lambda: TakingIn(desk).choose(self))
        self._digits = SettingRow("settings_digits")
        self._ask = SettingRow("settings_request", self.request)
        self._join = SettingRow("settings_take_in", self.take)
        self.add_row(self._digits)
        if not self._at_office:
            self.add_row(self._ask)
            self.add_row(self._join)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word, and what is known of the office."""
        work = self._desk.work
        joined = identity.has_office(work)
        self.set_title(self.tr("This office") if self._at_office else self.tr("My office"))
        code = work.office_code
        words = self.tr("Office {code}").format(code=code) if joined else self.tr("No office yet")
        self.chip.set_chip(words, Tone.GOOD if joined else Tone.QUIET, "check" if joined else "")
        self._digits.set_words(self._fingerprint(), self.tr("The digits of this computer, to read aloud"))
        self._ask.set_words(
            self.tr("1. Ask to be enrolled"),
            self.tr("Writes a small file for the office. It holds no secret."),
        )
        self.request.setText(self.tr("Write the file"))
        self._join.set_words(
            self.tr("2. Take in the office's file"), self.tr("It brings the courses and the keys.")
        )
        self.take.setText(self.tr("Take in"))

    def write_request(self, target: Path) -> None:
        """Write the request file and say where it lies and which digits to read aloud."""
        try:
            path, digits = office.request(self._desk.work, target)
        except TrainerError as error:
            self._desk.tell_error(error)
            return
        text = self.tr("{file}. Read these digits to the office by telephone: {digits}")
        self._desk.tell_good(self.tr("Saved and checked"), text.format(file=path, digits=digits))

    def _fingerprint(self) -> str:
        if self._at_office:
            return identity.office_keys(self._desk.work).fingerprint
        return identity.device_keys(self._desk.work).fingerprint

    def _ask_where(self) -> None:
        start = str(Path.home() / f"{identity.device_code(self._desk.work)}-request.json")
        chosen, _ = QFileDialog.getSaveFileName(self, self.request.text(), start)
        if chosen:
            self.write_request(Path(chosen))
