"""Codes scanned under a Cyrillic layout come back as printed; the time of a scan decides the mark."""

import string
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.attendance.sheets import (
    SOON,
    ScanKind,
    ScanResult,
    badge_code,
    is_badge_code,
    mark_of_arrival,
    next_start,
    repair_scanned,
    session_at,
)
from trainer_app.domain.certificates.serials import looks_like_serial
from trainer_app.domain.courses.courses import Session, SessionState

DAY = date(2018, 10, 17)

# What the keys of a US keyboard give under the Russian layout of Windows and X11, and where the standard
# Tajik layout differs: written down here from the layouts, not from the table under test.
RUSSIAN = dict(zip("QWERTYUIOP", "ЙЦУКЕНГШЩЗ", strict=True))
RUSSIAN |= dict(zip("ASDFGHJKL:", "ФЫВАПРОЛДЖ", strict=True))
RUSSIAN |= dict(zip("ZXCVBNM./$", "ЯЧСМИТЬю.;", strict=True))
TAJIK = RUSSIAN | {"W": "Қ", "O": "Ҳ", "S": "Ҷ", "M": "Ӣ", "-": "ғ", "+": "Ӯ"}
BASE45 = string.digits + string.ascii_uppercase + " $%*+-./:"


def typed(text: str, layout: dict[str, str]) -> str:
    return "".join(layout.get(sign, sign) for sign in text)


@pytest.mark.parametrize("layout", [RUSSIAN, TAJIK], ids=["russian", "tajik"])
@given(rest=st.text(BASE45, max_size=60))
def test_every_code_comes_back(layout: dict[str, str], rest: str) -> None:
    code = f"TRC1:{rest}"
    assert repair_scanned(typed(code, layout)) == code
    assert repair_scanned(code) == code


def test_a_scanner_without_capital_letters_is_understood() -> None:
    assert repair_scanned("екс1Жфы7") == "TRC1:AS7"


@pytest.mark.parametrize("text", ["", "Екатерина", "DSH-2018-K7-00042-98", "ЁЖ", "/home/a/ЕКС.pdf"])
def test_other_texts_stay_what_they_are(text: str) -> None:
    assert repair_scanned(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("DSH-2018-K7-00042-98", True),
        ("dsh 2018 к7 00042 98", True),
        ("DSH-2018-K7-00042-97", True),
        ("TRC1:ABC", False),
        ("Гулмуродова", False),
        ("", False),
    ],
)
def test_a_serial_is_known_also_when_it_is_mistyped(text: str, meant: bool) -> None:
    assert looks_like_serial(text) is meant


def session(start: int, end: int, *, day: date = DAY, **fields: Any) -> Session:
    return Session(f"{start}", "course", 1, day, start, end, **fields)


@pytest.mark.parametrize(
    ("minute", "expected"),
    [
        (0, (Mark.PRESENT, 0)),
        (539, (Mark.PRESENT, 0)),
        (540, (Mark.PRESENT, 0)),
        (550, (Mark.PRESENT, 0)),
        (551, (Mark.LATE, 11)),
        (629, (Mark.LATE, 89)),
        (630, None),
        (1439, None),
    ],
)
def test_the_time_of_arrival_decides(minute: int, expected: tuple[Mark, int] | None) -> None:
    assert mark_of_arrival(540, 630, minute, late_after=10) == expected


@given(
    start=st.integers(0, 1439),
    length=st.integers(0, 600),
    minute=st.integers(0, 1439),
    late_after=st.integers(-5, 120),
)
def test_nobody_misses_more_than_the_session_lasts(
    start: int, length: int, minute: int, late_after: int
) -> None:
    found = mark_of_arrival(start, start + length, minute, late_after)
    if found is None:
        assert minute >= start + length
        return
    mark, missed = found
    assert 0 <= missed < max(length, 1)
    assert (mark is Mark.LATE) == (missed > 0)
    assert missed in (0, minute - start)


def test_the_session_under_way_takes_a_scan_and_the_later_one_at_the_change() -> None:
    first, second = session(540, 630), session(630, 720)
    assert session_at((first, second), DAY, 540) is first
    assert session_at((first, second), DAY, 629) is first
    assert session_at((first, second), DAY, 630) is second
    assert session_at((first, second), DAY, 720) is None


def test_of_two_sessions_at_once_the_one_that_began_last_is_meant() -> None:
    long, short = session(540, 720), session(600, 660)
    assert session_at((long, short), DAY, 610) is short
    assert session_at((long, short), DAY, 670) is long


def test_a_session_is_open_for_scans_half_an_hour_before_it_starts() -> None:
    first, second = session(540, 630), session(555, 630)
    assert session_at((second, first), DAY, 540 - SOON) is first
    assert session_at((second, first), DAY, 539 - SOON) is None
    assert session_at((first,), date(2018, 10, 18), 540) is None


def test_the_break_belongs_to_the_session_that_follows() -> None:
    first, second = session(540, 630), session(650, 720)
    assert session_at((first, second), DAY, 635) is second


@pytest.mark.parametrize("closed", [{"locked": True}, {"state": SessionState.CANCELLED}], ids=str)
def test_a_session_that_cannot_be_marked_gives_way(closed: dict[str, Any]) -> None:
    shut, open_one, later = session(540, 720, **closed), session(530, 720), session(560, 720)
    assert session_at((shut, open_one), DAY, 545) is open_one
    assert session_at((shut, later), DAY, 545) is later
    # Where there is no other, the scan is refused by its state instead of "no session".
    assert session_at((shut,), DAY, 545) is shut


def test_the_next_start_passes_over_cancelled_sessions() -> None:
    cancelled = session(600, 660, state=SessionState.CANCELLED)
    assert next_start((session(540, 600), cancelled, session(700, 760)), DAY, 550) == 700
    assert next_start((session(540, 600), cancelled), DAY, 550) is None


def test_only_present_and_late_are_marked_by_a_scan() -> None:
    assert [kind for kind in ScanKind if kind.marked] == [ScanKind.PRESENT, ScanKind.LATE]
    assert [kind for kind in ScanKind if kind.found and not kind.marked] == [ScanKind.ALREADY]


def test_a_result_in_a_log_names_nobody() -> None:
    shown = repr(ScanResult(ScanKind.PRESENT, "4129037756", "Раҳимов Некрӯз", 3, "капитан", "ШВКД"))
    assert "Раҳимов" not in shown
    assert "капитан" not in shown


@given(st.integers(0, 10**10 - 1))
def test_the_check_digit_is_that_of_another_program(number: int) -> None:
    digits = f"{number:010d}"
    assert is_badge_code(digits) is luhn.is_valid(digits)
    made = badge_code(digits)
    assert made[-1] == luhn.calc_check_digit(made[:-1])
