"""Files set aside: their laptop is not known here, or was revoked. Kept sealed, with why and since when."""

import hashlib
from contextlib import suppress
from pathlib import Path

import msgspec

from trainer_app.actions.workplace import Workplace
from trainer_app.bundle.layout import EXTENSION
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.sending import Quarantined
from trainer_app.system.files import make_folder, write_atomically

_NAME = "quarantine"


class _Note(msgspec.Struct, frozen=True):
    """What is written down beside a file; it names nobody."""

    file: str = ""
    code: str = ""
    values: dict[str, str] = {}
    at: int = 0


def list_files(work: Workplace) -> list[Quarantined]:
    """Return what was set aside, the oldest first."""
    folder = _folder(work)
    if not folder.is_dir():
        return []
    found = [_describe(path) for path in folder.glob(f"*{EXTENSION}")]
    return sorted(found, key=lambda each: (each.at, each.file))


def is_set_aside(path: Path) -> bool:
    """Tell whether a file lies in the quarantine of some archive, this office's or a copy of another's."""
    return path.parent.name == _NAME


def reason(path: Path) -> TrainerError:
    """Return why a file in the quarantine of some archive was set aside there, as its note says."""
    found = _describe(path)
    return TrainerError(found.code or "bundle.set_aside", **found.values)


def holds(work: Workplace, name: str) -> bool:
    """Tell whether a file of this name, which its bytes give, was set aside."""
    return (_folder(work) / name).exists()


def set_aside(work: Workplace, data: bytes, file: str, why: TrainerError) -> None:
    """Keep a file and note why. The same bytes are kept once. Raises files.*."""
    target = _folder(work) / (hashlib.sha256(data).hexdigest()[:32] + EXTENSION)
    if target.exists():
        return
    make_folder(target.parent)
    values = {name: str(value) for name, value in why.values.items()}
    note = _Note(file, why.code, values, work.clock.millis())
    write_atomically(_note_of(target), msgspec.json.encode(note))
    write_atomically(target, data)


def remove(path: Path) -> None:
    """Take a file out of quarantine, since it was taken in."""
    path.unlink(missing_ok=True)
    _note_of(path).unlink(missing_ok=True)


def rename(path: Path, name: str) -> None:
    """Move the note of a file to a file made anew in its place; the old one is the caller's to remove."""
    with suppress(FileNotFoundError):
        _note_of(path).replace(_note_of(path.with_name(name)))


def discard(work: Workplace, path: Path) -> None:
    """Move a file out of sight into the archive. Raises import.unknown for one that is not here."""
    if path.parent != _folder(work) or not path.exists():
        raise TrainerError("import.unknown")
    path.replace(work.folder.archive / path.name)
    _note_of(path).unlink(missing_ok=True)


def delete(work: Workplace, path: Path) -> None:
    """Delete a file that was set aside, for good. Raises import.unknown for one that is not here."""
    if path.parent != _folder(work) or not path.exists():
        raise TrainerError("import.unknown")
    remove(path)


def _describe(path: Path) -> Quarantined:
    note = _Note(path.name)
    # Without a note the file itself says everything again when it is tried once more.
    with suppress(OSError, msgspec.MsgspecError):
        note = msgspec.json.decode(_note_of(path).read_bytes(), type=_Note)
    return Quarantined(path, path.stat().st_size, note.file or path.name, note.code, note.values, note.at)


def _note_of(path: Path) -> Path:
    return path.with_suffix(".json")


def _folder(work: Workplace) -> Path:
    return work.folder.archive / _NAME
