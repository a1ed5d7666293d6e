"""One run of the command line: its options, the opened data folder, and how results are written.

A command's document is written as JSON with `--json`, else as lines for people: fields by their names in a
language, moments as days and times.
"""

import getpass
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TextIO

import msgspec
import typer

from trainer_app.actions.base import sync_status, workplace, workplace_key
from trainer_app.actions.base.workplace import ZONE, Role, Workplace
from trainer_app.actions.exchange import dropping, erased, sending
from trainer_app.domain.base.changes import Label, Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.fields import ValueFormat
from trainer_app.domain.base.numbers import Problem, progress_text
from trainer_app.domain.base.passphrases import offer_words
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.schema import ENTITIES
from trainer_app.domain.base.texts import LANGUAGES, SOURCE, Texts, capital, find_words
from trainer_app.domain.courses.ranks import rank_name
from trainer_app.domain.exchange import laptops
from trainer_app.domain.exchange.laptops import ClockWarning
from trainer_app.system.clock import Clock, SystemClock, civil_moment
from trainer_app.system.files import write_checked
from trainer_app.system.folders import DataFolder, WorkplaceState, default_root, state_of
from trainer_app.system.messages import label_text, text

_MOMENTS = frozenset(("at", "copied_at", "last"))
"""Fields that hold wall milliseconds; a number of an entry is never so large."""
_LEAST = 10**11
_BY_ENTITY = frozenset(("counts", "lost"))
"""Fields that count something for each kind of entry."""
_WORDS = {"kind": "cli.kind_", "safe": "archive.safe."}
"""Fields whose values are words of the program, and how the codes of their sentences begin."""
_ISO_DAY = regex(r"\d{4}-\d{2}-\d{2}")
_MEGABYTE = 1_000_000


def moment_text(millis: int) -> str:
    """Return wall milliseconds as a day and a time where the courses are: "14.05.2027 09:30"."""
    return civil_moment(millis, ZONE).strftime("%d.%m.%Y %H:%M")


def day_text(day: date | None) -> str:
    """Return a day as "14.05.2027"; a dash for none."""
    return day.strftime("%d.%m.%Y") if day else "–"


def clock(minutes: int) -> str:
    """Return minutes after midnight as "09:30"."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def shown_fields(entity: str, record: object, names: Iterable[str], language: str) -> dict[str, Any]:
    """Return some fields of a record as a document has them: as the table of fields says, in a language.

    A text in several languages is named by its stem. The encoder writes days and choices by itself.
    """
    described = ENTITIES[entity].fields
    found = {}
    for name in names:
        value = getattr(record, name)
        shown = described[name].shown if name in described else ValueFormat.AS_IS
        if isinstance(value, Texts):
            value = value.best(language)
        elif shown is ValueFormat.CLOCK:
            value = clock(value)
        elif shown is ValueFormat.RANK:
            value = rank_name(value, language)
        found[name] = value
    return found


def number_text(value: object, language: str) -> str:
    """Return a number with the decimal sign of a language: "16,5"; a dash for none."""
    if value is None:
        return "–"
    shown = f"{value:.10g}" if isinstance(value, float) else str(value)
    return shown.replace(".", LANGUAGES[language].decimal)


def size_text(size: int, language: str) -> str:
    """Return bytes as "148 КБ" or "3,1 МБ", 1 KB = 1,000 bytes."""
    if size < _MEGABYTE:
        return text("amounts.kilobytes", language, size=(size + 500) // 1000)
    tenths = (size * 10 + _MEGABYTE // 2) // _MEGABYTE
    return text("amounts.megabytes", language, size=number_text(tenths / 10, language))


def field_lines(document: Mapping[str, Any], language: str, indent: str = "") -> list[str]:
    """Return one line for each field; those of a field that has fields itself stand below it, indented."""
    return list(_lines(document, language, indent, "field."))


def _lines(document: Mapping[str, Any], language: str, indent: str, names: str) -> Iterator[str]:
    for name, value in document.items():
        shown = f"{names}{name}"
        title = capital(text(shown, language) if find_words(shown) else name)
        if isinstance(value, Mapping) and value:
            yield f"{indent}{title}:"
            below = "review.entity." if name in _BY_ENTITY else "field."
            yield from _lines(value, language, f"{indent}  ", below)
        else:
            yield f"{indent}{title}: {_words(name, value, language)}"


def _words(name: str, value: object, language: str) -> str:
    if value is None or value == [] or value == {}:
        return "–"
    if isinstance(value, bool):
        return text("field.yes" if value else "field.no", language)
    if isinstance(value, int) and name in _MOMENTS and value > _LEAST:
        return moment_text(value)
    if isinstance(value, list):
        return ", ".join(_words(name, each, language) for each in value)
    code = f"{_WORDS.get(name, '')}{value}"
    if name in _WORDS and find_words(code):
        return text(code, language)
    if isinstance(value, str) and _ISO_DAY.fullmatch(value):
        return day_text(date.fromisoformat(value))
    return str(value)


DONE, REFUSED, WRONG_USAGE, IN_REVIEW = 0, 1, 2, 3
"""Exit codes."""

PASSPHRASE = "TRAINER_PASSPHRASE"
NEW_PASSPHRASE, BACKUP_PASSPHRASE = "TRAINER_NEW_PASSPHRASE", "TRAINER_BACKUP_PASSPHRASE"
RECOVERY_KEY, STANDBY_KEY = "TRAINER_RECOVERY_KEY", "TRAINER_STANDBY_KEY"
EVIDENCE_PASSPHRASE = "TRAINER_EVIDENCE_PASSPHRASE"
"""Variables for what must never stand in an argument; asked for on a terminal otherwise."""
SHORT_NAME = "TRAINER_SHORT_NAME"
_BY_PAPER = ("users.new_by_paper", "users.paper_again")
"""Refusals whose words name buttons of the window; a note says what does the same here."""
"""Variable for who of the office's people it is; without it a passphrase is tried in the slots of all."""
_FORMER = {RECOVERY_KEY: "TRAINER_PAPER_KEY"}
"""Names that a variable had before; they go on being read."""
_YES = frozenset({"y", "yes", "д", "да", "ҳ", "ҳа", "бале"})
"""Answers that agree, in any language of the program."""

