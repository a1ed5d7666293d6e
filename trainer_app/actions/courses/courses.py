"""Courses: list with counts, create, change, copy, close; what their papers say of them."""

from collections.abc import Mapping
from datetime import date, datetime
from itertools import count

from trainer_app import VERSION
from trainer_app.actions.base.naming import told_by_whom
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.projects import list_projects, logos
from trainer_app.actions.courses.teachers import lead_writes, teachers_of
from trainer_app.actions.people.facts import left_blank
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.structs import replace, typed_onto
from trainer_app.domain.base.text_search import searcher
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import (
    FINISHED,
    Course,
    CourseDraft,
    CourseFacts,
    CourseHead,
    CourseLine,
    CourseState,
    CourseView,
    Emblem,
    FactsTeacher,
    LogoOwner,
    Project,
    SessionState,
    as_draft,
    signs_not_in_files,
)
from trainer_app.domain.courses.planning import SessionDraft
from trainer_app.domain.people.latin import to_latin
from trainer_app.domain.people.persons import head_of
from trainer_app.store.attendance import marks
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.entry_history import find_equal_rows
from trainer_app.store.base.rows import changed_fields, record_fields
from trainer_app.store.courses import courses
from trainer_app.store.courses.tallies import TABLES, CourseTally, tally_courses
from trainer_app.store.people import people
from trainer_app.system.clock import civil_moment


def line_of(work: Workplace, course: Course, project_code: str) -> CourseLine:
    """Return a course with its counts."""
    database, now = work.database, {course.key: _quarter(work, course.zone)}
    # The head of a course, its tab and what lies around both ask one after the other.
    name = f"course tally {now}"
    tally = database.remembered(name, lambda: tally_courses(database, now), TABLES)[course.key]
    return _line(course, project_code, tally)


def _quarter(work: Workplace, zone: str) -> datetime:
    """Return the last full quarter of an hour at a zone: counts are read anew that often, not each minute."""
    now = civil_moment(work.clock.millis(), zone)
    return now.replace(minute=now.minute - now.minute % 15, second=0, microsecond=0)


class CourseLines:
    """The counts of all courses, read once until something of a course is written, or a quarter is over."""

    def __init__(self, work: Workplace) -> None:
        database = work.database
        every = courses.list_courses(database)
        zones = {course.zone: _quarter(work, course.zone) for course in every}
        now = {course.key: zones[course.zone] for course in every}
        name = f"course tallies {sorted(zones.items())}"
        self._tallies = database.remembered(name, lambda: tally_courses(database, now), TABLES)

    def line(self, course: Course, project_code: str) -> CourseLine:
        """Return one of them with its counts."""
        return _line(course, project_code, self._tallies[course.key])


def _line(course: Course, project_code: str, tally: CourseTally) -> CourseLine:
    return CourseLine(
        course=course,
        project_code=project_code,
        participants=tally.participants,
        women=tally.women,
        sessions=tally.sessions,
        unmarked=tally.unmarked,
        conflicts=tally.conflicts,
        cancelled=tally.cancelled,
    )


OFF = -1
"""A limit of the completion rule that is switched off, as it stands in the journal."""


def list_courses(
    work: Workplace, project: str | None = None, text: str = "", *, archived: bool | None = None
) -> list[CourseLine]:
    """Return the same as `search_courses`, with their counts: every mark is looked at."""
    codes = {each.key: each.code for each in list_projects(work)}
    counted = CourseLines(work)
    found = search_courses(work, project, text, archived=archived)
    return [counted.line(course, codes.get(course.project or "", "")) for course in found]


def search_courses(
    work: Workplace, project: str | None = None, text: str = "", *, archived: bool | None = None
) -> list[Course]:
    """Return courses, the earliest first.

    `project` keeps those of one project; `text` those with it in code, title or town, in any script;
    `archived` those that are put away, or with False the others.
    """
    found = searcher(text.strip()) if text.strip() else None
    return [
        course
        for course in courses.list_courses(work.database)
        if (project is None or course.project == project)
        and archived in (None, course.archived)
        and (found is None or found(_searched(course)))
    ]


def get_line(work: Workplace, key: str) -> CourseLine:
    """Return one course with its counts. Raises course.unknown."""
    course = courses.get_course(work.database, key)
    if course is None:
        raise TrainerError("course.unknown")
    project = courses.get_project(work.database, course.project) if course.project else None
    return line_of(work, course, project.code if project else "")


def has_course(work: Workplace, key: str) -> bool:
    """Tell whether a course is there: what created it may have been undone."""
    return courses.get_course(work.database, key) is not None


def code_of(work: Workplace, key: str) -> str | None:
    """Return the code of a course, without counting anything; None where its making was undone."""
    course = courses.get_course(work.database, key)
    return course.code if course is not None else None


