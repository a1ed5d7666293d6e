"""The folder of copies: what lies in it, and how it stays small without anybody thinking of it."""

import logging
import re
import shutil
from pathlib import Path

from trainer_app.domain.backups import Snapshot, choose_kept, room_for_copies
from trainer_app.system.clock import civil_date
from trainer_app.system.folders import Folder

_NAME = re.compile(r"(?P<why>[a-z]+(-[a-z]+)*)-(?P<at>[0-9]{1,15})(-[0-9]{1,3})?")
CARRIED = "carried"
"""Copies that came back on a stick."""
_log = logging.getLogger(__name__)


def list_snapshots(folder: Folder) -> list[Snapshot]:
    """Return the copies of a data folder, the newest first."""
    if not folder.snapshots.is_dir():
        return []
    found = []
    for path in folder.snapshots.glob("*.db"):
        name = _NAME.fullmatch(path.stem)
        if name is not None:
            found.append(Snapshot(path, name["why"], int(name["at"]), path.stat().st_size))
    return sorted(found, key=lambda snapshot: (snapshot.at, snapshot.path.name), reverse=True)


def made_at(path: Path) -> int:
    """Return when a copy was made, in wall milliseconds, as its name tells; 0 for another name."""
    name = _NAME.fullmatch(path.stem)
    return int(name["at"]) if name is not None else 0


def thin(folder: Folder, zone: str, *, fresh: Path | None = None) -> list[Path]:
    """Remove the copies that the rule of the days, weeks and months does not keep; return their paths.

    `fresh` was just made and stays, also where a clock that was set back lets it look like an old one. A copy
    that cannot be removed is no failure of whoever made another.
    """
    copies = list_snapshots(folder)
    if not copies:
        return []
    disk = shutil.disk_usage(folder.snapshots)
    most = room_for_copies(sum(copy.size for copy in copies), disk.free, disk.total)
    kept = {copy.path for copy in choose_kept(copies, lambda at: civil_date(at, zone), most)}
    removed = []
    for copy in copies:
        if copy.path in kept or copy.path == fresh:
            continue
        try:
            copy.path.unlink(missing_ok=True)
            removed.append(copy.path)
        except OSError as problem:
            _log.warning("a copy could not be removed: errno %s", problem.errno)
    return removed
