"""Who wrote: the small numbers of replicas, and how far this laptop itself has come."""

import os
from dataclasses import dataclass, field

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.merging import LocalClock
from trainer_app.store.database import Database

NUMBER_BITS = 40
"""An entry's place in the journal is its replica's number << 40 | its own number."""
MAX_ENTRY_NUMBER = (1 << NUMBER_BITS) - 1
ANONYMOUS = ("feedback_paper",)
"""Entities that carry no user and no time finer than the day."""


@dataclass
class Own:
    """Who writes here, its last number, and the clock of its entries."""

    replica: str = ""
    number: int = 0
    clock: LocalClock = field(default_factory=LocalClock)


class Replicas:
    """The table `replica`, remembered. A fork's second content lies on a branch above 0."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._numbers: dict[tuple[str, int], int] = {}

    def reload(self) -> Own:
        """Read the table again; return who writes here and how far it has come."""
        rows = self._database.select("SELECT id, name, branch, own FROM replica ORDER BY id")
        self._numbers = {(str(name), branch): number for number, name, branch, _ in rows}
        own = [str(name) for _, name, branch, mine in rows if mine and branch == 0]
        if not own:
            return Own()
        # One beyond the last step, whose own entries may have counted on from its time.
        clock = LocalClock((self._last_step() + 1, 0))
        return Own(own[-1], self._last_number(self._numbers[own[-1], 0]), clock)

    def _last_number(self, replica: int) -> int:
        base = replica << NUMBER_BITS
        found = self._database.select(
            "SELECT max(id) FROM journal WHERE id BETWEEN ? AND ?", base, base + MAX_ENTRY_NUMBER
        )
        return found[0][0] - base if found[0][0] is not None else 0

    def _last_step(self) -> int:
        """Return up to when own steps reach. Entries do not tell: some were raised above others' clocks."""
        rows = self._database.select("SELECT max(at) FROM (SELECT at FROM step ORDER BY id DESC LIMIT 100)")
        return rows[0][0] or 0

    def number(self, name: str, branch: int) -> int:
        """Return the number of a replica, or of a branch of one that was cloned, giving it one if need be."""
        found = self._numbers.get((name, branch))
        return self.add(name, branch) if found is None else found

    def known(self, name: str) -> int | None:
        """Return the number that a replica has by now, whoever gave it; None if it has none."""
        rows = self._database.select("SELECT id FROM replica WHERE name = ? AND branch = 0", name)
        return int(rows[0][0]) if rows else None

    def add(self, name: str, branch: int, *, own: bool = False) -> int:
        """Give a replica a number. Use inside a transaction."""
        sql = "INSERT INTO replica (name, branch, own) VALUES (?, ?, ?)"
        number = self._numbers[name, branch] = self._database.insert(sql, name, branch, int(own))
        return number

    def add_own(self) -> str:
        """Give this laptop a new id. Use inside a transaction, then `reload`."""
        name = os.urandom(16).hex()
        self.add(name, 0, own=True)
        return name

    def own_names(self) -> list[str]:
        """Return every id under which this laptop has written, the first one first."""
        rows = self._database.select("SELECT name FROM replica WHERE own = 1 AND branch = 0 ORDER BY id")
        return [str(name) for (name,) in rows]


def tail_of(line: bytes, replica: str) -> bytes:
    """Return what the journal keeps of a line; the view `entry` gives the line again, byte for byte."""
    return line.removeprefix(prefix_of(replica))


def prefix_of(replica: str) -> bytes:
    """Return how the lines of a replica begin, as this program and its like write them."""
    return f'{{"r":"{replica}","n":'.encode("ascii")


def line_bytes(value: object) -> bytes:
    """Return a line read from the journal; anything but bytes means a damaged file."""
    if not isinstance(value, bytes):
        raise TrainerError("database.damaged")
    return value
