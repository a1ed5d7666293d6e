"""Forms for tests: a knowledge test, feedback with words, each chosen for a course."""

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import forms, questions
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import Form, FormKind, Occasion
from trainer_app.domain.evaluations.questions import Option, Question, QuestionKind


def single(text: str, right: int = 1, options: int = 4) -> Question:
    """Return a question of which one option is right."""
    choices = tuple(
        Option(Texts(en=f"{text} {number}"), 10_000 * (number == right)) for number in range(1, options + 1)
    )
    return Question("", QuestionKind.SINGLE, Texts(tg=text, ru=text, en=text), choices)


def scale(text: str, steps: int = 5) -> Question:
    """Return a statement with a scale."""
    choices = tuple(Option(Texts(en=str(step))) for step in range(1, steps + 1))
    return Question("", QuestionKind.LIKERT, Texts(tg=text, ru=text, en=text), choices)


def words(text: str) -> Question:
    """Return a question that is answered in one's own words."""
    return Question("", QuestionKind.TEXT, Texts(tg=text, ru=text, en=text))


def make_form(
    work: Workplace, kind: FormKind, asked: list[Question], title: str = "Form", *, shuffled: bool = False
) -> str:
    """Put questions into the bank and make a form of them; return its key."""
    keys = tuple(questions.save_question(work, each).key or "" for each in asked)
    form = Form("", kind, Texts(tg=title, ru=title, en=title), keys, shuffled=shuffled)
    return forms.save_form(work, form).key or ""


def knowledge_test(
    work: Workplace, course: str, occasion: Occasion = Occasion.PRE, count: int = 5, *, shuffled: bool = False
) -> str:
    """Choose a test of some questions, of each of which option 2 is right; return the sitting."""
    asked = [single(f"Question {number}", right=2) for number in range(1, count + 1)]
    form = make_form(work, FormKind.TEST, asked, "Knowledge", shuffled=shuffled)
    return forms.choose_form(work, course, form, occasion).key or ""


def opinions(work: Workplace, course: str) -> str:
    """Choose a feedback form of two statements and a question in words; return the sitting."""
    asked = [scale("The course is useful"), scale("The material was clear"), words("What was missing?")]
    form = make_form(work, FormKind.FEEDBACK, asked, "Feedback")
    return forms.choose_form(work, course, form, Occasion.END).key or ""
