"""Who works here, and how the data is locked."""

from PySide6.QtCore import Signal

from trainer_app.actions import workplace
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.settings.rows import SettingRow
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.forms import ComboBox, text_field
from trainer_app.ui.widgets.naming import Retranslated

_MINUTES = (5, 15, 30, 60, 0)


class PersonCard(Retranslated, Card):
    """`passphrase_asked` opens the panel in which it is changed."""

    passphrase_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("person")
        self._desk = desk
        self.user = text_field("settings_user", desk.work.user, width=200, most=80)
        self.save = Button("settings_user_save")
        self.save.setEnabled(False)
        self.user.textChanged.connect(self._typed)
        self.user.returnPressed.connect(self.save.click)
        self.save.clicked.connect(self._save)
        self.passphrase = Button("settings_passphrase", Kind.PLAIN, "key")
        self.passphrase.clicked.connect(self.passphrase_asked)
        self.minutes = ComboBox("settings_lock")
        self.minutes.setFixedWidth(200)
        self.minutes.activated.connect(self._choose_minutes)
        self._rows = (
            SettingRow("settings_user", self.user, self.save),
            SettingRow("settings_passphrase", self.passphrase),
            SettingRow("settings_lock", self.minutes),
        )
        for row in self._rows:
            self.add_row(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Person and lock"))
        user, passphrase, _ = self._rows
        user.set_words(self.tr("Your name"), self.tr("Beside what you record."))
        self.user.setAccessibleName(self.tr("Your name"))
        self.save.setText(self.tr("Save"))
        passphrase.set_words(self.tr("Passphrase"), self.tr("Opens the data on this computer."))
        self.passphrase.setText(self.tr("Change"))
        self.passphrase.setAccessibleName(self.tr("Change the passphrase"))
        self._show_lock()
        self.minutes.setAccessibleName(self.tr("Lock by itself"))
        self._fill_minutes()

    def _show_lock(self) -> None:
        """Say what it means that the program never locks itself."""
        words = self.tr("When nobody touches the computer.")
        if not self._desk.preferences.now.lock_minutes:
            words = self.tr("Whoever opens the lid can read every name.")
        self._rows[2].set_words(self.tr("Lock by itself"), words)

    def _fill_minutes(self) -> None:
        self.minutes.clear()
        for minutes in _MINUTES:
            words = self.tr("after %n minutes", "", minutes) if minutes else self.tr("never")
            self.minutes.addItem(words, minutes)
        now = self._desk.preferences.now.lock_minutes
        self.minutes.setCurrentIndex(max(self.minutes.findData(now), 0))

    def _choose_minutes(self, place: int) -> None:
        self._desk.preferences.change(lock_minutes=self.minutes.itemData(place))
        self._show_lock()
        self._desk.lock_changed.emit()

    def _typed(self, text: str) -> None:
        self.save.setEnabled(bool(text.strip()) and text.strip() != self._desk.work.user)

    def _save(self) -> None:
        try:
            workplace.change_user(self._desk.work, self.user.text())
        except TrainerError as error:
            self._desk.tell_error(error)
            return
        self._desk.user_changed.emit()
        self.save.setEnabled(False)
        self._desk.tell_good(self.tr("Saved"))
