"""Anonymous papers: what they say, what is hidden, and that no sum gives away what is hidden."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.feedback import (
    FeedbackResult,
    QuestionResult,
    counted_parts,
    feedback_result,
)
from trainer_app.domain.evaluations.forms import (
    MIN_ANSWERS,
    AnonymousPaper,
    Form,
    FormKind,
    FullForm,
    Occasion,
)
from trainer_app.domain.evaluations.questions import Option, Question, QuestionKind

SCALE = tuple(Option(Texts(en=str(step))) for step in range(1, 6))
QUESTIONS = (
    Question("clear", QuestionKind.LIKERT, Texts(en="It was clear"), SCALE),
    Question("why", QuestionKind.SINGLE, Texts(en="Why here?"), SCALE[:3]),
    Question("uses", QuestionKind.MULTIPLE, Texts(en="What do you use?"), SCALE[:3]),
    Question("years", QuestionKind.NUMBER, Texts(en="Years of service")),
    Question("more", QuestionKind.TEXT, Texts(en="What else?")),
)
FULL = FullForm(
    Form("f", FormKind.FEEDBACK, Texts(en="End"), tuple(question.key for question in QUESTIONS)), QUESTIONS
)

sizes = st.dictionaries(st.text("abcdef", min_size=1, max_size=1), st.integers(0, 12), max_size=6)


def sheet(number: int, *answers: str | None) -> AnonymousPaper:
    return AnonymousPaper(f"paper {number}", "c", "f", Occasion.END, "2026-10-09", answers)


def sheets(count: int, *answers: str | None) -> list[AnonymousPaper]:
    return [sheet(number, *answers) for number in range(count)]


def summed(**courses: Sequence[AnonymousPaper]) -> FeedbackResult:
    return feedback_result(FULL, Occasion.END, courses)


def of(result: FeedbackResult, key: str) -> QuestionResult:
    return next(each for each in result.questions if each.question.key == key)


def test_each_kind_of_question_says_what_it_can() -> None:
    found = summed(
        K=[
            sheet(1, "5", "1", "1,2", "4", "More time"),
            sheet(2, "4", "2", "2", "10", ""),
            sheet(3, "4", "1", "3", "2.5", "Хуб буд"),
            sheet(4, "2", "", "1,2,3", "7", "More time"),
            sheet(5, "1", "3", "", "5", ""),
        ]
    )
    assert found.papers == 5
    clear = of(found, "clear")
    assert clear.counts == (1, 1, 0, 2, 1)
    assert clear.scale is not None
    assert (clear.scale.median, clear.scale.top, clear.scale.bottom) == (4, 6000, 4000)
    years = of(found, "years").numbers
    assert years is not None
    assert (years.mean, years.median) == (Fraction(57, 10), 5)
    # Four of five answered these two: too few to be shown, and a blank is told apart.
    assert [
        (of(found, key).answers, of(found, key).hidden, of(found, key).blank) for key in ("why", "uses")
    ] == [
        (4, True, 1),
        (4, True, 1),
    ]
    assert of(found, "why").counts == ()
    assert sorted(of(found, "more").texts) == ["More time", "More time", "Хуб буд"]


def test_choices_are_counted_option_by_option() -> None:
    found = summed(K=sheets(6, "3", "2", "1,3", "1", ""))
    assert of(found, "why").counts == (0, 6, 0)
    assert of(found, "uses").counts == (6, 0, 6)
    assert (of(found, "more").texts, of(found, "more").blank) == ((), 6)


def test_few_sheets_say_only_how_many_they_are() -> None:
    found = summed(K=sheets(4, "1", "1", "1", "3", "I am the only one who says so"))
    for each in found.questions:
        assert (each.answers, each.hidden) == (4, True)
        assert (each.counts, each.scale, each.numbers, each.texts) == ((), None, None, ())


def test_one_open_answer_among_many_sheets_is_shown() -> None:
    found = summed(K=[*sheets(8, "3", "1", "1", "1", ""), sheet(9, "3", "1", "1", "1", "Дафтар намерасад")])
    assert of(found, "more").texts == ("Дафтар намерасад",)
    assert of(found, "more").blank == 8


def test_what_was_not_keyed_in_yet_is_no_blank() -> None:
    papers = [*sheets(5, "3", "1", "1", "1", "x"), sheet(6, "3", None, None, None, None), sheet(7)]
    found = summed(K=papers)
    assert (of(found, "clear").answers, of(found, "clear").blank) == (6, 0)
    assert (of(found, "why").answers, of(found, "why").blank) == (5, 0)


def test_open_answers_stand_in_no_order_of_storage() -> None:
    papers = [sheet(number, "3", "1", "1", "1", f"answer {number}") for number in range(12)]
    there = of(summed(K=papers), "more").texts
    assert of(summed(K=papers[::-1]), "more").texts == there
    assert of(summed(K=papers[6:], L=papers[:6]), "more").texts == there
    assert list(there) not in (sorted(there), sorted(there, reverse=True))


def test_a_small_course_stays_out_of_the_sum() -> None:
    found = summed(
        K=sheets(20, "5", "1", "1", "1", "good"), L=sheets(3, "1", "2", "2", "2", "bad"), M=sheets(0)
    )
    assert found.papers == 23
    clear = of(found, "clear")
    assert (clear.answers, clear.left_out, clear.counts) == (20, 3, (0, 0, 0, 0, 20))
    assert set(of(found, "more").texts) == {"good"}
    assert [code for code, _ in found.parts] == ["K", "L"]
    assert of(dict(found.parts)["L"], "clear").hidden


def test_small_courses_together_are_a_crowd() -> None:
    found = summed(K=sheets(3, "5", "1", "1", "1", "a"), L=sheets(3, "1", "2", "2", "2", "b"))
    assert of(found, "clear").counts == (3, 0, 0, 0, 3)
    assert of(found, "clear").left_out == 0
    assert all(of(part, "clear").hidden for _, part in found.parts)


def test_one_course_has_no_parts() -> None:
    assert summed(K=sheets(6, "5", "1", "1", "1", "a")).parts == ()


def test_ticks_twice_count_for_no_step() -> None:
    found = of(summed(K=[*sheets(5, "3"), sheet(9, "1,2")]), "clear")
    assert (found.answers, found.counts) == (6, (0, 0, 5, 0, 0))


@given(sizes)
def test_no_sum_less_what_is_shown_points_at_somebody(parts: dict[str, int]) -> None:
    counted = counted_parts(parts)
    whole = sum(parts[name] for name in counted)
    shown = [name for name in parts if parts[name] >= MIN_ANSWERS]
    assert counted >= set(shown)
    for size in range(len(shown) + 1):
        for some in combinations(shown, size):
            rest = whole - sum(parts[name] for name in some)
            assert rest == 0 or rest >= MIN_ANSWERS


@given(st.lists(st.tuples(*(st.sampled_from(["", "1", "2", "3"]) for _ in range(3))), max_size=12))
def test_every_answer_is_accounted_for(rows: list[tuple[str, ...]]) -> None:
    found = summed(K=[sheet(number, *row, None, None) for number, row in enumerate(rows)])
    for place, key in enumerate(("clear", "why", "uses")):
        given_here = [row[place] for row in rows if row[place]]
        each = of(found, key)
        assert (each.answers, each.blank) == (len(given_here), len(rows) - len(given_here))
        assert each.hidden == (0 < len(given_here) < MIN_ANSWERS)
        if not each.hidden and given_here:
            assert sum(each.counts) == len(given_here)


def test_versions_are_told_apart_by_their_form() -> None:
    second = replace(FULL, form=replace(FULL.form, key="g", version=2, previous="f"))
    assert feedback_result(second, Occasion.END, {"K": sheets(5, "1")}).form.version == 2
