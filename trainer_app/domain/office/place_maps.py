"""Where the figures of a table lie: each place of its rows or columns with its point, one figure for each.

A map shows what the table beside it says, and nothing of its own: it is taken from a table whose rows or
columns are places. What has no point is on no map and stays in it all the same, to be told in words.
"""

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct

from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.reports import CrossTable, Figure
from trainer_app.domain.people.places import point_of

PLACES = (SplitBy.DISTRICT, SplitBy.TOWN, SplitBy.DUTY_DISTRICT, SplitBy.DUTY_DISTRICT_NOW)
"""What a map can be drawn of."""

type Point = tuple[float, float]
"""Latitude and longitude in degrees."""


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
