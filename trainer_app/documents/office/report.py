"""The report of a course or a project: figures, splits, notes, participations; as PDF, CSV and xlsx."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from trainer_app.documents.base import fonts
from trainer_app.documents.base.flow import Cell, Column, Flow
from trainer_app.documents.base.paper import Paper
from trainer_app.documents.base.tables import Table, Value, write_csv, write_xlsx
from trainer_app.documents.base.wording import decimal, format_days, sex_letter, short_day
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import DASH, percent_text, points_text, round_half_away
from trainer_app.domain.base.texts import SOURCE, Texts, find_words, word
from trainer_app.domain.certificates.certificates import CertificateKind
from trainer_app.domain.courses.ranks import RankForm, rank_name
from trainer_app.domain.office.counting import written_name
from trainer_app.domain.office.reports import Basis, Figure, Report, ReportRow, Split, Unit
from trainer_app.domain.papers.course_papers import ACCENT, LINE, SECOND

Say = Callable[[Label], str]
"""Turns a label into words in the report's language."""

MAIN = ("participations", "unique_persons", "women", "completions", "person_hours", "person_days")
"""Figures that a split shows on paper, where there is room for so many; files have all."""

_CARDS = ("participations", "unique_persons", "women_by_head", "completions")


def report_pdf(report: Report, language: str, speak: Say) -> bytes:
    """Return a report as PDF. `speak` renders the labels of notes, exclusions, figures and splits."""
    title = report.title.best(language)
    paper = Paper(210, 297, language, f"{word('report.title', language)} – {title}", "")
    flow = Flow(paper, 18, f"{word('report.title', language)} · {title}")
    _title(flow, report, language)
    _cards(flow, report, language)
    _figures(flow, report, language, speak)
    for split in report.splits:
        _split(flow, split, language, speak)
    if report.told:
        flow.heading(word("report.notes", language))
        for note in report.told:
            flow.bullet(speak(note))
    if report.listed:
        flow.turn_page(297, 210)
        _persons(flow, report.listed, language)
    return flow.finish()


def figure_text(figure: Figure, language: str) -> str:
    """Return a figure's value as it is read: "16,5", "65,4 %", "–" where there is none."""
    if figure.shown is None:
        return DASH
    match figure.unit:
        case Unit.PERCENT:
            return percent_text(figure.value, language)
        case Unit.POINTS:
            return points_text(figure.value, language)
        case Unit.COUNT:
            return decimal(round_half_away(figure.shown), 0, language)
    return decimal(round_half_away(figure.shown * 100), 2, language, keep=figure.unit is Unit.GAIN)


def figure_name(code: str, language: str, speak: Say) -> str:
    """Return a figure's name: the short one of papers, or else that of its message."""
    known = find_words(f"figure.{code}")
    return known.best(language) if known else _capital(speak(Label(f"counting.{code}")))


def line_name(split: Split, name: str, language: str, speak: Say) -> str:
    """Return the name of a line of a split: words for codes, typed text as it is."""
    if split.by == "sex" and find_words(f"line.{name}"):
        return word(f"line.{name}", language)
    if split.by == "rank" and name:
        return rank_name(name, language)
    return written_name(split.by, name, language) or word("report.not_stated", language)


def split_name(split: Split, language: str, speak: Say) -> str:
    """Return what a split is by."""
    known = find_words(f"by.{split.by}")
    return known.best(language) if known else _capital(speak(Label(f"counting.by.{split.by}")))


def result_text(row: ReportRow, language: str) -> str:
    """Return what came out for a participant: the serial, or the kind of certificate due."""
    if row.serial:
        return row.serial
    return "" if row.result is CertificateKind.NONE else word(f"result.{row.result.value}", language)


def _title(flow: Flow, report: Report, language: str) -> None:
    """Write what the report is about."""
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
    if report.courses:
        heading = word("by.course" if len(report.courses) == 1 else "figure.courses", language)
        flow.paragraph(f"{heading}: {', '.join(report.courses)}", fonts.SANS, 9, SECOND)
    if report.approved:
        flow.paragraph(_basis(report, language), fonts.SANS_SEMIBOLD, 9)
    if report.listed:
        flow.paragraph(word("report.with_names", language), fonts.SANS_SEMIBOLD, 9)


def _basis(report: Report, language: str) -> str:
    """Return of what a report is counted, in a few words."""
    return word("report.as_approved" if report.basis is Basis.APPROVED else "report.as_of_today", language)


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
        flow.paper.text(left + 4, flow.y + 15.2, name, fonts.SANS, 8, SECOND)
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
            Cell(figure_name(figure.code, language, speak), "; ".join(map(speak, figure.remarks))),
            Cell(figure_text(figure, language)),
        )
        for figure in report.figures
    ]
    flow.table(columns, rows, size=9)


