"""Sending: what will go, to whom; writing the file so that "saved" is true; the history."""

import logging
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from trainer_app.actions import (
    attachments,
    cotrainers,
    designs,
    errands,
    feedback_papers,
    identity,
    receipts,
    trusting,
)
from trainer_app.actions.workplace import Role, Workplace, read_vault
from trainer_app.bundle.layout import (
    EXTENSION,
    MAX_BLOBS,
    MAX_TEXT,
    MAX_TOTAL,
    BundleContent,
    Header,
    bundle_name,
)
from trainer_app.bundle.vault import recovery_blob
from trainer_app.bundle.writer import count_entries, write_bundle
from trainer_app.domain.attachments import Content, choose_fitting
from trainer_app.domain.changes import Progress, no_progress
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.keys import new_key
from trainer_app.domain.sending import Pending, Recipient, SentBundle, SentLine
from trainer_app.store import attachments as stored
from trainer_app.store import exchange
from trainer_app.store.exchange import Departure
from trainer_app.store.scopes import about_courses
from trainer_app.system.files import write_atomically, write_checked
from trainer_app.system.version import VERSION

_WHOLE, _PART = "sync", "part"
"""How the history calls a file with everything, and one with some courses only, which settles nothing."""
_KEPT = 5
"""How many of the files sent last stay on this laptop."""
_FOR_TEXTS = 5 * MAX_TEXT
"""What is left free for the other members of a bundle."""
_log = logging.getLogger(__name__)


def pending(work: Workplace, course: str | None = None, *, everything: bool = False) -> Pending:
    """Return what the next file will hold: everything since the office's last durable receipt.

    With `everything`, all that was ever written here. Anonymous papers that will enter the journal with it
    are counted too.
    """
    lines = [line for _, line in _own_lines(work, (course,) if course else (), from_start=everything)]
    first, last = _span(work)
    scans, later = _scans(work, lines, course)
    ready = feedback_papers.ready(work, course)
    counts = dict(count_entries(lines))
    if ready:
        counts["feedback_paper"] = counts.get("feedback_paper", 0) + ready
    return Pending(
        counts,
        first if lines else last,
        last,
        len(scans),
        sum(one.size for one in scans),
        len(later),
        feedback_papers.waiting(work, course) - ready,
        sum(len(line) + 1 for line in lines),
    )


def unsent(work: Workplace) -> int:
    """Return how many changes were made here since the newest file with everything was written."""
    return max(0, _span(work)[1] - sent_up_to(work))


def sent_up_to(work: Workplace) -> int:
    """Return the running number of the last change that a file with everything took along."""
    sent = _by_bundle(work, _WHOLE)
    return sent[0][0].last if sent else 0


def recipients(work: Workplace, language: str = "en") -> list[Recipient]:
    """Return who will be able to open the file; nobody yet on a laptop without an office.

    The office is named in `language` where it has a name in it.
    """
    trust = identity.trust_list(work)
    if trust is None:
        return [Recipient("passphrase", "")]
    name = trust.office.name.best(language) or trust.office.code
    return [
        Recipient("office", name, trust.office.fingerprint),
        Recipient("recovery", name),
    ]


def export(
    work: Workplace,
    folder: Path,
    *,
    course: str | None = None,
    passphrase: str = "",
    target: str = "",
    co_trainers: Collection[str] = (),
    everything: bool = False,
    progress: Progress = no_progress,
) -> SentBundle:
    """Write a bundle into a folder: sealed, signed, synced, read back. Then it is saved and checked.

    Without an office it is sealed with `passphrase`. `target` is how the history calls the place, by
    default the folder's name. `co_trainers` are codes of laptops that can open it too; it then holds
    only courses that all of them teach (or `course`), from their beginning, since nobody knows how much of
    it they have. With `everything` it goes back to the beginning too, and answers the office's requests to
    send again. Scans that shall go to the office go along as far as there is room, and anonymous papers
    that waited for each other, where there are five or more; neither goes to co-trainers. Raises
    sending.nothing, sending.passphrase_needed, sending.unknown_co_trainer, sending.no_shared_course,
    bundle.too_much, files.* for a stick that is full, read-only or gone.
    """
    given = (folder, course, passphrase, target, co_trainers, everything, progress)
    if not everything or course or co_trainers:
        return _export(work, *given)
    # A stick that refuses takes the answers back with it: what was not sent is not done.
    with work.journal.transaction():
        errands.answer_sending_again(work)
        return _export(work, *given)


