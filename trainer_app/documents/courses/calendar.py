"""A course as a calendar that telephones and other programs take in: iCalendar, RFC 5545."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from msgspec import Struct

from trainer_app.domain.base.patterns import regex

_LINE = 75
"""Bytes of a line, without its end; a longer one goes on in the next after a blank."""
_NO_TEXT = regex("[\x00-\x09\x0b-\x1f\x7f]")
_PRODUCT = "-//Trainer App//Courses//EN"


class CalendarEvent(Struct, frozen=True):
    """An event. `start` and `end` are moments in UTC, or days, of which `end` is the first one after it."""

    key: str
    start: datetime | date
    end: datetime | date
    summary: str
    location: str = ""
    about: str = ""
    cancelled: bool = False


def calendar_ics(name: str, events: Sequence[CalendarEvent], stamp: datetime) -> bytes:
    """Return events as one calendar. `stamp` is when it was made, in UTC.

    An event keeps its name when it is written again, with a higher sequence: who takes the file in a second
    time has the newer times and no second events.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"]
    # Minutes since 2000: they fit the 32 bits of an integer there, and only grow.
    sequence = int((stamp - datetime(2000, 1, 1, tzinfo=stamp.tzinfo)).total_seconds() // 60)
    for event in events:
        lines += _event(event, _moment(stamp), max(0, sequence))
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(event: CalendarEvent, stamp: str, sequence: int) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.key}@trainer-app"
    yield f"DTSTAMP:{stamp}"
    yield f"SEQUENCE:{sequence}"
    for name, value in (("DTSTART", event.start), ("DTEND", event.end)):
        is_moment = isinstance(value, datetime)
        yield f"{name}:{_moment(value)}" if is_moment else f"{name};VALUE=DATE:{value:%Y%m%d}"
    yield f"SUMMARY:{_text(event.summary)}"
    if event.location:
        yield f"LOCATION:{_text(event.location)}"
    if event.about:
        yield f"DESCRIPTION:{_text(event.about)}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def _moment(value: datetime | date) -> str:
    return f"{value:%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """Return a text as a value: what separates values stands behind a backslash, an end of line too."""
    tidy = _NO_TEXT.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    for sign in ("\\", ";", ","):
        tidy = tidy.replace(sign, f"\\{sign}")
    return tidy.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 bytes, whole letters in each, a blank before all but the first."""
    part, size = "", 0
    for letter in line:
        length = len(letter.encode())
        if size + length > _LINE:
            yield part
            part, size = " ", 1
        part += letter
        size += length
    yield part
