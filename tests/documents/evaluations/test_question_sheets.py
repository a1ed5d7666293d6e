"""Answer sheets to a form, rating grids and keys: every question has its place, nothing is cut."""

import re

import pytest

from tests.documents import question_samples as samples
from tests.documents.boxes import shapes
from tests.documents.course_samples import LONGEST, facts
from tests.documents.papers_looked_at import check_paper
from tests.documents.reading import pages
from trainer_app.documents.evaluations.question_papers import marked_extent, marked_sheets_pdf
from trainer_app.documents.evaluations.trainer_sheets import key_sheet_pdf, rating_grid_pdf
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import FormKind
from trainer_app.domain.evaluations.questions import Question
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES

every_language = pytest.mark.parametrize("language", PAPER_LANGUAGES)


def squares(pdf: bytes) -> list[int]:
    """Return how many boxes to cross each page has, those of shared drawings left out."""
    return [
        sum(6 < each.right - each.left < 6.6 and 6 < each.bottom - each.top < 6.6 for each in page)
        for page in shapes(pdf)
    ]


def many(count: int, options: int) -> tuple[Question, ...]:
    texts = tuple(Texts(tg=f"ҷавоби {number}") for number in range(options))
    return tuple(samples.choice(f"q{number}", Texts(tg="Савол"), *texts) for number in range(count))


@pytest.mark.parametrize("options", [2, 4, 5, 10])
@pytest.mark.parametrize("count", [1, 20, 40, 120, 200])
def test_each_question_has_a_box_for_each_option(count: int, options: int) -> None:
    sheet = samples.sheets(1, samples.quiz(questions=many(count, options)))
    pdf = marked_sheets_pdf(sheet, "tg+en")
    texts = check_paper(pdf)
    assert sum(squares(pdf)) == count * options
    assert len(texts) == marked_extent(sheet, "tg+en").all
    words = " ".join(texts).split()
    assert all(str(number) in words for number in range(1, count + 1))


@every_language
def test_sheets_are_numbered_named_and_two_to_a_page_when_short(language: str) -> None:
    texts = check_paper(marked_sheets_pdf(samples.sheets(3), language))
    assert len(texts) == 2
    for number, name in enumerate(("Азизов Фаррух", "Бобоҷонов Далер", "Гулмуродова Зарина"), start=1):
        page = next(text for text in texts if name in text)
        assert re.search(rf"(№|No\.) {number} ·", page)
    assert samples.sheets(4).papers[1].number == 2
    cut = pages(marked_sheets_pdf(samples.sheets(4), language))
    assert "Азизов" in cut[0]
    assert "Гулмуродова" in cut[0], "a cut pile lies in order"


def test_several_answers_are_told_and_written_ones_have_a_line() -> None:
    text = pages(marked_sheets_pdf(samples.sheets(1), "en"))[0]
    assert "* several answers may be right" in text
    assert "19" in text
    assert "same number" not in text
    shuffled = pages(marked_sheets_pdf(samples.sheets(1, samples.quiz(shuffled=True)), "en"))[0]
    assert "goes with the questions of the same number" in shuffled


@every_language
@pytest.mark.parametrize("people", [0, 1, 25])
@pytest.mark.parametrize("criteria", [1, 4, 9, 12])
def test_a_class_and_its_criteria_fit_one_page(language: str, people: int, criteria: int) -> None:
    asked = tuple(replace(samples.CRITERIA[at % 4], key=f"c{at}") for at in range(criteria))
    grid = samples.grid(people, samples.full(FormKind.PRACTICAL, Texts(tg="Нақшбозӣ"), asked))
    texts = check_paper(rating_grid_pdf(grid, language))
    assert len(texts) == 1
    for paper in grid.papers:
        assert paper.name in texts[0]


@every_language
def test_many_people_and_criteria_go_on_to_more_pages(language: str) -> None:
    criteria = tuple(replace(samples.CRITERIA[at % 4], key=f"c{at}") for at in range(23))
    long = replace(criteria[0], text=Texts.of_list(["Мусоҳиба бо ҷабрдида " * 40] * 3))
    form = samples.full(FormKind.PRACTICAL, Texts(tg="Нақшбозӣ"), (long, *criteria[1:]))
    grid = samples.grid(60, form)
    grid = replace(
        grid, facts=facts(LONGEST), papers=tuple(replace(each, name=LONGEST) for each in grid.papers)
    )
    texts = check_paper(rating_grid_pdf(grid, language))
    whole = " ".join(" ".join(text.split()) for text in texts)
    for number in range(1, 61):
        assert whole.count(f" {number} ") >= 2, "once for each part of the criteria"
    assert whole.count("23.") >= 1


def test_a_grid_needs_criteria() -> None:
    with pytest.raises(TrainerError, match="documents.nothing_to_print"):
        rating_grid_pdf(samples.grid(3, samples.full(FormKind.PRACTICAL, Texts(tg="Нақшбозӣ"), ())), "tg")


@every_language
def test_a_key_names_what_is_right_and_that_it_is_secret(language: str) -> None:
    texts = check_paper(key_sheet_pdf(samples.key(), language))
    secret = {"tg": "МАХФӢ", "ru": "КОНФИДЕНЦИАЛЬНО", "en": "CONFIDENTIAL"}[language[:2]]
    assert all(secret in text for text in texts)
    whole = " ".join(" ".join(texts).split())
    assert "24; 20–28 (50 %)" in whole
    assert "1313" in whole
    for right in (samples.ASKED[1].options[2], samples.ASKED[3].options[1]):
        assert right.text.best(language[:2]) in whole


def test_of_shuffled_papers_each_has_its_row() -> None:
    key = samples.key(25)
    whole = "\n".join(check_paper(key_sheet_pdf(key, "ru")))
    rows = {
        int(found[1]): found[2].split()
        for found in re.finditer(r"^(\d+) ((?:[A-J]+ ?)+)$", whole, re.MULTILINE)
    }
    assert sorted(rows) == list(range(1, 26))
    for paper in key.papers:
        assert paper.number is not None
        for question, letters in zip(key.form.questions, rows[paper.number], strict=False):
            order = paper.order_of(question)
            assert {order["ABCDEFGHIJ".index(letter)] for letter in letters} == question.right_options


def test_a_key_to_many_long_questions_is_whole() -> None:
    form = samples.quiz(shuffled=True, questions=many(200, 10))
    texts = check_paper(key_sheet_pdf(samples.key(30, form), "tg+en"))
    assert "200" in " ".join(texts).split()
