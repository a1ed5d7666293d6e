"""The certificate as an Open Badge 3.0: a VC-JWT (EdDSA) for wallets, registers and learning systems.

    base64url(header) . base64url(OpenBadgeCredential with iss, sub, jti, nbf) . base64url(signature)

The header carries the public key itself (`jwk`) and its `did:key` address (`kid`), so that whoever reads the
badge needs no network; whether that key may issue is said by the office's trust list, as for the QR code.
What Open Badges has a field for stands there; everything printed, as it was frozen, is in `printedFacts`
besides, with the credential of the QR code itself: a JSON value of our own that other readers may pass over.
There is no e-mail address: the recipient is the printed name, and a number that only this badge has. Members
are sorted and Ed25519 is deterministic, so the same facts give the same text.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from msgspec import Struct

from trainer_app.bundle.credential import PREFIX, SIGNED_FACTS, Credential, read_credential
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.sealing import KEY_LENGTH, key_id
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import word
from trainer_app.domain.certificates.certificates import CertificateFacts, CertificateKind, written_facts

MAX_BADGE = 40_000
"""Letters of a badge at most: a change of the journal has to hold it beside the facts."""

_CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
_OWN = "urn:trainer-app:vocabulary:"
_OWN_TERMS = {"printedFacts": {"@id": f"{_OWN}printedFacts", "@type": "@json"}}
_SCHEMA = {
    "id": f"{_CONTEXTS[1].rsplit('/', 1)[0]}/schema/json/ob_v3p0_achievementcredential_schema.json",
    "type": "1EdTechJsonSchemaValidator2019",
}
_ALGORITHM = "EdDSA"
_LEFT_OUT: Mapping[str, str] = {"replaces": "", "course_kind": "course"}
"""Facts that older badges do not have."""
_HALVES = regex(r"[\ud800-\udfff]")
_LARGEST = 2**53 - 1
"""The largest number that a browser counts exactly."""
_LONGEST_INT = 17
"""Signs of the largest number and of a minus before it."""
_MOST_BRACKETS = 1_000
"""Far more lists and objects than a badge has; so many in each other are still no danger for a reader."""
_MULTICODEC_ED25519 = b"\xed\x01"
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_TYPES = {
    CertificateKind.COMPLETION: "CertificateOfCompletion",
    CertificateKind.ATTENDANCE: "ext:CertificateOfAttendance",
}


class OpenBadge(Struct, frozen=True):
    """Parsed but **unverified** content of a badge; use nothing of it before `check_badge` returned True.

    `credential` is the text of the QR code's credential.
    """

    document: Mapping[str, Any]
    facts: Mapping[str, Any]
    signing_key: bytes
    credential: str

    @property
    def kid(self) -> bytes:
        """The 8 bytes that name the key that it says it is signed with."""
        return key_id(self.signing_key)


def issue_badge(facts: CertificateFacts, keys: DeviceKeys, issuer: str, credential: str) -> str:
    """Return a certificate's badge; the same facts give the same text.

    `issuer` is the office's code, `credential` the text of the QR code, which the badge contains.
    Raises credential.too_long for facts that no change of the journal could hold twice.
    """
    address = did_of(keys.signing_key)
    header = {
        "alg": _ALGORITHM,
        "jwk": {"crv": "Ed25519", "kty": "OKP", "x": _to_base64(keys.signing_key)},
        "kid": f"{address}#{address.removeprefix('did:key:')}",
        "typ": "JWT",
    }
    document = _document(facts, address, issuer, credential)
    signed = f"{_to_base64(_to_json(header))}.{_to_base64(_to_json(document))}"
    signature = Ed25519PrivateKey.from_private_bytes(keys.seed).sign(signed.encode())
    badge = f"{signed}.{_to_base64(signature)}"
    if len(badge) > MAX_BADGE:
        raise TrainerError("credential.too_long", length=len(badge), limit=MAX_BADGE)
    return badge


def is_badge(text: str) -> bool:
    """Tell whether a text looks like a JWT: three parts, the first of which begins with `{"`."""
    return text.startswith("eyJ") and text.count(".") == 2


def read_badge(text: str) -> OpenBadge:
    """Return what a badge says, without checking who signed it.

    Raises credential.unreadable (no badge at all, or one of somebody else), credential.altered.
    """
    text = text.strip()
    if not is_badge(text):
        raise TrainerError("credential.unreadable")
    header, document = (_read_json(part) for part in text.split(".")[:2])
    key = header.get("jwk")
    if header.get("alg") != _ALGORITHM or not isinstance(key, dict) or key.get("crv") != "Ed25519":
        raise TrainerError("credential.unreadable")
    own = document.get("printedFacts")
    if not isinstance(own, dict) or not isinstance(own.get("facts"), dict):
        raise TrainerError("credential.unreadable")
    public = _from_base64(_read_text(key.get("x")))
    if len(public) != KEY_LENGTH:
        raise TrainerError("credential.altered")
    return OpenBadge(document, own["facts"], public, _read_text(own.get("credential", "")))


def read_as_credential(text: str) -> Credential:
    """Return the credential in a badge, which says the same and names the same key, so both are judged alike.

    Raises as `read_badge` and `read_credential`, and credential.altered for a badge that says something else.
    """
    badge = read_badge(text)
    read = {name: _read_fact(name, badge.facts.get(name, _LEFT_OUT.get(name))) for name in SIGNED_FACTS}
    issued_on = _read_day(badge.facts.get("issued_on"))
    if not badge.credential.startswith(PREFIX[:3]):
        raise TrainerError("credential.altered")
    inside = read_credential(badge.credential)
    same = _full(read) == _full(inside.facts) and (badge.kid, issued_on) == (inside.kid, inside.issued_on)
    if not same:
        raise TrainerError("credential.altered")
    return inside


def _read_fact(name: str, value: object) -> str | int:
    """Return a fact as the check page reads it too; what is of another kind was never written by us."""
    if name == "hours":
        return _read_hours(value)
    text = _read_text(value)
    if name == "kind" and text not in tuple(CertificateKind):
        raise TrainerError("credential.altered")
    return _read_day(text) if text and name.endswith("_day") else text


def _read_text(value: object) -> str:
    """Return a text. Half of a surrogate pair is none: neither a screen nor the database could take it."""
    if not isinstance(value, str) or _HALVES.search(value):
        raise TrainerError("credential.altered")
    return value


def _read_hours(value: object) -> int:
    """Return a whole number; JSON does not tell 1650 and 1650.0 apart."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= _LARGEST:
        raise TrainerError("credential.altered")
    if value != int(value):
        raise TrainerError("credential.altered")
    return int(value)


