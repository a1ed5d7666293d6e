"""Courses: list, create, change, copy, close. Projects and teachers are given from here too."""

from dataclasses import replace
from datetime import date

from trainer_app.actions.assignments import assign as assign
from trainer_app.actions.assignments import assign_new as assign_new
from trainer_app.actions.assignments import assignment_write
from trainer_app.actions.assignments import unassign as unassign
from trainer_app.actions.course_lines import CourseLines, line_of
from trainer_app.actions.projects import change_project as change_project
from trainer_app.actions.projects import create_project as create_project
from trainer_app.actions.projects import draft_of_project as draft_of_project
from trainer_app.actions.projects import find_project as find_project
from trainer_app.actions.projects import get_project as get_project
from trainer_app.actions.projects import list_projects as list_projects
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.courses import (
    Course,
    CourseDraft,
    CourseLine,
    CourseState,
    CourseView,
    SessionState,
    Teacher,
)
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.folding import searcher
from trainer_app.domain.journal import Value
from trainer_app.domain.keys import new_key
from trainer_app.domain.planning import SessionDraft, copy_sessions
from trainer_app.store import attendance as marks
from trainer_app.store import courses as stored
from trainer_app.store import people
from trainer_app.store.journal import Write

OFF = -1
"""A limit of the completion rule that is switched off, as it stands in the journal."""


def list_courses(work: Workplace, project: str | None = None, text: str = "") -> list[CourseLine]:
    """Return courses with their counts, the earliest first.

    `project` keeps those of one project; `text` those with it in code, title or town, in any script.
    """
    found = searcher(text.strip()) if text.strip() else None
    codes = {each.key: each.code for each in list_projects(work)}
    counted = CourseLines(work)
    return [
        counted.line(course, codes.get(course.project or "", ""))
        for course in counted.courses
        if (project is None or course.project == project) and (found is None or found(_searched(course)))
    ]


def get_line(work: Workplace, key: str) -> CourseLine:
    """Return one course with its counts. Raises course.unknown."""
    course = stored.get_course(work.database, key)
    if course is None:
        raise TrainerError("course.unknown")
    project = stored.get_project(work.database, course.project) if course.project else None
    return line_of(work, course, project.code if project else "")


def has_course(work: Workplace, key: str) -> bool:
    """Tell whether a course is there: what created it may have been undone."""
    return stored.get_course(work.database, key) is not None


def get_course(work: Workplace, key: str) -> CourseView:
    """Return one course with project, sessions and teachers. Raises course.unknown."""
    course = stored.get_course(work.database, key)
    if course is None:
        raise TrainerError("course.unknown")
    persons = people.find_people(work.database)
    project = stored.get_project(work.database, course.project) if course.project else None
    teachers = tuple(
        Teacher(found.key, found.person, persons[found.person].name, found.role)
        for found in stored.list_assignments(work.database, key)
    )
    return CourseView(course, project, tuple(stored.list_sessions(work.database, key)), teachers)


def find_course(work: Workplace, code: str) -> str:
    """Return the key of the course with a code. Raises course.unknown_code."""
    for course in stored.list_courses(work.database):
        if course.code.casefold() == code.strip().casefold():
            return course.key
    raise TrainerError("course.unknown_code", code=code)


def create_course(work: Workplace, draft: CourseDraft) -> Changes:
    """Create a course. Raises course.no_code, course.code_taken, course.days_reversed."""
    draft = checked(work, draft)
    key = new_key()
    label = Label("course.step.create", {"code": draft.code})
    return work.journal.record(label, [Write("course", key, course_fields(draft))], key=key)


def change_course(work: Workplace, key: str, draft: CourseDraft, *, move_sessions: bool = False) -> Changes:
    """Change a course to what was typed. Sessions stay where they are, or move with the first day.

    Raises as `create_course`; course.sessions_outside when a session would lie outside the days;
    course.sessions_marked when sessions that somebody was marked in would move.
    """
    draft = checked(work, draft, own=key)
    view = get_course(work, key)
    shift = draft.first_day - view.course.first_day if move_sessions else None
    moved = {session.key: session.day + shift if shift else session.day for session in view.sessions}
    outside = sum(1 for day in moved.values() if not draft.first_day <= day <= draft.last_day)
    if outside:
        raise TrainerError("course.sessions_outside", count=outside)
    writes = [Write("course", key, course_fields(draft))]
    if shift:
        _refuse_marked(work, view)
        writes += [Write("session", each, {"day": day.isoformat()}) for each, day in moved.items()]
    return work.journal.record(Label("course.step.change", {"code": draft.code}), writes)


