"""How long names are kept: so many months after a course's last day, or until a day of the course's own."""

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MOST_MONTHS = 600
MOST_DAYS = 3650
NOTICE_DAYS = 7
"""A laptop says that it will let go of names so many days before, and never sooner than it has said so."""
POSTPONED_DAYS = 30
"""How much longer a laptop keeps them when somebody says "not yet"."""


class Source(StrEnum):
    """What sets a course's day."""

    COURSE = "course"
    PROJECT = "project"
    OFFICE = "office"
    NONE = "none"


@dataclass(frozen=True)
class Rules:
    """The office's rule: months after the last day, and days after which laptops let go; None: never."""

    months: int | None = None
    drop_days: int | None = None


@dataclass(frozen=True)
class RetentionLine:
    """One course: until when its names are kept and by whose rule. `people` stand on its list."""

    key: str
    code: str
    town: str
    last_day: date
    until: date | None
    source: Source
    people: int = 0
    purged_on: date | None = None
    over: bool = False
    """Its last day has passed, so that its data can be erased at all."""

    def is_due(self, today: date) -> bool:
        """Tell whether the day has come and nothing was erased yet."""
        return self.over and self.purged_on is None and self.until is not None and self.until <= today


@dataclass(frozen=True)
class CoursePurge:
    """What erasing takes of one course. `people` goes for good, `kept` have other courses."""

    code: str
    people: int
    kept: int
    certificates: int
    scans: int


@dataclass(frozen=True)
class PurgePlan:
    """What erasing some courses would do; people who took part in several count once in the sums."""

    courses: tuple[CoursePurge, ...]
    people: int
    kept: int
    entries: int

    @property
    def certificates(self) -> int:
        """Certificates whose name goes."""
        return sum(each.certificates for each in self.courses)

    @property
    def scans(self) -> int:
        """Scanned sheets that go."""
        return sum(each.scans for each in self.courses)


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later, or the last one of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def kept_until(
    last_day: date, own: date | None, project: int | None, office: int | None
) -> tuple[date | None, Source]:
    """Return until when a course's names are kept, and what says so: its own day, its project, the office."""
    if own is not None:
        return own, Source.COURSE
    if project is not None:
        return add_months(last_day, project), Source.PROJECT
    if office is not None:
        return add_months(last_day, office), Source.OFFICE
    return None, Source.NONE
