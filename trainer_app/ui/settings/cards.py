"""Cards of Settings: language and looks, the user and the passphrase, the office."""

from pathlib import Path
from typing import override

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base import identity, users, workplace_key
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.office import office
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import limit_text
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.system.preferences import Preference, Preferences
from trainer_app.ui.kit.context import AppContext, Notice, file_offers
from trainer_app.ui.kit.file_import import FileImporter
from trainer_app.ui.style.text_size import SIZES, can_change, text_size
from trainer_app.ui.style.theme import ThemeMode
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, Switch, Tick
from trainer_app.ui.widgets.fields import FormRow, text_field
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow, stand_at_least
from trainer_app.ui.widgets.indicators import Chip, Tone
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label
from trainer_app.ui.widgets.overlays import Mood, SidePanel
from trainer_app.ui.widgets.passphrase import NewPassphrase, PassphraseField
from trainer_app.ui.widgets.pickers import ComboBox
from trainer_app.ui.widgets.presses import walk

_LEAST_HEIGHT = 58


class SettingRow(QWidget):
    """Words at the left; one control, or several in their order, at the right."""

    def __init__(self, name: str, *controls: QWidget) -> None:
        super().__init__()
        self.setObjectName(f"{name}_row")
        stand_at_least(self, _LEAST_HEIGHT)
        self.title = label("body", f"{name}_title")
        self.second = FittingLabel("caption", f"{name}_second")
        # What has words of its own keeps them.
        self._unnamed = next((each for each in controls[:1] if not each.accessibleName()), None)
        row = FlowRow(self)
        row.setContentsMargins(CARD_PADDING, 10, 16, 10)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.second)
        words.addStretch(1)
        row.addLayout(words, 1)
        for control in controls:
            row.addWidget(control)

    def set_words(self, title: str, second: str = "") -> None:
        """Set both lines; they also name the first control for a screen reader."""
        self.title.setText(title)
        self.second.setText(second)
        self.second.setVisible(bool(second))
        if self._unnamed is not None:
            self._unnamed.setAccessibleName(title)


_ON, _OFF = "on", "off"


class OnOffRow(Retranslated, SettingRow):
    """A preference that is on or off, with the words of its declaration."""

    def __init__(self, context: AppContext, preference: Preference[bool]) -> None:
        self.switch = Switch(f"settings_{preference.key}", (_ON, _OFF))
        super().__init__(f"settings_{preference.key}", self.switch)
        self._context, self._preference = context, preference
        self.switch.set_value(_ON if context.preferences.now.value_of(preference) else _OFF)
        self.switch.chosen.connect(lambda value: context.preferences.change(preference, value == _ON))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        title, hint = self._preference.title, self._preference.hint
        self.set_words(self._context.words(title), self._context.words(hint) if hint else "")
        #: A switch
        on = self.tr("On")
        #: A switch
        off = self.tr("Off")
        self.switch.set_words(on, off)


