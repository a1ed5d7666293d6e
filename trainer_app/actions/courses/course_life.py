"""A course as a whole: copied for another town, put away, deleted where it was made by mistake; its calendar.

The calendar file has its sessions at their times, cancelled ones as cancelled. It names nobody.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from msgspec import Struct

from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses.courses import (
    checked_draft,
    course_fields,
    draft_of,
    get_course,
    session_fields,
)
from trainer_app.actions.courses.teachers import assignment_write, lead_writes, may_lead
from trainer_app.documents.courses.calendar import CalendarEvent, calendar_ics
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.courses.courses import Course, CourseView, Session, SessionState, TeachingRole
from trainer_app.domain.courses.planning import SessionDraft, copy_sessions
from trainer_app.domain.exchange.laptops import PACK_COURSES
from trainer_app.domain.people.latin import to_latin
from trainer_app.store.attendance import marks
from trainer_app.store.base import entry_history
from trainer_app.store.base.drafts import Write
from trainer_app.store.courses import courses
from trainer_app.store.evaluations import forms, papers
from trainer_app.store.exchange import transfers
from trainer_app.store.exchange.course_scope import rows_of_course
from trainer_app.system.clock import zone_of
from trainer_app.system.files import write_checked

_GOES_ALONG = ("session", "assignment", "enrolment", "attendance", "sitting", "signatory")
"""Rows of a course that are nobody's work yet: they are deleted with it. Of marks only those taken back."""
_RECORDED = ("paper", "feedback_paper", "certificate", "attachment")
"""Rows that say what happened: where one is there, the course stays."""
_OUT = ("sync", "part", "pack")
"""Files that take changes to another computer."""
_TOLD = ("title", "town", "district", "venue", "project", "capacity")
"""What may be other than in the course that is copied."""


class CourseCopy(Struct, frozen=True):
    """What is asked for a copy. None: as in the course that is copied.

    `forms`: the tests and feedback forms too, with how they are filled in. `project` is a key. Without
    `trainers` nobody teaches the copy yet. `lead`: who copies it on a laptop leads it where nobody does.
    """

    code: str
    first_day: date
    skip_weekends: bool = False
    title: Texts | None = None
    town: str | None = None
    district: str | None = None
    venue: str | None = None
    forms: bool = True
    project: str | None = None
    trainers: bool = True
    capacity: int | None = None
    lead: bool = True


def copied_days(view: CourseView, wanted: CourseCopy) -> tuple[date, date]:
    """Return the first and the last day of a copy: those of its sessions, where there are any."""
    return _span(view, wanted.first_day, _moved(view, wanted))


@guarded
def copy_course(work: Workplace, key: str, wanted: CourseCopy) -> Changes:
    """Copy a course with sessions, trainers and forms, not participants, to other days; one step.

    Days keep their distance from the first one; with `skip_weekends` no session falls on a weekend. The copy
    lasts from its first session's day to its last one's. Raises as `create_course`.
    """
    with work.journal.transaction():
        view = get_course(work, key)
        sessions = _moved(view, wanted)
        first, last = _span(view, wanted.first_day, sessions)
        told = {name: getattr(wanted, name) for name in _TOLD}
        given = {name: value for name, value in told.items() if value is not None}
        old = draft_of(view.course)
        draft = checked_draft(work, replace(old, code=wanted.code, first_day=first, last_day=last, **given))
        copy = work.journal.make_key()
        fields = {**course_fields(draft), "resit_rule": view.course.resit_rule.value}
        writes = [Write("course", copy, fields)]
        writes += [
            Write("session", work.journal.make_key(copy), session_fields(copy, each)) for each in sessions
        ]
        writes += _teachers(work, view, copy, lead=wanted.lead) if wanted.trainers else []
        if wanted.forms:
            writes += _form_writes(work, key, copy)
        return work.journal.record(Label("course.step.copy", {"code": draft.code}), writes, key=copy)


def _teachers(work: Workplace, view: CourseView, copy: str, *, lead: bool) -> list[Write]:
    """Return what gives a copy the trainers of a course; who copies it on a laptop leads where nobody does.

    The office puts whoever has a laptop on a course as a trainer: without this nobody would lead the copy.
    """
    writes = [assignment_write(copy, teacher.person, teacher.role) for teacher in view.teachers]
    if not (lead and may_lead(work)) or any(each.role is TeachingRole.LEAD_TRAINER for each in view.teachers):
        return writes
    led = lead_writes(work, copy)
    made = {each.key for each in led}
    return [*(each for each in writes if each.key not in made), *led]


def _moved(view: CourseView, wanted: CourseCopy) -> Sequence[SessionDraft]:
    moved = copy_sessions(
        view.sessions, view.course.first_day, wanted.first_day, skip_weekends=wanted.skip_weekends
    )
    return moved if wanted.trainers else [replace(session, trainers=()) for session in moved]


def _span(view: CourseView, first_day: date, sessions: Sequence[SessionDraft]) -> tuple[date, date]:
    if not sessions:
        return first_day, first_day + (view.course.last_day - view.course.first_day)
    days = [each.day for each in sessions]
    return min(days), max(days)


def _form_writes(work: Workplace, key: str, copy: str) -> list[Write]:
    """Return what lets a copy use the forms of a course, as it does."""
    writes = []
    for sitting in forms.list_sittings(work.database, key):
        made = forms.sitting_key(copy, sitting.form, sitting.occasion)
        writes.append(Write("sitting", made, forms.sitting_fields(replace(sitting, key=made, course=copy))))
    return writes


