"""`paper tests`, `paper key`, `paper feedback`, `paper ratings`: papers of the forms that a course uses."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.actions.questionnaires import knowledge_test, make_form, scale
from tests.documents.reading import words
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import forms
from trainer_app.actions.papers.papers import choose_layout
from trainer_app.cli.context import CliContext
from trainer_app.cli.program import run
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.domain.papers.course_papers import PaperLayout
from trainer_app.system.clock import fixed_at


class Shop:
    """A data folder with a course that has two tests and a role play, and a command line over it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def session(self, out: io.StringIO) -> CliContext:
        clock = fixed_at(date(2018, 10, 17), 12, "Asia/Dushanbe", step=7)
        data = self.root / "data"
        return CliContext(data=data, out=out, err=io.StringIO(), clock=clock, cost=KdfCost())

    def __call__(self, *arguments: object) -> tuple[int, Any]:
        out = io.StringIO()
        code = run(["--json", "--data", str(self.root / "data"), *map(str, arguments)], self.session(out))
        text = out.getvalue()
        return code, json.loads(text) if text else None

    def paper(self, *arguments: object) -> tuple[Any, str]:
        """Write a paper of the course; return what was said, and the paper's text."""
        code, said = self("paper", *arguments, "--course", "C1", "--out", self.root / "paper.pdf")
        assert code == 0, said
        return said, words(Path(said["out"]).read_bytes())


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TRAINER_PASSPHRASE", "a passphrase of the tests")
    made = Shop(tmp_path)
    days = ("--from", "2018-10-15", "--to", "2018-10-18", "--sessions-per-day", 3)
    course = ("--project", "P", "--code", "C1", "--title", "Курс", "--town", "Душанбе")
    assert made("course", "create", *course, *days)[0] == 0
    listed = tmp_path / "list.csv"
    listed.write_text("№;Ном ва насаб\n1;Азизов Фаррух Бахтиёрович\n2;Ҷалилова Нигина\n", encoding="utf-8")
    assert made("roster", "import", listed, "--course", "C1")[0] == 0
    session = made.session(io.StringIO())
    with session.open() as work:
        key = courses.find_course(work, "C1")
        knowledge_test(work, key)
        knowledge_test(work, key, Occasion.POST, shuffled=True)
        form = make_form(work, FormKind.PRACTICAL, [scale("Listens")], "Role play")
        forms.choose_form(work, key, form, Occasion.END)
    return made


def test_papers_of_a_test_have_numbers_names_and_questions(shop: Shop) -> None:
    said, text = shop.paper("tests", "--lang", "en")
    assert said["form"] == "Knowledge"
    assert said["warnings"] == []
    for told in ("Азизов Фаррух Бахтиёрович", "Pre-test", "tear off", "Question 3 2", "No. 6 · page 1 of 1"):
        assert told in text
    kept = shop.paper("tests", "--names", "--spare", 0, "--number", 2, "--lang", "en")[1]
    assert "tear off" not in kept
    assert "Азизов" not in kept
    assert "Ҷалилова Нигина" in kept


def test_a_layout_is_said_or_is_the_one_chosen_last(shop: Shop) -> None:
    usual, text = shop.paper("tests", "--occasion", "pre", "--lang", "en")
    assert usual["layout"] == "usual"
    assert "Question 3 2" in text
    sheets, text = shop.paper(
        "tests", "--layout", "booklet", "--occasion", "pre", "--number", 2, "--lang", "en"
    )
    assert (sheets["layout"], sheets["warnings"]) == ("booklet", [])
    assert "Answer sheet" in text
    assert "Question 3 2" not in text
    booklet = shop.paper("booklet", "--layout", "booklet", "--occasion", "pre", "--lang", "en")[1]
    assert booklet.startswith("Question booklet · Test Knowledge")
    shuffled, text = shop.paper("tests", "--layout", "booklet", "--occasion", "post", "--lang", "en")
    assert "it has no booklet" in shuffled["warnings"][0]
    assert "Question 3 2" in text
    session = shop.session(io.StringIO())
    with session.open() as work:
        choose_layout(work, PaperLayout.BOOKLET)
    assert "Answer sheet" in shop.paper("tests", "--occasion", "pre", "--lang", "en")[1]
    assert shop.paper("tests", "--occasion", "pre", "--layout", "usual")[0]["layout"] == "usual"
    assert shop.paper("feedback")[0]["layout"] == "booklet"
    assert shop("paper", "tests", "--layout", "tiny", "--course", "C1", "--out", shop.root / "x.pdf")[0] == 2


def test_each_occasion_has_its_key_sheets_and_booklet(shop: Shop) -> None:
    same = shop.paper("key", "--occasion", "pre", "--lang", "en")[1]
    other = shop.paper("key", "--occasion", "post", "--lang", "en")[1]
    assert "CONFIDENTIAL" in same
    assert "differs from paper to paper" not in same
    assert "differs from paper to paper" in other
    assert "Answer sheet" in shop.paper("answer-sheets", "--lang", "en")[1]
    assert "Question booklet" in shop.paper("booklet", "--occasion", "pre", "--lang", "en")[1]
    code, said = shop(
        "paper", "booklet", "--occasion", "post", "--course", "C1", "--out", shop.root / "x.pdf"
    )
    assert (code, said["error"]["code"]) == (1, "paper.shuffled")


def test_without_a_chosen_form_the_standard_feedback_is_printed_and_chosen(shop: Shop) -> None:
    said, text = shop.paper("feedback", "--lang", "tg")
    assert text.count("Беном") == 2
    assert "Ҷалилова" not in text
    again, _ = shop.paper("feedback", "--lang", "tg")
    assert said["form"] == again["form"]


def test_ratings_are_printed_for_each_or_for_all_on_one_sheet(shop: Shop) -> None:
    sheets, grid = (shop.paper("ratings", *more, "--lang", "ru")[1] for more in ((), ("--grid",)))
    assert "Подпись тренера" in sheets
    assert sheets.count("Listens") == 2
    assert grid.count("Listens") == 1
    assert all(name in text for text in (sheets, grid) for name in ("Азизов", "Ҷалилова"))


def test_what_is_missing_in_the_language_is_told_and_printing_freezes_the_form(shop: Shop) -> None:
    said, text = shop.paper("ratings", "--paper-language", "tg", "--lang", "en")
    assert said["warnings"][0].startswith("Not everything is written in Tajik: question 1, answer 1")
    assert "Listens" in text
    session = shop.session(io.StringIO())
    with session.open() as work:
        frozen = {form.title["en"] for form in forms.list_forms(work) if form.frozen}
    assert frozen == {"Role play"}


def test_of_several_forms_one_is_named(shop: Shop) -> None:
    session = shop.session(io.StringIO())
    with session.open() as work:
        form = make_form(work, FormKind.PRACTICAL, [scale("Asks")], "Interview")
        forms.choose_form(work, courses.find_course(work, "C1"), form, Occasion.END)
    code, said = shop("paper", "ratings", "--course", "C1", "--out", shop.root / "x.pdf")
    assert (code, said["error"]["code"]) == (1, "paper.several_forms")
    assert "Interview" in said["error"]["message"]
    assert "Asks" in shop.paper("ratings", "--form", "interv")[1]
