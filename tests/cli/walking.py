"""Runs whole command lines on copies of one prepared world, and tells which options a line gives.

A story is a table of `Run`s that are played in order on one copy of the demo: the office and three laptops.
What a run needs of an earlier one (an id, a serial) is kept under a name and stands in braces later.
"""

import io
import json
import os
import shlex
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import typer

from tests.kit import worlds
from trainer_app.actions.base import workplace
from trainer_app.actions.today import demo
from trainer_app.cli import program
from trainer_app.cli.context import PASSPHRASE, RECOVERY_KEY, CliContext
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.clock import Clock, fixed_at

_TREE = Path(__file__).parents[2]
DAY = date(2018, 10, 22)
"""The Monday after the demo's last course."""
WRITTEN = ("--out", "--to", "--papers", "--each")
"""Options whose value is a file or folder that must be there afterwards."""
COMMON = ("--data", "--json", "--lang")


@dataclass(frozen=True)
class Run:
    """One command line, where it is run, and what must come of it.

    `says` has to stand in what is printed, on whichever stream. `keep` names values of the JSON document by
    their path ("rows.0.id"); such a line is run with --json. `at` is a place of the world: office, t1 ... t3,
    or the name of a new folder.
    """

    line: str
    says: str
    code: int = 0
    at: str = "t3"
    keep: Mapping[str, str] = field(default_factory=dict)
    env: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> list[str]:
        """The words of the line, braces not filled yet."""
        return shlex.split(self.line)


@dataclass
class World:
    """A copy of the demo, the clock of its day, and the values that were kept."""

    root: Path
    values: dict[str, str]
    clock: Clock = field(default_factory=lambda: fixed_at(DAY, 9, workplace.ZONE, step=1))

    def place(self, name: str) -> Path:
        """Return the data folder of a place."""
        known = {"office": "office", "t1": "trainer-1", "t2": "trainer-2", "t3": "trainer-3"}
        return self.root / "demo" / known[name] if name in known else self.root / name

    def play(self, run: Run, patch: pytest.MonkeyPatch) -> None:
        """Run one line and hold what came of it against what must come."""
        words = [word.format(**self.values) for word in run.words]
        patch.setenv(PASSPHRASE, self.values["passphrase"])
        for name, value in run.env.items():
            patch.setenv(name, value.format(**self.values))
        out, err = io.StringIO(), io.StringIO()
        session = CliContext(out=out, err=err, clock=self.clock, cost=KdfCost())
        asked = [*(["--json"] if run.keep else []), "--data", str(self.place(run.at))]
        code = program.run([*asked, *words], session)
        for name in run.env:
            patch.delenv(name)
        said = out.getvalue() + err.getvalue()
        assert code == run.code, f"{run.line}: {code}\n{said}"
        wanted = run.says.format(**self.values).replace(os.sep, "/")
        assert wanted in said.replace(os.sep, "/"), f"{run.line}\n{said}"
        for name, path in run.keep.items():
            self.values[name] = str(picked(json.loads(out.getvalue()), path))
        if code == 0:
            self._look_at_files(run, words)

    def _look_at_files(self, run: Run, words: list[str]) -> None:
        for option, value in pairwise(words):
            if option in WRITTEN and ("/" in value or "\\" in value):
                path = Path(value)
                there = any(path.iterdir()) if path.is_dir() else path.stat().st_size > 0
                assert there, f"{run.line}: nothing in {value}"


def picked(document: Any, path: str) -> Any:
    """Return what lies at a path of a document: "rows.0.id"."""
    for step in path.split("."):
        document = document[int(step)] if isinstance(document, list) else document[step]
    return document


@dataclass(frozen=True)
class Prepared:
    """The demo as it was made once. It is played on where it was made: a folder elsewhere is a copied one."""

    root: Path
    pristine: Path
    recovery_key: str

    def begin(self, patch: pytest.MonkeyPatch) -> World:
        """Put everything back as it was made."""
        shutil.rmtree(self.root)
        shutil.copytree(self.pristine, self.root)
        patch.setenv("TRAINER_STATE", str(self.root / "state"))
        patch.delenv("TRAINER_DATA", raising=False)
        (self.root / "out").mkdir()
        stick = self.root / "demo" / "stick"
        values = {
            "out": str(self.root / "out"),
            "tree": str(_TREE),
            "stick": str(stick),
            "recovery": self.recovery_key,
        }
        return World(self.root, {**values, "passphrase": demo.PASSPHRASE})


def prepare(folder: Path) -> Prepared:
    """Make the demo with office and three laptops, everything exchanged once."""
    root, pristine = folder / "world", folder / "pristine"
    root.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRAINER_STATE", str(root / "state"))
        made = worlds.demo_in(root / "demo", office=True, trainers=3, exchange=True)
    shutil.copytree(root, pristine)
    return Prepared(root, pristine, made.recovery_key or "")


RECOVERY = {RECOVERY_KEY: "{recovery}"}
"""The paper key of the office, for a run that asks for it."""


@cache
def commands() -> dict[str, Any]:
    """Return every command of the program by the words that call it."""
    found: list[tuple[str, Any]] = [("", typer.main.get_command(program.build()))]
    commands: dict[str, Any] = {}
    while found:
        name, command = found.pop()
        if hasattr(command, "commands"):
            found += [(f"{name} {word}".strip(), each) for word, each in command.commands.items()]
        # A group may do something by itself too, as `report` does beside `report verify`.
        if not hasattr(command, "commands") or (name and command.invoke_without_command):
            commands[name] = command
    return commands


def options(command: Any) -> dict[str, str]:
    """Return every name of every option of a command with the name that it is counted under."""
    return {
        name: name if name in each.secondary_opts else each.opts[0]
        for each in command.params
        if each.param_type_name == "option"
        for name in (*each.opts, *each.secondary_opts)
    }


def offered() -> set[tuple[str, str]]:
    """Return every (command, option) there is; "" for the command alone, a flag's other name by itself."""
    pairs = {("", name) for name in COMMON}
    for name, command in commands().items():
        pairs |= {(name, ""), *((name, option) for option in options(command).values())}
    return pairs


def given(words: list[str]) -> set[tuple[str, str]]:
    """Return every (command, option) of one line. Fails for an option that its command does not have."""
    bare = [word for word in words if word not in ("--json",)]
    name = next(name for count in (3, 2, 1) if (name := " ".join(bare[:count])) in commands())
    known = options(commands()[name])
    typed = {word.partition("=")[0] for word in words if word.startswith("--") and len(word) > 2}
    common = {("", option) for option in typed & set(COMMON)}
    return common | {(name, known[option]) for option in typed - set(COMMON)} | {(name, "")}
