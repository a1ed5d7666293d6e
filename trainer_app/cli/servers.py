"""`office move-to-server`, `move-to-file`, `connect`, `home` and their like: where an office's data lie.

The password of a server comes from TRAINER_SERVER_PASSWORD, never from an argument that others can read.
"""

import os
from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions.base import moving, server_people
from trainer_app.actions.exchange import desks
from trainer_app.cli.context import SHORT_NAME, CliContext
from trainer_app.domain.base.changes import Label

_PASSWORD = "TRAINER_SERVER_PASSWORD"
ADDRESS = typer.Argument(
    metavar="URL",
    help="postgresql://USER@HOST/DATABASE, over a network with ?sslrootcert=FILE. The password comes "
    "from TRAINER_SERVER_PASSWORD rather than from here.",
)
_YES = typer.Option("--yes", help="Do not ask; off a terminal nobody is asked.")


def move_to_server(
    context: typer.Context,
    address: Annotated[str, ADDRESS],
    yes: Annotated[bool, _YES] = False,
) -> None:
    """Move the office's data into an empty database of its PostgreSQL server; the file here is kept.

    All is copied at once and compared; whatever stops it, the office is in one place. `office check-server`
    says beforehand what the server lacks.
    """
    session: CliContext = context.obj
    with session.open() as work:
        move = moving.prepare_server(work, address, _password())
        if session.must_ask(yes=yes):
            session.agree("moving.ask_server", server=move.address.shown())
        work.close()
        moving.carry_out(move, session.progress)
    found = moving.open_home(move)
    document = {"server": found.server, "tls": found.protection}
    session.result(document, [session.words(Label(move.done, {"server": found.server}))])


def move_to_file(context: typer.Context, yes: Annotated[bool, _YES] = False) -> None:
    """Move the office's data from its server back into the file on this computer; the server's are kept."""
    session: CliContext = context.obj
    with session.open() as work:
        move = moving.prepare_file(work)
        if session.must_ask(yes=yes):
            session.agree("moving.ask_file", server=move.address.shown())
        work.close()
        moving.carry_out(move, session.progress)
    where = move.address.shown()
    document = {"server": "", "left": where}
    session.result(document, [session.words(Label(move.done, {"server": where}))])


def connect(context: typer.Context, address: Annotated[str, ADDRESS]) -> None:
    """Say anew where the office's server is, or its password: it moved itself, or the key file is older."""
    session: CliContext = context.obj
    name = os.environ.get(SHORT_NAME, "")
    server = moving.connect(session.folder, session.passphrase(), address, _password(), name=name)
    session.result({"server": server}, [session.words(Label("moving.connected", {"server": server}))])


def renew_password(context: typer.Context, yes: Annotated[bool, _YES] = False) -> None:
    """Give whoever set the server up a new password, as after somebody left who knew it; print it."""
    session: CliContext = context.obj
    with session.open() as work:
        if session.must_ask(yes=yes):
            session.agree("server.ask_password", user=server_people.owner_of(work))
        made = server_people.renew_password(work)
    document = {"user": made.user, "password": made.password, "shared": made.shared}
    code = "server.password_changed" if made.shared else "server.password_to_tell"
    session.result(document, [session.words(Label(code, {"user": made.user})), made.password])


def save_desk(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the file is written.")],
) -> None:
    """Write the file with which another computer becomes a desk of the office on its server."""
    session: CliContext = context.obj
    with session.open() as work:
        saved = desks.save_for_another(work, file)
    session.result({"file": str(saved)}, [session.words(Label("desks.saved", {"file": str(saved)}))])


def begin_desk(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `office save-desk` wrote.")],
    user: Annotated[str, typer.Option(metavar="NAME", help="Who sits here, if no short name says it.")] = "",
) -> None:
    """Make this computer, which has no data folder yet, a desk of the office whose file this is."""
    session: CliContext = context.obj
    name = os.environ.get(SHORT_NAME, "")
    work = desks.begin_desk(session.folder, file, session.passphrase(), name=name, user_name=user)
    try:
        found = {"code": work.device_code, "server": moving.home(work).server}
    finally:
        work.close()
    session.result(dict(found), [session.words(Label("desks.begun", found))])


def home(context: typer.Context) -> None:
    """Tell where the office's data lie, and what protects the way there."""
    session: CliContext = context.obj
    with session.open() as work:
        found = moving.home(work)
    document = {"server": found.server, "tls": found.protection}
    session.result(document, [session.words(found.words)])


def _password() -> str:
    return os.environ.get(_PASSWORD, "")
