"""What leaves for other programs: open data, figures with HXL tags, IATI results, a course as a calendar."""

from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, projects
from trainer_app.actions.office import open_data
from trainer_app.cli.context import CliContext

app = typer.Typer(no_args_is_help=True, help="Data and figures for others' programs, calendars of courses.")

_PROJECT = Annotated[str | None, typer.Option(help="Code of a project: its courses alone.")]
_COURSE = Annotated[str | None, typer.Option(help="Code of one course.")]


def _asked(work: Workplace, project: str | None, course: str | None) -> tuple[str | None, str | None]:
    """Return the keys of a project and a course by their codes."""
    return (
        projects.find_project(work, project).key if project else None,
        courses.find_course(work, course) if course else None,
    )


@app.command("open")
def export_open(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="The new folder to write; a name that is taken gets a number.")],
    project: _PROJECT = None,
    course: _COURSE = None,
    names: Annotated[
        bool, typer.Option("--names", help="Name the people; it is said in the files, and noted.")
    ] = False,
    sqlite: Annotated[
        bool, typer.Option("--sqlite", help="Also write all tables as one SQLite file.")
    ] = False,
) -> None:
    """Write everything as a Frictionless Data Package: CSV files and datapackage.json; nobody is named."""
    session: CliContext = context.obj
    with session.open() as work:
        of_project, of_course = _asked(work, project, course)
        done = open_data.export_open(
            work,
            out,
            project=of_project,
            course=of_course,
            names=names,
            sqlite=sqlite,
            progress=session.progress,
        )
    if names:
        session.say("open_data.named", count=done.named)
    document = {
        "folder": str(done.folder),
        "rows": dict(done.rows),
        "named": done.named,
        "sqlite": str(done.sqlite) if done.sqlite else None,
    }
    session.result(document, [str(done.folder)])
