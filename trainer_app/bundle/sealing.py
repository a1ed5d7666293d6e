"""The outer layer of every file that travels: age version 1, binary; and keys derived from passphrases.

https://age-encryption.org/v1. The only module that knows pyrage. Identities ("AGE-SECRET-KEY-1...") and
recipients ("age1...") are texts, exactly as the plain `age` program prints and reads them. age proves that
the bytes arrived as they were sealed; it does not prove who sealed them.
A typed passphrase is normalised to bytes, and becomes a key by Argon2id (RFC 9106).
"""

import time
import unicodedata
from collections.abc import Callable, Sequence

import pyrage

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.laptops import MIN_MEMORY, MIN_PASSES, NEW_MEMORY, KdfCost

KEY_LENGTH = 32


MAX_MEMORY = 256 * 1024


_MAX_PASSES = 12
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
    """Return the 32-byte key of a passphrase: Argon2id version 0x13 over its UTF-8 bytes."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(
        salt=salt,
        length=KEY_LENGTH,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    ).derive(normalise_passphrase(passphrase).encode())


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
    return KdfCost(memory=memory, passes=min(_MAX_PASSES, max(MIN_PASSES, passes)))


MAGIC = b"age-encryption.org/v1\n"
_SCRYPT_STANZA = MAGIC + b"-> scrypt "
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
    """Seal for everybody in `recipients`; each of them alone can open it."""
    if not recipients:
        raise ValueError("nobody could open this")
    for recipient in recipients:
        check_recipient(recipient)
    keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    return bytes(pyrage.encrypt(data, keys))


def seal_with_passphrase(data: bytes, passphrase: str) -> bytes:
    """Seal with a passphrase (age's scrypt mode, about a second), for whoever has no office."""
    return bytes(pyrage.passphrase.encrypt(data, normalise_passphrase(passphrase)))


def is_sealed(data: bytes) -> bool:
    """Tell whether this looks like a binary age file."""
    return data.startswith(MAGIC)


def needs_passphrase(data: bytes) -> bool:
    """Tell whether an age file was sealed with a passphrase instead of for recipients."""
    return data.startswith(_SCRYPT_STANZA)


def unseal(data: bytes, identities: Sequence[str], passphrase: str = "") -> bytes:
    """Open an age file with whichever identity fits, or with the passphrase.

    Raises bundle.not_a_bundle (no age file), bundle.needs_passphrase, bundle.wrong_passphrase,
    bundle.not_for_us (no identity fits), bundle.damaged.
    """
    if not is_sealed(data):
        raise TrainerError("bundle.not_a_bundle")
    by_passphrase = needs_passphrase(data)
    if by_passphrase and not passphrase:
        raise TrainerError("bundle.needs_passphrase")
    try:
        if by_passphrase:
            return bytes(pyrage.passphrase.decrypt(data, normalise_passphrase(passphrase)))
        return bytes(pyrage.decrypt(data, [_identity(identity) for identity in identities]))
    except pyrage.DecryptError as problem:
        raise TrainerError(_reason(str(problem), by_passphrase=by_passphrase)) from problem


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
