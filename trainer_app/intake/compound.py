"""Takes the workbook's stream out of an old Office file (OLE, "compound file"), following no loop.

The reader follows chains of sectors without looking whether they close into a ring, and reserves memory for
whatever lengths the header names: one wrong byte ends the whole program. The chains are therefore walked
here first. Layout: [MS-CFB] 2.2 to 2.6.
"""

import struct
from collections.abc import Sequence

from trainer_app.domain.errors import TrainerError

_LAST_REGULAR = 0xFFFFFFFA
_END_OF_CHAIN = 0xFFFFFFFE
_HEADER = struct.Struct("<44xIIIIIIIII")
_STREAMS = ("Workbook", "Book", "WORKBOOK", "BOOK")
_MINI_SECTOR, _MINI_STREAM_BELOW = 64, 4096
_ENTRY = 128
_MOST_MINI_FAT_SECTORS = 1000


def workbook_stream(data: bytes) -> bytes:
    """Return the stream that holds the workbook. Raises table.damaged, table.not_a_spreadsheet."""
    try:
        return _Container(data).workbook()
    except (struct.error, IndexError, UnicodeDecodeError) as problem:
        raise TrainerError("table.damaged") from problem


class _Container:
    """An OLE container in memory."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        header = _HEADER.unpack_from(data)
        fat_length, directory, _, _, mini_fat, mini_fat_length, difat, _, _ = header
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        self._require(shift in (9, 12) and mini_shift == 6)
        self._size = 1 << shift
        self._sectors = len(data) // self._size
        self._require(fat_length <= self._sectors and mini_fat_length <= _MOST_MINI_FAT_SECTORS)
        self._fat = self._read_fat(difat)
        self._entries = self._chain(directory)
        self._mini_fat: Sequence[int] = ()
        self._mini_data = b""
        if mini_fat_length:
            self._mini_fat = _numbers(self._chain(mini_fat))
            self._mini_data = self._chain(self._start_of(0))

    def workbook(self) -> bytes:
        """Return the content of the workbook's stream."""
        names = {self._name_of(place): place for place in range(0, len(self._entries) - _ENTRY + 1, _ENTRY)}
        for name in _STREAMS:
            if name in names:
                return self._stream(names[name])
        raise TrainerError("table.not_a_spreadsheet")

    def _stream(self, entry: int) -> bytes:
        start, (length,) = self._start_of(entry), struct.unpack_from("<I", self._entries, entry + 120)
        if length >= _MINI_STREAM_BELOW:
            return self._chain(start)[:length]
        pieces = [
            self._mini_data[place * _MINI_SECTOR : (place + 1) * _MINI_SECTOR]
            for place in self._walk(start, self._mini_fat)
        ]
        return b"".join(pieces)[:length]

    def _name_of(self, entry: int) -> str:
        (length,) = struct.unpack_from("<H", self._entries, entry + 64)
        return self._entries[entry : entry + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")

    def _start_of(self, entry: int) -> int:
        return int(struct.unpack_from("<I", self._entries, entry + 116)[0])

    def _read_fat(self, difat: int) -> Sequence[int]:
        """Return the table of sectors: its own sectors stand in the header and in a chain of lists."""
        places = list(_numbers(self._data[76:512]))
        seen: set[int] = set()
        while difat < _LAST_REGULAR:
            self._require(difat not in seen)
            seen.add(difat)
            numbers = _numbers(self._sector(difat))
            places += numbers[:-1]
            difat = numbers[-1]
        table: list[int] = []
        for place in places:
            if place < _LAST_REGULAR:
                table += _numbers(self._sector(place))
        return table

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(place) for place in self._walk(start, self._fat))

    def _walk(self, place: int, table: Sequence[int]) -> list[int]:
        """Return the sectors of a chain; a ring or a sector outside the file is damage."""
        walked: list[int] = []
        while place != _END_OF_CHAIN:
            self._require(place < len(table) and len(walked) <= len(table))
            walked.append(place)
            place = table[place]
        return walked

    def _sector(self, place: int) -> bytes:
        start = (place + 1) * self._size
        self._require(start < len(self._data))
        return self._data[start : start + self._size].ljust(self._size, b"\x00")

    @staticmethod
    def _require(true: bool) -> None:
        if not true:
            raise TrainerError("table.damaged")


def _numbers(data: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])
