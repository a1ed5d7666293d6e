"""`report`: figures of any scope, layouts kept by name, saved ones checked; and `evaluation results`."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, projects
from trainer_app.actions.evaluations import results
from trainer_app.actions.office import approval, building, reports
from trainer_app.actions.office.building import DEFAULT_SPLITS, report
from trainer_app.cli.context import CliContext, number_text
from trainer_app.cli.courses import DAY, day_of
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import percent_text, points_text
from trainer_app.domain.base.texts import capital
from trainer_app.domain.evaluations.feedback import Results
from trainer_app.domain.evaluations.forms import Learning
from trainer_app.domain.office.approvals import SavedReport
from trainer_app.domain.office.counting import read_by
from trainer_app.domain.office.crossing import ReportLayout, TableQuery, read_figures
from trainer_app.domain.office.report_json import number_of, report_document, results_document
from trainer_app.domain.office.reports import Basis, CrossTable, Figure, Report, ReportExtent, Unit
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES
from trainer_app.system.files import write_checked


class ReportFile(StrEnum):
    """Form of a report."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"


Projects = Annotated[list[str] | None, typer.Option("--project", help="Code of a project, of several.")]
Courses = Annotated[
    list[str] | None, typer.Option("--course", help="Code of a course; several may be, beside projects too.")
]
Donors = Annotated[
    list[str] | None,
    typer.Option("--donor", help="Only of projects with this donor, of several."),
]
Fields = Annotated[
    list[str] | None,
    typer.Option("--field-of-work", help="Only of projects in this field, in several."),
]
First = Annotated[datetime | None, typer.Option("--from", formats=DAY, help="First day counted.")]
Last = Annotated[datetime | None, typer.Option("--to", formats=DAY, help="Last day counted.")]

report_app = typer.Typer(help="Figures of any courses, by whatever they are split; their fingerprints.")


