"""Checks of spreadsheets (xls, ods) before the reader opens them, and what the reader does not tell of them.

Of an old xls workbook the container is checked, and the records in it. The reader follows chains of sectors
without looking whether they close into a ring, and reserves memory for whatever lengths the header and the
records name: one wrong byte ends the whole program. The chains are therefore walked here first, following no
loop. Layouts: [MS-CFB] 2.2 to 2.6 (OLE "compound file"), and [MS-XLS] 2.4 (records).

In an ods table cells and rows say how often they repeat, so that a short file may mean terabytes: they are
counted by a parser that keeps nothing but where they stand in the file, to cut out the far ones
(`archives.find_far`). The reader tells neither which cells are merged over several rows nor which rows are
hidden; that is noted here.
"""

import struct
from collections.abc import Iterator, Mapping, Sequence
from xml.parsers import expat

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import column_letter
from trainer_app.intake.archives import (
    MAX_CELLS,
    MAX_MERGED,
    MAX_ROWS,
    MAX_TEXT_BYTES,
    CheckedParts,
    SheetNotes,
    check_size,
    cut_out,
    find_far,
    is_small_enough,
    parse,
)

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


_BOF, _EOF, _CONTINUE = 0x0809, 0x000A, 0x003C
_FILE_PASS, _BOUND_SHEET, _SHARED_STRINGS, _DIMENSIONS = 0x002F, 0x0085, 0x00FC, 0x0200
_SHARED_LABEL = 0x00FD
_CELL_RECORDS = (0x0006, 0x00BD, 0x00D6, _SHARED_LABEL, 0x0203, 0x0204, 0x0205, 0x027E)
_MULTIPLE = 0x00BD
_ROW, _ROW_HIDDEN = 0x0208, 0x20
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256

Record = tuple[int, bytes]


def check_workbook_stream(data: bytes) -> dict[str, SheetNotes]:
    """Check an xls file; return notes by sheet name.

    Raises table.password, damaged, not_a_spreadsheet, too_many_cells.
    """
    stream = workbook_stream(data)
    try:
        return _check(stream)
    except (struct.error, IndexError) as problem:
        raise TrainerError("table.damaged") from problem


def _check(stream: bytes) -> dict[str, SheetNotes]:
    sheets: list[tuple[int, str]] = []
    longest = 0
    shared: list[bytes] = []
    for kind, body in _records(stream, 0):
        if kind == _FILE_PASS:
            raise TrainerError("table.password")
        if kind == _BOUND_SHEET:
            sheets.append((struct.unpack_from("<I", body)[0], _sheet_name(body[6:])))
        elif kind == _SHARED_STRINGS:
            shared = [body]
        elif kind == _CONTINUE and shared:
            shared.append(body)
        elif shared:
            longest, shared = max(longest, _longest_string(shared)), []
        if kind == _EOF:
            break
    return {name: _check_sheet(stream, start, longest) for start, name in sheets}


def _sheet_name(text: bytes) -> str:
    """Return the name of a sheet: its length, how wide its letters are, and the letters."""
    if len(text) < 2:
        return ""
    wide = text[1] & 1
    return text[2 : 2 + text[0] * (1 + wide)].decode("utf-16-le" if wide else "latin-1", "replace")


def _check_sheet(stream: bytes, start: int, longest: int) -> SheetNotes:
    """Check one sheet: its announced rectangle, the one its cells span, its texts. Note its hidden rows."""
    notes = SheetNotes()
    depth = last_row = last_column = labels = 0
    for kind, body in _records(stream, start):
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                break
        elif depth > 1:
            continue  # a chart inside the sheet
        elif kind == _DIMENSIONS:
            _check_dimensions(body)
        elif kind == _ROW and len(body) >= 14 and body[12] & _ROW_HIDDEN:
            notes.hidden_rows.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind in _CELL_RECORDS:
            row, column = struct.unpack_from("<HH", body)
            if kind == _MULTIPLE:
                column = struct.unpack_from("<H", body, len(body) - 2)[0]
            last_row, last_column = max(last_row, row + 1), max(last_column, column + 1)
            labels += kind == _SHARED_LABEL
    check_size(last_row, last_column)
    if labels * longest * 2 > MAX_TEXT_BYTES:
        raise TrainerError("table.too_many_cells", rows=last_row, columns=last_column)
    notes.last_row, notes.last_column = last_row, last_column
    return notes