@guarded
def archive_course(work: Workplace, key: str, *, archived: bool = True) -> Changes:
    """Put a course away, or take it out again: lists of this computer leave it out until asked.

    Nothing of the course changes and nothing travels: what a trainer has done with may be the office's work
    of today. So it is no step of undo either. Raises course.unknown.
    """
    code = get_course(work, key).course.code
    label = Label("course.step.archive" if archived else "course.step.unarchive", {"code": code})
    away = courses.put_away(work.database)
    courses.change_put_away(work.database, away | {key} if archived else away - {key})
    return Changes(label, touched=frozenset({("course", key)}))


def obstacles(work: Workplace, key: str) -> list[Label]:
    """Return why a course cannot be deleted, one reason each; empty where it can. Raises course.unknown."""
    get_course(work, key)
    rows = rows_of_course(work.database, key, _RECORDED)
    counts = {entity: sum(1 for found, _ in rows if found == entity) for entity in _RECORDED}
    drafts = len(papers.list_drafts(work.database, key))
    marked = sum(1 for cell in marks.marks_of_course(work.database, key).values() if cell.mark)
    sheets = counts["paper"] + counts["feedback_paper"] + drafts
    found = [
        ("marked", marked),
        ("papers", sheets),
        ("certificates", counts["certificate"]),
        ("attachments", counts["attachment"]),
    ]
    told = [Label(f"course.holds.{name}", {"count": count}) for name, count in found if count]
    if _has_left(work, key):
        told.append(Label("course.holds.sent"))
    return told


@guarded
def remove_course(work: Workplace, key: str) -> Changes:
    """Delete a course in which nothing was marked, sent or issued, with its plan and its list; one step.

    People who were put on its list stay known. Raises course.unknown, course.not_empty.
    """
    with work.journal.transaction():
        view = get_course(work, key)
        reasons = obstacles(work, key)
        if reasons:
            raise TrainerError("course.not_empty", code=view.course.code, reasons=reasons)
        # From the inside out: undo brings the course back first, and then what stands in it.
        rows = sorted(rows_of_course(work.database, key, _GOES_ALONG), reverse=True)
        writes = [Write(entity, each, delete=True) for entity, each in rows]
        writes.append(Write("course", key, delete=True))
        return work.journal.record(Label("course.step.remove", {"code": view.course.code}), writes)


def _has_left(work: Workplace, key: str) -> bool:
    """Tell whether another computer may know the course: it came from there, or a file took it along."""
    made = entry_history.creating_entry(work.journal, "course", key)
    if made is None or made.replica not in work.journal.own_replicas():
        return True
    if work.role is Role.OFFICE and any(key in given for given in work.store.setting(PACK_COURSES).values()):
        return True
    kinds = _OUT[:2] if work.role is Role.OFFICE else _OUT
    left = [found.at for found in transfers.list_departures(work.database) if found.kind in kinds]
    return bool(left) and max(left) >= made.at


def count_archived(work: Workplace) -> int:
    """Return how many courses are put away."""
    return sum(course.archived for course in courses.list_courses(work.database))


def course_calendar(work: Workplace, course: str, language: str) -> bytes:
    """Return a course as iCalendar, texts in a language. Raises course.unknown.

    Without sessions the course itself is the one event, over all its days.
    """
    view = get_course(work, course)
    title = view.course.title.best(language) or view.course.code
    events = [_of_session(view, session, language) for session in view.sessions]
    stamp = datetime.fromtimestamp(work.clock.millis() // 1000, UTC)
    return calendar_ics(title, events or [_of_course(view.course, title, language)], stamp)


def save_calendar(work: Workplace, course: str, language: str, path: Path) -> Path:
    """Write it into a new file, read it back, and return where it lies. Raises course.unknown, files.*."""
    return write_checked(path, course_calendar(work, course, language))


def _of_session(view: CourseView, session: Session, language: str) -> CalendarEvent:
    course = view.course
    title = course.title.best(language)
    summary = f"{course.code}: {session.topic.best(language) or title or session.number}"
    start, end = _moments(course.zone, session)
    return CalendarEvent(
        key=session.key,
        start=start,
        end=end,
        summary=summary,
        location=_where(course, language, session.room),
        about=f"{title}\n{session.number} / {len(view.sessions)}".strip(),
        cancelled=session.state is SessionState.CANCELLED,
    )


def _moments(zone: str, session: Session) -> tuple[date, date]:
    """Return begin and end in UTC; one without times lasts all day."""
    if session.end <= session.start:
        return session.day, session.day + timedelta(days=1)
    midnight = datetime.combine(session.day, time(), zone_of(zone))
    begin, end = (midnight + timedelta(minutes=minutes) for minutes in (session.start, session.end))
    return begin.astimezone(UTC), end.astimezone(UTC)


def _of_course(course: Course, title: str, language: str) -> CalendarEvent:
    after = course.last_day + timedelta(days=1)
    summary = f"{course.code}: {title}" if title != course.code else title
    return CalendarEvent(course.key, course.first_day, after, summary, _where(course, language))


def _where(course: Course, language: str, room: str = "") -> str:
    """Return where something takes place, from the room to the town, in the letters of a language."""
    parts = [part for part in (room, course.venue, course.town) if part]
    return ", ".join(to_latin(part) if LANGUAGES[language].latin else part for part in parts)
