"""One enrolled laptop wants what it was not given: courses of others, their names, what the office took back.

K9 is of the team of K7's course. The office has another course, of which it knows no more than the key.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.kit import worlds
from tests.kit.samples import FIRST, LAST
from tests.kit.world import Story
from tests.kit.worlds import Exchange
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity
from trainer_app.actions.courses import agendas, courses, enrolments, teachers
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.people import people
from trainer_app.bundle import sealing
from trainer_app.bundle.layout import BundleContent
from trainer_app.bundle.packing import Archive, write_bundle
from trainer_app.domain.base.journal import Entry, decode_entry, derive_key, encode_entry, made_key
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, TeachingRole
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.exchange.sending import FileOutcome, FileResult
from trainer_app.store.exchange.transfers import all_lines

Fields = dict[str, Any]
SECRET = "Пинҳонова"
"""The family name of somebody in the office's other course."""


@dataclass
class Scene:
    """The office, K7 and K9 of one course, and another course of the office, whose trainer K9 knows."""

    exchange: Exchange
    other: str
    enrolled: str
    hidden: str
    trainer: str
    number: int = 5000

    @property
    def author(self) -> str:
        return identity.device_keys(self.exchange.second).key_id.hex()

    def line(self, entity: str, key: str, fields: Fields, **more: Any) -> bytes:
        """Return an entry of K9's own, whatever it says."""
        self.number += 1
        work = self.exchange.second
        values = {"r": work.journal.replica, "t": (work.clock.millis(), 0), "u": "nobody", **more}
        return encode_entry(Entry(**values, n=self.number, e=entity, k=key, s=fields))

    def file(self, *lines: bytes, carried: tuple[bytes, ...] = ()) -> Path:
        """Return a file of K9's with these lines, and with files that others signed."""
        work = self.exchange.second
        trust = identity.trust_list(work)
        assert trust is not None
        header = sending.make_header(work, "sync", 1, 1)
        content = BundleContent(header, list(lines), carried=carried)
        keys = [trust.office.recipient, trust.office.recovery]
        path = self.exchange.stick / f"insider-{header.bundle}.tsync"
        path.write_bytes(write_bundle(content, identity.device_keys(work), keys))
        return path

    def take(self, path: Path) -> FileResult:
        """Let the office take a file in."""
        (found,) = importing.import_files(self.exchange.office, [path]).files
        assert found.result is FileOutcome.IMPORTED, found
        return found

    def say(self, entity: str, key: str, fields: Fields, **more: Any) -> None:
        """Let the office take in one entry of K9's."""
        self.take(self.file(self.line(entity, key, fields, **more)))

    def heads(self, entity: str, key: str, *names: str) -> dict[str, list[str]]:
        """Return the ids of what stands in some fields at the office."""
        state = self.exchange.office.journal.projector.load([(entity, key)])[entity, key]
        return {name: state.head_ids(name) for name in names}

    def pack(self) -> str:
        """Return the entries of the office's next ordinary file for K9."""
        pack = packs.export_pack(self.exchange.office, "K9", self.exchange.stick)
        return opened(self.exchange, pack.file).read("data/entries.ndjson").decode()


def opened(exchange: Exchange, file: Path) -> Archive:
    """Return a pack of K9's, with K9's own key."""
    keys = identity.device_keys(exchange.second)
    return Archive(sealing.unseal(file.read_bytes(), [keys.identity]))


def teach_apart(story: Story) -> None:
    """Let the office take in all and have a course of its own; let K9 hear who teaches both."""
    exchange = Exchange.of(story)
    office = exchange.office
    importing.import_files(office, [exchange.waiting])
    other = courses.create_course(office, CourseDraft("OTHER", Texts(en="Other"), FIRST, LAST)).key or ""
    agendas.plan_sessions(office, other, DayPlan(per_day=1))
    enrolments.add_walk_in(office, other, f"{SECRET} Шаҳло", first_day=FIRST)
    row = enrolments.list_enrolments(office, other)[0]
    trainer = people.create_person(office, {"family": "Валиева", "given": "Заррина"}).key or ""
    for course in (exchange.course, other):
        teachers.assign(office, course, trainer, TeachingRole.TRAINER)
    importing.import_files(exchange.second, [packs.export_pack(office, "K9", exchange.stick).file])
    story.notes["other"] = (other, row.enrolment.key, row.person.key, trainer)


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    with worlds.exchanged(tmp_path / "exchange").do(teach_apart).open() as made:
        yield Scene(Exchange.of(made), *made.notes["other"])


def own(scene: Scene) -> set[str]:
    return {line.key for line in packs.pack_courses(scene.exchange.office, "K9") if line.own}


# What the default of a pack is


def test_a_row_of_an_unknown_kind_makes_no_course_its_own(scene: Scene) -> None:
    """Whoever guessed a course's key gets nothing by naming it."""
    scene.say("kindx", made_key(scene.author), {"course": scene.other})
    scene.say("kindx", made_key(scene.author, scene.other), {"course": scene.other, "more": [scene.other]})
    scene.say("enrolment", made_key(scene.author), {"new": scene.other})
    assert own(scene) == {scene.exchange.course}
    assert SECRET not in scene.pack()


@pytest.mark.parametrize("silent", [False, True], ids=["told in Review", "with the heads that it knows"])
def test_whoever_is_called_like_the_laptop_s_owner_gives_it_no_course(scene: Scene, silent: bool) -> None:
    """K9 gives the trainer whom it shares with the other course the name of its own owner."""
    names = {"family": "Саидзода", "given": "Фаррух", "latin": scene.exchange.second.user}
    heads = scene.heads("person", scene.trainer, *names) if silent else {}
    scene.say("person", scene.trainer, names, w=heads)
    office = scene.exchange.office
    shown = {line.key: line for line in packs.pack_courses(office, "K9")}
    assert not shown[scene.other].own
    assert SECRET not in scene.pack()
    if silent:
        assert shown[scene.other].named, "a person is asked"
        pack = packs.export_pack(office, "K9", scene.exchange.stick)
        assert pack.proposed == (courses.get_course(office, scene.other).course.code,)
        assert not teachers.courses_planned_for(office, scene.exchange.second.user), "nor would enrolling it"


