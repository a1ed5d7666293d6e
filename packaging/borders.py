"""Makes the outline that the map of a report is drawn on: what lies around the list of places, and no more.

The countries of Natural Earth come from npm as TopoJSON: arcs of whole numbers, each point a step from the
one before, which the polygons of countries share. Of these the program needs the land of the country that
the places lie in, and every border in a box around them once, in thousandths of a degree. No country is
named or chosen here: the places say which one is theirs. As in `environment`: standard library only, and
Python 3.11 must be able to run it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from environment import ROOT, fingerprint

PLACES = ROOT / "resources" / "places" / "tajikistan.json"
BORDERS = ROOT / "resources" / "places" / "borders.json"
PACKAGE = "world-atlas"
SOURCE = "Natural Earth 4.1, Admin 0 countries, 1:10m, naturalearthdata.com"
UNIT = 1000
"""Parts of a degree: 0.1 km, far finer than the source."""
_AROUND = 6.0, 8.0
"""Degrees of latitude and longitude around the places: more than a wide window or a high one shows."""

Point = tuple[float, float]
Line = list[Point]


def write_borders(modules: Path, target: Path = BORDERS) -> None:
    """Lay the outline among the program's data, if what it is made of has changed since, or it is spoiled."""
    package = modules / PACKAGE
    countries = package / "countries-10m.json"
    made_of = fingerprint(countries, package / "package.json", PLACES, Path(__file__))
    if _made_of(target) == made_of:
        return
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    found = {
        "source": SOURCE,
        "version": about["version"],
        "licence": (package / "LICENSE").read_text(encoding="utf-8"),
        "made_of": made_of,
        "unit": UNIT,
        **outline(json.loads(countries.read_text(encoding="utf-8")), points_of_places()),
    }
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    target.write_text(text + "\n", encoding="utf-8", newline="\n")


def _made_of(path: Path) -> str:
    """Return what an outline says that it was made of; "" for one that is not there or not whole."""
    try:
        return str(json.loads(path.read_text(encoding="utf-8"))["made_of"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def points_of_places() -> "list[Point]":
    """Return the points of the list of places, longitude first as in TopoJSON."""
    listed = json.loads(PLACES.read_text(encoding="utf-8"))["places"]
    return [(each["point"][1], each["point"][0]) for each in listed if each.get("point")]


def outline(topology: "Mapping[str, Any]", points: "Sequence[Point]") -> "dict[str, list[list[int]]]":
    """Return the land that most points lie on, and the borders around all of them, as steps in units."""
    arcs = decoded(topology)
    countries = [polygons(country) for country in topology["objects"]["countries"]["geometries"]]
    lands = [[ring(arcs, each) for polygon in country for each in polygon] for country in countries]
    home = max(lands, key=lambda land: sum(inside(point, land) for point in points))
    box = box_around(points)
    rings = (each for country in countries for polygon in country for each in polygon)
    used = {max(number, ~number) for each in rings for number in each}
    near = (run for number in sorted(used) for run in runs(arcs[number], box))
    return {"land": [stepped(each) for each in home], "lines": [stepped(run) for run in near]}


def decoded(topology: "Mapping[str, Any]") -> "list[Line]":
    """Return the arcs in degrees: each step adds to the point before, and the sum is scaled and moved."""
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            line.append((west + x * wide, south + y * high))
        found.append(line)
    return found


def polygons(geometry: "Mapping[str, Any]") -> "list[list[list[int]]]":
    """Return the polygons of a country, each as its rings of arcs' numbers; none of what is no area."""
    kind = geometry["type"]
    if kind == "Polygon":
        return [geometry["arcs"]]
    return list(geometry["arcs"]) if kind == "MultiPolygon" else []


def ring(arcs: "Sequence[Line]", numbers: "Sequence[int]") -> "Line":
    """Return a ring put together of arcs, its last point left out, which is its first; ~n is n backwards."""
    found: Line = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        found += arc[:-1]
    return found


def inside(point: "Point", rings: "Sequence[Line]") -> bool:
    """Tell whether a point lies in an area whose rings may be holes too.

    A line from it to the east meets them an odd number of times then.
    """
    x, y = point
    odd = False
    for each in rings:
        for (x1, y1), (x2, y2) in zip(each, [*each[1:], each[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                odd = not odd
    return odd


def box_around(points: "Sequence[Point]") -> "tuple[float, float, float, float]":
    """Return the west, south, east and north edge of what is kept."""
    across, up = [x for x, _ in points], [y for _, y in points]
    high, wide = _AROUND
    return min(across) - wide, min(up) - high, max(across) + wide, max(up) + high


def runs(line: "Line", box: "tuple[float, float, float, float]") -> "Iterator[Line]":
    """Yield the parts of a line that lie in a box, each with the steps by which it enters and leaves."""
    west, south, east, north = box
    within = [west <= x <= east and south <= y <= north for x, y in line]
    begun = None
    for at in range(1, len(line)):
        near = within[at - 1] or within[at]
        if near and begun is None:
            begun = at - 1
        elif not near and begun is not None:
            yield line[begun:at]
            begun = None
    if begun is not None:
        yield line[begun:]


def stepped(line: "Line") -> "list[int]":
    """Return a line in units: its first point, then the steps from each to the next, x and y in turn."""
    found: list[int] = []
    x = y = 0
    for across, up in line:
        to_x, to_y = round(across * UNIT), round(up * UNIT)
        if not found or (to_x, to_y) != (x, y):
            found += (to_x - x, to_y - y)
        x, y = to_x, to_y
    return found
