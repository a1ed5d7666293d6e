"""Buttons of Review that no other test presses."""

from pathlib import Path

import msgspec
from pytestqt.qtbot import QtBot

from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.worlds import Exchange
from tests.ui.driving import click, press_button, type_text
from tests.ui.review.test_screen import choose, context, exchange, screen, show
from tests.ui.today.test_screen import asked
from trainer_app.actions.attendance import reconciliation
from trainer_app.actions.base import identity, workplace
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.review import review
from trainer_app.bundle.layout import BundleContent
from trainer_app.bundle.packing import write_bundle
from trainer_app.store.exchange.transfers import all_lines
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.review.item_list import ReviewGroup
from trainer_app.ui.review.screen import ReviewScreen

__all__ = ["context", "exchange", "screen"]


def test_a_third_value_is_given_up_by_its_button(screen: ReviewScreen, exchange: Exchange) -> None:
    choose(screen, ReviewGroup.CONTRADICTIONS, 1)
    waiting = review.count(exchange.office)
    click(screen.item_page.other_button)
    type_text(screen.item_page.other.text, "Ҳакимзода")
    press_button(screen, "review_other_cancel")
    assert screen.item_page.other.isHidden()
    assert review.count(exchange.office) == waiting


def test_the_course_is_opened_from_what_was_signed(
    qtbot: QtBot, context: AppContext, exchange: Exchange
) -> None:
    """The signed sheet is evidence for a contradiction of marks: the way to it stands beside it."""
    fifth = exchange.sessions[4]
    day = next(
        state.day for state in reconciliation.sheets(exchange.office, exchange.course) if 5 in state.numbers
    )
    reconciliation.sign_rest(exchange.office, exchange.course, day)
    screen = show(qtbot, context)
    choose(screen, ReviewGroup.CONTRADICTIONS)
    places = asked(context)
    press_button(screen, "review_signed_button")
    ((name, place),) = places
    assert (name, place["course"], place["session"]) == ("courses", exchange.course, fifth)


def test_a_file_of_a_laptop_that_nobody_knows_leads_to_enrolling_it(
    qtbot: QtBot, tmp_path: Path, exchange: Exchange, context: AppContext
) -> None:
    stranger = workplace.create(
        DataFolder(tmp_path / "stranger"),
        PASSPHRASE,
        user_name="F. Saidzoda",
        clock=exchange.clock,
        cost=CHEAP,
    )
    lines = [line for _, line in all_lines(exchange.trainer.database)]
    trust = identity.trust_list(exchange.office)
    assert trust is not None
    header = msgspec.structs.replace(
        sending.make_header(stranger, "sync", 1, len(lines)), office="DSH", device="K5"
    )
    targets = [trust.office.recipient, trust.office.recovery]
    path = exchange.stick / "stranger.tsync"
    path.write_bytes(write_bundle(BundleContent(header, lines), identity.device_keys(stranger), targets))
    stranger.close()
    importing.import_files(exchange.office, [path])
    screen = show(qtbot, context)
    choose(screen, ReviewGroup.FILES)
    places = asked(context)
    press_button(screen, "review_file_enrol")
    assert places == [("office", {"tab": "laptops"})]
