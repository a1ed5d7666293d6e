"""Plans sessions: the generator, numbering, clashes of trainers and rooms, copies on other days.

Times are minutes after midnight of a civil day; nothing runs past midnight.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from trainer_app.domain.courses import Session, SessionState
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.texts import Texts

DAY_END = 24 * 60
_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True)
class SessionDraft:
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


@dataclass(frozen=True)
class DayPlan:
    """How one day looks; every day of a course is planned alike.

    The first session begins at `first_start`, each lasts `minutes`, with `break_minutes` between two.
    `lunch` is a time (from, to) in which no session lies: one that would is moved behind it.
    """

    per_day: int = 4
    first_start: int = 9 * 60
    minutes: int = 90
    break_minutes: int = 30
    lunch: tuple[int, int] | None = (12 * 60 + 30, 14 * 60)
    skip_weekends: bool = False


class ClashKind(StrEnum):
    """What two sessions at the same time both need."""

    TRAINER = "trainer"
    ROOM = "room"


@dataclass(frozen=True)
class Clash:
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
    days = [day for day in _days(first_day, last_day) if not (plan.skip_weekends and is_weekend(day))]
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
    for place, day in enumerate(ordered):
        steps = sum(not is_weekend(each) for each in _days(before + _DAY, day))
        for _ in range(steps if place == 0 else max(1, steps)):
            target = _working_day(target + _DAY)
        moved[day] = target
        before = day
    return moved


def _working_day(day: date) -> date:
    """Return the day, or the Monday after it."""
    while is_weekend(day):
        day += _DAY
    return day
