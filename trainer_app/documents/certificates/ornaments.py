"""The drawn parts of a certificate: woven frame, rings of the watermark, emblems, rule, stamp.

All are made for this project from sines, squares and circles. Each function returns operators of the PDF
language in points from the bottom left; lengths given are in points too. Pure and cached: a design is worked
out once.
"""

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from math import cos, pi, sin, sqrt

from trainer_app.documents.base.paper import POINTS, paint

Point = tuple[float, float]
Curve = Callable[[float], Point]

_FINE = 25
"""Fine units in a point: 0.04 pt is a third of a dot at 600 dpi."""

_ROUND = 0.5522847498
"""Handle length of a Bezier quarter circle of radius 1."""


def outline(x: float, y: float, width: float, height: float, weight: float, colour: str) -> str:
    """Return a rectangle drawn with mitred corners."""
    return f"{weight:g} w {paint(colour)} RG {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S"


def segment(start: Point, end: Point, weight: float, colour: str, dash: str = "") -> str:
    """Return a straight line."""
    return (
        f"q {weight:g} w {paint(colour)} RG [{dash}] 0 d "
        f"{start[0]:.2f} {start[1]:.2f} m {end[0]:.2f} {end[1]:.2f} l S Q"
    )


def circle(centre: Point, radius: float, weight: float, colour: str, dash: str = "") -> str:
    """Return a circle, drawn."""
    return f"q {weight:g} w {paint(colour)} RG [{dash}] 0 d {_circle_path(centre, radius)} S Q"


def disc(centre: Point, radius: float, colour: str) -> str:
    """Return a circle, filled."""
    return f"{paint(colour)} rg {_circle_path(centre, radius)} f"


def star(centre: Point, radius: float, weight: float, colour: str) -> str:
    """Return the eight-pointed star: two squares, one standing on its corner."""
    x, y = centre
    half = radius / sqrt(2)
    return (
        f"{weight:g} w {paint(colour)} RG "
        f"{x - half:.2f} {y - half:.2f} {2 * half:.2f} {2 * half:.2f} re "
        f"{x - radius:.2f} {y:.2f} m {x:.2f} {y + radius:.2f} l {x + radius:.2f} {y:.2f} l "
        f"{x:.2f} {y - radius:.2f} l h S"
    )


def eyed_star(centre: Point, radius: float, weight: float, colour: str, gold: str) -> str:
    """Return the star with a ring and a golden dot in it."""
    return "\n".join(
        (
            star(centre, radius, weight, colour),
            circle(centre, radius * 0.46, weight, colour),
            disc(centre, radius * 0.215, gold),
        )
    )


@lru_cache(maxsize=16)
def band(length: float, height: float, lobes: int) -> str:
    """Return the path of a woven band along x from 0, five threads round y = 0, not yet drawn.

    A thread is sin(2 waves a lobe) under a swell of 0.6 - 0.4 cos(lobe), tapering to a point at both ends.
    """

    def thread(phase: float) -> Curve:
        def at(t: float) -> Point:
            swell = height * (0.6 - 0.4 * cos(2 * pi * lobes * t))
            edge = min(1.0, 2 * lobes * min(t, 1 - t))
            taper = edge * edge * (3 - 2 * edge)
            return length * t, swell * taper * sin(2 * pi * 2 * lobes * t + phase)

        return at

    return "\n".join(_smooth(thread(2 * pi * k / 5), lobes * 12) for k in range(5))


@lru_cache(maxsize=16)
def ring(radius: float, waves: int = 66) -> str:
    """Return the path of a woven ring round (0, 0) with an outer radius, three threads, not yet drawn."""
    height = radius * 0.0645

    def thread(phase: float) -> Curve:
        def at(t: float) -> Point:
            distance = radius - height + height * sin(2 * pi * waves * t + phase)
            return distance * cos(2 * pi * t), distance * sin(2 * pi * t)

        return at

    return "\n".join(_smooth(thread(2 * pi * k / 3), waves * 6) for k in range(3))


