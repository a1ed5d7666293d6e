"""Commands of `certificate` that make papers: issuing, replacing, renewing, printing, handing out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, eligibility, printing, templates
from trainer_app.actions.certificates.eligibility import Batch
from trainer_app.actions.courses import courses, projects
from trainer_app.actions.papers.papers import with_numbers
from trainer_app.cli.context import CliContext, Course
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.certificates.certificates import Certificate, CertificateReceipt, short_kind
from trainer_app.domain.certificates.serials import pdf_name
from trainer_app.domain.courses.courses import read_numbers
from trainer_app.system.files import PreparedFiles, make_folder

Serials = Annotated[list[str], typer.Argument(metavar="SERIAL...")]
Out = Annotated[Path | None, typer.Option(help="The PDF to write.")]
Each = Annotated[
    Path | None, typer.Option(help="A folder: one PDF for each certificate, named by its number.")
]
Reason = Annotated[str, typer.Option(help="Why; kept with the certificate.")]


def issue(
    context: typer.Context,
    course: Annotated[str | None, typer.Option(help="Code of the course.")] = None,
    project: Annotated[str | None, typer.Option(help="Code of a project: all its courses.")] = None,
    only: Annotated[
        str | None, typer.Option(metavar="NUMBERS", help='Numbers on the list of the course: "1, 4, 7-9".')
    ] = None,
    out: Out = None,
    each: Each = None,
    back: Annotated[bool, typer.Option("--back", help="With the list of sessions on the back.")] = False,
) -> None:
    """Issue certificates and write them as one PDF, or one each, in the language of --lang."""
    if (course is None) == (project is None):
        raise typer.BadParameter("give one of --course and --project")
    if only is not None and course is None:
        raise typer.BadParameter("--only goes with --course")
    _need_target(out, each)
    session: CliContext = context.obj
    with session.open() as work, PreparedFiles() as files:
        batches = _batches(work, course, project, only)
        waiting = eligibility.undecided(work, batches)
        for label in (
            *printing.early_told(work, batches),
            *eligibility.other_days_told(work, batches),
            *eligibility.twice_told(work, batches),
            *waiting.labels(),
        ):
            session.say(label.code, **label.values)
        # What cannot be written takes the issue back with it; and no number is on paper before it is kept.
        with work.journal.transaction():
            issued = certificates.issue_batches(
                work, batches, session.language, back=back, progress=session.progress
            )
            _prepare(session, work, files, issued.certificates, out, each)
            if out or each:
                printing.note_saved(work, issued.certificates)
        paths = _place(files, issued.certificates)
    serials = [found.serial for found in issued.certificates]
    document: dict[str, object] = {
        "issued": len(serials),
        "serials": serials,
        "out": str(paths[0] if out else each),
    }
    document["undecided"] = [
        {"course": each.course, "number": each.number, "name": each.name} for each in waiting.people
    ]
    document["undecided_courses"] = list(waiting.courses)
    session.result({**document, "files": [str(path) for path in paths]}, [*serials, *map(str, paths)])


def replace(
    context: typer.Context,
    serial: str,
    reason: Reason,
    out: Out = None,
    keep_kind: Annotated[
        bool, typer.Option("--keep-kind", help="Of the old one's kind, even if the figures give another now.")
    ] = False,
) -> None:
    """Issue a certificate anew with the corrected data, linked to the old one."""
    session: CliContext = context.obj
    with session.open() as work, PreparedFiles() as files:
        with work.journal.transaction():
            old = certificates.find(work, serial)
            issued = certificates.replace(work, serial, reason, keep_kind=keep_kind)
            _prepare(session, work, files, issued.certificates, out, None)
            if out:
                printing.note_saved(work, issued.certificates)
        paths = _place(files, issued.certificates)
    new = issued.certificates[0]
    if new.kind is not old.kind:
        session.say("certificate.other_kind", kind=session.words(short_kind(new.kind)))
    out_path = str(paths[0]) if paths else None
    document = {"serial": new.serial, "replaces": serial, "out": out_path, "kind": new.kind.value}
    session.result(document, [new.serial, *map(str, paths)])


def renew(context: typer.Context, course: Course, reason: Reason, out: Out = None) -> None:
    """Issue anew all certificates of a course that no longer fit its figures, names, ranks or days."""
    session: CliContext = context.obj
    with session.open() as work, PreparedFiles() as files:
        with work.journal.transaction():
            issued = certificates.renew(work, courses.find_course(work, course), reason)
            _prepare(session, work, files, issued.certificates, out, None)
            if out:
                printing.note_saved(work, issued.certificates)
        paths = _place(files, issued.certificates)
    new = {each.serial: each.facts.replaces for each in issued.certificates}
    document = {"renewed": new, "out": str(paths[0]) if paths else None}
    session.result(document, [*(f"{old} → {serial}" for serial, old in new.items()), *map(str, paths)])


def print_again(
    context: typer.Context,
    serials: Serials,
    out: Out = None,
    each: Each = None,
    by_hand: Annotated[
        bool,
        typer.Option("--by-hand", help="Leave out pictures that are not here: signatures go on by hand."),
    ] = False,
) -> None:
    """Write issued certificates again, from their frozen text: the same bytes as the first time."""
    _need_target(out, each)
    session: CliContext = context.obj
    with session.open() as work, PreparedFiles() as files:
        found = printing.with_badges(work, certificates.in_name_order(certificates.valid(work, serials)))
        if by_hand:
            found = templates.leave_out_lost_pictures(work, found)
        with work.journal.transaction():
            _prepare(session, work, files, found, out, each)
            printing.note_saved(work, found)
        paths = [str(path) for path in files.place()]
    told = [certificate.serial for certificate in found]
    session.result({"serials": told, "out": paths[0] if out else str(each), "files": paths}, paths)


def printed(
    context: typer.Context,
    serials: Serials,
    copies: Annotated[int, typer.Option(help="Copies of each that are now on paper.")] = 1,
) -> None:
    """Count certificates that were printed from their files."""
    session: CliContext = context.obj
    with session.open() as work:
        found = certificates.valid(work, serials)
        printing.note_printed(work, found, copies)
        counted = printing.printed(work)
    rows = [
        {"serial": each.serial, "copies": counted[each.key].copies, "saved": counted[each.key].saved}
        for each in found
    ]
    session.result({"rows": rows}, [f"{row['serial']}  {row['copies']}" for row in rows])


def receive(
    context: typer.Context,
    serials: Serials,
    not_received: Annotated[bool, typer.Option("--not-received", help="They were not taken home.")] = False,
    undo: Annotated[bool, typer.Option("--open", help="It is not known any more.")] = False,
) -> None:
    """Say that certificates were received, or that they were not."""
    if not_received and undo:
        raise typer.BadParameter("give one of --not-received and --open")
    session: CliContext = context.obj
    state = (
        CertificateReceipt.NO if not_received else CertificateReceipt.OPEN if undo else CertificateReceipt.YES
    )
    with session.open() as work:
        changes = certificates.receive(work, serials, state)
        found = [certificates.find(work, serial) for serial in serials]
    rows = [
        {
            "serial": each.serial,
            "received": each.received.value or None,
            "on": each.received_on.isoformat() if each.received_on else None,
        }
        for each in found
    ]
    session.result({"rows": rows}, [session.words(changes.label)])


def _batches(work: Workplace, course: str | None, project: str | None, only: str | None) -> list[Batch]:
    if project is not None:
        return eligibility.batches(eligibility.project_board(work, projects.find_project(work, project).key))
    key = courses.find_course(work, course or "")
    if only is None:
        return [Batch(key)]
    return [Batch(key, frozenset(with_numbers(work, key, read_numbers(only))))]


def _need_target(out: Path | None, each: Path | None) -> None:
    if (out is None) == (each is None):
        raise typer.BadParameter("give one of --out and --each")


def _prepare(
    session: CliContext,
    work: Workplace,
    files: PreparedFiles,
    found: Sequence[Certificate],
    out: Path | None,
    each: Path | None,
) -> None:
    """Write the files under other names; inside a transaction, so that a full disk takes all of it back."""
    if out is not None:
        files.add(out, printing.print_certificates(work, found, session.progress))
    if each is not None:
        make_folder(each)
        for certificate in found:
            files.add(each / pdf_name(certificate.serial), printing.print_certificates(work, [certificate]))


def _place(files: PreparedFiles, found: Sequence[Certificate]) -> list[Path]:
    """Give the files their names. Raises certificate.issued_not_saved: the register holds them already."""
    try:
        return files.place()
    except TrainerError as error:
        serials = ", ".join(certificate.serial for certificate in found)
        raise TrainerError("certificate.issued_not_saved", count=len(found), serials=serials) from error
