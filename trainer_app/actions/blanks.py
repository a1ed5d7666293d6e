"""Blank forms of a course, to be filled in by hand: registration, plain answers to a test."""

from trainer_app.actions.course_facts import course_facts
from trainer_app.actions.courses import get_course
from trainer_app.actions.enrolments import list_enrolments
from trainer_app.actions.evaluations import out_of
from trainer_app.actions.workplace import Workplace
from trainer_app.documents import fonts
from trainer_app.documents.blanks import answer_sheets_pdf, registration_pdf
from trainer_app.domain.blanks import (
    ITEMS,
    MOST_ITEMS,
    AnswerSheet,
    AnswerSheets,
    RegistrationForm,
    check_items,
    with_spare,
)
from trainer_app.domain.evaluations import Occasion
from trainer_app.system.resources import resource


def registration_form(work: Workplace, course: str, language: str = "tg", *, phone: bool = False) -> bytes:
    """Return a page of registration forms; `phone` asks for the telephone number too.

    `language` is one of `PAPER_LANGUAGES`. Raises course.unknown, paper.unknown_language.
    """
    fonts.use(resource("fonts"))
    return registration_pdf(RegistrationForm(course_facts(work, get_course(work, course)), phone), language)


def answer_sheets(
    work: Workplace,
    course: str,
    language: str = "tg",
    *,
    occasion: Occasion = Occasion.PRE,
    items: int | None = None,
) -> bytes:
    """Return the answer sheets of a test, one for everybody on the list and some to spare.

    `items` is the number of questions; without it, as many as the test has points. `language` is one of
    `PAPER_LANGUAGES`. Raises course.unknown, paper.items_out_of_range, paper.unknown_language.
    """
    count = usual_items(work, course, occasion) if items is None else items
    check_items(count)
    facts = course_facts(work, get_course(work, course))
    fonts.use(resource("fonts"))
    sheets = with_spare(_expected(work, course), count)
    return answer_sheets_pdf(AnswerSheets(facts, occasion, sheets, count), language)


def usual_items(work: Workplace, course: str, occasion: Occasion) -> int:
    """Return how many questions a test probably has: one for each point it gives, else twenty."""
    points, part = divmod(out_of(work, course)[occasion], 100)
    return points if part == 0 and 0 < points <= MOST_ITEMS else ITEMS[0]


def _expected(work: Workplace, course: str) -> list[AnswerSheet]:
    """Return a sheet for everybody who is expected in the room, by number on the list."""
    return [
        AnswerSheet(found.enrolment.number, found.person.name)
        for found in list_enrolments(work, course)
        if found.expected
    ]
