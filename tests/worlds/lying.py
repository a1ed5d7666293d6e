"""Eight laptops of which two lie: they write whatever the format allows about everybody's rows.

The world is played twice from the same folders, with the liars and without. What the honest show, count and
print must be the same; and all that the liars wrote waits in Review at the office.
"""

import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from tests.faults.desk import apart
from tests.faults.desk import clock as third_day
from tests.faults.results import Result
from tests.kit.samples import SERIES
from tests.kit.writing import Room, enrol, write_course
from tests.worlds.making import Machine, World, send
from tests.worlds.playing import Broken
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.workplace import Role
from trainer_app.actions.certificates import certificates, printing
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import building, office, reports
from trainer_app.actions.papers import sign_in
from trainer_app.actions.review import review
from trainer_app.bundle.layout import BundleContent
from trainer_app.bundle.packing import write_bundle
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.fields import FieldKind
from trainer_app.domain.base.journal import (
    Entry,
    author_of,
    derive_key,
    encode_entry,
    entry_id,
    erase_line,
    made_key,
)
from trainer_app.domain.base.schema import ENTITIES, read_entry
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.domain.office.reports import Completeness, CourseReport
from trainer_app.domain.review.contradictions import ReviewKind

LIARS = ("K7", "K8")
LIES = 60
"""What each of them writes in each of two rounds."""
_FREE = ("form", "question", "template")
"""About these anybody may say something."""
_TAKEN = (FileOutcome.IMPORTED, FileOutcome.DUPLICATE)
_OFFICE_ONLY = ("erasure", "decision", "errand", "office")


def make_lying_world(root: Path) -> tuple[World, Room]:
    """Let an office write a course, six laptops work in it and one issue certificates; two only belong."""
    (root / "stick").mkdir(parents=True)
    desk = Machine("office", root / "office", third_day())
    office.init(desk.create(Role.OFFICE), Texts(en="Programme office"), "DSH")
    room = write_course(desk.work, SERIES)
    world = World(root, desk, [], room.course, list(room.enrolments), list(room.sessions), [])
    for number in range(1, 9):
        code = f"K{number}"
        laptop = Machine(code, root / code, third_day(), code)
        given = [] if code in LIARS else [room.course]
        enrol(desk.work, laptop.create(Role.TRAINER), code, root / "stick", given)
        world.laptops.append(laptop)
    first = world.laptops[0].work
    for session in room.sessions[:-1]:
        attendance.mark_rest(first, session)
    certificates.issue(first, room.course, only=frozenset(room.enrolments[:1]), back=True)
    importing.import_files(desk.work, [sending.export(first, root / "stick").file])
    world.close()
    return world, room


