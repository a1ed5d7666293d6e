"""Scans, logos and packs without a window."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.actions import scans
from trainer_app.cli.context import CliContext
from trainer_app.cli.program import run
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.clock import fixed_at

type Cli = Callable[..., tuple[int, Any]]
SHEET = "OWN-1017-C1"


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run commands, each in the data folder that its first word names."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TRAINER_PASSPHRASE", "a passphrase of the tests")
    clock = fixed_at(date(2018, 10, 17), 20, "Asia/Dushanbe", step=7)

    def call(folder: str, *arguments: object, plain: bool = False) -> tuple[int, Any]:
        out = io.StringIO()
        session = CliContext(out=out, err=io.StringIO(), clock=clock, cost=KdfCost())
        head = [] if plain else ["--json"]
        words = [str(argument) for argument in arguments]
        code = run([*head, "--lang", "en", "--data", str(tmp_path / folder), *words], session)
        text = out.getvalue()
        return code, text if plain else json.loads(text) if text else None

    return call


def course(cli: Cli, folder: str, code: str) -> None:
    days = ("--from", "2018-10-17", "--to", "2018-10-17", "--sessions-per-day", 1)
    made = ("course", "create", "--title", code, "--town", "Душанбе", "--project", "P", "--code", code)
    assert cli(folder, *made, *days)[0] == 0


def test_scans_are_added_listed_sent_saved_and_removed(cli: Cli, tmp_path: Path) -> None:
    course(cli, "k1", "C1")
    whole = scans.pdf(tmp_path / "day.pdf", f"{SHEET}/1", f"{SHEET}/2")
    blank = scans.png(tmp_path / "blank.png")
    code, added = cli("k1", "attachment", "add", whole, blank, "--course", "C1", "--send")
    assert code == 1, "one of the two was not imported"
    taken, refused = added["files"]
    assert (taken["code"], taken["pages"]) == ("", [f"{SHEET}/1", f"{SHEET}/2"])
    assert [one["sheet"] for one in taken["attached"]] == [SHEET]
    assert (refused["code"], refused["attached"]) == ("attachments.no_code", [])
    assert "blank.png" in refused["message"]
    code, by_hand = cli("k1", "attachment", "add", blank, "--course", "C1", "--sheet", SHEET, "--page", 3)
    assert (code, by_hand["files"][0]["attached"][0]["page"]) == (0, 3)
    listed = cli("k1", "attachment", "list", "--course", "C1")[1]["attachments"]
    assert [(one["name"], one["travels"], one["here"]) for one in listed] == [
        ("day.pdf", True, True),
        ("blank.png", False, True),
    ]
    assert cli("k1", "attachment", "list", "--course", "C1", "--sheet", "X")[1]["attachments"] == []
    second = listed[1]["id"]
    assert cli("k1", "attachment", "send", second)[1] == {"changed": True}
    assert cli("k1", "attachment", "send", second, "--keep")[1] == {"changed": True}
    saved = cli("k1", "attachment", "save", second, "--out", tmp_path)[1]["file"]
    assert Path(saved).name == "blank-2.png"
    assert Path(saved).read_bytes() == blank.read_bytes()
    assert cli("k1", "attachment", "remove", second)[0] == 0
    assert len(cli("k1", "attachment", "list", "--course", "C1")[1]["attachments"]) == 1
    assert cli("k1", "attachment", "prune")[1] == {"pruned": 0}
    sent = cli("k1", "bundle", "export", "--to", tmp_path)[1]
    assert (sent["scans"], sent["scans_later"]) == (1, 0)
    assert cli("k1", "check")[1]["attachments_elsewhere"] == []


def test_refusals_have_words(cli: Cli, tmp_path: Path) -> None:
    course(cli, "k1", "C1")
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"PK")
    code, found = cli("k1", "attachment", "add", letter, "--course", "C1", "--sheet", SHEET)
    assert (code, found["files"][0]["code"]) == (1, "attachments.wrong_kind")
    code, shown = cli("k1", "attachment", "add", letter, "--course", "C1", plain=True)
    assert code == 1
    assert "letter.pdf is neither a PDF" in shown
    code, refused = cli("k1", "attachment", "save", "018e0000-0000-7000-8000-000000000000", "--out", tmp_path)
    assert (code, refused["error"]["code"]) == (1, "attachments.unknown")


def test_a_projects_logo(cli: Cli, tmp_path: Path) -> None:
    course(cli, "k1", "C1")
    logo = scans.png(tmp_path / "logo.png", note="donor")
    where = ("project", "logo", "--project", "P", "--kind", "donor")
    assert cli("k1", *where, "--file", logo)[1] == {"project": "P", "logos": ["donor"]}
    assert cli("k1", *where)[1] == {"project": "P", "logos": []}
    code, refused = cli("k1", *where, "--file", scans.pdf(tmp_path / "logo.pdf", ""))
    assert (code, refused["error"]["code"]) == (1, "attachments.not_picture")


def test_a_pack_holds_the_laptops_own_courses_or_those_asked_for(cli: Cli, tmp_path: Path) -> None:
    assert cli("office", "office", "init", "--name", "Office", "--code", "DSH")[0] == 0
    for code in ("C1", "C2", "C3"):
        course(cli, "office", code)
    asked = cli("k1", "device", "request", "--out", tmp_path / "k1.treq")[1]
    words = ("--device", "K1", "--out", tmp_path, "--course", "C1", "--digits", asked["fingerprint"])
    enrolled = cli("office", "office", "enrol", asked["file"], *words)[1]
    assert cli("k1", "device", "join", enrolled["file"], "--digits", enrolled["office_fingerprint"])[0] == 0

    def take(*options: object) -> list[str]:
        pack = cli("office", "pack", "export", "--device", "K1", "--to", tmp_path, *options)[1]["file"]
        cli("k1", "bundle", "import", pack)
        return [one["code"] for one in cli("k1", "course", "list")[1]["courses"]]

    assert take() == ["C1"]
    assert take("--course", "C2") == ["C1", "C2"]
    assert take() == ["C1", "C2"]
    assert take("--all-courses") == ["C1", "C2", "C3"]
