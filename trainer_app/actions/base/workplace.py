"""One opened data folder: first start, unlocking, locking, closing; and the folder of database snapshots.

Every action takes the `Workplace` first:

    work = create(folder, passphrase, role="trainer", user_name="D. Nazarova")
    work = open_workplace(folder, passphrase)

Snapshots are thinned out by age, so that their folder stays small without anybody's attention.
"""

import logging
import re
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from trainer_app.bundle import vault
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.passphrases import check_passphrase, plain_fault
from trainer_app.domain.base.settings import DEVICE_CODE, OFFICE_CODE, RESTORED, ROLE, SERIALS_AFTER, USER
from trainer_app.domain.certificates.serials import block_of
from trainer_app.domain.exchange.laptops import LEDGER_KEY, LEDGER_KEY_LENGTH, KdfCost
from trainer_app.domain.office.backups import LeftOut, Snapshot, choose_kept, room_for_copies
from trainer_app.store.base.database import Database, remove_database
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.store import Store, create_store, open_store
from trainer_app.store.exchange import transfers
from trainer_app.store.office.backups import replace_database
from trainer_app.system.child import Child
from trainer_app.system.clock import Clock, SystemClock, civil_date, civil_moment
from trainer_app.system.files import Sidecar, is_old_copy, write_atomically
from trainer_app.system.folders import DataFolder, WorkplaceState, broken, state_of

_NAME = re.compile(r"(?P<why>[a-z]+(-[a-z]+)*)-(?P<at>[0-9]{1,15})(-[0-9]{1,3})?")
CARRIED = "carried"
"""Copies that came back on a stick."""
_log = logging.getLogger(__name__)


def list_snapshots(folder: DataFolder) -> list[Snapshot]:
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


def thin(folder: DataFolder, zone: str, *, fresh: Path | None = None) -> list[Path]:
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


ZONE = "Asia/Dushanbe"
"""Where days are counted if no course says otherwise."""

_FORGOTTEN = DataKey(bytes(32), bytes(16))
"""In the key's place while a workplace is locked."""


class Role(StrEnum):
    """What this computer is for."""

    TRAINER = "trainer"
    OFFICE = "office"


@dataclass
class Workplace:
    """An opened data folder. Use it from one thread at a time; workers call `release` when they end."""

    folder: DataFolder
    store: Store
    clock: Clock
    sidecar: Sidecar
    key: DataKey = field(repr=False)
    took_new_replica: bool = False
    """True if the folder was copied or restored, so that it goes on under a new id."""
    mended_vault: bool = False
    """True if the key file was damaged or gone, and was written anew from its copy (or the reverse)."""
    weak_passphrase: bool = False
    """True if it was opened with a passphrase that would be refused at first sight if it were new."""
    left_out: LeftOut = field(default_factory=LeftOut)
    """What an older copy had brought back, and was erased again before anybody saw it."""
    overruled_step: int = 0
    """The newest step that could not be undone because its values have changed since; 0 for none."""
    child: Child = field(default_factory=Child, repr=False)
    """What reads strange files."""
    sound_files: set[str] = field(default_factory=set, repr=False)
    """SHA-256 of pictures and PDFs that a child has opened, so that saving what was chosen needs none."""

    @property
    def database(self) -> Database:
        """The open database."""
        return self.store.database

    @property
    def journal(self) -> Journal:
        """The journal of the open database."""
        return self.store.journal

    @property
    def role(self) -> Role:
        """What this computer is for."""
        return Role(self.store.setting(ROLE))

    @property
    def user(self) -> str:
        """The name that stands in every entry."""
        return self.store.setting(USER)

    @property
    def device_code(self) -> str:
        """The code that the office gave this laptop; empty before that."""
        return self.store.setting(DEVICE_CODE)

    @property
    def office_code(self) -> str:
        """The office's code of 2 to 4 letters; empty without an office."""
        return self.store.setting(OFFICE_CODE)

    @property
    def locked(self) -> bool:
        """Tell whether the key is forgotten, so that nothing can be read before `unlock`."""
        return self.database.sealed

    def today(self) -> date:
        """Return the civil date here."""
        return self.clock.today(ZONE)

    def moment(self, millis: int) -> datetime:
        """Return Unix milliseconds as a time here."""
        return civil_moment(millis, ZONE)

    def take_left_out(self) -> LeftOut:
        """Return once who was left out of older data, for whoever tells it."""
        found, self.left_out = self.left_out, LeftOut()
        return found

    def release(self) -> None:
        """Close the calling thread's connection; the workplace stays open for others."""
        self.store.close()

    def close(self) -> None:
        """Close the data folder."""
        self.store.close()
        self.sidecar.close()


