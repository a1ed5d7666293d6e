"""Plans sessions: generator, numbering, clashes of trainers and rooms, copying and moving.

Times are minutes after midnight of a civil day; nothing runs past midnight. A session is moved by the rhythm
of its day: how long the sessions and the breaks between them are. Cancelled sessions take no time.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct, field

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import Session, SessionState

DAY_END = 24 * 60
_DAY = timedelta(days=1)
_SATURDAY = 5


class SessionDraft(Struct, frozen=True):
    """What somebody types to create a session."""

    day: date
    start: int
    end: int
    topic: Texts = field(default_factory=Texts)
    trainers: tuple[str, ...] = ()
    room: str = ""

    @property
    def minutes(self) -> int:
        """Planned minutes."""
        return self.end - self.start


class DayPlan(Struct, frozen=True):
    """How one day looks; every day of a course is planned alike.

    The first session begins at `first_start`, each lasts `minutes`, with `break_minutes` between two.
    `lunch` is a time (from, to) in which no session lies: one that would is moved behind it. With
    `last_weekend` a course that ends on a weekend keeps the days of that one, though others are left out.
    """

    per_day: int = 4
    first_start: int = 9 * 60
    minutes: int = 90
    break_minutes: int = 30
    lunch: tuple[int, int] | None = (12 * 60 + 30, 14 * 60)
    skip_weekends: bool = False
    last_weekend: bool = False


class ClashKind(StrEnum):
    """What two sessions at the same time both need."""

    TRAINER = "trainer"
    ROOM = "room"


class Clash(Struct, frozen=True):
    """Two sessions at the same time that need the same trainer (a key) or room (a text)."""

    kind: ClashKind
    what: str
    first: str
    second: str


def time_words(minutes: int) -> str:
    """Return minutes after midnight as a clock shows them: 545 -> "09:05"."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def plan_sessions(first_day: date, last_day: date, plan: DayPlan) -> tuple[SessionDraft, ...]:
    """Return the sessions of all days from first to last, in the order of time.

    Raises `TrainerError` "planning.impossible" for a plan that is none (no sessions, no minutes, lunch that
    ends before it begins), "planning.day_too_long" when the last session would run past midnight and
    "planning.no_day" when no day is left.
    """
    times = plan_day(plan)
    kept = last_friday(last_day) if plan.last_weekend else last_day
    days = [
        day
        for day in _days(first_day, last_day)
        if day > kept or not (plan.skip_weekends and is_weekend(day))
    ]
    if not days:
        raise TrainerError("planning.no_day", first=first_day, last=last_day)
    return tuple(SessionDraft(day, start, end) for day in days for start, end in times)


def plan_day(plan: DayPlan) -> tuple[tuple[int, int], ...]:
    """Return start and end of each session of a day. Raises as `plan_sessions`."""
    lunch_from, lunch_to = plan.lunch or (0, 0)
    possible = plan.per_day > 0 and plan.minutes > 0 and plan.break_minutes >= 0 and plan.first_start >= 0
    if not possible or not 0 <= lunch_from <= lunch_to <= DAY_END:
        raise TrainerError("planning.impossible")
    times = []
    start = plan.first_start
    for _ in range(min(plan.per_day, DAY_END)):
        if start < lunch_to and start + plan.minutes > lunch_from:
            start = lunch_to
        times.append((start, start + plan.minutes))
        start += plan.minutes + plan.break_minutes
    if times[-1][1] > DAY_END:
        raise TrainerError("planning.day_too_long", sessions=plan.per_day, minutes=plan.minutes)
    return tuple(times)


def refill(drafts: Sequence[SessionDraft], sessions: Iterable[Session]) -> tuple[SessionDraft, ...]:
    """Return planned sessions with the topics, trainers and rooms of others, in the order of time.

    Cancelled ones give nothing; what is left over when there are more of them than drafts is left out.
    """
    giving = [each for each in number_sessions(sessions) if each.state is not SessionState.CANCELLED]
    filled = [
        replace(draft, topic=session.topic, trainers=session.trainers, room=session.room)
        for draft, session in zip(drafts, giving, strict=False)
    ]
    return (*filled, *drafts[len(filled) :])


