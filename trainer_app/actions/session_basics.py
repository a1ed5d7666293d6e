"""Sessions: find one, and what must be true before one is changed."""

from dataclasses import replace

from trainer_app.actions.courses import get_course
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.attendance import Attendance
from trainer_app.domain.courses import Session, SessionState
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.planning import SessionDraft
from trainer_app.store import attendance
from trainer_app.store import courses as stored


def get_session(work: Workplace, key: str) -> Session:
    """Return one session. Raises session.unknown.

    It carries its number in the course, as sessions of a list do.
    """
    session = stored.get_session(work.database, key)
    if session is None:
        raise TrainerError("session.unknown")
    return session


def find_session(work: Workplace, course: str, number: int) -> Session:
    """Return a course's session by its number. Raises session.unknown_number."""
    for session in stored.list_sessions(work.database, course):
        if session.number == number:
            return session
    raise TrainerError("session.unknown_number", session=number)


def draft_of(session: Session) -> SessionDraft:
    """Return a session as it would be typed."""
    return SessionDraft(
        day=session.day,
        start=session.start,
        end=session.end,
        topic=session.topic,
        trainers=session.trainers,
        room=session.room,
    )


def unlocked(work: Workplace, key: str) -> Session:
    """Return a session that may be changed. Raises session.locked."""
    session = get_session(work, key)
    if session.locked:
        raise TrainerError("session.locked", session=session.number)
    return session


def taking_place(work: Workplace, key: str) -> Session:
    """Return a session that may be changed and takes place. Raises session.locked, session.is_cancelled."""
    session = unlocked(work, key)
    if session.state is SessionState.CANCELLED:
        raise TrainerError("session.is_cancelled", session=session.number)
    return session


def recorded(work: Workplace, session: Session) -> dict[str, Attendance]:
    """Return whatever is recorded in a session, by enrolment: marks, remarks, signatures."""
    found = attendance.marks_of_course(work.database, session.course)
    return {enrolment: cell for (enrolment, place), cell in found.items() if place == session.key}


def count_marks(work: Workplace, session: Session) -> int:
    """Return how many people are marked in a session."""
    return sum(1 for cell in recorded(work, session).values() if cell.mark)


def check_draft(work: Workplace, course: str, draft: SessionDraft) -> SessionDraft:
    """Return what was typed, clean. Raises session.times_reversed, session.outside_course."""
    check_times(draft.start, draft.end)
    found = get_course(work, course).course
    if not found.first_day <= draft.day <= found.last_day:
        raise TrainerError("session.outside_course", day=draft.day.isoformat())
    return replace(draft, room=" ".join(draft.room.split()))


def check_times(start: int, end: int) -> None:
    """Raise session.times_reversed unless a session lies within a day and ends after it begins."""
    if not 0 <= start < end <= 24 * 60:
        raise TrainerError("session.times_reversed")
