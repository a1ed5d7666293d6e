"""Sessions of a course: the generator, then one by one; held, cancelled, locked."""

from trainer_app.actions.agenda_writing import agenda_writes
from trainer_app.actions.courses import checked, course_fields, get_course, lock_fields, session_fields
from trainer_app.actions.session_basics import count_marks as count_marks
from trainer_app.actions.session_basics import draft_of as draft_of
from trainer_app.actions.session_basics import find_session as find_session
from trainer_app.actions.session_basics import get_session as get_session
from trainer_app.actions.session_basics import unlocked
from trainer_app.actions.session_changes import change_session as change_session
from trainer_app.actions.session_changes import check_place
from trainer_app.actions.session_changes import count_heads as count_heads
from trainer_app.actions.session_changes import hold_session as hold_session
from trainer_app.actions.session_changes import move_session as move_session
from trainer_app.actions.session_changes import set_topic as set_topic
from trainer_app.actions.session_changes import shorten_session as shorten_session
from trainer_app.actions.session_changes import split_session as split_session
from trainer_app.actions.session_clashes import clash_notes as clash_notes
from trainer_app.actions.session_clashes import clashes as clashes
from trainer_app.actions.session_moves import add_next as add_next
from trainer_app.actions.session_moves import move_by_days as move_by_days
from trainer_app.actions.session_moves import put_session as put_session
from trainer_app.actions.session_moves import shift_session as shift_session
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.courses import CourseDraft, SessionState
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.journal import Value
from trainer_app.domain.keys import new_key
from trainer_app.domain.planning import DayPlan, SessionDraft, refill
from trainer_app.domain.planning import plan_sessions as draft_sessions
from trainer_app.store.journal import Write


def plan_sessions(work: Workplace, course: str, plan: DayPlan, *, in_place: bool = False) -> Changes:
    """Make a course's sessions by a plan: days x sessions a day. Raises course.has_sessions, agenda.marked.

    With `in_place` the sessions there are taken away, if nobody is marked in them and none is locked; their
    topics, trainers and rooms go to the new ones in their order.
    """
    view = get_course(work, course)
    if view.sessions and not in_place:
        raise TrainerError("course.has_sessions", count=len(view.sessions))
    drafts = refill(draft_sessions(view.course.first_day, view.course.last_day, plan), view.sessions)
    label = Label("session.step.plan", {"count": len(drafts)})
    return work.journal.record(label, agenda_writes(work, course, drafts, in_place=in_place).writes)


def create_course_with_sessions(work: Workplace, draft: CourseDraft, plan: DayPlan) -> Changes:
    """Create a course and its sessions in one step. Raises as `create_course` and as the planner."""
    draft = checked(work, draft)
    sessions = draft_sessions(draft.first_day, draft.last_day, plan)
    key = new_key()
    writes = [Write("course", key, course_fields(draft))]
    writes += [Write("session", new_key(), session_fields(key, each)) for each in sessions]
    return work.journal.record(Label("course.step.create", {"code": draft.code}), writes, key=key)


def add_session(work: Workplace, course: str, draft: SessionDraft, *, extend: bool = False) -> Changes:
    """Add one session. Raises session.times_reversed, session.outside_course.

    With `extend` the course becomes longer in the same step if the day is not one of its own.
    """
    longer, draft = check_place(work, course, draft, extend=extend)
    key = new_key()
    label = Label("session.step.add", {"day": draft.day})
    writes = [*longer, Write("session", key, session_fields(course, draft))]
    return work.journal.record(label, writes, key=key)


def cancel_session(work: Workplace, key: str, reason: str) -> Changes:
    """Cancel a session: it counts for nobody; marks stay and come back with it."""
    session = unlocked(work, key)
    if not reason.strip():
        raise TrainerError("session.no_reason")
    fields: dict[str, Value] = {"state": SessionState.CANCELLED.value, "cancel_reason": reason.strip()}
    label = Label("session.step.cancel", {"session": session.number})
    return work.journal.record(label, [Write("session", key, fields)])


def restore_session(work: Workplace, key: str) -> Changes:
    """Take a cancellation back: held if anybody is marked or heads were counted, else planned."""
    session = unlocked(work, key)
    held = session.counted is not None or count_marks(work, session) > 0
    state = SessionState.HELD if held else SessionState.PLANNED
    label = Label("session.step.restore", {"session": session.number})
    return work.journal.record(label, [Write("session", key, {"state": state.value, "cancel_reason": None})])


def remove_session(work: Workplace, key: str) -> Changes:
    """Remove a session that nobody was marked in. Raises session.has_marks."""
    session = unlocked(work, key)
    if count_marks(work, session):
        raise TrainerError("session.has_marks", session=session.number)
    label = Label("session.step.remove", {"session": session.number})
    return work.journal.record(label, [Write("session", key, delete=True)])


def lock_session(work: Workplace, key: str) -> Changes:
    """Lock a session: its marks cannot be changed until it is opened again with a reason."""
    session = get_session(work, key)
    label = Label("session.step.lock", {"session": session.number})
    return work.journal.record(label, [Write("session", key, lock_fields(work))])


def unlock_session(work: Workplace, key: str, reason: str) -> Changes:
    """Open a locked session again; the reason is kept. Raises session.no_reason."""
    session = get_session(work, key)
    if not reason.strip():
        raise TrainerError("session.no_reason")
    label = Label("session.step.unlock", {"session": session.number})
    fields: dict[str, Value] = {
        "locked": False,
        "locked_by": None,
        "locked_at": None,
        "lock_reason": reason.strip(),
    }
    return work.journal.record(label, [Write("session", key, fields)])
