"""Lists of trust and of revoked certificates: taking newer ones, issuing them, and the page that checks.

The office's trust list is also taken from an office with a new computer. The verifier page checks
certificates outside this program, with the lists as they stand here today.
"""

import hashlib
from collections.abc import Collection, Sequence
from pathlib import Path

import msgspec

from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import (
    Role,
    Workplace,
    holds_recovery_slot,
    serials_after,
    write_recovery_slot,
)
from trainer_app.actions.exchange.travelling import know_owner
from trainer_app.bundle.certificate_check import register_line
from trainer_app.bundle.layout import Header
from trainer_app.bundle.trust import (
    Device,
    Registered,
    RevocationList,
    Revoked,
    SignedTrust,
    TrustList,
    renew_trust,
    sign_check_lists,
    sign_trust,
    verify_trust,
)
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value, derive_key, is_made_by
from trainer_app.domain.base.texts import resource
from trainer_app.domain.certificates.certificates import Certificate, CertificateState
from trainer_app.domain.certificates.serials import device_of
from trainer_app.domain.exchange.laptops import (
    EDITIONS_AFTER,
    LISTS_AFTER,
    OFFICE_HAS,
    RECOVERY_SLOTS,
    RecoverySlot,
)
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.projection import Touched
from trainer_app.store.certificates import certificates
from trainer_app.system.files import write_checked


def trust_of_office(work: Workplace) -> TrustList:
    """Return the office's trust list. Raises office.not_set_up."""
    trust = identity.trust_list(work)
    if trust is None:
        raise TrainerError("office.not_set_up")
    return trust


def revoked_laptops(work: Workplace) -> frozenset[str]:
    """Return the codes of the laptops for which no pack is written any more."""
    trust = identity.trust_list(work)
    return frozenset(one.code for one in (trust.devices if trust else ()) if one.revoked_on)


def make_revocations(work: Workplace) -> RevocationList:
    """Return all certificates that no longer hold, as known today; what differs is a later edition.

    With them goes what the register holds of laptops that were revoked, and under numbers of the list.
    """
    trust = trust_of_office(work)
    with work.journal.transaction():
        last = identity.revocations(work)
        edition = last.edition if last else trust.serial * _EDITIONS
        found = _revocations(work, trust, edition)
        if found != last:
            found = msgspec.structs.replace(found, edition=_next_edition(work, edition))
            identity.keep_revocations(work, found)
    return found


def _next_edition(work: Workplace, edition: int) -> int:
    """Return a number that no list had yet: an office from an old copy does not know how many it made since.

    Use inside a transaction.
    """
    copied = serials_after(work)
    if copied == work.store.setting(EDITIONS_AFTER):
        return edition + 1
    work.store.change_setting(EDITIONS_AFTER, copied)
    return edition + LISTS_MISSED


def take_revocations(work: Workplace, offered: RevocationList | None) -> None:
    """Keep the list that a pack brings if it is a later edition and of the very office of this laptop."""
    known = identity.revocations(work)
    if offered is None or offered.office != work.office_code:
        return
    if known is None or offered.edition > known.edition:
        identity.keep_revocations(work, offered)


def _revocations(work: Workplace, trust: TrustList, edition: int) -> RevocationList:
    day = work.today().isoformat()
    known = certificates.list_certificates(work.database)
    withdrawn = {device.code for device in trust.devices if device.revoked_on}
    gone = {found.serial for found in known if found.state is not CertificateState.ISSUED}
    vouched = [found for found in known if found.serial in gone or device_of(found.serial) in withdrawn]
    serials = {found.key: found.serial for found in known}
    # A copied laptop may have made the very same certificate twice: as long as one holds, the paper does.
    holding = {_paper(found) for found in known if found.state is CertificateState.ISSUED}
    return RevocationList(
        trust.office.code,
        day,
        edition,
        tuple(
            Revoked(
                serial=found.serial,
                state="replaced" if found.state is CertificateState.REPLACED else "void",
                day=day,
                credential=register_line(found).credential,
                replaced_by=serials.get(found.replaced_by or "", ""),
            )
            for found in known
            if found.state is not CertificateState.ISSUED and _paper(found) not in holding
        ),
        _registered(vouched),
    )


