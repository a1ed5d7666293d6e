"""The office's computer is lost: it is set up again from the paper keys and sealed files of before.

The recovery key opens what was sealed for the office: the archive or a copy of it, packs and trainers' files
on sticks. The stand-by key proves which list of laptops is the office's own, and hands over to a new root.
The
new computer has keys of its own; the lost one is revoked. Laptops accept it by its next pack, forget what the
lost computer had confirmed, and send everything again.
"""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from trainer_app.actions.base import identity, who_is_here, workplace
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.users import tidy_paper_key
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import archiving, clearing, erased, incoming, ledger
from trainer_app.actions.exchange.arrivals import take_bundle
from trainer_app.actions.exchange.importing import look_in_child, read_file
from trainer_app.actions.exchange.trust import LISTS_MISSED, keep_recovery_slot
from trainer_app.actions.office import key_papers, office
from trainer_app.bundle import layout, sealing
from trainer_app.bundle.keys import OfficeKeys, PaperKeys, read_standby, write_standby
from trainer_app.bundle.layout import Bundle
from trainer_app.bundle.reader import (
    Envelope,
    RevokedDevice,
    UnknownDevice,
    read_bundle,
    read_envelope,
    unseal,
)
from trainer_app.bundle.trust import Device, SignedTrust, TrustList, hand_over, introduce_trust
from trainer_app.domain.base.changes import Label, Progress, no_progress, part_of
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.base.settings import DEVICE_CODE, OFFICE_CODE
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.serials import tidy_code
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.domain.office.backups import OfficeFound, PaperStep, RecoveredFiles
from trainer_app.store.attendance.marks import forget_source
from trainer_app.store.base.drafts import Write
from trainer_app.store.exchange import transfers
from trainer_app.store.exchange.receiving import ReceiveResult
from trainer_app.store.review.contradictions import count_among
from trainer_app.system.child import Child
from trainer_app.system.clock import Clock, SystemClock
from trainer_app.system.folders import DataFolder

_OWN_LETTER = "A"
_COUNTED = ("taken", "known", "unknown", "unreadable", "entries", "later", "aside", "conflicts")


@dataclass(frozen=True)
class NewOfficeComputer:
    """Who begins again, where, under which passphrase, with which papers, from which files or folders."""

    folder: DataFolder
    passphrase: str = field(repr=False)
    user: str
    recovery: str = field(repr=False)
    standby: str = field(repr=False)
    places: tuple[Path, ...]
    clock: Clock | None = None
    cost: KdfCost | None = None
    revoked: tuple[str, ...] = ()
    """Codes of laptops that a person knows to be revoked, beside those that the found list says are."""


@dataclass
class _Looked:
    """What looking at files found: the newest list that fits, how many open; clocks of list and laptops."""

    best: TrustList | None = None
    files: int = 0
    closed: int = 0
    listed: int = 0
    written: int = 0

    @property
    def trust(self) -> TrustList:
        """The list. Raises again.nothing_opens, again.no_list."""
        if not self.files:
            raise TrainerError("again.nothing_opens", count=self.closed)
        if self.best is None:
            raise TrainerError("again.no_list", count=self.files)
        return self.best

    def found(self) -> OfficeFound:
        """Tell it in words of the domain."""
        trust = self.trust
        laptops = [device for device in trust.devices if not device.at_office]
        return OfficeFound(
            trust.office.code,
            trust.office.name,
            tuple(device.code for device in laptops),
            trust.serial,
            self.files,
            self.closed,
            tuple(device.code for device in laptops if device.revoked_on),
            unsure=self.written > self.listed,
        )


class _Told(msgspec.Struct, frozen=True):
    """What a file's header says, of any version."""

    kind: str = ""
    wall: int = 0


def look(
    places: Sequence[Path], recovery: str, standby: str, *, progress: Progress = no_progress
) -> OfficeFound:
    """Return what the files in these places tell about the office. Nothing is written.

    Raises vault.bad_recovery_key, bundle.bad_standby, again.nothing_opens (no file opens with this key),
    again.no_list (none of them brings a list of laptops that belongs to this stand-by key).
    """
    paper, seed = tidy_paper_key(recovery), read_standby(standby)
    return _look(places, paper, seed, progress).found()


