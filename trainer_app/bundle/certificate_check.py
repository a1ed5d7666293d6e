"""Whether a certificate is genuine: the one rule for the register, the program, and the command line.

The check page has the same rule in `resources/verifier/reading.js`; one table of cases tests both.

A key speaks for its own numbers alone: the office in the credential is the one whose list knows the key, and
the serial names that office and the laptop of that key. A badge says what the credential inside it says. What
the lists call void or replaced is so by its number as well as by its credential. Of a key that was withdrawn
only what the office's register holds is believed, whatever day stands on it: from that day on the register
takes nothing more from that key.
"""

from collections.abc import Callable, Mapping, Sequence

import msgspec
from msgspec import Struct

from trainer_app.bundle.badge import check_badge, is_badge, read_as_credential, read_badge
from trainer_app.bundle.credential import SIGNED_FACTS, Credential, check_signature, read_credential
from trainer_app.bundle.trust import Device, RevocationList, TrustedKeys
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import (
    Certificate,
    CertificateFacts,
    CertificateState,
    CheckResult,
)
from trainer_app.domain.certificates.serials import ALONE, is_serial, own_device_code, parse_serial


class RegisterLine(Struct, frozen=True):
    """What a register holds under a number.

    `credential` is the id of the signed credential, "" where that is not known any more. `agrees`: the row
    says what was signed. `held`: the office's register holds it, not only this computer.
    """

    credential: str
    state: CertificateState = CertificateState.ISSUED
    agrees: bool = True
    held: bool = False


class Verdict(Struct, frozen=True):
    """What is to be said of a text, and what it says itself where that is signed."""

    result: CheckResult
    facts: Mapping[str, object] = {}
    serial: str = ""


Register = Callable[[str], Sequence[RegisterLine]]
"""Gives all that is known of a number."""


def check_certificate(
    text: str, keys: TrustedKeys, revoked: RevocationList | None, register: Register
) -> Verdict:
    """Say whether a credential or badge is genuine.

    Raises credential.unreadable, credential.too_new for what is neither.
    """
    of_badge = is_badge(text)
    try:
        credential = read_as_credential(text) if of_badge else read_credential(text)
        if of_badge and not is_signed(text, read_badge(text).signing_key):
            return Verdict(CheckResult.ALTERED)
    except TrainerError as problem:
        if problem.code == "credential.altered":
            return Verdict(CheckResult.ALTERED)
        raise
    device = keys.issuer(credential.kid)
    if device is not None and not is_signed(text, device.signing_key):
        return Verdict(CheckResult.ALTERED)
    told = {**credential.facts, "issued_on": credential.issued_on}
    if device is None or credential.issuer not in (keys.office, ALONE):
        return Verdict(CheckResult.UNKNOWN_ISSUER, told, credential.serial)
    result = _judge(credential, device, keys.office, revoked, register(credential.serial))
    return Verdict(result, told, credential.serial)


def is_signed(text: str, public_key: bytes) -> bool:
    """Tell whether a key signed a credential; of a badge, both it and the credential inside."""
    if not is_badge(text):
        return check_signature(text, public_key)
    return check_badge(text, public_key) and check_signature(read_badge(text).credential, public_key)


def issuer_of_row(serial: str, facts: str, credential: str, badge: str, keys: TrustedKeys) -> Device | None:
    """Return the laptop that signed a certificate's row as it stands, or None where no one may have.

    The arguments are fields of the row, `facts` its JSON text, `badge` may be "". The laptop is the one in
    the serial, the credential verifies under its key, and the row says exactly what it signed: of a row with
    a badge all facts but the gender of the wording, of one without those that stand in the credential. A
    laptop that was revoked since is returned too.
    """
    try:
        row = msgspec.json.decode(facts, type=CertificateFacts)
        signed = read_credential(credential)
    except (msgspec.MsgspecError, TrainerError):
        return None
    device = keys.issuer(signed.kid)
    if device is None or not check_signature(credential, device.signing_key):
        return None
    whole = row.serial == serial and says(row, signed) and is_own_number(signed, device, keys.office)
    return device if whole and (not badge or _is_badge_of(badge, row, credential, device)) else None


