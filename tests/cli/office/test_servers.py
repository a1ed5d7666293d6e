"""`office check-server` says in words what a real server lacks, and leaves nothing behind."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.kit.postgres import PostgresServer, postgres, start_another, trusted
from tests.kit.samples import PASSPHRASE
from tests.kit.world import World
from trainer_app.cli.context import DONE, REFUSED
from trainer_app.cli.program import run
from trainer_app.domain.base.server_address import ServerAddress
from trainer_app.domain.base.texts import LANGUAGES

type Check = Callable[..., tuple[int, dict[str, str]]]
type Call = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Check:
    """Return what runs the command: its exit code, and each finding's weight by its code."""

    def call(address: ServerAddress) -> tuple[int, dict[str, str]]:
        code = run(["--data", str(tmp_path), "--json", "office", "check-server", address.text()])
        said = json.loads(capsys.readouterr().out)
        if "error" in said:
            return code, {said["error"]["code"]: "error"}
        assert said["wrong"] == sum(each["weight"] == "wrong" for each in said["findings"])
        return code, {each["code"].removeprefix("server_check."): each["weight"] for each in said["findings"]}

    return call


def tables(server: PostgresServer, database: str) -> str:
    return server.ask("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace", database)


def test_a_server_that_may_lose_what_it_acknowledged_is_told(check: Check) -> None:
    server = postgres()
    address = server.create()
    code, found = check(address)
    assert code == REFUSED
    assert {name for name, weight in found.items() if weight == "wrong"} == {"torn_writes"}
    assert {"version", "here", "empty", "rights", "encoding", "collation", "zone"} <= found.keys()
    assert found["superuser"] == "hint"
    assert tables(server, address.database) == "0"


def test_a_server_as_it_should_be_is_good_for_its_owner(check: Check) -> None:
    server = start_another(safe=True)
    server.ask("CREATE ROLE owner LOGIN")
    server.ask("CREATE DATABASE data OWNER owner TEMPLATE template0")
    code, found = check(server.address("data", "owner"))
    assert (code, found["rights"], found["whole_writes"]) == (DONE, "good", "good")
    # Where its data lie it tells nobody but its own keepers.
    assert found["disk_unknown"] == "hint"
    assert "disk" in check(server.address("data"))[1]
    assert tables(server, "data") == "0"
    server.stop()


def test_what_is_wrong_with_a_database_is_told(check: Check) -> None:
    server = postgres()
    server.ask("CREATE ROLE guest LOGIN")
    full, latin = server.create(), server.create()
    server.ask("CREATE TABLE theirs (n INTEGER)", full.database)
    server.ask(f"DROP DATABASE {latin.database}")
    server.ask(f"CREATE DATABASE {latin.database} ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0")
    assert check(full)[1]["strange"] == "wrong"
    assert check(latin)[1]["bad_encoding"] == "wrong"
    guest = ServerAddress(full.host, full.port, server.create().database, "guest")
    assert check(guest)[1]["no_rights"] == "wrong"
    assert tables(server, guest.database) == "0"
    assert check(ServerAddress(full.host, full.port, "nowhere", "office")) == (
        REFUSED,
        {"server.no_database": "error"},
    )
    server.ask("DROP ROLE guest")