def set_up_again(
    beginning: NewOfficeComputer, *, progress: Progress = no_progress
) -> tuple[Workplace, RecoveredFiles]:
    """Make the office anew on this computer, and read everything that opens; papers wait to be printed.

    Laptops in `revoked` are revoked before anything is read. Raises what `look` and `workplace.create` raise,
    office.unknown_device; before the data folder is made nothing is written.
    """
    paper, seed = tidy_paper_key(beginning.recovery), read_standby(beginning.standby)
    looked = _look(beginning.places, paper, seed, progress)
    found, trust = looked.found(), _without_revoked(looked.trust, beginning)
    work = workplace.create(
        beginning.folder,
        beginning.passphrase,
        role=Role.OFFICE,
        user_name=beginning.user,
        clock=beginning.clock or SystemClock(),
        cost=beginning.cost,
    )
    try:
        _continue(work, trust, paper, seed)
        ledger.adopt(work, ledger.found_at(beginning.places), [paper])
        keep_recovery_slot(work)
        read = read_with_paper(work, beginning.places, paper, progress=progress)
        who_is_here.note_paper(work, paper)
        office.close_counts(work)
    except BaseException:
        work.close()
        raise
    doubtful = tuple(code for code in found.doubtful if code not in _told_revoked(beginning))
    return work, replace(read, doubtful=doubtful)


@guarded
def read_with_paper(
    work: Workplace, places: Sequence[Path], recovery: str, *, progress: Progress = no_progress
) -> RecoveredFiles:
    """Take in old files with a recovery key from paper, the present one or one before it.

    Each file in one transaction, after a snapshot; originals go into the archive, sealed for this computer.
    What had been taken back stays away, where the order of an archive tells; what a newer version of the
    program wrote in a way that this one must not read is set aside. So is what the office had set aside, and
    what a revoked laptop wrote unless the order of an archive shows that it was taken in.
    Raises vault.bad_recovery_key, office.not_an_office.
    """
    paper = tidy_paper_key(recovery)
    keys = identity.office_keys(work)
    identities = [paper, keys.identity, identity.device_keys(work).identity]
    paths = list(_files(places))
    accepted = _accepted(places)
    counts = dict.fromkeys(_COUNTED, 0)
    touched: set[tuple[str, str]] = set()
    upheld = 0
    workplace.take_snapshot(work, "before-import")
    ledgers = ledger.found_at(places)
    with work.journal.transaction():
        # First of all: nobody who was erased comes in at all.
        ledger.unite(work, ledgers, identities)
    for index, path in enumerate(paths):
        progress("archive.rebuilding", index / max(len(paths), 1))
        try:
            data = read_file(path)
            bundle = _read(work, path, data, identities, accepted)
            received = _take(work, bundle, _for_us(work, data, identities), _called(work, bundle, data, path))
        except Cancelled:
            raise
        except TrainerError as problem:
            if problem.code.startswith(("files.", "disk.")):
                raise
            counts[_set_aside(work, path, identities, problem)] += 1
        else:
            counts["taken" if received else "known"] += 1
            if received:
                counts["entries"] += received.new
                counts["conflicts"] += count_among(work.journal, received.touched)
                touched.update(received.touched)
                upheld += received.upheld
    archiving.note_order(work)
    left_out = erased.erase_again(work, ledgers, identities)
    work.left_out = replace(left_out, entries=left_out.entries + upheld)
    ledger.publish(work)
    if clearing.is_pending(work):
        clearing.clear_files(work, progress)
    return RecoveredFiles(
        taken=counts["taken"],
        known=counts["known"],
        unknown=counts["unknown"],
        unreadable=counts["unreadable"],
        entries=counts["entries"],
        later=counts["later"],
        aside=counts["aside"],
        conflicts=counts["conflicts"],
        touched=frozenset(touched),
    )


