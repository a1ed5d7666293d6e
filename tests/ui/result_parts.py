"""An evaluated course in the story of the window tests: papers keyed in, sheets handed in."""

from dataclasses import dataclass

from tests.actions.evaluated import SHEETS, choose, hand_in, item, make_form, rate, scale
from tests.kit.world import Story
from trainer_app.actions.evaluations import keying
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.evaluations.questions import Question, QuestionKind

PRE = ("100", "110", "000", "100", "110")
POST = ("110", "111", "100", "100", "100")


@dataclass(frozen=True)
class Evaluated:
    """Keys of the forms and of the sitting of the feedback."""

    test: str
    feedback: str
    sitting: str


def fill(story: Story, sheets: int = len(SHEETS)) -> Evaluated:
    """Key in a test before and after of numbers 1 to 5, four ratings, and anonymous sheets."""
    work, course = story.work, story.course
    test = make_form(work, FormKind.TEST, "Қонун", [item(place) for place in range(1, 4)])
    for occasion, rows in ((Occasion.PRE, PRE), (Occasion.POST, POST)):
        sitting = choose(work, course, test, occasion)
        for number, row in enumerate(rows, 1):
            for place, mark in enumerate(row):
                view = keying.open_paper(work, sitting, number)
                keying.key_answer(work, view, view.form.questions[place].key, "1" if mark == "1" else "2")
    practical = make_form(work, FormKind.PRACTICAL, "Бозии нақшӣ", [scale("Салом"), scale("Тартиб")])
    rate(work, choose(work, course, practical, Occasion.END))
    more = Question("", QuestionKind.TEXT, Texts(tg="Боз чӣ?", en="What else?"))
    feedback = make_form(work, FormKind.FEEDBACK, "Баҳо", [scale("Фаҳмо буд"), more])
    sitting = choose(work, course, feedback, Occasion.END)
    hand_in(work, sitting, [(row[0], row[3]) for row in SHEETS[:sheets]])
    return Evaluated(test, feedback, sitting)
