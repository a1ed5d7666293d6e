"""Projects and courses: list, create, change, copy; who teaches."""

from collections import Counter
from dataclasses import replace
from datetime import date

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.courses import (
    Course,
    CourseDraft,
    CourseLine,
    CourseView,
    Project,
    ProjectDraft,
    Role,
    SessionState,
    Teacher,
)
from trainer_app.domain.enrolments import ON_THE_LIST
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.journal import Value
from trainer_app.domain.keys import derive_key, new_key
from trainer_app.domain.people import Sex
from trainer_app.store import attendance as marks
from trainer_app.store import courses as stored
from trainer_app.store import enrolments, people
from trainer_app.store.journal import Write
from trainer_app.store.rows import contradicted

OFF = -1
"""A limit of the completion rule that is switched off, as it stands in the journal."""


def list_projects(work: Workplace) -> list[Project]:
    """Return all projects."""
    return stored.list_projects(work.database)


def get_project(work: Workplace, key: str) -> Project:
    """Return one project. Raises project.unknown."""
    found = stored.get_project(work.database, key)
    if found is None:
        raise TrainerError("project.unknown")
    return found


def find_project(work: Workplace, code: str) -> Project:
    """Return the project with a code. Raises project.unknown."""
    for project in list_projects(work):
        if project.code.casefold() == code.strip().casefold():
            return project
    raise TrainerError("project.unknown")


def create_project(work: Workplace, draft: ProjectDraft) -> Changes:
    """Create a project. Raises project.no_code, project.code_taken."""
    code = draft.code.strip()
    if not code:
        raise TrainerError("project.no_code")
    if any(project.code.casefold() == code.casefold() for project in list_projects(work)):
        raise TrainerError("project.code_taken", code=code)
    key = new_key()
    fields = project_fields(replace(draft, code=code))
    return work.journal.record(
        Label("course.step.create_project", {"code": code}), [Write("project", key, fields)], key=key
    )


def change_project(work: Workplace, key: str, draft: ProjectDraft) -> Changes:
    """Change a project to what was typed; what is the same is not written."""
    get_project(work, key)
    label = Label("course.step.change_project", {"code": draft.code})
    return work.journal.record(label, [Write("project", key, project_fields(draft))])


def list_courses(work: Workplace, project: str | None = None) -> list[CourseLine]:
    """Return courses with their counts, the earliest first."""
    codes = {found.key: found.code for found in list_projects(work)}
    waiting = contradicted(work.database, "attendance")
    sexes = {key: person.sex for key, person in people.people_by_key(work.database).items()}
    lines = []
    for course in stored.list_courses(work.database):
        if project is not None and course.project != project:
            continue
        lines.append(_line(work, course, codes.get(course.project or "", ""), sexes, bool(waiting)))
    return lines


def get_course(work: Workplace, key: str) -> CourseView:
    """Return one course with project, sessions and teachers. Raises course.unknown."""
    course = stored.get_course(work.database, key)
    if course is None:
        raise TrainerError("course.unknown")
    persons = people.people_by_key(work.database)
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
    draft = _checked(work, draft)
    key = new_key()
    label = Label("course.step.create", {"code": draft.code})
    return work.journal.record(label, [Write("course", key, course_fields(draft))], key=key)


def change_course(work: Workplace, key: str, draft: CourseDraft) -> Changes:
    """Change a course to what was typed. Raises as `create_course`."""
    draft = _checked(work, draft, own=key)
    label = Label("course.step.change", {"code": draft.code})
    return work.journal.record(label, [Write("course", key, course_fields(draft))])


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
    )


def copy_course(work: Workplace, key: str, code: str, first_day: date) -> Changes:
    """Copy a course with sessions and teachers, not participants, to another first day."""
    view = get_course(work, key)
    shift = first_day - view.course.first_day
    draft = replace(
        draft_of(view.course), code=code, first_day=first_day, last_day=view.course.last_day + shift
    )
    draft = _checked(work, draft)
    copy = new_key()
    writes = [Write("course", copy, course_fields(draft))]
    for session in view.sessions:
        fields: dict[str, Value] = {
            "course": copy,
            "day": (session.day + shift).isoformat(),
            "start": session.start,
            "end": session.end,
            "state": SessionState.PLANNED.value,
            **session.topic.fields("topic"),
        }
        writes.append(Write("session", new_key(), fields))
    for teacher in view.teachers:
        writes.append(_assignment(copy, teacher.person, teacher.role))
    return work.journal.record(Label("course.step.copy", {"code": draft.code}), writes, key=copy)


def assign(work: Workplace, course: str, person: str, role: Role) -> Changes:
    """Give somebody a role at a course; a second call changes the role."""
    return work.journal.record(Label("course.step.assign"), [_assignment(course, person, role)])


def unassign(work: Workplace, assignment: str) -> Changes:
    """Take somebody's role at a course away."""
    return work.journal.record(Label("course.step.unassign"), [Write("assignment", assignment, delete=True)])


def project_fields(draft: ProjectDraft) -> dict[str, Value]:
    """Return the journal fields of a project."""
    return {
        "code": draft.code,
        **draft.title.fields("title"),
        "donor": draft.donor or None,
        **draft.partner.fields("partner"),
        **draft.organiser.fields("organiser"),
        "head": draft.head or None,
        "field_of_work": draft.field_of_work or None,
        "first_day": draft.first_day.isoformat() if draft.first_day else None,
        "last_day": draft.last_day.isoformat() if draft.last_day else None,
    }


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
    }


def _limit(limit: int | None) -> int:
    return OFF if limit is None else limit


def _assignment(course: str, person: str, role: Role) -> Write:
    key = derive_key("assignment", course, person)
    return Write("assignment", key, {"course": course, "person": person, "role": role.value})


def _checked(work: Workplace, draft: CourseDraft, own: str | None = None) -> CourseDraft:
    code = draft.code.strip()
    if not code:
        raise TrainerError("course.no_code")
    if draft.last_day < draft.first_day:
        raise TrainerError("course.days_reversed")
    for course in stored.list_courses(work.database):
        if course.key != own and course.code.casefold() == code.casefold():
            raise TrainerError("course.code_taken", code=code)
    return replace(draft, code=code)


def _line(
    work: Workplace, course: Course, project_code: str, sexes: dict[str, Sex], conflicts: bool
) -> CourseLine:
    sessions = stored.list_sessions(work.database, course.key)
    expected = [
        item.enrolment
        for item in enrolments.list_enrolments(work.database, course.key)
        if item.enrolment.state in ON_THE_LIST
    ]
    recorded = marks.marks_of_course(work.database, course.key)
    held = [session.key for session in sessions if session.state is SessionState.HELD]
    marked = Counter(session for (_, session), cell in recorded.items() if cell.mark)
    return CourseLine(
        course=course,
        project_code=project_code,
        participants=len(expected),
        women=sum(1 for enrolment in expected if sexes.get(enrolment.person) is Sex.FEMALE),
        sessions=len(sessions),
        unmarked=sum(max(0, len(expected) - marked[session]) for session in held),
        conflicts=sum(1 for cell in recorded.values() if cell.conflict) if conflicts else 0,
    )
