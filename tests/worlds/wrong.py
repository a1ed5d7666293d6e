"""Wrong versions of what writes and takes in packs, receipts and trust: the worlds must find all of them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.domain import wrong_authority, wrong_merges
from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import outstanding, packs, sending, trust
from trainer_app.actions.office import rebuilding
from trainer_app.actions.review import proposals
from trainer_app.bundle import reader
from trainer_app.bundle import trust as trust_bundle
from trainer_app.bundle.layout import Bundle
from trainer_app.bundle.reader import read_bundle
from trainer_app.bundle.trust import Receipt, SignedTrust, introduce_trust
from trainer_app.domain.base import authority
from trainer_app.domain.base import merging as rule
from trainer_app.domain.base.authority import Judge
from trainer_app.domain.base.journal import Entry, decode_entry
from trainer_app.domain.exchange.laptops import RECEIPTS
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.judging import Arrived, EntryJudge, Verdict
from trainer_app.store.exchange import receiving, transfers
from trainer_app.store.exchange.receiving import Receiver, ReceiveResult

right_take, right_write = sync_status.take_receipts, sync_status.write_receipts
right_own_lines, right_lines_for = outstanding.own_lines, packs._lines_for
right_verify, right_receive = reader.verify_archive, Receiver.receive


@dataclass(frozen=True)
class Wrong:
    """A wrong version: what is put in the place of which name of which module or class."""

    name: str
    owner: Any
    attribute: str
    replacement: Callable[..., Any]
    seed: int = 0
    """The schedule that finds it, the soonest of those that were tried."""


def old_packs_take_receipts_back(
    work: Workplace, came: tuple[Receipt, ...], *, newest: bool = False
) -> frozenset[str]:
    clones = right_take(work, came, newest=newest)
    known = sync_status.known_receipts(work) | {receipt.replica: receipt.to for receipt in came}
    work.store.change_setting(RECEIPTS, known)
    return clones


def nobody_is_told(_work: Workplace, _came: tuple[Receipt, ...], *, newest: bool = False) -> frozenset[str]:
    del newest
    return frozenset()


def gaps_are_passed_over(database: Any, replica: str) -> int:
    found = [known.last for known in transfers.replica_ranges(database) if known.replica == replica]
    return found[0] if found else 0


def received_is_told_to_be_safe(work: Workplace, device: str, safe: Collection[int]) -> tuple[Receipt, ...]:
    del safe
    return right_write(work, device, {one.number for one in transfers.list_arrivals(work.database)})


def only_one_laptop_is_answered(work: Workplace, device: str, safe: Collection[int]) -> tuple[Receipt, ...]:
    return right_write(work, device, safe) if device == "K1" else ()


def export_begins_after_the_last_file(work: Workplace, *values: Any, **more: Any) -> list[tuple[int, bytes]]:
    last = max(
        (one.last for one in transfers.list_departures(work.database) if one.kind == "sync"), default=0
    )
    return [pair for pair in right_own_lines(work, *values, **more) if pair[0] > last]


def any_list_is_taken(work: Workplace, offered: SignedTrust) -> Any:
    return identity.keep_trust(work, offered, introduce_trust(offered))


def revoked_laptops_are_read(archive: Any, believed: Any, *, accept_revoked: bool = False) -> Any:
    del accept_revoked
    return right_verify(archive, believed, accept_revoked=True)


def packs_hold_what_the_office_wrote(work: Workplace, *values: Any) -> list[tuple[int, bytes]]:
    own = set(work.journal.own_replicas())
    return [pair for pair in right_lines_for(work, *values) if decode_entry(pair[1]).r in own]


def rebuilding_refuses_revoked_laptops(work: Workplace, data: bytes, identities: Sequence[str]) -> Bundle:
    own = [identity.office_keys(work).identity, identity.device_keys(work).identity]
    return read_bundle(data, [*own, *identities], identity.trusted_keys(work))


def own_lines_that_come_back_are_passed_over(
    self: Receiver, lines: Iterable[tuple[bytes, Entry]], **more: Any
) -> ReceiveResult:
    own = set(self._journal.own_replicas())
    return right_receive(self, [pair for pair in lines if pair[1].r not in own], **more)


WRONG = (
    Wrong("receipts of a clone count", sync_status, "_is_of_clone", lambda *values: False, 1),
    Wrong("an old pack takes a receipt back", sync_status, "take_receipts", old_packs_take_receipts_back, 1),
    Wrong("gaps are passed over", transfers, "last_contiguous", gaps_are_passed_over),
    Wrong(
        "what was received is told to be safe", sync_status, "write_receipts", received_is_told_to_be_safe, 1
    ),
    Wrong("only one laptop is answered", sync_status, "write_receipts", only_one_laptop_is_answered, 1),
    Wrong("export begins after the last file", sending, "own_lines", export_begins_after_the_last_file),
    Wrong("an older trust list is taken", trust, "take_list", any_list_is_taken),
    Wrong("a list of anybody is believed", trust_bundle, "_is_signed", lambda *values: True),
    Wrong("revoked laptops are read", reader, "verify_archive", revoked_laptops_are_read),
    Wrong("the clone's second content is dropped", receiving._Chunk, "_beside", lambda *values: None, 1),
    Wrong("packs hold only what the office wrote", packs, "_lines_for", packs_hold_what_the_office_wrote),
    Wrong("rebuilding refuses revoked laptops", rebuilding, "_read", rebuilding_refuses_revoked_laptops),
    Wrong("only the present id is sent", Journal, "own_replicas", lambda journal: [journal.replica]),
    Wrong("own lines are passed over", Receiver, "receive", own_lines_that_come_back_are_passed_over),
    Wrong("nobody is told of receipts", sync_status, "take_receipts", nobody_is_told),
    Wrong("the last to come wins", rule, "winner", wrong_merges.winner_by_arrival),
)
"""Each is a mistake that somebody could make."""


def every_entry_counts(judge: EntryJudge, batch: Sequence[Arrived], *_more: Any) -> Verdict:
    return Verdict([*batch], [], [], set())


WRONG_TO_LIARS = (
    Wrong("lines of others are taken", reader, "_check_authors", lambda *values: None),
    Wrong("a header is believed", reader, "_check_header", lambda *values: None),
    Wrong("what waits counts", EntryJudge, "sort_out", every_entry_counts),
    Wrong("everybody is the office", Judge, "_author", wrong_authority.everybody_is_the_office),
    Wrong("anybody made it", authority, "is_made_by", wrong_authority.anybody_made_it),
    Wrong("every course is everybody's", authority._Author, "_look", lambda *values: True),
    Wrong("nobody is asked", proposals, "list_proposals", lambda *values: []),
)
"""Each believes somebody who lies."""
