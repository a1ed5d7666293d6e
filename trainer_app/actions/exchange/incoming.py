"""Files that wait: those set aside because their laptop is not known here, and the watched folder.

Files set aside are kept sealed, with why and since when. Files that appear in the watched folder are
proposed,
never imported by themselves.
"""

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.bundle.layout import EXTENSION, MAX_SEALED
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.laptops import WATCHED_FOLDER, WATCHED_PASSED
from trainer_app.domain.exchange.sending import QuarantinedFile
from trainer_app.native.disk import replace_file, unlink_file
from trainer_app.store.exchange import transfers
from trainer_app.system.files import make_folder, write_atomically

_NAME = "quarantine"


class _Note(msgspec.Struct, frozen=True):
    """What is written down beside a file; it names nobody."""

    file: str = ""
    code: str = ""
    values: dict[str, str] = {}
    at: int = 0


def list_set_aside(work: Workplace) -> list[QuarantinedFile]:
    """Return what was set aside, the oldest first."""
    folder = _folder(work)
    if not folder.is_dir():
        return []
    found = [_describe(path) for path in folder.glob(f"*{EXTENSION}")]
    return sorted(found, key=lambda each: (each.at, each.file))


def is_set_aside(path: Path) -> bool:
    """Tell whether a file lies in the quarantine of some archive, this office's or a copy of another's."""
    return path.parent.name == _NAME


def why_set_aside(path: Path) -> TrainerError:
    """Return why a file in the quarantine of some archive was set aside there, as its note says."""
    found = _describe(path)
    return TrainerError(found.code or "bundle.set_aside", **found.values)


def is_held(work: Workplace, name: str) -> bool:
    """Tell whether a file of this name, which its bytes give, was set aside."""
    return (_folder(work) / name).exists()


@guarded
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
    unlink_file(path)
    unlink_file(_note_of(path))


def rename(path: Path, name: str) -> None:
    """Move the note of a file to a file made anew in its place; the old one is the caller's to remove."""
    with suppress(FileNotFoundError):
        replace_file(_note_of(path), _note_of(path.with_name(name)))


@guarded
def discard(work: Workplace, path: Path) -> None:
    """Move a file out of sight into the archive. Raises import.unknown for one that is not here."""
    if path.parent != _folder(work) or not path.exists():
        raise TrainerError("import.unknown")
    replace_file(path, work.folder.archive / path.name)
    unlink_file(_note_of(path))


@guarded
def delete(work: Workplace, path: Path) -> None:
    """Delete a file that was set aside, for good. Raises import.unknown for one that is not here."""
    if path.parent != _folder(work) or not path.exists():
        raise TrainerError("import.unknown")
    remove(path)


def _describe(path: Path) -> QuarantinedFile:
    note = _Note(path.name)
    # Without a note the file itself says everything again when it is tried once more.
    with suppress(OSError, msgspec.MsgspecError):
        note = msgspec.json.decode(_note_of(path).read_bytes(), type=_Note)
    return QuarantinedFile(path, path.stat().st_size, note.file or path.name, note.code, note.values, note.at)


def _note_of(path: Path) -> Path:
    return path.with_suffix(".json")


def _folder(work: Workplace) -> Path:
    return work.folder.archive / _NAME


type KnownNames = dict[tuple[str, int, int], str]
"""(path, size, time of the last change) -> the name by which the archive would keep it."""

_MOST = 200
"""Files that are looked at: a folder with more is not one for incoming files."""


class FoundFile(Struct, frozen=True):
    """A file of the folder: its size in bytes, and the name by which the archive would keep it."""

    path: Path
    size: int
    name: str


@guarded
def watch_folder(work: Workplace, folder: Path | None) -> None:
    """Choose the folder to watch, or none. Raises office.not_an_office, watching.no_folder."""
    if work.role is not Role.OFFICE:
        raise TrainerError("office.not_an_office")
    if folder is not None and not folder.is_dir():
        raise TrainerError("watching.no_folder", folder=folder.name)
    work.store.change_setting(WATCHED_FOLDER, str(folder.resolve()) if folder else "")


