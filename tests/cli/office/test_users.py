"""`office users` on the command line: several people open one office, each with an own passphrase."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from trainer_app.cli.context import CliContext
from trainer_app.cli.program import run
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.clock import fixed_at

type Cli = Callable[..., Any]
OWN, OTHER, NEWER = (
    "a passphrase of the tests",
    "another one, for a colleague",
    "a third one from a head",
)


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run a command at the office; returns the document, and what was told in `told`."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TRAINER_USER", "M. Saidova")
    clock = fixed_at(date(2018, 10, 17), 12, "Asia/Dushanbe", step=7)

    def call(*words: object, code: int = 0, secret: str = OWN, new: str = "", name: str = "") -> Any:
        with monkeypatch.context() as patch:
            patch.setenv("TRAINER_PASSPHRASE", secret)
            patch.setenv("TRAINER_NEW_PASSPHRASE", new)
            patch.setenv("TRAINER_SHORT_NAME", name)
            out, err = io.StringIO(), io.StringIO()
            session = CliContext(out=out, err=err, clock=clock, cost=KdfCost())
            arguments = ["--json", "--data", str(tmp_path / "office"), *map(str, words)]
            assert run(arguments, session) == code, out.getvalue()
        return {"told": err.getvalue(), **json.loads(out.getvalue())}

    call.papers = call("office", "init", "--name", "Office", "--code", "DSH")  # type: ignore[attr-defined]
    return call


def names(cli: Cli, **who: str) -> list[tuple[str, str | None]]:
    found = cli("office", "users", "list", **who)["users"]
    return [(each["short"], each["role"]) for each in found]


def test_a_colleague_is_added_and_opens_the_office(cli: Cli) -> None:
    assert names(cli) == [("Saidova", "head")], "whoever set it up"
    added = cli("office", "users", "add", "Z. Karimova", "--short", "zarina", new=OTHER)
    assert added["own"] == "Saidova"
    assert "Saidova" in added["told"]
    assert names(cli, secret=OTHER, name="zarina") == [("Saidova", "head"), ("zarina", "officer")]
    wrong = cli("office", "users", "list", secret=OTHER, name="Saidova", code=1)
    assert wrong["error"]["code"] == "vault.wrong_passphrase"


def test_the_paper_gives_a_colleague_a_passphrase(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    cli("office", "users", "add", "Z. Karimova", "--short", "zarina", new=OTHER)
    monkeypatch.setenv("TRAINER_RECOVERY_KEY", cli.papers["recovery_key"])  # type: ignore[attr-defined]
    unknown = cli("device", "recover", "--paper-key", secret=NEWER, name="zarena", code=1)["error"]
    assert unknown["code"] == "recovery.unknown_name"
    assert "zarina (Z. Karimova)" in str(unknown)
    cli("device", "recover", "--paper-key", secret=NEWER, name="zarina")
    assert names(cli, secret=NEWER, name="zarina") == [("Saidova", "head"), ("zarina", "officer")]
    assert names(cli, name="Saidova") == [("Saidova", "head"), ("zarina", "officer")]


def test_what_takes_the_paper_says_how_it_is_typed_here(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    cli("office", "users", "add", "Z. Karimova", "--short", "zarina", new=OTHER)
    monkeypatch.setenv("TRAINER_RECOVERY_KEY", cli.papers["recovery_key"])  # type: ignore[attr-defined]
    cli("device", "recover", "--paper-key", secret=NEWER)
    to_head = ("office", "users", "role", "zarina", "--role", "head")
    for words in (to_head, ("office", "new-papers"), ("office", "confirm-papers")):
        refused = cli(*words, secret=NEWER, code=1)["error"]
        assert refused["code"] == "users.new_by_paper"
        assert "device recover --paper-key" in refused["message"]
    cli("device", "recover", "--paper-key", secret=NEWER, name="Saidova")
    assert cli(*to_head, secret=NEWER, name="Saidova")["role"] == "head"


def test_role_passphrase_and_removal(cli: Cli) -> None:
    cli("office", "users", "add", "Z. Karimova", "--short", "zarina", "--role", "reader", new=OTHER)
    assert cli("office", "users", "role", "zarina", "--role", "head")["role"] == "head"
    cli("office", "users", "passphrase", "Z. Karimova", new=NEWER)
    assert names(cli, secret=NEWER) == [("Saidova", "head"), ("zarina", "head")]
    assert cli("office", "users", "remove", "zarina")["removed"] == "zarina"
    assert names(cli) == [("Saidova", "head")]
    gone = cli("office", "users", "list", secret=NEWER, code=1)
    assert gone["error"]["code"] == "vault.wrong_passphrase"
    assert cli("office", "users", "remove", "zarina", code=1)["error"]["code"] == "users.unknown"


def test_people_are_listed_for_people(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cli("office", "users", "add", "Z. Karimova", "--short", "zarina", "--role", "reader", new=OTHER)
    monkeypatch.setenv("TRAINER_PASSPHRASE", OWN)
    out = io.StringIO()
    session = CliContext(out=out, err=io.StringIO(), clock=fixed_at(date(2018, 10, 17), 12, "Asia/Dushanbe"))
    assert run(["--data", str(tmp_path / "office"), "office", "users", "list"], session) == 0
    assert out.getvalue().splitlines() == ["Saidova  M. Saidova  head", "zarina  Z. Karimova  reader"]
