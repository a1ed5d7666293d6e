"""The report of any scope as PDF: in words, in charts, in figures, as a table; with a place to sign."""

from collections.abc import Sequence
from fractions import Fraction

from trainer_app.documents.base import fonts
from trainer_app.documents.base.course_head import draw_emblems, has_pictures, open_emblems
from trainer_app.documents.base.fitting import Box, wrap
from trainer_app.documents.base.flow import Cell, Column, Flow
from trainer_app.documents.base.paper import Paper
from trainer_app.documents.base.wording import decimal, format_days, sex_letter, short_day
from trainer_app.documents.office.report_words import (
    Say,
    basis_name,
    donor_words,
    figure_name,
    figure_text,
    line_name,
    result_text,
    split_name,
)
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import exact_percent
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import SOURCE, Texts, said_name, word
from trainer_app.domain.courses.ranks import RankForm, rank_name
from trainer_app.domain.office.counting import split_in, table_in
from trainer_app.domain.office.place_maps import place_map
from trainer_app.domain.office.reports import (
    CrossLine,
    CrossTable,
    Figure,
    Report,
    ReportAbout,
    ReportRow,
    Split,
    SplitLine,
    Unit,
    courses_unsaid,
)
from trainer_app.domain.papers.course_papers import ACCENT, LINE, SECOND, ChartColours, read_paper_language

MAIN = ("participations", "unique_persons", "women", "completions", "person_hours", "person_days")
"""Figures that a split shows on paper, where there is room for so many; files have all."""

_NOTE = 8.0
"""Height of a note of two lines below charts, in millimetres."""
_EMBLEMS = 16.0
"""Height of the row of logos, in millimetres."""
_CARDS = ("participations", "unique_persons", "women_by_head", "completions")


_MOST_CODES = 24
"""So many courses are named by their codes; of more the first, and how many there are."""
_COLUMNS = 7
"""Columns of numbers beside the names of lines; a wider table goes on below itself."""
MOST_LINES, MOST_COLUMNS = 100, 14
"""Lines and columns of a table on paper: of more the largest, and how many the files have besides is told."""
_TO_SIGN = 25.0
"""What the lines to sign on take, with the room above them: no page holds them alone."""
MOST_PAGES = 20
"""Tables begin on these pages: with what one takes, notes and signatures the paper stays under 30."""


def report_pdf(report: Report, language: str, speak: Say) -> bytes:
    """Return a report as PDF. `speak` renders the labels of notes, exclusions, figures and splits."""
    title = report.title.best(language)
    paper = Paper(210, 297, language, f"{word('report.title', language)} – {title}", "")
    flow = Flow(paper, 18, f"{word('report.title', language)} · {title}")
    _title(flow, report, language, speak)
    _cards(flow, report, language)
    _words(flow, report, language, speak)
    _charts(flow, report, language, speak)
    _targets(flow, report, language, speak)
    told = [(speak(note), "") for note in report.told]
    flow.tail = 0.0 if told else _TO_SIGN
    _figures(flow, report, language, speak)
    _tables(flow, report, language, speak)
    if told:
        flow.last_bullets(told, word("report.notes", language), "", _TO_SIGN)
    flow.tail = 0.0
    _signatures(flow, language)
    if report.listed:
        flow.turn_page(297, 210)
        _persons(flow, report.listed, language)
    return flow.finish()


def _title(flow: Flow, report: Report, language: str, speak: Say) -> None:
    """Write what the report is about, below the logos of its project."""
    shown = open_emblems(report.about.emblems)
    if has_pictures(shown):
        box = Box(flow.margin, flow.y, flow.width, _EMBLEMS)
        draw_emblems(flow.paper, shown, read_paper_language(language), box)
        flow.y += _EMBLEMS + 4
    flow.paragraph(report.organiser.best(language), fonts.SANS_SEMIBOLD, 8.5, ACCENT)
    flow.space(1)
    flow.paragraph(report.title.best(language), fonts.SANS_BOLD, 18)
    flow.paragraph(_second(report.title, language), fonts.SANS, 11, SECOND)
    flow.space(1.5)
    about = [word("report.title", language)]
    if report.first and report.last:
        about.append(format_days(report.first, report.last, language))
    if report.made_on:
        about.append(f"{word('report.made_on', language)} {short_day(report.made_on)}")
    flow.paragraph(" · ".join(about), fonts.SANS, 9, SECOND)
    if any(report.about.office.values()):
        office = f"{word('report.about.office', language)}: {report.about.office.best(language)}"
        flow.paragraph(office, fonts.SANS, 9, SECOND)
    if report.about.version:
        flow.paragraph(f"Trainer App {report.about.version}", fonts.SANS, 9, SECOND)
    for label in () if report.extent.everything else report.scope.labels:
        flow.paragraph(speak(label), fonts.SANS, 9, SECOND)
    if report.courses:
        heading = word("by.course" if len(report.courses) == 1 else "figure.courses", language)
        flow.paragraph(f"{heading}: {_codes(report.courses)}", fonts.SANS, 9, SECOND)
    if report.approved:
        flow.paragraph(basis_name(report.basis, language), fonts.SANS_SEMIBOLD, 9)
    if report.listed:
        flow.paragraph(word("report.with_names", language), fonts.SANS_SEMIBOLD, 9)


