"""Takes in what others wrote: idempotent, in any order, fast."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from trainer_app.domain.changes import Progress, no_progress
from trainer_app.domain.journal import Entry, entry_id
from trainer_app.store.journal import NUMBER_BITS, Journal, line_bytes
from trainer_app.store.projection import Stored

CHUNK = 20_000


@dataclass
class Received:
    """What taking in entries did. `forks` are replicas that gave one number twice.

    `touched` maps each row (entity, key) to the fields that wait for a decision.
    """

    new: int = 0
    known: int = 0
    touched: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    forks: set[str] = field(default_factory=set)

    @property
    def conflicts(self) -> int:
        """Rows touched that hold a contradiction."""
        return sum(1 for fields in self.touched.values() if fields)


class Receiver:
    """Takes lines of other replicas (or this one's own, come back) into a journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def receive(
        self,
        lines: Iterable[tuple[bytes, Entry]],
        *,
        arrival: int | None = None,
        progress: Progress = no_progress,
        total: int = 0,
    ) -> Received:
        """Take in lines that came in a bundle, each with its entry. Use inside `Database.write`.

        A line that is known is counted and passed over. The same number with other content is a fork:
        both are kept, the second on a branch of its replica.
        """
        received = Received()
        chunk: list[tuple[bytes, Entry]] = []
        for pair in lines:
            chunk.append(pair)
            if len(chunk) == CHUNK:
                self._receive_chunk(chunk, arrival, received)
                chunk = []
                progress("import.entries", (received.new + received.known) / max(total, 1))
        self._receive_chunk(chunk, arrival, received)
        return received

    def _receive_chunk(
        self, chunk: list[tuple[bytes, Entry]], arrival: int | None, received: Received
    ) -> None:
        places = sorted(
            (
                (self._journal.replica_number(entry.r, 0) << NUMBER_BITS | entry.n, line, entry)
                for line, entry in chunk
            ),
            key=lambda place: place[0],
        )
        if not places:
            return
        known = self._lines_between(places)
        batch: list[Stored] = []
        for number, line, entry in places:
            own_id = entry_id(line)
            place = self._place(number, own_id, entry, known, received)
            if place is None:
                received.known += 1
                continue
            known[place] = own_id
            self._journal.database.run(
                "INSERT INTO entry (id, import, line) VALUES (?, ?, ?)", place, arrival, line
            )
            batch.append(Stored(place, own_id, entry))
        outcome = self._journal.projector.apply(batch)
        received.new += len(batch)
        received.touched.update(outcome)

    def _lines_between(self, places: list[tuple[int, bytes, Entry]]) -> dict[int, bytes]:
        """Return number -> entry id of what is known already, by runs over the journal's key."""
        known: dict[int, bytes] = {}
        by_replica: dict[int, list[int]] = {}
        for number, _, _ in places:
            by_replica.setdefault(number >> NUMBER_BITS, []).append(number)
        for numbers in by_replica.values():
            for number, line in self._journal.database.execute_sql(
                "SELECT id, line FROM entry WHERE id BETWEEN ? AND ?", (numbers[0], numbers[-1])
            ):
                known[number] = entry_id(line_bytes(line))
        return known

    def _place(
        self, number: int, own_id: bytes, entry: Entry, known: dict[int, bytes], received: Received
    ) -> int | None:
        """Return where a line goes: its number, or one on a branch; None if it is known."""
        if number not in known:
            return number
        if known[number] == own_id:
            return None
        received.forks.add(entry.r)
        branch = 1
        while True:
            place = self._journal.replica_number(entry.r, branch) << NUMBER_BITS | entry.n
            found = self._journal.database.rows("SELECT line FROM entry WHERE id = ?", place)
            if not found:
                return place
            if entry_id(line_bytes(found[0][0])) == own_id:
                return None
            branch += 1
