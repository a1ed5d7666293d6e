"""What the command line refuses leaves nothing behind, and says why in one document."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from trainer_app.cli.context import CliContext
from trainer_app.cli.program import run
from trainer_app.domain.base.passphrases import offered_words
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system import folders
from trainer_app.system.clock import fixed_at

type Cli = Callable[..., tuple[int, Any]]

COURSE = (
    "course",
    "create",
    "--title",
    "Курс",
    "--town",
    "Душанбе",
    "--from",
    "2018-10-17",
    "--to",
    "2018-10-17",
)


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run a command in one data folder; give back the exit code and the document, None without one."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TRAINER_PASSPHRASE", "a passphrase of the tests")
    clock = fixed_at(date(2018, 10, 17), 12, "Asia/Dushanbe", step=7)

    def call(*arguments: object, end: tuple[str, ...] = ()) -> tuple[int, Any]:
        out = io.StringIO()
        session = CliContext(out=out, err=io.StringIO(), clock=clock, cost=KdfCost())
        words = [str(argument) for argument in arguments]
        code = run(["--json", "--data", str(tmp_path / "data"), *words, *end], session)
        text = out.getvalue()
        return code, json.loads(text) if text else None

    return call


@pytest.fixture
def course(cli: Cli, tmp_path: Path) -> Cli:
    """Give a command line with a course of two sessions and one participant who was there."""
    assert cli(*COURSE, "--project", "P", "--code", "C1", "--sessions-per-day", 2)[0] == 0
    listed = tmp_path / "list.csv"
    listed.write_text("№;Ном ва насаб\n1;Азизов Фаррух Бахтиёрович\n", encoding="utf-8")
    assert cli("roster", "import", listed, "--course", "C1")[0] == 0
    for number in (1, 2):
        assert cli("attendance", "mark-all", "--course", "C1", "--session", number)[0] == 0
    return cli


def test_a_course_whose_plan_is_refused_is_not_there(cli: Cli) -> None:
    code, said = cli(*COURSE, "--project", "P", "--code", "C1", "--sessions-per-day", 12)
    assert (code, said["error"]["code"]) == (1, "planning.day_too_long")
    assert cli("course", "list")[1] == {"courses": []}
    assert cli("report", "--project", "P")[1]["error"]["code"] == "project.unknown"
    assert cli(*COURSE, "--project", "P", "--code", "C1", "--sessions-per-day", 2)[0] == 0


def test_no_certificate_is_issued_without_its_paper(course: Cli, tmp_path: Path) -> None:
    order = ("certificate", "issue", "--course", "C1", "--out")
    code, said = course(*order, tmp_path / "gone" / "all.pdf")
    assert (code, said["error"]["code"]) == (1, "files.gone")
    code, said = course(*order, tmp_path / "all.pdf")
    assert (code, said["issued"]) == (0, 1)
    assert "-00001-" in said["serials"][0]
    assert Path(said["out"]).is_file()
    serial = said["serials"][0]
    bad = ("certificate", "replace", serial, "--reason", "misspelt", "--out", tmp_path / "gone" / "one.pdf")
    assert course(*bad)[1]["error"]["code"] == "files.gone"
    assert course("certificate", "void", serial, "--reason", "spoiled")[0] == 0


def test_minutes_missed_by_somebody_who_was_not_there_are_not_dropped_in_silence(course: Cli) -> None:
    where = ("attendance", "mark", "--course", "C1", "--session", 1, "--number", 1)
    assert course(*where, "--mark", "absent", "--missed", 15)[0] == 2
    assert course("attendance", "show", "--course", "C1")[1]["rows"][0]["marks"] == ["present", "present"]
    assert course(*where, "--mark", "late", "--missed", 15)[0] == 0
    code, said = course(*where, "--mark", "late", "--missed", 500)
    assert (code, said["error"]["code"]) == (1, "attendance.missed_too_long")


@pytest.mark.parametrize("end", [("--data",), ("--lang",), ("--lang", "de"), ("--data=",)])
def test_an_option_without_its_value_is_wrong_usage(course: Cli, end: tuple[str, ...]) -> None:
    assert course("check", end=end) == (2, None)


def test_a_refused_file_says_why_in_words(course: Cli, tmp_path: Path) -> None:
    garbage = tmp_path / "garbage.tsync"
    garbage.write_bytes(b"not a bundle")
    code, said = course("bundle", "import", garbage)
    assert code == 1
    assert (said["files"][0]["result"], said["files"][0]["code"]) == ("refused", "bundle.not_a_bundle")
    assert said["files"][0]["message"] == said["error"]["message"] != ""
    assert said["error"]["details"] == {"file": "garbage.tsync"}


@pytest.mark.parametrize(
    ("name", "code", "advice"),
    [
        ("empty.tsync", "bundle.empty", ("copy it again", "скопируйте его ещё раз", "аз нав нусха бардоред")),
        ("text.tsync", "bundle.not_a_bundle", ("copy it again", "скопируйте его ещё раз", "нусха бардоред")),
        ("dir.tsync", "import.is_folder", ("choose the file in it", "файл", "файли дохили")),
        ("gone.tsync", "import.missing", ("its name and folder", "имя и папку", "ном ва ҷузвдон")),
    ],
)
def test_a_file_that_is_none_is_refused_with_advice_that_helps(
    course: Cli, tmp_path: Path, name: str, code: str, advice: tuple[str, str, str]
) -> None:
    (tmp_path / "empty.tsync").touch()
    (tmp_path / "text.tsync").write_text("Dear office,")
    (tmp_path / "dir.tsync").mkdir()
    for language, words in zip(("en", "ru", "tg"), advice, strict=True):
        done, said = course("--lang", language, "bundle", "import", tmp_path / name)
        assert (done, said["error"]["code"]) == (1, code)
        assert words in said["error"]["message"].lower()
        assert ".tsync" not in said["error"]["message"].replace(name, ""), "the name does end so"
    for others in (("bundle", "inspect"), ("device", "join")):
        assert course(*others, tmp_path / name)[1]["error"]["code"] == code


def test_what_is_written_is_utf_8_whatever_the_console_says(tmp_path: Path) -> None:
    surroundings = {
        **os.environ,
        "PYTHONIOENCODING": "cp1252",
        "TRAINER_PASSPHRASE": "a passphrase of the tests",
    }
    words = ["--json", "--lang", "tg", "--data", str(tmp_path / "nothing"), "check"]
    done = subprocess.run(
        [sys.executable, "-m", "trainer_app.cli.program", *words],
        env=surroundings,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert "ҳ" in json.loads(done.stdout.decode("utf-8"))["error"]["message"].lower()


@pytest.mark.parametrize("name", ["", "."])
def test_a_folder_is_no_name_for_a_paper(course: Cli, tmp_path: Path, name: str) -> None:
    before = set(tmp_path.iterdir())
    code, said = course("paper", "sign-in", "--course", "C1", "--out", tmp_path / name if name else "")
    assert (code, said["error"]["code"]) == (1, "files.is_folder")
    assert set(tmp_path.iterdir()) == before


def test_a_period_that_ends_before_it_begins_is_refused_and_one_elsewhere_has_no_tests(course: Cli) -> None:
    for occasion in ("pre", "post"):
        score = (
            "evaluation",
            "score",
            "--course",
            "C1",
            "--occasion",
            occasion,
            "--number",
            1,
            "--points",
            10,
        )
        assert course(*score)[0] == 0
    code, said = course("report", "--from", "2019-01-01", "--to", "2018-01-01")
    assert (code, said["error"]["code"]) == (1, "counting.period_reversed")
    assert course("report", "--course", "C1")[1]["figures"]["tests_matched"] == 1
    inside = course("report", "--from", "2018-10-01", "--to", "2018-10-31")[1]["figures"]
    assert (inside["participations"], inside["tests_matched"]) == (1, 1)
    elsewhere = course("report", "--from", "2017-01-01", "--to", "2017-12-31")[1]["figures"]
    assert (elsewhere["participations"], elsewhere["tests_matched"]) == (0, 0)


class Terminal(io.StringIO):
    """Standard input of a person who sits there."""

    def isatty(self) -> bool:
        return True


def test_whoever_chooses_a_passphrase_is_offered_words_and_refused_a_weak_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("TRAINER_PASSPHRASE", raising=False)
    monkeypatch.setattr(sys, "stdin", Terminal())
    typed: list[str] = ["12345678"]
    monkeypatch.setattr("getpass.getpass", lambda _question: typed[-1])

    def call(*words: str) -> tuple[int, str]:
        err = io.StringIO()
        session = CliContext(out=io.StringIO(), err=err, cost=KdfCost(), language="ru")
        return run(["--lang", "ru", "--data", str(tmp_path / "data"), *words], session), err.getvalue()

    code, said = call(*COURSE, "--project", "P", "--code", "C1")
    assert code == 1
    assert "нет букв" in said
    assert not (tmp_path / "data" / "vault.json").exists()
    offered = said.splitlines()[0].rpartition(": ")[2]
    assert len(set(offered.split()) & set(offered_words("ru"))) == len(offered.split()) == 5
    typed.append(offered)
    code, said = call(*COURSE, "--project", "P", "--code", "C1")
    assert code == 0, said
    assert offered not in said, "others at each time"
    code, said = call("course", "list")
    assert code == 0
    assert "пять случайных слов" not in said, "whoever only opens is offered none"


def test_a_data_folder_on_a_share_is_neither_made_nor_opened(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "is_on_share", lambda _folder: True)
    code, said = cli(*COURSE, "--project", "P", "--code", "C1")
    assert (code, said["error"]["code"]) == (1, "workplace.on_share")
    assert str(tmp_path / "data") in said["error"]["message"]
    assert not (tmp_path / "data").exists()
    monkeypatch.setattr(folders, "is_on_share", lambda _folder: False)
    assert cli(*COURSE, "--project", "P", "--code", "C1")[0] == 0
    # Somebody moved it there since.
    monkeypatch.setattr(folders, "is_on_share", lambda _folder: True)
    code, said = cli("course", "list")
    assert (code, said["error"]["code"]) == (1, "workplace.on_share")
