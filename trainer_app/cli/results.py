"""`evaluation results`: what tests, ratings and feedback say, as JSON, PDF, workbook or CSV."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions import courses, projects, result_papers
from trainer_app.actions import results as actions
from trainer_app.actions.workplace import Workplace
from trainer_app.cli.fields import capital, number_text
from trainer_app.cli.session import Session
from trainer_app.domain.changes import Label
from trainer_app.domain.paper_languages import PAPER_LANGUAGES
from trainer_app.domain.results import Results
from trainer_app.domain.results_document import results_document
from trainer_app.system.files import write_checked


class Format(StrEnum):
    """Form of the results."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"


_SHORT = {
    "matched": "counting.tests_matched",
    "only_pre": "counting.tests_only_pre",
    "only_post": "counting.tests_only_post",
    "pre_mean": "counting.pre_mean",
    "post_mean": "counting.post_mean",
    "gain_points": "counting.gain_points",
    "hake_g": "counting.hake_g",
    "mean_individual_g": "counting.mean_individual_g",
    "losses": "counting.losses",
    "kr20": "counting.kr20",
}
"""What is told without `--json`, and what it is called."""
_PERCENTS = frozenset(("pre_mean", "post_mean"))


def results(
    context: typer.Context,
    course: Annotated[str | None, typer.Option(help="Code of the course.")] = None,
    project: Annotated[str | None, typer.Option(help="Code of the project: all its courses.")] = None,
    form: Annotated[str | None, typer.Option(help="Title or id of a form: its versions alone.")] = None,
    kind: Annotated[Format, typer.Option("--format")] = Format.JSON,
    out: Annotated[Path | None, typer.Option(help="File to write; needed for all but json.")] = None,
    no_names: Annotated[bool, typer.Option("--no-names", help="Name no participant (PDF).")] = False,
    language: Annotated[
        str | None, typer.Option("--paper-language", help=f"One of {', '.join(PAPER_LANGUAGES)}.")
    ] = None,
) -> None:
    """Show what was learnt, how the items of the tests turned out, and what the feedback says.

    Only people with both tests count for what was learnt; percentages and gains are decimals.
    """
    session: Session = context.obj
    if kind is not Format.JSON and out is None:
        raise typer.BadParameter("--out is needed for this format")
    with session.open() as work:
        key = courses.find_course(work, course) if course else None
        found = actions.results(
            work,
            course=key,
            project=projects.find_project(work, project).key if project else None,
            form=actions.find_form(work, form) if form else None,
        )
        document = results_document(found, session.words, session.language)
        if kind is not Format.JSON:
            spoken = language or session.language
            data = _file(work, found, kind, spoken, key if form is None else None, names=not no_names)
            document["out"] = str(write_checked(out or Path(), data))
    lines = [_line(session, name, document[name]) for name in _SHORT if document[name] is not None]
    session.result(document, [str(document["out"])] if "out" in document else lines)


def _line(session: Session, name: str, value: object) -> str:
    sign = " %" if name in _PERCENTS else ""
    title = capital(session.words(Label(_SHORT[name])))
    return f"{title}: {number_text(value, session.language)}{sign}"


def _file(
    work: Workplace, found: Results, kind: Format, language: str, course: str | None, *, names: bool
) -> bytes:
    if kind is Format.PDF:
        return result_papers.print_results(work, found, language, course=course, names=names)
    write = result_papers.write_results_csv if kind is Format.CSV else result_papers.write_results_xlsx
    return write(found, language.partition("+")[0])
