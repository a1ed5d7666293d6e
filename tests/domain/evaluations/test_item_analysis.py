"""Items: published data sets, examples computed by hand, bounds, and papers in any order."""

import itertools
import statistics
from fractions import Fraction
from math import sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.tests_taken import QUIZ, form_of, law_school, papers_of, printed, right_or_wrong
from tests.kit.chances import chances
from trainer_app.domain.base.numbers import WHOLE
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.questions import Accepted, Option, Question, QuestionKind
from trainer_app.domain.evaluations.statistics import (
    ItemAnalysis,
    ItemFlag,
    ReliabilityKind,
    analyse,
    dichotomous,
    discrimination,
    group_size,
    round_root,
)

rows = st.integers(2, 6).flatmap(
    lambda items: st.lists(st.text("01", min_size=items, max_size=items), min_size=1, max_size=25)
)


def analysed(papers: list[str]) -> ItemAnalysis:
    return analyse(form_of(len(papers[0])), papers_of(papers))


def test_the_law_school_test_gives_the_published_figures() -> None:
    found = analysed(law_school())
    assert found.papers == 1000
    assert [printed(item.difficulty, 3) for item in found.items] == [
        "0.924",
        "0.709",
        "0.553",
        "0.763",
        "0.870",
    ]
    # The point-biserial correlation with the total score without the item itself.
    assert [item.correlation(10_000) for item in found.items] == [1128, 1532, 1728, 1444, 1216]
    assert found.reliability is not None
    assert printed(found.reliability.value, 4) == "0.2950"
    assert found.reliability.kind is ReliabilityKind.KR20
    assert not found.reliability.caution
    # Groups of 270. The upper one has nothing wrong (298 have five right). In the lower one are 108 with two
    # right or fewer, of whom 72 have item 1, and 162 of the 237 with three right, of whom 212 have it.
    assert found.items[0].discrimination == 1 - (72 + Fraction(162 * 212, 237)) / 270
    assert printed(found.items[0].discrimination, 3) == "0.197"
    assert found.items[0].flags == (ItemFlag.EASY, ItemFlag.WEAK)


def test_the_quiz_of_ten_students_gives_the_published_figures() -> None:
    # p .7 .7 .6 .7 .6 .8 .7 .7 .5 .6; sum of pq 2.18; variance 5.84: KR-20 = 10/9 (1 - 2.18/5.84) = 0.6963.
    found = analysed(list(QUIZ))
    assert [printed(item.difficulty, 1) for item in found.items] == [
        *("0.7", "0.7", "0.6", "0.7", "0.6", "0.8", "0.7", "0.7", "0.5", "0.6")
    ]
    assert found.reliability is not None
    assert found.reliability.value == Fraction(10, 9) * (1 - Fraction(218, 584))
    assert printed(found.reliability.value, 3) == "0.696"
    assert found.reliability.caution


def test_groups_of_27_per_cent_computed_by_hand() -> None:
    # Ten papers, groups of 3 (2.7 rounded). Totals of A to J: 8 7 7 2 2 9 8 9 7 7.
    # Upper: F 9, H 9, and one place for A and G (8 each), who share it: half each.
    # Lower: D 2, E 2, and one place for B C I J (7 each): a quarter each.
    # Item 1: upper F1 H1 A1/2 G1/2 = 3 of 3; lower D0 E0 (B1 + C1 + I0 + J1)/4 = 3/4 of 3. D = 1 - 1/4.
    # Item 9: upper F1 H0 A1/2 G1/2 = 2 of 3; lower D0 E1 (B0 + C0 + I0 + J1)/4 = 5/4 of 3. D = 2/3 - 5/12.
    # Item 7: upper F1 H1 A0 G0 = 2 of 3; lower D1 E0 (B1 + C1 + I1 + J1)/4 = 2 of 3. D = 0.
    found = analysed(list(QUIZ))
    assert found.group == 3
    by_place = {item.place: item for item in found.items}
    assert by_place[1].discrimination == Fraction(3, 4)
    assert by_place[9].discrimination == Fraction(1, 4)
    assert by_place[7].discrimination == 0
    assert by_place[7].flags == (ItemFlag.WEAK,)


