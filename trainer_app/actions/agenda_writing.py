"""Sessions of a whole agenda written at once: added, filled in, or in place of what was planned before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from trainer_app.actions.courses import get_course, session_fields
from trainer_app.actions.session_basics import draft_of
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.courses import CourseView, Session
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.keys import new_key
from trainer_app.domain.planning import SessionDraft
from trainer_app.domain.texts import LANGUAGES, Texts
from trainer_app.store import attendance
from trainer_app.store.journal import Write


@dataclass(frozen=True)
class AgendaWrites:
    """What makes a course's sessions those of an agenda, and how many are new, filled in, taken away."""

    writes: tuple[Write, ...]
    added: int
    filled: int
    removed: int


def can_replace(work: Workplace, course: str) -> bool:
    """Tell whether a course has sessions and none of them is marked or locked."""
    view = get_course(work, course)
    return bool(view.sessions) and not _kept(work, view)


def agenda_writes(
    work: Workplace, course: str, drafts: Sequence[SessionDraft], *, in_place: bool
) -> AgendaWrites:
    """Return the writes for an agenda; the course becomes longer if a day asks for it.

    With `in_place` the sessions there are taken away first; raises agenda.marked if one of them is marked
    or locked. Otherwise a session at the same time is filled in where the agenda says something.
    """
    view = get_course(work, course)
    writes = _longer(view, [draft.day for draft in drafts])
    if in_place:
        kept = _kept(work, view)
        if kept:
            raise TrainerError("agenda.marked", count=len(kept))
        writes += [Write("session", session.key, delete=True) for session in view.sessions]
        there: dict[tuple[date, int, int], Session] = {}
    else:
        there = {(each.day, each.start, each.end): each for each in view.sessions}
    added = filled = 0
    for draft in drafts:
        session = there.pop((draft.day, draft.start, draft.end), None)
        if session is None:
            writes.append(Write("session", new_key(), session_fields(course, draft)))
            added += 1
        elif not session.locked and (full := _filled(session, draft)) != draft_of(session):
            fields = session_fields(course, full)
            del fields["state"]
            writes.append(Write("session", session.key, fields))
            filled += 1
    return AgendaWrites(tuple(writes), added, filled, len(view.sessions) if in_place else 0)


def _kept(work: Workplace, view: CourseView) -> list[Session]:
    """Return the sessions that nothing may take the place of."""
    marked = {
        session
        for (_, session), cell in attendance.marks_of_course(work.database, view.course.key).items()
        if cell.mark
    }
    return [session for session in view.sessions if session.locked or session.key in marked]


def _longer(view: CourseView, days: Sequence[date]) -> list[Write]:
    """Return the write by which the course holds all days; none if it does."""
    course = view.course
    first = min([course.first_day, *days])
    last = max([course.last_day, *days])
    if (first, last) == (course.first_day, course.last_day):
        return []
    return [Write("course", course.key, {"first_day": first.isoformat(), "last_day": last.isoformat()})]


def _filled(session: Session, draft: SessionDraft) -> SessionDraft:
    """Return a session with what an agenda says of it; what it leaves blank stays."""
    texts = {code: str(getattr(draft.topic, code) or getattr(session.topic, code)) for code in LANGUAGES}
    return replace(
        draft_of(session),
        topic=Texts(**texts),
        trainers=draft.trainers or session.trainers,
        room=draft.room or session.room,
    )
