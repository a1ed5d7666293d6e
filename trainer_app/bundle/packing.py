"""The ZIP inside: written so that the same members give the same bytes, read strictly and in memory.

The reader takes one plain shape only: members one after the other from the first byte, then the central
directory, then its end record, and nothing else. Deflate or stored; no ZIP64, no encryption, no data
descriptors, no comments, no extra fields, no duplicates, no odd names. Nothing is ever unpacked to disk, and
never more than a member's declared size is inflated, so that a bomb costs no more than the limits allow.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from trainer_app.bundle.layout import MAX_MEMBERS, MAX_TOTAL, is_plain_name
from trainer_app.domain.errors import TrainerError

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


@dataclass(frozen=True)
class _Member:
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
        if sum(member.size for member in self._members.values()) > MAX_TOTAL:
            raise TrainerError("bundle.too_big")

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names in the order of the file."""
        return tuple(self._members)

    def read(self, name: str, limit: int = MAX_TOTAL) -> bytes:
        """Return a member's content. Raises bundle.not_a_bundle without it, bundle.too_big over `limit`."""
        member = self._members.get(name)
        if member is None:
            raise _refusal()
        if member.size > limit:
            raise TrainerError("bundle.too_big")
        start = member.offset + _LOCAL.size + len(name)
        packed = self._data[start : start + member.packed]
        content = packed if member.method == _STORED else _inflate(packed, member.size)
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


def _inflate(packed: bytes, size: int) -> bytes:
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
