"""The trust list: which keys belong to which laptop and office, signed by the office's root or its standby.

    {"format": "trainer-trust", "version": 1, "serial": 7, "day": "2018-10-01",
     "office": {"code": "DSH", "name": {"tg": ..., "ru": ..., "en": ...}, "recipient": "age1...",
                "recovery": "age1...", "roots": ["<32 bytes>", "<32 bytes>"]},
     "devices": [{"code": "K7", "name": ..., "role": "trainer", "signing_key": "<32 bytes>",
                  "receiving_key": "age1...", "may_issue": true, "revoked_on": ""},
                 {"code": "K8", "role": "office", "travels": {"user": "<key>", "grant": {...}}, ...}],
     "handovers": [{"roots": "<the document below, as text>", "minisig": "<its signature file, as text>"}]}

    {"format": "trainer-roots", "version": 1, "office": "DSH", "serial": 8, "roots": ["<32 bytes>", ...]}

It travels as two files, `trust.json` and `trust.json.minisig`. A laptop takes a list only if one of the roots
that it already trusts signed it, never an older serial. When a root key is lost, another root hands over to
new ones, which sign from the list of that `serial` on. Of handovers those alone are followed that are newer
than the own list, so that no root that was replaced comes back.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Literal

import msgspec
from msgspec import Struct

from trainer_app.bundle import encodings, sealing
from trainer_app.bundle.keys import DeviceKeys, device_fingerprint, office_fingerprint
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import Traveller
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.exchange.laptops import CourseDigest

_REQUEST_FORMAT = encodings.DocumentPreamble("trainer-request", 1)
_REQUEST_BAD = "bundle.bad_request"
_MAX_SIZE = 64 * 1024
_SALT = 16
_REPLICA = regex(r"[0-9a-f]{32}")


class DeviceRequest(msgspec.Struct, frozen=True):
    """What a laptop says about itself. `salt` is what its database's file begins with (16 bytes)."""

    label: str
    replica: str
    signing_key: bytes
    receiving_key: str
    day: str
    salt: bytes
    format: str = _REQUEST_FORMAT.format
    version: int = _REQUEST_FORMAT.version

    @property
    def key_id(self) -> bytes:
        """The 8 bytes by which quarantined bundles of this laptop are found."""
        return sealing.key_id(self.signing_key)

    @property
    def fingerprint(self) -> str:
        """The digits that both sides read aloud."""
        return device_fingerprint(self.signing_key, self.receiving_key)


class _Envelope(msgspec.Struct, frozen=True):
    request: str
    minisig: str


def write_request(keys: DeviceKeys, label: str, replica: str, day: str, salt: bytes) -> bytes:
    """Return the request file of a laptop; `day` is an ISO date."""
    document = encodings.encode(DeviceRequest(label, replica, keys.signing_key, keys.recipient, day, salt))
    signature = keys.sign(document, sealing.Purpose.REQUEST)
    return encodings.encode(_Envelope(document.decode(), signature.decode()))


def read_request(data: bytes) -> DeviceRequest:
    """Read a request and check its own signature. Raises bundle.bad_request, bundle.too_new."""
    if len(data) > _MAX_SIZE:
        raise TrainerError(_REQUEST_BAD)
    try:
        envelope = msgspec.json.decode(data, type=_Envelope)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as problem:
        raise TrainerError(_REQUEST_BAD) from problem
    document = envelope.request.encode()
    request = encodings.decode(document, DeviceRequest, _REQUEST_FORMAT, _REQUEST_BAD)
    named = _REPLICA.fullmatch(request.replica) and len(request.salt) == _SALT
    if not named or not sealing.is_public_key(request.signing_key):
        raise TrainerError(_REQUEST_BAD)
    signature = envelope.minisig.encode()
    if not sealing.is_signed_by(document, signature, request.signing_key, sealing.Purpose.REQUEST):
        raise TrainerError(_REQUEST_BAD)
    sealing.check_recipient(request.receiving_key)
    return request


_REVOKED = encodings.DocumentPreamble("trainer-revoked", 1)
_RECEIPTS = encodings.DocumentPreamble("trainer-receipts", 1)
_REVOCATIONS_BAD = "bundle.not_a_bundle"


class Revoked(msgspec.Struct, frozen=True):
    """One certificate that was voided or replaced. `reason` is a word, never a person's name."""

    serial: str
    state: Literal["void", "replaced"]
    day: str
    credential: str = ""
    """Id of the credential, 32 hex digits. A cloned laptop may have given its serial to another one too."""
    reason: str = ""
    replaced_by: str = ""


class Registered(msgspec.Struct, frozen=True):
    """One certificate that the office's register holds and that is valid. `credential` is the id of it.

    Where that is "", the register contradicts what was signed under this number.
    """

    serial: str
    credential: str


