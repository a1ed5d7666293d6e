"""Papers of a course: agenda, badges, table cards, sign-in sheets, blank forms; and their numbers of pages.

Each function returns a PDF's bytes. Pages are counted without making the papers. `COURSE_PAPERS` are the
entries of these papers in the registry.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import (
    course_facts,
    course_head,
    emblems,
    get_course,
    in_both_scripts,
)
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.evaluations.scores import out_of
from trainer_app.documents.base import fonts
from trainer_app.documents.papers import agenda as documents
from trainer_app.documents.papers import badges as badges_documents
from trainer_app.documents.papers import table_cards as table_cards_documents
from trainer_app.documents.papers.badges import badges_pdf
from trainer_app.documents.papers.blank_forms import answer_sheets_pdf, registration_pdf
from trainer_app.documents.papers.sign_in import signin_pdf
from trainer_app.documents.papers.table_cards import table_cards_pdf
from trainer_app.domain.attendance.scanning import badge_code
from trainer_app.domain.attendance.sheets import SheetCode, count_pages
from trainer_app.domain.base.catalogue import resource
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import DEFAULT, Texts
from trainer_app.domain.courses.agenda_cells import Agenda, agenda_of
from trainer_app.domain.courses.courses import CourseView, Participant, Session, SessionState
from trainer_app.domain.courses.ranks import rank_name
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.papers.course_papers import (
    BADGES_PRINTED,
    NameCard,
    NameCards,
    SheetRow,
    SheetSession,
    SignInSheet,
    read_paper_language,
)
from trainer_app.domain.papers.question_papers import (
    ITEMS,
    MOST_ITEMS,
    SPARE_SHEETS,
    AnswerSheet,
    AnswerSheets,
    RegistrationForm,
    check_items,
    pages_for,
    sheets_a_page,
    with_spare,
)
from trainer_app.domain.people.names import split_latin
from trainer_app.domain.people.persons import Person
from trainer_app.store.people import people
from trainer_app.store.people.people import people_by_key


class Stage(Enum):
    """When a paper is needed."""

    BEFORE = "before the course"
    ROOM = "in the room"
    AFTER = "after the course"


@dataclass(frozen=True, eq=False)
class PaperOption:
    """Something about a paper that can be had or not: a tick beside its button, a flag of its command.

    The tick is set at first if it is `usual`; the flag turns round what is usual. `words` and `hint` are
    message codes; what the command line says of itself is in English only.
    """

    name: str
    words: str
    hint: str
    usual: bool
    flag: str
    flag_help: str


type Chosen = frozenset[PaperOption]
"""The options of a paper that are wanted."""


@dataclass(frozen=True)
class PrintedCourse:
    """What is read of a course once, for the lines of all its papers. `language`: of the papers."""

    view: CourseView
    expected: tuple[Participant, ...]
    language: str

    @property
    def people(self) -> int:
        """How many are expected in the room."""
        return len(self.expected)


@dataclass(frozen=True)
class PaperLine:
    """What is said of a paper of a course. Without pages there is nothing to print, and `words` say why."""

    pages: int
    words: Label


@dataclass(frozen=True, eq=False)
class Paper:
    """A paper of a course. `name` is that of its command and of its row; `file` begins its file's name.

    `make` returns the PDF of a course (key) in one of `PAPER_LANGUAGES`; `line` counts its pages without
    making it. `title` is a message code; `help` is what the command line says, in English.
    """

    name: str
    icon: str
    stage: Stage
    title: str
    file: str
    help: str
    make: Callable[[Workplace, str, str, Chosen], bytes]
    line: Callable[[Workplace, PrintedCourse], PaperLine]
    options: tuple[PaperOption, ...] = ()

    @property
    def usual(self) -> Chosen:
        """The options that are wanted unless somebody says otherwise."""
        return frozenset(option for option in self.options if option.usual)


def printed_course(work: Workplace, course: str, language: str = DEFAULT) -> PrintedCourse:
    """Read a course for the lines of its papers. Raises course.unknown."""
    view = get_course(work, course)
    return PrintedCourse(
        view, tuple(each for each in list_enrolments(work, course) if each.expected), language
    )


def sign_in(
    work: Workplace,
    course: str,
    day: date | None = None,
    language: str = DEFAULT,
    *,
    session: str | None = None,
) -> bytes:
    """Return the sign-in sheet of a day: by default today, or else the course's first day with sessions.

    With `session` (a key) it is the sheet of that session alone, with more room to sign; `day` then does
    not count. `language` is one of `PAPER_LANGUAGES`. Raises paper.no_sessions, session.unknown,
    paper.unknown_language.
    """
    tongue = read_paper_language(language)
    view = get_course(work, course)
    days = _days(view)
    if session is not None:
        printed = [_session(view, session)]
    else:
        today = work.clock.today(view.course.zone)
        chosen = day or (today if today in days or not days else days[0])
        printed = [each for each in _to_sign(view) if each.day == chosen]
    if not printed:
        raise TrainerError("paper.no_sessions")
    fonts.use(resource("fonts"))
    sheet = _sheet(
        work, view, printed, (days.index(printed[0].day) + 1, len(days)), session is not None, tongue.main
    )
    return signin_pdf(sheet, language)


def sign_in_days(work: Workplace, course: str) -> list[date]:
    """Return the days of a course that have a sheet."""
    return _days(get_course(work, course))


def _to_sign(view: CourseView) -> list[Session]:
    return [session for session in view.sessions if session.state is not SessionState.CANCELLED]


def _days(view: CourseView) -> list[date]:
    return sorted({session.day for session in _to_sign(view)})


def _session(view: CourseView, key: str) -> Session:
    found = next((session for session in view.sessions if session.key == key), None)
    if found is None:
        raise TrainerError("session.unknown")
    if found.state is SessionState.CANCELLED:
        raise TrainerError("paper.no_sessions")
    return found


def _sheet(
    work: Workplace,
    view: CourseView,
    printed: Sequence[Session],
    place: tuple[int, int],
    alone: bool,
    language: str,
) -> SignInSheet:
    """Fill in a sheet; `place` is the day's number and the number of days."""
    course, first = view.course, printed[0]
    code = SheetCode(identity.office_code(work), first.day, course.code, first.number if alone else None)
    return SignInSheet(
        code=code,
        title=course.title,
        day_number=place[0],
        day_count=place[1],
        sessions=tuple(SheetSession(each.number, each.start, each.end, each.topic) for each in printed),
        rows=_rows(work, course.key, first.day, language),
        venue=_venue(view, printed),
        trainers=_trainers(work, view, printed),
        emblems=emblems(work, view.project),
    )


