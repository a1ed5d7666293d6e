"""The story up to some step, written without the window, for journeys that begin there."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.journeys.window_seat import PASSPHRASE, october
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import courses, projects, roster, sessions
from trainer_app.actions.evaluations import scores
from trainer_app.actions.office import office
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, ProjectDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.system.folders import DataFolder, resource

FIRST, LAST = date(2018, 10, 15), date(2018, 10, 18)
TITLE = Texts("Вокуниши милитсия", "Реагирование милиции", "Police response")
OFFICE = Texts("Дафтари барнома, Душанбе", "Офис программы, Душанбе", "Programme office, Dushanbe")
LIST = resource("demo", "dushanbe.xlsx")
NAMED = 25
"""How many people the list names once its double and unreadable rows are left out."""


@dataclass(frozen=True)
class Folders:
    """Closed data folders to copy: a course with sessions, then its people, then marks; an office."""

    planned: Path
    listed: Path
    taught: Path
    office: Path


def make_planned(root: Path) -> Workplace:
    """Make a trainer's folder with a project and a course of four days with three sessions each."""
    work = workplace.create(
        DataFolder(root),
        PASSPHRASE,
        role=Role.TRAINER,
        user_name="Д. Назарова",
        clock=october(14, 9),
        cost=KdfCost(),
    )
    plan_course(work)
    return work


def plan_course(work: Workplace) -> str:
    """Write the project and the course; return the course's key."""
    draft = ProjectDraft("DV2018", TITLE, donor="Fund for Safe Homes", organiser=TITLE, head="М. Саидова")
    project = projects.create_project(work, draft).key
    course = CourseDraft("DSH1", TITLE, FIRST, LAST, project=project, town="Душанбе", district="Душанбе")
    return sessions.create_course_with_sessions(work, course, DayPlan(per_day=3)).key or ""


def take_in_list(work: Workplace) -> None:
    """Import the nomination list."""
    roster.apply(work, roster.check(work, LIST, courses.find_course(work, "DSH1")))


def teach(work: Workplace) -> None:
    """Mark all sessions: number 2 late once, number 5 absent on two days, the others present; and test."""
    table = attendance.grid(work, courses.find_course(work, "DSH1"))
    by_number = {row.number: row.enrolment for row in table.rows}
    attendance.mark(work, by_number[2], table.sessions[0].key, Mark.LATE, 20)
    for session in table.sessions:
        if session.number <= 6:
            attendance.mark(work, by_number[5], session.key, Mark.ABSENT)
        attendance.mark_rest(work, session.key)
    for number, enrolment in by_number.items():
        scores.set_score(work, enrolment, Occasion.PRE, 900, 2000)
        if number != 7:
            scores.set_score(work, enrolment, Occasion.POST, 1500, 2000)


def make_office(root: Path) -> None:
    """Make the office's folder: the same course, planned, with the people of the list."""
    work = workplace.create(
        DataFolder(root),
        PASSPHRASE,
        role=Role.OFFICE,
        user_name="М. Саидова",
        clock=october(14, 8),
        cost=KdfCost(),
    )
    office.init(work, OFFICE, "DSH")
    plan_course(work)
    take_in_list(work)
    work.close()
