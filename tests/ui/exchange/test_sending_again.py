"""What was sent before goes again until the office confirms, and is not called new."""

import pytest
from pytestqt.qtbot import QtBot

from tests.kit.seat import MakeContext
from tests.kit.worlds import Exchange
from tests.ui.driving import settle
from tests.ui.exchange.test_sending import Sticks, show
from trainer_app.actions.attendance import attendance
from trainer_app.actions.exchange import outstanding
from trainer_app.domain.attendance.marks import Mark
from trainer_app.ui.exchange.screen import BandState, SendScreen
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.devices import Drive


@pytest.fixture
def context(exchange: Exchange, make_context: MakeContext) -> AppContext:
    return make_context(exchange.trainer)


@pytest.fixture
def screen(qtbot: QtBot, context: AppContext, exchange: Exchange) -> SendScreen:
    stick = Drive(exchange.stick, "KINGSTON (E:)", 14_600_000_000, 15_400_000_000, True)
    return show(qtbot, context, Sticks([stick]))


def test_nothing_new_is_said_and_can_be_sent_all_the_same(screen: SendScreen) -> None:
    count = screen.what.total.value.text()
    assert screen.band.title.text() == "Nothing new since DSH-K7-0002"
    assert screen.band.text.text().startswith(
        f"{count} changes sent before will be in the next file again, until the office confirms. To "
    )
    assert screen.band.button.isEnabled()


def test_what_was_sent_is_not_called_new_without_a_stick_either(
    qtbot: QtBot, context: AppContext, exchange: Exchange
) -> None:
    screen = show(qtbot, context, Sticks([]))
    count = screen.what.total.value.text()
    assert (screen.band.state, screen.band.title.text()) == (
        BandState.NOT_READY,
        "Nothing new since DSH-K7-0002",
    )
    assert screen.band.text.text().endswith(
        "until the office confirms. Put in a USB stick, or choose a folder."
    )
    context.do(attendance.mark, exchange.enrolments[0], exchange.sessions[0], Mark.EXCUSED)
    settle()
    assert screen.band.title.text() == "1 new change ready to send"
    assert outstanding.unsent(exchange.trainer) == 1
    assert screen.band.text.text().startswith(f"{count} changes sent before")
    screen.what.everything.setChecked(True)
    assert "new" not in screen.band.title.text(), "asked for from the beginning, all of it goes"
