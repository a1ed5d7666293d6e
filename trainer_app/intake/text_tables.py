"""Reads csv and its relatives: encoding and separator are found out, and said when they are doubtful."""

import csv
import io
from collections import Counter

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.tables import Problem
from trainer_app.intake.archives import check_size

_SEPARATORS = ("\t", ";", ",", "|")
_SAMPLE_LINES = 60
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = frozenset(map(chr, range(32))) - frozenset("\t\r\n\x0b\x0c") | {"\x7f"}


def read_text_table(data: bytes) -> tuple[list[list[str]], list[Problem]]:
    """Return the rows of a text table, empty ones too, and what was doubtful.

    Row n is the n-th record, as a spreadsheet program numbers it. Raises table.not_a_spreadsheet,
    table.text_unreadable, table.too_many_cells.
    """
    text, warnings = decode(data)
    separator, text = _separator(text)
    try:
        rows = _split(text, separator)
    except csv.Error:
        # A quotation mark that is never closed would swallow the rest of the file.
        rows = _split_plainly(text, separator)
        warnings.append(Problem(None, "", '"', "table.quotes"))
    check_size(len(rows), max(map(len, rows), default=0))
    return rows, warnings


def decode(data: bytes) -> tuple[str, list[Problem]]:
    """Return a file's text and what is doubtful about its letters.

    Raises table.not_a_spreadsheet, table.text_unreadable.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(_decoded(data, encoding)), []
    if b"\x00" in data[:4000]:
        little = b"\x00" in data[1:4000:2]
        return _checked(_decoded(data, "utf-16-le" if little else "utf-16-be")), []
    try:
        return _checked(data.decode("utf-8")), []
    except UnicodeDecodeError:
        # Code page 1251 has no Tajik letters: question marks may stand for them.
        return _checked(_decoded(data, "cp1251")), [Problem(None, "", "", "table.cp1251")]


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise TrainerError("table.text_unreadable") from problem


def _checked(text: str) -> str:
    if not _CONTROL.isdisjoint(text):
        raise TrainerError("table.not_a_spreadsheet")
    return text


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