@dataclass
class Liar:
    """A laptop of the office without scruples, which knows all that the office knows."""

    machine: Machine
    world: World
    chance: random.Random
    liars: frozenset[str]
    written: list[bytes] = field(default_factory=list)

    @property
    def author(self) -> str:
        """The id of its signing key."""
        return identity.device_keys(self.machine.work).key_id.hex()

    def lie(self, count: int) -> list[bytes]:
        """Write about rows of others: what they say, or not, and where they belong."""
        known = [(line, read_entry(line)) for line in self.world.office.lines()]
        # Of rows that a liar made itself it may say what it likes.
        said = [
            (line, entry)
            for line, entry in known
            if entry.e not in _FREE and author_of(entry.r) not in self.liars and not entry.erased
        ]
        told = [self._line(said) for _ in range(count)]
        self.written += told
        return told

    def _line(self, said: Sequence[tuple[bytes, Entry]]) -> bytes:
        chance = self.chance
        line, entry = chance.choice(said)
        entity, key, fields = entry.e, entry.k, dict(entry.s)
        match chance.randrange(9):
            case 0:
                fields = {"_deleted": True}
            case 1:
                fields = self._moved(entity, fields)
            case 2:
                entity, key, fields = self._new_row()
            case 3:
                entity = chance.choice(_OFFICE_ONLY)
                key, fields = made_key(self.author, "K1"), _values(chance, entity, {})
            case 4:
                names = {"course": self.world.course, "device": self.machine.code}
                entity, key, fields = "team", derive_key("team", *names.values()), names
            case _:
                fields = _values(chance, entity, fields)
        return self._write(entity, key, fields, entry_id(line).hex())

    def _write(self, entity: str, key: str, fields: dict[str, Any], seen: str) -> bytes:
        chance = self.chance
        journal = self.machine.work.journal
        heads = chance.choice(([], [seen], [seen, "0" * 32], ["0" * 32]))
        entry = Entry(
            r=journal.replica,
            n=journal.number + len(self.written) + chance.randrange(3) * 10_000 + chance.randrange(9_000) + 1,
            t=(chance.choice((0, self.world.office.clock.now, 2**53 - 1)), chance.randrange(3)),
            u="Саидова",
            e=entity,
            k=key,
            s=fields,
            w={name: heads for name in fields if heads},
        )
        return encode_entry(entry)

    def _moved(self, entity: str, fields: dict[str, Any]) -> dict[str, Any]:
        """Say that a row belongs to a course of the liar's own, with whatever else it says."""
        own = made_key(self.author)
        homes = dict.fromkeys(ENTITIES[entity].home, own)
        return {**fields, **homes} if homes else _values(self.chance, entity, fields)

    def _new_row(self) -> tuple[str, str, dict[str, Any]]:
        """Say something new in the course of others."""
        world, chance = self.world, self.chance
        enrolment, session = chance.choice(world.enrolments), chance.choice(world.sessions)
        match chance.randrange(4):
            case 0:
                fields = {"enrolment": enrolment, "session": session, "mark": "absent"}
                return "attendance", derive_key("attendance", enrolment, session), fields
            case 1:
                key = made_key(self.author, world.course)
                return "session", key, {"course": world.course, "day": "2018-10-19", "start": 1}
            case 2:
                person = made_key(self.author)
                key = derive_key("enrolment", world.course, person)
                return "enrolment", key, {"course": world.course, "person": person}
        return "certificate", made_key(self.author, enrolment), {"enrolment": enrolment, "serial": "DSH-K1-1"}

    def file(self, lines: Sequence[bytes], name: str, recipient: str = "", **header: Any) -> Path:
        """Return a file with lines, signed by the liar itself."""
        work = self.machine.work
        made = msgspec.structs.replace(sending.make_header(work, "sync", 1, 1), **header)
        trust = identity.trust_list(work)
        assert trust is not None
        keys = [recipient] if recipient else [trust.office.recipient, trust.office.recovery]
        path = self.world.root / "stick" / f"{self.machine.code}-{name}.tsync"
        path.write_bytes(write_bundle(BundleContent(made, list(lines)), identity.device_keys(work), keys))
        return path