def _codes(courses: Sequence[str]) -> str:
    more = len(courses) - _MOST_CODES
    return ", ".join([*courses[:_MOST_CODES], *([f"+{more}"] if more > 0 else [])])


def _words(flow: Flow, report: Report, language: str, speak: Say) -> None:
    """Write the paragraph that a donor's report takes over; its notes stand with all others below."""
    if report.about == ReportAbout():
        return
    flow.heading(word("report.in_words", language))
    flow.paragraph(donor_words(report, language, speak).paragraph, fonts.SANS, 9.5)


def _charts(flow: Flow, report: Report, language: str, speak: Say) -> None:
    if not report.charts:
        return
    # Only a report with charts waits for what draws them.
    from trainer_app.documents.office.charts import CHART_HEIGHT, draw_charts, rows_of, told_below

    told, high = told_below(report.charts, language, speak), CHART_HEIGHT * rows_of(len(report.charts))
    flow.heading(word("report.charts", language), below=high + 14 + _NOTE * len(told))
    box = (flow.margin, flow.y, flow.width, high)
    draw_charts(flow.paper, report.charts, box, language, speak, ChartColours())
    flow.y += high + 2
    for said in told:
        flow.paragraph(said, fonts.SANS, 8, SECOND)


def _targets(flow: Flow, report: Report, language: str, speak: Say) -> None:
    """Write what was planned beside what was reached."""
    if not report.targets:
        return
    flow.heading(word("report.targets", language))
    codes = {"project": 24, "figure": 80, "planned": 24, "reached": 24, "share": 22}
    columns = [
        Column(word(f"report.target.{code}", language), share, right=code in ("planned", "reached", "share"))
        for code, share in codes.items()
    ]
    rows = []
    for each in report.targets:
        share = Figure("", exact_percent(each.reached, each.planned), Unit.PERCENT)
        numbers = (decimal(each.planned, 0, language), decimal(each.reached, 0, language))
        texts = (
            each.project,
            figure_name(each.code, language, speak),
            *numbers,
            figure_text(share, language),
        )
        rows.append([Cell(text) for text in texts])
    flow.table(columns, rows)
    if unsaid := courses_unsaid(report.targets):
        told = Label("report.no_district", {"count": len(unsaid), "courses": unsaid})
        flow.paragraph(speak(told), fonts.SANS, 8, SECOND)


def _tables(flow: Flow, report: Report, language: str, speak: Say) -> None:
    """Write the table that was built and each split, as long as there are pages; name what found none."""
    left: list[str] = []
    if report.table is not None:
        if not _is_a_split(report.table, report.splits):
            left += _crossed(flow, report.table, language, speak)
        _map(flow, report, language, speak)
    for split in report.splits:
        if flow.page <= MOST_PAGES:
            _split(flow, split, language, speak)
        else:
            left.append(split_name(split, language, speak))
    if left:
        flow.space(4)
        told = word("report.tables_left", language).format(tables=", ".join(left))
        flow.paragraph(told, fonts.SANS_SEMIBOLD, 9)


def _is_a_split(table: CrossTable, splits: Sequence[Split]) -> bool:
    """Tell whether a table has no columns, and a split on the same paper says all of it."""
    split = next((each for each in splits if each.by == table.rows), None)
    shown = {figure.code for figure in split.total} if split is not None else set()
    return not table.columns and set(table.codes) <= shown.intersection(MAIN)


def _largest(sizes: Sequence[Figure | None], most: int) -> list[int]:
    """Return the places of the largest figures, so many at most, in the order in which they stand."""
    order = sorted(range(len(sizes)), key=lambda place: -(_value(sizes[place])))
    return sorted(order[:most])


def _value(figure: Figure | None) -> int | Fraction:
    return figure.value or 0 if figure is not None else 0


def _tell_left(flow: Flow, code: str, count: int, language: str) -> None:
    if count > 0:
        flow.paragraph(word(code, language).format(count=count), fonts.SANS, 8, SECOND)


