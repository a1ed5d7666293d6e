"""Sealing and signing: the outer layer of every file that travels, keys from passphrases, and signatures.

Sealed is with age version 1, binary (https://age-encryption.org/v1). The only module that knows pyrage.
Identities ("AGE-SECRET-KEY-1...") and recipients ("age1...") are texts, exactly as the plain `age` program
prints and reads them. age proves that the bytes arrived as they were sealed; it does not prove who sealed
them. A typed passphrase is normalised to bytes, and becomes a key by Argon2id (RFC 9106).

Anybody can write a header that costs hours to read, so it is measured before pyrage sees a file: it ends
within 8 KiB, has at most 16 stanzas, and no passphrase costs more than 256 MiB.

Who sealed it says a signature in minisign's format (https://jedisct1.github.io/minisign), Ed25519 over
BLAKE2b-512. The only module that knows py-minisign. A public key is its 32 raw bytes, a secret key its
32-byte seed. The id of a key is not random, as minisign makes it, but the first 8 bytes of SHA-256 of the
public key: the same id names the key in a certificate's credential. The trusted comment, which is signed,
says what was signed, so that a signature made for one purpose never passes for another.
"""

import base64
import functools
import hashlib
import hmac
import secrets
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from trainer_app.bundle import encodings
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.passphrases import kept_spelling
from trainer_app.domain.exchange.laptops import (
    MAX_MEMORY,
    MAX_PASSES,
    MIN_MEMORY,
    MIN_PASSES,
    NEW_MEMORY,
    KdfCost,
)

if TYPE_CHECKING:
    import minisign
    import pyrage


KEY_LENGTH = 32
"""Of every key, in bytes: symmetric, public, and the seed of a secret one."""


_MEMORY_STEP = 16 * 1024


MINIMUM_COST = KdfCost()


def normalise_passphrase(passphrase: str) -> str:
    """Return the passphrase as it is used: RFC 8265 OpaqueString.

    Every kind of space becomes the plain one, then NFC: so a Tajik Ӣ typed as one letter on Linux and as
    letter + macron on another keyboard is the same. Not NFKC, which would make different passphrases equal;
    capitals and outer spaces count. Raises vault.empty_passphrase, vault.passphrase_unreadable (a control
    character, or half of a surrogate pair).
    """
    spaced = "".join(" " if unicodedata.category(letter) == "Zs" else letter for letter in passphrase)
    text = unicodedata.normalize("NFC", spaced)
    if not text.strip():
        raise TrainerError("vault.empty_passphrase")
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in text):
        raise TrainerError("vault.passphrase_unreadable")
    return text


def spellings(passphrase: str) -> tuple[str, ...]:
    """Return what is tried for a typed passphrase: that one first, then as a new one is kept.

    What was made before ё was kept as е opens only as it was typed then. Raises as `normalise_passphrase`.
    """
    typed = normalise_passphrase(passphrase)
    return tuple(dict.fromkeys((typed, kept_spelling(typed))))


