"""Files of updates of the program: what one would bring, and how it travels in the office's packs.

Only the publisher signs them. An office hands on the file that it was given, unopened, to each of its laptops
that runs something older; a laptop keeps what came until somebody takes it (`actions/office/updates`).
"""

import re
from pathlib import Path

from msgspec import Struct

from trainer_app import VERSION
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.bundle import program_update
from trainer_app.bundle.layout import Header
from trainer_app.bundle.program_update import ProgramUpdate, UpdateManifest, version_key
from trainer_app.bundle.sealing import read_public_keys
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts, resource
from trainer_app.domain.exchange.laptops import PROGRAM_VERSIONS
from trainer_app.system import installed
from trainer_app.system.files import make_folder, remove_file, write_atomically
from trainer_app.system.installed import Installation

_KEYS = "publisher_keys.txt"
_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){1,3}")


class UpdateOffer(Struct, frozen=True):
    """What an update would bring: its number, the day it was built (ISO), what is new; `now` runs here.

    `refused` is why it cannot be taken, None where it can.
    """

    number: str
    built: str
    news: Texts
    now: str
    refused: TrainerError | None = None


def publisher_keys() -> list[bytes]:
    """Return the public keys whose updates this program takes; none in a program built without them."""
    path = resource(_KEYS)
    return read_public_keys(path.read_text("ascii")) if path.is_file() else []


def read_file(path: Path) -> ProgramUpdate:
    """Read an update's file and check it whole.

    Raises import.unreadable, update.not_an_update, update.other_publisher, update.damaged,
    update.no_publisher, bundle.too_big, bundle.too_new.
    """
    keys = publisher_keys()
    if not keys:
        raise TrainerError("update.no_publisher")
    try:
        if path.stat().st_size > program_update.MAX_SIZE:
            raise TrainerError("bundle.too_big")
        data = path.read_bytes()
    except OSError as problem:
        raise TrainerError("import.unreadable", file=path.name) from problem
    return program_update.read_update(data, keys)


def look_at(path: Path) -> UpdateOffer:
    """Say what an update would bring, and whether it can be taken here. Raises as `read_file`."""
    manifest = read_file(path).manifest
    return UpdateOffer(
        manifest.number, manifest.built, manifest.news, VERSION, refusal(manifest, installed.installation())
    )


def hand_on(work: Workplace, path: Path) -> UpdateOffer:
    """At an office: let the packs from now on carry an update; return what it is.

    Raises as `read_file`, and update.not_newer for one that is older than what the packs carry.
    """
    update = read_file(path)
    carried = carried_update(work)
    if carried is not None and version_key(update.manifest.number) < version_key(carried.number):
        raise TrainerError("update.not_newer", number=update.manifest.number, now=carried.number)
    _keep(work, path.read_bytes())
    return look_at(work.folder.update)


def stop_handing_on(work: Workplace) -> None:
    """Let packs carry no update any more."""
    remove_file(work.folder.update)


def carried_update(work: Workplace) -> UpdateOffer | None:
    """Return the update that lies here: of an office, what its packs carry; of a laptop, what a pack brought.

    None where there is none, or where it cannot be read any more.
    """
    try:
        return look_at(work.folder.update) if work.folder.update.is_file() else None
    except TrainerError:
        return None


def waiting_update(work: Workplace) -> UpdateOffer | None:
    """Return the update that lies here and can be taken."""
    found = carried_update(work)
    return found if found is not None and found.refused is None else None


def update_for(work: Workplace, device: str) -> bytes:
    """Return the update that a laptop's next pack carries; empty where it runs that version or newer."""
    found = carried_update(work)
    if found is None:
        return b""
    runs = work.store.setting(PROGRAM_VERSIONS).get(device, "")
    if runs and version_key(runs) >= version_key(found.number):
        return b""
    return work.folder.update.read_bytes()


def take_carried(work: Workplace, data: bytes) -> None:
    """On a laptop: keep the update that a pack brought, if it is the publisher's and newer than what runs.

    A pack brings the courses whatever its update is: what cannot be used is left, and changes nothing else.
    """
    keys = publisher_keys()
    if not data or not keys or work.role is Role.OFFICE:
        return
    try:
        number = program_update.read_update(data, keys).manifest.number
    except TrainerError:
        return
    kept = carried_update(work)
    newest = max((VERSION, kept.number) if kept else (VERSION,), key=version_key)
    if version_key(number) > version_key(newest):
        _keep(work, data)


def note_version(work: Workplace, device: str, header: Header) -> None:
    """At an office: remember which version of the program a laptop's file was written by."""
    if work.role is not Role.OFFICE or not _VERSION.fullmatch(header.app):
        return
    known = work.store.setting(PROGRAM_VERSIONS)
    if known.get(device) != header.app:
        known[device] = header.app
        work.store.change_setting(PROGRAM_VERSIONS, known)


def forget_taken(work: Workplace) -> None:
    """On a laptop: let go of an update that runs by now."""
    found = carried_update(work) if work.role is not Role.OFFICE else None
    if found is not None and version_key(found.number) <= version_key(VERSION):
        remove_file(work.folder.update)


def _keep(work: Workplace, data: bytes) -> None:
    make_folder(work.folder.update.parent)
    write_atomically(work.folder.update, data)


def refusal(manifest: UpdateManifest, found: Installation | None) -> TrainerError | None:
    """Return why an update cannot be taken here; None where it can."""
    if found is None:
        return TrainerError("update.not_installed")
    newest = max(VERSION, installed.place_of(found).current or VERSION, key=version_key)
    if version_key(manifest.number) <= version_key(newest):
        return TrainerError("update.not_newer", number=manifest.number, now=newest)
    if manifest.needs_runtime != found.runtime_id:
        return TrainerError("update.other_runtime", number=manifest.number)
    return None