def _rows(work: Workplace, course: str, day: date, language: str) -> tuple[SheetRow, ...]:
    return tuple(
        SheetRow(
            number=found.enrolment.number,
            name=found.person.name,
            rank=rank_name(found.person.rank, language),
            unit=found.person.unit,
            sex=found.person.sex,
        )
        for found in list_enrolments(work, course)
        if found.expected and (found.from_day is None or found.from_day <= day)
    )


def _venue(view: CourseView, printed: Sequence[Session]) -> Texts:
    """Return the town and the hall: the room of the sessions if all are in one, else the course's venue."""
    rooms = {session.room or view.course.venue for session in printed}
    hall = rooms.pop() if len(rooms) == 1 else view.course.venue
    return in_both_scripts(", ".join(part for part in (view.course.town, hall) if part))


def _trainers(work: Workplace, view: CourseView, printed: Sequence[Session]) -> tuple[Texts, ...]:
    """Return who teaches the sessions; everybody who teaches the course where the plan does not say."""
    named = {person for session in printed for person in session.trainers}
    teaching = [teacher for teacher in view.teachers if teacher.person in named] or view.teachers
    persons = people_by_key(work.database)
    return tuple(_with_initial(persons[teacher.person]) for teacher in teaching)


def _with_initial(person: Person) -> Texts:
    """Return a name as short as it can be told: "Д. Назарова", "D. Nazarova"."""
    own = _shorten(person.family, person.given)
    return Texts.by_script(own, _shorten(*split_latin(person.latin, person.family, person.given)))


def _shorten(family: str, given: str) -> str:
    return f"{given[0]}. {family}" if given else family


