"""Plays a schedule: files are written, lost, repeated and come in any order; packs go back in the same way.

After every file that a laptop takes in, what it believes to be safe must be safe. In the end, when every
laptop has sent what is left and has been answered, all know the same, and nobody has anything to send.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.bundle.parts import World as Forger
from tests.domain.merge_checks import digest_of, world_of
from tests.worlds.making import COPIED, THIEF, Machine, World, mark_own_session, send
from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import importing, packs
from trainer_app.actions.office import office, rebuilding
from trainer_app.bundle.packing import write_bundle
from trainer_app.bundle.trust import Receipt
from trainer_app.domain.base.journal import decode_entry, entry_id
from trainer_app.domain.base.merging import digest
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.store.base.object_ids import line_bytes
from trainer_app.store.exchange import integrity, transfers

_TAKEN = (FileOutcome.IMPORTED, FileOutcome.DUPLICATE)


class Broken(AssertionError):
    """Something that must hold in every world does not."""


@dataclass
class Play:
    """A world on its way through a schedule."""

    world: World
    chance: random.Random
    syncs: list[Path] = field(default_factory=list)
    """Files of laptops that are on their way; those that came are in `came`."""
    came: list[Path] = field(default_factory=list)
    packs: list[tuple[str, Path]] = field(default_factory=list)
    old_packs: list[tuple[str, Path]] = field(default_factory=list)
    revoked: bool = False
    lost_originals: dict[int, Path] = field(default_factory=dict)
    """Imports whose originals are gone from the archive, with the file to give once more."""
    before_theft: list[bytes] = field(default_factory=list)
    serials: dict[str, int] = field(default_factory=dict)
    confirmed: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def stick(self) -> Path:
        """Where all files lie."""
        return self.world.root / "stick"

    def run(self, steps: int) -> str:
        """Play so many steps and come to an end; return the digest. Raises `Broken`."""
        self.syncs += self.world.sticks
        acts = self._acts()
        for number in range(steps):
            # What must come in every world, at whatever point of it.
            if number == steps // 3:
                self.leave_gap()
                self.lose_original()
                self.meet_copy()
            if number == steps // 2:
                self.revoke()
            self.chance.choice(acts)()
        self.heal()
        return self.end()

    def _acts(self) -> list[Callable[[], None]]:
        return [
            *[self.export] * 5,
            self.export_course,
            *[self.deliver] * 6,
            self.lose,
            self.repeat,
            *[self.answer] * 3,
            *[self.take_pack] * 4,
            self.repeat_pack,
            self.work,
            self.lose_original,
            self.undo_and_repeat,
            self.forge,
        ]

    # What happens

    def export(self, laptop: Machine | None = None) -> None:
        """Let a laptop write its file."""
        laptop = laptop or self.chance.choice(self.world.laptops)
        path = send(laptop, self.stick)
        if path is not None:
            self.syncs.append(path)

    def export_course(self) -> None:
        """Let a laptop write a file about the course alone: at the office a gap is left by the rest."""
        laptop = self.chance.choice(self.honest())
        path = send(laptop, self.stick, self.world.course)
        if path is not None:
            self.syncs.append(path)

    def deliver(self, path: Path | None = None) -> None:
        """Let the office take in a file that is on its way."""
        if path is None:
            if not self.syncs:
                return
            path = self.chance.choice(self.syncs)
            self.syncs.remove(path)
            self.came.append(path)
        (found,) = importing.import_files(self.world.office.work, [path]).files
        for number in [number for number, lost in self.lost_originals.items() if lost == path]:
            del self.lost_originals[number]
        stolen = self.revoked and f"-{THIEF}-" in path.name
        expected = (FileOutcome.QUARANTINED,) if stolen else _TAKEN
        _must(found.result in expected, f"a file was {found.result}: {found.code}")

    def lose(self) -> None:
        """Lose a file, but for the one that nobody can write again."""
        lost = [path for path in self.syncs if path not in self.world.sticks]
        if lost:
            self.syncs.remove(self.chance.choice(lost))

    def repeat(self) -> None:
        """Give the office a file once more."""
        if self.came:
            self.deliver(self.chance.choice(self.came))

    def answer(self, code: str = "") -> None:
        """Let the office write a pack for a laptop."""
        code = code or self.chance.choice(self.world.laptops).code
        if code == THIEF and self.revoked:
            return
        courses = [self.world.course]
        pack = packs.export_pack(self.world.office.work, code, self.stick, courses=courses)
        self.packs.append((code, pack.file))

    def take_pack(self) -> None:
        """Let a laptop take in a pack; another one with the same keys may have it instead."""
        if self.packs:
            pack = self.packs.pop(self.chance.randrange(len(self.packs)))
            self.old_packs.append(pack)
            self._take(*pack)

    def repeat_pack(self) -> None:
        """Give a laptop an old pack after newer ones."""
        if self.old_packs:
            self._take(*self.chance.choice(self.old_packs))

    def _take(self, code: str, path: Path, laptop: Machine | None = None) -> None:
        laptop = laptop or self.chance.choice(self.world.of_code(code))
        (found,) = importing.import_files(laptop.work, [path]).files
        _must(found.result in _TAKEN, f"a pack was {found.result}: {found.code}")
        self.check(laptop)

    def work(self) -> None:
        """Let a trainer go on working, where nobody else does."""
        mark_own_session(self.world, self.chance.choice(self.honest()))

    def revoke(self) -> None:
        """Let a laptop be stolen after all that it had written so far came."""
        thief = self.world.of_code(THIEF)[0]
        while len(thief.sessions) > 1:
            mark_own_session(self.world, thief)
        self.export(thief)
        while self.syncs:
            self.deliver()
        self.before_theft = [
            line for line in thief.lines() if decode_entry(line).r == thief.work.journal.replica
        ]
        office.revoke(self.world.office.work, THIEF)
        self.revoked = True
        mark_own_session(self.world, thief)
        self.export(thief)

    def lose_original(self) -> None:
        """Let the original of an import go from the archive: what came in it may not be told to be safe."""
        laptop = self.chance.choice(self.honest())
        waiting = len(self.syncs)
        self.export(laptop)
        if len(self.syncs) == waiting:
            return
        path = self.syncs.pop()
        before = transfers.list_arrivals(self.desk.database)
        self.deliver(path)
        self.came.append(path)
        arrivals = transfers.list_arrivals(self.desk.database)
        if len(arrivals) > len(before):
            (self.desk.folder.archive / arrivals[0].archived).unlink()
            self.lost_originals[arrivals[0].number] = path
            self.answer(laptop.code)
            self._take(*self.packs.pop())

    def leave_gap(self) -> None:
        """Let a laptop's file about the course come before the rest, and answer it."""
        laptop = self.chance.choice([one for one in self.honest() if one.code != COPIED])
        mark_own_session(self.world, laptop)
        path = send(laptop, self.stick, self.world.course)
        if path is not None:
            self.deliver(path)
            self.came.append(path)
            self.answer(laptop.code)
            self._take(*self.packs.pop())

    def meet_copy(self) -> None:
        """Let one of two computers with the same disk send, and the other one get the answer."""
        first, second = self.world.of_code(COPIED)
        path = send(first, self.stick)
        if path is not None:
            self.deliver(path)
            self.came.append(path)
        self.answer(COPIED)
        code, answer = self.packs.pop()
        self._take(code, answer, second)

    def undo_and_repeat(self) -> None:
        """Take the newest import back and take the same file in again."""
        arrivals = [one for one in transfers.list_arrivals(self.desk.database) if one.result != "undone"]
        # What a thief sent before the theft could not come again.
        if not arrivals or f"-{THIEF}-" in arrivals[0].file:
            return
        for path in [path for path in self.came if path.name == arrivals[0].file]:
            importing.undo_import(self.desk, arrivals[0].number)
            self.deliver(path)

    def forge(self) -> None:
        """Give a laptop a pack of somebody who plays the office, with a list and receipts of his own."""
        laptop = self.chance.choice(self.world.laptops)
        forger = Forger.make()
        own = laptop.work.journal.replica
        lie = (Receipt(own, laptop.work.journal.number, "2018-10-18"),)
        trust = forger.signed_trust(serial=999)
        keys = identity.device_keys(laptop.work)
        to = {"addressee": laptop.work.device_code, "addressee_key": keys.key_id}
        content = forger.content([], kind="pack", trust=trust, receipts=lie, **to)
        path = self.stick / f"forged-{self.chance.randrange(10**9)}.tsync"
        path.write_bytes(write_bundle(content, forger.computer, [keys.recipient]))
        (found,) = importing.import_files(laptop.work, [path]).files
        _must(found.result not in _TAKEN, "a pack of somebody else was imported")
        self.check(laptop)

    # What must hold

    @property
    def desk(self) -> Workplace:
        """The office's open folder."""
        return self.world.office.work

    def safe_ids(self) -> set[bytes]:
        """Return the ids of the entries that the office holds together with the originals they came in."""
        rows = self.desk.database.rows("SELECT line, import FROM entry")
        return {entry_id(line_bytes(line)) for line, came in rows if came not in self.lost_originals}

    def check(self, laptop: Machine) -> None:
        """Check that what a laptop believes to be safe is so, and that it goes back in nothing."""
        safe, own = self.safe_ids(), laptop.own_ids()
        for replica, number in sync_status.known_receipts(laptop.work).items():
            place = (laptop.name, replica)
            _must(number >= self.confirmed.get(place, 0), f"{laptop.name}: a receipt went back")
            self.confirmed[place] = number
            unsafe = [
                one for one, entry in own.get(replica, {}).items() if one <= number and entry not in safe
            ]
            _must(not unsafe, f"{laptop.name}: {len(unsafe)} entries are told to be safe and are not")
        trust = identity.trust_list(laptop.work)
        serial = trust.serial if trust else 0
        _must(serial >= self.serials.get(laptop.name, 0), f"{laptop.name}: the trust list went back")
        self.serials[laptop.name] = serial

    def heal(self) -> None:
        """Let everything be written and sent that is left, taken in and answered, until there is no more."""
        for laptop in self.honest():
            while laptop.sessions:
                mark_own_session(self.world, laptop)
        for turn in range(3):
            for path in list(self.lost_originals.values()):
                self.deliver(path)
            for laptop in self.world.laptops:
                self.export(laptop)
            if turn and not [path for path in self.syncs if f"-{THIEF}-" not in path.name]:
                break
            safe = self.safe_ids() if turn else set()
            while self.syncs:
                self.deliver()
            # Everybody was answered before, and of what only came again there is nothing to be told.
            if turn and self.safe_ids() == safe:
                break
            for laptop in self.honest():
                self.answer(laptop.code)
                code, path = self.packs.pop()
                self._take(code, path, laptop)
        # In whatever order chance had it: somebody finds the oldest file on a stick and opens it last.
        for code, path in [pack for pack in self.old_packs if pack[0] != THIEF][:2]:
            for laptop in self.world.of_code(code):
                self._take(code, path, laptop)

    def honest(self) -> list[Machine]:
        """Return the computers of the office's trainers."""
        return [laptop for laptop in self.world.laptops if laptop.code != THIEF]

    def end(self) -> str:
        """Check what must hold when nothing is left to be sent; return the office's digest."""
        found = integrity.digest_of(self.desk.journal)
        _must(
            found == digest_of(world_of(self.expected())), "the office shows something else than was written"
        )
        rebuilt = rebuilding.rebuild(self.desk)
        _must(
            not rebuilt.missing and rebuilt.same and rebuilt.digest == found,
            "the archive gives something else",
        )
        _must(integrity.check_integrity(self.desk.journal).ok, "the office's database is unsound")
        for laptop in self.honest():
            _must(_shown(laptop.work) == _shown(self.desk), f"{laptop.name} shows something else")
            # An image sends again what it wrote under the shared id: receipts speak of the other.
            if laptop.code != COPIED:
                _must(send(laptop, self.stick) is None, f"{laptop.name} sends what is safe again")
        return found

    def expected(self) -> list[bytes]:
        """Return all lines that the office must have: all of honest people, and the thief's from before."""
        lines = {line for laptop in self.honest() for line in laptop.lines()} | set(self.world.pocket)
        return sorted(lines | set(self.before_theft))


def _shown(work: Workplace) -> str:
    """Return the digest of what everybody knows: of projects a laptop is given none but its own."""
    return digest(row for row in integrity.shown_rows(work.journal) if row[0] != "project")


def _must(holds: bool, what: str) -> None:
    if not holds:
        raise Broken(what)
