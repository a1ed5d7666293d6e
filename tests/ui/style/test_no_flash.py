"""Nothing flashes: nothing in the window moves by itself, and a dark one is dark from its first frame on."""

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.contrasts import pixels_of
from tests.ui.driving import settle
from trainer_app.ui.kit.context import PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.first_start import FirstStartPage
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import DARK, LIGHT, Tokens

UI = Path(__file__).resolve().parents[3] / "trainer_app" / "ui"


def test_nothing_is_animated() -> None:
    """Neither an animation nor a film, and of bars that run on by themselves only the one of long work.

    That one is six pixels high: far below the area from which WCAG counts flashes.
    """
    moving = re.compile(r"Q\w*Animation|QTimeLine|QMovie|setRange\(0, 0\)|setCursorFlashTime")
    found = {path.name for path in UI.rglob("*.py") if moving.search(path.read_text(encoding="utf-8"))}
    assert found == {"indicators.py"}


@pytest.mark.parametrize("scheme", [DARK, LIGHT], ids=["dark", "light"])
def test_the_first_frame_has_the_scheme_that_was_chosen(
    scheme: Tokens, qtbot: QtBot, theme: Theme, language: LanguageSwitch, preferences: PreferenceStore
) -> None:
    theme.choose("dark" if scheme.dark else "light")
    window = MainWindow(preferences)
    qtbot.addWidget(window)
    window.show_page(FirstStartPage(language))
    window.show()
    # Nothing that is posted is delivered yet: this is what the first painting brings.
    pixels = pixels_of(window.grab().toImage())
    ground = int(scheme.window[1:], 16)
    assert pixels.count(ground) > len(pixels) / 3, "the page, not a blank window"
    white = sum(pixel == 0xFFFFFF for pixel in pixels)
    assert white < len(pixels) / 100 or not scheme.dark
    settle()
