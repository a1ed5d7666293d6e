"""Safe writing: what is said to be saved is there, and what failed leaves nothing that looks saved."""

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.native.test_windows import PretendedKernel
from tests.system.faulty import FaultyDisk, count_calls
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.native import windows
from trainer_app.system.files import NewFolder, PreparedFiles, write_atomically, write_checked, write_stream
from trainer_app.system.folders import error_of

BLOCK = 256 * 1024
DATA = os.urandom(600_000)
"""Three blocks."""

ERRORS = {
    errno.EIO: "files.device",
    errno.ENOSPC: "files.full",
    errno.EDQUOT: "files.full",
    errno.EROFS: "files.read_only",
    errno.EACCES: "files.not_allowed",
    errno.ENODEV: "files.gone",
    errno.EBUSY: "files.failed",
}


def names(folder: Path) -> list[str]:
    """Return the names in a folder, sorted."""
    return sorted(path.name for path in folder.iterdir())


def checked_calls(folder: Path) -> list[str]:
    """Return the calls of one undisturbed `write_checked`."""
    return count_calls(lambda disk: write_checked(folder / "x.tsync", DATA, disk=disk))


def test_the_file_holds_the_bytes_and_nothing_else_is_left(tmp_path: Path) -> None:
    assert write_checked(tmp_path / "KD07.tsync", DATA) == tmp_path / "KD07.tsync"
    assert (tmp_path / "KD07.tsync").read_bytes() == DATA
    assert names(tmp_path) == ["KD07.tsync"]


def test_the_order_of_steps_is_the_one_that_loses_nothing(tmp_path: Path) -> None:
    steps = checked_calls(tmp_path)
    expected = ["remove", "create", "write", "write", "write", "sync", "replace", "sync_folder", "open"]
    assert steps[: len(expected)] == expected
    assert set(steps[len(expected) :]) == {"read"}


@pytest.mark.parametrize("data", [b"", b"x"])
def test_tiny_files(tmp_path: Path, data: bytes) -> None:
    assert write_checked(tmp_path / "a.tsync", data).read_bytes() == data


def test_a_name_that_is_taken_is_never_written_over(tmp_path: Path) -> None:
    first = write_checked(tmp_path / "KD07.tsync", b"first")
    second = write_checked(tmp_path / "KD07.tsync", b"second")
    (tmp_path / "KD07-3.tsync").symlink_to(tmp_path / "nowhere")
    fourth = write_checked(tmp_path / "KD07.tsync", b"fourth")
    assert [first.name, second.name, fourth.name] == ["KD07.tsync", "KD07-2.tsync", "KD07-4.tsync"]
    assert [first.read_bytes(), second.read_bytes(), fourth.read_bytes()] == [b"first", b"second", b"fourth"]


def test_a_folder_full_of_such_names_is_refused(tmp_path: Path) -> None:
    class Crowded(FaultyDisk):
        def exists(self, path: Path) -> bool:
            return True

    with pytest.raises(TrainerError) as refused:
        write_checked(tmp_path / "KD07.tsync", b"x", disk=Crowded())
    assert refused.value.code == "files.no_free_name"
    assert names(tmp_path) == []


def test_what_a_crash_left_behind_does_not_hinder(tmp_path: Path) -> None:
    (tmp_path / "KD07.tsync.part").write_bytes(b"half")
    write_checked(tmp_path / "KD07.tsync", b"whole")
    assert names(tmp_path) == ["KD07.tsync"]


@pytest.mark.parametrize(("number", "code"), ERRORS.items())
def test_every_call_may_fail_and_nothing_is_said_to_be_saved(tmp_path: Path, number: int, code: str) -> None:
    (tmp_path / "probe").mkdir()
    steps = checked_calls(tmp_path / "probe")
    shutil.rmtree(tmp_path / "probe")
    for at in range(1, len(steps) + 1):
        disk = FaultyDisk(at=at, error=number)
        with pytest.raises(TrainerError) as failed:
            write_checked(tmp_path / "KD07.tsync", DATA, disk=disk)
        assert failed.value.code == code, steps[at - 1]
        assert failed.value.values["reason"] == errno.errorcode[number]
        assert names(tmp_path) == [], f"left behind after {steps[at - 1]} failed"


def test_short_writes_are_continued(tmp_path: Path) -> None:
    path = write_checked(tmp_path / "a.tsync", DATA, disk=FaultyDisk(short=4099))
    assert path.read_bytes() == DATA


