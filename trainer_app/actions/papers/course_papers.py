"""Papers of a course: agenda, badges, table cards, blank forms; and how many pages they have.

Each function returns a PDF's bytes. Pages are counted without making the papers. `COURSE_PAPERS` are the
entries of all papers that need nothing but the course.
"""

from collections.abc import Sequence

from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import (
    course_facts,
    course_head,
    get_course,
    in_both_scripts,
)
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.evaluations.scores import out_of
from trainer_app.actions.papers.papers import (
    USUAL,
    Chosen,
    CoursePaper,
    Paper,
    PaperLine,
    PaperOption,
    PrintedCourse,
    Stage,
    with_numbers,
)
from trainer_app.actions.papers.sign_in import SIGN_IN
from trainer_app.documents.base import fonts
from trainer_app.documents.papers.room_papers import (
    BADGES_A_PAGE,
    CARDS_A_PAGE,
    LEAST_SPARE,
    answer_sheets_pdf,
    badges_pdf,
    registration_pdf,
    table_cards_pdf,
)
from trainer_app.documents.papers.sign_in import agenda_flow
from trainer_app.domain.attendance.sheets import badge_code
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import DEFAULT, Texts, resource
from trainer_app.domain.courses.agenda_cells import Agenda, agenda_of
from trainer_app.domain.courses.courses import Participant
from trainer_app.domain.courses.ranks import rank_name
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.papers.course_papers import (
    BADGES_PRINTED,
    ITEMS,
    MOST_ITEMS,
    SPARE_SHEETS,
    AnswerSheet,
    AnswerSheets,
    NameCard,
    NameCards,
    RegistrationForm,
    check_items,
    pages_for,
    sheets_a_page,
    with_spare,
)
from trainer_app.domain.people.latin import split_latin
from trainer_app.domain.people.persons import head_of
from trainer_app.store.people.people import people_by_key


def new_badges(work: Workplace, course: str) -> list[int]:
    """Return the numbers on the list of those expected whose badge was not printed here yet."""
    printed = _printed(work, course)
    return [
        found.enrolment.number
        for found in list_enrolments(work, course)
        if found.named and found.enrolment.key not in printed
    ]


def any_printed(work: Workplace, course: str) -> bool:
    """Tell whether any badge of a course was printed here."""
    return bool(_printed(work, course))


@guarded
def remember_badges(work: Workplace, course: str, chosen: Chosen = USUAL) -> None:
    """Keep whose badges were printed: those of chosen numbers, else of everybody who is expected."""
    numbers = chosen[SOME_NUMBERS]
    printed = {
        found.enrolment.key
        for found in list_enrolments(work, course)
        if (found.enrolment.number in numbers if numbers else found.expected)
    }
    work.store.change_setting(BADGES_PRINTED.of(course), " ".join(sorted(_printed(work, course) | printed)))


def _printed(work: Workplace, course: str) -> set[str]:
    return set(work.store.setting(BADGES_PRINTED.of(course)).split())


def name_cards(work: Workplace, course: str, enrolments: Sequence[str] | None) -> NameCards:
    """Return the cards of everybody on the list, with spare ones; or only those of some enrolments (keys).

    Who was withdrawn or replaced has none unless asked for, who was erased has none at all. Raises
    course.unknown, enrolment.unknown, person.erased where everybody who is asked for was.
    """
    view = get_course(work, course)
    people = list_enrolments(work, course)
    if enrolments is None:
        wanted = [each for each in people if each.named]
    else:
        keys = set(enrolments)
        asked = [each for each in people if each.enrolment.key in keys]
        if len(asked) < len(keys):
            raise TrainerError("enrolment.unknown")
        wanted = [each for each in asked if not each.person.erased]
        if asked and not wanted:
            raise TrainerError("person.erased")
    cards = tuple(name_card(each) for each in wanted)
    return NameCards(course_head(work, view), cards, spare=enrolments is None)


def name_card(participant: Participant) -> NameCard:
    """Return the card of one participant."""
    person = participant.person
    family, given = split_latin(person.latin, person.family, person.given)
    shown = " ".join(part for part in (person.given, person.patronymic) if part)
    return NameCard(
        family=Texts.by_script(person.family, family),
        given=Texts.by_script(shown, given),
        rank=Texts.made(lambda language: rank_name(person.rank, language)),
        unit=in_both_scripts(person.unit),
        code=badge_code(participant.enrolment.key),
    )


