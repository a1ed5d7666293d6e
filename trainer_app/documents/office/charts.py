"""Charts of a report: bars over time, by sex and by district, out of tables that were counted.

Drawn by reportlab's own charts, once for paper and screen: the window shows the same drawing, in its colours.
Every bar has its number beside it and an outline, so that a print without colours says the same.
"""

from collections.abc import Sequence

from reportlab.graphics.charts.barcharts import HorizontalBarChart, VerticalBarChart
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.colors import HexColor

from trainer_app.documents.base import fonts
from trainer_app.documents.base.fitting import shorten
from trainer_app.documents.base.paper import POINTS, Paper, text_width
from trainer_app.documents.office.report_words import Say, chart_title, line_name
from trainer_app.domain.base.texts import word
from trainer_app.domain.office.reports import CrossLine, CrossTable, Split
from trainer_app.domain.papers.course_papers import ChartColours

MOST = 14
"""Bars of places; of more the largest are shown, and what is left out is told."""
CHART_HEIGHT = 62.0
"""Millimetres of one chart on paper."""
_ACROSS, _GAP = 3, 6.0
"""Charts beside each other, at most, and millimetres between them."""
_TITLE, _TYPE, _SMALL = 9.0, 8.0, 7.0
_NAMES = 0.42
"""The share of the width that names of places have at most."""


