"""One opened data folder: first start, unlocking, locking, closing; and the folder of database snapshots.

Every action takes the `Workplace` first:

    work = create(folder, passphrase, role="trainer", user_name="D. Nazarova")
    work = open_workplace(folder, passphrase)

Snapshots are thinned out by age, so that their folder stays small without anybody's attention.
"""

import logging
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from trainer_app.actions.base import data_key, joint, rights, server_home, server_people
from trainer_app.actions.base.data_key import Renewal
from trainer_app.bundle import vault
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.authority import AuthorRights
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Entry
from trainer_app.domain.base.passphrases import check_passphrase, plain_fault
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.rights import OfficeUser, Right
from trainer_app.domain.base.settings import (
    DEVICE_CODE,
    DEVICE_KEYS,
    OFFICE_CODE,
    RECOVERY_SLOT,
    RESTORED,
    ROLE,
    SERIALS_AFTER,
    USER,
)
from trainer_app.domain.base.structs import Unshown
from trainer_app.domain.certificates.serials import block_of
from trainer_app.domain.exchange.laptops import LEDGER_KEY, LEDGER_KEY_LENGTH, KdfCost
from trainer_app.domain.office.backups import LeftOut, Snapshot, choose_kept, room_for_copies
from trainer_app.native.disk import unlink_file
from trainer_app.store.base.database import Database
from trainer_app.store.base.files import DatabaseFile, remove_database
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.store import Store, create_store, open_store
from trainer_app.store.exchange import transfers
from trainer_app.store.office.backups import replace_database
from trainer_app.system.clock import Clock, SystemClock, civil_date, civil_moment
from trainer_app.system.files import Sidecar, is_old_copy, sidecar_of
from trainer_app.system.folders import DataFolder, WorkplaceState, broken, refuse_share, state_of

if TYPE_CHECKING:
    from trainer_app.system.child import Child

_NAME = regex(r"(?P<why>[a-z]+(-[a-z]+)*)-(?P<at>[0-9]{1,15})(-[0-9]{1,3})?")
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


def newest_checked(folder: DataFolder) -> Snapshot | None:
    """Return the newest copy that was read back when it was made."""
    return next((copy for copy in list_snapshots(folder) if copy.checked), None)


def newest_copy(folder: DataFolder) -> Snapshot | None:
    """Return the copy that is counted on: the newest that was read back, else the newest of all."""
    return newest_checked(folder) or next(iter(list_snapshots(folder)), None)


def copied_today(work: "Workplace") -> bool:
    """Tell whether any copy was made today.

    Of what lies on a server every row has to come from there, which takes as long as a large import.
    """
    return any(civil_date(copy.at, ZONE) == work.today() for copy in list_snapshots(work.folder))


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
            unlink_file(copy.path)
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


