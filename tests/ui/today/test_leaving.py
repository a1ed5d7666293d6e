"""Today says that names leave this laptop, a week before; "Not yet" keeps them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.kit.worlds import Exchange
from tests.ui.driving import click, settle
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.exchange import dropping, importing, packs, sending
from trainer_app.actions.office import erasing
from trainer_app.domain.office.erasing import NOTICE_DAYS, RetentionRules
from trainer_app.ui.today.screen import TodayScreen

DAY = 24 * 60


@pytest.fixture
def exchange(tmp_path: Path) -> Iterator[Exchange]:
    with worlds.exchanged(tmp_path / "exchange").do(let_go_after_ten_days).open() as made:
        yield Exchange.of(made)


def let_go_after_ten_days(story: Story) -> None:
    """Close the course, and let the office hold all of it and say that laptops let go after ten days."""
    opened = Exchange.of(story)
    opened.clock.advance(minutes=10 * DAY)
    courses.close_course(opened.trainer, opened.course)
    erasing.set_rules(opened.office, RetentionRules(None, 10))
    importing.import_files(opened.office, [opened.waiting])
    importing.import_files(opened.office, [sending.export(opened.trainer, opened.stick).file])
    pack = packs.export_pack(opened.office, "K7", opened.stick, courses=[opened.course])
    importing.import_files(opened.trainer, [pack.file])


@pytest.fixture
def screen(qtbot: QtBot, exchange: Exchange, make_context: MakeContext) -> TodayScreen:
    context = make_context(exchange.trainer)
    made = TodayScreen(context)
    qtbot.addWidget(made)
    made.resize(1150, 697)
    made.show()
    settle()
    return made


def test_nothing_is_said_before_its_time(screen: TodayScreen) -> None:
    screen.refresh()
    assert not screen.leaving.isVisible()


def test_it_is_said_a_week_before_and_can_wait(screen: TodayScreen, exchange: Exchange) -> None:
    exchange.clock.advance(minutes=(10 - NOTICE_DAYS) * DAY)
    screen.refresh()
    settle()
    row = screen.leaving.rows[0]
    assert screen.leaving.isVisible()
    assert "names leave this laptop" in row.words.title.text()
    assert row.button.text() == "Not yet"
    click(row.button)
    screen.refresh()
    settle()
    assert not screen.leaving.isVisible()
    exchange.clock.advance(minutes=NOTICE_DAYS * DAY)
    assert dropping.drop_due(exchange.trainer) == []


def test_afterwards_it_is_said_that_they_have_left(screen: TodayScreen, exchange: Exchange) -> None:
    exchange.clock.advance(minutes=(10 - NOTICE_DAYS) * DAY)
    screen.refresh()
    exchange.clock.advance(minutes=NOTICE_DAYS * DAY)
    dropping.resume(exchange.trainer)
    assert enrolments.list_enrolments(exchange.trainer, exchange.course) == []
    screen.refresh()
    settle()
    assert "have left" in screen.leaving.rows[0].words.title.text()
