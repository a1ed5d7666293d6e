"""What is still outstanding: what the next file will hold, what finds no room in it, and when to say so.

What a co-trainer gave to this laptop goes along to the office, as it was signed there, as long as the office
does not have it. So do packs of a computer that the office lost, once it has another one.
"""

import logging
from collections.abc import Collection, Sequence

from msgspec import Struct

from trainer_app.actions.attendance import attachments
from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.sync_status import own_changes, sent_up_to
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.certificates import signatories
from trainer_app.actions.evaluations import feedback
from trainer_app.bundle import sealing
from trainer_app.bundle.layout import ENTRIES, MAX_BLOBS, MAX_TEXT, MAX_TOTAL
from trainer_app.bundle.packing import Archive, count_entries, sha256_hex, split_lines
from trainer_app.domain.attendance.sheets import Content, choose_fitting
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import progress_text
from trainer_app.domain.exchange.laptops import ERASING_PENDING, SEEN_BY_OFFICE
from trainer_app.domain.exchange.sending import ChangeState, PendingChanges
from trainer_app.store.exchange import transfers
from trainer_app.store.exchange.course_scope import about_courses
from trainer_app.store.exchange.receiving import numbers_in
from trainer_app.store.exchange.transfers import Arrival
from trainer_app.system.handover import is_practice

_log = logging.getLogger(__name__)

_FOR_TEXTS = 5 * MAX_TEXT
"""What is left free for the other members of a bundle."""


def pending(work: Workplace, course: str | None = None, *, everything: bool = False) -> PendingChanges:
    """Return what the next file will hold: everything since the office's last durable receipt.

    With `everything`, all that was ever written here. Anonymous papers that will enter the journal with it
    are counted too.
    """
    lines = [line for _, line in own_lines(work, (course,) if course else (), from_start=everything)]
    first, last = open_span(work)
    scans, later = fitting_contents(work, lines, course)
    others, unfit = files_of_others(work, lines, scans, whole=course is None)
    ready, held = feedback.ready(work, course), feedback.held(work, course)
    counts = dict(count_entries(lines))
    if ready:
        counts["feedback_paper"] = counts.get("feedback_paper", 0) + ready
    return PendingChanges(
        counts,
        first if lines else last,
        last,
        len(scans),
        sum(one.size for one in scans),
        len(later),
        feedback.waiting(work, course) - ready - held,
        sum(len(line) + 1 for line in lines),
        len(others),
        sum(one.packed for one in others),
        len(unfit),
        ready,
        held,
    )


def unsent(work: Workplace) -> int:
    """Return how many changes were made here since the newest file with everything was written."""
    return max(0, open_span(work)[1] - sent_up_to(work))


def own_lines(
    work: Workplace, courses: Collection[str], *, from_start: bool = False
) -> list[tuple[int, bytes]]:
    """Return own changes since the receipt, or all of them; with `courses` only those about them."""
    if work.role is Role.OFFICE:
        raise TrainerError("sending.office_sends_packs")
    durable = {} if from_start else sync_status.known_receipts(work)
    lines = [
        pair
        for replica in work.journal.own_replicas()
        for pair in transfers.lines_of(work.database, replica, durable.get(replica, 0))
    ]
    return about_courses(work.database, lines, courses) if courses else lines


def fitting_contents(
    work: Workplace, lines: Sequence[bytes], course: str | None
) -> tuple[list[Content], list[Content]]:
    """Return which contents go along, and which find no room beside the entries.

    Designs of certificates come first: without them the office could not print what was issued here.
    """
    waiting: list[Content] = [*signatories.waiting_to_send(work, sync_status.known_blobs(work))]
    waiting += attachments.waiting_to_send(work, course)
    return choose_fitting(waiting, members=MAX_BLOBS, room=room_beside(lines))


class OthersFile(Struct, frozen=True):
    """A file of somebody else that this laptop took in and keeps sealed under the name `archived`.

    `sha256` is that of its ZIP, which takes `packed` bytes. `size` is what it takes of a file's limit: the
    ZIP and all that is in it.
    """

    archived: str
    sha256: str
    packed: int
    size: int


def files_of_others(
    work: Workplace, lines: Sequence[bytes], scans: Sequence[Content], *, whole: bool
) -> tuple[list[OthersFile], list[OthersFile]]:
    """Return which files of others go along to the office, and which find no room; none in a part."""
    if not whole:
        return [], []
    waiting = work.database.remembered("files of others", lambda: _find_unseen(work))
    room = room_beside(lines) - sum(one.size for one in scans)
    return choose_fitting(waiting, members=MAX_BLOBS - len(scans), room=room)


