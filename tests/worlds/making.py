"""A world: an office, eight laptops whose clocks differ, the image of one's disk, one that was put back.

It is made once and copied for every schedule by which files then travel, so that what was written is the
same in all of them. What is written during a schedule goes to rows that only one computer writes.
"""

import os
import pickle
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.desk import clock as third_day
from tests.kit.running import WORLDS, Here
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.writing import enrol
from trainer_app.actions.base import moving, workplace
from trainer_app.actions.base.moving import Move
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import importing, packs, sending, travelling
from trainer_app.actions.office import office
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import decode_entry, derive_key, entry_id
from trainer_app.domain.base.server_address import ServerAddress
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.store.base.drafts import Write
from trainer_app.store.exchange.transfers import all_lines
from trainer_app.system.clock import FixedClock
from trainer_app.system.folders import DataFolder

LAPTOPS = 8
PEOPLE, SHARED, OWN = 12, 12, 6
"""People of the course, sessions that all laptops mark, sessions that only one of them marks."""
YEAR = 365 * 86_400_000
SKEWS = {"K3": 3 * YEAR, "K4": -2 * YEAR}
AWAY, THIEF, COPIED, RESTORED = "K2", "K6", "K7", "K8"
"""A computer of the office that travels, and trainers' laptops to which something happens."""
STEP = Label("test.step")
_MARKS = ("present", "late", "excused", "absent")


@dataclass
class Machine:
    """A computer with its data folder, its note beside it, and its clock."""

    name: str
    root: Path
    clock: FixedClock
    code: str = ""
    sessions: list[str] = field(default_factory=list)
    """Sessions that nobody else marks, and that are not marked yet."""
    opened: Workplace | None = None
    key: DataKey | None = None
    """What the passphrase would give, so that it need not be asked for each time."""

    @property
    def folder(self) -> DataFolder:
        """The data folder."""
        return DataFolder(self.root / "data")

    @contextmanager
    def state(self) -> Iterator[None]:
        """Let notes beside data folders lie on this computer's disk."""
        before = os.environ.get("TRAINER_STATE")
        os.environ["TRAINER_STATE"] = str(self.root / "state")
        try:
            yield
        finally:
            if before is None:
                del os.environ["TRAINER_STATE"]
            else:
                os.environ["TRAINER_STATE"] = before

    @property
    def work(self) -> Workplace:
        """The data folder, opened at the first call."""
        if self.opened is None:
            with self.state():
                assert self.key is not None
                self.opened = workplace.open_with_key(self.folder, self.key, self.clock)
            self._read_here()
        return self.opened

    def _read_here(self) -> None:
        """Let a laptop read the office's files without a child: each opening would start one of its own.

        What comes to the office it reads in a real one.
        """
        if self.code:
            self.work.child = Here()

    def create(self, role: Role) -> Workplace:
        """Make the data folder."""
        with self.state():
            self.opened = workplace.create(
                self.folder, PASSPHRASE, role=role, user_name=self.name, clock=self.clock, cost=CHEAP
            )
        self.key = self.opened.key
        # While a world is made, the office's too: what is looked at comes after it was copied.
        self.opened.child = Here()
        return self.opened

    def move_to(self, address: ServerAddress) -> None:
        """Let the data lie in an empty database of a server from here on."""
        self.close()
        assert self.key is not None
        with self.state():
            moving.carry_out(Move(self.folder, self.key, self.clock, address))

    def close(self) -> None:
        """Close the data folder if it is open."""
        if self.opened is not None:
            self.opened.close()
            self.opened = None

    def copy(self, root: Path, name: str = "") -> "Machine":
        """Copy the whole disk: the data folder with the note that lies outside of it."""
        self.close()
        copied = replace(
            self, name=name or self.name, root=root, clock=replace(self.clock), sessions=list(self.sessions)
        )
        shutil.copytree(self.folder.root, copied.folder.root)
        with self.state():
            note = self.folder.sidecar
        with copied.state():
            copied.folder.sidecar.parent.mkdir(parents=True, exist_ok=True)
            if note.exists():
                shutil.copyfile(note, copied.folder.sidecar)
        return copied

    def lines(self) -> list[bytes]:
        """Return all lines that this computer knows."""
        return [line for _, line in all_lines(self.work.database)]

    def own_lines(self) -> Iterator[bytes]:
        """Yield the lines that this computer wrote itself."""
        own = set(self.work.journal.own_replicas())
        return (line for line in self.lines() if decode_entry(line).r in own)

    def own_ids(self) -> dict[str, dict[int, bytes]]:
        """Return, for each id under which this computer writes, its entries' ids by number."""
        own: dict[str, dict[int, bytes]] = {name: {} for name in self.work.journal.own_replicas()}
        for line in self.lines():
            entry = decode_entry(line)
            if entry.r in own:
                own[entry.r].setdefault(entry.n, entry_id(line))
        return own