def get_course(work: Workplace, key: str) -> CourseView:
    """Return one course with project, sessions and teachers. Raises course.unknown."""
    course = courses.get_course(work.database, key)
    if course is None:
        raise TrainerError("course.unknown")
    project = courses.get_project(work.database, course.project) if course.project else None
    sessions = tuple(courses.list_sessions(work.database, key))
    return CourseView(course, project, sessions, teachers_of(work, key))


def find_course(work: Workplace, code: str) -> str:
    """Return the key of the course with a code. Raises course.unknown_code."""
    for course in courses.list_courses(work.database):
        if course.code.casefold() == code.strip().casefold():
            return course.key
    raise TrainerError("course.unknown_code", code=code)


@guarded
def create_course(work: Workplace, draft: CourseDraft, *, lead: bool = False) -> Changes:
    """Create a course; with `lead` whoever works here is its lead trainer.

    Raises course.no_code, course.code_taken, course.days_reversed.
    """
    draft = checked_draft(work, draft)
    key = work.journal.make_key()
    label = Label("course.step.create", {"code": draft.code})
    writes = [Write("course", key, course_fields(draft)), *(lead_writes(work, key) if lead else ())]
    return work.journal.record(label, writes, key=key)


@guarded
def change_course(
    work: Workplace,
    key: str,
    draft: CourseDraft,
    *,
    opened: CourseDraft | None = None,
    move_sessions: bool = False,
) -> Changes:
    """Change a course to what was typed. Sessions stay where they are, or move with the first day.

    `opened` is what the form was opened with: only what differs from it is written, and refused
    (ChangedMeanwhile) where another window changed it since. Raises as `create_course`;
    course.sessions_outside when a session would lie outside the days; course.sessions_marked when sessions
    that somebody was marked in would move.
    """
    with work.journal.transaction():
        view = get_course(work, key)
        now = draft_of(view.course)
        with told_by_whom(work, "course", key):
            draft = checked_draft(work, typed_onto(now, draft, opened), own=key)
        shift = draft.first_day - now.first_day if move_sessions else None
        moved = {session.key: session.day + shift if shift else session.day for session in view.sessions}
        outside = sum(1 for day in moved.values() if not draft.first_day <= day <= draft.last_day)
        if outside:
            raise TrainerError("course.sessions_outside", count=outside)
        writes = [Write("course", key, changed_fields("course", course_fields(draft), course_fields(now)))]
        if shift:
            _refuse_marked(work, view)
            writes += [Write("session", each, {"day": day.isoformat()}) for each, day in moved.items()]
        return work.journal.record(Label("course.step.change", {"code": draft.code}), writes)


def check_closable(work: Workplace, key: str) -> None:
    """Raise course.not_over before the last day of a course, course.closed where it is closed."""
    course = get_course(work, key).course
    if course.state in FINISHED:
        raise TrainerError("course.closed", code=course.code)
    if work.clock.today(course.zone) < course.last_day:
        raise TrainerError("course.not_over", code=course.code)


@guarded
def close_course(work: Workplace, key: str, told: Mapping[str, Value] | None = None) -> Changes:
    """Say that a course is finished: its sessions are locked and its figures are final.

    `told` are fields of the course that say who closed it, written in the same step. Raises course.not_over
    before the last day, course.closed.
    """
    check_closable(work, key)
    view = get_course(work, key)
    writes = [Write("course", key, {"state": CourseState.CLOSED.value, **(told or {})})]
    lock = lock_fields(work)
    writes += [Write("session", each.key, lock) for each in view.sessions if not each.locked]
    persons = people.find_people(work.database)
    for item in courses.list_enrolments(work.database, key):
        writes += left_blank(item.enrolment, head_of(persons, item.enrolment.person))
    return work.journal.record(Label("course.step.close", {"code": view.course.code}), writes, key=key)


@guarded
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
    """Return a course as it would be typed, to change a part of it with `replace`."""
    return as_draft(CourseDraft, course)


def course_fields(draft: CourseDraft) -> dict[str, Value]:
    """Return the journal fields of a course."""
    return record_fields(
        "course", draft, share_limit=_limit(draft.rule.share), test_limit=_limit(draft.rule.post_test)
    )


def session_fields(course: str, draft: SessionDraft) -> dict[str, Value]:
    """Return the journal fields of a planned session."""
    return record_fields(
        "session",
        draft,
        course=course,
        trainers=list(draft.trainers) or None,
        state=SessionState.PLANNED.value,
    )


def lock_fields(work: Workplace) -> dict[str, Value]:
    """Return the journal fields that lock a session: that it is, by whom and when."""
    return {"locked": True, "locked_by": work.user, "locked_at": work.clock.millis()}


_NUMBERED = regex(r"(.*?)(\d+)")


def propose_code(work: Workplace, day: date, like: str = "") -> str:
    """Return a code that no course has: "DSH2" after `like` "DSH1", else the laptop's own and a number.

    Without an office no laptop has a code; then the year of the first day stands before the number.
    """
    taken = {course.code.casefold() for course in courses.list_courses(work.database)}
    found = _NUMBERED.fullmatch(like)
    stem, number = (found[1], int(found[2]) + 1) if found else (f"{like or work.device_code or day.year}-", 1)
    if like and not found:
        number = 2
    return next(code for each in count(number) if (code := f"{stem}{each}").casefold() not in taken)


