"""Keys of everything that is recorded: UUIDv7, or a UUIDv5 of the parents.

A key is a `str` in the canonical form of 36 characters.
"""

import os
import re
import time
import uuid

# A namespace of this program's own; it must never change, or laptops stop meeting in one row.
_NAMESPACE = uuid.UUID("5b1f4e0c-6c7e-5d7a-9f0e-7a11d9a8c001")


def new_key() -> str:
    """Return a new UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then random bits."""
    millis = time.time_ns() // 1_000_000
    value = (millis & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    return str(uuid.UUID(int=value))


def derive_key(entity: str, *parents: str) -> str:
    """Return the UUIDv5 of an entity's name and its parents' keys.

    Two laptops that create the same row (the same person's mark in the same session) so create one row.
    """
    return str(uuid.uuid5(_NAMESPACE, "/".join((entity, *parents))))


_KEY_FORM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def is_key(text: str) -> bool:
    """Tell whether a text has the canonical form of a key."""
    return _KEY_FORM.fullmatch(text) is not None
