"""Marks of sessions that become shorter or two, against sets of minutes."""

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.attendance.marks import (
    Attendance,
    Mark,
    MinuteSpan,
    SignatureState,
    attended_minutes,
    shorten_mark,
    split_mark,
)
from trainer_app.domain.base.structs import replace

START = 540


@st.composite
def _cells(draw: st.DrawFn, minutes: int) -> Attendance:
    mark = draw(st.sampled_from([None, *Mark]))
    if mark not in (Mark.PRESENT, Mark.LATE):
        return Attendance(mark, remark="a remark")
    late = draw(st.integers(0, minutes))
    early = draw(st.integers(0, minutes - late))
    return Attendance(mark, late + early, early, remark="a remark", signed=SignatureState.YES)


@st.composite
def _sessions(draw: st.DrawFn) -> tuple[MinuteSpan, Attendance]:
    minutes = draw(st.integers(2, 300))
    return MinuteSpan(START, START + minutes), draw(_cells(minutes))


def _minutes(cell: Attendance, session: MinuteSpan) -> set[int]:
    """Return the minutes of the day that somebody was in the room, counted naively."""
    if cell.mark not in (Mark.PRESENT, Mark.LATE):
        return set()
    return set(range(session.start + cell.late, session.end - cell.early))


@given(_sessions(), st.data())
def test_a_shorter_session_keeps_every_minute_that_it_still_has(
    found: tuple[MinuteSpan, Attendance], data: st.DataObject
) -> None:
    old, cell = found
    new = MinuteSpan(old.start, data.draw(st.integers(old.start + 1, old.end)))
    after = shorten_mark(cell, old, new.minutes)
    assert _minutes(after, new) == _minutes(cell, old) & set(range(new.start, new.end))
    assert attended_minutes(new.minutes, after) == len(_minutes(after, new))
    assert 0 <= after.early <= after.missed <= new.minutes or after.mark is None
    assert replace(after, missed=0, early=0) == replace(cell, missed=0, early=0)


@given(_sessions(), st.data())
def test_two_parts_hold_every_minute_but_the_break(
    found: tuple[MinuteSpan, Attendance], data: st.DataObject
) -> None:
    old, cell = found
    at = data.draw(st.integers(old.start + 1, old.end - 1))
    pause = data.draw(st.integers(0, old.end - at - 1))
    first, second = split_mark(cell, old, at, pause)
    halves = MinuteSpan(old.start, at), MinuteSpan(at + pause, old.end)
    assert _minutes(first, halves[0]) == _minutes(cell, old) & set(range(old.start, at))
    assert _minutes(second, halves[1]) == _minutes(cell, old) & set(range(at + pause, old.end))
    lost = _minutes(cell, old) & set(range(at, at + pause))
    attended = attended_minutes(halves[0].minutes, first) + attended_minutes(halves[1].minutes, second)
    assert attended == attended_minutes(old.minutes, cell) - len(lost)
    assert first.mark is cell.mark
    assert (first.remark, second.remark) == (cell.remark, "")
    assert (first.signed, second.signed) == (cell.signed, cell.signed)


def test_late_falls_into_the_first_part_and_overflows_into_the_second() -> None:
    session = MinuteSpan(540, 630)
    late = Attendance(Mark.LATE, missed=50, arrived=590)
    first, second = split_mark(late, session, 585, 0)
    assert (first.mark, first.missed, first.arrived) == (Mark.LATE, 45, 590)
    assert (second.mark, second.missed, second.arrived) == (Mark.LATE, 5, 590)
    first, second = split_mark(Attendance(Mark.LATE, missed=20, arrived=560), session, 585, 0)
    assert (first.missed, second.mark, second.missed, second.arrived) == (20, Mark.PRESENT, 0, None)


def test_leaving_early_falls_back_from_the_end() -> None:
    session = MinuteSpan(540, 630)
    first, second = split_mark(Attendance(Mark.PRESENT, missed=50, early=50), session, 585, 0)
    assert (first.missed, first.early) == (5, 5)
    assert (second.mark, second.missed, second.early) == (Mark.PRESENT, 45, 45)
    shorter = shorten_mark(Attendance(Mark.PRESENT, missed=20, early=20), session, 80)
    assert (shorter.missed, shorter.early) == (10, 10)


def test_a_longer_session_changes_no_mark() -> None:
    cell = Attendance(Mark.LATE, missed=20, early=5)
    assert shorten_mark(cell, MinuteSpan(540, 630), 120) is cell


def test_more_minutes_missed_than_there_are_are_cut() -> None:
    merged = Attendance(Mark.LATE, missed=500, early=100)
    after = shorten_mark(merged, MinuteSpan(540, 630), 60)
    assert attended_minutes(60, after) == 0
    assert after.missed == 60
