"""Making text fit: shrink to a minimum, then break over lines, never clip; and lines stacked in a box."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from trainer_app.documents.base import fonts
from trainer_app.documents.base.paper import POINTS, Paper, text_width
from trainer_app.domain.base.patterns import regex

_WORD = regex(r"([ \t]*)([^ \t-]*-+|[^ \t-]+)")
"""The space before a word, and the word up to its hyphen; a no-break space belongs to the word."""

_SPACED = regex(r"([ \t]*)([^ \t]+)")
"""The same for words that stay whole at their hyphens."""

_GAINS = (1.1, 1.5)
"""How much larger the letters must get for a line to end at a hyphen, and inside a word."""

_STEP = 0.25
"""Sizes of type go down by quarters of a point."""


class Fitted(Struct, frozen=True):
    """Text as it will be set. `size` is in points; `crowded` says that it is below the minimum asked for."""

    lines: tuple[str, ...]
    size: float
    crowded: bool = False

    @property
    def broken(self) -> bool:
        """Tell whether the text takes more than one line."""
        return len(self.lines) > 1


def fit(
    text: str,
    font: str,
    size: float,
    width: float,
    min_size: float = 0.0,
    max_lines: int = 1,
    tracking: float = 0.0,
) -> Fitted:
    """Return the text at the largest size at which it fits into a width (mm).

    One line down to `min_size` (points; 0 = half of `size`); then more lines at that size, as even as
    they can be; and when even that is not enough, `max_lines` as small as it takes, marked as crowded.
    Lines end at spaces, after hyphens where spaces are not enough, and inside a word only where it would
    make the letters smaller by half to keep it whole.
    """
    return _fit(fonts.face(font), text, font, size, width, min_size, max_lines, tracking)


# The same names and titles stand on many papers, and are set out before they are drawn.
@lru_cache(maxsize=2048)
def _fit(
    _face: object,
    text: str,
    font: str,
    size: float,
    width: float,
    min_size: float,
    max_lines: int,
    tracking: float,
) -> Fitted:
    smallest = min(size, min_size or size / 2)
    largest = _largest(text, font, size, width, tracking)
    if largest >= smallest:
        return Fitted((text,), largest)
    for count in range(2, max_lines + 1):
        for words in (_SPACED, _WORD):
            lines = _balance(text, font, count, words)
            fitting = min(_largest(line, font, smallest, width, tracking) for line in lines)
            if fitting >= smallest:
                return Fitted(lines, smallest)
    ways = (*(_balance(text, font, max_lines, words) for words in (_SPACED, _WORD)), _chop(text, max_lines))
    sizes = [min(_largest(line, font, smallest, width, tracking, step=0.0) for line in way) for way in ways]
    best = 0
    for number, gain in enumerate(_GAINS, start=1):
        best = number if sizes[number] > gain * sizes[best] else best
    return Fitted(ways[best], sizes[best], crowded=True)


def wrap(text: str, font: str, size: float, width: float) -> tuple[str, ...]:
    """Break a text into lines of a width (mm) at one size.

    Lines end at spaces and after hyphens; a word that is too long even so is cut into pieces.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        # `along` is how wide the line is: no letter of it is measured again for the words that follow.
        line, along = "", 0.0
        for gap, word in _WORD.findall(paragraph):
            more = f" {word}" if line and gap else word
            longer = along + fonts.letter_widths(more, font)
            if _in_millimetres(longer, size) <= width:
                line, along = line + more, longer
                continue
            if line:
                lines.append(line)
            *pieces, line = _cut(word, font, size, width)
            along = fonts.letter_widths(line, font)
            lines.extend(pieces)
        lines.append(line)
    return tuple(lines)


def shorten(text: str, font: str, size: float, width: float) -> str:
    """Return a text that fits into a width (mm) on one line, with an ellipsis where its end had to go.

    Only for running heads and feet, where the whole text stands elsewhere on the same paper.
    """
    if text_width(text, font, size) <= width:
        return text
    kept = text
    while kept and text_width(f"{kept.rstrip()}…", font, size) > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _largest(text: str, font: str, size: float, width: float, tracking: float, step: float = _STEP) -> float:
    """Return the largest size up to `size`, in whole steps, at which a line fits; step 0 is exact."""
    gaps = tracking * max(0, len(text) - 1) / POINTS
    unit = text_width(text, font, 1.0)
    if unit <= 0 or unit * size + gaps <= width:
        return size
    exact = max(0.1, (width - gaps) / unit)
    return exact // step * step if step else exact


