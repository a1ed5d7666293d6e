"""Reads a table that somebody made elsewhere (xlsx, xls, ods, csv), and the lines of a text file.

The type of a file is decided by its contents, not by its name. Cells become text as people see them: 12.0 is
"12", a date is "2018-10-03". Values merged over several rows stand in each of them. Every row keeps its
number in the sheet; empty rows are left out and named in the warnings. Encoding and separator of text files
are guessed, with a warning when they are doubtful.
"""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import Problem, RawRow, RawTable, row_ranges
from trainer_app.domain.evaluations.question_files import FilePosition, QuestionProblem
from trainer_app.intake.archives import (
    MAX_FILE_BYTES,
    MAX_MERGED,
    MAX_QUESTION_BYTES,
    MAX_SHEETS,
    MAX_TEXT_BYTES,
    CheckedParts,
    Range,
    SheetNotes,
    check_size,
    check_workbook,
    find_workbook,
    pack_parts,
    read_parts,
)
from trainer_app.intake.encodings import decode_text
from trainer_app.intake.spreadsheets import check_opendocument, check_workbook_stream

_SEPARATORS = ("\t", ";", ",", "|")
_SAMPLE_LINES = 60


def read_text_table(data: bytes) -> tuple[list[list[str]], list[Problem]]:
    """Return the rows of a text table, empty ones too, and what was doubtful.

    Row n is the n-th record, as a spreadsheet program numbers it. Raises table.not_a_spreadsheet,
    table.text_unreadable, table.too_many_cells.
    """
    text, warnings = decode_text(data)
    separator, text = _separator(text)
    try:
        rows = _split(text, separator)
    except csv.Error:
        # A quotation mark that is never closed would swallow the rest of the file.
        rows = _split_plainly(text, separator)
        warnings.append(Problem(None, "", '"', "table.quotes"))
    check_size(len(rows), max(map(len, rows), default=0))
    return rows, warnings


