"""`certificate`: board, voiding, exporting, verifying, numbers, and the commands of `issuing`.

Also `template`: designs of certificates as files.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions.base.workplace import Role
from trainer_app.actions.certificates import certificates, eligibility, printing, templates, verifying
from trainer_app.actions.courses import courses, projects
from trainer_app.actions.exchange import trust
from trainer_app.cli.context import REFUSED, CliContext, Course, day_text, number_text
from trainer_app.cli.issuing import Reason, issue, print_again, printed, receive, renew, replace
from trainer_app.cli.joint import asked_id, decide
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.base.numbers import round_half_up
from trainer_app.domain.base.text_cleaning import visible_text
from trainer_app.domain.certificates.certificates import (
    BoardRow,
    CertificateCheck,
    CertificateKind,
    Design,
    DesignKind,
    worst_of,
)
from trainer_app.domain.certificates.serials import series_words
from trainer_app.system.messages import text


def fact_lines(facts: Mapping[str, object], language: str) -> list[str]:
    """Return one line for each fact, in the order of the paper; what is empty is left out.

    Hours travel in the code as hundredths, days as ISO texts; a person reads hours and dates.
    """
    lines = {
        "name": _text(facts, "name"),
        "latin": _text(facts, "latin"),
        "rank": _text(facts, "rank"),
        "kind": _kind(_text(facts, "kind"), language),
        "course": _text(facts, "course_title"),
        "days": _days(facts, language),
        "hours": _hours(facts.get("hours"), language),
        "town": _text(facts, "town"),
        "organiser": _text(facts, "organiser"),
        "partner": _text(facts, "partner"),
        "issued": _day(facts, "issued_on"),
        "serial": _text(facts, "serial"),
        "replaces": _text(facts, "replaces"),
        "replaced_by": _text(facts, "replaced_by"),
    }
    return [
        f"{text(f'certificate.fact.{name}', language)}: {value}" for name, value in lines.items() if value
    ]


def _text(facts: Mapping[str, object], name: str) -> str:
    return visible_text(str(facts.get(name) or ""))


def _kind(found: str, language: str) -> str:
    return text(f"eligibility.kind.{found}", language) if found in tuple(CertificateKind) else found


def _hours(hundredths: object, language: str) -> str:
    return number_text(hundredths / 100, language) if isinstance(hundredths, int) else ""


def _day(facts: Mapping[str, object], name: str) -> str:
    found = _text(facts, name)
    return day_text(date.fromisoformat(found)) if found else ""


def _days(facts: Mapping[str, object], language: str) -> str:
    first, last = _day(facts, "first_day"), _day(facts, "last_day")
    if not first or last in ("", first):
        return first
    return text("behind.days", language, first=first, last=last)


app = typer.Typer(no_args_is_help=True, help="Certificates: who gets one, issuing, checking.")


@app.command()
def board(context: typer.Context, course: Course) -> None:
    """Show who completes a course, and why."""
    session: CliContext = context.obj
    with session.open() as work:
        rows = eligibility.board(work, courses.find_course(work, course))
    document = {
        "rows": [
            {
                "number": row.number,
                "name": row.name,
                "share": None if row.share is None else round_half_up(row.share),
                "post_test": None if row.post_test is None else round_half_up(row.post_test),
                "result": row.result.value,
                "reasons": [session.words(reason) for reason in row.reasons],
                "reason_codes": [reason.code for reason in row.reasons],
                "serial": row.certificate.serial if row.certificate else None,
                "certificate_kind": row.certificate.kind.value if row.certificate else None,
                "fits": row.unfit is None if row.certificate else None,
                "misfits": [session.words(reason) for reason in row.misfits],
            }
            for row in rows
        ]
    }
    lines = _board_lines(session, rows)
    unfit = sum(row.unfit is not None for row in rows)
    if unfit:
        session.say("certificate.unfit_count", count=unfit)
    session.result(document, lines)


app.command("issue")(issue)
app.command("print")(print_again)
app.command("printed")(printed)
app.command("receive")(receive)
app.command("replace")(replace)
app.command("renew")(renew)


@app.command()
def void(
    context: typer.Context,
    serials: Annotated[list[str], typer.Argument(metavar="SERIAL...")],
    reason: Reason,
) -> None:
    """Declare certificates void, for one reason; where the office has two heads, both of them."""
    session: CliContext = context.obj
    with session.open() as work:
        changes = decide(session, work, JointMatter.VOID, serials, reason)
    asked = asked_id(changes)
    state = "valid" if asked else "void"
    document = {"serial": serials[0], "serials": serials, "state": state, "asked": asked}
    session.result(document, [session.words(changes.label)])


@app.command()
def export(
    context: typer.Context, serial: str, out: Annotated[Path, typer.Option(help="The file (.jwt) to write.")]
) -> None:
    """Write a certificate as an Open Badge 3.0, for wallets and registers. The file holds the name."""
    session: CliContext = context.obj
    with session.open() as work:
        path = printing.export_badge(work, serial, out)
    session.result({"serial": serial, "out": str(path)}, [str(path)])


@app.command()
def verify(context: typer.Context, text: Annotated[str, typer.Argument(metavar="TEXT|FILE")]) -> None:
    """Check certificates: a QR text, a picture or PDF with any number of them, or an Open Badge (.jwt)."""
    session: CliContext = context.obj
    with session.open(new=Role.TRAINER) as work:
        checks = verifying.verify_all(work, text, progress=session.progress)
    valid = all(check.good for check in checks)
    rows = [_check_row(session, check) for check in checks]
    document = {**_check_row(session, worst_of(checks)), "valid": valid, "checks": rows}
    session.result(document, _check_lines(session, checks))
    if not valid:
        session.exit_code = REFUSED


def _check_row(session: CliContext, check: CertificateCheck) -> dict[str, object]:
    return {
        "result": check.result.value,
        "facts": check.facts,
        "lists_of": check.lists_of.isoformat() if check.lists_of else None,
        "lists_old": check.lists_old,
        "erased": check.erased,
        "mismatch": check.mismatch,
        "replaced_by": check.replaced_by,
        "reason": check.reason,
        "misfits": [session.words(reason) for reason in check.misfits],
    }


def _check_lines(session: CliContext, checks: Sequence[CertificateCheck]) -> list[str]:
    """Return what is said of each certificate, and of several first what the whole file is."""
    count, good = len(checks), sum(check.good for check in checks)
    lines = []
    if count > 1:
        code = "all" if good == count else "some"
        lines.append(session.words(Label(f"certificate.checks.{code}", {"good": good, "count": count})))
    for number, check in enumerate(checks, 1):
        said = Label(f"certificate.check.{check.result.value}")
        one = Label("certificate.checks.one", {"number": number, "count": count, "result": said})
        lines.append(session.words(one if count > 1 else said))
        if check.mismatch:
            lines.append(session.words(Label("certificate.checks.mismatch")))
        if check.misfits:
            why = "; ".join(session.words(reason) for reason in check.misfits)
            lines.append(session.words(Label("certificate.checks.unfit", {"why": why})))
        lines += fact_lines(
            {**check.facts, "replaced_by": check.replaced_by, "reason": check.reason}, session.language
        )
    return lines


@app.command("numbers")
def list_numbers(context: typer.Context) -> None:
    """Show which numbers were given, which hold no longer, and which are missing and why."""
    session: CliContext = context.obj
    with session.open() as work:
        found = certificates.list_series(work)
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
    session: CliContext = context.obj
    with session.open() as work:
        path, digest = trust.export_verifier(work, out)
    session.result({"out": str(path), "sha256": digest}, [str(path), f"SHA-256: {digest}"])
    session.say("certificate.check_page")


def _board_lines(session: CliContext, rows: Sequence[BoardRow]) -> list[str]:
    """Return a line each; serials have a column of their own as soon as anybody has one."""
    serials = [row.certificate.serial if row.certificate else "" for row in rows]
    width = max(map(len, serials), default=0)
    shown = [f"{serial or '–':<{width}}  " if width else "" for serial in serials]
    return [
        f"{row.number:>3}  {row.name:<36} {serial}{_result(session, row.result):<34} "
        + "; ".join(map(session.words, [*row.misfits, *row.reasons]))
        for row, serial in zip(rows, shown, strict=True)
    ]


def _result(session: CliContext, kind: CertificateKind) -> str:
    """Return what somebody gets, in the words of the board on the screen."""
    return session.words(Label(f"eligibility.kind.{kind.value}"))


template_app = typer.Typer(no_args_is_help=True, help="Designs of certificates, each as one file.")

Ref = Annotated[str, typer.Argument(metavar="DESIGN", help="Its name or id in `template list`.")]


@template_app.command("list")
def list_designs(context: typer.Context) -> None:
    """List the designs that ship and those taken in or edited here, archived ones too."""
    session: CliContext = context.obj
    with session.open() as work:
        found = templates.list_designs(work, archived=True)
    session.result(
        {"designs": [_design_row(each) for each in found]}, [_design_line(session, each) for each in found]
    )


@template_app.command("import")
def take_in(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A design’s file, or a folder with a template.json.")],
) -> None:
    """Take in a design."""
    session: CliContext = context.obj
    with session.open() as work:
        changes = templates.import_design(work, file, progress=session.progress)
        row = _design_row(templates.find_design(work, changes.key or ""))
    session.result(row, [session.words(changes.label)])


@template_app.command("export")
def export_design(
    context: typer.Context, design: Ref, out: Annotated[Path, typer.Option(help="The file to write.")]
) -> None:
    """Write a design as one file."""
    session: CliContext = context.obj
    with session.open() as work:
        path = templates.export_design(work, design, out)
    session.result({"design": design, "out": str(path)}, [str(path)])


@template_app.command()
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


@template_app.command()
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


def _design_line(session: CliContext, design: Design) -> str:
    """Return a design for people; one that ships is called by what it is for, as on the screen."""
    kind = session.words(Label(f"template.kind.{design.kind.value}"))
    name = kind if design.ships else design.name
    return f"{kind:<11} {name:<40} {design.key or design.ref}"


def _design_row(design: Design) -> dict[str, object]:
    return {
        "id": design.key or design.ref,
        "name": design.name,
        "kind": design.kind.value,
        "sha256": "" if design.ships else design.ref,
        "archived": design.archived,
        "here": design.here,
    }
