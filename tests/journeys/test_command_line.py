"""The story through the command line only: from the nomination list to the office's figures."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.kit.writing import groups_at
from trainer_app.cli.context import CliContext
from trainer_app.cli.program import run
from trainer_app.domain.base.texts import resource
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.clock import fixed_at

type Cli = Callable[..., tuple[int, Any]]


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run a command in a folder below the scratch place; give back the exit code and the document."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TRAINER_PASSPHRASE", "a passphrase of the tests")

    clock = fixed_at(date(2018, 10, 18), 12, "Asia/Dushanbe", step=7)

    def call(folder: str, *arguments: object) -> tuple[int, Any]:
        session = CliContext(out=io.StringIO(), err=io.StringIO(), clock=clock, cost=KdfCost())
        words = [str(argument) for argument in arguments]
        code = run(["--json", "--data", str(tmp_path / folder), *words], session)
        text = session.out.getvalue()
        assert text.count("\n") <= 1, "one JSON document and nothing else"
        return code, json.loads(text) if text else None

    return call


def found(result: tuple[int, Any], code: int = 0) -> Any:
    assert result[0] == code, result[1]
    return result[1]


def set_up(cli: Cli, tmp_path: Path) -> None:
    """Make the office, and two laptops that belong to it."""
    made = found(cli("office", "office", "init", "--name", "Programme office", "--code", "DSH"))
    assert made["recovery_key"].startswith("AGE-SECRET-KEY-1")
    for laptop, code in (("first", "K7"), ("second", "K9")):
        request = tmp_path / f"{laptop}.treq"
        asked = found(cli(laptop, "device", "request", "--out", request))
        words = ("--device", code, "--out", tmp_path)
        refused = found(cli("office", "office", "enrol", request, *words), 1)["error"]
        assert refused["code"] == "office.digits_missing"
        places = (refused["details"]["first"], refused["details"]["second"])
        typed = " ".join(groups_at(asked["fingerprint"], places))
        answer = found(cli("office", "office", "enrol", request, *words, "--digits", typed))
        assert answer["fingerprint"] == asked["fingerprint"]
        refused = found(cli(laptop, "device", "join", answer["file"]), 1)["error"]
        places = (refused["details"]["first"], refused["details"]["second"])
        typed = " ".join(groups_at(made["fingerprint"], places))
        joined = found(cli(laptop, "device", "join", "--digits", typed))
        assert (joined["code"], joined["device"]) == ("DSH", code)
        assert joined["fingerprint"] == made["fingerprint"]


def create_course(cli: Cli) -> None:
    course = found(
        cli(
            "office", "--lang", "tg", "course", "create", "--project", "DV", "--code", "DSH1",
            "--title", "Вокуниши милитсия", "--town", "Душанбе",
            "--from", "2018-10-15", "--to", "2018-10-18", "--sessions-per-day", 3,
        )
    )  # fmt: skip
    assert len(course["sessions"]) == 12


def test_from_the_nomination_list_to_the_figures(cli: Cli, tmp_path: Path) -> None:
    set_up(cli, tmp_path)
    create_course(cli)
    pack = found(cli("office", "pack", "export", "--device", "K7", "--to", tmp_path, "--course", "DSH1"))
    found(cli("first", "bundle", "import", pack["file"]))
    listed = resource("demo", "dushanbe.xlsx")
    check = found(cli("first", "roster", "check", listed))
    taken = found(cli("first", "roster", "import", listed, "--course", "DSH1"))
    assert taken["rows"] == taken["imported"] + taken["matched"] + taken["refused"] == check["rows"]
    assert {problem["row"] for problem in taken["problems"]} >= {14, 21, 27, 28}
    show = found(cli("first", "course", "show", "DSH1"))
    assert len(show["participants"]) == 25
    for session in range(1, 13):
        found(cli("first", "attendance", "mark", "--course", "DSH1", "--session", session,
                  "--number", 2, "--mark", "late", "--missed", 15))  # fmt: skip
        found(cli("first", "attendance", "mark-all", "--course", "DSH1", "--session", session))
    grid = found(cli("first", "attendance", "show", "--course", "DSH1"))
    assert grid["rows"][0]["marks"] == ["present"] * 12
    assert grid["rows"][1]["share"] == 8333
    for number in range(1, 25):
        found(cli("first", "evaluation", "score", "--course", "DSH1", "--occasion", "post",
                  "--number", number, "--points", "15", "--out-of", "20"))  # fmt: skip
    board = found(cli("first", "certificate", "board", "--course", "DSH1"))
    assert [row["result"] for row in board["rows"]] == ["completion"] * 24 + ["attendance"]
    pdf = tmp_path / "certificates.pdf"
    issued = found(cli("first", "--lang", "tg", "certificate", "issue", "--course", "DSH1", "--out", pdf))
    assert issued["issued"] == 25
    assert issued["serials"][0].startswith("DSH-2018-K7-00001-")
    assert found(cli("first", "certificate", "verify", pdf))["result"] == "valid_unconfirmed"
    sent = found(cli("first", "bundle", "export", "--to", tmp_path))
    report = found(cli("office", "bundle", "import", sent["file"], sent["file"]))
    assert [one["result"] for one in report["files"]] == ["imported", "duplicate"]
    figures = found(cli("office", "report", "--project", "DV", "--by", "sex"))
    assert figures["figures"]["participations"] == 25
    assert len(figures["rows"]["participations"]) == 25
    by_sex = figures["by"]["sex"]
    assert sum(line["participations"] for line in by_sex.values()) == 25
    assert found(cli("office", "certificate", "verify", pdf))["result"] == "valid_confirmed"
    badge = tmp_path / "badge.jwt"
    found(cli("office", "certificate", "export", issued["serials"][3], "--out", badge))
    assert found(cli("office", "certificate", "verify", badge))["result"] == "valid_confirmed"
    assert found(cli("office", "check"))["digest"] == report["digest"]


def test_two_different_marks_end_in_review_with_exit_code_3(cli: Cli, tmp_path: Path) -> None:
    set_up(cli, tmp_path)
    create_course(cli)
    listed = resource("demo", "dushanbe.xlsx")
    found(cli("office", "roster", "import", listed, "--course", "DSH1"))
    for laptop, code in (("first", "K7"), ("second", "K9")):
        pack = found(cli("office", "pack", "export", "--device", code, "--to", tmp_path, "--all-courses"))
        found(cli(laptop, "bundle", "import", pack["file"]))
    files = []
    for laptop, mark in (("first", ("late", 20)), ("second", ("absent", 0))):
        found(cli(laptop, "attendance", "mark", "--course", "DSH1", "--session", 5, "--number", 15,
                  "--mark", mark[0], "--missed", mark[1]))  # fmt: skip
        files.append(found(cli(laptop, "bundle", "export", "--to", tmp_path))["file"])
    found(cli("office", "bundle", "import", files[0]))
    found(cli("office", "bundle", "import", files[1]), 3)
    (item,) = found(cli("office", "review", "list"))["items"]
    assert sorted(side["values"]["mark"] for side in item["sides"]) == ["absent", "late"]
    assert found(cli("office", "review", "settle", item["id"], "--take", "excused"))["left"] == 0
    grid = found(cli("office", "attendance", "show", "--course", "DSH1"))
    assert grid["rows"][14]["marks"][4] == "excused"


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (("course", "show", "NOPE"), 1, "course.unknown_code"),
        (("certificate", "verify", "nonsense"), 1, "credential.unreadable"),
        (("bundle", "inspect", "nowhere.tsync"), 1, "import.missing"),
        (("review", "settle", "attendance/x/mark", "--take", "ours"), 1, "review.unknown"),
        (("pack", "export", "--device", "K1", "--to", "."), 1, "office.not_an_office"),
        (("course", "create"), 2, None),
        (("no-such-command",), 2, None),
        (("report", "--format", "pdf"), 2, None),
    ],
)
def test_refusals_have_code_words_and_exit_code(
    cli: Cli, tmp_path: Path, arguments: tuple[str, ...], code: int, error: str | None
) -> None:
    found(cli("own", "device", "request", "--out", tmp_path / "own.treq"))
    exit_code, document = cli("own", *arguments)
    assert exit_code == code
    if error is not None:
        assert document["error"]["code"] == error
        assert len(document["error"]["message"]) > 20


def test_a_wrong_passphrase_is_refused(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found(cli("own", "device", "request", "--out", tmp_path / "own.treq"))
    monkeypatch.setenv("TRAINER_PASSPHRASE", "not this one")
    code, document = cli("own", "course", "list")
    assert (code, document["error"]["code"]) == (1, "vault.wrong_passphrase")