class Workplace(Unshown, Struct):
    """An opened data folder. Use it from one thread at a time; workers call `release` when they end."""

    folder: DataFolder
    store: Store
    clock: Clock
    sidecar: Sidecar
    key: DataKey
    person: OfficeUser | None = None
    """Who of the office's people opened it; None where one works alone, or a key from paper opened it."""
    by_paper: bool = False
    """True once the office's key from paper was typed, until it is unlocked or opened again."""
    renewal: Renewal | None = None
    """A new data key that was begun and is not everywhere yet."""
    took_new_replica: bool = False
    """True if the folder was copied or restored, so that it goes on under a new id."""
    mended_vault: bool = False
    """True if the key file was damaged or gone, and was written anew from its copy (or the reverse)."""
    mended_slot: bool = False
    """True if the recovery slot was not the one that this program had written, and was written anew."""
    weak_passphrase: bool = False
    """True if it was opened with a passphrase that would be refused at first sight if it were new."""
    chose_passphrase: bool = False
    """True while whoever is here has typed another passphrase, and the list does not say so yet."""
    left_out: LeftOut = msgspec.field(default_factory=LeftOut)
    """What an older copy had brought back, and was erased again before anybody saw it."""
    overruled_steps: set[int] = set()
    """Steps that could not be undone because their values have changed since."""
    sound_files: set[str] = set()
    """SHA-256 of pictures and PDFs that a child has opened, so that saving what was chosen needs none."""
    _child: "Child | None" = None

    @property
    def database(self) -> Database:
        """The open database."""
        return self.store.database

    @property
    def journal(self) -> Journal:
        """The journal of the open database."""
        return self.store.journal

    @property
    def child(self) -> "Child":
        """What reads strange files."""
        if self._child is None:
            from trainer_app.system.child import Child

            self._child = Child()
        return self._child

    @child.setter
    def child(self, reader: "Child") -> None:
        """Take another reader, with limits of its own."""
        self._child = reader

    @property
    def role(self) -> Role:
        """What this computer is for."""
        return Role(self.store.setting(ROLE))

    @property
    def travels(self) -> bool:
        """Whether this is a computer of the office that is on the road: it has all that the office has."""
        return rights.place_of(self) is not None

    @property
    def decides(self) -> bool:
        """Whether what is decided here is the office's word, at the office itself or on the road."""
        return self.role is Role.OFFICE or self.travels

    @property
    def user(self) -> str:
        """The name that stands in every entry."""
        return self.person.name if self.person is not None else self.store.setting(USER)

    @property
    def device_code(self) -> str:
        """The code that the office gave this laptop; empty before that."""
        return self.store.setting(DEVICE_CODE)

    @property
    def office_code(self) -> str:
        """The office's code of 2 to 4 letters; empty without an office."""
        return self.store.setting(OFFICE_CODE)

    @property
    def vault_key(self) -> DataKey:
        """What the vault opens: the key of the database, but for a new one that was begun."""
        return self.renewal.key if self.renewal else self.key

    @property
    def on_server(self) -> bool:
        """Whether the data lie on the office's server, and not in the file of the folder."""
        return self.database.on_server

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
    """Make a new data folder under a passphrase.

    Raises workplace.on_share, workplace.exists, passphrase.*, disk.full.
    """
    refuse_share(folder.root)
    if state_of(folder) is not WorkplaceState.NEW:
        raise TrainerError("workplace.exists")
    check_passphrase(passphrase, user_name)
    folder.make()
    clock = clock or SystemClock()
    content, key = vault.create_vault(passphrase, cost)
    sidecar = sidecar_of(folder)
    keys = DeviceKeys.generate()
    author = keys.key_id.hex()
    store = create_store(folder.database, key.key, key.salt, clock.millis, sidecar.note, author, is_signed)
    try:
        # The vault comes last: a crash before it leaves a folder that is known to be broken and empty.
        data_key.write_vault(folder, content)
        store.change_setting(DEVICE_KEYS, keys.to_json())
        store.change_setting(ROLE, role.value)
        store.change_setting(LEDGER_KEY, secrets.token_bytes(LEDGER_KEY_LENGTH))
        store.change_setting(USER, user_name.strip())
        store.journal.user = user_name.strip()
    except BaseException:
        store.close()
        raise
    return Workplace(folder, store, clock, sidecar, key)


def open_workplace(
    folder: DataFolder, passphrase: str, *, name: str = "", clock: Clock | None = None
) -> Workplace:
    """Unlock a data folder; `name` is the short one of a person of the office, where it has several.

    Raises workplace.on_share, vault.wrong_passphrase, vault.unknown_user, vault.damaged, users.closed,
    workplace.missing and what `open_store` raises; nothing on the disk is changed by any of them.
    """
    refuse_share(folder.root)
    state = state_of(folder)
    if state is WorkplaceState.NEW:
        raise TrainerError("workplace.missing")
    if state is WorkplaceState.BROKEN:
        raise broken(folder)
    key = data_key.unlock_key(folder, passphrase, name)
    work = open_with_key(folder, key, clock or SystemClock())
    try:
        work.mended_vault = data_key.mend_vault(folder)
        work.mended_slot = _mend_slot(work)
        work.weak_passphrase = plain_fault(passphrase, work.user) is not None
    except BaseException:
        work.close()
        raise
    return work


def open_with_key(folder: DataFolder, key: DataKey, clock: Clock) -> Workplace:
    """Open a data folder whose key is known, and take a new replica id if it is an old copy.

    Where a new key was begun, the database may still be under the former one; `finish_renewal` goes on.
    Raises workplace.on_share, workplace.moved, server.not_reached.
    """
    refuse_share(folder.root)
    renewal = data_key.begun_renewal(folder, key)
    sidecar = sidecar_of(folder)
    store, key = _open_store(folder, key, renewal, clock, sidecar)
    work = Workplace(folder, store, clock, sidecar, key, renewal=renewal)
    try:
        _sign_in(work)
        settle_replica(work)
        joint.note_heads(work)
    except BaseException:
        work.close()
        raise
    return work


