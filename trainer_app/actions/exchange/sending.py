"""Sending: to whom it goes, writing the file so that "saved" is true, the history.

A co-trainer gets the courses that both teach and no others: names of people elsewhere stay here.
"""

import logging
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path

from trainer_app import VERSION
from trainer_app.actions.attendance import attachments
from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.data_key import read_vault
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.sync_status import PART_FILE, WHOLE_FILE, departures_by_bundle
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses.teachers import courses_planned_for
from trainer_app.actions.evaluations import feedback
from trainer_app.actions.exchange import requests
from trainer_app.actions.exchange.outstanding import (
    files_of_others,
    fitting_contents,
    open_span,
    own_lines,
    signed_by_authors,
)
from trainer_app.bundle.layout import EXTENSION, MAX_SEEN, BundleContent, Header, bundle_name
from trainer_app.bundle.packing import write_bundle
from trainer_app.bundle.trust import Device
from trainer_app.bundle.vault import recovery_blob
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import author_of, is_made_by, new_key
from trainer_app.domain.base.passphrases import check_passphrase
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import SOURCE
from trainer_app.domain.certificates.serials import tidy_code
from trainer_app.domain.exchange.sending import CoTrainer, Recipient, SentBundle, SentLine
from trainer_app.native.disk import unlink_file
from trainer_app.store.attendance import marks
from trainer_app.store.base.rows import select_rows
from trainer_app.store.courses import courses
from trainer_app.store.exchange import transfers
from trainer_app.store.exchange.transfers import Departure
from trainer_app.system.files import write_atomically, write_checked


def list_co_trainers(work: Workplace) -> list[CoTrainer]:
    """Return the other laptops of this office that can be sent to, by code; none without an office.

    They stand in the trust list that came with the newest pack; lost and stolen ones are left out.
    """
    trust = identity.trust_list(work)
    own = identity.device_keys(work).signing_key
    codes = {course.key: course.code for course in courses.list_courses(work.database)}
    return [
        CoTrainer(device.code, device.name, _codes(codes, _courses_of(work, device)))
        for device in sorted(trust.devices if trust else (), key=lambda device: device.code)
        if device.role == "trainer" and not device.revoked_on and device.signing_key != own
    ]


def keys_of(work: Workplace, codes: Collection[str]) -> list[str]:
    """Return the age recipients of these laptops. Raises sending.unknown_co_trainer."""
    trust = identity.trust_list(work)
    known = {one.code for one in list_co_trainers(work)}
    keys = []
    for code in dict.fromkeys(map(tidy_code, codes)):
        device = trust.device(code) if trust and code in known else None
        if device is None:
            raise TrainerError("sending.unknown_co_trainer", code=code)
        keys.append(device.receiving_key)
    return keys


def shared_courses(work: Workplace, codes: Collection[str]) -> tuple[str, ...]:
    """Return the courses that all these laptops may have. Raises sending.no_shared_course."""
    trust = identity.trust_list(work)
    devices = [trust.device(tidy_code(code)) for code in codes] if trust else []
    taught = [_courses_of(work, device) for device in devices if device]
    found = set.intersection(*taught) if taught else set()
    if not found:
        raise TrainerError("sending.no_shared_course", codes=", ".join(map(tidy_code, codes)))
    return tuple(sorted(found))


def _courses_of(work: Workplace, device: Device) -> set[str]:
    """Return the courses that a laptop made or was given, or that its owner was assigned to by the office."""
    given = {str(row["course"]) for row in select_rows(work.database, "team") if row["device"] == device.code}
    author = device.key_id.hex()
    made = {course.key for course in courses.list_courses(work.database) if is_made_by(course.key, author)}
    return given | made | courses_planned_for(work, device.name)


def _codes(known: dict[str, str], courses: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted(known[course] for course in courses if course in known))


_KEPT = 5
"""How many of the files sent last stay on this laptop."""
_log = logging.getLogger(__name__)


def recipients(work: Workplace, language: str = SOURCE) -> list[Recipient]:
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


