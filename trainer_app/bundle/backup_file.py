"""The portable backup: one file with the encrypted database and its vault; and reading single pages.

A ZIP, nothing compressed, so that any program takes it apart; both members are encrypted already:

    README.txt               how to open it without this program
    backup.json              {"format": "trainer-backup", "version": 1, "at": <wall ms>, "app": "...",
                              "office": "DSH", "device": "K7"}
    vault.json               the slots: passphrase, and the office's paper key
    erased.ledger            what was erased and must never come back (`erasing`); only where something was
    trainer.db               SQLCipher, opened with the key in the vault
    manifest-sha256.txt      one line for each, as `sha256sum -c` reads it

No names of people, in it or in its own name.

`PageReader` opens single pages of a damaged database. SQLCipher 4 makes of a page of 4096 bytes: ciphertext
(AES-256-CBC), 16 bytes of IV and 64 of HMAC-SHA512 over both and the page's number. The HMAC's key is
PBKDF2-HMAC-SHA512 of the raw key, two rounds, over the salt with every byte XOR 0x3a. The first page begins
with the salt in the clear, in place of SQLite's own header. So each page can be verified and read even when
the pages that lead to it are gone.

`PageRenewer` puts a page under another key, without a database at work: also in a copy of an older version,
and in a damaged one, where what was damaged stays so.
"""

import hashlib
import hmac
import io
import secrets
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from trainer_app.bundle.erasing import MAX_SIZE
from trainer_app.bundle.vault import DataKey, check_whole
from trainer_app.domain.base.errors import TrainerError

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
        from cryptography.hazmat.primitives.hashes import SHA512
        from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

        # Python's own needs its OpenSSL, which a built program is without.
        self._mac_key = PBKDF2HMAC(SHA512(), 32, salt, 2).derive(key.key)

    def open(self, number: int, page: bytes) -> bytes | None:
        """Return the plain page of a number (from 1), its last 80 bytes zero; None if a bit is wrong."""
        if len(page) != PAGE:
            return None
        first = _SALT if number == 1 else 0
        body, iv, mac = page[first:-RESERVED], page[-RESERVED : -RESERVED + _IV], page[-_MAC:]
        if not hmac.compare_digest(self.mac(number, body, iv), mac):
            return None
        return (_HEADER if number == 1 else b"") + self.decrypt(body, iv) + bytes(RESERVED)

    def mac(self, number: int, body: bytes, iv: bytes) -> bytes:
        """Return the code that a page of this number must end with."""
        return hmac.digest(self._mac_key, body + iv + number.to_bytes(4, "little"), "sha512")

    def decrypt(self, body: bytes, iv: bytes) -> bytes:
        """Return what lies in a page, whole or not."""
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        cipher = Cipher(algorithms.AES(self._key), modes.CBC(iv)).decryptor()
        return cipher.update(body) + cipher.finalize()

    def encrypt(self, plain: bytes, iv: bytes) -> bytes:
        """Return the reverse."""
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        cipher = Cipher(algorithms.AES(self._key), modes.CBC(iv)).encryptor()
        return cipher.update(plain) + cipher.finalize()


class PageRenewer:
    """Puts pages that are under one key under another one. Both keys have the same salt."""

    def __init__(self, former: DataKey, key: DataKey) -> None:
        self._former, self._new, self._salt = PageReader(former), PageReader(key), key.salt

    def renew(self, number: int, page: bytes) -> tuple[bytes, bool]:
        """Return a page of 4096 bytes under the new key, and whether it was whole.

        One that was not is as little whole afterwards. Empty ones stay: SQLite leaves those that it has not
        written yet.
        """
        if not any(page):
            return page, True
        first = _SALT if number == 1 else 0
        body, iv, mac = page[first:-RESERVED], page[-RESERVED : -RESERVED + _IV], page[-_MAC:]
        whole = hmac.compare_digest(self._former.mac(number, body, iv), mac)
        renewed = self.seal(number, bytes(first) + self._former.decrypt(body, iv) + bytes(RESERVED))
        if whole:
            return renewed, True
        return renewed[:-_MAC] + bytes(byte ^ 0xFF for byte in renewed[-_MAC:]), False

    def seal(self, number: int, plain: bytes) -> bytes:
        """Return a plain page, as `PageReader.open` gives it, under the new key."""
        first = _SALT if number == 1 else 0
        iv = secrets.token_bytes(_IV)
        body = self._new.encrypt(plain[first:-RESERVED], iv)
        return (self._salt if number == 1 else b"") + body + iv + self._new.mac(number, body, iv)


FORMAT, VERSION = "trainer-backup", 1
README, ABOUT, VAULT, LEDGER, DATABASE, MANIFEST = (
    "README.txt",
    "backup.json",
    "vault.json",
    "erased.ledger",
    "trainer.db",
    "manifest-sha256.txt",
)
_BLOCK = 1 << 20
_MOST_TEXT = 1 << 20
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


class BackupHeader(msgspec.Struct, frozen=True):
    """What a backup says of itself in the clear. `at` is in wall milliseconds."""

    at: int
    app: str = ""
    office: str = ""
    device: str = ""
    format: str = FORMAT
    version: int = VERSION


