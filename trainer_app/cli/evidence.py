"""`evidence`: signed folders for auditors, made and checked; and all that is held about one person."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office import evidence, evidence_checking
from trainer_app.cli.context import REFUSED, CliContext
from trainer_app.cli.courses import DAY
from trainer_app.cli.open_data import asked_extent
from trainer_app.domain.office.evidence import EvidenceAsked, EvidenceCheck, Sealing
from trainer_app.system.folders import WorkplaceState, state_of

app = typer.Typer(no_args_is_help=True, help="Signed folders for auditors: making and checking them.")

_FOLDER = typer.Argument(metavar="PATH", help="The folder, or the sealed file.")
_ALONE = typer.Option("--alone", help="Open no data folder; compare the digits yourself.")
_SEALED = typer.Option("--sealed", help="Seal it with TRAINER_EVIDENCE_PASSPHRASE, or what is typed.")


@app.command()
def make(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="Folder to write it into.")],
    course: Annotated[str | None, typer.Option(help="Code of the course.")] = None,
    project: Annotated[str | None, typer.Option(help="Code of the project.")] = None,
    first: Annotated[datetime | None, typer.Option("--from", formats=DAY)] = None,
    last: Annotated[datetime | None, typer.Option("--to", formats=DAY)] = None,
    sample: Annotated[int, typer.Option(min=0, help="So many participations drawn at random; 0: all.")] = 0,
    seed: Annotated[str, typer.Option(help="What the sample is drawn with: the same draws the same.")] = "",
    recipient: Annotated[
        list[str] | None, typer.Option("--for", metavar="AGE1...", help="Seal it for this key; repeatable.")
    ] = None,
    sealed: Annotated[bool, _SEALED] = False,
) -> None:
    """Write evidence of a course, of several, or of a sample: signed, plain or sealed. It names people."""
    session: CliContext = context.obj
    with session.open() as work:
        extent = asked_extent(work, project, course, first, last)
        sealing = Sealing(tuple(recipient or ()), session.evidence_passphrase() if sealed else "")
        made = evidence.make(
            work,
            EvidenceAsked(extent, sample, seed),
            out,
            sealing,
            language=session.language,
            progress=session.progress,
        )
    session.say("report.names_noted", count=made.people)
    told = [session.words(label) for label in made.left_out]
    document = {
        "path": str(made.path),
        "people": made.people,
        "files": made.files,
        "fingerprint": made.digits,
        "left_out": told,
    }
    session.result(document, [session.words(made.label), *told])


@app.command()
def verify(
    context: typer.Context,
    path: Annotated[Path, _FOLDER],
    digits: Annotated[str, typer.Option(help="The check digits that the office told: six groups.")] = "",
    alone: Annotated[bool, _ALONE] = False,
) -> None:
    """Check that nothing was changed, added or taken away since it was signed, and tell who signed."""
    session: CliContext = context.obj
    passphrase = session.evidence_passphrase() if evidence_checking.needs_passphrase(path) else ""
    if _is_alone(session, alone=alone):
        found = evidence_checking.check(path, passphrase=passphrase, digits=digits)
    else:
        with session.open() as work:
            found = evidence_checking.check(path, work, passphrase=passphrase, digits=digits)
    session.result(_document(found), [session.words(label) for label in found.labels])
    if not found.holds:
        session.exit_code = REFUSED


@app.command("open")
def unpack(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="The sealed file.")],
    out: Annotated[Path, typer.Option(help="Where its folder is to be.")],
    alone: Annotated[bool, _ALONE] = False,
) -> None:
    """Write the files of a sealed one into a new folder, in the clear."""
    session: CliContext = context.obj
    passphrase = session.evidence_passphrase() if evidence_checking.needs_passphrase(path) else ""

    def opened(work: Workplace | None) -> Path:
        return evidence_checking.unpack(path, out, work, passphrase=passphrase)

    if _is_alone(session, alone=alone):
        made = opened(None)
    else:
        with session.open() as work:
            made = opened(work)
    session.result({"path": str(made)}, [str(made)])


def _is_alone(session: CliContext, *, alone: bool) -> bool:
    """Tell whether no data are opened: whoever checks may have none."""
    return alone or state_of(session.folder) is WorkplaceState.NEW


def _document(found: EvidenceCheck) -> dict[str, Any]:
    return {
        "holds": found.holds,
        "files": found.files,
        "findings": [
            {"fault": each.fault.value, "file": each.file, "now": each.now or None} for each in found.findings
        ],
        "signed": found.signed,
        "signer": found.signer.value if found.signed else None,
        "office": found.code,
        "fingerprint": found.digits,
    }
