"""Lines of text below each other in a box: each fitted to its width, all together to its height."""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer_app.documents.fitting import Fitted, fit
from trainer_app.documents.paper import POINTS, Paper

CAPITAL, TAIL, LEADING = 0.73, 0.22, 1.2
"""Height of capitals, depth of tails, and the way from line to line, in sizes of type (Noto Sans)."""


@dataclass(frozen=True)
class Piece:
    """One text of a stack. `size` down to `least` (points), on up to `lines`; `gap` (mm) above it."""

    text: str
    font: str
    size: float
    least: float
    lines: int = 1
    gap: float = 0.0


@dataclass(frozen=True)
class Box:
    """Where a stack stands, in millimetres. `align` is that of its lines: left, centre or right.

    `high` says where it hangs: 0 for the top of the box, 0.5 for its middle, 1 for its foot.
    """

    x: float
    y: float
    width: float
    height: float
    align: str = "left"
    high: float = 0.0


def stack(paper: Paper, box: Box, pieces: Sequence[Piece]) -> None:
    """Draw texts below each other; what is too high is made smaller as a whole, never cut."""
    shown = [piece for piece in pieces if piece.text]
    fitted = [fit(piece.text, piece.font, piece.size, box.width, piece.least, piece.lines) for piece in shown]
    height = sum(
        _height(each) + (piece.gap if place else 0)
        for place, (piece, each) in enumerate(zip(shown, fitted, strict=True))
    )
    if not height:
        return
    scale = min(1.0, box.height / height)
    y = box.y + (box.height - height * scale) * box.high
    x = box.x + {"left": 0.0, "centre": 0.5, "right": 1.0}[box.align] * box.width
    for place, (piece, each) in enumerate(zip(shown, fitted, strict=True)):
        size = each.size * scale
        y += (piece.gap * scale if place else 0) + size * CAPITAL / POINTS
        for number, line in enumerate(each.lines):
            y += size * LEADING / POINTS if number else 0
            paper.text(x, y, line, piece.font, size, align=box.align)
        y += size * TAIL / POINTS


def _height(fitted: Fitted) -> float:
    lines = (len(fitted.lines) - 1) * LEADING
    return fitted.size * (CAPITAL + lines + TAIL) / POINTS
