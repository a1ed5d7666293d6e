"""The outer layer of every file that travels: age version 1, binary (https://age-encryption.org/v1).

The only module that knows pyrage. Identities ("AGE-SECRET-KEY-1...") and recipients ("age1...") are
texts, exactly as the plain `age` program prints and reads them. age proves that the bytes arrived as
they were sealed; it does not prove who sealed them.
"""

from collections.abc import Sequence

import pyrage

from trainer_app.bundle.passphrases import normalise
from trainer_app.domain.errors import TrainerError

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
    return bytes(pyrage.passphrase.encrypt(data, normalise(passphrase)))


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
            return bytes(pyrage.passphrase.decrypt(data, normalise(passphrase)))
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
