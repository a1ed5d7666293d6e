"""Checks a certificate by its QR text, typed, scanned, or in a picture or PDF, or by its Open Badge.

No network, ever.
"""

from datetime import date
from pathlib import Path

from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.certificates.certificates import find
from trainer_app.bundle.badge import MAX_BADGE, check_badge, is_badge, is_signed_by_itself, read_as_credential
from trainer_app.bundle.credential import PREFIX, Credential, check_signature, read_credential
from trainer_app.bundle.trust import Device
from trainer_app.domain.attendance.scanning import repair_scanned
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.certificates.certificates import (
    LISTS_HOLD,
    Certificate,
    CertificateCheck,
    CertificateState,
    CheckResult,
)
from trainer_app.domain.certificates.serials import looks_like_serial
from trainer_app.store.certificates import certificates

LONGEST_TEXT = MAX_BADGE
"""Letters that a person may paste: a badge is the longest that can be checked."""
BADGE_SUFFIX = ".jwt"
_READABLE = (".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".gif", ".webp", ".pdf", BADGE_SUFFIX)


def verify(work: Workplace, text_or_path: str, *, progress: Progress = no_progress) -> CertificateCheck:
    """Check one certificate: the text of its code, or a file that holds it (the first one in it).

    Raises as `verify_all`.
    """
    return verify_all(work, text_or_path, progress=progress)[0]


def verify_all(
    work: Workplace, text_or_path: str, *, progress: Progress = no_progress
) -> list[CertificateCheck]:
    """Check what was scanned, typed, or lies in a picture, PDF or badge: a file may hold several.

    A text may also be a serial number: then the certificate of that number in the register here is checked,
    to be compared with the paper. Raises credential.unreadable for something else, codes.* for a file
    without a code, certificate.unknown and serials.wrong_check for a number that is not here.
    """
    text = repair_scanned(text_or_path.strip())
    if looks_like_serial(text):
        found = find(work, text)
        return [_verify_erased(work, found) if found.erased else verify_text(work, found.credential)]
    return [verify_text(work, each) for each in find_texts(work, text, progress=progress)]


def find_texts(work: Workplace, text_or_path: str, *, progress: Progress = no_progress) -> list[str]:
    """Return the credentials' texts, from a file if it is one; a child reads it."""
    text = text_or_path.strip()
    badge = _unbroken(text)
    if is_badge(badge):
        return [badge]
    if text.startswith(PREFIX[:3]) and not text.lower().endswith(_READABLE):
        return [text]
    path = Path(text)
    if not is_file(path):
        raise TrainerError("credential.unreadable")
    badge = _badge_in(path)
    if badge:
        return [badge]
    # Here, so that starting the program does not wait for readers of pictures.
    from trainer_app.intake.pictures import read_codes

    found = work.child.run(progress, read_codes, path)
    codes = [code for code in found if code.startswith(PREFIX[:3])]
    if not codes:
        raise TrainerError("codes.none_found", file=path.name)
    return codes


def _badge_in(path: Path) -> str:
    """Return the badge that a file holds, "" for a file of another kind. Raises credential.unreadable."""
    try:
        with path.open("rb") as file:
            text = _unbroken(file.read(2 * MAX_BADGE).decode("ascii", errors="replace"))
    except OSError:
        # Whoever looks for pictures in it next says what is wrong with it.
        return ""
    if is_badge(text):
        return text
    if path.suffix.lower() == BADGE_SUFFIX:
        raise TrainerError("credential.unreadable")
    return ""


def _unbroken(text: str) -> str:
    """Return a text without blanks and line ends: a letter breaks long lines, and a badge has neither."""
    return "".join(text.split())


def is_file(path: Path) -> bool:
    """Tell whether a file lies there; a text that no file can be named is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def verify_text(work: Workplace, text: str) -> CertificateCheck:
    """Check one credential or badge against the keys and lists that are known here."""
    lists_of = _lists_of(work)
    old = lists_of is None or work.today() - lists_of > LISTS_HOLD
    of_badge = is_badge(text)
    altered = CertificateCheck(CheckResult.ALTERED, {}, lists_of, old)
    try:
        credential = read_as_credential(text) if of_badge else read_credential(text)
    except TrainerError as problem:
        if problem.code == "credential.altered":
            return altered
        raise
    if of_badge and not is_signed_by_itself(text):
        return altered
    facts: dict[str, object] = {**credential.facts, "issued_on": credential.issued_on}
    device = identity.trusted_keys(work).issuer(credential.kid)
    if device is None:
        return CertificateCheck(CheckResult.UNKNOWN_ISSUER, facts, lists_of, old)
    if not (check_badge if of_badge else check_signature)(text, device.signing_key):
        return altered
    erased = any(each.erased for each in certificates.find_certificates(work.database, credential.serial))
    return CertificateCheck(_judge(work, credential, device), facts, lists_of, old, erased=erased)


def _verify_erased(work: Workplace, found: Certificate) -> CertificateCheck:
    """Say what the register still knows by a number alone; who it was for, only the paper says."""
    facts = found.facts
    known: dict[str, object] = {
        "serial": found.serial,
        "kind": found.kind.value,
        "course_title": facts.course_title,
        "course_code": facts.course_code,
        "first_day": facts.first_day,
        "last_day": facts.last_day,
        "hours": facts.hours,
        "issued_on": found.issued_on.isoformat(),
    }
    states = {CertificateState.REPLACED: CheckResult.REPLACED, CertificateState.VOID: CheckResult.REVOKED}
    good = CheckResult.VALID_CONFIRMED if _is_confirmed(work, found) else CheckResult.VALID_UNCONFIRMED
    lists_of = _lists_of(work)
    old = lists_of is None or work.today() - lists_of > LISTS_HOLD
    return CertificateCheck(states.get(found.state, good), known, lists_of, old, erased=True)


def _judge(work: Workplace, credential: Credential, device: Device) -> CheckResult:
    serial = credential.serial
    own = [
        found
        for found in certificates.find_certificates(work.database, serial)
        if credential.id in (found.credential_id, _id_of(found.credential))
    ]
    if own and all(found.state is not CertificateState.ISSUED for found in own):
        replaced = any(found.state is CertificateState.REPLACED for found in own)
        return CheckResult.REPLACED if replaced else CheckResult.REVOKED
    listed = identity.revocations(work)
    entry = listed.find(serial, credential.id) if listed else None
    if entry is not None:
        return CheckResult.REPLACED if entry.state == "replaced" else CheckResult.REVOKED
    if device.revoked_on and credential.issued_on >= device.revoked_on:
        return CheckResult.KEY_REVOKED
    confirmed = any(_is_confirmed(work, found) for found in own)
    return CheckResult.VALID_CONFIRMED if confirmed else CheckResult.VALID_UNCONFIRMED


def _id_of(text: str) -> str:
    """Return the id of a kept credential, "" for none and for one of a newer program."""
    try:
        return read_credential(text).id
    except TrainerError:
        return ""


def _is_confirmed(work: Workplace, certificate: Certificate) -> bool:
    """Tell whether the office's register holds a certificate: at the office, or by its receipt."""
    if work.role is Role.OFFICE:
        return True
    durable = sync_status.known_receipts(work)
    written = certificates.writers_of(work.journal, certificate.key)
    own = set(work.journal.own_replicas())
    return all(replica not in own or number <= durable.get(replica, 0) for replica, number in written)


def _lists_of(work: Workplace) -> date | None:
    if work.role is Role.OFFICE:
        return work.today()
    listed = identity.revocations(work)
    return date.fromisoformat(listed.day) if listed else None
