"""The map of a report: circles at the places of its table, as large as the figure that is looked at.

Drawn with reportlab's shapes as the charts are, once for paper and screen. There is no outline of districts:
the points, lines of whole degrees and a scale say where things lie. Every circle has its name and number;
whatever has no point, no value, or no room for its name is told in words below.
"""

import math
from collections.abc import Sequence

from reportlab.graphics.shapes import Circle, Drawing, Line, Rect, String
from reportlab.lib.colors import HexColor

from trainer_app.documents.base import fonts
from trainer_app.documents.base.paper import POINTS, Paper, text_width
from trainer_app.documents.office.map_frame import KILOMETRES, Area, Frame, Layout, lay_out
from trainer_app.documents.office.report_words import (
    Say,
    figure_name,
    figure_text,
    line_name,
    split_name,
)
from trainer_app.domain.base.texts import word
from trainer_app.domain.office.place_maps import MapSpot, PlaceMap
from trainer_app.domain.office.reports import Split
from trainer_app.domain.papers.course_papers import ChartColours

MAP_HEIGHT = 104.0
"""Millimetres of a map on paper."""
_TYPE, _SMALL = 7.5, 6.5
_CORNER = 62.0, 20.0
"""Width and height of the corner in which the scale stands, in points."""
_ROOM = 13.0
"""What the number of a degree takes."""
_SCALES = (200, 100, 50, 20, 10)


def draw_map(
    paper: Paper,
    found: PlaceMap,
    box: tuple[float, float, float, float],
    language: str,
    speak: Say,
    inks: ChartColours,
) -> tuple[str, ...]:
    """Draw a map in a box (left, top, width, height in mm); return what must be told in words under it."""
    left, top, width, height = box
    laid = _laid(found, width * POINTS, height * POINTS, language, speak)
    paper.drawing(left, top + height, _drawing(laid, width * POINTS, height * POINTS, inks, language))
    return told_beside(found, language, speak, laid.unnamed)


def map_pdf(
    found: PlaceMap, language: str, speak: Say, inks: ChartColours, width: float, height: float
) -> bytes | None:
    """Return a map as a PDF of a size in millimetres; None where there is nothing to draw."""
    if not found.drawn:
        return None
    paper = Paper(width, height, language, "")
    draw_map(paper, found, (0.5, 0.5, width - 1.0, height - 1.0), language, speak, inks)
    return paper.finish()


def map_title(found: PlaceMap, language: str, speak: Say) -> str:
    """Return what a map shows: "Map: Participations, venue district"."""
    figure, by = figure_name(found.code, language, speak), split_name(Split(found.by, ()), language, speak)
    return f"{word('report.map', language)}: {figure}, {by.lower()}"


def told_beside(
    found: PlaceMap, language: str, speak: Say, unnamed: Sequence[MapSpot] = ()
) -> tuple[str, ...]:
    """Return what a map cannot show, in words: places without a point, names without room."""
    groups = (("report.map_elsewhere", found.elsewhere), ("report.map_unnamed", unnamed))
    return tuple(
        word(code, language).format(
            places="; ".join(spot_text(spot, found, language, speak) for spot in spots)
        )
        for code, spots in groups
        if spots
    )


def spot_text(spot: MapSpot, found: PlaceMap, language: str, speak: Say) -> str:
    """Return a place with its figure: "Rasht 25"."""
    name = line_name(Split(found.by, ()), spot.name, language, speak)
    return f"{name}\xa0{figure_text(spot.figure, language)}"


def _laid(found: PlaceMap, width: float, height: float, language: str, speak: Say) -> Layout:
    return lay_out(
        found.drawn,
        width,
        height,
        lambda spot: spot_text(spot, found, language, speak),
        lambda text: text_width(text, fonts.SANS_SEMIBOLD, _TYPE) * POINTS,
        _TYPE * 1.15,
        (0.0, 0.0, *_CORNER),
    )


def _drawing(laid: Layout, width: float, height: float, inks: ChartColours, language: str) -> Drawing:
    drawing = Drawing(width, height)
    ground = Rect(0, 0, width, height, fillColor=_ink(inks.shade), strokeColor=None)
    drawing.add(ground)
    _degrees(drawing, laid.frame, inks)
    for named in laid.names:
        if named.line is not None:
            drawing.add(Line(*named.line, strokeColor=_ink(inks.second), strokeWidth=0.4))
    for circle in laid.circles:
        below = (circle.spot.figure.value or 0) < 0
        fill = inks.loss if below else inks.mixed(3, 5)
        drawing.add(
            Circle(
                circle.x,
                circle.y,
                circle.radius,
                fillColor=_ink(fill),
                strokeColor=_ink(inks.text),
                strokeWidth=0.5,
            )
        )
    for named in laid.names:
        drawing.add(_text(named.left, named.bottom + _TYPE * 0.28, named.text, inks.text, strong=True))
    _scale(drawing, laid.frame, inks, language)
    edge = Rect(0, 0, width, height, fillColor=None, strokeColor=_ink(inks.line), strokeWidth=0.6)
    drawing.add(edge)
    return drawing


def _degrees(drawing: Drawing, frame: Frame, inks: ChartColours) -> None:
    """Draw lines of whole degrees with their numbers at the upper and the right edge."""
    south, west, north, east = frame.bounds
    for degree in range(math.ceil(west), math.floor(east) + 1):
        x, _ = frame.place((frame.middle[0], degree))
        _ruled(drawing, (x, 0.0, x, frame.height), inks)
        if x < frame.width - _ROOM:
            drawing.add(_text(x + 1.5, frame.height - _SMALL - 0.5, f"{degree}°", inks.second))
    for degree in range(math.ceil(south), math.floor(north) + 1):
        _, y = frame.place((degree, frame.middle[1]))
        _ruled(drawing, (0.0, y, frame.width, y), inks)
        if y < frame.height - 2 * _SMALL:
            drawing.add(_text(frame.width - _ROOM, y + 1.5, f"{degree}°", inks.second))


def _ruled(drawing: Drawing, line: Area, inks: ChartColours) -> None:
    drawing.add(Line(*line, strokeColor=_ink(inks.line), strokeWidth=0.3, strokeDashArray=(1, 2)))


def _scale(drawing: Drawing, frame: Frame, inks: ChartColours, language: str) -> None:
    """Draw how long some kilometres are, in the lower left corner."""
    one = frame.degree / KILOMETRES
    length = next((each for each in _SCALES if each * one <= _CORNER[0] - 12), _SCALES[-1])
    left, bottom, right = 6.0, 6.0, 6.0 + length * one
    ground = Rect(0, 0, *_CORNER, fillColor=_ink(inks.shade), strokeColor=None)
    drawing.add(ground)
    for line in ((left, bottom, right, bottom), (left, 4, left, 8), (right, 4, right, 8)):
        drawing.add(Line(*line, strokeColor=_ink(inks.text), strokeWidth=0.7))
    drawing.add(_text(left, bottom + 4, f"{length} {word('report.map_km', language)}", inks.text))


def _text(x: float, y: float, text: str, colour: str, *, strong: bool = False) -> String:
    font, size = (fonts.SANS_SEMIBOLD, _TYPE) if strong else (fonts.SANS, _SMALL)
    return String(x, y, text, fontName=font, fontSize=size, fillColor=_ink(colour))


def _ink(colour: str) -> HexColor:
    return HexColor(f"#{colour}")