def close_course(work: Workplace, key: str) -> Changes:
    """Say that a course is finished: its sessions are locked and its figures are final.

    Raises course.not_over before the last day, course.closed.
    """
    view = get_course(work, key)
    if view.course.state in (CourseState.CLOSED, CourseState.APPROVED):
        raise TrainerError("course.closed", code=view.course.code)
    if work.clock.today(view.course.zone) < view.course.last_day:
        raise TrainerError("course.not_over", code=view.course.code)
    writes = [Write("course", key, {"state": CourseState.CLOSED.value})]
    lock = lock_fields(work)
    writes += [Write("session", each.key, lock) for each in view.sessions if not each.locked]
    return work.journal.record(Label("course.step.close", {"code": view.course.code}), writes)


def reopen_course(work: Workplace, key: str) -> Changes:
    """Say that a closed course is not finished after all. Its sessions stay locked until each is opened.

    Raises course.not_closed; course.approved, because only the office takes an approval back.
    """
    course = get_course(work, key).course
    if course.state is CourseState.APPROVED:
        raise TrainerError("course.approved", code=course.code)
    if course.state is not CourseState.CLOSED:
        raise TrainerError("course.not_closed", code=course.code)
    fields: dict[str, Value] = {"state": CourseState.RUNNING.value}
    return work.journal.record(
        Label("course.step.reopen", {"code": course.code}), [Write("course", key, fields)]
    )


def draft_of(course: Course) -> CourseDraft:
    """Return a course as it would be typed, to change a part of it with `dataclasses.replace`."""
    return CourseDraft(
        code=course.code,
        title=course.title,
        first_day=course.first_day,
        last_day=course.last_day,
        project=course.project,
        kind=course.kind,
        venue=course.venue,
        town=course.town,
        district=course.district,
        languages=course.languages,
        capacity=course.capacity,
        rule=course.rule,
        late_after=course.late_after,
    )


def copy_course(
    work: Workplace, key: str, code: str, first_day: date, *, skip_weekends: bool = False
) -> Changes:
    """Copy a course with sessions and teachers, not participants, to another first day.

    Days keep their distance from the first one; with `skip_weekends` no session falls on a weekend.
    """
    view = get_course(work, key)
    course = view.course
    sessions = copy_sessions(view.sessions, course.first_day, first_day, skip_weekends=skip_weekends)
    last_day = max([course.last_day + (first_day - course.first_day), *(each.day for each in sessions)])
    draft = checked(work, replace(draft_of(course), code=code, first_day=first_day, last_day=last_day))
    copy = new_key()
    writes = [Write("course", copy, course_fields(draft))]
    writes += [Write("session", new_key(), session_fields(copy, each)) for each in sessions]
    writes += [assignment_write(copy, teacher.person, teacher.role) for teacher in view.teachers]
    return work.journal.record(Label("course.step.copy", {"code": draft.code}), writes, key=copy)


def course_fields(draft: CourseDraft) -> dict[str, Value]:
    """Return the journal fields of a course."""
    return {
        "code": draft.code,
        "project": draft.project,
        **draft.title.fields("title"),
        "kind": draft.kind.value,
        "venue": draft.venue or None,
        "town": draft.town or None,
        "district": draft.district or None,
        "first_day": draft.first_day.isoformat(),
        "last_day": draft.last_day.isoformat(),
        "languages": list(draft.languages),
        "capacity": draft.capacity,
        "share_limit": _limit(draft.rule.share),
        "test_limit": _limit(draft.rule.post_test),
        "late_after": draft.late_after,
    }


def session_fields(course: str, draft: SessionDraft) -> dict[str, Value]:
    """Return the journal fields of a planned session."""
    return {
        "course": course,
        "day": draft.day.isoformat(),
        "start": draft.start,
        "end": draft.end,
        **draft.topic.fields("topic"),
        "trainers": list(draft.trainers) or None,
        "room": draft.room or None,
        "state": SessionState.PLANNED.value,
    }


def lock_fields(work: Workplace) -> dict[str, Value]:
    """Return the journal fields that lock a session: that it is, by whom and when."""
    return {"locked": True, "locked_by": work.user, "locked_at": work.clock.millis()}


def checked(work: Workplace, draft: CourseDraft, own: str | None = None) -> CourseDraft:
    """Return what was typed, clean. Raises course.no_code, course.code_taken, course.days_reversed."""
    code = draft.code.strip()
    if not code:
        raise TrainerError("course.no_code")
    if draft.last_day < draft.first_day:
        raise TrainerError("course.days_reversed")
    for course in stored.list_courses(work.database):
        if course.key != own and course.code.casefold() == code.casefold():
            raise TrainerError("course.code_taken", code=code)
    return replace(draft, code=code)


def _searched(course: Course) -> str:
    """Return everything by which a course is found."""
    title = course.title
    return " ".join((course.code, title.tg, title.ru, title.en, course.town, course.venue))


def _refuse_marked(work: Workplace, view: CourseView) -> None:
    marked = {
        place
        for (_, place), cell in marks.marks_of_course(work.database, view.course.key).items()
        if cell.mark
    }
    count = sum(1 for session in view.sessions if session.key in marked)
    if count:
        raise TrainerError("course.sessions_marked", count=count)


def _limit(limit: int | None) -> int:
    return OFF if limit is None else limit
