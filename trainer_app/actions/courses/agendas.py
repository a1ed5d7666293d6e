"""Agendas of whole courses: from day plans, from tables that somebody made, from earlier courses.

preview = check(work, path, course)   # reads the file and plans; writes nothing
result = apply(work, preview)         # one transaction, one undo step
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import get_course, session_fields
from trainer_app.actions.courses.sessions import draft_of
from trainer_app.actions.courses.teachers import assignment_write
from trainer_app.documents.base.tables import Table, write_xlsx
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import RawTable
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.courses import planning
from trainer_app.domain.courses.agenda_import import AgendaCourse, AgendaOutcome, AgendaPlan, plan_agenda
from trainer_app.domain.courses.courses import Course, CourseView, Session
from trainer_app.domain.courses.planning import DayPlan, SessionDraft, copy_sessions, refill, time_words
from trainer_app.intake.tables import read_table
from trainer_app.store.attendance import marks
from trainer_app.store.base.drafts import Write
from trainer_app.store.courses import courses
from trainer_app.system.messages import text


class AgendaWrites(Struct, frozen=True):
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
            writes.append(Write("session", work.journal.make_key(course), session_fields(course, draft)))
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
        for (_, session), cell in marks.marks_of_course(work.database, view.course.key).items()
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
    texts = {code: str(draft.topic[code] or session.topic[code]) for code in LANGUAGES}
    return replace(
        draft_of(session),
        topic=Texts(**texts),
        trainers=draft.trainers or session.trainers,
        room=draft.room or session.room,
    )


_TOPICS = dict.fromkeys(Texts().fields("topic"), 42)
_WIDTHS = {"day": 14, "start": 9, "end": 9, **_TOPICS, "trainer": 30, "room": 18}
_MOST = 400
"""Sessions that one import adds at most: more is no agenda of a course."""


class AgendaPreview(Struct, frozen=True):
    """What an import would do. `extended` says that days beyond the course's own were allowed."""

    course: str
    table: RawTable
    plan: AgendaPlan
    extended: bool = False


class AgendaResult(Struct, frozen=True):
    """What an import did: rows = taken + left_out + refused; taken rows were added or filled in."""

    changes: Changes
    rows: int
    taken: int
    left_out: int
    refused: int
    added: int = 0
    filled: int = 0
    removed: int = 0


def check(
    work: Workplace,
    path: Path,
    course: str,
    *,
    extend: bool = False,
    sheet: str | None = None,
    progress: Progress = no_progress,
) -> AgendaPreview:
    """Read an agenda and say what an import would do with every row. Nothing is written.

    With `extend` days beyond the course's own are taken. Raises table.*, strange_file.*, course.unknown,
    cancelled.
    """
    progress("agenda.reading", 0.0)
    table = work.child.run(progress, read_table, path, sheet)
    return plan(work, table, course, extend=extend)


def plan(work: Workplace, table: RawTable, course: str, *, extend: bool = False) -> AgendaPreview:
    """Plan a table that was read already. Raises course.unknown."""
    view = get_course(work, course)
    known = AgendaCourse(
        view.course.first_day,
        view.course.last_day,
        view.course.languages,
        {teacher.person: teacher.name for teacher in view.teachers},
    )
    return AgendaPreview(course, table, plan_agenda(table, known, extend=extend), extend)


@guarded
def apply(work: Workplace, preview: AgendaPreview, *, in_place: bool = False) -> AgendaResult:
    """Take an agenda in as one step.

    Sessions at the same time as one there is fill it in; with `in_place` all that are there are taken away
    first. Raises agenda.nothing, agenda.too_many, agenda.marked.
    """
    found = preview.plan
    if not found.drafts:
        raise TrainerError("agenda.nothing", rows=found.rows)
    if len(found.drafts) > _MOST:
        raise TrainerError("agenda.too_many", count=len(found.drafts), most=_MOST)
    made = agenda_writes(work, preview.course, found.drafts, in_place=in_place)
    label = Label("agenda.step.import", {"count": len(found.drafts)})
    changes = work.journal.record(label, made.writes)
    return AgendaResult(
        changes,
        rows=found.rows,
        taken=found.count(AgendaOutcome.TAKEN),
        left_out=found.count(AgendaOutcome.LEFT_OUT),
        refused=found.count(AgendaOutcome.REFUSED),
        added=made.added,
        filled=made.filled,
        removed=made.removed,
    )


def template(work: Workplace, course: str | None, language: str) -> bytes:
    """Return a workbook to fill in: the course's own sessions, or two days as an example."""
    view = get_course(work, course) if course else None
    rows = _rows(view) if view is not None and view.sessions else _example(view, language)
    heads = tuple(text(f"agenda.heading.{column}", language) for column in _WIDTHS)
    title = text("agenda.template", language)
    return write_xlsx([Table(title, heads, rows, tuple(_WIDTHS.values()))], title)


