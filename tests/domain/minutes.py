"""A recount that knows nothing of minutes missed: who was in the room at which minute, as a set.

Whatever is done to a session afterwards - shortened, split, moved, cancelled - is done to the sets. What
the program says by adding and subtracting must come out the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

CAME, EXCUSED, ABSENT = "came", "excused", "absent"

type Cell = tuple[str, str]
"""An enrolment and a session."""


@dataclass
class Slot:
    """A session: its day, its minutes after midnight, and whether it counts."""

    day: date
    start: int
    end: int
    held: bool = False
    cancelled: bool = False

    @property
    def minutes(self) -> set[int]:
        """All minutes of it."""
        return set(range(self.start, self.end))


@dataclass
class Register:
    """One course on paper. `place` is the person of an enrolment; joined people have one place."""

    slots: dict[str, Slot] = field(default_factory=dict)
    place: dict[str, str] = field(default_factory=dict)
    since: dict[str, date] = field(default_factory=dict)
    began: dict[str, str] = field(default_factory=dict)
    gone: dict[str, str | None] = field(default_factory=dict)
    said: dict[Cell, str] = field(default_factory=dict)
    there: dict[Cell, set[int]] = field(default_factory=dict)

    # What happens

    def mark(self, who: str, session: str, said: str | None, late: int = 0, early: int = 0) -> None:
        """Say that somebody was there but for some minutes; or excused, absent, or that nobody knows."""
        slot, cell = self.slots[session], (who, session)
        self.said.pop(cell, None)
        self.there.pop(cell, None)
        slot.held = True
        if said is not None:
            self.said[cell] = said
        if said == CAME:
            self.there[cell] = set(range(slot.start + late, slot.end - early))

    def cut(self, session: str, end: int) -> None:
        """End a session earlier: nobody was there after its end."""
        slot = self.slots[session]
        slot.end = end
        for cell in self._cells(session):
            self.there[cell] &= slot.minutes

    def split(self, session: str, second: str, at: int, pause: int) -> None:
        """Make two sessions of one with a pause between: each minute goes where it lies."""
        slot = self.slots[session]
        self.slots[second] = Slot(slot.day, at + pause, slot.end, slot.held, slot.cancelled)
        slot.end = at
        for (who, where), said in list(self.said.items()):
            if where == session:
                self.said[who, second] = said
        for cell in self._cells(session):
            self.there[cell[0], second] = self.there[cell] & self.slots[second].minutes
            self.there[cell] &= slot.minutes

    def move(self, session: str, day: date, start: int) -> None:
        """Hold a session at another time: everybody moves along."""
        slot = self.slots[session]
        by = start - slot.start
        slot.day, slot.start, slot.end = day, start, slot.end + by
        for cell in self._cells(session):
            self.there[cell] = {minute + by for minute in self.there[cell]}

    def _cells(self, session: str) -> list[Cell]:
        return [cell for cell in self.there if cell[1] == session]

    # What is counted

    @property
    def held(self) -> list[str]:
        """Sessions that count."""
        return [key for key, slot in self.slots.items() if slot.held and not slot.cancelled]

    def attended(self, who: str, sessions: Iterable[str]) -> int:
        """Minutes of some sessions in which somebody was in the room."""
        return sum(len(self.there.get((who, session), ())) for session in sessions)

    def planned(self, sessions: Iterable[str]) -> int:
        """Minutes of some sessions."""
        return sum(len(self.slots[session].minutes) for session in sessions)

    def share(self, who: str) -> Fraction | None:
        """Hundredths of a per cent of all held minutes, exact; None where nothing was held."""
        return _percent(self.attended(who, self.held), self.planned(self.held))

    def share_so_far(self, who: str) -> Fraction | None:
        """Return the same over the sessions of which somebody knows how it was."""
        known = [session for session in self.held if (who, session) in self.said]
        return _percent(self.attended(who, known), self.planned(known))

    def heads(self, session: str) -> dict[str, int]:
        """How many were in the room, excused, absent, and of how many nobody knows."""
        counted = dict.fromkeys((CAME, EXCUSED, ABSENT, ""), 0)
        for who in self.place:
            said = self.said.get((who, session), "")
            if said or self.expects(who, session):
                counted[said] += 1
        return counted

    def expects(self, who: str, session: str) -> bool:
        """Tell whether somebody should have been there: since they came, and until they left."""
        time = self._time(session)
        if who in self.gone:
            left = self.gone[who]
            if left is None or time >= self._time(left):
                return False
        if who in self.began:
            return time >= self._time(self.began[who])
        return self.slots[session].day >= self.since.get(who, date.min)

    def leave(self, who: str) -> None:
        """Strike somebody off: they were expected as far as anything is said of them."""
        known = [self._time(session) for each, session in self.said if each == who]
        times = sorted(map(self._time, self.slots))
        later = [time for time in times if not known or time > max(known)]
        self.gone[who] = later[0][2] if later else None

    def _time(self, session: str) -> tuple[date, int, str]:
        slot = self.slots[session]
        return slot.day, slot.start, session

    def figures(self) -> dict[str, int]:
        """Person-hours in minutes, person-days in halves, participations, sessions."""
        came = {self.place[who] for who, session in self.said if self._came(who, session)}
        people, days = set(self.place.values()), {self.slots[session].day for session in self.held}
        minutes = halves = 0
        for person in people:
            for day in days:
                there, planned = self._day(person, day), self.planned(self._of(day))
                minutes += there
                share = Fraction(there, planned) if planned else Fraction(0)
                halves += 2 if share >= Fraction(75, 100) else 1 if share >= Fraction(25, 100) else 0
        return {
            "person_hours": minutes,
            "person_days": halves,
            "participations": len(came),
            "unique_persons": len(came),
            "sessions_held": len(self.held),
        }

    def _came(self, who: str, session: str) -> bool:
        return session in self.held and self.said[who, session] == CAME

    def _of(self, day: date) -> list[str]:
        return [session for session in self.held if self.slots[session].day == day]

    def _day(self, person: str, day: date) -> int:
        """Return the minutes of a day; of somebody enrolled twice the greater ones of each session."""
        own = [who for who, place in self.place.items() if place == person]
        return sum(max(self.attended(who, [session]) for who in own) for session in self._of(day))


def _percent(part: int, whole: int) -> Fraction | None:
    return Fraction(part * 10_000, whole) if whole else None
