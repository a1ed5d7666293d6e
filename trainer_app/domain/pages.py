"""Which pages of a paper go to the printer, and on which side of which sheet. Pages count from 0."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from trainer_app.domain.errors import TrainerError

_PART = re.compile(r"(\d*)\s*[-‐‑–—]\s*(\d*)|(\d+)")
_BETWEEN = re.compile(r"[,;\s]+")


class Sides(StrEnum):
    """Which sides of the sheets are printed."""

    ONE = "one"
    BOTH = "both"
    """By a printer that turns the sheets itself."""
    FRONTS = "fronts"
    BACKS = "backs"
    """Fronts, and after the pile was put back, the backs: for printers that do not turn sheets."""


@dataclass(frozen=True)
class Leaf:
    """What belongs together on one sheet: a certificate, or a certificate and its back."""

    words: str
    pages: tuple[int, ...]


def parse_pages(text: str, count: int) -> tuple[int, ...]:
    """Read "1-3, 7" as a person writes it; "5-" is to the end. Each page once, in the order of the paper.

    Raises print.bad_pages with the part that cannot be meant, print.no_such_page with the number.
    """
    found: set[int] = set()
    tidy = re.sub(r"\s*([-‐‑–—])\s*", r"\1", text.strip())
    for part in filter(None, _BETWEEN.split(tidy)):
        match = _PART.fullmatch(part)
        if match is None or not any(match.groups()):
            raise TrainerError("print.bad_pages", part=part)
        first, last, alone = match.groups()
        low, high = (alone, alone) if alone else (first or "1", last or str(count))
        for number in (low, high):
            # Nine digits are more than any paper has, and long ones would be slow to read.
            if len(number) > 9 or not 1 <= int(number) <= count:
                raise TrainerError("print.no_such_page", page=number[:9], count=count)
        low_page, high_page = sorted((int(low), int(high)))
        found.update(range(low_page - 1, high_page))
    if not found:
        raise TrainerError("print.no_pages")
    return tuple(sorted(found))


def pages_text(pages: Iterable[int]) -> str:
    """Write pages as a person would: "1-3, 7"."""
    runs: list[list[int]] = []
    for page in sorted(set(pages)):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(
        f"{low + 1}" if low == high else f"{low + 1}{'-' if high > low + 1 else ', '}{high + 1}"
        for low, high in runs
    )


def in_order(wanted: Sequence[int], leaves: Sequence[Leaf], sides: Sides) -> tuple[int | None, ...]:
    """Return the pages to print, in their order; None is a side that stays blank.

    Without `leaves` pages follow each other on both sides of the sheets; with them each begins a sheet.
    """
    if sides is Sides.ONE:
        return tuple(wanted)
    chosen = set(wanted)
    pairs: list[tuple[int | None, ...]] = (
        [tuple(page if page in chosen else None for page in leaf.pages) for leaf in leaves]
        if leaves
        else [tuple(wanted[at : at + 2]) for at in range(0, len(wanted), 2)]
    )
    sheets = [sheet for pair in pairs if any(page is not None for page in pair) for sheet in _sheets_of(pair)]
    if sides is Sides.FRONTS:
        return tuple(front for front, _ in sheets)
    if sides is Sides.BACKS:
        return tuple(back for _, back in sheets) if any(back is not None for _, back in sheets) else ()
    both = [page for sheet in sheets for page in sheet]
    return tuple(both[:-1] if both and both[-1] is None else both)


def _sheets_of(pages: Sequence[int | None]) -> list[tuple[int | None, int | None]]:
    """Return pages as sheets of two sides; sheets of nothing are left out."""
    sides = [*pages, None] if len(pages) % 2 else list(pages)
    found = [(sides[at], sides[at + 1]) for at in range(0, len(sides), 2)]
    return [sheet for sheet in found if sheet != (None, None)]
