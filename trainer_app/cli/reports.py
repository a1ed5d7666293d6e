"""`report`: figures of a course or project, each with the ids behind it."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions import courses, papers, reports
from trainer_app.cli.courses import DAY, day_of
from trainer_app.cli.fields import capital, number_text
from trainer_app.cli.session import Session
from trainer_app.domain.changes import Label
from trainer_app.domain.figures import number_of, report_document
from trainer_app.domain.reports import Figure, Unit
from trainer_app.domain.splits import read_by
from trainer_app.system.files import write_checked


class Format(StrEnum):
    """Form of a report."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"


def report(
    context: typer.Context,
    project: Annotated[str | None, typer.Option(help="Code of the project.")] = None,
    course: Annotated[str | None, typer.Option(help="Code of the course.")] = None,
    first: Annotated[datetime | None, typer.Option("--from", formats=DAY)] = None,
    last: Annotated[datetime | None, typer.Option("--to", formats=DAY)] = None,
    by: Annotated[str, typer.Option(help="Splits: sex,town,course,...")] = "sex,course",
    form: Annotated[Format, typer.Option("--format")] = Format.JSON,
    out: Annotated[Path | None, typer.Option(help="File to write; needed for all but json.")] = None,
) -> None:
    """Count a course, a project or everything."""
    session: Session = context.obj
    if form is not Format.JSON and out is None:
        raise typer.BadParameter("--out is needed for this format")
    with session.open() as work:
        found = reports.report(
            work,
            project=courses.find_project(work, project).key if project else None,
            course=courses.find_course(work, course) if course else None,
            first=day_of(first),
            last=day_of(last),
            by=read_by(by),
        )
    document = report_document(found, session.words)
    if form is Format.JSON:
        session.result(document, [_line(session, figure) for figure in found.figures])
        return
    write = {
        Format.CSV: papers.write_report_csv,
        Format.XLSX: papers.write_report_xlsx,
        Format.PDF: papers.print_report,
    }[form]
    path = write_checked(out or Path(), write(found, session.language))
    session.result({**document, "out": str(path)}, [str(path)])


def _line(session: Session, figure: Figure) -> str:
    """Return a figure for people, by its name on the screen and in the printed report."""
    name = capital(session.words(Label(f"counting.{figure.code}")))
    sign = " %" if figure.unit is Unit.PERCENT and figure.value is not None else ""
    return f"{name}: {number_text(number_of(figure), session.language)}{sign}"
