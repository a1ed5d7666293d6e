"""Tables as files for spreadsheets: CSV and xlsx.

A CSV cell that a spreadsheet would take for a formula gets an apostrophe before it, and so does every part of
a cell that becomes one where lists are separated by other signs (";" in Russia and Tajikistan); in xlsx every
text is stored as text, so nothing typed is ever run. Numbers that this program counted stay numbers, with the
format of their unit; the only formulas are the sums of totals, which this program writes itself.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

import xlsxwriter
from msgspec import Struct
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex


class Typed(Struct, frozen=True):
    """A number that a workbook shows in a format ("0.0%"), or as the sum of the column above it.

    `added`: the cell holds the formula, with this value as its result. Other files have the plain value.
    """

    value: int | Fraction
    form: str = "General"
    added: bool = False


Value = str | int | Fraction | date | Typed | None
"""A cell: text, a number, a day, or nothing."""

PERCENT_FORM, POINTS_FORM, GAIN_FORM = "0.0", "+0.0;-0.0;0.0", "0.00"
"""How a workbook shows per cent whose head says so, changes in points, and gains: as a screen does."""

_OPENING = regex(r'(^[\s,;|"]*+|[\s,;|"]++)([=+\-@＝＋－＠]?)')
"""What may end a cell or a line for some spreadsheet, and the sign after it that would begin a formula.

Full-width signs count as well. Whole runs are taken at once: a long one costs no more than its length.
"""
_BLANKS, _LOST = " \u00a0", ("\t", "\r", "\n")
"""What ends no cell, and what a spreadsheet may drop from the start of one."""

_DAY = "dd.mm.yyyy"
_MOST_ROWS, _LONGEST = 1_048_576, 32_767
"""What one sheet and one cell of a workbook can hold."""


class Table(Struct, frozen=True):
    """A table for a file: a name, heads, rows, and how wide each column is (characters).

    `total` stands below them, outside what can be filtered, and `notes` below that. `chart` draws the numbers
    of a column (counted from 0) by the texts of the first one.
    """

    name: str
    heads: tuple[str, ...]
    rows: Iterable[Sequence[Value]]
    widths: tuple[int, ...]
    total: Sequence[Value] = ()
    notes: Sequence[str] = ()
    chart: int | None = None


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
    if isinstance(value, Typed):
        value = value.value
    if isinstance(value, date):
        return value.isoformat()
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


_A4 = 9


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
        # Printed, a table stands across A4 with its head on every page, not in strips of columns.
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        for column, text in enumerate(table.heads):
            sheet.write_string(0, column, text, head)
        formats = _Formats(book)
        count = _write_rows(sheet, table, formats)
        sheet.autofilter(0, 0, count, len(table.heads) - 1)
        _write_foot(sheet, table, count, formats)
        if table.chart is not None and count:
            _draw_chart(book, sheet, table, count)
    book.close()
    return buffer.getvalue()


class _Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Any] = {}

    def of(self, form: str, *, bold: bool = False) -> Any:
        """Return a format for numbers."""
        if (form, bold) not in self._made:
            self._made[form, bold] = self._book.add_format({"num_format": form, "bold": bold})
        return self._made[form, bold]


def _write_foot(sheet: Worksheet, table: Table, count: int, formats: _Formats) -> None:
    """Write the total, which no filter hides, and the notes below it."""
    at = count + 1
    for column, value in enumerate(table.total):
        _write_cell(sheet, (at, column), value, formats, bold=True)
    at += 2 if table.total else 1
    for note in table.notes:
        sheet.write_string(at, 0, note)
        at += 1


def _write_cell(
    sheet: Worksheet, place: tuple[int, int], value: Value, formats: _Formats, *, bold: bool = False
) -> None:
    row, column = place
    match value:
        case None:
            return
        case str():
            if len(value) > _LONGEST:
                raise TrainerError("documents.cell_too_long", row=row, length=len(value))
            sheet.write_string(row, column, value, formats.of("General", bold=True) if bold else None)
        case Typed(added=True) if row > 1:
            letter = xl_col_to_name(column)
            form = formats.of(value.form, bold=bold)
            sheet.write_formula(row, column, f"=SUM({letter}2:{letter}{row})", form, float(value.value))
        case Typed():
            sheet.write_number(row, column, float(value.value), formats.of(value.form, bold=bold))
        case date():
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), formats.of(_DAY))
        case Fraction():
            sheet.write_number(row, column, float(value))
        case _:
            sheet.write_number(row, column, value)


def _draw_chart(book: xlsxwriter.Workbook, sheet: Worksheet, table: Table, count: int) -> None:
    """Put a chart of a column beside a table; it follows the cells."""
    column = table.chart or 0
    chart = book.add_chart({"type": "column"})
    name = sheet.get_name()
    chart.add_series(
        {
            "name": [name, 0, column],
            "categories": [name, 1, 0, count, 0],
            "values": [name, 1, column, count, column],
            "data_labels": {"value": True},
        }
    )
    chart.set_title({"name": table.heads[column]})
    chart.set_legend({"none": True})
    sheet.insert_chart(1, len(table.heads) + 1, chart)


def _write_rows(sheet: Worksheet, table: Table, formats: _Formats) -> int:
    """Write the rows of a table; return how many there were."""
    number = 0
    for number, row in enumerate(table.rows, start=1):
        if number >= _MOST_ROWS:
            raise TrainerError("documents.too_many_rows", rows=number)
        for column, value in enumerate(row):
            _write_cell(sheet, (number, column), value, formats)
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