def _check_dimensions(body: bytes) -> None:
    """Check the announced rectangle: memory is reserved for it."""
    first_row, last_row, first_column, last_column = (
        struct.unpack_from("<IIHH", body) if len(body) >= 14 else struct.unpack_from("<HHHH", body)
    )
    if last_row and (first_row >= last_row or last_row > _MOST_ROWS):
        raise TrainerError("table.damaged")
    if last_column and (first_column >= last_column or last_column > _MOST_COLUMNS):
        raise TrainerError("table.damaged")


def _records(stream: bytes, place: int) -> Iterator[Record]:
    """Yield the records from a place on; a record that leaves the stream is damage."""
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        end = place + 4 + length
        if end > len(stream):
            raise TrainerError("table.damaged")
        yield kind, stream[place + 4 : end]
        place = end
    if place != len(stream):
        raise TrainerError("table.damaged")


def _longest_string(pieces: list[bytes]) -> int:
    """Return the length of the longest shared string: [MS-XLS] 2.5.293, continued over several records.

    A piece that goes on in the middle of a string's letters begins with a byte that says how wide they are.
    """
    pieces = [pieces[0][8:], *pieces[1:]]
    longest, at, place = 0, 0, 0

    def take(count: int) -> bytes:
        """Take bytes of a string's header or of what follows its letters, over the ends of pieces."""
        nonlocal at, place
        taken = b""
        while len(taken) < count:
            if place >= len(pieces[at]):
                at, place = at + 1, 0
            part = pieces[at][place : place + count - len(taken)]
            taken, place = taken + part, place + len(part)
        return taken

    while at < len(pieces) - 1 or place < len(pieces[at]):
        letters, flags = struct.unpack("<HB", take(3))
        runs = struct.unpack("<H", take(2))[0] if flags & 8 else 0
        extra = struct.unpack("<I", take(4))[0] if flags & 4 else 0
        longest = max(longest, letters)
        wide = flags & 1
        while letters:
            if place >= len(pieces[at]):
                at, place = at + 1, 1
                wide = pieces[at][0] & 1
            count = min(letters, (len(pieces[at]) - place) // (1 + wide) or 1)
            place, letters = place + count * (1 + wide), letters - count
        take(runs * 4 + extra)
    return longest


_CELLS = ("table:table-cell", "table:covered-table-cell")
_HIDDEN = ("collapse", "filter")
_CONTENT = "content.xml"
_MOST_PLACED = 200_000
"""Filled cells of which is kept where they stand: a sheet with more is no list with a far cell."""


def check_opendocument(parts: Mapping[str, bytes]) -> CheckedParts:
    """Check an ods file's parts. Raises table.password, table.damaged, table.too_many_merged."""
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise TrainerError("table.password")
    name = next((each for each in parts if each.lower() == _CONTENT), _CONTENT)
    content = parts.get(name, b"")
    tables = _Tables(content).found
    checked = CheckedParts({each.name: each.notes for each in tables})
    spoiled = [each for each in tables if not each.fits]
    if not spoiled:
        return checked
    cut = cut_out(content, [piece for each in spoiled for piece in each.pieces_to_cut()])
    for before, after in zip(tables, _Tables(cut).found, strict=True):
        if not after.fits:
            raise TrainerError(
                "table.too_many_cells", rows=after.notes.last_row, columns=after.notes.last_column
            )
        if not before.fits and not before.notes.too_large:
            after.notes.far = before.notes.far
            checked.sheets[before.name] = after.notes
    checked.replaced[name] = cut
    return checked


class _Table:
    """What is counted of one table. Places are (row, column) from 1 with the bytes of the element."""

    def __init__(self, name: str, start: int) -> None:
        self.name, self.start, self.end = name, start, start
        self.notes = SheetNotes()
        self.bytes = 0
        self.rows: list[tuple[int, int, int]] = []
        """Where rows stand that hold anything: number, start, end."""
        self.cells: list[tuple[tuple[int, int], int, int]] = []
        self.repeated = False
        """Something that is filled is repeated, or there is too much to look at each cell."""

    @property
    def fits(self) -> bool:
        """Tell whether the table is small enough for the reader."""
        notes = self.notes
        small = is_small_enough(notes.last_row, notes.last_column)
        return small and notes.cells <= MAX_CELLS and self.bytes <= MAX_TEXT_BYTES

    def pieces_to_cut(self) -> list[tuple[int, int]]:
        """Return the bytes without which the table fits: those of far cells, or else of all its rows."""
        places = [place for place, _, _ in self.cells]
        far = set() if self.repeated else find_far(places)
        if not far:
            self.notes.too_large = True
            return [(self.start, self.end)]
        self.notes.far = [f"{column_letter(places[at][1] - 1)}{places[at][0]}" for at in sorted(far)]
        return [self.cells[at][1:] for at in far]


class _Tables:
    """Follows rows and cells; trailing empty ones, which fill every sheet to its end, count for nothing."""

    def __init__(self, content: bytes) -> None:
        self.found: list[_Table] = []
        self._content = content
        self._table: _Table | None = None
        self._row = self._column = 0
        self._row_repeats = self._cell_repeats = self._spanned = 1
        self._letters = self._cell_start = 0
        self._hidden = self._filled = False
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._begin, self._finish
        self._parser.CharacterDataHandler = self._take_text
        parse(content, self._parser)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self._table = _Table(attributes.get("table:name", ""), self._after())
            self.found.append(self._table)
            self._row = 0
        elif name == "table:table-row":
            self._row_repeats = _times(attributes.get("table:number-rows-repeated"))
            self._hidden = attributes.get("table:visibility") in _HIDDEN
            self._column = 0
        elif name in _CELLS:
            self._cell_repeats = _times(attributes.get("table:number-columns-repeated"))
            self._spanned = _times(attributes.get("table:number-rows-spanned"))
            if _times(attributes.get("table:number-columns-spanned")) > 1:
                self._spanned = 1
            self._filled, self._letters = "office:value-type" in attributes, 0
            self._cell_start = self._parser.CurrentByteIndex
        elif name == "text:s":
            self._letters += _times(attributes.get("text:c"))

    def _take_text(self, data: str) -> None:
        self._letters += len(data)
        self._filled = self._filled or not data.isspace()

    def _finish(self, name: str) -> None:
        table = self._table
        if table is None:
            return
        if name in _CELLS:
            if self._filled:
                self._count(table)
            self._column += self._cell_repeats
            self._filled = False
        elif name == "table:table-row":
            if self._hidden and self._row < MAX_ROWS:
                last = min(self._row + self._row_repeats, MAX_ROWS)
                table.notes.hidden_rows.update(range(self._row + 1, last + 1))
            self._row += self._row_repeats
        elif name == "table:table":
            table.end = self._parser.CurrentByteIndex

    def _count(self, table: _Table) -> None:
        notes = table.notes
        row, column = self._row + self._row_repeats, self._column + self._cell_repeats
        times = self._row_repeats * self._cell_repeats
        notes.last_row, notes.last_column = max(notes.last_row, row), max(notes.last_column, column)
        notes.cells += times
        table.bytes += 4 * self._letters * times
        table.repeated = table.repeated or times > 1 or len(table.cells) >= _MOST_PLACED
        if not table.repeated:
            table.cells.append(((row, column), self._cell_start, self._after()))
        if self._spanned > 1:
            notes.merged += 1
            if notes.merged > MAX_MERGED:
                raise TrainerError("table.too_many_merged", limit=MAX_MERGED)
            last = self._row + self._spanned - 1
            notes.merged_down.append(((self._row, self._column), (last, self._column)))

    def _after(self) -> int:
        """Return where the tag ends at which the parser stands."""
        return self._content.index(b">", self._parser.CurrentByteIndex) + 1


def _times(repeated: str | None) -> int:
    return max(1, int(repeated or 1))
