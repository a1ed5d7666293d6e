"""The map of a report: circles at the places of its table, as large as the figure that is looked at.

Drawn with reportlab's shapes as the charts are, once for paper and screen. Below everything lies the outline
of countries, each border the same thin line, and in a quiet tone the land that the list of places lies in.
Where set-up made no outline, and for districts, of which there is none, the points, lines of whole degrees
and a scale say where things lie. The frame is equirectangular, computed from the points: degrees of longitude
are as wide as they are at its middle. Every circle has its name and number, and no name covers another;
whatever has no point, no value, or no room for its name is told in words below. On the map lengths are in
points of type, and y grows upwards.
"""

import math
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from reportlab.graphics import shapes
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import HexColor

from trainer_app.documents.base import fonts
from trainer_app.documents.base.paper import POINTS, Paper, text_width
from trainer_app.documents.office.report_words import (
    Say,
    figure_name,
    figure_text,
    line_name,
    split_name,
)
from trainer_app.domain.base.texts import word
from trainer_app.domain.office.place_maps import (
    Bounds,
    MapSpot,
    PlaceMap,
    Way,
    area_within,
    lines_beside,
    lines_within,
)
from trainer_app.domain.office.reports import Split
from trainer_app.domain.papers.course_papers import ChartColours
from trainer_app.domain.people.places import Borders, Point, borders

KILOMETRES = 111.2
"""Of one degree of latitude."""
_LEAST = 1.2
"""Degrees of latitude that a frame shows at least: one town alone does not fill it."""
_LARGEST, _SMALLEST = 0.06, 1.6
"""Radius of the largest circle as a share of the frame's shorter side, and of any circle in points."""
_AROUND = 1.35
"""How much farther apart than touching the two circles of one point stand."""
_FINE = 0.4
"""Points of an outline that are nearer to each other than this on the map are one."""
_GAP, _STEP, _RINGS = 2.0, 6.0, 14
"""Between a circle and its name; from one distance to the next that is tried, and how many are."""
_TOP, _RIGHT = 8.0, 14.0
"""At these edges the degrees are written."""
_WAYS = (0, 180, 90, 270, 35, 145, 215, 325, 62, 118, 242, 298)
"""Directions in which a name is looked for room, in degrees against the clock from the right."""

type Area = tuple[float, float, float, float]
"""Left, bottom, right, top."""


class Frame(Struct, frozen=True):
    """What of the earth a map shows, in a box of points of type."""

    width: float
    height: float
    middle: Point
    degree: float
    """Points of type of one degree of latitude."""

    def place(self, point: Point) -> tuple[float, float]:
        """Return where a point stands, from the left bottom corner."""
        latitude, longitude = point
        east = (longitude - self.middle[1]) * math.cos(math.radians(self.middle[0]))
        north = latitude - self.middle[0]
        return self.width / 2 + east * self.degree, self.height / 2 + north * self.degree

    def follow(self, way: Way) -> Way:
        """Return a way as it is drawn: its points are places, without those that nobody can tell apart."""
        places = [self.place(point) for point in way]
        kept = places[:1]
        for place in places[1:-1]:
            if math.dist(place, kept[-1]) >= _FINE:
                kept.append(place)
        return (*kept, *places[1:][-1:])

    @property
    def bounds(self) -> Bounds:
        """What it shows."""
        high = self.height / 2 / self.degree
        wide = self.width / 2 / self.degree / math.cos(math.radians(self.middle[0]))
        return self.middle[0] - high, self.middle[1] - wide, self.middle[0] + high, self.middle[1] + wide


class Circle(Struct, frozen=True):
    """One place on the map."""

    spot: MapSpot
    x: float
    y: float
    radius: float

    @property
    def area(self) -> Area:
        """The box around it."""
        return self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius


class Named(Struct, frozen=True):
    """A circle's name in its box; `line` leads to it where it does not stand beside it."""

    circle: Circle
    text: str
    area: Area
    line: Area | None = None


