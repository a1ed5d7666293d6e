"""What erasing does to files: the ledger of what must never come back, and bundles without erased people.

The ledger, outside the database:

    {"edition": 2, "key": "<16 hex>", "sealed": "<age file>", "format": "trainer-ledger", "version": 1}
    {"day": "2019-03-01", "names": ["<32 hex>", ...], "sealed": "<nonce and ChaCha20-Poly1305>"}
    {"day": ...}
    {"minisig": "<signature file of all lines before this one, as text>"}

One JSON object a line; bytes are Base64. Each line but the first and the last tells of one erasing: its day,
a keyed hash of each row that must not come back, and, sealed, which rows, contents and entries those are with
the record of it. Both by keys derived from the ledger's own key, 32 bytes in the encrypted database, where
every copy of it and every backup has them too; so who finds the file learns how often something was erased,
and on which day. In the first line the key lies sealed for this computer, and at an office for its two keys.

Lines are only ever added, so that of two ledgers both are true: `edition` counts them. The seal proves each
line by itself: a file that is torn, or whose signature does not fit, is believed as far as its lines go. One
of another key, that a reader has to open first, is believed only if the signature fits: anybody can seal a
key of his own for an office.

In a bundle that is kept, lines of erased people fall silent, and their files are left out, under the office's
signature beside the sender's.
"""

import hashlib
import secrets
from collections.abc import Callable, Collection, Iterable, Sequence
from enum import StrEnum

import msgspec
from msgspec import Struct

from trainer_app.bundle import encodings, layout, packing, sealing
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.packing import Archive
from trainer_app.bundle.reader import MemberChange, Redaction, unseal, unseal_archive, write_redaction
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import BadEntry, entry_id, erase_line, is_silent
from trainer_app.domain.exchange.laptops import LEDGER_KEY_LENGTH
from trainer_app.domain.office.erasing import Erasure

_FORMAT = encodings.DocumentPreamble("trainer-ledger", 1)
MAX_SIZE, MAX_LINES = 64 << 20, 100_000
"""Measured before anything is split: a ledger may come from a stick."""
_NONCE = 12
_NAME_SIZE, _ID_SIZE = 16, 8


class LedgerState(StrEnum):
    """What a file was found to be."""

    WHOLE = "whole"
    DAMAGED = "damaged"
    """Torn, or not signed by anybody who may."""
    NEWER = "newer"
    """Of a later version of the program: it is left as it is."""


