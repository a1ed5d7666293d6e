"""Measures the heavy work as ratios against named baselines: `python -m tests.bench [--full | ...]`.

Its baselines are other libraries, which belong to the source tree and not to an installed program.
"""

import argparse
import json
import sys
from collections.abc import Sequence

from tests.bench import rows

FEWEST = 4
"""Files that `--growth` needs at least: of fewer there is no first, middle and last one."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the options."""
    made = argparse.ArgumentParser(
        prog="dev.py bench", description="Ratios against named baselines in the same run."
    )
    sizes = made.add_mutually_exclusive_group()
    sizes.add_argument(
        "--full", action="store_true", help="the sizes of the quality page, not the quick ones"
    )
    sizes.add_argument(
        "--brief", action="store_true", help="fewer turns, without the built program: with the tests"
    )
    sizes.add_argument(
        "--growth", action="store_true", help="only an office that grows to ten million entries: 15 minutes"
    )
    made.add_argument(
        "--files", type=_files, default=100, metavar="N", help="with --growth: how many files of 100,000"
    )
    made.add_argument("--json", action="store_true", help="one JSON document and nothing else")
    return made


def _files(text: str) -> int:
    if (number := int(text)) < FEWEST:
        raise argparse.ArgumentTypeError(f"at least {FEWEST}")
    return number


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print the rows. No exit code for being slow: times go to a person."""
    options = parser().parse_args(arguments)
    measured = (
        rows.measure_growth(options.files)
        if options.growth
        else rows.measure(full=options.full, brief=options.brief)
    )
    if options.json:
        said = json.dumps({"rows": [row.document() for row in measured]}, ensure_ascii=False)
    else:
        said = "\n".join(row.line() for row in measured)
    sys.stdout.write(said + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
