#!/usr/bin/env python3
"""Runs the conformance cases against any program that reads bundles; `README.md` has the contract.

    python3 runner.py [--only NAME]... [--verbose] -- PROGRAM [ARGUMENT]...

Uses nothing but Python 3.11 or newer. Exit codes: 0 all that the program claims is right, 1 something is not,
2 wrong usage or a program that does not answer.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CASES = HERE / "files"
SECTIONS = ("files", "names", "marks", "board", "figures", "learning", "conflicts", "proposals", "approved")
"""What a program may claim to answer, in the order of being told."""
SECONDS = 240
"""So long one call may take, on a machine that is busy with others."""

Ask = Callable[[Sequence[str]], Mapping[str, Any]]
"""Calls the program with arguments and returns the JSON object that it answers. Raises `Unanswered`."""


class Unanswered(Exception):
    """The program did not do what the contract says; the text says what it did instead."""


@dataclass(frozen=True)
class Case:
    """One case: files in the order in which they come, and what is to be said of them.

    `needs` are sections that a program must claim, or else its other answers cannot be right here.
    """

    name: str
    says: str
    keys: Path
    files: tuple[Path, ...]
    expected: Mapping[str, Any]
    needs: frozenset[str] = frozenset()

    @classmethod
    def read(cls, path: Path) -> "Case":
        """Read `NAME.json`; paths in it are seen from its folder."""
        document = json.loads(path.read_text("utf-8"))
        return cls(
            path.stem,
            document["says"],
            path.parent / document["keys"],
            tuple(path.parent / name for name in document["files"]),
            document["expected"],
            frozenset(document.get("needs", ())),
        )


@dataclass(frozen=True)
class Outcome:
    """What became of a case: the sections that were compared, and what differs; skipped if none were."""

    case: Case
    compared: tuple[str, ...]
    problems: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        state = "FAILED" if self.problems else "ok" if self.compared else "skipped"
        told = f"{state:8}{self.case.name}  {' '.join(self.compared)}".rstrip()
        return "\n".join([told, *(f"    {problem}" for problem in self.problems)])


def read_cases(folder: Path = CASES, only: Iterable[str] = ()) -> list[Case]:
    """Return the cases of a folder, or those of these names. Raises KeyError for a name that is none."""
    found = {path.stem: path for path in sorted(folder.glob("*.json"))}
    return [Case.read(found[name]) for name in (only or found)]


def program(command: Sequence[str]) -> Ask:
    """Return what asks a program that is started anew for every question."""

    def ask(arguments: Sequence[str]) -> Mapping[str, Any]:
        try:
            done = subprocess.run(
                [*command, *arguments], stdout=subprocess.PIPE, timeout=SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as problem:
            raise Unanswered(str(problem)) from problem
        if done.returncode != 0:
            raise Unanswered(f"exit code {done.returncode}")
        try:
            answer = json.loads(done.stdout)
        except ValueError as problem:
            raise Unanswered(f"no JSON on standard output: {problem}") from problem
        if not isinstance(answer, dict):
            raise Unanswered("no JSON object on standard output")
        return answer

    return ask


def claimed(ask: Ask) -> frozenset[str]:
    """Return the sections that a program claims to answer. Raises `Unanswered`."""
    answers = ask(["capabilities"]).get("answers")
    if not isinstance(answers, list) or not {*answers} <= {*SECTIONS}:
        raise Unanswered(f"capabilities: {answers!r} are not some of {', '.join(SECTIONS)}")
    return frozenset(answers)


def run(ask: Ask, cases: Iterable[Case], claims: frozenset[str]) -> list[Outcome]:
    """Ask a program about each case and compare what it claims to answer."""
    return [_outcome(ask, case, claims) for case in cases]


def _outcome(ask: Ask, case: Case, claims: frozenset[str]) -> Outcome:
    compared = tuple(name for name in SECTIONS if name in claims and name in case.expected)
    if not compared or not case.needs <= claims:
        return Outcome(case, ())
    try:
        answer = ask(["read", str(case.keys), *map(str, case.files)])
    except Unanswered as problem:
        return Outcome(case, compared, [str(problem)])
    problems = [
        told for name in compared for told in differences(name, case.expected[name], answer.get(name))
    ]
    return Outcome(case, compared, problems)


def differences(place: str, wanted: Any, found: Any) -> list[str]:
    """Return where two values differ; of an object what is not asked for does not matter."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return [
            told
            for name, value in wanted.items()
            for told in differences(f"{place}.{name}", value, found.get(name))
        ]
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        return [
            told
            for number, (one, other) in enumerate(zip(wanted, found, strict=True))
            for told in differences(f"{place}[{number}]", one, other)
        ]
    # True is not 1; but 1 and 1.0 are one number.
    same = wanted == found and isinstance(wanted, bool) == isinstance(found, bool)
    return [] if same else [f"{place}: expected {json.dumps(wanted)}, got {json.dumps(found)}"]


def main(arguments: Sequence[str]) -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description="Run the conformance cases against a program.")
    parser.add_argument("--only", action="append", default=[], help="name of a case; repeatable")
    parser.add_argument("--cases", type=Path, default=CASES, help="folder of the cases")
    parser.add_argument("command", nargs="+", help="the program, after --")
    asked = parser.parse_args(arguments)
    ask = program(asked.command)
    try:
        claims = claimed(ask)
        cases = read_cases(asked.cases, asked.only)
    except (Unanswered, KeyError) as problem:
        sys.stderr.write(f"not run: {problem}\n")
        return 2
    outcomes = run(ask, cases, claims)
    told = [str(each) for each in outcomes]
    failed = sum(bool(each.problems) for each in outcomes)
    skipped = sum(not each.compared for each in outcomes)
    told.append(f"{len(outcomes) - failed - skipped} right, {failed} wrong, {skipped} not claimed")
    sys.stdout.write("\n".join(told) + "\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