class AppearanceCard(Retranslated, Card):
    """Language and theme, which take effect at once, and every preference that is on or off."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("looks")
        self._context = context
        self.language = Switch("settings_language", tuple(LANGUAGES))
        self.language.set_words(*(each.name for each in LANGUAGES.values()))
        self.language.set_value(context.language.code)
        self.language.chosen.connect(context.language.choose)
        self.theme = Switch("settings_theme", tuple(ThemeMode))
        self.theme.set_value(context.theme.mode)
        self.theme.chosen.connect(self._choose_theme)
        context.theme.changed.connect(self._show_theme)
        self.text_size = Switch("settings_text_size", tuple(map(str, SIZES)))
        self.text_size.set_value(str(text_size().percent))
        self.text_size.chosen.connect(self._choose_size)
        self._size_row = SettingRow("settings_text_size", self.text_size)
        self._language_row = SettingRow("settings_language", self.language)
        self._theme_row = SettingRow("settings_theme", self.theme)
        for row in (self._language_row, self._theme_row, self._size_row):
            self.add_row(row)
        if not can_change():
            self._size_row.hide()
        self.switches = {each.key: OnOffRow(context, each) for each in Preferences.declared() if each.title}
        for each in self.switches.values():
            self.add_row(each)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Language and looks"))
        self._language_row.set_words(self.tr("Language"), self.tr("Of the window; papers have their own."))
        #: Heading: colours, size of letters
        self._theme_row.set_words(self.tr("Looks"), "")
        self._size_row.set_words(self.tr("Size of text and buttons"), "")
        self.text_size.set_words(*(limit_text(size * 100, self._context.language.code) for size in SIZES))
        #: Light colours
        light = self.tr("Light")
        self.theme.set_words(self.tr("As the system"), light, self.tr("Dark"))
        self.language.set_value(self._context.language.code)

    def _show_theme(self) -> None:
        self.theme.set_value(self._context.theme.mode)

    def _choose_size(self, percent: str) -> None:
        self._context.preferences.change(Preferences.text_size, int(percent))
        text_size().choose(int(percent))

    def _choose_theme(self, mode: str) -> None:
        self._context.theme.choose(mode)
        self._context.preferences.change(Preferences.theme, mode)


_MINUTES = (5, 15, 30, 60, 0)
_NAME_WIDTH = 240
"""Room for a name of three words, in pixels."""


class UserCard(Retranslated, Card):
    """`passphrase_requested` opens the panel in which it is changed, `new_key_requested` that of the key."""

    passphrase_requested = Signal()
    new_key_requested = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("person")
        self._context = context
        self.user = text_field("settings_user", width=_NAME_WIDTH, most=80)
        self.save = Button("settings_user_save")
        self._show_user()
        self.save.setEnabled(False)
        self.user.textChanged.connect(self._typed)
        context.user_changed.connect(self._show_user)
        self.user.returnPressed.connect(self.save.click)
        self.save.clicked.connect(self._save)
        self.passphrase = Button("settings_passphrase", ButtonKind.PLAIN, "key")
        self.passphrase.clicked.connect(self.passphrase_requested)
        self.new_key = Button("settings_new_key", ButtonKind.PLAIN, "key")
        self.new_key.clicked.connect(self.new_key_requested)
        self.minutes = ComboBox("settings_lock")
        self.minutes.setFixedWidth(200)
        self.minutes.activated.connect(self._choose_minutes)
        self._rows = (
            SettingRow("settings_user", self.user, self.save),
            SettingRow("settings_passphrase", self.passphrase),
            SettingRow("settings_new_key", self.new_key),
            SettingRow("settings_lock", self.minutes),
        )
        for row in self._rows:
            self.add_row(row)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Person and lock"))
        user, passphrase, new_key, _ = self._rows
        user.set_words(self.tr("Your name"), self.tr("Family name first. It stands beside what you record."))
        self.user.setAccessibleName(self.tr("Your name"))
        self.save.setText(self.tr("Save"))
        words = self.tr("Opens the data on this computer.")
        if self._context.work.weak_passphrase:
            words = self.tr("The one of now is soon guessed: a new one would be better.")
        passphrase.set_words(self.tr("Passphrase"), words)
        self.passphrase.setText(self.tr("Change"))
        self.passphrase.setAccessibleName(self.tr("Change the passphrase"))
        words = self.tr("Older backups and key files keep the old key: they open only older data.")
        if workplace_key.is_key_due(self._context.work):
            words = self.tr("A new one is due: it is made when you next type your passphrase.")
        new_key.set_words(self.tr("Key of the data"), words)
        self.new_key.setText(self.tr("New key…"))
        self._show_lock()
        self.minutes.setAccessibleName(self.tr("Lock by itself"))
        self._fill_minutes()

    def _show_lock(self) -> None:
        """Say what it means that the program never locks itself."""
        words = self.tr("When nobody touches the computer.")
        if not self._context.preferences.now.lock_minutes:
            words = self.tr("Whoever opens the lid can read every name.")
        self._rows[3].set_words(self.tr("Lock by itself"), words)

    def _fill_minutes(self) -> None:
        self.minutes.clear()
        for minutes in _MINUTES:
            words = self.tr("after %n minutes", "", minutes) if minutes else self.tr("never")
            self.minutes.addItem(words, minutes)
        now = self._context.preferences.now.lock_minutes
        self.minutes.setCurrentIndex(max(self.minutes.findData(now), 0))

    def _choose_minutes(self, place: int) -> None:
        self._context.preferences.change(Preferences.lock_minutes, self.minutes.itemData(place))
        self._show_lock()
        self._context.lock_changed.emit()

    def _typed(self, text: str) -> None:
        self.save.setEnabled(bool(text.strip()) and text.strip() != self._context.work.user)

    def _show_user(self) -> None:
        """Show the name; one of an office's people has the one that the heads gave."""
        self.user.setText(self._context.ask(users.own_name) or "")
        self.user.setCursorPosition(0)
        self.user.setEnabled(self._context.ask(users.is_alone) is True)

    def _save(self) -> None:
        try:
            users.rename(self._context.work, self.user.text())
        except TrainerError as error:
            self._context.tell_error(error)
            return
        self._context.user_changed.emit()
        self.save.setEnabled(False)
        self._context.tell_good(self.tr("Saved"))


