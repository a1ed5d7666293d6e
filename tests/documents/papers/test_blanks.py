"""The empty forms: everything that is asked for, room to write, nothing that tells anonymous sheets apart."""

import io
import re
from collections.abc import Sequence

import pytest
from pypdf import PageObject, PdfReader

from tests.documents.boxes import Seen, see
from tests.documents.course_samples import LONGEST, answer_sheets, facts
from tests.documents.papers_looked_at import check_paper, look_at
from tests.documents.reading import check_golden, pages
from trainer_app.documents.papers.room_papers import answer_sheets_pdf, registration_pdf
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.evaluations.forms import TEST_OCCASIONS, Occasion
from trainer_app.domain.papers.course_papers import (
    PAPER_LANGUAGES,
    SPARE_SHEETS,
    AnswerSheet,
    AnswerSheets,
    RegistrationForm,
    cut_order,
    with_spare,
)


def sheets_of(people: int = 25, items: int = 20, occasion: Occasion = Occasion.PRE) -> AnswerSheets:
    sheets = with_spare(answer_sheets(people), items)
    return AnswerSheets(facts(), occasion, sheets, items)


def flat(text: str) -> str:
    return " ".join(text.split())


def squares(pages_seen: Sequence[Seen], least: float, most: float) -> list[int]:
    """Return how many square boxes of a size (mm) each page has."""
    return [
        sum(
            least <= each.right - each.left <= most
            and abs((each.right - each.left) - (each.bottom - each.top)) < 0.4
            for each in page.shapes
        )
        for page in pages_seen
    ]


def test_golden_text() -> None:
    for name, make in {
        "registration": lambda language: registration_pdf(RegistrationForm(facts(), phone=True), language),
        "answers": lambda language: answer_sheets_pdf(sheets_of(2), language),
    }.items():
        texts = [text for language in PAPER_LANGUAGES for text in pages(make(language))]
        check_golden(name, "\n\n--- page ---\n\n".join(texts) + "\n")


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
@pytest.mark.parametrize("longest", ["", LONGEST])
def test_three_registration_forms_ask_for_everything(language: str, longest: str) -> None:
    pdf = registration_pdf(RegistrationForm(facts(longest), phone=True), language)
    texts = check_paper(pdf)
    assert len(texts) == 1
    asked = {
        "tg": ("Насаб", "Номи падар", "лотинӣ", "Рутба", "Ҷойи хизмат", "Ноҳияи хизмат", "Телефон", "Имзо"),
        "ru": ("Фамилия", "Отчество", "латинскими", "Звание", "Подразделение", "Телефон", "Подпись"),
        "en": ("Family name", "Patronymic", "Latin", "Rank", "Unit", "Duty district", "Signature"),
    }
    for word in (*asked[language[:2]], *(asked[language[3:]] if language[3:] else ())):
        assert texts[0].count(word) >= 3, word
    assert squares(see(pdf), 5, 6.5) == [6], "two boxes for the sex on each form"


def test_the_telephone_is_asked_for_only_where_the_office_wants_it() -> None:
    assert "Telephone" not in pages(registration_pdf(RegistrationForm(facts()), "en"))[0]


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
@pytest.mark.parametrize(("items", "a_page"), [(1, 2), (20, 2), (30, 2), (40, 2), (41, 1), (100, 1)])
def test_each_question_has_five_boxes_from_a_to_e(language: str, items: int, a_page: int) -> None:
    pdf = answer_sheets_pdf(sheets_of(3, items), language)
    seen = look_at(pdf)
    texts = [page.text for page in seen]
    assert len(texts) == -(-(3 + SPARE_SHEETS) // a_page)
    boxes = squares(seen, 5.3, 7.6)
    assert boxes == [items * 5 * a_page] * len(texts)
    words = texts[0].split()
    assert words.count("E") == items * a_page
    assert str(items) in words


@pytest.mark.parametrize("people", [0, 1, 25, 500])
def test_everybody_has_a_sheet_with_number_and_name_and_some_are_spare(people: int) -> None:
    test = sheets_of(people)
    numbers = [sheet.number for sheet in test.sheets if sheet.number]
    assert numbers == list(range(1, people + 1))
    assert len(test.sheets) - people >= SPARE_SHEETS
    texts = pages(answer_sheets_pdf(test, "tg"))
    assert len(texts) * 2 == len(test.sheets)
    whole = "\n".join(texts)
    assert whole.count("Абдуллоева Мавҷуда Сафаровна") == people // 7


def test_a_cut_pile_of_pages_lies_in_order() -> None:
    pages_of = cut_order(list(range(1, 9)), 2)
    assert pages_of == [(1, 5), (2, 6), (3, 7), (4, 8)]
    tops, bottoms = zip(*pages_of, strict=True)
    assert [*tops, *bottoms] == list(range(1, 9))
    assert cut_order([1, 2], 1) == [(1,), (2,)]


def test_the_longest_name_and_number_stay_in_their_places() -> None:
    sheets = (AnswerSheet(9999, LONGEST), AnswerSheet())
    for language in PAPER_LANGUAGES:
        text = check_paper(answer_sheets_pdf(AnswerSheets(facts(LONGEST), Occasion.POST, sheets), language))[
            0
        ]
        assert "9999" in text
        assert LONGEST in flat(text)


def test_the_occasion_is_named() -> None:
    pre, post = (pages(answer_sheets_pdf(sheets_of(1, 20, each), "ru"))[0] for each in TEST_OCCASIONS)
    assert "Входной тест" in pre
    assert "Итоговый тест" in post
    assert "Входной тест" not in post


@pytest.mark.parametrize("items", [0, -1, 101])
def test_a_number_of_questions_that_no_sheet_holds_is_refused(items: int) -> None:
    with pytest.raises(TrainerError, match="paper.items_out_of_range"):
        AnswerSheets(facts(), Occasion.PRE, (AnswerSheet(),), items)
    with pytest.raises(TrainerError, match="documents.nothing_to_print"):
        answer_sheets_pdf(AnswerSheets(facts(), Occasion.PRE, ()), "tg")


def test_same_bytes_and_pure_black() -> None:
    made = {
        "registration": lambda: registration_pdf(RegistrationForm(facts()), "tg+en"),
        "answers": lambda: answer_sheets_pdf(sheets_of(2), "tg+en"),
    }
    for name, make in made.items():
        assert make() == make()
        inks = {colour for page in PdfReader(io.BytesIO(make())).pages for colour in colours(page)}
        assert inks == {"0 0 0"}, name


def colours(page: PageObject) -> list[str]:
    """Return every colour that something on a page is filled or drawn with."""
    contents = page.get_contents()
    assert contents is not None
    operators = contents.get_data().decode("latin-1")
    return re.findall(r"([\d.]+ [\d.]+ [\d.]+) (?:rg|RG)", operators)
