"""Where the figures of a table lie: each place of its rows or columns with its point, one figure for each.

A map shows what the table beside it says, and nothing of its own: it is taken from a table whose rows or
columns are places. What has no point is on no map and stays in it all the same, to be told in words.
Of the outline below it, only what lies in the frame and beside the names is drawn.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct

from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.reports import CrossTable, Figure
from trainer_app.domain.people.places import Point, point_of

PLACES = (SplitBy.DISTRICT, SplitBy.TOWN, SplitBy.DUTY_DISTRICT, SplitBy.DUTY_DISTRICT_NOW)
"""What a map can be drawn of."""

type Bounds = tuple[float, float, float, float]
"""The least and the most of both numbers of a point: south, west, north and east edge in degrees."""
type Way = tuple[Point, ...]


class MapSpot(Struct, frozen=True):
    """One place with its figure. `name` as in a `SplitLine`; "" is for people of whom none was stated."""

    name: str
    figure: Figure
    point: Point | None = None

    @property
    def drawn(self) -> bool:
        """Tell whether it stands on the map: it has a point, and a value that can be said."""
        return self.point is not None and self.figure.value is not None


class PlaceMap(Struct, frozen=True):
    """A figure by place, the largest first. `by` names the split that the places are of."""

    by: str
    code: str
    spots: tuple[MapSpot, ...]

    @property
    def drawn(self) -> tuple[MapSpot, ...]:
        """What stands on the map."""
        return tuple(spot for spot in self.spots if spot.drawn)

    @property
    def elsewhere(self) -> tuple[MapSpot, ...]:
        """What is told in words."""
        return tuple(spot for spot in self.spots if not spot.drawn)


def places_of(rows: str, columns: str) -> str:
    """Return which of two splits are places, the rows first; "" for neither."""
    return next((by for by in (rows, columns) if by in PLACES), "")


def place_map(table: CrossTable | None, code: str = "") -> PlaceMap | None:
    """Return the map of a figure of a table; without `code`, or for one that is not there, of its first.

    None where neither rows nor columns are places, and for a table without figures.
    """
    by = places_of(table.rows, table.columns) if table else ""
    if table is None or not by or not table.codes:
        return None
    code = code if code in table.codes else table.codes[0]
    at = table.codes.index(code)
    found = _lines(table, at) if by == table.rows else _columns(table, at)
    spots = [MapSpot(name, figure, point_of(name)) for name, figure in found]
    return PlaceMap(by, code, tuple(sorted(spots, key=_order)))


def _lines(table: CrossTable, at: int) -> Iterable[tuple[str, Figure]]:
    return ((line.name, line.parts[-1][at]) for line in table.lines)


def _columns(table: CrossTable, at: int) -> Iterable[tuple[str, Figure]]:
    parts = table.total.parts
    return ((name, part[at]) for name, part in zip(table.columns_named, parts, strict=False))


def _order(spot: MapSpot) -> tuple[bool, Fraction, bool, str]:
    """Order by size whatever the sign; what cannot be said, and what was not stated, comes last."""
    value = spot.figure.value
    return value is None, -abs(Fraction(value or 0)), not spot.name, spot.name.casefold()


def lines_within(lines: Iterable[Way], bounds: Bounds) -> Iterator[Way]:
    """Yield the parts of lines that lie within bounds; they end exactly at its edges."""
    for line in lines:
        run: list[Point] = []
        for one, other in pairwise(line):
            part = _step_within(one, other, bounds)
            if run and (part is None or part[0] != run[-1]):
                yield tuple(run)
                run = []
            if part is not None:
                run += part[1:] if run else part
        if run:
            yield tuple(run)


def _step_within(one: Point, other: Point, bounds: Bounds) -> Way | None:
    """Return the part of a straight line that lies within bounds (Liang and Barsky); None if none does."""
    south, west, north, east = bounds
    if max(one[0], other[0]) < south or min(one[0], other[0]) > north:
        return None
    up, across = other[0] - one[0], other[1] - one[1]
    begin, end = 0.0, 1.0
    edges = ((-up, one[0] - south), (up, north - one[0]), (-across, one[1] - west), (across, east - one[1]))
    for towards, room in edges:
        if towards > 0:
            end = min(end, room / towards)
        elif towards < 0:
            begin = max(begin, room / towards)
        elif room < 0:
            return None
    if begin >= end:
        return None
    # Its own ends stay as they are, so that the next part begins where this one ends.
    return (
        _between(one, other, begin) if begin > 0 else one,
        _between(one, other, end) if end < 1 else other,
    )


def lines_beside(lines: Iterable[Way], box: Bounds) -> Iterator[Way]:
    """Yield the parts of lines that lie outside a box; lines that do not meet it stay as they are."""
    for line in lines:
        run = [line[0]]
        for one, other in pairwise(line):
            part = _step_within(one, other, box)
            if part is None:
                run.append(other)
                continue
            if part[0] != one:
                run.append(part[0])
            if len(run) > 1:
                yield tuple(run)
            run = [part[1]] if part[1] == other else [part[1], other]
        if len(run) > 1:
            yield tuple(run)


def area_within(ring: Way, bounds: Bounds) -> Way:
    """Return the part of an area within bounds (Sutherland and Hodgman), partly along its edges; () if none.

    Where that would be several areas, ways of no width along an edge connect them: to be filled, not to be
    drawn as a line.
    """
    south, west, north, east = bounds
    for axis, limit, sign in ((0, south, 1), (0, north, -1), (1, west, 1), (1, east, -1)):
        ring = tuple(_one_side(ring, axis, limit, sign))
    return ring


def _one_side(ring: Way, axis: int, limit: float, sign: int) -> Iterator[Point]:
    """Yield the ring of what lies above a limit, or below it with the sign -1."""
    for before, point in zip((*ring[-1:], *ring[:-1]), ring, strict=True):
        was, now = sign * (before[axis] - limit), sign * (point[axis] - limit)
        if (was < 0) != (now < 0):
            yield _between(before, point, was / (was - now))
        if now >= 0:
            yield point


def _between(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share