class PassphrasePanel(SidePanel):
    """Emits `changed`. The data is encrypted anew only where the tick asks for that."""

    changed = Signal()

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("passphrase_panel", host)
        self._context = context
        self.old = PassphraseField("old_passphrase", walked_whole=False)
        self.old_row = FormRow("old_passphrase_holder", self.old, self.old.line)
        self.phrase = NewPassphrase("new", stacked=True)
        self.phrase.owner = lambda: context.work.user
        self.new_key = Tick("passphrase_new_key")
        self.new_key.toggled.connect(lambda _on: self._show_note())
        self.note = label("caption", "passphrase_note", wrap=True)
        for part in (self.old_row, self.phrase, self.new_key, self.note):
            self.body.addWidget(part)
        walk(self.old.line, *self.phrase.lines, self.old.eye, *self.phrase.after_lines)
        self.body.addStretch(1)
        self.accepted.connect(self._change)
        self.retranslate()

    def open(self) -> None:
        """Show the panel, empty."""
        self.old.forget()
        self.old_row.clear_error()
        self.phrase.clear()
        self.new_key.setChecked(False)
        self.reveal(self.old.line)

    def holds_work(self) -> bool:
        """No passphrase is kept while the program is locked."""
        return False

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("Change the passphrase"), self.tr("Change"))
        self.old_row.set_words(self.tr("The passphrase until now"))
        self.new_key.setText(self.tr("Also make the key of the data new"))
        self._show_note()

    def _show_note(self) -> None:
        words = self.tr(
            "The passphrase alone locks nobody out: an older backup or key file, with the passphrase of "
            "then, still opens the data of today."
        )
        if self.new_key.isChecked():
            words = _new_key_words(self._context.work)
        self.note.setText(words)

    def _change(self) -> None:
        self.old_row.clear_error()
        if not self.phrase.check():
            return
        old, new = self.old.text(), self.phrase.text()
        if self.new_key.isChecked():
            self._context.run(
                self.tr("Changing the passphrase"),
                lambda work, _progress: workplace_key.check_new_passphrase(work, old, new),
                done=lambda _nothing: self._go_on(new),
                failed=self._refused,
            )
        else:
            self._context.run(
                self.tr("Changing the passphrase"),
                lambda work, _progress: users.change_passphrase(work, old, new),
                done=self._changed,
                failed=self._refused,
            )

    def _go_on(self, passphrase: str) -> None:
        self.dismiss()
        self._context.key_requested.emit(passphrase)

    def _changed(self, chosen: Changes | None) -> None:
        self.dismiss()
        self.changed.emit()
        if chosen is not None:  # who decides with the other heads is known anew
            self._context.changes.announce(chosen, self)
        self._context.tell_good(self.tr("The passphrase is changed"))

    def _refused(self, error: TrainerError) -> None:
        row = self.old_row if error.code == "vault.wrong_passphrase" else self.phrase.row
        row.show_error(self._context.explained(error))


def _new_key_words(work: Workplace) -> str:
    words = QCoreApplication.translate(
        "NewKeyPanel",
        "Database and copies are written anew under another key; whatever opened them before opens nothing "
        "newer.",
    )
    if work.role is Role.OFFICE or not identity.has_office(work):
        return words
    office = QCoreApplication.translate(
        "NewKeyPanel",
        "Until the office has your next file it can help with a lost passphrase by a file only, not by "
        "telephone.",
    )
    return f"{words} {office}"


