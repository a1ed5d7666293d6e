"""The server itself refuses what a role does not allow: each is tried with psql."""

import json
import subprocess
from collections.abc import Iterator

import pytest

from tests.kit.postgres import PostgresServer, postgres, start_another
from tests.store.parts import NOON, key_of, lines_of, put, receive
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.rights import DECIDED_ENTITIES, UserRole
from trainer_app.domain.base.server_address import ServerAddress
from trainer_app.domain.base.settings import OFFICE_KEYS, TRUST
from trainer_app.domain.office.analyst_views import SCHEMA, VIEWS
from trainer_app.store.base.models import MODELS
from trainer_app.store.base.server import ServerDatabase, create_on_server, open_on_server
from trainer_app.store.base.store import Store
from trainer_app.store.office.analyst_views import INNER
from trainer_app.store.office.server_roles import (
    ANALYST,
    arrange,
    group_of,
    has_roles,
    put_person,
    remove_person,
    role_of,
)

CLOCK = (lambda: NOON, lambda replica, number: None)


class Office:
    """An office on a server with a person of each role, made by an owner who is no master of the server."""

    def __init__(self, server: PostgresServer) -> None:
        self.server = server
        self.address = server.create()
        self.name = self.address.database
        self.owner = f"{self.name}_owner"
        server.ask(f"CREATE ROLE {self.owner} LOGIN CREATEROLE")
        server.ask(f"ALTER DATABASE {self.name} OWNER TO {self.owner}")
        self.store = self.create()
        arrange(self.store.database)
        self.users = {role: key_of(role) for role in UserRole}
        for role, user in self.users.items():
            put_person(self.store.database, user, role, f"secret of {role}")
        self.analyst = f"{self.name}_anna"
        server.ask(f"CREATE ROLE {self.analyst} LOGIN IN ROLE {group_of(self.store.database, ANALYST)}")

    def create(self) -> Store:
        store = create_on_server(self.address_of(self.owner), *CLOCK, "d" * 16)
        store.journal.user = "t"
        put(store, "person", "anna", family="Назарова")
        put(store, "office", "office", code="TJ")
        store.change_setting(OFFICE_KEYS, "the root seed")
        store.change_setting(TRUST, ("list", "signature"))
        return store

    def role(self, role: UserRole) -> str:
        return role_of(self.store.database, self.users[role])

    def address_of(self, user: str) -> ServerAddress:
        return self.server.address(self.name, user)

    def open(self, role: UserRole) -> Store:
        store = open_on_server(self.address_of(self.role(role)), *CLOCK)
        store.journal.user = "t"
        return store

    def ask(self, sql: str, user: str) -> str:
        """Return what psql says to somebody."""
        return self.server.ask(sql, self.name, user)

    def refuses(self, sql: str, user: str) -> bool:
        """Tell whether the server lets somebody not do something, and says that it may not be."""
        try:
            self.ask(sql, user)
        except subprocess.CalledProcessError as problem:
            said = str(problem.stderr)
            words = ("permission denied", "row-level security", "must be owner", "must have admin option")
            assert any(each in said for each in words), said
            return True
        return False


@pytest.fixture(scope="module", params=["any", "with TLS"])
def office(request: pytest.FixtureRequest) -> Iterator[Office]:
    """Return an office on the server of the lock and on Debian's: who may make roles differs since 16."""
    made = Office(postgres() if request.param == "any" else start_another(tls=True))
    yield made
    made.store.close()
    if request.param != "any":
        made.server.stop()


WRITES = (
    "INSERT INTO setting VALUES ('a', 'b')",
    "UPDATE person SET family = 'x'",
    "DELETE FROM journal",
    "INSERT INTO journal (id, tail) VALUES (99, '1}')",
    "UPDATE server SET changes = 0",
    "DELETE FROM registry",
    "CREATE TABLE theirs (n INTEGER)",
    "TRUNCATE course",
    "DROP VIEW entry",
    "DELETE FROM entry",
)


@pytest.mark.parametrize("sql", WRITES)
def test_a_reader_who_connects_with_psql_cannot_write(office: Office, sql: str) -> None:
    assert office.refuses(sql, office.role(UserRole.READER))


def test_a_reader_reads_everything_but_secrets(office: Office) -> None:
    reader = office.role(UserRole.READER)
    assert office.ask("SELECT family FROM person ORDER BY id LIMIT 1", reader) == "Назарова"
    assert office.ask("SELECT count(*) FROM entry", reader) == str(len(lines_of(office.store)))
    assert office.ask("SELECT value FROM setting WHERE name = 'office_keys'", reader) == ""
    assert office.ask("SELECT count(*) > 0 FROM setting", reader) == "t"


