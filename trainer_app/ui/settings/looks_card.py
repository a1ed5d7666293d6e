"""Language, looks and sounds; all change at once and stay."""

from trainer_app.domain.texts import LANGUAGES
from trainer_app.ui.settings.rows import SettingRow
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.language import FORMATS
from trainer_app.ui.shell.theme import Mode
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.choices import Switch
from trainer_app.ui.widgets.naming import Retranslated

_ON, _OFF = "on", "off"


class LooksCard(Retranslated, Card):
    """Three switches."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("looks")
        self._desk = desk
        self.language = Switch("settings_language", LANGUAGES)
        self.language.set_words(*(FORMATS[code].name for code in LANGUAGES))
        self.language.set_value(desk.language.code)
        self.language.chosen.connect(desk.language.choose)
        self.theme = Switch("settings_theme", tuple(Mode))
        self.theme.set_value(desk.theme.mode)
        self.theme.chosen.connect(self._choose_theme)
        desk.theme.changed.connect(self._show_theme)
        self.sounds = Switch("settings_sounds", (_ON, _OFF))
        self.sounds.set_value(_ON if desk.preferences.now.sounds else _OFF)
        self.sounds.chosen.connect(self._choose_sounds)
        self._language_row = SettingRow("settings_language", self.language)
        self._theme_row = SettingRow("settings_theme", self.theme)
        self._sounds_row = SettingRow("settings_sounds", self.sounds)
        for row in (self._language_row, self._theme_row, self._sounds_row):
            self.add_row(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Language and looks"))
        self._language_row.set_words(self.tr("Language"), self.tr("Of the window; papers have their own."))
        self._theme_row.set_words(self.tr("Looks"), "")
        self.theme.set_words(self.tr("As the system"), self.tr("Light"), self.tr("Dark"))
        self._sounds_row.set_words(self.tr("Sounds"), self.tr("When a badge is scanned."))
        self.sounds.set_words(self.tr("On"), self.tr("Off"))
        self.language.set_value(self._desk.language.code)

    def _show_theme(self) -> None:
        self.theme.set_value(self._desk.theme.mode)

    def _choose_theme(self, mode: str) -> None:
        self._desk.theme.choose(mode)
        self._desk.preferences.change(theme=mode)

    def _choose_sounds(self, value: str) -> None:
        self._desk.preferences.change(sounds=value == _ON)