@guarded
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
    that waited for each other, where there are five or more and none of their form is unfinished, and files
    of others that the office does not
    have; none of it goes to co-trainers. Raises sending.nothing, sending.passphrase_needed, passphrase.*,
    sending.unknown_co_trainer, sending.no_shared_course, bundle.too_much, files.* for a stick that is full,
    read-only or gone.
    """
    given = (folder, course, passphrase, target, co_trainers, everything, progress)
    if not everything or course or co_trainers:
        return _export(work, *given)
    # A stick that refuses takes the answers back with it: what was not sent is not done.
    with work.journal.transaction():
        requests.answer_sending_again(work)
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
    others = keys_of(work, co_trainers)
    whole = everything or bool(others)
    courses = (course,) if course else shared_courses(work, co_trainers) if others else ()
    if work.role is Role.TRAINER and not others:
        feedback.enter_papers(work, course, unasked=True)
    _share(work, co_trainers, courses)
    lines = [line for _, line in own_lines(work, courses, from_start=whole)]
    scans, later = ([], []) if others else fitting_contents(work, lines, course)
    fitting, unfit = files_of_others(work, lines, scans, whole=not courses)
    carried = signed_by_authors(work, fitting)
    if not lines and not scans and not carried:
        raise TrainerError("sending.nothing")
    first, last = 1 if whole else sync_status.own_receipt(work) + 1, work.journal.number
    trust = identity.trust_list(work)
    if trust is None and not passphrase:
        raise TrainerError("sending.passphrase_needed")
    if trust is None:
        check_passphrase(passphrase, work.user)
    header = make_header(work, "sync", first, last, courses)
    blobs = [attachments.read_content(work, one.sha256) for one in scans]
    content = BundleContent(header, lines, blobs, carried=carried)
    targets = [trust.office.recipient, trust.office.recovery, *others] if trust else []
    data = write_bundle(content, identity.device_keys(work), targets, "" if trust else passphrase, progress)
    sent = save(
        work,
        folder,
        data,
        header,
        len(lines),
        target=target or folder.name,
        span=(1 if whole else open_span(work)[0], open_span(work)[1]),
        part=bool(courses),
        progress=progress,
    )
    marks.note_sent(work.database, header.bundle, [one.sha256 for one in scans])
    sent = replace(sent, scans=len(scans), scans_later=len(later))
    return replace(sent, carried=len(carried), carried_later=len(unfit))


def _share(work: Workplace, co_trainers: Collection[str], courses: Collection[str]) -> None:
    """Let co-trainers write about the courses that are sent to them."""
    # Here and not above: it brings the check of certificates, and Today asks this module at every start.
    from trainer_app.actions.exchange.trust import give_courses

    trust = identity.trust_list(work)
    devices = [trust.device(tidy_code(code)) for code in co_trainers] if trust else []
    give_courses(work, [device for device in devices if device], courses, "sending.step.share")


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
    number, copied = next_file_number(work), mark_of_copy(work)
    name = bundle_name(header.office, header.device, number, header.addressee, copied)
    path = write_checked(folder / name, data, progress=progress)
    departure = Departure(
        number=0,
        bundle=header.bundle,
        file=path.name,
        kind=PART_FILE if part else header.kind,
        target=target,
        at=header.wall,
        first=first,
        last=last,
        entries=entries,
        size=len(data),
    )
    transfers.add_departure(work.database, departure)
    _keep_copy(work, path.name, data)
    return SentBundle(path, header.bundle, entries, first, last, len(data))


@guarded
def copy(
    work: Workplace, sent: SentBundle, folder: Path, *, target: str = "", progress: Progress = no_progress
) -> SentBundle:
    """Write the same file to another place too, as safely; the history then names both places.

    Raises sending.copy_gone when neither this laptop nor the first place holds it any more, files.*.
    """
    data = _bytes_of(work, sent)
    first = next((one for one in transfers.list_departures(work.database) if one.bundle == sent.bundle), None)
    if data is None or first is None:
        raise TrainerError("sending.copy_gone", file=sent.file.name)
    path = write_checked(folder / sent.file.name, data, progress=progress)
    again = replace(first, file=path.name, target=target or folder.name, at=work.clock.millis())
    transfers.add_departure(work.database, again)
    return replace(sent, file=path)


def _keep_copy(work: Workplace, name: str, data: bytes) -> None:
    """Keep the newest files here, sealed as they are, so that a copy can be made when the stick is gone."""
    folder = work.folder.outgoing
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / name, data)
        kept = sorted(folder.glob(f"*{EXTENSION}"), key=lambda path: path.stat().st_mtime_ns)
        for old in kept[:-_KEPT]:
            unlink_file(old)
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


def make_header(
    work: Workplace,
    kind: str,
    first: int,
    last: int,
    courses: tuple[str, ...] = (),
    addressee: Device | None = None,
) -> Header:
    """Return the header of a new bundle of this computer; a pack has an addressee."""
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
        seen=dict(islice(_complete(work), MAX_SEEN)),
        courses=courses,
        addressee=addressee.code if addressee else "",
        addressee_key=addressee.key_id if addressee else b"",
        salt=work.key.salt if kind == "sync" else b"",
        recovery=recovery_blob(read_vault(work.folder)),
    )


def _complete(work: Workplace) -> Iterator[tuple[str, int]]:
    """Yield each replica of which all is here, with its last number."""
    return ((one.replica, one.last) for one in transfers.replica_ranges(work.database) if one.complete)


def mark_of_copy(work: Workplace) -> str:
    """Return what tells files of a copied or restored folder from those of the folder before; "" for that.

    Both count on from the same number, and neither knows how far the other went. So whatever goes on under
    another id than the first one of its keys says so in the names of its files: four letters of that id.
    """
    now = work.journal.replica
    first = next(each for each in work.journal.own_replicas() if author_of(each) == author_of(now))
    return "" if now == first else now.removeprefix(author_of(now))[:4].upper()


def next_file_number(work: Workplace) -> int:
    """Return the number of the next file of this computer."""
    numbered = (
        found
        for found in transfers.list_departures(work.database)
        if found.kind in (WHOLE_FILE, PART_FILE, "pack")
    )
    return len({found.bundle for found in numbered}) + 1


def has_sent(work: Workplace) -> bool:
    """Tell whether this computer has ever written a file for another one."""
    return bool(departures_by_bundle(work, WHOLE_FILE, PART_FILE))


def history(work: Workplace) -> list[SentLine]:
    """Return the files that were sent, the newest first, each with where to and what became of it."""
    durable, held = sync_status.own_receipts(work), sync_status.known_blobs(work)
    taken = max(durable, sync_status.own_received(work))
    scans = marks.sent_with(work.database)
    lines: list[SentLine] = []
    newer = ""
    for copies in departures_by_bundle(work, WHOLE_FILE, PART_FILE):
        first = copies[0]
        part = first.kind == PART_FILE
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
