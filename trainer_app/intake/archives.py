"""Limits of foreign files, and checks of xlsx and ods archives before the reader opens them.

A list of participants has some hundred rows; the limits leave room for every honest file and keep a
hostile one from filling the memory of a laptop with 4 GB.

The reader reserves memory for the whole rectangle from the first cell to the last, and copies shared texts
into every cell that names them; cells and rows of an ods file say how often they repeat. A file of a few
kilobytes can so ask for terabytes. Here every part is unpacked within a limit (which also proves the sizes
that the archive states, by its checksums) and its cells are counted by a parser that keeps nothing. On the
way it notes what the reader ignores: formulas that were never calculated, error values, hidden rows.

One cell that somebody touched far from a list, or another sheet, spoils no list: far cells are cut out before
the reader sees them, and a sheet that is too large is an empty one to it. Both are told (`SheetNotes`).
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from xml.parsers import expat

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import column_letter
from trainer_app.domain.base.patterns import regex

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


_SHARED_TEXT = regex(rb"<(?:[\w.-]+:)?si[\s>/]")
# A cell with a formula and without a value, as programs write it that cannot calculate. It begins at "<",
# which no repeat passes, and no repeat gives anything back: a part is gone through once, whatever is in it.
_UNCALCULATED = regex(
    rb"<(?:\w++:)?c\s([^<>]*+)>\s*+<(?:\w++:)?f\b[^<>]*+(?:(?<=/)>|>[^<]*+</(?:\w++:)?f>)\s*+"
    rb"(?:<(?:\w++:)?v\s*+/>|<(?:\w++:)?v>\s*+</(?:\w++:)?v>)?+\s*+</(?:\w++:)?c>"
)
_PLACE = regex(rb'\br="([A-Z]{1,3}\d{1,7})"')
_REFERENCE = regex(rb'<c r="([A-Z]{1,3})([0-9]{1,9})"')
_DIGITS, _LETTERS = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$"


Range = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell of a range, as (row, column) from 0."""


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
    far: list[str] = field(default_factory=list)
    """Cells far from all others, which were cut out."""
    too_large: bool = False
    """The sheet was replaced by an empty one; `last_row` and `last_column` are what it had."""
    merged_down: list[Range] = field(default_factory=list)
    """Ranges of which the reader does not tell."""


@dataclass
class CheckedParts:
    """Notes on the sheets of a workbook by name, and the parts that the reader must get in another shape."""

    sheets: dict[str, SheetNotes] = field(default_factory=dict)
    replaced: dict[str, bytes] = field(default_factory=dict)


def pack_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return parts as an archive, for a reader that stands beside."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return packed.getvalue()


FAR_ROWS, FAR_COLUMNS = 500, 60
"""Empty rows and columns behind which a cell is far from a list."""
_FEW_FAR, _MOST_FAR = 3, 100
_MOST_LOOKED_AT = 200_000
"""Cells of a sheet that is searched for far ones: one with more is no list that somebody touched."""
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


