"""Every lost key on the command line alone: an office would script it, and try it in a drill."""

import io
import json
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.kit.postgres import postgres, trusted
from trainer_app.actions.base import data_key, key_renewal, workplace
from trainer_app.bundle import vault
from trainer_app.cli.context import CliContext
from trainer_app.cli.program import run
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.clock import fixed_at
from trainer_app.system.folders import DataFolder

type Cli = Callable[..., Any]
OLD, NEW = "a passphrase of the tests", "a new one, remembered"


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run a command in a folder of its name; returns the document. `code` is the exit code to expect."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    clock = fixed_at(date(2018, 10, 17), 12, "Asia/Dushanbe", step=7)

    def call(folder: str, *words: object, code: int = 0, secret: str = OLD, **keys: str) -> Any:
        with monkeypatch.context() as patch:
            patch.setenv("TRAINER_PASSPHRASE", secret)
            for name, value in keys.items():
                patch.setenv(f"TRAINER_{name.upper()}_KEY", value)
            out = io.StringIO()
            session = CliContext(out=out, err=io.StringIO(), clock=clock, cost=KdfCost())
            arguments = ["--json", "--data", str(tmp_path / folder), *map(str, words)]
            assert run(arguments, session) == code, out.getvalue()
        text = out.getvalue()
        return json.loads(text) if text else None

    return call


@pytest.fixture
def office(cli: Cli, tmp_path: Path) -> dict[str, str]:
    """Set up an office, a laptop that belongs to it, and one file of the laptop at the office."""
    paper = cli("office", "office", "init", "--name", "Office", "--code", "DSH")
    asked = cli("laptop", "device", "request", "--out", tmp_path / "request.json")
    words = ("--device", "K7", "--out", tmp_path, "--digits", asked["fingerprint"])
    enrolled = cli("office", "office", "enrol", tmp_path / "request.json", *words)
    cli("laptop", "device", "join", enrolled["file"], "--digits", paper["fingerprint"])
    days = ("--from", "2018-10-17", "--to", "2018-10-17", "--sessions-per-day", 2)
    named = ("--project", "P", "--code", "C1", "--title", "Курс", "--town", "Душанбе")
    cli("laptop", "course", "create", *named, *days)
    sent = cli("laptop", "bundle", "export", "--to", tmp_path)
    cli("office", "bundle", "import", sent["file"])
    return dict(paper)


def has_course(cli: Cli, folder: str, secret: str) -> bool:
    found = cli(folder, "course", "list", secret=secret)
    return "C1" in [one["code"] for one in found["courses"]]


def test_the_keys_of_a_new_office_are_shown_once(cli: Cli, office: dict[str, str], tmp_path: Path) -> None:
    refused = cli("office", "office", "papers", "--out", tmp_path / "paper.pdf", code=1)
    assert refused["error"]["code"] == "papers.nothing_waiting"


def test_held_keys_are_printed_confirmed_and_wiped(cli: Cli, tmp_path: Path) -> None:
    made = cli("o", "office", "init", "--name", "Office", "--code", "DSH", "--hold")
    file = cli("o", "office", "papers", "--out", tmp_path / "paper.pdf")["file"]
    assert Path(file).read_bytes().startswith(b"%PDF")
    wrong = cli("o", "office", "confirm-papers", code=1, recovery="WRONG7", standby=made["standby_key"])
    assert wrong["error"]["code"] == "papers.wrong_recovery"
    keys = {"recovery": made["recovery_key"][-6:], "standby": made["standby_key"]}
    assert cli("o", "office", "confirm-papers", **keys)["fingerprint"] == made["fingerprint"]
    assert cli("o", "office", "confirm-papers", code=1, **keys)["error"]["code"] == "papers.nothing_waiting"


