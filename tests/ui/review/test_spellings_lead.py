"""Review leads to the spellings of units and places: who looked for them looked there."""

from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.kit.seat import MakeContext
from tests.kit.worlds import Exchange
from tests.ui.driving import find, press_button, settle
from tests.ui.review.test_screen import context, exchange, screen, show
from trainer_app.ui.review.cards import SpellingsLead
from trainer_app.ui.review.item_list import PendingDecisions
from trainer_app.ui.review.screen import ReviewScreen

__all__ = ["context", "exchange", "screen"]


@pytest.mark.parametrize("name", ["review_spellings", "review_empty_spellings"])
def test_review_leads_to_the_panels_of_spellings(name: str, screen: ReviewScreen, qtbot: QtBot) -> None:
    """S3: strangers looked here for one spelling of a unit; it stood in a report that is split by units."""
    gone: list[tuple[str, Any]] = []
    screen.context.place_requested.connect(lambda where, place: gone.append((where, place)))
    if name == "review_empty_spellings":
        screen.model.set_entries([], PendingDecisions().totals())
        screen._show_body()
        settle()
    button = find(screen, SpellingsLead, name)
    press_button(screen, name)
    assert button.choices.isVisible()
    assert [action.text() for action in button.choices.actions()] == ["Units", "Towns and districts"]
    button.choices.close()
    for action in button.choices.actions():
        action.trigger()
    assert gone == [
        ("office", {"tab": "reports", "units": True, "back": True}),
        ("office", {"tab": "reports", "places": True, "back": True}),
    ]


def test_a_laptop_has_no_spellings_to_bring_together(
    qtbot: QtBot, exchange: Exchange, make_context: MakeContext
) -> None:
    laptop = make_context(exchange.trainer)
    shown = show(qtbot, laptop)
    for name in ("review_spellings", "review_empty_spellings"):
        assert find(shown, QWidget, name).isHidden()