def create(
    folder: DataFolder,
    passphrase: str,
    *,
    role: Role = Role.TRAINER,
    user_name: str = "",
    clock: Clock | None = None,
    cost: KdfCost | None = None,
) -> Workplace:
    """Make a new data folder under a passphrase. Raises workplace.exists, passphrase.*, disk.full."""
    if state_of(folder) is not WorkplaceState.NEW:
        raise TrainerError("workplace.exists")
    check_passphrase(passphrase, user_name)
    clock = clock or SystemClock()
    content, key = vault.create_vault(passphrase, cost)
    sidecar = Sidecar(folder.sidecar)
    store = create_store(folder.database, key.key, key.salt, clock.millis, sidecar.note)
    try:
        # The vault comes last: a crash before it leaves a folder that is known to be broken and empty.
        write_vault(folder, content)
        store.change_setting(ROLE, role.value)
        store.change_setting(LEDGER_KEY, secrets.token_bytes(LEDGER_KEY_LENGTH))
        store.change_setting(USER, user_name.strip())
        store.journal.user = user_name.strip()
    except BaseException:
        store.close()
        raise
    return Workplace(folder, store, clock, sidecar, key)


def open_workplace(folder: DataFolder, passphrase: str, *, clock: Clock | None = None) -> Workplace:
    """Unlock a data folder.

    Raises vault.wrong_passphrase, vault.damaged, workplace.missing and what `open_store` raises; nothing
    on the disk is changed by any of them.
    """
    state = state_of(folder)
    if state is WorkplaceState.NEW:
        raise TrainerError("workplace.missing")
    if state is WorkplaceState.BROKEN:
        raise broken(folder)
    key = unlock_key(folder, passphrase)
    work = open_with_key(folder, key, clock or SystemClock())
    work.mended_vault = _mend_vault(folder)
    work.weak_passphrase = plain_fault(passphrase, work.user) is not None
    return work


def open_with_key(folder: DataFolder, key: DataKey, clock: Clock) -> Workplace:
    """Open a data folder whose key is known, and take a new replica id if it is an old copy."""
    sidecar = Sidecar(folder.sidecar)
    snapshot = folder.snapshots / f"before-upgrade-{clock.millis()}.db"
    store = open_store(folder.database, key.key, key.salt, clock.millis, sidecar.note, snapshot)
    work = Workplace(folder, store, clock, sidecar, key)
    try:
        _settle_replica(work)
    except BaseException:
        work.close()
        raise
    return work


def lock(work: Workplace) -> None:
    """Close an opened data folder and forget its key, for `unlock` to go on with: it can be read no more.

    Reading meanwhile raises workplace.locked.
    """
    work.store.seal()
    work.sidecar.close()
    work.key = _FORGOTTEN


def unlock(work: Workplace, passphrase: str) -> None:
    """Open a locked workplace again, in place. Raises what `open_workplace` does; then it stays locked."""
    state = state_of(work.folder)
    if state is not WorkplaceState.LOCKED:
        raise TrainerError("workplace.missing") if state is WorkplaceState.NEW else broken(work.folder)
    key = unlock_key(work.folder, passphrase)
    work.store.unseal(key.key)
    work.key = key
    work.mended_vault = _mend_vault(work.folder)
    try:
        _settle_replica(work)
        work.weak_passphrase = plain_fault(passphrase, work.user) is not None
    except BaseException:
        lock(work)
        raise


def take_over(work: Workplace, fresh: Database) -> None:
    """Put a whole database in the place of the open one; the workplace goes on in it, under a new id.

    Call it in the only thread that has a connection. Raises database.in_use while another window or program
    has the data folder open, archive.changed_since where one has written into it, disk.full and its like;
    then nothing has changed.
    """
    key, entries = work.key, transfers.count_entries(work.database)

    def check(old: Database) -> None:
        if transfers.count_entries(old) != entries:
            raise TrainerError("archive.changed_since")

    lock(work)
    try:
        replace_database(fresh, work.folder.database, key.key, check)
    finally:
        work.store.unseal(key.key)
        work.key = key
        _settle_replica(work)


