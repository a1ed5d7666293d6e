"""Reads what laptops propose: entries that do not count, until the office has said something to them.

How many wait, of whom and about what, follows from the table alone: only what is looked at is decoded. So it
costs the same to look, however much one laptop wrote.
"""

from collections.abc import Collection, Iterable
from typing import Any

import peewee
from msgspec import Struct

from trainer_app.domain.base.journal import Entry, author_of
from trainer_app.domain.base.schema import read_entry
from trainer_app.store.base.dialect import NUMBERS, VALUE, Statement, any_of
from trainer_app.store.base.entry_history import file_of_entry
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.judging import sort_of
from trainer_app.store.base.models import MODELS, EntryRow, ProposalRow
from trainer_app.store.base.object_ids import MAX_ENTRY_NUMBER, NUMBER_BITS, line_bytes


class Proposal(Struct, frozen=True):
    """An entry that does not count: its id, its place in the journal and itself, and the file it came in.

    `early` tells that it only waits for what its row belongs to, which has not come.
    """

    id: str
    place: int
    entry: Entry
    file: str
    early: bool


def count_proposals(journal: Journal) -> int:
    """Return to how many proposals no office has said anything yet."""
    database = journal.database
    return database.remembered(
        "proposals", lambda: int(database.select(_COUNT)[0][0]), ("proposal", "decision")
    )


def list_proposals(journal: Journal, limit: int | None = None) -> list[Proposal]:
    """Return the proposals to which no office has said anything yet, the oldest first.

    With a limit so many, and of each laptop as many: what one wrote by the thousand hides nobody else's.
    """
    if limit is None:
        return _read(journal, journal.database.select(_ALL))
    return _read(journal, journal.database.select(_FAIRLY, limit))


def find_proposal(journal: Journal, name: str) -> Proposal | None:
    """Return the proposal of an entry by its id, unless the office has answered it."""
    return next(iter(_read(journal, journal.database.select(_BY_HASH, name))), None)


def list_alike(journal: Journal, here: Proposal) -> list[Proposal]:
    """Return what the same laptop asks for about the same fields of such rows, this one among it."""
    return _read(journal, journal.database.select(_OF_SORT, *_sort(here)))


def count_alike(journal: Journal, here: Proposal) -> int:
    """Return how many those are."""
    return int(journal.database.select(_COUNT_OF_SORT, *_sort(here))[0][0])


def list_until(journal: Journal, here: Proposal) -> list[Proposal]:
    """Return all that the same laptop asked for up to this, whatever it is about."""
    return _read(journal, journal.database.select(_UNTIL, *_bounds(journal, here)))


def count_until(journal: Journal, here: Proposal) -> int:
    """Return how many those are."""
    return int(journal.database.select(_COUNT_UNTIL, *_bounds(journal, here))[0][0])


def waiting_entries(journal: Journal, authors: Collection[str] | None = None) -> list[tuple[int, Entry]]:
    """Return what waits, with its places, in the journal's order; of some authors (`author_of`) alone."""
    rows = journal.database.select(_PLACES)
    places = [place for place, author in rows if authors is None or author in authors]
    entries = ((place, read_entry(line)) for place, line in _lines(journal, places))
    return [(place, entry) for place, entry in entries if not entry.erased]


def without_a_home(journal: Journal, places: Collection[int]) -> set[int]:
    """Return which of some proposals only wait for what their rows belong to, since that has not come."""
    return journal.projector.judge.homeless(dict(_lines(journal, places)))


type _Named = tuple[int, str]
"""Place in the journal, and id, of a proposal."""
_BLOCK = 250


def _read(journal: Journal, named: Iterable[_Named]) -> list[Proposal]:
    names = dict(named)
    lines = dict(_lines(journal, names))
    homes = journal.projector.judge.homeless(lines)
    found = [
        Proposal(names[place], place, entry, file_of_entry(journal.database, place), place in homes)
        for place, line in lines.items()
        if not (entry := read_entry(line)).erased
    ]
    return sorted(found, key=lambda proposal: (proposal.entry.t, proposal.place))


