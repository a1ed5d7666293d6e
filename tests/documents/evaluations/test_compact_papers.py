"""Compact papers: fewer pages, every question whole and once, its letters as they are keyed in."""

import json
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

import pytest

from tests.documents import question_samples as samples
from tests.documents.boxes import Spot, letters, rules, shapes
from tests.documents.course_samples import LONGEST
from tests.documents.papers_looked_at import check_paper, look_at
from tests.documents.reading import pages
from tests.documents.samples import RESOURCES
from trainer_app.documents.base import fonts
from trainer_app.documents.evaluations.question_papers import (
    marked_sheets_pdf,
    papers_extent,
    question_papers_pdf,
)
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.forms import FormKind, FullForm
from trainer_app.domain.evaluations.questions import Question, option_marks
from trainer_app.domain.papers.course_papers import (
    PAPER_LANGUAGES,
    NamePlacement,
    QuestionPaper,
    QuestionPapers,
)

every_language = pytest.mark.parametrize("language", PAPER_LANGUAGES)
_MIDDLE = 105.0
"""Between the columns of a page, in millimetres."""


def standard_test(*, shuffled: bool = False) -> FullForm:
    """Return the knowledge test that comes with the program: twenty questions of one line to three."""
    told = json.loads((RESOURCES / "forms" / "knowledge_test.json").read_text(encoding="utf-8"))
    asked = tuple(
        samples.choice(
            each["id"],
            Texts(**each["text"]),
            *(Texts(**option) for option in each["options"]),
            right=tuple(each["right"]),
        )
        for each in told["questions"]
    )
    assert len(asked) == 20
    return samples.quiz(shuffled=shuffled, questions=asked)


def coded(count: int, options: int, tail: str = "") -> tuple[Question, ...]:
    """Return questions whose texts and options begin with words that stand nowhere else."""
    return tuple(
        samples.choice(
            f"q{number}",
            Texts(tg=f"с{number:02}савол {tail}".strip()),
            *(Texts(tg=f"с{number:02}ҷ{option:02} {tail}".strip()) for option in range(1, options + 1)),
        )
        for number in range(1, count + 1)
    )


def compact(pile: QuestionPapers) -> QuestionPapers:
    return replace(pile, compact=True)


def flat(text: str) -> str:
    return " ".join(text.split())


def packed(text: str) -> str:
    """Return a text without its blanks: a line may end after a hyphen."""
    return "".join(text.split())


type Inked = list[tuple[str, list[Spot]]]
"""The letters of every page, without blanks, and where each of them stands."""


def without_blanks(pages_found: Iterable[list[Spot]]) -> Inked:
    return [("".join(spot.text for spot in inked), inked) for inked in pages_found]


def places(found_pages: Inked, word: str) -> list[tuple[int, bool]]:
    """Return page and column (False: the left one) of each place where a word without blanks stands."""
    found = []
    for page, (text, inked) in enumerate(found_pages):
        at = text.find(word)
        while at >= 0:
            found.append((page, inked[at].left > _MIDDLE))
            at = text.find(word, at + 1)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shuffled", [False, True])
def test_twenty_questions_are_one_sheet_on_both_sides(language: str, shuffled: bool) -> None:
    pile = samples.of_test(3, standard_test(shuffled=shuffled))
    assert papers_extent(pile, language).each == 3
    extent = papers_extent(compact(pile), language)
    assert (extent.each, extent.all, extent.sheets) == (2, 6, 3)
    pdf = question_papers_pdf(compact(pile), language)
    texts = check_paper(pdf)
    assert len(texts) == 6
    for at, paper in enumerate(pile.papers):
        own = packed(" ".join(texts[2 * at : 2 * at + 2]))
        assert packed(paper.name) in own
        for question in pile.form.questions:
            assert own.count(packed(question.text[language])) == 1
            for option in question.options:
                assert packed(option.text[language]) in own


@every_language
def test_two_languages_take_fewer_pages_too(language: str) -> None:
    pile = samples.of_test(1, standard_test())
    few, many = papers_extent(compact(pile), language).all, papers_extent(pile, language).all
    assert few < many
    assert len(check_paper(question_papers_pdf(compact(pile), language))) == few


