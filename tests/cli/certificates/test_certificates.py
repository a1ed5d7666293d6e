"""`certificate issue|print|printed|receive|void` and the lists to sign, over one course and a project."""

import contextlib
import io
import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.documents.reading import pages
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import projects
from trainer_app.cli.context import CliContext
from trainer_app.cli.program import run
from trainer_app.domain.courses.courses import LogoOwner
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.clock import fixed_at
from trainer_app.system.folders import DataFolder

type Cli = Callable[..., tuple[int, Any]]

NAMES = ("Ҳакимов Баҳром", "Азизов Фаррух", "Ғафуров Сӯҳроб")


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run a command in one data folder with two courses whose participants all came."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TRAINER_PASSPHRASE", "a passphrase of the tests")
    clock = fixed_at(date(2018, 10, 18), 12, "Asia/Dushanbe", step=7)

    def call(*arguments: object) -> tuple[int, Any]:
        out = io.StringIO()
        session = CliContext(out=out, err=io.StringIO(), clock=clock, cost=KdfCost())
        code = run(["--json", "--data", str(tmp_path / "data"), *map(str, arguments)], session)
        text = out.getvalue()
        return code, json.loads(text) if text else None

    for course in ("C1", "C2"):
        days = ("--from", "2018-10-17", "--to", "2018-10-17", "--sessions-per-day", 2)
        made = ("--project", "P", "--code", course, "--title", "Курс", "--town", "Душанбе")
        assert call("course", "create", *made, *days)[0] == 0
        listed = tmp_path / f"{course}.csv"
        rows = "".join(f"{number};{name} {course}\n" for number, name in enumerate(NAMES, start=1))
        listed.write_text(f"№;Ном ва насаб\n{rows}", encoding="utf-8")
        assert call("roster", "import", listed, "--course", course)[0] == 0
        for number in (1, 2):
            assert call("attendance", "mark-all", "--course", course, "--session", number)[0] == 0
    return call


def opened(folder: Path) -> AbstractContextManager[Workplace]:
    """Open the data folder as the window does."""
    return contextlib.closing(workplace.open_workplace(DataFolder(folder), "a passphrase of the tests"))


def text_of(path: Path) -> list[str]:
    return pages(path.read_bytes())


def test_a_part_of_a_course_then_the_rest_of_the_project(cli: Cli, tmp_path: Path) -> None:
    code, said = cli("certificate", "issue", "--course", "C1", "--only", "2", "--out", tmp_path / "one.pdf")
    assert (code, said["issued"]) == (0, 1)
    assert "Азизов" in text_of(tmp_path / "one.pdf")[0]
    code, said = cli("certificate", "issue", "--project", "P", "--back", "--out", tmp_path / "all.pdf")
    assert (code, said["issued"]) == (0, 5)
    texts = text_of(tmp_path / "all.pdf")
    assert len(texts) == 10, "a front and a back each"
    fronts = [page for at, page in enumerate(texts) if at % 2 == 0]
    order = [next(name for name in NAMES if name.split()[0] in page) for page in fronts]
    assert order == ["Ғафуров Сӯҳроб", "Ҳакимов Баҳром", "Азизов Фаррух", "Ғафуров Сӯҳроб", "Ҳакимов Баҳром"]
    for front, back, serial in zip(fronts, texts[1::2], said["serials"], strict=True):
        assert serial in front
        assert serial in back
    assert cli("certificate", "issue", "--project", "P", "--out", tmp_path / "x.pdf")[1]["error"]["code"] == (
        "certificate.nothing_to_issue"
    )


def test_one_file_each_is_named_by_its_number_and_by_nothing_personal(cli: Cli, tmp_path: Path) -> None:
    code, said = cli("certificate", "issue", "--course", "C1", "--each", tmp_path / "each")
    assert code == 0
    files = sorted(path.name for path in (tmp_path / "each").iterdir())
    assert files == sorted(f"{serial}.pdf" for serial in said["serials"])
    one = tmp_path / "again.pdf"
    assert cli("certificate", "print", said["serials"][0], "--out", one)[0] == 0
    assert one.read_bytes() == (tmp_path / "each" / f"{said['serials'][0]}.pdf").read_bytes()
    # The program saved it twice; two copies came out of a printer.
    code, counted = cli("certificate", "printed", said["serials"][0], "--copies", 2)
    assert counted["rows"] == [{"serial": said["serials"][0], "copies": 2, "saved": 2}]


