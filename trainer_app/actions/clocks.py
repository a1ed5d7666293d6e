"""Is this computer's clock right? Nothing is refused for its date; the people are told.

What is known: when something was done here last. A clock before that was set back, or was ahead then; one
long after it may be years ahead. Which of the two is wrong, only a person can say.
"""

from collections.abc import Iterable, Mapping

import msgspec

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.clocks import DAY, ClockDoubt, Seen, doubt_of, see
from trainer_app.domain.journal import Entry
from trainer_app.store.backups import last_change

_BELIEVED = "clock_believed"
_SEEN = "clocks_seen"
_seen_decoder = msgspec.json.Decoder(dict[str, Seen])


def doubt(work: Workplace) -> ClockDoubt | None:
    """Return what is odd about the clock now; None if nothing is, or a person said that it is right."""
    last = last_change(work.database)
    if last is None:
        return None
    found = doubt_of(work.clock.millis(), last)
    if found is None or found.last <= int(work.store.setting(_BELIEVED, "0")) + DAY:
        return None
    return found


def believe(work: Workplace) -> None:
    """Note that a person says the clock is right now, whatever the last change says of its time."""
    last = last_change(work.database)
    if last is not None:
        work.store.change_setting(_BELIEVED, str(last))


def note_file(work: Workplace, replica: str, wall: int, entries: Iterable[Entry]) -> None:
    """Remember what a laptop's file says of its clock. Use within the import's transaction."""
    last = newest = 0
    for entry in entries:
        if entry.r == replica and not entry.erased:
            last = max(last, entry.n)
            newest = max(newest, entry.t[0])
    known = _seen(work)
    found = see(known.get(replica), last, wall, newest, work.clock.millis())
    if found is not None:
        text = msgspec.json.encode({**known, replica: found}).decode()
        work.store.change_setting(_SEEN, text)


def wrong_clocks(work: Workplace, codes: Mapping[str, str]) -> dict[str, int]:
    """Return laptop code -> days by which its clock was wrong in its newest file; + ahead, - behind.

    `codes` maps replicas to laptops. What changes say of their time is kept as it is; only people are told.
    """
    newest: dict[str, Seen] = {}
    for replica, seen in _seen(work).items():
        code = codes.get(replica, "")
        if code and (code not in newest or newest[code].received < seen.received):
            newest[code] = seen
    return {code: seen.days for code, seen in newest.items() if seen.days}


def _seen(work: Workplace) -> dict[str, Seen]:
    text = work.store.setting(_SEEN)
    return _seen_decoder.decode(text) if text else {}
