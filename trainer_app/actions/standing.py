"""How far this laptop's changes have come: not sent, sent, received, safe at the office; when to worry."""

from collections import Counter
from collections.abc import Mapping

from trainer_app.actions import receipts, sending
from trainer_app.actions.workplace import Role, Workplace
from trainer_app.bundle.layout import MAX_TOTAL
from trainer_app.domain.changes import Label
from trainer_app.domain.journal import decode_entry
from trainer_app.domain.sending import ChangeState, Standing
from trainer_app.domain.upgrade import read_entry
from trainer_app.store import exchange
from trainer_app.store.belonging import rows_of_course

PATIENCE_DAYS = 14
"""Days after which a change that is not safe at the office is worth a word."""
MANY = 20_000
"""Changes that travel with every file, from which on it is worth a word."""
_FULL = 0.6
"""Share of what a file may hold, from which on it is worth a word."""
_DAY = 86_400_000
_NAMED = ("enrolment", "session", "paper", "certificate")
"""What rows of a course name if not the course itself."""


def standing(work: Workplace) -> Standing:
    """Return how many own changes are in each state, over all ids under which this laptop has written."""
    made = receipts.own_made(work)
    safe = receipts.own_receipts(work)
    received = max(safe, receipts.own_received(work))
    sent = min(max(sending.sent_up_to(work), received), made)
    counts = {
        ChangeState.UNSENT: made - sent,
        ChangeState.SENT: sent - received,
        ChangeState.RECEIVED: received - safe,
        ChangeState.SAFE: safe,
    }
    return Standing(counts, _oldest(work), receipts.last_receipt(work))


def state_of(work: Workplace, replica: str, number: int) -> ChangeState | None:
    """Return how far one change has come; None at the office, and for what others wrote."""
    if work.role is Role.OFFICE or replica not in work.journal.own_replicas():
        return None
    return _Marks(work).state(replica, number)


class _Marks:
    """How far each own replica has come, read once for many changes."""

    def __init__(self, work: Workplace) -> None:
        self._safe, self._received = receipts.known_receipts(work), receipts.known_received(work)
        self._sent = sending.sent_up_to(work)
        self._before: dict[str, int] = {}
        before = 0
        for replica in work.journal.own_replicas():
            self._before[replica] = before
            before += exchange.own_last(work.database, replica)

    def state(self, replica: str, number: int) -> ChangeState:
        """Return the state of one change of an own replica."""
        if number <= self._safe.get(replica, 0):
            return ChangeState.SAFE
        if number <= self._received.get(replica, 0):
            return ChangeState.RECEIVED
        return ChangeState.SENT if self._before[replica] + number <= self._sent else ChangeState.UNSENT


def course_standing(work: Workplace, course: str) -> Mapping[ChangeState, int]:
    """Return how many own changes of a course are not safe yet, by state; without any it is empty.

    Changes of the people who take part are counted too. Reads what was written since the last receipt.
    """
    if work.role is Role.OFFICE:
        return {}
    return work.database.remembered(f"standing {course}", lambda: _course_standing(work, course))


def _course_standing(work: Workplace, course: str) -> Mapping[ChangeState, int]:
    marks, safe = _Marks(work), receipts.known_receipts(work)
    entries = [
        (replica, read_entry(line))
        for replica in work.journal.own_replicas()
        for _, line in exchange.lines_of(work.database, replica, safe.get(replica, 0))
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


def warnings(work: Workplace) -> tuple[Label, ...]:
    """Return what to do before disk or patience end, in words; nothing as long as all is well.

    The room on a stick is known only where it is chosen; see `sending.Pending.size`.
    """
    if work.role is Role.OFFICE:
        return ()
    now = standing(work)
    found = []
    days = (work.clock.millis() - now.oldest) // _DAY if now.oldest is not None else 0
    if days >= PATIENCE_DAYS:
        code = "sending.warn.days" if now.counts[ChangeState.UNSENT] else "sending.warn.days_sent"
        found.append(Label(code, {"days": days}))
    if now.unsafe >= MANY:
        found.append(Label("sending.warn.many", {"count": now.unsafe}))
    share = sending.pending(work).unpacked / MAX_TOTAL
    if share >= _FULL:
        found.append(Label("sending.warn.full", {"percent": round(100 * share)}))
    return tuple(found)


def _oldest(work: Workplace) -> int | None:
    """Return when the oldest change that is not safe was written, in wall milliseconds."""
    safe = receipts.known_receipts(work)
    times = []
    for replica in work.journal.own_replicas():
        line = exchange.line_after(work.database, replica, safe.get(replica, 0))
        if line is not None:
            entry = decode_entry(line)
            times += [] if entry.erased else [entry.t[0]]
    return min(times, default=None)
