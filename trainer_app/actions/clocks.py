"""Is this computer's clock right? Nothing is refused for its date; the people are told.

What is known: when something was done here last. A clock before that was set back, or was ahead then; one
long after it may be years ahead. Which of the two is wrong, only a person can say.
"""

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.clocks import DAY, ClockDoubt, doubt_of
from trainer_app.store.backups import last_change

_BELIEVED = "clock_believed"


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