def test_a_wrong_key_is_found() -> None:
    # Four papers: those with the highest totals miss item 4, which the one with the lowest gets right.
    # Totals 3 3 2 1, groups of 1. Upper: one place shared by the first two: item 4 gives 0. Lower: 1. D = -1.
    found = analysed(["1110", "1110", "1010", "0001"])
    item = found.items[3]
    assert (item.difficulty, item.discrimination) == (Fraction(1, 4), Fraction(-1))
    assert item.flags == (ItemFlag.HARD, ItemFlag.CHECK_KEY)
    assert item.correlation(100) == -94  # rest 3 3 2 0: r squared = 1/4 : 9/32 = 8/9, r = -0.9428


@pytest.mark.parametrize(
    ("papers", "size"), [(0, 0), (1, 0), (2, 1), (3, 1), (5, 1), (6, 2), (10, 3), (25, 7), (30, 8), (50, 14)]
)
def test_sizes_of_groups(papers: int, size: int) -> None:
    # 25 x 0.27 = 6.75 -> 7; 50 x 0.27 = 13.5 -> 14: halves go up.
    assert group_size(papers) == size


def test_partial_credit_is_told_by_alpha_and_its_name() -> None:
    # Two items of one point; credits 1 1/2 0 and 1 0 1/2: totals 2, 1/2, 1/2.
    # Variances by 3: item 1 1/6, item 2 1/6, total 1/2. alpha = 2/1 (1 - (1/3)/(1/2)) = 2/3.
    options = (Option(Texts(en="a"), WHOLE // 2), Option(Texts(en="b"), WHOLE // 2), Option(Texts(en="c")))
    questions = [Question(key, QuestionKind.MULTIPLE, Texts(en=key), options) for key in ("x", "y")]
    papers = [{"x": "1,2", "y": "1,2"}, {"x": "1", "y": "3"}, {"x": "3", "y": "2"}]
    found = analyse(questions, papers)
    assert found.reliability is not None
    assert (found.reliability.kind, found.reliability.value) == (ReliabilityKind.ALPHA, Fraction(2, 3))
    assert found.items[0].difficulty == Fraction(1, 2)
    assert found.items[0].choices == (2, 1, 1)
    assert found.items[0].several == 0


def test_items_of_other_points_are_told_by_alpha() -> None:
    questions = [right_or_wrong(1), right_or_wrong(2, points=200)]
    found = analyse(questions, papers_of(["11", "10", "00"]))
    assert found.reliability is not None
    assert found.reliability.kind is ReliabilityKind.ALPHA
    # Totals 3 1 0: variance 14/9; parts 2/9 and 4 x 2/9 = 8/9. alpha = 2 (1 - (10/9)/(14/9)) = 4/7.
    assert found.reliability.value == Fraction(4, 7)


def test_what_can_only_be_right_or_wrong() -> None:
    number = Question("n", QuestionKind.NUMBER, Texts(en="n"), accepted=(Accepted("5"),))
    nearly = replace(number, accepted=(Accepted("5"), Accepted("4..6", WHOLE // 2)))
    several = replace(right_or_wrong(1), kind=QuestionKind.MULTIPLE)
    assert [dichotomous(each) for each in (right_or_wrong(1), number, nearly, several)] == [
        True,
        True,
        False,
        False,
    ]


def test_blanks_and_double_ticks_are_wrong_and_counted_apart() -> None:
    papers = [{"q1": "1"}, {"q1": "2"}, {"q1": "1,2"}, {"q1": ""}, {}]
    item = analyse(form_of(1), papers).items[0]
    assert (item.choices, item.several, item.blank) == ((1, 1, 0), 1, 2)
    assert item.difficulty == Fraction(1, 5)


def test_questions_without_a_key_are_no_items_and_places_stay() -> None:
    opinion = Question(
        "o", QuestionKind.LIKERT, Texts(en="o"), (Option(Texts(en="-")), Option(Texts(en="+")))
    )
    found = analyse([opinion, right_or_wrong(1)], papers_of(["1", "0"]))
    assert [(item.place, item.question.key) for item in found.items] == [(2, "q1")]


def test_nothing_is_said_where_nothing_differs() -> None:
    found = analysed(["11", "11"])
    assert [(item.discrimination, item.correlation(100)) for item in found.items] == [(None, None)] * 2
    assert found.reliability is None
    assert analyse(form_of(2), []).items == ()
    assert analysed(["10"]).reliability is None


def test_a_limit_itself_is_no_flag() -> None:
    # p = 0.3 and 0.9 exactly, D = 0.2 exactly are within.
    three_of_ten = analysed(["1"] * 3 + ["0"] * 7).items[0]
    nine_of_ten = analysed(["1"] * 9 + ["0"]).items[0]
    assert ItemFlag.HARD not in three_of_ten.flags
    assert ItemFlag.EASY not in nine_of_ten.flags
    assert replace(three_of_ten, discrimination=Fraction(1, 5)).flags == ()


@given(rows)
def test_every_figure_keeps_its_bounds(papers: list[str]) -> None:
    found = analysed(papers)
    for item in found.items:
        assert 0 <= item.difficulty <= 1
        assert sum(item.choices) + item.blank + item.several == len(papers)
        if item.discrimination is not None:
            assert -1 <= item.discrimination <= 1
        if item.correlation_square is not None:
            assert -1 <= item.correlation_square <= 1
    if found.reliability is not None:
        assert found.reliability.value <= 1


@given(rows, chances(20))
def test_papers_may_lie_in_any_order(papers: list[str], chance: Random) -> None:
    mixed = papers.copy()
    chance.shuffle(mixed)
    assert analysed(mixed) == analysed(papers)


@given(rows)
def test_against_a_naive_recount(papers: list[str]) -> None:
    found = analysed(papers)
    scores = [[int(mark) for mark in row] for row in papers]
    totals = [sum(row) for row in scores]
    for at, item in enumerate(found.items):
        column = [row[at] for row in scores]
        rest = [total - mark for total, mark in zip(totals, column, strict=True)]
        assert item.difficulty == Fraction(sum(column), len(column))
        if len(set(column)) > 1 and len(set(rest)) > 1:
            expected = statistics.correlation(column, rest)
            shown = item.correlation(10_000)
            assert shown is not None
            assert abs(shown / 10_000 - expected) <= 0.000051
        else:
            assert item.correlation(10_000) is None
    if len(set(totals)) > 1:
        assert found.reliability is not None
        parts = [statistics.pvariance([Fraction(row[at]) for row in scores]) for at in range(len(scores[0]))]
        count = len(parts)
        whole = statistics.pvariance(map(Fraction, totals))
        assert found.reliability.value == Fraction(count, count - 1) * (1 - sum(parts) / whole)
    else:
        assert found.reliability is None


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 3)), min_size=2, max_size=7))
def test_shared_places_are_the_mean_over_all_ways_to_break_ties(papers: list[tuple[int, int]]) -> None:
    scores, totals = [score for score, _ in papers], [total for _, total in papers]
    found = discrimination(scores, totals)
    if len(set(totals)) == 1:
        assert found is None
        return
    size, low, high = group_size(len(papers)), [], []
    for order in itertools.permutations(papers):
        ranked = sorted(order, key=lambda paper: paper[1])
        low.append(sum(score for score, _ in ranked[:size]))
        high.append(sum(score for score, _ in ranked[-size:]))
    assert found == (Fraction(sum(high), len(high)) - Fraction(sum(low), len(low))) / size


@given(st.fractions(-4, 4, max_denominator=5000), st.sampled_from([10, 100, 10_000]))
def test_roots_are_rounded_exactly(square: Fraction, parts: int) -> None:
    shown = round_root(square, parts)
    # Halves away from zero: |shown| - 1/2 <= root < |shown| + 1/2, told by squares alone.
    low, high = Fraction(2 * abs(shown) - 1, 2 * parts), Fraction(2 * abs(shown) + 1, 2 * parts)
    assert max(low, Fraction(0)) ** 2 <= abs(square) < high**2
    assert shown == 0 or (shown > 0) == (square > 0)
    assert abs(shown / parts - (sqrt(abs(square)) if square >= 0 else -sqrt(-square))) <= 0.51 / parts