def _sign_in(work: Workplace) -> None:
    """Note who opened it, with the people that every desk of an office on a server knows by now.

    Raises users.closed; users.named for a passphrase that is nobody's, where each has their own by now.
    """
    nobodys = work.on_server and work.vault_key.user is None and _has_passphrase(work)
    try:
        rights.sign_in(work)
    except TrainerError:
        # Whoever was removed opens not even what lies here.
        server_people.take_slots(work)
        raise
    server_people.keep_up(work)
    if nobodys and not _has_passphrase(work):
        raise TrainerError("users.named")
    server_people.enter_as_person(work)


def _has_passphrase(work: Workplace) -> bool:
    return vault.has_passphrase(data_key.read_vault(work.folder))


def _open_store(
    folder: DataFolder, key: DataKey, renewal: Renewal | None, clock: Clock, sidecar: Sidecar
) -> tuple[Store, DataKey]:
    """Open the data where they lie, on the office's server or in the file; return their key, too."""
    address = server_home.address_of(folder, key)
    if address is not None:
        found = server_home.open_at(folder, key, address, clock.millis, sidecar.note, is_signed)
        if found is not None:
            return found, key
    snapshot = folder.snapshots / f"before-upgrade-{clock.millis()}.db"

    def opened(tried: DataKey) -> Store:
        given = (folder.database, tried.key, tried.salt, clock.millis, sidecar.note, snapshot)
        return open_store(*given, check_signature=is_signed)

    store, key = _with_either(renewal, key, opened)
    server_home.refuse_moved(store.database)
    return store, key


def is_signed(entry: Entry, rights: AuthorRights, office: str) -> bool:
    """Tell whether a certificate's row says what its author signed, and under a number of their own."""
    told = {name: str(entry.s.get(name) or "") for name in ("serial", "facts", "credential", "badge")}
    return _is_issued(
        **told, code=rights.code, key=rights.signing_key, may_issue=rights.may_issue, office=office
    )


@lru_cache(maxsize=512)
def _is_issued(
    *,
    serial: str,
    facts: str,
    credential: str,
    badge: str,
    code: str,
    key: bytes,
    may_issue: bool,
    office: str,
) -> bool:
    """Tell it of what is given alone: an import, and taking one back, ask it of the same rows again."""
    # Here and not above: what reads certificates is needed where somebody else's come in, and not at a start.
    from trainer_app.bundle.certificate_check import issuer_of_row
    from trainer_app.bundle.trust import Device, TrustedKeys

    device = Device(code, "", key, "", may_issue=may_issue)
    keys = TrustedKeys({device.key_id: device}, office=office)
    return issuer_of_row(serial, facts, credential, badge, keys) is not None


def _with_either[T](
    renewal: Renewal | None, key: DataKey, opened: Callable[[DataKey], T]
) -> tuple[T, DataKey]:
    """Open with the key, or with the one before if a new one was begun; return which it was, too."""
    try:
        return opened(key), key
    except TrainerError as problem:
        if renewal is None or problem.code != "database.damaged":
            raise
    return opened(renewal.former), renewal.former


def lock(work: Workplace) -> None:
    """Close an opened data folder and forget its key, until `unlock`: to read it raises workplace.locked."""
    work.store.seal()
    work.sidecar.close()
    work.key, work.renewal, work.person = _FORGOTTEN, None, None


def unlock(work: Workplace, passphrase: str, name: str = "") -> None:
    """Open a locked workplace again, in place, for whoever it is now.

    Raises what `open_workplace` does; then it stays locked.
    """
    state = state_of(work.folder)
    if state is not WorkplaceState.LOCKED:
        raise TrainerError("workplace.missing") if state is WorkplaceState.NEW else broken(work.folder)
    unseal(work, data_key.unlock_key(work.folder, passphrase, name))
    work.by_paper = False
    work.mended_vault = data_key.mend_vault(work.folder)
    try:
        _sign_in(work)
        work.mended_slot = _mend_slot(work)
        settle_replica(work)
        joint.note_heads(work)
        work.weak_passphrase = plain_fault(passphrase, work.user) is not None
    except BaseException:
        lock(work)
        raise


