"""A real program is killed, or refused a write, at every step of a batch of certificates.

Issue, save, print, receipt, void, replace: whatever is on paper afterwards stands in the register, once, and
the work goes on. The steps are the calls into the database and to the disk, where a crash can fall. A program
of its own forks for each of them, so that nothing but the kernel tells the survivor what is left.
"""

import contextlib
import errno
import functools
import io
import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple

import msgspec
import pypdfium2 as pdfium
from pypdf import PdfReader
from pypdf.errors import PdfReadError

from tests import passphrases
from tests.faults.results import Result
from tests.faults.stepping import calls_told, is_step
from tests.kit.samples import PASSPHRASE
from tests.kit.writing import write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, printing, verifying
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import scores
from trainer_app.cli import issuing as cli_issuing
from trainer_app.cli.context import CliContext
from trainer_app.cli.program import run
from trainer_app.domain.certificates.certificates import Certificate, CertificateReceipt, CertificateState
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.store.exchange.integrity import check_integrity
from trainer_app.system.clock import fixed_at
from trainer_app.system.files import PreparedFiles
from trainer_app.system.folders import DataFolder

ROOT = Path(__file__).resolve().parents[2]
COURSE, PEOPLE = "DSH1", 3
_DISK = ("/trainer_app/system/folders.py",)
_STEPS = ("/trainer_app/store/base/database.py", "/trainer_app/store/base/files.py", *_DISK)
_EARLY = 40
"""Steps after the first file is begun within which the transaction ends."""
EVERY = 0
"""In place of a number of steps: all that there are."""
_FEWEST = {"kill": 800, "refuse": 90}
"""How many steps there are at least; fewer were not counted rather than not there."""
type At = Callable[[], None]


@dataclass(frozen=True)
class Told:
    """What the program acknowledged before it ended: a command and the document that it printed."""

    command: str
    document: dict[str, Any]


class Step(NamedTuple):
    """One call into the database or to the disk: in which command, of which function."""

    command: str
    function: str


class _Steps:
    """Notes the calls into some files and does something at one of them, counted from 1.

    `waiting` lets the count begin when the first file is prepared, where a crash hurts most.
    """

    def __init__(self, files: tuple[str, ...], at: int, act: At, *, waiting: bool = False) -> None:
        self.command = ""
        self.taken: list[Step] = []
        self._waiting = waiting
        self._files, self._at, self._act = files, at, act

    def called(self, code: CodeType) -> bool:
        """Be told of a call; tell whether there may be more to be told of this code."""
        if self._waiting:
            self._waiting = code is not PreparedFiles.add.__code__
            return True
        if not is_step(code, self._files):
            return False
        self.taken.append(Step(self.command, code.co_qualname))
        if len(self.taken) == self._at:
            self._act()
        return True


def crashes(count: int, how: str = "kill", seed: int = 0) -> Result:
    """Kill the program ("kill") or refuse it a call of the disk ("refuse") at `count` of its steps, or EVERY.

    "early" kills a wrong program, which gives files their names before the transaction ends: problems must
    be found.
    """
    result = Result(f"certificates: {how} at a step of a batch", count)
    with tempfile.TemporaryDirectory() as name:
        program = [sys.executable, "-m", "tests.faults.issuing", name, how, str(count), str(seed)]
        done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)
    for line in done.stdout.splitlines():
        word, _, rest = line.partition(" ")
        if word == "wanted":
            result.wanted = int(rest)
        result.executed += word in ("ok", "bad")
        result.struck += rest.startswith("struck")
        if word == "bad":
            result.problems.append(rest)
    if done.returncode:
        result.problems.append(done.stderr[-2000:])
    return result


# The program


def main(arguments: list[str]) -> None:
    """Crash at steps spread over the whole work; print a line for each."""
    folder, how, count, seed = Path(arguments[0]), arguments[1], int(arguments[2]), int(arguments[3])
    os.environ["TRAINER_PASSPHRASE"] = PASSPHRASE
    passphrases.remember()
    whole = _furnish(folder / "whole")
    files = _DISK if how == "refuse" else _STEPS
    _warm_up(_copy(whole, folder / "warm"))
    steps, _ = _crash(_copy(whole, folder / "measured"), files, 0, how)
    if how == "early":
        steps = steps[:_EARLY]
        cli_issuing.PreparedFiles = _Early
    if len(steps) < max(count, _FEWEST.get(how, 0)):
        raise SystemExit(f"only {len(steps)} steps, {count} wanted")
    places = spread(steps, count or len(steps), seed)
    sys.stdout.write(f"wanted {len(places)}\n")
    for at in places:
        case = _copy(whole, folder / f"{at}")
        reached, told = _crash(case, files, at, how)
        problem = _what_is_wrong(case, told, how)
        struck = "struck" if not reached or how == "refuse" else "missed"
        where = f"step {at} of {len(steps)}, {': '.join(steps[at - 1])}"
        sys.stdout.write(f"{'bad' if problem else 'ok'} {struck} at {where}: {problem}\n")
        sys.stdout.flush()
        shutil.rmtree(case)


