"""`course`, `course agenda` and `session`: courses with their trainers, sessions as they happen, agendas."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import (
    agendas,
    course_life,
    courses,
    enrolments,
    projects,
    sessions,
    teachers,
)
from trainer_app.actions.courses.agendas import AgendaPreview
from trainer_app.actions.courses.course_life import CourseCopy
from trainer_app.cli.context import (
    REFUSED,
    CliContext,
    Course,
    day_text,
    problem_document,
    problem_line,
    shown_fields,
)
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.agenda_import import AgendaOutcome
from trainer_app.domain.courses.courses import (
    CourseDraft,
    CourseView,
    Participant,
    ProjectDraft,
    Session,
    TeachingRole,
)
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.people.persons import LISTED_FIELDS
from trainer_app.system.messages import text

_ADD = typer.Option(metavar="CODE|NAME|ID", help="Laptop's code, name or person's id; may be repeated.")
_REMOVE = typer.Option(metavar="CODE|NAME|ID", help="Take off the course; may be repeated.")


def trainers(
    context: typer.Context,
    course: Annotated[str, typer.Argument(metavar="COURSE", help="Code of the course.")],
    add: Annotated[list[str] | None, _ADD] = None,
    remove: Annotated[list[str] | None, _REMOVE] = None,
    role: Annotated[TeachingRole, typer.Option(help="Of those who are added.")] = TeachingRole.TRAINER,
) -> None:
    """Show who works at a course; add or take away. Co-trainers can send each other what they both teach."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        code = courses.get_course(work, key).course.code
        # All of it or nothing: one name that is not understood leaves the others as they were.
        with work.journal.transaction():
            for who in remove or ():
                teachers.remove_teacher(work, key, who)
            for who in add or ():
                teachers.add_teacher(work, key, who, role)
        found = teachers.list_teachers(work, key)
    document = {
        "course": code,
        "trainers": [
            {
                "person": line.teacher.person,
                "name": line.teacher.name,
                "role": line.teacher.role.value,
                "laptops": list(line.laptops),
            }
            for line in found
        ],
    }
    lines = [
        "  ".join((line.teacher.name, session.words(_role(line.teacher.role)), *line.laptops))
        for line in found
    ]
    session.result(document, lines or [session.words(Label("course.no_trainers", {"course": code}))])


def _role(role: TeachingRole) -> Label:
    return Label(f"review.option.assignment.role.{role.value}")


app = typer.Typer(no_args_is_help=True, help="Courses and their sessions.")

DAY = ["%Y-%m-%d"]

app.command()(trainers)


@app.command("list")
def list_all(
    context: typer.Context,
    archived: Annotated[bool, typer.Option("--archived", help="Those that were archived.")] = False,
) -> None:
    """List all courses but those that were archived."""
    session: CliContext = context.obj
    with session.open() as work:
        lines = courses.list_courses(work, archived=archived)
    rows = [
        {
            "code": line.course.code,
            "project": line.project_code,
            **shown_fields("course", line.course, _HEAD[1:], session.language),
            "participants": line.participants,
            "sessions": line.sessions,
        }
        for line in lines
    ]
    shown = [
        f"{row['code']:<10} {day_text(line.course.first_day)} {day_text(line.course.last_day)}  "
        f"{row['participants']:>4}  {row['title']}"
        for line, row in zip(lines, rows, strict=True)
    ]
    session.result({"courses": rows}, shown)


