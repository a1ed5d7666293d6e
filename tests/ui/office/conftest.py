"""What tests of the office's reports share."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.kit.worlds import Exchange
from tests.ui.driving import settle
from trainer_app.ui.kit.context import AppContext, PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.reports import ReportPage
from trainer_app.ui.style.theme import Theme


@pytest.fixture
def at_office(
    qtbot: QtBot, exchange: Exchange, theme: Theme, language: LanguageSwitch, preferences: PreferenceStore
) -> Iterator[ReportPage]:
    """Show the report of an office that decides for everybody."""
    context = AppContext(exchange.office, theme, language, preferences, synchronous=True)
    made = ReportPage(context)
    qtbot.addWidget(made)
    made.show()
    made.show_report()
    settle()
    yield made
    made.hide()
    context.deleteLater()
    settle()
