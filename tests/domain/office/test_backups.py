"""Which copies stay: the newest, and the last of each day, week and month that has any."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.office.backups import (
    DAYS,
    MONTHS,
    NEWEST,
    RESERVE,
    RESTORES,
    WEEKS,
    Snapshot,
    choose_kept,
    room_for_copies,
)

BEGIN = datetime(2018, 1, 1, 9, tzinfo=UTC)


def day_of(at: int) -> date:
    return datetime.fromtimestamp(at / 1000, UTC).date()


def copy(days: float, size: int = 10, why: str = "day") -> Snapshot:
    at = int((BEGIN + timedelta(days=days)).timestamp() * 1000)
    return Snapshot(Path(f"{why}-{at}.db"), why, at, size)


def test_two_years_of_daily_use_leave_days_weeks_and_months() -> None:
    kept = choose_kept([copy(day) for day in range(730)], day_of)
    days = [day_of(one.at) for one in kept]
    last = day_of(copy(729).at)
    assert days[:DAYS] == [last - timedelta(days=back) for back in range(DAYS)]
    assert {each.isocalendar()[:2] for each in days} >= {
        (last - timedelta(weeks=back)).isocalendar()[:2] for back in range(WEEKS)
    }
    assert len({(each.year, each.month) for each in days}) == MONTHS
    assert len(kept) <= DAYS + WEEKS + MONTHS


def test_many_copies_of_one_day_leave_the_newest_three() -> None:
    made = [copy(day / 100, why="before-import") for day in range(50)]
    assert choose_kept(made, day_of) == sorted(made, key=lambda one: -one.at)[:NEWEST]


def test_a_clock_that_was_years_ahead_throws_nothing_away() -> None:
    before = [copy(day) for day in range(6)]
    assert set(before) <= set(choose_kept([*before, copy(1200)], day_of))


def test_what_gave_way_to_a_restore_stays_beside_many_newer_copies() -> None:
    gone = copy(0.1, why="before-restore")
    later = [copy(0.2 + place / 1000) for place in range(30)]
    assert gone in choose_kept([gone, *later], day_of)


def test_the_bytes_are_bounded_and_the_newest_two_stay_all_the_same() -> None:
    made = [copy(day, size=100) for day in range(7)]
    assert len(choose_kept(made, day_of, most=350)) == 3
    assert len(choose_kept(made, day_of, most=0)) == 2


def test_copies_have_a_tenth_of_the_disk_and_never_its_last_gigabyte() -> None:
    assert room_for_copies(0, 100 * RESERVE, 200 * RESERVE) == 20 * RESERVE
    assert room_for_copies(5, RESERVE - 10, 200 * RESERVE) == 0
    assert room_for_copies(RESERVE, RESERVE // 2, 200 * RESERVE) == RESERVE // 2


@given(st.lists(st.integers(0, 100_000), max_size=60, unique=True), st.one_of(st.none(), st.integers(0, 500)))
def test_the_newest_copy_always_stays_and_thinning_twice_removes_no_more(
    hours: list[int], most: int | None
) -> None:
    made = [copy(hour / 24) for hour in hours]
    kept = choose_kept(made, day_of, most)
    assert choose_kept(kept, day_of, most) == kept
    assert len(kept) <= NEWEST + RESTORES + DAYS + WEEKS + MONTHS
    if made:
        assert kept[0] == max(made, key=lambda one: one.at)


def test_copies_before_imports_push_out_none_that_somebody_asked_for() -> None:
    asked, daily = copy(0.1, why="backup"), copy(0.05, why="day")
    later = [
        copy(0.2 + place / 100, why=why)
        for place, why in enumerate(["before-import", "before-undo-import"] * 10)
    ]
    kept = choose_kept([asked, daily, *later], day_of)
    assert {asked, daily} <= set(kept)
    for why in ("before-import", "before-undo-import"):
        of_kind = [one for one in later if one.why == why]
        assert [one for one in kept if one.why == why] == of_kind[: -NEWEST - 1 : -1]


def test_of_an_earlier_day_the_copy_that_was_read_back_stays() -> None:
    days = range(6)
    asked = [copy(day + 0.1, why="backup") for day in days]
    later = [copy(day + 0.2, why="before-import") for day in days]
    assert set(asked) <= set(choose_kept([*asked, *later], day_of))


def test_the_newest_that_was_read_back_stays_however_short_the_disk_is() -> None:
    asked = copy(0, size=100, why="backup")
    later = [copy(1 + place / 100, size=100, why="before-import") for place in range(3)]
    assert choose_kept([asked, *later], day_of, most=0) == [later[2], later[1], asked]
