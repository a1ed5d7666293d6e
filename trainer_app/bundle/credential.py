"""The signed credential in a certificate's QR code: `TRC1:` + Base45(COSE_Sign1(CWT)), checked offline.

The stack of the EU digital certificates without its zlib: RFC 9285 around RFC 9052 around RFC 8392, EdDSA.

    18([ << {1: -8, 4: kid} >>, {}, << {1: issuer, 6: issued at, -65537: facts} >>, signature ])

`kid` is the first 8 bytes of SHA-256 of the public key; `issuer` the office's code; `issued at` midnight UTC
of the day of issue, in seconds. `facts` has small numbers for names (`_NUMBERS`), empty ones left out; days
count from 1970-01-01, hours are hundredths. A text that is shorter so is a byte string in KOI8-T, which has
every Tajik and Russian letter in one byte: a usual certificate takes 336 bytes and QR version 17 instead of
476 and version 21. All CBOR is deterministic, and no other way of writing the same is accepted. The
credential's id is not written either: it is the first 16 bytes of SHA-256 of the COSE bytes, in hex.

What is read may come from anybody, so it is read by a decoder of its own that knows no more than this form
needs: a tag is a tag, never a date or a UUID. The check page has the same one, so both refuse the same texts.
cbor2 and cwt take 60 ms to import, so they are imported where they are used.
"""

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import base45
from msgspec import Struct

from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.sealing import KEY_LENGTH, key_id
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.certificates.certificates import CertificateFacts, CertificateKind

PREFIX = "TRC1:"
MAX_TEXT = 2420
"""Letters in the largest QR code (version 40) at level Q."""

_OF_NEWER_PROGRAM = regex(r"TRC[0-9]:")
_LARGEST, _DEEPEST = 2**53 - 1, 16
"""The largest number that a browser counts exactly, and how many lists may stand in each other."""
_CHARSET = "koi8_t"
_EDDSA, _SIGN1 = -8, 18
_ALGORITHM, _KID = 1, 4
_ISSUER, _ISSUED_AT, _FACTS = 1, 6, -65537
_KID_LENGTH, _SIGNATURE_LENGTH = 8, 64
_EPOCH = date(1970, 1, 1)
_KINDS = (CertificateKind.COMPLETION, CertificateKind.ATTENDANCE)
_NUMBERS: Mapping[str, int] = {
    "serial": 1,
    "kind": 2,
    "name": 3,
    "latin": 4,
    "rank": 5,
    "course_title": 6,
    "course_code": 7,
    "first_day": 8,
    "last_day": 9,
    "hours": 10,
    "organiser": 11,
    "replaces": 12,
    "town": 13,
    "partner": 14,
    "course_kind": 15,
}
"""Numbers are never given to another fact. English repetitions of a text are not signed again."""
SIGNED_FACTS = tuple(_NUMBERS)
"""Names of the facts that a check tells of, in the order of their numbers."""
_USUAL = {"course_kind": "course"}
"""What is so usual that it is left out."""
_DAYS = frozenset(("first_day", "last_day"))
_DAY = 86_400
"""Seconds."""


class Credential(Struct, frozen=True):
    """What a credential says, believed by nobody yet.

    `facts` are named as in `domain.certificates.Facts`, empty ones missing; `issued_on` is an ISO day.
    """

    facts: Mapping[str, object]
    issuer: str
    issued_on: str
    kid: bytes
    id: str

    @property
    def serial(self) -> str:
        """The certificate's serial."""
        return str(self.facts.get("serial", ""))


def issue_credential(facts: CertificateFacts, keys: DeviceKeys, issuer: str) -> str:
    """Return the signed text for a QR code; the same facts give the same text.

    `issuer` is the office's code. Raises credential.too_long when no QR code could hold it.
    """
    import cbor2
    from cwt import COSE, COSEKey

    public = keys.signing_key
    kid = key_id(public)
    claims = {_ISSUER: issuer, _ISSUED_AT: _seconds(facts.issued_on), _FACTS: _write_facts(facts)}
    key = COSEKey.new({1: 1, 2: kid, 3: _EDDSA, -1: 6, -2: public, -4: keys.seed})
    signed = COSE.new(deterministic_header=True).encode_and_sign(
        cbor2.dumps(claims, canonical=True), key, protected={_ALGORITHM: _EDDSA, _KID: kid}
    )
    if not isinstance(signed, bytes):
        raise TypeError("COSE did not give bytes")
    text: str = PREFIX + base45.b45encode(signed).decode()
    if len(text) > MAX_TEXT:
        raise TrainerError("credential.too_long", length=len(text), limit=MAX_TEXT)
    return text


