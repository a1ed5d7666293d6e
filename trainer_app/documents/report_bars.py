"""Small bars beside numbers. Each part has a filling of its own, so that a copier without colours keeps them.

The numbers always stand beside as text: a bar adds nothing that is not said there.
"""

from collections.abc import Sequence

from trainer_app.documents.flow import ACCENT, INK, Drawing
from trainer_app.documents.paper import POINTS, Paper

FILLINGS = ("solid", "stripes", "dots", "cross", "empty")
"""Of present, late, excused, absent, not marked."""

_HEIGHT = 3.4
_PITCH = 1.1
_FRAME = 0.4


def stacked_bar(parts: Sequence[int], whole: int) -> Drawing:
    """Return a bar of parts in the order of `FILLINGS`; `whole` is what the full width stands for."""

    def draw(paper: Paper, left: float, middle: float, width: float) -> None:
        top, x = middle - _HEIGHT / 2, left
        for filling, part in zip(FILLINGS, parts, strict=True):
            long = width * part / whole if whole else 0.0
            if part:
                fill(paper, x, top, long, _HEIGHT, filling)
            x += long

    return draw


def plain_bar(part: int, whole: int) -> Drawing:
    """Return a solid bar in a frame that stands for the whole."""

    def draw(paper: Paper, left: float, middle: float, width: float) -> None:
        top = middle - _HEIGHT / 2
        long = width * min(max(part, 0), whole) / whole if whole else 0.0
        if long:
            paper.box(left, top, long, _HEIGHT, fill=ACCENT)
        paper.box(left, top, width, _HEIGHT, _FRAME, INK)

    return draw


def fill(paper: Paper, x: float, y: float, width: float, height: float, filling: str) -> None:
    """Fill a box in one of the ways of `FILLINGS`, and frame it."""
    if filling == "solid":
        paper.box(x, y, width, height, _FRAME, INK, fill=ACCENT)
        return
    if filling in ("stripes", "cross"):
        _stripes(paper, x, y, width, height, both=filling == "cross")
    elif filling == "dots":
        _dots(paper, x, y, width, height)
    paper.box(x, y, width, height, _FRAME, INK)


def _stripes(paper: Paper, x: float, y: float, width: float, height: float, *, both: bool) -> None:
    """Draw slanting lines, cut to the box; `both` crosses them."""
    left, bottom = paper.place(x, y + height)
    wide, high = width * POINTS, height * POINTS
    step = _PITCH * POINTS
    lines = []
    for number in range(int((wide + high) / step) + 1):
        at = number * step
        lines.append(f"{left + at - high:.2f} {bottom:.2f} m {left + at:.2f} {bottom + high:.2f} l")
        if both:
            lines.append(f"{left + at:.2f} {bottom:.2f} m {left + at - high:.2f} {bottom + high:.2f} l")
    box = f"{left:.2f} {bottom:.2f} {wide:.2f} {high:.2f} re W n"
    paper.raw(f"q {box} 0.5 w 0 0 0 RG {' '.join(lines)} S Q")


def _dots(paper: Paper, x: float, y: float, width: float, height: float) -> None:
    rows = int(height / _PITCH)
    for row in range(rows):
        for column in range(int(width / _PITCH)):
            paper.box(
                x + (column + 0.35) * _PITCH, y + (row + 0.5) * height / rows - 0.17, 0.34, 0.34, fill=INK
            )
