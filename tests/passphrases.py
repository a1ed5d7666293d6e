"""A passphrase is stretched once in each program of tests, as dear as ever, and then remembered.

Argon2id over 64 MiB takes a sixth of a second and gives the same for the same passphrase and salt. So all
vaults that one program of tests makes get one salt; any program opens them, and nothing else is
different. How hard a passphrase is to guess is found out once, too.
"""

import functools
import secrets
from collections.abc import Sequence
from typing import Any

from trainer_app.bundle import sealing, vault
from trainer_app.domain.base import passphrases

_TRIES: Any = passphrases.tries
_FRESH_SALT: Any = vault._fresh_salt
SALT = secrets.token_bytes(16)


def remember() -> None:
    """Let this program of tests stretch each passphrase once."""
    # The oldest go: a test that tries many passphrases keeps no memory for them.
    setattr(vault, "passphrase_key", functools.lru_cache(256)(sealing.passphrase_key))  # noqa: B010
    setattr(vault, "_fresh_salt", lambda: SALT)  # noqa: B010
    setattr(passphrases, "tries", _tries)  # noqa: B010


def forget() -> None:
    """Take that back."""
    setattr(vault, "passphrase_key", sealing.passphrase_key)  # noqa: B010
    setattr(vault, "_fresh_salt", _FRESH_SALT)  # noqa: B010
    setattr(passphrases, "tries", _TRIES)  # noqa: B010


def _tries(passphrase: str, names: Sequence[str] = ()) -> float:
    return _judged(passphrase, tuple(names))


@functools.lru_cache(256)
def _judged(passphrase: str, names: tuple[str, ...]) -> float:
    guesses: float = _TRIES(passphrase, names)
    return guesses