@guarded
def badges(
    work: Workplace, course: str, language: str = DEFAULT, enrolments: Sequence[str] | None = None
) -> bytes:
    """Return the badges of a course, eight on a page, in the order of the list.

    `enrolments` (keys) prints only theirs. Otherwise everybody who is expected has one, and what is left of
    the last page are badges without a name, at least two, to be filled in by hand. `language` is one of
    `PAPER_LANGUAGES`. Raises course.unknown, enrolment.unknown, paper.unknown_language.
    """
    fonts.use(resource("fonts"))
    return badges_pdf(name_cards(work, course, enrolments), language)


@guarded
def table_cards(
    work: Workplace, course: str, language: str = DEFAULT, enrolments: Sequence[str] | None = None
) -> bytes:
    """Return the table cards of a course, two on a page, in the order of the list.

    `enrolments` (keys) prints only theirs. Otherwise everybody who is expected has one, and a place that is
    left on the last page is a card without a name. `language` is one of `PAPER_LANGUAGES`.
    Raises course.unknown, enrolment.unknown, paper.unknown_language.
    """
    fonts.use(resource("fonts"))
    return table_cards_pdf(name_cards(work, course, enrolments), language)


def agenda(work: Workplace, course: str, language: str = DEFAULT) -> bytes:
    """Return the agenda of a course as PDF; `language` is one of `PAPER_LANGUAGES`.

    Raises course.unknown, paper.no_agenda, paper.unknown_language.
    """
    found = course_agenda(work, course)
    if not found.days:
        raise TrainerError("paper.no_agenda")
    fonts.use(resource("fonts"))
    return agenda_flow(found, language).finish()


def course_agenda(work: Workplace, course: str) -> Agenda:
    """Return the agenda of a course as plain data. Raises course.unknown."""
    view = get_course(work, course)
    persons = people_by_key(work.database)
    wanted = {person for session in view.sessions for person in session.trainers}
    names = {key: in_both_scripts(head_of(persons, key).short_name) for key in wanted if key in persons}
    rooms = {session.room: in_both_scripts(session.room) for session in view.sessions if session.room}
    return agenda_of(course_facts(work, view), view.sessions, names, rooms)


def registration_form(work: Workplace, course: str, language: str = DEFAULT, chosen: Chosen = USUAL) -> bytes:
    """Return a page of registration forms.

    `language` is one of `PAPER_LANGUAGES`. Raises course.unknown, paper.unknown_language.
    """
    fonts.use(resource("fonts"))
    form = RegistrationForm(course_facts(work, get_course(work, course)), chosen[PHONE])
    return registration_pdf(form, language)


def answer_sheets(work: Workplace, course: str, language: str = DEFAULT, chosen: Chosen = USUAL) -> bytes:
    """Return the answer sheets of a test, one for everybody on the list and some to spare.

    `language` is one of `PAPER_LANGUAGES`. Raises course.unknown, paper.items_out_of_range,
    paper.unknown_language.
    """
    count = _items(work, course, chosen)
    check_items(count)
    facts = course_facts(work, get_course(work, course))
    fonts.use(resource("fonts"))
    sheets = with_spare(_expected(work, course), count)
    return answer_sheets_pdf(AnswerSheets(facts, chosen[OCCASION], sheets, count), language)


def _items(work: Workplace, course: str, chosen: Chosen) -> int:
    """Return the number of questions that was chosen, else as many as the test has points."""
    items = chosen[QUESTIONS]
    return usual_items(work, course, chosen[OCCASION]) if items is None else items


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


def badge_pages(people: int) -> int:
    """Return the pages of some people's badges, without any to spare."""
    return pages_for(people, BADGES_A_PAGE)


def _agenda_line(work: Workplace, course: PrintedCourse, _chosen: Chosen) -> PaperLine:
    found = course_agenda(work, course.view.course.key)
    if not found.days:
        return PaperLine(0, Label("paper.line.no_agenda"))
    fonts.use(resource("fonts"))
    pages = agenda_flow(found, course.language).page
    return PaperLine(pages, Label("paper.line.agenda", {"pages": pages}))


