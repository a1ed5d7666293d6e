"""Ratings: per person, per item, computed by hand and counted anew."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.feedback import Rating, practical_result
from trainer_app.domain.evaluations.forms import Form, FormKind, FullForm, Occasion
from trainer_app.domain.evaluations.questions import Option, Question, QuestionKind

STEPS = tuple(Option(Texts(en=str(step))) for step in range(1, 6))
QUESTIONS = (
    Question("greets", QuestionKind.LIKERT, Texts(en="Greets"), STEPS),
    Question("explains", QuestionKind.LIKERT, Texts(en="Explains rights"), STEPS[:3]),
    Question("minutes", QuestionKind.NUMBER, Texts(en="Minutes")),
    Question("passed", QuestionKind.SINGLE, Texts(en="Passed"), STEPS[:2]),
    Question("remark", QuestionKind.TEXT, Texts(en="Remark")),
)
FULL = FullForm(Form("p", FormKind.PRACTICAL, Texts(en="Role play")), QUESTIONS)


def rating(number: int, course: str = "K", **answers: str) -> Rating:
    return Rating(f"{course}/{number}", course, number, f"Person {number}", answers)


def test_ratings_computed_by_hand() -> None:
    found = practical_result(
        FULL,
        Occasion.END,
        [
            rating(2, greets="3", explains="2", minutes="12", passed="1", remark="Ором буд"),
            rating(1, greets="5", explains="3", minutes="9.5", passed="1"),
            rating(3, greets="4", explains="", minutes="", passed="2", remark=""),
        ],
    )
    assert [person.rating.number for person in found.people] == [1, 2, 3]
    assert [(person.steps, person.most, person.mean) for person in found.people] == [
        (8, 8, Fraction(4)),
        (5, 8, Fraction(5, 2)),
        (4, 5, Fraction(4)),
    ]
    greets, explains, minutes, passed, remark = found.items
    assert greets.scale is not None
    assert (greets.rated, greets.scale.mean, greets.counts) == (3, 4, (0, 0, 1, 1, 1))
    assert explains.rated == 2
    assert minutes.numbers is not None
    assert minutes.numbers.mean == Fraction(43, 4)
    assert passed.counts == (2, 1)
    assert remark.remarks == ((2, "Ором буд"),)


def test_who_was_not_rated_has_no_mean() -> None:
    person = practical_result(FULL, Occasion.END, [rating(1, greets="1,2", remark="left early")]).people[0]
    assert (person.rated, person.mean) == (0, None)


def test_people_stand_by_course_and_number() -> None:
    found = practical_result(FULL, Occasion.END, [rating(2, "L"), rating(1, "L"), rating(9, "K")])
    assert [(person.rating.course, person.rating.number) for person in found.people] == [
        ("K", 9),
        ("L", 1),
        ("L", 2),
    ]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3)), max_size=15))
def test_means_of_people_and_of_items_come_from_the_same_ticks(ticks: list[tuple[int, int]]) -> None:
    ratings = [
        rating(number, greets=str(first or ""), explains=str(second or ""))
        for number, (first, second) in enumerate(ticks)
    ]
    found = practical_result(FULL, Occasion.END, ratings)
    assert sum(person.steps for person in found.people) == sum(map(sum, ticks))
    assert sum(person.rated for person in found.people) == sum(item.rated for item in found.items)
    for item, at in ((found.items[0], 0), (found.items[1], 1)):
        given_here = [row[at] for row in ticks if row[at]]
        assert item.scale is not None
        expected = Fraction(sum(given_here), len(given_here)) if given_here else None
        assert item.scale.mean == expected
