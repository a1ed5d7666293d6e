"""How far this laptop's changes have come: not sent, sent, received, safe at the office; when to worry."""

from trainer_app.actions import receipts, sending
from trainer_app.actions.workplace import Role, Workplace
from trainer_app.bundle.layout import MAX_TOTAL
from trainer_app.domain.changes import Label
from trainer_app.domain.journal import decode_entry
from trainer_app.domain.sending import ChangeState, Standing
from trainer_app.store import exchange

PATIENCE_DAYS = 14
"""Days after which a change that is not safe at the office is worth a word."""
MANY = 20_000
"""Changes that travel with every file, from which on it is worth a word."""
_FULL = 0.6
"""Share of what a file may hold, from which on it is worth a word."""
_DAY = 86_400_000


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
    own = work.journal.own_replicas()
    if work.role is Role.OFFICE or replica not in own:
        return None
    if number <= receipts.known_receipts(work).get(replica, 0):
        return ChangeState.SAFE
    if number <= receipts.known_received(work).get(replica, 0):
        return ChangeState.RECEIVED
    before = sum(exchange.own_last(work.database, each) for each in own[: own.index(replica)])
    return ChangeState.SENT if before + number <= sending.sent_up_to(work) else ChangeState.UNSENT


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
