"""An odd clock, and a copied folder, are told on standard error; what was asked for is done all the same."""

import io
import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from trainer_app.cli.context import DONE, PASSPHRASE, CliContext
from trainer_app.cli.program import run
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.clock import FixedClock, fixed_at

type Run = Callable[..., tuple[int, str, str]]

COURSE = ("--title", "Course", "--town", "Dushanbe", "--from", "2018-10-17", "--to", "2018-10-17")
SEAT = ("--course", "C1", "--session", 1, "--number", 1)
AHEAD = "The clock of this computer says 15.10.2021, and the last change before that was on 17.10.2018."


@pytest.fixture
def clock() -> FixedClock:
    return fixed_at(date(2018, 10, 17), 12, "Asia/Dushanbe", step=7)


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: FixedClock) -> Run:
    """Run a command; give back the exit code and what stands on both outputs."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv(PASSPHRASE, "a passphrase of the tests")

    def made(*arguments: object, folder: str = "data") -> tuple[int, str, str]:
        out, err = io.StringIO(), io.StringIO()
        words = ["--data", str(tmp_path / folder), *map(str, arguments)]
        code = run(words, CliContext(out=out, err=err, clock=clock, cost=KdfCost(), language="en"))
        return code, out.getvalue(), err.getvalue()

    return made


@pytest.fixture
def course(call: Run, tmp_path: Path) -> Run:
    """Give a course of one session, and one participant."""
    made = ("course", "create", "--project", "P", "--code", "C1", *COURSE, "--sessions-per-day", 1)
    assert call(*made)[0] == DONE
    listed = tmp_path / "list.csv"
    listed.write_text("№;Ном ва насаб\n1;Азизов Фаррух Бахтиёрович\n", encoding="utf-8")
    assert call("roster", "import", listed, "--course", "C1", "--lang", "en")[0] == DONE
    return call


def recording(tmp_path: Path) -> list[tuple[object, ...]]:
    """Return commands that record something or write a file with the day's date."""
    score = ("evaluation", "score", "--course", "C1", "--occasion", "post", "--number", 1)
    return [
        ("attendance", "mark-all", "--course", "C1", "--session", 1, "--mark", "present"),
        ("attendance", "mark", *SEAT, "--mark", "late", "--missed", 5),
        (*score, "--points", 8, "--out-of", 10),
        ("certificate", "issue", "--course", "C1", "--out", tmp_path / "all.pdf"),
        ("bundle", "export", "--to", tmp_path),
    ]


@pytest.mark.parametrize("place", range(5))
def test_whoever_records_with_an_odd_clock_is_told(
    course: Run, tmp_path: Path, clock: FixedClock, place: int
) -> None:
    commands = recording(tmp_path)
    for command in commands[:place]:
        assert course("--lang", "en", *command)[::2] == (DONE, ""), "the clock is right"
    clock.advance(days=3 * 365 - 1)
    code, _, err = course("--lang", "en", "course", "list")
    assert (code, err) == (DONE, ""), "whoever only looks is not told"
    code, out, err = course("--lang", "en", "--json", *commands[place])
    assert code == DONE, err
    assert json.loads(out)
    assert err.count("\n") == 1
    assert AHEAD in err


def test_a_clock_set_back_is_told_in_every_language(course: Run, tmp_path: Path, clock: FixedClock) -> None:
    clock.advance(days=-40)
    for language, words in (
        ("en", "the last change is dated later, 17.10.2018"),
        ("ru", "последнее изменение датировано позже: 17.10.2018"),
        ("tg", "санаи тағйироти охирин бошад дертар аст: 17.10.2018"),
    ):
        mark = "absent" if language == "ru" else "present"
        code, _, err = course("--lang", language, "attendance", "mark", *SEAT, "--mark", mark)
        assert code == DONE
        assert words in err
    code, _, err = course("--lang", "en", "attendance", "mark", "--course", "NO", *SEAT[2:], "--mark", "late")
    assert "clock" not in err, "nothing was recorded"


def test_a_copied_office_is_a_computer_and_a_copied_laptop_a_laptop(course: Run, tmp_path: Path) -> None:
    assert course("office", "init", "--name", "Office", "--code", "DSH", folder="office")[0] == DONE
    for folder, words in (("office", "the computer goes on"), ("data", "the laptop goes on")):
        shutil.copytree(tmp_path / folder, tmp_path / f"{folder}-2")
        assert words in course("--lang", "en", "check", folder=f"{folder}-2")[2]
