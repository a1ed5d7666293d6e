"""Receipts: how far the office holds each laptop's changes without a gap."""

import msgspec

from trainer_app.actions.workplace import Workplace
from trainer_app.bundle.revocations import Receipt
from trainer_app.store import exchange


def known_receipts(work: Workplace) -> dict[str, int]:
    """Return replica -> last number that the office confirmed, as it came in packs."""
    text = work.store.setting("receipts")
    return msgspec.json.decode(text, type=dict[str, int]) if text else {}


def own_receipt(work: Workplace) -> int:
    """Return the last own number that the office confirmed; 0 before the first receipt."""
    return known_receipts(work).get(work.journal.replica, 0)


def own_receipts(work: Workplace) -> int:
    """Return how many own changes the office confirmed, over all ids under which this laptop has written."""
    known = known_receipts(work)
    return sum(known.get(replica, 0) for replica in work.journal.own_replicas())


def take_receipts(work: Workplace, receipts: tuple[Receipt, ...]) -> None:
    """Keep what a pack confirms; an old pack never takes a confirmation back."""
    known = known_receipts(work)
    for receipt in receipts:
        known[receipt.replica] = max(known.get(receipt.replica, 0), receipt.to)
    work.store.change_setting("receipts", msgspec.json.encode(known).decode())


def write_receipts(work: Workplace) -> tuple[Receipt, ...]:
    """Return what this office can confirm: each laptop's changes up to the first gap."""
    own = set(work.journal.own_replicas())
    day = work.today().isoformat()
    return tuple(
        Receipt(found.replica, exchange.contiguous(work.database, found.replica), day)
        for found in exchange.replica_ranges(work.database)
        if found.replica not in own and found.count
    )
