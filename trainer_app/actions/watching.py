"""The office's watched folder: files that appear in it are proposed, never taken in by themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer_app.actions import archiving, quarantine
from trainer_app.actions.workplace import Role, Workplace
from trainer_app.bundle.layout import EXTENSION, MAX_SEALED
from trainer_app.domain.changes import Progress, no_progress
from trainer_app.domain.errors import TrainerError
from trainer_app.store import exchange

type Names = dict[tuple[str, int, int], str]
"""(path, size, time of the last change) -> the name by which the archive would keep it."""

_FOLDER, _PASSED = "watched_folder", "watched_passed"
_MOST = 200
"""Files that are looked at: a folder with more is not one for incoming files."""


@dataclass(frozen=True)
class Seen:
    """A file of the folder: its size in bytes, and the name by which the archive would keep it."""

    path: Path
    size: int
    name: str


def watch(work: Workplace, folder: Path | None) -> None:
    """Choose the folder to watch, or none. Raises office.not_an_office, watching.no_folder."""
    if work.role is not Role.OFFICE:
        raise TrainerError("office.not_an_office")
    if folder is not None and not folder.is_dir():
        raise TrainerError("watching.no_folder", folder=folder.name)
    work.store.change_setting(_FOLDER, str(folder.resolve()) if folder else "")


def folder(work: Workplace) -> Path | None:
    """Return the folder that is watched."""
    text = work.store.setting(_FOLDER)
    return Path(text) if text else None


def list_new(work: Workplace) -> list[Path]:
    """Return the files of the folder that were never taken in, set aside or put off, by their names."""
    place = folder(work)
    return unknown(work, look(place, {})) if place else []


def look(place: Path, known_as: Names, progress: Progress = no_progress) -> list[Seen]:
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
            seen.append(Seen(path, size, name))
    return seen


def unknown(work: Workplace, seen: Sequence[Seen]) -> list[Path]:
    """Return those files that were never taken in, set aside or put off."""
    known = _known(work, {each.name for each in seen})
    return [each.path for each in seen if each.name not in known]


def put_off(work: Workplace, paths: Iterable[Path], known_as: Names | None = None) -> None:
    """Propose some files no more; they stay where they are and can be chosen by hand."""
    known_as = {} if known_as is None else known_as
    names = {name for path in paths if (name := _name_of(path, known_as))}
    work.store.add_names(_PASSED, names)


def _known(work: Workplace, names: set[str]) -> set[str]:
    """Return those of some names that need no proposal any more."""
    if not names:
        return set()
    arrivals = work.database.remembered(
        "arrivals for the watched folder", lambda: exchange.list_arrivals(work.database)
    )
    taken = {found.archived for found in arrivals if found.result != "undone"}
    undone = {found.archived for found in arrivals} - taken
    # What brought nothing new leaves no record, but its original lies in the archive.
    kept = {name for name in names if (work.folder.archive / name).exists()}
    aside = {name for name in names if quarantine.holds(work, name)}
    return taken | aside | (kept - undone) | work.store.names(_PASSED)


def _name_of(path: Path, known_as: Names) -> str:
    """Return under which name the archive would keep a file; "" for one that cannot be read now."""
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