def spread(steps: Sequence[Step], count: int, seed: int) -> list[int]:
    """Return the numbers, from 1, of `count` steps: as many of one function as of another, in all commands.

    Calls that read are ten times as many as those that write, and a crash at them says less.
    """
    order = list(range(len(steps)))
    random.Random(seed).shuffle(order)
    for key in (lambda at: steps[at], lambda at: steps[at].function):
        order = _by_turns(order, key)
    return sorted(at + 1 for at in order[:count])


def _by_turns(order: list[int], key: Callable[[int], object]) -> list[int]:
    """Return the same in an order in which each key comes once before any comes twice, and so on."""
    turn: dict[int, int] = {}
    seen: Counter[object] = Counter()
    for each in order:
        turn[each] = seen[key(each)]
        seen[key(each)] += 1
    return sorted(order, key=turn.__getitem__)


def _furnish(case: Path) -> Path:
    """Make a laptop with a course whose people all get a certificate."""
    os.environ["TRAINER_STATE"] = str(case / "state")
    work = workplace.create(
        DataFolder(case / "data"), PASSPHRASE, user_name="D.", clock=_clock(), cost=KdfCost()
    )
    room = write_course(work)
    for session in room.sessions:
        attendance.mark_rest(work, session)
    for enrolment in room.enrolments:
        scores.set_score(work, enrolment, Occasion.POST, 1600, 2000)
    work.close()
    return case


def _warm_up(case: Path) -> None:
    """Work once without a crash: faces of type and modules are then there, and no child reads them again."""
    with Path(os.devnull).open("wb") as nobody:
        _work(case, nobody.fileno(), _Steps((), 0, _kill))
    shutil.rmtree(case)


def _copy(whole: Path, case: Path) -> Path:
    shutil.copytree(whole, case)
    os.environ["TRAINER_STATE"] = str(case / "state")
    return case


def _clock() -> Any:
    return fixed_at(date(2018, 10, 18), 11, workplace.ZONE, step=1)


