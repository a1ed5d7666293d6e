"""Looks into an xls workbook before the reader does: its records name sizes that are reserved unseen.

Record types and layouts: [MS-XLS] 2.4.
"""

import struct
from collections.abc import Iterator

from trainer_app.domain.errors import TrainerError
from trainer_app.intake.archives import check_size
from trainer_app.intake.compound import workbook_stream
from trainer_app.intake.limits import MAX_TEXT_BYTES

_BOF, _EOF, _CONTINUE = 0x0809, 0x000A, 0x003C
_FILE_PASS, _BOUND_SHEET, _SHARED_STRINGS, _DIMENSIONS = 0x002F, 0x0085, 0x00FC, 0x0200
_SHARED_LABEL = 0x00FD
_CELLS = (0x0006, 0x00BD, 0x00D6, _SHARED_LABEL, 0x0203, 0x0204, 0x0205, 0x027E)
_MULTIPLE = 0x00BD
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256

Record = tuple[int, bytes]


def check_workbook_stream(data: bytes) -> None:
    """Check an xls file. Raises table.password, damaged, not_a_spreadsheet, too_many_cells."""
    stream = workbook_stream(data)
    try:
        _check(stream)
    except (struct.error, IndexError) as problem:
        raise TrainerError("table.damaged") from problem


def _check(stream: bytes) -> None:
    sheets: list[int] = []
    longest = 0
    shared: list[bytes] = []
    for kind, body in _records(stream, 0):
        if kind == _FILE_PASS:
            raise TrainerError("table.password")
        if kind == _BOUND_SHEET:
            sheets.append(struct.unpack_from("<I", body)[0])
        elif kind == _SHARED_STRINGS:
            shared = [body]
        elif kind == _CONTINUE and shared:
            shared.append(body)
        elif shared:
            longest, shared = max(longest, _longest_string(shared)), []
        if kind == _EOF:
            break
    for start in sheets:
        _check_sheet(stream, start, longest)


def _check_sheet(stream: bytes, start: int, longest: int) -> None:
    """Check one sheet: its announced rectangle, the one its cells span, its texts."""
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
        elif kind in _CELLS:
            row, column = struct.unpack_from("<HH", body)
            if kind == _MULTIPLE:
                column = struct.unpack_from("<H", body, len(body) - 2)[0]
            last_row, last_column = max(last_row, row + 1), max(last_column, column + 1)
            labels += kind == _SHARED_LABEL
    check_size(last_row, last_column)
    if labels * longest * 2 > MAX_TEXT_BYTES:
        raise TrainerError("table.too_many_cells", rows=last_row, columns=last_column)


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
