"""What runs beside a data folder: the one window that it has, and the folder to practise in.

A second start hands its files to the window that is open, and ends. Without any network: the first window
holds a file beside the folder's sidecar; the second lays the paths of its files into a folder there, as one
message, and waits until the first has taken it. Who gets no answer in time, as the other one is busy, goes on
waiting in sight: it opens the folder when the other one is gone, and never beside it.

Folders to practise in lie beside the real ones, and are known by a mark:

ROOT-practice/practice.txt      a line before anything else is there; a second one, the passphrase, at last

Nothing here brings the rest of the program along: the first page asks it.
"""

import contextlib
import logging
import os
import shutil
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from trainer_app.domain.base.errors import TrainerError
from trainer_app.native.disk import hold_alone, patiently, pause, unlink_file
from trainer_app.native.windows import let_others_come_forward
from trainer_app.system.files import write_atomically
from trainer_app.system.folders import DataFolder

_log = logging.getLogger(__name__)
LOCKED_BY = "TRAINER_LOCKED_BY"
"""Variable by which a program that locked itself tells the new one who sat there."""
LOCKED_AT = "TRAINER_LOCKED_AT"
"""Variable by which it tells the new one what was in sight: the names of screen, course and tab."""
LOCKED_LYING = "TRAINER_LOCKED_LYING"
"""Variable by which it tells the new one where its window lay; nothing where that was in front."""
_HELD, _MESSAGES, _ENDING = ".window", ".open", ".json"
ANSWERED_WITHIN = 5.0
"""Seconds in which the window that is open takes a message, unless it is busy."""
_LOOK_EVERY = 0.05


class OpenWindow:
    """The window of a data folder, as far as others must know of it. `hold` makes this process its owner."""

    def __init__(self, folder: DataFolder) -> None:
        self._held_file = folder.sidecar.with_suffix(_HELD)
        self.messages = folder.sidecar.with_suffix(_MESSAGES)
        """The folder in which others lay their messages."""
        self._descriptor: int | None = None
        self._asked: list[str] | None = None
        self._message: Path | None = None

    @property
    def held(self) -> bool:
        """Tell whether it is this process's."""
        return self._descriptor is not None

    def hold(self) -> bool:
        """Be the one window of the folder; tell whether that is so.

        What was laid down for a window that is gone waits for this one. Where the system cannot hold a file,
        every window counts as the only one.
        """
        if self.held:
            return True
        try:
            self.messages.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._descriptor = hold_alone(self._held_file)
        except OSError as problem:
            _log.warning("the window cannot be held: errno %s", problem.errno)
            return True
        return self.held

    def let_go(self) -> None:
        """Be it no more."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    @property
    def asks(self) -> bool:
        """Tell whether this process waits for the window that is open."""
        return self._asked is not None

    def hand_over(self, files: Iterable[Path], patience: float | None = None) -> bool:
        """Ask the window that is open to show itself and to take files; tell whether it does.

        `patience` in seconds, else `ANSWERED_WITHIN`. Without an answer the message stays: `answered` looks
        again, `take_back` ends it.
        """
        self._asked = [str(path.absolute()) for path in files]
        let_others_come_forward()
        end = time.monotonic() + (ANSWERED_WITHIN if patience is None else patience)
        while not self.answered():
            if time.monotonic() >= end:
                return False
            pause(_LOOK_EVERY)
        return True

    def answered(self) -> bool:
        """Tell whether the message was taken; one that the disk refused is laid down anew."""
        if self._message is not None:
            return not self._message.exists()
        message = self.messages / f"{time.time_ns():020d}-{os.getpid()}{_ENDING}"
        with contextlib.suppress(TrainerError):
            write_atomically(message, msgspec.json.encode(self._asked or []))
            self._message = message
        return False

    def take_back(self) -> bool:
        """Ask no more; tell whether nobody has taken the message: who removes one deals with it."""
        message, self._message, self._asked = self._message, None, None
        return message is None or self._remove(message)

    def take(self) -> Sequence[Path] | None:
        """Return the files that others handed over since the last call; None where nobody asked."""
        asked, files = False, list[Path]()
        for path in self._waiting():
            try:
                found = msgspec.json.decode(patiently(path.read_bytes), type=list[str])
            except OSError:
                continue  # it stays, for the next look
            except msgspec.MsgspecError:
                found = []
            if self._remove(path):
                asked = True
                files += (Path(name) for name in found)
        return list(dict.fromkeys(files)) if asked else None

    def _waiting(self) -> list[Path]:
        with contextlib.suppress(OSError):
            return sorted(self.messages.glob(f"*{_ENDING}"))
        return []

    def _remove(self, path: Path) -> bool:
        """Remove a message; tell whether it was there."""
        if not path.exists():
            return False
        try:
            unlink_file(path)
        except OSError as problem:
            _log.warning("a message could not be removed: errno %s", problem.errno)
            return False
        return True


_SUFFIX = "-practice"
_MARK = "practice.txt"
_BEGUN = "Sample data of Trainer App, to practise with."


def practice_of(root: Path) -> Path:
    """Return where somebody with a data folder practises."""
    return root.with_name(f"{root.name}{_SUFFIX}")


def is_practice(root: Path) -> bool:
    """Tell whether a folder was made to practise in, be it half."""
    return root.name.endswith(_SUFFIX) and _lines(root)[:1] == [_BEGUN]


def own_folder(root: Path) -> Path | None:
    """Return the real data folder of somebody who practises in `root`; None if `root` is a real one."""
    return root.with_name(root.name.removesuffix(_SUFFIX)) if is_practice(root) else None


def practice_passphrase(root: Path) -> str:
    """Return the passphrase of a folder to practise in, which is no secret; "" for one that is not whole."""
    return "".join(_lines(root)[1:2]) if is_practice(root) else ""


def mark_practice(root: Path, passphrase: str = "") -> None:
    """Mark a folder as one to practise in, with the passphrase once it is whole."""
    lines = [_BEGUN, passphrase] if passphrase else [_BEGUN]
    write_atomically(root / _MARK, "\n".join(lines).encode())


def remove_practice(root: Path) -> None:
    """Delete a folder to practise in; any other one stays.

    It counts as half made from now on, so that what another program holds open goes the next time: the mark
    that tells what the folder is goes last.
    """
    if not is_practice(root):
        return
    mark_practice(root)
    for part in root.iterdir():
        if part.is_dir():
            shutil.rmtree(part, ignore_errors=True)
        elif part.name != _MARK:
            with contextlib.suppress(OSError):
                part.unlink()
    if [part.name for part in root.iterdir()] == [_MARK]:
        shutil.rmtree(root, ignore_errors=True)


def _lines(root: Path) -> list[str]:
    try:
        return (root / _MARK).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
