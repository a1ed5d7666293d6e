"""Sessions as they happen: held, counted, moved, shortened, split, with the marks that they have."""

from dataclasses import replace
from datetime import date

from trainer_app.actions.attendance import attendance_write
from trainer_app.actions.courses import get_course, session_fields
from trainer_app.actions.session_basics import (
    check_draft,
    check_times,
    count_marks,
    draft_of,
    recorded,
    taking_place,
    unlocked,
)
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.attendance import Attendance, Signed
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.courses import Session, SessionState
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.journal import Value
from trainer_app.domain.keys import derive_key, new_key
from trainer_app.domain.planning import SessionDraft, time_words
from trainer_app.domain.session_lengths import Stretch, parted, shortened
from trainer_app.store.journal import Write

MOST_HEADS = 9999
"""The greatest number of people that is taken for a typed count."""


def hold_session(work: Workplace, key: str) -> Changes:
    """Say that a session took place although nobody is marked yet.

    Raises session.locked, session.is_cancelled.
    """
    session = taking_place(work, key)
    label = Label("session.step.hold", {"session": session.number})
    return work.journal.record(label, [Write("session", key, {"state": SessionState.HELD.value})])


def count_heads(work: Workplace, key: str, counted: int | None) -> Changes:
    """Keep how many people somebody counted in the room or on the paper; None takes the count away.

    Raises session.count_refused beyond 0..9999, session.locked, session.is_cancelled.
    """
    session = taking_place(work, key)
    if counted is not None and not 0 <= counted <= MOST_HEADS:
        raise TrainerError("session.count_refused", count=counted, most=MOST_HEADS)
    code = "session.step.count" if counted is not None else "session.step.uncount"
    label = Label(code, {"session": session.number, "count": counted})
    return work.journal.record(label, [Write("session", key, {"counted": counted})])


def change_session(work: Workplace, key: str, draft: SessionDraft, *, extend: bool = False) -> Changes:
    """Change day, times, topic, trainers or room of a session. Raises as `add_session`, session.locked.

    If it becomes shorter, the minutes that people missed at its end shrink with it. With `extend` the
    course becomes longer in the same step if the day is not one of its own.
    """
    session = unlocked(work, key)
    longer, draft = check_place(work, session.course, draft, extend=extend)
    label = Label("session.step.change", {"session": session.number})
    return work.journal.record(label, [*longer, *change_writes(work, session, draft)])


def set_topic(work: Workplace, key: str, language: str, topic: str) -> Changes:
    """Change the topic of a session in one language; the others stay. Raises session.locked."""
    session = unlocked(work, key)
    label = Label("session.step.change", {"session": session.number})
    fields: dict[str, Value] = {f"topic_{language}": topic.strip() or None}
    return work.journal.record(label, [Write("session", key, fields)])


def move_session(work: Workplace, key: str, day: date, start: int, *, extend: bool = False) -> Changes:
    """Move a session to another day and time; its length and its marks stay.

    With `extend` the course begins earlier or ends later in the same step, if the day is not one of its
    own. Raises as `add_session`, session.locked.
    """
    session = unlocked(work, key)
    draft = replace(draft_of(session), day=day, start=start, end=start + session.minutes)
    longer, draft = check_place(work, session.course, draft, extend=extend)
    writes = [*longer, *change_writes(work, session, draft)]
    return work.journal.record(move_label(work, session, day, start), writes)


def shorten_session(work: Workplace, key: str, end: int) -> Changes:
    """Let a session end earlier. The planned minutes shrink, and with them what people missed at its end.

    Raises session.not_shorter, session.locked, session.is_cancelled.
    """
    session = taking_place(work, key)
    if not session.start < end < session.end:
        raise TrainerError(
            "session.not_shorter", start=time_words(session.start), end=time_words(session.end)
        )
    label = Label("session.step.shorten", {"session": session.number, "time": time_words(end)})
    return work.journal.record(label, change_writes(work, session, replace(draft_of(session), end=end)))


def split_session(work: Workplace, key: str, at: int, break_minutes: int = 0) -> Changes:
    """Make two sessions of one: it ends at `at`, the second part begins after the break.

    Every mark is carried over: whoever was in the room at a minute of either part attended that minute.
    Remarks and the head count stay with the first part. The key of `Changes` is the second part's.
    Raises session.split_outside, session.locked, session.is_cancelled.
    """
    session = taking_place(work, key)
    if break_minutes < 0 or not session.start < at <= at + break_minutes < session.end:
        raise TrainerError(
            "session.split_outside", start=time_words(session.start), end=time_words(session.end)
        )
    second = new_key()
    part = replace(draft_of(session), start=at + break_minutes)
    fields = {**session_fields(session.course, part), "state": session.state.value}
    writes = [Write("session", key, {"end": at}), Write("session", second, fields)]
    old = Stretch(session.start, session.end)
    for enrolment, cell in recorded(work, session).items():
        kept, carried = parted(cell, old, at, break_minutes)
        writes += _mark_writes(enrolment, key, cell, kept)
        writes += _mark_writes(enrolment, second, Attendance(), carried)
    label = Label("session.step.split", {"session": session.number, "time": time_words(at)})
    return work.journal.record(label, writes, key=second)


def change_writes(work: Workplace, session: Session, draft: SessionDraft) -> list[Write]:
    """Return the writes that make a session what was typed, its marks included."""
    fields = session_fields(session.course, draft)
    del fields["state"]
    writes = [Write("session", session.key, fields)]
    if draft.minutes < session.minutes:
        old = Stretch(session.start, session.end)
        for enrolment, cell in recorded(work, session).items():
            writes += _mark_writes(enrolment, session.key, cell, shortened(cell, old, draft.minutes))
    return writes


def move_label(work: Workplace, session: Session, day: date, start: int) -> Label:
    """Return the words of a move, which say that marks went along if there are any."""
    marks = count_marks(work, session)
    values = {"session": session.number, "day": day, "time": time_words(start), "count": marks}
    return Label("session.step.move_marked" if marks else "session.step.move", values)


def _mark_writes(enrolment: str, session: str, old: Attendance, new: Attendance) -> list[Write]:
    """Return the write of a mark that changed, with the signature that goes with it; none if it did not."""
    writes = []
    if (old.mark, old.missed, old.early, old.arrived) != (new.mark, new.missed, new.early, new.arrived):
        writes.append(attendance_write(enrolment, session, new.mark, new.missed, new.early, new.arrived))
    signature: dict[str, Value] = {}
    if new.signed is not old.signed:
        signature["signed"] = new.signed.value if new.signed is not Signed.NOT_CHECKED else None
    if new.settled != old.settled:
        signature["settled"] = new.settled or None
    if signature:
        fields: dict[str, Value] = {"enrolment": enrolment, "session": session, **signature}
        writes.append(Write("attendance", derive_key("attendance", enrolment, session), fields))
    return writes


def check_place(
    work: Workplace, course: str, draft: SessionDraft, *, extend: bool
) -> tuple[list[Write], SessionDraft]:
    """Return what was typed, clean, and before it the write by which its day becomes one of the course's.

    Raises session.times_reversed; session.outside_course unless the course may be extended.
    """
    own = get_course(work, course).course
    if not extend or own.first_day <= draft.day <= own.last_day:
        return [], check_draft(work, course, draft)
    check_times(draft.start, draft.end)
    name = "last_day" if draft.day > own.last_day else "first_day"
    return [Write("course", course, {name: draft.day.isoformat()})], draft
