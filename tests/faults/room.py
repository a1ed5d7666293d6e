"""What trainers do in a room, by the program's own actions: marks of every kind, scans, walk-ins, sheets.

Most of these steps write several entries: the rest of a session or of a day, a session that is shortened or
split, a sheet that is signed. Whatever fault comes, each is there whole or not at all.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tests.store.parts import KEY, Bench
from trainer_app.actions.attendance import attendance, reconciliation, scanning
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import ZONE, Workplace
from trainer_app.actions.courses import agendas, courses, enrolments, sessions
from trainer_app.domain.attendance.marks import Attendance, AttendanceGrid, Mark, SignatureState
from trainer_app.domain.attendance.sheets import badge_code
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.store.attendance import marks as stored
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import Statement
from trainer_app.store.base.store import Store
from trainer_app.system.clock import fixed_at
from trainer_app.system.folders import DataFolder

FIRST, LAST = date(2018, 10, 15), date(2018, 10, 16)
PEOPLE = 8
COURSE = "ROOM"
ENOUGH = 100
"""Runs after which every kind of step must have been tried."""

type Marks = dict[tuple[str, str], Attendance]


@dataclass
class Told:
    """What was acknowledged: the number of entries after each step with the marks as they stood then.

    `under_way` counts the entries of the step that is being written.
    """

    numbers: list[int] = field(default_factory=list)
    marks: dict[int, Marks] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=set)
    under_way: int = 0

    def write(self, entries: int) -> None:
        """Note that entries of a step go to the database now."""
        self.under_way += entries

    def acknowledge(self, work: Workplace, kind: str, *, look: bool) -> None:
        """Note that a step came back. `look` reads the marks too."""
        if self.under_way:
            self.kinds.add(kind)
        self.numbers.append(work.journal.number)
        self.under_way = 0
        if look:
            self.marks[work.journal.number] = marks_of(work)


def seat(store: Store, folder: Path) -> Workplace:
    """Sit down at an open store, in the middle of the first session of the first day."""
    clock = fixed_at(FIRST, 9, ZONE, step=7)
    clock.advance(minutes=20)
    store.journal.user = "t"
    nothing: Any = None
    return Workplace(DataFolder(folder), store, clock, nothing, nothing)


def seat_at(database: Database, folder: Path) -> Workplace:
    """Sit down at a database whose disk can fail."""
    clock = fixed_at(FIRST, 9, ZONE, step=7)
    return seat(Store(database, KEY, clock.millis, lambda replica, number: None), folder)


def furnish(folder: Path) -> bytes:
    """Return a database with a course of two days, two sessions a day, and people on its list."""
    bench = Bench(folder)
    work = seat(bench.create("base"), folder)
    draft = CourseDraft(COURSE, Texts(en="Room"), FIRST, LAST)
    course = courses.create_course(work, draft).key or ""
    agendas.plan_sessions(work, course, DayPlan(per_day=2))
    for place in range(PEOPLE):
        enrolments.add_walk_in(work, course, f"Раҳимов Ном{'абвгдежз'[place]}", first_day=FIRST)
    bench.close()
    return bench.path("base").read_bytes()


def watch(database: Any, told: Callable[[int], None]) -> None:
    """Tell how many entries a step writes, at the moment when they go to the database."""
    run_many = database.run_many

    def watched(query: str | Statement, rows: Any) -> None:
        sql = next((sql for sql, _ in database.dialect.portions(query, rows)), "")
        if "INSERT INTO" in sql and sql.split()[2].strip('"') == "journal":
            told(len(rows))
        run_many(query, rows)

    database.run_many = watched


def marks_of(work: Workplace) -> Marks:
    """Return everything recorded of the course."""
    return stored.marks_of_course(work.database, course_of(work))


def course_of(work: Workplace) -> str:
    """Return the key of the course."""
    return courses.find_course(work, COURSE)


@dataclass(frozen=True)
class Turn:
    """One moment of the room: who and what there is, and chance."""

    work: Workplace
    table: AttendanceGrid
    chance: random.Random

    def person(self) -> str:
        """Return somebody of the grid."""
        return self.chance.choice(self.table.rows).enrolment

    def session(self) -> str:
        """Return one of the sessions."""
        return self.chance.choice(self.table.sessions).key


def _mark(turn: Turn) -> object:
    mark = turn.chance.choice((Mark.PRESENT, Mark.LATE, Mark.EXCUSED, Mark.ABSENT, None))
    missed = turn.chance.choice((0, 5, 20))
    return attendance.mark(
        turn.work,
        turn.person(),
        turn.session(),
        mark,
        missed,
        early=turn.chance.choice((0, missed)),
        arrived=turn.chance.choice((None, 545)),
    )


def _split(turn: Turn) -> object:
    session = turn.chance.choice(turn.table.sessions)
    return sessions.split_session(turn.work, session.key, (session.start + session.end) // 2, 5)


def _shorten(turn: Turn) -> object:
    session = turn.chance.choice(turn.table.sessions)
    return sessions.shorten_session(turn.work, session.key, session.end - 7)


def _sign(turn: Turn) -> object:
    signed = turn.chance.choice(tuple(SignatureState))
    return reconciliation.set_signed(turn.work, turn.person(), turn.session(), signed)


def _walk_in(turn: Turn) -> object:
    name = f"Назаров Ном{turn.chance.choice('иклмнопр')}"
    return enrolments.add_walk_in(turn.work, turn.table.course, name)


def _scan(turn: Turn) -> object:
    return scanning.scan(turn.work, badge_code(turn.person()), turn.table.course)


def _replace(turn: Turn) -> object:
    return enrolments.replace(turn.work, turn.person(), turn.person())


ACTS: dict[str, Callable[[Turn], object]] = {
    "mark": _mark,
    "rest": lambda turn: attendance.mark_rest(turn.work, turn.session()),
    "rest of the day": lambda turn: attendance.mark_rest_of_day(
        turn.work, turn.table.course, turn.chance.choice((FIRST, LAST))
    ),
    "split": _split,
    "shorten": _shorten,
    "signed": _sign,
    "sheet signed": lambda turn: reconciliation.sign_rest(turn.work, turn.table.course, FIRST),
    "walk-in": _walk_in,
    "scan": _scan,
    "replace": _replace,
    "withdraw": lambda turn: enrolments.withdraw(turn.work, turn.person()),
    "count": lambda turn: sessions.count_heads(turn.work, turn.session(), 19),
    "undo": lambda turn: history.undo(turn.work),
    "redo": lambda turn: history.redo(turn.work),
}
"""Everything that is done in a room, by name."""


def act(work: Workplace, told: Told, chance: random.Random, *, look: bool = True) -> str:
    """Do one thing and acknowledge it; a refusal writes nothing and is acknowledged too. Return its name."""
    name = chance.choice(tuple(ACTS))
    table = attendance.grid(work, course_of(work))
    try:
        ACTS[name](Turn(work, table, chance))
    except TrainerError as refused:
        if refused.code.startswith(("disk.", "database.")):
            raise
        if told.under_way:
            raise AssertionError(f"{name} was refused after it wrote: {refused.code}") from refused
    told.acknowledge(work, name, look=look)
    return name


def whole(kept: int, acknowledged: int, under_way: int) -> str:
    """Say what is wrong with the number of entries that a fault left, "" if nothing is."""
    if kept < acknowledged:
        return f"an acknowledged entry is lost: {acknowledged - kept}"
    if kept not in (acknowledged, acknowledged + under_way):
        return f"half a step: {kept - acknowledged} of {under_way} entries"
    return ""


def steps_are_whole(store: Store) -> bool:
    """Tell whether every own entry belongs to a step, and the steps to entries that are there."""
    return store.database.select(
        "SELECT (SELECT count(*) FROM entry), (SELECT count(*) FROM step_entry), "
        "(SELECT count(*) FROM step_entry JOIN entry ON entry.id = step_entry.entry), "
        "(SELECT count(*) FROM step WHERE id NOT IN (SELECT step FROM step_entry) AND kind = 'do')"
    ) == [(store.journal.number, store.journal.number, store.journal.number, 0)]
