"""Results on paper: the answer first, every part, honest where something is missing or hidden."""

from fractions import Fraction

import pytest

from tests.documents.course_samples import facts
from tests.documents.papers_looked_at import check_paper
from tests.documents.reading import check_golden, pages, picture
from tests.documents.result_samples import HOSTILE, nothing, results
from trainer_app.documents.base.flow import Drawing
from trainer_app.documents.base.graphics import (
    HistogramSeries,
    draw_histogram,
    gain_line,
    item_bar,
    scale_bar,
)
from trainer_app.documents.base.paper import Paper
from trainer_app.documents.evaluations.result_sections import ratio_text, step_text
from trainer_app.documents.evaluations.results_report import ResultsPaper, results_pdf
from trainer_app.domain.base.numbers import percent_text, points_text
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES, ChartColours
from trainer_app.system.messages import label_text


def printed(paper: ResultsPaper, language: str = "en") -> list[str]:
    return pages(results_pdf(paper, language, label_text))


def flat(texts: list[str]) -> str:
    return " ".join("\n".join(texts).split())


def test_golden_text() -> None:
    texts = [
        text
        for language in PAPER_LANGUAGES
        for text in printed(ResultsPaper(results(6), facts(), version="1.2.3"), language)
    ]
    check_golden("results_report", "\n\n--- page ---\n\n".join(texts) + "\n")


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
@pytest.mark.parametrize("long", [False, True])
def test_nothing_leaves_the_page_or_stands_on_other_words(language: str, long: bool) -> None:
    paper = ResultsPaper(results(long=long, courses=2), facts(), names=True)
    texts = check_paper(results_pdf(paper, language, label_text))
    headings = {
        "tg": (
            "Чӣ омӯхта шуд",
            "Ҳар нафар",
            "Саволҳои санҷиш",
            "Арзёбии амалӣ",
            "Назарпурсии иштирокчиён",
        ),
        "ru": (
            "Чему научились",
            "Каждый участник",
            "Вопросы теста",
            "Практические оценки",
            "Отзывы участников",
        ),
        "en": (
            "What was learnt",
            "Person by person",
            "Questions of the test",
            "Practical ratings",
            "Feedback",
        ),
    }
    for code, wanted in headings.items():
        there = code in language.split("+")
        assert [heading in flat(texts) for heading in wanted] == [there] * len(wanted), code


def test_the_answer_stands_whole_on_the_first_page() -> None:
    for language in PAPER_LANGUAGES:
        first, second, *_ = printed(ResultsPaper(results(), facts()), language)
        for figure in ("0.7", "0.3") if language == "en" else ("0,7", "0,3"):
            assert figure in first
        assert "Назаров Далер 1" not in first
        assert "Назаров Далер 1" in second


def test_versions_and_their_reliability_stand_apart() -> None:
    whole = flat(printed(ResultsPaper(results())))
    assert "Knowledge test · version 1" in whole
    assert "Knowledge test · version 2" in whole
    assert "Reliability (post-test): KR-20" in whole
    assert "Post-test: Reliability cannot be told" in whole, "of version 2 all papers are the same"
    assert "Fewer than 30 papers: a rough guide only." in whole
    assert "2 papers are entered only in part" in whole


def test_names_can_be_left_out() -> None:
    whole = flat(printed(ResultsPaper(results(), names=False)))
    assert "Назаров" not in whole
    assert "Names are left out" in whole


def test_feedback_of_few_sheets_says_why_it_is_hidden() -> None:
    whole = flat(printed(ResultsPaper(results(sheets=4))))
    assert "4 answers: fewer than 5 are not shown" in whole
    assert HOSTILE not in whole
    assert "Anonymous; 4 sheets." in whole


def test_open_answers_are_a_list_and_choices_have_shares() -> None:
    whole = flat(printed(ResultsPaper(results())))
    assert "Ҳама чиз хуб буд" in whole
    assert HOSTILE in whole
    assert "7 100 %" in whole, "everybody chose option 1"
    assert "On a scale of up to 3 steps: one step at each end." in whole


