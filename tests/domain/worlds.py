"""Makes histories: several laptops with wrong clocks that write, meet, are cloned, and forget.

A history is read from a string of bytes, so that hypothesis can shorten it and a seeded generator can
make thousands. The laptops write as the program does, by `tests.domain.oracle`, not by the code under test.
"""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from tests.domain import oracle

YEARS = 10 * 365 * 86_400_000
NOON = 1_764_000_000_000
COURSE = "018f0000-0000-7000-8000-00000000000c"
KEYS = tuple(f"018f0000-0000-7000-8000-00000000000{digit}" for digit in range(3))
# Values that are easily taken for one another.
VALUES: tuple[Any, ...] = ("present", "late", "", None, 0, 1, True, False, [1], [True], ["1"], "1")
FIELDS = {
    "attendance": ("mark", "missed", "remark"),
    "certificate": ("serial", "void", "reason"),
    "session": ("locked", "trainers", "day"),
    "someday": ("first", "second"),
}
FITTING = {
    "serial": ("KD07-1", "KD07-2", "KD07-3"),
    "void": (True, False, None),
    "day": ("2018-10-03", "2018-10-04"),
}


@dataclass
class Laptop:
    """One computer: its id, how wrong its clock is, and the lines that it knows in order of arrival."""

    replica: str
    skew: int
    number: int = 0
    last: tuple[int, int] = (0, 0)
    lines: list[bytes] = field(default_factory=list)

    def write(
        self,
        wall: int,
        place: tuple[str, str],
        fields: dict[str, Any],
        *,
        blind: bool = False,
        wide: bool = False,
    ) -> bytes:
        """Write an entry that replaces the heads known here; `blind` ones replace nothing.

        `wide` ones name the heads of all fields, as a delete does.
        """
        # What replaces nothing need not know what is there: to read all of it for each line takes long.
        entries = {} if blind else oracle.entries_of(self.lines)
        row = {own: one for own, one in entries.items() if (one["e"], one["k"]) == place}
        names = {name for one in row.values() for name in one["s"]} if wide else set(fields)
        heads = {} if blind else {name: oracle.heads_of(entries, *place, name) for name in sorted(names)}
        floor = max(
            (tuple(one["t"]) for name in fields for one in heads.get(name, {}).values()), default=(0, 0)
        )
        here = max(0, wall + self.skew)
        self.last = (here, 0) if here > self.last[0] else (self.last[0], self.last[1] + 1)
        time = self.last if self.last > floor else (floor[0], floor[1] + 1)
        self.number += 1
        line = encode(
            r=self.replica,
            n=self.number,
            t=list(time),
            v=1,
            u="t",
            e=place[0],
            k=place[1],
            s=fields,
            w={name: sorted(found) for name, found in heads.items() if found},
        )
        self.lines.append(line)
        return line

    def learn(self, lines: list[bytes]) -> None:
        """Take in what others wrote."""
        known = set(self.lines)
        self.lines.extend(line for line in lines if line not in known)


def encode(**members: Any) -> bytes:
    """Return an entry's line."""
    return json.dumps(members, ensure_ascii=False, separators=(",", ":")).encode()


def erased(line: bytes) -> bytes:
    """Return what is left of a line when its content is erased."""
    raw = json.loads(line)
    return encode(r=raw["r"], n=raw["n"], x=hashlib.sha256(line).hexdigest())


@dataclass
class History:
    """All lines that were written, and the laptops at the end."""

    lines: list[bytes]
    laptops: list[Laptop]

    def everything(self) -> list[bytes]:
        """Return all lines once, in the order in which they were written."""
        return list(dict.fromkeys(self.lines))


class _Bytes:
    """Reads small numbers from a string of bytes; zeros when it ends."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._place = 0

    def __bool__(self) -> bool:
        return self._place < len(self._data)

    def below(self, limit: int) -> int:
        """Return a number from 0 to limit - 1."""
        self._place += 1
        return self._data[self._place - 1] % limit if self._place <= len(self._data) else 0


def history_of(data: bytes) -> History:
    """Return the history that some bytes describe: about one step for every four of them."""
    source = _Bytes(data)
    laptops = [
        Laptop(hashlib.md5(bytes([place])).hexdigest(), (source.below(5) - 2) * YEARS // 2)
        for place in range(3)
    ]
    history = History([], laptops)
    wall = NOON
    while source:
        # Often the same millisecond: ties must be broken by the id alone.
        wall += source.below(3)
        _step(history, source, wall)
    return history


def _step(history: History, source: _Bytes, wall: int) -> None:
    action = source.below(16)
    laptop = history.laptops[source.below(len(history.laptops))]
    if action == 0 and len(history.laptops) < 5:
        # A clone: the same id and the same numbers from now on.
        history.laptops.append(
            Laptop(laptop.replica, laptop.skew + YEARS, laptop.number, laptop.last, list(laptop.lines))
        )
    elif action == 1:
        laptop.skew = (source.below(5) - 2) * YEARS // 2
    elif action in (2, 3, 4):
        other = history.laptops[source.below(len(history.laptops))]
        share = 1 + source.below(4)
        laptop.learn(other.lines if share == 4 else other.lines[:: 5 - share])
    elif action == 5 and history.lines:
        line = history.lines[source.below(len(history.lines))]
        if "x" not in json.loads(line):
            history.lines.append(erased(line))
    else:
        _write(history, laptop, source, wall, action)


def _write(history: History, laptop: Laptop, source: _Bytes, wall: int, action: int) -> None:
    # Few rows, so that laptops meet in the same one.
    entity = ("attendance", "attendance", "attendance", "certificate", "session", "someday")[source.below(6)]
    place = (entity, KEYS[source.below(5) // 4])
    name = FIELDS[entity][source.below(len(FIELDS[entity]))]
    values = FITTING.get(name, VALUES)
    fields = {name: values[source.below(len(values))]}
    if action in (6, 7):
        # A delete, now and then with a field set in the same entry.
        line = laptop.write(wall, place, {"_deleted": True} | (fields if action == 7 else {}), wide=True)
    elif action == 8:
        line = laptop.write(wall, place, {"_deleted": False} | (fields if source.below(2) else {}))
    elif action == 9:
        line = laptop.write(wall, place, fields, blind=True)
    elif action == 10:
        second = FIELDS[entity][0]
        line = laptop.write(wall, place, {second: FITTING.get(second, VALUES)[0], **fields})
    else:
        line = laptop.write(wall, place, fields)
    history.lines.append(line)
