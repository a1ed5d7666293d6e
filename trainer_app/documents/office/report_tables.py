"""A report as files for spreadsheets and programs: tidy CSV, and a workbook that can be audited."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import chain

from trainer_app.documents.base.tables import (
    GAIN_FORM,
    PERCENT_FORM,
    POINTS_FORM,
    Table,
    Typed,
    Value,
    write_csv,
    write_xlsx,
)
from trainer_app.documents.office.report_words import (
    Say,
    basis_name,
    chart_title,
    figure_name,
    line_name,
    result_text,
    split_name,
)
from trainer_app.domain.base.texts import word
from trainer_app.domain.courses.ranks import rank_name
from trainer_app.domain.office.counting import split_in, table_in
from trainer_app.domain.office.reports import (
    CrossLine,
    CrossTable,
    Figure,
    Report,
    ReportRow,
    Split,
    SplitLine,
    Unit,
)

_HEADS = ("split", "part", "column_split", "column_part", "figure", "value", "unit", "n", "name", "remarks")


def report_csv(report: Report, language: str, speak: Say) -> bytes:
    """Return all figures, one a line, as CSV in UTF-8 with its mark.

    A line is one figure of one part: `split` and `part` are empty for the report's own figures, the columns
    after them for what is not crossed with anything. `n` is of how many a mean or a share is. At the end
    stand the notes, with "note" as `split`, their code, their words in the place of the figure's name.
    """
    # As wide as the rest and without a blank line: who takes lines by the split's name reads on as before.
    notes = (("note", "", "", "", note.code, None, "", None, speak(note), "") for note in (*report.told,))
    return write_csv(_HEADS, chain(_figure_lines(report, language, speak), notes))


def report_xlsx(report: Report, language: str, speak: Say) -> bytes:
    """Return a workbook: figures, what it is of, notes, the table, each split; with names, participations."""
    tables = [_figure_table(report, language, speak), _about_table(report, language, speak)]
    notes = [speak(note) for note in report.told]
    if report.listed:
        notes.insert(0, word("report.with_names", language))
    if notes:
        heading = word("report.notes", language)
        tables.append(Table(heading, (heading,), [[note] for note in notes], (150,)))
    if report.targets:
        tables.append(_target_table(report, language, speak))
    if report.table is not None:
        tables += _crossed(report.table, language, speak)
    tables += [_split_table(split, language, speak) for split in report.splits]
    tables += [_chart_table(table, language, speak) for table in report.charts]
    if report.listed:
        tables.append(_persons_table(report, language))
    return write_xlsx(tables, report.title.best(language))


_FORMS = {
    Unit.COUNT: "#,##0",
    Unit.MINUTES: "#,##0.00",
    Unit.HALF_DAYS: "#,##0.0",
    Unit.PERCENT: "0.0%",
    Unit.POINTS: POINTS_FORM,
    Unit.GAIN: GAIN_FORM,
}
"""How a workbook shows each unit."""


def _typed(figure: Figure) -> Typed | None:
    """Return a figure's value as a workbook has it: a share is a share of 1, shown in per cent."""
    if figure.shown is None:
        return None
    value = figure.shown / 100 if figure.unit is Unit.PERCENT else figure.shown
    return Typed(value, _FORMS[figure.unit])


def read_value(figure: Figure) -> Typed | None:
    """Return a figure's value in the unit it is read in, per cent as per cent, with the screen's decimals."""
    if figure.shown is None:
        return None
    return Typed(figure.shown, PERCENT_FORM if figure.unit is Unit.PERCENT else _FORMS[figure.unit])


def _number(figure: Figure) -> Value:
    """Return a figure's value in the unit it is read in: hours, days, per cent."""
    exact = figure.shown
    return exact if exact is None or exact.denominator > 1 else exact.numerator


type _Part = tuple[tuple[str, str, str, str], Sequence[Figure]]
"""The figures of a line of a split or of a cell, with what the four columns say of their place."""


def _figure_lines(report: Report, language: str, speak: Say) -> Iterable[Sequence[Value]]:
    """Yield one line for each figure of the report, of each line of each split, of each cell of the table."""
    groups: list[_Part] = [(("", "", "", ""), report.figures)]
    for split in report.splits:
        groups += [((split.by, line.name, "", ""), line.figures) for line in split.lines]
    if report.table is not None:
        groups += _cells(report.table)
    for place, figures in groups:
        for figure in figures:
            left_out = "; ".join(map(speak, figure.remarks))
            name = figure_name(figure.code, language, speak)
            yield (*place, figure.code, _number(figure), _UNITS[figure.unit], figure.n, name, left_out)


