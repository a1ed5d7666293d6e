"""Minutes, shares and headcounts against naive recounts."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.attendance.marks import (
    Attendance,
    GridRow,
    GridSession,
    Headcount,
    Mark,
    MarkedFrom,
    attendance_share,
    attended_minutes,
    count_heads,
    held_minutes,
    reaches,
    replaceable_rows,
    share_so_far,
)
from trainer_app.domain.base.numbers import percent_text
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import SessionState
from trainer_app.system.messages import label_text

marks = st.none() | st.sampled_from(Mark)
cells = st.builds(Attendance, mark=marks, missed=st.integers(-10, 500))
places = st.none() | cells
minutes = st.integers(0, 600)
sessions = st.builds(
    GridSession,
    key=st.just("s"),
    number=st.just(1),
    day=st.just(date(2018, 10, 15)),
    day_number=st.just(1),
    start=st.integers(480, 1_000),
    end=st.integers(480, 1_440),
    topic=st.just(Texts()),
    state=st.sampled_from(SessionState),
)
rows = st.lists(st.tuples(sessions, places), max_size=8)


def test_the_grid_of_the_design() -> None:
    # Nazarov of the picture: absent once, late twice by 30 and 20 of 90 minutes, present four times.
    late = [Attendance(Mark.LATE, 30), Attendance(Mark.LATE, 20)]
    row = [
        Attendance(Mark.PRESENT),
        Attendance(Mark.ABSENT),
        Attendance(Mark.PRESENT),
        *late,
        Attendance(Mark.PRESENT),
    ]
    attended = sum(attended_minutes(90, cell) for cell in row)
    assert attended == 400
    assert attendance_share(attended, 6 * 90) == Fraction(400 * 10_000, 540)


@pytest.mark.parametrize(
    ("mark", "missed", "attended"),
    [
        (Mark.PRESENT, 0, 90),
        (Mark.PRESENT, 15, 75),
        (Mark.LATE, 10, 80),
        (Mark.LATE, 90, 0),
        (Mark.LATE, 91, 0),
        (Mark.LATE, -5, 90),
        (Mark.EXCUSED, 0, 0),
        (Mark.ABSENT, 0, 0),
        (None, 0, 0),
    ],
)
def test_minutes_of_each_mark(mark: Mark | None, missed: int, attended: int) -> None:
    assert attended_minutes(90, Attendance(mark, missed)) == attended
    assert attended_minutes(90, None) == 0


@given(minutes, places)
def test_nobody_attends_less_than_nothing_or_more_than_was_held(
    planned: int, cell: Attendance | None
) -> None:
    assert 0 <= attended_minutes(planned, cell) <= planned


@given(minutes, minutes)
def test_a_share_is_exact_and_only_full_attendance_is_all(attended: int, planned: int) -> None:
    attended = min(attended, planned)
    share = attendance_share(attended, planned)
    if planned == 0:
        assert share is None
        return
    assert share is not None
    assert share == Fraction(attended * 10_000, planned)
    assert (share == 10_000) == (attended == planned)
    assert (share == 0) == (attended == 0)


@given(minutes, minutes, st.integers(0, 10_000))
def test_a_limit_is_compared_without_rounding(attended: int, planned: int, limit: int) -> None:
    assert reaches(attended, planned, limit) == (planned > 0 and attended * 10_000 >= limit * planned)


def test_rounding_never_reaches_a_limit_for_anybody() -> None:
    # 7,999.6 hundredths are below 80 %, and are shown as 79.996 % beside it.
    assert percent_text(attendance_share(19_999, 25_000), "en", 8000) == "79.996\u00a0%"
    assert not reaches(19_999, 25_000, 8000)
    assert reaches(20_000, 25_000, 8000)


@given(rows)
def test_the_share_so_far_against_a_naive_recount(row: list[tuple[GridSession, Attendance | None]]) -> None:
    attended = planned = 0
    for session, cell in row:
        if session.state is SessionState.HELD and cell is not None and cell.mark is not None:
            length = max(session.end - session.start, 0)
            planned += length
            if cell.mark in (Mark.PRESENT, Mark.LATE):
                attended += max(length - max(cell.missed, 0), 0)
    share = share_so_far(held_minutes([session for session, _ in row]), [cell for _, cell in row])
    assert share == attendance_share(attended, planned)
    assert share is None or 0 <= share <= 10_000


@given(rows, sessions)
def test_what_is_not_marked_or_not_held_moves_no_share(
    row: list[tuple[GridSession, Attendance | None]], more: GridSession
) -> None:
    columns, line = tuple(session for session, _ in row), tuple(cell for _, cell in row)
    share = share_so_far(held_minutes(columns), line)
    held = replace(more, state=SessionState.HELD)
    assert share_so_far(held_minutes((*columns, held)), (*line, Attendance())) == share
    assert share_so_far(held_minutes((*columns, held)), (*line, None)) == share
    cancelled = replace(more, state=SessionState.CANCELLED)
    assert share_so_far(held_minutes((*columns, cancelled)), (*line, Attendance(Mark.ABSENT))) == share


@given(st.lists(places))
def test_every_head_is_counted_once(column: list[Attendance | None]) -> None:
    heads = count_heads(column)
    enrolled = [cell for cell in column if cell is not None]
    assert heads.expected == len(enrolled)
    assert heads.in_room == len([cell for cell in enrolled if cell.mark in (Mark.PRESENT, Mark.LATE)])
    for mark in Mark:
        assert getattr(heads, mark.value) == len([cell for cell in enrolled if cell.mark is mark])
    assert heads.unmarked == len([cell for cell in enrolled if cell.bare])


def test_no_mark_is_not_absent() -> None:
    assert count_heads([Attendance(), Attendance(Mark.ABSENT), None]) == Headcount(absent=1, unmarked=1)


def test_a_mark_of_a_newer_version_is_not_a_missing_one() -> None:
    heads = count_heads([Attendance(), Attendance(unknown=True), Attendance(Mark.LATE), None])
    assert heads == Headcount(late=1, unmarked=1, unknown=1)
    assert (heads.expected, heads.in_room) == (3, 1)


def test_a_session_that_a_merge_turned_around_has_no_minutes() -> None:
    # One laptop moved the start behind the end that another laptop moved forward.
    session = GridSession("s", 1, date(2018, 10, 15), 1, 840, 660, Texts(), SessionState.HELD)
    assert session.minutes == 0
    assert share_so_far(held_minutes((session,)), (Attendance(Mark.PRESENT),)) is None
    assert not session.cancelled


def test_one_rule_says_who_was_there_after_being_replaced() -> None:
    """The question of the form and the quick menus ask the same: a cancelled session counts in neither."""
    held, cancelled = SessionState.HELD, SessionState.CANCELLED
    states = (held, held, cancelled, held, held)
    sessions = [
        GridSession(f"s{at}", at + 1, date(2018, 10, 15), 1, 540, 600, Texts(), state, locked=at == 4)
        for at, state in enumerate(states)
    ]
    marks = [
        (Mark.PRESENT, Mark.ABSENT, Mark.PRESENT, Mark.EXCUSED, Mark.ABSENT),
        (Mark.ABSENT, None, Mark.LATE, Mark.LATE, None),
        (None, None, None, None, Mark.PRESENT),
    ]
    cells = [[Attendance(mark) for mark in each] for each in marks]
    found = [MarkedFrom.of(sessions, row, 1) for row in cells]
    numbers = [([each.number for each in row.came], [each.number for each in row.absence]) for row in found]
    assert numbers == [([], [2, 4]), ([4], []), ([5], [])], "what is locked stays, but says who came"
    assert [row.absence_taken for row in found[1:]] == [None, None]
    taken = found[0].absence_taken
    assert taken is not None
    assert label_text(taken, "en") == "The absence in sessions 2, 4 is taken away."
    people = [GridRow(f"e{at}", "", at, "", "", "", "", 1, at > 3, (), None) for at in range(len(cells))]
    assert [row.number for row in replaceable_rows(sessions, people, cells, 1, "")] == [0]
