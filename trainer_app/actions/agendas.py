"""The agenda of a course, to be printed and handed out."""

from trainer_app.actions.course_facts import course_facts
from trainer_app.actions.courses import get_course
from trainer_app.actions.paper_heads import in_both_scripts
from trainer_app.actions.workplace import Workplace
from trainer_app.documents import agenda as documents
from trainer_app.documents import fonts
from trainer_app.domain.agendas import Agenda, agenda_of
from trainer_app.domain.errors import TrainerError
from trainer_app.store import people
from trainer_app.system.resources import resource


def agenda(work: Workplace, course: str, language: str = "tg") -> bytes:
    """Return the agenda of a course as PDF; `language` is one of `PAPER_LANGUAGES`.

    Raises course.unknown, paper.no_agenda, paper.unknown_language.
    """
    found = course_agenda(work, course)
    if not found.days:
        raise TrainerError("paper.no_agenda")
    fonts.use(resource("fonts"))
    return documents.agenda_pdf(found, language)


def agenda_pages(work: Workplace, course: str, language: str = "tg") -> int:
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
