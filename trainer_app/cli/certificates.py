"""`certificate board`, `issue`, `print`, `receive`, `void`, `replace`, `export`, `verify` and the like."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions import (
    certificates,
    courses,
    credentials,
    handouts,
    numbers,
    verifier,
    verifying,
)
from trainer_app.actions.workplace import Role
from trainer_app.cli import certificate_papers
from trainer_app.cli.certificate_facts import fact_lines
from trainer_app.cli.session import REFUSED, Session
from trainer_app.domain.certificates import BoardRow, CertificateKind
from trainer_app.domain.changes import Label
from trainer_app.domain.series import series_words

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
                "certificate_kind": row.certificate.kind.value if row.certificate else None,
                "fits": row.unfit is None if row.certificate else None,
            }
            for row in rows
        ]
    }
    lines = _board_lines(session, rows)
    unfit = sum(row.unfit is not None for row in rows)
    if unfit:
        session.say("certificate.unfit_count", count=unfit)
    session.result(document, lines)


app.command("issue")(certificate_papers.issue)
app.command("print")(certificate_papers.print_again)
app.command("printed")(certificate_papers.printed)
app.command("receive")(certificate_papers.receive)
app.command("replace")(certificate_papers.replace)


@app.command()
def void(
    context: typer.Context, serials: Annotated[list[str], typer.Argument(metavar="SERIAL...")], reason: Reason
) -> None:
    """Declare certificates void, for one reason."""
    session: Session = context.obj
    with session.open() as work:
        changes = handouts.void_many(work, serials, reason)
    document = {"serial": serials[0], "serials": serials, "state": "void"}
    session.result(document, [session.words(changes.label)])


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
    """Check a certificate: its QR text, a picture or PDF of it, or its Open Badge (.jwt)."""
    session: Session = context.obj
    with session.open(new=Role.TRAINER) as work:
        check = verifying.verify(work, text)
    document = {
        "result": check.result.value,
        "facts": check.facts,
        "lists_of": check.lists_of.isoformat() if check.lists_of else None,
        "lists_old": check.lists_old,
        "erased": check.erased,
    }
    said = session.words(Label(f"certificate.check.{check.result.value}"))
    session.result(document, [said, *fact_lines(check.facts, session.language)])
    if not check.result.good:
        session.exit_code = REFUSED


@app.command("numbers")
def list_numbers(context: typer.Context) -> None:
    """Show which numbers were given, which hold no longer, and which are missing and why."""
    session: Session = context.obj
    with session.open() as work:
        found = numbers.list_series(work)
    document = [
        {
            "series": each.name,
            "given": each.given,
            "runs": [[run.first, run.last] for run in each.runs],
            "void": each.void,
            "replaced": each.replaced,
            "taken_back": each.taken_back,
            "missing": [[run.first, run.last] for run in each.missing],
        }
        for each in found
    ]
    lines = []
    for each in found:
        lines += [each.name, *(f"  {session.words(line)}" for line in series_words(each))]
    session.result({"series": document}, lines)


@app.command("verifier")
def write_verifier(
    context: typer.Context, out: Annotated[Path, typer.Option(help="The page (.html) to write.")]
) -> None:
    """Write the page that checks certificates in any browser, with the office's lists of today."""
    session: Session = context.obj
    with session.open() as work:
        path = verifier.export_verifier(work, out)
    session.result({"out": str(path)}, [str(path)])


def _board_lines(session: Session, rows: Sequence[BoardRow]) -> list[str]:
    """Return a line each; serials have a column of their own as soon as anybody has one."""
    serials = [row.certificate.serial if row.certificate else "" for row in rows]
    width = max(map(len, serials), default=0)
    shown = [f"{serial or '–':<{width}}  " if width else "" for serial in serials]
    return [
        f"{row.number:>3}  {row.name:<36} {serial}{_result(session, row.result):<34} "
        + "; ".join(map(session.words, [row.unfit, *row.reasons] if row.unfit else row.reasons))
        for row, serial in zip(rows, shown, strict=True)
    ]


def _result(session: Session, kind: CertificateKind) -> str:
    """Return what somebody gets, in the words of the board on the screen."""
    return session.words(Label(f"eligibility.kind.{kind.value}"))
