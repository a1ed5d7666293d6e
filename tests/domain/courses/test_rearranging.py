"""Where sessions go: the next free time, other places of the day, other days."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import Session, SessionState
from trainer_app.domain.courses.planning import (
    SessionDraft,
    TimeSlot,
    next_draft,
    next_place,
    place_on_day,
    rearranged,
    sessions_of_day,
    usual_break,
)

MONDAY = date(2018, 10, 15)
TUESDAY = MONDAY + timedelta(1)


def session(key: str, start: int, end: int, day: date = MONDAY, *, cancelled: bool = False) -> Session:
    state = SessionState.CANCELLED if cancelled else SessionState.PLANNED
    return Session(key, "c", 0, day, start, end, state=state)


@st.composite
def days(draw: st.DrawFn, day: date = MONDAY, least: int = 1) -> list[Session]:
    """Return sessions of one day that do not overlap."""
    start, found = draw(st.integers(420, 600)), []
    for number in range(draw(st.integers(least, 5))):
        minutes = draw(st.integers(10, 90))
        found.append(session(f"{day.day}-{number}", start, start + minutes, day))
        start += minutes + draw(st.integers(0, 90))
    return found


def after(sessions: list[Session], moves: list[tuple[Session, TimeSlot]]) -> list[tuple[str, date, int, int]]:
    """Return all sessions in the order of time, once the moves are done."""
    moved = {each.key: place for each, place in moves}
    found = []
    for each in sessions:
        place = moved.get(each.key, TimeSlot(each.day, each.start, each.end))
        found.append((each.key, place.day, place.start, place.end))
    return sorted(found, key=lambda each: (each[1], each[2]))


def overlap(found: list[tuple[str, date, int, int]]) -> bool:
    return any(one[1] == other[1] and other[2] < one[3] for one, other in pairwise(found))


@given(days(), st.data())
def test_another_order_within_the_day_takes_the_same_time(there: list[Session], data: st.DataObject) -> None:
    moved = data.draw(st.sampled_from(there))
    place = data.draw(st.integers(0, len(there) - 1))
    found = after(there, rearranged(there, moved, MONDAY, place))
    keys = [each.key for each in there if each.key != moved.key]
    keys.insert(place, moved.key)
    assert [each[0] for each in found] == keys
    assert (found[0][2], found[-1][3]) == (there[0].start, there[-1].end)
    assert {each[0]: each[3] - each[2] for each in found} == {each.key: each.minutes for each in there}
    assert not overlap(found)


@given(days(), days(TUESDAY, least=0), st.data())
def test_a_session_put_on_another_day_pushes_only_those_behind_it(
    there: list[Session], others: list[Session], data: st.DataObject
) -> None:
    moved = data.draw(st.sampled_from(there))
    place = data.draw(st.integers(0, len(others)))
    sessions = there + others
    moves = rearranged(sessions, moved, TUESDAY, place)
    found = [each for each in after(sessions, moves) if each[1] == TUESDAY]
    keys = [each.key for each in others]
    keys.insert(place, moved.key)
    assert [each[0] for each in found] == keys
    assert not overlap(found)
    assert {each.key for each, _ in moves} <= {moved.key, *(each.key for each in others[place:])}
    assert all(to.end - to.start == each.minutes for each, to in moves)
    assert all(to.start >= each.start for each, to in moves[1:])


@given(days(least=0), st.sampled_from([MONDAY, TUESDAY]))
def test_the_next_place_is_free_and_as_long_as_the_last(there: list[Session], day: date) -> None:
    found = next_place(there, day)
    same = sessions_of_day(there, day)
    assert found.day == day
    assert 0 <= found.start < found.end <= 1440
    if same and found.start >= same[-1].end:
        assert found.end - found.start == same[-1].minutes
    if there and not same:
        assert (found.start, found.end) == (there[0].start, there[0].end)


def test_the_next_place_does_not_lie_in_the_lunch() -> None:
    there = [session("a", 540, 630), session("b", 660, 750)]
    assert next_place(there, MONDAY) == TimeSlot(MONDAY, 840, 930)
    assert next_place([*there, session("c", 840, 930)], MONDAY) == TimeSlot(MONDAY, 960, 1050)
    assert next_place([], MONDAY) == TimeSlot(MONDAY, 540, 630)


def test_who_teaches_and_where_go_on_with_the_next_session_of_the_day() -> None:
    last = replace(session("b", 660, 750), trainers=("t",), room="2")
    there = [session("a", 540, 630), last]
    assert next_draft(there, MONDAY) == SessionDraft(MONDAY, 840, 930, trainers=("t",), room="2")
    assert next_draft(there, TUESDAY) == SessionDraft(TUESDAY, 540, 630)


def test_the_lunch_is_no_usual_break() -> None:
    assert usual_break([session("a", 540, 630), session("b", 645, 735), session("c", 840, 930)]) == 15
    assert usual_break([session("a", 540, 630), session("c", 840, 930)]) == 30
    assert usual_break([]) == 30


def test_cancelled_sessions_take_no_time() -> None:
    there = [session("a", 540, 630), session("b", 660, 750, cancelled=True)]
    assert [each.key for each in sessions_of_day(there, MONDAY)] == ["a"]
    moved = session("c", 660, 750, TUESDAY)
    assert place_on_day([*there, moved], moved, MONDAY) == TimeSlot(MONDAY, 660, 750)


def test_a_taken_time_gives_way_to_the_first_after_the_lunch() -> None:
    there = [session("a", 540, 630), session("b", 660, 750)]
    moved = session("c", 600, 640, TUESDAY)
    assert place_on_day([*there, moved], moved, MONDAY) == TimeSlot(MONDAY, 840, 880)


def test_a_gap_that_is_long_enough_is_taken() -> None:
    there = [session("a", 540, 630), session("b", 840, 930)]
    moved = session("c", 540, 600, TUESDAY)
    assert rearranged([*there, moved], moved, MONDAY, 1) == [(moved, TimeSlot(MONDAY, 660, 720))]