@pytest.mark.parametrize(
    "wrong",
    [
        ("--course", "C1"),
        ("--out", "x.pdf"),
        ("--course", "C1", "--project", "P", "--out", "x.pdf"),
        ("--project", "P", "--only", "1", "--out", "x.pdf"),
        ("--course", "C1", "--out", "x.pdf", "--each", "x"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(cli: Cli, wrong: tuple[str, ...]) -> None:
    assert cli("certificate", "issue", *wrong) == (2, None)


def test_receipt_and_the_voiding_of_those_who_did_not_come(cli: Cli, tmp_path: Path) -> None:
    none = cli("paper", "receipts", "--course", "C1", "--out", tmp_path / "none.pdf")[1]
    assert none["error"]["code"] == "certificate.none_to_receive"
    serials = cli("certificate", "issue", "--course", "C1", "--out", tmp_path / "all.pdf")[1]["serials"]
    assert cli("paper", "receipts", "--course", "C1", "--out", tmp_path / "list.pdf")[0] == 0
    said = cli("certificate", "receive", *serials[:2])[1]
    assert said["rows"][0] == {"serial": serials[0], "received": "yes", "on": "2018-10-18"}
    assert cli("certificate", "receive", serials[2], "--not-received")[1]["rows"][0]["received"] == "no"
    assert cli("certificate", "receive", serials[2], "--open")[1]["rows"][0]["received"] is None
    assert cli("certificate", "receive", "--not-received", "--open", serials[2])[0] == 2
    assert cli("certificate", "void", *serials[1:], "--reason", "наомад")[0] == 0
    assert cli("certificate", "receive", serials[1])[1]["error"]["code"] == "certificate.not_valid"
    listed = "".join(text_of(tmp_path / "list.pdf"))
    assert all(serial in listed for serial in serials)
    cli("paper", "receipts", "--course", "C1", "--out", tmp_path / "rest.pdf")
    rest = "".join(text_of(tmp_path / "rest.pdf"))
    assert [serial in rest for serial in serials] == [True, False, False]


def test_the_proof_list_names_everybody_in_every_language(cli: Cli, tmp_path: Path) -> None:
    for language in ("tg", "ru", "en", "tg+en"):
        path = tmp_path / f"{language}.pdf"
        code, _ = cli("paper", "proof", "--course", "C1", "--out", path, "--paper-language", language)
        assert code == 0
        assert all(name in "".join(text_of(path)) for name in NAMES)


def test_what_is_not_here_is_refused_in_words_and_left_out_when_asked(cli: Cli, tmp_path: Path) -> None:
    scan = tmp_path / "logo.png"
    Image.new("RGB", (60, 40), "navy").save(scan)
    data = tmp_path / "data"
    with opened(data) as work:
        projects.set_logo(work, projects.find_project(work, "P").key, LogoOwner.DONOR, scan)
    serials = cli("certificate", "issue", "--course", "C1", "--out", tmp_path / "all.pdf")[1]["serials"]
    with opened(data) as work, work.database.write():
        work.database.run("DELETE FROM blob")
    again = ("certificate", "print", *serials, "--out", tmp_path / "again.pdf")
    code, said = cli(*again)
    assert (code, said["error"]["code"]) == (1, "documents.picture_missing")
    assert not (tmp_path / "again.pdf").exists()
    code, said = cli(*again, "--by-hand")
    assert (code, len(text_of(Path(said["out"])))) == (0, 3)


def test_a_certificate_that_no_longer_fits_is_told_and_replaced_by_one_that_does(
    cli: Cli, tmp_path: Path
) -> None:
    issued = cli("certificate", "issue", "--course", "C1", "--out", tmp_path / "all.pdf")[1]["serials"]
    board = cli("certificate", "board", "--course", "C1")[1]["rows"]
    assert {(row["certificate_kind"], row["fits"]) for row in board} == {("attendance", True)}
    scored = ("--course", "C1", "--occasion", "post", "--number", 1, "--points", 18)
    assert cli("evaluation", "score", *scored)[0] == 0
    board = cli("certificate", "board", "--course", "C1")[1]["rows"]
    assert [(row["result"], row["certificate_kind"], row["fits"]) for row in board] == [
        ("completion", "attendance", False),
        ("attendance", "attendance", True),
        ("attendance", "attendance", True),
    ]
    assert board[0]["serial"] in issued
    said = io.StringIO()
    noon = fixed_at(date(2018, 10, 18), 12, "Asia/Dushanbe")
    told = CliContext(out=said, err=said, clock=noon, cost=KdfCost())
    asked = ["--lang", "en", "--data", str(tmp_path / "data"), "certificate", "board", "--course", "C1"]
    assert run(asked, told) == 0
    assert (
        "1 certificate no longer fits: figures, names, ranks or days have changed since." in said.getvalue()
    )
    assert "certificate says attendance; figures say completion" in said.getvalue()
    kept = cli("certificate", "replace", board[0]["serial"], "--reason", "a letter", "--keep-kind")[1]
    assert kept["kind"] == "attendance"
    new = cli("certificate", "replace", kept["serial"], "--reason", "the sheet was read anew")[1]
    assert new["kind"] == "completion"
    assert all(row["fits"] for row in cli("certificate", "board", "--course", "C1")[1]["rows"])


def test_a_board_without_certificates_says_nothing_about_fitting(cli: Cli) -> None:
    rows = cli("certificate", "board", "--course", "C2")[1]["rows"]
    assert {(row["serial"], row["certificate_kind"], row["fits"]) for row in rows} == {(None, None, None)}


def test_people_read_serials_and_numbers_without_json(cli: Cli, tmp_path: Path) -> None:
    def told(*words: str, language: str = "en") -> list[str]:
        out = io.StringIO()
        noon = fixed_at(date(2018, 10, 18), 12, "Asia/Dushanbe")
        session = CliContext(out=out, err=io.StringIO(), clock=noon, cost=KdfCost())
        assert run(["--lang", language, "--data", str(tmp_path / "data"), *words], session) == 0
        return out.getvalue().splitlines()

    board = ("certificate", "board", "--course", "C1")
    before = told(*board)
    assert not any("–" in line for line in before), "no empty column before there are any"
    serials = cli("certificate", "issue", "--course", "C1", "--out", tmp_path / "all.pdf")[1]["serials"]
    assert cli("certificate", "void", serials[0], "--reason", "spoiled")[0] == 0
    for language in ("en", "ru", "tg"):
        lines = told(*board, language=language)
        assert len(lines) == len(NAMES)
        assert sum(f"  {serial}  " in line for serial in serials[1:] for line in lines) == len(NAMES) - 1
        assert not any(serials[0] in line for line in lines), "it holds no longer"
        assert sum(" –  " in line for line in lines) == 1
        numbers = told("certificate", "numbers", language=language)
        assert "00001–00003" in " ".join(numbers)
        assert not any(sign in line for sign in "[]" for line in numbers)


def test_a_file_of_several_is_told_one_by_one_and_refused_for_one_that_is_bad(
    cli: Cli, tmp_path: Path
) -> None:
    """E1: only the first certificate of a file was checked, and the exit code was that of the first."""

    def told(path: Path, language: str = "en") -> tuple[int, list[str]]:
        out = io.StringIO()
        noon = fixed_at(date(2018, 10, 18), 12, "Asia/Dushanbe")
        session = CliContext(out=out, err=io.StringIO(), clock=noon, cost=KdfCost())
        asked = ["--lang", language, "--data", str(tmp_path / "data"), "certificate", "verify", str(path)]
        return run(asked, session), out.getvalue().splitlines()

    pdf = tmp_path / "all.pdf"
    serials = cli("certificate", "issue", "--course", "C1", "--out", pdf)[1]["serials"]
    code, document = cli("certificate", "verify", pdf)
    assert (code, document["valid"], document["result"]) == (0, True, "valid_unconfirmed")
    assert [each["facts"]["serial"] for each in document["checks"]] == serials
    assert told(pdf)[0] == 0
    assert told(pdf)[1][:2] == [
        "All 3 certificates of the file are valid.",
        "1 of 3: Valid, not yet confirmed by the office",
    ]
    assert cli("certificate", "void", serials[1], "--reason", "spoiled")[0] == 0
    assert cli("certificate", "replace", serials[2], "--reason", "misspelt")[0] == 0
    code, document = cli("certificate", "verify", pdf)
    assert (code, document["valid"], document["result"]) == (1, False, "revoked")
    assert document["facts"]["serial"] == serials[1]
    results = ["valid_unconfirmed", "revoked", "replaced"]
    assert [each["result"] for each in document["checks"]] == results
    newer = [each["replaced_by"] for each in document["checks"]]
    assert newer[:2] == ["", ""]
    assert newer[2].startswith(serials[2][:8])
    assert newer[2] != serials[2]
    code, lines = told(pdf)
    assert code == 1
    assert lines[0] == "1 of 3 certificates of the file are valid: the file as a whole is not."
    assert [line for line in lines if " of 3: " in line] == [
        "1 of 3: Valid, not yet confirmed by the office",
        "2 of 3: Declared void",
        "3 of 3: Replaced by a newer one",
    ]
    for language in ("ru", "tg"):
        assert "1" in told(pdf, language)[1][0]
        assert told(pdf, language)[1][0] != lines[0]
