"""What the grid shows of a course: spans of days, filters, orders; and what is counted beside it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.attendance.arranging import (
    GridSpan,
    PeopleFilter,
    PeopleOrder,
    next_day,
    visible_rows,
    visible_sessions,
)
from trainer_app.domain.attendance.marks import (
    Attendance,
    GridRow,
    GridSession,
    Mark,
    count_walk_ins,
    has_begun,
    held_minutes,
    share_of_held,
    share_so_far,
)
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import SessionState

MONDAY = date(2018, 10, 15)
HELD = SessionState.HELD


def session(day: date, start: int = 540, state: SessionState = HELD) -> GridSession:
    return GridSession(f"{day}/{start}", 1, day, 1, start, start + 90, Texts(), state)


def row(number: int, name: str, unit: str = "", *, walk_in: bool = False) -> GridRow:
    return GridRow(f"e{number}", f"p{number}", number, name, name, "", unit, 1, walk_in, (), None)


def after(days: int) -> date:
    return MONDAY + timedelta(days=days)


COURSE = [session(after(day), start) for day in (2, 3, 4, 7, 8, 21) for start in (540, 840)]


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert visible_sessions(COURSE, GridSpan.WEEK, after(3)) == (0, 1, 2, 3, 4, 5)
    assert visible_sessions(COURSE, GridSpan.WEEK, after(7)) == (6, 7, 8, 9)
    assert visible_sessions(COURSE, GridSpan.DAY, after(8)) == (8, 9)
    assert visible_sessions(COURSE, GridSpan.COURSE, after(8)) == tuple(range(12))
    assert visible_sessions(COURSE, GridSpan.DAY, None) == tuple(range(12))


def test_stepping_skips_days_and_weeks_without_sessions() -> None:
    assert next_day(COURSE, GridSpan.DAY, after(4), 1) == after(7)
    assert next_day(COURSE, GridSpan.DAY, after(7), -1) == after(4)
    assert next_day(COURSE, GridSpan.WEEK, after(2), 1) == after(7)
    assert next_day(COURSE, GridSpan.WEEK, after(7), 1) == after(21)
    assert next_day(COURSE, GridSpan.WEEK, after(21), -1) == after(8)
    assert next_day(COURSE, GridSpan.COURSE, after(2), 1) == after(3)
    assert next_day(COURSE, GridSpan.DAY, after(21), 1) is None
    assert next_day(COURSE, GridSpan.WEEK, after(3), -1) is None


@given(st.lists(st.integers(0, 60), min_size=1, max_size=20), st.sampled_from([GridSpan.WEEK, GridSpan.DAY]))
def test_stepping_through_shows_every_session_exactly_once(days: list[int], span: GridSpan) -> None:
    sessions = [session(after(day), 540 + place) for place, day in enumerate(sorted(days))]
    day: date | None = sessions[0].day
    seen: list[int] = []
    while day is not None:
        seen += visible_sessions(sessions, span, day)
        day = next_day(sessions, span, day, 1)
    assert seen == list(range(len(sessions)))


PEOPLE = [
    row(1, "Ҷӯраев Шӯҳрат", "ШВКД-2"),
    row(2, "Қаюмов Рустам", "ШВКД-1"),
    row(3, "Каримова Ситора", ""),
    row(4, "Чориев Далер", "ШВКД-1", walk_in=True),
]
CELLS: list[Attendance | None] = [Attendance(Mark.ABSENT), Attendance(), Attendance(Mark.LATE, 10), None]
SHARES = [5000, None, 9000, 8000]


@pytest.mark.parametrize(
    ("shown", "numbers"),
    [
        (PeopleFilter.ALL, [1, 2, 3, 4]), (PeopleFilter.UNMARKED, [2]), (PeopleFilter.MISSED, [1, 3]),
        (PeopleFilter.BELOW, [1]), (PeopleFilter.WALK_INS, [4]),
    ],
)  # fmt: skip
def test_filters_show_whom_they_name(shown: PeopleFilter, numbers: list[int]) -> None:
    places = visible_rows(PEOPLE, CELLS, SHARES, 8000, shown, PeopleOrder.NUMBER)
    assert [PEOPLE[place].number for place in places] == numbers


@pytest.mark.parametrize(
    ("order", "numbers"),
    [(PeopleOrder.NUMBER, [1, 2, 3, 4]), (PeopleOrder.NAME, [3, 2, 4, 1]), (PeopleOrder.UNIT, [2, 4, 1, 3])],
)
def test_names_are_sorted_by_the_tajik_alphabet_and_who_has_no_unit_comes_last(
    order: PeopleOrder, numbers: list[int]
) -> None:
    places = visible_rows(PEOPLE, CELLS, SHARES, 8000, PeopleFilter.ALL, order)
    assert [PEOPLE[place].number for place in places] == numbers


def test_nobody_is_below_a_limit_that_there_is_not() -> None:
    assert visible_rows(PEOPLE, CELLS, SHARES, None, PeopleFilter.BELOW, PeopleOrder.NUMBER) == []


@given(
    st.lists(st.text("абвгғқҳҷ", min_size=1, max_size=5), max_size=12),
    st.sampled_from(PeopleFilter), st.sampled_from(PeopleOrder), st.randoms(),
)  # fmt: skip
def test_a_filter_only_takes_away_and_an_order_only_moves(
    names: list[str], shown: PeopleFilter, order: PeopleOrder, rng: object
) -> None:
    people = [row(at, name, name[:1], walk_in=bool(at % 3)) for at, name in enumerate(names)]
    marks = [None, *Mark]
    cells: list[Attendance | None] = [Attendance(marks[at % 5]) for at in range(len(people))]
    shares: list[int | None] = [at * 1000 for at in range(len(people))]
    plain = visible_rows(people, cells, shares, 5000, shown, PeopleOrder.NUMBER)
    assert sorted(visible_rows(people, cells, shares, 5000, shown, order)) == plain == sorted(set(plain))
    named = visible_rows(people, cells, shares, 5000, PeopleFilter.ALL, PeopleOrder.NAME)
    assert [sort_key(people[at].name) for at in named] == sorted(sort_key(each.name) for each in people)


def test_a_session_has_begun_when_its_minute_has_come() -> None:
    planned = session(MONDAY, 540, SessionState.PLANNED)
    assert not has_begun(planned, MONDAY, 539)
    assert has_begun(planned, MONDAY, 540)
    assert has_begun(planned, after(1), 0)
    assert not has_begun(planned, after(-1), 1400)
    assert has_begun(session(after(9), 540, HELD), MONDAY, 0)
    assert not has_begun(session(MONDAY, 0, SessionState.CANCELLED), after(9), 0)


def test_the_two_shares_differ_by_what_is_not_marked() -> None:
    sessions = (session(MONDAY), session(after(1)), session(after(2), 540, SessionState.PLANNED))
    cells: tuple[Attendance | None, ...] = (Attendance(Mark.PRESENT), Attendance(), Attendance())
    assert share_so_far(held_minutes(sessions), cells) == 10000
    assert share_of_held(held_minutes(sessions), cells) == 5000
    both: tuple[Attendance | None, ...] = (Attendance(Mark.PRESENT), Attendance(Mark.ABSENT), Attendance())
    assert share_so_far(held_minutes(sessions), both) == share_of_held(held_minutes(sessions), both) == 5000


def test_walk_ins_are_counted_when_they_are_in_the_room() -> None:
    people = [row(at, "А", walk_in=at > 0) for at in range(5)]
    cells = [Attendance(Mark.PRESENT), Attendance(Mark.LATE), Attendance(Mark.PRESENT), Attendance(), None]
    assert count_walk_ins(people, cells) == 2
    in_place = [replace(people[1], replaces=4), *people[2:]]
    assert count_walk_ins([people[0], *in_place], cells) == 1, "a replacement is no one more"
