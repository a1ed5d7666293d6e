"""`people erase` and `erasure list` from outside: nothing without --yes, documents, exit codes."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.kit.samples import CHEAP
from tests.kit.world import computer
from tests.kit.writing import write_course
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Role
from trainer_app.actions.courses import enrolments
from trainer_app.actions.office import office
from trainer_app.cli.context import DONE, PASSPHRASE, REFUSED, CliContext
from trainer_app.cli.program import run
from trainer_app.domain.base.texts import Texts
from trainer_app.system.folders import DataFolder

SECRET = "a passphrase of the tests"


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Make a laptop's folder with a course; return the id of somebody on its list."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TRAINER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv(PASSPHRASE, SECRET)
    work = computer(tmp_path / "data", "D. Nazarova", passphrase=SECRET)
    room = write_course(work)
    found = next(
        item.person for item in enrolments.list_enrolments(work, room.course) if "Некрӯз" in item.person.name
    )
    work.close()
    return found.key


def call(*arguments: str) -> tuple[int, dict[str, Any]]:
    session = CliContext(out=io.StringIO(), err=io.StringIO())
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
        session = CliContext(out=io.StringIO(), err=io.StringIO())
        assert run(["--lang", language, "people", "erase", person, "--dry-run"], session) == DONE
        assert isinstance(session.out, io.StringIO)
        assert word in session.out.getvalue()
        assert "Erased." not in session.out.getvalue()
    session = CliContext(out=io.StringIO(), err=io.StringIO())
    assert run(["--lang", "en", "people", "erase", person, "--reason", "asked", "--yes"], session) == DONE
    assert isinstance(session.out, io.StringIO)
    assert session.out.getvalue().startswith("Erased.")
    assert "set aside" not in session.out.getvalue().partition("What")[0]


def test_files_that_were_removed_unread_are_told(person: str, tmp_path: Path) -> None:
    aside = DataFolder(tmp_path / "data").archive / "quarantine" / "odd.tsync"
    aside.parent.mkdir(parents=True)
    aside.write_bytes(b"nobody knows what")
    session = CliContext(out=io.StringIO(), err=io.StringIO())
    assert run(["--lang", "en", "people", "erase", person, "--reason", "asked", "--yes"], session) == DONE
    assert isinstance(session.out, io.StringIO)
    assert "could not be looked into: 1. They were removed" in session.out.getvalue()
    assert not aside.exists()


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Make an office's folder with a course that is over; return its code."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TRAINER_DATA", str(tmp_path / "office"))
    monkeypatch.setenv(PASSPHRASE, SECRET)
    folder = DataFolder(tmp_path / "office")
    work = workplace.create(folder, SECRET, role=Role.OFFICE, user_name="M. Saidova", cost=CHEAP)
    office.init(work, Texts(en="Office"), "DSH")
    write_course(work)
    work.close()
    return "DSH1"


def test_retention_is_set_shown_tried_and_done(course: str) -> None:
    assert call("retention", "set")[1]["error"]["code"] == "retention.no_value"
    assert call("retention", "set", "--months", "3", "--laptop-days", "30") == (DONE, {"set": True})
    document = call("retention", "show")[1]
    assert (document["months"], document["laptop_days"]) == (3, 30)
    (row,) = document["courses"]
    assert (row["course"], row["until"], row["by"], row["state"]) == (course, "2019-01-18", "office", "due")
    call("retention", "set", "--course", course, "--day", "2099-01-01")
    assert call("retention", "show")[1]["courses"][0]["state"] == "kept"
    assert call("retention", "purge", "--dry-run")[1]["error"]["code"] == "retention.nothing"
    call("retention", "set", "--course", course, "--never")
    code, tried = call("retention", "purge", "--dry-run")
    assert (code, tried["erased"], tried["people"], tried["kept"]) == (DONE, False, 3, 0)
    code, refused = call("retention", "purge", "--reason", "over")
    assert (code, refused["error"]["code"]) == (REFUSED, "erasing.not_confirmed")
    code, done = call("retention", "purge", "--reason", "over", "--yes")
    assert (code, done["erased"], done["courses"]) == (DONE, True, tried["courses"])
    (record,) = call("erasure", "list")[1]["erasures"]
    assert (record["kind"], record["courses"], record["people"]) == ("courses", [course], 3)
    assert call("retention", "show")[1]["courses"][0]["state"] == "erased"
    assert call("check")[1]["ok"]


def said(*arguments: str) -> tuple[int, str]:
    """Run a command for people; return its exit code and what it says to them."""
    session = CliContext(out=io.StringIO(), err=io.StringIO(), cost=CHEAP)
    code = run([*arguments], session)
    assert isinstance(session.err, io.StringIO)
    return code, session.err.getvalue()


WORDS = {
    "en": "Left out of what was brought back: 1 person, whose data were erased on",
    "ru": "Не возвращено: данные 1 человека, стёртые",
    "tg": "Баргардонида нашуд: маълумоти 1 нафар",
}


@pytest.mark.parametrize("language", WORDS)
def test_an_older_backup_file_brings_nobody_back(person: str, tmp_path: Path, language: str) -> None:
    """H6: into a working folder, into a damaged one, and into a new one with a newer backup beside it."""
    stick = tmp_path / "stick"
    stick.mkdir()
    file = call("backup", "create", "--to", str(stick))[1]["file"]
    call("people", "erase", person, "--reason", "asked", "--yes")
    call("backup", "create", "--to", str(stick))
    for folder in ("data", "data", "new"):
        code, told = said("--lang", language, "--data", str(tmp_path / folder), "backup", "restore", file)
        assert (code, WORDS[language] in told) == (DONE, True), told
        at = ("--data", str(tmp_path / folder))
        assert call(*at, "people", "search", "Некрӯз")[1]["people"] == []
        assert [each["reason"] for each in call(*at, "erasure", "list")[1]["erasures"]] == ["asked"]
        code, told = said("--lang", language, *at, "check")
        assert (code, WORDS[language] in told) == (DONE, False)
        for path in (tmp_path / "data" / "database").iterdir():
            path.unlink()


def test_what_is_no_folder_with_a_ledger_brings_back_who_was_erased_and_the_option_helps(
    person: str, tmp_path: Path
) -> None:
    """Not promised where neither folder nor archive is there: `--ledger` says where one is."""
    stick = tmp_path / "stick"
    stick.mkdir()
    file = call("backup", "create", "--to", str(stick))[1]["file"]
    call("people", "erase", person, "--reason", "asked", "--yes")
    one, two = ("--data", str(tmp_path / "one")), ("--data", str(tmp_path / "two"))
    assert call(*one, "backup", "restore", file)[1]["erased_again"] == 0
    assert len(call(*one, "people", "search", "Некрӯз")[1]["people"]) == 1
    done = call(*two, "backup", "restore", file, "--ledger", str(tmp_path / "data"))[1]
    assert done["erased_again"] > 0
    assert call(*two, "people", "search", "Некрӯз")[1]["people"] == []
