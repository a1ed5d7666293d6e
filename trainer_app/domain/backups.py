"""Copies that guard the database: which of them stay, and what is known of one before it is put back."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from trainer_app.domain.changes import Label

NEWEST, DAYS, WEEKS, MONTHS = 3, 7, 4, 12
"""Kept are the newest copies, and the last one of each of the newest days, weeks and months that have any."""
RESTORES = 2
"""What was there before a copy was put back: so many of the newest stay, whatever came after them."""
BY_HAND, OF_DAY, BEFORE_RESTORE = "backup", "day", "before-restore"
AFTER_ERASING = "after-erasing"
_WHYS = frozenset(
    {
        BY_HAND,
        OF_DAY,
        BEFORE_RESTORE,
        AFTER_ERASING,
        "before-import",
        "before-undo-import",
        "before-upgrade",
        "before-repair",
        "before-rebuild",
        "carried",
    }
)
_CHECKED = frozenset({BY_HAND, OF_DAY, AFTER_ERASING})
RESERVE = 1 << 30
"""Bytes of the disk that copies leave free."""
_LEAST = 2
"""Copies that stay however short the disk is."""


@dataclass(frozen=True)
class Snapshot:
    """One copy. `at` is in wall milliseconds, `size` in bytes, `why` what it was made before."""

    path: Path
    why: str
    at: int
    size: int

    @property
    def checked(self) -> bool:
        """Tell whether it was read back when it was made, before it got to be counted on."""
        return self.why in _CHECKED


@dataclass(frozen=True)
class CopyFacts:
    """What a database holds, in numbers. `last` is when something was done last, in wall milliseconds."""

    entries: int = 0
    courses: int = 0
    participants: int = 0
    certificates: int = 0
    last: int | None = None


@dataclass(frozen=True)
class CopyLook:
    """What a copy is, and what putting it back would change.

    `lost` counts, by entity, the changes that the data of now has and the copy has not; `lost_here` are
    those made on this laptop, `lost_safe` those of them that the office confirmed. `gained` counts what
    only the copy has. `now` is None where there is no data that can be read. `problems` are as in a check.
    """

    path: Path
    at: int
    size: int
    facts: CopyFacts = CopyFacts()
    now: CopyFacts | None = None
    lost: Mapping[str, int] = field(default_factory=dict)
    lost_here: int = 0
    lost_safe: int = 0
    gained: int = 0
    problems: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Tell whether the copy is whole."""
        return not self.problems


def why_words(why: str) -> Label:
    """Return in few words what a copy was made for, also for a reason that only a newer program has."""
    return Label(f"backup.why.{why.replace('-', '_') if why in _WHYS else 'other'}")


def choose_kept(
    copies: Sequence[Snapshot], day_of: Callable[[int], date], most: int | None = None
) -> list[Snapshot]:
    """Return the copies that stay, the newest first.

    Days without a copy do not count, and nothing is asked of the clock: a clock that was years wrong for an
    afternoon throws no copy away. `most` bounds the bytes of all together; the newest two stay in any case.
    """
    newest = sorted(copies, key=lambda copy: copy.at, reverse=True)
    kept = {copy.path for copy in newest[:NEWEST]}
    kept |= {copy.path for copy in [one for one in newest if one.why == BEFORE_RESTORE][:RESTORES]}
    periods: tuple[tuple[Callable[[date], Hashable], int], ...] = (
        (lambda day: day, DAYS),
        (lambda day: day.isocalendar()[:2], WEEKS),
        (lambda day: (day.year, day.month), MONTHS),
    )
    for period, count in periods:
        last: dict[Hashable, Path] = {}
        for copy in newest:
            last.setdefault(period(day_of(copy.at)), copy.path)
        kept |= set(list(last.values())[:count])
    chosen: list[Snapshot] = []
    total = 0
    for copy in newest:
        if copy.path not in kept:
            continue
        total += copy.size
        if most is not None and total > most and len(chosen) >= _LEAST:
            break
        chosen.append(copy)
    return chosen


def room_for_copies(held: int, free: int, disk: int) -> int:
    """Return how many bytes all copies may have: a tenth of the disk, and never its last gigabyte."""
    return max(0, min(disk // 10, held + free - RESERVE))


@dataclass(frozen=True)
class Missing:
    """Changes known to have been made and found nowhere: of which laptop, from number to number."""

    who: str
    first: int
    last: int

    @property
    def count(self) -> int:
        """How many they are."""
        return self.last - self.first + 1


@dataclass(frozen=True)
class Salvaged:
    """What came of salvaging a damaged database: entries found in its pages, in copies, in archived files.

    `unknown` counts entries whose laptop cannot be told any more. `aside` is where the damaged file lies.
    """

    pages: int = 0
    damaged_pages: int = 0
    entries: int = 0
    from_copies: int = 0
    from_files: int = 0
    unknown: int = 0
    missing: tuple[Missing, ...] = ()
    aside: Path | None = None

    @property
    def missing_count(self) -> int:
        """How many changes are known to be missing."""
        return sum(one.count for one in self.missing)
