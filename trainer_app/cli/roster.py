"""`roster check`, `roster import`."""

from pathlib import Path
from typing import Annotated, Any

import typer

from trainer_app.actions import courses, roster
from trainer_app.actions.roster import RosterPreview
from trainer_app.cli.session import REFUSED, Session
from trainer_app.domain.roster import Outcome
from trainer_app.domain.tables import Problem
from trainer_app.system.messages import text

app = typer.Typer(no_args_is_help=True, help="Lists of participants: look at one, take one in.")

ListFile = Annotated[Path, typer.Argument(help="The list: xlsx, xls, ods or csv.")]
Sheet = Annotated[str | None, typer.Option(help="The sheet to read; the fullest one if not given.")]


@app.command()
def check(
    context: typer.Context,
    file: ListFile,
    course: Annotated[str | None, typer.Option(help="Code of the course it is meant for.")] = None,
    sheet: Sheet = None,
) -> None:
    """Say what an import would do with every row. Nothing is written."""
    session: Session = context.obj
    with session.open() as work:
        key = courses.find_course(work, course) if course else None
        preview = roster.check(work, file, key, sheet=sheet, progress=session.progress)
    settlement = preview.settle()
    if not settlement.people:
        _refuse(session, preview)
        return
    counts = [settlement.count(each) for each in (Outcome.IMPORTED, Outcome.MATCHED, Outcome.REFUSED)]
    _write(session, preview, *counts)


@app.command("import")
def import_list(
    context: typer.Context,
    file: ListFile,
    course: Annotated[str, typer.Option(help="Code of the course.")],
    sheet: Sheet = None,
    take_newer: Annotated[
        bool, typer.Option(help="Take rank, unit and district of people known before from the list.")
    ] = False,
) -> None:
    """Take a list in as one step. People who are known are matched, nobody is on the course twice."""
    session: Session = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        preview = roster.check(work, file, key, sheet=sheet, progress=session.progress)
        if not preview.settle().people:
            _refuse(session, preview)
            return
        result = roster.apply(work, preview, take_newer=take_newer, progress=session.progress)
    _write(session, preview, result.imported, result.matched, result.refused)


def _write(session: Session, preview: RosterPreview, imported: int, matched: int, refused: int) -> None:
    document = _document(session, preview, imported, matched, refused)
    counts = {name: document[name] for name in ("rows", "imported", "matched", "refused")}
    lines = [text("roster_action.sum", session.language, **counts)]
    session.result(document, lines + [_line(each) for each in document["problems"]])


def _refuse(session: Session, preview: RosterPreview) -> None:
    """Say that nobody could be taken, with the problems that say why."""
    message = text("roster_action.nothing", session.language, rows=preview.plan.rows)
    error = {"code": "roster_action.nothing", "message": message, "details": {"rows": preview.plan.rows}}
    document = _document(session, preview, 0, 0, preview.plan.rows)
    if not session.json:
        session.say("roster_action.nothing", rows=preview.plan.rows)
    session.result({"error": error, **document}, [_line(each) for each in document["problems"]])
    session.exit_code = REFUSED


def _document(
    session: Session, preview: RosterPreview, imported: int, matched: int, refused: int
) -> dict[str, Any]:
    return {
        "rows": preview.plan.rows,
        "imported": imported,
        "matched": matched,
        "refused": refused,
        "problems": [_problem(session, problem) for problem in preview.problems],
    }


def _problem(session: Session, problem: Problem) -> dict[str, Any]:
    return {
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "code": problem.code,
        "message": session.words(problem.label),
        "severity": problem.severity.value,
        "proposal": problem.proposal,
    }


def _line(problem: dict[str, Any]) -> str:
    place = " ".join(str(part) for part in (problem["row"], problem["column"]) if part)
    value = f" [{problem['value']}]" if problem["value"] else ""
    return f"{place or '-'}: {problem['message']}{value}"
