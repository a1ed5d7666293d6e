"""`template list`, `import`, `export`, `choose`, `archive`: designs of certificates as files."""

from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions.certificates import templates
from trainer_app.actions.courses import projects
from trainer_app.cli.context import CliContext
from trainer_app.domain.base.changes import Label
from trainer_app.domain.certificates.certificates import Design, DesignKind

app = typer.Typer(no_args_is_help=True, help="Designs of certificates, each as one file.")

Ref = Annotated[str, typer.Argument(metavar="DESIGN", help="Its name or id in `template list`.")]


@app.command("list")
def list_designs(context: typer.Context) -> None:
    """List the designs that ship and those taken in or edited here, archived ones too."""
    session: CliContext = context.obj
    with session.open() as work:
        found = templates.list_designs(work, archived=True)
    session.result({"designs": [_row(each) for each in found]}, [_line(session, each) for each in found])


@app.command("import")
def take_in(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A design’s file, or a folder with a template.json.")],
) -> None:
    """Take in a design."""
    session: CliContext = context.obj
    with session.open() as work:
        changes = templates.import_design(work, file)
        row = _row(templates.find_design(work, changes.key or ""))
    session.result(row, [session.words(changes.label)])


@app.command()
def export(
    context: typer.Context, design: Ref, out: Annotated[Path, typer.Option(help="The file to write.")]
) -> None:
    """Write a design as one file."""
    session: CliContext = context.obj
    with session.open() as work:
        path = templates.export_design(work, design, out)
    session.result({"design": design, "out": str(path)}, [str(path)])


@app.command()
def choose(
    context: typer.Context,
    design: Ref,
    project: Annotated[str, typer.Option(help="Code of the project.")],
) -> None:
    """Let a project’s certificates of the design’s kind have it from now on."""
    session: CliContext = context.obj
    with session.open() as work:
        found = templates.find_design(work, design)
        changes = templates.choose(
            work, projects.find_project(work, project).key, found.kind, found.key or found.ref
        )
        used = templates.chosen(work, projects.find_project(work, project).key)
    document = {"project": project, "designs": {kind.value: used[kind].name for kind in DesignKind}}
    session.result(document, [session.words(changes.label)])


@app.command()
def archive(
    context: typer.Context,
    design: Ref,
    back: Annotated[bool, typer.Option("--back", help="Put it back on the list.")] = False,
) -> None:
    """Take a design off the list; what was issued keeps it."""
    session: CliContext = context.obj
    with session.open() as work:
        found = templates.find_design(work, design)
        changes = templates.archive_design(work, found.key, not back)
    session.result({"design": found.name, "archived": not back}, [session.words(changes.label)])


def _line(session: CliContext, design: Design) -> str:
    """Return a design for people; one that ships is called by what it is for, as on the screen."""
    kind = session.words(Label(f"template.kind.{design.kind.value}"))
    name = kind if design.ships else design.name
    return f"{kind:<11} {name:<40} {design.key or design.ref}"


def _row(design: Design) -> dict[str, object]:
    return {
        "id": design.key or design.ref,
        "name": design.name,
        "kind": design.kind.value,
        "sha256": "" if design.ships else design.ref,
        "archived": design.archived,
        "here": design.here,
    }