def _balance(text: str, font: str, count: int, words: re.Pattern[str]) -> tuple[str, ...]:
    """Break a text before words into at most `count` lines whose longest is as short as can be."""
    pieces: list[tuple[str, str]] = words.findall(" ".join(text.split("\n")))
    ends = range(len(pieces) + 1)
    # Where a piece begins and ends when all stand in one line, in millimetres a point of size.
    begins, stops, along = [], [0.0], 0.0
    for gap, piece in pieces:
        along += text_width(" ", font, 1.0) if gap else 0.0
        begins.append(along)
        along += text_width(piece, font, 1.0)
        stops.append(along)
    count = max(1, min(count, len(pieces)))
    # best[k]: the least longest line and the breaks that give it, over pieces[:end] in k lines.
    best: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, 0): (0.0, (0,))}
    for line in range(1, count + 1):
        for end in ends[line:]:
            best[line, end] = min(
                (
                    (
                        max(best[line - 1, start][0], stops[end] - begins[start]),
                        (*best[line - 1, start][1], end),
                    )
                    for start in ends[line - 1 : end]
                    if (line - 1, start) in best
                ),
                key=lambda choice: choice[0],
            )
    breaks = best[count, len(pieces)][1] if pieces else (0, 0)
    return tuple(_joined(pieces[start:end]) for start, end in pairwise(breaks))


def _joined(pieces: Sequence[tuple[str, str]]) -> str:
    """Return pieces as one line, with one space where there was any."""
    return "".join(f"{' ' if gap else ''}{piece}" for gap, piece in pieces).lstrip()


def _chop(text: str, count: int) -> tuple[str, ...]:
    """Cut a text into pieces of as many letters each, wherever that falls."""
    length = -(-len(text) // count)
    return tuple(text[at : at + length].strip() for at in range(0, len(text), length))


def _in_millimetres(units: float, size: float) -> float:
    """Return a width by `fonts.letter_widths` as `text_width` tells it: parts of a line sum up there."""
    return 0.001 * size * units / POINTS


def _cut(word: str, font: str, size: float, width: float) -> list[str]:
    """Cut a word into pieces that fit; a word that fits stays whole. At least one letter a piece."""
    if text_width(word, font, size) <= width:
        return [word]
    pieces, along = [""], 0.0
    for letter in word:
        wide = fonts.letter_widths(letter, font)
        if pieces[-1] and _in_millimetres(along + wide, size) > width:
            pieces.append("")
            along = 0.0
        pieces[-1] += letter
        along += wide
    return pieces


CAPITAL, TAIL, LEADING = 0.73, 0.22, 1.2
"""Height of capitals, depth of tails, and the way from line to line, in sizes of type (Noto Sans)."""


class Piece(Struct, frozen=True):
    """One text of a stack. `size` down to `least` (points), on up to `lines`; `gap` (mm) above it."""

    text: str
    font: str
    size: float
    least: float
    lines: int = 1
    gap: float = 0.0


class Box(Struct, frozen=True):
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
        _height(each) + (piece.gap if index else 0)
        for index, (piece, each) in enumerate(zip(shown, fitted, strict=True))
    )
    if not height:
        return
    scale = min(1.0, box.height / height)
    y = box.y + (box.height - height * scale) * box.high
    x = box.x + {"left": 0.0, "centre": 0.5, "right": 1.0}[box.align] * box.width
    for index, (piece, each) in enumerate(zip(shown, fitted, strict=True)):
        size = each.size * scale
        y += (piece.gap * scale if index else 0) + size * CAPITAL / POINTS
        for number, line in enumerate(each.lines):
            y += size * LEADING / POINTS if number else 0
            paper.text(x, y, line, piece.font, size, align=box.align)
        y += size * TAIL / POINTS


def _height(fitted: Fitted) -> float:
    lines = (len(fitted.lines) - 1) * LEADING
    return fitted.size * (CAPITAL + lines + TAIL) / POINTS
