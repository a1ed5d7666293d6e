"""Sessions of a course: adding, changing, moving, splitting, holding, cancelling, locking.

Lengths and times change together with the marks that a session has.
"""

from datetime import date, timedelta

from trainer_app.actions.base.naming import told_by_whom
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import (
    checked_draft,
    course_fields,
    get_course,
    lock_fields,
    session_fields,
)
from trainer_app.actions.courses.one_person import attendance_write
from trainer_app.actions.courses.teachers import lead_writes
from trainer_app.domain.attendance.marks import (
    Attendance,
    MinuteSpan,
    SignatureState,
    shorten_mark,
    split_mark,
)
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value, derive_key
from trainer_app.domain.base.structs import replace, typed_onto, value_onto
from trainer_app.domain.courses.courses import CourseDraft, Session, SessionState, as_draft
from trainer_app.domain.courses.planning import (
    DayPlan,
    SessionDraft,
    TimeSlot,
    place_on_day,
    plan_sessions,
    rearranged,
    sessions_of_day,
    time_words,
)
from trainer_app.store.attendance import marks
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.rows import changed_fields
from trainer_app.store.courses import courses


def get_session(work: Workplace, key: str) -> Session:
    """Return one session. Raises session.unknown.

    It carries its number in the course, as sessions of a list do.
    """
    session = courses.get_session(work.database, key)
    if session is None:
        raise TrainerError("session.unknown")
    return session


def find_session(work: Workplace, course: str, number: int) -> Session:
    """Return a course's session by its number. Raises session.unknown_number."""
    for session in courses.list_sessions(work.database, course):
        if session.number == number:
            return session
    raise TrainerError("session.unknown_number", session=number)


def draft_of(session: Session) -> SessionDraft:
    """Return a session as it would be typed."""
    return as_draft(SessionDraft, session)


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


def recorded_marks(work: Workplace, session: Session) -> dict[str, Attendance]:
    """Return whatever is recorded in a session, by enrolment: marks, remarks, signatures."""
    found = marks.marks_of_course(work.database, session.course)
    return {enrolment: cell for (enrolment, place), cell in found.items() if place == session.key}


def count_marks(work: Workplace, session: Session) -> int:
    """Return how many people are marked in a session."""
    return sum(1 for cell in recorded_marks(work, session).values() if cell.mark)


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


MOST_HEADS = 9999
"""The greatest number of people that is taken for a typed count."""


@guarded
def hold_session(work: Workplace, key: str) -> Changes:
    """Say that a session took place although nobody is marked yet.

    Raises session.locked, session.is_cancelled.
    """
    session = taking_place(work, key)
    label = Label("session.step.hold", {"session": session.number})
    return work.journal.record(label, [Write("session", key, {"state": SessionState.HELD.value})])


@guarded
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


@guarded
def change_session(
    work: Workplace,
    key: str,
    draft: SessionDraft,
    *,
    opened: SessionDraft | None = None,
    extend: bool = False,
) -> Changes:
    """Change day, times, topic, trainers or room of a session. Raises as `add_session`, session.locked.

    If it becomes shorter, the minutes that people missed at its end shrink with it. With `extend` the
    course becomes longer in the same step if the day is not one of its own. `opened` is what the form was
    opened with; raises ChangedMeanwhile, see `domain.base.structs`.
    """
    with work.journal.transaction():
        session = unlocked(work, key)
        with told_by_whom(work, "session", key):
            draft = typed_onto(draft_of(session), draft, opened)
        longer, draft = check_place(work, session.course, draft, extend=extend)
        label = Label("session.step.change", {"session": session.number})
        return work.journal.record(label, [*longer, *change_writes(work, session, draft)])


@guarded
def set_topic(work: Workplace, key: str, language: str, topic: str, *, opened: str | None = None) -> Changes:
    """Change the topic of a session in one language; the others stay. Raises session.locked.

    `opened` is what stood there when it was begun; raises ChangedMeanwhile.
    """
    with work.journal.transaction():
        session = unlocked(work, key)
        typed = topic.strip()
        if opened is not None:
            with told_by_whom(work, "session", key):
                typed = value_onto("topic", session.topic[language], typed, opened)
        label = Label("session.step.change", {"session": session.number})
        fields: dict[str, Value] = {f"topic_{language}": typed or None}
        return work.journal.record(label, [Write("session", key, fields)])


@guarded
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


@guarded
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


@guarded
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
    second = work.journal.make_key(session.course)
    part = replace(draft_of(session), start=at + break_minutes)
    fields = {**session_fields(session.course, part), "state": session.state.value}
    writes = [Write("session", key, {"end": at}), Write("session", second, fields)]
    old = MinuteSpan(session.start, session.end)
    for enrolment, cell in recorded_marks(work, session).items():
        kept, carried = split_mark(cell, old, at, break_minutes)
        writes += _mark_writes(enrolment, key, cell, kept)
        writes += _mark_writes(enrolment, second, Attendance(), carried)
    label = Label("session.step.split", {"session": session.number, "time": time_words(at)})
    return work.journal.record(label, writes, key=second)


