"""Buttons between laptop and office, of Review and Today, that no other test presses."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.kit.worlds import Exchange
from tests.ui.driving import click, settle
from tests.ui.exchange.test_from_office import context as make_desk
from tests.ui.exchange.test_from_office import show, write_pack
from tests.ui.today.test_screen import asked
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import sessions
from trainer_app.actions.exchange import importing, losses
from trainer_app.actions.office import backups
from trainer_app.actions.review import review
from trainer_app.domain.today.overview import ToOffice
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.reports import ReportPage
from trainer_app.ui.review.screen import ReviewScreen
from trainer_app.ui.settings.screen import SettingsScreen
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.today.screen import TodayScreen

__all__ = ["make_desk"]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which folders the system is asked to show, instead of showing them."""
    paths: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: paths.append(url.toLocalFile()))
    return paths


@pytest.fixture
def lost(qtbot: QtBot, exchange: Exchange, make_desk: MakeContext) -> Iterator[ReviewScreen]:
    """Let every contradiction be decided against one laptop, and show there what was replaced."""
    importing.import_files(exchange.office, [exchange.waiting])
    for item in review.list_items(exchange.office):
        places = [at for at, side in enumerate(item.sides) if side.device == "K9"]
        if places and item.entity != "person_pair":
            review.settle(exchange.office, item.id, f"#{places[0]}", "")
    laptop = make_desk(exchange.trainer)
    importing.import_files(exchange.trainer, [write_pack(exchange)])
    screen = ReviewScreen(laptop)
    screen.show_place(replaced=True)
    yield show(qtbot, screen)
    screen.hide()


def test_all_that_was_replaced_is_seen_by_one_button_in_any_language(
    lost: ReviewScreen, exchange: Exchange, language: LanguageSwitch
) -> None:
    page, count = lost.loss_page, losses.count(exchange.trainer)
    assert count > 1
    assert page.see_all.text() == f"All {count} seen"
    language.choose("ru")
    settle()
    assert page.see_all.isVisible(), "another language takes no button away"
    assert str(count) in page.see_all.text()
    click(page.see_all)
    assert losses.count(exchange.trainer) == 0


def test_the_course_of_what_was_replaced_is_opened(lost: ReviewScreen, exchange: Exchange) -> None:
    places = asked(lost.context)
    for row in range(lost.model.rowCount()):
        lost.list.setCurrentIndex(lost.model.index(row, 0))
        if lost.loss_page.open_place.isVisible():
            break
    click(lost.loss_page.open_place)
    ((name, place),) = places
    assert (name, place["course"]) == ("courses", exchange.course)


@pytest.fixture
def today(qtbot: QtBot, context: AppContext) -> TodayScreen:
    return show(qtbot, TodayScreen(context))


def test_the_counters_of_today_lead_to_what_they_count(today: TodayScreen, context: AppContext) -> None:
    places = asked(context)
    today.office.show_state(ToOffice(unsent=3, unconfirmed=2, conflicts=1, joined=True))
    click(today.office.unconfirmed)
    click(today.office.conflicts)
    assert places == [("sending", {}), ("review", {"group": "contradictions"})]


def test_table_cards_are_shown_from_today(today: TodayScreen, context: AppContext) -> None:
    with_paper: list[object] = []
    context.paper_requested.connect(with_paper.append)
    click(today.sessions.cards)
    settle()
    assert len(with_paper) == 1


def test_the_splits_of_a_report_are_a_menu(qtbot: QtBot, context: AppContext) -> None:
    page = show(qtbot, ReportPage(context))
    page.show_report()
    click(page.controls.split)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == len(page.controls.splits)
    menu.close()


def test_the_folder_of_the_data_is_shown(
    workspace: Workspace, context: AppContext, opened: list[str]
) -> None:
    screen = workspace.open("settings")
    assert isinstance(screen, SettingsScreen)
    settle()
    click(screen.data.open_folder)
    assert [Path(each) for each in opened] == [context.work.folder.root]


def test_a_backup_is_chosen_among_files(
    workspace: Workspace, context: AppContext, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backups.save_backup(context.work, tmp_path)
    session = attendance.grid(story.work, story.course).sessions[0].key
    sessions.lock_session(story.work, session)
    screen = workspace.open("settings")
    assert isinstance(screen, SettingsScreen)
    settle()
    click(screen.backups.restore)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(copy.file), ""))
    click(screen.restore.file_button)
    settle()
    assert screen.restore.accept_button.isEnabled()
    assert screen.restore.view.texts()[0].startswith("Checked")
