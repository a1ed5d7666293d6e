"""Bundles whose bytes were changed, in every layer, are given to a real office: it is as it was before.

What nobody signed is refused with a known code, or is the same bundle after all. What a laptop signed that
has gone wrong is rehearsed: also then nothing may stay, and nothing but a known code may come.
"""

import random
import resource
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.bundle.parts import forge
from tests.bundle.spoiling import CODES, spoil
from tests.faults.desk import Desk, apart, furnish_desk, opened, state_of, unsound
from tests.faults.results import Result
from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import importing
from trainer_app.bundle import layout, sealing
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.packing import Archive, pack
from trainer_app.domain.exchange.sending import FileOutcome, FileResult

_AT_ONCE = 250
"""Files given to the office in one import: its digest is taken before and after."""
_MEMORY = 200
"""Megabytes by which the program may grow over a whole run."""


@dataclass
class Forger:
    """Somebody with the laptop's file, and perhaps with its keys."""

    file: bytes
    archive: bytes
    recipient: str
    laptop: DeviceKeys

    @cached_property
    def members(self) -> dict[str, bytes]:
        """The members of the archive."""
        opened = Archive(self.archive)
        return {name: opened.read(name) for name in opened.names}

    def seal(self, archive: bytes) -> bytes:
        """Seal for the office, which anybody can do who knows its public key."""
        return sealing.seal(archive, [self.recipient])

    def outer(self, chance: random.Random) -> bytes:
        """Play damage on the way: the file as it travels."""
        return spoil(self.file, chance)

    def zip(self, chance: random.Random) -> bytes:
        """Change the archive inside and seal it again."""
        return self.seal(spoil(self.archive, chance))

    def member(self, chance: random.Random) -> bytes:
        """Change one member and pack all neatly again."""
        name = chance.choice(list(self.members))
        return self.seal(pack({**self.members, name: spoil(self.members[name], chance)}))

    def signed(self, chance: random.Random) -> bytes:
        """Change header or entries of a bundle that is rightly signed: a laptop that has gone wrong."""
        payload = {name: data for name, data in self.members.items() if name.startswith("data/")}
        header = self.members[layout.HEADER]
        if chance.randrange(2):
            header = spoil(header, chance)
        else:
            payload[layout.ENTRIES] = spoil(payload[layout.ENTRIES], chance)
        return self.seal(forge(self.laptop, header, payload))


KINDS = ("outer", "zip", "member", "signed")


def make_forger(desk: Desk) -> Forger:
    """Return a forger with the file of a desk."""
    with opened(desk.laptop) as work:
        keys = identity.device_keys(work)
    with opened(desk.office) as work:
        own = identity.office_keys(work)
    data = desk.sync.read_bytes()
    return Forger(data, sealing.unseal(data, [own.identity], ""), own.recipient, keys)


def changed_bundles(count: int, kind: str, part: int = 1) -> Result:
    """Give `count` changed bundles of a kind to an office; other ones in each `part` of a run."""
    result = Result(f"bundle bytes changed: {kind}, {part}", count)
    with apart() as root:
        desk = furnish_desk(root)
        forger = make_forger(desk)
        change: Callable[[random.Random], bytes] = getattr(forger, kind)
        chance = random.Random(f"{kind} {count} {part}")
        with opened(desk.office) as work:
            importing.import_files(work, [desk.sync])
            before, megabytes = state_of(work), _megabytes()
            seen: Counter[str] = Counter()
            while result.executed < count:
                files = _write(root / "stick", change, chance, min(_AT_ONCE, count - result.executed))
                _give(work, files, kind, seen, result)
                if state_of(work) != before:
                    result.problems.append("the database was changed")
            if _megabytes() - megabytes > _MEMORY:
                result.problems.append(f"memory grew by {_megabytes() - megabytes} MB")
            if problem := unsound(work):
                result.problems.append(problem)
    result.struck = sum(seen.values()) - seen["unchanged"]
    if result.struck < count // 2:
        result.problems.append("most changes changed nothing")
    return result


def _write(
    folder: Path, change: Callable[[random.Random], bytes], chance: random.Random, n: int
) -> list[Path]:
    files = [folder / f"{place}{layout.EXTENSION}" for place in range(n)]
    for path in files:
        path.write_bytes(change(chance))
    return files


def _give(work: Workplace, files: list[Path], kind: str, seen: Counter[str], result: Result) -> None:
    """Let the office take the files in, or rehearse what carries a right signature."""
    rightly = kind == "signed"
    report = importing.rehearse(work, files).report if rightly else importing.import_files(work, files)
    for found in report.files:
        result.executed += 1
        code = _code_of(found)
        seen[code] += 1
        if found.result is FileOutcome.IMPORTED and not rightly:
            result.problems.append("a file that nobody signed so was imported")
        elif code not in CODES and code not in ("unchanged", "taken"):
            result.problems.append(f"told as {code}")


def _code_of(found: FileResult) -> str:
    if found.result in (FileOutcome.REFUSED, FileOutcome.QUARANTINED):
        return found.code
    return "unchanged" if found.result is FileOutcome.DUPLICATE else "taken"


def _megabytes() -> int:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // 1_048_576
