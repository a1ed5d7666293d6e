"""The agenda of a course from a table that somebody made: look, take in as one step; and our own form of it.

preview = check(work, path, course)      reads the file and plans; writes nothing
result = apply(work, preview)            one transaction, one undo step
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer_app.actions.agenda_writing import agenda_writes
from trainer_app.actions.agenda_writing import can_replace as can_replace
from trainer_app.actions.courses import get_course
from trainer_app.actions.workplace import Workplace
from trainer_app.documents.tables import Table, write_xlsx
from trainer_app.domain.agenda import plan_agenda
from trainer_app.domain.agenda_lines import AgendaCourse, AgendaOutcome, AgendaPlan
from trainer_app.domain.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.courses import CourseView
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.planning import DayPlan, plan_sessions, time_words
from trainer_app.domain.tables import RawTable
from trainer_app.domain.texts import LANGUAGES
from trainer_app.intake.tables import read_table
from trainer_app.system.messages import text

_COLUMNS = ("day", "start", "end", "topic_tg", "topic_ru", "topic_en", "trainer", "room")
_WIDTHS = (14, 9, 9, 42, 42, 42, 30, 18)
_MOST = 400
"""Sessions that one import adds at most: more is no agenda of a course."""


@dataclass(frozen=True)
class AgendaPreview:
    """What an import would do. `extended` says that days beyond the course's own were allowed."""

    course: str
    table: RawTable
    plan: AgendaPlan
    extended: bool = False


@dataclass(frozen=True)
class AgendaResult:
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

    With `extend` days beyond the course's own are taken. Raises table.*, course.unknown, cancelled.
    """
    progress("agenda.reading", 0.0)
    return plan(work, read_table(path, sheet), course, extend=extend)


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
    heads = tuple(text(f"agenda.heading.{column}", language) for column in _COLUMNS)
    title = text("agenda.template", language)
    return write_xlsx([Table(title, heads, rows, _WIDTHS)], title)


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
            *(str(getattr(session.topic, code)) for code in LANGUAGES),
            ", ".join(names[key] for key in session.trainers if key in names),
            session.room,
        )
        for session in view.sessions
    ]


def _example(view: CourseView | None, language: str) -> list[Sequence[str]]:
    """Return two days as a plan would make them, the days by number or as dates of the course."""
    rows: list[Sequence[str]] = []
    if view is not None:
        plan_ = DayPlan(per_day=3)
        for draft in plan_sessions(view.course.first_day, view.course.last_day, plan_):
            day = draft.day.strftime("%d.%m.%Y")
            rows.append((day, time_words(draft.start), time_words(draft.end), "", "", "", "", ""))
        return rows
    for number in (1, 2):
        day = text("agenda.example.day", language, number=number)
        for start, end in ((540, 630), (660, 750), (840, 930)):
            rows.append((day, time_words(start), time_words(end), "", "", "", "", ""))
    return rows
