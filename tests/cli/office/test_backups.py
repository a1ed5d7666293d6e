"""Copies without a window: made, listed, looked at, put back, here and on another computer."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from trainer_app.actions.base import workplace
from trainer_app.actions.courses import courses
from trainer_app.cli.backups import _salvage_lines
from trainer_app.cli.context import CliContext
from trainer_app.cli.program import run
from trainer_app.domain.base.structs import replace
from trainer_app.domain.evaluations.forms import AnonymousPaper, Occasion
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.domain.office.backups import MissingEntries, Salvaged
from trainer_app.store.evaluations.papers import put_whole_draft
from trainer_app.system.clock import fixed_at
from trainer_app.system.folders import DataFolder

type Cli = Callable[..., tuple[int, Any]]


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run commands in a data folder, by default one with a course of a participant."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TRAINER_PASSPHRASE", "a passphrase of the tests")
    clock = fixed_at(date(2018, 10, 17), 20, "Asia/Dushanbe", step=7)

    def call(*arguments: object, folder: str = "data") -> tuple[int, Any]:
        out = io.StringIO()
        session = CliContext(out=out, err=io.StringIO(), clock=clock, cost=KdfCost())
        words = [str(argument) for argument in arguments]
        code = run(["--json", "--data", str(tmp_path / folder), *words], session)
        return code, json.loads(out.getvalue())

    made = ("course", "create", "--title", "Курс", "--town", "Душанбе", "--project", "P", "--code", "C1")
    days = ("--from", "2018-10-17", "--to", "2018-10-17", "--sessions-per-day", 2)
    assert call(*made, *days)[0] == 0
    return call


def test_a_copy_is_made_listed_looked_at_and_put_back(cli: Cli) -> None:
    code, made = cli("backup", "create")
    assert code == 0
    code, listed = cli("backup", "list")
    assert [one["file"] for one in listed["backups"]] == [made["file"]]
    code, look = cli("backup", "verify", made["file"])
    assert (code, look["ok"], look["lost"], look["holds"]["courses"]) == (0, True, {}, 1)
    code, done = cli("backup", "restore", made["file"])
    assert code == 0
    assert Path(done["kept"]).is_file()
    assert len(cli("course", "list")[1]["courses"]) == 1


class Terminal(io.StringIO):
    """A keyboard on which somebody answers."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_it_tells_what_would_be_replaced_and_asks(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy = cli("backup", "create")[1]["file"]
    more = ("--from", "2018-10-18", "--to", "2018-10-18", "--sessions-per-day", 1)
    cli("course", "create", "--title", "x", "--town", "y", "--project", "P", "--code", "C2", *more)
    for answer, left in (("\n", 2), ("n\n", 2), ("", 2), ("да\n", 1)):
        monkeypatch.setattr("sys.stdin", Terminal(answer))
        code, done = cli("backup", "restore", copy)
        assert (code, "error" in done) == ((1, True) if left == 2 else (0, False))
        assert len(cli("course", "list")[1]["courses"]) == left
    monkeypatch.setattr("sys.stdin", Terminal("n\n"))
    assert cli("backup", "restore", done["kept"], "--yes")[0] == 0, "nobody is asked"
    assert len(cli("course", "list")[1]["courses"]) == 2
    assert cli("backup", "restore", copy)[1]["error"]["code"] == "cli.declined"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("are not in the copy", "is kept in", "Go on?")),
        ("ru", ("которых в копии нет", "сохранится в", "Продолжить?")),
        ("tg", ("дар нусха нест", "нигоҳ дошта мешавад", "Идома диҳем?")),
    ],
)
def test_the_question_names_numbers_and_the_folder(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str, words: tuple[str, ...]
) -> None:
    copy = cli("backup", "create")[1]["file"]
    monkeypatch.setattr("sys.stdin", Terminal("n\n"))
    out, err = io.StringIO(), io.StringIO()
    session = CliContext(
        out=out, err=err, clock=fixed_at(date(2018, 10, 18), 9, "Asia/Dushanbe"), cost=KdfCost()
    )
    assert (
        run(["--lang", language, "--data", str(tmp_path / "data"), "backup", "restore", copy], session) == 1
    )
    said = err.getvalue()
    assert all(part in said for part in (*words, "17.10.2018", str(tmp_path / "data" / "snapshots")))