def _read_day(value: object) -> str:
    text = _read_text(value)
    try:
        if date.fromisoformat(text).isoformat() == text:
            return text
    except ValueError as problem:
        raise TrainerError("credential.altered") from problem
    raise TrainerError("credential.altered")


def check_badge(text: str, public_key: bytes) -> bool:
    """Tell whether this key signed exactly this badge; False also for what is no badge."""
    text = text.strip()
    if not is_badge(text) or len(public_key) != KEY_LENGTH:
        return False
    signed, _, signature = text.rpartition(".")
    try:
        if read_badge(text).signing_key != public_key:
            return False
        Ed25519PublicKey.from_public_bytes(public_key).verify(_from_base64(signature), signed.encode())
    except (TrainerError, InvalidSignature):
        return False
    return True


def did_of(public_key: bytes) -> str:
    """Return the `did:key` address of an Ed25519 key: the key itself in base 58, no register behind it."""
    data = _MULTICODEC_ED25519 + public_key
    number, letters = int.from_bytes(data), ""
    while number:
        number, place = divmod(number, len(_BASE58))
        letters = _BASE58[place] + letters
    return f"did:key:z{letters}"


def _document(facts: CertificateFacts, address: str, issuer: str, credential: str) -> dict[str, Any]:
    """Return the OpenBadgeCredential with the claims of a JWT, which repeat four of its members."""
    issued_on = _moment(facts.issued_on)
    own_name = read_credential(credential).id
    subject = _subject(facts, issuer, own_name)
    own_id = _urn("credential", own_name)
    return {
        "@context": [*_CONTEXTS, _OWN_TERMS],
        "id": own_id,
        "jti": own_id,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": facts.course_title,
        "issuer": _profile(facts, address, issuer),
        "iss": address,
        "validFrom": issued_on,
        "nbf": int(datetime.fromisoformat(issued_on).timestamp()),
        "awardedDate": issued_on,
        "credentialSubject": subject,
        "sub": subject["id"],
        "credentialSchema": [_SCHEMA],
        "printedFacts": {"credential": credential, "facts": written_facts(replace(facts, gender=""))},
    }


