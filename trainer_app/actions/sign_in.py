"""The sign-in sheet of a day or of one session, with everybody who is expected on that day."""

from collections.abc import Sequence
from datetime import date

from trainer_app.actions import identity
from trainer_app.actions.courses import get_course
from trainer_app.actions.enrolments import list_enrolments
from trainer_app.actions.paper_heads import emblems, in_both_scripts
from trainer_app.actions.workplace import Workplace
from trainer_app.documents import fonts
from trainer_app.documents.signin import signin_pdf
from trainer_app.domain.courses import CourseView, Session, SessionState
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.latin_names import part_latin
from trainer_app.domain.paper_languages import read_paper_language
from trainer_app.domain.papers import SheetRow, SheetSession, SignInSheet
from trainer_app.domain.people import Person
from trainer_app.domain.ranks import rank_name
from trainer_app.domain.sheets import SheetCode
from trainer_app.domain.texts import Texts
from trainer_app.store.people import people_by_key
from trainer_app.system.resources import resource


def sign_in(
    work: Workplace,
    course: str,
    day: date | None = None,
    language: str = "tg",
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
    return Texts(own, own, _shorten(*part_latin(person.latin, person.family, person.given)))


def _shorten(family: str, given: str) -> str:
    return f"{given[0]}. {family}" if given else family
