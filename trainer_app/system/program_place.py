"""Versions of the program that came by update, and which one runs: `packaging/LAYOUT.md` is the map.

The launcher reads what is written here. Every step leaves a place from which a whole version starts, whenever
the power goes: a version is complete under another name before it gets its own, and `current.txt` comes last.
"""

import contextlib
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from trainer_app.system.files import make_folder, remove_file, write_atomically
from trainer_app.system.folders import Disk, error_of, patiently

_NUMBER = re.compile(r"\d+(\.\d+){1,3}")
_PART = ".part"


class ProgramPlace:
    """The folder of versions that this person's account may write."""

    def __init__(self, root: Path, disk: Disk | None = None) -> None:
        self.root = root
        self._disk = disk or Disk()

    def folder(self, number: str) -> Path:
        """Return where a version lies."""
        return self.root / "versions" / number

    def numbers(self) -> list[str]:
        """Return the whole versions that lie here, in no order that means anything."""
        try:
            found = [each.name for each in (self.root / "versions").iterdir() if each.is_dir()]
        except OSError:
            return []
        return sorted(name for name in found if _NUMBER.fullmatch(name))

    @property
    def current(self) -> str:
        """The number in `current.txt`; empty where no update has come."""
        return self._read("current.txt")

    @property
    def before(self) -> str:
        """The number that ran before the current one; empty: the one that was installed."""
        return self._read("before.txt")

    @property
    def failed(self) -> str:
        """The number that did not show its window twice, until somebody was told."""
        return self._read("failed.txt")

    @property
    def is_unseen(self) -> bool:
        """Tell whether the current version has not shown its window yet."""
        return (self.root / "unseen.txt").exists()

    def lay_out(self, number: str, files: Mapping[str, bytes]) -> Path:
        """Write the files of a version, all of them on the disk before it gets its name; return its folder.

        A version of that number that lies here is replaced: it is one that never became the current one, or
        the one to which nobody goes back. Raises codes of the topic "files".
        """
        if not _NUMBER.fullmatch(number) or number == self.current:
            raise ValueError("this version cannot be laid out")
        target = self.folder(number)
        part = target.with_name(target.name + _PART)
        self._remove_folder(part)
        for name, content in files.items():
            path = part / name
            make_folder(path.parent)
            write_atomically(path, content, private=False, disk=self._disk)
        self._remove_folder(target)
        try:
            for folder in sorted({path.parent for path in part.rglob("*")}, reverse=True):
                patiently(self._disk.sync_folder, folder)
            patiently(self._disk.replace, part, target)
            patiently(self._disk.sync_folder, target.parent)
        except OSError as problem:
            raise error_of(problem, target.name) from problem
        return target

    def make_current(self, number: str, before: str) -> None:
        """Let the next start run a version that lies here; `before` is the number to go back to."""
        self._write("before.txt", before)
        write_atomically(self.root / "unseen.txt", b"", private=False, disk=self._disk)
        self._write("current.txt", number)

    def step_back(self) -> str:
        """Let the next start run the version before; return its number, empty for the installed one."""
        before = self.before
        remove_file(self.root / "unseen.txt")
        if before and self.folder(before).is_dir():
            self._write("current.txt", before)
        else:
            remove_file(self.root / "current.txt")
        remove_file(self.root / "before.txt")
        return before

    def note_window(self) -> None:
        """Note that the current version has shown its window: no start counts against it any more."""
        if self.is_unseen:
            remove_file(self.root / "unseen.txt")

    def take_back_start(self) -> None:
        """Uncount a start that ended in order without a window: its file went to the window that is open."""
        path = self.root / "unseen.txt"
        with contextlib.suppress(OSError):
            counted = path.read_bytes()
            write_atomically(path, counted[1:], private=False, disk=self._disk)

    def forget_failed(self) -> None:
        """Forget a version that did not start; its folder goes too."""
        number = self.failed
        if number and number != self.current:
            self._remove_folder(self.folder(number))
        remove_file(self.root / "failed.txt")

    def tidy(self, running: str) -> None:
        """Remove versions to which nobody goes back, and what an update left that was cut short."""
        kept = {running, self.current, self.before}
        try:
            found = list((self.root / "versions").iterdir())
        except OSError:
            return
        for folder in found:
            if folder.name not in kept:
                self._remove_folder(folder)

    def _read(self, name: str) -> str:
        try:
            text = (self.root / name).read_text("ascii", "replace").strip()
        except OSError:
            return ""
        return text if _NUMBER.fullmatch(text) else ""

    def _write(self, name: str, number: str) -> None:
        data = f"{number}\n".encode()
        write_atomically(self.root / name, data, private=False, disk=self._disk)

    def _remove_folder(self, folder: Path) -> None:
        """Remove a folder, its name first, so that half of a version never bears a version's name."""
        if not folder.exists():
            return
        gone = folder.with_name(folder.name.removesuffix(_PART) + ".gone")
        shutil.rmtree(gone, ignore_errors=True)
        try:
            patiently(self._disk.replace, folder, gone)
        except OSError as problem:
            raise error_of(problem, folder.name) from problem
        shutil.rmtree(gone, ignore_errors=True)


def is_writable(folder: Path) -> bool:
    """Tell whether files can be made in a folder: a try says more than rights, on Windows above all."""
    probe = folder / f".try-{os.getpid()}"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True
