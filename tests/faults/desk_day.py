"""A day at an office: desks, each a process with a real window, work at one server until the evening.

They mark, take in files, decide, look at reports and save them, all by keys and buttons; one is killed and
the server too. A desk says what its window showed as saved. In the evening all of that must be there, every
open window must show what a window shows that was only now opened, and all data have one digest, which they
keep when they go back into a file.
"""

import contextlib
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import zip_longest
from pathlib import Path
from types import TracebackType
from typing import override

import pytest
from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication

from tests.faults.desk import apart
from tests.faults.results import Result
from tests.faults.server_desks import Desk, Told, what_is_lost
from tests.kit import worlds
from tests.kit.desks import OfficeOnServer
from tests.kit.postgres import start_another
from tests.kit.running import SECONDS, Here
from tests.kit.samples import PASSPHRASE, clock_at
from tests.kit.seat import CTRL, Choosers, Desktop, Seat
from tests.ui.driving import settle
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import moving, sync_status, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import sending
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.store.exchange.transfers import all_lines
from trainer_app.system.clock import FixedClock
from trainer_app.system.folders import DataFolder
from trainer_app.ui.attendance.grid.view import GridView
from trainer_app.ui.attendance.model import GridModel
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.incoming import IncomingFiles
from trainer_app.ui.style.theme import Theme

_MODULE = "tests.faults.desk_day"
_LETTERS = {"P": Mark.PRESENT, "A": Mark.ABSENT, "E": Mark.EXCUSED}
_DISPUTED = 4
"""The place of the session that the laptops mark; desks leave it to them."""
_ACTS = {"mark": 12, "look": 4, "settle": 3, "report": 1}
_OFFICE = {"incoming": 0, "laptops": 1, "reports": 2}
_FEW, _MANY = 2, 5
"""Desks."""
_ENOUGH = 8
"""Acts of a desk in a day, beside the files that it takes in."""
type _Cell = tuple[str, str]
type Seen = dict[str, dict[str, list[list[str]]]]
"""Place -> list or table -> what it shows."""


def evening(place: int = 0) -> FixedClock:
    """Return the clock of a desk on the day after the course."""
    return clock_at(date(2018, 10, 19), 9 + place, step=7)


# --- the day, as who watches it sees it


@dataclass
class DayTold(Told):
    """What the windows showed as saved: marks, or what a mark may be by now; files taken in; reports."""

    marks: dict[_Cell, set[str]] = field(default_factory=dict)
    acts: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    reports: list[Path] = field(default_factory=list)
    digests: set[str] = field(default_factory=set)
    ready: int = 0
    wrong: list[str] = field(default_factory=list)

    @override
    def take(self, line: str) -> None:
        super().take(line)
        word, *rest = line.split(maxsplit=1)
        said = rest[0].strip() if rest else ""
        if word == "trying":
            enrolment, session, mark = said.split()
            self.marks.setdefault((enrolment, session), {""}).add(mark)
        elif word == "wrote":
            _, _, act, *more = said.split()
            self.acts.add(act)
            if act == "mark":
                self.marks[more[0], more[1]] = {more[2]}
            elif act == "import":
                self.files.add(more[0])
        elif word == "reported":
            self.acts.add("report")
            self.reports.append(Path(said))
        elif word == "ready":
            self.ready += 1
        elif word == "right":
            self.digests.add(said)
        elif word == "wrong":
            self.wrong.append(said)


def days(count: int, first: int = 1) -> Result:
    """Let so many days pass: the first one with two desks, the others with five."""
    result = Result("days of desks with windows, killed", count)
    for seed in range(first, first + count):
        with apart("day-") as folder, ExitStack() as stack:
            day = _Day(folder, _FEW if seed == 1 else _MANY, seed, stack)
            result.problems += [f"day {seed}: {problem}" for problem in day.pass_by()]
            result.struck += day.struck
        result.executed += 1
    return result


