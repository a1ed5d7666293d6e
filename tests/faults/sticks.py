"""A stick that is full, cannot be written, or is gone before the file on it was checked.

As root on Linux it is a small file system of its own that is mounted, filled, made read-only and taken
away; elsewhere its calls fail as those of such a stick would. Nothing that looks like a file may be left on
it, nothing may be noted as sent, and the next stick gets all of it.
"""

import contextlib
import errno
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.faults.desk import Desk, apart, furnish_desk, opened, state_of
from tests.faults.results import Result
from tests.system.faulty import FaultyDisk, count_calls
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import importing, sending
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.native.disk import Disk
from trainer_app.system import files
from trainer_app.system.files import write_checked

FULL, READ_ONLY, GONE = "files.full", "files.read_only", "files.gone"
_ERRORS = {FULL: errno.ENOSPC, READ_ONLY: errno.EROFS, GONE: errno.ENODEV}
_PAGE = 4096
_READING = ("open", "read")
"""Steps after which the bytes are on the stick: a descriptor that is open goes on being read."""


@dataclass
class Stick:
    """A place for files whose file system can be changed, if this program may mount one."""

    place: Path
    real: bool = False

    @classmethod
    @contextlib.contextmanager
    def mounted(cls, place: Path, pages: int, *, mount: bool) -> Iterator["Stick"]:
        """Mount a stick of so many pages, or make a folder where that is not allowed."""
        place.mkdir()
        options = ("-t", "tmpfs", "-o", f"size={pages * _PAGE}", "stick", place)
        stick = cls(place, mount and sys.platform == "linux" and _mount(*options))
        try:
            yield stick
        finally:
            if stick.real:
                _run("umount", "--lazy", place)
            shutil.rmtree(place, ignore_errors=True)

    def make_read_only(self) -> None:
        """Let nothing be written any more."""
        if not _mount("-o", "remount,ro", self.place):
            raise RuntimeError("the stick cannot be made read-only")

    def pull_out(self) -> None:
        """Take it away: what is open stays readable, the place is gone."""
        _run("umount", "--lazy", self.place)
        self.real = False
        self.place.rmdir()


def spoiled_sticks(count: int, *, mount: bool = True) -> Result:
    """Send `count` files to sticks that fail, each then to one that does not.

    Without `mount` no file system is made, also where that is allowed.
    """
    result = Result("stick full, read-only, gone before the check", count)
    chance = random.Random(17)
    with apart() as root:
        desk = furnish_desk(root)
        (root / "plain").mkdir()
        data = desk.sync.read_bytes()
        steps = count_calls(lambda disk: write_checked(root / "plain" / "x", data, disk=disk))
        real = False
        with opened(desk.laptop) as laptop, opened(desk.office) as office:
            for number in range(count):
                code = (FULL, READ_ONLY, GONE)[number % 3]
                trial = _Trial(desk, laptop, office, code, chance, steps, mount)
                struck, problem = trial.run(root / f"stick{number}", number)
                real = real or trial.real
                result.executed += 1
                result.struck += struck
                if problem:
                    result.problems.append(f"{code}, stick {number}: {problem}")
    result.fault += ", mounted" if real else ", played"
    return result


@dataclass
class _Trial:
    """One file that is to be sent."""

    desk: Desk
    laptop: Workplace
    office: Workplace
    code: str
    chance: random.Random
    steps: list[str]
    mount: bool
    real: bool = False

    def run(self, place: Path, number: int) -> tuple[bool, str]:
        """Send to a failing stick, look, send to a good one; return whether it struck, and what is wrong."""
        room = self.desk.room
        session = room.sessions[number % len(room.sessions)]
        attendance.mark(self.laptop, room.enrolments[0], session, Mark.LATE, 1 + number % 80)
        state, sent = state_of(self.laptop), len(sending.history(self.laptop))
        pages = self.chance.randrange(1, 3) if self.code == FULL else 1000
        with Stick.mounted(place, pages, mount=self.mount) as stick:
            self.real = stick.real
            found = self._send(stick)
            if found != self.code:
                return False, f"told as {found or 'saved and checked'}"
            left = [path.name for path in place.iterdir()] if place.is_dir() else []
            if any(name.endswith(".tsync") for name in left):
                return True, f"left behind: {left}"
        if state_of(self.laptop) != state or len(sending.history(self.laptop)) != sent:
            return True, "something was noted as sent"
        good = place.with_name(f"{place.name}-good")
        good.mkdir()
        file = sending.export(self.laptop, good).file
        (taken,) = importing.import_files(self.office, [file]).files
        return True, "" if taken.result is FileOutcome.IMPORTED else f"the next file: {taken.code}"

    def _send(self, stick: Stick) -> str:
        """Send while the stick fails; return the code of the refusal, "" for none."""
        disk = self._disk(stick)
        ordinary = files.Disk

        def first_only() -> Disk:
            files.Disk = ordinary  # type: ignore[misc]
            return disk

        files.Disk = first_only  # type: ignore[assignment,misc]
        try:
            sending.export(self.laptop, stick.place)
        except TrainerError as refused:
            return refused.code
        finally:
            files.Disk = ordinary  # type: ignore[misc]
        return ""

    def _disk(self, stick: Stick) -> FaultyDisk:
        """Return the calls by which the file is written, one of which finds the stick spoiled."""
        if not stick.real:
            at = self.chance.randrange(1, 1 + len([step for step in self.steps if step not in _READING]))
            return FaultyDisk(at=at, error=_ERRORS[self.code])
        if self.code == FULL:
            (stick.place / "holiday.jpg").write_bytes(bytes(_PAGE))
            return FaultyDisk()
        if self.code == READ_ONLY:
            at = self.chance.choice([1 + self.steps.index(step) for step in ("remove", "create", "replace")])
            return FaultyDisk(at=at, before=stick.make_read_only)
        before_check = [place for place, step in enumerate(self.steps, 1) if step != "read"]
        return FaultyDisk(at=self.chance.choice(before_check), before=stick.pull_out)


def _mount(*words: object) -> bool:
    return _run("mount", *words)


def _run(*words: object) -> bool:
    try:
        return subprocess.run([*map(str, words)], capture_output=True, check=False).returncode == 0
    except OSError:
        return False