def test_a_write_that_takes_nothing_is_a_full_disk(tmp_path: Path) -> None:
    class Stuck(FaultyDisk):
        def write(self, descriptor: int, block: memoryview) -> int:
            return 0

    with pytest.raises(TrainerError) as failed:
        write_checked(tmp_path / "a.tsync", DATA, disk=Stuck())
    assert failed.value.code == "files.full"
    assert names(tmp_path) == []


def test_signals_do_not_disturb(tmp_path: Path) -> None:
    disk = FaultyDisk(interrupted=True)
    assert write_checked(tmp_path / "a.tsync", DATA, disk=disk).read_bytes() == DATA
    assert len(disk._told) == len(disk.calls)


@pytest.mark.parametrize("step", ["create", "write", "sync", "replace", "sync_folder", "open", "read"])
def test_the_stick_is_pulled_out_before_any_step(tmp_path: Path, step: str) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    at = checked_calls(stick).index(step) + 1
    shutil.rmtree(stick)
    stick.mkdir()
    pulled = FaultyDisk(at=at, before=lambda: shutil.rmtree(stick))
    if step == "read":  # the descriptor stays readable here: the bytes were synced, and they are compared
        write_checked(stick / "KD07.tsync", DATA, disk=pulled)
    else:
        with pytest.raises(TrainerError) as failed:
            write_checked(stick / "KD07.tsync", DATA, disk=pulled)
        assert failed.value.code == "files.gone"
    assert not stick.exists()


def test_a_medium_that_changes_a_byte_is_found_out(tmp_path: Path) -> None:
    class Worn(FaultyDisk):
        def read(self, descriptor: int, size: int) -> bytes:
            block = bytearray(super().read(descriptor, size))
            if len(block) == BLOCK:
                block[7] ^= 1
            return bytes(block)

    with pytest.raises(TrainerError) as failed:
        write_checked(tmp_path / "KD07.tsync", DATA, disk=Worn())
    assert failed.value.code == "files.differs"
    assert names(tmp_path) == []


def test_a_missing_folder_and_a_folder_without_permission(tmp_path: Path) -> None:
    with pytest.raises(TrainerError) as gone:
        write_checked(tmp_path / "missing" / "a.tsync", b"x")
    assert (gone.value.code, gone.value.values["file"]) == ("files.gone", "a.tsync")
    (tmp_path / "plain").write_bytes(b"")
    with pytest.raises(TrainerError) as not_a_folder:
        write_checked(tmp_path / "plain" / "a.tsync", b"x")
    assert not_a_folder.value.code == "files.gone"


