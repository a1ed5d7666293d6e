"""What tests of the office's reports share."""

import pytest
from pytestqt.qtbot import QtBot

from tests.kit.seat import MakeContext
from tests.kit.worlds import Exchange
from tests.ui.driving import settle
from trainer_app.ui.office.reports import ReportPage


@pytest.fixture
def at_office(qtbot: QtBot, exchange: Exchange, make_context: MakeContext) -> ReportPage:
    """Show the report of an office that decides for everybody."""
    context = make_context(exchange.office)
    made = ReportPage(context)
    qtbot.addWidget(made)
    made.show()
    made.show_report()
    settle()
    return made
