"""`update`: which version runs, what an update would bring, taking it, going back."""

from pathlib import Path
from typing import Annotated, Any

import typer

from trainer_app.actions.exchange import program_files
from trainer_app.actions.office import updates
from trainer_app.actions.office.updates import ProgramStanding
from trainer_app.cli.context import REFUSED, CliContext, field_lines
from trainer_app.domain.base.changes import Label

app = typer.Typer(no_args_is_help=True, help="Updates of the program, from a file of its publisher.")


@app.command("status")
def status(context: typer.Context) -> None:
    """Tell which version runs, which one the next start runs, and which one did not start."""
    session: CliContext = context.obj
    session.result(*_told(session, updates.standing()))


@app.command("show")
def show(context: typer.Context, file: Path) -> None:
    """Check an update and tell what it brings; exit code 1 where it cannot be taken here."""
    session: CliContext = context.obj
    offer = program_files.look_at(file)
    document: dict[str, Any] = {
        "number": offer.number,
        "built": offer.built,
        "now": offer.now,
        "news": dict(offer.news),
        "refused": offer.refused.code if offer.refused else None,
    }
    lines = field_lines({"number": offer.number, "built": offer.built, "now": offer.now}, session.language)
    lines.append(offer.news.best(session.language))
    if offer.refused:
        session.exit_code = REFUSED
        lines.append(session.words(Label(offer.refused.code, offer.refused.values)))
    session.result(document, lines)


@app.command("hand-on")
def hand_on(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(help="The update; without it, what packs carry is told.")
    ] = None,
    stop: Annotated[bool, typer.Option("--stop", help="Packs carry no update any more.")] = False,
) -> None:
    """At the office: let the packs for laptops that run something older carry an update."""
    session: CliContext = context.obj
    with session.open() as work:
        if stop:
            program_files.stop_handing_on(work)
        offer = program_files.hand_on(work, file) if file else program_files.carried_update(work)
    session.result({"carried": offer.number if offer else None})


@app.command("install")
def install(context: typer.Context, file: Path) -> None:
    """Take an update after a copy of the data; the next start runs it."""
    session: CliContext = context.obj
    with session.open() as work:
        standing = updates.install(work, file, session.progress)
    session.result(*_told(session, standing))


@app.command("back")
def back(context: typer.Context) -> None:
    """Let the next start run the version before; refused where that one cannot read the data of now."""
    session: CliContext = context.obj
    with session.open() as work:
        standing = updates.step_back(work)
    session.result(*_told(session, standing))


def _told(session: CliContext, standing: ProgramStanding) -> tuple[dict[str, Any], list[str]]:
    document = {
        "number": standing.number,
        "built": standing.built,
        "commit": standing.commit,
        "next": standing.next,
        "failed": standing.failed,
    }
    lines = field_lines({name: value for name, value in document.items() if value}, session.language)
    if standing.next:
        lines.append(session.words(Label("update.next", {"number": standing.next})))
    if standing.failed:
        lines.append(session.words(Label("update.went_back", {"number": standing.failed})))
    return document, lines
