"""Calendars as two libraries of other people read them, whatever was typed."""

from datetime import UTC, date, datetime

import icalendar
import ics
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.documents.courses.calendar import CalendarEvent, calendar_ics

# `ics` calls what Python gives up; what is tested here is ours.
pytestmark = pytest.mark.filterwarnings("ignore:'maxsplit' is passed:DeprecationWarning")

STAMP = datetime(2018, 10, 1, 7, 30, tzinfo=UTC)
START, END = datetime(2018, 10, 3, 4, 0, tzinfo=UTC), datetime(2018, 10, 3, 5, 30, tzinfo=UTC)
HOSTILE = (
    *("a;b,c\\d", "ду\nсатр", "x\r\nEND:VEVENT\r\nBEGIN:VEVENT", "BEGIN:VALARM"),
    *("Ғӣқӯҳҷ" * 40, "\x00\x07a", '":;="'),
)


def event(**more: object) -> CalendarEvent:
    found = {"key": "k1", "start": START, "end": END, "summary": "S", **more}
    return CalendarEvent(**found)  # type: ignore[arg-type]


def plain(text: str) -> str:
    """Return a text as a calendar keeps it: one sort of line end, blanks for what no text may hold."""
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(" " if (ord(sign) < 32 and sign != "\n") or ord(sign) == 127 else sign for sign in kept)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_typed_stays_a_text_for_both_libraries(text: str) -> None:
    data = calendar_ics(text, [event(summary=text, location=text, about=text)], STAMP)
    (found,) = icalendar.Calendar.from_ical(data).events
    assert [str(found[name]) for name in ("summary", "location", "description")] == [plain(text)] * 3
    (other,) = ics.Calendar(data.decode()).events
    assert (other.name, other.location, other.description) == (plain(text),) * 3


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029"), max_size=300))
def test_every_line_is_short_and_whole_letters_stay_together(text: str) -> None:
    data = calendar_ics("N", [event(summary=text)], STAMP)
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()
    (found,) = icalendar.Calendar.from_ical(data).events
    assert str(found["summary"]) == plain(text)


def test_moments_are_in_utc_and_days_are_days() -> None:
    whole = event(key="k2", start=date(2018, 10, 3), end=date(2018, 10, 5), cancelled=True)
    data = calendar_ics("N", [event(), whole], STAMP)
    first, second = icalendar.Calendar.from_ical(data).events
    assert (first.start, first.end, str(first["status"])) == (START, END, "CONFIRMED")
    assert (second.start, second.end, str(second["status"])) == (
        date(2018, 10, 3),
        date(2018, 10, 5),
        "CANCELLED",
    )
    one, other = sorted(ics.Calendar(data.decode()).events, key=lambda each: each.uid)
    assert (one.begin.datetime, one.end.datetime, one.all_day) == (START, END, False)
    assert other.all_day


def test_an_event_keeps_its_name_and_the_newer_file_counts() -> None:
    first, later = (
        icalendar.Calendar.from_ical(calendar_ics("N", [event()], stamp)).events[0]
        for stamp in (STAMP, STAMP.replace(hour=9))
    )
    assert first["uid"] == later["uid"]
    assert later["sequence"] == first["sequence"] + 120
    assert 0 < later["sequence"] < 2**31