class RevocationList(msgspec.Struct, frozen=True):
    """All of them, as known to one office on one day; a check names this day.

    `edition` only grows. `registered` is what the register holds of laptops whose keys were withdrawn:
    nothing else of theirs is believed.
    """

    office: str
    day: str
    edition: int = 0
    certificates: tuple[Revoked, ...] = ()
    registered: tuple[Registered, ...] = ()
    format: str = _REVOKED.format
    version: int = _REVOKED.version

    def find(self, serial: str, credential: str = "") -> Revoked | None:
        """Return the entry for a credential's id, or else for a serial, whichever credential it names.

        Two papers may bear one number, from a laptop and its clone or by fraud: neither is believed then.
        """
        named = [entry for entry in self.certificates if credential and entry.credential == credential]
        numbered = [entry for entry in self.certificates if entry.serial == serial]
        return next(iter([*named, *numbered]), None)


class Receipt(msgspec.Struct, frozen=True):
    """The office holds a laptop's changes 1 to `to` without a gap, safe against a power cut."""

    replica: str
    to: int
    day: str
    bundles: tuple[str, ...] = ()
    """Ids of the bundles that were taken in since the last receipt."""
    head: str | msgspec.UnsetType = msgspec.UNSET
    """Id of the entry numbered `to`, 32 hex digits: a clone of the laptop has another one there."""
    received: int | msgspec.UnsetType = msgspec.UNSET
    """Up to which number the office has taken changes in, where that is more than what is safe there."""
    received_head: str | msgspec.UnsetType = msgspec.UNSET
    """Id of the entry numbered `received`."""

    @property
    def taken(self) -> int:
        """The last number that the office has taken in, safe or not yet."""
        return self.to if self.received is msgspec.UNSET else max(self.to, self.received)


class Receipts(msgspec.Struct, frozen=True):
    """All receipts of one pack; `blobs` are SHA-256 of what the office holds, `courses` their digests."""

    receipts: tuple[Receipt, ...] = ()
    blobs: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    courses: tuple[CourseDigest, ...] | msgspec.UnsetType = msgspec.UNSET
    format: str = _RECEIPTS.format
    version: int = _RECEIPTS.version


def read_revocations(data: bytes) -> RevocationList:
    """Read a revocation list. Raises bundle.not_a_bundle, bundle.too_new."""
    return encodings.decode(data, RevocationList, _REVOKED, _REVOCATIONS_BAD)


def read_receipts(data: bytes) -> tuple[tuple[Receipt, ...], tuple[str, ...]]:
    """Read the receipts and the confirmed attachments. Raises bundle.not_a_bundle, bundle.too_new."""
    found = encodings.decode(data, Receipts, _RECEIPTS, _REVOCATIONS_BAD)
    return found.receipts, () if found.blobs is msgspec.UNSET else found.blobs


def read_digests(data: bytes) -> tuple[CourseDigest, ...]:
    """Read the digests of courses. Raises bundle.not_a_bundle, bundle.too_new."""
    found = encodings.decode(data, Receipts, _RECEIPTS, _REVOCATIONS_BAD)
    return () if found.courses is msgspec.UNSET else found.courses


def write_receipts(
    receipts: tuple[Receipt, ...], blobs: tuple[str, ...] = (), courses: tuple[CourseDigest, ...] = ()
) -> bytes:
    """Write the receipts."""
    return encodings.encode(Receipts(receipts, blobs or msgspec.UNSET, courses or msgspec.UNSET))


_FORMAT = encodings.DocumentPreamble("trainer-trust", 1)
_BAD = "bundle.bad_trust"
_DEVICE_CODE = regex(r"[A-Z0-9]{1,6}")
_OFFICE_CODE = regex(r"[A-Z0-9]{2,6}")
_MAX_ROOTS = 8
_ROOTS = encodings.DocumentPreamble("trainer-roots", 1)
_MAX_HANDOVERS = 64
_CHECK_LISTS = encodings.DocumentPreamble("trainer-check-lists", 1)


class Device(msgspec.Struct, frozen=True):
    """One laptop (or the office's computer). `revoked_on` is an ISO date, or empty.

    `counts` maps, where the office said so as it revoked it, each of its replica ids to the last number that
    still counts. Which courses it was given stands in these courses: the list tells nobody which there are.
    `travels` says whose it is, of a computer of the office that is no desk: it sends files as laptops do.
    """

    code: str
    name: str
    signing_key: bytes
    receiving_key: str
    role: Literal["trainer", "office"] = "trainer"
    may_issue: bool = False
    revoked_on: str = ""
    counts: dict[str, int] | None = None
    travels: Traveller | msgspec.UnsetType = msgspec.UNSET

    @property
    def at_office(self) -> bool:
        """Whether it stands at the office, where packs and lists are made."""
        return self.role == "office" and self.travels is msgspec.UNSET

    @property
    def key_id(self) -> bytes:
        """The 8 bytes that name the signing key."""
        return sealing.key_id(self.signing_key)

    @property
    def fingerprint(self) -> str:
        """The digits read aloud at enrolment."""
        return device_fingerprint(self.signing_key, self.receiving_key)


