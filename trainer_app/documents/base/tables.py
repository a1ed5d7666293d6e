"""Tables as files for spreadsheets: CSV and xlsx.

A CSV cell that a spreadsheet would take for a formula gets an apostrophe before it, and so does every part of
a cell that becomes one where lists are separated by other signs (";" in Russia and Tajikistan); in xlsx every
text is stored as text, so nothing typed is ever run. Numbers that this program counted stay numbers.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from fractions import Fraction

import xlsxwriter
from msgspec import Struct
from xlsxwriter.worksheet import Worksheet

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex

Value = str | int | Fraction | None
"""A cell: text, a number, or nothing."""

_OPENING = regex(r'(^[\s,;|"]*+|[\s,;|"]++)([=+\-@＝＋－＠]?)')
"""What may end a cell or a line for some spreadsheet, and the sign after it that would begin a formula.

Full-width signs count as well. Whole runs are taken at once: a long one costs no more than its length.
"""
_BLANKS, _LOST = " \u00a0", ("\t", "\r", "\n")
"""What ends no cell, and what a spreadsheet may drop from the start of one."""

_MOST_ROWS, _LONGEST = 1_048_576, 32_767
"""What one sheet and one cell of a workbook can hold."""


class Table(Struct, frozen=True):
    """A table for a file: a name, heads, rows, and how wide each column is (characters)."""

    name: str
    heads: tuple[str, ...]
    rows: Iterable[Sequence[Value]]
    widths: tuple[int, ...]


def write_csv(heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Return rows as CSV: commas, CRLF, UTF-8 with a mark so that spreadsheets read Tajik letters."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(map(neutral, heads))
    writer.writerows([neutral(value) for value in row] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def neutral(value: Value) -> str | int:
    """Return a cell of a CSV file: texts that look like formulas are marked as text, numbers stay."""
    if value is None:
        return ""
    if isinstance(value, Fraction):
        return f"{float(value):.4f}".rstrip("0").rstrip(".")
    if not isinstance(value, str):
        return value
    marked = _OPENING.sub(_mark, value)
    return f"'{marked}" if marked.startswith(_LOST) else marked


def _mark(found: re.Match[str]) -> str:
    """Put an apostrophe before a sign that may stand first in a cell; not between blanks of a text."""
    run, sign = found.groups()
    first = sign and (found.start() == 0 or run.strip(_BLANKS))
    return f"{run}'{sign}" if first else found[0]


def write_xlsx(tables: Sequence[Table], title: str) -> bytes:
    """Return a workbook with a sheet for each table.

    It is built in memory (about 7 kB a row): the library's other way keeps names in the clear in a
    temporary file. Raises `documents.cell_too_long` or `documents.too_many_rows`; nothing is left out.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": title, "created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    head = book.add_format({"bold": True, "bg_color": "#E9EDF2", "text_wrap": True, "valign": "top"})
    names: set[str] = set()
    for table in tables:
        sheet = book.add_worksheet(_sheet_name(table.name, names))
        for column, width in enumerate(table.widths):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        for column, text in enumerate(table.heads):
            sheet.write_string(0, column, text, head)
        count = _write_rows(sheet, table)
        sheet.autofilter(0, 0, count, len(table.heads) - 1)
    book.close()
    return buffer.getvalue()


def _write_rows(sheet: Worksheet, table: Table) -> int:
    """Write the rows of a table; return how many there were."""
    number = 0
    for number, row in enumerate(table.rows, start=1):
        if number >= _MOST_ROWS:
            raise TrainerError("documents.too_many_rows", rows=number)
        for column, value in enumerate(row):
            if isinstance(value, str):
                if len(value) > _LONGEST:
                    raise TrainerError("documents.cell_too_long", row=number, length=len(value))
                sheet.write_string(number, column, value)
            elif value is not None:
                sheet.write_number(number, column, float(value) if isinstance(value, Fraction) else value)
    return number


def _sheet_name(wanted: str, taken: set[str]) -> str:
    """Return a name that a sheet may have: 31 characters, none of those forbidden, not used before."""
    name = re.sub(r"[\[\]:*?/\\]", " ", wanted).strip("' ")[:31] or "1"
    number = 2
    unique = name
    while unique.lower() in taken:
        unique = f"{name[:27]} {number}"
        number += 1
    taken.add(unique.lower())
    return unique
