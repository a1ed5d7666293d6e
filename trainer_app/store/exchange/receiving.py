"""Takes in what others wrote: idempotent, in any order, fast."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import batched
from operator import itemgetter
from typing import NoReturn

from msgspec import Struct

from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Entry, entry_id
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.schema import read_entry
from trainer_app.domain.base.structs import gc_paused
from trainer_app.domain.exchange.laptops import NewerChanges
from trainer_app.store.base.dialect import VALUE, Statement, adding, adding_missing
from trainer_app.store.base.journal import PUT_LINE, Journal
from trainer_app.store.base.judging import Arrived
from trainer_app.store.base.models import DroppedRow, EntryRow, JournalRow
from trainer_app.store.base.object_ids import MAX_ENTRY_NUMBER, NUMBER_BITS, EntityKey, line_bytes, prefix_of
from trainer_app.store.base.projection import Touched
from trainer_app.store.base.upgrade import refold

CHUNK = 50_000
"""Entries folded at a time: 60 MB, and each page of the lookup is read once for all of them."""
_NUMBER = itemgetter(0)
_TAIL = len(prefix_of("0" * 32))
_NEAR = 64
"""Entries so few numbers apart are looked up in one run."""
_DROPPED = Statement(lambda: DroppedRow.select(DroppedRow.id))
_FORGET_DROPPED = Statement(lambda: DroppedRow.delete().where(DroppedRow.id == VALUE))
_PARK = adding_missing(DroppedRow.id)
_TAILS = Statement(
    lambda: JournalRow.select(JournalRow.id, JournalRow.tail).where(JournalRow.id.between(VALUE, VALUE))
)
_LINES = Statement(
    lambda: EntryRow.select(EntryRow.id, EntryRow.line).where(EntryRow.id.between(VALUE, VALUE))
)
_LINE_AT = Statement(lambda: EntryRow.select(EntryRow.line).where(EntryRow.id == VALUE))
_ADD_ENTRY = adding(JournalRow.id, JournalRow.arrival, JournalRow.tail)
type ErasedLines = dict[int, tuple[bytes, EntityKey]]
"""Place in the journal -> what is left of its line, and its row."""


class ReceiveResult(Struct):
    """What taking in entries did. `forks` are replicas that gave one number twice.

    `touched` maps each row (entity, key) to the fields that wait for a decision. `erased` counts known
    entries whose content was taken away, `stale` full lines of entries that were erased here before,
    `upheld` what came and was erased at once, since its person had been, `undone` what a file of somebody
    else would have brought back that was taken back here. `renewed` tells that somebody
    else had written under this laptop's id, so that it goes on under a new one. `blobs` counts contents of
    attachments that are new, `strange` those of no kind that is kept, `newer` is what of it waits for the
    update of the program.
    """

    new: int = 0
    known: int = 0
    erased: int = 0
    stale: int = 0
    upheld: int = 0
    undone: int = 0
    renewed: bool = False
    blobs: int = 0
    strange: int = 0
    newer: NewerChanges | None = None
    touched: Touched = {}
    forks: set[str] = set()

    def add(self, other: "ReceiveResult") -> None:
        """Count what another part of the same file did, too."""
        self.new += other.new
        self.known += other.known
        self.erased += other.erased
        self.stale += other.stale
        self.renewed |= other.renewed
        self.touched.update(other.touched)
        self.forks |= other.forks


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
        may_erase: bool = True,
    ) -> ReceiveResult:
        """Take in lines that came in a bundle, each with its entry. Use inside `Journal.transaction`.

        An erased line takes the content of the entry it names away only if `may_erase`: the office says so.
        Otherwise it is parked where there is none: the full line that comes later takes its place.

        A line that is known is counted and passed over. The same number with other content is a fork:
        both are kept, the second on a branch of its replica. Raises bundle.too_many_ids, bundle.made_up_keys,
        bundle.bad_entry for a number that has no place in the journal, and what `progress` raises; then the
        transaction must be rolled back.
        """
        received = ReceiveResult()
        erased: ErasedLines | None = {} if may_erase else None
        restored: ErasedLines = {}
        gone = self._dropped(), restored
        with gc_paused():
            self._take_all(lines, _Intake(arrival, received, erased, gone), progress, total)
        self._journal.projector.flush()
        if received.new:
            self._journal.projector.tidy()
        if restored:
            received.new += len(restored)
            received.touched.update(self._restore(restored))
        if erased:
            received.erased = len(erased)
            received.touched.update(self._silence(erased))
        if received.renewed:
            self._journal.take_new_replica()
        return received

    def _take_all(
        self, lines: Iterable[tuple[bytes, Entry]], intake: "_Intake", progress: Progress, total: int
    ) -> None:
        """Take lines in, some thousand at a time; none is held when this returns, to be looked through."""
        received = intake.received
        for pairs in batched(lines, CHUNK):
            _Chunk(self._journal, intake).take(pairs)
            done = received.new + received.known
            progress("import.entries", min(done / total, 1.0) if total else 0.0)

    def _dropped(self) -> frozenset[int]:
        """Return the places of lines that were let go of here and are welcome again."""
        return frozenset(place for (place,) in self._journal.database.select(_DROPPED))

    def _restore(self, restored: ErasedLines) -> Touched:
        """Put full lines back in the places of those that were let go of, and fold their rows with them."""
        database = self._journal.database
        rows = [(line, place) for place, (line, _) in restored.items()]
        database.run_many(PUT_LINE, rows)
        database.run_many(_FORGET_DROPPED, [(place,) for place in restored])
        return refold(self._journal, {found for _, found in restored.values()})

    def _silence(self, erased: ErasedLines) -> Touched:
        """Put erased lines in the places of the full ones, and fold their rows without them."""
        rows = [(line, place) for place, (line, _) in erased.items()]
        self._journal.database.run_many(PUT_LINE, rows)
        return refold(self._journal, {found for _, found in erased.values()})


_IDENTITY = regex(rb'\{"r":"([0-9a-f]{32})","n":([1-9][0-9]{0,12}),')


def numbers_in(lines: Iterable[bytes]) -> Iterator[tuple[str, int]]:
    """Yield (replica, number) of each line, decoded only if it begins in another way than usual."""
    for line in lines:
        found = _IDENTITY.match(line)
        if found is not None:
            yield found[1].decode(), int(found[2])
        else:
            entry = read_entry(line)
            yield entry.r, entry.n


def holds_all(journal: Journal, lines: Sequence[bytes]) -> bool:
    """Tell whether the journal holds all these lines, byte for byte, each in the place of its number.

    Of lines that are new, or lie on a branch, or begin in another way than this program writes them, it says
    no: whoever wants to know more has to `receive` them. They need not be decoded, nor be entries at all.
    """
    wanted: dict[int, bytes] = {}
    bases: dict[bytes, int | None] = {}
    # What is new stands at the end mostly, as a file tells everything since the last receipt.
    for line in reversed(lines):
        found = _IDENTITY.match(line)
        if found is None:
            return False
        name, digits = found.groups()
        if name not in bases:
            bases[name] = journal.known_replica(name.decode())
        base, number = bases[name], int(digits)
        if base is None or number > MAX_ENTRY_NUMBER:
            return False
        place = base << NUMBER_BITS | number
        if not wanted and not _held(journal, place, place, {place: line[_TAIL:]}):
            return False
        wanted[place] = line[_TAIL:]
    if len(wanted) < len(lines):
        return False
    return sum(_held(journal, first, last, wanted) for first, last in _runs(sorted(wanted))) == len(lines)


def _held(journal: Journal, first: int, last: int, wanted: Mapping[int, bytes]) -> int:
    """Return how many of the wanted tails of lines stand in their places."""
    rows = journal.database.select(_TAILS, first, last)
    return sum(wanted.get(place) == tail for place, tail in rows)


class _Intake(Struct, frozen=True):
    """What all chunks of one intake share; `gone` are places of lines let go of, and full lines for them."""

    arrival: int | None
    received: ReceiveResult
    erased: ErasedLines | None
    gone: tuple[frozenset[int], ErasedLines]


class _Chunk:
    """Some thousand entries on their way into the journal."""

    def __init__(self, journal: Journal, intake: _Intake) -> None:
        self._dropped, self._restored = intake.gone
        self._journal = journal
        self._database = journal.database
        self._arrival = intake.arrival
        self._received = intake.received
        self._erased = intake.erased
        self._known: dict[int, bytes] = {}
        self._new: dict[int, Arrived] = {}
        self._prefixes: dict[str, bytes] = {}

    def take(self, pairs: Sequence[tuple[bytes, Entry]]) -> None:
        """Store what is new and fold it into the tables."""
        received = self._received
        batch = self._numbered(pairs)
        self._read_known([number for number, _, _ in batch])
        if self._known or len({number for number, _, _ in batch}) < len(batch):
            batch = self._sort_out(batch)
        arrival, prefixed = self._arrival, self._prefixes
        self._database.run_many(
            _ADD_ENTRY,
            [(number, arrival, line.removeprefix(prefixed[entry.r])) for number, line, entry in batch],
        )
        if self._erased is None and (silent := [(number,) for number, _, entry in batch if entry.erased]):
            # Its author says that it is erased, and no office does: its full line is welcome yet.
            self._database.run_many(_PARK, silent)
        received.new += len(batch)
        if self._journal.replica in prefixed and not received.renewed:
            received.renewed = any(entry.r == self._journal.replica for _, _, entry in batch)
        received.touched.update(self._journal.projector.apply(batch))

    def _sort_out(self, arrived: list[Arrived]) -> list[Arrived]:
        """Return what is new, each where it has a place of its own."""
        known, new = self._known, self._new
        for one in arrived:
            held = known.get(one[0])
            if held is None:
                known[one[0]] = one[1]
                new[one[0]] = one
            elif (place := self._beside(held, one)) is not None:
                known[place] = one[1]
                new[place] = (place, one[1], one[2])
            else:
                self._received.known += 1
        return sorted(new.values(), key=_NUMBER)

    def _numbered(self, pairs: Sequence[tuple[bytes, Entry]]) -> list[Arrived]:
        """Return entries with their numbers in the journal, in its order."""
        bases = {
            name: self._journal.replica_number(name, 0) << NUMBER_BITS
            for name in dict.fromkeys(entry.r for _, entry in pairs)
        }
        self._prefixes = {name: prefix_of(name) for name in bases}
        if pairs and max(entry.n for _, entry in pairs) > MAX_ENTRY_NUMBER:
            self._refuse(pairs)
        arrived = [(bases[entry.r] | entry.n, line, entry) for line, entry in pairs]
        arrived.sort(key=_NUMBER)
        return arrived

    def _refuse(self, pairs: Sequence[tuple[bytes, Entry]]) -> NoReturn:
        """Say which line it is whose number has no place in the journal."""
        first = 1 + self._received.new + self._received.known
        beyond = (place for place, (_, entry) in enumerate(pairs, first) if entry.n > MAX_ENTRY_NUMBER)
        raise TrainerError("bundle.bad_entry", line=next(beyond))

    def _read_known(self, numbers: list[int]) -> None:
        """Read what is known already, by runs over the journal's key."""
        for first, last in _runs(numbers):
            self._known.update(self._database.stream(_LINES, first, last))

    def _beside(self, held: bytes, arrived: Arrived) -> int | None:
        """Return where a line goes whose number is taken: on a branch; None if it is known."""
        place, line, entry = arrived
        branch = 0
        if entry.erased and self._erased is not None and place in self._dropped:
            # What was let go of here is erased for good now: its full line is welcome no more.
            self._database.run(_FORGET_DROPPED, place)
        while held != line:
            if entry_id(held) == entry_id(line):
                self._meet(place, held, line, entry)
                return None
            self._received.forks.add(entry.r)
            branch += 1
            place = self._journal.replica_number(entry.r, branch) << NUMBER_BITS | entry.n
            found = self._known.get(place) or self._line_at(place)
            if found is None:
                return place
            held = found
        return None

    def _line_at(self, place: int) -> bytes | None:
        rows = self._database.select(_LINE_AT, place)
        return line_bytes(rows[0][0]) if rows else None

    def _meet(self, place: int, held: bytes, line: bytes, entry: Entry) -> None:
        """Let one of two lines of the same entry win: the erased one, if it may."""
        if not entry.erased and place in self._dropped:
            self._known[place] = line
            self._restored[place] = (line, (entry.e, entry.k))
        elif not entry.erased:
            self._received.stale += 1
        elif self._erased is not None and place not in self._erased:
            self._erase(self._erased, place, held, line, entry)

    def _erase(self, erased: ErasedLines, place: int, held: bytes, line: bytes, entry: Entry) -> None:
        """Let a known entry fall silent; its full line never comes back."""
        self._known[place] = line
        if place in self._new:
            self._new[place] = (place, line, entry)
        else:
            # At the end of all: until then its row's registers are read with it.
            content = read_entry(held)
            erased[place] = (line, (content.e, content.k))


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of runs without wide gaps, from ascending numbers."""
    if not numbers:
        return
    first = last = numbers[0]
    for number in numbers:
        if number > last + _NEAR:
            yield first, last
            first = number
        last = number
    yield first, last
