"""Sizes of the grid in device-independent pixels, and how a width is shared out among its columns."""

import math
from dataclasses import dataclass
from functools import lru_cache

from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.tokens import SMALL

NUMBER, NAME, RANK, SHARE = 34, 178, 122, 94
PAD = 8
UNIT_LEAST, UNIT_MOST = 140, 260
CELL, CELL_LEAST, CELL_MOST = 59, 54, 84
WIDE_LEAST, WIDE_MOST = 150, 320
"""A session of the day view, with words beside the mark."""
MARK_WIDTH, PILL_WIDTH, WIDE_MARK = 34, 46, 66
HEAD_DAY, HEAD_SESSION = 22, 26
HEAD = HEAD_DAY + HEAD_SESSION
TOTALS, LEGEND_BAR = 24, 44
SHARE_BAR = 28


@lru_cache(maxsize=8)
def row_height(ratio: float = 1.0) -> int:
    """Return the height of a row: a line of the font and 4 px, 22 for the bundled font."""
    return snapped(max(22, fonts.metrics(SMALL).height() + 4), ratio)


def snapped(size: int, ratio: float) -> int:
    """Return the least size from `size` on that is whole in device pixels, so that pictures stay sharp.

    `ratio` is the screen's device pixel ratio; 1.25 and 1.75 need multiples of 4.
    """
    for wider in range(size, size + 8):
        if math.isclose(wider * ratio, round(wider * ratio), abs_tol=1e-6):
            return wider
    return size


@dataclass(frozen=True)
class Columns:
    """Widths that share out a card. Rank and unit are 0 where they give way; `cell` is one session."""

    number: int
    name: int
    rank: int
    unit: int
    cell: int
    scrolls: bool

    @property
    def head(self) -> int:
        """Width of all that stands left of the sessions."""
        return self.number + self.name + self.rank + self.unit


def share_out(
    width: int,
    sessions: int,
    ratio: float = 1.0,
    *,
    ranks: bool = True,
    units: bool = True,
    wide: bool = False,
) -> Columns:
    """Share out the inner width of the card among names and sessions.

    Sessions get the room there is, within limits. Much room left shows the unit too, the rest goes to the
    names. Where sessions do not fit, the rank gives way if that helps; else they scroll. Columns that would
    be empty for everybody (`ranks`, `units` false) are left out.
    """
    for rank in (RANK, 0) if ranks else (0,):
        room = width - NUMBER - NAME - rank - SHARE
        cell = _cell_width(
            room, sessions, ratio, (WIDE_LEAST, WIDE_MOST) if wide else (CELL_LEAST, CELL_MOST)
        )
        if cell:
            spare = room - cell * sessions
            unit = min(spare, UNIT_MOST) if units and spare >= UNIT_LEAST else 0
            return Columns(NUMBER, NAME + spare - unit, rank, unit, cell, scrolls=False)
    cell = snapped(WIDE_LEAST if wide else CELL, ratio)
    rank = RANK if ranks else 0
    room = max(width - NUMBER - NAME - rank - SHARE, cell)
    # Only whole sessions are shown; the names take what is left over.
    return Columns(NUMBER, NAME + room % cell, rank, 0, cell, scrolls=True)


def _cell_width(room: int, sessions: int, ratio: float, limits: tuple[int, int]) -> int:
    """Return the widest sharp width of a session that fits; 0 if none does."""
    least, most = limits
    widest = min(most, room // max(sessions, 1))
    for width in range(widest, least - 1, -1):
        if snapped(width, ratio) == width:
            return width
    return 0
