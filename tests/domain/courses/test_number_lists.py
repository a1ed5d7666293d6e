"""Numbers on the list as people type them."""

import pytest

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.courses.courses import read_numbers
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES, PaperLanguage, read_paper_language


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("4", (4,)),
        ("1, 4, 7–9", (1, 4, 7, 8, 9)),
        ("9-7;1 4", (1, 4, 7, 8, 9)),
        (" 7 - 9 ,8", (7, 8, 9)),
        ("3,3,3", (3,)),
        ("12 — 13", (12, 13)),
    ],
)
def test_commas_blanks_and_spans_are_read(typed: str, expected: tuple[int, ...]) -> None:
    assert read_numbers(typed) == expected


@pytest.mark.parametrize("typed", ["", "  ", "two", "1,x", "1-", "-3", "1-2-3", "12345", "1.5"])
def test_what_cannot_be_read_is_told_and_nothing_is_guessed(typed: str) -> None:
    with pytest.raises(TrainerError, match="paper.numbers_unreadable"):
        read_numbers(typed)


def test_the_languages_of_papers_are_those_of_the_program_and_tajik_with_another() -> None:
    assert (*LANGUAGES, "tg+en", "tg+ru") == PAPER_LANGUAGES
    assert read_paper_language("ru") == PaperLanguage("ru")
    assert read_paper_language("tg+en") == PaperLanguage("tg", "en")
    assert read_paper_language("tg+ru") == PaperLanguage("tg", "ru")
    for wrong in ("", "de", "en+tg", "tg+", "TG"):
        with pytest.raises(TrainerError, match="paper.unknown_language"):
            read_paper_language(wrong)


def test_a_second_line_never_repeats_the_first() -> None:
    both = PaperLanguage("tg", "en")
    assert both.below(Texts(tg="Душанбе", en="Dushanbe")) == "Dushanbe"
    assert both.below(Texts(en="Dushanbe")) == "", "the first line says it already"
    assert both.below(Texts(tg="DSH", en="DSH")) == ""
    assert PaperLanguage("tg").below(Texts(tg="Душанбе", en="Dushanbe")) == ""
