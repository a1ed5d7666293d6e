"""Shares, head counts, person-hours and person-days against sets of minutes, for random histories."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain import recounts
from tests.domain.minutes import ABSENT, CAME, EXCUSED, Register, Slot
from trainer_app.domain.attendance.marks import (
    Attendance,
    GridSession,
    Mark,
    MinuteSpan,
    attendance_share,
    attended_minutes,
    count_heads,
    held_minutes,
    share_so_far,
    shorten_mark,
    split_mark,
)
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import EnrolmentState, SessionState, expected_span
from trainer_app.domain.office.counting import count
from trainer_app.domain.office.participations import CountedCourse, CountedSession
from trainer_app.domain.people.persons import Sex

FIRST = date(2018, 10, 15)
_SAID = {
    None: None,
    Mark.PRESENT: CAME,
    Mark.LATE: CAME,
    Mark.EXCUSED: EXCUSED,
    Mark.ABSENT: ABSENT,
}


@dataclass
class Program:
    """The same history as the program keeps it: marks with minutes missed, sessions with their ends."""

    register: Register
    cells: dict[tuple[str, str], Attendance] = field(default_factory=dict)
    states: dict[str, EnrolmentState] = field(default_factory=dict)

    def stretch(self, session: str) -> MinuteSpan:
        slot = self.register.slots[session]
        return MinuteSpan(slot.start, slot.end)

    def of(self, session: str) -> list[tuple[str, str]]:
        return [cell for cell in self.cells if cell[1] == session]


type Event = tuple[str, int, int, int, int, int]

EVENTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["mark"] * 7
            + ["shorten", "split"] * 3
            + ["cancel", "restore", "move", "withdraw", "replace", "since", "began", "join"]
        ),
        st.integers(0, 9),
        st.integers(0, 9),
        st.integers(0, 80),
        st.integers(0, 80),
        st.integers(0, 6),
    ),
    max_size=40,
)


def play(people: int, sessions: int, events: Sequence[Event]) -> Program:
    """Let a history happen on both sides."""
    register = Register()
    for number in range(people):
        register.place[f"e{number}"] = f"p{number}"
    for number in range(sessions):
        start = 540 + 120 * (number % 2)
        register.slots[f"s{number}"] = Slot(FIRST + timedelta(number // 2), start, start + 80)
    program = Program(register)
    for event in events:
        _happen(program, *event)
    return program


def _happen(program: Program, what: str, first: int, second: int, a: int, b: int, c: int) -> None:
    register = program.register
    who = list(register.place)[first % len(register.place)]
    session = list(register.slots)[second % len(register.slots)]
    slot = register.slots[session]
    length = slot.end - slot.start
    if what == "mark":
        # Quarters of the session too: person-days turn at 25 and 75 per cent exactly.
        late = length // 4 * (a % 4) if a % 2 else min(a // 2, length)
        said = (*Mark, Mark.LATE, Mark.PRESENT, None)[c]
        _mark(program, who, session, said, late, 0 if b % 2 else min(b // 2, length - late))
    elif what == "cancel":
        slot.cancelled = True
    elif what == "restore":
        slot.cancelled = False
    elif what == "shorten" and length > 1:
        end = slot.start + 1 + a % (length - 1)
        old = program.stretch(session)
        for cell in program.of(session):
            program.cells[cell] = shorten_mark(program.cells[cell], old, end - slot.start)
        register.cut(session, end)
    elif what == "split" and length > 2:
        _split(program, session, slot.start + 1 + a % (length - 2), b)
    elif what == "move":
        register.move(session, FIRST + timedelta(a % 3), 480 + b)
    else:
        if what == "began":
            register.began[who] = session
        _change_roster(program, what, who, list(register.place)[second % len(register.place)], a)


def _mark(program: Program, who: str, session: str, mark: Mark | None, late: int, early: int) -> None:
    came = mark in (Mark.PRESENT, Mark.LATE)
    program.cells[who, session] = Attendance(mark, late + early, early) if came else Attendance(mark)
    program.register.mark(who, session, _SAID[mark], late, early)


def _split(program: Program, session: str, at: int, b: int) -> None:
    register = program.register
    pause = b % (register.slots[session].end - at)
    second, old = f"s{len(register.slots)}", program.stretch(session)
    for who, where in program.of(session):
        program.cells[who, where], program.cells[who, second] = split_mark(
            program.cells[who, where], old, at, pause
        )
    register.split(session, second, at, pause)


def _change_roster(program: Program, what: str, who: str, other: str, a: int) -> None:
    register = program.register
    if what == "withdraw":
        register.leave(who)
        program.states[who] = EnrolmentState.WITHDRAWN
    elif what == "replace" and who != other:
        register.leave(who)
        program.states[who] = EnrolmentState.REPLACED
    elif what == "since":
        register.since[who] = FIRST + timedelta(a % 3)
    elif what == "join":
        kept = register.place[other]
        for each, place in register.place.items():
            if place == register.place[who]:
                register.place[each] = kept


def grid_sessions(register: Register) -> tuple[GridSession, ...]:
    """Return the sessions as columns."""
    return tuple(
        GridSession(key, place, slot.day, 1, slot.start, slot.end, Texts(), state_of(slot))
        for place, (key, slot) in enumerate(register.slots.items(), 1)
    )


def state_of(slot: Slot) -> SessionState:
    if slot.cancelled:
        return SessionState.CANCELLED
    return SessionState.HELD if slot.held else SessionState.PLANNED


def world_of(program: Program) -> recounts.World:
    """Return the history as the rules of counting are given it."""
    register = program.register
    people = {place: recounts.Person(place, Sex.FEMALE, "", "", "") for place in register.place.values()}
    return recounts.World(
        (CountedCourse("c", "C-1", FIRST),),
        tuple(
            (CountedSession(key, "c", slot.day, (), state_of(slot)), slot.end - slot.start)
            for key, slot in register.slots.items()
        ),
        tuple(
            recounts.Enrolled(
                who, people[place], "c", program.states.get(who, EnrolmentState.CONFIRMED), False, ()
            )
            for who, place in register.place.items()
        ),
        dict(program.cells),
    )


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 3), st.integers(1, 3), EVENTS)
def test_everything_counted_agrees_with_the_minutes(people: int, sessions: int, events: list[Event]) -> None:
    program = play(people, sessions, events)
    register, columns = program.register, grid_sessions(program.register)
    for who in register.place:
        for column in columns:
            attended = attended_minutes(column.minutes, program.cells.get((who, column.key)))
            assert attended == len(register.there.get((who, column.key), ()))
        cells = [program.cells.get((who, column.key), Attendance()) for column in columns]
        assert share_so_far(held_minutes(columns), cells) == register.share_so_far(who)
        held = [(column.minutes, cell) for column, cell in zip(columns, cells, strict=True)]
        held = [pair for pair, column in zip(held, columns, strict=True) if column.key in register.held]
        total = sum(attended_minutes(*pair) for pair in held)
        assert attendance_share(total, sum(minutes for minutes, _ in held)) == register.share(who)
    counted = {figure.code: figure.value for figure in count(world_of(program).records()).figures}
    assert {code: counted[code] for code in register.figures()} == register.figures()


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 5), st.integers(1, 4), EVENTS)
def test_heads_agree_with_those_who_are_pointed_at(people: int, sessions: int, events: list[Event]) -> None:
    program = play(people, sessions, events)
    register = program.register
    in_time = sorted(grid_sessions(register), key=lambda each: (each.day, each.start, each.key))
    for place, session in enumerate(each.key for each in in_time):
        cells: list[Attendance | None] = []
        for who in register.place:
            state = program.states.get(who, EnrolmentState.CONFIRMED)
            since = (register.since.get(who), register.began.get(who), register.gone.get(who))
            first, end = expected_span(in_time, state, *since)
            cell = program.cells.get((who, session), Attendance())
            cells.append(cell if cell.mark is not None or first <= place < end else None)
        heads = count_heads(cells)
        assert {
            CAME: heads.in_room,
            EXCUSED: heads.excused,
            ABSENT: heads.absent,
            "": heads.unmarked,
        } == register.heads(session)
        assert heads.expected == sum(register.heads(session).values())


@settings(max_examples=150, deadline=None)
@given(EVENTS)
def test_a_cancelled_session_counts_for_nobody_and_comes_back_whole(events: list[Event]) -> None:
    program = play(3, 3, events)
    register = program.register
    before = register.figures()
    for slot in register.slots.values():
        slot.cancelled = True
    nothing = {figure.code: figure.value for figure in count(world_of(program).records()).figures}
    assert nothing["person_hours"] == nothing["person_days"] == nothing["sessions_held"] == 0
    if not any(event[0] == "cancel" for event in events):
        for slot in register.slots.values():
            slot.cancelled = False
        again = {figure.code: figure.value for figure in count(world_of(program).records()).figures}
        assert {code: again[code] for code in before} == before


@settings(max_examples=150, deadline=None)
@given(EVENTS, st.integers(1, 79))
def test_a_split_without_a_pause_loses_no_minute(events: list[Event], at: int) -> None:
    program = play(3, 2, [event for event in events if event[0] in ("mark", "withdraw", "since")])
    before = program.register.figures()["person_hours"]
    start = program.register.slots["s0"].start
    _split(program, "s0", start + at, 0)
    counted = {figure.code: figure.value for figure in count(world_of(program).records()).figures}
    assert counted["person_hours"] == before
