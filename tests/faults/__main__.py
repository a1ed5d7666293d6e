"""Injects faults into the program and prints what came of it: `python -m tests.faults [--full | --brief]`.

It takes a few minutes; with `--full` more than an hour, before a release; with `--brief`, which is run with
the tests, every kind is injected, of those that take long a quarter. It fails when anything was lost, or when
fewer faults were injected than stated.
"""

import argparse
import itertools
import os
import sys
import time

from tests.faults import power
from tests.faults.results import HEAD, Result
from tests.faults.running import inject_all, worlds_shared
from tests.faults.table import LINES, rows_of, stated


def losses_without_sync(count: int) -> Result:
    """Prove that the cuts can hurt: with less syncing than ours acknowledged entries are lost."""
    found = power.power_cuts(count, power.edit, synchronous="NORMAL")
    lost = [problem for problem in found.problems if "acknowledged entry is lost" in problem]
    result = Result("losses found with synchronous = NORMAL", count, found.executed, len(lost))
    if not lost:
        result.problems.append("the harness finds no loss where there must be some")
    return result


def parser() -> argparse.ArgumentParser:
    """Return what reads the options."""
    made = argparse.ArgumentParser(prog="dev.py faults", description="Inject faults and count what was lost.")
    sizes = made.add_mutually_exclusive_group()
    sizes.add_argument("--full", action="store_true", help="all of them: more than an hour, before a release")
    sizes.add_argument(
        "--brief", action="store_true", help="all kinds, fewer of what is dear: with the tests"
    )
    made.add_argument("--jobs", type=int, default=_jobs(), metavar="N", help="so many at once")
    return made


def main(arguments: list[str]) -> int:
    """Run everything; return 1 if anything failed."""
    options = parser().parse_args(arguments)
    full, jobs = options.full, options.jobs
    lines = [line.brief() for line in LINES] if options.brief else LINES
    began = time.monotonic()
    minutes = sum(line.duration(full=full) for line in lines) / 60 / jobs
    say(f"{len(lines)} lines, {jobs} at once: about {minutes:.0f} minutes, each told when it is done")
    say(HEAD)
    done = itertools.count(1)

    def tell(result: Result, seconds: float) -> None:
        gone = (time.monotonic() - began) / 60
        say(f"{result.line():<92}{seconds:7.1f} s   {next(done):>2} of {len(lines)}, {gone:5.1f} min")
        for problem in result.problems[:5]:
            say(f"    {problem}")

    with worlds_shared():
        results = inject_all(lines, full=full, jobs=jobs, tell=tell)
    results.append(losses_without_sync(50))
    say(results[-1].line())
    say(f"{time.monotonic() - began:.0f} s\n")
    rows = rows_of(lines, results[:-1], stated(full=full, brief=options.brief))
    for row in rows:
        say(row.line())
    failed = [result.fault for result in (*results, *rows) if not result.ok]
    say(f"failed: {', '.join(failed)}" if failed else "nothing was lost")
    return 1 if failed else 0


def _jobs() -> int:
    return max(1, min(os.cpu_count() or 1, 8))


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
