"""`evaluation answer`, `history`, `feedback`, `close`: papers keyed in without a window."""

from typing import Annotated, Any

import typer

from trainer_app.actions import courses, feedback_papers, keying, paper_sittings, scores
from trainer_app.actions.answer_history import answer_history
from trainer_app.actions.keying import PaperView
from trainer_app.actions.workplace import Workplace
from trainer_app.cli.histories import changes_of, lines_of
from trainer_app.cli.session import Session
from trainer_app.domain.answers import read_printed, split_answers
from trainer_app.domain.changes import Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.forms import FormKind
from trainer_app.domain.questions import POINT, Question

Course = Annotated[str, typer.Option(help="Code of the course.")]
FormTitle = Annotated[str, typer.Option("--form", help="Words of the title, where there are several forms.")]
Answers = Annotated[
    str,
    typer.Option(
        help="One sign a question, as printed: ABCD. Blank: - or .; several, a number, words: [AC] [12]."
    ),
]


def answer(
    context: typer.Context,
    course: Course,
    occasion: Annotated[Occasion, typer.Option()],
    paper: Annotated[int, typer.Option(help="Number printed on the paper.")],
    answers: Answers,
    form: FormTitle = "",
    second: Annotated[bool, typer.Option("--second", help="The entry of a second person.")] = False,
    by: Annotated[str, typer.Option(help="Who keys in; by default whoever uses this folder.")] = "",
) -> None:
    """Record the answers of one paper, from the first question on; what is not given stays as it was."""
    session: Session = context.obj
    with session.open() as work:
        sitting = _sitting(work, course, _kind(occasion), occasion, form)
        view = keying.open_paper(work, sitting, paper)
        asked = view.form.questions
        typed = split_answers(answers)
        _check_count(typed, asked)
        read = {
            question.key: read_printed(question, text, view.orders.get(question.key, ()))
            for question, text in zip(asked, typed, strict=False)
        }
        changes = keying.key_paper(work, view, read, second=second, by=by or work.user)
        document = _document(work, keying.open_paper(work, sitting, paper))
        document["recorded"] = changes.step is not None
    session.result(document, [session.words(changes.label)])


def history(
    context: typer.Context,
    course: Course,
    occasion: Annotated[Occasion, typer.Option()],
    paper: Annotated[int, typer.Option(help="Number printed on the paper.")],
    question: Annotated[int, typer.Option(help="Place of the question, from 1.")],
    form: FormTitle = "",
) -> None:
    """Show everything ever keyed in as one answer: who, when, on which laptop, how far it has come."""
    session: Session = context.obj
    with session.open() as work:
        view = keying.open_paper(work, _sitting(work, course, _kind(occasion), occasion, form), paper)
        asked = view.form.questions
        if not 1 <= question <= len(asked):
            raise typer.BadParameter(f"--question goes from 1 to {len(asked)}")
        found = answer_history(work, view.paper.key, asked[question - 1].key)
    document = {
        "paper": paper,
        "question": question,
        "contradicts": found.contradicts,
        "changes": changes_of(session, found),
    }
    session.result(document, lines_of(session, found))


def feedback(
    context: typer.Context,
    course: Course,
    answers: Answers,
    paper: Annotated[int | None, typer.Option(help="Number printed on the sheet, if there is one.")] = None,
    occasion: Annotated[Occasion, typer.Option()] = Occasion.END,
    form: FormTitle = "",
) -> None:
    """Keep one anonymous sheet. It waits until there are five, and is nobody's."""
    session: Session = context.obj
    with session.open() as work:
        sitting = _sitting(work, course, _anonymous(occasion), occasion, form)
        asked = feedback_papers.collection(work, sitting).form.questions
        typed = split_answers(answers)
        _check_count(typed, asked)
        read = [read_printed(question, text) for question, text in zip(asked, typed, strict=False)]
        feedback_papers.key_paper(work, sitting, read, paper)
        waiting = feedback_papers.collection(work, sitting).waiting
    session.result(
        {"recorded": True, "waiting": waiting},
        [session.words(Label("feedback_paper.kept", {"count": waiting}))],
    )


def close(
    context: typer.Context,
    course: Course,
    few: Annotated[bool, typer.Option("--few", help="Fewer than five too: no more will come.")] = False,
) -> None:
    """Let the anonymous sheets that wait be counted and sent: five or more at once."""
    session: Session = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        changes = feedback_papers.enter_papers(work, key, few=few)
        waiting = feedback_papers.waiting(work, key)
    entered = sum(entity == "feedback_paper" for entity, _ in changes.touched)
    session.result({"entered": entered, "waiting": waiting}, [session.words(changes.label)])


def _kind(occasion: Occasion) -> FormKind:
    """Return which forms are keyed in by number on an occasion."""
    return FormKind.PRACTICAL if occasion is Occasion.END else FormKind.TEST


def _anonymous(occasion: Occasion) -> FormKind:
    return FormKind.FEEDBACK if occasion is Occasion.END else FormKind.FOLLOW_UP


def _sitting(work: Workplace, course: str, kind: FormKind, occasion: Occasion, title: str) -> str:
    """Return the key of the form that a course uses. Raises keying.no_form, paper.several_forms."""
    found = paper_sittings.find_sitting(work, courses.find_course(work, course), kind, occasion, title)
    if found is None:
        raise TrainerError("keying.no_form")
    return found.sitting.key


def _check_count(typed: list[str], asked: tuple[Question, ...]) -> None:
    if len(typed) > len(asked):
        raise TrainerError("keying.too_many_answers", given=len(typed), count=len(asked))


def _document(work: Workplace, view: PaperView) -> dict[str, Any]:
    score = scores.score_of(view.paper, view.form) if view.form.form.kind is FormKind.TEST else None
    places = {question.key: place for place, question in enumerate(view.form.questions, 1)}
    different = [each for each in keying.differences(work, view.sitting.key) if each.paper == view.paper.key]
    return {
        "paper": view.paper.number,
        "number": view.list_number,
        "attempt": view.paper.attempt,
        "answered": view.answered,
        "questions": len(view.form.questions),
        "points": None if score is None else score.points / POINT,
        "out_of": None if score is None else score.out_of / POINT,
        "differences": [
            {"question": places[each.question], "first": each.first, "second": each.second}
            for each in different
        ],
    }