@dataclass
class World:
    """All computers, the course, and files that lie on sticks already."""

    root: Path
    office: Machine
    laptops: list[Machine]
    course: str
    enrolments: list[str]
    sessions: list[str]
    sticks: list[Path]
    pocket: list[bytes] = field(default_factory=list)
    """The lines on a stick in somebody's pocket: what a laptop wrote before an old copy was put back."""

    def copy(self, root: Path) -> "World":
        """Copy everything to another place."""
        laptops = [laptop.copy(root / laptop.name) for laptop in self.laptops]
        (root / "stick").mkdir()
        sticks = [Path(shutil.copy(path, root / "stick" / path.name)) for path in self.sticks]
        return replace(
            self, root=root, office=self.office.copy(root / "office"), laptops=laptops, sticks=sticks
        )

    def close(self) -> None:
        """Close all data folders."""
        for machine in (self.office, *self.laptops):
            machine.close()

    def of_code(self, code: str) -> list[Machine]:
        """Return the computers that have a laptop's keys."""
        return [laptop for laptop in self.laptops if laptop.code == code]


def make_world(root: Path, entries: int, seed: int = 1) -> World:
    """Let eight laptops write about `entries` entries each, with a round of files in the middle."""
    chance = random.Random(seed)
    (root / "stick").mkdir(parents=True)
    desk = Machine("office", root / "office", third_day())
    office.init(desk.create(Role.OFFICE), Texts(en="Programme office"), "DSH")
    world = World(root, desk, [], desk.work.journal.make_key(), [], [], [])
    own = _furnish(world)
    for number in range(1, LAPTOPS + 1):
        code = f"K{number}"
        clock = third_day()
        clock.now += SKEWS.get(code, 0)
        laptop = Machine(code, root / code, clock, code, own[number - 1])
        whose = travelling.OWN if code == AWAY else None
        enrol(desk.work, laptop.create(Role.TRAINER), code, root / "stick", [world.course], whose)
        world.laptops.append(laptop)
    for laptop in world.laptops:
        write(world, laptop, entries // 2, chance)
    _exchange(world)
    _copy_and_restore(world, own[LAPTOPS], entries, chance)
    world.laptops[4].clock.now -= 3_600_000
    for laptop in world.laptops:
        write(world, laptop, entries - entries // 2, chance)
    world.close()
    return world


@dataclass(frozen=True)
class Kept:
    """A world to be copied, not to be opened where it lies, and what each of its computers wrote itself."""

    world: World
    written: list[list[bytes]]


def kept_world(entries: int) -> Kept:
    """Return the world of this size that all processes of a run share; make it if nobody has yet.

    Two that come at once make one each, and either is right.
    """
    shared = Path(os.environ[WORLDS])
    told = shared / f"eight-{entries}"
    if not told.exists():
        world = make_world(shared / f"{told.name}-{os.getpid()}", entries)
        written = [list(machine.own_lines()) for machine in (world.office, *world.laptops)]
        world.close()
        begun = told.with_name(f"{told.name}-told-{os.getpid()}")
        begun.write_bytes(pickle.dumps(Kept(world, [*written, world.pocket])))
        begun.replace(told)
    kept = pickle.loads(told.read_bytes())
    assert isinstance(kept, Kept)
    return kept


def write(world: World, laptop: Machine, entries: int, chance: random.Random) -> None:
    """Write marks of the course that all share, a few in each step; now and then take a step back."""
    left = entries
    while left > 0:
        size = min(left, chance.choice((1, 1, 3, 12)))
        places = {(chance.choice(world.enrolments), chance.choice(world.sessions)) for _ in range(size)}
        writes = [_mark(place, chance.choice(_MARKS), chance.randrange(90)) for place in sorted(places)]
        if chance.randrange(9) == 0:
            writes = [Write("attendance", _key(next(iter(places))), delete=True)]
        laptop.work.journal.record(STEP, writes)
        left -= len(writes)
        if chance.randrange(12) == 0 and laptop.work.store.history.next_undo():
            laptop.work.store.history.undo()


def mark_own_session(world: World, laptop: Machine) -> None:
    """Mark all people of a session that nobody else marks: the same rows in every schedule.

    A project of its own comes with it, which a file about the course leaves out.
    """
    if laptop.sessions:
        session = laptop.sessions.pop()
        writes = [Write("project", derive_key("world", "project", session), {"code": session[:8]})]
        writes += [_mark((enrolment, session), "late", 7) for enrolment in world.enrolments]
        laptop.work.journal.record(STEP, writes)


def _key(place: tuple[str, str]) -> str:
    return derive_key("attendance", *place)


def _mark(place: tuple[str, str], mark: str, missed: int) -> Write:
    fields = {"enrolment": place[0], "session": place[1], "mark": mark, "missed": missed}
    return Write("attendance", _key(place), fields)


def _furnish(world: World) -> list[list[str]]:
    """Write the course at the office; return the sessions that each laptop alone marks."""
    make_key = world.office.work.journal.make_key
    people = [make_key() for _ in range(PEOPLE)]
    world.enrolments = [derive_key("enrolment", world.course, person) for person in people]
    world.sessions = [make_key(world.course) for _ in range(SHARED)]
    own = [[make_key(world.course) for _ in range(OWN)] for _ in range(LAPTOPS + 1)]
    writes = [Write("course", world.course, {"code": "DSH1", "first_day": "2018-10-15"})]
    writes += [Write("person", key, {"family": f"Ҷ {place}"}) for place, key in enumerate(people)]
    for key in (*world.sessions, *(key for keys in own for key in keys)):
        session = {"course": world.course, "day": "2018-10-17", "start": 540, "end": 630}
        writes.append(Write("session", key, session))
    for person, key in zip(people, world.enrolments, strict=True):
        writes.append(Write("enrolment", key, {"course": world.course, "person": person}))
    world.office.work.journal.record(STEP, writes)
    return own


def _exchange(world: World) -> None:
    """Let half of the laptops learn of each other, so that later values replace known ones."""
    stick = world.root / "stick"
    for laptop in world.laptops[::2]:
        importing.import_files(world.office.work, [sending.export(laptop.work, stick).file])
    for laptop in world.laptops[::2]:
        pack = packs.export_pack(world.office.work, laptop.code, stick, courses=[world.course])
        importing.import_files(laptop.work, [pack.file])


def _copy_and_restore(world: World, own: list[str], entries: int, chance: random.Random) -> None:
    """Make an image of one laptop's disk, and put an old copy of another one's folder back."""
    by_code = {laptop.code: laptop for laptop in world.laptops}
    copied = by_code[COPIED].copy(world.root / f"{COPIED}-image", f"{COPIED}-image")
    copied.sessions = own
    world.laptops.append(copied)
    laptop = by_code[RESTORED]
    laptop.close()
    kept = world.root / "kept"
    shutil.copytree(laptop.folder.root, kept)
    write(world, laptop, entries // 4, chance)
    # What is lost on the laptop lies on a stick in somebody's pocket.
    world.sticks.append(sending.export(laptop.work, world.root / "stick").file)
    world.pocket = laptop.lines()
    laptop.close()
    shutil.rmtree(laptop.folder.root)
    shutil.copytree(kept, laptop.folder.root)
    shutil.rmtree(kept)


def send(machine: Machine, folder: Path, course: str | None = None) -> Path | None:
    """Let a laptop write its file; None if the office has confirmed all that it wrote."""
    try:
        return sending.export(machine.work, folder, course=course).file
    except TrainerError as refused:
        if refused.code != "sending.nothing":
            raise
        return None
