"""A file whose every line is here already: told from its bytes, without reading what the lines say.

A laptop sends everything since the last receipt, and a stick is put in twice: such files are common, and
whoever drops a folder of them on the window shall not wait for each as if it were new.
"""

from trainer_app.actions import clocks, identity
from trainer_app.actions.workplace import Workplace
from trainer_app.bundle.reader import OpenBundle
from trainer_app.domain.upgrade import read_entry
from trainer_app.store.receiving import holds_all
from trainer_app.store.replicas import prefix_of


def brings_nothing(work: Workplace, opened: OpenBundle) -> bool:
    """Tell whether a verified file brings nothing at all. If in doubt, no."""
    *lines, rest = opened.lines if opened.only_lines else [b"."]
    return not rest and holds_all(work.journal, lines)


def note(work: Workplace, opened: OpenBundle) -> None:
    """Write down what such a file tells all the same: whose replica it is, and of that laptop's clock.

    Use inside `Journal.transaction`.
    """
    header = opened.header
    if header.replica in work.journal.own_replicas():
        return
    identity.learn_replica(work, header.replica, opened.signer.code)
    prefix = prefix_of(header.replica)
    # The newest of them, as lines stand in the order of their numbers.
    own = next((line for line in reversed(opened.lines) if line.startswith(prefix)), None)
    clocks.note_file(work, header.replica, header.wall, [read_entry(own)] if own else [])
