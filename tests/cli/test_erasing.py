"""`people erase` and `erasure list` from outside: nothing without --yes, documents, exit codes."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.actions.conftest import CHEAP, furnish
from trainer_app.actions import enrolments, workplace
from trainer_app.cli.program import run
from trainer_app.cli.session import DONE, PASSPHRASE, REFUSED, Session
from trainer_app.system.folders import Folder

SECRET = "a passphrase of the tests"


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Make a laptop's folder with a course; return the id of somebody on its list."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TRAINER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv(PASSPHRASE, SECRET)
    work = workplace.create(Folder(tmp_path / "data"), SECRET, user_name="D. Nazarova", cost=CHEAP)
    room = furnish(work)
    found = next(
        item.person for item in enrolments.list_enrolments(work, room.course) if "Некрӯз" in item.person.name
    )
    work.close()
    return found.key


def call(*arguments: str) -> tuple[int, dict[str, Any]]:
    session = Session(out=io.StringIO(), err=io.StringIO())
    code = run(["--json", "--lang", "en", *arguments], session)
    assert isinstance(session.out, io.StringIO)
    return code, dict(json.loads(session.out.getvalue()))


def test_nothing_is_erased_before_somebody_says_yes(person: str) -> None:
    code, document = call("people", "erase", person, "--dry-run")
    assert (code, document["erased"]) == (DONE, False)
    assert document["stays"]["courses"] == [{"course": "DSH1", "marks": 0, "papers": 0}]
    assert "Некрӯз" not in json.dumps(document, ensure_ascii=False)
    code, document = call("people", "erase", person, "--reason", "asked")
    assert (code, document["error"]["code"]) == (REFUSED, "erasing.not_confirmed")
    code, document = call("people", "erase", person, "--yes")
    assert (code, document["error"]["code"]) == (REFUSED, "erasing.no_reason")
    assert len(call("people", "search", "Некрӯз")[1]["people"]) == 1
    assert call("erasure", "list")[1] == {"erasures": []}


def test_a_person_is_erased_and_the_record_names_nobody(person: str) -> None:
    code, document = call("people", "erase", person, "--reason", "asked", "--reference", "K-17", "--yes")
    assert (code, document["erased"], document["goes"]["entries"] > 0) == (DONE, True, True)
    assert call("people", "search", "Некрӯз")[1]["people"] == []
    (record,) = call("erasure", "list")[1]["erasures"]
    assert (record["kind"], record["reason"], record["reference"]) == ("person", "asked", "K-17")
    assert (record["person"], record["by"], record["people"]) == (person, "D. Nazarova", 1)
    assert (
        call("people", "erase", person, "--reason", "asked", "--yes")[1]["error"]["code"] == "erasing.already"
    )
    assert call("check")[1]["ok"]


def test_what_goes_and_stays_is_told_in_words(person: str, capsys: pytest.CaptureFixture[str]) -> None:
    for language, word in (("en", "What stays"), ("ru", "Что останется"), ("tg", "Чӣ мемонад")):
        session = Session(out=io.StringIO(), err=io.StringIO())
        assert run(["--lang", language, "people", "erase", person, "--dry-run"], session) == DONE
        assert isinstance(session.out, io.StringIO)
        assert word in session.out.getvalue()
