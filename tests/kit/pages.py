"""Reads an encrypted database as somebody with the key could who looks at its bytes: pages, and the log.

SQLCipher 4 with a raw key, page by page: AES-256 in CBC, the vector and a checksum in the last 80 bytes, the
salt before all of it. Written from the format's description, not from the program.
"""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

SIZE, RESERVED, SALT, VECTOR = 4096, 80, 16, 16
_HEADER, _FRAME = 32, 24


def pages_of(path: Path, key: bytes) -> list[bytes]:
    """Return the plain pages of a database file, the first one without the salt in its place."""
    data = path.read_bytes()
    return [_plain(data[start : start + SIZE], key, first=start == 0) for start in range(0, len(data), SIZE)]


def log_of(path: Path, key: bytes) -> list[bytes]:
    """Return the plain pages in the log beside a database, in the order in which they were written."""
    log = path.with_name(path.name + "-wal")
    data = log.read_bytes() if log.exists() else b""
    step = SIZE + _FRAME
    starts = range(_HEADER + _FRAME, len(data), step)
    return [_plain(data[start : start + SIZE], key, first=_number(data, start) == 1) for start in starts]


def decrypted_pages(path: Path, key: bytes) -> bytes:
    """Return the plain text of the pages of a database file, or of its log: what no table shows, too."""
    if path.name.endswith("-wal"):
        return b"".join(log_of(path.with_name(path.name.removesuffix("-wal")), key))
    return b"".join(pages_of(path, key))


def _number(data: bytes, start: int) -> int:
    return int.from_bytes(data[start - _FRAME : start - _FRAME + 4])


def _plain(page: bytes, key: bytes, *, first: bool) -> bytes:
    inner = page[SALT if first else 0 : SIZE - RESERVED]
    vector = page[SIZE - RESERVED : SIZE - RESERVED + VECTOR]
    opened = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return bytes(SALT if first else 0) + opened.update(inner) + opened.finalize()
