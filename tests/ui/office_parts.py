"""The office's screen over an office with its laptops' files."""

import pytest
from pytestqt.qtbot import QtBot

from tests.kit.seat import MakeContext
from tests.kit.worlds import Exchange
from tests.ui.driving import settle
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import AppContext, Notice, PreferenceStore
from trainer_app.ui.office.screen import OfficeScreen


@pytest.fixture
def context(exchange: Exchange, preferences: PreferenceStore, make_context: MakeContext) -> AppContext:
    preferences.change(Preferences.export_folder, str(exchange.stick))
    return make_context(exchange.office)


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
