"""`office init`, `office enrol`, `device request`, `device join`, `pack export`."""

from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions import cotrainers, courses, key_papers, workplace
from trainer_app.actions import office as actions
from trainer_app.actions.workplace import Role, Workplace
from trainer_app.cli import archive, errands, keys, recovery, watching
from trainer_app.cli.session import Session
from trainer_app.domain.texts import Texts

office = typer.Typer(no_args_is_help=True, help="The office: its keys and its laptops.")
device = typer.Typer(no_args_is_help=True, help="This laptop: asking to be enrolled, joining.")
office.add_typer(archive.app, name="archive")
office.command("rebuild")(archive.rebuild)
for _command in (errands.ask, errands.asked, errands.withdraw, watching.watch, watching.incoming):
    office.command()(_command)
for _command in (errands.asked, errands.answer, errands.standing):
    device.command()(_command)
pack = typer.Typer(no_args_is_help=True, help="Files from the office to a laptop.")

_COURSES = typer.Option(help="These courses instead of the laptop's own; may be repeated.")
_ALL = typer.Option("--all-courses", help="All courses, with the names of everybody in them.")


@office.command()
def init(
    context: typer.Context,
    name: Annotated[str, typer.Option(help="Name of the office, in the language of --lang.")],
    code: Annotated[str, typer.Option(help="2 to 4 capital letters.")],
    papers: Annotated[Path | None, typer.Option(help="Also write the recovery papers as PDF.")] = None,
    hold: Annotated[
        bool, typer.Option("--hold", help="Keep the keys until `office confirm-papers`.")
    ] = False,
) -> None:
    """Set up the office. The recovery key is shown this once: write it down, twice."""
    session: Session = context.obj
    with session.open(new=Role.OFFICE) as work:
        made = actions.init(work, Texts(**{session.language: name}), code, hold=True)
        if papers:
            key_papers.write(work, papers, session.language)
        session.say("office.keep_recovery_key")
        session.result(
            {
                "code": made.code,
                "recovery_key": made.recovery_key,
                "standby_key": made.standby_key,
                "fingerprint": made.fingerprint,
            }
        )
        if not hold:
            keys.wipe(session, work)


@office.command()
def enrol(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The laptop's request.")],
    device: Annotated[str, typer.Option(help="Code for the laptop, such as K7.")],
    out: Annotated[Path, typer.Option(help="Folder for its first file.")],
    course: Annotated[list[str] | None, _COURSES] = None,
    all_courses: Annotated[bool, _ALL] = False,
) -> None:
    """Take a laptop in and write its first file. Compare the digits by voice."""
    session: Session = context.obj
    with session.open() as work:
        keys = _chosen(work, course, all_courses=all_courses)
        done = actions.enrol(work, file, device, out, keys)
    document = {"device": done.device, "fingerprint": done.fingerprint, "file": str(done.pack.file)}
    session.result(document)


@office.command()
def revoke(context: typer.Context, device: str) -> None:
    """Revoke a lost or stolen laptop: its later files are set aside."""
    session: Session = context.obj
    with session.open() as work:
        actions.revoke(work, device)
    session.result({"revoked": device}, [device])


@device.command()
def request(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="The file to write.")],
    name: Annotated[str, typer.Option(help="Whose laptop it is: given and family name.")] = "",
) -> None:
    """Write the file by which this laptop asks the office to enrol it."""
    session: Session = context.obj
    with session.open(new=Role.TRAINER, user=name) as work:
        if name:
            workplace.change_user(work, name)
        path, digits = actions.request(work, out)
    session.result({"file": str(path), "fingerprint": digits})


@device.command()
def join(context: typer.Context, file: Path) -> None:
    """Take in the office's first file. Compare the digits by voice."""
    session: Session = context.obj
    with session.open() as work:
        joined = actions.join(work, file)
    session.result(
        {
            "office": joined.office,
            "code": joined.office_code,
            "device": joined.device_code,
            "fingerprint": joined.fingerprint,
            "entries": joined.entries,
        }
    )


@device.command()
def leave(context: typer.Context) -> None:
    """Belong to no office again, because the digits were not the same; only before anything was sent."""
    session: Session = context.obj
    with session.open() as work:
        actions.leave(work)
    session.result({"left": True}, [])


@device.command("co-trainers")
def co_trainers(context: typer.Context) -> None:
    """List the other laptops of this office that a file can be sealed for."""
    session: Session = context.obj
    with session.open() as work:
        found = cotrainers.list_co_trainers(work)
    document = {
        "co_trainers": [{"code": one.code, "name": one.name, "courses": list(one.courses)} for one in found]
    }
    session.result(document, [" ".join((one.code, one.name, *one.courses)) for one in found])


@pack.command()
def export(
    context: typer.Context,
    device: Annotated[str, typer.Option(help="Code of the laptop.")],
    to: Annotated[Path, typer.Option(help="Folder to write into.")],
    course: Annotated[list[str] | None, _COURSES] = None,
    all_courses: Annotated[bool, _ALL] = False,
) -> None:
    """Write a file for a laptop: its courses, corrections, receipts, logos, the lists of keys."""
    session: Session = context.obj
    with session.open() as work:
        keys = _chosen(work, course, all_courses=all_courses)
        sent = actions.export_pack(work, device, to, courses=keys, progress=session.progress)
    document = {"file": str(sent.file), "entries": sent.entries, "from": sent.first, "to": sent.last}
    session.result(document, [str(sent.file)])


office.command("papers")(keys.papers)
office.command("confirm-papers")(keys.confirm_papers)
office.command("new-papers")(keys.new_papers)
office.command("replace-root")(keys.replace_root)
office.command("drop-papers")(keys.drop_papers)
office.command("set-up-again")(keys.set_up_again)
office.command("read-files")(keys.read_files)
office.command("answer-recovery")(recovery.answer_recovery)
device.command("ask-recovery")(recovery.ask_recovery)
device.command("recover")(recovery.recover)


def _chosen(work: Workplace, codes: list[str] | None, *, all_courses: bool) -> tuple[str, ...] | None:
    """Return the keys of the courses asked for; None for the laptop's own."""
    if all_courses:
        return tuple(line.course.key for line in courses.list_courses(work))
    return tuple(courses.find_course(work, code) for code in codes) if codes else None
