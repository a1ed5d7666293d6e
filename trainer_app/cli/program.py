"""`trainer-cli`: commands, common options, exit codes; `check`, `help`, `self-test`, `demo`, `update`.

    trainer-cli [--data DIR] [--json] [--lang tg|ru|en] COMMAND ...

The common options may stand anywhere. Exit codes: 0 done, 1 refused, 2 wrong usage, 3 done and something
waits in Review.
"""

import functools
import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from trainer_app.actions.attendance.attachments import missing
from trainer_app.actions.base import sync_status
from trainer_app.actions.base.help import help_booklet
from trainer_app.actions.exchange import losses, packs
from trainer_app.actions.office import rebuilding
from trainer_app.actions.today import demo, updates
from trainer_app.actions.today.updates import ProgramStanding
from trainer_app.cli import (
    attendance,
    backups,
    bundles,
    certificates,
    courses,
    evaluations,
    exports,
    office,
    papers,
    people,
    plans,
    reports,
    retention,
)
from trainer_app.cli.context import REFUSED, WRONG_USAGE, CliContext, field_lines
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.help_pages import pages, written
from trainer_app.domain.base.texts import LANGUAGES, SOURCE
from trainer_app.system.files import write_checked
from trainer_app.system.installed import same_version, window_program
from trainer_app.system.logs import keep_memory_private

_PATIENCE = 120
"""Seconds for the window to open and close on the slowest laptop."""


def check(
    context: typer.Context,
    repair: Annotated[
        bool, typer.Option("--repair", help="Make tables that differ anew from the journal, after a copy.")
    ] = False,
) -> None:
    """Check database, journal and tables against each other."""
    session: CliContext = context.obj
    with session.open() as work:
        found = rebuilding.repair(work, session.progress) if repair else sync_status.check(work)
        elsewhere = [one.key for one in missing(work)]
        later = losses.waiting(work)
    document: dict[str, Any] = {
        "ok": found.ok,
        "digest": found.digest,
        "entries": found.entries,
        "problems": list(found.problems),
        # No fault: scans that stay on the laptop where they were attached, or are on their way.
        "attachments_elsewhere": elsewhere,
        # Nor this: what came from newer versions of the program and is shown after the update.
        "newer": [{"device": one.device, "version": one.version, "entries": one.count} for one in later],
    }
    told = {name: value for name, value in document.items() if name != "newer"}
    lines = field_lines({**told, "attachments_elsewhere": len(elsewhere)}, session.language)
    session.result(document, [*lines, *(session.words(one.label) for one in later)])
    if not found.ok:
        session.exit_code = REFUSED


def show_help(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Name of a page; without one all are listed.")] = "",
    booklet: Annotated[Path | None, typer.Option(help="Write all pages as one PDF.")] = None,
) -> None:
    """Show the pages that the window opens with F1, or print them as a booklet."""
    session: CliContext = context.obj
    if booklet is not None:
        path = write_checked(booklet, help_booklet(session.language))
        session.result({"path": str(path)}, [session.words(Label("help.saved", {"path": str(path)}))])
        return
    known = {each.name: each for each in pages(session.language)}
    if not name:
        document = {"pages": [{"name": each.name, "title": each.title} for each in known.values()]}
        session.result(document, [f"{each.name:16}{each.title}" for each in known.values()])
        return
    if name not in known:
        raise TrainerError("help.no_such_page", name=name, known=", ".join(known))
    page = known[name]
    blocks = [written(block, session.language) for block in page.blocks]
    session.result({"name": name, "title": page.title, "text": blocks}, [page.title, "", *blocks])


def self_test(
    context: typer.Context,
    window: Annotated[bool, typer.Option(help="Also open and close a window.")] = True,
) -> None:
    """Make a database, a certificate and a bundle, read them back, open and close a window."""
    # Here and not above: other commands of a file in this computer need nothing of a server.
    from trainer_app.actions.base import moving

    session: CliContext = context.obj
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with _state_in(folder / "state"):
            steps = demo.run(folder, session.progress)
            if moving.has_driver():
                steps = (*steps, "driver")
            if window:
                _try_window(folder / "trainer", session.language)
                steps = (*steps, "window")
    said = [session.words(Label(f"selftest.{step}")) for step in steps]
    session.result({"ok": True, "steps": list(steps)}, said)


