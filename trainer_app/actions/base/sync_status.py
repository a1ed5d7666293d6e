"""How far the data here can be relied on: what the office has of it, if it is whole, and what its clock says.

Receipts of the office say how far this laptop's changes have come: unsent, sent, received, safe. A receipt
says up to which number the office holds the changes of a laptop without a gap. `received` means taken in by
the office, `safe` that its originals are whole there too; see FORMAT.md.

The database is checked as a whole: file, cipher, journal, tables. Nothing is refused because of its date;
people are told. What is known is when something was done here last: a clock that shows an earlier time was
set back now or was ahead then, one that shows a much later time may be years ahead. Which of the two is
wrong only a person can say.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from msgspec import UNSET, UnsetType

from trainer_app.actions.base import identity
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.bundle.trust import Receipt
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.journal import Entry, Integrity, author_of, decode_entry
from trainer_app.domain.base.schema import read_entry
from trainer_app.domain.exchange.laptops import (
    BLOBS_AT_OFFICE,
    CLOCK_BELIEVED,
    CLOCKS_SEEN,
    DAY,
    NEWEST_PACK,
    RECEIPT_AT,
    RECEIPTS,
    RECEIVED,
    SEEN_BY_OFFICE,
    ClockReading,
    ClockWarning,
    find_clock_warning,
    read_clock,
)
from trainer_app.domain.exchange.sending import ChangeState, SyncStatus
from trainer_app.store.base.object_ids import last_step
from trainer_app.store.exchange import transfers
from trainer_app.store.exchange.course_scope import rows_of_course
from trainer_app.store.exchange.transfers import Departure


def known_receipts(work: Workplace) -> dict[str, int]:
    """Return replica -> last number that the office confirmed, as it came in packs."""
    return work.store.setting(RECEIPTS)


def known_blobs(work: Workplace) -> frozenset[str]:
    """Return the hashes of attachments that the office confirmed, as they came in packs."""
    return work.store.setting(BLOBS_AT_OFFICE)


def take_blob_receipts(work: Workplace, blobs: Iterable[str]) -> None:
    """Keep which attachments a pack confirms; an old pack never takes a confirmation back."""
    work.store.add_names(BLOBS_AT_OFFICE, blobs)


def is_newest(work: Workplace, wall: int) -> bool:
    """Tell whether a pack was written after all that came here before; then it is the one to compare with."""
    if wall <= work.store.setting(NEWEST_PACK):
        return False
    work.store.change_setting(NEWEST_PACK, wall)
    return True


def take_seen(work: Workplace, seen: Mapping[str, int], entries: Iterable[Entry]) -> None:
    """Keep up to which numbers the office has what others wrote, as the newest pack of all tells.

    `seen` stands in its header and leaves out whoever has gaps there; of those the pack's own entries tell.
    """
    told = dict(seen)
    for entry in entries:
        told[entry.r] = max(told.get(entry.r, 0), entry.n)
    work.store.change_setting(SEEN_BY_OFFICE, work.store.setting(SEEN_BY_OFFICE) | told)


def own_receipt(work: Workplace) -> int:
    """Return the last own number that the office confirmed; 0 before the first receipt."""
    return known_receipts(work).get(work.journal.replica, 0)


def own_receipts(work: Workplace) -> int:
    """Return how many own changes the office confirmed, over all ids under which this laptop has written.

    What a copy of this folder wrote under a shared id counts for that copy, not here.
    """
    known = known_receipts(work)
    return sum(
        min(known.get(replica, 0), transfers.own_last(work.database, replica))
        for replica in work.journal.own_replicas()
    )


def own_made(work: Workplace) -> int:
    """Return how many changes were made here, over all ids under which this laptop has written."""
    return sum(transfers.own_last(work.database, replica) for replica in work.journal.own_replicas())


def own_received(work: Workplace) -> int:
    """Return how many own changes the office has taken in, safe there or not yet, over all own ids."""
    taken, safe = known_received(work), known_receipts(work)
    return sum(
        min(max(taken.get(replica, 0), safe.get(replica, 0)), transfers.own_last(work.database, replica))
        for replica in work.journal.own_replicas()
    )


def known_received(work: Workplace) -> dict[str, int]:
    """Return replica -> last number that the office has taken in, safe there or not yet."""
    return work.store.setting(RECEIVED)


def last_receipt(work: Workplace) -> int | None:
    """Return when a pack with a receipt for own changes came last, in wall milliseconds."""
    return work.store.setting(RECEIPT_AT)


def take_receipts(work: Workplace, receipts: tuple[Receipt, ...], *, newest: bool = False) -> frozenset[str]:
    """Keep what a pack confirms; an old pack never takes a confirmation back.

    The `newest` pack of all does: what it no longer confirms the office has lost, by a restored backup or an
    import taken back, and it goes again with the next file. Returns the own replicas that were cloned.

    A receipt for other entries than the ones here is one for a clone: counting it would leave this
    laptop's own changes of those numbers unsent for ever.
    """
    safe, taken = known_receipts(work), known_received(work)
    own, clones = set(work.journal.own_replicas()), set()
    if newest:
        there = {receipt.replica: receipt for receipt in receipts}
        for replica in own & safe.keys():
            safe[replica] = min(safe[replica], there[replica].to if replica in there else 0)
        for replica in own & taken.keys():
            taken[replica] = min(taken[replica], there[replica].taken if replica in there else 0)
    for receipt in receipts:
        clone = receipt.replica in own and _is_of_clone(work, receipt.replica, receipt.to, receipt.head)
        if receipt.to and not clone:
            safe[receipt.replica] = max(safe.get(receipt.replica, 0), receipt.to)
        clone |= receipt.replica in own and _is_of_clone(
            work, receipt.replica, receipt.taken, receipt.received_head
        )
        if clone:
            clones.add(receipt.replica)
        else:
            taken[receipt.replica] = max(taken.get(receipt.replica, 0), receipt.taken)
            if receipt.replica in own:
                work.store.change_setting(RECEIPT_AT, work.clock.millis())
    work.store.change_setting(RECEIPTS, safe)
    work.store.change_setting(RECEIVED, taken)
    return frozenset(clones)


def write_receipts(work: Workplace, device: str, safe: Collection[int]) -> tuple[Receipt, ...]:
    """Return what this office can confirm to one laptop: its own changes up to the first gap, nobody else's.

    `safe` are the imports whose originals are whole; changes from the first one that came with another on are
    received, but not yet safe.
    """
    codes = identity.known_replicas(work)
    day = work.today().isoformat()
    found = []
    for known in transfers.replica_ranges(work.database):
        taken = transfers.last_contiguous(work.database, known.replica)
        if codes.get(known.replica) != device or not taken:
            continue
        firsts = transfers.first_of_imports(work.database, known.replica)
        unsafe = [first for number, first in firsts.items() if number not in safe]
        to = min([taken, *(first - 1 for first in unsafe)])
        found.append(_receipt(work, known.replica, to, taken, day))
    return tuple(found)


def _receipt(work: Workplace, replica: str, to: int, taken: int, day: str) -> Receipt:
    head = transfers.id_at(work.database, replica, to) if to else ""
    if to == taken:
        return Receipt(replica, to, day, head=head)
    taken_head = transfers.id_at(work.database, replica, taken)
    return Receipt(replica, to, day, head=head, received=taken, received_head=taken_head)


def _is_of_clone(work: Workplace, replica: str, number: int, head: str | UnsetType) -> bool:
    """Tell whether a receipt confirms other entries than the ones here; older offices do not say which."""
    if head is UNSET or not number:
        return False
    if transfers.id_at(work.database, replica, number) != head:
        return True
    # Where two computers wrote under one id, the other's last entries have come here with the pack.
    return transfers.is_forked(work.database, replica) and number > transfers.own_last(work.database, replica)


WHOLE_FILE, PART_FILE = "sync", "part"
"""How the history calls a file with everything, and one with some courses only, which settles nothing."""


def sent_up_to(work: Workplace) -> int:
    """Return the running number of the last change that a file with everything took along."""
    sent = departures_by_bundle(work, WHOLE_FILE)
    return sent[0][0].last if sent else 0


def departures_by_bundle(work: Workplace, *kinds: str) -> list[list[Departure]]:
    """Return the copies of each file, the first one first; the newest file first."""
    found: dict[str, list[Departure]] = {}
    for departure in reversed(transfers.list_departures(work.database)):
        if departure.kind in kinds:
            found.setdefault(departure.bundle, []).append(departure)
    return list(reversed(found.values()))


_NAMED = ("enrolment", "session", "paper", "certificate")
"""What rows of a course name if not the course itself."""


def own_changes(work: Workplace) -> SyncStatus:
    """Return how many own changes are in each state, over all ids under which this laptop has written."""
    made = own_made(work)
    safe = own_receipts(work)
    received = max(safe, own_received(work))
    sent = min(max(sent_up_to(work), received), made)
    counts = {
        ChangeState.UNSENT: made - sent,
        ChangeState.SENT: sent - received,
        ChangeState.RECEIVED: received - safe,
        ChangeState.SAFE: safe,
    }
    return SyncStatus(counts, _oldest(work), last_receipt(work))


def state_of(work: Workplace, replica: str, number: int) -> ChangeState | None:
    """Return how far one change has come; None at the office, and for what others wrote."""
    if work.role is Role.OFFICE or replica not in work.journal.own_replicas():
        return None
    return _ChangeStates(work).state(replica, number)


class _ChangeStates:
    """How far each own replica has come, read once for many changes."""

    def __init__(self, work: Workplace) -> None:
        self._safe, self._received = known_receipts(work), known_received(work)
        self._sent = sent_up_to(work)
        self._before: dict[str, int] = {}
        before = 0
        for replica in work.journal.own_replicas():
            self._before[replica] = before
            before += transfers.own_last(work.database, replica)

    def state(self, replica: str, number: int) -> ChangeState:
        """Return the state of one change of an own replica."""
        if number <= self._safe.get(replica, 0):
            return ChangeState.SAFE
        if number <= self._received.get(replica, 0):
            return ChangeState.RECEIVED
        return ChangeState.SENT if self._before[replica] + number <= self._sent else ChangeState.UNSENT


def course_changes(work: Workplace, course: str) -> Mapping[ChangeState, int]:
    """Return how many own changes of a course are not safe yet, by state; without any it is empty.

    Changes of the people who take part are counted too. Reads what was written since the last receipt.
    """
    if work.role is Role.OFFICE:
        return {}
    return work.database.remembered(f"standing {course}", lambda: _course_standing(work, course))


def _course_standing(work: Workplace, course: str) -> Mapping[ChangeState, int]:
    marks, safe = _ChangeStates(work), known_receipts(work)
    entries = [
        (replica, read_entry(line))
        for replica in work.journal.own_replicas()
        for _, line in transfers.lines_of(work.database, replica, safe.get(replica, 0))
    ]
    spoken = [(replica, entry) for replica, entry in entries if not entry.erased]
    shown = rows_of_course(work.database, course, {entry.e for _, entry in spoken} | set(_NAMED))
    keys = {course, *(key for entity, key in shown if entity in _NAMED)}
    # What was deleted again stands in no table; its own entries say where it belonged.
    named = {
        (entry.e, entry.k)
        for _, entry in spoken
        if entry.e != "person" and any(isinstance(each, str) and each in keys for each in entry.s.values())
    }
    counts = Counter(
        marks.state(replica, entry.n)
        for replica, entry in spoken
        if (entry.e, entry.k) in shown or (entry.e, entry.k) in named
    )
    return {state: counts[state] for state in ChangeState if counts[state]}


def _oldest(work: Workplace) -> int | None:
    """Return when the oldest change that is not safe was written, in wall milliseconds."""
    safe = known_receipts(work)
    times = []
    for replica in work.journal.own_replicas():
        line = transfers.line_after(work.database, replica, safe.get(replica, 0))
        if line is not None:
            entry = decode_entry(line)
            times += [] if entry.erased else [entry.t[0]]
    return min(times, default=None)


def check(work: Workplace, progress: Progress = no_progress) -> Integrity:
    """Rebuild every row from the journal apart and compare; also the file and its cipher."""
    # Here and not above: no first screen checks the whole database.
    from trainer_app.store.exchange.integrity import check_integrity

    return check_integrity(work.journal, progress)


def digest(work: Workplace) -> str:
    """Return the digest of everything shown: equal on two computers that show the same. Reads all rows."""
    from trainer_app.store.exchange.integrity import digest_of

    return digest_of(work.journal)


def doubt_clock(work: Workplace) -> ClockWarning | None:
    """Return what is odd about the clock now; None if nothing is, or a person said that it is right."""
    last = last_step(work.database)
    if last is None:
        return None
    found = find_clock_warning(work.clock.millis(), last)
    if found is None or found.last <= work.store.setting(CLOCK_BELIEVED) + DAY:
        return None
    return found


@guarded
def believe_clock(work: Workplace) -> None:
    """Note that a person says the clock is right now, whatever the last change says of its time."""
    last = last_step(work.database)
    if last is not None:
        work.store.change_setting(CLOCK_BELIEVED, last)


def note_file_clock(work: Workplace, replica: str, wall: int, entries: Iterable[Entry]) -> None:
    """Remember what a laptop's file says of its clock. Use within the import's transaction."""
    last = newest = 0
    for entry in entries:
        if entry.r == replica and not entry.erased:
            last = max(last, entry.n)
            newest = max(newest, entry.t[0])
    known = work.store.setting(CLOCKS_SEEN)
    found = read_clock(known.get(replica), last, wall, newest, work.clock.millis())
    if found is not None:
        work.store.change_setting(CLOCKS_SEEN, {**known, replica: found})


def file_clock(work: Workplace, replica: str) -> int:
    """Return by how many days a clock was wrong in the newest file of a laptop; + ahead, - behind."""
    seen = work.store.setting(CLOCKS_SEEN).get(replica)
    return seen.days if seen is not None else 0


def wrong_clocks(work: Workplace, codes: Mapping[str, str]) -> dict[str, int]:
    """Return laptop code -> days by which its clock was wrong in its newest file; + ahead, - behind.

    `codes` maps the ids of signing keys to laptops. What changes say of their time is kept as it is; only
    people are told.
    """
    newest: dict[str, ClockReading] = {}
    for replica, seen in work.store.setting(CLOCKS_SEEN).items():
        code = codes.get(author_of(replica), "")
        if code and (code not in newest or newest[code].received < seen.received):
            newest[code] = seen
    return {code: seen.days for code, seen in newest.items() if seen.days}
