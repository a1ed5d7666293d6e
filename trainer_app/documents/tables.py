"""Reports as files for spreadsheets: CSV and xlsx.

A CSV cell that a spreadsheet would take for a formula gets an apostrophe before it; in xlsx every text
is stored as text, so nothing typed is ever run. Numbers that this program counted stay numbers.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from functools import partial
from itertools import chain

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from trainer_app.documents.report import Say, figure_name, line_name, result_text, split_name
from trainer_app.documents.wording import say_plainly, word
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.ranks import rank_name
from trainer_app.domain.reports import Figure, Report, ReportRow, Unit

Value = str | int | Fraction | None
"""A cell: text, a number, or nothing."""

_FORMULA = re.compile(r"^[=+\-@\t\r\n＝＋－＠]")
"""What spreadsheets take for the start of a formula; the full-width forms as well."""

_MOST_ROWS, _LONGEST = 1_048_576, 32_767
"""What one sheet and one cell of a workbook can hold."""

_DIVISOR = {Unit.COUNT: 1, Unit.MINUTES: 60, Unit.HALF_DAYS: 2, Unit.PERCENT: 100, Unit.GAIN: 10_000}


@dataclass(frozen=True)
class Table:
    """A table for a file: a name, heads, rows, and how wide each column is (characters)."""

    name: str
    heads: tuple[str, ...]
    rows: Iterable[Sequence[Value]]
    widths: tuple[int, ...]


def report_csv(report: Report, language: str, say: Say | None = None) -> bytes:
    """Return all figures, one a line, as CSV in UTF-8 with its mark.

    `split` and `line` are empty for the report's own figures; `rows` are the keys of what was counted. At the
    end stand the notes, with "note" as `split`, their code, their words in the place of the figure's name.
    """
    speak = say or partial(say_plainly, language=language)
    heads = ("split", "line", "code", "figure", "value", "unit", "exclusions", "rows")
    # As wide as the rest and without a blank line: who takes lines by the split's name reads on as before.
    notes = (("note", "", note.code, speak(note), None, "", "", "") for note in report.notes)
    return write_csv(heads, chain(_figure_lines(report, language, speak), notes))


def persons_csv(report: Report, language: str) -> bytes:
    """Return the list of participations as CSV."""
    table = _persons(report, language)
    return write_csv(table.heads, table.rows)


def report_xlsx(report: Report, language: str, say: Say | None = None) -> bytes:
    """Return a workbook: a sheet of figures, one of notes, one for each split, one of participations."""
    speak = say or partial(say_plainly, language=language)
    tables = [_figures(report, language, speak)]
    if report.notes:
        heading = word("report.notes", language)
        tables.append(Table(heading, (heading,), [[speak(note)] for note in report.notes], (150,)))
    tables += [_split(report, index, language, speak) for index in range(len(report.splits))]
    if report.persons:
        tables.append(_persons(report, language))
    return write_xlsx(tables, report.title.best(language))


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
    if isinstance(value, str) and _FORMULA.match(value):
        return f"'{value}"
    return value


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


def _number(figure: Figure) -> Value:
    """Return a figure's value in the unit it is read in: hours, days, per cent."""
    if figure.value is None:
        return None
    exact = Fraction(figure.value) / _DIVISOR[figure.unit]
    return exact.numerator if exact.denominator == 1 else exact


def _figure_lines(report: Report, language: str, speak: Say) -> Iterable[Sequence[Value]]:
    """Yield one line for each figure of the report and of each line of each split."""
    groups = [("", "", report.figures)]
    for split in report.splits:
        groups += [(split.by, line.name, line.figures) for line in split.lines]
    for by, name, figures in groups:
        for figure in figures:
            left_out = "; ".join(map(speak, figure.exclusions))
            described = (figure.code, figure_name(figure.code, language, speak), _number(figure))
            unit = _UNITS[figure.unit]
            yield (by, name, *described, unit, left_out, " ".join(figure.rows))


_UNITS = {
    Unit.COUNT: "",
    Unit.MINUTES: "hours",
    Unit.HALF_DAYS: "days",
    Unit.PERCENT: "%",
    Unit.GAIN: "gain",
}


def _figures(report: Report, language: str, speak: Say) -> Table:
    rows = [
        (figure_name(figure.code, language, speak), _number(figure), "; ".join(map(speak, figure.exclusions)))
        for figure in report.figures
    ]
    heads = tuple(word(f"report.{code}", language) for code in ("figure", "value", "exclusions"))
    return Table(word("report.figures", language), heads, rows, (44, 12, 60))


def _split(report: Report, index: int, language: str, speak: Say) -> Table:
    split = report.splits[index]
    model = split.total or (split.lines[0].figures if split.lines else ())
    codes = [figure.code for figure in model]
    name = split_name(split, language, speak)
    rows: list[list[Value]] = [
        [line_name(split, line.name, language, speak), *_numbers(line.figures, codes)] for line in split.lines
    ]
    if split.total:
        rows.append([word("report.total", language), *_numbers(split.total, codes)])
    if split.note:
        rows.append([speak(split.note)])
    heads = (name, *(figure_name(code, language, speak) for code in codes))
    return Table(name, heads, rows, (30, *(14 for _ in codes)))


def _numbers(figures: Sequence[Figure], codes: Sequence[str]) -> list[Value]:
    by_code = {figure.code: figure for figure in figures}
    return [_number(by_code[code]) if code in by_code else None for code in codes]


def _persons(report: Report, language: str) -> Table:
    codes = ("number", "name", "sex", "rank", "unit", "course", "hours", "share", "pre", "post", "result")
    rows = (_person(number, row, language) for number, row in enumerate(report.persons, start=1))
    heads = tuple(word(f"column.{code}", language) for code in codes)
    return Table(word("report.persons", language), heads, rows, (6, 38, 10, 22, 30, 14, 9, 9, 9, 9, 24))


def _person(number: int, row: ReportRow, language: str) -> list[Value]:
    shares = [_number(Figure("", value, Unit.PERCENT)) for value in (row.share, row.pre, row.post)]
    hours = _number(Figure("", row.minutes, Unit.MINUTES))
    sex = word(f"sex.{row.sex.value}", language)
    texts = [row.name, sex, rank_name(row.rank, language), row.unit, row.course]
    return [number, *texts, hours, *shares, result_text(row, language)]
