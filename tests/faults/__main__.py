"""Injects faults into the store and prints what came of it: `python -m tests.faults [--full]`.

Without `--full` it takes a few minutes and is run with the tests; with it, hours, before a release. It
fails when anything was lost, or when fewer faults were injected than stated.
"""

import sys
import time
from collections.abc import Callable

from tests.faults import damaging, filling, issuing, killing, paper_power, power, room_power
from tests.faults.results import HEAD, Result

type Work = Callable[[int], Result]

WORKS: tuple[tuple[int, int, Work], ...] = (
    (300, 10_000, room_power.room_cuts),
    (110, 3_000, lambda count: power.power_cuts(count, power.edit)),
    (110, 3_500, lambda count: power.power_cuts(count, power.take_in)),
    (110, 3_500, lambda count: power.power_cuts(count, power.migrate)),
    (60, 1_400, lambda count: killing.kills(count, "room")),
    (20, 200, lambda count: killing.kills(count, "mark")),
    (20, 300, lambda count: killing.kills(count, "key")),
    (10, 300, lambda count: killing.kills(count, "fill")),
    (30, 1_500, lambda count: paper_power.paper_cuts(count, "key")),
    (30, 1_500, lambda count: paper_power.paper_cuts(count, "fill")),
    (20, 200, lambda count: killing.kills(count, "import")),
    (20, 200, lambda count: killing.kills(count, "create")),
    (40, issuing.EVERY, issuing.crashes),
    (20, issuing.EVERY, lambda count: issuing.crashes(count, "refuse")),
    (60, 300, filling.full_at_each_page),
    (100, 800, lambda count: filling.failing_writes(count, "full")),
    (100, 800, lambda count: filling.failing_writes(count, "error")),
    (len(damaging.CASES), len(damaging.CASES), lambda count: damaging.wrong_files()),
    (100, 5_000, damaging.changed_bytes),
)
"""(number each run, number before a release, the work)."""


def losses_without_sync(count: int) -> Result:
    """Prove that the cuts can hurt: with less syncing than ours acknowledged entries are lost."""
    found = power.power_cuts(count, power.edit, synchronous="NORMAL")
    lost = [problem for problem in found.problems if "acknowledged entry is lost" in problem]
    result = Result("losses found with synchronous = NORMAL", count, found.executed, len(lost))
    if not lost:
        result.problems.append("the harness finds no loss where there must be some")
    return result


def main(arguments: list[str]) -> int:
    """Run everything; return 1 if anything failed."""
    full = "--full" in arguments
    say(HEAD)
    results = []
    for few, many, work in WORKS:
        began = time.monotonic()
        results.append(work(many if full else few))
        say(f"{results[-1].line()}  {time.monotonic() - began:6.1f} s")
        for problem in results[-1].problems[:5]:
            say(f"    {problem}")
    results.append(losses_without_sync(50))
    say(results[-1].line())
    failed = [result.fault for result in results if not result.ok]
    say(f"failed: {', '.join(failed)}" if failed else "nothing was lost")
    return 1 if failed else 0


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
