"""Reconciling a signed sheet without a window."""

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

type Cli = Callable[..., tuple[int, Any]]
NAMES = ("Азизов Фаррух", "Гулмуродова Зарина", "Раҳимов Некрӯз")


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run commands in one data folder with a course of one day, two sessions, three people present."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TRAINER_PASSPHRASE", "a passphrase of the tests")
    clock = fixed_at(date(2018, 10, 17), 20, "Asia/Dushanbe", step=7)

    def call(*arguments: object, plain: bool = False) -> tuple[int, Any]:
        out = io.StringIO()
        session = CliContext(out=out, err=io.StringIO(), clock=clock, cost=KdfCost())
        head = [] if plain else ["--json"]
        words = [str(argument) for argument in arguments]
        code = run([*head, "--lang", "en", "--data", str(tmp_path / "data"), *words], session)
        text = out.getvalue()
        return code, text if plain else json.loads(text) if text else None

    days = ("--from", "2018-10-17", "--to", "2018-10-17")
    made = (
        "course",
        "create",
        "--title",
        "Курс",
        "--town",
        "Душанбе",
        *days,
        "--project",
        "P",
        "--code",
        "C1",
    )
    assert call(*made, "--sessions-per-day", 2)[0] == 0
    listed = tmp_path / "list.csv"
    rows = [f"{place};{name}" for place, name in enumerate(NAMES, 1)]
    listed.write_text("\n".join(["№;Ном ва насаб", *rows]) + "\n", encoding="utf-8")
    assert call("roster", "import", listed, "--course", "C1")[0] == 0
    for number in (1, 2):
        assert call("attendance", "mark-all", "--course", "C1", "--session", number)[0] == 0
    return call


def test_a_sheet_from_the_first_tick_to_reconciled(cli: Cli) -> None:
    course = ("--course", "C1")
    sheet = cli("sheet", "list", *course)[1]
    assert (sheet["whole"], sheet["checked"], sheet["waiting"]) == (6, 0, 1)
    assert sheet["sheets"][0]["sheet"] == "OWN-1017-C1"
    where = (*course, "--session", 2)
    done = cli("sheet", "sign", *where, "--number", 2, "--number", 3, "--signed", "no")[1]
    assert (done["signed"], done["checked"], done["stage"]) == (2, 2, "in_work")
    rest = cli("sheet", "sign-rest", *course, "--day", "2018-10-17")[1]
    assert (rest["signed"], rest["stage"], rest["open"]) == (4, "differences", 2)
    found = cli("sheet", "differences", *course)[1]
    assert [(each["number"], each["kind"], each["open"]) for each in found["differences"]] == [
        (2, "unsigned", True),
        (3, "unsigned", True),
    ]
    settled = cli("sheet", "settle", *where, "--number", 2, "--reason", "left_without_signing")[1]
    assert (settled["settled"], settled["open"], settled["explained"]) == (1, 1, 1)
    last = cli("sheet", "settle", *where, "--number", 3, "--reason", "went to the doctor")[1]
    assert last["stage"] == "reconciled"
    told = cli("sheet", "differences", *course, "--day", "2018-10-17")[1]["differences"]
    assert [each["reason"] for each in told] == ["left without signing", "went to the doctor"]
    assert cli("sheet", "list", *course)[1]["waiting"] == 0
    assert cli("sheet", "unsettle", *where, "--number", 3)[1]["open"] == 1


def test_lines_for_people(cli: Cli) -> None:
    cli("sheet", "sign", "--course", "C1", "--session", 1, "--number", 1, "--signed", "no")
    assert "OWN-1017-C1  1/6  1  in work" in cli("sheet", "list", "--course", "C1", plain=True)[1]
    said = cli("sheet", "differences", "--course", "C1", plain=True)[1]
    assert "Азизов" in said
    assert "present, not signed" in said
    assert "OWN-1017.2-C1  0/3" in cli("sheet", "list", "--course", "C1", "--sessions", plain=True)[1]


@pytest.mark.parametrize(
    ("arguments", "exit_code", "code"),
    [
        (("settle", "--session", 1, "--number", 1, "--reason", "x"), 1, "reconciliation.no_difference"),
        (("settle", "--session", 1, "--number", 9, "--reason", "x"), 1, "enrolment.unknown_number"),
        (("sign", "--session", 9, "--number", 1), 1, "session.unknown_number"),
        (("sign", "--session", 1, "--number", 1, "--number", 9), 1, "enrolment.unknown_number"),
        (("sign-rest", "--day", "2018-10-18"), 1, "reconciliation.no_sheet"),
        (("differences", "--day", "2018-10-18"), 1, "reconciliation.no_sheet"),
        (("sign-rest",), 2, None),
        (("sign-rest", "--day", "2018-10-17", "--session", 1), 2, None),
    ],
)
def test_what_is_refused_writes_nothing(
    cli: Cli, arguments: tuple[object, ...], exit_code: int, code: str | None
) -> None:
    found, said = cli("sheet", *arguments, "--course", "C1")
    assert (found, said and said["error"]["code"]) == (exit_code, code)
    assert cli("sheet", "list", "--course", "C1")[1]["checked"] == 0