def _read(
    work: Workplace, path: Path, data: bytes, identities: Sequence[str], accepted: frozenset[str]
) -> Bundle:
    """Read a file, unless it was set aside or comes from a revoked laptop and was never taken in.

    The lost computer is revoked too, but what it wrote itself is the office's.
    """
    trust, look = identity.trusted_keys(work), look_in_child(work)
    bundle = read_bundle(data, identities, trust, accept_revoked=True, look=look)
    signer = bundle.signer
    if signer.revoked_on and not signer.at_office and archiving.archive_name(data) not in accepted:
        raise RevokedDevice(signer)
    if incoming.is_set_aside(path):
        raise incoming.why_set_aside(path)
    return bundle


def _set_aside(work: Workplace, path: Path, identities: Sequence[str], problem: TrainerError) -> str:
    """Keep a refused file where Review shows it, if it is one to be set aside; return what it counts as.

    Raises files.*.
    """
    kept = incoming.is_set_aside(path)
    later = problem.code == "bundle.too_new"
    if kept or later or isinstance(problem, RevokedDevice):
        try:
            data = _for_us(work, read_file(path), identities)
        except TrainerError:
            return "unreadable"
        incoming.set_aside(work, data, path.name, problem)
        return "later" if later and not kept else "aside"
    return "unknown" if isinstance(problem, UnknownDevice) else "unreadable"


def _called(work: Workplace, bundle: Bundle, data: bytes, path: Path) -> str:
    """Return a file's name; where the archive named it by its sum, whose it is and of which day."""
    if path.name != archiving.archive_name(data):
        return path.name
    header = bundle.header
    day = work.moment(header.wall).date().isoformat()
    return "-".join(part for part in (header.office, header.device, day) if part) + layout.EXTENSION


def _take(work: Workplace, bundle: Bundle, data: bytes, name: str) -> ReceiveResult | None:
    """Take a file in and archive it; return what it brought, None if nothing was new."""
    with work.journal.transaction():
        received = take_bundle(work, bundle, data, name)
        number = transfers.list_arrivals(work.database)[0].number
        if not received.new and not received.blobs:
            forget_source(work.database, number)
            transfers.remove_newest_arrival(work.database)
            return None
        clearing.keep_original(work, data, received)
    if received.upheld:
        work.database.empty_log()
    return received


def _for_us(work: Workplace, data: bytes, identities: Sequence[str]) -> bytes:
    """Return a file as this computer can open it: what it says and who signed it stay as they are.

    Sealed for the lost computer it could neither be read again nor cleared when somebody is to be erased.
    """
    keys = identity.office_keys(work)
    try:
        sealing.unseal(data, [keys.identity])
    except TrainerError:
        return sealing.seal(sealing.unseal(data, identities), [keys.recipient, keys.recovery_recipient])
    return data


def _continue(work: Workplace, trust: TrustList, paper: str, seed: bytes) -> None:
    """Go on with the list under a new root, as a new computer of the same office; all of it or nothing."""
    standby = secrets.token_bytes(sealing.KEY_LENGTH)
    keys = OfficeKeys(
        identity=sealing.new_identity(),
        root_seed=secrets.token_bytes(sealing.KEY_LENGTH),
        standby_key=sealing.public_key_of(standby),
        recovery_recipient=trust.office.recovery,
    )
    today = work.today().isoformat()
    with work.journal.transaction():
        work.store.change_setting(OFFICE_CODE, trust.office.code)
        work.store.change_setting(DEVICE_CODE, _next_own_code(trust))
        own = msgspec.structs.replace(identity.own_device(work), role="office")
        devices = (*(_without_office(device, today) for device in trust.devices), own)
        renewed = hand_over(trust, keys.roots, seed, trust.serial + LISTS_MISSED)
        office = msgspec.structs.replace(renewed.office, recipient=keys.recipient)
        key_papers.keep_renewed(work, keys, msgspec.structs.replace(renewed, office=office, devices=devices))
        key_papers.keep(work, PaperStep.AGAIN, PaperKeys(paper, write_standby(standby)))
        fields = {**trust.office.name.fields("name"), "code": trust.office.code}
        key = derive_key("office", trust.office.code)
        # A note, as the first set-up is: keys on paper and in laptops are not taken back by a pressed key.
        work.journal.record(Label("office.step.again"), [Write("office", key, fields)], note=True)


def _without_office(device: Device, day: str) -> Device:
    """Revoke the lost computer; what it issued before stays good."""
    lost = device.at_office and not device.revoked_on
    return msgspec.structs.replace(device, revoked_on=day) if lost else device


