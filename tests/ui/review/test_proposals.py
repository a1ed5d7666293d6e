"""What a laptop may not change by itself: told there in one sentence, and decided at the office."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.actions.refusing import refused
from tests.kit.worlds import Exchange
from tests.ui.driving import click, press_button, settle
from tests.ui.review.test_screen import choose, context, exchange, screen, show
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.office import office
from trainer_app.actions.review import proposals, review
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.review.contradictions import ReviewKind
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.entry_history import row_of
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.review.item_list import ReviewGroup

__all__ = ["context", "exchange", "screen"]
OFFICE = derive_key("office", "DSH")


def ask_for(work: Workplace, **fields: str) -> Changes:
    """Change on a laptop what only the office may."""
    return work.journal.record(Label("office.step.init"), [Write("office", OFFICE, fields)])


@pytest.fixture
def asked(exchange: Exchange) -> list[str]:
    """Let K7 ask for three things, of which the office learns."""
    for fields in ({"name_en": "One"}, {"name_en": "Two"}, {"country": "TJ"}):
        assert ask_for(exchange.trainer, **fields).waiting == 1
    assert proposals.count_own(exchange.trainer) == 3
    file = sending.export(exchange.trainer, exchange.stick).file
    importing.import_files(exchange.office, [file])
    return [item.id for item in review.list_items(exchange.office) if item.kind is ReviewKind.PROPOSAL]


def test_the_trainer_is_told_that_the_office_has_to_agree(context: AppContext) -> None:
    told: list[Notice] = []
    context.noticed.connect(told.append)
    changes = context.do(lambda work: Changes(Label("office.step.init"), 1, waiting=1))
    assert changes is not None
    assert told[-1].title == "The office has to agree to this"
    assert "next file" in told[-1].text


def test_what_waits_changes_nothing_on_the_laptop_either(exchange: Exchange) -> None:
    before = row_of(exchange.trainer.journal, "office", OFFICE)
    assert ask_for(exchange.trainer, name_en="Mine").waiting == 1
    assert row_of(exchange.trainer.journal, "office", OFFICE) == before
    assert review.count(exchange.trainer) == len(review.list_items(exchange.trainer))
    refused("history.waits", history.undo, exchange.trainer)
    # Where it can be opened is offered, as after any step that cannot be taken back.
    assert exchange.trainer.overruled_steps


def test_the_office_agrees_or_leaves_it(
    qtbot: QtBot, context: AppContext, exchange: Exchange, asked: list[str]
) -> None:
    screen = show(qtbot, context)
    choose(screen, ReviewGroup.PROPOSALS)
    page = screen.item_page
    assert page.title.text() == "Laptop K7 asks to change this"
    assert [side.button.text() for side in page.sides] == ["Leave it as it is", "Agree to the change"]
    assert not page.sides[0].chip.isHidden()
    assert page.evidence.unseen.title.text() == "It changes nothing until the office agrees"
    press_button(screen, "review_side_2_take")
    settle()
    assert row_of(exchange.office.journal, "office", OFFICE)["name_en"] == "One"
    press_button(screen, "review_side_1_take")
    settle()
    assert row_of(exchange.office.journal, "office", OFFICE)["name_en"] == "One"
    assert [item.id for item in review.list_items(exchange.office)[:1]] == asked[2:]


def test_one_press_settles_all_of_a_kind(
    qtbot: QtBot, context: AppContext, exchange: Exchange, asked: list[str]
) -> None:
    screen = show(qtbot, context)
    choose(screen, ReviewGroup.PROPOSALS)
    click(screen.item_page.alike)
    assert screen.item_page.alike.text() == "The same for 1 other of this kind from this laptop"
    assert not screen.item_page.until.isEnabled()
    press_button(screen, "review_side_1_take")
    settle()
    assert proposals.count(exchange.office) == 1


def test_one_press_settles_all_up_to_one(
    qtbot: QtBot, context: AppContext, exchange: Exchange, asked: list[str]
) -> None:
    screen = show(qtbot, context)
    choose(screen, ReviewGroup.PROPOSALS, 2)
    assert "2 more" in screen.item_page.until.text()
    press_button(screen, "review_until")
    press_button(screen, "review_side_2_take")
    settle()
    assert proposals.count(exchange.office) == 0
    shown = row_of(exchange.office.journal, "office", OFFICE)
    assert (shown["name_en"], shown["country"]) == ("Two", "TJ")


def test_a_file_of_a_revoked_laptop_is_looked_at(
    qtbot: QtBot, context: AppContext, exchange: Exchange, tmp_path: Path
) -> None:
    office.revoke(exchange.office, "K7")
    ask_for(exchange.trainer, country="TJ")
    importing.import_files(exchange.office, [sending.export(exchange.trainer, exchange.stick).file])
    screen = show(qtbot, context)
    choose(screen, ReviewGroup.FILES)
    assert screen.file_page.retry.text() == "Look at what it says"
    told: list[Notice] = []
    context.noticed.connect(told.append)
    press_button(screen, "review_file_retry")
    qtbot.waitUntil(lambda: proposals.count(exchange.office) > 0)
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].title == "What it says was read"
    assert told[-1].text.startswith("Nothing of it counts yet")