def _cells(table: CrossTable) -> list[_Part]:
    """Return the cells of a table with their places; totals are the lines of the splits they are."""
    found: list[_Part] = []
    for line in table.lines:
        for name, part in zip(table.columns_named, line.parts, strict=False):
            found.append(((table.rows, line.name, table.columns, name), part))
        found.append(((table.rows, line.name, "", ""), line.parts[-1]))
    for name, part in zip(table.columns_named, table.total.parts, strict=False):
        found.append((("", "", table.columns, name), part))
    return found


_UNITS = {
    Unit.COUNT: "count",
    Unit.MINUTES: "hours",
    Unit.HALF_DAYS: "days",
    Unit.PERCENT: "percent",
    Unit.POINTS: "points",
    Unit.GAIN: "gain",
}


def _figure_table(report: Report, language: str, speak: Say) -> Table:
    rows: list[Sequence[Value]] = [
        (
            figure_name(figure.code, language, speak),
            _typed(figure),
            figure.n,
            "; ".join(map(speak, figure.remarks)),
        )
        for figure in report.figures
    ]
    named = [word(f"report.{code}", language) for code in ("figure", "value", "exclusions")]
    heads = (*named[:2], "n", named[2])
    return Table(word("report.figures", language), heads, rows, (44, 12, 8, 60))


def _about_table(report: Report, language: str, speak: Say) -> Table:
    """Say what the workbook is of: scope, period, office, day, version, basis."""
    rows: list[tuple[str, Value]] = [(word("report.about.title", language), report.title.best(language))]
    rows += [(word("report.about.scope", language), speak(label)) for label in report.scope.labels]
    rows += [
        (word("report.about.first", language), report.first),
        (word("report.about.last", language), report.last),
        (word("report.about.courses", language), len(report.courses)),
        (word("report.about.basis", language), basis_name(report.basis, language)),
        (word("report.about.office", language), report.about.office.best(language)),
        (word("report.about.made_on", language), report.made_on),
        (word("report.about.version", language), report.about.version),
    ]
    heads = (word("report.about.what", language), word("report.value", language))
    return Table(word("report.about.sheet", language), heads, rows, (34, 80))


def _target_table(report: Report, language: str, speak: Say) -> Table:
    rows: list[Sequence[Value]] = [
        (
            each.project,
            figure_name(each.code, language, speak),
            each.planned,
            each.reached,
            Typed(Fraction(each.reached, each.planned), "0%") if each.planned else None,
        )
        for each in report.targets
    ]
    codes = ("project", "figure", "planned", "reached", "share")
    heads = tuple(word(f"report.target.{code}", language) for code in codes)
    return Table(word("report.targets", language), heads, rows, (16, 44, 12, 12, 12))


def _crossed(table: CrossTable, language: str, speak: Say) -> list[Table]:
    """Return the sheets of a table: one for each figure where there are columns, else one with all."""
    table = table_in(table, language)
    if not table.columns_named:
        lines = tuple(SplitLine(line.name, line.parts[-1]) for line in table.lines)
        split = Split(table.rows or "total", lines, table.total.parts[-1])
        name = word("report.table", language)
        return [_sheet(name, split, language, speak, [speak(note) for note in table.notes])]
    return [_crossed_figure(table, at, language, speak) for at in range(len(table.codes))]


