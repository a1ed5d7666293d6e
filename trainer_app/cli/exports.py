"""What leaves for others: `export` for other programs and calendars, `evidence` for auditors.

Open data, figures with HXL tags, IATI results, a course as a calendar; signed folders, made and checked.
"""

from pathlib import Path
from typing import Annotated, Any

import typer

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import course_life, courses
from trainer_app.actions.office import building, evidence, evidence_checking, humanitarian, open_data
from trainer_app.cli.context import REFUSED, CliContext, Course
from trainer_app.cli.reports import Courses, First, Last, Projects, extent_of
from trainer_app.domain.base.changes import Label
from trainer_app.domain.office.counting import read_by
from trainer_app.domain.office.evidence import EvidenceAsked, EvidenceCheck, Sealing
from trainer_app.domain.office.humanitarian import OrganisationType
from trainer_app.domain.office.reports import Basis, ReportExtent
from trainer_app.system.files import write_checked
from trainer_app.system.folders import WorkplaceState, state_of

app = typer.Typer(no_args_is_help=True, help="Data and figures for others' programs, calendars of courses.")


@app.command("open")
def export_open(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="The new folder to write; a name that is taken gets a number.")],
    project: Projects = None,
    course: Courses = None,
    names: Annotated[
        bool, typer.Option("--names", help="Name the people; it is said in the files, and noted.")
    ] = False,
    sqlite: Annotated[
        bool, typer.Option("--sqlite", help="Also write all tables as one SQLite file.")
    ] = False,
) -> None:
    """Write everything as a Frictionless Data Package: CSV files and datapackage.json; nobody is named."""
    session: CliContext = context.obj
    with session.open() as work:
        done = open_data.export_open(
            work,
            out,
            extent=extent_of(work, ReportExtent(), (project, course, None, None)),
            names=names,
            sqlite=sqlite,
            progress=session.progress,
        )
    if names:
        session.say("open_data.named", count=done.named)
    document = {
        "folder": str(done.folder),
        "rows": dict(done.rows),
        "named": done.named,
        "sqlite": str(done.sqlite) if done.sqlite else None,
    }
    session.result(document, [str(done.folder)])


_OUT = Annotated[Path, typer.Option(help="The new file to write; a name that is taken gets a number.")]
_APPROVED = Annotated[
    bool,
    typer.Option(
        "--as-approved/--as-of-today", help="Count what the office approved, or everything as it is."
    ),
]


def _basis(*, as_approved: bool) -> Basis:
    return Basis.APPROVED if as_approved else Basis.TODAY


@app.command("hxl")
def export_hxl(
    context: typer.Context,
    out: _OUT,
    project: Projects = None,
    course: Courses = None,
    first: First = None,
    last: Last = None,
    by: Annotated[str, typer.Option(help="Splits: sex,town,course,...")] = "sex,course",
    as_approved: _APPROVED = False,
) -> None:
    """Write the figures as a tidy table with HXL tags (CSV): one row is one figure."""
    session: CliContext = context.obj
    with session.open() as work:
        found = building.report(
            work,
            extent_of(work, ReportExtent(), (project, course, None, None), first, last),
            by=read_by(by),
            basis=_basis(as_approved=as_approved),
            progress=session.progress,
        )
        path = write_checked(out, humanitarian.write_hxl(work, found, session.language))
    session.result({"file": str(path), "courses": list(found.courses)}, [str(path)])


@app.command("iati")
def export_iati(
    context: typer.Context,
    out: _OUT,
    organisation: Annotated[
        str,
        typer.Option(
            help="Identifier of your organisation, such as XM-DAC-41114; the last one if not given."
        ),
    ] = "",
    kind: Annotated[
        OrganisationType | None, typer.Option("--type", help="Type of your organisation, a code of IATI.")
    ] = None,
    project: Projects = None,
    first: First = None,
    last: Last = None,
    as_approved: _APPROVED = False,
) -> None:
    """Write the results of each project with its indicators, whole and by sex, as IATI 2.03 (XML)."""
    session: CliContext = context.obj
    with session.open() as work:
        ref, before = humanitarian.last_organisation(work)
        made = humanitarian.make_iati(
            work,
            organisation or ref,
            kind or before,
            extent=extent_of(work, ReportExtent(), (project, None, None, None), first, last),
            basis=_basis(as_approved=as_approved),
            progress=session.progress,
        )
        path = write_checked(out, made.data)
    told = [Label("iati.left_out", {"courses": made.left_out})] if made.left_out else []
    document = {"file": str(path), "projects": list(made.projects), "left_out": list(made.left_out)}
    session.result(document, [str(path), *(session.words(label) for label in told)])


@app.command("ics")
def export_ics(context: typer.Context, course: Course, out: _OUT) -> None:
    """Write a course as a calendar (.ics) that telephones and other programs take in."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        path = course_life.save_calendar(work, key, session.language, out)
    session.result({"file": str(path)}, [str(path)])


evidence_app = typer.Typer(
    no_args_is_help=True, help="Signed folders for auditors: making and checking them."
)

_FOLDER = typer.Argument(metavar="PATH", help="The folder, or the sealed file.")
_ALONE = typer.Option("--alone", help="Open no data folder; compare the digits yourself.")
_SEALED = typer.Option("--sealed", help="Seal it with TRAINER_EVIDENCE_PASSPHRASE, or what is typed.")


@evidence_app.command()
def make(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="Folder to write it into.")],
    course: Courses = None,
    project: Projects = None,
    first: First = None,
    last: Last = None,
    sample: Annotated[int, typer.Option(min=0, help="So many participations drawn at random; 0: all.")] = 0,
    seed: Annotated[str, typer.Option(help="Number of the draw: the same number draws the same again.")] = "",
    recipient: Annotated[
        list[str] | None, typer.Option("--for", metavar="AGE1...", help="Seal it for this key; repeatable.")
    ] = None,
    sealed: Annotated[bool, _SEALED] = False,
) -> None:
    """Write evidence of a course, of several, or of a sample: signed, plain or sealed. It names people."""
    session: CliContext = context.obj
    with session.open() as work:
        extent = extent_of(work, ReportExtent(), (project, course, None, None), first, last)
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
        "others_on_scans": made.on_scans.others,
        "left_out": told,
    }
    session.result(document, [session.words(label) for label in made.labels])


@evidence_app.command()
def verify(
    context: typer.Context,
    path: Annotated[Path, _FOLDER],
    digits: Annotated[str, typer.Option(help="The check digits that the office told: six groups.")] = "",
    alone: Annotated[bool, _ALONE] = False,
) -> None:
    """Check that nothing was changed, added or taken away since it was signed, and tell who signed."""
    session: CliContext = context.obj
    path = evidence_checking.locate(path)
    passphrase = session.evidence_passphrase() if evidence_checking.needs_passphrase(path) else ""
    if _is_alone(session, alone=alone):
        found = evidence_checking.check(path, passphrase=passphrase, digits=digits)
    else:
        with session.open() as work:
            found = evidence_checking.check(path, work, passphrase=passphrase, digits=digits)
    session.result(_document(found), [session.words(label) for label in found.labels])
    if not found.holds:
        session.exit_code = REFUSED


@evidence_app.command("open")
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
