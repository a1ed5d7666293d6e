"""Files that somebody else holds are waited for; what failed is told by the system's own number."""

import errno
from pathlib import Path

import pytest

from tests.native.test_windows import PretendedKernel
from trainer_app.native import disk as native_disk
from trainer_app.native import windows
from trainer_app.native.disk import Disk, Fault, fault_of, patiently, reason_of, replace_file, unlink_file


def of_windows(number: int) -> OSError:
    """Return an error as Windows raises it: its `errno` says less than its own number."""
    error = OSError(errno.EACCES, "as Python translates it")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    return error


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the waits, in seconds, that are asked for instead of waited."""
    asked: list[float] = []
    monkeypatch.setattr(native_disk, "pause", asked.append)
    return asked


class Held:
    """A call that fails some times before it works, as with a file that a virus scanner looks at."""

    def __init__(self, number: int, times: int) -> None:
        self.number, self.times = number, times

    def __call__(self) -> str:
        if self.times:
            self.times -= 1
            raise of_windows(self.number)
        return "done"


@pytest.mark.parametrize("number", [5, 32, 33])
@pytest.mark.parametrize("times", [1, 5])
def test_a_file_that_a_scanner_holds_is_waited_for(number: int, times: int, waited: list[float]) -> None:
    assert patiently(Held(number, times)) == "done"
    assert waited == [0.05, 0.1, 0.2, 0.4, 0.8][:times]


def test_it_is_not_waited_for_ever(waited: list[float]) -> None:
    with pytest.raises(OSError, match="translates") as failed:
        patiently(Held(32, 6))
    assert fault_of(failed.value) is Fault.IN_USE
    assert sum(waited) == pytest.approx(1.55)


def test_other_failures_are_told_at_once(waited: list[float]) -> None:
    with pytest.raises(OSError, match="translates"):
        patiently(Held(19, 1))

    def refused() -> None:
        raise PermissionError(errno.EACCES, "of Linux")

    with pytest.raises(PermissionError):
        patiently(refused)
    assert waited == []


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (19, Fault.READ_ONLY),
        *((number, Fault.GONE) for number in (2, 3, 15, 21, 55, 433, 1006, 1167)),
        *((number, Fault.FULL) for number in (39, 112, 1295)),
        *((number, Fault.DEVICE) for number in (23, 31, 1117, 1392)),
        (225, Fault.VIRUS),
        (206, Fault.TOO_LONG),
        (123, Fault.BAD_NAME),
        (32, Fault.IN_USE),
        (33, Fault.IN_USE),
        (5, Fault.NOT_ALLOWED),
    ],
)
def test_what_windows_says_of_a_stick_is_told_by_its_own_number(number: int, fault: Fault) -> None:
    assert fault_of(of_windows(number)) is fault
    assert reason_of(of_windows(number)) == f"WIN{number}"


def test_elsewhere_and_for_a_number_that_nobody_knows_the_common_number_says_it() -> None:
    assert fault_of(OSError(errno.ENOSPC, "")) is Fault.FULL
    assert fault_of(of_windows(4711)) is Fault.NOT_ALLOWED
    assert fault_of(OSError(errno.ELOOP, "")) is None
    assert reason_of(OSError(errno.EPIPE, "")) == "EPIPE"
    assert reason_of(OSError()) == "UNKNOWN"


def test_on_windows_a_name_is_on_the_medium_when_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waited: list[float]
) -> None:
    kernel = PretendedKernel()
    monkeypatch.setattr(windows, "kernel", lambda: kernel)
    (tmp_path / "new").write_bytes(b"new")
    assert replace_file(tmp_path / "new", tmp_path / "old") == tmp_path / "old"
    assert kernel.moved == [(str(tmp_path / "new"), str(tmp_path / "old"), 9)]
    kernel.failure = 32
    with pytest.raises(OSError, match="32"):
        replace_file(tmp_path / "old", tmp_path / "new")
    assert len(waited) == 5
    assert (tmp_path / "old").read_bytes() == b"new"


def test_removing_waits_too_and_a_file_that_is_not_there_is_no_error(
    tmp_path: Path, waited: list[float]
) -> None:
    class Scanned(Disk):
        """A disk on which a scanner holds what is to go."""

        held = Held(32, 2)

        def remove(self, path: Path) -> None:
            self.held()
            super().remove(path)

    (tmp_path / "x").write_bytes(b"x")
    unlink_file(tmp_path / "x", Scanned())
    assert waited == [0.05, 0.1]
    assert not (tmp_path / "x").exists()
    unlink_file(tmp_path / "x")
