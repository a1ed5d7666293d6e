"""The agenda of a course as plain data: its days, the sessions of each, and the breaks between them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from trainer_app.domain.course_facts import CourseFacts
from trainer_app.domain.courses import Session, SessionState
from trainer_app.domain.texts import Texts

SHORTEST_BREAK = 5
"""Minutes between two sessions from which the agenda shows a break."""
SHORTEST_LUNCH = 40
"""Minutes from which a break can be lunch."""
NOON = (11 * 60 + 30, 14 * 60 + 30)
"""Between these minutes of the day a break long enough is lunch."""


class BreakKind(StrEnum):
    """What happens between two sessions."""

    BREAK = "break"
    LUNCH = "lunch"


@dataclass(frozen=True)
class AgendaBreak:
    """Time between two sessions, in minutes after midnight."""

    start: int
    end: int
    kind: BreakKind


@dataclass(frozen=True)
class AgendaSession:
    """One session. `reason` says why it was cancelled."""

    number: int
    start: int
    end: int
    topic: Texts
    trainers: tuple[Texts, ...] = ()
    room: Texts = field(default_factory=Texts)
    cancelled: bool = False
    reason: str = ""


@dataclass(frozen=True)
class AgendaDay:
    """One day, `number` counted from 1 among the days with sessions, its lines in the order of time."""

    day: date
    number: int
    lines: tuple[AgendaSession | AgendaBreak, ...]


@dataclass(frozen=True)
class Agenda:
    """The agenda of a course."""

    facts: CourseFacts
    days: tuple[AgendaDay, ...]

    @property
    def sessions(self) -> tuple[AgendaSession, ...]:
        """Every session, cancelled ones too."""
        return tuple(line for day in self.days for line in day.lines if isinstance(line, AgendaSession))


def agenda_of(
    facts: CourseFacts,
    sessions: Iterable[Session],
    names: Mapping[str, Texts],
    rooms: Mapping[str, Texts],
) -> Agenda:
    """Return the agenda of sessions; `names` are those of trainers by person, `rooms` by what was typed."""
    by_day: dict[date, list[AgendaSession]] = {}
    for session in sorted(sessions, key=lambda each: (each.day, each.start, each.number)):
        line = AgendaSession(
            number=session.number,
            start=session.start,
            end=max(session.start, session.end),
            topic=session.topic,
            trainers=tuple(names[person] for person in session.trainers if person in names),
            room=rooms.get(session.room, Texts()),
            cancelled=session.state is SessionState.CANCELLED,
            reason=session.cancel_reason,
        )
        by_day.setdefault(session.day, []).append(line)
    days = (AgendaDay(day, number, _lines(by_day[day])) for number, day in enumerate(sorted(by_day), start=1))
    return Agenda(facts, tuple(days))


def _lines(sessions: list[AgendaSession]) -> tuple[AgendaSession | AgendaBreak, ...]:
    """Put breaks between sessions that leave time; sessions side by side leave none."""
    lines: list[AgendaSession | AgendaBreak] = []
    over: int | None = None
    for session in sessions:
        if over is not None and session.start - over >= SHORTEST_BREAK:
            lines.append(AgendaBreak(over, session.start, _kind(over, session.start)))
        lines.append(session)
        over = max(over or 0, session.end)
    return tuple(lines)


def _kind(start: int, end: int) -> BreakKind:
    """Return what a break is: a long one in the middle of the day is lunch."""
    first, last = NOON
    midday = min(end, last) - max(start, first)
    return BreakKind.LUNCH if end - start >= SHORTEST_LUNCH and midday >= SHORTEST_LUNCH else BreakKind.BREAK