def _find_unseen(work: Workplace) -> list[OthersFile]:
    """Return the files with something of others that the office does not have, the newest first.

    As few of them as bring all of it: a newer file repeats most of what stands in an older one.
    """
    came = _from_others(work)
    numbers = {arrival.number for arrival in came}
    seen = work.store.setting(SEEN_BY_OFFICE)
    unseen = transfers.speaking_after(work.database, numbers, seen) if came else set()
    found = []
    for arrival in came:
        if not unseen:
            break
        try:
            data = _signed_by_author(work, arrival.archived)
            archive = Archive(data)
            told = unseen.intersection(numbers_in(split_lines(archive.read(ENTRIES))))
        except TrainerError as problem:
            _log.warning("a file of somebody else cannot go along: %s", problem.code)
            continue
        if told:
            unseen -= told
            size = len(data) + archive.size
            found.append(OthersFile(arrival.archived, sha256_hex(data), len(data), size))
    return found


def _from_others(work: Workplace) -> list[Arrival]:
    """Return what came from other laptops, or from a computer that the office lost, the newest first.

    What the office itself sent from the computer that it has now, it knows. While files are still to be
    cleared of erased people, nothing travels.
    """
    trust = identity.trust_list(work)
    if trust is None or work.store.setting(ERASING_PENDING):
        return []
    own = identity.device_keys(work).key_id
    authors = {
        device.key_id.hex()
        for device in trust.devices
        if device.key_id != own and (not device.at_office or device.revoked_on)
    }
    return [
        found
        for found in transfers.list_arrivals(work.database)
        if found.signer in authors and found.archived and found.result != "undone"
    ]


def _signed_by_author(work: Workplace, archived: str) -> bytes:
    """Return the ZIP of a file taken in, as its author signed it. Raises archive.missing, bundle.*."""
    try:
        data = (work.folder.archive / archived).read_bytes()
    except OSError as problem:
        raise TrainerError("archive.missing", file=archived) from problem
    return sealing.unseal(data, [identity.device_keys(work).identity])


def signed_by_authors(work: Workplace, files: Sequence[OthersFile]) -> list[bytes]:
    """Return the ZIPs of some files; one that is gone from the disk meanwhile stops nobody from sending."""
    found = []
    for one in files:
        try:
            found.append(_signed_by_author(work, one.archived))
        except TrainerError as problem:
            _log.warning("a file of somebody else did not go along: %s", problem.code)
    return found


def room_beside(lines: Sequence[bytes]) -> int:
    """Return how many bytes of attachments a bundle has room for beside its entries."""
    return MAX_TOTAL - _FOR_TEXTS - sum(len(line) + 1 for line in lines)


def open_span(work: Workplace) -> tuple[int, int]:
    """Return the running numbers of the first change that is not confirmed and of the last one made here.

    They count on over all ids under which this laptop has written, since a restored copy takes a new one.
    """
    return sync_status.own_receipts(work) + 1, sync_status.own_made(work)


PATIENCE_DAYS = 14
"""Days after which a change that is not safe at the office is worth a word."""
MANY = 20_000
"""Changes that travel with every file, from which on it is worth a word."""
_FULL = 0.6
"""Share of what a file may hold, from which on it is worth a word."""
_DAY = 86_400_000


def warnings(work: Workplace) -> tuple[Label, ...]:
    """Return what to do before disk or patience end, in words; nothing as long as all is well.

    The room on a stick is known only where it is chosen; see `PendingChanges.unpacked`.
    """
    if work.role is Role.OFFICE or is_practice(work.folder.root):
        return ()
    now = own_changes(work)
    found = []
    days = (work.clock.millis() - now.oldest) // _DAY if now.oldest is not None else 0
    if days >= PATIENCE_DAYS:
        code = "sending.warn.days" if now.counts[ChangeState.UNSENT] else "sending.warn.days_sent"
        found.append(Label(code, {"days": days}))
    if now.unsafe >= MANY:
        found.append(Label("sending.warn.many", {"count": now.unsafe}))
    share = pending(work).unpacked / MAX_TOTAL
    if share >= _FULL:
        found.append(Label("sending.warn.full", {"percent": progress_text(share)}))
    return tuple(found)
