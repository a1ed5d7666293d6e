"""One run of the command line: its options, the opened data folder, and how results are written."""

import getpass
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

import msgspec

from trainer_app.actions import clocks, dropping, erasing, sending, workplace
from trainer_app.actions.workplace import ZONE, Role, State, Workplace
from trainer_app.cli.fields import day_text, field_lines
from trainer_app.domain.changes import Label, Progress
from trainer_app.domain.clocks import ClockDoubt
from trainer_app.domain.errors import TrainerError
from trainer_app.system.clock import Clock, SystemClock, civil_moment
from trainer_app.system.folders import Folder, default_root
from trainer_app.system.messages import label_text, text

DONE, REFUSED, WRONG_USAGE, IN_REVIEW = 0, 1, 2, 3
"""Exit codes."""

PASSPHRASE = "TRAINER_PASSPHRASE"
RECOVERY_KEY, STANDBY_KEY = "TRAINER_RECOVERY_KEY", "TRAINER_STANDBY_KEY"
"""Variables for what must never stand in an argument; asked for on a terminal otherwise."""
_FORMER = {RECOVERY_KEY: "TRAINER_PAPER_KEY"}
"""Names that a variable had before; they go on being read."""
_YES = frozenset({"y", "yes", "д", "да", "ҳ", "ҳа", "бале"})
"""Answers that agree, in any language of the program."""


@dataclass
class Session:
    """Options that every command has, and where it writes. `out` gets the result and nothing else."""

    data: Path | None = None
    json: bool = False
    language: str = "en"
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)
    clock: Clock = field(default_factory=SystemClock)
    cost: workplace.Cost | None = None
    """What deriving a key from a new passphrase costs; measured to be about a second if not given."""
    exit_code: int = DONE

    @property
    def folder(self) -> Folder:
        """The data folder of this run."""
        return Folder(self.data or default_root())

    def passphrase(self) -> str:
        """Return the passphrase: from the environment, or asked for; never from an argument."""
        return self._secret(PASSPHRASE, "cli.passphrase", "cli.passphrase_needed")

    def recovery_key(self) -> str:
        """Return the office's recovery key from paper, likewise."""
        return self._secret(RECOVERY_KEY, "cli.recovery_key", "cli.key_needed")

    def standby_key(self) -> str:
        """Return the office's stand-by key from paper, likewise."""
        return self._secret(STANDBY_KEY, "cli.standby_key", "cli.key_needed")

    def _secret(self, variable: str, question: str, needed: str) -> str:
        found = os.environ.get(variable, os.environ.get(_FORMER.get(variable, "")))
        if found is not None:
            return found
        if not sys.stdin.isatty():
            raise TrainerError(needed, variable=variable)
        return getpass.getpass(text(question, self.language) + " ")

    def open(self, *, new: Role | None = None, user: str = "") -> AbstractContextManager[Workplace]:
        """Open the data folder for a block; with `new`, make one of this role if there is none."""
        return _opened(self, new, user)

    def say(self, code: str, /, **values: object) -> None:
        """Tell the person something, on standard error."""
        print(text(code, self.language, **values), file=self.err)

    def must_ask(self, *, yes: bool) -> bool:
        """Tell whether a person is there who has not agreed yet; a calling program is not asked."""
        return not yes and sys.stdin.isatty()

    def agree(self, code: str, /, **values: object) -> None:
        """Say what would happen and ask whether to go on. Raises cli.declined for anything but a yes."""
        self.say(code, **values)
        print(text("cli.go_on", self.language), end=" ", file=self.err, flush=True)
        if sys.stdin.readline().strip().casefold() not in _YES:
            raise TrainerError("cli.declined")

    def result(self, document: Mapping[str, Any], lines: list[str] | None = None) -> None:
        """Write a command's result: as one JSON document, or as lines for people."""
        if self.json:
            print(msgspec.json.encode(document).decode(), file=self.out)
            return
        shown = lines if lines is not None else field_lines(document, self.language)
        for line in shown:
            print(line, file=self.out)

    def words(self, label: Label) -> str:
        """Return a label in the language of this run."""
        return label_text(label, self.language)

    def refuse(self, problem: TrainerError) -> int:
        """Write an error in words, or as JSON; returns the exit code. Its notes follow: what helps here."""
        notes = getattr(problem, "__notes__", ())
        message = " ".join((text(problem.code, self.language, **problem.values), *notes))
        if self.json:
            details = {name: _plain(value) for name, value in problem.values.items()}
            document = {"error": {"code": problem.code, "message": message, "details": details}}
            print(msgspec.json.encode(document).decode(), file=self.out)
        else:
            print(message, file=self.err)
        return REFUSED

    @property
    def progress(self) -> Progress:
        """Progress on a terminal only."""
        return self._show_progress if self.err.isatty() and not self.json else _quiet

    def _show_progress(self, code: str, fraction: float) -> None:
        self.err.write(f"\r{text(code, self.language)} {fraction:4.0%} ")
        if fraction >= 1:
            self.err.write("\n")
        self.err.flush()


@contextmanager
def _opened(session: Session, new: Role | None, user: str) -> Iterator[Workplace]:
    folder = session.folder
    if workplace.state_of(folder) is State.NEW and new is not None:
        work = workplace.create(
            folder,
            session.passphrase(),
            role=new,
            user_name=user or os.environ.get("TRAINER_USER", ""),
            clock=session.clock,
            cost=session.cost,
        )
    else:
        work = workplace.open_workplace(folder, session.passphrase(), clock=session.clock)
    if work.took_new_replica:
        session.say(workplace.code_of_copy(work))
    if work.mended_vault:
        session.say("workplace.mended_vault")
    erasing.resume(work)
    dropping.resume(work)
    doubted, before = clocks.doubt(work), _made(work)
    try:
        yield work
        if doubted is not None and _made(work) != before:
            _tell_of_clock(session, doubted)
    finally:
        work.close()


def _made(work: Workplace) -> tuple[int, int]:
    """Return what tells whether something was recorded or a file was written, with the date of the clock."""
    return work.journal.number, sending.next_file_number(work)


def _tell_of_clock(session: Session, found: ClockDoubt) -> None:
    """Say in one line that the clock is odd; what was done is done."""
    now, last = (day_text(civil_moment(at, ZONE).date()) for at in (found.now, found.last))
    session.say(f"cli.clock_{found.oddity.value}", now=now, last=last)


def _quiet(code: str, fraction: float) -> None:
    """Show nothing."""


def _plain(value: object) -> object:
    return value if isinstance(value, int | str | bool | None) else str(value)
