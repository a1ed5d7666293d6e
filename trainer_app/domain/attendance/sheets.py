"""Codes of sign-in sheets and badges, what a scanner types, and files that are attached to something.

A sheet's code is "DSH-1017-GARM" for a day, "DSH-1017.2-GARM" for one session, with "/3" for a page: office,
month and day, number of the session in the course, course. It is printed and stands in the QR code, so that
the scan of a signed sheet is assigned without asking. Files are named by their SHA-256.

A badge's code is ten digits, so that any scanner, layout or numeric keypad can type it. It follows from the
enrolment's key, hence is the same on every laptop and says nothing of the person.

A scanner acts as a keyboard, so a Tajik or Russian layout turns its Latin characters into others: `TRC1:`
then arrives as `ЕКС1Ж`. The characters of Base45 (RFC 9285: digits, A to Z, blank and $%*+-./:) can be told
apart again, since every key of the layouts gives another character. Badges carry digits only and need no
repair.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from msgspec import Struct, field

from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import safe_name, shortened
from trainer_app.domain.courses.courses import Session, SessionState

ROWS = 18
"""Rows on a page of a printed sheet; whoever reads the signed one goes by the same pages."""
EMPTY = 3
"""Rows that are left empty at the least after the last name, for people who are not on the list.

With fewer on the last page a page of empty rows follows; with as many it would be paper for nothing.
"""

_FORM = regex(
    r"(?P<office>[^-/]*)-(?P<month>\d{2})(?P<day>\d{2})(\.(?P<session>\d+))?-(?P<course>[^/]+)(/(?P<page>\d+))?"
)


class SheetCode(Struct, frozen=True):
    """What a sheet's code says. `session` is a session's number, None for a sheet of the whole day.

    `page` counts from 1; 0 stands for the sheet as a whole.
    """

    office: str
    day: date
    course: str
    session: int | None = None
    page: int = 0

    @property
    def whole(self) -> "SheetCode":
        """The sheet that this page belongs to."""
        return replace(self, page=0)

    def __str__(self) -> str:
        part = f".{self.session}" if self.session else ""
        page = f"/{self.page}" if self.page else ""
        return f"{self.office}-{self.day:%m%d}{part}-{self.course}{page}"


def parse_sheet_code(text: str, days: tuple[date, ...]) -> SheetCode | None:
    """Return what a code says, None for what is none.

    A code has no year: `days` are the days of the courses that it may mean, and one with its month and
    day gives the year.
    """
    found = _FORM.fullmatch(text.strip())
    if found is None:
        return None
    month, number = int(found["month"]), int(found["day"])
    day = next((each for each in days if (each.month, each.day) == (month, number)), None)
    if day is None:
        return None
    session = int(found["session"]) if found["session"] else None
    return SheetCode(found["office"], day, found["course"], session, int(found["page"] or 0))


def lies_on(text: str, sheet: SheetCode, days: tuple[date, ...]) -> bool:
    """Tell whether a file with a code belongs to a sheet of a course with sessions on these days.

    Office and course may have had other codes when the paper was printed, so day and session decide. With
    the sheet of a day lie the files of its sessions too; with that of the first day also those whose day is
    none of the course any more, so that no file gets out of sight.
    """
    if not text:
        return False
    found = parse_sheet_code(text, days)
    if sheet.session is not None:
        return found is not None and (found.day, found.session) == (sheet.day, sheet.session)
    return found.day == sheet.day if found is not None else sheet.day == min(days, default=None)


def count_pages(names: int) -> int:
    """Return how many pages a sheet with so many names has, for one group of sessions."""
    return -(-(names + EMPTY) // ROWS)


MAX_BYTES = 20 * 1024 * 1024
"""The largest file that is taken in: a page scanned in colour at 300 dpi has room to spare."""
GOES_ALONG = 2 * 1024 * 1024
"""Bytes up to which a scan goes to the office by itself: a full stick carries many of these."""

MEDIA = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}
"""How each kind of file that can be attached begins."""
ENDINGS = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}
"""What the name of a copy ends with."""
# A design for certificates is a ZIP.
_DESIGN = b"PK\x03\x04"

_LONGEST = 160
"""Bytes of the name of a copy, without its ending."""


class AttachmentKind(StrEnum):
    """What an attached file is."""

    SHEET = "sheet"
    """A scan or photo of a signed sign-in sheet."""
    LOGO = "logo"
    """An emblem for papers."""
    SIGNATURE = "signature"
    """A scanned signature of somebody who signs certificates; it goes only to laptops that issue them."""


class Attachment(Struct, frozen=True):
    """One attached file without its content. `sheet` is the sheet's code, `page` its page (0: all of it).

    `travels`: it goes into the next file to the office. `here`: its content is on this computer.
    """

    key: str
    kind: AttachmentKind
    sha256: str
    media: str
    size: int
    name: str = ""
    course: str | None = None
    project: str | None = None
    sheet: str = ""
    page: int = 0
    added_on: date | None = None
    travels: bool = False
    here: bool = True


def media_of(content: bytes) -> str | None:
    """Return a content's media type by how it begins; None for a kind that cannot be attached."""
    return next((media for start, media in MEDIA.items() if content.startswith(start)), None)


def may_be_kept(content: bytes) -> bool:
    """Tell whether a content that came from elsewhere begins as one of those that this program keeps."""
    return media_of(content) is not None or content.startswith(_DESIGN)


class PagePicture(Struct, frozen=True):
    """One page of an attached file as it is shown: three bytes for each dot; and how many pages there are."""

    width: int
    height: int
    dots: bytes
    pages: int


class SheetFile(Struct, frozen=True):
    """What was found in one file of signed sheets. `keys` are the attachments that it became.

    `pages` says for each page of the file which sheet's page it is; None where no code was found. A file
    that was not taken in has no keys, and `code` and `values` say why.
    """

    path: Path
    pages: tuple[SheetCode | None, ...] = ()
    keys: tuple[str, ...] = ()
    code: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


class AttachedSheets(Struct, frozen=True):
    """What became of files of signed sheets, in the order in which they were given."""

    changes: Changes
    files: tuple[SheetFile, ...]


def sheets_of(pages: Sequence[SheetCode | None]) -> dict[str, int]:
    """Return the sheets in a file: each one's code and its page; 0 where several pages are of one sheet."""
    found: dict[str, set[int]] = {}
    for code in pages:
        if code is not None:
            found.setdefault(str(code.whole), set()).add(code.page)
    return {sheet: numbers.pop() if len(numbers) == 1 else 0 for sheet, numbers in found.items()}


class Content(Protocol):
    """Anything whose content is kept by its SHA-256 and goes along in files."""

    @property
    def sha256(self) -> str:
        """The content's name."""

    @property
    def size(self) -> int:
        """The content's bytes."""


def choose_fitting[Kept: Content](
    waiting: Sequence[Kept], *, members: int, room: int
) -> tuple[list[Kept], list[Kept]]:
    """Return which contents go into a file that has room for so many members and bytes, and which wait."""
    chosen: list[Kept] = []
    later: list[Kept] = []
    for one in waiting:
        if len(chosen) < members and one.size <= room:
            chosen.append(one)
            room -= one.size
        else:
            later.append(one)
    return chosen, later


def copy_name(name: str, media: str, fallback: str) -> str:
    """Return a name under which a copy can lie in any folder: no path in it, and the content's ending."""
    stem = name.replace("\\", "/").rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    stem = shortened(stem.strip(" ."), _LONGEST) or fallback
    return safe_name(stem + ENDINGS.get(media, ""))


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
