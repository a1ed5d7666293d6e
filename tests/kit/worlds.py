"""The worlds that many tests begin with, each by a name."""

import hashlib
import os
import pickle
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.kit import samples, writing
from tests.kit.running import WORLDS, Here
from tests.kit.world import Story, World, put_note
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments, projects, roster, sessions, teachers
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.people import people
from trainer_app.actions.today import demo
from trainer_app.actions.today.demo import FilledDemo
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import ProjectDraft, TeachingRole
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.people.persons import Sex
from trainer_app.system.child import Child
from trainer_app.system.clock import FixedClock
from trainer_app.system.folders import DataFolder

_EVE = date(2018, 10, 14)
NAMESAKE = "Рахимов Некруз"
"""Some other course's spelling of somebody who is on the list."""


def noon() -> FixedClock:
    """Return the time at which the pictures were taken: in the eighth session, on the third of four days."""
    return samples.clock_at(samples.DAY, 11, 42, step=5)


def empty(folder: Path) -> World:
    """Return a trainer's new laptop at 11:42 of the third day of the course that it does not have."""
    return World(folder, hour=11, minute=42).trainer(name="data")


def at_noon(folder: Path) -> World:
    """Return a course of 25 people in the middle of its third day, as on the pictures."""
    return empty(folder).course().marked_until_noon().at(samples.DAY, 11, 42)


def finished(folder: Path) -> World:
    """Return the same course at its end: all held, tests taken, a project that issues in two languages.

    № 4 and 6 fail the test, № 12 missed five sessions of twelve, № 13 has no post-test, № 25 never came.
    """
    return at_noon(folder).do(finish)


def two_days(folder: Path, people: int) -> World:
    """Return a course of two days with three sessions each, planned, at the beginning of its first one."""
    world = World(folder, day=samples.TWO_DAYS.draft.first_day, hour=9, step=1)
    return world.trainer("D. N.", name="data").course(samples.TWO_DAYS, people).at(date(2018, 10, 15), 9)


def finish(story: Story) -> None:
    """End the course of `at_noon`."""
    work = story.work
    organiser = Texts(tg="Барномаи омӯзиши милитсия", ru="Программа обучения", en="Police Training Programme")
    project = projects.create_project(
        work, ProjectDraft("DV18", Texts(en="Series"), organiser=organiser, head="М. Саидова")
    ).key
    course = courses.get_course(work, story.course).course
    courses.change_course(work, story.course, replace(courses.draft_of(course), project=project))
    trainer = people.create_person(work, {"family": "Назарова", "given": "Дилором"}).key or ""
    teachers.assign(work, story.course, trainer, TeachingRole.LEAD_TRAINER)
    planned = story.sessions
    for session in planned:
        attendance.mark_rest(work, session)
    for session in planned[:5]:
        attendance.mark(work, story.enrolments[11], session, Mark.ABSENT)
    for session in planned[5:]:
        attendance.mark(work, story.enrolments[11], session, Mark.PRESENT)
    for session in planned:
        attendance.mark(work, story.enrolments[24], session, Mark.ABSENT)
    for place in range(24):
        scores.set_score(work, story.enrolments[place], Occasion.PRE, 800, 2000)
        if place != 12:
            points = 900 if place in (3, 5) else 1600
            scores.set_score(work, story.enrolments[place], Occasion.POST, points, 2000)
    for item in enrolments.list_enrolments(work, story.course):
        if item.enrolment.number != 2:
            people.change_person(work, item.person.key, {"latin": f"Latin {item.enrolment.number}"})


@dataclass
class Exchange:
    """Three computers and what lies between them. `waiting` is a file that the office has not taken in."""

    office: Workplace
    trainer: Workplace
    second: Workplace
    stick: Path
    clock: FixedClock
    course: str
    enrolments: tuple[str, ...]
    sessions: tuple[str, ...]
    waiting: Path

    @classmethod
    def of(cls, story: Story) -> "Exchange":
        """Name the parts of `exchanged`."""
        works, stick = story.works, story.stick
        return cls(
            works["office"],
            works["k7"],
            works["k9"],
            stick,
            story.clock,
            story.course,
            story.enrolments,
            story.sessions,
            stick / story.notes["waiting"],
        )


def exchanged(folder: Path) -> World:
    """Return an office and two laptops that have exchanged files, with something of everything to decide."""
    world = World(folder, hour=11, minute=42).trainer(name="k7").course().marked_until_noon()
    world = world.trainer(samples.SECOND_TRAINER, name="k9").office().joined("K7", "k7").joined("K9", "k9")
    return world.do(work_apart).at(samples.DAY, 12, 15)