def unseal(work: Workplace, key: DataKey) -> None:
    """Let a locked workplace be read again under a key, or under the one before where a new one was begun."""
    renewal = data_key.begun_renewal(work.folder, key)
    address = server_home.address_of(work.folder, key)
    if work.on_server is not (address is not None):
        # Moved meanwhile, from another window.
        work.store, work.key = _open_store(work.folder, key, renewal, work.clock, work.sidecar)
    elif address is not None:
        server_home.open_again(work.folder, work.store, key, address)
        work.key = key
    else:
        _, work.key = _with_either(renewal, key, lambda tried: work.store.unseal(tried.key))
    work.renewal = renewal


def take_over(work: Workplace, fresh: DatabaseFile) -> None:
    """Put a whole database in the place of the open one; the workplace goes on in it, under a new id.

    Call it in the only thread that has a connection. Raises database.in_use while another window or program
    has the data folder open, archive.changed_since where one has written into it, disk.full and its like;
    then nothing has changed.
    """
    key, renewal, person = work.key, work.renewal, work.person
    entries = transfers.count_entries(work.database)

    def check(old: Database) -> None:
        if transfers.count_entries(old) != entries:
            raise TrainerError("archive.changed_since")

    if work.on_server:
        server_home.put_in_place(work.database, fresh, check)
        work.journal.reload()
        settle_replica(work)
        return
    lock(work)
    try:
        replace_database(fresh, work.folder.database, key.key, check)
    finally:
        work.store.unseal(key.key)
        work.key, work.renewal, work.person = key, renewal, person
        settle_replica(work)


def settle_replica(work: Workplace) -> None:
    """Go on under a new replica id if the folder turns out to be an old copy."""
    store, journal = work.store, work.journal
    noted = work.sidecar.read()
    if noted is not None and not noted.bound:
        work.sidecar.note(noted.replica, noted.number)
    if is_old_copy(noted, journal.replica, journal.number):
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
    former = work.store.setting(SERIALS_AFTER)
    work.store.change_setting(SERIALS_AFTER, block_of(work.journal.replica, former))


def serials_after(work: Workplace) -> int:
    """Return the number after which this laptop counts its certificates: 0, or a copy's own block."""
    return work.store.setting(SERIALS_AFTER)


def change_user(work: Workplace, name: str) -> None:
    """Set the name that stands in every entry where one person works; people of an office have theirs."""
    work.store.change_setting(USER, name.strip())
    work.journal.user = work.user


def write_recovery_slot(work: Workplace, recipient: str) -> None:
    """Let whoever holds this age recipient's key open the data, and remember by what hash the slot is known.

    The hash comes first: a power cut between the two leads to a slot that is written anew.
    """
    content = vault.add_recovery(data_key.read_vault(work.folder), work.vault_key, recipient)
    work.store.change_setting(RECOVERY_SLOT, (recipient, vault.recovery_hash(content)))
    data_key.write_vault(work.folder, content)


def drop_recovery_slot(work: Workplace) -> None:
    """Let no office's paper key open this computer's data."""
    work.store.forget_setting(RECOVERY_SLOT)
    data_key.write_vault(work.folder, vault.drop_recovery(data_key.read_vault(work.folder)))


def holds_recovery_slot(work: Workplace, recipient: str) -> bool:
    """Tell whether the vault has the very slot that was written for this recipient."""
    content = data_key.read_vault(work.folder)
    found = (vault.recovery_recipient(content), vault.recovery_hash(content))
    return found[0] == recipient and found == work.store.setting(RECOVERY_SLOT)


def _mend_slot(work: Workplace) -> bool:
    """Write the recovery slot anew where it is not the one written last; tell whether it was so.

    Nothing in the vault proves whose slot it is: whoever has the disk for a moment can put another there,
    which would be found when it is needed.
    """
    known = work.store.setting(RECOVERY_SLOT)
    # While a new key is begun, the slot is one of that key, and not noted yet.
    if known is None or work.renewal is not None or holds_recovery_slot(work, known[0]):
        return False
    _log.warning("the recovery slot was not the one that was written here, and is written anew")
    # As with a vault that is mended: that it opened counts for more than a full disk.
    with suppress(TrainerError):
        write_recovery_slot(work, known[0])
    return True


def take_snapshot(work: Workplace, why: str, check: Callable[[Path], None] | None = None) -> str:
    """Copy the database into the folder of snapshots, and let old ones go; returns the file's name.

    No older copy goes before `check` has passed: what it raises leaves them all, and removes the new one.
    Raises rights.refused to a reader on a server, which hides the office's keys: the copy would lack them.
    """
    if work.on_server:
        rights.check(work, Right.RECORD)
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
