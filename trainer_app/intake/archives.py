"""Limits of foreign files, and checks of xlsx and ods archives before the reader opens them.

A list of participants has some hundred rows; the limits leave room for every honest file and keep a
hostile one from filling the memory of a laptop with 4 GB.

The reader reserves memory for the whole rectangle from the first cell to the last, and copies shared texts
into every cell that names them; cells and rows of an ods file say how often they repeat. A file of a few
kilobytes can so ask for terabytes. Here every part is unpacked within a limit (which also proves the sizes
that the archive states, by its checksums) and its cells are counted by a parser that keeps nothing. On the
way it notes what the reader ignores: formulas that were never calculated, error values, hidden rows.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import column_letter

MAX_FILE_BYTES = 30_000_000
"""Of the file as it lies on the disk."""
MAX_UNPACKED_BYTES = 300_000_000
"""Of all parts of a workbook together; xlsx and ods are archives."""
MAX_PARTS = 5_000
"""Parts in such an archive."""
MAX_ROWS = 60_000
MAX_COLUMNS = 512
MAX_CELLS = 3_000_000
"""Rows times columns from the first cell to the last: what the reader reserves memory for."""
MAX_TEXT_BYTES = 400_000_000
"""All texts of a sheet, a shared one counted in each of its cells."""
MAX_MERGED = 60_000
"""Merged ranges of a sheet; an honest list has some hundred."""
MAX_SHEETS = 60
MAX_QUESTION_BYTES = 5_000_000
"""Of a text file with questions; 2,000 long questions are a fifth of it."""


_SHARED_TEXT = re.compile(rb"<(?:[\w.-]+:)?si[\s>/]")
# A cell with a formula and without a value, as programs write it that cannot calculate. It begins at "<",
# which no repeat passes, and no repeat gives anything back: a part is gone through once, whatever is in it.
_UNCALCULATED = re.compile(
    rb"<(?:\w++:)?c\s([^<>]*+)>\s*+<(?:\w++:)?f\b[^<>]*+(?:(?<=/)>|>[^<]*+</(?:\w++:)?f>)\s*+"
    rb"(?:<(?:\w++:)?v\s*+/>|<(?:\w++:)?v>\s*+</(?:\w++:)?v>)?+\s*+</(?:\w++:)?c>"
)
_PLACE = re.compile(rb'\br="([A-Z]{1,3}\d{1,7})"')
_REFERENCE = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,9})"')
_DIGITS, _LETTERS = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$"


@dataclass
class SheetNotes:
    """What one sheet of a workbook holds beside its values: cells ("C8") and row numbers."""

    cells: int = 0
    merged: int = 0
    last_row: int = 0
    last_column: int = 0
    uncalculated: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)


def read_parts(data: bytes) -> dict[str, bytes]:
    """Unpack an archive within limits. Raises table.damaged, table.password, table.unpacks_too_large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_UNPACKED_BYTES:
                raise TrainerError("table.unpacks_too_large", limit=MAX_UNPACKED_BYTES // 1_000_000)
            if any(info.flag_bits & 1 for info in infos):
                raise TrainerError("table.password")
            names = {info.filename.lower() for info in infos}
            if len(names) < len(infos):
                raise TrainerError("table.damaged")
            # Reading to the end compares the checksum: a part cannot be longer than it says.
            return {info.filename: archive.read(info) for info in infos if not _is_picture(info.filename)}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as problem:
        raise TrainerError("table.damaged") from problem


def check_workbook(parts: Mapping[str, bytes]) -> dict[str, SheetNotes]:
    """Check the parts of an xlsx file; return notes by sheet name.

    Raises table.damaged, table.too_many_cells, table.too_many_merged.
    """
    longest = max((_longest_shared_text(part) for part in parts.values()), default=0)
    notes: dict[str, SheetNotes] = {}
    sheets = _sheet_files(parts)
    for name, part in parts.items():
        is_sheet = name.lower().rpartition("/")[2] in sheets
        # Settings of printers and macros are no XML: they may lie there, as long as no sheet names them.
        if (is_sheet or _looks_like_xml(part)) and (b"<c" in part or b":c" in part or b"\x00" in part[:200]):
            notes[name.lower()] = _measure_sheet(part)
    for found in notes.values():
        check_size(found.last_row, found.last_column)
        if found.merged > MAX_MERGED:
            raise TrainerError("table.too_many_merged", limit=MAX_MERGED)
        if found.cells * longest > MAX_TEXT_BYTES:
            raise TrainerError("table.too_many_cells", rows=found.last_row, columns=found.last_column)
    return {sheet: notes[part] for sheet, part in _sheet_parts(parts).items() if part in notes}


def check_size(rows: int, columns: int) -> None:
    """Refuse a table whose rectangle is too large. Raises table.too_many_cells."""
    if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
        raise TrainerError("table.too_many_cells", rows=rows, columns=columns)


def parse(part: bytes, parser: expat.XMLParserType) -> None:
    """Run a parser over a part; a document type, which office files never have, is refused."""

    def refuse(*_: object) -> None:
        raise TrainerError("table.damaged")

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, ValueError, LookupError) as problem:
        raise TrainerError("table.damaged") from problem


