"""Codes of sign-in sheets, and files that are attached to something: scans of signed sheets, logos.

A code is "DSH-1017-GARM" for a day, "DSH-1017.2-GARM" for one session, with "/3" for a page: office, month
and day, number of the session in the course, course. It is printed and stands in the QR code, so that the
scan of a signed sheet is assigned without asking. Files are named by their SHA-256.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from msgspec import Struct, field

from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import safe_name, shortened

ROWS = 18
"""Rows on a page of a printed sheet; whoever reads the signed one goes by the same pages."""
EMPTY = 10
"""Rows that are left empty at the least after the last name, for people who are not on the list."""

_FORM = re.compile(
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
