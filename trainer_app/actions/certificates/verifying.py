"""Checks a certificate by its QR text, typed, scanned, or in a picture or PDF, or by its Open Badge.

No network, ever. Also what happened to a certificate since it was issued, here and on other laptops.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.certificates.certificates import find
from trainer_app.actions.certificates.eligibility import Misfits
from trainer_app.bundle.badge import MAX_BADGE, is_badge, read_badge
from trainer_app.bundle.certificate_check import RegisterLine, check_certificate, gone_result, register_line
from trainer_app.bundle.credential import PREFIX
from trainer_app.domain.attendance.sheets import repair_scanned
from trainer_app.domain.base.changes import Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import (
    LISTS_HOLD,
    Certificate,
    CertificateCheck,
    CertificateReceipt,
    CheckResult,
    PrintingKind,
    worst_of,
)
from trainer_app.domain.certificates.serials import looks_like_serial, readings
from trainer_app.store.base import entry_history
from trainer_app.store.base.entry_history import WrittenEntry, senders_of
from trainer_app.store.certificates import certificates

LONGEST_TEXT = MAX_BADGE
"""Letters that a person may paste: a badge is the longest that can be checked."""
BADGE_SUFFIX = ".jwt"
_READABLE = (".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".gif", ".webp", ".pdf", BADGE_SUFFIX)


def verify(work: Workplace, text_or_path: str, *, progress: Progress = no_progress) -> CertificateCheck:
    """Check a certificate: the text of its code, or a file that holds it; of several the first bad one.

    Raises as `verify_all`.
    """
    return worst_of(verify_all(work, text_or_path, progress=progress))


def verify_all(
    work: Workplace, text_or_path: str, *, progress: Progress = no_progress
) -> list[CertificateCheck]:
    """Check what was scanned, typed, or lies in a picture, PDF or badge: each of what a file holds.

    A text may also be a serial number, be it typed while a Cyrillic layout was on: then the certificate of
    that number in the register here is checked, to be compared with the paper. Raises credential.unreadable
    for something else, codes.* for a file without a code, certificate.unknown and serials.wrong_check for a
    number that is not here.
    """
    text = repair_scanned(text_or_path.strip())
    for typed in readings(text):
        if looks_like_serial(typed):
            return _with_misfits(work, [_verify_number(work, find(work, typed))])
    found = find_texts(work, text, progress=progress)
    checks = [replace(verify_text(work, each.text), mismatch=each.mismatch) for each in found]
    return _with_misfits(work, checks)


def _with_misfits(work: Workplace, checks: Sequence[CertificateCheck]) -> list[CertificateCheck]:
    """Say also why what holds no longer fits its course, as the board does; a file is often of one course."""
    misfits, told = Misfits(work), []
    for check in checks:
        serial = str(check.facts.get("serial", ""))
        listed = certificates.find_certificates(work.database, serial) if check.result.good else []
        unfit = next(filter(None, map(misfits.of, listed)), ())
        told.append(replace(check, misfits=unfit, titles=_titles(listed)))
    return told


def _titles(listed: Sequence[Certificate]) -> Texts:
    """Return the course's title in the languages that stood on the paper beside its own."""
    facts = listed[0].facts if listed else None
    return Texts(en=facts.course_title_en, ru=facts.course_title_ru) if facts is not None else Texts()


class FoundText(Struct, frozen=True):
    """One credential or badge. `mismatch`: a badge whose own code is not on the paper of its file."""

    text: str
    mismatch: bool = False


