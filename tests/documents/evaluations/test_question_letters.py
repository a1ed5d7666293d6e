"""What is printed beside a letter is what is keyed in for that letter, whatever the form and the number."""

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as given_by

from tests.documents import question_samples as samples
from tests.documents.boxes import Spot, letters, shapes
from tests.documents.samples import RESOURCES
from trainer_app.actions.evaluations.keying import printed_answer
from trainer_app.documents.base import fonts
from trainer_app.documents.evaluations.question_papers import question_papers_pdf
from trainer_app.documents.evaluations.trainer_sheets import right_letters
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import FullForm
from trainer_app.domain.evaluations.questions import (
    Option,
    Question,
    QuestionKind,
    chosen_options,
    credit_of,
    option_marks,
    options_text,
)

_CHOICES = (QuestionKind.SINGLE, QuestionKind.MULTIPLE)


@dataclass(frozen=True)
class Printed:
    """A box as it stands on the paper: the letter in it, and the word to the right of it."""

    mark: str
    word: str


@given_by.composite
def forms(draw: given_by.DrawFn) -> FullForm:
    """Draw a shuffled test of some questions whose options are words that stand nowhere else."""
    questions = []
    for number in range(1, draw(given_by.integers(1, 8)) + 1):
        count = draw(given_by.integers(2, 10))
        tail = " " + "дароз " * draw(given_by.sampled_from((0, 0, 3, 20)))
        right = draw(given_by.sets(given_by.integers(1, count), min_size=1))
        kind = draw(given_by.sampled_from(_CHOICES))
        if kind is QuestionKind.SINGLE:
            right = {min(right)}
        options = tuple(
            Option(
                Texts(tg=f"ҷ{number:02}қ{option:02}{tail}".strip()),
                10000 // len(right) if option in right else 0,
            )
            for option in range(1, count + 1)
        )
        fixed = draw(given_by.booleans())
        questions.append(Question(f"q{number}", kind, Texts(tg="Савол"), options, fixed_order=fixed))
    return samples.quiz(shuffled=draw(given_by.booleans()), questions=tuple(questions))


def boxes(pdf: bytes) -> list[Printed]:
    """Return the boxes with letters, as one reads: page by page, row by row."""
    found = []
    for inked, drawn in zip(letters(pdf), shapes(pdf), strict=True):
        squares = [each for each in drawn if _is_box(each)]
        squares.sort(key=lambda each: (round(each.top), each.left))
        for square in squares:
            mark = "".join(spot.text for spot in inked if spot.within(square))
            level = [
                spot
                for spot in inked
                if spot.left > square.right and spot.top < square.bottom and spot.bottom > square.top
            ]
            level.sort(key=lambda spot: spot.left)
            word = level[0].text if level else ""
            for before, spot in pairwise(level):
                if spot.left - before.right > 1.5:
                    break
                word += spot.text
            found.append(Printed(mark, word[:6]))
    return found


def _is_box(shape: Spot) -> bool:
    wide, high = shape.right - shape.left, shape.bottom - shape.top
    return abs(wide - high) < 0.1 and 5.4 < wide < 6.2


@settings(max_examples=60, deadline=None)
@given(form=forms(), number=given_by.integers(1, 9999))
def test_letters_on_paper_and_keying_mean_the_same_option(form: FullForm, number: int) -> None:
    fonts.use(RESOURCES / "fonts")
    paper = samples.paper(form, number)
    pile = samples.of_test(1, form)
    pdf = question_papers_pdf(type(pile)(form, (paper,), pile.facts, pile.occasion), "tg")
    printed = boxes(pdf)
    for question in form.questions:
        order = paper.order_of(question)
        own, printed = printed[: len(order)], printed[len(order) :]
        assert tuple(each.mark for each in own) == option_marks(question)
        for box, option in zip(own, order, strict=True):
            assert box.word == question.options[option - 1].text["tg"][:6]
            assert printed_answer(question, options_text([option]), order) == box.mark
        right = right_letters(question, order)
        keyed = [order[option_marks(question).index(mark)] for mark in right]
        assert credit_of(question, options_text(keyed)) == 1, "the key sheet's letters are worth all"
        assert chosen_options(options_text(keyed))
    assert not printed
