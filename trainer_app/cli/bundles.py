"""`bundle export`, `inspect`, `import`, `undo`."""

from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions.base import checking, identity
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.review import review
from trainer_app.cli.context import IN_REVIEW, REFUSED, CliContext
from trainer_app.domain.exchange.sending import FileOutcome, FileResult, ImportReport
from trainer_app.system.messages import label_text, text

_NOT_TAKEN = (FileOutcome.REFUSED, FileOutcome.QUARANTINED)

_CO_TRAINER = typer.Option(help="Code of another laptop that can open it too; may be repeated.")

app = typer.Typer(no_args_is_help=True, help="Files between laptops and office.")


@app.command()
def export(
    context: typer.Context,
    to: Annotated[Path, typer.Option(help="Folder to write into.")],
    course: Annotated[str | None, typer.Option(help="Only what touches this course.")] = None,
    co_trainer: Annotated[list[str] | None, _CO_TRAINER] = None,
    everything: Annotated[bool, typer.Option("--everything", help="From the first change on.")] = False,
) -> None:
    """Write everything since the office's last receipt into a file, and read it back."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course) if course else None
        passphrase = "" if identity.has_office(work) else session.new_passphrase()
        sent = sending.export(
            work,
            to,
            course=key,
            passphrase=passphrase,
            co_trainers=co_trainer or (),
            everything=everything,
            progress=session.progress,
        )
    document = {
        "file": str(sent.file),
        "entries": sent.entries,
        "from": sent.first,
        "to": sent.last,
        "scans": sent.scans,
        "scans_later": sent.scans_later,
        "carried": sent.carried,
        "carried_later": sent.carried_later,
    }
    session.result(document, [str(sent.file)])


@app.command()
def inspect(context: typer.Context, file: Path) -> None:
    """Show what a file says of itself, verified; nothing is taken in."""
    session: CliContext = context.obj
    with session.open() as work:
        found = importing.inspect(work, file)
    session.result(
        {
            "kind": found.kind,
            "office": found.office,
            "device": found.device,
            "replica": found.replica,
            "from": found.first,
            "to": found.last,
            "entries": found.entries,
            "counts": dict(found.counts),
            "app": found.app,
            "schema": found.schema,
        }
    )


@app.command("import")
def take_in(
    context: typer.Context,
    files: list[Path],
    rehearse: Annotated[bool, typer.Option("--rehearse", help="Only show what it would do.")] = False,
) -> None:
    """Take in files, in any order, any number of times."""
    session: CliContext = context.obj
    with session.open() as work:
        if rehearse:
            rehearsal = importing.rehearse(work, files)
            report = rehearsal.report
            effects = {one.code: [one.before, one.after] for one in rehearsal.effects}
        else:
            report = importing.import_files(work, files, progress=session.progress)
            effects = {}
        digest = "" if rehearse else checking.digest(work)
        waiting = review.count(work)
    document = {**_document(report, digest, session.language), **({"effects": effects} if rehearse else {})}
    refused = [found for found in report.files if found.result in _NOT_TAKEN]
    if refused:
        document["error"] = _error(refused[0], session.language)
    lines = _lines(report, session.language, rehearsed=rehearse)
    if rehearse:
        now, after = effects["contradictions"]
        lines.append(text("cli.rehearsed", session.language, now=now, after=after))
    session.result(document, lines)
    if refused:
        session.exit_code = REFUSED
    elif waiting and not rehearse:
        session.exit_code = IN_REVIEW


@app.command()
def undo(context: typer.Context, import_id: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Take an import back: by its number, its bundle's id or its file's name."""
    session: CliContext = context.obj
    with session.open() as work:
        number = importing.find_import(work, import_id)
        importing.undo_import(work, number)
        digest = checking.digest(work)
    said = text("cli.import_undone", session.language, number=number)
    session.result({"undone": number, "digest": digest}, [said])


def _error(found: FileResult, language: str) -> dict[str, object]:
    """Return why the first file that was not taken in was not, in the form of every refusal."""
    message = text(found.code, language, **found.values)
    return {"code": found.code, "message": message, "details": {"file": found.file}}


def _document(report: ImportReport, digest: str, language: str) -> dict[str, object]:
    return {
        "files": [
            {
                "file": found.file,
                "result": found.result.value,
                "code": found.code,
                "message": text(found.code, language, **found.values) if found.code else "",
                "new_entries": found.new_entries,
                "new_scans": found.new_scans,
                "conflicts": found.conflicts,
                "id": found.step,
                "newer": found.newer.count if found.newer else 0,
                "notes": [label_text(label, language) for label in found.notes],
            }
            for found in report.files
        ],
        "summary": {outcome.value: report.count(outcome) for outcome in FileOutcome},
        "digest": digest,
        "news": [label_text(label, language) for label in report.news],
    }


def _lines(report: ImportReport, language: str, *, rehearsed: bool) -> list[str]:
    lines = []
    for found in report.urgent_first:
        why = text(found.code, language, **found.values) if found.code else ""
        notes = " ".join(label_text(label, language) for label in found.notes)
        outcome = "ready" if rehearsed and found.result is FileOutcome.IMPORTED else found.result.value
        code = f"cli.file_{outcome}"
        said = f"{text(code, language, file=found.file, count=found.new_entries)} {why}".rstrip()
        lines.append(f"{said} {notes}".rstrip())
    if len(report.files) > 1:
        summary = report.summary(rehearsed=rehearsed)
        lines.append(", ".join(label_text(label, language) for label in summary))
    return [*lines, *(label_text(label, language) for label in report.news)]