def work_apart(story: Story) -> None:
    """Let two laptops work on one course apart, and bring all but one file to the office."""
    first, second, bureau = (story.works[name] for name in ("k7", "k9", "office"))
    people_here, fifth, stick = story.enrolments, story.sessions[4], story.stick
    importing.import_files(bureau, [sending.export(first, stick).file])
    pack = packs.export_pack(bureau, "K9", stick, courses=[story.course])
    importing.import_files(second, [pack.file])
    attendance.mark(second, people_here[14], fifth, Mark.ABSENT)
    story.clock.advance(minutes=19)
    attendance.mark(first, people_here[14], fifth, Mark.LATE, 20)
    person = enrolments.list_enrolments(first, story.course)[16].person.key
    people.change_person(second, person, {"patronymic": "Ҳакимовна"})
    people.change_person(first, person, {"patronymic": "Хакимовна", "latin": "Pirova Shahnoza"})
    enrolments.add_walk_in(first, story.course, "Юсуфов Алишер", sex=Sex.MALE)
    enrolments.add_walk_in(second, story.course, NAMESAKE, sex=Sex.MALE)
    importing.import_files(bureau, [sending.export(second, stick).file])
    story.notes["waiting"] = sending.export(first, stick).file.name


def all_taken_in(folder: Path) -> World:
    """Return `exchanged` after the office took in the file that waited: all is there to be decided."""
    return exchanged(folder).do(_take_in_the_last)


def _take_in_the_last(story: Story) -> None:
    importing.import_files(story.works["office"], [story.stick / story.notes["waiting"]])


def marked_apart(folder: Path) -> World:
    """Return `all_taken_in` where both laptops marked the same four people, each in its own way."""
    return all_taken_in(folder).do(_mark_apart)


def _mark_apart(story: Story) -> None:
    first, second = story.works["k7"], story.works["k9"]
    for enrolment in story.enrolments[2:6]:
        attendance.mark(first, enrolment, story.sessions[4], Mark.LATE, 10)
        attendance.mark(second, enrolment, story.sessions[4], Mark.ABSENT)
    for work in (first, second):
        importing.import_files(story.works["office"], [sending.export(work, story.stick).file])


def planned(folder: Path, name: str = "data") -> World:
    """Return a laptop on the eve of a course: its project and its twelve sessions, and nobody on the list."""
    return World(folder, day=_EVE, hour=9).trainer(name=name).do(_plan)


def listed(folder: Path, name: str = "data") -> World:
    """Return `planned` after the nomination list was taken in."""
    return planned(folder, name).do(_take_in_list)


def taught(folder: Path, name: str = "data") -> World:
    """Return `listed` at its end: all marked, everybody tested twice but № 7, who has no second test."""
    return listed(folder, name).do(_teach)


def prepared_office(folder: Path) -> World:
    """Return an office that has planned the same course with the people of the list."""
    return World(folder, day=_EVE, hour=8).office().do(_plan).do(_take_in_list)


def _plan(story: Story) -> None:
    project = projects.create_project(story.work, samples.FUND).key
    draft = replace(samples.RESPONSE, project=project)
    course = sessions.create_course_with_sessions(story.work, draft, DayPlan(per_day=3)).key or ""
    story.room = writing.room_of(story.work, course)


def _take_in_list(story: Story) -> None:
    roster.apply(story.work, roster.check(story.work, samples.LIST, story.course))
    story.room = writing.room_of(story.work, story.course)


def _teach(story: Story) -> None:
    teach(story.work)


def teach(work: Workplace) -> None:
    """Mark all sessions: number 2 late once, number 5 absent on two days, the others present; and test."""
    table = attendance.grid(work, courses.find_course(work, samples.RESPONSE.code))
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


def demo_in(root: Path, **options: Any) -> FilledDemo:
    """Fill a new folder as `demo.fill` does, with copies of what is made once in a run with these options."""
    told = repr(sorted(options.items()))
    made = Path(os.environ[WORLDS]) / f"demo-{hashlib.sha256(told.encode()).hexdigest()[:24]}"
    if not made.exists():
        _make_demo(made, options)
    shutil.copytree(made / "data", root)
    filled = pickle.loads((made / "filled").read_bytes())
    assert isinstance(filled, FilledDemo)
    copied = _moved(filled, lambda path: root / path)
    for number, folder in enumerate(_folders(copied)):
        put_note(made / f"note-{number}", DataFolder(folder))
    return copied


def _make_demo(made: Path, options: Mapping[str, Any]) -> None:
    own = made.with_name(f"{made.name}-{os.getpid()}")
    # What failed in an earlier test leaves what it had begun.
    shutil.rmtree(own, ignore_errors=True)
    with pytest.MonkeyPatch.context() as patch:
        # As in tests, of which worlds for many are no part: no child for each file of the story.
        patch.setattr(Child, "run", Here.run)
        filled = demo.fill(own / "data", cost=samples.CHEAP, **options)
    for number, folder in enumerate(_folders(filled)):
        shutil.copyfile(DataFolder(folder).sidecar, own / f"note-{number}")
    apart = _moved(filled, lambda path: path.relative_to(own / "data"))
    (own / "filled").write_bytes(pickle.dumps(apart))
    try:
        own.rename(made)
    except OSError:
        # Another process was quicker.
        shutil.rmtree(own)


def _folders(filled: FilledDemo) -> list[Path]:
    return [*([filled.office] if filled.office else []), *filled.trainers]


def _moved(filled: FilledDemo, place: Callable[[Path], Path]) -> FilledDemo:
    """Return the same with each path put elsewhere."""
    office = place(filled.office) if filled.office else None
    trainers, bundles, results = (
        tuple(map(place, paths)) for paths in (filled.trainers, filled.bundles, filled.results)
    )
    return FilledDemo(office, trainers, filled.recovery_key, bundles, results)
