"""`attachment add`, `list`, `send`, `remove`, `save`, `prune`; `project logo`."""

from pathlib import Path
from typing import Annotated, Any

import typer

from trainer_app.actions.attendance import attachments
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, projects
from trainer_app.cli.context import REFUSED, CliContext
from trainer_app.domain.attendance.sheets import Attachment, AttachmentKind, SheetFile
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import LogoOwner
from trainer_app.system.messages import text

app = typer.Typer(no_args_is_help=True, help="Scans of signed sheets.")
project = typer.Typer(no_args_is_help=True, help="Projects: the logos on their papers.")


@project.callback()
def group() -> None:
    """Keep `logo` a command of its own, although it is the only one yet."""


@app.command()
def add(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="PDF, PNG or JPEG.")],
    course: Annotated[str, typer.Option(help="Code of the course.")],
    sheet: Annotated[str, typer.Option(help="Code of the sheet, instead of reading it in the file.")] = "",
    page: Annotated[int, typer.Option(help="Page of the sheet; 0 for all of it.", min=0)] = 0,
    send: Annotated[bool, typer.Option("--send", help="Let them go to the office.")] = False,
) -> None:
    """Attach scans of signed sheets, each where the code on it says."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        if sheet:
            found = [_attach(work, path, key, sheet, page, send=send) for path in files]
        else:
            found = list(
                attachments.attach_sheets(work, files, key, travels=send, progress=session.progress).files
            )
        rows = [_found(work, one, session.language) for one in found]
    session.result({"files": rows}, [_found_line(row) for row in rows])
    if any(one.code for one in found):
        session.exit_code = REFUSED


@app.command("list")
def list_all(
    context: typer.Context,
    course: Annotated[str, typer.Option(help="Code of the course.")],
    sheet: Annotated[str, typer.Option(help="Only those of one sheet.")] = "",
) -> None:
    """List what is attached to a course."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        rows = [_row(one) for one in attachments.list_attachments(work, key, sheet or None)]
    shown = [f"{row['id']}  {row['sheet']:<20} {row['size']:>9}  {row['name']}" for row in rows]
    session.result({"attachments": rows}, shown)


@app.command()
def save(
    context: typer.Context,
    attachment: Annotated[str, typer.Argument(help="Its id in `attachment list`.")],
    out: Annotated[Path, typer.Option(help="Folder to write into; anybody can read it there.")],
) -> None:
    """Write a copy into a folder, in the clear."""
    session: CliContext = context.obj
    with session.open() as work:
        path = attachments.save_copy(work, attachment, out)
    session.result({"file": str(path)}, [str(path)])


@app.command()
def send(
    context: typer.Context,
    ids: Annotated[list[str], typer.Argument(help="Ids in `attachment list`.")],
    keep: Annotated[bool, typer.Option("--keep", help="Let them stay here instead.")] = False,
) -> None:
    """Let attachments go to the office with the next file."""
    session: CliContext = context.obj
    with session.open() as work:
        changes = attachments.set_travels(work, ids, travels=not keep)
    session.result({"changed": changes.step is not None}, [session.words(changes.label)])


@app.command()
def remove(context: typer.Context, attachment: str) -> None:
    """Take an attachment away; this can be undone."""
    session: CliContext = context.obj
    with session.open() as work:
        changes = attachments.detach(work, attachment)
    session.result({"removed": attachment}, [session.words(changes.label)])


@app.command()
def prune(context: typer.Context) -> None:
    """Drop contents that nothing refers to any more."""
    session: CliContext = context.obj
    with session.open() as work:
        count = attachments.prune(work)
    session.result({"pruned": count})


@project.command()
def logo(
    context: typer.Context,
    project: Annotated[str, typer.Option(help="Code of the project.")],
    kind: Annotated[LogoOwner, typer.Option(help="Whose logo.")],
    file: Annotated[Path | None, typer.Option(help="PNG or JPEG; without it the logo goes away.")] = None,
) -> None:
    """Give a project one of its logos, or take it away."""
    session: CliContext = context.obj
    with session.open() as work:
        key = projects.find_project(work, project).key
        changes = projects.set_logo(work, key, kind, file)
        shown = sorted(projects.logo_files(work, key))
    session.result({"project": project, "logos": shown}, [session.words(changes.label)])


def _attach(work: Workplace, path: Path, course: str, sheet: str, page: int, *, send: bool) -> SheetFile:
    try:
        made = attachments.attach(
            work, path, kind=AttachmentKind.SHEET, course=course, sheet=sheet, page=page, travels=send
        )
    except TrainerError as refusal:
        return SheetFile(path, code=refusal.code, values=refusal.values)
    return SheetFile(path, keys=(made.key or "",))


def _found(work: Workplace, found: SheetFile, language: str) -> dict[str, Any]:
    """Return what became of one file."""
    rows = [_row(attachments.get_attachment(work, key)) for key in found.keys]
    return {
        "file": str(found.path),
        "attached": rows,
        "pages": [str(code) if code else None for code in found.pages],
        "code": found.code,
        "message": text(found.code, language, **found.values) if found.code else "",
    }


def _found_line(row: dict[str, Any]) -> str:
    if row["code"]:
        return str(row["message"])
    return "\n".join(f"{row['file']}: {one['sheet']} {one['page'] or ''}".rstrip() for one in row["attached"])


def _row(found: Attachment) -> dict[str, Any]:
    return {
        "id": found.key,
        "kind": found.kind.value,
        "sheet": found.sheet,
        "page": found.page,
        "name": found.name,
        "media": found.media,
        "size": found.size,
        "sha256": found.sha256,
        "added_on": found.added_on.isoformat() if found.added_on else None,
        "travels": found.travels,
        "here": found.here,
    }
