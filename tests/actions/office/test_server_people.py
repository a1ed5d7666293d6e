"""Roles of a server follow the people of the office: who comes, whose role changes, who leaves."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.actions.on_server import moved
from tests.actions.refusing import refused
from tests.kit.postgres import PostgresServer, start_another
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.world import World
from trainer_app.actions.base import users
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office import servers
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.server_address import ServerAddress
from trainer_app.store.office import server_roles

PHRASES = {
    UserRole.READER: "ҳафт калимаи дигар барои хонандаи мо",
    UserRole.OFFICER: "пять слов для Зарины и её данных",
}


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """Return a server that asks for passwords."""
    made = start_another()
    made.ask("CREATE ROLE keeper LOGIN CREATEROLE PASSWORD 'of the keeper'")
    made.listen("scram-sha-256", None)
    yield made
    made.stop()


@pytest.fixture
def address(server: PostgresServer) -> ServerAddress:
    name = server.create().database
    server.ask(f"ALTER DATABASE {name} OWNER TO keeper")
    return ServerAddress("127.0.0.1", server.port, name, "keeper", "of the keeper")


@pytest.fixture
def work(tmp_path: Path, server: PostgresServer, address: ServerAddress) -> Iterator[Workplace]:
    """Open an office with a head and two people, whose data lie on a server."""
    with World(tmp_path).office().open() as story:
        own = PASSPHRASE
        for role, phrase in PHRASES.items():
            users.add(story.work, f"Person {role}", role.value, role, phrase, own, cost=CHEAP)
            own = ""
        with moved(story.work, server, address):
            assert servers.arrange(story.work)
            yield story.work


def asked(server: PostgresServer, address: ServerAddress, sql: str) -> str:
    """Return what psql says to somebody with a password. Raises CalledProcessError."""
    where = f"host=127.0.0.1 port={address.port} dbname={address.database} user={address.user}"
    return server.ask_by(f"{where} password={address.password}", sql)


def test_each_connects_with_what_was_made_for_them_and_may_what_the_role_says(
    work: Workplace, server: PostgresServer, address: ServerAddress
) -> None:
    def enter(user: str) -> ServerAddress:
        return servers.address_for(work, address, users.find_user(work, user).key, made[user])

    made = {role.value: servers.open_for(work, role.value) for role in PHRASES}
    assert len(set(made.values())) == 2
    reader, officer = enter("reader"), enter("officer")
    insert = "INSERT INTO setting VALUES ('layout', 'x')"
    assert asked(server, reader, "SELECT count(*) FROM office") == "1"
    with pytest.raises(subprocess.CalledProcessError):
        asked(server, reader, insert)
    asked(server, officer, insert)
    users.set_role(work, "reader", UserRole.OFFICER)
    users.set_role(work, "officer", UserRole.READER)
    assert set(servers.follow(work)) == {reader.user, officer.user}
    assert servers.follow(work) == []
    asked(server, reader, "DELETE FROM setting WHERE name = 'layout'")
    with pytest.raises(subprocess.CalledProcessError):
        asked(server, officer, insert)
    # A new password, as whoever forgot theirs is given: the one before opens nothing.
    made["reader"] = servers.open_for(work, "reader")
    with pytest.raises(subprocess.CalledProcessError):
        asked(server, reader, "SELECT 1")
    assert asked(server, enter("reader"), "SELECT 1") == "1"
    users.remove(work, "reader")
    assert servers.follow(work) == [reader.user]
    with pytest.raises(subprocess.CalledProcessError) as gone:
        asked(server, enter_as(reader, made["reader"]), "SELECT 1")
    assert "password authentication failed" in str(gone.value.stderr)
    assert list(server_roles.roles_of_people(work.database)) == [officer.user]


def enter_as(before: ServerAddress, password: str) -> ServerAddress:
    return ServerAddress(before.host, before.port, before.database, before.user, password)


def test_only_a_head_makes_roles_and_only_on_a_server(work: Workplace, tmp_path: Path) -> None:
    work.person = users.find_user(work, "officer")
    for act in (servers.open_for, servers.follow):
        arguments = ("officer",) if act is servers.open_for else ()
        refused("rights.refused", act, work, *arguments)
    work.person = None
    refused("users.unknown", servers.open_for, work, "nobody")
    with World(tmp_path / "file").office().open() as story:
        refused("server.not_here", servers.follow, story.work)
