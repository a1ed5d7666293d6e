"""An office and two trainers' laptops that have exchanged files, with something of everything to decide."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.ui import story as stories
from tests.ui.story import Story
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import office
from trainer_app.actions.people import people
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.people.persons import Sex
from trainer_app.system.clock import FixedClock, fixed_at
from trainer_app.system.folders import DataFolder

OFFICE = Texts(tg="Дафтари барнома, Душанбе", ru="Офис программы, Душанбе", en="Programme office, Dushanbe")
NAMESAKE = "Рахимов Некруз"
"""Some other course's spelling of somebody who is on the list."""


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


@dataclass(frozen=True)
class Made:
    """The folders of an exchange on the disk, and their keys."""

    root: Path
    keys: dict[str, DataKey]
    course: str
    enrolments: tuple[str, ...]
    sessions: tuple[str, ...]
    waiting: str


def make(root: Path) -> Made:
    """Make everything once, and close it."""
    stick = root / "KINGSTON"
    stick.mkdir(parents=True)
    first = stories.fill(stories.new_work(root / "k7"))
    second = stories.new_work(root / "k9", user="Ҷ. Линдквист")
    bureau = stories.new_work(root / "office", role=Role.OFFICE, user="М. Саидова")
    office.init(bureau.work, OFFICE, "DSH")
    for trainer, code in ((first, "K7"), (second, "K9")):
        asked, _ = office.request(trainer.work, stick / f"{code}-request.json")
        office.join(trainer.work, office.enrol(bureau.work, asked, code, stick).pack.file)
    sessions = tuple(one.key for one in attendance.grid(first.work, first.course).sessions)
    waiting = _exchange(first, second, bureau, stick, sessions)
    works = {"k7": first.work, "k9": second.work, "office": bureau.work}
    for work in works.values():
        work.close()
    keys = {name: work.key for name, work in works.items()}
    return Made(root, keys, first.course, first.enrolments, sessions, waiting.name)


def _exchange(first: Story, second: Story, bureau: Story, stick: Path, sessions: tuple[str, ...]) -> Path:
    """Let two laptops work on one course apart, and bring all but one file to the office."""
    enrolled = first.enrolments
    importing.import_files(bureau.work, [sending.export(first.work, stick).file])
    pack = packs.export_pack(bureau.work, "K9", stick, courses=[first.course])
    importing.import_files(second.work, [pack.file])
    attendance.mark(second.work, enrolled[14], sessions[4], Mark.ABSENT)
    first.clock.advance(minutes=19)
    attendance.mark(first.work, enrolled[14], sessions[4], Mark.LATE, 20)
    person = enrolments.list_enrolments(first.work, first.course)[16].person.key
    people.change_person(second.work, person, {"patronymic": "Ҳакимовна"})
    people.change_person(first.work, person, {"patronymic": "Хакимовна", "latin": "Pirova Shahnoza"})
    enrolments.add_walk_in(first.work, first.course, "Юсуфов Алишер", sex=Sex.MALE)
    enrolments.add_walk_in(second.work, first.course, NAMESAKE, sex=Sex.MALE)
    importing.import_files(bureau.work, [sending.export(second.work, stick).file])
    return sending.export(first.work, stick).file


def open_copy(made: Made, root: Path) -> Exchange:
    """Open a copy of everything for one test."""
    shutil.copytree(made.root, root)
    clock = fixed_at(stories.DAY, 11, "Asia/Dushanbe", step=7)
    clock.advance(minutes=75)
    opened = {
        name: workplace.open_with_key(DataFolder(root / name), key, clock) for name, key in made.keys.items()
    }
    stick = root / "KINGSTON"
    return Exchange(
        opened["office"],
        opened["k7"],
        opened["k9"],
        stick,
        clock,
        made.course,
        made.enrolments,
        made.sessions,
        stick / made.waiting,
    )


def close(exchange: Exchange) -> None:
    """Close the three folders."""
    for work in (exchange.office, exchange.trainer, exchange.second):
        work.close()