def _profile(facts: CertificateFacts, address: str, issuer: str) -> dict[str, Any]:
    """Return who issued it: the laptop's key speaks for the organiser, whose code the office gave."""
    return {
        "id": address,
        "type": ["Profile"],
        "name": facts.organiser or facts.organiser_en or issuer,
        "otherIdentifier": [
            {"type": "IdentifierEntry", "identifier": issuer, "identifierType": "ext:OfficeCode"}
        ],
    }


def _subject(facts: CertificateFacts, issuer: str, credential: str) -> dict[str, Any]:
    """Return who received it and what for. Members that would be empty are left out."""
    hours = _urn("hours", issuer, facts.course_code, facts.first_day)
    names = dict.fromkeys(name for name in (facts.name, facts.latin) if name)
    return _full(
        {
            "id": _urn("recipient", credential),
            "type": ["AchievementSubject"],
            "identifier": [
                {"type": "IdentityObject", "hashed": False, "identityHash": name, "identityType": "name"}
                for name in names
            ],
            "role": facts.rank,
            "licenseNumber": facts.serial,
            "activityStartDate": _moment(facts.first_day),
            "activityEndDate": _moment(facts.last_day),
            "achievement": _achievement(facts, issuer, hours),
            "result": [
                {"type": ["Result"], "resultDescription": hours, "value": _as_hours(facts.hours)},
            ],
        }
    )


def _achievement(facts: CertificateFacts, issuer: str, hours: str) -> dict[str, Any]:
    """Return the course as an achievement: the same for everybody who got this kind of certificate of it."""
    return _full(
        {
            "id": _urn("achievement", issuer, facts.course_code, facts.first_day, facts.kind),
            "type": ["Achievement"],
            "achievementType": _TYPES[facts.kind],
            "name": facts.course_title,
            "description": _about(facts),
            "criteria": {"narrative": word(f"badge_file.criteria.{facts.kind.value}", _language(facts))},
            "humanCode": facts.course_code,
            "inLanguage": _language(facts),
            "resultDescription": [
                {
                    "id": hours,
                    "type": ["ResultDescription"],
                    "name": word("badge_file.hours", _language(facts)),
                    "resultType": "RawScore",
                }
            ],
        }
    )


def _about(facts: CertificateFacts) -> str:
    """Return the course in one line: title in English, place, days, hours, who stood behind it."""
    days = " – ".join(dict.fromkeys((facts.first_day, facts.last_day)))
    hours = f"{_as_hours(facts.hours)} h"
    parts = (facts.course_title_en, facts.town, days, hours, facts.organiser, facts.partner)
    return " · ".join(dict.fromkeys(part for part in parts if part)) or facts.course_title


def _language(facts: CertificateFacts) -> str:
    """Return the first language that is printed."""
    return facts.language.partition("+")[0]


def _as_hours(hundredths: int) -> str:
    """Return hours as people write them: 1650 -> "16.5"."""
    return f"{hundredths / 100:g}"


def _moment(day: str) -> str:
    """Return the midnight (UTC) that a day begins with, as the credential in the QR code counts it too."""
    return f"{date.fromisoformat(day).isoformat()}T00:00:00Z"


def _urn(entity: str, *parents: str) -> str:
    return f"urn:uuid:{derive_key(entity, *parents)}"


def _full(members: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value not in ("", 0, [])}


def _to_json(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _read_json(part: str) -> dict[str, Any]:
    try:
        written = _from_base64(part).decode()
        if written.count("[") + written.count("{") > _MOST_BRACKETS:
            raise TrainerError("credential.altered")
        found = json.loads(written, parse_int=_read_int, parse_constant=_no_number)
    except (ValueError, RecursionError) as problem:
        raise TrainerError("credential.altered") from problem
    if not isinstance(found, dict):
        raise TrainerError("credential.altered")
    return found


def _read_int(digits: str) -> int | float:
    """Return a number of any length, those that nobody counts to as a browser has them."""
    return int(digits) if len(digits) <= _LONGEST_INT else float(digits)


def _no_number(name: str) -> None:
    """Refuse what Python's reader of JSON takes and JSON does not have: NaN and the infinite ones."""
    raise ValueError(name)


def _to_base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _from_base64(text: str) -> bytes:
    """Return the bytes of base64url as JWTs write it; another way of writing the same bytes is refused."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (ValueError, binascii.Error) as problem:
        raise TrainerError("credential.altered") from problem
    if _to_base64(data) != text:
        raise TrainerError("credential.altered")
    return data