Course = Annotated[str, typer.Option(help="Code of the course.")]
"""The option by which most commands name their course."""


@dataclass
class CliContext:
    """Options that every command has, and where it writes. `out` gets the result and nothing else."""

    data: Path | None = None
    json: bool = False
    language: str = SOURCE
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)
    clock: Clock = field(default_factory=SystemClock)
    cost: laptops.KdfCost | None = None
    """What deriving a key from a new passphrase costs; measured to be about a second if not given."""
    exit_code: int = DONE
    _typed: dict[str, str] = field(default_factory=dict, repr=False)

    @property
    def folder(self) -> DataFolder:
        """The data folder of this run."""
        return DataFolder(self.data or default_root())

    def passphrase(self) -> str:
        """Return the passphrase: from the environment, or asked for; never from an argument."""
        return self._secret(PASSPHRASE, "cli.passphrase", "cli.passphrase_needed")

    def new_passphrase(self) -> str:
        """Return a passphrase that is to be set; whoever is asked for it is offered words first."""
        if PASSPHRASE not in os.environ and sys.stdin.isatty():
            self.say("cli.offered_words", words=offer_words(self.language))
        return self.passphrase()

    def next_passphrase(self) -> str:
        """Return a passphrase that is to take the place of the one of now, likewise."""
        if NEW_PASSPHRASE not in os.environ and sys.stdin.isatty():
            self.say("cli.offered_words", words=offer_words(self.language))
        return self._secret(NEW_PASSPHRASE, "cli.new_passphrase", "cli.passphrase_needed")

    def passphrase_of_backup(self) -> str:
        """Return the passphrase that held on the day when a backup file was made, likewise."""
        return self._secret(BACKUP_PASSPHRASE, "cli.own_passphrase", "cli.passphrase_needed")

    def evidence_passphrase(self) -> str:
        """Return the passphrase with which evidence is sealed, likewise."""
        return self._secret(EVIDENCE_PASSPHRASE, "cli.evidence_passphrase", "cli.passphrase_needed")

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
        if variable not in self._typed:
            if not sys.stdin.isatty():
                raise TrainerError(needed, variable=variable)
            self._typed[variable] = getpass.getpass(text(question, self.language) + " ")
        return self._typed[variable]

    def digits(self, question: str, places: tuple[int, int]) -> str:
        """Ask for two groups of somebody's digits. Raises office.digits_missing where nobody can be asked."""
        first, second = places
        if not sys.stdin.isatty():
            raise TrainerError("office.digits_missing", first=first, second=second)
        print(text(question, self.language, first=first, second=second), end=" ", file=self.err, flush=True)
        return sys.stdin.readline()

    def open(self, *, new: Role | None = None, user: str = "") -> AbstractContextManager[Workplace]:
        """Open the data folder for a block; with `new`, make one of this role if there is none."""
        return _opened(self, new, user)

    def renew_if_due(self, work: Workplace, passphrase: str) -> None:
        """Make the new key of the data that is due, or was begun."""
        workplace_key.renew_if_due(work, passphrase, cost=self.cost, progress=self.progress)

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

    def written(self, document: Mapping[str, Any], out: Path) -> Path:
        """Write a document as a JSON file and return where it lies. Raises files.*."""
        return write_checked(out, f"{self.json_text(document)}\n".encode())

    @staticmethod
    def json_text(document: Mapping[str, Any]) -> str:
        """Return a document as JSON that people can read too, without a line's end after it."""
        return msgspec.json.format(msgspec.json.encode(document), indent=1).decode()

    def words(self, label: Label) -> str:
        """Return a label in the language of this run."""
        return label_text(label, self.language)

    def refuse(self, problem: TrainerError) -> int:
        """Write an error in words, or as JSON; returns the exit code. Its notes follow: what helps here."""
        notes = [*getattr(problem, "__notes__", ())]
        if problem.code in _BY_PAPER:
            notes.append(text("cli.by_paper", self.language))
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
        self.err.write(f"\r{text(code, self.language)} {progress_text(fraction)} ")
        if fraction >= 1:
            self.err.write("\n")
        self.err.flush()