def _crossed(flow: Flow, table: CrossTable, language: str, speak: Say) -> list[str]:
    """Write the table that was built: one for each figure where there are columns.

    Returns the names of figures for which no page was left.
    """
    left: list[str] = []
    table = table_in(table, language)
    shown = _largest([line.parts[-1][0] if line.parts[-1] else None for line in table.lines], MOST_LINES)
    across = _largest([part[0] if part else None for part in table.total.parts[:-1]], MOST_COLUMNS)
    more = len(table.lines) - len(shown), len(table.columns_named) - len(across)
    table = _narrowed(table, shown, across)
    rows, columns = Split(table.rows, ()), Split(table.columns, ())
    by = [split_name(each, language, speak) for each in (rows, columns) if each.by]
    flow.heading(" × ".join(by) or word("report.table", language), below=34)
    total = word("report.total", language)
    names = [line_name(rows, line.name, language, speak) for line in table.lines] + [total]
    if table.columns_named:
        heads = [*(line_name(columns, name, language, speak) for name in table.columns_named), total]
        for at, code in enumerate(table.codes):
            if flow.page > MOST_PAGES:
                left.append(figure_name(code, language, speak))
                continue
            flow.space(3)
            flow.need(30)
            flow.paragraph(figure_name(code, language, speak), fonts.SANS_SEMIBOLD, 9)
            cells = [[part[at] for part in line.parts] for line in table.all_lines]
            _wide_table(flow, heads, names, cells, language)
    else:
        heads = [figure_name(code, language, speak) for code in table.codes]
        _wide_table(flow, heads, names, [line.parts[-1] for line in table.all_lines], language)
    _tell_left(flow, "report.lines_left", more[0], language)
    _tell_left(flow, "report.columns_left", more[1], language)
    for note in table.notes:
        flow.paragraph(speak(note), fonts.SANS, 8, SECOND)
    return left


def _narrowed(table: CrossTable, lines: Sequence[int], columns: Sequence[int]) -> CrossTable:
    """Return a table with some of its lines and columns, and the totals of all."""

    def line(whole: CrossLine) -> CrossLine:
        return CrossLine(whole.name, (*(whole.parts[place] for place in columns), whole.parts[-1]))

    return replace(
        table,
        columns_named=tuple(table.columns_named[place] for place in columns),
        lines=tuple(line(table.lines[place]) for place in lines),
        total=line(table.total),
    )


def _map(flow: Flow, report: Report, language: str, speak: Say) -> None:
    """Draw the places of the table that was built, with one of its figures, and tell what is on no map."""
    found = place_map(report.table, report.mapped)
    if found is None:
        return
    from trainer_app.documents.office.place_map import MAP_HEIGHT, draw_map, map_title, told_beside

    drawn = bool(found.drawn)
    flow.heading(map_title(found, language, speak), below=MAP_HEIGHT + 18 if drawn else 24)
    told = told_beside(found, language, speak)
    if drawn:
        box = (flow.margin, flow.y, flow.width, MAP_HEIGHT)
        told = draw_map(flow.paper, found, box, language, speak, ChartColours())
        flow.y += MAP_HEIGHT + 2
    for said in told:
        flow.paragraph(said, fonts.SANS, 8, SECOND)


def _wide_table(
    flow: Flow, heads: Sequence[str], names: Sequence[str], lines: Sequence[Sequence[Figure]], language: str
) -> None:
    """Write a table as wide as it is, so many columns at a time; a mean has its n below it."""
    for first in range(0, len(heads), _COLUMNS):
        shown = slice(first, first + _COLUMNS)
        columns = [Column("", 40), *(Column(head, 19, right=True) for head in heads[shown])]
        rows = [
            [Cell(name), *(_cell(figure, language) for figure in line[shown])]
            for name, line in zip(names, lines, strict=True)
        ]
        flow.table(columns, rows, total=True)


def _cell(figure: Figure, language: str) -> Cell:
    counted = figure.n is not None and figure.value is not None
    return Cell(figure_text(figure, language), f"n {figure.n}" if counted else "")


def _signatures(flow: Flow, language: str) -> None:
    """Leave a place to sign: for whoever prepared the report, and for whoever answers for it."""
    flow.space(6)
    flow.need(_TO_SIGN - 6)
    wide = (flow.width - 10) / 2
    for place, code in enumerate(("prepared_by", "signed_by")):
        left = flow.margin + place * (wide + 10)
        flow.paper.text(left, flow.y + 3, word(f"report.{code}", language), fonts.SANS_SEMIBOLD, 8.5)
        flow.paper.line(left, flow.y + 14, left + wide, flow.y + 14, 0.5, LINE)
        below = word("report.sign_here", language)
        flow.paper.text(left, flow.y + 17.5, below, fonts.SANS, 7.5, SECOND)
    flow.y += 19