@report_app.callback(invoke_without_command=True)
def count(
    context: typer.Context,
    project: Projects = None,
    course: Courses = None,
    donor: Donors = None,
    field: Fields = None,
    first: First = None,
    last: Last = None,
    by: Annotated[str | None, typer.Option(help="Splits: sex,town,course,...")] = None,
    rows: Annotated[str, typer.Option(help="What stands in the rows of the table: a split.")] = "",
    columns: Annotated[str, typer.Option(help="What stands in its columns: a split.")] = "",
    figures: Annotated[str, typer.Option(help="Figures of the table: women,gain_points,...")] = "",
    layout: Annotated[
        str | None, typer.Option("--saved", help="The report kept under this name; other options change it.")
    ] = None,
    keep_as: Annotated[str | None, typer.Option("--keep-as", help="Keep what is asked for by name.")] = None,
    form: Annotated[
        ReportFile | None, typer.Option("--format", help="Without it figures are listed, or --out gets json.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="File to write; needed for all but json.")] = None,
    with_names: Annotated[
        bool, typer.Option("--with-names", help="List the participants in pdf and xlsx; it is noted.")
    ] = False,
    as_approved: Annotated[
        bool | None,
        typer.Option(
            "--as-approved/--as-of-today",
            help="Count what the office approved, of approved courses alone; or everything as it is now.",
        ),
    ] = None,
) -> None:
    """Count projects, courses or everything. Participants are named only where that is asked for."""
    if context.invoked_subcommand is not None:
        return
    session: CliContext = context.obj
    if with_names and form not in (ReportFile.PDF, ReportFile.XLSX):
        raise typer.BadParameter("--with-names goes with --format pdf or xlsx: the others hold figures alone")
    if form not in (None, ReportFile.JSON) and out is None:
        raise typer.BadParameter("--out is needed for this format")
    with session.open() as work:
        known = building.find_layout(work, layout) if layout else ReportLayout("", by=DEFAULT_SPLITS)
        asked = ReportLayout(
            name=keep_as or known.name,
            extent=extent_of(work, known.extent, (project, course, donor, field), first, last),
            by=known.by if by is None else read_by(by),
            table=_table(known.table, rows, columns, figures),
            basis=known.basis if as_approved is None else Basis.APPROVED if as_approved else Basis.TODAY,
        )
        if keep_as is not None:
            asked = building.keep_layout(work, asked)
        wanted = asked.table if layout or rows or columns or figures else None
        found = report(
            work,
            asked.extent,
            by=asked.by,
            table=wanted,
            names=with_names,
            charts=form in (ReportFile.PDF, ReportFile.XLSX),
            basis=asked.basis,
        )
        document = report_document(found, session.words)
        if form is None or form is ReportFile.JSON:
            lines = [*_listed(session, found)]
            if form is ReportFile.JSON:
                lines = [session.json_text(document)]
            if out is not None:
                path = session.written(document, out)
                document, lines = {**document, "out": str(path)}, [str(path)]
            session.result(document, lines)
            return
        write = {
            ReportFile.CSV: reports.write_report_csv,
            ReportFile.XLSX: reports.write_report_xlsx,
            ReportFile.PDF: reports.print_report,
        }[form]
        made = write(found, session.language)
        with work.journal.transaction():
            changes = reports.note_names(work, found, form.value)
            path = write_checked(out or Path(), made)
    if changes.step is not None:
        session.say("report.names_noted", count=len(found.listed))
    session.result({**document, "out": str(path), "with_names": bool(found.listed)}, [str(path)])


@report_app.command("sentence")
def sentence(
    context: typer.Context,
    project: Projects = None,
    course: Courses = None,
    donor: Donors = None,
    field: Fields = None,
    first: First = None,
    last: Last = None,
    as_approved: Annotated[bool, typer.Option("--as-approved/--as-of-today", help="As `report`.")] = False,
) -> None:
    """Write the donor's sentence and paragraph in the language of `--lang`."""
    session: CliContext = context.obj
    with session.open() as work:
        extent = extent_of(work, ReportExtent(), (project, course, donor, field), first, last)
        found = report(work, extent, by=(), basis=Basis.APPROVED if as_approved else Basis.TODAY)
        said = reports.words_for_donor(found, session.language)
    document = {
        "language": session.language,
        "sentence": said.sentence,
        "paragraph": said.paragraph,
        "notes": list(said.notes),
    }
    session.result(document, [said.sentence, "", said.paragraph, *said.notes])


@report_app.command("layouts")
def list_layouts(context: typer.Context) -> None:
    """List the reports that are kept by name on this computer."""
    session: CliContext = context.obj
    with session.open() as work:
        found = building.list_layouts(work)
    rows = [
        {
            "name": each.name,
            "by": [by.value for by in each.by],
            "rows": each.table.rows.value if each.table.rows else "",
            "columns": each.table.columns.value if each.table.columns else "",
            "figures": list(each.table.figures),
            "as_approved": each.basis is Basis.APPROVED,
        }
        for each in found
    ]
    none = session.words(Label("report.no_layouts"))
    session.result({"layouts": rows}, [each.name for each in found] or [none])


@report_app.command("rename-layout")
def rename_layout(context: typer.Context, name: str, new: str) -> None:
    """Give a report that is kept another name."""
    session: CliContext = context.obj
    with session.open() as work:
        kept = building.rename_layout(work, name, new)
    session.result({"name": kept.name}, [kept.name])


@report_app.command("remove-layout")
def remove_layout(context: typer.Context, name: str) -> None:
    """Forget a report that is kept; no figure is touched."""
    session: CliContext = context.obj
    with session.open() as work:
        building.remove_layout(work, name)
        left = [each.name for each in building.list_layouts(work)]
    session.result({"layouts": left}, left)


@report_app.command("verify")
def verify_report(
    context: typer.Context, file: Annotated[Path, typer.Argument(help="A report saved as JSON.")]
) -> None:
    """Compare a saved report with what was approved, and with the data here.

    One as approved holds while it says what was approved; one as of today, while nothing has moved.
    """
    session: CliContext = context.obj
    with session.open() as work:
        found = approval.verify_saved(work, file)
    lines = [session.words(label) for label in _verified(found)]
    document = [
        {
            "course": each.code,
            "stated": each.stated,
            "now": each.now,
            "same": each.same,
            "as_approved": each.as_approved,
        }
        for each in found.courses
    ]
    same = all(each.same for each in found.courses)
    session.result({"courses": document, "same": same, "holds": found.holds}, lines)
    if not found.holds:
        raise typer.Exit(1)


def _verified(found: SavedReport) -> Iterator[Label]:
    """Say first whether a report says what was approved, and beside it what has moved since."""
    for each in found.courses if found.as_approved else ():
        said = "as_approved" if each.as_approved else "not_as_approved"
        yield Label(f"approval.{said}", {"code": each.code})
    if found.as_approved:
        told = {None: "unknown", True: "same", False: "other"}[found.figures]
        yield Label(f"approval.figures.{told}")
    for each in found.courses:
        yield Label("approval.same" if each.same else "approval.moved", {"code": each.code, "now": each.now})


def extent_of(
    work: Workplace,
    known: ReportExtent,
    typed: Sequence[list[str] | None],
    first: datetime | None = None,
    last: datetime | None = None,
) -> ReportExtent:
    """Return of what a report is: what was typed (projects, courses, donors, fields), or else as kept."""
    project, course, donor, field = typed
    from_day, to_day = day_of(first) or known.first, day_of(last) or known.last
    if project is course is donor is field is None:
        return ReportExtent(known.projects, known.courses, known.donors, known.fields, from_day, to_day)
    return ReportExtent(
        tuple(projects.find_project(work, code).key for code in project or ()),
        tuple(courses.find_course(work, code) for code in course or ()),
        tuple(projects.find_said(work, "donor", text) for text in donor or ()),
        tuple(projects.find_said(work, "field_of_work", text) for text in field or ()),
        from_day,
        to_day,
    )


def _table(known: TableQuery, rows: str, columns: str, figures: str) -> TableQuery:
    """Return the table that is asked for: what was typed, or else as kept."""
    (row, *_), (column, *_) = (read_by(rows) or (known.rows,)), (read_by(columns) or (known.columns,))
    return TableQuery(row, column, read_figures(figures) or known.figures)


def _listed(session: CliContext, found: Report) -> Iterator[str]:
    """Yield a report for people: of what it is counted, every figure, the table."""
    for label in found.basis_told:
        yield session.words(label)
    for figure in found.figures:
        name = capital(session.words(Label(f"counting.{figure.code}")))
        yield f"{name}: {_value(session, figure)}"
    if found.table is not None:
        yield from _table_lines(session, found.table)


def _table_lines(session: CliContext, table: CrossTable) -> Iterator[str]:
    """Yield each figure's cells, in lines of tabs as spreadsheets take them."""
    total = capital(session.words(Label("report.total")))
    for at, code in enumerate(table.codes):
        yield ""
        yield capital(session.words(Label(f"counting.{code}")))
        yield "\t".join(("", *table.columns_named, total))
        for line in table.all_lines:
            name = total if line is table.total else line.name or session.words(Label("counting.not_stated"))
            yield "\t".join((name, *(_value(session, part[at]) for part in line.parts)))
    for note in table.notes:
        yield session.words(note)


def _value(session: CliContext, figure: Figure) -> str:
    """Return a value as it stands on the screen and in the printed report, with its n where it has one."""
    if figure.unit is Unit.PERCENT:
        value = percent_text(figure.value, session.language)
    elif figure.unit is Unit.POINTS:
        value = points_text(figure.value, session.language)
    else:
        value = number_text(number_of(figure), session.language)
    return value if figure.n is None else f"{value} (n {figure.n})"


class ResultsFormat(StrEnum):
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


def show_results(
    context: typer.Context,
    course: Annotated[str | None, typer.Option(help="Code of the course.")] = None,
    project: Annotated[str | None, typer.Option(help="Code of the project: all its courses.")] = None,
    form: Annotated[str | None, typer.Option(help="Title or id of a form: its versions alone.")] = None,
    kind: Annotated[ResultsFormat, typer.Option("--format")] = ResultsFormat.JSON,
    out: Annotated[Path | None, typer.Option(help="File to write; needed for all but json.")] = None,
    no_names: Annotated[bool, typer.Option("--no-names", help="Name no participant (PDF, json).")] = False,
    language: Annotated[
        str | None, typer.Option("--paper-language", help=f"One of {', '.join(PAPER_LANGUAGES)}.")
    ] = None,
) -> None:
    """Show what was learnt, how the items of the tests turned out, and what the feedback says.

    Only people with both tests count for what was learnt; percentages and gains are decimals.
    """
    session: CliContext = context.obj
    if kind is not ResultsFormat.JSON and out is None:
        raise typer.BadParameter("--out is needed for this format")
    with session.open() as work:
        key = courses.find_course(work, course) if course else None
        found = results.gather(
            work,
            course=key,
            project=projects.find_project(work, project).key if project else None,
            form=results.find_form(work, form) if form else None,
        )
        document = results_document(found, session.words, session.language, names=not no_names)
        if kind is not ResultsFormat.JSON:
            spoken = language or session.language
            data = _file(work, found, kind, spoken, key if form is None else None, names=not no_names)
            document["out"] = str(write_checked(out or Path(), data))
        elif out is not None:
            document["out"] = str(session.written(document, out))
    lines = [
        _figure_line(session, name, document[name], found.learning)
        for name in _SHORT
        if document[name] is not None
    ]
    session.result(document, [str(document["out"])] if "out" in document else lines)


def _figure_line(session: CliContext, name: str, value: object, learning: Learning) -> str:
    """Return one figure in words; percentages and their change are rounded from what was counted."""
    title, language = capital(session.words(Label(_SHORT[name]))), session.language
    exact = {
        "pre_mean": percent_text(learning.pre_mean, language),
        "post_mean": percent_text(learning.post_mean, language),
        "gain_points": points_text(learning.gain_points, language),
    }
    return f"{title}: {exact.get(name) or number_text(value, language)}"


def _file(
    work: Workplace, found: Results, kind: ResultsFormat, language: str, course: str | None, *, names: bool
) -> bytes:
    if kind is ResultsFormat.PDF:
        return results.print_results(work, found, language, course=course, names=names)
    write = results.write_results_csv if kind is ResultsFormat.CSV else results.write_results_xlsx
    return write(work, found, language.partition("+")[0])