def _told_revoked(beginning: NewOfficeComputer) -> frozenset[str]:
    return frozenset(map(tidy_code, beginning.revoked))


def _without_revoked(trust: TrustList, beginning: NewOfficeComputer) -> TrustList:
    """Revoke the laptops that a person named. Raises office.unknown_device."""
    named = _told_revoked(beginning)
    for code in named:
        found = trust.device(code)
        if found is None or found.at_office:
            raise TrainerError("office.unknown_device", code=code)
    day = (beginning.clock or SystemClock()).today(workplace.ZONE).isoformat()
    devices = tuple(
        msgspec.structs.replace(one, revoked_on=day) if one.code in named and not one.revoked_on else one
        for one in trust.devices
    )
    return msgspec.structs.replace(trust, devices=devices)


def _next_own_code(trust: TrustList) -> str:
    """Return a code that no computer of this office had: its serials are never given twice."""
    taken = {device.code for device in trust.devices}
    return next(code for number in range(1, 1000) if (code := f"{_OWN_LETTER}{number}") not in taken)


def _look(places: Sequence[Path], paper: str, seed: bytes, progress: Progress) -> _Looked:
    """Return the newest list that belongs to both papers; how many files open, and how many do not.

    Raises again.nothing_opens, again.no_list.
    """
    standby, recovery = sealing.public_key_of(seed), sealing.recipient_of(paper)
    looked, child = _Looked(), Child()
    paths = [path for path in _files(places) if not incoming.is_set_aside(path)]
    for index, path in enumerate(paths):
        tell = part_of(progress, index / len(paths), (index + 1) / len(paths))
        tell("again.looking", 0.0)
        try:
            envelope = child.run(tell, read_envelope, unseal(read_file(path), [paper]))
            told = msgspec.json.decode(envelope.header, type=_Told)
        except Cancelled:
            raise
        except (TrainerError, msgspec.MsgspecError):
            looked.closed += 1
            continue
        looked.files += 1
        if told.kind == "sync":
            looked.written = max(looked.written, told.wall)
        found = _list_in(envelope)
        if not found or standby not in found.office.roots or found.office.recovery != recovery:
            continue
        if looked.best is None or found.serial > looked.best.serial:
            looked.best, looked.listed = found, told.wall
        elif found.serial == looked.best.serial:
            looked.listed = max(looked.listed, told.wall)
    looked.found()
    return looked


def _list_in(envelope: Envelope) -> TrustList | None:
    """Return the list in a pack, signed by a root that it names: the stand-by key shows whose it is."""
    try:
        return introduce_trust(SignedTrust(envelope.trust, envelope.trust_signature))
    except TrainerError:
        return None


def _files(places: Sequence[Path]) -> Iterator[Path]:
    """Give the files of this program in some places and the folders below, each name once."""
    seen: set[Path] = set()
    for place in places:
        found = sorted(place.rglob(f"*{layout.EXTENSION}")) if place.is_dir() else [place]
        undone = _undone(place) if place.is_dir() else frozenset()
        for path in found:
            if path not in seen and path.name not in undone:
                seen.add(path)
                yield path


def _accepted(places: Sequence[Path]) -> frozenset[str]:
    """Return the files that an office had taken in, by the orders that lie in its archives."""
    folders = [place for place in places if place.is_dir()]
    orders = [path for folder in folders for path in folder.rglob(archiving.ORDER)]
    found: set[str] = set()
    for path in orders:
        with suppress(TrainerError):
            found.update(event.file for event in archiving.read_order(path.parent) if event.do == "take")
    return frozenset(found)


def _undone(folder: Path) -> frozenset[str]:
    """Return the files that the office had taken back, by the order that lies in its archive."""
    found: set[str] = set()
    for path in folder.rglob(archiving.ORDER):
        try:
            events = archiving.read_order(path.parent)
        except TrainerError:
            continue
        taken = {event.number: event.file for event in events if event.do == "take"}
        back = {event.number for event in events if event.do == "undo"}
        found |= {name for number, name in taken.items() if number in back}
        found -= {name for number, name in taken.items() if number not in back}
    return frozenset(found)
