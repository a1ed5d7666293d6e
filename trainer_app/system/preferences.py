"""What a person likes: language, looks, the last places. A small readable file; nothing secret is in it."""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from trainer_app.system.files import write_atomically
from trainer_app.system.folders import Disk, error_of

Language = Literal["tg", "ru", "en"]
Theme = Literal["system", "light", "dark"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Preferences:
    """Change one with `dataclasses.replace`, then `save`."""

    language: Language = "tg"
    theme: Theme = "system"
    lock_minutes: int = 15
    """Minutes without a key or a click after which the program locks itself; 0 for never."""
    export_folder: str = ""
    """Where the last bundle was written."""
    last_course: str = ""
    """Key of the course opened last."""
    window: str = ""
    """Place and size of the window, base64 as Qt gives it."""
    paper_language: str = ""
    """In which language papers were printed last; "" for that of the window."""
    narrow_rail: bool = False
    """Whether the navigation shows icons only."""
    printer: str = ""
    """Which printer was used last; "" for that of the system."""
    sounds: bool = True
    """Whether a scanned badge is heard."""


def load(path: Path) -> Preferences:
    """Read the preferences; a missing file gives the defaults.

    A damaged one too, after it was set aside as NAME.damaged: a program that refuses to start over its looks
    helps nobody. Members of a newer program are ignored. A file that cannot be read raises `TrainerError`.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Preferences()
    except OSError as error:
        raise error_of(error, path.name) from error
    try:
        return msgspec.json.decode(data, type=Preferences)
    except msgspec.MsgspecError:
        aside = path.with_name(path.name + ".damaged")
        _log.warning("preferences are damaged and were set aside as %s", aside.name)
        try:
            path.replace(aside)
        except OSError as error:
            raise error_of(error, path.name) from error
        return Preferences()


def save(path: Path, preferences: Preferences, *, disk: Disk | None = None) -> None:
    """Write the preferences; the old ones stay when that fails."""
    data = msgspec.json.format(msgspec.json.encode(preferences), indent=2)
    write_atomically(path, data + b"\n", disk=disk)
