"""The agenda of an earlier course used again: its topics and times on the days of this one."""

from dataclasses import dataclass, replace
from datetime import date

from trainer_app.actions.agenda_writing import agenda_writes
from trainer_app.actions.assignments import assignment_write
from trainer_app.actions.courses import get_course
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.courses import Course
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.planning import SessionDraft, copy_sessions
from trainer_app.store import courses as stored


@dataclass(frozen=True)
class AgendaSource:
    """A course whose agenda can be copied, with what it holds."""

    course: Course
    sessions: int
    minutes: int


def list_sources(work: Workplace, course: str) -> list[AgendaSource]:
    """Return the other courses that have sessions: the latest first."""
    found = []
    for each in stored.list_courses(work.database):
        sessions = stored.list_sessions(work.database, each.key) if each.key != course else []
        if sessions:
            found.append(AgendaSource(each, len(sessions), sum(session.minutes for session in sessions)))
    return found[::-1]


def preview(
    work: Workplace, course: str, source: str, *, trainers: bool = True, skip_weekends: bool = False
) -> tuple[SessionDraft, ...]:
    """Return the sessions that a copy would make, in the order of time."""
    own, other = get_course(work, course).course, get_course(work, source)
    drafts = copy_sessions(other.sessions, other.course.first_day, own.first_day, skip_weekends=skip_weekends)
    # A room belongs to its building.
    if (own.town, own.venue) != (other.course.town, other.course.venue):
        drafts = tuple(replace(draft, room="") for draft in drafts)
    return drafts if trainers else tuple(replace(draft, trainers=()) for draft in drafts)


def copy_agenda(
    work: Workplace,
    course: str,
    source: str,
    *,
    trainers: bool = True,
    skip_weekends: bool = False,
) -> Changes:
    """Make the sessions of a course those of another one, in one step.

    Sessions that are there are taken away; with `trainers` whoever taught there teaches here. The course
    becomes longer if the agenda is. Raises agenda.nothing, agenda.marked.
    """
    drafts = preview(work, course, source, trainers=trainers, skip_weekends=skip_weekends)
    if not drafts:
        raise TrainerError("agenda.nothing", rows=0)
    writes = list(agenda_writes(work, course, drafts, in_place=True).writes)
    if trainers:
        here = {teacher.person for teacher in get_course(work, course).teachers}
        needed = {person for draft in drafts for person in draft.trainers}
        writes += [
            assignment_write(course, teacher.person, teacher.role)
            for teacher in get_course(work, source).teachers
            if teacher.person in needed and teacher.person not in here
        ]
    code = get_course(work, source).course.code
    return work.journal.record(Label("agenda.step.copy", {"code": code, "count": len(drafts)}), writes)


def last_day_after(drafts: tuple[SessionDraft, ...], course: Course) -> date:
    """Return the course's last day once it holds some sessions."""
    return max([course.last_day, *(draft.day for draft in drafts)])
