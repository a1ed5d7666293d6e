"""Which clocks are doubted: their own program's, and those of laptops whose files arrive."""

import pytest

from trainer_app.domain.exchange.laptops import AHEAD, DAY, HOUR, ClockOffset, find_clock_warning, read_clock

NOW = 1_540_000_000_000


@pytest.mark.parametrize(
    ("moved", "expected"),
    [
        (0, None),
        (-HOUR + 1, None),
        (-2 * HOUR, ClockOffset.BEHIND),
        (-900 * DAY, ClockOffset.BEHIND),
        (150 * DAY, None),
        (AHEAD + DAY, ClockOffset.AHEAD),
        (3 * 365 * DAY, ClockOffset.AHEAD),
    ],
)
def test_a_clock_is_compared_with_the_last_change(moved: int, expected: ClockOffset | None) -> None:
    found = find_clock_warning(NOW + moved, NOW)
    assert (found.oddity if found else None) == expected
    if found:
        assert found.days >= 1


def test_a_file_from_the_future_shows_a_clock_ahead_by_its_days() -> None:
    seen = read_clock(None, 10, NOW + 1095 * DAY, NOW + 1095 * DAY, NOW)
    assert seen is not None
    assert seen.days == 1095
    # Set right again: the file itself says so, though changes of the wrong days stay in it.
    again = read_clock(seen, 20, NOW + DAY, NOW + 1095 * DAY, NOW + DAY)
    assert again is not None
    assert again.days > 0, "what is dated ahead is still told"


def test_a_file_written_before_the_one_before_it_shows_a_clock_behind() -> None:
    first = read_clock(None, 10, NOW, NOW, NOW)
    later = read_clock(first, 12, NOW - 400 * DAY, NOW, NOW + DAY)
    assert later is not None
    assert later.days == -400


def test_old_files_that_come_late_or_twice_say_nothing_of_the_clock() -> None:
    newest = read_clock(None, 20, NOW, NOW, NOW + DAY)
    assert read_clock(newest, 10, NOW - 30 * DAY, NOW - 30 * DAY, NOW + 2 * DAY) is None
    late = read_clock(None, 10, NOW - 30 * DAY, NOW - 30 * DAY, NOW)
    assert late is not None
    assert late.days == 0
