"""Windows' own calls, made to a pretended kernel; on Windows itself to the real one too."""

import sys
from collections.abc import Sequence
from pathlib import Path, PureWindowsPath
from typing import Any, cast

import pytest

from trainer_app.native import disk as native_disk
from trainer_app.native import windows
from trainer_app.native.windows import Kernel
from trainer_app.system import files

FIXED_USB, FIXED_SATA, STICK, SHARE, CARD, SILENT = "E:\\", "C:\\", "F:\\", "Z:\\", "G:\\", "H:\\"
BUSES = {FIXED_USB: 7, FIXED_SATA: 11, CARD: 12}
TYPES = {FIXED_USB: 3, FIXED_SATA: 3, STICK: 2, SHARE: 4, CARD: 3, SILENT: 3}


class PretendedKernel:
    """Answers as kernel32 does; `asked` tells what was opened, `closed` which handles were given back."""

    def __init__(self, failure: int = 0) -> None:
        self.failure = failure
        self.asked: list[str] = []
        self.closed: list[int] = []
        self.moved: list[tuple[str, str, int]] = []

    def MoveFileExW(self, source: str, target: str, flags: int) -> int:  # noqa: N802
        if self.failure:
            return 0
        self.moved.append((source, target, flags))
        Path(source).replace(target)
        return 1

    def GetLogicalDrives(self) -> int:  # noqa: N802
        return sum(1 << ord(root[0]) - ord("A") for root in TYPES)

    def GetDriveTypeW(self, root: str) -> int:  # noqa: N802
        return TYPES.get(root, 1)

    def CreateFileW(self, name: str, *_how: object) -> int | None:  # noqa: N802
        self.asked.append(name)
        root = name.removeprefix("\\\\.\\") + "\\"
        return ord(root[0]) if root in BUSES else 2**64 - 1

    def DeviceIoControl(self, handle: int, code: int, *more: Any) -> int:  # noqa: N802
        assert code == 0x2D1400
        told, size = more[2], more[4]._obj
        told[28:32] = BUSES[f"{chr(handle)}:\\"].to_bytes(4, "little")
        size.value = 40
        return 1

    def CloseHandle(self, handle: int) -> int:  # noqa: N802
        self.closed.append(handle)
        return 1

    def GlobalMemoryStatusEx(self, status: Any) -> int:  # noqa: N802
        if self.failure:
            return 0
        assert status._obj.length == 64
        status._obj.free, status._obj.free_page = 300 << 20, 200 << 20
        return 1

    def error(self) -> int:
        return self.failure


def pretended(failure: int = 0) -> tuple[PretendedKernel, Kernel]:
    made = PretendedKernel(failure)
    return made, cast("Kernel", made)


def carried(kernel: Kernel, roots: Sequence[str]) -> list[str]:
    return [root for root in roots if windows.is_carried(kernel, root)]


def test_letters_are_those_that_the_system_gave() -> None:
    _, kernel = pretended()
    assert windows.letters(kernel) == sorted(TYPES)


def test_what_can_be_carried_away_is_told_by_the_bus_where_the_drive_calls_itself_fixed() -> None:
    made, kernel = pretended()
    assert carried(kernel, windows.letters(kernel)) == [FIXED_USB, STICK, CARD]
    assert sorted(made.asked) == ["\\\\.\\C:", "\\\\.\\E:", "\\\\.\\G:", "\\\\.\\H:"], (
        "no share, and no stick"
    )
    assert sorted(made.closed) == sorted(ord(root[0]) for root in BUSES)


def test_a_name_is_given_in_place_of_another_and_written_through(tmp_path: Path) -> None:
    made, kernel = pretended()
    source, target = tmp_path / "new", tmp_path / "Файли нав"
    source.write_bytes(b"new")
    target.write_bytes(b"old")
    windows.move_through(kernel, source, target)
    assert target.read_bytes() == b"new"
    assert made.moved == [(str(source), str(target), 0x1 | 0x8)]


def test_a_failed_call_is_an_error_with_the_number_of_windows(tmp_path: Path) -> None:
    _, kernel = pretended(failure=32)
    with pytest.raises(OSError, match="32") as failed:
        windows.move_through(kernel, tmp_path / "a", tmp_path / "b")
    assert failed.value.winerror == 32  # type: ignore[attr-defined,unused-ignore]


def test_free_memory_is_the_least_that_the_system_names() -> None:
    assert windows.free_memory(pretended()[1]) == 200 << 20
    assert windows.free_memory(pretended(failure=5)[1]) is None
    assert windows.memory_status().length == 64


def test_long_paths_are_opened_with_the_prefix_for_them() -> None:
    class WindowsPath(PureWindowsPath):
        """A path of Windows, without a disk below."""

    deep = "\\".join(["Ҳуҷҷатҳо" * 4] * 8)
    for begin, prefix in (("C:\\", "\\\\?\\C:\\"), ("\\\\server\\share\\", "\\\\?\\UNC\\server\\share\\")):
        path = cast("Path", WindowsPath(begin + deep))
        assert str(windows.extended(path)) == prefix + deep
        assert windows.extended(windows.extended(path)) == windows.extended(path)
    for short in ("C:\\Users\\a\\x.tsync", deep):
        path = cast("Path", WindowsPath(short))
        assert windows.extended(path) is path


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows has this library")
def test_the_real_library_moves_files_and_knows_drives_and_memory(tmp_path: Path) -> None:
    kernel = windows.kernel()
    assert kernel is not None
    (tmp_path / "a").write_bytes(b"new")
    (tmp_path / "Файли нав").write_bytes(b"old")
    windows.move_through(kernel, tmp_path / "a", tmp_path / "Файли нав")
    assert (tmp_path / "Файли нав").read_bytes() == b"new"
    with pytest.raises(FileNotFoundError):
        windows.move_through(kernel, tmp_path / "none", tmp_path / "b")
    assert tmp_path.drive + "\\" in windows.letters(kernel)
    assert not windows.is_carried(kernel, tmp_path.drive + "\\")
    assert (windows.free_memory(kernel) or 0) > 1 << 20
    deep = tmp_path.joinpath(*["Ҳуҷҷатҳо" * 4] * 7)
    native_disk.long(deep).mkdir(parents=True)
    assert files.write_checked(deep / "x.tsync", b"x").name == "x.tsync"


def test_a_process_without_a_console_is_asked_for_on_windows_alone() -> None:
    assert (0x08000000 if sys.platform == "win32" else 0) == windows.NO_CONSOLE
