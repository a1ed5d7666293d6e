"""Versions that came by update: whichever step the power goes at, a whole version starts."""

import errno
from pathlib import Path

import pytest

from tests.system.faulty import FaultyDisk, count_calls
from trainer_app.domain.base.errors import TrainerError
from trainer_app.native.disk import Disk
from trainer_app.system.installed import ProgramPlace, is_writable

OLD = {"trainer_app.zip": b"old"}
NEW = {"trainer_app.zip": b"new", "resources/deep/b.json": b"3"}


def first_update(root: Path) -> ProgramPlace:
    place = ProgramPlace(root)
    place.lay_out("0.1.0", OLD)
    place.make_current("0.1.0", "")
    place.note_window()
    return place


def take(root: Path, disk: Disk | None = None) -> None:
    place = ProgramPlace(root, disk)
    place.lay_out("0.2.0", NEW)
    place.make_current("0.2.0", "0.1.0")


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_an_update_is_laid_out_and_gone_back_from(tmp_path: Path) -> None:
    place = first_update(tmp_path)
    assert (place.current, place.before, place.is_unseen) == ("0.1.0", "", False)
    take(tmp_path)
    assert (place.current, place.before, place.is_unseen) == ("0.2.0", "0.1.0", True)
    assert files_in(place.folder("0.2.0")) == NEW
    place.note_window()
    assert not place.is_unseen
    assert place.step_back() == "0.1.0"
    assert (place.current, place.before) == ("0.1.0", "")
    assert place.step_back() == ""
    assert place.current == "", "the installed version runs"


def test_a_cut_at_any_step_leaves_a_whole_version_and_the_update_can_be_taken_again(tmp_path: Path) -> None:
    first_update(tmp_path / "counted")
    steps = len(count_calls(lambda disk: take(tmp_path / "counted", disk)))
    assert steps > 20
    for at in range(1, steps + 1):
        root = tmp_path / str(at)
        place = first_update(root)
        disk = FaultyDisk(at=at, before=_cut)
        with pytest.raises(_PowerCut):
            take(root, disk)
        whole = {"0.1.0": OLD, "0.2.0": NEW}[place.current]
        assert files_in(place.folder(place.current)) == whole
        assert files_in(place.folder("0.1.0")) == OLD, "there is a way back"
        if place.current == "0.1.0":
            take(root)
        assert files_in(place.folder("0.2.0")) == NEW
        place.tidy("0.1.0")
        assert {each.name for each in (root / "versions").iterdir()} == {"0.1.0", "0.2.0"}


class _PowerCut(BaseException):
    pass


def _cut() -> None:
    raise _PowerCut


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_disk_that_fails_is_told_and_changes_nothing(tmp_path: Path, error: int) -> None:
    place = first_update(tmp_path)
    for at in (1, 4, 9):
        with pytest.raises(TrainerError) as problem:
            take(tmp_path, FaultyDisk(at=at, error=error))
        assert problem.value.code.startswith("files.")
        assert place.current == "0.1.0"
        assert not place.folder("0.2.0.part").exists(), "it is in nobody's way"


def test_what_runs_is_never_written_over_and_names_are_numbers(tmp_path: Path) -> None:
    place = first_update(tmp_path)
    for number in ("0.1.0", "..", "0.2.0/x", ""):
        with pytest.raises(ValueError, match="laid out"):
            place.lay_out(number, NEW)
    (tmp_path / "current.txt").write_bytes(b"\xff../../x\n")
    assert place.current == ""


def test_a_version_that_did_not_start_goes_once_it_was_told(tmp_path: Path) -> None:
    place = first_update(tmp_path)
    take(tmp_path)
    # What the launcher does after two starts without a window.
    (tmp_path / "failed.txt").write_text("0.2.0\n")
    (tmp_path / "current.txt").write_text("0.1.0\n")
    assert place.failed == "0.2.0"
    place.forget_failed()
    assert (place.failed, place.numbers()) == ("", ["0.1.0"])


def test_a_start_without_a_window_can_be_taken_back(tmp_path: Path) -> None:
    place = first_update(tmp_path)
    place.take_back_start()
    assert not place.is_unseen
    (tmp_path / "unseen.txt").write_bytes(b"..")
    place.take_back_start()
    assert (tmp_path / "unseen.txt").read_bytes() == b"."


def test_a_folder_that_can_be_written_is_known_by_trying(tmp_path: Path) -> None:
    assert is_writable(tmp_path)
    assert not is_writable(tmp_path / "not there")
    assert not list(tmp_path.iterdir())
