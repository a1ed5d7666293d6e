"""`update` in a program that was built: what a person at the command line sees of it."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.kit.pretended_program import Program, pretend
from tests.kit.samples import PASSPHRASE
from tests.kit.worlds import empty
from trainer_app import VERSION
from trainer_app.cli.context import DONE, REFUSED, CliContext
from trainer_app.cli.program import run


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    with empty(tmp_path / "world").open() as story:
        data = story.work.folder.root
    monkeypatch.setenv("TRAINER_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("TRAINER_DATA", str(data))
    return pretend(tmp_path / "program", monkeypatch)


def told(*arguments: str) -> tuple[int, dict[str, Any]]:
    out = io.StringIO()
    code = run(["--json", "update", *arguments], CliContext(out=out, err=io.StringIO()))
    return code, json.loads(out.getvalue() or "{}")


def lines(*arguments: str, language: str = "en") -> str:
    out, err = io.StringIO(), io.StringIO()
    run(["--lang", language, "update", *arguments], CliContext(out=out, err=err, language=language))
    return out.getvalue() + err.getvalue()


def test_an_update_is_shown_taken_and_gone_back_from(program: Program, tmp_path: Path) -> None:
    file = str(program.update(tmp_path))
    code, offer = told("show", file)
    assert (code, offer["number"], offer["now"], offer["refused"]) == (DONE, "0.2.0", VERSION, None)
    assert offer["news"]["ru"] == "Новое"
    assert told("install", file) == (DONE, {"number": VERSION, "next": "0.2.0", **_OF_BUILD})
    assert "0.2.0" in lines("status", language="tg")
    assert told("back") == (DONE, {"number": VERSION, "next": "", **_OF_BUILD})
    assert program.place.current == VERSION


_OF_BUILD = {"built": "2026-12-01", "commit": "9f", "failed": ""}


def test_an_update_that_cannot_be_taken_says_why(program: Program, tmp_path: Path) -> None:
    older = str(program.update(tmp_path, "0.0.1"))
    code, offer = told("show", older)
    assert (code, offer["refused"]) == (REFUSED, "update.not_newer")
    assert "не новее" in lines("show", older, language="ru")
    assert told("install", older)[0] == REFUSED


def test_a_version_that_did_not_start_is_told(program: Program) -> None:
    (program.home / "failed.txt").write_text("0.2.0\n")
    assert told("status")[1]["failed"] == "0.2.0"
    assert "дважды" in lines("status", language="ru")


def test_packs_carry_an_update_until_they_are_told_to_stop(program: Program, tmp_path: Path) -> None:
    assert told("hand-on", str(program.update(tmp_path))) == (DONE, {"carried": "0.2.0"})
    assert told("hand-on") == (DONE, {"carried": "0.2.0"})
    assert told("hand-on", "--stop") == (DONE, {"carried": None})