def _split(flow: Flow, split: Split, language: str, speak: Say) -> None:
    """Write the same figures cut by something, the total last, and why parts and total may differ."""
    title = word("report.split", language).format(by=split_name(split, language, speak).lower())
    flow.heading(title, below=34)
    model = split.total or (split.lines[0].figures if split.lines else ())
    codes = [figure.code for figure in model if figure.code in MAIN] or [figure.code for figure in model][:7]
    columns = [Column("", 44)]
    columns += [Column(figure_name(code, language, speak), 24, right=True) for code in codes]
    lines = [(line_name(split, line.name, language, speak), line.figures) for line in split.lines]
    if split.total:
        lines.append((word("report.total", language), split.total))
    rows = [[Cell(name), *_chosen(figures, codes, language)] for name, figures in lines]
    flow.table(columns, rows, total=bool(split.total))
    if split.note:
        flow.paragraph(speak(split.note), fonts.SANS, 8, SECOND)


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
    texts = [str(number), row.name, letter, rank, row.unit, row.course, hours, *shares]
    return [Cell(text) for text in (*texts, result_text(row, language))]


def _second(texts: Texts, language: str) -> str:
    """Return the English second line, "" where it would repeat the first."""
    return "" if language == SOURCE or texts[SOURCE] == texts.best(language) else texts[SOURCE]


def _capital(text: str) -> str:
    """Return a text with its first letter large."""
    return text[:1].upper() + text[1:]


def report_csv(report: Report, language: str, speak: Say) -> bytes:
    """Return all figures, one a line, as CSV in UTF-8 with its mark.

    `split` and `line` are empty for the report's own figures; `rows` are the keys of what was counted. At the
    end stand the notes, with "note" as `split`, their code, their words in the place of the figure's name.
    """
    heads = ("split", "line", "code", "figure", "value", "unit", "exclusions", "rows")
    # As wide as the rest and without a blank line: who takes lines by the split's name reads on as before.
    notes = (("note", "", note.code, speak(note), None, "", "", "") for note in report.told)
    return write_csv(heads, chain(_figure_lines(report, language, speak), notes))


def persons_csv(report: Report, language: str) -> bytes:
    """Return the list of participations as CSV."""
    table = _persons_table(report, language)
    return write_csv(table.heads, table.rows)


def report_xlsx(report: Report, language: str, speak: Say) -> bytes:
    """Return a workbook: a sheet of figures, of notes, of each split; with names, of participations."""
    tables = [_figure_table(report, language, speak)]
    notes = [speak(note) for note in report.told]
    if report.listed:
        notes.insert(0, word("report.with_names", language))
    if notes:
        heading = word("report.notes", language)
        tables.append(Table(heading, (heading,), [[note] for note in notes], (150,)))
    tables += [_split_table(report, index, language, speak) for index in range(len(report.splits))]
    if report.listed:
        tables.append(_persons_table(report, language))
    return write_xlsx(tables, report.title.best(language))


def _number(figure: Figure) -> Value:
    """Return a figure's value in the unit it is read in: hours, days, per cent."""
    exact = figure.shown
    return exact if exact is None or exact.denominator > 1 else exact.numerator


def _figure_lines(report: Report, language: str, speak: Say) -> Iterable[Sequence[Value]]:
    """Yield one line for each figure of the report and of each line of each split."""
    groups = [("", "", report.figures)]
    for split in report.splits:
        groups += [(split.by, line.name, line.figures) for line in split.lines]
    for by, name, figures in groups:
        for figure in figures:
            left_out = "; ".join(map(speak, figure.remarks))
            described = (figure.code, figure_name(figure.code, language, speak), _number(figure))
            unit = _UNITS[figure.unit]
            yield (by, name, *described, unit, left_out, " ".join(figure.rows))


_UNITS = {
    Unit.COUNT: "",
    Unit.MINUTES: "hours",
    Unit.HALF_DAYS: "days",
    Unit.PERCENT: "%",
    Unit.POINTS: "points",
    Unit.GAIN: "gain",
}


def _figure_table(report: Report, language: str, speak: Say) -> Table:
    rows = [
        (figure_name(figure.code, language, speak), _number(figure), "; ".join(map(speak, figure.remarks)))
        for figure in report.figures
    ]
    heads = tuple(word(f"report.{code}", language) for code in ("figure", "value", "exclusions"))
    return Table(word("report.figures", language), heads, rows, (44, 12, 60))


def _split_table(report: Report, index: int, language: str, speak: Say) -> Table:
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


def _persons_table(report: Report, language: str) -> Table:
    codes = ("number", "name", "sex", "rank", "unit", "course", "hours", "share", "pre", "post", "result")
    rows = (_person_row(number, row, language) for number, row in enumerate(report.persons, start=1))
    heads = tuple(word(f"column.{code}", language) for code in codes)
    return Table(word("report.persons", language), heads, rows, (6, 38, 10, 22, 30, 14, 9, 9, 9, 9, 24))


def _person_row(number: int, row: ReportRow, language: str) -> list[Value]:
    shares = [_number(Figure("", value, Unit.PERCENT)) for value in (row.share, row.pre, row.post)]
    hours = _number(Figure("", row.minutes, Unit.MINUTES))
    sex = word(f"sex.{row.sex.value}", language)
    texts = [row.name, sex, rank_name(row.rank, language), row.unit, row.course]
    return [number, *texts, hours, *shares, result_text(row, language)]
