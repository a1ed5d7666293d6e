"""Worlds are made once and copied, go on as the laptops that they were, and are told apart by their steps."""

import os
from pathlib import Path

import pytest

from tests.kit import samples, worlds
from tests.kit.running import WORLDS
from tests.kit.samples import DAY
from tests.kit.world import Story, World
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Role, open_workplace
from trainer_app.domain.attendance.marks import Mark
from trainer_app.system.folders import DataFolder

made: list[str] = []
"""What `note` was called with, each time a world was really made."""


def note(story: Story, word: str) -> None:
    """Do nothing to a world but tell that it is made."""
    made.append(word)
    story.notes["word"] = word


@pytest.fixture(autouse=True)
def _own_worlds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Share nothing with other tests, and note nothing of the folders beside theirs."""
    made.clear()
    (tmp_path / "worlds").mkdir()
    monkeypatch.setenv(WORLDS, str(tmp_path / "worlds"))
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))


def test_a_world_is_made_once_and_opened_as_often_as_one_likes(tmp_path: Path) -> None:
    keys = set()
    for name in ("first", "second"):
        with World(tmp_path / name).trainer().course(people=3).do(note, "x").open() as story:
            assert len(attendance.grid(story.work, story.course).rows) == 3
            assert (len(story.enrolments), len(story.sessions), story.notes["word"]) == (3, 12, "x")
            keys.add(story.course)
            attendance.mark(story.work, story.enrolments[0], story.sessions[0], Mark.LATE, 5)
    assert (made, len(keys)) == (["x"], 1)
    with World(tmp_path / "third").trainer().course(people=3).do(note, "x").open() as story:
        cell = attendance.grid(story.work, story.course).rows[0].cells[0]
        assert cell is not None
        assert cell.mark is None, "a copy stays as it was made"


def test_other_steps_other_words_and_another_time_make_another_world(tmp_path: Path) -> None:
    with World(tmp_path / "a").trainer().do(note, "a").open():
        pass
    with World(tmp_path / "b").trainer().do(note, "b").open():
        pass
    with World(tmp_path / "c", hour=12).trainer().do(note, "a").open() as later:
        assert later.clock.today("Asia/Dushanbe") == DAY
    assert made == ["a", "b", "a"]


def test_a_longer_world_begins_with_what_is_there(tmp_path: Path) -> None:
    begun = World(tmp_path / "a").trainer().do(note, "a")
    begun.open().close()
    with World(tmp_path / "b").trainer().do(note, "a").do(note, "b").open() as story:
        assert story.notes["word"] == "b"
    assert made == ["a", "b"]


def test_a_step_that_fails_leaves_no_world(tmp_path: Path) -> None:
    def broken(_story: Story) -> None:
        raise KeyError

    for _ in range(2):
        with pytest.raises(KeyError):
            World(tmp_path / "a").trainer().do(note, "a").do(broken).open()
    assert made == ["a", "a"]
    assert World(tmp_path / "b").trainer().do(note, "a").open().notes["word"] == "a"


def test_what_is_opened_is_the_laptop_and_what_is_laid_a_copy_of_its_folder(tmp_path: Path) -> None:
    with worlds.empty(tmp_path / "a").open() as story:
        assert not story.work.took_new_replica
        assert story.work.folder.root == tmp_path / "a" / "data"
    root = worlds.empty(tmp_path / "b").lay()
    work = open_workplace(DataFolder(root), samples.PASSPHRASE, clock=worlds.noon())
    assert work.took_new_replica
    work.close()


def test_laptops_join_the_office(tmp_path: Path) -> None:
    with World(tmp_path / "a").office().trainer().joined("K7").open() as story:
        assert [work.role for work in story.works.values()] == [Role.OFFICE, Role.TRAINER]
        assert identity.has_office(story.works["trainer"])
        assert story.works["trainer"].device_code == "K7"
        assert [path.name for path in story.stick.iterdir()]


def test_everybody_is_marked_in_the_sessions_that_are_named(tmp_path: Path) -> None:
    with World(tmp_path / "a").trainer().course(people=2).marked(3).open() as story:
        rows = attendance.grid(story.work, story.course).rows
        marks = [cell.mark if cell else None for cell in rows[1].cells]
        assert marks == [*[Mark.PRESENT] * 3, *[None] * 9]


def test_all_processes_of_a_run_share_one_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    assert (shared / "worlds").is_dir()
