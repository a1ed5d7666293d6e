"""What was shown before something is done is what it is done with.

A drawer or a question that shows figures keeps their stamp and hands it to the action. The action reads them
anew, in the very state in which it writes, and refuses where they are other ones: nothing is approved or
closed that nobody has seen.

The forms that erase have no stamp: they read anew what they show when their button is pressed, and refuse
likewise. What another window or desk writes between that and the work is not seen by them.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import msgspec

from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.errors import TrainerError

MOVED = "shown.moved"


def stamp_of(shown: object) -> str:
    """Return what differs as soon as anything differs that is shown. It is never empty."""
    return hashlib.sha256(msgspec.json.encode(shown, order="sorted")).hexdigest()


def check_shown(stamp: str, shown: object) -> None:
    """Raise shown.moved where something else was shown; an empty `stamp` says that nothing was."""
    if stamp and stamp != stamp_of(shown):
        raise TrainerError(MOVED)


@contextmanager
def as_it_stands[T](work: Workplace, read: Callable[[], T]) -> Iterator[T]:
    """Read, and write in the same state: no other thread, program or desk writes in between.

    It is read before the transaction, where much is remembered; again within it only if anything was written.
    """
    before = work.database.written_so_far
    found = read()
    with work.journal.transaction():
        yield found if work.database.written_so_far == before else read()