def _lines(journal: Journal, places: Iterable[int]) -> list[tuple[int, bytes]]:
    wanted = sorted(places)
    found: list[tuple[int, bytes]] = []
    for start in range(0, len(wanted), _BLOCK):
        rows = journal.database.select(_LINES, wanted[start : start + _BLOCK])
        found += [(int(place), line_bytes(raw)) for place, raw in rows]
    return found


def _sort(here: Proposal) -> tuple[str, str]:
    return author_of(here.entry.r), sort_of(here.entry)


def _bounds(journal: Journal, here: Proposal) -> tuple[object, ...]:
    """Return the values of `_until`."""
    bases = [number << NUMBER_BITS for number in journal.replica_numbers(here.entry.r)]
    wall, counter = here.entry.t
    return author_of(here.entry.r), bases, here.entry.n, bases, wall, wall, counter


def _until(*columns: peewee.Node) -> "peewee.ModelSelect[Any]":
    """By their places in what each id wrote, and by the clock over several ids of one laptop."""
    number = ProposalRow.entry.bin_and(MAX_ENTRY_NUMBER)
    base = ProposalRow.entry - ProposalRow.entry.bin_and(MAX_ENTRY_NUMBER)
    same_clock = (ProposalRow.wall == VALUE) & (ProposalRow.counter <= VALUE)
    same_id = base.in_(any_of(NUMBERS)) & (number <= VALUE)
    another = base.not_in(any_of(NUMBERS)) & ((ProposalRow.wall < VALUE) | same_clock)
    return _undecided(*columns).where(ProposalRow.author == VALUE, same_id | another)


def _undecided(*columns: peewee.Node, source: Any = ProposalRow) -> "peewee.ModelSelect[Any]":
    decision = MODELS["decision"]
    said = decision.select(decision.entry).where(decision.entry.is_null(False))
    query: peewee.ModelSelect[Any] = source.select(*columns).where(source.hash.not_in(said))
    return query


def _fairly() -> "peewee.Select":
    waiting: Any = ProposalRow.alias("waiting")
    order = [waiting.wall, waiting.counter, waiting.entry]
    turn = peewee.fn.row_number().over(partition_by=[waiting.author], order_by=order).alias("turn")
    ranked = _undecided(waiting.entry, waiting.hash, turn, source=waiting).alias("ranked")
    found = peewee.Select([ranked], [ranked.c.entry, ranked.c.hash])
    return found.order_by(ranked.c.turn, ranked.c.entry).limit(VALUE)


_COUNT = Statement(lambda: _undecided(peewee.fn.count(peewee.SQL("*"))))
_ALL = Statement(lambda: _undecided(ProposalRow.entry, ProposalRow.hash))
_PLACES = Statement(lambda: _undecided(ProposalRow.entry, ProposalRow.author).order_by(ProposalRow.entry))
_FAIRLY = Statement(_fairly)
_BY_HASH = Statement(lambda: _undecided(ProposalRow.entry, ProposalRow.hash).where(ProposalRow.hash == VALUE))
_ABOUT = (ProposalRow.author == VALUE, ProposalRow.sort == VALUE)
_OF_SORT = Statement(lambda: _undecided(ProposalRow.entry, ProposalRow.hash).where(*_ABOUT))
_COUNT_OF_SORT = Statement(lambda: _undecided(peewee.fn.count(peewee.SQL("*"))).where(*_ABOUT))
_UNTIL = Statement(lambda: _until(ProposalRow.entry, ProposalRow.hash))
_COUNT_UNTIL = Statement(lambda: _until(peewee.fn.count(peewee.SQL("*"))))
_LINES = Statement(
    lambda: EntryRow.select(EntryRow.id, EntryRow.line).where(EntryRow.id.in_(any_of(NUMBERS)))
)
