"""Sessions put in another order, on another day, or one more after the last: times worked out."""

from dataclasses import replace
from datetime import date, timedelta

from trainer_app.actions.courses import get_course, session_fields
from trainer_app.actions.session_basics import check_draft, draft_of, taking_place, unlocked
from trainer_app.actions.session_changes import change_writes, check_place, move_label
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.courses import Session
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.keys import new_key
from trainer_app.domain.planning import SessionDraft
from trainer_app.domain.rearranging import (
    Place,
    next_place,
    place_on_day,
    rearranged,
    sessions_of_day,
)
from trainer_app.domain.texts import Texts
from trainer_app.store.journal import Write


def add_next(work: Workplace, course: str, day: date | None = None, topic: Texts | None = None) -> Changes:
    """Add a session after the last one of a day, by the rhythm of that day.

    Without a day it is the last that has sessions, or the course's first. The trainers are those of the
    session before it. Raises session.outside_course, session.day_full.
    """
    view = get_course(work, course)
    if day is None:
        day = view.sessions[-1].day if view.sessions else view.course.first_day
    there = sessions_of_day(view.sessions, day)
    place = next_place(view.sessions, day)
    if there and place.start < there[-1].end:
        raise TrainerError("session.day_full", day=day)
    like = there[-1] if there else None
    draft = SessionDraft(day, place.start, place.end, topic or Texts())
    if like is not None:
        draft = replace(draft, trainers=like.trainers, room=like.room)
    draft = check_draft(work, course, draft)
    key = new_key()
    label = Label("session.step.add", {"day": day})
    return work.journal.record(label, [Write("session", key, session_fields(course, draft))], key=key)


def shift_session(work: Workplace, key: str, by: int) -> Changes:
    """Let a session change places with the one before it (-1) or after it (1) on its day.

    Lengths and the break between the two stay. Raises session.first_of_day, session.last_of_day,
    session.locked (for either), session.is_cancelled.
    """
    session = taking_place(work, key)
    there = sessions_of_day(get_course(work, session.course).sessions, session.day)
    place = [each.key for each in there].index(key) + by
    if not 0 <= place < len(there):
        code = "session.first_of_day" if by < 0 else "session.last_of_day"
        raise TrainerError(code, session=session.number)
    return put_session(work, key, session.day, place)


def put_session(work: Workplace, key: str, day: date, place: int, *, extend: bool = False) -> Changes:
    """Put a session at a place (0 is the first) among those of a day; the others make room.

    With `extend` the course becomes longer in the same step if the day is not one of its own. Raises
    session.outside_course, session.locked (for any that moves), session.times_reversed where the day is
    full, session.is_cancelled.
    """
    session = taking_place(work, key)
    sessions = get_course(work, session.course).sessions
    moves = rearranged(sessions, session, day, place)
    writes: list[Write] = []
    for each, found in moves:
        writes += _moved(work, each, found, extend=extend)
    own = next((found for each, found in moves if each.key == key), None)
    start = own.start if own is not None else session.start
    return work.journal.record(move_label(work, session, day, start), writes)


def move_by_days(work: Workplace, key: str, days: int, *, extend: bool = False) -> Changes:
    """Move a session to another day: at its own time if that is free, else after the last of the day.

    Raises as `put_session`.
    """
    session = unlocked(work, key)
    day = session.day + timedelta(days=days)
    found = place_on_day(get_course(work, session.course).sessions, session, day)
    writes = _moved(work, session, found, extend=extend)
    return work.journal.record(move_label(work, session, day, found.start), writes)


def _moved(work: Workplace, session: Session, place: Place, *, extend: bool) -> list[Write]:
    """Return the writes by which a session takes a place."""
    if session.locked:
        raise TrainerError("session.locked", session=session.number)
    draft = replace(draft_of(session), day=place.day, start=place.start, end=place.end)
    longer, draft = check_place(work, session.course, draft, extend=extend)
    return [*longer, *change_writes(work, session, draft)]
