"""What each participation contributes to a report, for all of a period or cut into months and the like."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from trainer_app.domain.participations import (
    CertificateLine,
    DayMinutes,
    Participation,
    Period,
    TaughtCourse,
)


@dataclass(slots=True)
class Part:
    """What one participation contributes to a tally.

    `ever`: the person came to this course at some time, perhaps outside the period or bucket;
    `completed_absent`: an override says completed, and the person never came.
    """

    of: Participation
    minutes: int = 0
    half_days: int = 0
    came: bool = False
    held: bool = False
    unmarked: int = 0
    ever: bool = False
    completed: bool = False
    completed_absent: bool = False
    certificates: list[CertificateLine] = field(default_factory=list)

    def take(self, day: DayMinutes) -> None:
        """Add a day."""
        _, attended, planned, came, unmarked = day
        self.minutes += attended
        # Most are there all day: a report over years takes hundreds of thousands of days.
        self.half_days += 2 if attended == planned > 0 else half_days(attended, planned)
        self.came = self.came or came > 0 or attended > 0
        self.held = self.held or planned > 0
        self.unmarked += unmarked


def half_days(attended: int, planned: int) -> int:
    """Return a person-day in halves: 2 from 75 % of the day's held minutes, 1 from 25 %, else 0."""
    if planned <= 0 or attended * 4 < planned:
        return 0
    return 2 if attended * 4 >= planned * 3 else 1


def came_on(day: DayMinutes) -> bool:
    """Tell whether somebody was there at all, be it for no full minute."""
    return day.came > 0 or day.attended > 0


def measure(
    participations: Iterable[Participation],
    courses: Mapping[str, TaughtCourse],
    period: Period,
    bucket: Callable[[date], str] | None = None,
) -> dict[str, list[Part]]:
    """Return what each participation contributes, by bucket of time ("" for all time without `bucket`).

    Without buckets every participation has its part, also an empty one, so that exclusions can be told.
    """
    first, last = period.first or date.min, period.last or date.max
    name_of = bucket or _all_time
    measured: dict[str, list[Part]] = {} if bucket else {"": []}
    for participation in participations:
        parts: dict[str, Part] = {} if bucket else {"": Part(participation)}
        ever = any(map(came_on, participation.days))
        whole = parts.get("") if bucket is None else None
        for day in participation.days:
            if first <= day[0] <= last:
                (whole or _part(parts, name_of(day[0]), participation)).take(day)
        end = courses[participation.course].last_day
        if participation.completed and first <= end <= last:
            part = _part(parts, name_of(end), participation)
            part.completed, part.completed_absent = ever, not ever
        for line in participation.certificates:
            if first <= line.issued_on <= last:
                _part(parts, name_of(line.issued_on), participation).certificates.append(line)
        for name, part in parts.items():
            part.ever = ever
            measured.setdefault(name, []).append(part)
    return measured


def _all_time(_day: date) -> str:
    return ""


def _part(parts: dict[str, Part], name: str, participation: Participation) -> Part:
    found = parts.get(name)
    if found is None:
        found = parts[name] = Part(participation)
    return found
