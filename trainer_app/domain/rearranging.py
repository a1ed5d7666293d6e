"""Where a session goes: the next free time of a day, its neighbour's place, another day.

All of it is worked out by the rhythm of the day: how long its sessions and the breaks between them are.
Cancelled sessions take no time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from trainer_app.domain.courses import Session, SessionState
from trainer_app.domain.planning import DAY_END, DayPlan

_USUAL = DayPlan()
_LONGEST_BREAK = 60
"""A longer one is the lunch, and not the usual break."""


@dataclass(frozen=True)
class Place:
    """A day and a time, in minutes after midnight."""

    day: date
    start: int
    end: int


def sessions_of_day(sessions: Sequence[Session], day: date, *, but: str = "") -> list[Session]:
    """Return the sessions that take time on a day, in the order of time, without one of them."""
    found = [
        each
        for each in sessions
        if each.day == day and each.key != but and each.state is not SessionState.CANCELLED
    ]
    return sorted(found, key=lambda each: (each.start, each.end, each.key))


def next_place(sessions: Sequence[Session], day: date, minutes: int | None = None) -> Place:
    """Return where one more session of a day goes: after its last one, by the rhythm of the day.

    A day without sessions begins as the others do. `minutes` is the length, by default that of the day's
    last session. What would run past midnight ends there.
    """
    there = sessions_of_day(sessions, day)
    like = there or _day_before(sessions, day)
    length = minutes or (like[-1 if there else 0].minutes if like else 0) or _USUAL.minutes
    if not there:
        start = like[0].start if like else _USUAL.first_start
    else:
        start = max(each.end for each in there) + usual_break(there)
        lunch_from, lunch_to = _USUAL.lunch or (0, 0)
        if start < lunch_to and start + length > lunch_from and there[-1].end <= lunch_to:
            start = lunch_to
    start = max(0, min(start, DAY_END - length))
    return Place(day, start, min(start + length, DAY_END))


def usual_break(there: Sequence[Session]) -> int:
    """Return the shortest break between the sessions of a day that is no lunch; the usual one without any."""
    gaps = [after.start - before.end for before, after in pairwise(there)]
    breaks = [gap for gap in gaps if 0 <= gap <= _LONGEST_BREAK]
    return min(breaks, default=_USUAL.break_minutes)


def place_on_day(sessions: Sequence[Session], session: Session, day: date) -> Place:
    """Return where a session goes on another day: at its own time if that is free, else after the last."""
    there = sessions_of_day(sessions, day, but=session.key)
    if all(each.end <= session.start or each.start >= session.end for each in there):
        return Place(day, session.start, session.end)
    return next_place(there, day, session.minutes)


def rearranged(
    sessions: Sequence[Session], session: Session, day: date, place: int
) -> list[tuple[Session, Place]]:
    """Return what moves when a session is put at a place (0 is the first) of a day: it and its neighbours.

    Within its own day it changes places with one neighbour after the other. On another day it takes the
    time of the session that stood there, and those behind move later only as far as they must.
    """
    if day == session.day:
        return _within_day(sessions, session, place)
    there = sessions_of_day(sessions, day)
    if place >= len(there):
        found = place_on_day(sessions, session, day)
        if there and found.start < there[-1].end:
            found = next_place(there, day, session.minutes)
        return [(session, found)]
    pause = usual_break(there)
    start = there[place].start
    # A gap that is long enough is taken, and nobody has to move.
    after = there[place - 1].end + pause if place else start
    if after + session.minutes + pause <= start:
        start = after
    moves = [(session, Place(day, start, start + session.minutes))]
    edge = start + session.minutes
    for each in there[place:]:
        if each.start >= edge:
            break
        begin = edge + pause
        moves.append((each, Place(day, begin, begin + each.minutes)))
        edge = begin + each.minutes
    return moves


def _within_day(sessions: Sequence[Session], session: Session, place: int) -> list[tuple[Session, Place]]:
    there = sessions_of_day(sessions, session.day)
    if session not in there:
        return []
    order = [each for each in there if each.key != session.key]
    order.insert(min(max(place, 0), len(order)), session)
    if order == there:
        return []
    changed = [at for at, (old, new) in enumerate(zip(there, order, strict=True)) if old.key != new.key]
    first, last = changed[0], changed[-1]
    pauses = [max(0, after.start - before.end) for before, after in pairwise(there)]
    moves, start = [], there[first].start
    for at in range(first, last + 1):
        end = start + order[at].minutes
        moves.append((order[at], Place(session.day, start, end)))
        if at < last:
            start = end + pauses[at]
    return [(each, found) for each, found in moves if (each.start, each.end) != (found.start, found.end)]


def _day_before(sessions: Sequence[Session], day: date) -> list[Session]:
    """Return the sessions of the last day before this one that has any, or of the first after it."""
    days = sorted({each.day for each in sessions if each.state is not SessionState.CANCELLED})
    earlier = [each for each in days if each < day]
    near = earlier[-1] if earlier else next((each for each in days if each > day), None)
    return sessions_of_day(sessions, near) if near is not None else []
