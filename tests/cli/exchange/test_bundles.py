"""What a person reads of files between laptops and office: a rehearsal says that it was one."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from trainer_app.cli.context import CliContext
from trainer_app.cli.program import run
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.clock import fixed_at

type Cli = Callable[..., str]


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run a command that must be done in a folder below the scratch place; give back its lines."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TRAINER_PASSPHRASE", "a passphrase of the tests")
    clock = fixed_at(date(2018, 10, 18), 12, "Asia/Dushanbe", step=7)

    def call(folder: str, *arguments: object, also: tuple[int, ...] = ()) -> str:
        session = CliContext(out=io.StringIO(), err=io.StringIO(), clock=clock, cost=KdfCost())
        words = [str(argument) for argument in arguments]
        assert run(["--data", str(tmp_path / folder), *words], session) in (0, *also), session.err.getvalue()
        return session.out.getvalue()

    return call


def test_a_rehearsal_and_an_import_taken_back_say_what_they_were(cli: Cli, tmp_path: Path) -> None:
    cli("office", "office", "init", "--name", "Programme office", "--code", "DSH")
    asked = json.loads(cli("laptop", "--json", "device", "request", "--out", tmp_path / "request.json"))
    first = tmp_path / "first"
    first.mkdir()
    digits = ("--digits", asked["fingerprint"])
    enrol = ("enrol", tmp_path / "request.json", "--device", "K7", "--out", first, *digits)
    given = json.loads(cli("office", "--json", "office", *enrol))
    cli("laptop", "device", "join", given["file"], "--digits", given["office_fingerprint"])
    cli(
        "laptop", "course", "create", "--project", "DV", "--code", "DSH1", "--title", "Course",
        "--town", "Dushanbe", "--from", "2018-10-15", "--to", "2018-10-18",
    )  # fmt: skip
    sent = tmp_path / "sent"
    sent.mkdir()
    cli("laptop", "bundle", "export", "--to", sent)
    (file,) = sent.iterdir()
    nothing = cli("office", "course", "list")
    told = cli("office", "bundle", "import", "--rehearse", file)
    assert file.name == "DSH-K7-0001.tsync"
    assert Path(given["file"]).name == "DSH-A1-0001-for-K7.tsync"
    assert "nothing was imported" in told
    assert "Conflicts now: 0, afterwards: 0" in told
    assert cli("office", "course", "list") == nothing
    broken = sent / "broken.tsync"
    broken.write_bytes(b"nothing")
    lines = cli("office", "bundle", "import", "--rehearse", file, broken, also=(1,)).splitlines()
    assert lines[0].startswith("broken.tsync: not imported.")
    assert lines[1].startswith("DSH-K7-0001.tsync: could be imported")
    assert lines[2] == "1 ready to import, 1 refused"
    document = json.loads(cli("office", "--json", "bundle", "import", "--rehearse", file, broken, also=(1,)))
    assert document["summary"] == {"imported": 1, "duplicate": 0, "refused": 1, "quarantined": 0}
    assert [each["file"] for each in document["files"]] == [file.name, broken.name]
    assert "nothing was imported" not in cli("office", "bundle", "import", file)
    assert "was undone" in cli("office", "bundle", "undo", file.name)
    assert cli("office", "course", "list") == nothing
