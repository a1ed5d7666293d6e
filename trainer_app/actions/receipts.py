"""Receipts: how far the office holds each laptop's changes without a gap."""

from collections.abc import Iterable

import msgspec
from msgspec import UNSET

from trainer_app.actions.workplace import Workplace
from trainer_app.bundle.revocations import Receipt
from trainer_app.store import exchange


def known_receipts(work: Workplace) -> dict[str, int]:
    """Return replica -> last number that the office confirmed, as it came in packs."""
    text = work.store.setting("receipts")
    return msgspec.json.decode(text, type=dict[str, int]) if text else {}


def known_blobs(work: Workplace) -> frozenset[str]:
    """Return the hashes of attachments that the office confirmed, as they came in packs."""
    text = work.store.setting("blobs_at_office")
    return frozenset(msgspec.json.decode(text, type=list[str])) if text else frozenset()


def take_blob_receipts(work: Workplace, blobs: Iterable[str]) -> None:
    """Keep which attachments a pack confirms; an old pack never takes a confirmation back."""
    known = known_blobs(work)
    if not known.issuperset(blobs):
        both = sorted(known.union(blobs))
        work.store.change_setting("blobs_at_office", msgspec.json.encode(both).decode())


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


def take_receipts(work: Workplace, receipts: tuple[Receipt, ...]) -> None:
    """Keep what a pack confirms; an old pack never takes a confirmation back.

    A receipt for other entries than the ones here is one for a clone: counting it would leave this
    laptop's own changes of those numbers unsent for ever.
    """
    known = known_receipts(work)
    own = set(work.journal.own_replicas())
    for receipt in receipts:
        if receipt.replica in own and _is_of_clone(work, receipt):
            continue
        known[receipt.replica] = max(known.get(receipt.replica, 0), receipt.to)
    work.store.change_setting("receipts", msgspec.json.encode(known).decode())


def write_receipts(work: Workplace) -> tuple[Receipt, ...]:
    """Return what this office can confirm: each laptop's changes up to the first gap."""
    own = set(work.journal.own_replicas())
    day = work.today().isoformat()
    return tuple(
        Receipt(found.replica, to, day, head=exchange.id_at(work.database, found.replica, to))
        for found in exchange.replica_ranges(work.database)
        if found.replica not in own and (to := exchange.contiguous(work.database, found.replica))
    )


def _is_of_clone(work: Workplace, receipt: Receipt) -> bool:
    """Tell whether a receipt confirms other entries than the ones here; older offices do not say which."""
    if receipt.head is UNSET:
        return False
    return exchange.id_at(work.database, receipt.replica, receipt.to) != receipt.head
