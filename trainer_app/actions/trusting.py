"""The office's trust list on this computer: taking a newer one, also of an office with a new computer."""

from collections.abc import Mapping

import msgspec

from trainer_app.actions import identity
from trainer_app.actions.workplace import Workplace, read_vault, serials_after, write_vault
from trainer_app.bundle import vault
from trainer_app.bundle.trust import SignedTrust, TrustList, renew_trust, verify_trust
from trainer_app.domain.errors import TrainerError
from trainer_app.store import exchange

LISTS_MISSED = 1_000
"""Editions of a list that an office may have made and no longer knows of."""
_LISTS_AFTER = "lists_after"
_SEEN = "seen_by_new_office"
"""Setting: replica -> up to which number an office has it that lost its computer; "" for any other office."""


def take_list(work: Workplace, offered: SignedTrust, seen: Mapping[str, int]) -> None:
    """Take the list that a pack brings, if it is newer; an old one is harmless.

    `seen` is what the pack's header says that the office has of each replica.

    With it come the office's present roots, and a new paper key opens this data too. Where the office has a
    new computer, what it had confirmed before counts no more: it may be lost there, and is sent again.
    Raises bundle.bad_trust, bundle.too_new.
    """
    current = identity.signed_trust(work)
    before = identity.trust_list(work)
    if current is None or before is None:
        return
    try:
        now = renew_trust(current, offered)
    except TrainerError as old:
        if old.code != "bundle.old_trust":
            raise
        return
    forget_receipts_of_another(work, now, seen)
    identity.keep_trust(work, offered)
    identity.keep_roots(work, now)
    keep_recovery_slot(work, now)


def is_same_office(work: Workplace, offered: SignedTrust) -> bool:
    """Tell whether a list comes from the office that this laptop belongs to, or the laptop has none yet.

    The office may have handed over to other roots meanwhile.
    """
    current, known = identity.signed_trust(work), identity.trust_list(work)
    if current is None or known is None:
        return True
    try:
        verify_trust(offered, known.office.roots, known.serial)
    except TrainerError:
        # A list from before a handover: its roots are not believed any more, but it is no other office's.
        return _is_former(current, offered)
    return True


def knows_newer(work: Workplace, offered: TrustList) -> bool:
    """Tell whether the list that is kept here is newer than the offered one."""
    known = identity.trust_list(work)
    return known is not None and known.serial > offered.serial


def _is_former(current: SignedTrust, offered: SignedTrust) -> bool:
    try:
        renew_trust(offered, current)
    except TrainerError:
        return False
    return True


def forget_receipts_of_another(work: Workplace, trust: TrustList, seen: Mapping[str, int]) -> None:
    """Count nothing as confirmed that a computer of the office has confirmed which was another one.

    From then on what came from that computer is sent back too, as far as the new one has not `seen` it.
    """
    before = identity.trust_list(work)
    same = before is None or before.office.recipient == trust.office.recipient
    if same or knows_newer(work, trust):
        _note_seen(work, seen)
        return
    work.store.change_setting(_SEEN, msgspec.json.encode(dict(seen)).decode())
    for name in ("receipts", "received", "receipt_at", "blobs_at_office"):
        work.store.change_setting(name, "")


def lines_to_bring_back(work: Workplace) -> list[tuple[int, bytes]]:
    """Return entries of others that the office's new computer has not seen: it may have lost them.

    Nothing unless the office lost its computer.
    """
    seen = _seen(work)
    if seen is None:
        return []
    own = set(work.journal.own_replicas())
    return [
        pair
        for known in exchange.replica_ranges(work.database)
        if known.replica not in own and known.last > seen.get(known.replica, 0)
        for pair in exchange.lines_of(work.database, known.replica, seen.get(known.replica, 0))
    ]


def _seen(work: Workplace) -> dict[str, int] | None:
    text = work.store.setting(_SEEN)
    return msgspec.json.decode(text, type=dict[str, int]) if text else None


def _note_seen(work: Workplace, seen: Mapping[str, int]) -> None:
    known = _seen(work)
    if known is not None:
        both = {replica: max(known.get(replica, 0), seen.get(replica, 0)) for replica in known | dict(seen)}
        work.store.change_setting(_SEEN, msgspec.json.encode(both).decode())


def keep_recovery_slot(work: Workplace, trust: TrustList | None = None) -> None:
    """Let the office's paper key open this computer's data, if it does not yet: it is asked for rarely."""
    known = trust or identity.trust_list(work)
    if known is None:
        return
    content = read_vault(work.folder)
    if vault.recovery_recipient(content) != known.office.recovery:
        write_vault(work.folder, vault.add_recovery(content, work.key, known.office.recovery))


def next_serial(work: Workplace, trust: TrustList) -> int:
    """Return the number of the office's next list.

    An office that was brought back from an old copy does not know how many lists it had made since: laptops
    that have one of those would take no other, so it goes on far above them. Use inside a transaction.
    """
    copied = str(serials_after(work) or "")
    if copied == work.store.setting(_LISTS_AFTER):
        return trust.serial + 1
    work.store.change_setting(_LISTS_AFTER, copied)
    return trust.serial + LISTS_MISSED


def drop_recovery_slot(work: Workplace) -> None:
    """Let no office's paper key open this computer's data."""
    write_vault(work.folder, vault.drop_recovery(read_vault(work.folder)))
