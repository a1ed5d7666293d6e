"""The office's trust list on this computer: taking a newer one, also of an office with a new computer."""

from trainer_app.actions import identity
from trainer_app.actions.workplace import Workplace, read_vault, write_vault
from trainer_app.bundle import vault
from trainer_app.bundle.trust import SignedTrust, TrustList, renew_trust
from trainer_app.domain.errors import TrainerError


def take_list(work: Workplace, offered: SignedTrust) -> None:
    """Take the list that a pack brings, if it is newer; an old one is harmless.

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
    identity.keep_trust(work, offered)
    identity.keep_roots(work, now)
    if now.office.recipient != before.office.recipient:
        forget_receipts(work)
    keep_recovery_slot(work, now)


def forget_receipts(work: Workplace) -> None:
    """Count nothing as confirmed that another computer of the office has confirmed."""
    for name in ("receipts", "received", "receipt_at", "blobs_at_office"):
        work.store.change_setting(name, "")


def keep_recovery_slot(work: Workplace, trust: TrustList | None = None) -> None:
    """Let the office's paper key open this computer's data, if it does not yet: it is asked for rarely."""
    known = trust or identity.trust_list(work)
    if known is None:
        return
    content = read_vault(work.folder)
    if vault.recovery_recipient(content) != known.office.recovery:
        write_vault(work.folder, vault.add_recovery(content, work.key, known.office.recovery))