def test_a_co_trainer_gets_no_course_by_the_name_that_it_gave_somebody(scene: Scene) -> None:
    """K7 has both courses and gives K9 a file: the name that K9 wrote opens the other one to nobody."""
    exchange = scene.exchange
    both = [exchange.course, scene.other]
    first = exchange.trainer
    importing.import_files(
        first, [packs.export_pack(exchange.office, "K7", exchange.stick, courses=both).file]
    )
    assert sending.shared_courses(first, ["K9"]) == (exchange.course,)
    names = {"family": "Саидзода", "given": "Фаррух", "latin": exchange.second.user}
    scene.say("person", scene.trainer, names, w=scene.heads("person", scene.trainer, *names))
    importing.import_files(first, [packs.export_pack(exchange.office, "K7", exchange.stick).file])
    assert scene.other in teachers.courses_taught_by(first, exchange.second.user)
    assert sending.shared_courses(first, ["K9"]) == (exchange.course,)
    (line,) = [one for one in sending.list_co_trainers(first) if one.code == "K9"]
    assert "OTHER" not in line.courses


def test_no_laptop_takes_itself_in(scene: Scene) -> None:
    fields = {"course": scene.other, "device": "K9"}
    scene.say("team", derive_key("team", scene.other, "K9"), fields)
    assert own(scene) == {scene.exchange.course}
    assert SECRET not in scene.pack()


# Names of others


def test_a_pack_brings_no_name_of_people_whom_a_row_merely_names(scene: Scene) -> None:
    """K9 knows keys of a person and an enrolment elsewhere, and names them in rows of its own course."""
    course = scene.exchange.course
    session = made_key(scene.author, course)
    scene.say("session", session, {"course": course, "day": "2018-10-16", "trainers": [scene.hidden]})
    found = enrolments.list_enrolments(scene.exchange.office, course)[0].enrolment.key
    scene.say("enrolment", found, {"replaces": scene.enrolled})
    entries = [decode_entry(line.encode()) for line in scene.pack().splitlines()]
    assert any(entry.k == session for entry in entries)
    assert {scene.hidden, scene.enrolled, scene.other}.isdisjoint(entry.k for entry in entries)


def test_a_pack_brings_the_names_of_whoever_is_in_the_courses(scene: Scene) -> None:
    entries = [decode_entry(line.encode()) for line in scene.pack().splitlines()]
    there = {entry.k for entry in entries if entry.e == "person"}
    expected = {
        each.person.key for each in enrolments.list_enrolments(scene.exchange.office, scene.exchange.course)
    }
    assert there >= {*expected, scene.trainer}


# What the office took back


def test_a_carried_pack_brings_nothing_back_that_was_undone(scene: Scene) -> None:
    """K7's file was undone; K9 carries a pack in which the office itself had passed it on."""
    office, exchange = scene.exchange.office, scene.exchange
    exchange_mark(scene)
    sent = scene.take(sending.export(exchange.trainer, exchange.stick).file)
    old = packs.export_pack(office, "K9", exchange.stick).file
    keys = identity.device_keys(exchange.second)
    carried = sealing.unseal(old.read_bytes(), [keys.identity])
    with_it = attendance.grid(office, exchange.course)
    importing.undo_import(office, sent.step or 0)
    without = attendance.grid(office, exchange.course)
    assert with_it != without
    count = len(all_lines(office.database))
    found = scene.take(
        scene.file(scene.line("course", made_key(scene.author), {"code": "X"}), carried=(carried,))
    )
    assert attendance.grid(office, exchange.course) == without
    assert len(all_lines(office.database)) == count + 1
    assert found.hint is not None
    assert found.hint.code == "import.stays_undone"
    # Its author's own file brings it, once the office takes that in anew.
    scene.take(sending.export(exchange.trainer, exchange.stick, everything=True).file)
    assert attendance.grid(office, exchange.course) == with_it


def test_the_very_file_that_was_undone_brings_all_of_it_back(scene: Scene) -> None:
    """Also what it carries of others."""
    office, exchange = scene.exchange.office, scene.exchange
    exchange_mark(scene)
    importing.import_files(exchange.trainer, [packs.export_pack(office, "K7", exchange.stick).file])
    theirs = sending.export(exchange.trainer, exchange.stick, co_trainers=["K9"], course=exchange.course).file
    keys = identity.device_keys(exchange.second)
    carried = sealing.unseal(theirs.read_bytes(), [keys.identity])
    own_line = scene.line("course", made_key(scene.author), {"code": "X"})
    file = scene.file(own_line, carried=(carried,))
    number = scene.take(file).step or 0
    with_it = attendance.grid(office, exchange.course)
    importing.undo_import(office, number)
    assert attendance.grid(office, exchange.course) != with_it
    again = scene.file(scene.line("course", made_key(scene.author), {"code": "Y"}), carried=(carried,))
    scene.take(again)
    assert attendance.grid(office, exchange.course) != with_it, "another file of the carrier is not asked for"
    scene.take(file)
    assert attendance.grid(office, exchange.course) == with_it


def exchange_mark(scene: Scene) -> None:
    """Let K7 mark somebody in the last session."""
    exchange = scene.exchange
    exchange.clock.advance(hours=1)
    attendance.mark_rest(exchange.trainer, exchange.sessions[-1])
