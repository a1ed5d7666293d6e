"""`evaluation results`: the same figures as JSON, PDF, workbook and CSV; by course, project and form."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.actions.evaluated import Evaluated, evaluate
from tests.documents.reading import pages
from tests.kit.world import computer
from trainer_app.actions.base import workplace
from trainer_app.cli.context import CliContext
from trainer_app.cli.program import run
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.clock import fixed_at

PASSPHRASE = "a passphrase of the tests"
STABLE = ("matched", "only_pre", "only_post", "pre_mean", "post_mean", "gain_points", "hake_g")


class Shop:
    """A data folder with an evaluated course, and a command line over it."""

    def __init__(self, root: Path, made: Evaluated) -> None:
        self.root, self.made = root, made

    def __call__(self, *arguments: object) -> tuple[int, Any]:
        out = io.StringIO()
        clock = fixed_at(date(2018, 10, 19), 12, workplace.ZONE, step=7)
        session = CliContext(out=out, err=io.StringIO(), clock=clock, cost=KdfCost())
        code = run(["--json", "--data", str(self.root / "data"), *map(str, arguments)], session)
        text = out.getvalue()
        return code, json.loads(text) if text else None


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Any:
    root = tmp_path_factory.mktemp("results")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRAINER_STATE", str(root / "state"))
        patch.setenv("TRAINER_PASSPHRASE", PASSPHRASE)
        clock = fixed_at(date(2018, 10, 17), 11, workplace.ZONE, step=1)
        work = computer(root / "data", "D. N.", clock=clock, passphrase=PASSPHRASE)
        made = evaluate(work)
        work.close()
        yield Shop(root, made)


def test_results_of_a_course_keep_their_names_and_fill_the_items(shop: Shop) -> None:
    code, found = shop("evaluation", "results", "--course", "DSH1")
    assert code == 0
    assert [found[name] for name in STABLE] == [10, 1, 1, 32.5, 57.5, 25.0, 0.3704]
    assert found["mean_individual_g"] == 0.2917
    assert len(found["items"]) == 8
    first = next(item for item in found["items"] if (item["occasion"], item["number"]) == ("post", 1))
    assert (first["p"], first["flags"], first["options"]) == (0.9091, ["easy", "weak"], [10, 1, 0])
    assert first["version"] == 1
    assert found["kr20"] == -0.0741
    assert all(each["caution"] for each in found["reliability"])
    (feedback,) = found["feedback_forms"]
    assert feedback["questions"][0]["counts"] == [0, 1, 1, 2, 3]
    (practical,) = found["practical"]
    assert [person["mean"] for person in practical["people"]] == [4.5, 4, 3, 5]


def test_a_project_and_a_form_give_the_same_here(shop: Shop) -> None:
    _, course = shop("evaluation", "results", "--course", "DSH1")
    _, project = shop("evaluation", "results", "--project", "DV18")
    assert project == {name: value for name, value in course.items() if name != "feedback"}
    _, by_title = shop("evaluation", "results", "--form", "Қонун")
    _, by_id = shop("evaluation", "results", "--form", shop.made.test)
    assert by_title == by_id
    assert by_title["items"] == course["items"]
    assert by_title["feedback_forms"] == []


@pytest.mark.parametrize("kind", ["pdf", "xlsx", "csv"])
def test_results_are_written_as_files(shop: Shop, kind: str, tmp_path: Path) -> None:
    out = tmp_path / f"results.{kind}"
    code, found = shop("evaluation", "results", "--course", "DSH1", "--format", kind, "--out", out)
    assert code == 0
    assert found["out"] == str(out)
    assert found["matched"] == 10
    assert out.stat().st_size > 1000


def test_a_pdf_can_be_in_two_languages_and_without_names(shop: Shop, tmp_path: Path) -> None:
    out = tmp_path / "results.pdf"
    more = ("--paper-language", "tg+en", "--no-names")
    assert shop("evaluation", "results", "--course", "DSH1", "--format", "pdf", "--out", out, *more)[0] == 0
    text = "\n".join(pages(out.read_bytes()))
    assert "Чӣ омӯхта шуд" in text
    assert "What was learnt" in text
    assert "Гулмуродова" not in text


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--course", "NONE"), (1, "course.unknown_code")),
        (("--form", "No such form"), (1, "form.unknown")),
        (("--project", "NONE"), (1, "project.unknown")),
    ],
)
def test_what_is_not_there_is_refused(
    shop: Shop, arguments: tuple[str, str], expected: tuple[int, str]
) -> None:
    code, found = shop("evaluation", "results", *arguments)
    assert (code, found["error"]["code"]) == expected


def test_a_file_needs_a_place(shop: Shop) -> None:
    assert shop("evaluation", "results", "--course", "DSH1", "--format", "pdf")[0] == 2


def test_typed_points_are_out_of_those_of_the_form(shop: Shop) -> None:
    scored = ("evaluation", "score", "--course", "DSH1", "--occasion", "post", "--number", 1, "--points", 5)
    code, said = shop(*scored)
    assert (code, said["error"]["code"]) == (1, "evaluation.points_out_of_range")
    assert "between 0 and 4" in said["error"]["message"]