def says(facts: CertificateFacts, signed: Credential) -> bool:
    """Tell whether facts are those that stand in a credential."""
    written = {name: getattr(facts, name) for name in SIGNED_FACTS}
    return _full(written) == _full(signed.facts) and facts.issued_on == signed.issued_on


def register_line(certificate: Certificate) -> RegisterLine:
    """Return what a row says of its credential; where the name was erased, only the id is left of that."""
    if not certificate.credential:
        return RegisterLine(certificate.credential_id, certificate.state)
    try:
        signed = read_credential(certificate.credential)
    except TrainerError as problem:
        return RegisterLine("", certificate.state, agrees=problem.code == "credential.too_new")
    agrees = signed.serial == certificate.serial and (certificate.erased or says(certificate.facts, signed))
    return RegisterLine(signed.id, certificate.state, agrees)


def is_own_number(signed: Credential, device: Device, office: str) -> bool:
    """Tell whether the serial is one that this laptop may give: under the office's codes or its very own."""
    if not is_serial(signed.serial):
        return False
    serial = parse_serial(signed.serial)
    own = {(office, device.code), (ALONE, own_device_code(device.key_id))}
    return serial.office == signed.issuer and (serial.office, serial.device) in own


def _is_badge_of(badge: str, row: CertificateFacts, credential: str, device: Device) -> bool:
    if not check_badge(badge, device.signing_key):
        return False
    read = read_badge(badge)
    try:
        told = msgspec.convert(read.facts, CertificateFacts)
        return read.credential == credential and told == replace(row, gender="")
    except msgspec.ValidationError:
        return False


def _full(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in facts.items() if value not in ("", 0)}


def _judge(
    signed: Credential,
    device: Device,
    office: str,
    revoked: RevocationList | None,
    known: Sequence[RegisterLine],
) -> CheckResult:
    if not is_own_number(signed, device, office):
        return CheckResult.WRONG_NUMBER
    lines = [*known, *_listed(signed.serial, revoked)]
    own = [line for line in lines if line.credential == signed.id]
    gone = gone_result(signed.serial, signed.id, revoked, known)
    if gone:
        return gone
    others = any(line.credential or not line.agrees for line in lines)
    if (others and not own) or not all(line.agrees for line in own):
        return CheckResult.CONTRADICTS
    held = any(line.held for line in own)
    if device.revoked_on and not held:
        return CheckResult.KEY_REVOKED
    return CheckResult.VALID_CONFIRMED if held else CheckResult.VALID_UNCONFIRMED


def gone_result(
    serial: str, credential: str, revoked: RevocationList | None, known: Sequence[RegisterLine]
) -> CheckResult | None:
    """Say what a register and the office's list say of a number that holds no longer; None while it holds.

    Of two papers under one number neither is believed once one of them is void, but the one that the office's
    register is known to hold: there somebody has decided between them. A copied laptop may have made the very
    same certificate twice: as long as one of the two holds, the paper does.
    """
    lines = [*known, *_listed(serial, revoked)]
    holding = {line.credential for line in lines if line.state is CertificateState.ISSUED and line.credential}
    held = any(line.held and line.credential == credential and credential in holding for line in lines)
    listed = revoked.find(serial, credential) if revoked else None
    if listed and (listed.credential == credential or not held):
        lines.append(RegisterLine(listed.credential, CertificateState(listed.state)))
        holding.discard(listed.credential)
    gone = [
        line
        for line in lines
        if line.state is not CertificateState.ISSUED
        and line.credential not in holding
        and (line.credential == credential or not held)
    ]
    gone.sort(key=lambda line: (line.credential != credential, line.state is not CertificateState.REPLACED))
    if not gone:
        return None
    return CheckResult.REPLACED if gone[0].state is CertificateState.REPLACED else CheckResult.REVOKED


def _listed(serial: str, revoked: RevocationList | None) -> list[RegisterLine]:
    registered = [each for each in revoked.registered if each.serial == serial] if revoked else []
    return [RegisterLine(each.credential, held=True, agrees=bool(each.credential)) for each in registered]
