"""Rows read straight from the pages of a database file, without the tree that leads to them.

The file format is SQLite's own (sqlite.org/fileformat2.html): leaves of tables and of indexes hold records,
and a long record goes on in a chain of overflow pages. Which table a page belongs to is not written on it:
whoever asks knows the rows by their shape.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

type Value = None | int | float | str | bytes
type Row = tuple[Value, ...]
type Open = Callable[[int, bytes], bytes | None]
"""Number and raw bytes of a page -> the plain page, None if it is damaged."""

PAGE = 4096
_RESERVED = 80
_USABLE = PAGE - _RESERVED
_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER = 0x0D, 0x0A, 0x02
_LARGEST = 64 << 20
_WAL_HEADER, _FRAME_HEADER = 32, 24
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


@dataclass
class Found:
    """How many pages were looked at, and how many of them are damaged."""

    pages: int = 0
    damaged: int = 0


class Pages:
    """The pages of a database file with what its log holds of them."""

    def __init__(self, path: Path, opened: Open) -> None:
        self._path, self._open = path, opened
        self._log = path.with_name(path.name + "-wal")
        self._frames = _committed_frames(self._log)
        size = path.stat().st_size if path.exists() else 0
        self.count = max([-(-size // PAGE), *self._frames])
        self.found = Found()

    def read(self, number: int) -> bytes | None:
        """Return a plain page: the newest in the log that is whole, else the one in the file."""
        if number in self._frames:
            plain = self._open(number, _bytes_at(self._log, self._frames[number]))
            if plain is not None:
                return plain
        return self._open(number, _bytes_at(self._path, (number - 1) * PAGE))

    def rows(self) -> Iterator[tuple[int | None, Row]]:
        """Yield the rows of every whole leaf, each with its row id, None in an index."""
        for number in range(1, self.count + 1):
            self.found.pages += 1
            page = self.read(number)
            if page is None:
                self.found.damaged += 1
                continue
            yield from self._rows_of(number, page)

    def _rows_of(self, number: int, page: bytes) -> Iterator[tuple[int | None, Row]]:
        start = 100 if number == 1 else 0
        kind = page[start]
        if kind not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER):
            return
        count = int.from_bytes(page[start + 3 : start + 5])
        first = start + (12 if kind == _INDEX_INNER else 8)
        for place in range(count):
            at = int.from_bytes(page[first + 2 * place : first + 2 * place + 2])
            try:
                yield self._cell(page, at, kind)
            except (IndexError, ValueError, struct.error):
                continue  # no page of rows after all, or its rest is in a page that is gone

    def _cell(self, page: bytes, at: int, kind: int) -> tuple[int | None, Row]:
        if kind == _INDEX_INNER:
            at += 4
        size, at = _varint(page, at)
        row_id = None
        if kind == _TABLE_LEAF:
            row_id, at = _varint(page, at)
        if size > _LARGEST or at >= _USABLE:
            raise ValueError("no cell")
        most = _USABLE - 35 if kind == _TABLE_LEAF else (_USABLE - 12) * 64 // 255 - 23
        if size <= most:
            payload = page[at : at + size]
        else:
            least = (_USABLE - 12) * 32 // 255 - 23
            local = least + (size - least) % (_USABLE - 4)
            local = local if local <= most else least
            payload = page[at : at + local] + self._overflow(page, at + local, size - local)
        if len(payload) != size:
            raise ValueError("cut short")
        return row_id, _record(payload)

    def _overflow(self, page: bytes, at: int, rest: int) -> bytes:
        following = int.from_bytes(page[at : at + 4])
        parts: list[bytes] = []
        while rest > 0:
            found = self.read(following) if 0 < following <= self.count else None
            if found is None:
                raise ValueError("a page of the chain is gone")
            parts.append(found[4 : 4 + min(rest, _USABLE - 4)])
            rest -= len(parts[-1])
            following = int.from_bytes(found[:4])
        return b"".join(parts)


def _bytes_at(path: Path, offset: int) -> bytes:
    try:
        with path.open("rb") as stream:
            stream.seek(offset)
            return stream.read(PAGE)
    except OSError:
        return b""  # a sector that the disk does not give


def _committed_frames(path: Path) -> Mapping[int, int]:
    """Return for each page where its newest committed frame lies in the log."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_WAL_HEADER)
            if len(head) < _WAL_HEADER:
                return {}
            salts = head[16:24]
            committed: dict[int, int] = {}
            waiting: dict[int, int] = {}
            at = _WAL_HEADER
            while len(frame := stream.read(_FRAME_HEADER)) == _FRAME_HEADER and frame[8:16] == salts:
                number, size = struct.unpack(">II", frame[:8])
                waiting[number] = at + _FRAME_HEADER
                if size:
                    committed.update(waiting)
                    waiting.clear()
                at += _FRAME_HEADER + PAGE
                stream.seek(at)
            return committed
    except OSError:
        return {}


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    value = value << 8 | data[at + 8]
    return (value - (1 << 64) if value >= 1 << 63 else value), at + 9


def _record(payload: bytes) -> Row:
    end, at = _varint(payload, 0)
    if not 0 < end <= len(payload):
        raise ValueError("no record")
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values, at = [], end
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    if kind == 7:
        return struct.unpack(">d", payload[at : at + 8])[0], at + 8
    if kind in _INTEGERS:
        size = _INTEGERS[kind]
        _within(payload, at, size)
        return int.from_bytes(payload[at : at + size], signed=True), at + size
    if kind < 12:
        raise ValueError("no such type")
    size = (kind - 12) // 2
    _within(payload, at, size)
    raw = payload[at : at + size]
    return (raw if kind % 2 == 0 else raw.decode("utf-8")), at + size


def _within(payload: bytes, at: int, size: int) -> None:
    if at + size > len(payload):
        raise ValueError("cut short")
