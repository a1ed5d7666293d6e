"""`course list`, `course show`, `course create`, `course trainers`."""

from datetime import date, datetime
from typing import Annotated

import typer

from trainer_app.actions import courses, enrolments, sessions
from trainer_app.actions.workplace import Role, Workplace
from trainer_app.cli import trainers
from trainer_app.cli.fields import day_text
from trainer_app.cli.session import Session
from trainer_app.domain.courses import CourseDraft, CourseView, ProjectDraft
from trainer_app.domain.enrolments import Participant
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.planning import DayPlan
from trainer_app.domain.ranks import rank_name
from trainer_app.domain.texts import Texts

app = typer.Typer(no_args_is_help=True, help="Courses and their sessions.")

DAY = ["%Y-%m-%d"]

app.command()(trainers.trainers)


@app.command("list")
def list_all(context: typer.Context) -> None:
    """List all courses."""
    session: Session = context.obj
    with session.open() as work:
        lines = courses.list_courses(work)
    rows = [
        {
            "code": line.course.code,
            "project": line.project_code,
            "title": line.course.title.best(session.language),
            "town": line.course.town,
            "first_day": line.course.first_day.isoformat(),
            "last_day": line.course.last_day.isoformat(),
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
    session: Session = context.obj
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
) -> None:
    """Create a course with its sessions."""
    session: Session = context.obj
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
            key = courses.create_course(work, draft).key or ""
            if sessions_per_day:
                sessions.plan_sessions(work, key, DayPlan(per_day=sessions_per_day))
        view = courses.get_course(work, key)
    session.result(_document(view, [], session.language), [view.course.code])


def _project(work: Workplace, code: str, language: str) -> str | None:
    try:
        return courses.find_project(work, code).key
    except TrainerError:
        return courses.create_project(work, ProjectDraft(code, Texts(**{language: code}))).key


def _document(
    view: CourseView, people: list[Participant], language: str
) -> dict[str, list[dict[str, object]]]:
    course = view.course
    head: dict[str, object] = {
        "code": course.code,
        "title": course.title.best(language),
        "town": course.town,
        "first_day": course.first_day.isoformat(),
        "last_day": course.last_day.isoformat(),
    }
    sessions_ = [
        {
            "number": found.number,
            "day": found.day.isoformat(),
            "start": clock(found.start),
            "end": clock(found.end),
            "topic": found.topic.best(language),
            "state": found.state.value,
        }
        for found in view.sessions
    ]
    participants = [
        {
            "number": found.enrolment.number,
            "name": found.person.name,
            "sex": found.person.sex.value,
            "rank": rank_name(found.person.rank, language),
            "unit": found.person.unit,
            "state": found.enrolment.state.value,
            "standing": found.standing.value,
        }
        for found in people
    ]
    return {**head, "sessions": sessions_, "participants": participants}  # type: ignore[dict-item]


def clock(minutes: int) -> str:
    """Return minutes after midnight as hours and minutes."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def day_of(moment: datetime | None) -> date | None:
    """Return the day of an option, or None."""
    return moment.date() if moment else None
