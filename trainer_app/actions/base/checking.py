"""Checks of the database (file, cipher, journal, tables) and of this computer's clock.

Nothing is refused because of its date; people are told. What is known is when something was done here last:
a clock that shows an earlier time was set back now or was ahead then, one that shows a much later time may be
years ahead. Which of the two is wrong only a person can say.
"""

from collections.abc import Iterable, Mapping

from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.journal import Entry, Integrity, author_of
from trainer_app.domain.exchange.laptops import (
    CLOCK_BELIEVED,
    CLOCKS_SEEN,
    DAY,
    ClockReading,
    ClockWarning,
    find_clock_warning,
    read_clock,
)
from trainer_app.store.base.object_ids import last_step
from trainer_app.store.exchange.integrity import check_integrity, digest_of


def check(work: Workplace) -> Integrity:
    """Rebuild every row from the journal apart and compare; also the file and its cipher."""
    return check_integrity(work.journal)


def digest(work: Workplace) -> str:
    """Return the digest of everything shown: equal on two computers that show the same. Reads all rows."""
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