@app.command()
def show(context: typer.Context, code: str) -> None:
    """Show one course with its sessions and participants."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, code)
        view = courses.get_course(work, key)
        people = enrolments.list_enrolments(work, key)
    document = _document(view, people, session.language)
    lines = [f"{view.course.code}  {view.course.title.best(session.language)}"]
    lines += [
        f"  {found.number:>2}  {day_text(found.day)}  {found.topic.best(session.language)}"
        for found in view.sessions
    ]
    lines += [f"  {found['number']:>3}  {found['name']}" for found in document["participants"]]
    session.result(document, lines)


@app.command()
def create(
    context: typer.Context,
    project: Annotated[str, typer.Option(help="Code of the project; made if it is new.")],
    code: Annotated[str, typer.Option()],
    title: Annotated[str, typer.Option(help="Title in the language of --lang.")],
    town: Annotated[str, typer.Option()],
    first: Annotated[datetime, typer.Option("--from", formats=DAY)],
    last: Annotated[datetime, typer.Option("--to", formats=DAY)],
    sessions_per_day: Annotated[int, typer.Option(min=0, max=12)] = 4,
    lead: Annotated[bool, typer.Option(help="On a laptop: its trainer leads the course.")] = True,
) -> None:
    """Create a course with its sessions; on a laptop its trainer leads it."""
    session: CliContext = context.obj
    with session.open(new=Role.TRAINER) as work:
        # All of it or nothing: a refused plan leaves neither an empty course nor an empty project.
        with work.journal.transaction():
            draft = CourseDraft(
                code=code,
                title=Texts(**{session.language: title}),
                first_day=first.date(),
                last_day=last.date(),
                project=_project(work, project, session.language),
                town=town,
            )
            key = courses.create_course(work, draft, lead=lead and teachers.may_lead(work)).key or ""
            if sessions_per_day:
                agendas.plan_sessions(work, key, DayPlan(per_day=sessions_per_day))
        view = courses.get_course(work, key)
    session.result(_document(view, [], session.language), [view.course.code])


@app.command("copy")
def copy_course(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="COURSE", help="Code of the course to copy.")],
    code: Annotated[str, typer.Option(help="Code of the copy.")],
    first: Annotated[datetime, typer.Option("--from", formats=DAY)],
    title: Annotated[str | None, typer.Option(help="Title in the language of --lang, if another.")] = None,
    town: Annotated[str | None, typer.Option(help="If another.")] = None,
    district: Annotated[str | None, typer.Option(help="If another.")] = None,
    venue: Annotated[str | None, typer.Option(help="If another.")] = None,
    skip_weekends: Annotated[bool, typer.Option(help="Not on Saturdays and Sundays.")] = False,
    forms: Annotated[bool, typer.Option(help="Its tests and feedback forms too.")] = True,
) -> None:
    """Copy a course with sessions, trainers and forms; first and last day are those of its sessions."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, source)
        named = courses.get_course(work, key).course.title
        wanted = CourseCopy(
            code,
            first.date(),
            skip_weekends,
            None if title is None else named.changed(**{session.language: title}),
            town,
            district,
            venue,
            forms,
        )
        made = course_life.copy_course(work, key, wanted).key or ""
        view = courses.get_course(work, made)
    days = f"{day_text(view.course.first_day)} {day_text(view.course.last_day)}"
    session.result(_document(view, [], session.language), [f"{view.course.code}  {days}"])


@app.command("remove")
def remove_course(context: typer.Context, code: str) -> None:
    """Delete a course in which nothing was marked, sent or issued, with its plan and its list."""
    _whole(context, code, course_life.remove_course)


@app.command("archive")
def archive(
    context: typer.Context,
    code: str,
    back: Annotated[bool, typer.Option("--back", help="Take it out again.")] = False,
) -> None:
    """Put a course away: lists leave it out until they are asked for such; nothing else changes."""
    _whole(context, code, lambda work, key: course_life.archive_course(work, key, archived=not back))


