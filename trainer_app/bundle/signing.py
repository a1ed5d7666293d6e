"""Signatures in minisign's format (https://jedisct1.github.io/minisign), Ed25519 over BLAKE2b-512.

The only module that knows py-minisign. A public key is its 32 raw bytes, a secret key its 32-byte seed. The
id of a key is not random, as minisign makes it, but the first 8 bytes of SHA-256 of the public key: the same
id names the key in a certificate's credential. The trusted comment, which is signed, says what was signed, so
that a signature made for one purpose never passes for another.
"""

import base64
import functools
import hashlib
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import minisign


KEY_LENGTH = 32
_P = 2**255 - 19
_D = -121665 * pow(121666, -1, _P) % _P
_ORDER_8 = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
_SMALL = frozenset({0, 1, _P - 1, _ORDER_8, _P - _ORDER_8})
"""The y of the eight points of small order: under such a key anything counts as signed."""
_ALGORITHM = b"Ed"
_COMMENT = "signature of trainer-app"


class Purpose(StrEnum):
    """What a signature stands under: its trusted comment."""

    BUNDLE = "trainer bundle 1"
    TRUST = "trainer trust list 1"
    REQUEST = "trainer device request 1"
    ROOTS = "trainer roots 1"
    REDACTION = "trainer redaction 1"
    CHECK_LISTS = "trainer check lists 1"
    LEDGER = "trainer ledger 1"
    PROGRAM = "trainer program 1"


def key_id(public_key: bytes) -> bytes:
    """Return the 8 bytes that name a public key in signatures and credentials."""
    return hashlib.sha256(public_key).digest()[:8]


def public_key_of(seed: bytes) -> bytes:
    """Return the 32 bytes of the public key of a seed."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


@functools.lru_cache(4096)
def is_public_key(public_key: bytes) -> bool:
    """Tell whether these bytes are an Ed25519 public key (RFC 8032, 5.1.3), and not one of small order.

    Of the bytes that somebody makes up so that a fingerprint fits, half are none.
    """
    if len(public_key) != KEY_LENGTH:
        return False
    y = int.from_bytes(public_key, "little") & (1 << 255) - 1  # the highest bit says which of two x it is
    if y >= _P or y in _SMALL:
        return False
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    return pow(square, (_P - 1) // 2, _P) == 1


def minisign_public(public_key: bytes) -> str:
    """Return the public key as `minisign -P` takes it: 56 characters of Base64."""
    return base64.b64encode(_ALGORITHM + key_id(public_key) + public_key).decode()


def read_public_keys(text: str) -> list[bytes]:
    """Return the public keys of a text: one a line, as `minisign -P` takes it; `#` begins a comment."""
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    found = [base64.b64decode(line)[-KEY_LENGTH:] for line in lines if line]
    return [key for key in found if is_public_key(key)]


def minisign_secret(seed: bytes) -> str:
    """Return the secret key as the two lines of an unencrypted minisign key file."""
    public_key = public_key_of(seed)
    numbered = key_id(public_key) + seed + public_key
    checksum = hashlib.blake2b(_ALGORITHM + numbered, digest_size=32).digest()
    # No key derivation ("\0\0"), BLAKE2b as the checksum, then its salt and two limits, all zero.
    raw = _ALGORITHM + b"\x00\x00B2" + bytes(32 + 8 + 8) + numbered + checksum
    return f"untrusted comment: trainer-app secret key\n{base64.b64encode(raw).decode()}\n"


def sign(data: bytes, seed: bytes, purpose: Purpose) -> bytes:
    """Return the signature file of `data`: four lines. The same data gives the same bytes."""
    import minisign

    key = minisign.SecretKey.from_bytes(minisign_secret(seed).encode())
    signature = key.sign(data, untrusted_comment=_COMMENT, trusted_comment=str(purpose))
    return bytes(signature) + b"\n"


def signer_of(signature: bytes) -> bytes | None:
    """Return the id of the key that a signature file names; None when it is no signature file."""
    parsed = _parse(signature)
    if parsed is None:
        return None
    second_line = signature.split(b"\n")[1]
    return base64.b64decode(second_line)[2:10]


def is_signed_by(data: bytes, signature: bytes, public_key: bytes, purpose: Purpose) -> bool:
    """Tell whether this key signed exactly this data for exactly this purpose."""
    import minisign

    parsed = _parse(signature)
    if parsed is None or parsed.trusted_comment != purpose:
        return False
    try:
        minisign.PublicKey.from_base64(minisign_public(public_key)).verify(data, parsed)
    except minisign.VerifyError:
        return False
    return True


def _parse(signature: bytes) -> "minisign.Signature | None":
    """Read a signature file; only the one way of writing it counts, and only over a hash."""
    import minisign

    try:
        parsed = minisign.Signature.from_bytes(signature)
    except minisign.ParseError:
        return None
    canonical = bytes(parsed) + b"\n" == signature
    return parsed if canonical and parsed.is_prehashed() else None
