"""The papers of the story: forms chosen for each course, tests, ratings and feedback keyed in as by hand.

What stands on them is in `resources/demo/story.json`; everything that is counted of it is counted by the
program. A test is a row of signs, one a question: 1 right, 0 wrong, 2 right in part, - left blank.
"""

from collections.abc import Mapping
from typing import Any

from trainer_app.actions import feedback_papers, keying, sittings, standard_forms
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.answers import BLANK, options_text
from trainer_app.domain.evaluations import TEST_OCCASIONS, Occasion
from trainer_app.domain.questions import Question
from trainer_app.domain.sittings import attempt_of, printed_number

type Story = Mapping[str, Any]

TEST, FEEDBACK, PRACTICAL = "knowledge_test", "feedback_short", "role_play"
SECOND = 2


def choose_forms(work: Workplace, course: str, story: Story) -> None:
    """Choose the forms of a course, as the office does before it begins."""
    test = standard_forms.ensure(work, TEST)
    for occasion in TEST_OCCASIONS:
        sittings.choose_form(work, course, test, occasion)
    sittings.choose_form(work, course, standard_forms.ensure(work, FEEDBACK), Occasion.END)
    if story["ratings"]:
        sittings.choose_form(work, course, standard_forms.ensure(work, PRACTICAL), Occasion.END)


def key_tests(work: Workplace, course: str, story: Story, occasion: Occasion) -> None:
    """Key in the tests of an occasion by the numbers on the papers, re-sits after it too."""
    written = {int(number): row for number, row in story["tests"][occasion.value].items()}
    if occasion is Occasion.POST:
        again = story["tests"]["resit"]
        written |= {printed_number(int(number), SECOND): row for number, row in again.items()}
    sitting = _sitting(work, course, TEST, occasion)
    for number, row in written.items():
        view = keying.open_paper(work, sitting, number)
        answers = {
            question.key: answer_of(question, sign, attempt_of(number)[0] + 3 * place)
            for place, (question, sign) in enumerate(zip(view.form.questions, row, strict=True))
        }
        keying.key_paper(work, view, answers, by=work.user)


def key_ratings(work: Workplace, course: str, story: Story) -> None:
    """Key in what the trainer saw of each participant."""
    if not story["ratings"]:
        return
    sitting = _sitting(work, course, PRACTICAL, Occasion.END)
    for number, steps in story["ratings"].items():
        view = keying.open_paper(work, sitting, int(number))
        scales = (question for question in view.form.questions if question.options)
        answers = {question.key: step for question, step in zip(scales, steps, strict=True)}
        keying.key_paper(work, view, answers, by=work.user)
        keying.finish_paper(work, keying.open_paper(work, sitting, int(number)))


def key_feedback(work: Workplace, course: str, story: Story) -> None:
    """Key in the anonymous sheets by the numbers printed on them, and let them enter together."""
    sitting = _sitting(work, course, FEEDBACK, Occasion.END)
    sheets = story["feedback"]
    for sheet, number in zip(sheets, feedback_papers.take_numbers(work, sitting, len(sheets)), strict=True):
        answers = [*sheet["steps"], sheet["useful"], sheet["improve"]]
        feedback_papers.key_paper(work, sitting, answers, number)
    feedback_papers.enter_papers(work, course)


def answer_of(question: Question, sign: str, turn: int) -> str:
    """Return what somebody ticked whose answer is right, wrong or half right; `turn` varies the wrong one."""
    right = sorted(question.right_options)
    if sign == "-":
        return BLANK
    if sign == "1":
        return options_text(right)
    if sign == "2":
        return options_text(right[:1])
    wrong = [number for number in range(1, len(question.options) + 1) if number not in right]
    return options_text(wrong[turn % len(wrong) :][:1])


def _sitting(work: Workplace, course: str, name: str, occasion: Occasion) -> str:
    """Return the key of a standard form's sitting."""
    return sittings.choose_form(work, course, standard_forms.ensure(work, name), occasion).key or ""
