"""The office's screen over an office with its laptops' files."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.kit.worlds import Exchange
from tests.ui.driving import settle
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import AppContext, Notice, PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.screen import OfficeScreen
from trainer_app.ui.style.theme import Theme


@pytest.fixture
def context(
    qtbot: QtBot, exchange: Exchange, theme: Theme, language: LanguageSwitch, preferences: PreferenceStore
) -> Iterator[AppContext]:
    preferences.change(Preferences.export_folder, str(exchange.stick))
    made = AppContext(exchange.office, theme, language, preferences, synchronous=True)
    yield made
    made.deleteLater()
    settle()


@pytest.fixture
def told(context: AppContext) -> list[Notice]:
    heard: list[Notice] = []
    context.noticed.connect(heard.append)
    return heard


@pytest.fixture
def screen(qtbot: QtBot, context: AppContext) -> OfficeScreen:
    made = OfficeScreen(context)
    qtbot.addWidget(made)
    made.resize(1170, 697)
    made.show()
    settle()
    return made