def read_credential(text: str) -> Credential:
    """Return what a text says, without checking who signed it.

    Raises credential.unreadable (something else), credential.too_new, credential.altered (one of ours once,
    but no longer written as we write).
    """
    signed = _unwrap(text)
    protected, payload = _open(signed)
    claims = _load(payload)
    kid = protected[_KID]
    if not isinstance(claims, dict):
        raise _altered()
    issuer, issued_at, facts = (claims.get(name) for name in (_ISSUER, _ISSUED_AT, _FACTS))
    if not isinstance(issuer, str) or not isinstance(facts, dict):
        raise _altered()
    return Credential(
        facts=_read_facts(facts),
        issuer=issuer,
        issued_on=_day_of(_read_number(issued_at)),
        kid=kid,
        id=hashlib.sha256(signed).hexdigest()[:32],
    )


def check_signature(text: str, public_key: bytes) -> bool:
    """Tell whether this key signed exactly this text; False also for what is no credential."""
    from cwt import COSE, COSEKey, VerifyError

    try:
        credential = read_credential(text)
    except TrainerError:
        return False
    if len(public_key) != KEY_LENGTH or credential.kid != key_id(public_key):
        return False
    key = COSEKey.new({1: 1, 2: credential.kid, 3: _EDDSA, -1: 6, -2: public_key})
    try:
        COSE.new().decode(_unwrap(text), key)
    except VerifyError:
        return False
    return True


def _unwrap(text: str) -> bytes:
    """Return the COSE bytes of a text; a scanner's line end after it is no part of it."""
    text = text.strip("\r\n\t")
    if not text.startswith(PREFIX):
        newer = _OF_NEWER_PROGRAM.match(text)
        raise TrainerError("credential.too_new" if newer else "credential.unreadable")
    if len(text) > MAX_TEXT:
        raise _altered()
    try:
        # Strict: capitals only, and each byte string has one text.
        signed: bytes = base45.b45decode(text.removeprefix(PREFIX))
    except ValueError as problem:
        raise _altered() from problem
    return signed


def _open(signed: bytes) -> tuple[dict[Any, Any], bytes]:
    """Return the protected header and the payload of a COSE_Sign1 of exactly our form."""
    message = _load(signed)
    if not isinstance(message, _Tagged) or message.tag != _SIGN1:
        raise _altered()
    parts = message.value
    if not isinstance(parts, list) or len(parts) != 4:
        raise _altered()
    protected, unprotected, payload, signature = parts
    whole = all(isinstance(part, bytes) for part in (protected, payload, signature))
    if not whole or unprotected != {} or len(signature) != _SIGNATURE_LENGTH:
        raise _altered()
    header = _load(protected)
    if not isinstance(header, dict) or set(header) != {_ALGORITHM, _KID} or header[_ALGORITHM] != _EDDSA:
        raise _altered()
    kid = header[_KID]
    if not isinstance(kid, bytes) or len(kid) != _KID_LENGTH:
        raise _altered()
    return header, payload


class _Tagged(Struct, frozen=True):
    """A value of CBOR with the number of its tag."""

    tag: int
    value: Any


