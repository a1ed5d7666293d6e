"""Forms with questions of every kind, chosen by a course, for tests of what is keyed in."""

from dataclasses import dataclass

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import feedback, forms, questions
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import Form, FormKind, Occasion, Sitting
from trainer_app.domain.evaluations.questions import Accepted, Option, Question, QuestionKind
from trainer_app.store.base.drafts import Write
from trainer_app.store.evaluations import papers


@dataclass(frozen=True)
class Sheet:
    """A form chosen for an occasion, and the keys of its questions."""

    sitting: str
    form: str
    questions: tuple[str, ...]


def single(name: str, options: int = 4, right: int = 1, points: int = 100) -> Question:
    """Return a question of which one option is right."""
    made = [
        Option(Texts(en=f"{name} {number}"), 10000 * (number == right)) for number in range(1, options + 1)
    ]
    return Question("", QuestionKind.SINGLE, Texts(en=f"Question {name}"), tuple(made), points=points)


def multiple(name: str = "several") -> Question:
    """Return a question of which the first and the third of four options are right, half of it each."""
    made = [
        Option(Texts(en=f"{name} {number}"), credit)
        for number, credit in enumerate((5000, -5000, 5000, 0), 1)
    ]
    return Question("", QuestionKind.MULTIPLE, Texts(en=f"Question {name}"), tuple(made))


def scale(name: str = "scale", steps: int = 5) -> Question:
    """Return a statement with a scale."""
    made = tuple(Option(Texts(en=f"step {number}")) for number in range(1, steps + 1))
    return Question("", QuestionKind.LIKERT, Texts(en=f"Statement {name}"), made)


def number(name: str = "number") -> Question:
    """Return a question whose answer is 12."""
    return Question("", QuestionKind.NUMBER, Texts(en=f"Question {name}"), accepted=(Accepted("12"),))


def words(name: str = "words") -> Question:
    """Return a question for an open answer."""
    return Question("", QuestionKind.TEXT, Texts(en=f"Question {name}"))


def choose(
    work: Workplace,
    course: str,
    asked: list[Question],
    *,
    kind: FormKind = FormKind.TEST,
    occasion: Occasion = Occasion.POST,
    shuffled: bool = False,
    title: str = "A form",
) -> Sheet:
    """Write questions and a form of them, and let a course use it."""
    keys = tuple(questions.save_question(work, question).key or "" for question in asked)
    form = forms.save_form(work, Form("", kind, Texts(en=title), keys, shuffled=shuffled)).key or ""
    return Sheet(forms.choose_form(work, course, form, occasion).key or "", form, keys)


def sitting_of(work: Workplace, sheet: Sheet) -> Sitting:
    """Return how a sitting goes."""
    return forms.get_sitting(work, sheet.sitting)


def feed_back(work: Workplace, course: str, *rows: tuple[str, ...]) -> Sheet:
    """Hand in feedback, one scale for each answer of a row, and let it enter the journal."""
    asked = [scale(f"scale {place}") for place in range(1, len(rows[0]) + 1)]
    sheet = choose(work, course, asked, kind=FormKind.FEEDBACK, occasion=Occasion.END, title="Feedback")
    for row in rows:
        feedback.key_paper(work, sheet.sitting, row)
    feedback.enter_papers(work, course, few=True)
    if feedback.waiting(work, course):
        enter_alone(work, course)
    return sheet


def enter_alone(work: Workplace, course: str | None = None) -> Changes:
    """Let whole sheets enter the journal however few they are, as a file of another laptop may bring them."""
    whole = [draft for draft in papers.list_drafts(work.database, course) if draft.finished]
    writes = [Write("feedback_paper", each.key, papers.feedback_paper_fields(each)) for each in whole]
    for form in sorted({each.form for each in whole}):
        writes += forms.freeze(work, forms.get_form(work, form))
    with work.journal.transaction():
        changes = work.journal.record(Label("feedback_paper.step.enter", {"count": len(whole)}), writes)
        papers.drop_drafts(work.database, [each.key for each in whole])
    return changes
