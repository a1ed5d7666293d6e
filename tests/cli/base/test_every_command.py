"""Every command with every option is run, and something of what it does is held against what it must do.

A new option without a run makes this fail: put a line into the story it belongs to.
"""

import dataclasses

import pytest

from tests.actions import scans
from tests.cli import stories_course, stories_office, stories_papers
from tests.cli.walking import Prepared, Run, given, offered, prepare
from trainer_app.actions.base import workplace
from trainer_app.actions.courses import courses
from trainer_app.cli.context import IN_REVIEW
from trainer_app.system.folders import DataFolder

STORIES: dict[str, tuple[Run, ...]] = {
    name.lower(): story
    for module in (stories_course, stories_papers, stories_office)
    for name, story in vars(module).items()
    if name.isupper() and not name.startswith("_") and isinstance(story, tuple)
}


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Make the world once for all stories that one program of tests plays."""
    return prepare(tmp_path_factory.mktemp("prepared"))


@pytest.mark.parametrize("name", STORIES)
def test_a_story_goes_through(name: str, prepared: Prepared, monkeypatch: pytest.MonkeyPatch) -> None:
    world = prepared.begin(monkeypatch)
    out = prepared.root / "out"
    (out / "sub").mkdir()
    scans.png(out / "scan.png", "DSH-1015-DUSHANBE/1")
    scans.png(out / "logo.png")
    for run in STORIES[name]:
        world.play(run, monkeypatch)


LEAVING = (
    Run("bundle export --to {out}", '"file"', keep={"file": "file"}),
    Run("bundle import {file}", '"imported"', IN_REVIEW, at="office", keep={"id": "files.0.id"}),
    Run("retention set --laptop-days 1", "rule for keeping names changed", at="office"),
    Run("pack export --device K7 --to {out}", '"file"', at="office", keep={"pack": "file"}),
    Run("bundle import {pack}", "tsync", IN_REVIEW),
    Run("retention show --json", '"leaving":[{{"course":"DUSHANBE"'),
    Run("retention postpone DUSHANBE", "DUSHANBE"),
    Run("retention show --json", '"leaving":[]'),
)
"""What follows on the closing of a course, which only the window offers."""


def test_names_that_are_about_to_leave_a_laptop_stay_a_month_longer(
    prepared: Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = prepared.begin(monkeypatch)
    folder = DataFolder(world.place("t3"))
    work = workplace.open_workplace(folder, world.values["passphrase"], clock=world.clock)
    courses.close_course(work, courses.find_course(work, "DUSHANBE"))
    work.close()
    for run in LEAVING:
        world.play(run, monkeypatch)


def runs() -> list[Run]:
    """Return the runs of all stories."""
    return [run for story in STORIES.values() for run in story]


def pairs_run() -> set[tuple[str, str]]:
    """Return every (command, option) that the stories run. --json stands for the runs that keep something."""
    pairs = {pair for run in runs() for pair in given(run.words)}
    return pairs | {("", "--data"), ("", "--json")}


def test_every_command_is_run_with_every_option() -> None:
    left = offered() - pairs_run()
    assert not left, f"no story runs: {sorted(' '.join(pair).strip() for pair in left)}"


def test_every_run_is_held_against_what_it_says() -> None:
    assert [run.line for run in runs() if not run.says] == []


def test_an_option_without_a_run_would_be_found() -> None:
    assert len(offered()) > 400
    assert ("session count", "--heads") in given(["session", "count", "--course", "C", "--heads=3"])
    assert ("backup restore", "--no-new-passphrase") in given(
        ["backup", "restore", "f", "--no-new-passphrase"]
    )
    with pytest.raises(KeyError):
        given(["session", "count", "--course", "C", "--hands", "3"])
    with pytest.raises(StopIteration):
        given(["session", "dance", "--course", "C"])
    assert dataclasses.replace(runs()[0], line="check").words == ["check"]
