"""The table of faults: which is injected, how often each run and before a release, and by what.

Fewer than stated is a failure, of a line and of a whole row.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from tests.faults import (
    calls,
    changing,
    cut_files,
    damaging,
    desk_day,
    every_byte,
    filling,
    hostile,
    issuing,
    killing,
    paper_power,
    power,
    properties,
    rekeying,
    room_power,
    server_desks,
    stages,
    sticks,
    updating,
)
from tests.faults.results import Result
from tests.worlds import delivering, lying, schedules

type Work = Callable[[int], Result]

_LONG, _PARTS = 5, 4
"""Of a line that takes so many seconds one part of so many is run with the tests."""


@dataclass(frozen=True)
class Line:
    """One kind of fault: its row in the table, how often it is injected, and how long that takes.

    `seconds` is for each run, `minutes` before a release, both measured: they order the work, the longest
    first, so that two processors end together.
    """

    row: str
    few: int
    many: int
    work: Work
    seconds: int = 1
    minutes: float = 1
    shared: str = ""
    """What several lines share that the first of them makes; the others begin later."""

    def duration(self, *, full: bool) -> float:
        """Return about how long it takes, in seconds."""
        return self.minutes * 60 if full else self.seconds

    def count(self, *, full: bool) -> int:
        """Return how often it is injected."""
        return self.many if full else self.few

    def brief(self) -> "Line":
        """Return it as it is run with the tests: a quarter, if it is one of those that take long.

        A list of cases is gone through whole: its number is the same before a release.
        """
        if self.seconds < _LONG or self.few == self.many or self.few < _PARTS * _PARTS:
            return self
        return replace(self, few=self.few // _PARTS, seconds=self.seconds // _PARTS)


POWER, KILL, CALLS = "power cut", "kill -9", "EIO, ENOSPC, EINTR, short"
FULL, STICK, STAGES = "disk full at N pages", "stick spoiled", "import killed, repeated"
MERGE, BUNDLES, HOSTILE = "merge properties", "bundle bytes changed", "hostile archives"
LIARS = "worlds of 8, two lie"
DESKS, DAYS = "desks at one server, killed", "days of desks with windows"
WORLDS, BYTES, OTHER = "worlds of 8 x 500", "vault bytes, credential bits", "other files"

STATED: dict[str, tuple[int, int]] = {
    POWER: (300, 20_000),
    KILL: (60, 2_000),
    CALLS: (200, 1_600),
    FULL: (60, 300),
    STICK: (30, 300),
    STAGES: (55, 1_100),
    MERGE: (6_000, 200_000),
    BUNDLES: (20_000, 2_000_000),
    BYTES: (1, 1),
    HOSTILE: (len(hostile.CASES), len(hostile.CASES)),
    WORLDS: (200, 2_000),
    LIARS: (1, 40),
    DESKS: (220, 35_000),
    DAYS: (1, 7),
}
"""Row -> how often at least each run, and before a release."""


_BUNDLES = [
    Line(BUNDLES, 2_500, 250_000, partial(changing.changed_bundles, kind=kind, part=part), *durations)
    for kind, *durations in (("outer", 4, 3), ("zip", 5, 4), ("member", 6, 5), ("signed", 8, 8))
    for part in (1, 2)
]
LINES: tuple[Line, ...] = (
    Line(POWER, 300, 8_000, room_power.room_cuts, 13, 7),
    Line(POWER, 110, 2_500, partial(power.power_cuts, work=power.edit), 3, 2),
    Line(POWER, 110, 2_500, partial(power.power_cuts, work=power.take_in), 3, 2),
    Line(POWER, 110, 2_500, partial(power.power_cuts, work=power.migrate), 4, 3),
    Line(POWER, 60, 1_000, partial(power.power_cuts, work=power.erase), 3),
    Line(POWER, 30, 1_000, partial(paper_power.paper_cuts, kind="key"), 2),
    Line(POWER, 30, 1_000, partial(paper_power.paper_cuts, kind="fill"), 2),
    Line(POWER, 30, 1_000, partial(cut_files.cut_files, what="vault"), 4, 2),
    Line(POWER, 100, 2_000, partial(cut_files.cut_files, what="stick")),
    Line(KILL, 60, 900, partial(killing.kills, work="room"), 10, 7),
    Line(KILL, 20, 200, partial(killing.kills, work="mark"), 2),
    Line(KILL, 20, 250, partial(killing.kills, work="key"), 3, 2),
    Line(KILL, 10, 250, partial(killing.kills, work="fill"), 2, 2),
    Line(KILL, 20, 200, partial(killing.kills, work="import"), 12, 4),
    Line(KILL, 20, 200, partial(killing.kills, work="create"), 8, 2),
    Line(KILL, 40, issuing.EVERY, issuing.crashes, 18, 16),
    Line(CALLS, 20, issuing.EVERY, partial(issuing.crashes, how="refuse"), 20, 3),
    Line(CALLS, 100, 800, partial(filling.failing_writes, fault="full"), 4),
    Line(CALLS, 100, 800, partial(filling.failing_writes, fault="error"), 4),
    Line(CALLS, 60, 400, filling.failing_reads, 4),
    Line(CALLS, 200, 1_600, calls.failing_calls),
    Line(FULL, 60, 300, filling.full_at_each_page, 9, 3),
    Line(STICK, 30, 300, sticks.spoiled_sticks, 3),
    Line(POWER, 10, 300, rekeying.power_cuts, 15, 6),
    Line(KILL, 10, 200, rekeying.kills, 15, 5),
    Line(POWER, 20, 200, updating.power_cuts, 3),
    Line(KILL, 20, 200, updating.kills, 4),
    Line(STAGES, 30, stages.STEPS["office"], partial(stages.killed_imports, side="office"), 12, 4),
    Line(STAGES, 25, stages.STEPS["laptop"], partial(stages.killed_imports, side="laptop"), 11, 4),
    Line(MERGE, 6_000, 200_000, properties.merge_properties, 6, 3),
    *_BUNDLES,
    Line(BYTES, 400, 400, every_byte.vault_bytes),
    Line(BYTES, 3_000, 3_000, every_byte.credential_bits),
    Line(HOSTILE, len(hostile.CASES), len(hostile.CASES), hostile.hostile_files, 4),
    Line(WORLDS, 100, 1_000, delivering.schedules, 45, 9, "world"),
    Line(WORLDS, 100, 1_000, partial(delivering.schedules, first=1_000), 40, 9, "world"),
    Line(WORLDS, 1, 10, schedules.played, 20, 3, "world"),
    Line(LIARS, 1, 40, lying.played_lying, 25, 9),
    Line(DESKS, 60, 10_000, partial(server_desks.desks_at_once, desks=2, killed=False), 25, 10),
    Line(DESKS, 60, 10_000, partial(server_desks.desks_at_once, desks=5, killed=False), 25, 25),
    Line(DESKS, 40, 5_000, partial(server_desks.desks_at_once, desks=2, killed=True), 30, 15),
    Line(DESKS, 60, 10_000, partial(server_desks.desks_at_once, desks=5, killed=True), 40, 30),
    Line(DAYS, 1, 7, desk_day.days, 45, 12),
    Line(OTHER, len(damaging.CASES), len(damaging.CASES), damaging.wrong_files),
    Line(OTHER, 100, 5_000, damaging.changed_bytes, 2),
)


def stated(*, full: bool = False, brief: bool = False) -> dict[str, int]:
    """Return how often at least each row must be injected in a run."""
    if not brief:
        return {row: numbers[full] for row, numbers in STATED.items()}
    return {row: sum(line.brief().few for line in LINES if line.row == row) for row in STATED}


def rows_of(lines: Iterable[Line], results: Iterable[Result], stated: Mapping[str, int]) -> list[Result]:
    """Add lines up to the rows for which numbers are stated."""
    rows = {row: Result(row, number) for row, number in stated.items()}
    for line, result in zip(lines, results, strict=True):
        row = rows.setdefault(line.row, Result(line.row, 0))
        row.executed += result.executed
        row.struck += result.struck
        row.problems += result.problems
        if not result.ok and not result.problems:
            row.problems.append(f"{result.fault}: {result.executed} of {result.wanted}")
    return list(rows.values())