def _registered(known: Sequence[Certificate]) -> tuple[Registered, ...]:
    """Return what of the register is valid, each once; nothing of what only its number is left of."""
    lines = (register_line(found) for found in known)
    pairs = (
        Registered(found.serial, line.credential if line.agrees else "")
        for found, line in zip(known, lines, strict=True)
        if line.state is CertificateState.ISSUED and (line.credential or not line.agrees)
    )
    return tuple(dict.fromkeys(pairs))


def _paper(certificate: Certificate) -> str:
    """Return what is the same in the register only where one paper stands in it twice."""
    return certificate.credential or certificate.credential_id


_EDITIONS = 1_000
"""A new computer of the office begins its editions at this many for each list of laptops."""
LISTS_MISSED = 1_000
"""Editions of a list that an office may have made and no longer knows of."""


def take_list(work: Workplace, offered: SignedTrust) -> Touched:
    """Take the list that a pack brings, if it is newer; an old one is harmless. Return the rows that change.

    With it come the office's present roots, and a new paper key opens this data too. Where the office has a
    new computer, what it had confirmed before counts no more: it may be lost there, and is sent again.
    Raises bundle.bad_trust, bundle.too_new.
    """
    current = identity.signed_trust(work)
    before = identity.trust_list(work)
    if current is None or before is None:
        return {}
    try:
        now = renew_trust(current, offered)
    except TrainerError as old:
        if old.code != "bundle.old_trust":
            raise
        return {}
    forget_receipts_of_another(work, now)
    touched = identity.keep_trust(work, offered, now)
    identity.keep_roots(work, now)
    keep_recovery_slot(work, now)
    know_owner(work)
    return touched


def give_courses(work: Workplace, devices: Collection[Device], courses: Collection[str], step: str) -> None:
    """Take laptops into the teams of courses: from now on they may write about them.

    It is said in the courses themselves, so that who holds one knows its team, and nobody else learns of it.
    What was given is never taken back. `step` is the name of the step in the history.
    """
    writes = []
    # A computer of the office writes about all of them.
    for device in (each for each in devices if each.role == "trainer"):
        author = device.key_id.hex()
        for course in courses:
            if not is_made_by(course, author):
                fields: dict[str, Value] = {"course": course, "device": device.code}
                writes.append(Write("team", derive_key("team", course, device.code), fields))
    work.journal.record(Label(step), writes, note=True)


def sign_list(work: Workplace, trust: TrustList, devices: tuple[Device, ...]) -> None:
    """Sign the office's next list, of these computers and dated today, and keep it."""
    day, serial = work.today().isoformat(), next_serial(work, trust)
    dated = msgspec.structs.replace(trust, serial=serial, day=day, devices=devices)
    identity.keep_trust(work, sign_trust(dated, identity.office_keys(work).root_seed), dated)


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


def forget_receipts_of_another(work: Workplace, trust: TrustList) -> None:
    """Count nothing as confirmed, or seen, that a computer of the office has confirmed which was another one.

    From then on what came from that computer travels to the new one too, as far as that has not seen it.
    """
    before = identity.trust_list(work)
    same = before is None or before.office.recipient == trust.office.recipient
    if same or knows_newer(work, trust):
        return
    for setting in OFFICE_HAS:
        work.store.forget_setting(setting)


def keep_recovery_slot(work: Workplace, trust: TrustList | None = None) -> None:
    """Let the office's paper key open this computer's data, if it does not yet: it is asked for rarely."""
    known = trust or identity.trust_list(work)
    if known is None:
        return
    if not holds_recovery_slot(work, known.office.recovery):
        write_recovery_slot(work, known.office.recovery)


_MOST_SLOTS = 8
"""How many slots of one laptop are kept beside that of its enrolment: one for each key of its data."""
_LARGEST_BLOB = 4096


