"""How a locked laptop asks its office for the key of its data, and what the office answers.

A laptop whose passphrase is forgotten asks its office, which answers by file or by voice:

    request   {"format": "trainer-recovery-request", "version": 1, "label": "...", "day": "2018-10-01",
               "recipient": "age1...", "salt": "<16 bytes>", "recovery": "<age file, or empty>"}
    answer    an age file for that recipient:
              {"format": "trainer-recovery-answer", "version": 1, "key": "<32 bytes>", "salt": "<16 bytes>"}

The locked laptop makes a key for this one request. `recovery` is its recovery blob, which only the office's
paper key opens; without one (the vault is lost) the office takes it from an archived bundle, and knows the
right one by `salt`, with which the database's file begins. The request is not secret. The answer opens the
data of whoever has the laptop: the office answers only a voice that it knows, and compares the digits.

By voice 32 bytes are read aloud: the database's key, hidden by a pad that both sides reckon from the
request's key and the recovery key (X25519, HKDF-SHA256), so that whoever overhears it learns nothing. The
salt stands in the laptop's own file.
"""

import hashlib
from collections.abc import Sequence

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from trainer_app.bundle import encodings, layout, sealing
from trainer_app.bundle.encodings import fingerprint
from trainer_app.bundle.packing import Archive
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.errors import TrainerError

_KEY, _SALT = 32, 16
_MAX_SIZE = 64 * 1024
_REQUEST = encodings.DocumentPreamble("trainer-recovery-request", 1)
_ANSWER = encodings.DocumentPreamble("trainer-recovery-answer", 1)
_BAD, _BAD_ANSWER = "recovery.bad_request", "recovery.bad_answer"
_PUBLIC_PREFIX = "age"
_DOMAIN = b"trainer-app spoken recovery 1"


class RecoveryRequest(msgspec.Struct, frozen=True):
    """What a locked laptop asks for. `label` is whatever the person typed to be known by."""

    label: str
    day: str
    recipient: str
    salt: bytes
    recovery: bytes = b""
    format: str = _REQUEST.format
    version: int = _REQUEST.version

    @property
    def fingerprint(self) -> str:
        """The digits that both sides read aloud before anything is answered."""
        return fingerprint("recovery", self.recipient.encode(), self.salt, self.recovery)

    @property
    def spoken(self) -> str:
        """The request's key as groups of digits, for an office that gets no file."""
        return encodings.spoken_groups(encodings.decode_bech32(self.recipient, _PUBLIC_PREFIX))


class _Answer(msgspec.Struct, frozen=True):
    key: bytes
    salt: bytes
    format: str = _ANSWER.format
    version: int = _ANSWER.version


def write_request(request: RecoveryRequest) -> bytes:
    """Return the request file."""
    return encodings.encode(request)


def read_request(data: bytes) -> RecoveryRequest:
    """Read a request file. Raises recovery.bad_request, bundle.too_new."""
    if len(data) > _MAX_SIZE:
        raise TrainerError(_BAD)
    request = encodings.decode(data, RecoveryRequest, _REQUEST, _BAD)
    if len(request.salt) != _SALT or not _is_recipient(request.recipient):
        raise TrainerError(_BAD)
    return request


def hear_recipient(typed: str) -> str:
    """Return the age recipient of a request whose key was read aloud. Raises spoken.*."""
    return encodings.encode_bech32(encodings.read_spoken(typed, _KEY), _PUBLIC_PREFIX)


def write_answer(key: DataKey, recipient: str) -> bytes:
    """Return the answer: the database's key, sealed for the request's key."""
    return sealing.seal(encodings.encode(_Answer(key.key, key.salt)), [recipient])


def read_answer(data: bytes, identity: str) -> DataKey:
    """Open an answer. Raises recovery.bad_answer, recovery.other_request, bundle.too_new."""
    if len(data) > _MAX_SIZE:
        raise TrainerError(_BAD_ANSWER)
    try:
        plain = sealing.unseal(data, [identity])
    except TrainerError as problem:
        other = problem.code == "bundle.not_for_us"
        raise TrainerError("recovery.other_request" if other else _BAD_ANSWER) from problem
    answer = encodings.decode(plain, _Answer, _ANSWER, _BAD_ANSWER)
    try:
        return DataKey(answer.key, answer.salt)
    except ValueError as problem:
        raise TrainerError(_BAD_ANSWER) from problem


def speak_answer(key: DataKey, recipient: str, recovery: str) -> str:
    """Return the answer as groups of digits. `recovery` is the identity on the office's paper.

    Raises recovery.bad_request for a request's key that is none.
    """
    shared = _agree(recovery, recipient)
    pad = _pad(shared, recipient, sealing.recipient_of(recovery), key.salt)
    return encodings.spoken_groups(_hide(key.key, pad))


def hear_answer(typed: str, identity: str, recovery: str, salt: bytes) -> DataKey:
    """Return the key from digits that were read aloud. `recovery` is the office's recovery recipient.

    Raises spoken.*; a key that is not the right one shows when it does not open the database.
    """
    hidden = encodings.read_spoken(typed, _KEY)
    shared = _agree(identity, recovery)
    pad = _pad(shared, sealing.recipient_of(identity), recovery, salt)
    return DataKey(_hide(hidden, pad), salt)


def blob_of(bundle: bytes, identities: Sequence[str]) -> bytes:
    """Return the recovery blob in a bundle's header, which is not verified: a key opens the data or does not.

    Raises bundle.* for a file that none of `identities` opens, or that is no bundle.
    """
    if len(bundle) > layout.MAX_SEALED:
        raise TrainerError("bundle.too_big")
    archive = Archive(sealing.unseal(bundle, identities))
    header = archive.read(layout.HEADER, layout.MAX_TEXT)
    return encodings.decode(header, layout.Header, layout.FORMAT, "bundle.not_a_bundle").recovery


def _pad(shared: bytes, request: str, recovery: str, salt: bytes) -> bytes:
    bound = hashlib.sha256(b"".join((request.encode(), recovery.encode(), salt))).digest()
    return HKDF(SHA256(), _KEY, None, _DOMAIN + bound).derive(shared)


def _hide(key: bytes, pad: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(key, pad, strict=True))


def _agree(identity: str, recipient: str) -> bytes:
    """Return what both sides reckon alone. Raises recovery.bad_request for a key that would hide nothing."""
    ours = X25519PrivateKey.from_private_bytes(sealing.secret_of(identity))
    try:
        return ours.exchange(
            X25519PublicKey.from_public_bytes(encodings.decode_bech32(recipient, _PUBLIC_PREFIX))
        )
    except ValueError as problem:
        raise TrainerError(_BAD) from problem


def _is_recipient(recipient: str) -> bool:
    try:
        sealing.check_recipient(recipient)
        return len(encodings.decode_bech32(recipient, _PUBLIC_PREFIX)) == _KEY
    except (TrainerError, ValueError):
        return False