def _export(
    work: Workplace,
    folder: Path,
    course: str | None,
    passphrase: str,
    target: str,
    co_trainers: Collection[str],
    everything: bool,
    progress: Progress,
) -> SentBundle:
    others = cotrainers.keys_of(work, co_trainers)
    whole = everything or bool(others)
    courses = (course,) if course else cotrainers.shared_courses(work, co_trainers) if others else ()
    if work.role is Role.TRAINER and not others:
        feedback_papers.enter_papers(work, course)
    lines = [line for _, line in _own_lines(work, courses, from_start=whole)]
    scans, later = ([], []) if others else _scans(work, lines, course)
    if not lines and not scans:
        raise TrainerError("sending.nothing")
    first, last = 1 if whole else receipts.own_receipt(work) + 1, work.journal.number
    trust = identity.trust_list(work)
    if trust is None and not passphrase:
        raise TrainerError("sending.passphrase_needed")
    header = make_header(work, "sync", first, last, courses)
    content = BundleContent(header, lines, [attachments.read_content(work, one.sha256) for one in scans])
    targets = [trust.office.recipient, trust.office.recovery, *others] if trust else []
    data = write_bundle(content, identity.device_keys(work), targets, "" if trust else passphrase, progress)
    place = target or folder.name
    sent = save(
        work,
        folder,
        data,
        header,
        len(lines),
        target=place,
        span=(1 if whole else _span(work)[0], _span(work)[1]),
        part=bool(courses),
        progress=progress,
    )
    stored.note_sent(work.database, header.bundle, [one.sha256 for one in scans])
    return replace(sent, scans=len(scans), scans_later=len(later))


def save(
    work: Workplace,
    folder: Path,
    data: bytes,
    header: Header,
    entries: int,
    *,
    target: str,
    span: tuple[int, int] | None = None,
    part: bool = False,
    progress: Progress = no_progress,
) -> SentBundle:
    """Put a bundle's bytes safely into a folder and write it down in the history.

    `span` are the running numbers of its changes, by default those in its header; `part` says that it does
    not hold all of them.
    """
    first, last = span or (header.first, header.last)
    name = bundle_name(header.office, header.device, next_file_number(work))
    path = write_checked(folder / name, data, progress=progress)
    departure = Departure(
        number=0,
        bundle=header.bundle,
        file=path.name,
        kind=_PART if part else header.kind,
        target=target,
        at=header.wall,
        first=first,
        last=last,
        entries=entries,
        size=len(data),
    )
    exchange.add_departure(work.database, departure)
    _keep_copy(work, path.name, data)
    return SentBundle(path, header.bundle, entries, first, last, len(data))


def copy(
    work: Workplace, sent: SentBundle, folder: Path, *, target: str = "", progress: Progress = no_progress
) -> SentBundle:
    """Write the same file to another place too, as safely; the history then names both places.

    Raises sending.copy_gone when neither this laptop nor the first place holds it any more, files.*.
    """
    data = _bytes_of(work, sent)
    first = next((one for one in exchange.list_departures(work.database) if one.bundle == sent.bundle), None)
    if data is None or first is None:
        raise TrainerError("sending.copy_gone", file=sent.file.name)
    path = write_checked(folder / sent.file.name, data, progress=progress)
    again = replace(first, file=path.name, target=target or folder.name, at=work.clock.millis())
    exchange.add_departure(work.database, again)
    return replace(sent, file=path)


def _keep_copy(work: Workplace, name: str, data: bytes) -> None:
    """Keep the newest files here, sealed as they are, so that a copy can be made when the stick is gone."""
    folder = work.folder.outgoing
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / name, data)
        kept = sorted(folder.glob(f"*{EXTENSION}"), key=lambda path: path.stat().st_mtime_ns)
        for old in kept[:-_KEPT]:
            old.unlink(missing_ok=True)
    except (OSError, TrainerError):
        # It was sent; that no second copy lies here is no reason to say otherwise.
        _log.warning("no copy of the file that was sent could be kept")