def new_badges(work: Workplace, course: str) -> list[str]:
    """Return the enrolments (keys) that are expected and whose badge was not printed here yet, by number."""
    printed = _printed(work, course)
    return [
        found.enrolment.key
        for found in list_enrolments(work, course)
        if found.expected and found.enrolment.key not in printed
    ]


def any_printed(work: Workplace, course: str) -> bool:
    """Tell whether any badge of a course was printed here."""
    return bool(_printed(work, course))


def remember_badges(work: Workplace, course: str, enrolments: Iterable[str] | None = None) -> None:
    """Keep whose badges were printed; without `enrolments` those of everybody who is expected."""
    if enrolments is None:
        enrolments = [found.enrolment.key for found in list_enrolments(work, course) if found.expected]
    printed = " ".join(sorted(_printed(work, course) | set(enrolments)))
    work.store.change_setting(BADGES_PRINTED.of(course), printed)


def with_numbers(work: Workplace, course: str, numbers: Sequence[int]) -> list[str]:
    """Return the enrolments (keys) that have some numbers on the list. Raises paper.unknown_numbers."""
    by_number = {found.enrolment.number: found.enrolment.key for found in list_enrolments(work, course)}
    unknown = [number for number in numbers if number not in by_number]
    if unknown:
        listed = ", ".join(map(str, unknown[:5])) + (", …" if len(unknown) > 5 else "")
        raise TrainerError("paper.unknown_numbers", numbers=listed, count=len(unknown))
    return [by_number[number] for number in numbers]


def _printed(work: Workplace, course: str) -> set[str]:
    return set(work.store.setting(BADGES_PRINTED.of(course)).split())


def name_cards(work: Workplace, course: str, enrolments: Sequence[str] | None) -> NameCards:
    """Return the cards of everybody on the list, with spare ones; or only those of some enrolments (keys).

    Who was withdrawn or replaced has none unless asked for. Raises course.unknown, enrolment.unknown.
    """
    view = get_course(work, course)
    people = list_enrolments(work, course)
    if enrolments is None:
        wanted = [each for each in people if each.expected]
    else:
        keys = set(enrolments)
        wanted = [each for each in people if each.enrolment.key in keys]
        if len(wanted) < len(keys):
            raise TrainerError("enrolment.unknown")
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
    return documents.agenda_pdf(found, language)


def agenda_pages(work: Workplace, course: str, language: str = DEFAULT) -> int:
    """Return how many pages the agenda has; 0 without sessions. Raises course.unknown."""
    found = course_agenda(work, course)
    if not found.days:
        return 0
    fonts.use(resource("fonts"))
    return documents.agenda_pages(found, language)


def course_agenda(work: Workplace, course: str) -> Agenda:
    """Return the agenda of a course as plain data. Raises course.unknown."""
    view = get_course(work, course)
    persons = people.people_by_key(work.database)
    wanted = {person for session in view.sessions for person in session.trainers}
    names = {key: in_both_scripts(persons[key].short_name) for key in wanted if key in persons}
    rooms = {session.room: in_both_scripts(session.room) for session in view.sessions if session.room}
    return agenda_of(course_facts(work, view), view.sessions, names, rooms)


def registration_form(work: Workplace, course: str, language: str = DEFAULT, *, phone: bool = False) -> bytes:
    """Return a page of registration forms; `phone` asks for the telephone number too.

    `language` is one of `PAPER_LANGUAGES`. Raises course.unknown, paper.unknown_language.
    """
    fonts.use(resource("fonts"))
    return registration_pdf(RegistrationForm(course_facts(work, get_course(work, course)), phone), language)


