"""`paper ...`: every paper of a course as a PDF, in the language asked for."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.documents.reading import words
from trainer_app.cli.context import CliContext
from trainer_app.cli.program import run
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.clock import fixed_at

PAPERS = (
    ("sign-in",),
    ("sign-in", "--day", "2018-10-16"),
    ("sign-in", "--session", 1),
    ("badges",),
    ("badges", "--number", 1),
    ("cards",),
    ("agenda",),
    ("registration",),
    ("registration", "--phone"),
    ("feedback",),
    ("feedback", "--occasion", "month3", "--spare", 2),
    ("tests",),
    ("tests", "--occasion", "pre"),
    ("tests", "--occasion", "post", "--items", 30),
    ("answer-sheets", "--occasion", "post"),
    ("report",),
    ("report", "--no-names"),
    ("report", "--with-names"),
)


class Shop:
    """A data folder with a course, and a command line over it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __call__(self, *arguments: object) -> tuple[int, Any]:
        out = io.StringIO()
        clock = fixed_at(date(2018, 10, 17), 12, "Asia/Dushanbe", step=7)
        session = CliContext(out=out, err=io.StringIO(), clock=clock, cost=KdfCost())
        code = run(["--json", "--data", str(self.root / "data"), *map(str, arguments)], session)
        text = out.getvalue()
        return code, json.loads(text) if text else None


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Any:
    root = tmp_path_factory.mktemp("papers")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRAINER_STATE", str(root / "state"))
        patch.setenv("TRAINER_PASSPHRASE", "a passphrase of the tests")
        made = Shop(root)
        days = ("--from", "2018-10-15", "--to", "2018-10-18", "--sessions-per-day", 3)
        course = ("--project", "P", "--code", "C1", "--title", "Курс", "--town", "Душанбе")
        assert made("course", "create", *course, *days)[0] == 0
        listed = root / "list.csv"
        listed.write_text(
            "№;Ном ва насаб\n1;Азизов Фаррух Бахтиёрович\n2;Ҷалилова Нигина\n", encoding="utf-8"
        )
        assert made("roster", "import", listed, "--course", "C1")[0] == 0
        yield made


def text_of(path: str) -> str:
    return words(Path(path).read_bytes())


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: " ".join(map(str, paper)))
def test_each_paper_is_written_and_told_as_json(
    shop: Shop, tmp_path: Path, paper: tuple[object, ...]
) -> None:
    out = tmp_path / "paper.pdf"
    code, said = shop("paper", *paper, "--course", "c1", "--out", out)
    assert code == 0
    assert said["out"] == str(out)
    assert out.read_bytes().startswith(b"%PDF-")
    assert text_of(said["out"])


def test_a_paper_is_in_the_language_of_the_run_or_in_one_of_its_own(shop: Shop, tmp_path: Path) -> None:
    found = {}
    for name, options in {
        "run": ("--lang", "tg"),
        "own": ("--lang", "ru", "--paper-language", "en"),
        "both": ("--lang", "ru", "--paper-language", "tg+en"),
    }.items():
        code, said = shop("paper", "agenda", "--course", "C1", "--out", tmp_path / f"{name}.pdf", *options)
        assert code == 0
        found[name] = text_of(said["out"])
    tajik, english = "Барномаи курс", "Course agenda"
    assert [(tajik in text, english in text) for text in found.values()] == [
        (True, False),
        (False, True),
        (True, True),
    ]


def test_only_the_numbers_that_were_asked_for_are_printed(shop: Shop, tmp_path: Path) -> None:
    wanted = ("--number", 2, "--paper-language", "tg")
    code, said = shop("paper", "badges", "--course", "C1", "--out", tmp_path / "b.pdf", *wanted)
    assert code == 0
    assert "Ҷалилова" in text_of(said["out"])
    assert "Азизов" not in text_of(said["out"])


def test_the_report_names_somebody_only_if_so_asked(shop: Shop, tmp_path: Path) -> None:
    before = len(shop("office", "names-out")[1]["releases"])
    made = [
        text_of(
            shop("paper", "report", "--course", "C1", "--out", tmp_path / f"{index}.pdf", *asked)[1]["out"]
        )
        for index, asked in enumerate(((), ("--no-names",), ("--with-names",)))
    ]
    assert ["Азизов" in text for text in made] == [False, False, True]
    assert ["With names of participants" in text for text in made] == [False, False, True]
    assert all("Course report" in text for text in made)
    noted = shop("office", "names-out")[1]["releases"]
    assert len(noted) == before + 1
    assert (noted[0]["kind"], noted[0]["format"], noted[0]["courses"]) == ("course_report", "pdf", "C1")


@pytest.mark.parametrize(
    ("paper", "code", "error"),
    [
        (("badges", "--number", 9), 1, "paper.unknown_numbers"),
        (("tests", "--occasion", "pre", "--items", 0), 1, "paper.items_out_of_range"),
        (("agenda", "--paper-language", "de"), 1, "paper.unknown_language"),
        (("sign-in", "--day", "2018-11-01"), 1, "paper.no_sessions"),
        (("tests", "--occasion", "middle"), 2, None),
        (("ratings",), 1, "paper.no_form"),
        (("key",), 1, "paper.no_form"),
        (("booklet", "--occasion", "pre"), 1, "paper.no_form"),
        (("tests", "--form", "nothing of the kind"), 1, "paper.no_form"),
        (("feedback", "--spare", 1000), 1, "paper.spare_out_of_range"),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_written(
    shop: Shop, tmp_path: Path, paper: tuple[object, ...], code: int, error: str | None
) -> None:
    found, said = shop("paper", *paper, "--course", "C1", "--out", tmp_path / "x.pdf")
    assert found == code
    assert (said["error"]["code"] if said else None) == error
    assert not list(tmp_path.iterdir())