def _badges_line(_work: Workplace, course: PrintedCourse, chosen: Chosen) -> PaperLine:
    some = len(chosen[SOME_NUMBERS])
    people = some or course.people - course.erased
    pages = badge_pages(some or people + LEAST_SPARE)
    if not people:
        return PaperLine(pages, Label("paper.line.empty_badges", {"pages": pages}))
    return PaperLine(
        pages,
        _named_cards(
            "paper.line.badges", "paper.line.badges_erased", people, pages, 0 if some else course.erased
        ),
    )


def _cards_line(_work: Workplace, course: PrintedCourse, _chosen: Chosen) -> PaperLine:
    people = course.people - course.erased
    pages = pages_for(people, CARDS_A_PAGE)
    return PaperLine(
        pages, _named_cards("paper.line.cards", "paper.line.cards_erased", people, pages, course.erased)
    )


def _named_cards(code: str, without: str, people: int, pages: int, erased: int) -> Label:
    """Return the words for cards with names; those of `without` say how many have none: they were erased."""
    values = {"people": people, "pages": pages}
    return Label(without, {**values, "erased": erased}) if erased else Label(code, values)


def _plain_line(work: Workplace, course: PrintedCourse, chosen: Chosen) -> PaperLine:
    items = _items(work, course.view.course.key, chosen)
    pages = pages_for(course.people + SPARE_SHEETS, sheets_a_page(items))
    return PaperLine(pages, Label("paper.line.plain_sheets", {"items": items, "pages": pages}))


def _make_badges(work: Workplace, course: str, language: str, chosen: Chosen) -> bytes:
    numbers = chosen[SOME_NUMBERS]
    return badges(work, course, language, with_numbers(work, course, numbers) if numbers else None)


PHONE = PaperOption(
    name="phone",
    usual=False,
    flag="--phone",
    help="Ask for the telephone number too.",
    words="paper.option.phone",
    hint="paper.option.phone_hint",
)
SOME_NUMBERS = PaperOption[Sequence[int]](
    name="number",
    kind=list[int],
    usual=(),
    flag="--number",
    help="Number on the list; may be repeated. All by default.",
    file="-some",
)
OCCASION = PaperOption(name="occasion", kind=Occasion, usual=Occasion.PRE, file="-{}")
"""Of a test that is not in the program. Papers of a form have the occasion of their sitting."""
QUESTIONS = PaperOption[int | None](
    name="items",
    kind=int,
    usual=None,
    flag="--items",
    help="Plain answer sheets with so many questions, for a test that is not in the program.",
)

AGENDA = CoursePaper(
    name="agenda",
    icon="courses",
    stage=Stage.BEFORE,
    title="paper.title.agenda",
    help="Write the agenda of a course.",
    make=lambda work, course, language, _chosen: agenda(work, course, language),
    line=_agenda_line,
    names=False,
)
BADGES = CoursePaper(
    name="badges",
    icon="badge",
    stage=Stage.BEFORE,
    title="paper.title.badges",
    help="Write badges, eight to a page.",
    make=_make_badges,
    line=_badges_line,
    options=(SOME_NUMBERS,),
)
TABLE_CARDS = CoursePaper(
    name="cards",
    icon="user",
    stage=Stage.BEFORE,
    title="paper.title.cards",
    file="table-cards",
    help="Write table cards.",
    make=lambda work, course, language, _chosen: table_cards(work, course, language),
    line=_cards_line,
)
REGISTRATION = CoursePaper(
    name="registration",
    icon="adduser",
    stage=Stage.ROOM,
    title="paper.title.registration",
    help="Write registration forms, three to a page.",
    make=registration_form,
    line=lambda _work, _course, _chosen: PaperLine(1, Label("paper.line.registration", {"pages": 1})),
    options=(PHONE,),
    names=False,
)
COURSE_PAPERS = (AGENDA, BADGES, TABLE_CARDS, SIGN_IN, REGISTRATION)

PLAIN_SHEETS = Paper[PrintedCourse](
    name="answers",
    title="paper.title.plain_sheets",
    make=answer_sheets,
    line=_plain_line,
    options=(OCCASION, QUESTIONS),
)
"""Answer sheets to a test that is not in the program: they stand where a form could be chosen."""
