"""The container of a bundle: a strict ZIP, and in it a BagIt bag (RFC 8493) with SHA-256 manifests.

The ZIP is written so that the same members give the same bytes, and read strictly and in memory. The reader
takes one plain shape only: members one after the other from the first byte, then the central directory, then
its end record, and nothing else. Deflate or stored; no ZIP64, no encryption, no data descriptors, no
comments, no extra fields, no duplicates, no odd names. Nothing is ever unpacked to disk, and never more than
a member's declared size is inflated, so that a bomb costs no more than the limits allow.
"""

import hashlib
import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from trainer_app.bundle import encodings, sealing
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.layout import (
    BLOBS,
    CARRIED,
    DECLARATION,
    DECLARATION_TEXT,
    ENTRIES,
    HEADER,
    INFO,
    MANIFEST,
    MAX_MEMBERS,
    MAX_TOTAL,
    RECEIPTS,
    REVOKED,
    SIGNATURE,
    TAG_MANIFEST,
    TAGGED,
    TRUST,
    TRUST_SIGNATURE,
    UPDATE,
    BundleContent,
    Header,
    is_plain_name,
)
from trainer_app.bundle.sealing import Purpose
from trainer_app.bundle.trust import write_receipts
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex

_LEVEL = 6
_EPOCH = (1980, 1, 1, 0, 0, 0)
_STORED, _DEFLATED = 0, 8
_UNIX_FILE = 0o100644
_TYPE_MASK, _REGULAR = 0o170000, 0o100000
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_NEWEST_VERSION = 20