def backup_blocks(
    about: BackupHeader, vault: bytes, database: Path, readme: str, ledger: bytes = b""
) -> Iterator[bytes]:
    """Yield the file's bytes, so that a large database is never in memory. May raise OSError."""
    sink = _Sink()
    sums: list[str] = []
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as archive:
        texts = [(README, readme.encode()), (ABOUT, msgspec.json.encode(about)), (VAULT, vault)]
        if ledger:
            texts.append((LEDGER, ledger))
        for name, data in texts:
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), data)
            sums.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")
            yield sink.take()
        digest = hashlib.sha256()
        member = zipfile.ZipInfo(DATABASE, _LONG_AGO)
        member.file_size = database.stat().st_size
        with archive.open(member, "w") as target, database.open("rb") as source:
            while block := source.read(_BLOCK):
                digest.update(block)
                target.write(block)
                yield sink.take()
        sums.append(f"{digest.hexdigest()}  {DATABASE}\n")
        archive.writestr(zipfile.ZipInfo(MANIFEST, _LONG_AGO), "".join(sums))
    yield sink.take()


class _Sink(io.RawIOBase):
    """Takes what the ZIP writes and hands it on block by block."""

    def __init__(self) -> None:
        super().__init__()
        self._blocks: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        block = bytes(data)  # type: ignore[call-overload]
        self._blocks.append(block)
        self._at += len(block)
        return len(block)

    def tell(self) -> int:
        return self._at

    def take(self) -> bytes:
        """Return what was written since the last call."""
        blocks, self._blocks = self._blocks, []
        return b"".join(blocks)


class BackupFile:
    """A backup file on the disk. Making one reads what it says of itself and its vault.

    Raises backup.not_a_backup, backup.too_new, backup.damaged, vault.damaged, files.unreadable.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with _explained(path), zipfile.ZipFile(path) as archive:
            names = [member.filename for member in archive.infolist()]
            if ABOUT not in names:
                raise TrainerError("backup.not_a_backup", file=path.name)
            self.about = self._read_about(archive)
            wanted = [README, ABOUT, VAULT, DATABASE, MANIFEST]
            if sorted(names) not in (sorted(wanted), sorted((*wanted, LEDGER))):
                raise TrainerError("backup.damaged", file=path.name)
            if any(member.compress_type != zipfile.ZIP_STORED for member in archive.infolist()):
                raise TrainerError("backup.damaged", file=path.name)
            self.vault = _small(archive, VAULT)
            self.ledger = _small(archive, LEDGER, MAX_SIZE) if LEDGER in names else b""
            lines = _small(archive, MANIFEST).decode().splitlines()
            self._sums = {name: found for found, _, name in (line.partition("  ") for line in lines)}
            self.size = archive.getinfo(DATABASE).file_size
        for name, data in ((VAULT, self.vault), (LEDGER, self.ledger)):
            if name in names and hashlib.sha256(data).hexdigest() != self._sums.get(name):
                raise TrainerError("backup.damaged", file=path.name)
        check_whole(self.vault)

    def _read_about(self, archive: zipfile.ZipFile) -> BackupHeader:
        about = msgspec.json.decode(_small(archive, ABOUT), type=BackupHeader)
        if about.format != FORMAT:
            raise TrainerError("backup.not_a_backup", file=self.path.name)
        if about.version > VERSION:
            raise TrainerError("backup.too_new", file=self.path.name)
        return about

    def database_blocks(self) -> Iterator[bytes]:
        """Yield the database's bytes; backup.damaged at their end if they are not what was written."""
        digest = hashlib.sha256()
        with _explained(self.path), zipfile.ZipFile(self.path) as archive, archive.open(DATABASE) as source:
            while block := source.read(_BLOCK):
                digest.update(block)
                yield block
        if digest.hexdigest() != self._sums.get(DATABASE):
            raise TrainerError("backup.damaged", file=self.path.name)


def check_backup_file(path: Path) -> int:
    """Return the size of the database in a backup file that can be made a `BackupFile`. Raises as that."""
    return BackupFile(path).size


def ledger_in(path: Path) -> bytes:
    """Return the ledger in a backup file; b"" where there is none, or the file is none."""
    try:
        return BackupFile(path).ledger
    except TrainerError:
        return b""


def _small(archive: zipfile.ZipFile, name: str, most: int = _MOST_TEXT) -> bytes:
    if archive.getinfo(name).file_size > most:
        raise TrainerError("backup.damaged", file=Path(archive.filename or "").name)
    return archive.read(name)


class _explained:  # noqa: N801 - used as a word in a with statement
    """Turns what a damaged ZIP and a pulled stick raise into errors with words."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, _kind: object, problem: BaseException | None, _trace: object) -> None:
        if isinstance(problem, TrainerError):
            return
        if isinstance(problem, zipfile.BadZipFile) and not zipfile.is_zipfile(self._path):
            raise TrainerError("backup.not_a_backup", file=self._path.name) from problem
        if isinstance(problem, OSError):
            raise TrainerError("import.unreadable", file=self._path.name) from problem
        if isinstance(
            problem, (ValueError, zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError)
        ):
            raise TrainerError("backup.damaged", file=self._path.name) from problem
