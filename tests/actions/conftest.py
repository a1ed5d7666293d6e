"""A trainer's laptop and an office with real encrypted folders, on the third day of a course."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import agendas, courses, enrolments, projects
from trainer_app.actions.office import office
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, ProjectDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.domain.people.persons import Sex
from trainer_app.system.clock import FixedClock, fixed_at
from trainer_app.system.folders import DataFolder

CHEAP = KdfCost()
PASSPHRASE = "a passphrase of the tests"
FIRST, LAST = date(2018, 10, 15), date(2018, 10, 18)
PEOPLE = (
    ("капитан Азизов Фаррух Бахтиёрович", Sex.MALE),
    ("Гулмуродова Зарина Ҳакимовна", Sex.FEMALE),
    ("Раҳимов Некрӯз Файзуллоевич", Sex.MALE),
)


@dataclass(frozen=True)
class Room:
    """A course with people: keys of the course, its sessions and its enrolments, in their order."""

    course: str
    sessions: tuple[str, ...]
    enrolments: tuple[str, ...]


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))


@pytest.fixture
def clock() -> FixedClock:
    return fixed_at(date(2018, 10, 17), 11, workplace.ZONE, step=1)


@pytest.fixture
def trainer(tmp_path: Path, clock: FixedClock) -> Iterator[Workplace]:
    folder = DataFolder(tmp_path / "trainer")
    work = workplace.create(folder, PASSPHRASE, user_name="D. Nazarova", clock=clock, cost=CHEAP)
    yield work
    work.close()


@pytest.fixture
def bureau(tmp_path: Path, clock: FixedClock) -> Iterator[Workplace]:
    folder = DataFolder(tmp_path / "office")
    work = workplace.create(
        folder, PASSPHRASE, role=Role.OFFICE, user_name="M. Saidova", clock=clock, cost=CHEAP
    )
    office.init(work, Texts(tg="Дафтари барнома", ru="Офис программы", en="Programme office"), "DSH")
    yield work
    work.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def joined(trainer: Workplace, bureau: Workplace, stick: Path) -> Workplace:
    """Enrol the trainer's laptop at the office as K7."""
    enrol(bureau, trainer, "K7", stick)
    return trainer


def enrol(
    bureau: Workplace, trainer: Workplace, code: str, stick: Path, courses: Sequence[str] | None = None
) -> None:
    asked, _ = office.request(trainer, stick / f"{code}.treq")
    office.join(trainer, office.enrol(bureau, asked, code, stick, courses).pack.file)


@pytest.fixture
def room(trainer: Workplace) -> Room:
    return furnish(trainer)


def furnish(work: Workplace) -> Room:
    """Write a project, a course of 4 x 3 sessions and three people."""
    project = projects.create_project(
        work,
        ProjectDraft(
            "DV18",
            Texts(tg="Силсилаи курсҳо", ru="Серия курсов", en="Series of courses"),
            donor="Donor",
            partner=Texts(tg="Вазорати корҳои дохилӣ", ru="МВД", en="Ministry of Internal Affairs"),
            organiser=Texts(tg="Барномаи омӯзиш", ru="Программа обучения", en="Police Training Programme"),
            head="М. Саидова",
        ),
    ).key
    draft = CourseDraft(
        "DSH1",
        Texts(tg="Вокуниши милитсия ба зӯроварӣ дар оила", en="Police Response to Domestic Violence"),
        FIRST,
        LAST,
        project=project,
        town="Душанбе",
    )
    course = courses.create_course(work, draft).key or ""
    agendas.plan_sessions(work, course, DayPlan(per_day=3))
    for name, sex in PEOPLE:
        enrolments.add_walk_in(work, course, name, sex=sex, first_day=FIRST)
    table = attendance.grid(work, course)
    return Room(
        course,
        tuple(session.key for session in table.sessions),
        tuple(row.enrolment for row in table.rows),
    )