def test_the_file_for_the_stick_makes_another_computer_s_folder(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    code, saved = cli("backup", "create", "--to", stick)
    assert (code, saved["checked"]) == (0, True)
    code, look = cli("backup", "verify", saved["file"])
    assert (code, look["ok"], look["holds"]["courses"], look["now"]) == (0, True, 1, None)
    code, _ = cli("backup", "restore", saved["file"], folder="new")
    assert code == 0
    assert len(cli("course", "list", folder="new")[1]["courses"]) == 1
    monkeypatch.setenv("TRAINER_PASSPHRASE", "another one, wrong")
    code, refused = cli("backup", "restore", saved["file"], folder="third")
    assert (code, refused["error"]["code"]) == (1, "vault.wrong_passphrase")
    assert not (tmp_path / "third" / "database" / "trainer.db").exists()


def test_a_restore_says_how_many_anonymous_sheets_are_not_in_the_file(cli: Cli, tmp_path: Path) -> None:
    clock = fixed_at(date(2018, 10, 18), 9, "Asia/Dushanbe")
    stick = tmp_path / "stick"
    stick.mkdir()
    work = workplace.open_workplace(DataFolder(tmp_path / "data"), "a passphrase of the tests", clock=clock)
    course = courses.list_courses(work)[0].course.key
    sheet = AnonymousPaper(
        work.journal.make_anonymous_key(course),
        course,
        "a form",
        Occasion.END,
        "2018-10-17",
        ("3",),
        finished=True,
    )
    put_whole_draft(work.database, sheet)
    work.close()
    file = cli("backup", "create", "--to", stick)[1]["file"]
    assert cli("backup", "verify", file)[1]["sheets_left_out"] == 1
    err = io.StringIO()
    session = CliContext(out=io.StringIO(), err=err, clock=clock, cost=KdfCost())
    assert run(["--lang", "en", "--data", str(tmp_path / "new"), "backup", "restore", file], session) == 0
    assert "Not in the copy: 1 anonymous sheet that waited when it was made." in err.getvalue()


def test_what_is_missing_after_salvaging_is_said_in_words() -> None:
    told = Salvaged(
        83, 2, 50, 0, 0, 3, (MissingEntries("K1", 61, 73), MissingEntries("K1", 80, 80)), Path("aside")
    )
    assert _salvage_lines(CliContext(), told) == [
        "Saved: 50 changes (from copies 0, from files 0). Damaged pages: 2 of 83.",
        "Left out, because nobody can tell any more whose they are: 3 changes.",
        "Missing: laptop K1, changes 61–73.",
        "Missing: laptop K1, change 80.",
        "The damaged database is kept in aside.",
    ]
    assert "Nothing is known to be missing." in _salvage_lines(CliContext(), replace(told, missing=()))


def test_a_damaged_database_is_salvaged_and_one_whose_tables_differ_repaired(
    cli: Cli, tmp_path: Path
) -> None:
    file = tmp_path / "data" / "database" / "trainer.db"
    data = bytearray(file.read_bytes())
    data[100:200] = bytes(100)
    file.write_bytes(data)
    code, refused = cli("course", "list")
    assert (code, refused["error"]["code"]) == (1, "database.damaged")
    code, told = cli("backup", "salvage")
    assert code == 0
    assert told["damaged_pages"] == 1
    assert told["missing"] == []
    assert (Path(told["kept"]) / "trainer.db").read_bytes() == data
    assert len(cli("course", "list")[1]["courses"]) == 1
    code, found = cli("check", "--repair")
    assert (code, found["ok"]) == (0, True)
