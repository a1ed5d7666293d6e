"""Sign-in sheets of a course: of a day or of one session, how many pages they have, and their entry."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from msgspec import Struct

from trainer_app.actions.base import identity
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import (
    emblems,
    get_course,
    in_both_scripts,
)
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.courses.one_person import rows_of_person
from trainer_app.actions.courses.sessions import find_session
from trainer_app.actions.papers.papers import (
    Chosen,
    CoursePaper,
    PaperLine,
    PaperOption,
    PrintedCourse,
    Stage,
)
from trainer_app.documents.base import fonts
from trainer_app.documents.papers.sign_in import signin_pdf
from trainer_app.domain.attendance.same_person import rows_in_turn
from trainer_app.domain.attendance.sheets import SheetCode, count_pages
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import DEFAULT, Texts, resource, said_name
from trainer_app.domain.courses.courses import CourseView, Participant, Session, SessionState
from trainer_app.domain.courses.ranks import rank_name
from trainer_app.domain.papers.course_papers import (
    SheetRow,
    SheetSession,
    SignInSheet,
    pages_for,
    read_paper_language,
)
from trainer_app.domain.people.latin import split_latin
from trainer_app.domain.people.persons import Person, head_of
from trainer_app.domain.people.places import joined_texts, place_texts
from trainer_app.store.people.people import people_by_key


@guarded
def sign_in(
    work: Workplace,
    course: str,
    day: date | None = None,
    language: str = DEFAULT,
    *,
    session: str | None = None,
    named: Collection[str] | None = None,
) -> bytes:
    """Return the sign-in sheet of a day: by default today, or else the course's first day with sessions.

    With `session` (a key) it is the sheet of that session alone, with more room to sign; `day` then does
    not count. `language` is one of `PAPER_LANGUAGES`. With `named` (keys of enrolments) others have their
    number alone. Raises paper.no_sessions, session.unknown,
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
    if named is not None:
        leading = (rows_of_person(work, key)[:1] for key in named)
        told = {own.number for rows in leading for own in rows}
        rows = (row if row.number in told else SheetRow(row.number, "–", free=row.free) for row in sheet.rows)
        sheet = replace(sheet, rows=tuple(rows))
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
        rows=_rows(work, view, printed, language),
        venue=_venue(view, printed),
        trainers=_trainers(work, view, printed),
        emblems=emblems(work, view.project),
    )


class _Line(Struct, frozen=True):
    """A line of a sheet: the leading row of somebody, and the printed sessions (numbers) they are not in."""

    found: Participant
    free: frozenset[int]


def _lines(people: Sequence[Participant], view: CourseView, printed: Sequence[Session]) -> list[_Line]:
    """Return who is expected at one of some sessions, by number on the list, each person in one line.

    Whoever stands in several rows is expected where one of them is.
    """
    heads = {each.enrolment.person: each.person.key for each in people}
    turns = rows_in_turn((each.enrolment for each in people), heads.__getitem__)
    places = {place: session.number for place, session in enumerate(view.sessions) if session in printed}
    found = []
    for each in people:
        spans = [row.span(view.sessions) for row in turns.get(each.enrolment.key, ())]
        mine = {place for place in places if any(first <= place < end for first, end in spans)}
        if mine:
            found.append(_Line(each, frozenset(places[place] for place in places.keys() - mine)))
    return found


def _rows(
    work: Workplace, view: CourseView, printed: Sequence[Session], language: str
) -> tuple[SheetRow, ...]:
    return tuple(
        SheetRow(
            number=line.found.enrolment.number,
            name=said_name(line.found.person.name, language),
            rank=rank_name(line.found.person.rank, language),
            unit=line.found.person.unit,
            sex=line.found.person.sex,
            free=line.free,
        )
        for line in _lines(list_enrolments(work, view.course.key), view, printed)
    )


def _venue(view: CourseView, printed: Sequence[Session]) -> Texts:
    """Return the town and the hall: the room of the sessions if all are in one, else the course's venue."""
    rooms = {session.room or view.course.venue for session in printed}
    hall = rooms.pop() if len(rooms) == 1 else view.course.venue
    return joined_texts((place_texts(view.course.town), in_both_scripts(hall)))


def _trainers(work: Workplace, view: CourseView, printed: Sequence[Session]) -> tuple[Texts, ...]:
    """Return who teaches the sessions; everybody who teaches the course where the plan does not say."""
    named = {person for session in printed for person in session.trainers}
    teaching = [teacher for teacher in view.teachers if teacher.person in named] or view.teachers
    persons = people_by_key(work.database)
    return tuple(_with_initial(head_of(persons, teacher.person)) for teacher in teaching)


def _with_initial(person: Person) -> Texts:
    """Return a name as short as it can be told: "Д. Назарова", "D. Nazarova"."""
    own = _shorten(person.family, person.given)
    return Texts.by_script(own, _shorten(*split_latin(person.latin, person.family, person.given)))


def _shorten(family: str, given: str) -> str:
    return f"{given[0]}. {family}" if given else family


_SESSIONS_A_PAGE = 6
"""Columns to sign in that a page of a sign-in sheet has at the most."""


class SheetPages(Struct, frozen=True):
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

    def names(printed: Sequence[Session]) -> int:
        return count_pages(len(_lines(course.everybody, course.view, printed)))

    return SheetPages(
        days={
            day: names(sessions) * pages_for(len(sessions), _SESSIONS_A_PAGE)
            for day, sessions in sorted(by_day.items())
        },
        sessions={session.key: names([session]) for session in _to_sign(course.view)},
    )


def _sign_in_line(work: Workplace, course: PrintedCourse, _chosen: Chosen) -> PaperLine:
    """Say what there is of the sheet that is printed where no day is named."""
    days = sheet_pages(course).days
    if not days:
        return PaperLine(0, Label("paper.line.no_sheet"))
    pages = days.get(work.clock.today(course.view.course.zone), next(iter(days.values())))
    return PaperLine(pages, Label("paper.line.sign_in", {"pages": pages}))


def _make_sign_in(work: Workplace, course: str, language: str, chosen: Chosen) -> bytes:
    number = chosen[OF_SESSION]
    session = None if number is None else find_session(work, course, number).key
    return sign_in(work, course, chosen[ON_DAY], language, session=session)


ON_DAY = PaperOption[date | None](
    name="day",
    kind=date,
    usual=None,
    flag="--day",
    help="By default today or the first day.",
    file="-{:%Y-%m-%d}",
)
OF_SESSION = PaperOption[int | None](
    name="session",
    kind=int,
    usual=None,
    flag="--session",
    help="Number of a session: its sheet alone.",
    file="-session-{}",
)

SIGN_IN = CoursePaper(
    name="sign-in",
    icon="today",
    stage=Stage.ROOM,
    title="paper.title.sign_in",
    help="Write the sign-in sheet of one day or one session.",
    make=_make_sign_in,
    line=_sign_in_line,
    options=(ON_DAY, OF_SESSION),
)
