"""The key of an opened workplace: the passphrase that opens it, and a new key for all its data."""

import logging
from collections.abc import Mapping

from msgspec import Struct

from trainer_app.actions.base import data_key, rights, server_people
from trainer_app.actions.base.data_key import Renewal
from trainer_app.actions.base.workplace import Workplace, lock, settle_replica, unseal, write_recovery_slot
from trainer_app.bundle import vault
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.passphrases import check_passphrase, plain_fault
from trainer_app.domain.base.rights import OfficeUser
from trainer_app.domain.base.settings import KEY_DUE, RECOVERY_SLOT
from trainer_app.domain.base.structs import Unshown
from trainer_app.domain.exchange.laptops import KdfCost

_log = logging.getLogger(__name__)


def is_key_due(work: Workplace) -> bool:
    """Tell whether the data must get a new key as soon as somebody types the passphrase."""
    return work.store.setting(KEY_DUE)


def ask_for_new_key(work: Workplace) -> None:
    """Let the data get a new key when the passphrase is typed next. May be inside a transaction."""
    work.store.change_setting(KEY_DUE, True)


def change_passphrase(work: Workplace, old: str, new: str, *, cost: KdfCost | None = None) -> None:
    """Set a new passphrase for the same data key. Raises vault.wrong_passphrase, passphrase.*.

    It holds at every desk of an office on a server. A vault of before, as in a backup, still opens with the
    old one whatever is under this key.
    """
    check_passphrase(new, work.user)
    content = vault.change_passphrase(data_key.read_vault(work.folder), old, new, cost, _own(work))
    server_people.share_own(work, content)
    data_key.write_vault(work.folder, content)
    work.weak_passphrase, work.chose_passphrase = False, old != new


def check_new_passphrase(work: Workplace, old: str, new: str) -> None:
    """Look, before a new key is begun, at both passphrases. Raises vault.wrong_passphrase, passphrase.*."""
    check_passphrase(new, work.user)
    check_own_passphrase(work, old)
    work.chose_passphrase = old != new


def renew_key(
    work: Workplace, passphrase: str, *, cost: KdfCost | None = None, progress: Progress = no_progress
) -> None:
    """Put all data under a new key, which this passphrase opens from now on, and no vault of before.

    Call it in the only thread that has a connection; for a moment the workplace is locked. Who calls has
    checked the passphrase. Raises database.in_use, database.damaged, disk.full: then nothing is changed.
    renewal.waits where it was begun: the passphrase holds, and the next start does the rest.
    """
    held = hold_key(work)
    lock(work)
    renew_locked(work, held, passphrase, cost=cost, progress=progress)


class HeldKey(Unshown, Struct, frozen=True):
    """What a workplace knows of its key, held while it is locked for a new one."""

    key: DataKey
    renewal: Renewal | None
    recipient: str
    """For whom the recovery slot is sealed, as the database knows it: anybody can exchange the vault's."""
    users: Mapping[str, str]
    """Whose slots go over to the new key, likewise: id -> age recipient."""
    person: OfficeUser | None
    chose_passphrase: bool
    """Whether the new key comes with another passphrase."""


def hold_key(work: Workplace) -> HeldKey:
    """Return what `renew_locked` needs."""
    chose, work.chose_passphrase = work.chose_passphrase, False
    slot = work.store.setting(RECOVERY_SLOT)
    users = {user.key: user.recipient for user in rights.list_users(work) if user.role is not None}
    recipient = slot[0] if slot else ""
    return HeldKey(work.vault_key, work.renewal, recipient, users, work.person, chose)


def renew_locked(
    work: Workplace,
    held: HeldKey,
    passphrase: str,
    *,
    cost: KdfCost | None = None,
    progress: Progress = no_progress,
) -> None:
    """Do the same where it was locked before, from the key that it had then; afterwards it is open."""
    # Here and not above, as in `finish_renewal`: it brings all that reads pages, and no usual start needs it.
    from trainer_app.actions.base import key_renewal

    opens = held.key
    try:
        if held.renewal is not None:
            key_renewal.finish_renewal(work.folder, held.renewal, progress)
            data_key.end_renewal(work.folder)
        begun = key_renewal.begin_renewal(work.folder, opens, passphrase, cost, held.recipient, held.users)
        opens = begun.key
        try:
            key_renewal.finish_renewal(work.folder, begun, progress)
        except TrainerError as problem:
            raise TrainerError("renewal.waits") from problem
    finally:
        unseal(work, opens)
        work.person = held.person
        settle_replica(work)
    try:
        _end_renewal(work)
    except TrainerError as problem:
        raise TrainerError("renewal.waits") from problem
    work.store.forget_setting(KEY_DUE)
    work.chose_passphrase = held.chose_passphrase
    work.weak_passphrase = plain_fault(passphrase, work.user) is not None


def _end_renewal(work: Workplace) -> None:
    """Note the recovery slot of the new key and the passphrase, and only then forget the key before."""
    slot = work.store.setting(RECOVERY_SLOT)
    if slot is not None:
        write_recovery_slot(work, slot[0])
    server_people.share_own(work, data_key.read_vault(work.folder))
    data_key.end_renewal(work.folder)
    work.renewal = None


def renew_if_due(
    work: Workplace, passphrase: str, *, cost: KdfCost | None = None, progress: Progress = no_progress
) -> None:
    """Go on with a new key that was begun, and make the one that is due, for whoever typed the passphrase.

    Call it in the only thread that has a connection. That the data opened counts for more than a disk that
    is full: what cannot be done now is tried again the next time.
    """
    try:
        finish_renewal(work, progress)
        if is_key_due(work):
            renew_key(work, passphrase, cost=cost, progress=progress)
    except TrainerError as problem:
        if work.locked:
            raise
        _log.warning("the data is still under its former key: %s", problem.code)


def finish_renewal(work: Workplace, progress: Progress = no_progress) -> None:
    """Go on with a new key that was begun. Call it in the only thread that has a connection.

    Raises what `key_renewal.finish_renewal` does; the workplace is open then, too.
    """
    renewal, person = work.renewal, work.person
    if renewal is None:
        return
    from trainer_app.actions.base import key_renewal

    lock(work)
    try:
        key_renewal.finish_renewal(work.folder, renewal, progress)
    finally:
        unseal(work, renewal.key)
        work.person = person
        settle_replica(work)
    _end_renewal(work)


def check_own_passphrase(work: Workplace, passphrase: str) -> None:
    """Raise vault.wrong_passphrase unless this is the passphrase of the open folder. Takes a moment."""
    data_key.unlock_key(work.folder, passphrase, own=_own(work))


def _own(work: Workplace) -> str:
    """Return whose slot of the vault is meant by one's own passphrase."""
    user = work.vault_key.user
    return user.id if user is not None else ""