def line(entity: str, **fields: str) -> str:
    """Return the SQL that adds a line to the journal by hand."""
    said = ", ".join(f'"{name}": "{value}"' for name, value in fields.items())
    tail = f'7,"t":[1,2],  "\\\\u0065": "{entity}", "k":"a", "s": {{{said}}}}}'.replace("\\\\", "\\")
    return f"INSERT INTO journal (id, tail) VALUES (12345, convert_to($x${tail}$x$, 'UTF8'))"


@pytest.mark.parametrize("entity", sorted(DECIDED_ENTITIES))
def test_an_officer_cannot_write_what_a_head_decides(office: Office, entity: str) -> None:
    officer = office.role(UserRole.OFFICER)
    assert office.refuses(line(entity), officer)
    table = MODELS[entity]._meta.table_name
    assert office.refuses(f"INSERT INTO {table} (id) VALUES (77)", officer)
    assert office.refuses(f"DELETE FROM {table}", officer)


def test_an_officer_cannot_write_a_field_that_a_head_decides(office: Office) -> None:
    officer = office.role(UserRole.OFFICER)
    assert office.refuses(line("course", approved="1"), officer)
    assert office.refuses(line("project", retention_months="1"), officer)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal SET tail = '1}'",
        "UPDATE server SET version = 1",
        "INSERT INTO setting VALUES ('roots', '[]')",
        "DROP TABLE person",
        "CREATE TABLE theirs (n INTEGER)",
        "ALTER TABLE journal DISABLE ROW LEVEL SECURITY",
        "DELETE FROM entry",
        f"SELECT secret FROM {INNER}.secret",
        f"SELECT {INNER}.remove_person('x')",
        "SET ROLE {head}",
        "CREATE ROLE mine",
        "GRANT {head} TO {officer}",
    ],
)
def test_an_officer_cannot_go_round_it(office: Office, sql: str) -> None:
    officer, head = office.role(UserRole.OFFICER), group_of(office.store.database, "head")
    assert office.refuses(sql.replace("{head}", head).replace("{officer}", officer), officer)


def test_what_an_officer_does_to_what_is_not_theirs_changes_nothing(office: Office) -> None:
    officer = office.role(UserRole.OFFICER)
    before = office.ask("SELECT value FROM setting WHERE name = 'trust'", office.owner)
    office.ask("UPDATE setting SET value = 'x' WHERE name = 'trust'", officer)
    office.ask("DELETE FROM setting WHERE name = 'trust'", officer)
    office.ask("DELETE FROM journal", officer)
    assert office.ask("SELECT value FROM setting WHERE name = 'trust'", office.owner) == before != ""
    assert lines_of(office.store)


def test_the_program_works_under_each_role(office: Office) -> None:
    reader, officer, head = map(office.open, UserRole)
    assert put(officer, "person", "new", family="Азизов").touched
    assert put(head, "office", "office", code="TJK").touched
    for store, entity in ((reader, "person"), (officer, "office")):
        with pytest.raises(TrainerError) as refused:
            put(store, entity, "other", code="x")
        assert refused.value.code == "server.not_allowed"
    assert "Азизов" in office.ask("SELECT family FROM person", office.role(UserRole.READER))
    assert office.ask("SELECT code FROM office", office.owner) == "TJK"
    for store in (reader, officer, head):
        store.close()


def test_an_officer_takes_in_a_large_file_and_takes_it_back(office: Office) -> None:
    lines = [
        json.dumps(
            {
                "r": "9" * 32,
                "n": n,
                "t": [n, 0],
                "v": 1,
                "u": "t",
                "e": entity,
                "k": key_of(f"{n}"),
                "s": said,
            }
        )
        for n, (entity, said) in enumerate([("person", {"family": f"Family {n}"}) for n in range(300)], 1)
    ]
    lines = [line.replace(", ", ",").replace(": ", ":") for line in lines]
    officer = office.open(UserRole.OFFICER)
    before = officer.database.select("SELECT count(*) FROM journal")
    done = receive(officer, [line.encode() for line in lines], arrival=7)
    assert done.new == 300
    assert officer.database.select("SELECT count(*) FROM person WHERE family LIKE 'Family %'") == [(300,)]
    with officer.database.write():
        officer.database.run("DELETE FROM journal WHERE import = ?", 7)
    assert officer.database.select("SELECT count(*) FROM journal") == before
    decided = lines[0].replace('"person"', '"erasure"').replace(key_of("1"), key_of("other"))
    with pytest.raises(TrainerError) as refused:
        receive(officer, [decided.replace('"n":1,', '"n":500,').encode()], arrival=8)
    assert refused.value.code == "server.not_allowed"
    officer.close()