def without_place(drafts: Sequence[SessionDraft], sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Return the sessions with a topic that `refill` finds no place for, in the order of time."""
    ordered = number_sessions(sessions)
    giving = [each for each in ordered if each.state is not SessionState.CANCELLED]
    placed = {each.key for each in giving[: len(drafts)]}
    return tuple(each for each in ordered if each.key not in placed and each.topic != Texts())


def number_sessions(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Return sessions in the order of time, numbered from 1; cancelled ones keep their place and number."""
    ordered = sorted(sessions, key=lambda session: (session.day, session.start, session.key))
    return tuple(replace(session, number=number) for number, session in enumerate(ordered, 1))


def find_clashes(sessions: Iterable[Session], rooms: Mapping[str, str] | None = None) -> tuple[Clash, ...]:
    """Return every pair of sessions that overlap and share a trainer or a room, in the order of time.

    `rooms` maps a course to where it takes place, as one text (town and venue). A session with a room of
    its own is in that room of the same place; without a known place only sessions of one course can share
    a room. Cancelled sessions clash with nothing; one that begins when another ends does not either.
    """
    places = rooms or {}
    needs: dict[tuple[ClashKind, str], list[tuple[str, Session]]] = {}
    for session in sorted(sessions, key=lambda session: (session.day, session.start, session.key)):
        if session.state is SessionState.CANCELLED:
            continue
        for trainer in dict.fromkeys(session.trainers):
            needs.setdefault((ClashKind.TRAINER, trainer), []).append((trainer, session))
        shown, place = _room_of(session, places.get(session.course, ""))
        if shown:
            needs.setdefault((ClashKind.ROOM, place), []).append((shown, session))
    clashes = []
    for (kind, _), wanted in needs.items():
        shown_of = {session.key: shown for shown, session in wanted}
        for first, second in _overlaps([session for _, session in wanted]):
            clashes.append((first.day, second.start, Clash(kind, shown_of[first.key], first.key, second.key)))
    clashes.sort(key=lambda found: (found[0], found[1], found[2].first, found[2].second, found[2].kind))
    return tuple(clash for _, _, clash in clashes)


def _room_of(session: Session, place: str) -> tuple[str, str]:
    """Return a session's room as people write it, and as it is compared."""
    if not session.room.strip():
        return place, _plain(place)
    return session.room, f"{_plain(place) or session.course}\n{_plain(session.room)}"


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def copy_sessions(
    sessions: Iterable[Session], old_first: date, new_first: date, *, skip_weekends: bool = False
) -> tuple[SessionDraft, ...]:
    """Return drafts of a course's sessions on other days: topics, times and trainers stay.

    Each day moves by as much as the course's first day. With `skip_weekends` the working days between
    two days of teaching stay instead, and no session lies on a Saturday or Sunday. Cancelled sessions
    are copied too: what was cancelled once is planned again.
    """
    ordered = number_sessions(sessions)
    moved = _move_days([session.day for session in ordered], old_first, new_first, skip_weekends)
    return tuple(
        SessionDraft(
            moved[session.day], session.start, session.end, session.topic, session.trainers, session.room
        )
        for session in ordered
    )


def is_weekend(day: date) -> bool:
    """Tell whether a day is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def last_friday(day: date) -> date:
    """Return the Friday before a weekend of which a day is; the day itself if it is of none."""
    return day - max(0, day.weekday() - _SATURDAY + 1) * _DAY


def goes_over_weekend(first: date, last: date) -> bool:
    """Tell whether a weekend lies between two days, of which the first is on none."""
    days = (first + timedelta(days=after) for after in range((last - first).days + 1))
    return not is_weekend(first) and any(map(is_weekend, days))


def _days(first: date, last: date) -> list[date]:
    return [first + offset * _DAY for offset in range((last - first).days + 1)]


def _overlaps(sessions: Sequence[Session]) -> list[tuple[Session, Session]]:
    """Return pairs that overlap, of sessions in the order of time."""
    pairs: list[tuple[Session, Session]] = []
    running: list[Session] = []
    for session in sessions:
        running = [other for other in running if other.day == session.day and other.end > session.start]
        pairs.extend((other, session) for other in running if session.end > session.start)
        running.append(session)
    return pairs


def _move_days(
    days: Iterable[date], old_first: date, new_first: date, skip_weekends: bool
) -> dict[date, date]:
    """Return where each day goes; with `skip_weekends` two days never meet in one."""
    ordered = sorted(set(days))
    if not skip_weekends:
        return {day: day + (new_first - old_first) for day in ordered}
    moved: dict[date, date] = {}
    before, target = old_first, _working_day(new_first)
    for index, day in enumerate(ordered):
        steps = sum(not is_weekend(each) for each in _days(before + _DAY, day))
        for _ in range(steps if index == 0 else max(1, steps)):
            target = _working_day(target + _DAY)
        moved[day] = target
        before = day
    return moved


def _working_day(day: date) -> date:
    """Return the day, or the Monday after it."""
    while is_weekend(day):
        day += _DAY
    return day


_USUAL = DayPlan()
_LONGEST_BREAK = 60
"""A longer one is the lunch, and not the usual break."""


class TimeSlot(Struct, frozen=True):
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


def next_place(sessions: Sequence[Session], day: date, minutes: int | None = None) -> TimeSlot:
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
    return TimeSlot(day, start, min(start + length, DAY_END))


def next_draft(sessions: Sequence[Session], day: date) -> SessionDraft:
    """Return one more session of a day as it is proposed: see `next_place`; who teaches and where go on."""
    place, there = next_place(sessions, day), sessions_of_day(sessions, day)
    draft = SessionDraft(place.day, place.start, place.end)
    return replace(draft, trainers=there[-1].trainers, room=there[-1].room) if there else draft


def usual_break(there: Sequence[Session]) -> int:
    """Return the shortest break between the sessions of a day that is no lunch; the usual one without any."""
    gaps = [after.start - before.end for before, after in pairwise(there)]
    breaks = [gap for gap in gaps if 0 <= gap <= _LONGEST_BREAK]
    return min(breaks, default=_USUAL.break_minutes)


def place_on_day(sessions: Sequence[Session], session: Session, day: date) -> TimeSlot:
    """Return where a session goes on another day: at its own time if that is free, else after the last."""
    there = sessions_of_day(sessions, day, but=session.key)
    if all(each.end <= session.start or each.start >= session.end for each in there):
        return TimeSlot(day, session.start, session.end)
    return next_place(there, day, session.minutes)


def rearranged(
    sessions: Sequence[Session], session: Session, day: date, place: int
) -> list[tuple[Session, TimeSlot]]:
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
    moves = [(session, TimeSlot(day, start, start + session.minutes))]
    edge = start + session.minutes
    for each in there[place:]:
        if each.start >= edge:
            break
        begin = edge + pause
        moves.append((each, TimeSlot(day, begin, begin + each.minutes)))
        edge = begin + each.minutes
    return moves


def _within_day(sessions: Sequence[Session], session: Session, place: int) -> list[tuple[Session, TimeSlot]]:
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
        moves.append((order[at], TimeSlot(session.day, start, end)))
        if at < last:
            start = end + pauses[at]
    return [(each, found) for each, found in moves if (each.start, each.end) != (found.start, found.end)]


def _day_before(sessions: Sequence[Session], day: date) -> list[Session]:
    """Return the sessions of the last day before this one that has any, or of the first after it."""
    days = sorted({each.day for each in sessions if each.state is not SessionState.CANCELLED})
    earlier = [each for each in days if each < day]
    near = earlier[-1] if earlier else next((each for each in days if each > day), None)
    return sessions_of_day(sessions, near) if near is not None else []
