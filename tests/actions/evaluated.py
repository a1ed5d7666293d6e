"""A course whose tests, ratings and feedback were keyed in: twelve people, four items, seven sheets."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.kit.samples import FIRST
from tests.kit.writing import everybody_came, write_course
from trainer_app.actions.attendance.attendance import grid
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.evaluations import feedback, forms, keying, questions
from trainer_app.domain.base.numbers import WHOLE
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import Form, FormKind, Occasion
from trainer_app.domain.evaluations.questions import Option, Question, QuestionKind

PRE = ("1000", "1100", "0000", "0100", "1000", "1001", "0010", "1000", "1110", "0001", "1000")
"""Right (1) and wrong (0) of numbers 1 to 11 before the course; number 12 was not there."""
POST = ("1100", "1110", "1000", "1100", "1111", "1101", "0110", "1100", "1100", "", "1010", "1110")
"""The same after it; number 10 had left, number 9 forgot something."""
RATINGS = ((5, 4), (4, 4), (3, 0), (5, 5))
SHEETS = (
    ("5", "4", "1", "Ҳама чиз хуб буд"),
    ("4", "4", "2", ""),
    ("5", "3", "1", "Мехоҳам бештар машқ кунам"),
    ("4", "5", "1,2", ""),
    ("2", "1", "3", "=HYPERLINK(0)"),
    ("5", "5", "1", ""),
    ("3", "4", "", ""),
)


@dataclass(frozen=True)
class Evaluated:
    """Keys of what was made."""

    course: str
    enrolments: tuple[str, ...]
    test: str
    practical: str
    feedback: str
    pre: str
    post: str


def evaluate(work: Workplace) -> Evaluated:
    """Write the course with all its papers."""
    room = write_course(work)
    for place in range(4, 13):
        enrolments.add_walk_in(work, room.course, f"Назаров Далер {'АБВГДЕЖЗИК'[place - 4]}", first_day=FIRST)
    everybody_came(work, room.course)
    people = tuple(row.enrolment for row in grid(work, room.course).rows)
    test = make_form(work, FormKind.TEST, "Қонун", [item(place) for place in range(1, 5)])
    practical = make_form(work, FormKind.PRACTICAL, "Бозии нақшӣ", [scale("Салом"), scale("Тартиб")])
    feedback = make_form(
        work,
        FormKind.FEEDBACK,
        "Баҳо",
        [
            scale("Фаҳмо буд"),
            scale("Муфид буд"),
            Question("", QuestionKind.MULTIPLE, Texts(tg="Чӣ лозим?"), options("А", "Б", "В")),
            Question("", QuestionKind.TEXT, Texts(tg="Боз чӣ?")),
        ],
    )
    pre, post = (choose(work, room.course, test, each) for each in (Occasion.PRE, Occasion.POST))
    key_in(work, pre, PRE)
    key_in(work, post, POST)
    rate(work, choose(work, room.course, practical, Occasion.END))
    hand_in(work, choose(work, room.course, feedback, Occasion.END), SHEETS)
    return Evaluated(room.course, people, test, practical, feedback, pre, post)


def options(*texts: str) -> tuple[Option, ...]:
    """Return options without credit."""
    return tuple(Option(Texts(tg=text, ru=text, en=text)) for text in texts)


def item(place: int) -> Question:
    """Return an item whose first of three options is right."""
    first, *rest = options("дуруст", "нодуруст", "намедонам")
    right = Option(first.text, WHOLE)
    text = Texts(tg=f"Саволи {place}", ru=f"Вопрос {place}", en=f"Question {place}")
    return Question("", QuestionKind.SINGLE, text, (right, *rest))


def scale(text: str) -> Question:
    """Return a question with five steps."""
    return Question("", QuestionKind.LIKERT, Texts(tg=text, ru=text, en=text), options(*"12345"))


def make_form(work: Workplace, kind: FormKind, title: str, asked: Sequence[Question]) -> str:
    """Put questions into the bank and a form together."""
    keys = tuple(questions.save_question(work, each).key or "" for each in asked)
    return forms.save_form(work, Form("", kind, Texts(tg=title, ru=title, en=title), keys)).key or ""


def choose(work: Workplace, course: str, form: str, occasion: Occasion) -> str:
    """Let a course use a form."""
    return forms.choose_form(work, course, form, occasion).key or ""


def key_in(work: Workplace, sitting: str, rows: Sequence[str], attempt: int = 1) -> None:
    """Key in papers of the numbers from 1 on; an empty row is no paper."""
    for number, row in enumerate(rows, 1):
        for place, mark in enumerate(row):
            view = keying.open_paper(work, sitting, number if attempt == 1 else number + 1000 * attempt)
            keying.key_answer(work, view, view.form.questions[place].key, "1" if mark == "1" else "2")


def rate(work: Workplace, sitting: str) -> None:
    """Rate the first participants; 0 is no tick."""
    for number, row in enumerate(RATINGS, 1):
        for place, step in enumerate(row):
            view = keying.open_paper(work, sitting, number)
            keying.key_answer(work, view, view.form.questions[place].key, str(step or ""))


def hand_in(work: Workplace, sitting: str, rows: Sequence[Sequence[str]]) -> None:
    """Hand in anonymous sheets and enter them into the journal where they are enough."""
    for row in rows:
        paper = feedback.begin_paper(work, sitting)
        for place, answer in enumerate(row):
            paper = feedback.answer_paper(work, paper, place, answer)
        feedback.finish_paper(work, paper)
    feedback.enter_papers(work)