def find_far(places: Sequence[tuple[int, int]]) -> set[int]:
    """Return which of some cells (row, column) lie far from the others; none where they are many."""
    rows = _before_gap((row for row, _ in places), FAR_ROWS)
    columns = _before_gap((column for row, column in places if row <= rows), FAR_COLUMNS)
    far = {at for at, (row, column) in enumerate(places) if row > rows or column > columns}
    near = len(places) - len(far)
    return far if len(far) <= min(near, _MOST_FAR, max(_FEW_FAR, near // 10)) else set()


def _before_gap(numbers: Iterable[int], gap: int) -> int:
    """Return the last of some numbers before the first gap between them."""
    found = sorted(set(numbers))
    return next((left for left, right in pairwise(found) if right - left > gap), found[-1] if found else 0)


def cut_out(part: bytes, ranges: Iterable[tuple[int, int]]) -> bytes:
    """Return a part without some ranges of its bytes."""
    kept, done = [], 0
    for start, end in sorted(ranges):
        kept.append(part[done:start])
        done = max(done, end)
    return b"".join((*kept, part[done:]))


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


def find_workbook(parts: Mapping[str, bytes]) -> str:
    """Return where the workbook of an xlsx file lies, in small letters; empty where there is none.

    Most lie in xl/workbook.xml. By the rules it lies where the archive's first relations say.
    """
    lowered = _lowered(parts)
    for attributes in _attributes_of(lowered.get("_rels/.rels", b""), "Relationship"):
        if attributes.get("Type", "").lower().endswith("/officedocument"):
            path = _path("", attributes.get("Target", ""))
            if path in lowered:
                return path
    return next((path for path in ("xl/workbook.xml", "xl/workbook.bin") if path in lowered), "")


def _lowered(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    return {_path("", name): part for name, part in parts.items()}


def _path(folder: str, target: str) -> str:
    """Return where a part lies that is named from a folder of the archive, in small letters."""
    plain = target.replace("\\", "/")
    joined = plain if plain.startswith("/") else posixpath.join(folder, plain)
    return posixpath.normpath(joined).lstrip("/").lower()


def check_workbook(parts: Mapping[str, bytes]) -> CheckedParts:
    """Check the parts of an xlsx file. Raises table.damaged, table.too_many_merged."""
    longest = max((_longest_shared_text(part) for part in parts.values()), default=0)
    notes: dict[str, SheetNotes] = {}
    checked = CheckedParts()
    sheets = _sheet_files(parts)
    for name, part in parts.items():
        is_sheet = _path("", name).rpartition("/")[2] in sheets
        # Settings of printers and macros are no XML: they may lie there, as long as no sheet names them.
        if (is_sheet or _looks_like_xml(part)) and (b"<c" in part or b":c" in part or b"\x00" in part[:200]):
            found, fitted = _fit(part, longest)
            notes[_path("", name)] = found
            if fitted is not None:
                checked.replaced[name] = fitted
    checked.sheets = {sheet: notes[part] for sheet, part in _sheet_parts(parts).items() if part in notes}
    return checked


_EMPTY_SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
)


def _fit(part: bytes, longest: int) -> tuple[SheetNotes, bytes | None]:
    """Measure a worksheet; return what the reader gets in its place where it is too large as it is."""
    notes = _measure_sheet(part)
    if notes.merged > MAX_MERGED:
        raise TrainerError("table.too_many_merged", limit=MAX_MERGED)
    if _fits(notes, longest):
        return notes, None
    cut, far = _without_far_cells(part)
    if far:
        less = _measure_exactly(cut)
        if _fits(less, longest):
            less.far = far
            return less, cut
    notes.too_large = True
    return notes, _EMPTY_SHEET


def _fits(notes: SheetNotes, longest: int) -> bool:
    return is_small_enough(notes.last_row, notes.last_column) and notes.cells * longest <= MAX_TEXT_BYTES


def _without_far_cells(part: bytes) -> tuple[bytes, list[str]]:
    """Return a worksheet without its cells that lie far from the others, and where those were."""
    if b"\x00" in part or part.count(b"<c") > _MOST_LOOKED_AT:
        return part, []
    finder = _CellFinder(part)
    far = sorted(find_far([place for place, _, _ in finder.filled])) if finder.sure else []
    cells = [finder.filled[at] for at in far]
    names = [f"{column_letter(column - 1)}{row}" for (row, column), _, _ in cells]
    return cut_out(part, [(start, end) for _, start, end in cells]), names


class _CellFinder:
    """Finds where the filled cells of a worksheet stand in its bytes: (row, column) from 1, start, end."""

    def __init__(self, part: bytes) -> None:
        self.filled: list[tuple[tuple[int, int], int, int]] = []
        self.sure = True
        """Every cell says where it stands, and none stands where no sheet has cells."""
        self._part = part
        self._start, self._place = 0, ""
        self._is_filled = False
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._begin, self._finish
        parse(part, self._parser)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "c":
            self._start, self._place = self._parser.CurrentByteIndex, attributes.get("r", "")
            self._is_filled = False
        elif local in ("v", "is"):
            self._is_filled = True

    def _finish(self, name: str) -> None:
        if name.rpartition(":")[2] != "c":
            return
        letters = self._place.rstrip(_DIGITS)
        digits = self._place[len(letters) :]
        column = _column_number(letters) if letters.isalpha() and len(letters) < 4 else _LAST_COLUMN + 1
        row = int(digits) if 0 < len(digits) < 8 and digits.isdecimal() else _LAST_ROW + 1
        if row > _LAST_ROW or column > _LAST_COLUMN:
            self.sure = False
        elif self._is_filled:
            end = self._part.index(b">", self._parser.CurrentByteIndex) + 1
            self.filled.append(((row, column), self._start, end))


def is_small_enough(rows: int, columns: int) -> bool:
    """Tell whether the rectangle of a table is small enough to be read."""
    return rows <= MAX_ROWS and columns <= MAX_COLUMNS and rows * columns <= MAX_CELLS


def check_size(rows: int, columns: int) -> None:
    """Refuse a table whose rectangle is too large. Raises table.too_many_cells."""
    if not is_small_enough(rows, columns):
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
    lowered = _lowered(parts)
    found = set[str]()
    # A reader may pass over what the relations say and look where most workbooks lie.
    for workbook in (find_workbook(parts), "xl/workbook.xml"):
        keys = {
            value
            for attributes in _attributes_of(lowered.get(workbook, b""), "sheet")
            for name, value in attributes.items()
            if name.rpartition(":")[2].lower() == "id"
        }
        found |= {
            _path("", attributes.get("Target", "")).rpartition("/")[2]
            for attributes in _attributes_of(lowered.get(_relations(workbook), b""), "Relationship")
            if attributes.get("Id") in keys
        }
    return found


def _relations(workbook: str) -> str:
    """Return where the relations of a part lie."""
    folder, name = posixpath.split(workbook)
    return posixpath.join(folder, "_rels", f"{name}.rels")


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
    lowered = _lowered(parts)
    workbook = find_workbook(parts)
    targets = {
        attributes.get("Id", ""): attributes.get("Target", "")
        for attributes in _attributes_of(lowered.get(_relations(workbook), b""), "Relationship")
    }
    found = {}
    for attributes in _attributes_of(lowered.get(workbook, b""), "sheet"):
        keys = [value for name, value in attributes.items() if name.rpartition(":")[2] == "id"]
        target = targets.get(keys[0], "") if keys else ""
        found[attributes.get("name", "")] = _path(posixpath.dirname(workbook), target)
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
