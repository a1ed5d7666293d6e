"""Parts for tests of the bank: the screen with the forms that come with the program, questions by name."""

from tests.ui.driving import settle, show
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import questions
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.questions import Accepted, Option, Question, QuestionKind
from trainer_app.ui.evaluations.screen import EvaluationsScreen
from trainer_app.ui.shell.workspace import Workspace

SINGLE = Question(
    "",
    QuestionKind.SINGLE,
    Texts(tg="Аввал чӣ?", ru="Что сначала?", en="What comes first?"),
    (
        Option(Texts(tg="Бехатарӣ", ru="Безопасность", en="Safety"), 10_000),
        Option(Texts(tg="Протокол", ru="Бланк", en="The report")),
        Option(Texts(tg="Оштӣ", ru="Мир", en="Peace")),
    ),
    topic="Calls",
)


def add(work: Workplace, question: Question = SINGLE, **changes: object) -> str:
    """Write a question and return its key."""
    return questions.save_question(work, replace(question, key="", **changes)).key or ""


def number_question(**changes: object) -> Question:
    """Return a question for a number."""
    made = Question(
        "", QuestionKind.NUMBER, Texts(en="How many hours?"), accepted=(Accepted("24"),), topic="Numbers"
    )
    return replace(made, **changes)


def open_screen(workspace: Workspace, page: str = "") -> EvaluationsScreen:
    """Open the screen of evaluations at a page."""
    show(workspace.window())
    made = workspace.open("evaluations")
    assert isinstance(made, EvaluationsScreen)
    if page:
        made.show_place(page=page)
    settle()
    return made