class _Day:
    """One day, begun: an office on a server, its desks' folders, files of two laptops to be taken in."""

    def __init__(self, folder: Path, desks: int, seed: int, stack: ExitStack) -> None:
        self.struck = 0
        self._chance, self._seed = random.Random(seed), seed
        self._server = start_another(safe=True)
        stack.callback(self._server.stop)
        story = stack.enter_context(worlds.exchanged(folder).open())
        self._world = worlds.Exchange.of(story)
        files = self._files(story.enrolments, desks)
        office = OfficeOnServer(story, self._server)
        # One more comes in the evening and looks.
        office.more(desks)
        self._roots = [work.folder.root for work in office.works]
        office.close()
        self._files_of = [files[place::desks] for place in range(desks)]
        self._told = DayTold()
        self._desks = [self._desk(place, seed * 100 + place) for place in range(desks)]
        stack.callback(self._end)

    def _files(self, enrolments: Sequence[str], count: int) -> list[Path]:
        """Let two laptops mark the same cells otherwise, and send."""
        found = []
        for number in range(count):
            here = ((self._world.trainer, Mark.PRESENT), (self._world.second, Mark.ABSENT))
            work, mark = here[number % 2]
            for one in enrolments[: 2 + number]:
                attendance.mark(work, one, self._world.sessions[_DISPUTED], mark)
            found.append(sending.export(work, self._world.stick).file)
        return found

    def _desk(self, place: int, seed: int) -> Desk:
        files = [file for file in self._files_of[place] if file.name not in self._told.files]
        root, desks = self._roots[place], len(self._files_of)
        return Desk(self._told, root, place, desks, seed, *files, module=_MODULE)

    def pass_by(self) -> list[str]:
        """Let it pass; return what was wrong."""
        share = _ENOUGH * len(self._desks) // 3
        if self._until(lambda: self._told.actions >= share):
            place = self._chance.randrange(len(self._desks))
            self._told.ready -= self._desks[place].process.poll() is not None
            self._desks[place].kill()
            self._desks[place] = self._desk(place, self._seed * 100 + 50)
            self.struck += 1
        if self._until(lambda: self._told.actions >= 2 * share):
            self._server.stop(signal.SIGQUIT)
            self._server.start()
            self.struck += 1
        if not self._until(lambda: self._told.ready >= len(self._desks)):
            return [*self._told.wrong, "a desk did not come to the evening"]
        return [*self._look(), *self._what_is_wrong()]

    def _until(self, holds: Callable[[], bool]) -> bool:
        """Wait until something holds; False if a desk fails meanwhile, or it never does."""
        end = time.monotonic() + 4 * SECONDS
        while not holds():
            if any(desk.process.poll() for desk in self._desks) or time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    def _look(self) -> list[str]:
        """Open one more window, and let the others compare with it what they show."""
        expected = self._roots[0].parent / "expected.json"
        looking = Desk(self._told, self._roots[-1], "look", expected, module=_MODULE)
        if looking.wait():
            return ["the window that looks failed"]
        for desk in self._desks:
            desk.tell(str(expected))
        codes = [desk.wait() for desk in self._desks]
        found = [f"a window {said}" for said in self._told.wrong]
        return [*found, f"desks ended with {codes}"] if any(codes) else found

    def _what_is_wrong(self) -> list[str]:
        told, found = self._told, []
        if len(told.digests) != 1:
            found.append(f"the desks have {len(told.digests)} digests")
        if missing := {*_ACTS, "import"} - told.acts - {"look"}:
            found.append(f"never done: {', '.join(sorted(missing))}")
        found += [f"{path.name} is no report" for path in told.reports if not _is_report(path)]
        work = workplace.open_workplace(DataFolder(self._roots[0]), PASSPHRASE, clock=evening())
        try:
            found += self._what_is_lost(work)
            before = sync_status.check(work)
            work = moving.move_to_file(work)
            after = sync_status.check(work)
            if not (before.ok and after.ok):
                found.append("the tables are not what the journal says")
            if {before.digest, after.digest} != told.digests:
                found.append("a file with the same entries shows something else")
        finally:
            work.close()
        return found

    def _what_is_lost(self, work: Workplace) -> list[str]:
        lines = [line for _, line in all_lines(work.database)]
        found = what_is_lost(lines, self._told)
        there = set(lines)
        for laptop in (self._world.trainer, self._world.second):
            if lost := sum(line not in there for _, line in all_lines(laptop.database)):
                found.append(f"{lost} entries of {laptop.device_code} are lost, whose files were taken in")
        grid = attendance.grid(work, self._world.course)
        shown = {
            (row.enrolment, session.key): cell.mark.value if cell and cell.mark else ""
            for row in grid.rows
            for session, cell in zip(grid.sessions, row.cells, strict=True)
        }
        return found + lost_marks(self._told, shown)

    def _end(self) -> None:
        for desk in self._desks:
            if desk.process.poll() is None:
                desk.kill()


