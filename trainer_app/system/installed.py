"""Where a built program lies on this machine: `packaging/LAYOUT.md` is the map. A checkout has none of it.

HOME/trainer-app, HOME/runtime (the interpreter's prefix), VERSION/trainer_app.zip, VERSION/resources

Versions that come by update are laid out here too, where the launcher looks for them. Every step leaves a
place from which a whole version starts, whenever the power goes: a version is complete under another name
before it gets its own, and `current.txt` comes last.
"""

import contextlib
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.texts import program_folder
from trainer_app.native.disk import Disk, patiently
from trainer_app.native.windows import NO_CONSOLE
from trainer_app.system.files import make_folder, remove_file, write_atomically
from trainer_app.system.folders import error_of

CHOSEN = "TRAINER_APP_PROGRAM"
"""Variable that tells a launcher which version to run; it is gone from the environment once that runs."""
_MODULE = "trainer_app"
_TRY = 300.0
"""Seconds for the self-test of a new version, on the slowest laptop."""
_NUMBER = regex(r"\d+(\.\d+){1,3}")
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
        try:
            for name, content in files.items():
                path = part / name
                make_folder(path.parent)
                write_atomically(path, content, private=False, disk=self._disk)
        except TrainerError:
            # On a full disk half of a version would be in the way of everything else.
            shutil.rmtree(part, ignore_errors=True)
            raise
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
                # Windows keeps what another window still runs: it goes with the next update.
                with contextlib.suppress(TrainerError):
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


class Build(Struct, frozen=True):
    """What `release.json` of a version says; `built` is the day of its commit, YYYY-MM-DD."""

    version: str
    commit: str = ""
    built: str = ""
    needs_runtime: str = ""
    reads_data: int = 0


class Installation(Struct, frozen=True):
    """A program that was built: `home` holds launchers and runtime, `version` the layer that runs now."""

    home: Path
    version: Path

    def launcher(self, name: str) -> Path:
        """Return the path of a launcher: `trainer-app` or `trainer-cli`."""
        return self.home / (f"{name}.exe" if os.name == "nt" else name)

    @property
    def release(self) -> Build:
        """What this version says of itself."""
        return read_release(self.version)

    @property
    def installed_release(self) -> Build:
        """What the version says of itself that the installer or package brought."""
        try:
            number = (self.home / "current.txt").read_text("ascii", "replace").strip()
        except OSError:
            number = ""
        return read_release(self.home / "versions" / number) if number else Build("")

    @property
    def runtime_id(self) -> str:
        """Which Python and packages these are; an update names the one that it needs."""
        try:
            return (self.home / "runtime" / "ID").read_text("ascii", "replace").strip()
        except OSError:
            return ""


def read_release(version: Path) -> Build:
    """Return what a version says of itself; only its number where the file was lost."""
    try:
        return msgspec.json.decode((version / "release.json").read_bytes(), type=Build)
    except (OSError, msgspec.MsgspecError):
        return Build(version.name)


def installation() -> Installation | None:
    """Return how the program that runs was installed; None in a checkout."""
    version = program_folder()
    if not (version / f"{_MODULE}.zip").is_file():
        return None
    return Installation(Path(sys.prefix).parent, version)


def window_program() -> list[str]:
    """Return what starts the window's program: the launcher, or this interpreter in a checkout."""
    found = installation()
    return [str(found.launcher("trainer-app"))] if found else [sys.executable, "-m", _MODULE]


def same_version() -> dict[str, str]:
    """Return the variables by which another process of this program runs this very version.

    An update may have become the current version while this one was running.
    """
    found = installation()
    return {CHOSEN: str(found.version)} if found else {}


def place_of(found: Installation) -> ProgramPlace:
    """Return where versions that come by update lie: beside the program, or with this person's own files."""
    if is_writable(found.home):
        return ProgramPlace(found.home)
    import platformdirs

    return ProgramPlace(Path(platformdirs.user_data_path("trainer-app-program", appauthor=False)))


def runs(found: Installation, version: Path) -> bool:
    """Tell whether a version passes its own self-test, window and all, in a process of its own."""
    import subprocess

    command = [str(found.launcher("trainer-cli")), "self-test"]
    # A trial has data of its own, and needs nobody's passphrase.
    told = {name: value for name, value in os.environ.items() if not name.startswith("TRAINER_")}
    told[CHOSEN] = str(version)
    try:
        done = subprocess.run(
            command,
            env=told,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_TRY,
            creationflags=NO_CONSOLE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def note_window() -> None:
    """Note that the window has shown: from now on the launcher does not go back from this version."""
    found = installation()
    if found is None:
        return
    place = place_of(found)
    if place.current == found.version.name:
        with contextlib.suppress(TrainerError):
            # Then the launcher counts one start too many, and at worst goes back to what ran before.
            place.note_window()


def take_back_start() -> None:
    """Uncount a start that handed its files to the window that is open: it was to show none."""
    found = installation()
    if found is None:
        return
    place = place_of(found)
    if place.is_unseen:
        with contextlib.suppress(TrainerError):
            place.take_back_start()