class Layout(Struct, frozen=True):
    """A map ready to be drawn: the largest circles first. `unnamed` found no room for their names."""

    frame: Frame
    circles: tuple[Circle, ...]
    names: tuple[Named, ...]
    unnamed: tuple[MapSpot, ...]


def frame_of(points: Sequence[Point], width: float, height: float, edge: float) -> Frame:
    """Return the frame that shows all points, with an `edge` around them."""
    latitudes, longitudes = [point[0] for point in points], [point[1] for point in points]
    middle = (min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2
    high = max(max(latitudes) - min(latitudes), _LEAST)
    wide = max((max(longitudes) - min(longitudes)) * math.cos(math.radians(middle[0])), _LEAST)
    degree = min((width - 2 * edge) / wide, (height - 2 * edge) / high)
    return Frame(width, height, middle, degree)


def lay_out(
    spots: Sequence[MapSpot],
    width: float,
    height: float,
    text_of: Callable[[MapSpot], str],
    wide: Callable[[str], float],
    high: float,
    corner: Area,
) -> Layout:
    """Return how a map of places is drawn in a box; `spots` are those with a point, the largest first.

    `wide` tells how wide a text is, `high` how high a line; nothing is written into the `corner`.
    """
    largest = min(width, height) * _LARGEST
    frame = frame_of([spot.point for spot in spots if spot.point], width, height, largest + 2 * high)
    circles = _circles(spots, frame, largest)
    writer = _Names((2.0, 2.0, width - _RIGHT, height - _TOP), circles, corner)
    for circle in circles:
        text = text_of(circle.spot)
        writer.write(circle, text, wide(text), high)
    return Layout(frame, circles, tuple(writer.names), tuple(writer.unnamed))


def _circles(spots: Sequence[MapSpot], frame: Frame, largest: float) -> tuple[Circle, ...]:
    """Return the circles, their areas as the values; those of one point stand around it."""
    most = max((abs(float(spot.figure.value or 0)) for spot in spots), default=0.0) or 1.0
    radii = [max(_SMALLEST, largest * math.sqrt(abs(float(spot.figure.value or 0)) / most)) for spot in spots]
    together: dict[Point, list[int]] = {}
    for number, spot in enumerate(spots):
        if spot.point is not None:
            together.setdefault(spot.point, []).append(number)
    found: dict[int, Circle] = {}
    for point, numbers in together.items():
        x, y = frame.place(point)
        ring = _ring([radii[number] for number in numbers])
        for place, number in enumerate(numbers):
            turn = math.pi / 2 - 2 * math.pi * place / len(numbers)
            found[number] = Circle(
                spots[number], x + ring * math.cos(turn), y + ring * math.sin(turn), radii[number]
            )
    return tuple(found[number] for number in sorted(found))


def _ring(radii: Sequence[float]) -> float:
    """Return how far from their point several circles stand, so that none covers its neighbour; 0 for one."""
    if len(radii) < 2:
        return 0.0
    return max(radii) / math.sin(math.pi / len(radii)) if len(radii) > 2 else sum(radii) / 2 * _AROUND


class _Names:
    """Names written so far, and what must stay free."""

    def __init__(self, box: Area, circles: Sequence[Circle], corner: Area) -> None:
        self._box, self._circles = box, circles
        self._taken = [corner, *(circle.area for circle in circles)]
        self._written: list[Area] = []
        self.names: list[Named] = []
        self.unnamed: list[MapSpot] = []

    def write(self, circle: Circle, text: str, wide: float, high: float) -> None:
        """Write a name beside its circle, or farther off with a line that leads to it; or keep it unnamed."""
        for ring in range(_RINGS):
            for way in _WAYS:
                area = _beside(circle, way, _GAP + ring * _STEP, wide, high)
                line = _leader(circle, area) if ring else None
                if self._free(area) and not (line and self._crosses(line, circle)):
                    self._keep(Named(circle, text, area, line))
                    return
        self.unnamed.append(circle.spot)

    def _free(self, area: Area) -> bool:
        left, bottom, right, top = self._box
        inside = left <= area[0] and bottom <= area[1] and area[2] <= right and area[3] <= top
        return inside and not any(_meet(area, each) for each in (*self._taken, *self._written))

    def _crosses(self, line: Area, circle: Circle) -> bool:
        """Tell whether a line would run through a name, or through a circle that it does not begin in."""
        others = [each.area for each in self._circles if not _meet(each.area, circle.area)]
        return any(_meet(dot, each) for dot in _dots(line) for each in (*self._written, *others))

    def _keep(self, name: Named) -> None:
        self.names.append(name)
        self._written.append(name.area)
        if name.line is not None:
            self._taken += _dots(name.line)


def _beside(circle: Circle, way: int, far: float, wide: float, high: float) -> Area:
    """Return the box of a text that stands in a direction from a circle, so far from its edge."""
    turn = math.radians(way)
    across, up = math.cos(turn), math.sin(turn)
    x, y = circle.x + (circle.radius + far) * across, circle.y + (circle.radius + far) * up
    left = x - wide / 2 + across * wide / 2
    bottom = y - high / 2 + up * high / 2
    return left, bottom, left + wide, bottom + high


def _leader(circle: Circle, area: Area) -> Area:
    """Return a line from the middle of a circle to the nearest point of a box."""
    near_x = min(max(circle.x, area[0]), area[2])
    near_y = min(max(circle.y, area[1]), area[3])
    return circle.x, circle.y, near_x, near_y


def _dots(line: Area) -> list[Area]:
    """Return small boxes along a line."""
    x1, y1, x2, y2 = line
    count = max(1, math.ceil(math.hypot(x2 - x1, y2 - y1) / 2))
    places = ((x1 + (x2 - x1) * at / count, y1 + (y2 - y1) * at / count) for at in range(count))
    return [(x - 0.4, y - 0.4, x + 0.4, y + 0.4) for x, y in places]


def _meet(one: Area, other: Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


MAP_HEIGHT = 104.0
"""Millimetres of a map on paper."""
_TYPE, _SMALL = 7.5, 6.5
_CORNER = 62.0, 20.0
"""Width and height of the corner in which the scale stands, in points."""
_ROOM = 13.0
"""What the number of a degree takes."""
_SCALES = (200, 100, 50, 20, 10)
_QUIET = 1, 9
"""The tone of the land, as `ChartColours.mixed` takes it."""


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
    """Return what a map does not say: places without a point, names without room, whose its outline is."""
    groups = (("report.map_elsewhere", found.elsewhere), ("report.map_unnamed", unnamed))
    told = [
        word(code, language).format(
            places="; ".join(spot_text(spot, found, language, speak) for spot in spots)
        )
        for code, spots in groups
        if spots
    ]
    if found.drawn and borders() is not None:
        told.append(word("report.map_outline", language))
    return tuple(told)


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
    outline = borders()
    ground = Rect(0, 0, width, height, fillColor=_ink(_ground(inks, outline)), strokeColor=None)
    drawing.add(ground)
    if outline is not None:
        _land(drawing, laid.frame, outline.land, inks)
    numbers = _degrees(drawing, laid.frame, inks)
    if outline is not None:
        written = (*numbers, *(named.area for named in laid.names))
        _borders(drawing, laid.frame, outline.lines, written, inks)
    for named in laid.names:
        if named.line is not None:
            drawing.add(Line(*named.line, strokeColor=_ink(inks.second), strokeWidth=0.4))
    for circle in laid.circles:
        below = (circle.spot.figure.value or 0) < 0
        fill = inks.loss if below else inks.mixed(3, 5)
        drawing.add(
            shapes.Circle(
                circle.x,
                circle.y,
                circle.radius,
                fillColor=_ink(fill),
                strokeColor=_ink(inks.text),
                strokeWidth=0.5,
            )
        )
    for named in laid.names:
        drawing.add(_text(named.area[0], named.area[1] + _TYPE * 0.28, named.text, inks.text, strong=True))
    _scale(drawing, laid.frame, inks, language, _ground(inks, outline))
    edge = Rect(0, 0, width, height, fillColor=None, strokeColor=_ink(inks.line), strokeWidth=0.6)
    drawing.add(edge)
    return drawing


def _ground(inks: ChartColours, outline: Borders | None) -> str:
    """Return the colour of a map: without an outline all of it is alike."""
    return inks.shade if outline is None else inks.ground


def _land(drawing: Drawing, frame: Frame, rings: Iterable[Way], inks: ChartColours) -> None:
    """Fill what of the land lies in the frame; the enclaves of others in it stay empty."""
    path = shapes.Path(fillColor=_ink(inks.mixed(*_QUIET)), strokeColor=None, fillMode=shapes.FILL_EVEN_ODD)
    for ring in rings:
        part = area_within(ring, frame.bounds)
        if part:
            _follow(path, frame.follow(part))
            path.closePath()
    drawing.add(path)


def _borders(
    drawing: Drawing, frame: Frame, lines: Iterable[Way], written: Iterable[Area], inks: ChartColours
) -> None:
    """Draw the borders in the frame, strong enough for a poor copier, broken where something is written."""
    path = shapes.Path(fillColor=None, strokeColor=_ink(inks.edge), strokeWidth=0.9, strokeLineJoin=1)
    ways = [frame.follow(line) for line in lines_within(lines, frame.bounds)]
    for area in written:
        ways = list(lines_beside(ways, area))
    for way in ways:
        _follow(path, way)
    drawing.add(path)


def _follow(path: shapes.Path, way: Way) -> None:
    path.moveTo(*way[0])
    for x, y in way[1:]:
        path.lineTo(x, y)


def _degrees(drawing: Drawing, frame: Frame, inks: ChartColours) -> list[Area]:
    """Draw lines of whole degrees with numbers at the upper and the right edge; return where these are."""
    corners: list[tuple[float, float, int]] = []
    south, west, north, east = frame.bounds
    for degree in range(math.ceil(west), math.floor(east) + 1):
        x, _ = frame.place((frame.middle[0], degree))
        _ruled(drawing, (x, 0.0, x, frame.height), inks)
        if x < frame.width - _ROOM:
            corners.append((x + 1.5, frame.height - _SMALL - 0.5, degree))
    for degree in range(math.ceil(south), math.floor(north) + 1):
        _, y = frame.place((degree, frame.middle[1]))
        _ruled(drawing, (0.0, y, frame.width, y), inks)
        if y < frame.height - 2 * _SMALL:
            corners.append((frame.width - _ROOM, y + 1.5, degree))
    for x, y, degree in corners:
        drawing.add(_text(x, y, f"{degree}°", inks.second))
    return [(x - 1, y - 1, x + _ROOM - 1.5, y + _SMALL) for x, y, _ in corners]


def _ruled(drawing: Drawing, line: Area, inks: ChartColours) -> None:
    drawing.add(Line(*line, strokeColor=_ink(inks.line), strokeWidth=0.3, strokeDashArray=(1, 2)))


def _scale(drawing: Drawing, frame: Frame, inks: ChartColours, language: str, below: str) -> None:
    """Draw how long some kilometres are, in the lower left corner."""
    one = frame.degree / KILOMETRES
    length = next((each for each in _SCALES if each * one <= _CORNER[0] - 12), _SCALES[-1])
    left, bottom, right = 6.0, 6.0, 6.0 + length * one
    ground = Rect(0, 0, *_CORNER, fillColor=_ink(below), strokeColor=_ink(inks.line), strokeWidth=0.3)
    drawing.add(ground)
    for line in ((left, bottom, right, bottom), (left, 4, left, 8), (right, 4, right, 8)):
        drawing.add(Line(*line, strokeColor=_ink(inks.text), strokeWidth=0.7))
    drawing.add(_text(left, bottom + 4, f"{length} {word('report.map_km', language)}", inks.text))


def _text(x: float, y: float, text: str, colour: str, *, strong: bool = False) -> String:
    font, size = (fonts.SANS_SEMIBOLD, _TYPE) if strong else (fonts.SANS, _SMALL)
    return String(x, y, text, fontName=font, fontSize=size, fillColor=_ink(colour))


def _ink(colour: str) -> HexColor:
    return HexColor(f"#{colour}")