def find_texts(work: Workplace, text_or_path: str, *, progress: Progress = no_progress) -> list[FoundText]:
    """Return the credentials and badges, from a file if it is one: of one certificate the badge alone.

    A child reads a file.
    """
    text = text_or_path.strip()
    badge = _unbroken(text)
    if is_badge(badge):
        return [FoundText(badge)]
    if text.startswith(PREFIX[:3]) and not text.lower().endswith(_READABLE):
        return [FoundText(text)]
    path = Path(text)
    if not is_file(path):
        raise TrainerError("credential.unreadable")
    badge = _badge_in(path)
    if badge:
        return [FoundText(badge)]
    # Here, so that starting the program does not wait for readers of pictures.
    from trainer_app.intake.pictures import read_attached, read_codes

    attached = work.child.run(progress, read_attached, path, MAX_BADGE)
    badges = {each: code for each in attached if (code := _code_in(each)) is not None}
    try:
        found = work.child.run(progress, read_codes, path)
        codes = [code for code in dict.fromkeys(found) if code.startswith(PREFIX[:3])]
    except TrainerError as problem:
        if problem.code != "codes.none_found" or not badges:
            raise
        codes = []
    if not codes and not badges:
        raise TrainerError("codes.none_found", file=path.name)
    return _paired(codes, badges)


def _paired(codes: Sequence[str], badges: Mapping[str, str]) -> list[FoundText]:
    """Return what there is to check, in the order of the file: a badge stands for the code inside it."""
    of_code = [[badge for badge, inside in badges.items() if inside == code] or [code] for code in codes]
    others = [badge for badge, inside in badges.items() if inside not in codes]
    return [
        *(FoundText(text) for texts in of_code for text in texts),
        *(FoundText(badge, mismatch=bool(codes)) for badge in others),
    ]


def _code_in(text: str) -> str | None:
    """Return the code in a badge, "" where that cannot be read; None for what is no badge of ours."""
    try:
        return read_badge(text).credential
    except TrainerError as problem:
        return "" if problem.code == "credential.altered" else None


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
    office = work.role is Role.OFFICE
    said = check_certificate(
        text,
        identity.trusted_keys(work),
        None if office else identity.revocations(work),
        lambda serial: _register_lines(work, serial),
    )
    # What is signed and not in the register may come with a file that is on its way, or was taken back.
    missing = office and said.result is CheckResult.VALID_UNCONFIRMED
    result = CheckResult.NOT_REGISTERED if missing else said.result
    erased = any(each.erased for each in certificates.find_certificates(work.database, said.serial))
    newer = _newer(work, said.serial) if said.result is CheckResult.REPLACED else ""
    why = _why(work, said.serial) if said.result in _GONE else ""
    return CertificateCheck(
        result, dict(said.facts), lists_of, old, erased=erased, replaced_by=newer, reason=why
    )


_GONE = (CheckResult.REVOKED, CheckResult.REPLACED)


def _why(work: Workplace, serial: str) -> str:
    """Return why a certificate is not valid any more, as the register here has it."""
    found = certificates.find_certificates(work.database, serial)
    return next((each.reason for each in found if each.reason), "")


def _newer(work: Workplace, serial: str) -> str:
    """Return the number that took the place of another, by the register here or the office's list; or ""."""
    for found in certificates.find_certificates(work.database, serial):
        newer = certificates.get_certificate(work.database, found.replaced_by) if found.replaced_by else None
        if newer is not None:
            return newer.serial
    listed = None if work.role is Role.OFFICE else identity.revocations(work)
    named = [each.replaced_by for each in listed.certificates if each.serial == serial] if listed else []
    return next(filter(None, named), "")


def _register_lines(work: Workplace, serial: str) -> list[RegisterLine]:
    """Return what the register here says of a number."""
    found = certificates.find_certificates(work.database, serial)
    return [replace(register_line(each), held=_is_confirmed(work, each)) for each in found]