def passphrase_key(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    """Return the 32-byte key of a passphrase: Argon2id version 0x13 over its UTF-8 bytes.

    Raises vault.no_memory where this computer has not enough for it.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    text = normalise_passphrase(passphrase).encode()
    try:
        return Argon2id(
            salt=salt,
            length=KEY_LENGTH,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory,
        ).derive(text)
    except MemoryError as problem:
        raise TrainerError("vault.no_memory", needed=cost.memory // 1024) from problem


def calibrate_cost(seconds: float = 1.0, clock: Callable[[], float] = time.perf_counter) -> KdfCost:
    """Return the dearest cost that takes about `seconds` here: memory first, up to 256 MiB, then passes.

    Never less than 128 MiB and 3 passes, however slow it is here. Measures the minimum once; the time of
    Argon2id is proportional to memory x passes.
    """
    started = clock()
    passphrase_key("calibration", bytes(16), MINIMUM_COST)
    spent = max(clock() - started, 1e-6)
    factor = max(NEW_MEMORY / MIN_MEMORY, seconds / spent)
    memory = int(min(MAX_MEMORY, MIN_MEMORY * factor)) // _MEMORY_STEP * _MEMORY_STEP
    passes = int(MINIMUM_COST.passes * factor * MIN_MEMORY / memory)
    return KdfCost(memory=memory, passes=min(MAX_PASSES, max(MIN_PASSES, passes)))


MAGIC = b"age-encryption.org/v1\n"
MAX_HEADER = 8 * 1024
"""Bytes from the first to the end of the line that closes the header."""
MAX_STANZAS = 16
MAX_RECIPIENTS = MAX_STANZAS - 1
"""pyrage may add a stanza that is nobody's, so that readers learn to pass over what they do not know."""
MAX_SCRYPT_FACTOR = 18
"""Reading takes 2 ** factor KiB of memory: 256 MiB."""
_SCRYPT_FACTOR = 17

_STANZA, _END, _SCRYPT = b"\n-> ", b"\n---", b"-> scrypt "
_SCRYPT_STANZA = MAGIC + _SCRYPT
# As digits without a sign or zeros before them, so that no reader can take one for another number.
_FACTORS = frozenset(b"%d" % factor for factor in range(1, MAX_SCRYPT_FACTOR + 1))
_BODY_LINE = 64
_CHUNK = 64 * 1024
# What pyrage says when none of the keys opens a file, and when a passphrase does not.
_NO_KEY = "No matching keys"
_WRONG_PASSPHRASE = "Decryption failed"
_SECRET_PREFIX = "age-secret-key-"
_IDENTITY_BEGINS = "AGE-SECRET-KEY-1"


def new_identity() -> str:
    """Make an X25519 identity; returns its secret text."""
    # As in all that follows: whoever opens what is there already seals nothing before it is seen.
    import pyrage

    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Return the public text of an identity. Raises bundle.bad_identity."""
    return str(_identity(identity).to_public())


def secret_of(identity: str) -> bytes:
    """Return the 32 bytes of an age identity, as they are kept beside a waiting request."""
    return encodings.decode_bech32(identity, _SECRET_PREFIX)


def identity_of(secret: bytes) -> str:
    """Return the age identity of 32 bytes."""
    return encodings.encode_bech32(secret, _SECRET_PREFIX).upper()


def tidy_identity(typed: str) -> str:
    """Return a secret text as typed from paper, without spaces and in capitals, once it is one.

    What it begins with is the same on each paper, and may be left out. Raises bundle.bad_identity; age's own
    checksum finds every single mistyped character.
    """
    tidy = "".join(typed.split()).upper().removeprefix(_IDENTITY_BEGINS)
    return str(_identity(_IDENTITY_BEGINS + tidy))


def check_recipient(recipient: str) -> None:
    """Raise bundle.bad_recipient unless the text is an age X25519 recipient."""
    import pyrage

    try:
        pyrage.x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError as problem:
        raise TrainerError("bundle.bad_recipient") from problem


def seal(data: bytes, recipients: Sequence[str]) -> bytes:
    """Seal for everybody in `recipients`; each of them alone can open it. Raises bundle.too_many_readers."""
    import pyrage

    if not recipients:
        raise ValueError("nobody could open this")
    if len(recipients) > MAX_RECIPIENTS:
        raise TrainerError("bundle.too_many_readers", limit=MAX_RECIPIENTS)
    for recipient in recipients:
        check_recipient(recipient)
    keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    return bytes(pyrage.encrypt(data, keys))


def seal_with_passphrase(data: bytes, passphrase: str) -> bytes:
    """Seal with a passphrase (age's scrypt mode), for whoever has no office.

    pyrage makes it as dear as this computer is fast, which another one could not afford: so it is written
    here, at one cost for all. https://age-encryption.org/v1, "The scrypt recipient type". Other programs
    open it with е for each ё.
    """
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    secret = normalise_passphrase(kept_spelling(passphrase)).encode()
    file_key, salt, nonce = (secrets.token_bytes(16) for _ in range(3))
    label = b"age-encryption.org/v1/scrypt"
    wrap = Scrypt(salt=label + salt, length=KEY_LENGTH, n=1 << _SCRYPT_FACTOR, r=8, p=1).derive(secret)
    body = ChaCha20Poly1305(wrap).encrypt(bytes(12), file_key, None)
    stanza = b"%s%s %d\n%s" % (_SCRYPT, _base64(salt), _SCRYPT_FACTOR, _base64(body))
    header = MAGIC + stanza + _END
    mac = hmac.digest(_derive(file_key, b"", b"header"), header, hashlib.sha256)
    return b"".join((header, b" ", _base64(mac), b"\n", nonce, *_chunks(file_key, nonce, data)))


def _chunks(file_key: bytes, nonce: bytes, data: bytes) -> Iterator[bytes]:
    """Yield age's payload: chunks of 64 KiB, each sealed under its number and whether it is the last."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    cipher = ChaCha20Poly1305(_derive(file_key, nonce, b"payload"))
    view = memoryview(data)
    last = max(0, len(data) - 1) // _CHUNK
    for number in range(last + 1):
        chunk = view[number * _CHUNK : (number + 1) * _CHUNK]
        yield cipher.encrypt(number.to_bytes(11) + bytes([number == last]), chunk, None)


def _derive(file_key: bytes, salt: bytes, purpose: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=KEY_LENGTH, salt=salt, info=purpose).derive(file_key)


def _base64(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")


def is_sealed(data: bytes) -> bool:
    """Tell whether this looks like a binary age file."""
    return data.startswith(MAGIC)


def needs_passphrase(data: bytes) -> bool:
    """Tell whether an age file was sealed with a passphrase instead of for recipients."""
    return data.startswith(_SCRYPT_STANZA)


def unseal(data: bytes, identities: Sequence[str], passphrase: str = "") -> bytes:
    """Open an age file with whichever identity fits, or with the passphrase.

    Raises bundle.not_a_bundle (no age file), bundle.long_header, bundle.dear_passphrase (both before a key is
    tried), bundle.needs_passphrase, bundle.wrong_passphrase, bundle.not_for_us (no identity fits),
    bundle.damaged.
    """
    if not is_sealed(data):
        raise TrainerError("bundle.not_a_bundle")
    _check_header(data)
    by_passphrase = needs_passphrase(data)
    if by_passphrase and not passphrase:
        raise TrainerError("bundle.needs_passphrase")
    if by_passphrase:
        return _open_typed(data, spellings(passphrase))
    import pyrage

    try:
        return bytes(pyrage.decrypt(data, [_identity(identity) for identity in identities]))
    except pyrage.DecryptError as problem:
        raise TrainerError(_reason(str(problem), by_passphrase=False)) from problem


def _open_typed(data: bytes, typed: Sequence[str]) -> bytes:
    """Open with whichever spelling of a passphrase fits; only a wrong one leads to the next."""
    import pyrage

    try:
        return bytes(pyrage.passphrase.decrypt(data, typed[0]))
    except pyrage.DecryptError as problem:
        reason = _reason(str(problem), by_passphrase=True)
        if reason == "bundle.wrong_passphrase" and typed[1:]:
            return _open_typed(data, typed[1:])
        raise TrainerError(reason) from problem


def _check_header(data: bytes) -> None:
    """Refuse a header that is dear to read: pyrage takes time by the square of its length."""
    beginning = data[:MAX_HEADER]
    end = beginning.find(b"\n", beginning.find(_END) + 1) if _END in beginning else -1
    if end < 0 and len(data) > MAX_HEADER:
        raise TrainerError("bundle.long_header")
    header = beginning if end < 0 else beginning[:end]
    if header.count(_STANZA) > MAX_STANZAS:
        raise TrainerError("bundle.long_header")
    _check_stanzas(header.split(b"\n")[1:])
    for line in header.split(b"\n"):
        _, *words = line.removeprefix(b"-> ").split(b" ")
        if line.startswith(_SCRYPT) and (len(words) != 2 or words[1] not in _FACTORS):
            raise TrainerError("bundle.dear_passphrase", limit=1 << MAX_SCRYPT_FACTOR - 10)


def _check_stanzas(lines: Sequence[bytes]) -> None:
    """Refuse a stanza whose body does not end: its last line, empty or not, is shorter than the others.

    pyrage reads such headers; the standard and other readers do not.
    """
    goes_on = False
    for line in lines:
        begins = line.startswith(b"-> ")
        if goes_on and (begins or line.startswith(b"---")):
            raise TrainerError("bundle.damaged")
        goes_on = begins or (goes_on and len(line) == _BODY_LINE)


def _reason(words: str, *, by_passphrase: bool) -> str:
    if by_passphrase and _WRONG_PASSPHRASE in words:
        return "bundle.wrong_passphrase"
    if not by_passphrase and _NO_KEY in words:
        return "bundle.not_for_us"
    return "bundle.damaged"


def _identity(text: str) -> "pyrage.x25519.Identity":
    import pyrage

    try:
        return pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError as problem:
        raise TrainerError("bundle.bad_identity") from problem


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
    EVIDENCE = "trainer evidence 1"
    RIGHTS = "trainer rights 1"
    JOINT = "trainer joint decision 1"


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