def note_enrolled_salt(work: Workplace, device: Device, salt: bytes) -> None:
    """Remember by which salt a laptop's data are known, as it signed in its request.

    Raises office.copied_folder where they are the data of another laptop: who opens the one opens the other.
    """
    owner = device_of_salt(work, salt)
    if owner is not None and owner.key_id != device.key_id:
        raise TrainerError("office.copied_folder", device=owner.code)
    _add_slot(work, device, RecoverySlot(salt, enrolled=True))


def note_recovery(work: Workplace, signer: Device, header: Header) -> None:
    """Remember what a laptop's own file says of the laptop's own data; at an office, and of its laptops.

    What the header says of a replica moves nothing: slot and salt are the signer's, whoever it names.
    """
    ours = work.role is Role.OFFICE and not signer.at_office and header.kind == "sync"
    if ours and header.salt and header.recovery and len(header.recovery) <= _LARGEST_BLOB:
        _add_slot(work, signer, RecoverySlot(header.salt, header.recovery, header.wall))


def recovery_slots(work: Workplace, device: Device) -> list[RecoverySlot]:
    """Return what is known of a laptop's data, the newest first."""
    return work.store.setting(RECOVERY_SLOTS).get(device.key_id.hex(), [])


def device_of_salt(work: Workplace, salt: bytes) -> Device | None:
    """Return the laptop to which data belong, by their salt; None for unknown ones.

    A laptop that was enrolled with them comes before any that says later that they are its own; where two
    merely say so, they are nobody's.
    """
    trust, known = identity.trust_list(work), work.store.setting(RECOVERY_SLOTS)
    claims = [(device, known.get(device.key_id.hex(), [])) for device in (trust.devices if trust else ())]
    for enrolled in (True, False):
        found = [
            device
            for device, slots in claims
            if any(one.salt == salt and (one.enrolled or not enrolled) for one in slots)
        ]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _add_slot(work: Workplace, device: Device, slot: RecoverySlot) -> None:
    known, name = work.store.setting(RECOVERY_SLOTS), device.key_id.hex()
    before = known.get(name, [])
    if any((one.salt, one.blob) == (slot.salt, slot.blob) for one in before):
        return
    slots = sorted((*before, slot), key=lambda one: -one.at)
    told = [one for one in slots if not one.enrolled][:_MOST_SLOTS]
    known[name] = [*told, *(one for one in slots if one.enrolled)]
    work.store.change_setting(RECOVERY_SLOTS, known)


def next_serial(work: Workplace, trust: TrustList) -> int:
    """Return the number of the office's next list.

    An office that was brought back from an old copy does not know how many lists it had made since: laptops
    that have one of those would take no other, so it goes on far above them. Use inside a transaction.
    """
    copied = serials_after(work)
    if copied == work.store.setting(LISTS_AFTER):
        return trust.serial + 1
    work.store.change_setting(LISTS_AFTER, copied)
    return trust.serial + LISTS_MISSED


def verifier_page_name(work: Workplace) -> str:
    """Return the name that the file gets by default: "check-DSH-2018-10-17.html"."""
    return f"check-{identity.office_code(work)}-{work.today().isoformat()}.html"


def export_verifier(work: Workplace, path: Path) -> tuple[Path, str]:
    """Write the page with the office's lists of today; returns where it lies and its SHA-256.

    It holds no names, only public keys, serials and hashes, and the office's root key signs all of it. Raises
    office.not_an_office at a trainer, office.not_set_up, and as `write_checked`.
    """
    if work.role is not Role.OFFICE:
        raise TrainerError("office.not_an_office")
    trust = trust_of_office(work)
    revoked = make_revocations(work)
    registered = _registered(certificates.list_certificates(work.database))
    signed = sign_check_lists(trust, revoked, registered, identity.office_keys(work).root_seed)
    page = verifier_html(signed)
    return write_checked(path, page), hashlib.sha256(page).hexdigest()


def verifier_html(signed: SignedTrust) -> bytes:
    """Return the page for lists that the office signed."""
    # Here and not above: lists of trust are read at every start, the page is made once in a while.
    from trainer_app.documents.certificates.verifier_page import verifier_page

    return verifier_page(resource("verifier"), signed.data.decode(), signed.signature.decode())