class NewKeyPanel(SidePanel):
    """Asks for the passphrase, under which the data then gets a new key."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("new_key_panel", host)
        self._context = context
        self.why = label("small", "new_key_why", wrap=True)
        self.passphrase = PassphraseField("new_key_passphrase")
        self.row = FormRow("new_key_holder", self.passphrase)
        self.note = label("caption", "new_key_note", wrap=True)
        for part in (self.why, self.row, self.note):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.accepted.connect(self._check)
        self.retranslate()

    def open(self) -> None:
        """Show the panel, empty."""
        self.passphrase.forget()
        self.row.clear_error()
        self.retranslate()
        self.reveal(self.passphrase.line)

    def holds_work(self) -> bool:
        """No passphrase is kept while the program is locked."""
        return False

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("A new key for the data"), self.tr("Make it new"))
        self.why.setText(
            self.tr(
                "After a USB stick with a backup was lost, a laptop was away, or somebody may have seen "
                "your passphrase. The passphrase stays as it is."
            )
        )
        self.row.set_words(self.tr("Your passphrase"))
        self.note.setText(_new_key_words(self._context.work))

    def _check(self) -> None:
        self.row.clear_error()
        typed = self.passphrase.text()
        self._context.run(
            self.tr("Looking at the passphrase"),
            lambda work, _progress: workplace_key.check_own_passphrase(work, typed),
            done=lambda _nothing: self._go_on(typed),
            failed=lambda error: self.row.show_error(self._context.explained(error)),
        )

    def _go_on(self, passphrase: str) -> None:
        self.dismiss()
        self._context.key_requested.emit(passphrase)


class OfficeEnrolmentCard(Retranslated, Card):
    """On a trainer's laptop two steps; at the office only its code and digits."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("settings_office")
        self._context = context
        self._at_office = context.work.role is Role.OFFICE
        self.chip = Chip("settings_office_chip")
        self.add_to_head(self.chip)
        self.head.setContentsMargins(20, 0, 16, 0)
        self.request = Button("settings_request", ButtonKind.PLAIN, "file")
        self.take = Button("settings_take_in", ButtonKind.PLAIN, "folder")
        self.people = Button("settings_people", ButtonKind.PLAIN, "people")
        self.request.clicked.connect(self._ask_where)
        self.take.clicked.connect(lambda: FileImporter(context).choose(self))
        self.people.clicked.connect(lambda: context.go("office", tab="keys"))
        self._digits = SettingRow("settings_digits")
        self._ask = SettingRow("settings_request", self.request)
        self._join = SettingRow("settings_take_in", self.take)
        self._people = SettingRow("settings_people", self.people)
        for row in (self._digits, self._ask, self._join, self._people):
            self.add_row(row)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        work = self._context.work
        joined = identity.has_office(work)
        self.set_title(self.tr("This office") if self._at_office else self.tr("My office"))
        words = self.tr("Office {code}").format(code=work.office_code) if joined else self.tr("No office yet")
        self.chip.set_chip(words, Tone.GOOD if joined else Tone.QUIET, "check" if joined else "")
        self.show_row(self._ask, shown=not self._at_office)
        self.show_row(self._join, shown=not self._at_office and not joined)
        # A computer of the office that travels has the reports alone.
        self.show_row(self._people, shown=self._at_office and joined and not work.travels)
        self._digits.set_words(self._fingerprint(), self.tr("The digits of this computer, to read aloud"))
        first, anew = self.tr("1. Ask to be enrolled"), self.tr("Ask to be enrolled anew")
        why = self.tr("Writes a small file for the office. It holds no secret.")
        if joined:
            why = self.tr("Where the office had revoked this laptop: writes a small file for it.")
        self._ask.set_words(anew if joined else first, why)
        self.request.setText(self.tr("Write the file"))
        self._join.set_words(
            self.tr("2. Import the office's file"), self.tr("It brings the courses and the keys.")
        )
        self.take.setText(self.tr("Import"))
        self._people.set_words(
            self.tr("People of the office and their roles"),
            self.tr("Who may do what, and the passphrase of each: under Office, Keys."),
        )
        #: A button: shows them
        self.people.setText(self.tr("Open"))

    def write_request(self, target: Path) -> None:
        """Write the request file and say where it lies and which digits to read aloud."""
        written = self._context.ask(office.request, target)
        if written is None:
            return
        path, digits = written

        def said() -> Notice:
            text = self.tr("{file}. Read these digits to the office by telephone: {digits}")
            title, text = self.tr("Saved and checked"), text.format(file=path, digits=digits)
            return Notice(Mood.NOW, title, text, offers=file_offers(path))

        self._context.be_quiet()
        self._context.stand(said)

    def _fingerprint(self) -> str:
        trust = identity.trust_list(self._context.work)
        if self._at_office and trust is not None:
            # Of the list that the keys signed: a server hides the keys themselves from readers.
            return trust.office.fingerprint
        return identity.device_keys(self._context.work).fingerprint

    def _ask_where(self) -> None:
        name = f"{identity.device_code(self._context.work)}-request.json"
        path = FileDialog.ask_where(self, self.request.text(), name, purpose=Purpose.SENDING)
        if path is not None:
            self.write_request(path)