def test_a_head_makes_changes_and_removes_people_and_no_other_roles(office: Office) -> None:
    head = office.open(UserRole.HEAD)
    name = put_person(head.database, key_of("comer"), UserRole.HEAD, "word")
    assert office.ask("UPDATE setting SET value = value WHERE name = 'trust' RETURNING name", name) == "trust"
    assert put_person(head.database, key_of("comer"), UserRole.READER) == name
    assert office.refuses("DELETE FROM registry", name)
    other = ServerDatabase(office.address_of(name))
    assert other.select("SELECT count(*) FROM person")[0][0] >= 1
    remove_person(head.database, key_of("comer"))
    with pytest.raises(TrainerError) as gone:
        other.select("SELECT 1")
    assert gone.value.code in ("server.gone", "server.refused")
    with pytest.raises(subprocess.CalledProcessError):
        office.ask("SELECT 1", name)
    remove_person(head.database, key_of("comer"))
    for asked in (
        f"SELECT {INNER}.put_person('{office.owner}', 'head', '')",
        f"SELECT {INNER}.put_person('{name}', 'pg_write_server_files', 'SCRAM-SHA-256$x')",
        f"SELECT {INNER}.remove_person('{office.owner}')",
        "CREATE ROLE mine",
    ):
        with pytest.raises(subprocess.CalledProcessError):
            office.ask(asked, office.role(UserRole.HEAD))
    other.close()
    head.close()


def test_the_password_reaches_the_server_only_as_its_proof(office: Office) -> None:
    kept = office.server.ask(
        f"SELECT rolpassword FROM pg_authid WHERE rolname = '{office.role(UserRole.HEAD)}'"
    )
    assert kept.startswith("SCRAM-SHA-256$")


def test_an_analyst_sees_the_views_and_nothing_else(office: Office) -> None:
    listed = office.ask(
        "SELECT table_schema || '.' || table_name FROM information_schema.tables "
        "WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1",
        office.analyst,
    )
    assert set(listed.split()) == {f"{SCHEMA}.{view.name}" for view in VIEWS} | {f"{SCHEMA}.about"}
    for view in VIEWS:
        office.ask(f"SELECT * FROM {SCHEMA}.{view.name}", office.analyst)
    tables = [model._meta.table_name for model in MODELS.values()] + ["journal", "setting", "entry", "blob"]
    for table in tables:
        assert office.refuses(f"SELECT * FROM public.{table}", office.analyst), table
    for sql in (
        f"SELECT * FROM {INNER}.secret",
        f"SELECT * FROM {INNER}.enrolments",
        f"DELETE FROM {SCHEMA}.about",
        f"CREATE VIEW {SCHEMA}.mine AS SELECT 1",
        "CREATE TEMPORARY TABLE mine (n INTEGER)",
        f"CREATE FUNCTION {SCHEMA}.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    ):
        assert office.refuses(sql, office.analyst), sql


def test_no_stranger_of_the_same_server_gets_in(office: Office) -> None:
    office.server.ask(f"CREATE ROLE {office.name}_stranger LOGIN")
    assert office.refuses("SELECT 1", f"{office.name}_stranger")


def test_it_is_done_once_and_again_after_an_update(office: Office) -> None:
    assert not arrange(office.store.database)
    head = office.open(UserRole.HEAD)
    secret = office.ask(f"SELECT secret FROM {INNER}.secret", office.owner)
    # As an update leaves it: a table made anew has taken the views that show it along.
    office.ask(f"COMMENT ON SCHEMA {SCHEMA} IS 'older'", office.owner)
    office.ask("DROP TABLE attendance CASCADE", office.owner)
    head.database.run(head.database.dialect.create_table(MODELS["attendance"]))
    assert arrange(head.database)
    assert office.ask(f"SELECT secret FROM {INNER}.secret", office.owner) == secret
    assert office.ask(f"SELECT count(*) FROM {SCHEMA}.marks", office.analyst) == "0"
    assert office.ask("SELECT count(*) FROM attendance", office.role(UserRole.READER)) == "0"
    head.close()


def test_who_may_not_make_roles_gets_the_views_alone() -> None:
    server = postgres()
    address = server.create()
    server.ask(f"CREATE ROLE {address.database}_plain LOGIN")
    server.ask(f"ALTER DATABASE {address.database} OWNER TO {address.database}_plain")
    store = create_on_server(server.address(address.database, f"{address.database}_plain"), *CLOCK, "e" * 16)
    assert arrange(store.database)
    assert not arrange(store.database)
    assert not has_roles(store.database)
    assert store.database.select(f"SELECT count(*) FROM {SCHEMA}.marks") == [(0,)]
    with pytest.raises(TrainerError) as refused:
        put_person(store.database, key_of("x"), UserRole.READER, "word")
    assert refused.value.code == "server.no_roles"
    store.close()