def _cards(flow: Flow, report: Report, language: str) -> None:
    """Show the figures asked for first, large."""
    shown = [figure for code in _CARDS if (figure := report.figure(code))]
    if len(shown) < 2:
        return
    flow.space(6)
    gap, height = 4.0, 19.0
    width = (flow.width - gap * (len(shown) - 1)) / len(shown)
    for index, figure in enumerate(shown):
        left = flow.margin + index * (width + gap)
        flow.paper.box(left, flow.y, width, height, 0.6, LINE)
        text = figure_text(figure, language)
        flow.paper.text(left + 4, flow.y + 9.2, text, fonts.SANS_SEMIBOLD, 19, ACCENT)
        name = word(f"figure.{figure.code}", language)
        lines = wrap(name, fonts.SANS, 8, width - 6)[:2]
        for line, said in enumerate(lines):
            below = 15.2 if len(lines) == 1 else 13.7 + 3.3 * line
            flow.paper.text(left + 4, flow.y + below, said, fonts.SANS, 8, SECOND)
    flow.y += height


def _figures(flow: Flow, report: Report, language: str, speak: Say) -> None:
    """Write every figure, with what it leaves out."""
    flow.heading(word("report.figures", language))
    columns = (
        Column(word("report.figure", language), 132),
        Column(word("report.value", language), 42, right=True),
    )
    rows = [
        (
            Cell(figure_name(figure.code, language, speak), _remarks(figure, language, speak)),
            _cell(figure, language),
        )
        for figure in report.figures
    ]
    flow.table(columns, rows, size=9)


def _remarks(figure: Figure, language: str, speak: Say) -> str:
    """Return what stands below the name of a figure: what it counts, where few know it; what is left out."""
    counted = [word("report.person_days_are", language)] if figure.code == "person_days" else []
    return "; ".join((*counted, *map(speak, figure.remarks)))


def _split(flow: Flow, split: Split, language: str, speak: Say) -> None:
    """Write the same figures cut by something, the total last, and why parts and total may differ."""
    split = split_in(split, language)
    title = word("report.split", language).format(by=split_name(split, language, speak).lower())
    flow.heading(title, below=34)
    model = split.total or (split.lines[0].figures if split.lines else ())
    codes = [figure.code for figure in model if figure.code in MAIN] or [figure.code for figure in model][:7]
    columns = [Column("", 44)]
    columns += [Column(figure_name(code, language, speak), 24, right=True) for code in codes]
    shown = [
        split.lines[place] for place in _largest([_first(line, codes) for line in split.lines], MOST_LINES)
    ]
    lines = [(line_name(split, line.name, language, speak), line.figures) for line in shown]
    if split.total:
        lines.append((word("report.total", language), split.total))
    rows = [[Cell(name), *_chosen(figures, codes, language)] for name, figures in lines]
    flow.table(columns, rows, total=bool(split.total))
    _tell_left(flow, "report.lines_left", len(split.lines) - len(shown), language)
    if split.note:
        flow.paragraph(speak(split.note), fonts.SANS, 8, SECOND)


def _first(line: SplitLine, codes: Sequence[str]) -> Figure | None:
    """Return the figure by which lines are as large as they are."""
    return next((figure for figure in line.figures if figure.code == codes[0]), None) if codes else None


def _chosen(figures: Sequence[Figure], codes: Sequence[str], language: str) -> list[Cell]:
    """Return the cells of some figures, in the order of the columns."""
    by_code = {figure.code: figure for figure in figures}
    return [Cell(figure_text(by_code[code], language) if code in by_code else "") for code in codes]


def _persons(flow: Flow, rows: Sequence[ReportRow], language: str) -> None:
    """Write the list of participations."""
    flow.heading(word("report.persons", language))
    shares = {"number": 9, "name": 58, "sex": 11, "rank": 33, "unit": 42, "course": 21}
    shares |= {"hours": 15, "share": 17, "pre": 16, "post": 16, "result": 36}
    right = ("number", "hours", "share", "pre", "post")
    columns = [
        Column(word(f"column.{code}", language), share, code in right) for code, share in shares.items()
    ]
    flow.table(
        columns,
        [_person(number, row, language) for number, row in enumerate(rows, start=1)],
        size=8,
    )


def _person(number: int, row: ReportRow, language: str) -> list[Cell]:
    """Return the cells of one participation."""
    letter = sex_letter(row.sex, language) or "–"
    shares = [
        figure_text(Figure("", value, Unit.PERCENT), language) for value in (row.share, row.pre, row.post)
    ]
    hours = figure_text(Figure("", row.minutes, Unit.MINUTES), language)
    rank = rank_name(row.rank, language, RankForm.SHORT)
    texts = [str(number), said_name(row.name, language), letter, rank, row.unit, row.course, hours, *shares]
    return [Cell(text) for text in (*texts, result_text(row, language))]


def _second(texts: Texts, language: str) -> str:
    """Return the English second line, "" where it would repeat the first."""
    return "" if language == SOURCE or texts[SOURCE] == texts.best(language) else texts[SOURCE]
