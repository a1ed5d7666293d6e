"""Receipts: how far the office holds each laptop's changes without a gap."""

from collections.abc import Collection, Iterable

import msgspec
from msgspec import UNSET, UnsetType

from trainer_app.actions import identity
from trainer_app.actions.workplace import Workplace
from trainer_app.bundle.revocations import Receipt
from trainer_app.store import exchange


def known_receipts(work: Workplace) -> dict[str, int]:
    """Return replica -> last number that the office confirmed, as it came in packs."""
    text = work.store.setting("receipts")
    return msgspec.json.decode(text, type=dict[str, int]) if text else {}


def known_blobs(work: Workplace) -> frozenset[str]:
    """Return the hashes of attachments that the office confirmed, as they came in packs."""
    return work.store.names("blobs_at_office")


def take_blob_receipts(work: Workplace, blobs: Iterable[str]) -> None:
    """Keep which attachments a pack confirms; an old pack never takes a confirmation back."""
    work.store.add_names("blobs_at_office", blobs)


def own_receipt(work: Workplace) -> int:
    """Return the last own number that the office confirmed; 0 before the first receipt."""
    return known_receipts(work).get(work.journal.replica, 0)


def own_receipts(work: Workplace) -> int:
    """Return how many own changes the office confirmed, over all ids under which this laptop has written.

    What a copy of this folder wrote under a shared id counts for that copy, not here.
    """
    known = known_receipts(work)
    return sum(
        min(known.get(replica, 0), exchange.own_last(work.database, replica))
        for replica in work.journal.own_replicas()
    )


def own_made(work: Workplace) -> int:
    """Return how many changes were made here, over all ids under which this laptop has written."""
    return sum(exchange.own_last(work.database, replica) for replica in work.journal.own_replicas())


def own_received(work: Workplace) -> int:
    """Return how many own changes the office has taken in, safe there or not yet, over all own ids."""
    taken, safe = known_received(work), known_receipts(work)
    return sum(
        min(max(taken.get(replica, 0), safe.get(replica, 0)), exchange.own_last(work.database, replica))
        for replica in work.journal.own_replicas()
    )


def known_received(work: Workplace) -> dict[str, int]:
    """Return replica -> last number that the office has taken in, safe there or not yet."""
    text = work.store.setting("received")
    return msgspec.json.decode(text, type=dict[str, int]) if text else {}


def last_receipt(work: Workplace) -> int | None:
    """Return when a pack with a receipt for own changes came last, in wall milliseconds."""
    text = work.store.setting("receipt_at")
    return int(text) if text else None


def take_receipts(work: Workplace, receipts: tuple[Receipt, ...], *, newest: bool = False) -> frozenset[str]:
    """Keep what a pack confirms; an old pack never takes a confirmation back.

    The `newest` pack of all does: what it no longer confirms the office has lost, by a restored backup or an
    import taken back, and it goes again with the next file. Returns the own replicas that were cloned.

    A receipt for other entries than the ones here is one for a clone: counting it would leave this
    laptop's own changes of those numbers unsent for ever.
    """
    safe, taken = known_receipts(work), known_received(work)
    own, clones = set(work.journal.own_replicas()), set()
    if newest:
        there = {receipt.replica: receipt for receipt in receipts}
        for replica in own & safe.keys():
            safe[replica] = min(safe[replica], there[replica].to if replica in there else 0)
        for replica in own & taken.keys():
            taken[replica] = min(taken[replica], there[replica].taken if replica in there else 0)
    for receipt in receipts:
        if receipt.device is not UNSET and receipt.device and receipt.replica not in own:
            identity.learn_replica(work, receipt.replica, receipt.device)
        clone = receipt.replica in own and _is_of_clone(work, receipt.replica, receipt.to, receipt.head)
        if receipt.to and not clone:
            safe[receipt.replica] = max(safe.get(receipt.replica, 0), receipt.to)
        clone |= receipt.replica in own and _is_of_clone(
            work, receipt.replica, receipt.taken, receipt.received_head
        )
        if clone:
            clones.add(receipt.replica)
        else:
            taken[receipt.replica] = max(taken.get(receipt.replica, 0), receipt.taken)
            if receipt.replica in own:
                work.store.change_setting("receipt_at", str(work.clock.millis()))
    work.store.change_setting("receipts", msgspec.json.encode(safe).decode())
    work.store.change_setting("received", msgspec.json.encode(taken).decode())
    return frozenset(clones)


def write_receipts(work: Workplace, safe: Collection[int]) -> tuple[Receipt, ...]:
    """Return what this office can confirm: each laptop's changes up to the first gap.

    `safe` are the imports whose originals are whole; changes from the first one that came with another on are
    received, but not yet safe.
    """
    own = set(work.journal.own_replicas())
    codes = identity.known_replicas(work)
    day = work.today().isoformat()
    found = []
    for known in exchange.replica_ranges(work.database):
        taken = exchange.contiguous(work.database, known.replica)
        if known.replica in own or not taken:
            continue
        firsts = exchange.first_of_imports(work.database, known.replica)
        unsafe = [first for number, first in firsts.items() if number not in safe]
        to = min([taken, *(first - 1 for first in unsafe)])
        receipt = _receipt(work, known.replica, to, taken, day)
        code = codes.get(known.replica, "")
        found.append(msgspec.structs.replace(receipt, device=code) if code else receipt)
    return tuple(found)


def _receipt(work: Workplace, replica: str, to: int, taken: int, day: str) -> Receipt:
    head = exchange.id_at(work.database, replica, to) if to else ""
    if to == taken:
        return Receipt(replica, to, day, head=head)
    taken_head = exchange.id_at(work.database, replica, taken)
    return Receipt(replica, to, day, head=head, received=taken, received_head=taken_head)


def _is_of_clone(work: Workplace, replica: str, number: int, head: str | UnsetType) -> bool:
    """Tell whether a receipt confirms other entries than the ones here; older offices do not say which."""
    if head is UNSET or not number:
        return False
    if exchange.id_at(work.database, replica, number) != head:
        return True
    # Where two computers wrote under one id, the other's last entries have come here with the pack.
    return exchange.is_forked(work.database, replica) and number > exchange.own_last(work.database, replica)