class _Decoder:
    """Reads deterministic CBOR alone: shortest numbers, definite lengths, sorted keys, no fractions."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def whole(self) -> Any:
        """Return the one value that the bytes are. Raises credential.altered."""
        value = self._item(0)
        if self._at != len(self._data):
            raise _altered()
        return value

    def _item(self, deep: int) -> Any:
        if deep > _DEEPEST:
            raise _altered()
        first = self._take(1)[0]
        major, info = first >> 5, first & 31
        if major == 7:
            return _simple(info)
        count = self._number(info)
        match major:
            case 0:
                return count
            case 1:
                return -1 - count
            case 2:
                return self._take(count)
            case 3:
                return self._text(count)
            case 4:
                return [self._item(deep + 1) for _ in range(count)]
            case 5:
                return self._map(count, deep + 1)
            case _ if deep == 0:
                return _Tagged(count, self._item(deep + 1))
            case _:
                # A message is tagged; nothing in it ever is.
                raise _altered()

    def _take(self, count: int) -> bytes:
        found = self._data[self._at : self._at + count]
        if len(found) != count:
            raise _altered()
        self._at += count
        return found

    def _number(self, info: int) -> int:
        if info < 24:
            return info
        if info > 27:
            raise _altered()
        value = int.from_bytes(self._take(1 << (info - 24)))
        least = (24, 1 << 8, 1 << 16, 1 << 32)[info - 24]
        if not least <= value <= _LARGEST:
            raise _altered()
        return value

    def _text(self, count: int) -> str:
        try:
            return self._take(count).decode()
        except UnicodeDecodeError as problem:
            raise _altered() from problem

    def _map(self, count: int, deep: int) -> dict[int | str, Any]:
        found: dict[int | str, Any] = {}
        last = (0, b"")
        for _ in range(count):
            start = self._at
            key = self._item(deep)
            written = self._data[start : self._at]
            # True is no key: Python would take it for 1.
            if type(key) not in (int, str) or (len(written), written) <= last:
                raise _altered()
            last = len(written), written
            found[key] = self._item(deep)
        return found


def _simple(info: int) -> bool | None:
    known = {20: False, 21: True, 22: None}
    if info not in known:
        raise _altered()
    return known[info]


def _load(data: bytes) -> Any:
    """Return what CBOR says that was written in the one deterministic way."""
    return _Decoder(data).whole()


def _write_facts(facts: CertificateFacts) -> dict[int, object]:
    written: dict[int, object] = {}
    for name, number in _NUMBERS.items():
        value = getattr(facts, name)
        if value in ("", 0) or value == _USUAL.get(name):
            continue
        written[number] = _writer(name)(value)
    return written


def _writer(name: str) -> Callable[[Any], object]:
    if name == "kind":
        return _KINDS.index
    if name == "hours":
        return int
    return _write_day if name in _DAYS else _write_text


def _read_facts(written: dict[Any, Any]) -> dict[str, object]:
    """Return facts by name. Numbers that a newer program added are passed over."""
    facts: dict[str, object] = {}
    for name, number in _NUMBERS.items():
        if number in written:
            facts[name] = _reader(name)(written[number])
        elif name in _USUAL:
            facts[name] = _USUAL[name]
    if not {"serial", "kind", "name"} <= set(facts):
        raise _altered()
    return facts


def _reader(name: str) -> Callable[[Any], object]:
    if name == "kind":
        return _read_kind
    if name == "hours":
        return _read_number
    return _read_day if name in _DAYS else _read_text


def _write_text(text: str) -> str | bytes:
    """Return the text, or its KOI8-T bytes where those are shorter."""
    try:
        packed = text.encode(_CHARSET)
    except UnicodeEncodeError:
        return text
    return packed if len(packed) < len(text.encode()) else text


def _read_text(value: object) -> str:
    if isinstance(value, str):
        return value
    if not isinstance(value, bytes):
        raise _altered()
    try:
        return value.decode(_CHARSET)
    except UnicodeDecodeError as problem:
        raise _altered() from problem


def _write_day(day: str) -> int:
    return (date.fromisoformat(day) - _EPOCH).days


def _read_day(value: object) -> str:
    return _day_of(_read_number(value) * _DAY)


def _read_kind(value: object) -> str:
    number = _read_number(value)
    if not 0 <= number < len(_KINDS):
        raise _altered()
    return _KINDS[number].value


def _read_number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _altered()
    return value


def _seconds(day: str) -> int:
    moment = date.fromisoformat(day)
    return int(datetime(moment.year, moment.month, moment.day, tzinfo=UTC).timestamp())


def _day_of(seconds: int) -> str:
    try:
        return (_EPOCH + timedelta(days=seconds // _DAY)).isoformat()
    except OverflowError as problem:
        raise _altered() from problem


def _altered() -> TrainerError:
    return TrainerError("credential.altered")