def test_a_passphrase_by_file_by_voice_and_by_paper(cli: Cli, office: dict[str, str], tmp_path: Path) -> None:
    key = office["recovery_key"]
    out = tmp_path / "ask.json"
    asked = cli("laptop", "device", "ask-recovery", "--out", out, "--label", "Дилбар", secret=NEW)
    told = cli("office", "office", "answer-recovery", asked["file"], "--out", tmp_path, recovery=key)
    assert (told["fingerprint"], told["device"]) == (asked["fingerprint"], "K7")
    assert told["label"] == "", "the office's list has no name for it, and the request's is not believed"
    for language, words in (
        ("en", "the new passphrase"),
        ("ru", "новая парольная"),
        ("tg", "гузарвожаи нав"),
    ):
        recover = ("device", "recover", told["file"], "--lang", language)
        refused = cli("laptop", *recover, code=1, secret=OLD)["error"]
        assert refused["code"] == "vault.wrong_passphrase"
        assert words in refused["message"]
    cli("laptop", "device", "recover", told["file"], secret=NEW)
    assert has_course(cli, "laptop", NEW)
    by_voice = ("device", "ask-recovery", "--out", out)
    asked = cli("laptop", *by_voice, secret="a third one, by voice")
    told = cli(
        "office", "office", "answer-recovery", "--spoken", asked["spoken"], "--device", "K7", recovery=key
    )
    older = ("device", "recover", "--spoken", told["spoken"])
    refused = cli("laptop", *older, code=1, secret="a third one, by voice")["error"]
    assert refused["code"] == "recovery.other_key", "the office has no file since the new key"
    days = ("--from", "2018-10-18", "--to", "2018-10-18", "--title", "Курс", "--town", "Душанбе")
    cli("laptop", "course", "create", "--project", "P", "--code", "C2", *days, secret=NEW)
    sent = cli("laptop", "bundle", "export", "--to", tmp_path, secret=NEW)
    cli("office", "bundle", "import", sent["file"])
    asked = cli("laptop", *by_voice, secret="a third one, by voice")
    spoken = ("--spoken", asked["spoken"], "--device", "K7")
    told = cli("office", "office", "answer-recovery", *spoken, recovery=key)
    assert told["file"] is None
    cli("laptop", "device", "recover", "--spoken", told["spoken"], secret="a third one, by voice")
    assert has_course(cli, "laptop", "a third one, by voice")
    cli("laptop", "device", "recover", "--paper-key", secret=OLD, recovery=key)
    assert has_course(cli, "laptop", OLD)


def test_recovering_needs_one_way_and_something_to_open(cli: Cli, office: dict[str, str]) -> None:
    cli("laptop", "device", "recover", code=2)
    cli("laptop", "device", "recover", "--spoken", "1", "--paper-key", code=2)
    cli("office", "office", "answer-recovery", "--spoken", "1", code=2)
    nothing = cli("nowhere", "device", "recover", "--paper-key", code=1, recovery="x")
    assert nothing["error"]["code"] == "workplace.missing"


def test_a_lost_key_file_says_so_and_is_made_anew(cli: Cli, office: dict[str, str], tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "laptop")
    for path in (folder.vault, folder.vault_copy):
        path.unlink()
    assert cli("laptop", "course", "list", code=1)["error"]["code"] == "vault.lost"
    asked = cli("laptop", "device", "ask-recovery", "--out", tmp_path / "ask.json", secret=NEW)
    assert asked["spoken"] == ""
    key = office["recovery_key"]
    told = cli("office", "office", "answer-recovery", asked["file"], "--out", tmp_path, recovery=key)
    cli("laptop", "device", "recover", told["file"], secret=NEW)
    assert has_course(cli, "laptop", NEW)