def checked_draft(work: Workplace, draft: CourseDraft, own: str | None = None) -> CourseDraft:
    """Return what was typed, clean.

    Raises course.no_code, course.bad_code, course.code_taken, course.days_reversed.
    """
    code = draft.code.strip()
    if not code:
        raise TrainerError("course.no_code")
    before = courses.get_course(work.database, own) if own is not None else None
    signs = signs_not_in_files(code)
    # A code of before stays what it is until somebody changes it.
    if signs and (before is None or before.code != code):
        raise TrainerError("course.bad_code", code=code, signs=signs)
    if draft.last_day < draft.first_day:
        raise TrainerError("course.days_reversed")
    for course in courses.list_courses(work.database):
        if course.key != own and course.code.casefold() == code.casefold():
            raise TrainerError("course.code_taken", code=code)
    return replace(draft, code=code)


def _searched(course: Course) -> str:
    """Return everything by which a course is found."""
    title, days = course.title, (course.first_day, course.last_day)
    written = [f"{day:%d.%m.%Y} {day.year}" for day in days]
    return " ".join((course.code, *title.values(), course.town, course.venue, *written))


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


def course_head(work: Workplace, view: CourseView) -> CourseHead:
    """Return what papers say of a course."""
    # Here and not above: the first screen prints nothing.
    from trainer_app.domain.people.places import place_texts

    course = view.course
    return CourseHead(
        title=course.title,
        first_day=course.first_day,
        last_day=course.last_day,
        town=place_texts(course.town),
        emblems=emblems(work, view.project),
    )


def emblems(work: Workplace, project: Project | None) -> tuple[Emblem, ...]:
    """Return the organisations behind a project: organiser, donor, partner; those with a name or picture."""
    if project is None:
        return ()
    names = {
        LogoOwner.ORGANISER: project.organiser,
        LogoOwner.DONOR: in_both_scripts(project.donor),
        LogoOwner.PARTNER: project.partner,
    }
    pictures = logos(work, project.key)
    found = (Emblem(role, names[role], pictures.get(role, b"")) for role in LogoOwner)
    return tuple(each for each in found if each.picture or each.name != Texts())


def in_both_scripts(text: str) -> Texts:
    """Return a text as typed for Tajik and Russian readers, in Latin letters for English ones."""
    return Texts.by_script(text, to_latin(text))


def emblem_problems(work: Workplace, course: str) -> list[Label]:
    """Return which logos of a course's project cannot be read or are too pale for copies.

    Papers show the names instead of those that cannot be read. Raises course.unknown.
    """
    found = emblems(work, get_course(work, course).project)
    if not any(each.picture for each in found):
        return []
    # Here and not above: what draws papers takes as long to load as the whole of the first screen.
    from trainer_app.documents.base.course_head import emblem_warnings

    return emblem_warnings(found)


def course_facts(work: Workplace, view: CourseView) -> CourseFacts:
    """Return a course as its papers name it."""
    from trainer_app.domain.people.places import joined_texts, place_texts

    course, project = view.course, view.project
    return CourseFacts(
        code=course.code,
        title=course.title,
        first_day=course.first_day,
        last_day=course.last_day,
        venue=joined_texts((place_texts(course.town), in_both_scripts(course.venue))),
        project=project.title if project else Texts(),
        organiser=project.organiser if project else Texts(),
        donor=in_both_scripts(project.donor) if project else Texts(),
        partner=project.partner if project else Texts(),
        teachers=tuple(FactsTeacher(in_both_scripts(each.name), each.role) for each in view.teachers),
        emblems=emblems(work, project),
        made_on=work.clock.today(course.zone),
        version=VERSION,
    )


def rows_of_one_number(work: Workplace, course: str | None = None) -> list[list[str]]:
    """Return the rows (keys, the oldest first) that share a number on a list, of one course or of all.

    Only who stands on the list has a number there; which row of one person stays is another question.
    """
    tables = ("enrolment", "course", "person", "pair")
    found = work.database.remembered("double numbers", lambda: _read_rows_of_one_number(work), tables)
    return [keys for of, keys in found if course is None or of == course]


def _read_rows_of_one_number(work: Workplace) -> list[tuple[str, list[str]]]:
    groups, found = people.joins(work.database).groups, []
    for keys in find_equal_rows(work.database, "enrolment", ("course", "number")):
        rows: dict[object, str] = {}
        course = ""
        for key in keys:
            stored = courses.get_enrolment(work.database, key)
            if stored is not None and not stored.enrolment.gone:
                course, person = stored.enrolment.course, stored.enrolment.person
                rows.setdefault(groups.get(person, person), key)
        if len(rows) > 1:
            found.append((course, [*rows.values()]))
    return found
