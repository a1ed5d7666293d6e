"""Single pages of an encrypted database, opened without it: what SQLCipher 4 does with each.

A page of 4096 bytes is ciphertext (AES-256-CBC), 16 bytes of IV and 64 of HMAC-SHA512 over both and the
page's number. The HMAC's key is PBKDF2-HMAC-SHA512 of the raw key, two rounds, over the salt with every byte
XOR 0x3a. The first page begins with the salt in the clear, in place of SQLite's own header. So a page can be
told whole or damaged, and read, when the pages that lead to it are gone.
"""

import hashlib
import hmac

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from trainer_app.bundle.vault import DataKey

PAGE = 4096
RESERVED = 80
"""Bytes at the end of each page that are not SQLite's."""
_IV, _MAC, _SALT = 16, 64, 16
_HEADER = b"SQLite format 3\x00"


class PageReader:
    """Opens pages with the key of their database."""

    def __init__(self, key: DataKey) -> None:
        self._key = key.key
        salt = bytes(byte ^ 0x3A for byte in key.salt)
        self._mac_key = hashlib.pbkdf2_hmac("sha512", key.key, salt, 2, 32)

    def open(self, number: int, page: bytes) -> bytes | None:
        """Return the plain page of a number (from 1), its last 80 bytes zero; None if a bit is wrong."""
        if len(page) != PAGE:
            return None
        first = _SALT if number == 1 else 0
        body, iv, mac = page[first:-RESERVED], page[-RESERVED : -RESERVED + _IV], page[-_MAC:]
        found = hmac.new(self._mac_key, body + iv + number.to_bytes(4, "little"), "sha512").digest()
        if not hmac.compare_digest(found, mac):
            return None
        cipher = Cipher(algorithms.AES(self._key), modes.CBC(iv)).decryptor()
        plain = cipher.update(body) + cipher.finalize()
        return (_HEADER if number == 1 else b"") + plain + bytes(RESERVED)
