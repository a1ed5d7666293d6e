"""What came from newer versions of the program: announced on arrival, and for as long as it waits.

Nothing of it is lost: the lines stay in the journal, go on in files, and are shown once this computer has a
version that knows them. What is noted here is only how many there are.
"""

import re
from collections import Counter

import msgspec

from trainer_app.actions.base.workplace import Workplace
from trainer_app.bundle.layout import Bundle
from trainer_app.domain.base import schema
from trainer_app.domain.exchange.forward_compat import NewerChanges, is_beyond
from trainer_app.domain.exchange.settings import NEWER, NewerFile, NewerFiles
from trainer_app.store.base.entry_history import count_beyond
from trainer_app.store.exchange import transfers
from trainer_app.store.exchange.integrity import vocabulary
from trainer_app.system.version import VERSION

_VERSION = re.compile(r"[0-9][0-9A-Za-z.+-]{0,19}")
"""What another program says of itself may be shown if it looks like a version."""


def note(work: Workplace, number: int, bundle: Bundle) -> NewerChanges | None:
    """Look how much of an import this version cannot show, and remember it. Use inside a transaction."""
    found = None
    if any(is_beyond(entry) for entry in bundle.entries):
        header = bundle.header
        version = ""
        if header.schema > schema.VERSION:
            version = header.app if _VERSION.fullmatch(header.app) else "?"
        count = count_beyond(work.database, number)
        found = NewerChanges(bundle.signer.code, version, count) if count else None
    files = _read(work)
    # The number of an import that brought nothing is given again: what was noted under it goes.
    if found is not None or files.pop(number, None) is not None:
        if found is not None:
            files[number] = NewerFile(found.device, found.version, found.count)
        _keep(work, files)
    return found


def waiting(work: Workplace) -> list[NewerChanges]:
    """Return what waits for the update, by laptop; after an update, what still does."""
    files = _read(work)
    if not files:
        return []
    there = {one.number for one in transfers.list_arrivals(work.database) if one.result != "undone"}
    counts = Counter[tuple[str, str]]()
    for number, one in files.items():
        if number in there:
            counts[one.device, one.version] += one.count
    return [NewerChanges(*who, count) for who, count in sorted(counts.items()) if count]


def count_again(work: Workplace) -> None:
    """Count anew when somebody asks next: some of it may have been erased."""
    noted = work.store.setting(NEWER)
    if noted is not None:
        work.store.change_setting(NEWER, msgspec.structs.replace(noted, program=""))


def _read(work: Workplace) -> dict[int, NewerFile]:
    """Return import -> what of it waits, counted anew if another version of the program did so."""
    noted = work.store.setting(NEWER)
    if noted is None:
        return {}
    if noted.program == _program():
        return noted.files
    files = {
        number: msgspec.structs.replace(one, count=count_beyond(work.database, number))
        for number, one in noted.files.items()
    }
    _keep(work, files)
    return files


def _keep(work: Workplace, files: dict[int, NewerFile]) -> None:
    work.store.change_setting(NEWER, NewerFiles(_program(), files))


def _program() -> str:
    return f"{VERSION} {vocabulary()}"