@contextmanager
def _state_in(folder: Path) -> Iterator[None]:
    """Keep what is noted outside of data folders in a folder of its own: nothing of the test is to stay."""
    before = os.environ.get("TRAINER_STATE")
    os.environ["TRAINER_STATE"] = str(folder)
    try:
        yield
    finally:
        del os.environ["TRAINER_STATE"]
        if before is not None:
            os.environ["TRAINER_STATE"] = before


def _try_window(data: Path, language: str) -> None:
    """Open and close the window in a process of its own, since no window belongs to this program.

    Raises selftest.window_failed, with the last that the window's program said as a note.
    """
    options = ["--self-test", "--data", str(data), "--lang", language]
    environment = {**os.environ, **same_version(), "TRAINER_PASSPHRASE": demo.TEST_PASSPHRASE}
    try:
        done = subprocess.run(
            [*window_program(), *options],
            env=environment,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise TrainerError("selftest.window_failed", status=type(problem).__name__) from problem
    if done.returncode:
        failed = TrainerError("selftest.window_failed", status=done.returncode)
        said = done.stderr.decode("utf-8", "replace").split("\n")
        for line in [line.strip() for line in said if line.strip()][-1:]:
            failed.add_note(line)
        raise failed


def make_demo(
    context: typer.Context,
    office: Annotated[bool, typer.Option("--office", help="Also make the office's folder.")] = False,
    trainers: Annotated[int, typer.Option(min=0, max=3, help="One folder per trainer, enrolled.")] = 0,
    exchange: Annotated[bool, typer.Option("--exchange", help="Also exchange files, write figures.")] = False,
) -> None:
    """Fill a new data folder with the story: one project, three courses, 65 participants."""
    session: CliContext = context.obj
    made = demo.fill(
        session.folder.root,
        office=office,
        trainers=trainers,
        exchange=exchange,
        cost=session.cost,
        progress=session.progress,
    )
    folders = {
        "office": str(made.office) if made.office else None,
        "trainers": [str(folder) for folder in made.trainers],
    }
    lines = [str(folder) for folder in (*made.trainers, made.office) if folder]
    session.result(
        {
            "folders": folders,
            "passphrase": demo.PASSPHRASE,
            "recovery_key": made.recovery_key,
            "bundles": [str(path) for path in made.bundles],
            "results": [str(path) for path in made.results],
        },
        [*lines, f"TRAINER_PASSPHRASE={demo.PASSPHRASE!r}"],
    )


_COMMON = {"--data": True, "--lang": True, "--json": False}


update_app = typer.Typer(no_args_is_help=True, help="Updates of the program, from a file of its publisher.")


@update_app.command("status")
def update_status(context: typer.Context) -> None:
    """Tell which version runs, which one the next start runs, and which one did not start."""
    session: CliContext = context.obj
    session.result(*_update_lines(session, updates.standing()))


@update_app.command("show")
def update_show(context: typer.Context, file: Path) -> None:
    """Check an update and tell what it brings; exit code 1 where it cannot be taken here."""
    session: CliContext = context.obj
    offer = packs.look_at_update(file)
    document: dict[str, Any] = {
        "number": offer.number,
        "built": offer.built,
        "now": offer.now,
        "news": dict(offer.news),
        "refused": offer.refused.code if offer.refused else None,
    }
    lines = field_lines({"number": offer.number, "built": offer.built, "now": offer.now}, session.language)
    lines.append(offer.news.best(session.language))
    if offer.refused:
        session.exit_code = REFUSED
        lines.append(session.words(Label(offer.refused.code, offer.refused.values)))
    session.result(document, lines)


@update_app.command("hand-on")
def update_hand_on(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(help="The update; without it, what packs carry is told.")
    ] = None,
    stop: Annotated[bool, typer.Option("--stop", help="Packs carry no update any more.")] = False,
) -> None:
    """At the office: let the packs for laptops that run something older carry an update."""
    session: CliContext = context.obj
    with session.open() as work:
        if stop:
            packs.stop_handing_on(work)
        offer = packs.hand_on(work, file) if file else packs.carried_update(work)
    session.result({"carried": offer.number if offer else None})


@update_app.command("install")
def update_install(context: typer.Context, file: Path) -> None:
    """Take an update after a copy of the data; the next start runs it."""
    session: CliContext = context.obj
    with session.open() as work:
        standing = updates.install(work, file, session.progress)
    session.result(*_update_lines(session, standing))