@contextmanager
def _opened(session: CliContext, new: Role | None, user: str) -> Iterator[Workplace]:
    folder = session.folder
    if state_of(folder) is WorkplaceState.NEW and new is not None:
        passphrase = session.new_passphrase()
        work = workplace.create(
            folder,
            passphrase,
            role=new,
            user_name=user or os.environ.get("TRAINER_USER", ""),
            clock=session.clock,
            cost=session.cost,
        )
    else:
        passphrase = session.passphrase()
        work = workplace.open_workplace(
            folder, passphrase, name=os.environ.get(SHORT_NAME, ""), clock=session.clock
        )
    session.renew_if_due(work, passphrase)
    if work.took_new_replica:
        session.say(workplace.code_of_copy(work))
    if work.mended_vault:
        session.say("workplace.mended_vault")
    if work.mended_slot:
        session.say("workplace.mended_slot")
    if unread := erased.resume(work):
        session.say("erasing.unread", count=unread)
    tell_left_out(session, work)
    dropping.resume(work)
    doubted, before = sync_status.doubt_clock(work), _made(work)
    try:
        yield work
        # A command that moved the data has closed them: to ask them would open what is left of them.
        if not work.database.is_closed():
            if doubted is not None and _made(work) != before:
                _tell_of_clock(session, doubted)
            session.renew_if_due(work, passphrase)
    finally:
        work.close()


def problem_document(session: CliContext, problem: Problem) -> dict[str, Any]:
    """Return what is wrong in a file as every document shows it."""
    return {
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "code": problem.code,
        "severity": problem.severity.value,
        "message": session.words(problem.label),
    }


def problem_line(problem: Mapping[str, Any]) -> str:
    """Return such a document as a line for people."""
    where = ", ".join(str(part) for part in (problem["row"], problem["column"]) if part)
    return f"  {where}: {problem['message']}" if where else f"  {problem['message']}"


def tell_left_out(session: CliContext, work: Workplace) -> int:
    """Say who was left out of older data that came back; return how many lines of the journal that were."""
    found = work.take_left_out()
    for each in found.labels(day_text):
        session.say(each.code, **each.values)
    return found.entries


def _made(work: Workplace) -> tuple[int, int]:
    """Return what tells whether something was recorded or a file was written, with the date of the clock."""
    return work.journal.number, sending.next_file_number(work)


def _tell_of_clock(session: CliContext, found: ClockWarning) -> None:
    """Say in one line that the clock is odd; what was done is done."""
    now, last = (day_text(civil_moment(at, ZONE).date()) for at in (found.now, found.last))
    session.say(f"cli.clock_{found.oddity.value}", now=now, last=last)


def _quiet(code: str, fraction: float) -> None:
    """Show nothing."""


def _plain(value: object) -> object:
    return value if isinstance(value, int | str | bool | None) else str(value)
