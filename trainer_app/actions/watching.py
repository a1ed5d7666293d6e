"""The office's watched folder: files that appear in it are proposed, never taken in by themselves."""

from collections.abc import Iterable
from pathlib import Path

from trainer_app.actions import archiving, quarantine
from trainer_app.actions.workplace import Role, Workplace
from trainer_app.bundle.layout import EXTENSION, MAX_SEALED
from trainer_app.domain.errors import TrainerError
from trainer_app.store import exchange

type Names = dict[tuple[str, int, int], str]
"""(path, size, time of the last change) -> the name by which the archive would keep it."""

_FOLDER, _PASSED = "watched_folder", "watched_passed"
_MOST = 200
"""Files that are looked at: a folder with more is not one for incoming files."""


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


def list_new(work: Workplace, known_as: Names | None = None) -> list[Path]:
    """Return the files of the folder that were never taken in, set aside or put off, by their names.

    A file is known by its bytes, so that one that was renamed is not proposed again. One that cannot be read
    is passed over: it may still be on its way. `known_as` remembers what was read before, from look to look.
    """
    place = folder(work)
    if place is None or not place.is_dir():
        return []
    found = sorted(path for path in place.glob(f"*{EXTENSION}") if path.is_file())[:_MOST]
    known, known_as = _known(work), {} if known_as is None else known_as
    return [path for path in found if (name := _name_of(path, known_as)) and name not in known]


def put_off(work: Workplace, paths: Iterable[Path]) -> None:
    """Propose some files no more; they stay where they are and can be chosen by hand."""
    names = {name for path in paths if (name := _name_of(path, {}))}
    work.store.add_names(_PASSED, names)


def _known(work: Workplace) -> set[str]:
    taken = {found.archived for found in exchange.list_arrivals(work.database) if found.result != "undone"}
    aside = {found.path.name for found in quarantine.list_files(work)}
    # What brought nothing new leaves no record, but its original lies in the archive.
    kept = {path.name for path in work.folder.archive.glob(f"*{EXTENSION}")}
    undone = {found.archived for found in exchange.list_arrivals(work.database)} - taken
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