def _separator(text: str) -> tuple[str, str]:
    """Return the separator and the text; a first line "sep=;", which Excel writes and hides, is taken off."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4], rest
    lines = [line for line in text.splitlines() if line.strip()][:_SAMPLE_LINES]
    return max(_SEPARATORS, key=lambda separator: _evenness(lines, separator)), text


def _evenness(lines: list[str], separator: str) -> tuple[int, int]:
    """Return how many lines have the usual number of separators, and how many that is."""
    counts = Counter(line.count(separator) for line in lines)
    counts.pop(0, None)
    if not counts:
        return 0, 0
    usual, times = counts.most_common(1)[0]
    return times, usual


def _split(text: str, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))


def _split_plainly(text: str, separator: str) -> list[list[str]]:
    return [[cell.strip('"') for cell in line.split(separator)] for line in text.splitlines()]


_TEXT_SUFFIXES = (".csv", ".txt", ".tsv", ".tab")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


def read_table(path: Path, sheet: str | None = None) -> RawTable:
    """Read the sheet with the most data, or the one named.

    Raises TrainerError: table.missing, unreadable, empty_file, too_large, not_a_spreadsheet, web_page,
    binary_workbook, password, damaged, unpacks_too_large, too_many_cells, too_many_merged, no_data,
    sheet_unknown, text_unreadable.
    """
    data = read_file(path)
    checked = _check(data, path)
    if checked is None:
        return _read_text(data, path)
    return _read_workbook(*checked, path.name, sheet)


def read_sheets(path: Path, wanted: Callable[[str], bool]) -> tuple[RawTable, ...]:
    """Read the sheets whose names are wanted, in their order, empty ones too.

    A text table is one sheet without a name, wanted or not. Raises what `read_table` raises.
    """
    data = read_file(path)
    checked = _check(data, path)
    if checked is None:
        return (_read_text(data, path),)
    fitted, notes = checked
    with _shielded(lambda: CalamineWorkbook.from_filelike(io.BytesIO(fitted))) as workbook:
        names = tuple(each.name for each in workbook.sheets_metadata)
        chosen = [name for name in names[:MAX_SHEETS] if wanted(name)]
        for name in chosen:
            _refuse_too_large(name, names, notes)
        return tuple(_read_sheet(workbook, name, names, path.name, notes) for name in chosen)


def read_every_sheet(path: Path) -> tuple[RawTable, ...]:
    """Read all sheets of a workbook, up to `MAX_SHEETS`. Raises what `read_table` raises."""
    return read_sheets(path, lambda _name: True)


def _check(data: bytes, path: Path) -> tuple[bytes, Mapping[str, SheetNotes]] | None:
    """Refuse what is dangerous or no table; return None for a text table.

    For a workbook: what the reader is to read, and notes on its sheets by name.
    """
    if data.startswith(b"PK"):
        return _check_archive(data)
    if data.startswith(_OLE):
        if _ENCRYPTED_STREAM in data:
            raise TrainerError("table.password")
        return data, check_workbook_stream(data)
    if (
        data.lstrip(b"\xef\xbb\xbf \t\r\n")[:200]
        .lower()
        .startswith((b"<html", b"<!doctype", b"<table", b"<?xml"))
    ):
        raise TrainerError("table.web_page")
    if path.suffix.lower() not in _TEXT_SUFFIXES:
        raise TrainerError("table.not_a_spreadsheet")
    return None


def _read_text(data: bytes, path: Path) -> RawTable:
    rows, warnings = read_text_table(data)
    return _table("", rows, (), path.name, warnings)


def read_file(path: Path) -> bytes:
    """Return what a file holds. Raises table.missing, unreadable, empty_file, too_large."""
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise TrainerError("table.too_large", limit=MAX_FILE_BYTES // 1_000_000)
        data = path.read_bytes()
    except FileNotFoundError as problem:
        raise TrainerError("table.missing") from problem
    except OSError as problem:
        raise TrainerError("table.unreadable") from problem
    if not data.strip():
        raise TrainerError("table.empty_file")
    return data


def _check_archive(data: bytes) -> tuple[bytes, Mapping[str, SheetNotes]]:
    """Look into a zip archive: xlsx or ods."""
    parts = read_parts(data)
    names = {name.lower() for name in parts}
    if "content.xml" in names:
        return _fitted(data, parts, check_opendocument(parts))
    workbook = find_workbook(parts)
    if workbook.endswith(".bin") or "xl/_rels/workbook.bin.rels" in names:
        raise TrainerError("table.binary_workbook")
    if not workbook.endswith("workbook.xml"):
        raise TrainerError("table.not_a_spreadsheet")
    return _fitted(data, parts, check_workbook(parts))


def _fitted(
    data: bytes, parts: Mapping[str, bytes], checked: CheckedParts
) -> tuple[bytes, Mapping[str, SheetNotes]]:
    """Return a workbook with the parts in it that were replaced."""
    packed = pack_parts({**parts, **checked.replaced}) if checked.replaced else data
    return packed, checked.sheets


def _read_workbook(data: bytes, notes: Mapping[str, SheetNotes], file: str, wanted: str | None) -> RawTable:
    with _shielded(lambda: CalamineWorkbook.from_filelike(io.BytesIO(data))) as workbook:
        metadata = workbook.sheets_metadata
        names = tuple(each.name for each in metadata)
        if wanted is not None and wanted not in names:
            raise TrainerError("table.sheet_unknown", sheet=wanted)
        visible = [each.name for each in metadata if each.visible is SheetVisibleEnum.Visible]
        hidden = [name for name in names if name not in visible]
        large = [name for name in names if (found := notes.get(name)) is not None and found.too_large]
        for group in ([wanted],) if wanted is not None else (visible, hidden):
            tables = [
                _read_sheet(workbook, name, names, file, notes)
                for name in group[:MAX_SHEETS]
                if name not in large
            ]
            filled = [table for table in tables if table.rows]
            if filled:
                return _choose(filled, group is hidden, [name for name in large if name in group])
        for name in large if wanted is None else [wanted]:
            _refuse_too_large(name, names, notes)
    raise TrainerError("table.no_data")


def _refuse_too_large(name: str, names: Sequence[str], notes: Mapping[str, SheetNotes]) -> None:
    """Raise table.too_many_cells or table.sheet_too_large for a sheet that the reader cannot get."""
    found = notes.get(name)
    if found is None or not found.too_large:
        return
    if len(names) == 1:
        raise TrainerError("table.too_many_cells", rows=found.last_row, columns=found.last_column)
    raise TrainerError("table.sheet_too_large", sheet=name, rows=found.last_row, columns=found.last_column)


def _choose(tables: Sequence[RawTable], hidden: bool, large: Sequence[str]) -> RawTable:
    """Return the table with most cells filled, and say so when there was a choice."""
    best = tables[0] if len(tables) == 1 else max(tables, key=_count_filled)
    warnings = list(best.warnings)
    if len(tables) > 1:
        others = tuple(table.sheet for table in tables if table is not best)
        warnings.insert(
            0, Problem(None, "", best.sheet, "table.sheet_chosen", {"sheet": best.sheet, "others": others})
        )
    if large:
        warnings.insert(0, Problem(None, "", large[0], "table.sheets_left", {"sheets": tuple(large)}))
    if hidden:
        warnings.insert(0, Problem(None, "", best.sheet, "table.sheet_hidden", {"sheet": best.sheet}))
    return RawTable(best.sheet, best.rows, best.sheets, tuple(warnings), best.file)


def _count_filled(table: RawTable) -> int:
    return sum(bool(cell) for row in table.rows for cell in row.cells)


def _read_sheet(
    workbook: CalamineWorkbook, name: str, names: tuple[str, ...], file: str, notes: Mapping[str, SheetNotes]
) -> RawTable:
    sheet = _shielded(lambda: workbook.get_sheet_by_name(name))
    check_size(sheet.total_height, sheet.total_width)
    cells = [
        [value if type(value) is str else _as_text(value) for value in row]
        for row in _shielded(lambda: sheet.to_python(skip_empty_area=False))
    ]
    told = notes.get(name)
    filled = _fill_merged((*(sheet.merged_cell_ranges or ()), *(told.merged_down if told else ())), cells)
    warnings = [Problem(None, "", "", "table.merged_filled", {"count": filled})] if filled else []
    return _table(name, cells, names, file, warnings + _warnings_of(told))


def _warnings_of(notes: SheetNotes | None) -> list[Problem]:
    """Say what the reader passes over in silence."""
    if notes is None:
        return []
    found = []
    for code, cells in (
        ("table.uncalculated", notes.uncalculated),
        ("table.errors", notes.errors),
        ("table.far_cells", notes.far),
    ):
        if cells:
            found.append(Problem(None, "", cells[0], code, {"count": len(cells), "cell": cells[0]}))
    hidden = sorted(number for number in notes.hidden_rows if number <= notes.last_row)
    if hidden:
        found.append(
            Problem(None, "", "", "table.hidden_rows", {"count": len(hidden), "rows": row_ranges(hidden)})
        )
    return found


def _fill_merged(ranges: Iterable[Range], cells: list[list[str]]) -> int:
    """Write a value that is merged over several rows of one column into each of them; return how many.

    Cells merged across columns are titles: they stay where they are. Raises table.too_many_merged.
    """
    filled = letters = 0
    room = len(cells) * max(map(len, cells), default=0)
    # A range told a million times is one, and ranges that overlap fill no more cells than there are.
    for (top, left), (bottom, right) in dict.fromkeys(ranges):
        if left != right or top >= len(cells) or left >= len(cells[top]) or not cells[top][left]:
            continue
        text, below = cells[top][left], range(top + 1, min(bottom + 1, len(cells)))
        filled += len(below)
        letters += len(text) * len(below)
        if filled > room or letters > MAX_TEXT_BYTES:
            raise TrainerError("table.too_many_merged", limit=MAX_MERGED)
        for row in below:
            cells[row][left] = text
    return filled


def _table(
    sheet: str,
    cells: Sequence[Sequence[str]],
    sheets: tuple[str, ...],
    file: str,
    warnings: Iterable[Problem],
) -> RawTable:
    """Make a table of rows of text: equally wide, numbered from 1, empty ones named and left out."""
    width = max(map(_width, cells), default=0)
    rows = tuple(
        RawRow(number, tuple(row[:width]) + ("",) * (width - len(row)))
        for number, row in enumerate(cells, start=1)
        if any(cell.strip() for cell in row)
    )
    between = [
        number
        for before, after in zip_longest(rows, rows[1:])
        if after is not None
        for number in range(before.number + 1, after.number)
    ]
    found = list(warnings)
    if between:
        values = {"count": len(between), "rows": row_ranges(between)}
        found.append(Problem(None, "", "", "table.empty_rows", values))
    if not rows and not sheets:
        raise TrainerError("table.no_data")
    return RawTable(sheet, rows, sheets, tuple(found), file)


def _width(row: Sequence[str]) -> int:
    """Return the number of the last cell in which anything stands."""
    return next((at for at in range(len(row), 0, -1) if row[at - 1].strip()), 0)


def _as_text(value: object) -> str:
    """Return a cell's value as people see it."""
    match value:
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case time():
            return value.isoformat("minutes")
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"
        case date():
            return value.isoformat()
    return str(value)


