"""`plan`: a season from one table, lists for many courses; files for all laptops; whom to telephone."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import seasons
from trainer_app.actions.courses.seasons import SeasonPreview, SeasonResult
from trainer_app.actions.exchange import all_packs
from trainer_app.actions.today.calls import call_list, print_calls
from trainer_app.cli.context import REFUSED, CliContext, day_text, problem_document, problem_line
from trainer_app.domain.base.changes import Label
from trainer_app.domain.courses.season_plan import SeasonLine, SeasonOutcome
from trainer_app.system.files import write_checked
from trainer_app.system.messages import text

app = typer.Typer(no_args_is_help=True, help="Many courses from one table, and lists for many courses.")

TableFile = Annotated[Path, typer.Argument(help="The table: xlsx, xls, ods or csv.")]


@app.command()
def check(context: typer.Context, file: TableFile) -> None:
    """Say what would become of every row of a table of courses. Nothing is written."""
    session: CliContext = context.obj
    with session.open() as work:
        preview = seasons.check(work, file, progress=session.progress)
    _write(session, preview)


@app.command("apply")
def apply_table(context: typer.Context, file: TableFile) -> None:
    """Make the courses of a table, with their lists, as one step. What is there already stays as it is."""
    session: CliContext = context.obj
    with session.open(new=Role.OFFICE) as work:
        preview, result = _done(session, work, lambda: seasons.check(work, file, progress=session.progress))
    _write(session, preview, result)


@app.command("lists")
def take_lists(
    context: typer.Context,
    path: Annotated[
        Path, typer.Argument(help="A workbook or folder; its sheets or files are called by courses' codes.")
    ],
    check_only: Annotated[bool, typer.Option("--check", help="Only say what would happen.")] = False,
) -> None:
    """Take lists in for many courses that are there, as one step."""
    session: CliContext = context.obj
    result = None
    with session.open() as work:
        if check_only:
            preview = seasons.check_lists(work, path, progress=session.progress)
        else:
            preview, result = _done(
                session, work, lambda: seasons.check_lists(work, path, progress=session.progress)
            )
    _write(session, preview, result)


@app.command()
def template(
    context: typer.Context, out: Annotated[Path, typer.Option(help="The xlsx file to write.")]
) -> None:
    """Write a table of courses to fill in, with what each column holds."""
    session: CliContext = context.obj
    with session.open() as work:
        seasons.save_template(work, session.language, out)
    session.result({"file": str(out)}, [str(out)])


def _done(
    session: CliContext, work: Workplace, look: Callable[[], SeasonPreview]
) -> tuple[SeasonPreview, SeasonResult | None]:
    """Look at a table and do what it says, unless every row is refused."""
    preview = look()
    if preview.plan.count(SeasonOutcome.REFUSED) == preview.plan.rows:
        return preview, None
    return preview, seasons.apply(work, preview, progress=session.progress)


def _write(session: CliContext, preview: SeasonPreview, result: SeasonResult | None = None) -> None:
    """Write what became of the rows; say so where all of them are refused, or all is there."""
    plan = preview.plan
    counts = {outcome.value: plan.count(outcome) for outcome in SeasonOutcome}
    people = plan.people if result is None else result.people
    sums = {"rows": plan.rows, "new": counts["new"], "lists": counts["list"], "here": counts["here"]}
    sums |= {"refused": counts["refused"], "people": people}
    problems = [*plan.problems, *(problem for line in plan.lines for problem in line.problems)]
    document: dict[str, Any] = {
        **sums,
        "courses": [_course(line) for line in plan.lines],
        "problems": [problem_document(session, problem) for problem in problems],
    }
    lines = [text("season.sum", session.language, **sums, all_lists=plan.lists)]
    if counts["refused"] == plan.rows:
        message = text("season.nothing", session.language, rows=plan.rows)
        document = {"error": {"code": "season.nothing", "message": message}, **document}
        session.exit_code = REFUSED
        lines.append(message)
    elif not plan.due:
        lines.append(session.words(Label("season.all_here")))
    lines += [_shown(line) for line in plan.lines if line.row is not None]
    session.result(document, lines + [problem_line(each) for each in document["problems"]])


def _course(line: SeasonLine) -> dict[str, Any]:
    row = line.row
    first = line.first_day or (row.first_day if row is not None else None)
    return {
        "row": line.number,
        "code": row.code if row is not None else "",
        "outcome": line.outcome.value,
        "first_day": first.isoformat() if first else None,
        "last_day": line.last_day.isoformat() if line.last_day else None,
        "list": line.list_name,
        "people": line.people,
    }


def _shown(line: SeasonLine) -> str:
    code = line.row.code if line.row is not None else ""
    people = "" if line.people is None else f"  {line.people}"
    return f"{code:<20}  {line.outcome.value:<8} {day_text(line.last_day)}{people}"


def export_all(
    context: typer.Context,
    to: Annotated[Path, typer.Option(help="Folder to write into.")],
    device: Annotated[
        list[str] | None, typer.Option(help="Code of a laptop; may be repeated. Without it: all of them.")
    ] = None,
    planned: Annotated[
        bool, typer.Option(help="Courses too that this office planned for the laptop's trainer.")
    ] = True,
) -> None:
    """Write the files for all laptops at once; each name says for whom. Codes and courses as `export` has."""
    session: CliContext = context.obj
    with session.open() as work:
        done = all_packs.export_all(work, to, device, planned=planned, progress=session.progress)
    rows = [
        {
            "device": one.device,
            "file": str(one.pack.file) if one.pack else None,
            "entries": one.pack.entries if one.pack else 0,
            "courses": list(one.courses),
            "error": one.error.code if one.error else None,
        }
        for one in done
    ]
    lines = [str(one.pack.file) for one in done if one.pack]
    errors = [(one.device, one.error) for one in done if one.error]
    lines += [f"{code}: {session.words(Label(error.code, error.values))}" for code, error in errors]
    session.result({"files": rows}, lines)
    if errors:
        session.exit_code = REFUSED


def calls(
    context: typer.Context,
    out: Annotated[Path | None, typer.Option(help="Write the list as PDF, to be printed.")] = None,
) -> None:
    """Say whom to telephone and about what, which files were refused, and what the office does itself."""
    session: CliContext = context.obj
    with session.open() as work:
        found = call_list(work)
        if out is not None:
            write_checked(out, print_calls(work, session.language))
    document: dict[str, Any] = {
        "day": found.day.isoformat(),
        "laptops": [
            {
                "device": line.device,
                "name": line.name,
                "phone": line.phone,
                "reasons": [{"code": each.code, "message": session.words(each)} for each in line.reasons],
            }
            for line in found.lines
        ],
        "refused": [{"file": file.file or file.path.name, "code": file.code} for file in found.files],
        "office": [{"code": each.code, "message": session.words(each)} for each in found.desk],
        "out": str(out) if out is not None else None,
    }
    lines = [f"{file['file']}  {file['code']}" for file in document["refused"]]
    for each in document["laptops"]:
        said = "; ".join(reason["message"] for reason in each["reasons"])
        lines.append(f"{each['device']}  {each['name']}  {each['phone'] or '–'}  {said}")
    lines += [each["message"] for each in document["office"]]
    session.result(document, lines or [session.words(Label("calls.nothing"))])