def draw_charts(
    paper: Paper,
    tables: Sequence[CrossTable],
    box: tuple[float, float, float, float],
    language: str,
    speak: Say,
    inks: ChartColours,
) -> None:
    """Draw charts in rows in a box (left, top, width, height in millimetres)."""
    left, top, width, height = box
    rows = rows_of(len(tables))
    across = -(-len(tables) // rows)
    wide, high = (width - _GAP * (across - 1)) / max(1, across), (height - _GAP * (rows - 1)) / rows
    for place, table in enumerate(tables):
        row, column = divmod(place, across)
        drawing = chart(table, wide * POINTS, high * POINTS, language, speak, inks)
        paper.drawing(left + column * (wide + _GAP), top + high + row * (high + _GAP), drawing)


def rows_of(count: int) -> int:
    """Return in how many rows so many charts stand: at most three beside each other."""
    return max(1, -(-count // _ACROSS))


def charts_pdf(
    tables: Sequence[CrossTable],
    language: str,
    speak: Say,
    inks: ChartColours,
    width: float,
    height: float,
) -> bytes | None:
    """Return charts in rows as a PDF of a size in millimetres; None where there is nothing to draw."""
    if not tables:
        return None
    paper = Paper(width, height, language, "")
    draw_charts(paper, tables, (1.0, 1.0, width - 2.0, height - 2.0), language, speak, inks)
    return paper.finish()


def spoken(table: CrossTable, language: str, speak: Say) -> str:
    """Return a chart in words: what is in each bar."""
    names = [name for name, _ in _bars(table, language, speak)]
    said = ", ".join(f"{name}: {value}" for name, value in zip(names, _values(table), strict=True))
    return f"{chart_title(table, language, speak)}: {said}"


def told_below(tables: Sequence[CrossTable], language: str, speak: Say) -> list[str]:
    """Return of each chart whose bars add up to more than the total why that is, as its table says it."""
    return [
        f"{chart_title(table, language, speak)}. {speak(note)}"
        for table in tables
        for note in table.notes
        if note.code == "counting.lines_overlap"
    ]


def chart(
    table: CrossTable, width: float, height: float, language: str, speak: Say, inks: ChartColours
) -> Drawing:
    """Return one chart as a drawing of a size in points: upright bars over time, lying ones for the rest."""
    drawing = Drawing(width, height)
    title = shorten(chart_title(table, language, speak), fonts.SANS_SEMIBOLD, _TITLE, width / POINTS)
    text = _ink(inks.text)
    top = height - _TITLE * 1.2
    drawing.add(String(0, top, title, fontName=fonts.SANS_SEMIBOLD, fontSize=_TITLE, fillColor=text))
    bars = _bars(table, language, speak)
    if not bars:
        nothing = word("report.chart_empty", language)
        drawing.add(String(0, top - 16, nothing, fontName=fonts.SANS, fontSize=_TYPE, fillColor=text))
        return drawing
    left_out = len(_lines(table)) - len(bars)
    foot = _TYPE * 1.4 if left_out else 0.0
    if left_out:
        said = word("report.chart_more", language).format(count=left_out)
        drawing.add(String(0, 2, said, fontName=fonts.SANS, fontSize=_SMALL, fillColor=_ink(inks.second)))
    made = _upright if table.rows in _TIMES else _lying
    drawing.add(made(table, [name for name, _ in bars], (width, top - 6, foot), inks))
    return drawing


_TIMES = ("month", "quarter", "year")


def _lines(table: CrossTable) -> list[CrossLine]:
    """Return the lines that have a bar; places by size, the largest first."""
    lines = [line for line in table.lines if line.parts[-1][0].value]
    if table.rows in _TIMES or table.rows == "sex":
        return lines
    return sorted(lines, key=lambda line: -(line.parts[-1][0].value or 0))


def _bars(table: CrossTable, language: str, speak: Say) -> list[tuple[str, CrossLine]]:
    split = Split(table.rows, ())
    shown = _lines(table)[: None if table.rows in _TIMES else MOST]
    return [(line_name(split, line.name, language, speak), line) for line in shown]


def _values(table: CrossTable) -> list[int]:
    shown = _lines(table)[: None if table.rows in _TIMES else MOST]
    return [int(line.parts[-1][0].value or 0) for line in shown]


def _upright(
    table: CrossTable, names: Sequence[str], room: tuple[float, float, float], inks: ChartColours
) -> VerticalBarChart:
    width, top, foot = room
    made = VerticalBarChart()
    made.x, made.width = 26, width - 30
    slanted = len(names) * 44 > made.width
    made.y = foot + (38 if slanted else 16)
    made.height = max(20, top - made.y - 10)
    labels = made.categoryAxis.labels
    labels.angle, labels.boxAnchor = (40, "ne") if slanted else (0, "n")
    _dress(made, table, names, inks)
    made.barLabels.boxAnchor, made.barLabels.dy = "s", 1
    return made


def _lying(
    table: CrossTable, names: Sequence[str], room: tuple[float, float, float], inks: ChartColours
) -> HorizontalBarChart:
    width, top, foot = room
    made = HorizontalBarChart()
    most = width * _NAMES
    shown = [shorten(name, fonts.SANS, _SMALL, most / POINTS) for name in names]
    named = max(text_width(name, fonts.SANS, _SMALL) for name in shown) * POINTS
    made.x, made.y = named + 8, foot + 4
    made.width, made.height = max(20, width - made.x - 30), max(20, top - made.y - 4)
    # The first stands above.
    made.categoryAxis.reverseDirection = 1
    made.categoryAxis.labels.boxAnchor = "e"
    made.categoryAxis.labels.dx = -4
    _dress(made, table, shown, inks)
    made.valueAxis.visible = 0
    made.barLabels.boxAnchor, made.barLabels.dx = "w", 2
    return made


def _dress(made: VerticalBarChart, table: CrossTable, names: Sequence[str], inks: ChartColours) -> None:
    """Give a chart its values, fonts and colours."""
    values = _values(table)
    made.data = [values]
    made.categoryAxis.categoryNames = list(names)
    # A few bars do not become blocks.
    made.groupSpacing, made.barWidth = 6 + 6 * max(0, 6 - len(names)), 10
    made.bars[0].fillColor = _ink(inks.mixed(4, 5))
    made.bars[0].strokeColor, made.bars[0].strokeWidth = _ink(inks.text), 0.5
    for axis in (made.categoryAxis, made.valueAxis):
        axis.strokeColor, axis.strokeWidth = _ink(inks.edge), 0.6
        axis.labels.fontName, axis.labels.fontSize = fonts.SANS, _SMALL
        axis.labels.fillColor = _ink(inks.second)
    made.categoryAxis.visibleTicks = 0
    made.valueAxis.valueMin = 0
    made.valueAxis.labelTextFormat = "%d"
    made.valueAxis.valueStep = _step(max(values, default=0))
    made.barLabelFormat = "%d"
    made.barLabels.fontName, made.barLabels.fontSize = fonts.SANS, _SMALL
    made.barLabels.fillColor = _ink(inks.text)


def _step(most: int) -> int:
    """Return a whole step of an axis: 1, 2 or 5 of some power of ten, with at most five of them."""
    step, power = 1, 1
    while most > step * 5:
        step = {1: 2, 2: 5, 5: 10}[step // power] * power
        power = power * 10 if step == power * 10 else power
    return step


def _ink(colour: str) -> HexColor:
    return HexColor(f"#{colour}")
