"""The code of a sign-in sheet: "DSH-1017-GARM" for a day, "DSH-1017.2-GARM" for one session, "/3" for a page.

Office, month and day, number of the session in the course, course. It is printed, and stands in the QR code,
so that a scan of the signed sheet finds its place by itself.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

ROWS = 18
"""Rows on a page of a printed sheet; whoever reads the signed one goes by the same pages."""
EMPTY = 10
"""Rows that are left empty at the least after the last name, for people who are not on the list."""

_FORM = re.compile(
    r"(?P<office>[^-/]*)-(?P<month>\d{2})(?P<day>\d{2})(\.(?P<session>\d+))?-(?P<course>[^/]+)(/(?P<page>\d+))?"
)


@dataclass(frozen=True)
class SheetCode:
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
