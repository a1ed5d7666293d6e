"""Erasing, copying, putting back and importing in any order: no name that was erased is ever there again."""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.writing import enrol, write_course
from trainer_app.actions.base import sync_status, workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.exchange import archiving, erased, importing, packs, sending
from trainer_app.actions.office import backups, erasing, office, rebuilding
from trainer_app.actions.office.backups import Opening
from trainer_app.actions.people import people
from trainer_app.domain.base.texts import Texts
from trainer_app.store.exchange.transfers import all_lines
from trainer_app.system.clock import FixedClock
from trainer_app.system.folders import DataFolder

NAMES = ("Абдуллозода", "Бобоёрова", "Ғаниев", "Давлатова", "Ҳакимӣ", "Ҷумъаев")
STEPS = 14


@dataclass
class Play:
    """A laptop and its office, what of them lies about, and whom the office has erased."""

    chance: random.Random
    laptop: Workplace
    bureau: Workplace
    course: str
    stick: Path
    gone: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    packs: list[tuple[Path, list[str]]] = field(default_factory=list)
    """Each with who had been erased when it was written."""
    backups: dict[str, list[Path]] = field(default_factory=lambda: {"laptop": [], "bureau": []})
    archives: list[Path] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """Whose erasing the laptop has learnt of."""

    def erase(self) -> None:
        left = [name for name in NAMES if name not in self.gone and people.search(self.bureau, name)]
        if len(left) > 1:
            name = self.chance.choice(left)
            erasing.erase_person(self.bureau, people.search(self.bureau, name)[0].key, "asked")
            self.gone.append(name)

    def send(self) -> None:
        self.files.append(sending.export(self.laptop, self.stick, everything=True).file)

    def give(self) -> None:
        pack = packs.export_pack(self.bureau, "K7", self.stick, courses=[self.course]).file
        self.packs.append((pack, list(self.gone)))

    def take_at_office(self) -> None:
        if self.files:
            importing.import_files(self.bureau, [self.chance.choice(self.files)])

    def undo_at_office(self) -> None:
        done = [one.number for one in importing.imports(self.bureau) if not one.undone]
        if done:
            importing.undo_import(self.bureau, self.chance.choice(done))

    def take_on_laptop(self) -> None:
        self.take_pack(self.chance.choice(self.packs))

    def take_pack(self, pack: tuple[Path, list[str]]) -> None:
        """Take a pack in, by which the laptop learns who had been erased, and remembers it."""
        file, gone = pack
        importing.import_files(self.laptop, [file])
        self.told += gone

    def save(self) -> None:
        for name, work in (("laptop", self.laptop), ("bureau", self.bureau)):
            self.backups[name].append(backups.save_backup(work, self.stick).file)

    def copy_archive(self) -> None:
        folder = self.stick / f"archive-{len(self.archives)}"
        folder.mkdir()
        self.archives.append(archiving.copy_archive(self.bureau, folder).folder)

    def put_back(self) -> None:
        """Put an older copy back in a window that works."""
        name, work = self.chance.choice([("laptop", self.laptop), ("bureau", self.bureau)])
        if self.backups[name]:
            # One from before the data got its present key opens with its own passphrase.
            copy = backups.bring_here(work, self.chance.choice(self.backups[name]), Opening(PASSPHRASE))
            backups.restore_backup(work, copy)
            self._go_on(name, workplace.open_workplace(work.folder, PASSPHRASE, clock=work.clock))

    def put_back_into_damage(self) -> None:
        """Make a folder whose database is gone anew from an older backup file."""
        name = self.chance.choice(["laptop", "bureau"])
        self.begin_from(name, self.chance.choice(self.backups[name]))

    def begin_from(self, name: str, file: Path) -> None:
        """Lose a computer's database and make its folder anew from a backup file."""
        work: Workplace = getattr(self, name)
        work.close()
        work.folder.database.unlink()
        found = backups.restore_file(work.folder, file, Opening(PASSPHRASE), clock=work.clock)
        self._go_on(name, found)

    def rebuild(self) -> None:
        if self.archives:
            done = rebuilding.rebuild(self.bureau, self.chance.choice(self.archives), keep=True)
            if done.missing:
                rebuilding.forget_rebuilt(self.bureau)
            else:
                rebuilding.put_in_place(self.bureau)

    def start_again(self) -> None:
        for name, work in (("laptop", self.laptop), ("bureau", self.bureau)):
            work.close()
            self._go_on(name, workplace.open_workplace(work.folder, PASSPHRASE, clock=work.clock))

    def _go_on(self, name: str, work: Workplace) -> None:
        erased.resume(work)
        setattr(self, name, work)

    def check(self, step: str) -> None:
        """Look for everybody who was erased: at the office at once, on the laptop once it was told."""
        for names, work in ((self.gone, self.bureau), (self.told, self.laptop)):
            words = b"".join(line for _, line in all_lines(work.database))
            assert [name for name in names if name.encode() in words] == [], step
            assert sync_status.check(work).problems == (), step


@pytest.fixture
def play(tmp_path: Path, clock: FixedClock, stick: Path, request: pytest.FixtureRequest) -> Play:
    made = workplace.create
    laptop = made(DataFolder(tmp_path / "laptop"), PASSPHRASE, user_name="D.", clock=clock, cost=CHEAP)
    bureau = made(DataFolder(tmp_path / "bureau"), PASSPHRASE, role=Role.OFFICE, clock=clock, cost=CHEAP)
    office.init(bureau, Texts(en="Office"), "DSH")
    enrol(bureau, laptop, "K7", stick)
    room = write_course(laptop)
    for name in NAMES:
        enrolments.add_walk_in(laptop, room.course, f"{name} Н.")
    play = Play(random.Random(request.param), laptop, bureau, room.course, stick)
    play.send()
    play.take_at_office()
    play.give()
    play.take_on_laptop()
    play.save()
    play.copy_archive()
    return play


@pytest.mark.parametrize("play", range(4), indirect=True)
def test_no_order_brings_a_name_back(play: Play, tmp_path: Path) -> None:
    """H6: erase, back up, put back, import, undo, rebuild and start again, as chance will have it."""
    ways: list[Callable[[], None]] = [
        play.erase,
        play.erase,
        play.send,
        play.give,
        play.take_at_office,
        play.take_on_laptop,
        play.take_on_laptop,
        play.undo_at_office,
        play.save,
        play.copy_archive,
        play.put_back,
        play.put_back_into_damage,
        play.rebuild,
        play.start_again,
    ]
    play.erase()
    done = []
    for _ in range(STEPS):
        way = play.chance.choice(ways)
        done.append(way.__name__)
        way()
        play.check(" ".join(done))
    play.give()
    play.take_pack(play.packs[-1])
    play.check(" ".join(done))
    for name in ("laptop", "bureau"):
        play.begin_from(name, play.backups[name][0])
    play.check(" ".join(done))
    for work in (play.laptop, play.bureau):
        work.close()
    shutil.rmtree(tmp_path / "bureau")