def _bytes_of(work: Workplace, sent: SentBundle) -> bytes | None:
    for path in (work.folder.outgoing / sent.file.name, sent.file):
        try:
            return path.read_bytes()
        except OSError:
            continue
    return None


def make_header(work: Workplace, kind: str, first: int, last: int, courses: tuple[str, ...] = ()) -> Header:
    """Return the header of a new bundle of this computer."""
    return Header(
        kind="pack" if kind == "pack" else "sync",
        bundle=new_key(),
        office=identity.office_code(work),
        device=identity.device_code(work),
        replica=work.journal.replica,
        first=first,
        last=last,
        wall=work.clock.millis(),
        app=VERSION,
        seen={
            found.replica: found.last for found in exchange.replica_ranges(work.database) if found.complete
        },
        courses=courses,
        recovery=recovery_blob(read_vault(work.folder)),
    )


def next_file_number(work: Workplace) -> int:
    """Return the number of the next file of this computer."""
    numbered = (
        found for found in exchange.list_departures(work.database) if found.kind in (_WHOLE, _PART, "pack")
    )
    return len({found.bundle for found in numbered}) + 1


def has_sent(work: Workplace) -> bool:
    """Tell whether this computer has ever written a file for another one."""
    return bool(_by_bundle(work, _WHOLE, _PART))


def history(work: Workplace) -> list[SentLine]:
    """Return the files that were sent, the newest first, each with where to and what became of it."""
    durable, held = receipts.own_receipts(work), receipts.known_blobs(work)
    taken = max(durable, receipts.own_received(work))
    scans = stored.sent_with(work.database)
    lines: list[SentLine] = []
    newer = ""
    for copies in _by_bundle(work, _WHOLE, _PART):
        first = copies[0]
        part = first.kind == _PART
        lines.append(
            SentLine(
                first.file,
                ", ".join(dict.fromkeys(copy.target for copy in copies if copy.target)),
                first.at,
                first.entries,
                first.size,
                first.first,
                first.last,
                confirmed=first.last <= durable and scans.get(first.bundle, frozenset()) <= held,
                superseded_by=newer,
                scans=len(scans.get(first.bundle, ())),
                part=part,
                received=first.last <= taken,
            )
        )
        newer = newer if part else first.file
    return lines


def _by_bundle(work: Workplace, *kinds: str) -> list[list[Departure]]:
    """Return the copies of each file, the first one first; the newest file first."""
    found: dict[str, list[Departure]] = {}
    for departure in reversed(exchange.list_departures(work.database)):
        if departure.kind in kinds:
            found.setdefault(departure.bundle, []).append(departure)
    return list(reversed(found.values()))


def _own_lines(
    work: Workplace, courses: Collection[str], *, from_start: bool = False
) -> list[tuple[int, bytes]]:
    """Return own changes since the receipt, or all of them; with `courses` only those about them."""
    if work.role is Role.OFFICE:
        raise TrainerError("sending.office_sends_packs")
    durable = {} if from_start else receipts.known_receipts(work)
    lines = [
        pair
        for replica in work.journal.own_replicas()
        for pair in exchange.lines_of(work.database, replica, durable.get(replica, 0))
    ]
    if not from_start:
        lines += trusting.lines_to_bring_back(work)
    return about_courses(work.database, lines, courses) if courses else lines


def _scans(
    work: Workplace, lines: Sequence[bytes], course: str | None
) -> tuple[list[Content], list[Content]]:
    """Return which contents go along, and which find no room beside the entries.

    Designs of certificates come first: without them the office could not print what was issued here.
    """
    waiting: list[Content] = [*designs.waiting_to_send(work, receipts.known_blobs(work))]
    waiting += attachments.waiting_to_send(work, course)
    return choose_fitting(waiting, members=MAX_BLOBS, room=room_beside(lines))


def room_beside(lines: Sequence[bytes]) -> int:
    """Return how many bytes of attachments a bundle has room for beside its entries."""
    return MAX_TOTAL - _FOR_TEXTS - sum(len(line) + 1 for line in lines)


def _span(work: Workplace) -> tuple[int, int]:
    """Return the running numbers of the first change that is not confirmed and of the last one made here.

    They count on over all ids under which this laptop has written, since a restored copy takes a new one.
    """
    return receipts.own_receipts(work) + 1, receipts.own_made(work)