def change_writes(work: Workplace, session: Session, draft: SessionDraft) -> list[Write]:
    """Return the writes that make a session what was typed, its marks included."""
    held = session_fields(session.course, draft_of(session))
    fields = changed_fields("session", session_fields(session.course, draft), held)
    writes = [Write("session", session.key, fields)]
    if draft.minutes < session.minutes:
        old = MinuteSpan(session.start, session.end)
        for enrolment, cell in recorded_marks(work, session).items():
            writes += _mark_writes(enrolment, session.key, cell, shorten_mark(cell, old, draft.minutes))
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
        signature["signed"] = new.signed.value if new.signed is not SignatureState.NOT_CHECKED else None
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


@guarded
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


@guarded
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


@guarded
def move_by_days(work: Workplace, key: str, days: int, *, extend: bool = False) -> Changes:
    """Move a session to another day: at its own time if that is free, else after the last of the day.

    Raises as `put_session`.
    """
    session = unlocked(work, key)
    day = session.day + timedelta(days=days)
    found = place_on_day(get_course(work, session.course).sessions, session, day)
    writes = _moved(work, session, found, extend=extend)
    return work.journal.record(move_label(work, session, day, found.start), writes)


def _moved(work: Workplace, session: Session, place: TimeSlot, *, extend: bool) -> list[Write]:
    """Return the writes by which a session takes a place."""
    if session.locked:
        raise TrainerError("session.locked", session=session.number)
    draft = replace(draft_of(session), day=place.day, start=place.start, end=place.end)
    longer, draft = check_place(work, session.course, draft, extend=extend)
    return [*longer, *change_writes(work, session, draft)]


@guarded
def create_course_with_sessions(
    work: Workplace, draft: CourseDraft, plan: DayPlan, *, lead: bool = False
) -> Changes:
    """Create a course and its sessions in one step. Raises as `create_course` and as the planner."""
    draft = checked_draft(work, draft)
    sessions = plan_sessions(draft.first_day, draft.last_day, plan)
    key = work.journal.make_key()
    writes = [Write("course", key, course_fields(draft))]
    writes += [Write("session", work.journal.make_key(key), session_fields(key, each)) for each in sessions]
    writes += lead_writes(work, key) if lead else []
    return work.journal.record(Label("course.step.create", {"code": draft.code}), writes, key=key)


@guarded
def add_session(work: Workplace, course: str, draft: SessionDraft, *, extend: bool = False) -> Changes:
    """Add one session. Raises session.times_reversed, session.outside_course.

    With `extend` the course becomes longer in the same step if the day is not one of its own.
    """
    longer, draft = check_place(work, course, draft, extend=extend)
    key = work.journal.make_key(course)
    label = Label("session.step.add", {"day": draft.day})
    writes = [*longer, Write("session", key, session_fields(course, draft))]
    return work.journal.record(label, writes, key=key)


@guarded
def cancel_session(work: Workplace, key: str, reason: str) -> Changes:
    """Cancel a session: it counts for nobody; marks stay and come back with it."""
    session = unlocked(work, key)
    if not reason.strip():
        raise TrainerError("session.no_reason")
    fields: dict[str, Value] = {"state": SessionState.CANCELLED.value, "cancel_reason": reason.strip()}
    label = Label("session.step.cancel", {"session": session.number})
    return work.journal.record(label, [Write("session", key, fields)])


@guarded
def restore_session(work: Workplace, key: str) -> Changes:
    """Take a cancellation back: held if anybody is marked or heads were counted, else planned."""
    session = unlocked(work, key)
    held = session.counted is not None or count_marks(work, session) > 0
    state = SessionState.HELD if held else SessionState.PLANNED
    label = Label("session.step.restore", {"session": session.number})
    return work.journal.record(label, [Write("session", key, {"state": state.value, "cancel_reason": None})])


@guarded
def remove_session(work: Workplace, key: str) -> Changes:
    """Remove a session that nobody was marked in. Raises session.has_marks."""
    session = unlocked(work, key)
    if count_marks(work, session):
        raise TrainerError("session.has_marks", session=session.number)
    label = Label("session.step.remove", {"session": session.number})
    return work.journal.record(label, [Write("session", key, delete=True)])


@guarded
def lock_session(work: Workplace, key: str) -> Changes:
    """Lock a session: its marks cannot be changed until it is opened again with a reason."""
    session = get_session(work, key)
    label = Label("session.step.lock", {"session": session.number})
    return work.journal.record(label, [Write("session", key, lock_fields(work))])


@guarded
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
