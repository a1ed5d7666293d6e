"""A passphrase is stretched once in a run of tests, as dear as ever, and then remembered.

Argon2id over 64 MiB takes a sixth of a second and gives the same for the same passphrase and salt. So all
vaults that the programs of a run make get one salt, and what one of them stretched lies beside the worlds
that they share; any program opens them. How dear it may be is not measured for each vault anew, or no two
would have the same cost: it is what a slow machine takes. Nothing else is different. How hard a passphrase is
to guess is found out once in each program, too.
"""

import functools
import hashlib
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.kit.running import WORLDS
from trainer_app.bundle import sealing, vault
from trainer_app.domain.base import passphrases
from trainer_app.domain.exchange.laptops import NEW_MEMORY, KdfCost

_TRIES: Any = passphrases.tries
_FRESH_SALT: Any = vault._fresh_salt
_CALIBRATE: Any = vault.calibrate_cost
FACTOR = sealing._SCRYPT_FACTOR
"""How dear the program makes a file with a passphrase: a third of a second, to seal it or to open it."""
_CHEAP_FACTOR = 10
SALT = bytes.fromhex(os.environ.setdefault("TRAINER_TEST_SALT", secrets.token_hex(16)))
"""One for a run: the programs that this one starts are told by their environment."""


def remember() -> None:
    """Let the programs of this run stretch each passphrase once."""
    setattr(vault, "passphrase_key", _stretched)  # noqa: B010
    setattr(vault, "_fresh_salt", lambda: SALT)  # noqa: B010
    setattr(vault, "calibrate_cost", lambda: KdfCost(memory=NEW_MEMORY))  # noqa: B010
    setattr(passphrases, "tries", _tries)  # noqa: B010


def cheapen_files() -> None:
    """Let files with a passphrase cost little: their salt may not be known beforehand, so nothing is kept.

    What each costs in truth is asked by tests that put `FACTOR` back.
    """
    setattr(sealing, "_SCRYPT_FACTOR", _CHEAP_FACTOR)  # noqa: B010


def forget() -> None:
    """Take that back."""
    setattr(vault, "passphrase_key", sealing.passphrase_key)  # noqa: B010
    setattr(vault, "_fresh_salt", _FRESH_SALT)  # noqa: B010
    setattr(vault, "calibrate_cost", _CALIBRATE)  # noqa: B010
    setattr(passphrases, "tries", _TRIES)  # noqa: B010


# The oldest go: a test that tries many passphrases keeps no memory for them.
@functools.lru_cache(256)
def _stretched(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    shared = os.environ.get(WORLDS)
    if not shared or salt != SALT:
        return sealing.passphrase_key(passphrase, salt, cost)
    asked = hashlib.sha256(repr((passphrase, salt, cost)).encode()).hexdigest()[:24]
    place = Path(shared) / f"{asked}.key"
    if place.exists():
        return place.read_bytes()
    key = sealing.passphrase_key(passphrase, salt, cost)
    own = place.with_suffix(f".{os.getpid()}")
    own.write_bytes(key)
    own.replace(place)
    return key


def _tries(passphrase: str, names: Sequence[str] = ()) -> float:
    return _judged(passphrase, tuple(names))


# Each letter typed makes another one; a number is kept for it, and there are some thousands in a run.
@functools.lru_cache(8192)
def _judged(passphrase: str, names: tuple[str, ...]) -> float:
    guesses: float = _TRIES(passphrase, names)
    return guesses
