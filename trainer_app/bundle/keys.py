"""Keys of a laptop and of an office; the secret parts live inside the encrypted database, or on paper.

A laptop signs (Ed25519) and receives (age X25519). An office has a working age identity that opens what
laptops send, a root key that signs the trust list, and two keys that exist on paper only: the recovery
identity, second recipient of everything, and the standby of the root.
"""

import base64
import hashlib
import secrets

import msgspec
from msgspec import Struct

from trainer_app.bundle import encodings, sealing
from trainer_app.bundle.encodings import fingerprint
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import Unshown

_DEVICE = encodings.DocumentPreamble("trainer-device-keys", 1)
_OFFICE = encodings.DocumentPreamble("trainer-office-keys", 1)
_BROKEN = "bundle.keys_damaged"
_STANDBY_PREFIX = "TRAINER-STANDBY-1"
_CHECK_LENGTH = 3


class _DeviceDocument(msgspec.Struct, frozen=True):
    signing_seed: bytes
    receiving: str
    format: str = _DEVICE.format
    version: int = _DEVICE.version


class _OfficeDocument(msgspec.Struct, frozen=True):
    working: str
    root_seed: bytes
    standby_key: bytes
    recovery_recipient: str
    format: str = _OFFICE.format
    version: int = _OFFICE.version


class DeviceKeys(Unshown, Struct, frozen=True):
    """Keys of one laptop: the 32-byte seed it signs with, the age identity it receives with."""

    seed: bytes
    identity: str

    @classmethod
    def generate(cls) -> "DeviceKeys":
        """Make new keys."""
        return cls(secrets.token_bytes(sealing.KEY_LENGTH), sealing.new_identity())

    @property
    def signing_key(self) -> bytes:
        """The public key (32 bytes) that proves this laptop's signatures."""
        return sealing.public_key_of(self.seed)

    @property
    def key_id(self) -> bytes:
        """The 8 bytes that name the signing key."""
        return sealing.key_id(self.signing_key)

    @property
    def recipient(self) -> str:
        """The age recipient ("age1...") that files for this laptop are sealed for."""
        return sealing.recipient_of(self.identity)

    @property
    def fingerprint(self) -> str:
        """The digits read aloud when this laptop is enrolled."""
        return device_fingerprint(self.signing_key, self.recipient)

    def sign(self, data: bytes, purpose: sealing.Purpose) -> bytes:
        """Return the signature file of `data`."""
        return sealing.sign(data, self.seed, purpose)

    def to_json(self) -> str:
        """Write the keys as text for the encrypted database, and for nowhere else."""
        return encodings.encode(_DeviceDocument(self.seed, self.identity)).decode()

    @classmethod
    def from_json(cls, text: str) -> "DeviceKeys":
        """Read what `to_json` wrote. Raises bundle.keys_damaged, bundle.too_new."""
        document = encodings.decode(text.encode(), _DeviceDocument, _DEVICE, _BROKEN)
        _check_seed(document.signing_seed)
        _check_identity(document.receiving)
        return cls(document.signing_seed, document.receiving)


class PaperKeys(Unshown, Struct, frozen=True):
    """The office's two keys that are shown once, to be kept on paper, twice."""

    recovery: str
    """age identity: with the plain `age` program it opens every bundle of this office."""
    standby: str
    """Seed of the standby root key with its check, as `read_standby` takes it."""


class OfficeKeys(Unshown, Struct, frozen=True):
    """Keys of an office that its computer holds, and the public halves of those on paper."""

    identity: str
    root_seed: bytes
    standby_key: bytes
    recovery_recipient: str

    @classmethod
    def generate(cls) -> tuple["OfficeKeys", PaperKeys]:
        """Make an office's keys; the second part must be shown once and then forgotten."""
        recovery = sealing.new_identity()
        standby_seed = secrets.token_bytes(sealing.KEY_LENGTH)
        keys = cls(
            identity=sealing.new_identity(),
            root_seed=secrets.token_bytes(sealing.KEY_LENGTH),
            standby_key=sealing.public_key_of(standby_seed),
            recovery_recipient=sealing.recipient_of(recovery),
        )
        return keys, PaperKeys(recovery, write_standby(standby_seed))

    @property
    def recipient(self) -> str:
        """The age recipient of the office's computer."""
        return sealing.recipient_of(self.identity)

    @property
    def roots(self) -> tuple[bytes, bytes]:
        """The public keys that may sign the trust list: root, standby."""
        return sealing.public_key_of(self.root_seed), self.standby_key

    @property
    def fingerprint(self) -> str:
        """The digits that a laptop compares when it joins."""
        return office_fingerprint(self.roots, self.recipient, self.recovery_recipient)

    def to_json(self) -> str:
        """Write the keys as text for the encrypted database, and for nowhere else."""
        document = _OfficeDocument(self.identity, self.root_seed, self.standby_key, self.recovery_recipient)
        return encodings.encode(document).decode()

    @classmethod
    def from_json(cls, text: str) -> "OfficeKeys":
        """Read what `to_json` wrote. Raises bundle.keys_damaged, bundle.too_new."""
        document = encodings.decode(text.encode(), _OfficeDocument, _OFFICE, _BROKEN)
        _check_seed(document.root_seed)
        _check_seed(document.standby_key)
        _check_identity(document.working)
        sealing.check_recipient(document.recovery_recipient)
        return cls(document.working, document.root_seed, document.standby_key, document.recovery_recipient)


def device_fingerprint(signing_key: bytes, recipient: str) -> str:
    """Return the digits of a laptop's two public keys."""
    return fingerprint("device", signing_key, recipient.encode())


def office_fingerprint(roots: tuple[bytes, ...], recipient: str, recovery: str) -> str:
    """Return the digits of an office's public keys."""
    return fingerprint("office", *roots, recipient.encode(), recovery.encode())


def write_standby(seed: bytes) -> str:
    """Return the standby root seed as text for paper: prefix, then Base32 with a check of 3 bytes."""
    check = hashlib.sha256(seed).digest()[:_CHECK_LENGTH]
    return _STANDBY_PREFIX + base64.b32encode(seed + check).decode()


def read_standby(typed: str) -> bytes:
    """Return the seed typed from paper, with or without what it begins with. Raises bundle.bad_standby.

    Spaces and small letters are allowed.
    """
    tidy = "".join(typed.split()).upper().removeprefix(_STANDBY_PREFIX)
    try:
        raw = base64.b32decode(tidy)
    except ValueError as problem:
        raise TrainerError("bundle.bad_standby") from problem
    seed = raw[: sealing.KEY_LENGTH]
    if len(raw) != sealing.KEY_LENGTH + _CHECK_LENGTH or write_standby(seed) != _STANDBY_PREFIX + tidy:
        raise TrainerError("bundle.bad_standby")
    return seed


def _check_seed(seed: bytes) -> None:
    if len(seed) != sealing.KEY_LENGTH:
        raise TrainerError(_BROKEN)


def _check_identity(identity: str) -> None:
    try:
        sealing.recipient_of(identity)
    except TrainerError as problem:
        raise TrainerError(_BROKEN) from problem
