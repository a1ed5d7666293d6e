"""`trainer-cli`: the commands, their common options, the exit codes.

    trainer-cli [--data DIR] [--json] [--lang tg|ru|en] COMMAND ...

The common options may stand anywhere. Exit codes: 0 done, 1 refused, 2 wrong usage, 3 done and something
waits in Review.
"""

import functools
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import typer

from trainer_app.cli import (
    attachments,
    attendance,
    backups,
    bundles,
    certificates,
    checks,
    courses,
    demo,
    erasures,
    office,
    papers,
    people,
    question_files,
    reports,
    retention,
    review,
    roster,
    sessions,
    sheets,
    templates,
)
from trainer_app.cli.session import WRONG_USAGE, Session
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.texts import LANGUAGES

_COMMON = {"--data": True, "--lang": True, "--json": False}


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
        ("roster", roster.app),
        ("session", sessions.app),
        ("attendance", attendance.app),
        ("sheet", sheets.app),
        ("attachment", attachments.app),
        ("project", attachments.project),
        ("evaluation", question_files.app),
        ("certificate", certificates.app),
        ("template", templates.app),
        ("paper", papers.app),
        ("bundle", bundles.app),
        ("office", office.office),
        ("device", office.device),
        ("pack", office.pack),
        ("review", review.app),
        ("people", people.app),
        ("erasure", erasures.app),
        ("retention", retention.app),
        ("backup", backups.backup),
    ):
        app.add_typer(group, name=name)
    app.command("report")(reports.report)
    app.command("demo")(demo.demo)
    app.command("check")(checks.check)
    app.command("self-test")(checks.self_test)
    return app


@functools.cache
def _command() -> Callable[..., object]:
    """Return all commands as Typer calls them, made once: that takes longer than most of them."""
    return typer.main.get_command(build())


def run(arguments: list[str], session: Session | None = None) -> int:
    """Run one command and return its exit code. `session` can be given to catch what is written."""
    session = session or Session()
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


def take_common(arguments: list[str], session: Session) -> list[str]:
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
    return found if found in LANGUAGES else "en"


def main() -> None:
    """Run `trainer-cli` with the arguments of the process."""
    for stream in (sys.stdout, sys.stderr):
        # A console's own encoding knows no Ғ; what goes into a file or another program is UTF-8.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