def _crash(case: Path, files: tuple[str, ...], at: int, how: str) -> tuple[list[Step], list[Told]]:
    """Work in a child that ends at a step; return what it took (nothing if killed) and told."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        act = _refuse if how == "refuse" else _kill
        steps = _Steps(files, at, act, waiting=how == "early")
        try:
            with calls_told(steps.called):
                _work(case, writer, steps)
        finally:
            os.write(writer, msgspec.json.encode(steps.taken))
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        lines = told.read().decode().splitlines()
    os.waitpid(child, 0)
    documents = [msgspec.json.decode(line, type=Told) for line in lines if line.startswith("{")]
    taken = next((msgspec.json.decode(line, type=list[Step]) for line in lines if line.startswith("[")), [])
    return taken, documents


class _Early(PreparedFiles):
    """Files that have their names at once: the wrong way, which the harness must see."""

    def add(self, target: Path, data: bytes) -> None:
        """Write a file where it will be."""
        super().add(target, data)
        self.place()


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _refuse() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _work(case: Path, writer: int, steps: _Steps) -> None:
    """Do everything that is done with a batch, and tell of each command when it has ended."""

    def command(*words: object) -> dict[str, Any]:
        steps.command = str(words[1])
        out = io.StringIO()
        session = CliContext(out=out, err=io.StringIO(), clock=_clock(), cost=KdfCost())
        run(["--json", "--data", str(case / "data"), *map(str, words)], session)
        document = msgspec.json.decode(out.getvalue(), type=dict[str, Any])
        os.write(writer, msgspec.json.encode(Told(str(words[1]), document)) + b"\n")
        return document

    said = command("certificate", "issue", "--course", COURSE, "--back", "--out", case / "all.pdf")
    serials = said.get("serials")
    if not serials:
        # Refused a write: whoever sits there tries once more, now that there is room.
        said = command("certificate", "issue", "--course", COURSE, "--each", case / "each")
        serials = said.get("serials") or _serials(case)
    command("certificate", "print", *serials, "--each", case / "again")
    command("certificate", "printed", *serials)
    command("certificate", "receive", *serials[:2])
    command("certificate", "void", serials[2], "--reason", "наомад")
    command("certificate", "replace", serials[0], "--reason", "хато", "--out", case / "new.pdf")


def _serials(case: Path) -> list[str]:
    with _opened(case) as work:
        return [found.serial for found in certificates.register(work)]


# The restart


def _opened(case: Path) -> Any:
    return CliContext(
        data=case / "data", out=io.StringIO(), err=io.StringIO(), clock=_clock(), cost=KdfCost()
    ).open()


def _what_is_wrong(case: Path, told: list[Told], how: str) -> str:
    """Open the folder as after a restart, look, issue what is due, and look again."""
    with _opened(case) as work:
        before = list(_problems(work, case, told))
        key = courses.find_course(work, COURSE)
        due = [found.enrolment for found in certificates.draft(work, key)]
        if due:
            # In the window, after the restart.
            certificates.issue(work, key)
        after = list(_problems(work, case, told))
        register = certificates.register(work)
        if how == "kill" and len(register) not in (PEOPLE, PEOPLE + 1, PEOPLE + 2):
            after.append(f"{len(register)} certificates of {PEOPLE} people")
    return "; ".join([*before, *after])


def _problems(work: Workplace, case: Path, told: list[Told]) -> Iterator[str]:
    """Compare register, papers and what was acknowledged."""
    yield from check_integrity(work.journal).problems
    register = {found.serial: found for found in certificates.register(work)}
    if len(register) != len(certificates.register(work)):
        yield "a number was given twice"
    owners = [found.enrolment for found in register.values() if found.state is CertificateState.ISSUED]
    if len(owners) != len(set(owners)):
        yield "somebody has two valid certificates"
    if 0 < sum(not found.facts.replaces for found in register.values()) < PEOPLE:
        yield "a batch is issued in part"
    for found in register.values():
        result = verifying.verify(work, found.credential).result
        if result.good is not (found.state is CertificateState.ISSUED):
            yield f"the credential of {found.serial} is {result}"
    for series in certificates.list_series(work):
        if series.missing or series.taken_back:
            yield f"numbers without an explanation: {series.missing} {series.taken_back}"
    yield from _wrong_papers(case, register)
    yield from _forgotten(work, register, told)


def _wrong_papers(case: Path, register: dict[str, Certificate]) -> Iterator[str]:
    """Tell of papers that are no PDF, name nobody of the register, or name somebody else."""
    for path in itertools.chain(case.glob("*.pdf"), case.glob("each/*.pdf"), case.glob("again/*.pdf")):
        try:
            pages = _read(path.read_bytes())
        except PdfReadError:
            yield f"{path.name} is not whole"
            continue
        named = [found for found in register.values() if any(found.serial in page for page in pages)]
        if not named:
            yield f"{path.name} has numbers that are not in the register"
        for page in pages:
            owners = [found for found in named if found.serial in page]
            if not any(found.facts.name in page for found in owners):
                yield f"a page of {path.name} names somebody else than the register"


@functools.lru_cache(16)
def _read(paper: bytes) -> list[str]:
    """Return the text of each page. Raises `PdfReadError` for what is no whole PDF."""
    # Whether it is whole says the reader that mends nothing; the other one is twenty times as fast.
    pages = len(PdfReader(io.BytesIO(paper)).pages)
    with contextlib.closing(pdfium.PdfDocument(paper)) as document:
        found = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    if len(found) != pages:
        raise PdfReadError(f"{len(found)} of {pages} pages")
    return found


def _forgotten(work: Workplace, register: dict[str, Certificate], told: list[Told]) -> Iterator[str]:
    """Tell of what was acknowledged and is not there."""
    counted = printing.printed(work)
    for each in told:
        serials = each.document.get("serials") or [row["serial"] for row in each.document.get("rows", ())]
        if "error" in each.document:
            continue
        missing = [serial for serial in serials if serial not in register]
        if missing:
            yield f"{each.command}: {missing} acknowledged, and not in the register"
            continue
        found = [register[serial] for serial in serials]
        for path in each.document.get("files", ()):
            if not Path(path).is_file():
                yield f"{path} acknowledged, and not there"
        if each.command == "printed" and any(counted[one.key].copies < 1 for one in found):
            yield "a print that was counted is lost"
        if each.command == "receive" and any(one.received is not CertificateReceipt.YES for one in found):
            yield "a receipt is lost"
        if each.command == "void" and any(one.state is not CertificateState.VOID for one in found):
            yield "a void certificate is valid"
        if each.command == "replace" and each.document["serial"] not in register:
            yield "a replacement is lost"


if __name__ == "__main__":
    main(sys.argv[1:])