def pack(members: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of the members in this order. The same members give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", allowZip64=False) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 3
            info.external_attr = _UNIX_FILE << 16
            info.compress_type = _DEFLATED
            archive.writestr(info, content, compresslevel=_LEVEL)
    return target.getvalue()


class _Member(Struct, frozen=True):
    """One line of the central directory, with all that its local header must repeat."""

    name: str
    flags: int
    method: int
    stamp: tuple[int, int]
    crc: int
    packed: int
    size: int
    offset: int


class Archive:
    """A ZIP in memory whose shape was checked completely; members are inflated when asked for.

    Raises bundle.not_a_bundle for any other shape, bundle.too_big beyond the limits.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        count, directory = self._read_end()
        self._members = self._read_directory(count, directory)
        self._check_places(directory)
        if self.size > MAX_TOTAL:
            raise TrainerError("bundle.too_big")

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names in the order of the file."""
        return tuple(self._members)

    @property
    def size(self) -> int:
        """What all members take unpacked, in bytes."""
        return sum(member.size for member in self._members.values())

    def read(self, name: str, limit: int = MAX_TOTAL) -> bytes:
        """Return a member's content. Raises bundle.not_a_bundle without it, bundle.too_big over `limit`."""
        member = self._members.get(name)
        if member is None:
            raise _refusal()
        if member.size > limit:
            raise TrainerError("bundle.too_big")
        start = member.offset + _LOCAL.size + len(name)
        packed = memoryview(self._data)[start : start + member.packed]
        content = bytes(packed) if member.method == _STORED else _inflate(packed, member.size)
        if len(content) != member.size or zlib.crc32(content) != member.crc:
            raise _refusal()
        return content

    def _read_end(self) -> tuple[int, int]:
        """Return the number of members and where the directory begins."""
        at = len(self._data) - _END.size
        if at < 0:
            raise _refusal()
        mark, disk, start_disk, here, count, size, offset, comment = _END.unpack_from(self._data, at)
        plain = mark == b"PK\x05\x06" and disk == start_disk == comment == 0 and here == count
        if not plain or offset + size != at:
            raise _refusal()
        if count > MAX_MEMBERS:
            raise TrainerError("bundle.too_big")
        return count, offset

    def _read_directory(self, count: int, at: int) -> dict[str, _Member]:
        members: dict[str, _Member] = {}
        end = len(self._data) - _END.size
        for _ in range(count):
            member, at = self._read_line(at, end)
            if member.name in members:
                raise _refusal()
            members[member.name] = member
        if at != end:
            raise _refusal()
        return members

    def _read_line(self, at: int, end: int) -> tuple[_Member, int]:
        """Return one member of the directory and where the next one begins."""
        if at + _CENTRAL.size > end:
            raise _refusal()
        (mark, _, version, flags, method, clock, day, crc, packed, size, *lengths) = _CENTRAL.unpack_from(
            self._data, at
        )
        name_length, extra, comment, disk, _, attributes, offset = lengths
        file_type = attributes >> 16 & _TYPE_MASK
        plain = (
            mark == b"PK\x01\x02"
            and version <= _NEWEST_VERSION
            and flags == extra == comment == disk == 0
            and method in (_STORED, _DEFLATED)
            and file_type in (0, _REGULAR)
        )
        begin, finish = at + _CENTRAL.size, at + _CENTRAL.size + name_length
        if not plain or finish > end:
            raise _refusal()
        name = _plain_name(self._data[begin:finish])
        return _Member(name, flags, method, (clock, day), crc, packed, size, offset), finish

    def _check_places(self, directory: int) -> None:
        """Members follow each other without gap or overlap, and local headers say the same again."""
        at = 0
        for member in self._members.values():
            if member.offset != at or at + _LOCAL.size > directory:
                raise _refusal()
            mark, version, *told, name_length, extra = _LOCAL.unpack_from(self._data, at)
            name = self._data[at + _LOCAL.size : at + _LOCAL.size + name_length]
            expected = [member.flags, member.method, *member.stamp, member.crc, member.packed, member.size]
            same = told == expected and name == member.name.encode() and extra == 0
            if mark != b"PK\x03\x04" or version > _NEWEST_VERSION or not same:
                raise _refusal()
            at += _LOCAL.size + name_length + member.packed
        if at != directory:
            raise _refusal()


def _inflate(packed: memoryview, size: int) -> bytes:
    """Inflate at most one byte more than expected; the caller compares the length."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflater.decompress(packed, size + 1)
    except zlib.error as problem:
        raise _refusal() from problem
    if not inflater.eof or inflater.unused_data:
        raise _refusal()
    return content


def _plain_name(raw: bytes) -> str:
    name = raw.decode("latin-1")
    if not is_plain_name(name):
        raise _refusal()
    return name


def _refusal() -> TrainerError:
    return TrainerError("bundle.not_a_bundle")


SHORTEST_LINE = 60
"""Bytes of a line with its line feed, at the least; every entry is longer."""
_FEW_LINES = 1_000
"""So many lines of any length are split, so that a file made wrongly is told by the number of its line."""


def split_lines(entries: bytes) -> list[bytes]:
    """Return the lines of a bundle's entries, counted before they are split.

    A megabyte of line feeds would be a million lines. Raises bundle.too_big for more of them than there can
    be entries, bundle.bad_entry where the last one has no end.
    """
    if entries.count(b"\n") > max(_FEW_LINES, len(entries) // SHORTEST_LINE):
        raise TrainerError("bundle.too_big")
    lines = entries.split(b"\n")
    if lines.pop():
        raise TrainerError("bundle.bad_entry", line=len(lines) + 1)
    return lines


@contextmanager
def within_memory() -> Iterator[None]:
    """Refuse what does not fit into this computer's memory. Raises bundle.too_big."""
    try:
        yield
    except MemoryError as problem:
        raise TrainerError("bundle.too_big") from problem


_LINE = regex(rb"([0-9a-f]{64})  ([a-z0-9./-]+)\n")


def sha256_hex(content: bytes) -> str:
    """Return the SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def bag_members(header: Header, header_data: bytes, payload: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return all members but the signature, in the order in which they are packed.

    `payload` maps names below `data/` to contents.
    """
    tagged = {
        DECLARATION: DECLARATION_TEXT,
        INFO: _write_info(header, payload),
        HEADER: header_data,
        MANIFEST: write_manifest({name: sha256_hex(content) for name, content in payload.items()}),
    }
    tag_manifest = write_manifest({name: sha256_hex(tagged[name]) for name in TAGGED})
    return {**tagged, TAG_MANIFEST: tag_manifest, **payload}


def blob_name(content: bytes) -> str:
    """Return the name of an attachment in a bundle."""
    return BLOBS + sha256_hex(content)


def carried_name(content: bytes) -> str:
    """Return the name of a file of somebody else in a bundle."""
    return CARRIED + sha256_hex(content)


def write_manifest(digests: Mapping[str, str]) -> bytes:
    """Return a manifest: one line `<hash>  <name>` each, sorted by name, as `sha256sum` reads it."""
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()


def read_manifest(data: bytes) -> dict[str, str] | None:
    """Return what a manifest lists, name to hash; None unless it is written exactly as above."""
    digests: dict[str, str] = {}
    for line in data.splitlines(keepends=True):
        match = _LINE.fullmatch(line)
        if match is None:
            return None
        digests[match[2].decode()] = match[1].decode()
    return digests if write_manifest(digests) == data else None


def _write_info(header: Header, payload: Mapping[str, bytes]) -> bytes:
    day = datetime.fromtimestamp(header.wall // 1000, UTC).date()
    size = sum(len(content) for content in payload.values())
    lines = (
        "Bag-Software-Agent: trainer-app",
        f"Bagging-Date: {day.isoformat()}",
        f"External-Identifier: {header.bundle}",
        f"Payload-Oxum: {size}.{len(payload)}",
    )
    return ("\n".join(lines) + "\n").encode()


ERASED = "_erased"
"""Under this name `counts` holds the entries whose content was erased."""


class _Kind(msgspec.Struct, frozen=True):
    """The one member of an entry that a writer needs."""

    e: str = ERASED


def write_bundle(
    content: BundleContent,
    signer: DeviceKeys,
    recipients: Sequence[str] = (),
    passphrase: str = "",
    progress: Progress = no_progress,
) -> bytes:
    """Return the file: signed by `signer`, sealed for all `recipients`, or else with a passphrase.

    Raises bundle.too_much (more than a bundle may hold), bundle.bad_recipient, vault.empty_passphrase.
    """
    if bool(recipients) == bool(passphrase):
        raise ValueError("seal either for recipients or with a passphrase")
    archive = write_archive(content, signer, progress)
    progress("bundle.sealing", 0.8)
    if recipients:
        return sealing.seal(archive, recipients)
    return sealing.seal_with_passphrase(archive, passphrase)


def write_archive(content: BundleContent, signer: DeviceKeys, progress: Progress = no_progress) -> bytes:
    """Return the ZIP that is sealed. The same content and signer give the same bytes."""
    progress("bundle.packing", 0.0)
    header = msgspec.structs.replace(content.header, counts=count_entries(content.lines))
    payload = _write_payload(content)
    members = bag_members(header, encodings.encode(header), payload)
    if len(members) + 1 > MAX_MEMBERS or sum(map(len, members.values())) > MAX_TOTAL:
        raise TrainerError("bundle.too_much")
    signed = {}
    for name, data in members.items():
        signed[name] = data
        if name == TAG_MANIFEST:
            signed[SIGNATURE] = signer.sign(data, Purpose.BUNDLE)
    progress("bundle.packing", 0.3)
    return pack(signed)


def count_entries(lines: Sequence[bytes]) -> dict[str, int]:
    """Return the number of entries by entity, in the order of their names."""
    decoder = msgspec.json.Decoder(_Kind)
    counts = Counter(decoder.decode(line).e for line in lines)
    return dict(sorted(counts.items()))


def _write_payload(content: BundleContent) -> dict[str, bytes]:
    lines = content.lines
    payload = {ENTRIES: b"\n".join(lines) + b"\n" if lines else b""}
    if payload[ENTRIES].count(b"\n") != len(lines):
        raise ValueError("an entry is not one line")
    is_pack = content.header.kind == "pack"
    if not is_pack and (
        content.trust
        or content.revoked
        or content.receipts
        or content.held
        or content.digests
        or content.update
    ):
        raise ValueError("only packs carry trust, revocations, receipts and updates")
    if is_pack and content.carried:
        raise ValueError("packs carry no files of others")
    if content.trust:
        payload[TRUST] = content.trust.data
        payload[TRUST_SIGNATURE] = content.trust.signature
    if content.revoked:
        payload[REVOKED] = encodings.encode(content.revoked)
    if content.receipts or content.held or content.digests:
        payload[RECEIPTS] = write_receipts(content.receipts, content.held, content.digests)
    if content.update:
        payload[UPDATE] = content.update
    for blob in sorted(content.blobs, key=sha256_hex):
        payload[blob_name(blob)] = blob
    for carried in sorted(content.carried, key=sha256_hex):
        payload[carried_name(carried)] = carried
    return payload
