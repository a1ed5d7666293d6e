"""The people of an office on a server, as roles of that server: they follow what its root key signed.

`follow` is called after any change of the list of people, and when an office is opened by a head: it makes
the server agree with the list. What somebody connects with is made by `open_for`; it lies in their slot of the
vault, and the server knows only what proves it.
"""

import secrets

from trainer_app.actions.base import rights, users
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.server_address import ServerAddress
from trainer_app.domain.base.structs import replace
from trainer_app.store.base.database import Database
from trainer_app.store.base.postgres import POSTGRES
from trainer_app.store.office import server_roles

_SECRET_LENGTH = 24
"""Bytes of what somebody connects with."""


def is_on_server(database: Database) -> bool:
    """Tell whether an office's data lie on a server."""
    return database.dialect is POSTGRES


def arrange(work: Workplace) -> bool:
    """Make what an office on a server has beside its tables, as far as it is not there; tell whether it did.

    Views for analysts, and roles where whoever connected may make them. For whoever makes an office on a
    server or opens one: it is two questions where nothing is to be done. Raises server.not_allowed.
    """
    return is_on_server(work.database) and server_roles.arrange(work.database)


@guarded
def open_for(work: Workplace, user: str) -> str:
    """Let somebody of the office connect to its server; return the password that was made for that.

    A password of before opens nothing any more. Who has no role that counts may read. Raises users.unknown,
    server.not_here, server.no_roles, server.not_allowed.
    """
    check_server(work)
    found = users.find_user(work, user)
    password = secrets.token_urlsafe(_SECRET_LENGTH)
    server_roles.put_person(work.database, found.key, found.role or UserRole.READER, password)
    return password


def address_for(work: Workplace, office: ServerAddress, user: str, password: str) -> ServerAddress:
    """Return the address by which somebody connects; `office` is another one of the same database."""
    return replace(office, user=server_roles.role_of(work.database, user), password=password)


@guarded
def follow(work: Workplace) -> list[str]:
    """Let the server's roles be what the list of people says; return the names of roles that changed.

    Who was removed, or stands in no list, connects no more, and what they have open is closed. Who is on the
    list and has no role yet gets one by `open_for`. Raises server.not_here, server.no_roles,
    server.not_allowed.
    """
    check_server(work)
    database = work.database
    wanted = {server_roles.role_of(database, user.key): user for user in rights.list_users(work)}
    changed = []
    for name, kind in server_roles.roles_of_people(database).items():
        user = wanted.get(name)
        if user is None:
            server_roles.remove_role(database, name)
        elif kind is not (role := user.role or UserRole.READER):
            server_roles.put_person(database, user.key, role)
        else:
            continue
        changed.append(name)
    return changed


def check_server(work: Workplace) -> None:
    """Raise server.not_here unless the office's data lie on a server."""
    if not is_on_server(work.database):
        raise TrainerError("server.not_here")
