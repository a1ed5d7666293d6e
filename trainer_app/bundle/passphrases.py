"""Passphrases: how typed text becomes bytes, and how bytes become a key (Argon2id, RFC 9106)."""

import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from trainer_app.domain.errors import TrainerError

KEY_LENGTH = 32
MIN_MEMORY = 64 * 1024
MAX_MEMORY = 256 * 1024
# A vault that asks for more than this was tampered with; obeying it would hang a laptop of 4 GB.
_SANE_MEMORY = 1024 * 1024
_SANE_PASSES = 64
_SANE_LANES = 16
_MIN_PASSES = 3
_MAX_PASSES = 12
_MEMORY_STEP = 16 * 1024


@dataclass(frozen=True)
class Cost:
    """How dear one guess is: memory in KiB, passes over it, lanes. Never below 64 MiB, 3, 4."""

    memory: int = MIN_MEMORY
    passes: int = _MIN_PASSES
    lanes: int = 4

    def __post_init__(self) -> None:
        in_range = (
            MIN_MEMORY <= self.memory <= _SANE_MEMORY
            and _MIN_PASSES <= self.passes <= _SANE_PASSES
            and 4 <= self.lanes <= _SANE_LANES
        )
        if not in_range:
            raise ValueError("the cost of a passphrase is out of range")


MINIMUM = Cost()


def normalise(passphrase: str) -> str:
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


def derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return the 32-byte key of a passphrase: Argon2id version 0x13 over its UTF-8 bytes."""
    return Argon2id(
        salt=salt,
        length=KEY_LENGTH,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    ).derive(normalise(passphrase).encode())


def calibrate(seconds: float = 1.0, clock: Callable[[], float] = time.perf_counter) -> Cost:
    """Return the dearest cost that takes about `seconds` here: memory first, up to 256 MiB, then passes.

    Measures the minimum once; the time of Argon2id is proportional to memory x passes.
    """
    started = clock()
    derive("calibration", bytes(16), MINIMUM)
    spent = max(clock() - started, 1e-6)
    factor = max(1.0, seconds / spent)
    memory = int(min(MAX_MEMORY, MIN_MEMORY * factor)) // _MEMORY_STEP * _MEMORY_STEP
    passes = int(MINIMUM.passes * factor * MIN_MEMORY / memory)
    return Cost(memory=memory, passes=min(_MAX_PASSES, max(_MIN_PASSES, passes)))