def test_a_person_may_stop_it_and_nothing_is_left(tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []

    def stop_at_second(code: str, fraction: float) -> None:
        told.append((code, fraction))
        if len(told) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_checked(tmp_path / "a.tsync", DATA, progress=stop_at_second)
    assert names(tmp_path) == []
    assert [code for code, _ in told] == ["files.writing"] * 2


def test_progress_only_grows_and_ends_at_one(tmp_path: Path) -> None:
    fractions: list[float] = []
    write_checked(tmp_path / "a.tsync", DATA, progress=lambda _, fraction: fractions.append(fraction))
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


def test_own_files_are_written_over_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    path = tmp_path / "vault.json"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == ["vault.json"]


@given(at=st.integers(1, 8), number=st.sampled_from(sorted(ERRORS)), size=st.integers(0, 600_000))
def test_an_own_file_holds_the_old_or_the_new_whatever_fails(
    tmp_path_factory: pytest.TempPathFactory, at: int, number: int, size: int
) -> None:
    folder = tmp_path_factory.mktemp("own")
    path, old, new = folder / "vault.json", b"old", DATA[:size]
    write_atomically(path, old)
    disk = FaultyDisk(at=at, error=number)
    if at > 5 + -(-size // BLOCK):  # remove, create, sync, replace, sync_folder, and a write for each block
        write_atomically(path, new, disk=disk)
        assert path.read_bytes() == new
    else:
        with pytest.raises(TrainerError) as failed:
            write_atomically(path, new, disk=disk)
        assert failed.value.code == ERRORS[number]
        assert path.read_bytes() == (new if disk.calls[at - 1] == "sync_folder" else old)
    assert names(folder) == ["vault.json"]
    shutil.rmtree(folder)


def test_prepared_files_are_there_when_they_are_placed_and_not_before(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"older")
    with PreparedFiles() as files:
        files.add(tmp_path / "a.pdf", DATA)
        files.add(tmp_path / "b.pdf", b"b")
        assert names(tmp_path) == ["a.pdf", "a.pdf.part", "b.pdf.part"]
        placed = files.place()
    assert [path.name for path in placed] == ["a-2.pdf", "b.pdf"]
    assert (placed[0].read_bytes(), (tmp_path / "a.pdf").read_bytes()) == (DATA, b"older")
    assert names(tmp_path) == ["a-2.pdf", "a.pdf", "b.pdf"]


def test_prepared_files_that_are_not_placed_leave_nothing(tmp_path: Path) -> None:
    with PreparedFiles() as files:
        files.add(tmp_path / "a.pdf", DATA)
    assert names(tmp_path) == []


def test_any_call_may_fail_while_files_are_prepared_and_placed(tmp_path: Path) -> None:
    def both(disk: FaultyDisk) -> None:
        with PreparedFiles(disk) as files:
            files.add(tmp_path / "a.pdf", DATA)
            files.add(tmp_path / "b.pdf", b"b")
            files.place()

    steps = count_calls(both)
    shutil.rmtree(tmp_path)
    for at in range(1, len(steps) + 1):
        tmp_path.mkdir()
        disk = FaultyDisk(at=at, error=errno.ENOSPC)
        with pytest.raises(TrainerError, match="full"):
            both(disk)
        assert set(names(tmp_path)) <= {"a.pdf"}, f"left behind after {steps[at - 1]} failed"
        shutil.rmtree(tmp_path)
    tmp_path.mkdir()


def test_a_source_that_fails_half_way_leaves_nothing_behind(tmp_path: Path) -> None:
    def blocks() -> Iterator[bytes]:
        yield b"a" * 1000
        raise OSError(errno.EIO, "the source is gone")

    with pytest.raises(TrainerError) as failed:
        write_stream(tmp_path / "a.tbackup", blocks(), 2000)
    assert failed.value.code == "files.device"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["aux.tsync", "ab:c.tsync", "x.tsync."])
def test_windows_is_never_given_a_name_that_is_no_file_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    kernel = PretendedKernel()
    monkeypatch.setattr(windows, "kernel", lambda: kernel)
    with pytest.raises(TrainerError) as refused:
        write_checked(tmp_path / name, DATA)
    assert (refused.value.code, refused.value.values["file"]) == ("files.bad_name", name)
    assert names(tmp_path) == []
    better = str(refused.value.values["better"])
    assert write_checked(tmp_path / better, DATA).name == better


def test_a_name_that_windows_refuses_by_itself_is_told_alike() -> None:
    error = OSError(errno.EINVAL, "as Python translates it")
    error.winerror = 123  # type: ignore[attr-defined,unused-ignore]
    assert error_of(error, "a?b").values == {"file": "a?b", "better": "a-b"}
    assert error_of(OSError(errno.ENAMETOOLONG, ""), "x").code == "files.too_long"


def test_a_new_folder_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    with NewFolder(tmp_path / "out") as folder:
        write_checked(folder.path / "a.csv", DATA)
        assert names(tmp_path) == ["out.part"]
        assert folder.place() == tmp_path / "out"
    assert (tmp_path / "out" / "a.csv").read_bytes() == DATA
    with pytest.raises(TrainerError), NewFolder(tmp_path / "other") as folder:
        write_checked(folder.path / "gone" / "a.csv", DATA)
    with NewFolder(tmp_path / "never"):
        pass
    assert names(tmp_path) == ["out"]


def test_a_new_folder_takes_no_name_that_is_taken_and_clears_what_a_crash_left(tmp_path: Path) -> None:
    (tmp_path / "out.part").mkdir()
    (tmp_path / "out.part" / "half.csv").write_bytes(b"x")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").write_bytes(b"x")
    with NewFolder(tmp_path / "out") as folder:
        assert names(folder.path) == []
        assert folder.place() == tmp_path / "out-2"
    with NewFolder(tmp_path / "out") as folder:
        assert folder.place() == tmp_path / "out-3"
    assert names(tmp_path) == ["out", "out-2", "out-3"]
    assert names(tmp_path / "out") == ["mine"]


def test_a_new_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(TrainerError) as refused, NewFolder(tmp_path / "file" / "out"):
        pass
    assert refused.value.code == "files.gone"