def watched_folder(work: Workplace) -> Path | None:
    """Return the folder that is watched."""
    text = work.store.setting(WATCHED_FOLDER)
    return Path(text) if text else None


def list_new(work: Workplace) -> list[Path]:
    """Return the files of the folder that `unknown_files` proposes, by their names."""
    place = watched_folder(work)
    return unknown_files(work, look_at_folder(place, {})) if place else []


def look_at_folder(place: Path, known_as: KnownNames, progress: Progress = no_progress) -> list[FoundFile]:
    """Return what lies in a folder, in the order of its names; one that is gone holds nothing.

    A file is known by its bytes, so that one that was renamed is not proposed again. One that cannot be read
    is passed over: it may still be on its way. `known_as` remembers what was read before, from look to look.
    Touches no database, and may take long where the folder lies on the network: for a worker.
    """
    try:
        found = sorted(path for path in place.glob(f"*{EXTENSION}") if path.is_file())[:_MOST]
    except OSError:
        return []
    seen = []
    for number, path in enumerate(found):
        progress("", number / len(found))
        name, size = _name_of(path, known_as), _size_of(path)
        if name and size:
            seen.append(FoundFile(path, size, name))
    return seen


def unknown_files(work: Workplace, seen: Sequence[FoundFile]) -> list[Path]:
    """Return those files that were never taken in, set aside, put off or written here."""
    known = _known(work, {each.name for each in seen})
    new = [each for each in seen if each.name not in known]
    # What was written before its bytes were remembered is known by its name and its size.
    sent = transfers.list_departures(work.database) if new else []
    own = {(Path(one.file).name, one.size) for one in sent}
    return [each.path for each in new if (each.path.name, each.size) not in own]


@guarded
def put_off(work: Workplace, paths: Iterable[Path], known_as: KnownNames | None = None) -> None:
    """Propose some files no more; they stay where they are and can be chosen by hand."""
    known_as = {} if known_as is None else known_as
    names = {name for path in paths if (name := _name_of(path, known_as))}
    work.store.add_names(WATCHED_PASSED, names)


def stays_known(work: Workplace, name: str) -> None:
    """Propose a file no more whose original in the archive is about to be made anew, or removed.

    Such a file, as it came, may still lie in the folder: nothing else here remembers its bytes.
    """
    if name in _known(work, {name}):
        remember(work, name)


def remember(work: Workplace, name: str) -> None:
    """Propose a file of this name, which its bytes give, no more; laptops propose none."""
    if work.role is Role.OFFICE:
        work.store.add_names(WATCHED_PASSED, {name})


def _known(work: Workplace, names: set[str]) -> set[str]:
    """Return those of some names that need no proposal any more."""
    if not names:
        return set()
    arrivals = work.database.remembered(
        "arrivals for the watched folder", lambda: transfers.list_arrivals(work.database)
    )
    taken = {found.archived for found in arrivals if found.result != "undone"}
    undone = {found.archived for found in arrivals} - taken
    # What brought nothing new leaves no record, but its original lies in the archive.
    kept = {name for name in names if (work.folder.archive / name).exists()}
    aside = {name for name in names if is_held(work, name)}
    passed = work.store.setting(WATCHED_PASSED)
    return taken | aside | (kept - undone) | passed


def _name_of(path: Path, known_as: KnownNames) -> str:
    """Return under which name the archive would keep a file; "" for one that cannot be read now."""
    # Here and not above: a start counts what was set aside, and looks at no file.
    from trainer_app.actions.exchange import archiving

    try:
        found = path.stat()
        seen = (str(path), found.st_size, found.st_mtime_ns)
        if seen not in known_as:
            # What is too big to be one of ours is told as such when it is looked at.
            data = path.name.encode() if found.st_size > MAX_SEALED else path.read_bytes()
            known_as[seen] = archiving.archive_name(data) if data else ""
    except OSError:
        return ""
    return known_as[seen]


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