def lost_marks(told: DayTold, shown: Mapping[_Cell, str]) -> list[str]:
    """Return which marks are none of those that they may be by what was told."""
    return [
        f"a mark that was shown as {' or '.join(sorted(marks))} is {shown[cell]}"
        for cell, marks in told.marks.items()
        if "" not in marks and shown[cell] not in marks
    ]


def _is_report(path: Path) -> bool:
    try:
        return bool(json.loads(path.read_text("utf-8"))["figures"])
    except (OSError, ValueError, KeyError):
        return False


# --- a desk


class AtDesk:
    """A window of a desk, and somebody before it who waits for each thing to be shown."""

    def __init__(self, root: Path, place: int, choosers: Choosers) -> None:
        application = QApplication.instance() or QApplication(["desk"])
        assert isinstance(application, QApplication)
        desktop = Desktop(Theme(application, "light"), LanguageSwitch(application, "en"), choosers)
        self.seat = Seat(root, desktop, evening(place), synchronous=False)
        self._returns = 0
        self._files = root.parent
        seat = self.seat.start()
        self.until(lambda: seat.sees("unlock_passphrase"))
        seat.fill("unlock_passphrase", PASSPHRASE).press(Qt.Key.Key_Return)
        self.until(lambda: seat.gate.workspace is not None)
        self.seat.work.child = Here()
        self.seat.workspace.server.returned.connect(self._count_return)
        self.until(lambda: seat.workspace.server.listening)

    def _count_return(self) -> None:
        self._returns += 1

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window live until something holds."""
        end = time.monotonic() + SECONDS
        while not holds():
            assert time.monotonic() < end, "what must come did not come"
            QApplication.processEvents()
            # Between two looks the other desks may have the processor.
            time.sleep(0.005)
        settle()

    def calm(self) -> None:
        """Wait until the server is there and nothing is at work beside the window."""
        watch, context = self.seat.workspace.server, self.seat.gate.context
        assert context is not None
        jobs = context.jobs
        self.until(lambda: watch.listening and not watch.away and not jobs.busy)
        QApplication.processEvents()
        settle()

    def act(self, name: str, work: Callable[[], str | None]) -> bool:
        """Do one thing, and say so if the window shows that it is done; tell whether it does."""
        self.calm()
        before, watch = self._returns, self.seat.workspace.server
        try:
            done = work()
        except AssertionError:
            self.seat.desktop.choosers.answers.clear()
            if not watch.away and self._returns == before:
                raise
            # The server was gone meanwhile, and its buttons rested.
            say(f"unsure {name}")
            return False
        if done is None:
            say(f"refused {name}")
            return False
        journal, numbers = self.seat.work.journal, list[int]()

        def is_known() -> bool:
            # The server may go between what is shown as saved and this look at its number.
            with contextlib.suppress(TrainerError):
                numbers.append(journal.number)
            return bool(numbers)

        self.until(is_known)
        say(f"wrote {journal.replica} {numbers[-1]} {name} {done}".rstrip())
        return True

    def mark(self, chance: random.Random, place: int, desks: int) -> str | None:
        """Mark one of the people whom no other desk marks."""
        seat = self.seat
        if not seat.sees("attendance_grid"):
            self.course_tab("attendance")
        self.until(lambda: seat.sees("attendance_grid"))
        view = seat.see("attendance_grid", GridView)
        model = view.model()
        assert isinstance(model, GridModel)
        column = chance.choice([at for at in range(len(model.sessions)) if at != _DISPUTED])
        row = chance.choice([at for at in range(len(model.rows)) if at % desks == place])
        view.setFocus()
        seat.press(Qt.Key.Key_Home, CTRL)
        for _ in range(column):
            seat.press(Qt.Key.Key_Right)
        for _ in range(row):
            seat.press(Qt.Key.Key_Down)
        assert (view.currentIndex().row(), view.currentIndex().column()) == (row, column)
        cell = f"{model.rows[row].enrolment} {model.sessions[column].key}"
        letter = chance.choice(tuple(_LETTERS))
        say(f"trying {cell} {_LETTERS[letter].value}")
        seat.type(letter)
        shown = model.cells[row][column]
        return f"{cell} {shown.mark.value}" if shown and shown.mark is _LETTERS[letter] else None

    def course_tab(self, tab: str) -> None:
        """Open a tab of the course, which may lie open in its place."""
        self.seat.open("courses")
        if not self.seat.sees("course_tabs"):
            self.seat.course()
        self.seat.open_tab(tab)

    def all_courses(self) -> None:
        """Open the list of courses, and not the one that lies open in its place."""
        self.seat.open("courses")
        if self.seat.sees("course_back"):
            self.seat.click("course_back")

    def office_tab(self, place: int) -> None:
        """Open a tab of the office."""
        self.seat.open("office").choose_tab("office_tabs", place)

    def take_in(self, file: Path) -> str | None:
        """Look at a file and take it in."""
        seat = self.seat
        self.office_tab(_OFFICE["incoming"])
        seat.desktop.choosers.answer(file)
        seat.click("office_take_in")
        self.calm()
        fate = self._fate()
        if seat.sees("office_take"):
            seat.click("office_take")
            self.calm()
            # One that another desk's import holds up is refused, and comes again later.
            fate = None if seat.sees("office_take") else self._fate()
        if seat.sees("office_decline"):
            seat.click("office_decline")
        return file.name if fate in (FileOutcome.IMPORTED, FileOutcome.DUPLICATE) else None

    def _fate(self) -> FileOutcome | None:
        """Return what the window says of the file that was chosen."""
        if not self.seat.sees("office_files"):
            return None
        card = self.seat.see("office_files", IncomingFiles)
        report = card._rehearsal.report if card._rehearsal else card._report
        return report.files[0].result if report else None

    def settle(self) -> str | None:
        """Decide what lies on top in Review, if anything does."""
        seat = self.seat
        seat.open("review")
        self.calm()
        if seat.sees("review_side_1_take"):
            seat.fill("review_reason", "аз рӯйи варақа")
            seat.click("review_side_1_take")
        elif seat.sees("review_not_same"):
            seat.click("review_not_same")
        else:
            return None
        self.calm()
        return ""

    def report(self, number: int) -> str | None:
        """Look at the figures and save them."""
        seat = self.seat
        self.office_tab(_OFFICE["reports"])
        self.until(lambda: seat.sees("report_figures_table") and bool(seat.cells("report_figures_table")))
        path = self._files / f"report-{os.getpid()}-{number}.json"
        seat.click("report_save")
        seat.desktop.choosers.answer(path)
        seat.menu("report_save_json")
        self.calm()
        if not path.exists():
            return None
        say(f"reported {path}")
        return ""

    def look(self, chance: random.Random) -> str | None:
        """Open some screen."""
        self.seat.open(chance.choice(("today", "courses", "people", "certificates", "review", "office")))
        return None

    def seen(self) -> Seen:
        """Return what every main screen shows."""
        seat = self.seat
        found: Seen = {}
        for name, go in self._places():
            go()
            self.calm()
            found[name] = {
                view.objectName(): _rows(view)
                for view in seat.window.findChildren(QAbstractItemView)
                if view.isVisible() and view.objectName()
            }
        return found

    def _places(self) -> list[tuple[str, Callable[[], object]]]:
        seat = self.seat
        screens = ("today", "people", "certificates", "review")
        tabs = ("overview", "participants", "schedule", "attendance", "tests", "certificates")
        return [
            *((name, partial(seat.open, name)) for name in screens),
            ("courses", self.all_courses),
            *((f"course {tab}", partial(self.course_tab, tab)) for tab in tabs),
            *((f"office {tab}", partial(self.office_tab, place)) for tab, place in _OFFICE.items()),
        ]

    def compare(self, expected: Seen) -> None:
        """Say whether the window comes to show what it must, and what digest its data have."""
        end = time.monotonic() + SECONDS
        while (differ := differences(expected, self.seen())) and time.monotonic() < end:
            self.calm()
        if differ:
            say(f"wrong shows otherwise: {'; '.join(differ)}")
        say(f"right {sync_status.check(self.seat.work).digest}")


def differences(expected: Seen, shown: Seen) -> list[str]:
    """Return what is shown otherwise than it must be."""
    return [
        f"{place} {name}: {_first_of(views.get(name), shown[place].get(name))}"
        for place, views in expected.items()
        for name in sorted(views.keys() | shown[place].keys())
        if views.get(name) != shown[place].get(name)
    ]


def _rows(view: QAbstractItemView) -> list[list[str]]:
    model = view.model()
    if model is None:
        return []
    columns = range(model.columnCount())
    return [
        [str(model.index(row, column).data() or "") for column in columns] for row in range(model.rowCount())
    ]


def _first_of(one: list[list[str]] | None, other: list[list[str]] | None) -> str:
    """Return the first rows that differ."""
    if one is None or other is None:
        return "is there" if one is None else "is not there"
    pairs = zip_longest(one, other)
    return next((f"{first} and not {second}" for first, second in pairs if first != second), "")


def work_a_day(desk: AtDesk, place: int, desks: int, seed: int, files: list[Path]) -> None:
    """Do what one does in a day, take in all files, and compare in the evening."""
    chance = random.Random(seed)
    for number in range(_ENOUGH):
        act = chance.choices(tuple(_ACTS), tuple(_ACTS.values()))[0]
        works: dict[str, Callable[[], str | None]] = {
            "mark": partial(desk.mark, chance, place, desks),
            "look": partial(desk.look, chance),
            "settle": desk.settle,
            "report": partial(desk.report, number),
        }
        desk.act(act, works[act])
        if files and number % 2 == 0 and desk.act("import", partial(desk.take_in, files[0])):
            files.pop(0)
    while files:
        if desk.act("import", partial(desk.take_in, files[0])):
            files.pop(0)
    # Something of everything was done at each desk.
    while not (desk.act("settle", desk.settle) or not desk.seat.sees("rail_review_badge")):
        desk.calm()
    desk.act("report", partial(desk.report, _ENOUGH))
    say("ready")


def main(arguments: list[str]) -> None:
    """Be a desk: ROOT PLACE DESKS SEED FILE..., or ROOT look FILE to write down what must be seen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    choosers = Choosers()
    sys.excepthook = _tell_fault
    with pytest.MonkeyPatch.context() as patch:
        choosers.put_in_place(patch)
        if arguments[1] == "look":
            desk = AtDesk(Path(arguments[0]), 0, choosers)
            Path(arguments[2]).write_text(json.dumps(desk.seen()), "utf-8")
        else:
            place, desks, seed = map(int, arguments[1:4])
            desk = AtDesk(Path(arguments[0]), place, choosers)
            work_a_day(desk, place, desks, seed, [Path(each) for each in arguments[4:]])
            heard = Heard(desk)
            desk.compare(json.loads(Path(heard.line).read_text("utf-8")))
        desk.seat.leave()


def _tell_fault(kind: type[BaseException], problem: BaseException, where: TracebackType | None) -> None:
    """Tell of an error that Qt would only print, in whatever it called."""
    say(f"wrong fails: {kind.__name__} {problem}".replace("\n", " "))
    sys.__excepthook__(kind, problem, where)


class Heard:
    """A line from who watches the day; meanwhile the window lives, and hears of what the others do."""

    def __init__(self, desk: AtDesk) -> None:
        self.line = ""
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._hear)
        desk.until(lambda: bool(self.line))

    def _hear(self) -> None:
        self.line = sys.stdin.readline().strip() or self.line
        self._notifier.setEnabled(not self.line)


def say(words: str) -> None:
    """Tell who watches."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
