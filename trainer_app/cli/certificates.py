"""`certificate board`, `issue`, `void`, `replace`, `export`, `verify`."""

from itertools import starmap
from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions import certificates, courses, credentials, papers, verifying
from trainer_app.actions.workplace import Role
from trainer_app.cli.session import REFUSED, Session
from trainer_app.system.files import write_checked

app = typer.Typer(no_args_is_help=True, help="Certificates: who gets one, issuing, checking.")

Course = Annotated[str, typer.Option(help="Code of the course.")]
Reason = Annotated[str, typer.Option(help="Why; kept with the certificate.")]


@app.command()
def board(context: typer.Context, course: Course) -> None:
    """Show who completes a course, and why."""
    session: Session = context.obj
    with session.open() as work:
        rows = certificates.board(work, courses.find_course(work, course))
    document = {
        "rows": [
            {
                "number": row.number,
                "name": row.name,
                "share": row.share,
                "post_test": row.post_test,
                "result": row.result.value,
                "reasons": [session.words(reason) for reason in row.reasons],
                "reason_codes": [reason.code for reason in row.reasons],
                "serial": row.certificate.serial if row.certificate else None,
            }
            for row in rows
        ]
    }
    lines = [
        f"{row.number:>3}  {row.name:<36} {row.result.value:<11} "
        + "; ".join(session.words(reason) for reason in row.reasons)
        for row in rows
    ]
    session.result(document, lines)


@app.command()
def issue(
    context: typer.Context,
    course: Course,
    out: Annotated[Path, typer.Option(help="The PDF to write.")],
) -> None:
    """Issue the certificates of a course and write them as one PDF, in the language of --lang."""
    session: Session = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        # A file that cannot be written takes the issue back with it: no number is given without its paper.
        with work.journal.transaction():
            issued = certificates.issue(work, key, session.language, progress=session.progress)
            path = write_checked(out, papers.print_certificates(issued.certificates, session.progress))
    serials = [found.serial for found in issued.certificates]
    session.result({"issued": len(serials), "serials": serials, "out": str(path)}, [*serials, str(path)])


@app.command()
def void(context: typer.Context, serial: str, reason: Reason) -> None:
    """Declare a certificate void."""
    session: Session = context.obj
    with session.open() as work:
        changes = certificates.void(work, serial, reason)
    session.result({"serial": serial, "state": "void"}, [session.words(changes.label)])


@app.command()
def replace(
    context: typer.Context,
    serial: str,
    reason: Reason,
    out: Annotated[Path | None, typer.Option(help="The PDF to write.")] = None,
) -> None:
    """Issue a certificate anew with the corrected data, linked to the old one."""
    session: Session = context.obj
    with session.open() as work, work.journal.transaction():
        issued = certificates.replace(work, serial, reason)
        path = write_checked(out, papers.print_certificates(issued.certificates)) if out else None
    new = issued.certificates[0].serial
    session.result({"serial": new, "replaces": serial, "out": str(path) if path else None}, [new])


@app.command()
def export(
    context: typer.Context, serial: str, out: Annotated[Path, typer.Option(help="The file (.jwt) to write.")]
) -> None:
    """Write a certificate as an Open Badge 3.0, for wallets and registers. The file holds the name."""
    session: Session = context.obj
    with session.open() as work:
        path = credentials.export_badge(work, serial, out)
    session.result({"serial": serial, "out": str(path)}, [str(path)])


@app.command()
def verify(context: typer.Context, text: Annotated[str, typer.Argument(metavar="TEXT|FILE")]) -> None:
    """Check a certificate: its QR text, or a picture or PDF of it."""
    session: Session = context.obj
    with session.open(new=Role.TRAINER) as work:
        check = verifying.verify(work, text)
    document = {
        "result": check.result.value,
        "facts": check.facts,
        "lists_of": check.lists_of.isoformat() if check.lists_of else None,
    }
    session.result(document, [check.result.value, *starmap(_fact_line, check.facts.items())])
    if not check.result.good:
        session.exit_code = REFUSED


def _fact_line(name: str, fact: object) -> str:
    """Return a fact as a person reads it: hours, not the hundredths of one that travel in the code."""
    return f"{name}: {fact / 100:g}" if name == "hours" and isinstance(fact, int) else f"{name}: {fact}"