def answer_sheets(
    work: Workplace,
    course: str,
    language: str = DEFAULT,
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


def answer_sheet_pages(people: int, items: int) -> int:
    """Return the pages of the answer sheets of a test with a number of questions, for so many people."""
    return pages_for(people + SPARE_SHEETS, sheets_a_page(items))


def badge_pages(people: int) -> int:
    """Return the pages of some people's badges, without any to spare."""
    return pages_for(people, badges_documents.PLACES)


_SESSIONS_A_PAGE = 6
"""Columns to sign in that a page of a sign-in sheet has at the most."""


@dataclass(frozen=True)
class SheetPages:
    """Pages of the sign-in sheets of a course: by day, and by session (key) for those of single sessions."""

    days: Mapping[date, int]
    sessions: Mapping[str, int]

    def in_order(self, today: date) -> tuple[date, ...]:
        """Return the days that have a sheet: today or the next one first, then all others in their order."""
        first = min((day for day in self.days if day >= today), default=None)
        return tuple(sorted(self.days, key=lambda day: (day != first, day)))


def sheet_pages(course: PrintedCourse) -> SheetPages:
    """Count the pages of the sign-in sheets of a course."""
    by_day: dict[date, list[Session]] = {}
    for session in _to_sign(course.view):
        by_day.setdefault(session.day, []).append(session)
    names = {
        day: count_pages(sum(each.from_day is None or each.from_day <= day for each in course.expected))
        for day in by_day
    }
    return SheetPages(
        days={
            day: names[day] * pages_for(len(sessions), _SESSIONS_A_PAGE)
            for day, sessions in sorted(by_day.items())
        },
        sessions={session.key: names[session.day] for session in _to_sign(course.view)},
    )


def _sign_in_line(work: Workplace, course: PrintedCourse) -> PaperLine:
    """Say what there is of the sheet that is printed where no day is named."""
    days = sheet_pages(course).days
    if not days:
        return PaperLine(0, Label("paper.line.no_sheet"))
    pages = days.get(work.clock.today(course.view.course.zone), next(iter(days.values())))
    return PaperLine(pages, Label("paper.line.sign_in", {"pages": pages}))


def _agenda_line(work: Workplace, course: PrintedCourse) -> PaperLine:
    pages = agenda_pages(work, course.view.course.key, course.language)
    return PaperLine(pages, Label("paper.line.agenda" if pages else "paper.line.no_agenda", {"pages": pages}))


def _badges_line(_work: Workplace, course: PrintedCourse) -> PaperLine:
    pages = badge_pages(course.people + badges_documents.LEAST_SPARE)
    code = "paper.line.badges" if course.people else "paper.line.empty_badges"
    return PaperLine(pages, Label(code, {"people": course.people, "pages": pages}))


def _cards_line(_work: Workplace, course: PrintedCourse) -> PaperLine:
    pages = pages_for(course.people, table_cards_documents.PLACES)
    return PaperLine(pages, Label("paper.line.cards", {"people": course.people, "pages": pages}))


PHONE = PaperOption(
    name="phone",
    words="paper.option.phone",
    hint="paper.option.phone_hint",
    usual=False,
    flag="--phone",
    flag_help="Ask for the telephone number too.",
)
AGENDA = Paper(
    name="agenda",
    icon="courses",
    stage=Stage.BEFORE,
    title="paper.title.agenda",
    file="agenda",
    help="Write the agenda of a course.",
    make=lambda work, course, language, _chosen: agenda(work, course, language),
    line=_agenda_line,
)
BADGES = Paper(
    name="badges",
    icon="badge",
    stage=Stage.BEFORE,
    title="paper.title.badges",
    file="badges",
    help="Write badges, eight to a page.",
    make=lambda work, course, language, _chosen: badges(work, course, language),
    line=_badges_line,
)
TABLE_CARDS = Paper(
    name="cards",
    icon="user",
    stage=Stage.BEFORE,
    title="paper.title.cards",
    file="table-cards",
    help="Write table cards.",
    make=lambda work, course, language, _chosen: table_cards(work, course, language),
    line=_cards_line,
)
SIGN_IN = Paper(
    name="sign-in",
    icon="today",
    stage=Stage.ROOM,
    title="paper.title.sign_in",
    file="sign-in",
    help="Write the sign-in sheet of one day or one session.",
    make=lambda work, course, language, _chosen: sign_in(work, course, None, language),
    line=_sign_in_line,
)
REGISTRATION = Paper(
    name="registration",
    icon="adduser",
    stage=Stage.ROOM,
    title="paper.title.registration",
    file="registration",
    help="Write registration forms, three to a page.",
    make=lambda work, course, language, chosen: registration_form(
        work, course, language, phone=PHONE in chosen
    ),
    line=lambda _work, _course: PaperLine(1, Label("paper.line.registration", {"pages": 1})),
    options=(PHONE,),
)
COURSE_PAPERS = (AGENDA, BADGES, TABLE_CARDS, SIGN_IN, REGISTRATION)