def test_an_office_on_a_new_computer(cli: Cli, office: dict[str, str], tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    cli("office", "office", "archive", "copy", "--to", disk)
    keys = {"recovery": office["recovery_key"], "standby": office["standby_key"]}
    made = cli("fresh", "office", "set-up-again", disk, "--user", "М. Саидова", **keys)
    assert made["code"] == "DSH"
    assert made["recovery_key"] == office["recovery_key"]
    assert made["standby_key"] != office["standby_key"]
    assert (made["unknown"], made["unreadable"]) == (0, 0)
    assert has_course(cli, "fresh", OLD)
    pack = cli("fresh", "pack", "export", "--device", "K7", "--to", tmp_path)
    assert cli("laptop", "bundle", "import", pack["file"])["files"][0]["result"] != "refused"
    again = cli("fresh", "office", "read-files", disk, recovery=office["recovery_key"])
    assert (again["taken"], again["entries"]) == (0, 0)


def test_new_papers_and_a_new_root(cli: Cli, office: dict[str, str], tmp_path: Path) -> None:
    made = cli("office", "office", "new-papers")
    assert cli("office", "office", "new-papers", code=1)["error"]["code"] == "papers.waiting"
    cli("office", "office", "drop-papers")
    root = cli("office", "office", "replace-root", standby=office["standby_key"])
    assert root["recovery_key"] == ""
    cli("office", "office", "confirm-papers", standby=root["standby_key"])
    pack = cli("office", "pack", "export", "--device", "K7", "--to", tmp_path)
    assert cli("laptop", "bundle", "import", pack["file"])["files"][0]["result"] != "refused"
    old = cli("office", "office", "replace-root", code=1, standby=made["standby_key"])
    assert old["error"]["code"] == "papers.other_standby"


def test_a_revoked_laptop_gets_no_answer_in_whole_words(
    cli: Cli, office: dict[str, str], tmp_path: Path
) -> None:
    asked = cli("laptop", "device", "ask-recovery", "--out", tmp_path / "ask.json", secret=NEW)
    cli("office", "office", "revoke", "K7")
    told = cli(
        *("office", "office", "answer-recovery", "--spoken", asked["spoken"], "--device", "K7"),
        code=1,
        recovery=office["recovery_key"],
    )
    assert told["error"]["code"] == "recovery.revoked_device"
    assert "K7 was revoked on 17.10.2018" in told["error"]["message"]


def test_a_key_from_paper_is_asked_for_by_its_name_and_read_by_its_former_one(
    cli: Cli, office: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    again = ("new", "office", "set-up-again", tmp_path / "office" / "archive")
    told = cli(*again, code=1)
    assert told["error"]["code"] == "cli.key_needed"
    assert "TRAINER_RECOVERY_KEY" in told["error"]["message"]
    made = cli(*again, paper=office["recovery_key"], standby=office["standby_key"])
    assert made["recovery_key"] == office["recovery_key"]


def test_an_office_is_set_up_again_with_a_laptop_revoked_at_once(
    cli: Cli, office: dict[str, str], tmp_path: Path
) -> None:
    keys = {"recovery": office["recovery_key"], "standby": office["standby_key"]}
    archive = tmp_path / "office" / "archive"
    made = cli("first", "office", "set-up-again", archive, tmp_path, "--revoke", "k7", **keys)
    assert made["aside"] == 0, "its file had been imported before"
    told = cli("first", "pack", "export", "--device", "K7", "--to", tmp_path, code=1)
    assert told["error"]["code"] == "office.revoked_device"


def test_an_office_on_its_server_goes_on_where_its_only_desk_is_lost(
    cli: Cli, office: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusted(monkeypatch)
    server = postgres().create().text()
    cli("office", "office", "move-to-server", server)
    saved = cli("office", "backup", "create", "--to", tmp_path)["file"]
    # Of this the backup knows nothing.
    cli("office", "course", "archive", "C1")
    before = cli("office", "check")
    shutil.rmtree(tmp_path / "office")
    cli("new", "backup", "restore", saved, "--new-passphrase", secret=NEW, recovery=office["recovery_key"])
    assert not is_archived(cli, "new")
    assert cli("new", "office", "home", secret=NEW)["server"] == ""
    moved = cli("new", "office", "move-to-server", server, secret=NEW)
    assert moved == cli("new", "office", "home", secret=NEW)
    assert is_archived(cli, "new")
    after = cli("new", "check", secret=NEW)
    assert {name: after[name] for name in ("entries", "digest")} == {
        name: before[name] for name in ("entries", "digest")
    }
    cli("new", "course", "create", "--project", "P", "--code", "C2", "--title", "Курс", *DAY, secret=NEW)


DAY = ("--town", "Хуҷанд", "--from", "2018-10-18", "--to", "2018-10-18", "--sessions-per-day", 1)


def is_archived(cli: Cli, folder: str) -> bool:
    found = cli(folder, "course", "list", "--archived", secret=NEW)
    return "C1" in [one["code"] for one in found["courses"]]


def test_what_the_command_line_makes_is_its_owner_s_alone(cli: Cli, tmp_path: Path) -> None:
    """`trainer.db`, `.tbackup` are 0644 (inside a 0700 folder when the window made it)."""
    if os.name == "nt":
        pytest.skip("there the folder says who may read")
    before = os.umask(0o022)
    try:
        cli("laptop", "device", "request", "--out", tmp_path / "request.json")
        cli("laptop", "backup", "create", "--to", tmp_path)
        cli("laptop", "device", "new-key")
        folder = DataFolder(tmp_path / "laptop")
        work = workplace.open_workplace(folder, OLD)
        workplace.change_user(work, "somebody")
        inside = [path for path in folder.root.rglob("*") if path.is_file()]
        modes = {path.name: path.stat().st_mode & 0o777 for path in (*inside, *tmp_path.glob("*.tbackup"))}
        folders = {path.stat().st_mode & 0o777 for path in (folder.root, folder.root / "database")}
        work.close()
    finally:
        os.umask(before)
    assert {"trainer.db", "trainer.db-wal", "trainer.db-shm", "vault.json"} < modes.keys()
    assert {name: oct(mode) for name, mode in modes.items() if mode != 0o600} == {}
    assert folders == {0o700}


def test_a_laptop_that_leaves_gets_a_new_key_at_once(cli: Cli, tmp_path: Path) -> None:
    """H3: after "leave" the data key was the same, so that what was copied before opened all of after."""
    paper = cli("office", "office", "init", "--name", "Office", "--code", "DSH")
    asked = cli("laptop", "device", "request", "--out", tmp_path / "request.json")
    words = ("--device", "K7", "--out", tmp_path, "--digits", asked["fingerprint"])
    enrolled = cli("office", "office", "enrol", tmp_path / "request.json", *words)
    cli("laptop", "device", "join", enrolled["file"], "--digits", paper["fingerprint"])
    folder = DataFolder(tmp_path / "laptop")
    known = vault.unlock_with_recovery(data_key.read_vault(folder), paper["recovery_key"])
    assert key_renewal.opens(folder.database, known)
    cli("laptop", "device", "leave")
    assert not key_renewal.opens(folder.database, known)
    assert vault.recovery_blob(data_key.read_vault(folder)) == b""


def test_a_recovered_laptop_has_a_new_key(cli: Cli, office: dict[str, str], tmp_path: Path) -> None:
    """M1: who recovers has lost a passphrase or a key file, which must not open what comes after."""
    folder = DataFolder(tmp_path / "laptop")
    before = data_key.unlock_key(folder, OLD)
    cli("laptop", "device", "recover", "--paper-key", secret=NEW, recovery=office["recovery_key"])
    assert not key_renewal.opens(folder.database, before)
    assert key_renewal.opens(folder.database, data_key.unlock_key(folder, NEW))
    blob = vault.recovery_blob(data_key.read_vault(folder))
    assert vault.open_recovery_blob(blob, office["recovery_key"]) == data_key.unlock_key(folder, NEW)
