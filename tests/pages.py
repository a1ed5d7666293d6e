"""A database file's pages as they lie on the disk, decrypted: also what no table shows any more.

SQLCipher 4 with a raw key: AES-256-CBC, 4096 bytes a page, of which the last 80 hold the IV (16) and the HMAC
(64); the first page begins with the salt. Written from the format's description, not from the program.
"""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_PAGE, _RESERVE, _IV = 4096, 80, 16
_LOG_HEAD, _FRAME_HEAD = 32, 24


def decrypted_pages(path: Path, key: bytes) -> bytes:
    """Return the plain text of all pages of a database file, or of all frames of its log."""
    data = path.read_bytes()
    if path.name.endswith("-wal"):
        frames = range(_LOG_HEAD, len(data), _FRAME_HEAD + _PAGE)
        pages = [data[at + _FRAME_HEAD : at + _FRAME_HEAD + _PAGE] for at in frames]
        first = [data[at + 3] == 1 and not any(data[at : at + 3]) for at in frames]
    else:
        pages = [data[start : start + _PAGE] for start in range(0, len(data), _PAGE)]
        first = [place == 0 for place in range(len(pages))]
    return b"".join(_plain(page, key, 16 * salted) for page, salted in zip(pages, first, strict=True))


def _plain(page: bytes, key: bytes, start: int) -> bytes:
    initial = page[-_RESERVE : -_RESERVE + _IV]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(initial)).decryptor()
    return decryptor.update(page[start:-_RESERVE]) + decryptor.finalize()