class ErasedRows(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one erasing named: keys of rows, SHA-256 of attachments and ids of entries in hex, its record."""

    people: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    record: Erasure | None = None

    def __bool__(self) -> bool:
        return self != ErasedRows()

    @property
    def erasing(self) -> str:
        """The key of its record; "" without one."""
        return self.record.key if self.record is not None else ""


class LedgerLine(Struct, frozen=True):
    """One line that was opened: when it was written, and what it names."""

    day: str
    rows: ErasedRows


class Ledger(Struct, frozen=True):
    """A file that was read. `key` names the key of its lines, `sealed` is that key as an age file."""

    state: LedgerState
    edition: int = 0
    key: str = ""
    sealed: bytes = b""
    lines: tuple[str, ...] = ()


class _Head(msgspec.Struct, frozen=True):
    edition: int
    key: str
    sealed: bytes
    format: str = _FORMAT.format
    version: int = _FORMAT.version


class _Line(msgspec.Struct, frozen=True):
    day: str
    names: tuple[str, ...]
    sealed: bytes = b""


class _Tail(msgspec.Struct, frozen=True):
    minisig: str


def key_name(key: bytes) -> str:
    """Return by what a ledger's key is known in the clear."""
    return _hash(key, b"trainer key", b"", _ID_SIZE).hex()


def name_of(key: bytes, row: str) -> str:
    """Return the keyed hash that stands for a row's key."""
    return _hash(key, b"trainer row", row.encode(), _NAME_SIZE).hex()


def seal_key(key: bytes, recipients: Sequence[str]) -> bytes:
    """Return the key as an age file for whoever may open the ledger when the database is lost."""
    return sealing.seal(key, recipients)


def open_key(found: Ledger, identities: Sequence[str]) -> bytes | None:
    """Return the key of a ledger with an age identity that it is sealed for; None if none of them is."""
    try:
        key = sealing.unseal(found.sealed, identities)
    except TrainerError:
        return None
    return key if len(key) == LEDGER_KEY_LENGTH and key_name(key) == found.key else None


def write_line(key: bytes, day: str, rows: ErasedRows) -> str:
    """Return the line that tells of one erasing."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    names = tuple(sorted(name_of(key, row) for row in (*rows.people, *rows.courses)))
    line = _Line(day, names)
    nonce = secrets.token_bytes(_NONCE)
    cipher = ChaCha20Poly1305(_sealing_key(key))
    sealed = nonce + cipher.encrypt(nonce, msgspec.json.encode(rows), _associated(line))
    return msgspec.json.encode(msgspec.structs.replace(line, sealed=sealed)).decode()


def open_line(key: bytes, text: str) -> LedgerLine | None:
    """Return what a line says; None for one that this key did not make."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        line = msgspec.json.decode(text, type=_Line)
        nonce, sealed = line.sealed[:_NONCE], line.sealed[_NONCE:]
        plain = ChaCha20Poly1305(_sealing_key(key)).decrypt(nonce, sealed, _associated(line))
        return LedgerLine(line.day, msgspec.json.decode(plain, type=ErasedRows))
    except (msgspec.MsgspecError, InvalidTag, ValueError, RecursionError):
        return None


def write_ledger(key: bytes, sealed: bytes, lines: Sequence[str], signer: DeviceKeys) -> bytes:
    """Return the file: the same bytes for the same lines, key and signer."""
    head = msgspec.json.encode(_Head(len(lines), key_name(key), sealed)).decode()
    signed = "".join(f"{line}\n" for line in (head, *lines)).encode()
    minisig = signer.sign(signed, sealing.Purpose.LEDGER).decode()
    return signed + msgspec.json.encode(_Tail(minisig)) + b"\n"


def read_ledger(data: bytes, signers: Collection[bytes]) -> Ledger:
    """Read a file as far as it can be read; `signers` are the public keys that may sign it. Never raises."""
    if len(data) > MAX_SIZE or data.count(b"\n") > MAX_LINES:
        return Ledger(LedgerState.DAMAGED)
    lines = data.decode("utf-8", "replace").split("\n")
    try:
        preamble = msgspec.json.decode(lines[0], type=encodings.DocumentPreamble)
        if preamble.format == _FORMAT.format and preamble.version > _FORMAT.version:
            return Ledger(LedgerState.NEWER)
        head = msgspec.json.decode(lines[0], type=_Head)
    except (msgspec.MsgspecError, RecursionError):
        # Without its first line a file may hold whole ones all the same: their seals tell.
        return Ledger(LedgerState.DAMAGED, lines=tuple(lines[1:]))
    body = tuple(line for line in lines[1:] if not line.startswith('{"minisig"') and line)
    state = LedgerState.WHOLE if _is_signed(data, signers) else LedgerState.DAMAGED
    return Ledger(state, head.edition, head.key, head.sealed, body)


def _is_signed(data: bytes, signers: Collection[bytes]) -> bool:
    signed, _, last = data.rstrip(b"\n").rpartition(b"\n")
    try:
        minisig = msgspec.json.decode(last, type=_Tail).minisig.encode()
    except (msgspec.MsgspecError, RecursionError, UnicodeEncodeError):
        return False
    signed += b"\n"
    purpose = sealing.Purpose.LEDGER
    return any(sealing.is_signed_by(signed, minisig, signer, purpose) for signer in signers)


def _associated(line: _Line) -> bytes:
    return msgspec.json.encode(msgspec.structs.replace(line, sealed=b""))


def _sealing_key(key: bytes) -> bytes:
    return _hash(key, b"trainer seal", b"", LEDGER_KEY_LENGTH)


def _hash(key: bytes, purpose: bytes, data: bytes, size: int) -> bytes:
    return hashlib.blake2b(data, key=key, person=purpose, digest_size=size).digest()


class ErasedContent(Struct, frozen=True):
    """What must not be found any more: ids of entries, and SHA-256 of attachments in hex.

    `about` are keys of rows of which nobody knows every entry: whatever names one of them goes too.
    """

    entries: Collection[bytes] = frozenset()
    blobs: Collection[str] = frozenset()
    about: Collection[bytes] = frozenset()


type Search = Callable[[bytes, ErasedContent], bool]
"""How an archive is searched: `is_in`, here or somewhere safer."""


def is_in(archive: bytes, erased: ErasedContent) -> bool:
    """Tell whether an archive holds anything that was erased. Raises bundle.too_big, bundle.not_a_bundle."""
    entries, blobs = frozenset(erased.entries), frozenset(erased.blobs)
    return _holds(Archive(archive), ErasedContent(entries, blobs, frozenset(erased.about)))


@packing.within_memory()
def holds_erased(
    data: bytes, identities: Sequence[str], erased: ErasedContent, search: Search = is_in
) -> bool:
    """Tell whether a sealed bundle still holds anything that was erased. Raises as `unseal_archive`."""
    return search(unseal(data, identities), erased)


@packing.within_memory()
def redact(
    data: bytes,
    identities: Sequence[str],
    erased: ErasedContent,
    *,
    recipients: Sequence[str],
    signer: DeviceKeys,
    day: str,
) -> bytes | None:
    """Return a sealed bundle without what was erased, with the office's note; None if nothing is to be done.

    So is each file that it carries; one that cannot be looked into is taken out. Nothing is believed of what
    a bundle says: that of an unknown laptop stays one. Raises as `unseal_archive`.
    """
    archive = unseal_archive(data, identities)
    renewed = _renewed(archive, erased, signer, day)
    return sealing.seal(renewed, recipients) if renewed is not None else None


def _holds(archive: Archive, erased: ErasedContent) -> bool:
    lines = _lines(archive)
    if any(_must_go(line, erased) for line in lines) or _blobs(archive, erased):
        return True
    # What cannot be looked into may hold anything.
    return any(inner is None or _holds(inner, erased) for inner in map(_inner, _carried(archive).values()))


def _renewed(archive: Archive, erased: ErasedContent, signer: DeviceKeys, day: str) -> bytes | None:
    """Return the ZIP made anew with the office's note; None if nothing is to be done."""
    if not _holds(archive, erased):
        return None
    blobs = _blobs(archive, erased)
    tag_manifest = archive.read(layout.TAG_MANIFEST, layout.MAX_TEXT)
    manifest = packing.read_manifest(archive.read(layout.MANIFEST, layout.MAX_TEXT)) or {}
    members = {name: archive.read(name) for name in archive.names if name not in blobs}
    members[layout.ENTRIES] = b"".join(_after(line, erased) + b"\n" for line in _lines(archive))
    for name, inner in _carried(archive).items():
        kept = _carried_after(inner, erased, signer, day)
        if kept is None:
            del members[name]
        else:
            members[name] = kept
    changes = tuple(
        MemberChange(name, was, packing.sha256_hex(members[name]) if name in members else "")
        for name, was in sorted(manifest.items())
        if name not in members or packing.sha256_hex(members[name]) != was
    )
    note = write_redaction(Redaction(packing.sha256_hex(tag_manifest), day, changes))
    members[layout.REDACTION] = note
    members[layout.REDACTION_SIGNATURE] = signer.sign(note, sealing.Purpose.REDACTION)
    return packing.pack(members)


def _carried(archive: Archive) -> dict[str, bytes]:
    return {name: archive.read(name) for name in archive.names if layout.is_carried_name(name)}


def _inner(data: bytes) -> Archive | None:
    """Return a carried file opened; None where nobody looks: it is no archive, or carries others itself."""
    try:
        archive = Archive(data)
        _lines(archive)
    except TrainerError:
        return None
    return None if any(map(layout.is_carried_name, archive.names)) else archive


def _carried_after(data: bytes, erased: ErasedContent, signer: DeviceKeys, day: str) -> bytes | None:
    """Return a carried file without what was erased; None if it must be taken out."""
    inner = _inner(data)
    if inner is None:
        return None
    try:
        renewed = _renewed(inner, erased, signer, day)
    except TrainerError:
        return None
    return data if renewed is None else renewed


def _lines(archive: Archive) -> list[bytes]:
    """Return the lines of entries; a bundle whose entries do not end as they should has none to speak of."""
    if layout.ENTRIES not in archive.names:
        return []
    return packing.split_lines(archive.read(layout.ENTRIES))


def _blobs(archive: Archive, erased: ErasedContent) -> frozenset[str]:
    start = len(layout.BLOBS)
    return frozenset(name for name in _blob_names(archive) if name[start:] in erased.blobs)


def _blob_names(archive: Archive) -> Iterable[str]:
    return (name for name in archive.names if layout.is_blob_name(name))


def _must_go(line: bytes, erased: ErasedContent) -> bool:
    if is_silent(line):
        return False
    return entry_id(line) in erased.entries or any(key in line for key in erased.about)


def _after(line: bytes, erased: ErasedContent) -> bytes:
    if not _must_go(line, erased):
        return line
    try:
        return erase_line(line)
    except BadEntry:
        return line