_NO_VALUE_MADE = "PyObject pointer is null"
"""What the reader panics with when it finds no memory for a value."""


def _shielded[Result](work: Callable[[], Result]) -> Result:
    """Run a part of the reader; whatever it dislikes becomes words for a person.

    A bug in the reader is a Rust panic, which Python gets as a BaseException of a class that cannot be
    imported: without this a damaged list would end the program.
    """
    try:
        return work()
    except PasswordError as problem:
        raise TrainerError("table.password") from problem
    except (CalamineError, ValueError, OSError) as problem:
        raise TrainerError("table.damaged") from problem
    except BaseException as problem:
        if type(problem).__name__ != "PanicException":
            raise
        if str(problem) == _NO_VALUE_MADE:
            raise MemoryError from problem
        raise TrainerError("table.damaged") from problem


def read_lines(path: Path) -> tuple[list[str], tuple[QuestionProblem, ...]]:
    """Return the lines of a file without their ends, and what is doubtful about its letters.

    Raises table.missing, unreadable, empty_file, too_large, question_file.too_large, question_file.not_text.
    """
    data = read_file(path)
    if len(data) > MAX_QUESTION_BYTES:
        raise TrainerError("question_file.too_large", limit=MAX_QUESTION_BYTES // 1_000_000)
    if _damaged(data):
        raise TrainerError("question_file.not_text")
    try:
        text, problems = decode_text(data)
    except TrainerError as problem:
        raise TrainerError("question_file.not_text") from problem
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines, tuple(QuestionProblem(FilePosition(), each.code, values=each.values) for each in problems)


def _damaged(data: bytes) -> bool:
    """Tell whether a file is UTF-8 but for some bytes: read as an old encoding it would be gibberish."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(letter > "\x7f" for letter in text) - bad
    return bool(bad) and good > bad
