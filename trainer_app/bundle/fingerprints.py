"""Fingerprints: what two people read to each other over the telephone to know that keys are the same."""

import hashlib

GROUPS = 6
_DIGITS = 5
# Five bytes to five digits: the remainder favours no digit by more than one in ten million.
_BYTES = 5
_DOMAIN = b"trainer-app fingerprint 1"


def fingerprint(kind: str, *keys: bytes) -> str:
    """Return 6 groups of 5 digits, about 100 bits, over the kind of keys and the keys in this order.

    "48213 09375 52017 ...": SHA-256 over length-prefixed parts, each 5 bytes modulo 100,000.
    """
    parts = (_DOMAIN, kind.encode(), *keys)
    hashed = hashlib.sha256(b"".join(len(part).to_bytes(4) + part for part in parts)).digest()
    numbers = (int.from_bytes(hashed[at : at + _BYTES]) for at in range(0, GROUPS * _BYTES, _BYTES))
    return " ".join(f"{number % 10**_DIGITS:0{_DIGITS}}" for number in numbers)
