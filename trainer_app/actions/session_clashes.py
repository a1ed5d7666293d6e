"""Who or what is needed twice at the same time, as pairs and in words."""

from trainer_app.actions.courses import get_course
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Label
from trainer_app.domain.courses import Course, Session
from trainer_app.domain.planning import Clash, ClashKind, find_clashes, time_words
from trainer_app.store import courses as stored
from trainer_app.store import people


def clashes(work: Workplace, course: str) -> tuple[Clash, ...]:
    """Return which of a course's sessions need a trainer or a room that another session has too.

    Sessions of other courses on the same days count as well.
    """
    return _find(work, course)[2]


def clash_notes(work: Workplace, course: str) -> dict[str, tuple[Label, ...]]:
    """Return for each session with clashes what is needed elsewhere: "Назарова also teaches GARM ..."."""
    courses, sessions, found = _find(work, course)
    persons = people.find_people(work.database) if found else {}
    notes: dict[str, list[Label]] = {}
    for clash in found:
        for own, other in ((clash.first, clash.second), (clash.second, clash.first)):
            session, elsewhere = sessions[own], sessions[other]
            if session.course != course:
                continue
            # As it is written in this session: the other one may spell it in another way.
            what = session.room or clash.what
            if clash.kind is ClashKind.TRAINER:
                person = persons.get(clash.what)
                what = f"{person.family} {person.given[:1]}.".replace(" .", "") if person else ""
            code = f"session.clash.{clash.kind.value}" + ("" if elsewhere.course == course else "_elsewhere")
            values = {
                "what": what,
                "course": courses[elsewhere.course].code,
                "session": elsewhere.number,
                "time": time_words(elsewhere.start),
            }
            notes.setdefault(own, []).append(Label(code, values))
    return {key: tuple(labels) for key, labels in notes.items()}


def _find(work: Workplace, course: str) -> tuple[dict[str, Course], dict[str, Session], tuple[Clash, ...]]:
    """Return the courses of the same days and their sessions by key, and the clashes of the one course."""
    own = get_course(work, course).course
    courses = {
        each.key: each
        for each in stored.list_courses(work.database)
        if each.first_day <= own.last_day and each.last_day >= own.first_day
    }
    sessions = {
        session.key: session for key in courses for session in stored.list_sessions(work.database, key)
    }
    rooms = {
        key: f"{each.town}, {each.venue}" if each.venue or key == course else ""
        for key, each in courses.items()
    }
    found = tuple(
        clash
        for clash in find_clashes(sessions.values(), rooms)
        if course in (sessions[clash.first].course, sessions[clash.second].course)
    )
    return courses, sessions, found
