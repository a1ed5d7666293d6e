"""What may be asked: credits spread evenly, what is refused, which texts are missing, when it is the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import questions_made as made
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import read_hundredths
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.questions import (
    HANDLERS,
    MOST_LETTERS,
    Accepted,
    Option,
    Question,
    QuestionKind,
    asks_the_same,
    check_question,
    missing_texts,
    read_bounds,
    topic_in,
    topic_of,
)

ONE = Question(
    "q",
    QuestionKind.SINGLE,
    Texts(tg="Чӣ?", ru="Что?", en="What?"),
    (Option(Texts(tg="а", ru="а", en="a"), 10_000), Option(Texts(tg="б", ru="б", en="b"))),
)
SEVERAL = replace(
    ONE,
    kind=QuestionKind.MULTIPLE,
    options=tuple(
        Option(Texts(en=each), credit) for each, credit in zip("abc", (5000, 5000, -10_000), strict=True)
    ),
)


@given(made.ANY)
def test_what_the_tests_make_is_accepted(question: Question) -> None:
    check_question(question)


@given(st.lists(st.booleans(), max_size=10), st.sampled_from(QuestionKind))
def test_spread_credits_stay_in_bounds_and_make_a_whole(right: list[bool], kind: QuestionKind) -> None:
    credits = HANDLERS[kind].spread_credits(right)
    assert len(credits) == len(right)
    assert all(-10_000 <= credit <= 10_000 for credit in credits)
    if kind is QuestionKind.MULTIPLE and any(right):
        gains = [credit for credit, each in zip(credits, right, strict=True) if each]
        losses = [credit for credit, each in zip(credits, right, strict=True) if not each]
        assert sum(gains) == 10_000
        assert min(gains) > 0
        assert max(gains) - min(gains) <= 1
        assert not losses or sum(losses) == -10_000
        assert all(credit < 0 for credit in losses)
    if kind is QuestionKind.LIKERT or not any(right):
        assert set(credits) <= {0}
    assert HANDLERS[kind].spreads_evenly(credits)


def test_thirds_and_typed_credits() -> None:
    single, multiple = HANDLERS[QuestionKind.SINGLE], HANDLERS[QuestionKind.MULTIPLE]
    assert multiple.spread_credits([True, True, True, False]) == (3334, 3333, 3333, -10_000)
    assert single.spread_credits([False, True]) == (0, 10_000)
    assert not single.spreads_evenly([10_000, 5000])
    assert not multiple.spreads_evenly([5000, 5000, 0])


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (replace(ONE, text=Texts()), "no_text"),
        (replace(ONE, text=Texts(ru="ж" * (MOST_LETTERS + 1))), "text_too_long"),
        (replace(ONE, explanation=Texts(tg="ж" * (MOST_LETTERS + 1))), "text_too_long"),
        (replace(ONE, points=-1), "points_out_of_range"),
        (replace(ONE, points=10_001), "points_out_of_range"),
        (replace(ONE, options=ONE.options[:1]), "too_few_options"),
        (replace(ONE, options=ONE.options * 6), "too_many_options"),
        (replace(ONE, kind=QuestionKind.LIKERT, options=ONE.options * 4), "too_many_options"),
        (replace(ONE, options=(*ONE.options, Option(Texts()))), "blank_option"),
        (replace(ONE, options=(Option(Texts(en="a"), -1), Option(Texts(en="b")))), "nothing_right"),
        (replace(ONE, options=(Option(Texts(en="a"), 10_001), *ONE.options)), "credit_out_of_range"),
        (replace(SEVERAL, options=SEVERAL.options[1:]), "credits_not_whole"),
        (Question("q", QuestionKind.NUMBER, ONE.text, accepted=(Accepted("two"),)), "bad_accepted"),
        (Question("q", QuestionKind.NUMBER, ONE.text, accepted=(Accepted("4..3"),)), "bad_accepted"),
        (
            Question("q", QuestionKind.TEXT, ONE.text, accepted=(Accepted("x", 10_001),)),
            "credit_out_of_range",
        ),
    ],
)
def test_what_could_not_be_asked_is_refused(question: Question, code: str) -> None:
    with pytest.raises(TrainerError) as refused:
        check_question(question)
    assert refused.value.code == f"question.{code}"


def test_a_question_without_a_right_option_is_an_opinion() -> None:
    opinion = replace(ONE, options=(Option(Texts(en="a")), Option(Texts(en="b"))))
    check_question(opinion)
    assert not opinion.scored
    assert ONE.scored
    assert ONE.right_options == {1}
    assert SEVERAL.right_options == {1, 2}


@pytest.mark.parametrize(
    ("text", "bounds"),
    [("3", ("3", "3")), ("3,5", ("3.5", "3.5")), ("-2..4", ("-2", "4")), (" 1 .. 1,5 ", ("1", "1.5"))],
)
def test_bounds_are_read_with_point_or_comma(text: str, bounds: tuple[str, str]) -> None:
    assert read_bounds(text) == bounds


@pytest.mark.parametrize(
    ("text", "hundredths"),
    [
        ("1", 100),
        ("0,5", 50),
        ("−33.33", -3333),
        ("+2.5", 250),
        (" 100 ", 10_000),
        ("1.234", None),
        ("", None),
        ("a", None),
    ],
)
def test_hundredths_are_read_as_people_type_them(text: str, hundredths: int | None) -> None:
    assert read_hundredths(text) == hundredths


@given(made.ANY)
def test_missing_texts_are_exactly_the_blank_ones(question: Question) -> None:
    missing = {(each.option, each.language) for each in missing_texts(question)}
    for number, texts in enumerate((question.text, *(option.text for option in question.options))):
        for language in LANGUAGES:
            assert ((number, language) in missing) is not bool(texts[language].strip())
    assert {each.language for each in missing_texts(question, ("tg",))} <= {"tg"}


@given(made.ANY, made.texts(whole=True))
def test_filling_in_what_is_missing_asks_the_same(question: Question, more: Texts) -> None:
    filled = Texts.of_list(question.text[each] or more[each] for each in LANGUAGES)
    same = replace(question, text=filled, name="n", topic="t", explanation=more, archived=True)
    assert asks_the_same(question, same)
    assert asks_the_same(same, same)
    assert asks_the_same(same, question) is (question.text == filled)


@pytest.mark.parametrize(
    "changed",
    [
        replace(ONE, text=Texts(tg="Чӣ?", ru="Что?", en="What then?")),
        replace(ONE, text=Texts(tg="Чӣ?", ru="", en="What?")),
        replace(ONE, points=200),
        replace(ONE, fixed_order=True),
        replace(ONE, kind=QuestionKind.MULTIPLE),
        replace(ONE, options=ONE.options[::-1]),
        replace(ONE, options=(*ONE.options, Option(Texts(en="c")))),
        replace(ONE, accepted=(Accepted("x"),)),
    ],
)
def test_any_other_change_asks_something_else(changed: Question) -> None:
    assert not asks_the_same(ONE, changed)


def test_a_topic_has_one_name_or_three() -> None:
    assert topic_in("Насилие", "en") == "Насилие"
    assert topic_in(topic_of(Texts(tg="Зӯроварӣ", ru="Насилие", en="Violence")), "ru") == "Насилие"
    assert topic_in("Зӯроварӣ||Violence", "ru") == "Зӯроварӣ"
    assert topic_in("a|b", "tg") == "a|b"
    assert topic_in("", "tg") == ""


@pytest.mark.parametrize("nonsense", ["", "1e999", "5..2", "many"])
def test_what_is_no_number_accepts_nothing_and_fails_no_figure(nonsense: str) -> None:
    question = Question("q", QuestionKind.NUMBER, text=Texts(en="?"), accepted=(Accepted(nonsense),))
    handler = question.handler
    assert handler.credit(question, "3") == 0
    assert handler.plain_accepted(nonsense) == nonsense
    with pytest.raises(TrainerError, match="question.bad_accepted"):
        handler.check(question)