def _is_picture(name: str) -> bool:
    return name.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bmp"))


def _looks_like_xml(part: bytes) -> bool:
    """Tell whether a part begins as XML does, in UTF-8 or UTF-16."""
    start = part[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith((b"<", b"\x00<", b"\xff\xfe", b"\xfe\xff"))


def _sheet_files(parts: Mapping[str, bytes]) -> set[str]:
    """Return the file names, without folders, that sheets of a workbook may lie in, by any reading of it."""
    lowered = {name.lower(): part for name, part in parts.items()}
    keys = {
        value
        for attributes in _attributes_of(lowered.get("xl/workbook.xml", b""), "sheet")
        for name, value in attributes.items()
        if name.rpartition(":")[2].lower() == "id"
    }
    return {
        attributes.get("Target", "").lower().rpartition("/")[2]
        for attributes in _attributes_of(lowered.get("xl/_rels/workbook.xml.rels", b""), "Relationship")
        if attributes.get("Id") in keys
    }


def _longest_shared_text(part: bytes) -> int:
    pieces = _SHARED_TEXT.split(part) if b"<si" in part or b":si" in part else ()
    return max(map(len, pieces[1:]), default=0)


def _measure_sheet(part: bytes) -> SheetNotes:
    """Count the cells of a worksheet that hold something."""
    return _measure_plain_sheet(part) or _measure_exactly(part)


def _measure_plain_sheet(part: bytes) -> SheetNotes | None:
    """Measure a sheet written as Excel writes it; None when a closer look is needed.

    There every cell begins with its reference. If one does not, or anything in the part could hide a cell
    from this, the parser decides; it takes three times as long.
    """
    if b"\x00" in part or any(sign in part for sign in (b't="e"', b"t='e'", b"hidden=", b"<!", b":c ")):
        return None
    merged = part.count(b"<mergeCell ")
    if part.count(b"mergeCell") != merged + part.count(b"mergeCells"):
        return None
    references = _REFERENCE.findall(part)
    if len(references) != sum(map(part.count, (b"<c ", b"<c>", b"<c/", b"<c\t", b"<c\n", b"<c\r"))):
        return None
    notes = SheetNotes(cells=len(references), merged=merged)
    columns, rows = {letters for letters, _ in references}, {row for _, row in references}
    notes.last_column = max((_column_number(letters.decode()) for letters in columns), default=0)
    notes.last_row = max(map(int, rows), default=0)
    if max(notes.last_row / MAX_ROWS, notes.last_column / MAX_COLUMNS) > 1:
        return None
    if notes.last_row * notes.last_column > MAX_CELLS:
        return None  # perhaps only formatted: the parser tells empty cells from others
    notes.uncalculated = _uncalculated(part)
    return notes


def _measure_exactly(part: bytes) -> SheetNotes:
    counter = _CellCounter()
    parser = expat.ParserCreate()
    parser.StartElementHandler = counter.start
    parse(part, parser)
    notes = counter.finish()
    notes.uncalculated = _uncalculated(part)
    return notes


def _uncalculated(part: bytes) -> list[str]:
    if b"f>" not in part and b"<f" not in part:
        return []
    places = map(_PLACE.search, _UNCALCULATED.findall(part))
    return [place[1].decode() for place in places if place]


class _CellCounter:
    """Follows the elements of a worksheet as the reader does, without keeping a value."""

    def __init__(self) -> None:
        self._notes = SheetNotes()
        self._filled: list[str] = []
        self._row = 0
        self._last = ""
        self._open = False
        self._is_error = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the beginning of an element."""
        local = name.rpartition(":")[2]
        if local == "c":
            # A cell without a reference stands right of the one before it.
            self._last = attributes.get("r") or self._next()
            self._open, self._is_error = True, attributes.get("t") == "e"
        elif self._open and local in ("v", "is"):
            self._filled.append(self._last)
            if self._is_error:
                self._notes.errors.append(self._last)
            self._open = False
        elif local == "mergeCell":
            self._notes.merged += 1
        elif local == "row":
            self._row, self._last = int(attributes.get("r", self._row + 1)), ""
            if attributes.get("hidden") in ("1", "true"):
                self._notes.hidden_rows.add(self._row)

    def finish(self) -> SheetNotes:
        """Return what was counted."""
        notes, filled = self._notes, self._filled
        notes.cells = len(filled)
        letters = {reference.rstrip(_DIGITS) for reference in filled}
        notes.last_column = max(map(_column_number, letters), default=0)
        notes.last_row = max(map(_row_number, filled), default=0)
        return notes

    def _next(self) -> str:
        return f"{column_letter(_column_number(self._last.rstrip(_DIGITS)))}{self._row}"


def _row_number(reference: str) -> int:
    digits = reference.lstrip(_LETTERS)
    return int(digits) if digits.isascii() and digits.isdigit() else MAX_ROWS + 1


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _sheet_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the part (in small letters) in which each sheet of a workbook lies."""
    lowered = {name.lower(): part for name, part in parts.items()}
    targets = {
        attributes.get("Id", ""): attributes.get("Target", "")
        for attributes in _attributes_of(lowered.get("xl/_rels/workbook.xml.rels", b""), "Relationship")
    }
    found = {}
    for attributes in _attributes_of(lowered.get("xl/workbook.xml", b""), "sheet"):
        keys = [value for name, value in attributes.items() if name.rpartition(":")[2] == "id"]
        target = targets.get(keys[0], "") if keys else ""
        path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        found[attributes.get("name", "")] = path.lower()
    return found


def _attributes_of(part: bytes, element: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == element:
            found.append(attributes)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    if part:
        parse(part, parser)
    return found


_CELLS = ("table:table-cell", "table:covered-table-cell")


def check_opendocument(parts: Mapping[str, bytes]) -> None:
    """Check an ods file's parts. Raises table.password, table.damaged, table.too_many_cells."""
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise TrainerError("table.password")
    counter = _Counter()
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = counter.start, counter.end
    parser.CharacterDataHandler = counter.text
    parse(parts.get("content.xml", b""), parser)


class _Counter:
    """Follows rows and cells; trailing empty ones, which fill every sheet to its end, count for nothing."""

    def __init__(self) -> None:
        self._row = self._column = self._width = 0
        self._row_repeats = self._cell_repeats = 1
        self._letters = self._bytes = self._cells = 0
        self._filled_row = self._filled = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the beginning of an element."""
        if name == "table:table":
            self._row = self._width = 0
        elif name == "table:table-row":
            self._row_repeats = _times(attributes.get("table:number-rows-repeated"))
            self._column, self._filled_row = 0, False
        elif name in _CELLS:
            self._cell_repeats = _times(attributes.get("table:number-columns-repeated"))
            self._filled, self._letters = "office:value-type" in attributes, 0
        elif name == "text:s":
            self._letters += _times(attributes.get("text:c"))

    def text(self, data: str) -> None:
        """Take in text inside an element."""
        self._letters += len(data)
        self._filled = self._filled or not data.isspace()

    def end(self, name: str) -> None:
        """Take in the end of an element."""
        if name in _CELLS:
            self._column += self._cell_repeats
            if self._filled:
                self._filled_row = True
                self._width = max(self._width, self._column)
                self._cells += self._cell_repeats * self._row_repeats
                self._bytes += 4 * self._letters * self._cell_repeats * self._row_repeats
            self._filled = False
        elif name == "table:table-row":
            self._row += self._row_repeats
            if self._filled_row:
                check_size(self._row, self._width)
                if self._cells > MAX_CELLS or self._bytes > MAX_TEXT_BYTES:
                    raise TrainerError("table.too_many_cells", rows=self._row, columns=self._width)


def _times(repeated: str | None) -> int:
    return max(1, int(repeated or 1))
