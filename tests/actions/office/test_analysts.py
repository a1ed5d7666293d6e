"""What analysts see on a server is what open data say of the same office, and never a name."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.actions.on_server import moved
from tests.actions.open_worlds import told
from tests.kit.postgres import postgres
from tests.kit.world import Story
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments, sessions
from trainer_app.actions.office import open_data, servers
from trainer_app.actions.people import joining
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.office.analyst_views import SCHEMA, VIEWS
from trainer_app.domain.office.open_data import SECRET, OpenTable, OpenType, Pseudonyms
from trainer_app.domain.people.persons import Sex
from trainer_app.store.base.drafts import Write
from trainer_app.store.courses.courses import list_enrolments
from trainer_app.store.office import analyst_views, server_roles

type Rows = list[tuple[Any, ...]]


def tell_odd(story: Story) -> None:
    """Let people leave, come later, be one, be erased; let a session be cancelled and days be no days."""
    work, listed, course = story.work, story.enrolments, story.course
    step = Label("session.step.move")
    enrolments.withdraw(work, listed[0])
    enrolments.withdraw(work, listed[1], since=story.sessions[3])
    enrolments.replace(work, listed[2], listed[3], since=story.sessions[2])
    for name, sex in (("Ӯ" * 3, Sex.UNKNOWN), ("Назаров А.", Sex.MALE), ("Назарова А.", Sex.FEMALE)):
        enrolments.add_walk_in(work, course, name, sex=sex, since=story.sessions[4], unit="Unit's")
    for place, each in enumerate(listed):
        facts = {
            "rank": "captain" if place % 3 else "major",
            "duty_district": "Хуҷанд" if place > 2 else "Vose",
        }
        work.journal.record(step, [Write("enrolment", each, {**facts, "facts": True})])
    late = enrolments.add_walk_in(work, course, "Late Comer", rank="капитан").key or ""
    people = [each.enrolment for each in list_enrolments(work.database, course)]
    by_key = {each.key: each.person for each in people}
    other = list_enrolments(work.database, story.notes["small"])[0].enrolment.person
    joining.join(work, other, by_key[listed[5]])
    joining.join(work, by_key[listed[5]], by_key[late])
    for session in story.sessions[:3]:
        attendance.mark(work, listed[6], session, None)
    attendance.mark(work, listed[7], story.sessions[1], Mark.LATE, 30)
    joining.join(work, by_key[listed[6]], by_key[listed[7]])
    thrice = enrolments.add_walk_in(work, course, "Сеюм Бор").key or ""
    for session, said in zip(story.sessions[:3], (Mark.ABSENT, Mark.PRESENT, Mark.EXCUSED), strict=True):
        attendance.mark(work, thrice, session, said)
    joining.join(work, by_key[listed[7]], enrolments.get_enrolment(work, thrice).person)
    for name, place in (("Ҷ" * 3, 4), ("Ғ" * 3, 10)):
        bare = enrolments.add_walk_in(work, course, name).key or ""
        joining.join(work, enrolments.get_enrolment(work, bare).person, by_key[listed[place]])
    sessions.cancel_session(work, story.sessions[-1], "no power")
    odd = {"day": "2026-02-31", "start": 900, "end": 600}
    work.journal.record(
        step, [Write("session", derive_key("odd"), {"course": course, **odd, "state": "held"})]
    )
    work.journal.record(step, [Write("enrolment", listed[8], {"from_day": "2026-99-99", "state": "newer"})])
    work.journal.record(
        step, [Write("enrolment", listed[9], {"from_day": story.clock.today("Asia/Dushanbe").isoformat()})]
    )


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """Open the finished course with something of everything, its data on a server."""
    with told(tmp_path / "world").do(tell_odd).open() as made, moved(made.work, postgres()):
        yield made


@pytest.fixture
def work(story: Story) -> Workplace:
    assert server_roles.arrange(story.work.database)
    assert not server_roles.arrange(story.work.database)
    assert servers.count_tests(story.work) > 10
    return story.work


def on_server_rows(work: Workplace, view: OpenTable) -> Rows:
    columns = ", ".join(f'"{field.name}"' for field in view.fields)
    return work.database.select(f"SELECT {columns} FROM {SCHEMA}.{view.name}")


def in_file_rows(path: Path, view: OpenTable) -> Rows:
    columns = ", ".join(f'"{field.name}"' for field in view.fields)
    with closing(sqlite3.connect(path)) as database:
        return database.execute(f"SELECT {columns} FROM {view.name}").fetchall()


def as_in_file(row: tuple[Any, ...], view: OpenTable, keys: dict[str, str]) -> tuple[Any, ...]:
    """Return a row of the server as the file writes it."""
    cells = []
    for value, field in zip(row, view.fields, strict=True):
        if field.type is OpenType.DAY:
            value = None if value is None else value.isoformat()
        elif field.type is OpenType.FLAG:
            value = int(value)
        cells.append(keys.get(value, value))
    return tuple(cells)


def keys_of(work: Workplace) -> dict[str, str]:
    """Return by the key that somebody has on the server the one in the file."""
    (secret,) = work.database.select(f"SELECT secret FROM {analyst_views.INNER}.secret")[0]
    files = Pseudonyms(bytes.fromhex(work.store.setting(SECRET)), "", names=False)
    kinds = {"person": "people", "enrolment": "enrolments", "paper": "tests", "certificate": "certificates"}
    found = {}
    for raw, entity in work.database.select("SELECT key, entity FROM object"):
        if kind := kinds.get(entity):
            said = f"{secret}/{kind}/{raw.hex()}"
            key = f"{raw.hex()[:8]}-{raw.hex()[8:12]}-{raw.hex()[12:16]}-{raw.hex()[16:20]}-{raw.hex()[20:]}"
            found[hashlib.sha256(said.encode()).hexdigest()[:20]] = files.of(kind, key)
    return found


def test_each_view_holds_what_open_data_hold(work: Workplace, tmp_path: Path) -> None:
    done = open_data.export_open(work, tmp_path / "out", sqlite=True)
    assert done.sqlite is not None
    keys = keys_of(work)
    for view in VIEWS:
        here = sorted((as_in_file(row, view, keys) for row in on_server_rows(work, view)), key=repr)
        there = sorted(in_file_rows(done.sqlite, view), key=repr)
        assert there, view.name
        differs = [pair for pair in zip(here, there, strict=True) if pair[0] != pair[1]]
        assert differs == [], view.name


def test_the_world_has_what_could_be_counted_otherwise(work: Workplace) -> None:
    def count(sql: str) -> int:
        return int(work.database.select(f"SELECT count(*) FROM {SCHEMA}.{sql}")[0][0])

    assert count("participations WHERE state = 'withdrawn'") == 2
    assert count("participations WHERE rank = '' AND sex <> ''") > 0
    assert count("participations WHERE rank <> ''") > 0 < count("participations WHERE duty_district <> ''")
    assert count("participations WHERE rank <> '' AND duty_district = ''") > 0
    assert count("people_without_names WHERE courses > 1") == 1
    assert count("sessions WHERE day = '1970-01-01' AND minutes = 0") == 1
    assert len({row[0] for row in work.database.select(f"SELECT expected FROM {SCHEMA}.participations")}) > 3
    assert count("tests WHERE counts AND points > 0") > 0
    assert count("participations WHERE expected = 0 AND came = 0") > 1
    assert count("marks WHERE NOT counts AND mark = 'present'") > 1
    assert count("marks WHERE counts AND missed = 30") == 0, "who was there in time under another number"
    assert count("about WHERE name = 'tests_counted_at'") == 1


def test_no_name_is_in_any_view(work: Workplace) -> None:
    said = "".join(repr(on_server_rows(work, view)) for view in VIEWS)
    names = {
        name
        for row in work.database.select("SELECT family, given, latin, phone FROM person")
        for name in row
        if name
    }
    assert len(names) > 50
    assert [name for name in names if len(name) > 2 and name in said] == []


def test_a_file_has_no_tests_to_count_for_analysts(tmp_path: Path) -> None:
    with told(tmp_path / "world").open() as made, pytest.raises(TrainerError) as refused:
        servers.count_tests(made.work)
    assert refused.value.code == "server.not_here"


def test_stopping_leaves_what_was_counted_before(work: Workplace) -> None:
    before = on_server_rows(work, VIEWS[-2])

    def stop(_said: str, done: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        servers.count_tests(work, stop)
    assert on_server_rows(work, VIEWS[-2]) == before