def test_nothing_yet_is_said() -> None:
    for language in PAPER_LANGUAGES:
        (only,) = printed(ResultsPaper(nothing(), facts()), language)
        assert "NaN" not in only
    assert "No test and no feedback yet." in flat(printed(ResultsPaper(nothing())))


def test_the_same_results_give_the_same_bytes() -> None:
    paper = ResultsPaper(results(), facts())
    assert results_pdf(paper, "tg+en", label_text) == results_pdf(paper, "tg+en", label_text)


def test_numbers_are_rounded_once_and_never_past_a_limit() -> None:
    assert percent_text(Fraction(99_949, 20), "ru") == "50\u00a0%"
    assert percent_text(None, "en") == "–"
    assert points_text(Fraction(2750), "tg") == "+27,5"
    assert points_text(Fraction(-300), "en") == "−3"
    assert points_text(Fraction(0), "en") == "0"
    limits = (Fraction(3, 10), Fraction(7, 10))
    # Rounded to four places and again to two, 0.44495 would become 0.45.
    assert ratio_text(Fraction(44_495, 100_000), "en") == "0.44"
    assert ratio_text(Fraction(2996, 10_000), "en", limits) == "0.2996"
    assert ratio_text(Fraction(2951, 10_000), "en", limits) == "0.295"
    assert ratio_text(Fraction(3, 10), "en", limits) == "0.30"
    assert step_text(Fraction(9, 2), "ru") == "4,5"


def drawn(drawing: Drawing) -> list[int]:
    """Return how dark each column of a strip is, from 0 (white) to 255."""
    paper = Paper(60, 6, "en", "")
    drawing(paper, 2, 3, 56)
    image = picture(paper.finish(), 100)
    return [255 - min(image.crop((x, 0, x + 1, image.height)).tobytes()) for x in range(image.width)]


def test_a_gain_and_a_loss_differ_without_colours() -> None:
    gain, loss = (
        drawn(gain_line(Fraction(1, 5), Fraction(4, 5))),
        drawn(gain_line(Fraction(4, 5), Fraction(1, 5))),
    )
    assert gain != loss
    middle = slice(len(gain) // 2 - 20, len(gain) // 2 + 20)
    assert min(gain[middle]) > 150, "a gain is one line"
    assert min(loss[middle]) < 150, "a loss has gaps"
    assert drawn(gain_line(Fraction(1, 2), None)) != drawn(gain_line(None, Fraction(1, 2)))


def test_every_chart_can_be_drawn_of_extreme_values() -> None:
    none, one = Fraction(0), Fraction(1)
    for drawing in (
        gain_line(none, one),
        gain_line(one, one),
        gain_line(None, None),
        item_bar(none, one),
        item_bar(None, None),
        scale_bar((0, 0, 9, 0, 0)),
        scale_bar((1, 1)),
    ):
        assert max(drawn(drawing)) > 0


def test_a_histogram_names_every_bar_in_text() -> None:
    paper = Paper(120, 60, "en", "")
    lanes = [
        HistogramSeries("Before", (0, 1, 2, 3, 4, 5, 6, 7, 8, 9)),
        HistogramSeries("After", (19, 18, 17, 16, 15, 14, 13, 12, 11, 10)),
    ]
    draw_histogram(paper, 2, 2, 116, 56, lanes, ChartColours(ground="101010", strong="AABBCC"))
    (text,) = pages(paper.finish())
    words = text.split()
    assert {"Before", "After", *map(str, range(1, 20))} <= set(words)
    empty = Paper(120, 60, "en", "")
    draw_histogram(empty, 2, 2, 116, 56, [HistogramSeries("After", (0,) * 10)])
    assert "After" in pages(empty.finish())[0]
