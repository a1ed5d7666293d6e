"""The server of an office: whether it is fit, what it proves itself with, its people, what analysts see.

A server is checked before anything is moved there. `arrange` is for whoever makes an office on a server or
opens one. `follow` is called after any change of the list of people, and when a head opens the office: it
makes the server agree with what the root key signed. What somebody connects with is made by `open_for`; it
lies in their slot of the vault, and the server knows only what proves it.

What analysts see follows from what is there at the moment (`store.office.analyst_views`), but for points of
tests: these `count_tests` counts when a person asks for it. What an answer is worth is said once, in the
program: to say it again in SQL would give other figures some day.
"""

import secrets
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path

from trainer_app.actions.base import identity, rights, users
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import scores
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.server_address import ServerAddress, ServerFinding, judge_server, read_address
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import SOURCE
from trainer_app.store.base.rows import object_number
from trainer_app.store.courses.courses import list_courses
from trainer_app.store.office import analyst_views, server_roles
from trainer_app.system.clock import Clock

type Counted = tuple[int, int, int, bool]
_SECRET_LENGTH = 24
"""Bytes of what somebody connects with."""
_SERVER_FILES = "server"
"""Stem of the names under which PostgreSQL looks for what it proves itself with."""


def check_server(text: str, password: str, clock: Clock) -> list[ServerFinding]:
    """Connect to a database and say what it is like for an office's data. Nothing is left behind in it.

    `text` is its address; `password` is what it holds none of, or "" where none is needed. Raises
    server.bad_address, server.unsafe, server.no_driver, and what connecting raises.
    """
    # Here and not above: an office whose data lie in a file never needs it.
    from trainer_app.store.base.server import ServerDatabase

    address = read_address(text)
    if password and not address.password:
        address = replace(address, password=password)
    with closing(ServerDatabase(address)) as database:
        return judge_server(database.look(clock.millis() // 1000))


def make_server_certificate(name: str, out: Path, clock: Clock) -> Path:
    """Make what a server proves itself with, in a new folder; return where it lies.

    `server.crt` is for every computer of the office, `server.key` for the server alone. A folder that is
    there gets a number. Raises server.bad_name and codes of the topic "files"; then nothing is left.
    """
    # Here and not above: only who sets up a server needs it.
    from trainer_app.bundle.server_certificate import make_certificate
    from trainer_app.system.files import NewFolder, write_checked

    certificate, key = make_certificate(name.strip(), clock.today("UTC"))
    with NewFolder(out) as folder:
        write_checked(folder.path / f"{_SERVER_FILES}.crt", certificate)
        write_checked(folder.path / f"{_SERVER_FILES}.key", key)
        return folder.place()


def arrange(work: Workplace) -> bool:
    """Make what an office on a server has beside its tables, as far as it is not there; tell whether it did.

    Views for analysts, and roles where whoever connected may make them. For whoever makes an office on a
    server or opens one: it is two questions where nothing is to be done. Raises server.not_allowed.
    """
    return work.on_server and server_roles.arrange(work.database)


@guarded
def open_for(work: Workplace, user: str) -> str:
    """Let somebody of the office connect to its server; return the password that was made for that.

    A password of before opens nothing any more. Who has no role that counts may read. Raises users.unknown,
    server.not_here, server.no_roles, server.not_allowed.
    """
    check_on_server(work)
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
    check_on_server(work)
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


def keep_up(work: Workplace) -> None:
    """Let a server follow the list of people where it keeps roles for them; do nothing elsewhere.

    For whatever changes the list. Raises as `follow` does.
    """
    if work.on_server and server_roles.has_roles(work.database):
        follow(work)


def check_on_server(work: Workplace) -> None:
    """Raise server.not_here unless the office's data lie on a server."""
    if not work.on_server:
        raise TrainerError("server.not_here")


@guarded
def count_tests(work: Workplace, progress: Progress = no_progress) -> int:
    """Count all tests of all courses for the view `tests`; return how many there are.

    Raises server.not_here, server.not_allowed, what `progress` raises: then all is as it was.
    """
    check_on_server(work)
    counted = list(chain.from_iterable(_of_courses(work, progress)))
    trust = identity.trust_list(work)
    office = trust.office.name.best(SOURCE) or trust.office.code if trust else ""
    moment = work.moment(work.clock.millis()).isoformat(timespec="seconds")
    about = {"office": office, "tests_counted_at": moment}
    analyst_views.keep_scores(work.database, counted, about)
    return len(counted)


def _of_courses(work: Workplace, progress: Progress) -> Iterator[list[Counted]]:
    listed = list_courses(work.database)
    for done, own in enumerate(listed):
        progress("server.counting_tests", done / len(listed))
        course = own.key
        found = scores.all_scores(work, course)
        if not found:
            continue
        counts = {each.paper for each in scores.counted_tests(work, course).counted}
        yield [
            (
                object_number(work.database, "paper", each.paper),
                each.points,
                each.out_of,
                each.paper in counts,
            )
            for each in found
        ]