class Office(msgspec.Struct, frozen=True):
    """The office: whom to seal for, and who may sign the trust list."""

    code: str
    name: Texts
    recipient: str
    recovery: str
    roots: tuple[bytes, ...]

    @property
    def fingerprint(self) -> str:
        """The digits that a laptop compares when it joins."""
        return office_fingerprint(self.roots, self.recipient, self.recovery)


class Handover(msgspec.Struct, frozen=True):
    """New roots, signed by a root before them: a document and its signature file, both as text."""

    roots: str
    minisig: str


class _Roots(msgspec.Struct, frozen=True):
    office: str
    serial: int
    roots: tuple[bytes, ...]
    format: str = _ROOTS.format
    version: int = _ROOTS.version


class TrustList(msgspec.Struct, frozen=True):
    """All keys of one office; `serial` counts its editions, `day` is when this one was made."""

    office: Office
    serial: int
    day: str
    devices: tuple[Device, ...] = ()
    handovers: tuple[Handover, ...] = ()
    format: str = _FORMAT.format
    version: int = _FORMAT.version

    def device(self, code: str) -> Device | None:
        """Return a laptop by its code."""
        return next((device for device in self.devices if device.code == code), None)


class Issuer(msgspec.Struct, frozen=True):
    """A laptop that may issue certificates: its code and key, and the day on which the key was withdrawn."""

    code: str
    signing_key: bytes
    revoked_on: str = ""


class CheckLists(msgspec.Struct, frozen=True):
    """All that the check page rests on, signed by a root: it names keys and numbers, and nobody.

    `registered` is all that the office's register holds.
    """

    office: Office
    day: str
    edition: int
    issuers: tuple[Issuer, ...]
    certificates: tuple[Revoked, ...] = ()
    registered: tuple[Registered, ...] = ()
    format: str = _CHECK_LISTS.format
    version: int = _CHECK_LISTS.version


class SignedTrust(Struct, frozen=True):
    """A trust list as it travels and is kept: the bytes of the document and of its signature file."""

    data: bytes
    signature: bytes


class TrustedKeys(Struct, frozen=True):
    """What a reader of bundles believes: laptops by key id, and the roots for a newer trust list.

    `serial` and `office` are number and office's code of the list they stand in; None and "" without one.
    """

    devices: Mapping[bytes, Device]
    roots: tuple[bytes, ...] = ()
    serial: int | None = None
    office: str = ""

    @classmethod
    def of(cls, trust: TrustList) -> "TrustedKeys":
        """Believe everything in a (verified) trust list."""
        devices = {device.key_id: device for device in trust.devices}
        return cls(devices, trust.office.roots, trust.serial, trust.office.code)

    @classmethod
    def only(cls, *devices: Device) -> "TrustedKeys":
        """Believe these laptops, without an office."""
        return cls({device.key_id: device for device in devices})

    def find(self, key_id: bytes) -> Device | None:
        """Return the laptop whose signing key has this id."""
        return self.devices.get(key_id)

    def issuer(self, key_id: bytes) -> Device | None:
        """Return the laptop with this key, if it may issue certificates (also once it is revoked)."""
        found = self.devices.get(key_id)
        return found if found and found.may_issue else None


def sign_trust(trust: TrustList, root_seed: bytes) -> SignedTrust:
    """Write and sign a list. Raises bundle.bad_trust for one that no reader would take."""
    _check(trust)
    data = encodings.encode(trust)
    return SignedTrust(data, sealing.sign(data, root_seed, sealing.Purpose.TRUST))


def sign_check_lists(
    trust: TrustList, revoked: RevocationList, registered: tuple[Registered, ...], root_seed: bytes
) -> SignedTrust:
    """Write and sign what the check page carries. Laptops stand in it without the names they have."""
    issuers = tuple(
        Issuer(device.code, device.signing_key, device.revoked_on)
        for device in trust.devices
        if device.may_issue
    )
    lists = CheckLists(trust.office, revoked.day, revoked.edition, issuers, revoked.certificates, registered)
    data = encodings.encode(lists)
    return SignedTrust(data, sealing.sign(data, root_seed, sealing.Purpose.CHECK_LISTS))


