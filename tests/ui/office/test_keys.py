"""The tab of keys: what is refused says so beside its field, and no key from paper is kept."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea

from tests.kit.worlds import Exchange
from tests.ui.driving import click, settle, type_text
from tests.ui.office_parts import context, screen
from trainer_app.actions.office import key_papers, office, recovery
from trainer_app.actions.office.recovery import Attempt
from trainer_app.bundle import sealing
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.domain.office.backups import PaperStep
from trainer_app.domain.office.erasing import PAPERS_HELD, HeldPapers
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.kit.devices import Drive
from trainer_app.ui.office.keys_page import KeysPage
from trainer_app.ui.office.screen import TABS, OfficeScreen

__all__ = ["context", "screen"]


@pytest.fixture
def page(screen: OfficeScreen) -> KeysPage:
    screen.show_place(tab="keys")
    settle()
    screen.key_page.screen_kept = screen  # type: ignore[attr-defined]
    assert screen.tabs.currentIndex() == TABS.index("keys")
    return screen.key_page


@pytest.fixture
def request_file(exchange: Exchange, stick: Path) -> Path:
    """Let the first laptop ask, as if its passphrase were forgotten."""
    attempt = Attempt(exchange.trainer.folder, "a passphrase to come", exchange.clock, KdfCost())
    recovery.ask(attempt, "Дилбар")
    return recovery.write_request(exchange.trainer.folder, stick / "request.json")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_what_gets_the_keyboard_first_is_in_sight_without_scrolling(
    page: KeysPage, screen: OfficeScreen
) -> None:
    first = screen.first_focus()
    first.setFocus()
    settle()
    assert first.hasFocus()
    areas = [each for each in screen.findChildren(QScrollArea) if each.isAncestorOf(page)]
    assert areas
    assert all(each.verticalScrollBar().value() == 0 for each in areas)


def test_the_office_s_digits_are_there_to_be_read_out(page: KeysPage) -> None:
    assert len(page.digits.text().split()) == 6


def test_a_wrong_paper_answers_nothing_and_says_so(
    page: KeysPage, request_file: Path, stick: Path, context: AppContext
) -> None:
    panel = page.rescue_panel
    panel.place.field._look = lambda: [Drive(stick, "KINGSTON (E:)", 10, 20, True)]
    click(page.rescue.button)
    panel.read(request_file)
    assert panel.who.text() == "Д. Назарова (laptop K7)", "whose it is, not what the request says of itself"
    type_text(panel.key.field, sealing.new_identity())
    click(panel.accept_button)
    assert "another office" in panel.key.error.text()
    panel.key.field.clear()
    type_text(panel.key.field, "AGE-SECRET-KEY-1 NOT A KEY")
    click(panel.accept_button)
    assert "letter by letter" in panel.key.error.text()
    assert not list(stick.glob("*.age"))
    assert not panel.holds_work(), "no key is kept while the program is locked"


def test_what_is_no_request_is_refused_beside_the_button(page: KeysPage, stick: Path) -> None:
    (stick / "letter.json").write_text("{}")
    click(page.rescue.button)
    page.rescue_panel.read(stick / "letter.json")
    assert not page.rescue_panel.file.error.isHidden()
    assert not page.rescue_panel.key.isVisible()


def test_a_revoked_laptop_is_not_offered_and_its_request_not_answered(
    page: KeysPage, exchange: Exchange, context: AppContext
) -> None:
    office.revoke(exchange.office, "K7")
    click(page.rescue.button)
    shown = [
        page.rescue_panel.device.field.itemText(at) for at in range(page.rescue_panel.device.field.count())
    ]
    assert [text.split()[0] for text in shown] == ["K9"]


def test_new_papers_that_wait_hold_the_root_back(page: KeysPage, exchange: Exchange) -> None:
    key_papers.make_new(exchange.office)
    page.show_keys()
    assert page.papers.button.text() == "Show the new papers"
    assert not page.root.button.isEnabled()
    click(page.papers.button)
    assert page.papers_panel.isVisible()
    click(page.papers_panel.drop)
    assert page.root.button.isEnabled()
    assert key_papers.pending(exchange.office) is None


def test_it_is_said_which_sheets_hold_and_what_older_ones_are_worth(
    page: KeysPage, exchange: Exchange
) -> None:
    work = exchange.office
    for step, worth in (
        (PaperStep.INIT, "keep the old for old files"),
        (PaperStep.AGAIN, "the stand-by key is not: destroy them"),
        (PaperStep.NEW, "Keep the older ones"),
        (PaperStep.ROOT, "The recovery key stands on the sheets before them"),
    ):
        work.store.change_setting(PAPERS_HELD, HeldPapers(step, "2018-10-15"))
        page.show_keys()
        assert "15 October 2018" in page.papers.words.second.text()
        assert worth in page.papers.words.second.text()
    work.store.forget_setting(PAPERS_HELD)
    page.show_keys()
    assert page.papers.words.second.text().startswith("Lost, or seen by somebody?"), (
        "made by an older version"
    )


def test_old_files_are_read_and_counted(page: KeysPage, exchange: Exchange, context: AppContext) -> None:
    told: list[Notice] = []
    context.noticed.connect(told.append)
    papers = key_papers.make_new(exchange.office)
    key_papers.confirm(exchange.office, papers.recovery_key, papers.standby_key)
    click(page.read.button)
    panel = page.read_panel
    panel._folder = exchange.stick
    type_text(panel.rows["key"].field, papers.recovery_key)
    click(panel.accept_button)
    assert told[-1].title == "The files are read"
    assert panel.rows["key"].field.text() == ""
