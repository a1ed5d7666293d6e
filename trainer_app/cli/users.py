"""`office users`: the people of the office, each with a passphrase of their own, and what they may do.

Passphrases come from TRAINER_PASSPHRASE (one's own), TRAINER_NEW_PASSPHRASE (somebody else's) or a prompt.
"""

from typing import Annotated, Any

import typer

from trainer_app.actions.base import users
from trainer_app.actions.base.users import UserLine
from trainer_app.cli.context import CliContext
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.rights import UserRole

users_app = typer.Typer(no_args_is_help=True, help="The people of the office and what they may do.")

_WHO = typer.Argument(metavar="PERSON", help="Short name, or name.")
_ROLE = typer.Option(help="What they may do.")


@users_app.command("list")
def list_users(context: typer.Context) -> None:
    """List the people of the office; nobody where one person works alone."""
    session: CliContext = context.obj
    with session.open() as work:
        found = users.list_users(work)
    session.result({"users": [_document(each) for each in found]}, [_line(session, each) for each in found])


@users_app.command()
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Given and family name, as it stands in the history.")],
    short: Annotated[str, typer.Option(help="What they type to unlock.")],
    role: Annotated[UserRole, _ROLE] = UserRole.OFFICER,
) -> None:
    """Let somebody open the office with the passphrase in TRAINER_NEW_PASSPHRASE, or typed."""
    session: CliContext = context.obj
    own, passphrase = session.passphrase(), session.next_passphrase()
    with session.open() as work:
        first = users.is_first(work)
        users.add(work, name, short, role, passphrase, own, cost=session.cost)
        own_short = next((each.user.short for each in users.list_users(work) if each.here), "")
        if first:
            session.say("users.own_short", short=own_short)
    session.result({"added": short, "own": own_short}, [short])


@users_app.command("role")
def set_role(context: typer.Context, person: Annotated[str, _WHO], role: Annotated[UserRole, _ROLE]) -> None:
    """Let somebody do more, or less, from now on."""
    session: CliContext = context.obj
    with session.open() as work:
        users.set_role(work, users.find_user(work, person).key, role)
    session.result({"user": person, "role": role.value}, [person])


@users_app.command("passphrase")
def set_passphrase(context: typer.Context, person: Annotated[str, _WHO]) -> None:
    """Give somebody who has forgotten it the passphrase in TRAINER_NEW_PASSPHRASE, or typed."""
    session: CliContext = context.obj
    passphrase = session.next_passphrase()
    with session.open() as work:
        users.set_passphrase(work, users.find_user(work, person).key, passphrase, cost=session.cost)
    session.result({"user": person, "changed": True}, [person])


@users_app.command()
def remove(context: typer.Context, person: Annotated[str, _WHO]) -> None:
    """Close somebody's way in; the data get a new key at once."""
    session: CliContext = context.obj
    with session.open() as work:
        users.remove(work, users.find_user(work, person).key)
    session.result({"removed": person}, [person])


def _document(line: UserLine) -> dict[str, Any]:
    user = line.user
    return {
        "id": user.key,
        "name": user.name,
        "short": user.short,
        "role": user.role.value if user.role is not None else None,
        "opens": line.opens,
        "here": line.here,
    }


def _line(session: CliContext, line: UserLine) -> str:
    """Return one person for people: "saidova  M. Saidova  head"."""
    role = line.user.role.value if line.user.role is not None else "none"
    words = [line.user.short, line.user.name, session.words(Label(f"users.role.{role}"))]
    if not line.opens:
        words.append(session.words(Label("users.no_way_in")))
    return "  ".join(words)
