"""Files set aside, in the window: looked at, tried again, put away, deleted; the number at the left."""

import pytest
from pytestqt.qtbot import QtBot

from tests.kit import writing
from tests.kit.worlds import Exchange
from tests.ui.driving import click, settle
from tests.ui.review.test_screen import choose, context, entries, exchange, show
from trainer_app.actions.attendance import attendance
from trainer_app.actions.exchange import importing, incoming, sending
from trainer_app.actions.office import office
from trainer_app.actions.review import proposals
from trainer_app.domain.attendance.marks import Mark
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.review.item_list import ReviewGroup
from trainer_app.ui.review.screen import ReviewScreen
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.overlays import ConfirmDialog

__all__ = ["context", "exchange"]


@pytest.fixture
def set_aside(exchange: Exchange) -> Exchange:
    """Let the office refuse a file of a laptop that was revoked."""
    attendance.mark(exchange.second, exchange.enrolments[0], exchange.sessions[0], Mark.EXCUSED)
    office.revoke(exchange.office, "K9")
    importing.import_files(exchange.office, [sending.export(exchange.second, exchange.stick).file])
    return exchange


def test_a_file_set_aside_is_looked_at_and_counts_once_its_laptop_is_enrolled(
    qtbot: QtBot, set_aside: Exchange, context: AppContext
) -> None:
    screen = show(qtbot, context)
    entry = choose(screen, ReviewGroup.FILES)
    assert entry.second == "from the revoked laptop K9"
    assert screen.file_page.title.text().endswith("revoked on 17.10.2018")
    assert screen.file_page.enrol.isHidden()
    told: list[str] = []
    context.noticed.connect(lambda notice: told.append(notice.title))
    click(screen.file_page.retry)
    settle()
    assert told == ["What it says was read"]
    assert ReviewGroup.FILES not in {entry.group for entry in entries(screen)}
    assert proposals.count(set_aside.office) == 1, "what a revoked laptop says is asked, not done"
    asked, _ = office.request(set_aside.second, set_aside.stick / "again.json")
    writing.enrolled(set_aside.office, asked, "K9", set_aside.stick)
    assert proposals.count(set_aside.office) == 0


def test_a_file_set_aside_is_put_away_only_after_asking(
    qtbot: QtBot, set_aside: Exchange, context: AppContext
) -> None:
    screen = show(qtbot, context)
    choose(screen, ReviewGroup.FILES)
    click(screen.file_page.discard)
    asked = screen.window().findChild(ConfirmDialog, "review_discard")
    assert isinstance(asked, ConfirmDialog)
    assert len(incoming.list_set_aside(set_aside.office)) == 1
    click(asked.yes)
    settle()
    assert incoming.list_set_aside(set_aside.office) == []
    assert ReviewGroup.FILES not in {entry.group for entry in entries(screen)}


def test_a_file_set_aside_is_deleted_for_good_only_after_asking(
    qtbot: QtBot, set_aside: Exchange, context: AppContext
) -> None:
    screen = show(qtbot, context)
    choose(screen, ReviewGroup.FILES)
    (found,) = incoming.list_set_aside(set_aside.office)
    click(screen.file_page.delete)
    asked = screen.window().findChild(ConfirmDialog, "review_delete_file")
    assert isinstance(asked, ConfirmDialog)
    assert found.path.exists()
    click(asked.yes)
    settle()
    assert incoming.list_set_aside(set_aside.office) == []
    archive = set_aside.office.folder.archive
    assert not list(archive.rglob(found.path.name)), "no copy stays"
    assert not list(archive.rglob(f"{found.path.stem}.json")), "nor its note"


@pytest.mark.parametrize("button", ["retry", "discard", "delete"])
def test_the_number_at_the_left_follows_a_file_that_waits_no_more(
    set_aside: Exchange, workspace: Workspace, button: str
) -> None:
    """Also where the file brought marks: a mark by itself is no reason to look for files set aside."""
    asked, _ = office.request(set_aside.second, set_aside.stick / "again.json")
    writing.enrolled(set_aside.office, asked, "K9", set_aside.stick)
    workspace.look_at_review()
    screen, badge = workspace.open("review"), workspace.rail.items["review"].badge
    assert isinstance(screen, ReviewScreen)
    choose(screen, ReviewGroup.FILES)
    assert badge.number() == len(entries(screen)) + screen.model.left()
    click(getattr(screen.file_page, button))
    if button != "retry":
        name = {"discard": "review_discard", "delete": "review_delete_file"}[button]
        asked_first = screen.window().findChild(ConfirmDialog, name)
        assert isinstance(asked_first, ConfirmDialog)
        click(asked_first.yes)
    settle()
    assert incoming.list_set_aside(set_aside.office) == []
    assert badge.number() == len(entries(screen)) + screen.model.left()