def _settle_replica(work: Workplace) -> None:
    """Go on under a new replica id if the folder turns out to be an old copy."""
    store, journal = work.store, work.journal
    if is_old_copy(work.sidecar.read(), journal.replica, journal.number):
        journal.take_new_replica()
        work.took_new_replica = True
        if not store.setting(RESTORED):
            keep_serials_apart(work)
    if store.setting(RESTORED):
        store.forget_setting(RESTORED)
    journal.user = work.user


def code_of_copy(work: Workplace) -> str:
    """Return the code of the sentence that tells of a copied folder: an office has no laptop."""
    office = work.role is Role.OFFICE
    return "workplace.office_took_new_replica" if office else "workplace.took_new_replica"


def keep_serials_apart(work: Workplace) -> None:
    """Count certificates on in a block of its own: what another copy has given is not known here."""
    work.store.change_setting(SERIALS_AFTER, block_of(work.journal.replica))


def serials_after(work: Workplace) -> int:
    """Return the number after which this laptop counts its certificates: 0, or a copy's own block."""
    return work.store.setting(SERIALS_AFTER)


def change_passphrase(work: Workplace, old: str, new: str, *, cost: KdfCost | None = None) -> None:
    """Set a new passphrase. Raises vault.wrong_passphrase, passphrase.*."""
    check_passphrase(new, work.user)
    content = read_vault(work.folder)
    write_vault(work.folder, vault.change_passphrase(content, old, new, cost))
    work.weak_passphrase = False


def check_own_passphrase(work: Workplace, passphrase: str) -> None:
    """Raise vault.wrong_passphrase unless this is the passphrase of the open folder. Takes a moment."""
    unlock_key(work.folder, passphrase)


def change_user(work: Workplace, name: str) -> None:
    """Set the name that stands in every entry from now on."""
    work.store.change_setting(USER, name.strip())
    work.journal.user = name.strip()


def write_vault(folder: DataFolder, content: bytes) -> None:
    """Write the vault and then its copy, so that one of the two is always whole."""
    folder.root.mkdir(parents=True, exist_ok=True)
    write_atomically(folder.vault, content)
    write_atomically(folder.vault_copy, content)


def read_vault(folder: DataFolder) -> bytes:
    """Return the vault, or its copy when the vault is damaged or gone. Raises vault.damaged."""
    problem = TrainerError("vault.damaged")
    for path in (folder.vault, folder.vault_copy):
        try:
            content = path.read_bytes()
            vault.check_whole(content)
        except OSError:
            continue
        except TrainerError as found:
            problem = found
        else:
            return content
    raise problem


def _mend_vault(folder: DataFolder) -> bool:
    """Write vault and copy anew where one of the two is damaged or gone; tell whether it was so.

    Two that are whole and differ come from a power cut between them: the vault is the newer one.
    """
    good = read_vault(folder)
    found = [_read_whole(path) for path in (folder.vault, folder.vault_copy)]
    if found != [good, good]:
        # That it opened counts for more than that a full disk could not take the second copy.
        with suppress(TrainerError):
            write_vault(folder, good)
    return None in found


def _read_whole(path: Path) -> bytes | None:
    try:
        content = path.read_bytes()
        vault.check_whole(content)
    except (OSError, TrainerError):
        return None
    return content


def take_snapshot(work: Workplace, why: str, check: Callable[[Path], None] | None = None) -> str:
    """Copy the database into the folder of snapshots, and let old ones go; returns the file's name.

    No older copy goes before `check` has passed: what it raises leaves them all, and removes the new one.
    """
    target = work.folder.snapshots / f"{why}-{work.clock.millis()}.db"
    made = work.store.snapshot(target)
    try:
        if check is not None:
            check(made)
    except BaseException:
        remove_database(made)
        raise
    thin(work.folder, ZONE, fresh=made)
    return made.name


def unlock_key(folder: DataFolder, passphrase: str) -> DataKey:
    """Unlock by the vault, or by its copy when the vault is damaged or gone."""
    problem = TrainerError("vault.damaged")
    for path in (folder.vault, folder.vault_copy):
        try:
            return vault.unlock(path.read_bytes(), passphrase)
        except FileNotFoundError:
            continue
        except TrainerError as found:
            if found.code != "vault.damaged":
                raise
            problem = found
    raise problem