@pytest.mark.parametrize("language", ["tg", "tg+ru"])
@pytest.mark.parametrize("words", [0, 12, 40])
def test_each_question_is_on_paper_once_and_in_one_column(language: str, words: int) -> None:
    questions = coded(24, 4, "ҷабрдида дар ҳузури шоҳидон қарорро мегирад " * (words // 6))
    pile = compact(samples.of_test(1, samples.quiz(questions=questions)))
    pdf = question_papers_pdf(pile, language)
    seen = look_at(pdf)
    inked = without_blanks(page.letters for page in seen)
    for number in range(1, 25):
        stands = [places(inked, f"с{number:02}савол")]
        stands += [places(inked, f"с{number:02}ҷ{option:02}") for option in range(1, 5)]
        assert [len(each) for each in stands] == [1] * 5, f"question {number} is not there once"
        assert len({each[0] for each in stands}) == 1, f"question {number} is broken"
    squares = [each for page in seen for each in page.shapes if _is_box(each, 4.6) or _is_box(each, 5.6)]
    assert len(squares) == 24 * 4


def test_columns_are_read_one_after_the_other_with_a_line_between() -> None:
    pile = compact(samples.of_test(1, samples.quiz(questions=coded(40, 4, "ҷабрдида"))))
    pdf = question_papers_pdf(pile, "tg")
    inked = without_blanks(letters(pdf))
    stands = [places(inked, f"с{number:02}савол")[0] for number in range(1, 41)]
    assert stands == sorted(stands)
    assert set(Counter(stands)) == {(0, False), (0, True), (1, False), (1, True)}
    for page in rules(pdf):
        assert any(abs(line.left - _MIDDLE) < 0.2 and line.bottom - line.top > 100 for line in page)


def test_a_question_longer_than_a_column_is_printed_whole_over_the_page() -> None:
    long = replace(coded(1, 10, "ҷабрдида дар ҳузури шоҳидон қарорро мегирад " * 14)[0], key="long")
    pile = compact(samples.of_test(1, samples.quiz(questions=(*coded(20, 4), long)), longest=True))
    pdf = question_papers_pdf(pile, "tg")
    whole = flat(" ".join(check_paper(pdf)))
    assert LONGEST in whole
    assert whole.count("ҷабрдида") == 14 * 11
    inked = without_blanks(letters(pdf))
    right = [places(inked, f"с01ҷ{option:02}")[-1][1] for option in range(1, 11)]
    assert not any(right), "each begins at the left edge of the page"


@every_language
def test_open_questions_keep_their_room_to_write(language: str) -> None:
    asked = (*coded(24, 4), samples.NUMBER, samples.WORDS, samples.OPEN)
    pile = compact(samples.of_test(1, samples.quiz(questions=asked)))
    pdf = question_papers_pdf(pile, language)
    check_paper(pdf)
    boxes = [each for page in shapes(pdf) for each in page if 39 < each.right - each.left < 41]
    assert len(boxes) == 1, "one box for a figure"
    assert boxes[0].bottom - boxes[0].top >= 8
    assert _lines_to_write_on(pdf) == 1 + 3, "one for a word, three for an opinion"


def _lines_to_write_on(pdf: bytes) -> int:
    across = [each for page in rules(pdf) for each in page if each.right - each.left > 60]
    return sum(each.top > 30 and each.right - each.left < 180 for each in across)


def test_what_takes_no_fewer_pages_stays_as_large_as_it_was() -> None:
    for pile in (samples.of_test(2, samples.quiz(questions=samples.ASKED)), samples.anonymous(2)):
        assert question_papers_pdf(compact(pile), "ru") == question_papers_pdf(pile, "ru")


def test_long_feedback_takes_fewer_pages_and_keeps_its_scales_across_the_page() -> None:
    asked = [replace(samples.STATEMENTS[at % 5], key=f"s{at}") for at in range(24)]
    form = samples.full(FormKind.FEEDBACK, Texts(tg="Фикр"), (*asked, *[samples.OPEN] * 2))
    pile = samples.anonymous(2, form)
    few, many = papers_extent(compact(pile), "tg"), papers_extent(pile, "tg")
    assert (few.each, many.each) == (1, 2)
    pdf = question_papers_pdf(compact(pile), "tg")
    assert len(check_paper(pdf)) == few.all
    squares = [each for page in shapes(pdf) for each in page if _is_box(each, 5.2)]
    assert not squares, "papers that are alike share one drawing"
    alone = question_papers_pdf(compact(samples.anonymous(1, form)), "tg")
    assert sum(_is_box(each, 5.2) for page in shapes(alone) for each in page) == 24 * 5


@pytest.mark.parametrize("people", [1, 25])
@pytest.mark.parametrize("names", NamePlacement)
@pytest.mark.parametrize("duplex", [False, True])
def test_the_pages_that_are_counted_are_those_that_are_made(
    people: int, names: NamePlacement, duplex: bool
) -> None:
    form = standard_test(shuffled=True)
    pile = compact(replace(samples.of_test(people, form, names=names), duplex=duplex))
    counted = papers_extent(replace(pile, papers=(QuestionPaper(),) * people), "tg+ru")
    texts = pages(question_papers_pdf(pile, "tg+ru"))
    assert len(texts) == counted.all
    leaves = counted.leaves
    assert [page for leaf in leaves for page in leaf.pages] == list(range(counted.all))
    begins = [at for at, text in enumerate(texts) if "саҳифаи 1 аз" in text]
    assert begins == [leaf.pages[0] for leaf in leaves], "each paper begins a sheet"


def test_a_booklet_is_compact_and_goes_with_answer_sheets_of_the_same_order() -> None:
    form = samples.quiz(questions=(*coded(20, 4), samples.NUMBER))
    only = QuestionPapers(form, (QuestionPaper(),), booklet=True, compact=True)
    booklet = question_papers_pdf(only, "tg")
    text = flat(" ".join(check_paper(booklet)))
    assert "Саволнома" in text
    assert "DSH-1" not in text, "it is used again for other courses"
    assert "Санҷиши аввал" not in text, "and on other occasions"
    assert not [each for page in shapes(booklet) for each in page if 39 < each.right - each.left < 41]
    sheet = marked_sheets_pdf(samples.sheets(1, form), "tg")
    (said,) = check_paper(sheet)
    assert "Азизов" in said
    boxes = [each for each in shapes(sheet)[0] if 5.9 < each.right - each.left < 6.7]
    assert len(boxes) == 20 * 4, "as many boxes as the booklet has options"
    numbers = [word for word in said.split() if word.isdigit() and int(word) <= 21]
    assert set(map(str, range(1, 22))) <= set(numbers)


@pytest.mark.parametrize("number", [7, 2003])
@pytest.mark.parametrize(("count", "options", "tail"), [(4, 3, 0), (26, 4, 0), (20, 5, 3), (16, 4, 9)])
def test_what_stands_beside_a_letter_is_what_is_keyed_in_for_it(
    count: int, options: int, tail: int, number: int
) -> None:
    """Whatever the form and the number, in columns too."""
    fonts.use(RESOURCES / "fonts")
    form = samples.quiz(shuffled=True, questions=coded(count, options, "дароз " * tail))
    paper = samples.paper(form, number)
    pile = compact(replace(samples.of_test(0, form), papers=(paper,)))
    printed = _beside_boxes(question_papers_pdf(pile, "tg"))
    wanted = [
        (mark, f"с{at:02}ҷ{own:02}")
        for at, question in enumerate(form.questions, start=1)
        for mark, own in zip(option_marks(question), paper.order_of(question), strict=True)
    ]
    assert sorted(printed) == sorted(wanted)


def _is_box(spot: Spot, side: float) -> bool:
    wide, high = spot.right - spot.left, spot.bottom - spot.top
    return abs(wide - side) < 0.45 and abs(high - side) < 0.45


def _beside_boxes(pdf: bytes) -> list[tuple[str, str]]:
    """Return the letter in each box and the beginning of what stands to its right."""
    found = []
    for inked, drawn in zip(letters(pdf), shapes(pdf), strict=True):
        for square in (each for each in drawn if _is_box(each, 4.6) or _is_box(each, 5.6)):
            mark = "".join(spot.text for spot in inked if spot.within(square))
            level = [
                spot
                for spot in inked
                if 0 < spot.left - square.right < 40
                and square.top < (spot.top + spot.bottom) / 2 < square.bottom
            ]
            level.sort(key=lambda spot: spot.left)
            word = level[0].text
            for before, spot in pairwise(level):
                if spot.left - before.right > 1.5:
                    break
                word += spot.text
            found.append((mark, word[:6]))
    return found
