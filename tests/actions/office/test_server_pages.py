"""The help pages about a server: what they say to type is typed here, on a real server, and works."""

import re
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.actions.on_server import moved
from tests.actions.open_worlds import examples, told
from tests.kit.postgres import PostgresServer, postgres, start_another
from trainer_app.actions.office import open_data, servers
from trainer_app.actions.office.servers import check_server, make_server_certificate
from trainer_app.domain.base import help_pages
from trainer_app.domain.base.help_pages import BlockKind
from trainer_app.domain.base.server_address import ServerAddress, Weight, read_address
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.store.office import server_roles
from trainer_app.system.clock import SystemClock

PAGES = ("server-debian", "server-windows", "server-trouble", "analysts")
PASSWORD = "a long password"


def commands(page: str, language: str = "en") -> list[str]:
    """Return what a page says to type, line by line."""
    blocks = help_pages.page(page, language).blocks
    return [line for each in blocks if each.kind is BlockKind.COMMAND for line in each.plain.split("\n")]


def statements(page: str) -> list[str]:
    """Return the SQL of a page, a statement each."""
    blocks = help_pages.page(page, "en").blocks
    typed = "\n".join(each.plain for each in blocks if each.kind is BlockKind.COMMAND)
    return re.findall(r"^(?:CREATE|ALTER|SELECT)[^;]*;", typed, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_the_same_is_typed_in_every_language(page: str) -> None:
    assert commands(page)
    assert all(commands(page, language) == commands(page) for language in LANGUAGES)


def test_both_systems_are_set_up_alike() -> None:
    debian, windows = statements("server-debian"), statements("server-windows")
    assert [each for each in debian if "ssl_" not in each] == windows
    rule = "hostssl trainer all samenet scram-sha-256"
    assert all(any(rule in line for line in commands(page)) for page in PAGES[:2])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """Set up a server as the page for Debian says: its SQL, its line of rules, the program's certificate."""
    made = start_another(tls=True, safe=True)
    certificate = make_server_certificate(
        "office-server", tmp_path_factory.mktemp("stick") / "tls", SystemClock()
    )
    for file in certificate.iterdir():
        made.take_in(file)
    # A server that an office sets up has no user of that name before.
    made.ask("CREATE ROLE postgres SUPERUSER LOGIN")
    made.ask("ALTER ROLE office RENAME TO of_the_tests", user="postgres")
    for statement in statements("server-debian"):
        made.ask(statement, user="postgres")
    (line,) = (each for each in commands("server-debian") if each.startswith("echo "))
    rule = line.split("'")[1]
    made.certificate = certificate / "server.crt"
    made.start_by_rules(rule)
    yield made
    made.stop()


def test_a_copy_is_made_and_brought_back_by_what_the_page_says(
    server: PostgresServer, tmp_path: Path
) -> None:
    made, brought = commands("server-trouble")[:2], commands("server-trouble")[2:]
    server.ask("CREATE TABLE kept AS SELECT 7 AS number", "trainer", user="office")
    server.ask("CREATE ROLE those_who_read NOLOGIN; CREATE ROLE colleague LOGIN IN ROLE those_who_read")
    # Where an office stands there by now, nobody else has a right to its schema.
    grants = ("USAGE ON SCHEMA public", "SELECT ON kept")
    for each in grants:
        server.ask(f"GRANT {each} TO those_who_read", "trainer", user="office")
    for line in made:
        server.type(line, tmp_path)
    server.ask("DROP TABLE kept", "trainer", user="office")
    server.ask("DROP OWNED BY those_who_read", "trainer", user="postgres")
    server.ask("DROP ROLE colleague, those_who_read", user="postgres")
    other = start_another(tls=True)
    other.ask("CREATE ROLE postgres SUPERUSER LOGIN")
    other.ask("ALTER ROLE office RENAME TO of_the_tests", user="postgres")
    for statement in statements("server-debian")[:2]:
        other.ask(statement, user="postgres")
    for line in brought:
        other.type(line, tmp_path)
    assert other.ask("SELECT number FROM kept", "trainer", user="colleague") == "7"
    assert other.ask("SELECT tableowner FROM pg_tables WHERE tablename = 'kept'", "trainer") == "office"
    other.stop()


@pytest.fixture
def address(server: PostgresServer, monkeypatch: pytest.MonkeyPatch) -> ServerAddress:
    """Return the address that the page shows, of this server, by a name that leads to it."""
    monkeypatch.setenv("PGHOSTADDR", "127.0.0.1")
    shown = read_address(commands("server-move")[0])
    return ServerAddress(
        shown.host, server.port, shown.database, shown.user, PASSWORD, str(server.certificate)
    )


def test_a_server_set_up_by_the_page_is_good(address: ServerAddress) -> None:
    assert f"'{PASSWORD}'" in "".join(statements("server-debian"))
    found = {
        each.code.removeprefix("server_check."): each.weight
        for each in check_server(address.text(), "", SystemClock())
    }
    assert Weight.WRONG not in found.values()
    assert {name for name, weight in found.items() if weight is Weight.HINT} <= {
        "no_checksums",
        "disk_unknown",
    }
    assert {"tls", "rights", "roles", "encoding"} <= found.keys()
    assert found.keys() & {"empty", "ours"}


def test_analysts_get_in_as_their_page_says_and_its_questions_are_answered_alike(
    server: PostgresServer, address: ServerAddress, tmp_path: Path
) -> None:
    role, *questions = statements("analysts")
    assert len(questions) == 3
    with told(tmp_path / "world").open() as story, moved(story.work, server, address):
        assert server_roles.arrange(story.work.database)
        servers.count_tests(story.work)
        file = open_data.export_open(story.work, tmp_path / "out", sqlite=True).sqlite
        assert file is not None
        server.ask(role, user="postgres")
        where = f"host=office-server hostaddr=127.0.0.1 port={server.port} dbname=trainer"
        who = (
            f"user=anna sslmode=verify-full password='another long password' sslrootcert={server.certificate}"
        )
        for question in questions:
            answer = server.ask_by(f"{where} {who}", question)
            with closing(sqlite3.connect(file)) as database:
                rows = database.execute(question.replace("analysis.", "")).fetchall()
            assert sorted(map(rounded, answer.split("\n"))) == sorted(
                rounded(as_psql_says(row)) for row in rows
            )
            assert rows
        with pytest.raises(subprocess.CalledProcessError):
            server.ask_by(f"{where} {who}", "SELECT family FROM public.person")


def rounded(line: str) -> str:
    """Return a row with its numbers written alike: the two databases write fractions to other lengths."""
    return re.sub(r"\b\d+(\.\d+)?\b", lambda found: f"{float(found[0]):.3f}", line)


def test_every_question_of_the_document_is_answered_alike_on_a_server_and_in_a_file(tmp_path: Path) -> None:
    assert len(examples()) == 7
    address = postgres().create()
    with told(tmp_path / "world").open() as story, moved(story.work, postgres(), address):
        server_roles.arrange(story.work.database)
        servers.count_tests(story.work)
        file = open_data.export_open(story.work, tmp_path / "out", sqlite=True).sqlite
        assert file is not None
        for question in examples():
            here = postgres().ask(question, address.database).split("\n")
            with closing(sqlite3.connect(file)) as database:
                there = database.execute(question.replace("analysis.", "")).fetchall()
            assert there
            assert sorted(map(rounded, here)) == sorted(map(rounded, map(as_psql_says, there))), question


def as_psql_says(row: tuple[object, ...]) -> str:
    """Return a row as psql writes it."""
    return "|".join("" if cell is None else str(cell) for cell in row)