@update_app.command("back")
def update_back(context: typer.Context) -> None:
    """Let the next start run the version before; refused where that one cannot read the data of now."""
    session: CliContext = context.obj
    with session.open() as work:
        standing = updates.step_back(work)
    session.result(*_update_lines(session, standing))


def _update_lines(session: CliContext, standing: ProgramStanding) -> tuple[dict[str, Any], list[str]]:
    document = {
        "number": standing.number,
        "built": standing.built,
        "commit": standing.commit,
        "next": standing.next,
        "failed": standing.failed,
    }
    lines = field_lines({name: value for name, value in document.items() if value}, session.language)
    if standing.next:
        lines.append(session.words(Label("update.next", {"number": standing.next})))
    if standing.failed:
        lines.append(session.words(Label("update.went_back", {"number": standing.failed})))
    return document, lines


def build() -> typer.Typer:
    """Return the program with all its commands."""
    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        help="Attendance, evaluations and certificates, without a window.",
        epilog=(
            "Anywhere: --data DIR for the data folder (or TRAINER_DATA), --json for one JSON document, "
            "--lang tg, ru or en. The passphrase comes from TRAINER_PASSPHRASE or is asked for."
        ),
        pretty_exceptions_enable=False,
    )
    for name, group in (
        ("course", courses.app),
        ("roster", people.roster_app),
        ("plan", plans.app),
        ("session", courses.session_app),
        ("attendance", attendance.app),
        ("sheet", attendance.sheet_app),
        ("attachment", papers.attachment_app),
        ("project", papers.project),
        ("evaluation", evaluations.app),
        ("certificate", certificates.app),
        ("template", certificates.template_app),
        ("paper", papers.app),
        ("bundle", bundles.app),
        ("office", office.office_app),
        ("device", office.device),
        ("pack", office.pack),
        ("review", bundles.review_app),
        ("people", people.app),
        ("erasure", retention.erasure_app),
        ("retention", retention.retention_app),
        ("backup", backups.backup),
        ("update", update_app),
        ("report", reports.report_app),
        ("export", exports.app),
        ("evidence", exports.evidence_app),
    ):
        app.add_typer(group, name=name)
    app.command("demo")(make_demo)
    app.command("check")(check)
    app.command("self-test")(self_test)
    app.command("help")(show_help)
    return app


@functools.cache
def _command() -> Callable[..., object]:
    """Return all commands as Typer calls them, made once: that takes longer than most of them."""
    return typer.main.get_command(build())


def run(arguments: list[str], session: CliContext | None = None) -> int:
    """Run one command and return its exit code. `session` can be given to catch what is written."""
    session = session or CliContext()
    try:
        rest = take_common(arguments, session)
    except ValueError as usage:
        print(usage, file=session.err)
        return WRONG_USAGE
    try:
        _command()(rest, prog_name="trainer-cli", obj=session)
    except TrainerError as problem:
        return session.refuse(problem)
    except SystemExit as ended:
        # Typer ends every command so: 0 when it is done, 2 for wrong usage, which it has told.
        return session.exit_code if not ended.code else int(ended.code)
    return session.exit_code


def take_common(arguments: list[str], session: CliContext) -> list[str]:
    """Take the common options out of the arguments, wherever they stand; return the others.

    Raises ValueError for a language that there is not, and for an option without its value.
    """
    rest: list[str] = []
    waiting = iter(arguments)
    session.language = _language(os.environ.get("LANG", ""))
    for argument in waiting:
        name, equals, value = argument.partition("=")
        if name not in _COMMON:
            rest.append(argument)
            continue
        if _COMMON[name] and not equals:
            value = next(waiting, "")
        if _COMMON[name] and not value:
            raise ValueError(f"{name} needs a value")
        if name == "--data":
            session.data = Path(value)
        elif name == "--lang":
            if value not in LANGUAGES:
                raise ValueError(f"--lang must be one of {', '.join(LANGUAGES)}")
            session.language = value
        else:
            session.json = True
    return rest


def _language(variable: str) -> str:
    found = variable[:2].lower()
    return found if found in LANGUAGES else SOURCE


def main() -> None:
    """Run `trainer-cli` with the arguments of the process."""
    keep_memory_private()
    for stream in (sys.stdout, sys.stderr):
        # A console's own encoding knows no Ғ; what goes into a file or another program is UTF-8.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