def test_a_server_that_does_not_answer_is_told_without_a_word_of_a_step(
    check: Check, moved: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = ServerAddress("127.0.0.1", 1, "office", "office")
    assert check(nowhere) == (REFUSED, {"server.no_answer": "error"})
    for words in (("move-to-server",), ("move-to-server", "--yes")):
        code, refused = moved("office", *words, nowhere.text())
        assert (code, refused["code"]) == (REFUSED, "server.no_answer")
        assert "saved" not in refused["message"]
    moved("office", "move-to-server", postgres().create().text())
    assert moved("office", "connect", nowhere.text())[1]["code"] == "server.no_answer"
    assert moved("office", "home")[0] == DONE


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_in_words(language: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    address = postgres().create()
    arguments = ["--data", str(tmp_path), "--lang", language, "office", "check-server", address.text()]
    assert run(arguments) == REFUSED
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 10
    assert not any("{" in line or "server_check" in line for line in lines)
    assert "fsync" in "".join(lines)


def test_the_password_comes_from_the_surroundings(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    server = start_another()
    server.ask("CREATE ROLE keeper LOGIN PASSWORD 'from outside'")
    server.ask("CREATE DATABASE kept OWNER keeper TEMPLATE template0")
    port = server.listen("scram-sha-256", None)
    address = ServerAddress("127.0.0.1", port, "kept", "keeper")
    assert check(address) == (REFUSED, {"server.refused": "error"})
    monkeypatch.setenv("TRAINER_SERVER_PASSWORD", "from outside")
    assert check(address)[1]["rights"] == "good"
    server.stop()


def test_a_laptop_without_the_driver_is_told_what_to_install(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.setattr(sys, "platform", "linux")
    assert check(ServerAddress("localhost", 5432, "db", "o")) == (REFUSED, {"server.no_driver": "error"})


# --- moving there and back


@pytest.fixture
def moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Return what runs a command at an office: its exit code and its document."""
    monkeypatch.setenv("TRAINER_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    world = World(tmp_path).office()
    folder = world.lay()
    trusted(monkeypatch)

    def call(*arguments: str) -> tuple[int, dict[str, Any]]:
        code = run(["--data", str(folder), "--json", *arguments])
        said = json.loads(capsys.readouterr().out)
        return code, said.get("error", said)

    return call


def test_an_office_moves_to_its_server_and_back_by_commands(moved: Call) -> None:
    address = postgres().create()
    assert moved("office", "home") == (DONE, {"server": "", "tls": ""})
    assert moved("office", "move-to-server", address.text()) == (DONE, {"server": address.shown(), "tls": ""})
    assert moved("office", "home")[1]["server"] == address.shown()
    code, refused = moved("office", "move-to-server", address.text())
    assert (code, refused["code"]) == (REFUSED, "moving.on_server")
    assert moved("check")[0] == DONE
    assert moved("office", "move-to-file") == (DONE, {"server": "", "left": address.shown()})
    code, refused = moved("office", "move-to-file")
    assert (code, refused["code"]) == (REFUSED, "moving.in_file")
    assert moved("check")[0] == DONE


def test_a_server_that_moved_itself_is_named_and_connected_anew(moved: Call) -> None:
    server = postgres()
    address = server.create()
    moved("office", "move-to-server", address.text())
    server.ask(f'ALTER DATABASE "{address.database}" RENAME TO elsewhere')
    code, refused = moved("office", "home")
    assert (code, refused["code"]) == (REFUSED, "server.not_reached")
    assert address.shown() in refused["message"]
    new = server.address("elsewhere")
    assert moved("office", "connect", new.text()) == (DONE, {"server": new.shown()})
    assert moved("office", "home")[1]["server"] == new.shown()
    server.ask(f'ALTER DATABASE elsewhere RENAME TO "{address.database}"')


def test_a_computer_more_becomes_a_desk_by_commands(
    moved: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address, file = postgres().create(), tmp_path / "new.tdesk"
    assert moved("office", "save-desk", str(file))[1]["code"] == "moving.in_file"
    moved("office", "move-to-server", address.text())
    assert moved("office", "save-desk", str(file)) == (DONE, {"file": str(file)})
    begin = ["--data", str(tmp_path / "second"), "--json", "office", "begin-desk", str(file), "--user", "B"]
    assert run(begin) == DONE
    assert json.loads(capsys.readouterr().out) == {"code": "A2", "server": address.shown()}
    assert run(begin) == REFUSED
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "workplace.exists"


def test_the_owner_gets_a_new_password_by_a_command(moved: Call) -> None:
    code, refused = moved("office", "renew-server-password")
    assert (code, refused["code"]) == (REFUSED, "moving.in_file")
    server, address = strict_server("CREATEROLE")
    moved("office", "move-to-server", address.text())
    code, made = moved("office", "renew-server-password", "--yes")
    assert (code, made["user"], made["shared"]) == (DONE, "keeper", False)
    where = f"host=127.0.0.1 port={address.port} dbname=trainer user=keeper"
    assert server.ask_by(f"{where} password={made['password']}", "SELECT 1") == "1"
    assert moved("office", "home") == (DONE, {"server": address.shown(), "tls": ""})
    server.stop()


# --- people of an office on its server


def strict_server(rights: str) -> tuple[PostgresServer, ServerAddress]:
    """Start a server that asks for passwords; return it, and an empty database of somebody with rights."""
    server = start_another()
    server.ask(f"CREATE ROLE keeper LOGIN {rights} PASSWORD 'of the keeper'")
    server.ask("CREATE DATABASE trainer OWNER keeper TEMPLATE template0")
    port = server.listen("scram-sha-256", None)
    return server, ServerAddress("127.0.0.1", port, "trainer", "keeper", "of the keeper")


def test_people_are_added_and_removed_by_commands_each_as_a_user_of_the_server(
    moved: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, address = strict_server("CREATEROLE")
    moved("office", "move-to-server", address.text())
    reader = "ҳафт калимаи дигар барои хонандаи мо"
    monkeypatch.setenv("TRAINER_NEW_PASSPHRASE", reader)
    assert moved("office", "users", "add", "Б. Раҳимов", "--short", "bahrom", "--role", "reader")[0] == DONE
    # Two people now: each command says who it is by its passphrase.
    monkeypatch.setenv("TRAINER_SHORT_NAME", "bahrom")
    monkeypatch.setenv("TRAINER_PASSPHRASE", reader)
    assert moved("course", "list")[0] == DONE
    assert "trainer_u_" in moved("office", "home")[1]["server"]
    assert [each["opens"] for each in moved("office", "users", "list")[1]["users"]] == [True, True]
    code, refused = moved("office", "users", "role", "bahrom", "--role", "head")
    assert (code, refused["code"]) == (REFUSED, "rights.refused")
    own = server.ask("SELECT rolname FROM pg_roles WHERE rolname LIKE 'trainer\\_u%' ORDER BY 1", "trainer")
    assert len(own.splitlines()) == 2
    monkeypatch.delenv("TRAINER_SHORT_NAME")
    monkeypatch.setenv("TRAINER_PASSPHRASE", PASSPHRASE)
    assert moved("office", "users", "remove", "bahrom")[0] == DONE
    assert len(server.ask("SELECT rolname FROM pg_roles WHERE rolname LIKE 'trainer\\_u%'").splitlines()) == 1
    monkeypatch.setenv("TRAINER_PASSPHRASE", reader)
    assert moved("course", "list")[0] == REFUSED
    server.stop()


def test_a_server_whose_owner_may_make_no_users_is_told_with_what_to_type(
    moved: Call, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    server, address = strict_server("NOCREATEROLE")
    moved("office", "move-to-server", address.text())
    monkeypatch.setenv("TRAINER_NEW_PASSPHRASE", "ҳафт калимаи дигар барои хонандаи мо")
    add = ["office", "users", "add", "Б. Раҳимов", "--short", "bahrom", "--role", "reader"]
    folder = next(tmp_path.glob("*/vault.json")).parent
    assert run(["--data", str(folder), *add]) == DONE
    assert "ALTER ROLE keeper CREATEROLE" in capsys.readouterr().err
    server.ask("ALTER ROLE keeper CREATEROLE")
    assert moved("office", "users", "list")[0] == DONE
    assert "trainer_u_" in moved("office", "home")[1]["server"]
    assert run(["--data", str(folder), "office", "users", "list"]) == DONE
    assert capsys.readouterr().err == ""
    server.stop()