@lru_cache(maxsize=16)
def braid(radius: float, height: float, waves: int) -> str:
    """Return the path of two threads woven round (0, 0) at a radius, not yet drawn."""

    def thread(side: int) -> Curve:
        def at(t: float) -> Point:
            distance = radius + side * height * sin(2 * pi * waves * t)
            return distance * cos(2 * pi * t), distance * sin(2 * pi * t)

        return at

    return "\n".join(_smooth(thread(side), waves * 6) for side in (1, -1))


def woven_frame(x: float, y: float, width: float, height: float, colour: str, gold: str, thread: str) -> str:
    """Return the whole frame by its outer rectangle: two lines, two golden hairlines, band and corners."""
    hair, inner, line = 0.9 * POINTS, 7.5 * POINTS, 8.2 * POINTS
    parts = [
        f"0 j {outline(x, y, width, height, 1.1, colour)}",
        outline(x + hair, y + hair, width - 2 * hair, height - 2 * hair, 0.3, gold),
        outline(x + line, y + line, width - 2 * line, height - 2 * line, 0.6, colour),
    ]
    for at in (y + inner, y + height - inner):
        parts.append(segment((x + hair, at), (x + width - hair, at), 0.3, gold))
    for at in (x + inner, x + width - inner):
        parts.append(segment((at, y + hair), (at, y + height - hair), 0.3, gold))
    middle = (hair + inner) / 2
    for at_x in (x + middle, x + width - middle):
        for at_y in (y + middle, y + height - middle):
            parts.append(eyed_star((at_x, at_y), 2.57 * POINTS, 0.5, colour, gold))
    parts.append(_bands(x, y, width, height, middle, thread))
    return "\n".join(parts)


def rings(centre: Point, radius: float, colour: str) -> str:
    """Return the watermark: three woven rings, each inside the one before."""
    paths = "\n".join(ring(round(radius * share, 2)) for share in (1.0, 53.5 / 63, 45 / 63))
    return _woven(paths, f"1 0 0 1 {centre[0]:.2f} {centre[1]:.2f}", 0.28, colour)


def seal(centre: Point, radius: float, colour: str, gold: str) -> str:
    """Return the round emblem."""
    woven = braid(round(radius * 0.79, 2), round(radius * 0.068, 2), 24)
    return "\n".join(
        (
            circle(centre, radius, 0.9, colour),
            circle(centre, radius * 0.895, 0.35, gold),
            _woven(woven, f"1 0 0 1 {centre[0]:.2f} {centre[1]:.2f}", 0.5, colour),
            eyed_star(centre, radius * 0.655, 0.7, colour, gold),
        )
    )


def shield(centre: Point, radius: float, colour: str, gold: str) -> str:
    """Return the emblem in the form of a shield, as high as a seal of that radius and a little more."""
    return "\n".join(
        (
            f"0.9 w {paint(colour)} RG {_shield_path(centre, radius, 0.0)} S",
            f"0.4 w {paint(gold)} RG {_shield_path(centre, radius, 0.108)} S",
            eyed_star(centre, radius * 0.443, 0.7, colour, gold),
        )
    )


def rule(centre: Point, width: float, gold: str) -> str:
    """Return a golden line with a small star in its middle."""
    x, y = centre
    near, dot = 4.2 * POINTS, 3.1 * POINTS
    parts = [star(centre, 1.6 * POINTS, 0.5, gold)]
    for side in (-1, 1):
        parts.append(segment((x + side * near, y), (x + side * width / 2, y), 0.45, gold))
        parts.append(disc((x + side * dot, y), 0.3 * POINTS, gold))
    return "\n".join(parts)


def stamp(centre: Point, radius: float, colour: str) -> str:
    """Return the dotted circle in which a stamp is set."""
    return f"1 J {circle(centre, radius, 0.6, colour, '0.1 1.9')} 0 J"