def _crossed_figure(table: CrossTable, at: int, language: str, speak: Say) -> Table:
    """Return the sheet of one figure; where it has an n, each part has one more column for it."""
    total, split = word("report.total", language), Split(table.columns, ())
    counted = any(part[at].n is not None for line in table.all_lines for part in line.parts)
    heads = [split_name(Split(table.rows, ()), language, speak)]
    for name in (*(line_name(split, each, language, speak) for each in table.columns_named), total):
        heads += [name, *(["n"] if counted else [])]

    def cells(line: CrossLine, values: Iterable[Value]) -> list[Value]:
        found: list[Value] = []
        for part, value in zip(line.parts, values, strict=True):
            found += [value, *([part[at].n] if counted else [])]
        return found

    rows = [
        [
            line_name(Split(table.rows, ()), line.name, language, speak),
            *cells(line, [_typed(part[at]) for part in line.parts]),
        ]
        for line in table.lines
    ]
    sums = [
        _total(part[at], [line.parts[column][at].value or 0 for line in table.lines])
        for column, part in enumerate(table.total.parts)
    ]
    return Table(
        figure_name(table.codes[at], language, speak),
        tuple(heads),
        rows,
        (30, *(8 if head == "n" else 14 for head in heads[1:])),
        [total, *cells(table.total, sums)],
        [speak(note) for note in table.notes],
    )


def _total(figure: Figure, lines: Sequence[int | Fraction]) -> Typed | None:
    typed = _typed(figure)
    whole = figure.unit in (Unit.COUNT, Unit.MINUTES, Unit.HALF_DAYS) and bool(lines)
    if typed is None or not whole or sum(lines) != figure.value:
        return typed
    return Typed(typed.value, typed.form, added=True)


def _split_table(split: Split, language: str, speak: Say) -> Table:
    notes = [speak(split.note)] if split.note else []
    split = split_in(split, language)
    return _sheet(split_name(split, language, speak), split, language, speak, notes)


def _sheet(name: str, split: Split, language: str, speak: Say, notes: Sequence[str]) -> Table:
    """Return a sheet of a split; a figure of which lines have an n has one more column for it."""
    model = split.total or (split.lines[0].figures if split.lines else ())
    counted = {figure.code for line in split.lines for figure in line.figures if figure.n is not None}
    heads = [split_name(split, language, speak)]
    for figure in model:
        heads += [figure_name(figure.code, language, speak), *(["n"] if figure.code in counted else [])]
    codes = [figure.code for figure in model]
    rows = [
        [line_name(split, line.name, language, speak), *_numbers(line.figures, codes, counted)]
        for line in split.lines
    ]
    total: list[Value] = []
    if split.total:
        total.append(word("report.total", language))
        for figure in split.total:
            lines = [
                each.value or 0 for line in split.lines for each in line.figures if each.code == figure.code
            ]
            total += [_total(figure, lines), *([figure.n] if figure.code in counted else [])]
    return Table(name, tuple(heads), rows, (30, *(14 for _ in heads[1:])), total, notes)


def _numbers(figures: Sequence[Figure], codes: Sequence[str], counted: set[str]) -> list[Value]:
    by_code = {figure.code: figure for figure in figures}
    found: list[Value] = []
    for code in codes:
        figure = by_code.get(code)
        found.append(_typed(figure) if figure else None)
        if code in counted:
            found.append(figure.n if figure else None)
    return found


def _chart_table(table: CrossTable, language: str, speak: Say) -> Table:
    """Return a sheet with a chart and the numbers that it is drawn from."""
    split = Split(table.rows, ())
    rows: list[Sequence[Value]] = [
        (line_name(split, line.name, language, speak), _typed(line.parts[-1][0])) for line in table.lines
    ]
    heads = (split_name(split, language, speak), figure_name(table.codes[0], language, speak))
    notes = [speak(note) for note in table.notes]
    return Table(chart_title(table, language, speak), heads, rows, (30, 16), notes=notes, chart=1)


def _persons_table(report: Report, language: str) -> Table:
    codes = ("number", "name", "sex", "rank", "unit", "course", "hours", "share", "pre", "post", "result")
    rows = (_person_row(number, row, language) for number, row in enumerate(report.persons, start=1))
    heads = tuple(word(f"column.{code}", language) for code in codes)
    return Table(word("report.persons", language), heads, rows, (6, 38, 10, 22, 30, 14, 9, 9, 9, 9, 24))


def _person_row(number: int, row: ReportRow, language: str) -> list[Value]:
    shares = [Figure("", value, Unit.PERCENT) for value in (row.share, row.pre, row.post)]
    hours = Figure("", row.minutes, Unit.MINUTES)
    sex = word(f"sex.{row.sex.value}", language)
    texts = [row.name, sex, rank_name(row.rank, language), row.unit, row.course]
    numbers = map(read_value, (hours, *shares))
    return [number, *texts, *numbers, result_text(row, language)]
