"""Folders: everything of one laptop under one root, the sidecar outside of it."""

import stat
from pathlib import Path

import pytest

from trainer_app.domain.base.errors import TrainerError
from trainer_app.system.folders import DataFolder, default_root, state_root


def test_everything_but_the_sidecar_lies_under_the_root(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    inside = [
        folder.database,
        folder.vault,
        folder.vault_copy,
        folder.preferences,
        folder.archive,
        folder.snapshots,
        folder.outgoing,
        folder.papers,
        folder.logs,
    ]
    assert all(path.is_relative_to(folder.root) for path in inside)
    assert len(set(inside)) == len(inside)
    assert not folder.sidecar.is_relative_to(folder.root)
    assert folder.database == tmp_path / "data" / "database" / "trainer.db"
    assert not folder.root.exists(), "naming a folder must not make it"


def test_making_it_twice_is_fine_and_it_is_private(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    folder.make()
    folder.make()
    made = [
        folder.database.parent,
        folder.archive,
        folder.snapshots,
        folder.outgoing,
        folder.papers,
        folder.logs,
    ]
    assert all(path.is_dir() for path in made)
    assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700


def test_a_root_that_is_a_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(TrainerError) as refused:
        DataFolder(tmp_path / "data").make()
    assert refused.value.code.startswith("files.")


def test_a_copied_folder_has_another_sidecar_and_a_detour_has_the_same(tmp_path: Path) -> None:
    folder, copy = DataFolder(tmp_path / "data"), DataFolder(tmp_path / "copy")
    (tmp_path / "link").symlink_to(folder.root)
    folder.make()
    assert folder.sidecar != copy.sidecar
    assert DataFolder(tmp_path / "link").sidecar == folder.sidecar
    assert DataFolder(tmp_path / "copy" / ".." / "data").sidecar == folder.sidecar


def test_the_places_can_be_set_and_have_defaults(tmp_path: Path) -> None:
    named = {"TRAINER_DATA": str(tmp_path / "d"), "TRAINER_STATE": str(tmp_path / "s")}
    assert default_root(named) == tmp_path / "d"
    assert state_root(named) == tmp_path / "s"
    assert default_root({"TRAINER_DATA": "~/data"}) == Path.home() / "data"
    assert default_root({}).name == "trainer-app"
    assert default_root({}) != state_root({})
    assert default_root({"TRAINER_DATA": ""}) == default_root({})