def _whole(context: typer.Context, code: str, act: Callable[[Workplace, str], Changes]) -> None:
    """Do something with a course as a whole."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, code)
        named = courses.get_course(work, key).course.code
        changes = act(work, key)
    done = session.words(changes.label)
    session.result({"course": named, "done": done}, [done])


def _project(work: Workplace, code: str, language: str) -> str | None:
    try:
        return projects.find_project(work, code).key
    except TrainerError:
        return projects.create_project(work, ProjectDraft(code, Texts(**{language: code}))).key


_HEAD = ("code", "title", "town", "first_day", "last_day")
_TIMETABLE = ("number", "day", "start", "end", "topic", "state")
_WHOLE_SESSION = (
    *("number", "day", "start", "end", "topic", "room", "state"),
    *("cancel_reason", "locked", "locked_by", "counted"),
)
"""Fields of a course, of a session in its timetable, and of a session that a command changed."""


def _document(view: CourseView, people: list[Participant], language: str) -> dict[str, Any]:
    course = shown_fields("course", view.course, _HEAD, language)
    sessions_ = [shown_fields("session", found, _TIMETABLE, language) for found in view.sessions]
    participants = [
        {
            "number": found.enrolment.number,
            "name": found.person.name,
            **shown_fields("person", found.person, LISTED_FIELDS, language),
            "state": found.enrolment.state,
            "standing": found.standing,
        }
        for found in people
    ]
    return {**course, "sessions": sessions_, "participants": participants}


def day_of(moment: datetime | None) -> date | None:
    """Return the day of an option, or None."""
    return moment.date() if moment else None


session_app = typer.Typer(
    no_args_is_help=True, help="One session of a course: cancelled, moved, split, locked."
)
agenda = typer.Typer(no_args_is_help=True, help="The agenda of a course from a file or another course.")
app.add_typer(agenda, name="agenda")

Number = Annotated[int, typer.Option("--session", min=1, help="Number of the session in the course.")]
Time = Annotated[datetime, typer.Option(formats=["%H:%M"])]


@session_app.command()
def hold(context: typer.Context, course: Course, number: Number) -> None:
    """Say that a session took place although nobody is marked yet."""
    _change(context, course, number, sessions.hold_session)


@session_app.command()
def cancel(
    context: typer.Context, course: Course, number: Number, reason: Annotated[str, typer.Option()]
) -> None:
    """Cancel a session with a reason: it counts for nobody; its marks are kept."""
    _change(context, course, number, lambda work, key: sessions.cancel_session(work, key, reason))


@session_app.command()
def restore(context: typer.Context, course: Course, number: Number) -> None:
    """Take a cancellation back."""
    _change(context, course, number, sessions.restore_session)


@session_app.command()
def shorten(context: typer.Context, course: Course, number: Number, end: Time) -> None:
    """Let a session end earlier; what people missed at its end shrinks with it."""
    _change(context, course, number, lambda work, key: sessions.shorten_session(work, key, _minutes(end)))


@session_app.command()
def split(
    context: typer.Context,
    course: Course,
    number: Number,
    at: Time,
    pause: Annotated[int, typer.Option("--break", min=0, help="Minutes between the two parts.")] = 0,
) -> None:
    """Make two sessions of one, with all its marks."""
    _change(context, course, number, lambda work, key: sessions.split_session(work, key, _minutes(at), pause))


@session_app.command()
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


@session_app.command()
def lock(context: typer.Context, course: Course, number: Number) -> None:
    """Lock a session: its marks cannot be changed."""
    _change(context, course, number, sessions.lock_session)


@session_app.command()
def unlock(
    context: typer.Context, course: Course, number: Number, reason: Annotated[str, typer.Option()]
) -> None:
    """Open a locked session again; the reason is kept."""
    _change(context, course, number, lambda work, key: sessions.unlock_session(work, key, reason))


@session_app.command()
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
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        preview = agendas.check(work, file, key, extend=extend, sheet=sheet, progress=session.progress)
        document = _preview(session, preview)
        if not check and preview.plan.drafts:
            result = agendas.apply(work, preview, in_place=in_place)
            document |= {"added": result.added, "filled": result.filled, "removed": result.removed}
    if not preview.plan.drafts:
        message = text("agenda.nothing", session.language, rows=preview.plan.rows)
        document = {"error": {"code": "agenda.nothing", "message": message}, **document}
        session.exit_code = REFUSED
    counts = {each.value: document[each.value] for each in AgendaOutcome}
    lines = [text("agenda.sum", session.language, rows=preview.plan.rows, **counts)]
    session.result(document, lines + [problem_line(each) for each in document["problems"]])


@agenda.command()
def template(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="The xlsx file to write.")],
    course: Annotated[str | None, typer.Option(help="Begin with the sessions of this course.")] = None,
) -> None:
    """Write a table to fill in."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course) if course else None
        agendas.save_template(work, key, session.language, out)
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
    session: CliContext = context.obj
    with session.open() as work:
        key, other = courses.find_course(work, course), courses.find_course(work, source)
        changes = agendas.copy_agenda(work, key, other, trainers=trainers, skip_weekends=skip_weekends)
        view = courses.get_course(work, key)
    rows = [_session(each, session.language) for each in view.sessions]
    session.result({"course": view.course.code, "sessions": rows}, [session.words(changes.label)])


def _change(
    context: typer.Context, course: str, number: int, act: Callable[[Workplace, str], Changes]
) -> None:
    """Do something with one session and write how the day looks afterwards."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        found = sessions.find_session(work, key, number)
        changes = act(work, found.key)
        view = courses.get_course(work, key)
    keys = {found.key, changes.key}
    rows = [_session(each, session.language) for each in view.sessions if each.key in keys]
    document = {"course": view.course.code, "done": session.words(changes.label), "sessions": rows}
    session.result(document, [session.words(changes.label)])


def _session(found: Session, language: str) -> dict[str, Any]:
    return shown_fields("session", found, _WHOLE_SESSION, language)


def _preview(session: CliContext, preview: AgendaPreview) -> dict[str, Any]:
    plan = preview.plan
    return {
        "rows": plan.rows,
        **{outcome.value: plan.count(outcome) for outcome in AgendaOutcome},
        "sessions": [
            {
                **shown_fields("session", draft, ("day", "start", "end", "topic", "room"), session.language),
                "trainers": len(draft.trainers),
            }
            for draft in plan.drafts
        ],
        "problems": [problem_document(session, problem) for problem in plan.problems],
    }


def _minutes(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute
