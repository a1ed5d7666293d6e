"""Updates of the program: what a file brings, taking it, going back. No network, and of the publisher alone.

The order is: signature, hash, same runtime, newer than what runs, a copy of the data, the files under another
name, the new version's own self-test, and only then the one line that makes it the current version. What runs
goes on running until it is closed.
"""

import logging
from pathlib import Path

from msgspec import Struct

from trainer_app import VERSION
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import packs
from trainer_app.actions.office import backups
from trainer_app.bundle import program_update
from trainer_app.bundle.program_update import version_key
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.store.base.upgrade import version_of
from trainer_app.system import installed
from trainer_app.system.installed import Build, Installation, ProgramPlace

_log = logging.getLogger(__name__)


class ProgramStanding(Struct, frozen=True):
    """Which version runs, and what waits. `next` is what the next start runs, `failed` what did not start.

    `back` is the version to which one can go back, empty where there is none; `built` is an ISO day; `trial`
    tells that no publisher's key is in it.
    """

    number: str
    built: str = ""
    commit: str = ""
    next: str = ""
    failed: str = ""
    back: str = ""
    trial: bool = False


def install(work: Workplace, path: Path, progress: Progress = no_progress) -> ProgramStanding:
    """Take an update: the next start runs it. Nothing changes before all of it is there and has run once.

    Raises as `packs.read_update`; update.not_newer, update.other_runtime, update.not_installed,
    update.does_not_run; and what `backups.create_backup` raises.
    """
    progress("update.checking", 0.0)
    update = packs.read_update(path)
    found = installed.installation()
    refused = packs.update_refusal(update.manifest, found)
    if refused is not None or found is None:
        raise refused or TrainerError("update.not_installed")
    progress("update.copying", 0.1)
    backups.create_backup(work)
    progress("update.laying_out", 0.3)
    place = installed.place_of(found)
    number = update.manifest.number
    folder = place.lay_out(number, program_update.layer_files(update.layer))
    progress("update.trying", 0.5)
    if not installed.runs(found, folder):
        place.tidy(found.version.name)
        raise TrainerError("update.does_not_run", number=number)
    place.make_current(number, _step_to(place, found))
    place.tidy(found.version.name)
    _log.info("update from %s to %s", VERSION, number)
    progress("update.ready", 1.0)
    return standing(work)


def standing(work: Workplace | None = None) -> ProgramStanding:
    """Return which version runs and what waits. Without a workplace nothing is said of going back."""
    found = installed.installation()
    if found is None:
        return ProgramStanding(VERSION)
    place, release = installed.place_of(found), found.release
    following = place.current if place.current != found.version.name else ""
    return ProgramStanding(
        VERSION,
        release.built,
        release.commit,
        next=following if following and version_key(following) != version_key(VERSION) else "",
        failed=place.failed,
        back=_back(work, found, place) if work is not None else "",
        trial=packs.is_trial(),
    )


def step_back(work: Workplace) -> ProgramStanding:
    """Let the next start run the version before. Raises update.nothing_before, update.data_is_newer."""
    found = installed.installation()
    place = installed.place_of(found) if found else None
    if found is None or place is None or _before(found, place) is None:
        raise TrainerError("update.nothing_before")
    if not _back(work, found, place):
        raise TrainerError("update.data_is_newer")
    _log.info("back from %s", VERSION)
    place.step_back()
    return standing(work)


def forget_failed() -> None:
    """Somebody has been told of the version that did not start."""
    found = installed.installation()
    if found is not None:
        installed.place_of(found).forget_failed()


def _step_to(place: ProgramPlace, found: Installation) -> str:
    """Return the number to go back to: what runs, or empty where that is the installed one elsewhere."""
    running = found.version.name
    return running if place.folder(running).is_dir() else ""


def _before(found: Installation, place: ProgramPlace) -> Build | None:
    """Return what the version before says of itself; None where no update has come."""
    if place.before:
        return installed.read_release(place.folder(place.before))
    return found.installed_release if place.current and place.root != found.home else None


def _back(work: Workplace, found: Installation, place: ProgramPlace) -> str:
    """Return the version to which one can go back: there is one, and it reads this database's tables."""
    release = _before(found, place)
    readable = release is not None and release.reads_data >= version_of(work.database)
    return release.version if release and readable else ""