def _verify_number(work: Workplace, found: Certificate) -> CertificateCheck:
    """Check what the register has under a number; it may have been made to hold another certificate."""
    if found.erased:
        return replace(_verify_erased(work, found), by_number=True)
    check = replace(verify_text(work, found.credential), by_number=True)
    other = check.result.good and check.facts["serial"] != found.serial
    return replace(check, result=CheckResult.CONTRADICTS) if other else check


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
    revoked = None if work.role is Role.OFFICE else identity.revocations(work)
    gone = gone_result(found.serial, found.credential_id, revoked, _register_lines(work, found.serial))
    good = CheckResult.VALID_CONFIRMED if _is_confirmed(work, found) else CheckResult.VALID_UNCONFIRMED
    lists_of = _lists_of(work)
    old = lists_of is None or work.today() - lists_of > LISTS_HOLD
    newer = _newer(work, found.serial) if gone is CheckResult.REPLACED else ""
    why = found.reason if gone in _GONE else ""
    return CertificateCheck(gone or good, known, lists_of, old, erased=True, replaced_by=newer, reason=why)


def _is_confirmed(work: Workplace, certificate: Certificate) -> bool:
    """Tell whether the office's register holds a certificate: at the office, by its receipt, or by its pack.

    What another laptop brought says nothing of the office.
    """
    if work.role is Role.OFFICE:
        return True
    trust = identity.trust_list(work)
    offices = {device.code for device in trust.devices if device.at_office} if trust else set()
    codes, durable = identity.known_replicas(work), sync_status.known_receipts(work)
    field = "serial" if certificate.erased else "credential"
    return all(
        number <= durable.get(replica, 0) or bool({codes.get(replica), codes.get(sender)} & offices)
        for replica, number, sender in senders_of(work.journal, "certificate", certificate.key, field)
    )


def _lists_of(work: Workplace) -> date | None:
    if work.role is Role.OFFICE:
        return work.today()
    listed = identity.revocations(work)
    return date.fromisoformat(listed.day) if listed else None


_RECEIPTS = {
    CertificateReceipt.YES.value: "certificate.event.received",
    CertificateReceipt.NO.value: "certificate.event.not_received",
    None: "certificate.event.receipt_open",
}


class CertificateEvent(Struct, frozen=True):
    """One thing that happened to a certificate. `at` is in wall milliseconds; `file` brought it, if any."""

    label: Label
    at: int
    user: str
    device: str
    file: str = ""


def certificate_history(work: Workplace, key: str) -> list[CertificateEvent]:
    """Return what happened to a certificate, the oldest first; also on other laptops.

    Raises certificate.unknown.
    """
    found = certificates.get_certificate(work.database, key)
    if found is None:
        raise TrainerError("certificate.unknown", serial="")
    names = Names(work)
    events = []
    for written in entry_history.written_entries(work.database, "certificate", key):
        label = _label(work, written.values, found.facts.replaces)
        if label is not None:
            events.append(_event(names, label, written))
    for printing in certificates.list_printings(work.database, key):
        made = entry_history.creating_entry(work.journal, "printing", printing.key)
        if made is not None:
            code = "saved" if printing.kind is PrintingKind.SAVE else printing.kind.value
            events.append(
                _event(names, Label(f"certificate.event.{code}", {"copies": printing.copies}), made)
            )
    return sorted(events, key=lambda event: event.at)


def _label(work: Workplace, values: Mapping[str, Any], replaces: str) -> Label | None:
    """Return in words what an entry says of a certificate; None for what no person did."""
    if "serial" in values:
        told = {"serial": values["serial"], "old": replaces}
        return Label("certificate.event.issued_instead" if replaces else "certificate.event.issued", told)
    if values.get("replaced_by"):
        new = certificates.get_certificate(work.database, str(values["replaced_by"]))
        told = {"serial": new.serial if new else "?", "reason": values.get("reason") or ""}
        return Label("certificate.event.replaced", told)
    if "void" in values:
        if values["void"]:
            return Label("certificate.event.void", {"reason": values.get("reason") or ""})
        return Label("certificate.event.valid_again")
    if "received" in values:
        code = _RECEIPTS.get(values["received"], _RECEIPTS[None])
        return Label(code)
    return None


def _event(names: Names, label: Label, written: WrittenEntry) -> CertificateEvent:
    return CertificateEvent(label, written.at, written.user, names.device(written.replica), written.file)
