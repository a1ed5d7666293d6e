"""Going through what a report is counted from once: figures, splits, tables and charts are of the same parts.

A report over years has tens of thousands of participations. Whatever is asked for of a period comes out of
one `Walk`; `walked` keeps the last one with its records: another split or table begins where it ended.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from operator import attrgetter

from trainer_app.domain.office.participations import (
    Contribution,
    CountedSession,
    Participation,
    Period,
    Records,
    Tally,
    join_doubles,
    measure,
    tally,
)

_ENROLMENT = attrgetter("enrolment")


class Walk:
    """What lies in a period, already joined. Participations stand by key: lists of them need no sorting."""

    def __init__(self, records: Records, period: Period) -> None:
        joined, doubles = join_doubles(records.participations)
        self.records, self.period, self.doubles = records, period, doubles
        self.participations = sorted(joined, key=_ENROLMENT)
        self.courses = {course.key: course for course in records.courses}
        self.sessions: list[CountedSession] = [
            session for session in records.sessions if period.holds(session.day)
        ]
        self._measured: dict[tuple[str, ...], dict[str, list[Contribution]]] = {}
        self._people: dict[str, dict[str, Tally]] = {}

    @property
    def parts(self) -> list[Contribution]:
        """What each participation contributes, be it nothing."""
        return self.measured((), None)[""]

    @cached_property
    def whole(self) -> Tally:
        """Everything."""
        return tally(self.parts, self.sessions, self.courses)

    def measured(
        self, times: tuple[str, ...], bucket: Callable[[date], str] | None
    ) -> dict[str, list[Contribution]]:
        """Return what each participation contributes by spans of time; `times` name how these are made."""
        found = self._measured.get(times)
        if found is None:
            found = measure(self.participations, self.courses, self.period, bucket)
            self._measured[times] = found
        return found

    def people(self, by: str, name_of: Callable[[Participation], str]) -> Mapping[str, Tally]:
        """Return the groups of people that a split divides them into; teaching belongs to none of them."""
        found = self._people.get(by)
        if found is None:
            groups: dict[str, list[Contribution]] = {}
            for part in self.parts:
                groups.setdefault(name_of(part.of), []).append(part)
            found = self._people[by] = {name: tally(group, ()) for name, group in groups.items()}
        return found


def walked(records: Records, period: Period) -> Walk:
    """Return what of records lies in a period; the last walk is kept with them."""
    kept = vars(records).get("_walk")
    if not isinstance(kept, Walk) or kept.period != period:
        kept = vars(records)["_walk"] = Walk(records, period)
    return kept
