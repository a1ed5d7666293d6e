"""Light and dark, chosen or following the system; icons and fonts that go with them."""

import gc

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QImage, QRawFont
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.navigation import SCREENS
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.style.theme import (
    FAMILY,
    NARROW,
    Theme,
    ThemeMode,
    font,
    icon,
    icon_names,
    metrics,
    pixmap,
    program_icon,
    style_sheet,
    tokens,
)
from trainer_app.ui.style.tokens import DARK, LIGHT
from trainer_app.ui.widgets.labels import label


def inked(picture: QImage) -> set[str]:
    """Return the colours of the fully opaque points of a picture."""
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    colours = (picture.pixelColor(x, y) for x, y in points)
    return {colour.name().upper() for colour in colours if colour.alpha() == 255}


def test_a_chosen_scheme_is_shown_everywhere(qtbot: QtBot, theme: Theme) -> None:
    words = label("body", "words", "Ғафуров")
    qtbot.addWidget(words)
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert tokens() is DARK
    assert theme.scheme is DARK
    words.ensurePolished()
    assert words.palette().color(words.foregroundRole()).name().upper() == DARK.text
    theme.choose("light")
    assert tokens() is LIGHT
    assert words.palette().color(words.foregroundRole()).name().upper() == LIGHT.text


def test_the_system_is_followed_only_when_asked(qapp: QApplication, theme: Theme) -> None:
    theme.choose("system")
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.mode is ThemeMode.SYSTEM
    assert tokens() is (DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT)
    theme.choose("dark")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert tokens() is DARK


def test_an_unknown_choice_follows_the_system(theme: Theme) -> None:
    theme.choose("purple")
    assert theme.mode is ThemeMode.SYSTEM


def test_placeholders_have_their_own_colour(theme: Theme) -> None:
    """With only a colour in the sheet they would fall to 3.25 : 1."""
    assert f"placeholder-text-color: {LIGHT.text3}" in style_sheet(tokens())


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_draws_something_in_the_colour_asked_for(theme: Theme, name: str) -> None:
    picture = pixmap(name, 40, "absent", 2.0)
    assert picture.size() == QSize(80, 80)
    assert QColor(LIGHT.absent).name().upper() in inked(picture.toImage())


def test_icons_follow_the_theme_by_themselves(theme: Theme) -> None:
    sent = icon("send", "accent")
    light = inked(sent.pixmap(QSize(40, 40), 2.0).toImage())
    theme.choose("dark")
    dark = inked(sent.pixmap(QSize(40, 40), 2.0).toImage())
    assert LIGHT.accent in light
    assert DARK.accent in dark


def test_the_rail_has_its_icons() -> None:
    assert {spec.icon for spec in SCREENS} <= set(icon_names())


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_four_weights_look_different_and_hold_every_tajik_letter(theme: Theme, weight: int) -> None:
    assert QFontInfo(font(14, weight)).family() == FAMILY
    assert QFontInfo(font(14, weight)).weight() == weight
    raw = QRawFont.fromFont(font(14, weight))
    assert all(raw.supportsCharacter(ord(letter)) for letter in "ҒӢҚӮҲҶғӣқӯҳҷ")


def test_words_are_as_wide_on_windows_as_they_are_here(qtbot: QtBot, theme: Theme) -> None:
    """Hinting makes them up to 3 % wider there, and cuts them off; the style sheet must not bring it back."""
    wanted = QFont.HintingPreference.PreferNoHinting
    drawn = [font(size, weight) for size in (12, 14, 20) for weight in (400, 700)]
    drawn.append(font(narrow=True))
    assert {each.hintingPreference() for each in drawn} == {wanted}
    shown = [
        label("title", "title", "Ғафуров"),
        QPushButton("Қабул"),
        QLineEdit("Ҳаким"),
        QComboBox(),
        QTableWidget(1, 1),
    ]
    for widget in shown:
        qtbot.addWidget(widget)
        widget.ensurePolished()
        assert widget.font().hintingPreference() == wanted, type(widget).__name__


def test_the_narrow_cut_is_narrower(theme: Theme) -> None:
    assert QFontInfo(font(12, 600, narrow=True)).family() == NARROW
    narrow = metrics(12, 600, narrow=True).horizontalAdvance("14/25")
    assert narrow < metrics(12, 600).horizontalAdvance("14/25")


class Watching(QWidget):
    """Notes whether Python may delete widgets while Qt tells all of them that something changed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("watching")
        self.seen: dict[QEvent.Type, bool] = {}

    def changeEvent(self, event: QEvent) -> None:
        self.seen[event.type()] = gc.isenabled()
        super().changeEvent(event)


def test_no_widget_is_collected_while_all_of_them_are_told(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch
) -> None:
    watching = Watching()
    qtbot.addWidget(watching)
    watching.show()
    watching.seen.clear()
    theme.choose("dark")
    language.choose("ru")
    assert watching.seen[QEvent.Type.PaletteChange] is watching.seen[QEvent.Type.StyleChange] is False
    assert gc.isenabled()


@pytest.mark.parametrize("size", [16, 24, 32, 48, 256])
def test_the_icon_of_the_program_is_a_tick_on_a_sheet_in_every_size(size: int) -> None:
    picture = program_icon().pixmap(size, size).toImage()
    ground, sheet = picture.pixelColor(size // 8, size // 2), picture.pixelColor(size // 2, size * 7 // 16)
    assert ground.name().upper() == LIGHT.accent
    assert sheet.lightness() > 200, "the sheet can be told from its ground"
    dark = [picture.pixelColor(x, size * 10 // 16).lightness() for x in range(size // 3, size * 2 // 3)]
    assert min(dark) < 120, "and the tick from the sheet"
    assert picture.pixelColor(0, 0).alpha() < 128, "its corners are round"


def test_the_window_bears_it(window: MainWindow) -> None:
    shown = window.windowIcon().pixmap(32, 32).toImage()
    assert shown == program_icon().pixmap(32, 32).toImage()