def _bands(x: float, y: float, width: float, height: float, middle: float, thread: str) -> str:
    """Return the four woven bands; lobes are as close to 7.92 mm as the length allows."""
    start = 8.8 * POINTS
    parts = []
    for length, places in (
        (
            width - 2 * start,
            ((1, 0, 0, 1, x + start, y + middle), (1, 0, 0, 1, x + start, y + height - middle)),
        ),
        (
            height - 2 * start,
            ((0, 1, -1, 0, x + middle, y + start), (0, 1, -1, 0, x + width - middle, y + start)),
        ),
    ):
        path = band(round(length, 2), 2.6 * POINTS, max(1, round(length / (7.92 * POINTS))))
        for place in places:
            matrix = " ".join(f"{number:.2f}" for number in place)
            parts.append(_woven(path, matrix, 0.26, thread))
    return "\n".join(parts)


def _shield_path(centre: Point, radius: float, inset: float) -> str:
    """Return a shield's outline; `inset` moves it inwards, in shares of the radius."""
    half, top, shoulder = 0.865 - inset, 1.033 - inset * 1.17, 0.783 - inset * 0.9
    waist, tip = -0.07, -1.1 + inset * 1.2

    def at(share_x: float, share_y: float) -> str:
        return f"{centre[0] + share_x * radius:.2f} {centre[1] + share_y * radius:.2f}"

    def side(sign: int) -> str:
        rise, wide = top - shoulder, sign * half
        return (
            f"{at(wide * 0.32, top - rise * 0.72)} {at(wide * 0.66, shoulder)} {at(wide, shoulder)} c "
            f"{at(wide, waist)} l "
            f"{at(wide, waist - 0.48)} {at(wide * 0.56, tip + 0.26)} {at(0, tip)} c"
        )

    return f"0 j {at(0, top)} m {side(1)} {at(0, top)} m {side(-1)}"


def _circle_path(centre: Point, radius: float) -> str:
    """Return a circle as four Bezier curves."""
    x, y = centre
    handle = radius * _ROUND
    quarters = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    path = [f"{x + radius:.2f} {y:.2f} m"]
    for (ax, ay), (bx, by) in pairwise(quarters):
        path.append(
            f"{x + ax * radius + bx * handle:.2f} {y + ay * radius + by * handle:.2f} "
            f"{x + bx * radius + ax * handle:.2f} {y + by * radius + ay * handle:.2f} "
            f"{x + bx * radius:.2f} {y + by * radius:.2f} c"
        )
    return " ".join(path) + " h"


def _smooth(curve: Curve, pieces: int) -> str:
    """Return a curve over 0..1 as Bezier pieces whose ends have the curve's own direction (Hermite).

    In whole fine units, which makes a woven frame half as large; `_woven` scales them back.
    """
    tiny = 1e-5 / pieces
    reach = _FINE / (3 * pieces * 2 * tiny)
    ends = []
    for index in range(pieces + 1):
        t = index / pieces
        (x, y), (x1, y1), (x2, y2) = curve(t), curve(t - tiny), curve(t + tiny)
        ends.append((x * _FINE, y * _FINE, (x2 - x1) * reach, (y2 - y1) * reach))
    path = ["{:.0f} {:.0f} m".format(*ends[0][:2])]
    path += [
        f"{ax + adx:.0f} {ay + ady:.0f} {bx - bdx:.0f} {by - bdy:.0f} {bx:.0f} {by:.0f} c"
        for (ax, ay, adx, ady), (bx, by, bdx, bdy) in pairwise(ends)
    ]
    return "\n".join(path)


def _woven(path: str, matrix: str, weight: float, colour: str) -> str:
    """Draw a path of fine units at a place."""
    scale = 1 / _FINE
    return (
        f"q {matrix} cm {scale:g} 0 0 {scale:g} 0 0 cm {weight * _FINE:g} w {paint(colour)} RG\n{path}\nS Q"
    )
