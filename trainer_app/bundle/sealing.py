"""The outer layer of every file that travels: age version 1, binary; and keys derived from passphrases.

https://age-encryption.org/v1. The only module that knows pyrage. Identities ("AGE-SECRET-KEY-1...") and
recipients ("age1...") are texts, exactly as the plain `age` program prints and reads them. age proves that
the bytes arrived as they were sealed; it does not prove who sealed them.
A typed passphrase is normalised to bytes, and becomes a key by Argon2id (RFC 9106).

Anybody can write a header that costs hours to read, so it is measured before pyrage sees a file: it ends
within 8 KiB, has at most 16 stanzas, and no passphrase costs more than 256 MiB.
"""

import base64
import hashlib
import hmac
import secrets
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence

import pyrage

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.laptops import (
    MAX_MEMORY,
    MAX_PASSES,
    MIN_MEMORY,
    MIN_PASSES,
    NEW_MEMORY,
    KdfCost,
)

KEY_LENGTH = 32


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


def new_identity() -> str:
    """Make an X25519 identity; returns its secret text."""
    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Return the public text of an identity. Raises bundle.bad_identity."""
    return str(_identity(identity).to_public())


def tidy_identity(typed: str) -> str:
    """Return a secret text as typed from paper, without spaces and in capitals, once it is one.

    Raises bundle.bad_identity; age's own checksum finds every single mistyped character.
    """
    tidy = "".join(typed.split()).upper()
    return str(_identity(tidy))


def check_recipient(recipient: str) -> None:
    """Raise bundle.bad_recipient unless the text is an age X25519 recipient."""
    try:
        pyrage.x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError as problem:
        raise TrainerError("bundle.bad_recipient") from problem


def seal(data: bytes, recipients: Sequence[str]) -> bytes:
    """Seal for everybody in `recipients`; each of them alone can open it. Raises bundle.too_many_readers."""
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
    here, at one cost for all. https://age-encryption.org/v1, "The scrypt recipient type".
    """
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    secret = normalise_passphrase(passphrase).encode()
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
    try:
        if by_passphrase:
            return bytes(pyrage.passphrase.decrypt(data, normalise_passphrase(passphrase)))
        return bytes(pyrage.decrypt(data, [_identity(identity) for identity in identities]))
    except pyrage.DecryptError as problem:
        raise TrainerError(_reason(str(problem), by_passphrase=by_passphrase)) from problem


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


def _identity(text: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError as problem:
        raise TrainerError("bundle.bad_identity") from problem