def save_template(work: Workplace, course: str | None, language: str, path: Path) -> Path:
    """Write the workbook to a file. Raises agenda.not_saved."""
    data = template(work, course, language)
    try:
        path.write_bytes(data)
    except OSError as problem:
        raise TrainerError("agenda.not_saved", file=path.name) from problem
    return path


def _rows(view: CourseView) -> list[Sequence[str]]:
    names = {teacher.person: teacher.name for teacher in view.teachers}
    return [
        (
            session.day.strftime("%d.%m.%Y"),
            time_words(session.start),
            time_words(session.end),
            *(session.topic[code] for code in LANGUAGES),
            ", ".join(names[key] for key in session.trainers if key in names),
            session.room,
        )
        for session in view.sessions
    ]


def _example(view: CourseView | None, language: str) -> list[Sequence[str]]:
    """Return two days as a plan would make them, the days by number or as dates of the course."""
    rows: list[Sequence[str]] = []
    blank = [""] * (len(_WIDTHS) - 3)
    if view is not None:
        plan_ = DayPlan(per_day=3)
        for draft in planning.plan_sessions(view.course.first_day, view.course.last_day, plan_):
            day = draft.day.strftime("%d.%m.%Y")
            rows.append((day, time_words(draft.start), time_words(draft.end), *blank))
        return rows
    for number in (1, 2):
        day = text("agenda.example.day", language, number=number)
        for start, end in ((540, 630), (660, 750), (840, 930)):
            rows.append((day, time_words(start), time_words(end), *blank))
    return rows


class AgendaSource(Struct, frozen=True):
    """A course whose agenda can be copied, with what it holds."""

    course: Course
    sessions: int
    minutes: int


def list_sources(work: Workplace, course: str) -> list[AgendaSource]:
    """Return the other courses that have sessions: the latest first."""
    found = []
    for each in courses.list_courses(work.database):
        sessions = courses.list_sessions(work.database, each.key) if each.key != course else []
        if sessions:
            found.append(AgendaSource(each, len(sessions), sum(session.minutes for session in sessions)))
    return found[::-1]


def preview_copy(
    work: Workplace, course: str, source: str, *, trainers: bool = True, skip_weekends: bool = False
) -> tuple[SessionDraft, ...]:
    """Return the sessions that a copy would make, in the order of time."""
    own, other = get_course(work, course).course, get_course(work, source)
    drafts = copy_sessions(other.sessions, other.course.first_day, own.first_day, skip_weekends=skip_weekends)
    # A room belongs to its building.
    if (own.town, own.venue) != (other.course.town, other.course.venue):
        drafts = tuple(replace(draft, room="") for draft in drafts)
    return drafts if trainers else tuple(replace(draft, trainers=()) for draft in drafts)


@guarded
def copy_agenda(
    work: Workplace,
    course: str,
    source: str,
    *,
    trainers: bool = True,
    skip_weekends: bool = False,
) -> Changes:
    """Make the sessions of a course those of another one, in one step.

    Sessions that are there are taken away; with `trainers` whoever taught there teaches here. The course
    becomes longer if the agenda is. Raises agenda.nothing, agenda.marked.
    """
    drafts = preview_copy(work, course, source, trainers=trainers, skip_weekends=skip_weekends)
    if not drafts:
        raise TrainerError("agenda.nothing", rows=0)
    writes = list(agenda_writes(work, course, drafts, in_place=True).writes)
    if trainers:
        here = {teacher.person for teacher in get_course(work, course).teachers}
        needed = {person for draft in drafts for person in draft.trainers}
        writes += [
            assignment_write(course, teacher.person, teacher.role)
            for teacher in get_course(work, source).teachers
            if teacher.person in needed and teacher.person not in here
        ]
    code = get_course(work, source).course.code
    return work.journal.record(Label("agenda.step.copy", {"code": code, "count": len(drafts)}), writes)


def last_day_after(drafts: tuple[SessionDraft, ...], course: Course) -> date:
    """Return the course's last day once it holds some sessions."""
    return max([course.last_day, *(draft.day for draft in drafts)])


@guarded
def plan_sessions(work: Workplace, course: str, plan: DayPlan, *, in_place: bool = False) -> Changes:
    """Make a course's sessions by a plan: days x sessions a day. Raises course.has_sessions, agenda.marked.

    With `in_place` the sessions there are taken away, if nobody is marked in them and none is locked; their
    topics, trainers and rooms go to the new ones in their order.
    """
    view = get_course(work, course)
    if view.sessions and not in_place:
        raise TrainerError("course.has_sessions", count=len(view.sessions))
    drafts = refill(planning.plan_sessions(view.course.first_day, view.course.last_day, plan), view.sessions)
    label = Label("session.step.plan", {"count": len(drafts)})
    return work.journal.record(label, agenda_writes(work, course, drafts, in_place=in_place).writes)
