"""Settings: two columns of cards; everything takes effect at once."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from trainer_app.domain.changes import Changes
from trainer_app.ui.backups.restore_panel import RestorePanel
from trainer_app.ui.backups.stick_panel import StickPanel
from trainer_app.ui.settings.about_card import AboutCard, LicencesPanel
from trainer_app.ui.settings.data_card import DataCard
from trainer_app.ui.settings.looks_card import LooksCard
from trainer_app.ui.settings.office_card import OfficeCard
from trainer_app.ui.settings.passphrase_panel import PassphrasePanel
from trainer_app.ui.settings.person_card import PersonCard
from trainer_app.ui.settings.printing_card import PrintingCard
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.screen import Screen
from trainer_app.ui.widgets.columns import TwoColumns
from trainer_app.ui.widgets.header import PageHeader
from trainer_app.ui.widgets.page import Page

_STACK_BELOW = 920


class SettingsScreen(Screen):
    """What can be chosen, and what can be known about the program."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("settings", desk)
        self.header = PageHeader("settings_header")
        self.looks = LooksCard(desk)
        self.person = PersonCard(desk)
        self.office = OfficeCard(desk)
        self.data = DataCard(desk)
        self.about = AboutCard(desk)
        self.printing = PrintingCard(desk)
        self.page = Page("settings_page")
        self._lay_out()
        self.passphrase = PassphrasePanel(desk, self)
        self.stick = StickPanel(desk, self)
        self.restore = RestorePanel(desk, self)
        self.data.stick_asked.connect(self.stick.open)
        self.data.restore_asked.connect(self.restore.open)
        self.stick.written.connect(self.data.show_backup)
        self.restore.ready.connect(desk.restore_ready)
        self.licences: LicencesPanel | None = None
        self.person.passphrase_asked.connect(self.passphrase.open)
        self.about.licences_asked.connect(self._show_licences)
        desk.user_changed.connect(self.office.retranslate)
        self.retranslate()

    def show_place(self, restore: Path | None = None, **_place: object) -> None:
        """Look at a backup that somebody opened; it is put back only by a press."""
        if restore is not None:
            self.restore.open()
            self.restore.look_at_file(restore)

    def first_focus(self) -> QWidget:
        """Start at the first setting."""
        return self.looks.language.button(self.looks.language.value())

    def _lay_out(self) -> None:
        columns = TwoColumns("settings_columns", _STACK_BELOW)
        columns.fill([self.looks, self.person, self.about], [self.office, self.data, self.printing])
        self.page.column.addWidget(self.header)
        self.page.column.addWidget(columns, 1)
        self.column.addWidget(self.page)

    def retranslate(self) -> None:
        """Set every word."""
        self.header.set_words(self.tr("Settings"), self.tr("Everything takes effect at once."))

    def refresh(self) -> None:
        """Show what may have changed elsewhere."""
        self.office.retranslate()
        self.data.show_backup()

    def concerns(self, _changes: Changes) -> bool:
        """Nothing that is recorded is shown here."""
        return False

    def _show_licences(self) -> None:
        if self.licences is None:
            self.licences = LicencesPanel(self)
        self.licences.reveal(self.licences.close_button)
