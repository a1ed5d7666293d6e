"""Badge codes, what a scanner types, and what a scanned badge means for the attendance of a session.

A badge's code is ten digits, so that any scanner, layout or numeric keypad can type it. It follows from the
enrolment's key, hence is the same on every laptop and says nothing of the person.

A scanner acts as a keyboard, so a Tajik or Russian layout turns its Latin characters into others: `TRC1:`
then arrives as `ЕКС1Ж`. The characters of Base45 (RFC 9285: digits, A to Z, blank and $%*+-./:) can be told
apart again, since every key of the layouts gives another character. Badges carry digits only and need no
repair.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.courses.courses import Session, SessionState

DIGITS = 10
_BODY = DIGITS - 1


def badge_code(enrolment: str) -> str:
    """Return the badge code of an enrolment: nine digits of SHA-256 of its key and a check digit (Luhn)."""
    hashed = hashlib.sha256(f"badge/{enrolment}".encode()).digest()
    body = f"{int.from_bytes(hashed[:8]) % 10**_BODY:0{_BODY}d}"
    return body + str(-_luhn(f"{body}0") % 10)


def is_badge_code(text: str) -> bool:
    """Tell whether a text is a badge code: ten digits, blanks aside, whose check digit is right."""
    digits = plain_code(text)
    return len(digits) == DIGITS and digits.isascii() and digits.isdigit() and _luhn(digits) == 0


def _luhn(digits: str) -> int:
    """Return the checksum of ISO/IEC 7812-1, 0 for a right number: every second digit counts twice."""
    doubled = (sum(divmod(int(digit) * 2, 10)) for digit in digits[-2::-2])
    return (sum(map(int, digits[::-2])) + sum(doubled)) % 10


def find_badge(code: str, enrolments: Iterable[str]) -> tuple[str, ...]:
    """Return the enrolments (keys) whose badge has this code; more than one only by rare chance."""
    wanted = plain_code(code)
    return tuple(key for key in enrolments if badge_code(key) == wanted)


def spaced_code(code: str) -> str:
    """Return a badge code as it is printed: "412 903 7756"."""
    return f"{code[:3]} {code[3:6]} {code[6:]}"


def plain_code(text: str) -> str:
    """Return a code without blanks and hyphens."""
    return "".join(sign for sign in text if sign not in " -\t\r\n")


_SCANNED = ("ЕКС", "екс")
"""How `TRC` begins in either layout, with or without the scanner's capital letters."""
_KEYS = "QWERTYUIOPASDFGHJKLZXCVBNM"
_RUSSIAN = "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ"
_TABLE = str.maketrans(_RUSSIAN + "ЖЮ;.", _KEYS + ":.$/")
# The standard Tajik layout has other letters on six keys: W, O, S, M, the minus and the plus.
_TAJIK = str.maketrans("ҚҲҶӢҒӮ", "WOSM-+")

SOON = 30
"""Minutes before the start from which a scan belongs to a session that has not begun."""


class ScanKind(StrEnum):
    """What came of a scanned badge. Only the first two wrote something."""

    PRESENT = "present"
    LATE = "late"
    ALREADY = "already"
    """Present or late already: a second scan never changes a mark."""
    ASK = "ask"
    """Somebody marked the person absent or excused by hand: a person must say that the scan is right."""
    UNKNOWN = "unknown"
    OTHER_COURSE = "other_course"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    LOCKED = "locked"
    CANCELLED = "cancelled"
    OVER = "over"
    """The session that was asked for has ended."""
    NOT_YET = "not_yet"
    """The session that was asked for is on a later day."""
    NO_SESSION = "no_session"
    """Nothing is under way, and nothing starts within half an hour."""

    @property
    def marked(self) -> bool:
        """Tell whether the scan set a mark."""
        return self in (ScanKind.PRESENT, ScanKind.LATE)

    @property
    def found(self) -> bool:
        """Tell whether everything is in order: the person is marked, now or before."""
        return self.marked or self is ScanKind.ALREADY


class ScanResult(Struct, frozen=True):
    """What came of one scan. `minute` is the time of the scan, minutes after midnight at the course.

    `mark` and `missed` are what is recorded now; `arrived` since when, if a scan recorded it. `starts` is
    when the next session of the day begins, if none is under way.
    """

    kind: ScanKind
    code: str
    name: str = ""
    number: int | None = None
    rank: str = ""
    unit: str = ""
    mark: Mark | None = None
    missed: int = 0
    arrived: int | None = None
    minute: int = 0
    course: str = ""
    session: str = ""
    session_number: int | None = None
    starts: int | None = None
    ends: int | None = None
    enrolment: str = ""
    changes: Changes | None = None

    def __repr__(self) -> str:
        # Names must not reach a log.
        return f"ScanResult({self.kind!r}, {self.code!r})"


def mark_of_arrival(start: int, end: int, minute: int, late_after: int) -> tuple[Mark, int] | None:
    """Return mark and minutes missed of somebody who comes at a minute of the day; None after the end.

    Up to `late_after` minutes after the start, and before it, people are present and miss nothing; later
    they are late by all the minutes since the start.
    """
    if minute >= end:
        return None
    since = minute - start
    return (Mark.PRESENT, 0) if since <= max(0, late_after) else (Mark.LATE, since)


def session_at(sessions: Sequence[Session], day: date, minute: int) -> Session | None:
    """Return the session to which a scan at a minute of a day belongs, if nobody says which.

    The one under way; of several the one that began last; else the first that starts within `SOON`
    minutes. A cancelled or locked session is chosen only where there is no other, so that the scan can be
    refused with the reason.
    """
    today = [each for each in sessions if each.day == day]
    under_way = sorted(
        (each for each in today if each.start <= minute < each.end), key=lambda each: -each.start
    )
    soon = sorted(
        (each for each in today if minute < each.start <= minute + SOON), key=lambda each: each.start
    )
    open_ones = [each for each in (*under_way, *soon) if _is_open(each)]
    return next(iter(open_ones or under_way or soon), None)


def next_start(sessions: Sequence[Session], day: date, minute: int) -> int | None:
    """Return when the next session of a day starts that is not cancelled."""
    later = [
        each.start
        for each in sessions
        if each.day == day and each.start > minute and each.state is not SessionState.CANCELLED
    ]
    return min(later, default=None)


def _is_open(session: Session) -> bool:
    return not session.locked and session.state is not SessionState.CANCELLED


def repair_scanned(text: str) -> str:
    """Return a code as it was printed if it was typed under a Cyrillic layout, else the text as it is."""
    if not text.startswith(_SCANNED):
        return text
    return text.upper().translate(_TABLE | _TAJIK)


def layout_keys() -> dict[str, str]:
    """Return which sign a key printed, by the sign that a Cyrillic layout makes of it."""
    return {chr(typed): chr(printed) for typed, printed in (_TABLE | _TAJIK).items()}