def _values(chance: random.Random, entity: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Return other values for one or two fields of a row, those of its home left as they are."""
    described = ENTITIES[entity]
    names = [name for name in described.fields if name not in described.home]
    if entity == "certificate":
        names = [name for name in names if described.fields[name].kind is FieldKind.TEXT]
    found = {name: fields[name] for name in described.home if name in fields and chance.random() < 0.5}
    for name in chance.sample(names, min(len(names), 2)):
        kinds = {
            FieldKind.NUMBER: 7,
            FieldKind.FLAG: True,
            FieldKind.LIST: ["lie"],
            FieldKind.DAY: "2019-01-01",
        }
        found[name] = made_key("0" * 16) if described.fields[name].kind is FieldKind.KEY else "lie"
        found[name] = kinds.get(described.fields[name].kind, found[name])
    return found


@dataclass(frozen=True)
class Outcome:
    """What the honest show, count and print in the end."""

    digests: dict[str, str]
    figures: bytes
    papers: dict[str, bytes]
    serials: tuple[str, ...]


class LyingPlay:
    """One run through a copied world, with the liars or without."""

    def __init__(self, world: World, room: Room, seed: int, *, lying: bool) -> None:
        self.world, self.room, self.lying = world, room, lying
        self.chance = random.Random(seed)
        liars = [machine for machine in world.laptops if machine.code in LIARS]
        authors = frozenset(identity.device_keys(machine.work).key_id.hex() for machine in liars)
        self.liars = [
            Liar(machine, world, random.Random(seed + place), authors) for place, machine in enumerate(liars)
        ]
        self.turn = 0

    def run(self) -> Outcome:
        """Play two rounds of marking, sending and answering. Raises `Broken`."""
        for _ in range(2):
            self.turn += 1
            for place, laptop in enumerate(self.honest()):
                self._mark(laptop, place)
            self._exchange()
        if self.lying:
            self._check_review()
        return self._outcome()

    def honest(self) -> list[Machine]:
        """Return the laptops that do not lie."""
        return [laptop for laptop in self.world.laptops if laptop.code not in LIARS]

    def _mark(self, laptop: Machine, place: int) -> None:
        session = self.room.sessions[(place + self.turn) % len(self.room.sessions)]
        for enrolment in self.room.enrolments:
            mark = self.chance.choice((Mark.PRESENT, Mark.ABSENT, Mark.EXCUSED))
            attendance.mark(laptop.work, enrolment, session, mark)

    def _exchange(self) -> None:
        """Let all files come in any order, and answer with packs."""
        stick = self.world.root / "stick"
        files = [path for laptop in self.honest() if (path := send(laptop, stick))]
        order = self.chance.sample(range(len(files)), len(files))
        if self.lying:
            files = self._lies(files)
        for path in files if self.lying else [files[place] for place in order]:
            (found,) = importing.import_files(self.world.office.work, [path]).files
            wanted = (FileOutcome.REFUSED,) if "forged" in path.name else _TAKEN
            _must(found.result in wanted, f"{path.name} was {found.result}: {found.code}")
        for laptop in self.honest():
            pack = packs.export_pack(self.world.office.work, laptop.code, stick, courses=[self.room.course])
            (found,) = importing.import_files(laptop.work, [pack.file]).files
            _must(found.result in _TAKEN, f"a pack was {found.result}: {found.code}")

    def _lies(self, files: list[Path]) -> list[Path]:
        """Return all files of a round, the liars' among them, some before the honest ones and some after."""
        for liar in self.liars:
            half = liar.lie(LIES)
            files.insert(liar.chance.randrange(len(files)), liar.file(half, f"{self.turn}"))
            honest = liar.chance.choice(self.honest()).work
            town = Entry(
                r=honest.journal.replica, n=honest.journal.number + 3, e="course", k=self.room.course
            )
            forged = (
                erase_line(self.world.office.lines()[0]),
                encode_entry(replace(town, e="course", t=(1, 0), s={"town": "lie"})),
            )
            for number, line in enumerate(forged):
                files.append(liar.file([line], f"{self.turn}-forged-{number}"))
            name = f"{self.turn}-header-forged"
            files.append(liar.file(half, name, replica=honest.journal.replica))
            # Straight to a colleague, who may take it in: nothing of it may show there either.
            recipient = identity.device_keys(honest).recipient
            importing.import_files(honest, [liar.file(half, f"{self.turn}-friend", recipient)])
        return files

    def _check_review(self) -> None:
        items = [one for one in review.list_items(self.world.office.work) if one.kind is ReviewKind.PROPOSAL]
        waiting = {item.id.rpartition("/")[2] for item in items}
        told = {entry_id(line).hex() for liar in self.liars for line in liar.written}
        _must(waiting == told, f"{len(told - waiting)} lies do not wait, {len(waiting - told)} others do")
        _must({item.sides[1].device for item in items} == set(LIARS), "somebody else is named")
        found = sync_status.check(self.world.office.work)
        _must(found.ok, f"the office's database is unsound: {found.problems}")

    def _outcome(self) -> Outcome:
        desk, course = self.world.office, self.room.course
        desk.clock.now = third_day().now
        work = desk.work
        machines = [desk, *self.honest()]
        register = certificates.register(work)
        return Outcome(
            digests={machine.name: sync_status.digest(machine.work) for machine in machines},
            # That something waits for the office is told beside the figures, and is told of lies too.
            figures=reports.write_report_csv(
                replace(building.report(work, course=course), open=Completeness())
            ),
            papers={
                # Its notes tell that something waits, as above.
                "report": _lists_of(reports.gather_report(work, course)),
                "sign-in": sign_in.sign_in(work, course),
                "certificates": printing.print_certificates(work, register),
            },
            serials=tuple(found.serial for found in register),
        )


def _lists_of(report: CourseReport) -> bytes:
    """Return the sessions with their counts, and everybody with what they get."""
    return repr((report.listed, report.sessions, report.persons, report.feedback)).encode()


def play_lying(world: World, room: Room, root: Path, seed: int) -> int:
    """Play a schedule with the liars and without; return how many lies were told. Raises `Broken`.

    With them first: where their lies are believed, that alone breaks in most schedules.
    """
    outcomes, told = [], 0
    for lying in (True, False):
        copied = world.copy(root / f"lying-{seed}-{lying}")
        try:
            play = LyingPlay(copied, room, seed, lying=lying)
            outcomes.append(play.run())
            told += sum(len(liar.written) for liar in play.liars)
        finally:
            copied.close()
            shutil.rmtree(copied.root)
    for name in ("digests", "figures", "papers", "serials"):
        left, right = (getattr(outcome, name) for outcome in outcomes)
        _must(left == right, f"{name} differ from those without the liars")
    return told


def played_lying(count: int) -> Result:
    """Play `count` schedules of a world of eight laptops of which two lie."""
    result = Result("worlds of 8 of which 2 lie", count)
    with apart("lying-") as root:
        world, room = make_lying_world(root / "world")
        for seed in range(count):
            result.executed += 1
            try:
                result.struck += play_lying(world, room, root, seed) > 0
            except Broken as problem:
                result.problems.append(f"schedule {seed}: {problem}")
    return result


def _must(holds: bool, what: str) -> None:
    if not holds:
        raise Broken(what)
