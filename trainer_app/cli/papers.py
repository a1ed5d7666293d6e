"""`paper sign-in`: papers to print."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions import courses, papers, reports
from trainer_app.cli.courses import DAY, day_of
from trainer_app.cli.session import Session
from trainer_app.system.files import write_checked

app = typer.Typer(no_args_is_help=True, help="Papers to print, in the language of --lang.")

Course = Annotated[str, typer.Option(help="Code of the course.")]
Out = Annotated[Path, typer.Option(help="The PDF to write.")]


@app.command("sign-in")
def sign_in(
    context: typer.Context,
    course: Course,
    out: Out,
    day: Annotated[
        datetime | None, typer.Option(formats=DAY, help="By default today or the first day.")
    ] = None,
) -> None:
    """Write the sign-in sheet of one day."""
    session: Session = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        path = write_checked(out, papers.sign_in(work, key, day_of(day), session.language))
    session.result({"out": str(path)}, [str(path)])


@app.command()
def report(context: typer.Context, course: Course, out: Out) -> None:
    """Write the report of a course."""
    session: Session = context.obj
    with session.open() as work:
        found = reports.report(work, course=courses.find_course(work, course))
        path = write_checked(out, papers.print_report(found, session.language))
    session.result({"out": str(path)}, [str(path)])
