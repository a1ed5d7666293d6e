"""`session ...` and `course agenda ...`: sessions as they happen, and agendas from files."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from trainer_app.actions import agenda_copy, agenda_import, courses, sessions
from trainer_app.actions.agenda_import import AgendaPreview
from trainer_app.actions.workplace import Workplace
from trainer_app.cli.courses import DAY, clock
from trainer_app.cli.courses import app as course_app
from trainer_app.cli.session import REFUSED, Session
from trainer_app.domain.agenda_lines import AgendaOutcome
from trainer_app.domain.changes import Changes
from trainer_app.domain.courses import Session as CourseSession
from trainer_app.domain.tables import Problem
from trainer_app.system.messages import text

app = typer.Typer(no_args_is_help=True, help="One session of a course: cancelled, moved, split, locked.")
agenda = typer.Typer(no_args_is_help=True, help="The agenda of a course from a file or another course.")
course_app.add_typer(agenda, name="agenda")

Course = Annotated[str, typer.Option(help="Code of the course.")]
Number = Annotated[int, typer.Option("--session", min=1, help="Number of the session in the course.")]
Time = Annotated[datetime, typer.Option(formats=["%H:%M"])]


@app.command()
def hold(context: typer.Context, course: Course, number: Number) -> None:
    """Say that a session took place although nobody is marked yet."""
    _change(context, course, number, sessions.hold_session)


@app.command()
def cancel(
    context: typer.Context, course: Course, number: Number, reason: Annotated[str, typer.Option()]
) -> None:
    """Cancel a session with a reason: it counts for nobody; its marks are kept."""
    _change(context, course, number, lambda work, key: sessions.cancel_session(work, key, reason))


@app.command()
def restore(context: typer.Context, course: Course, number: Number) -> None:
    """Take a cancellation back."""
    _change(context, course, number, sessions.restore_session)


@app.command()
def shorten(context: typer.Context, course: Course, number: Number, end: Time) -> None:
    """Let a session end earlier; what people missed at its end shrinks with it."""
    _change(context, course, number, lambda work, key: sessions.shorten_session(work, key, _minutes(end)))


@app.command()
def split(
    context: typer.Context,
    course: Course,
    number: Number,
    at: Time,
    pause: Annotated[int, typer.Option("--break", min=0, help="Minutes between the two parts.")] = 0,
) -> None:
    """Make two sessions of one, with all its marks."""
    _change(context, course, number, lambda work, key: sessions.split_session(work, key, _minutes(at), pause))


@app.command()
def move(
    context: typer.Context,
    course: Course,
    number: Number,
    day: Annotated[datetime, typer.Option(formats=DAY)],
    start: Time,
    extend: Annotated[
        bool, typer.Option(help="Make the course longer if the day is not one of its own.")
    ] = False,
) -> None:
    """Move a session to another day and time; its length and its marks stay."""

    def act(work: Workplace, key: str) -> Changes:
        return sessions.move_session(work, key, day.date(), _minutes(start), extend=extend)

    _change(context, course, number, act)


@app.command()
def lock(context: typer.Context, course: Course, number: Number) -> None:
    """Lock a session: its marks cannot be changed."""
    _change(context, course, number, sessions.lock_session)


@app.command()
def unlock(
    context: typer.Context, course: Course, number: Number, reason: Annotated[str, typer.Option()]
) -> None:
    """Open a locked session again; the reason is kept."""
    _change(context, course, number, lambda work, key: sessions.unlock_session(work, key, reason))


@app.command()
def count(
    context: typer.Context,
    course: Course,
    number: Number,
    heads: Annotated[int | None, typer.Option(help="People counted; without it the count goes.")] = None,
) -> None:
    """Keep how many people were counted in the room or on the paper."""
    _change(context, course, number, lambda work, key: sessions.count_heads(work, key, heads))


@agenda.command("import")
def import_agenda(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The agenda: xlsx, xls, ods or csv.")],
    course: Course,
    check: Annotated[bool, typer.Option("--check", help="Only say what would happen.")] = False,
    extend: Annotated[bool, typer.Option(help="Make the course longer for days outside it.")] = False,
    in_place: Annotated[
        bool, typer.Option("--replace", help="Take the sessions away that are there; none may be marked.")
    ] = False,
    sheet: Annotated[str | None, typer.Option(help="The sheet to read; the fullest if not given.")] = None,
) -> None:
    """Take an agenda in as one step: every row becomes a session, or it is said why not."""
    session: Session = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        preview = agenda_import.check(work, file, key, extend=extend, sheet=sheet, progress=session.progress)
        document = _preview(session, preview)
        if not check and preview.plan.drafts:
            result = agenda_import.apply(work, preview, in_place=in_place)
            document |= {"added": result.added, "filled": result.filled, "removed": result.removed}
    if not preview.plan.drafts:
        message = text("agenda.nothing", session.language, rows=preview.plan.rows)
        document = {"error": {"code": "agenda.nothing", "message": message}, **document}
        session.exit_code = REFUSED
    counts = {each.value: document[each.value] for each in AgendaOutcome}
    lines = [text("agenda.sum", session.language, rows=preview.plan.rows, **counts)]
    session.result(document, lines + [_line(each) for each in document["problems"]])


@agenda.command()
def template(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="The xlsx file to write.")],
    course: Annotated[str | None, typer.Option(help="Begin with the sessions of this course.")] = None,
) -> None:
    """Write a table to fill in."""
    session: Session = context.obj
    with session.open() as work:
        key = courses.find_course(work, course) if course else None
        agenda_import.save_template(work, key, session.language, out)
    session.result({"file": str(out)}, [str(out)])


@agenda.command("copy")
def copy(
    context: typer.Context,
    course: Course,
    source: Annotated[str, typer.Option("--from", help="Code of the course whose agenda is taken.")],
    trainers: Annotated[bool, typer.Option(help="Its trainers teach here too.")] = True,
    skip_weekends: Annotated[bool, typer.Option(help="Not on Saturdays and Sundays.")] = False,
) -> None:
    """Make the sessions of a course those of another one."""
    session: Session = context.obj
    with session.open() as work:
        key, other = courses.find_course(work, course), courses.find_course(work, source)
        changes = agenda_copy.copy_agenda(work, key, other, trainers=trainers, skip_weekends=skip_weekends)
        view = courses.get_course(work, key)
    rows = [_session(each, session.language) for each in view.sessions]
    session.result({"course": view.course.code, "sessions": rows}, [session.words(changes.label)])


def _change(
    context: typer.Context, course: str, number: int, act: Callable[[Workplace, str], Changes]
) -> None:
    """Do something with one session and write how the day looks afterwards."""
    session: Session = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        found = sessions.find_session(work, key, number)
        changes = act(work, found.key)
        view = courses.get_course(work, key)
    keys = {found.key, changes.key}
    rows = [_session(each, session.language) for each in view.sessions if each.key in keys]
    document = {"course": view.course.code, "done": session.words(changes.label), "sessions": rows}
    session.result(document, [session.words(changes.label)])


def _session(found: CourseSession, language: str) -> dict[str, Any]:
    return {
        "number": found.number,
        "day": found.day.isoformat(),
        "start": clock(found.start),
        "end": clock(found.end),
        "topic": found.topic.best(language),
        "room": found.room,
        "state": found.state.value,
        "cancel_reason": found.cancel_reason,
        "locked": found.locked,
        "locked_by": found.locked_by,
        "counted": found.counted,
    }


def _preview(session: Session, preview: AgendaPreview) -> dict[str, Any]:
    plan = preview.plan
    return {
        "rows": plan.rows,
        **{outcome.value: plan.count(outcome) for outcome in AgendaOutcome},
        "sessions": [
            {
                "day": draft.day.isoformat(),
                "start": clock(draft.start),
                "end": clock(draft.end),
                "topic": draft.topic.best(session.language),
                "room": draft.room,
                "trainers": len(draft.trainers),
            }
            for draft in plan.drafts
        ],
        "problems": [_problem(session, problem) for problem in plan.problems],
    }


def _problem(session: Session, problem: Problem) -> dict[str, Any]:
    return {
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "code": problem.code,
        "severity": problem.severity.value,
        "message": session.words(problem.label),
    }


def _line(problem: dict[str, Any]) -> str:
    where = ", ".join(str(part) for part in (problem["row"], problem["column"]) if part)
    return f"  {where}: {problem['message']}" if where else f"  {problem['message']}"


def _minutes(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute
