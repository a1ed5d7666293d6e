"""What the program counts, by its own actions on an encrypted database, against sets of minutes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

import pytest

from tests.domain.minutes import ABSENT, CAME, EXCUSED, Register, Slot
from tests.kit.samples import FIRST
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments, sessions
from trainer_app.actions.office import building
from trainer_app.actions.people import joining
from trainer_app.domain.attendance.marks import (
    AttendanceGrid,
    Mark,
    count_heads,
    count_minutes,
    held_minutes,
    share_so_far,
)
from trainer_app.domain.attendance.same_person import leading_row
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import Session
from trainer_app.store.courses import courses as stored

_SAID = {Mark.PRESENT: CAME, Mark.LATE: CAME, Mark.EXCUSED: EXCUSED, Mark.ABSENT: ABSENT, None: None}
STEPS = 45


@dataclass
class Both:
    """The workplace and the register on paper; every step is done on both, or refused on both."""

    work: Workplace
    course: str
    register: Register
    chance: Random

    def person(self) -> str:
        return self.chance.choice(list(self.register.place))

    def session(self) -> Session:
        return self.chance.choice(courses.get_course(self.work, self.course).sessions)


def begin(work: Workplace, room: Room, seed: int) -> Both:
    register = Register()
    both = Both(work, room.course, register, Random(seed))
    for session in courses.get_course(work, room.course).sessions:
        register.slots[session.key] = Slot(session.day, session.start, session.end)
    note_people(both)
    return both


def note_people(both: Both) -> None:
    """Write everybody who is on the list down, with the day from which they take part."""
    for item in stored.list_enrolments(both.work.database, both.course):
        key = item.enrolment.key
        both.register.place.setdefault(key, item.enrolment.person)
        if item.enrolment.from_day:
            both.register.since[key] = item.enrolment.from_day


def mark(both: Both) -> None:
    session, who, chance = both.session(), both.person(), both.chance
    value = chance.choice((Mark.PRESENT, Mark.LATE, Mark.LATE, Mark.EXCUSED, Mark.ABSENT, None))
    missed = chance.randrange(session.minutes + 1)
    early = chance.randrange(missed + 1)
    who = leading_row(grid_of(both), who)
    attendance.mark(both.work, who, session.key, value, missed, early=early)
    both.register.mark(who, session.key, _SAID[value], missed - early, early)


def rest(both: Both) -> None:
    session = both.session()
    before = grid_of(both)
    place = next(at for at, column in enumerate(before.sessions) if column.key == session.key)
    attendance.mark_rest(both.work, session.key)
    for row in before.rows:
        cell = row.cells[place]
        if cell is not None and cell.mark is None:
            both.register.mark(row.enrolment, session.key, CAME)


def cancel(both: Both) -> None:
    session = both.session()
    sessions.cancel_session(both.work, session.key, "барқ набуд")
    both.register.slots[session.key].cancelled = True


def restore(both: Both) -> None:
    session = both.session()
    sessions.restore_session(both.work, session.key)
    both.register.slots[session.key].cancelled = False


def shorten(both: Both) -> None:
    session = both.session()
    end = both.chance.randrange(session.start - 3, session.end + 3)
    sessions.shorten_session(both.work, session.key, end)
    both.register.cut(session.key, end)


def split(both: Both) -> None:
    session = both.session()
    at, pause = both.chance.randrange(session.start, session.end), both.chance.choice((0, 5, 15))
    second = sessions.split_session(both.work, session.key, at, pause).key or ""
    both.register.split(session.key, second, at, pause)


def move(both: Both) -> None:
    session = both.session()
    day, start = FIRST + timedelta(both.chance.randrange(4)), both.chance.randrange(480, 1000)
    sessions.move_session(both.work, session.key, day, start)
    both.register.move(session.key, day, start)


def walk_in(both: Both) -> None:
    since = FIRST + timedelta(both.chance.randrange(4))
    enrolments.add_walk_in(
        both.work, both.course, f"Назаров Ном{both.chance.randrange(99)}а", first_day=since
    )
    note_people(both)


def withdraw(both: Both) -> None:
    who = both.person()
    enrolments.withdraw(both.work, who)
    both.register.leave(who)


def reinstate(both: Both) -> None:
    who = both.person()
    enrolments.reinstate(both.work, who)
    both.register.gone.pop(who, None)


def replace(both: Both) -> None:
    gone, comes = both.person(), both.person()
    before = enrolments.get_enrolment(both.work, comes).replaces
    enrolments.replace(both.work, gone, comes)
    both.register.leave(gone)
    if (
        before
        and before != gone
        and enrolments.get_enrolment(both.work, before).state
        in (
            "nominated",
            "confirmed",
            "walk_in",
        )
    ):
        both.register.gone.pop(before, None)


def join(both: Both) -> None:
    first, second = both.person(), both.person()
    keep, other = both.register.place[first], both.register.place[second]
    joining.join(both.work, keep, other)
    for who, place in both.register.place.items():
        if place == other:
            both.register.place[who] = keep


ACTS: tuple[Callable[[Both], None], ...] = (
    *(mark,) * 10,
    rest,
    rest,
    cancel,
    restore,
    shorten,
    split,
    move,
    walk_in,
    withdraw,
    reinstate,
    replace,
    join,
)


def grid_of(both: Both) -> AttendanceGrid:
    return attendance.grid(both.work, both.course)


def counted(paper: Register, table: AttendanceGrid) -> tuple[Register, dict[str, list[str]]]:
    """Return the register as one line for each person, and whose lines each is: what the leading row says.

    Where it says nothing, the line of whoever was there for longest, else an excuse, else an absence.
    """
    led = {row.enrolment for row in table.rows if row.same_as}
    people: dict[str, list[str]] = {}
    for who in sorted(paper.place, key=lambda who: (who in led, who in paper.gone)):
        people.setdefault(paper.place[who], []).append(who)
    one = Register(paper.slots, {rows[0]: person for person, rows in people.items()})
    order = (ABSENT, EXCUSED, CAME)
    for lead, *others in people.values():
        for session in paper.slots:
            known = [who for who in others if (who, session) in paper.said]
            known.sort(
                key=lambda who: (
                    order.index(paper.said[who, session]),
                    len(paper.there.get((who, session), ())),
                )
            )
            taken = lead if (lead, session) in paper.said or not known else known[-1]
            if (taken, session) in paper.said:
                one.said[lead, session] = paper.said[taken, session]
            if (taken, session) in paper.there:
                one.there[lead, session] = paper.there[taken, session]
    return one, {rows[0]: rows for rows in people.values()}


def compare(both: Both) -> None:
    """Compare all that is shown with what is on paper."""
    table = grid_of(both)
    register, rows_of = counted(both.register, table)
    for row in table.rows:
        if row.same_as:
            assert (row.share, {*row.cells}) == (None, {None})
            continue
        assert row.share == register.share(row.enrolment)
        assert share_so_far(held_minutes(table.sessions), row.cells) == register.share_so_far(row.enrolment)
        attended, planned, unmarked = count_minutes(held_minutes(table.sessions), row.cells)
        assert attended == register.attended(row.enrolment, register.held)
        assert planned == register.planned(register.held)
        assert unmarked <= len(register.held)
    for place, column in enumerate(table.sessions):
        heads = count_heads([row.cells[place] for row in table.rows])
        shown = {CAME: heads.in_room, EXCUSED: heads.excused, ABSENT: heads.absent, "": heads.unmarked}
        said = {
            lead: register.said.get((lead, column.key), "")
            for lead, rows in rows_of.items()
            if (lead, column.key) in register.said or any(both.register.expects(r, column.key) for r in rows)
        }
        assert shown == {each: [*said.values()].count(each) for each in shown}
    figures = {figure.code: figure.value for figure in building.report(both.work, course=both.course).figures}
    assert {code: figures[code] for code in register.figures()} == register.figures()


@pytest.mark.parametrize("seed", range(6))
def test_every_figure_agrees_with_the_minutes_on_paper(trainer: Workplace, room: Room, seed: int) -> None:
    both = begin(trainer, room, seed)
    done: set[str] = set()
    for step in range(STEPS):
        act = both.chance.choice(ACTS)
        before = trainer.journal.number
        try:
            act(both)
            done.add(act.__name__)
        except TrainerError:
            assert trainer.journal.number == before, "a refusal writes nothing"
        if step % 9 == 8:
            compare(both)
    assert len(done) >= 7
    assert "mark" in done


def test_undoing_everything_leads_back_to_nothing(trainer: Workplace, room: Room) -> None:
    both = begin(trainer, room, 99)
    first = grid_of(both)
    steps = 0
    for _ in range(30):
        before = trainer.journal.number
        try:
            both.chance.choice(ACTS)(both)
        except TrainerError:
            continue
        steps += trainer.journal.number > before
    assert grid_of(both) != first
    for _ in range(steps):
        undone: Changes = history.undo(trainer)
        assert undone.step is not None
    assert grid_of(both) == first
