"""What leaves for other programs: open data, figures with HXL tags, IATI results, a course as a calendar."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import calendar, courses, projects
from trainer_app.actions.office import building, humanitarian, open_data
from trainer_app.cli.context import CliContext, Course
from trainer_app.cli.courses import DAY, day_of
from trainer_app.domain.base.changes import Label
from trainer_app.domain.office.counting import read_by
from trainer_app.domain.office.humanitarian import OrganisationType
from trainer_app.domain.office.reports import Basis, ReportExtent
from trainer_app.system.files import write_checked

app = typer.Typer(no_args_is_help=True, help="Data and figures for others' programs, calendars of courses.")

_PROJECT = Annotated[str | None, typer.Option(help="Code of a project: its courses alone.")]
_COURSE = Annotated[str | None, typer.Option(help="Code of one course.")]


def asked_extent(
    work: Workplace,
    project: str | None,
    course: str | None,
    first: datetime | None = None,
    last: datetime | None = None,
) -> ReportExtent:
    """Return what is asked for by codes: a course alone, also where its project is named beside it."""
    of_project = (projects.find_project(work, project).key,) if project else ()
    of_course = (courses.find_course(work, course),) if course else ()
    return ReportExtent(() if of_course else of_project, of_course, first=day_of(first), last=day_of(last))


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
        done = open_data.export_open(
            work,
            out,
            extent=asked_extent(work, project, course),
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


_FIRST = Annotated[datetime | None, typer.Option("--from", formats=DAY, help="First day counted.")]
_LAST = Annotated[datetime | None, typer.Option("--to", formats=DAY, help="Last day counted.")]
_OUT = Annotated[Path, typer.Option(help="The new file to write; a name that is taken gets a number.")]
_APPROVED = Annotated[
    bool,
    typer.Option(
        "--as-approved/--as-of-today", help="Count what the office approved, or everything as it is."
    ),
]


def _basis(*, as_approved: bool) -> Basis:
    return Basis.APPROVED if as_approved else Basis.TODAY


@app.command("hxl")
def export_hxl(
    context: typer.Context,
    out: _OUT,
    project: _PROJECT = None,
    course: _COURSE = None,
    first: _FIRST = None,
    last: _LAST = None,
    by: Annotated[str, typer.Option(help="Splits: sex,town,course,...")] = "sex,course",
    as_approved: _APPROVED = False,
) -> None:
    """Write the figures as a tidy table with HXL tags (CSV): one row is one figure."""
    session: CliContext = context.obj
    with session.open() as work:
        found = building.report(
            work,
            asked_extent(work, project, course, first, last),
            by=read_by(by),
            basis=_basis(as_approved=as_approved),
            progress=session.progress,
        )
        path = write_checked(out, humanitarian.write_hxl(work, found, session.language))
    session.result({"file": str(path), "courses": list(found.courses)}, [str(path)])


@app.command("iati")
def export_iati(
    context: typer.Context,
    out: _OUT,
    organisation: Annotated[
        str,
        typer.Option(
            help="Identifier of your organisation, such as XM-DAC-41114; the last one if not given."
        ),
    ] = "",
    kind: Annotated[
        OrganisationType | None, typer.Option("--type", help="Type of your organisation, a code of IATI.")
    ] = None,
    project: _PROJECT = None,
    first: _FIRST = None,
    last: _LAST = None,
    as_approved: _APPROVED = False,
) -> None:
    """Write the results of each project with its indicators, whole and by sex, as IATI 2.03 (XML)."""
    session: CliContext = context.obj
    with session.open() as work:
        ref, before = humanitarian.last_organisation(work)
        made = humanitarian.make_iati(
            work,
            organisation or ref,
            kind or before,
            extent=asked_extent(work, project, None, first, last),
            basis=_basis(as_approved=as_approved),
            progress=session.progress,
        )
        path = write_checked(out, made.data)
    told = [Label("iati.left_out", {"courses": made.left_out})] if made.left_out else []
    document = {"file": str(path), "projects": list(made.projects), "left_out": list(made.left_out)}
    session.result(document, [str(path), *(session.words(label) for label in told)])


@app.command("ics")
def export_ics(context: typer.Context, course: Course, out: _OUT) -> None:
    """Write a course as a calendar (.ics) that telephones and other programs take in."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        path = calendar.save_calendar(work, key, session.language, out)
    session.result({"file": str(path)}, [str(path)])
