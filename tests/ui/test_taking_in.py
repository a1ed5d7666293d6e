"""Files that come in through the window: a first pack, a trainer's bundle, again, and a wrong one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import story as stories
from tests.ui.driving import settle, show
from tests.ui.story import Story
from trainer_app.actions import attendance, courses, identity, office, sending
from trainer_app.actions.workplace import Role
from trainer_app.domain.texts import Texts
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.preferences import PreferenceStore
from trainer_app.ui.shell.taking_in import TakingIn
from trainer_app.ui.shell.theme import Theme
from trainer_app.ui.shell.translator import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.banner import Mood


@pytest.fixture
def at_office(tmp_path: Path) -> Iterator[Story]:
    """Set up an office."""
    made = stories.new_work(tmp_path / "office", role=Role.OFFICE, user="М. Саидова")
    office.init(made.work, Texts("Дафтари барнома", "Офис программы", "Programme office"), "DSH")
    yield made
    made.work.close()


def pack_for(at_office: Story, story: Story, folder: Path) -> Path:
    """Enrol the trainer's laptop and return its first pack."""
    asked, _ = office.request(story.work, folder / "request.json")
    return office.enrol(at_office.work, asked, "K7", folder).pack.file


@pytest.fixture
def office_workspace(
    qtbot: QtBot,
    at_office: Story,
    theme: Theme,
    language: LanguageSwitch,
    preferences: PreferenceStore,
    window: MainWindow,
) -> Workspace:
    """Open the office's program."""
    desk = Desk(at_office.work, theme, language, preferences, window, synchronous=True)
    made = Workspace(desk)
    window.show_page(made)
    made.open("today")
    show(window)
    settle()
    return made


def test_a_first_pack_joins_the_laptop_to_its_office(
    workspace: Workspace, desk: Desk, story: Story, at_office: Story, tmp_path: Path
) -> None:
    pack = pack_for(at_office, story, tmp_path)
    workspace.open("settings")
    TakingIn(desk).take([pack])
    assert workspace.banner.mood is Mood.GOOD
    assert workspace.banner.title.text() == "This laptop now belongs to Programme office"
    assert "K7" in workspace.banner.text.text()
    assert workspace.rail.device.text() == "Laptop K7"
    assert identity.has_office(story.work)
    settings = workspace.opened_screen("settings")
    assert settings is not None
    assert settings.office.chip.text() == "Office DSH"  # type: ignore[attr-defined]


def test_a_pack_for_another_laptop_is_refused(
    workspace: Workspace, desk: Desk, at_office: Story, story: Story, tmp_path: Path
) -> None:
    other = stories.new_work(tmp_path / "other")
    pack = pack_for(at_office, other, tmp_path)
    other.work.close()
    TakingIn(desk).take([pack])
    assert workspace.banner.mood is Mood.BAD
    assert not identity.has_office(story.work)


def test_what_is_no_bundle_is_refused_in_words(office_workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "letter.tsync"
    path.write_text("Dear office")
    TakingIn(office_workspace.desk).take([path])
    assert office_workspace.banner.mood is Mood.BAD
    assert office_workspace.banner.details.text().startswith("bundle.")


def test_the_office_takes_in_a_bundle_once(
    office_workspace: Workspace, at_office: Story, story: Story, tmp_path: Path
) -> None:
    office.join(story.work, pack_for(at_office, story, tmp_path))
    sent = sending.export(story.work, tmp_path)
    taking = TakingIn(office_workspace.desk)
    taking.take([sent.file])
    assert office_workspace.banner.mood is Mood.GOOD
    assert office_workspace.banner.title.text().startswith("Taken in: ")
    assert [line.course.code for line in courses.list_courses(at_office.work)] == ["DSH-1"]
    taking.take([sent.file])
    assert office_workspace.banner.title.text() == "Everything in the file was here already"
    grid = attendance.grid(at_office.work, story.course)
    assert len(grid.rows) == 25


def test_a_bundle_of_an_unknown_laptop_is_set_aside(
    office_workspace: Workspace, at_office: Story, story: Story, tmp_path: Path
) -> None:
    office.join(story.work, pack_for(at_office, story, tmp_path))
    sent = sending.export(story.work, tmp_path)
    office.revoke(at_office.work, "K7")
    TakingIn(office_workspace.desk).take([sent.file])
    assert office_workspace.banner.mood is Mood.DUE
    assert office_workspace.banner.title.text() == "1 file set aside"
    assert courses.list_courses(at_office.work) == []


def test_the_office_has_its_own_today(office_workspace: Workspace) -> None:
    screen = office_workspace.opened_screen("today")
    assert screen is not None
    card = screen.office  # type: ignore[attr-defined]
    assert card.title.text() == "At the office"
    assert card.unsent.parent() is None, "the office sends nothing to itself"
    assert office_workspace.rail.device.text() == "Office computer"