def verify_trust(signed: SignedTrust, roots: Sequence[bytes], since: int | None = None) -> TrustList:
    """Return the list, once one of `roots` is found to have signed it.

    With `since`, the serial of the list that names `roots`, also when they handed over to whoever signed.
    Raises bundle.bad_trust (not signed by them, or malformed), bundle.too_new.
    """
    if _is_signed(signed, roots):
        return _parse(signed.data)
    if since is not None:
        trust = _parse(signed.data)
        if _is_signed(signed, _follow(trust, roots, since)):
            return trust
    raise TrainerError(_BAD)


def hand_over(trust: TrustList, roots: tuple[bytes, ...], seed: bytes, serial: int) -> TrustList:
    """Return the next list, of a serial, with new roots in place of the old ones; `seed` is an old root's.

    The list is still to be signed, by one of the new roots. Raises bundle.bad_trust for another seed.
    """
    if sealing.public_key_of(seed) not in trust.office.roots:
        raise TrainerError(_BAD)
    document = encodings.encode(_Roots(trust.office.code, serial, roots))
    signature = sealing.sign(document, seed, sealing.Purpose.ROOTS)
    handover = Handover(document.decode(), signature.decode())
    return msgspec.structs.replace(
        trust,
        office=msgspec.structs.replace(trust.office, roots=roots),
        serial=serial,
        handovers=(*trust.handovers, handover),
    )


def serial_of(signed: SignedTrust) -> int:
    """Return the serial of a list that nobody has verified: to tell an old one. Raises bundle.bad_trust."""
    return _parse(signed.data).serial


def introduce_trust(signed: SignedTrust) -> TrustList:
    """Return a list that is signed by a root it names itself: for the first meeting with an office.

    This proves nothing until a person has compared `office.fingerprint` with the office.
    """
    return verify_trust(signed, _parse(signed.data).office.roots)


def renew_trust(current: SignedTrust, offered: SignedTrust) -> TrustList:
    """Return the offered list when it may take the current one's place.

    Signed by a root of the current list, of the same office, and of a higher serial or the very same.
    Raises bundle.bad_trust, bundle.old_trust, bundle.too_new.
    """
    now = _parse(current.data)
    then = verify_trust(offered, now.office.roots, now.serial)
    if then.office.code != now.office.code:
        raise TrainerError(_BAD)
    if then.serial < now.serial or (then.serial == now.serial and offered.data != current.data):
        raise TrainerError("bundle.old_trust", serial=then.serial, current=now.serial)
    return then


def _is_signed(signed: SignedTrust, roots: Sequence[bytes]) -> bool:
    purpose = sealing.Purpose.TRUST
    return any(sealing.is_signed_by(signed.data, signed.signature, root, purpose) for root in roots)


def _follow(trust: TrustList, roots: Sequence[bytes], since: int) -> list[bytes]:
    """Return the roots that `roots` handed over to, directly or by others, after the list `since`."""
    believed, found = list(roots), []
    for handover in trust.handovers:
        document, signature = handover.roots.encode(), handover.minisig.encode()
        purpose = sealing.Purpose.ROOTS
        if not any(sealing.is_signed_by(document, signature, root, purpose) for root in believed):
            continue
        named = encodings.decode(document, _Roots, _ROOTS, _BAD)
        if named.office == trust.office.code and since < named.serial <= trust.serial:
            found = list(named.roots)
            believed += found
    return found


def _parse(data: bytes) -> TrustList:
    trust = encodings.decode(data, TrustList, _FORMAT, _BAD)
    _check(trust)
    return trust


def _check(trust: TrustList) -> None:
    """Refuse lists in which a name could mean two keys, or a key is none."""
    office = trust.office
    codes = [device.code for device in trust.devices]
    ids = [device.key_id for device in trust.devices]
    sound = (
        trust.serial > 0
        and _is_day(trust.day)
        and _OFFICE_CODE.fullmatch(office.code) is not None
        and 0 < len(office.roots) <= _MAX_ROOTS
        and len(trust.handovers) <= _MAX_HANDOVERS
        and all(sealing.is_public_key(root) for root in office.roots)
        and len(set(codes)) == len(codes)
        and len(set(ids)) == len(ids)
        and all(_is_sound(device) for device in trust.devices)
    )
    if not sound:
        raise TrainerError(_BAD)
    for recipient in (office.recipient, office.recovery):
        sealing.check_recipient(recipient)


def _is_sound(device: Device) -> bool:
    sealing.check_recipient(device.receiving_key)
    return (
        _DEVICE_CODE.fullmatch(device.code) is not None
        and sealing.is_public_key(device.signing_key)
        and (device.travels is msgspec.UNSET or (device.role == "office" and device.travels.is_sound))
        and (not device.revoked_on or _is_day(device.revoked_on))
    )


def _is_day(text: str) -> bool:
    with suppress(ValueError):
        return date.fromisoformat(text).isoformat() == text
    return False
