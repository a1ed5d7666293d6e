"""The office and its laptops: set-up, requests, enrolment, joining, leaving, revoking.

Nobody joins by a file alone. The office types two groups of the laptop's digits before it enrols it, and the
laptop keeps the office's first file aside until two groups of the office's digits were typed: until then it
trusts nobody, and no key opens its data beside its own.
"""

import hashlib
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import NoReturn

import msgspec

from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Role, Workplace, drop_recovery_slot, take_snapshot
from trainer_app.actions.base.workplace_key import ask_for_new_key
from trainer_app.actions.courses.teachers import owner_writes
from trainer_app.actions.exchange import all_packs, archiving, clearing, sending
from trainer_app.actions.exchange.all_packs import first_courses
from trainer_app.actions.exchange.arrivals import take_bundle
from trainer_app.actions.exchange.importing import imports, read_file, remove_import
from trainer_app.actions.exchange.packs import export_pack, pack_courses
from trainer_app.actions.exchange.travelling import know_owner, listed, note_computer, owner_of
from trainer_app.actions.exchange.trust import (
    forget_receipts_of_another,
    give_courses,
    is_same_office,
    keep_recovery_slot,
    knows_newer,
    note_enrolled_salt,
    sign_list,
    take_revocations,
    trust_of_office,
)
from trainer_app.actions.office import key_papers
from trainer_app.bundle.encodings import is_typed, pick_groups
from trainer_app.bundle.keys import OfficeKeys
from trainer_app.bundle.reader import FirstPack, open_first_pack, read_first_pack
from trainer_app.bundle.trust import Device, Office, TrustList, read_request, write_request
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import author_of, derive_key
from trainer_app.domain.base.schema import ENTITIES
from trainer_app.domain.base.settings import DEVICE_CODE, OFFICE_CODE
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import SOURCE, Texts
from trainer_app.domain.certificates.serials import is_office_code, tidy_code
from trainer_app.domain.exchange.laptops import DAY, PROGRAM_VERSIONS, WAITING_FILE, WaitingFile
from trainer_app.domain.exchange.sending import (
    DeviceLine,
    EnrolledLaptop,
    ImportLine,
    ImportReport,
    JoinedOffice,
    JoinRequest,
    OfficeSetUp,
    WaitingOffice,
)
from trainer_app.domain.office.backups import PaperStep
from trainer_app.domain.office.erasing import JOINED_BY
from trainer_app.domain.office.reports import SILENT_DAYS
from trainer_app.native.disk import unlink_file
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.files import remove_database
from trainer_app.store.exchange import transfers
from trainer_app.system.files import write_atomically, write_checked

OWN_CODE = "A1"
"""The office computer's own code in serials and file names."""


@guarded
def init(work: Workplace, name: Texts, code: str, *, hold: bool = False) -> OfficeSetUp:
    """Set up the office, all of it or nothing: its keys and the first trust list.

    The paper keys are returned this once, unless `hold` keeps them sealed until `key_papers.confirm`.
    Raises office.not_an_office on a trainer's laptop, office.exists, office.bad_code.
    """
    if work.role is not Role.OFFICE:
        raise TrainerError("office.not_an_office")
    if identity.has_office(work):
        raise TrainerError("office.exists")
    code = tidy_code(code)
    if not is_office_code(code):
        raise TrainerError("office.bad_code", code=code)
    keys, paper = OfficeKeys.generate()
    with work.journal.transaction():
        work.store.change_setting(OFFICE_CODE, code)
        work.store.change_setting(DEVICE_CODE, OWN_CODE)
        own = msgspec.structs.replace(identity.own_device(work), role="office")
        office = Office(code, name, keys.recipient, keys.recovery_recipient, keys.roots)
        key_papers.keep_renewed(work, keys, TrustList(office, 1, work.today().isoformat(), (own,)))
        if hold:
            key_papers.keep(work, PaperStep.INIT, paper)
        fields = {**name.fields("name"), "code": code}
        writes = [Write("office", derive_key("office", code), fields)]
        # A note: keys on paper and in laptops cannot be taken back by a key that is pressed in passing.
        work.journal.record(Label("office.step.init"), writes, note=True)
    keep_recovery_slot(work)
    return OfficeSetUp(code, paper.recovery, paper.standby, keys.fingerprint)


def is_unfinished(work: Workplace) -> bool:
    """Tell whether a set-up was interrupted so early that there is neither an office nor anything else."""
    # Counted last: to count a journal of years takes longer than the whole start.
    begun = work.role is Role.OFFICE and not identity.has_office(work)
    return begun and not transfers.count_entries(work.database)


def discard_unfinished(work: Workplace) -> None:
    """Close and remove an office's data folder in which nothing is, so that it can be begun again."""
    if not is_unfinished(work):
        raise TrainerError("office.exists")
    work.close()
    remove_database(work.folder.database)
    for path in (work.folder.vault, work.folder.vault_copy):
        unlink_file(path)


def request(work: Workplace, path: Path) -> tuple[Path, str]:
    """Write the file by which this laptop asks to be enrolled; returns it and the digits to read aloud."""
    keys = identity.device_keys(work)
    day = work.today().isoformat()
    data = write_request(keys, work.user, work.journal.replica, day, work.key.salt)
    return write_checked(path, data), keys.fingerprint


def read_asking(work: Workplace, path: Path) -> JoinRequest:
    """Return who asks to be enrolled, and which of the laptop's digits are to be typed before it is.

    Raises bundle.bad_request, bundle.too_new, import.unreadable.
    """
    asked = read_request(read_file(path))
    trust = identity.trust_list(work)
    known = (one.code for one in (trust.devices if trust else ()) if one.signing_key == asked.signing_key)
    places = _places(work, asked.fingerprint)
    return JoinRequest(asked.label, asked.fingerprint, asked.day, places, next(known, ""))


def are_digits(asked: JoinRequest, typed: str) -> bool:
    """Tell whether the groups that were typed are those of the laptop that asks."""
    return is_typed(typed, asked.fingerprint, asked.places)


def next_code(work: Workplace) -> str:
    """Return a code that no laptop has yet: the next number behind the letter used last, K1 to begin with."""
    taken = {device.code for device in trust_of_office(work).devices if not device.at_office}
    letter = max((code[0] for code in taken), default="K")
    number = max((int(code[1:]) for code in taken if code[0] == letter and code[1:].isdecimal()), default=0)
    return f"{letter}{number + 1}"


@guarded
def enrol(
    work: Workplace,
    path: Path,
    code: str,
    folder: Path,
    courses: Collection[str] | None = None,
    *,
    typed: str,
    teaches: bool = False,
    whose: str | None = None,
    progress: Progress = no_progress,
) -> EnrolledLaptop:
    """Take a laptop in by its request file, under a code, and write its first pack into a folder.

    `typed` are the two groups asked for of the digits that the laptop shows, or all six. Without `courses`
    the pack holds those that the office planned for its owner, or, of a known laptop, its own. With `teaches`
    its owner becomes a trainer of them, in the same step. No code that another laptop had is given again:
    courses say by it who may write about them. With `whose`, a short name or `travelling.OWN`, it is a
    computer of the office that travels. Raises office.digits_missing, office.other_laptop,
    office.copied_folder, bundle.bad_request, and what `travelling.listed` does.
    """
    identity.office_keys(work)
    asked = read_request(read_file(path))
    if not is_typed(typed, asked.fingerprint, _places(work, asked.fingerprint)):
        raise TrainerError("office.other_laptop")
    code, trust = tidy_code(code), trust_of_office(work)
    device = listed(work, trust, asked, code, whose)
    others = tuple(device for device in trust.devices if device.signing_key != asked.signing_key)
    before = next((one for one in trust.devices if one.signing_key == asked.signing_key), None)
    lines = pack_courses(work, before.code) if before else first_courses(work, asked.label)
    own = [line.key for line in lines if line.own]
    if courses is None:
        courses = own
    # A stick that refuses takes the enrolment back with it: "nothing was changed" stays true.
    with work.journal.transaction():
        sign_list(work, trust, (*others, device))
        note_enrolled_salt(work, device, asked.salt)
        note_computer(work, device)
        if before:
            # What it was given is never taken back, whatever became of it meanwhile.
            give_courses(work, [device], own, "sending.step.give")
        writes = owner_writes(work, courses, asked.label) if teaches else []
        if writes:
            work.journal.record(Label("course.step.assign"), writes)
        pack = export_pack(work, code, folder, courses=courses, progress=progress)
    return EnrolledLaptop(code, asked.fingerprint, pack, again=before is not None)


WRONG_TRIES = 3
"""After so many wrong groups the first file of an office is let go."""


def meet(work: Workplace, path: Path) -> WaitingOffice | JoinedOffice:
    """Look at the first file of an office, and keep it aside: nothing of it counts before `join`.

    Where this laptop belongs to that very office already, it is taken in at once. Raises
    bundle.not_enrolled, bundle.*, office.is_an_office, office.other_office.
    """
    if work.role is Role.OFFICE:
        raise TrainerError("office.is_an_office")
    data = read_file(path)
    first = _open_first(work, data)
    if identity.has_office(work):
        return _enter(work, first, data, path.name)
    office = first.trust.office
    kept = WaitingFile(
        path.name,
        hashlib.sha256(data).hexdigest(),
        office.name.best(SOURCE),
        office.code,
        _places(work, office.fingerprint),
    )
    before = work.store.setting(WAITING_FILE)
    if before is not None and before.sha256 == kept.sha256:
        kept = replace(kept, wrong=before.wrong)
    write_atomically(work.folder.first_file, data)
    work.store.change_setting(WAITING_FILE, kept)
    return _described(kept)


def waiting(work: Workplace) -> WaitingOffice | None:
    """Return the office whose first file waits for its digits; None without one."""
    kept = work.store.setting(WAITING_FILE)
    if kept is None or identity.has_office(work) or not work.folder.first_file.exists():
        return None
    return _described(kept)


def join(work: Workplace, typed: str) -> JoinedOffice:
    """Belong to the office whose first file waits, once the groups asked for, or all six, were typed.

    Whoever typed them has them from the office: they are shown nowhere on this laptop. Raises
    office.nothing_waits, office.digits_missing, office.wrong_digits, and with the last try
    office.digits_given_up: then the file is gone. Also what `meet` raises.
    """
    kept = work.store.setting(WAITING_FILE)
    if kept is None or not work.folder.first_file.exists():
        raise TrainerError("office.nothing_waits")
    data = read_file(work.folder.first_file)
    first = _open_first(work, data)
    if hashlib.sha256(data).hexdigest() != kept.sha256:
        raise TrainerError("bundle.damaged")
    if not is_typed(typed, first.trust.office.fingerprint, kept.places):
        _count_wrong(work, kept)
    joined = _enter(work, first, data, kept.file)
    give_up(work)
    return joined


def give_up(work: Workplace) -> None:
    """Let the first file of an office go that waits here; nothing of it was ever taken in."""
    work.store.forget_setting(WAITING_FILE)
    unlink_file(work.folder.first_file)


def _count_wrong(work: Workplace, kept: WaitingFile) -> NoReturn:
    kept = replace(kept, wrong=kept.wrong + 1)
    left = WRONG_TRIES - kept.wrong
    if left <= 0:
        give_up(work)
        raise TrainerError("office.digits_given_up", file=kept.file)
    work.store.change_setting(WAITING_FILE, kept)
    first, second = kept.places
    raise TrainerError("office.wrong_digits", first=first, second=second, left=left)


def _described(kept: WaitingFile) -> WaitingOffice:
    return WaitingOffice(
        kept.office, kept.office_code, kept.file, kept.places, max(0, WRONG_TRIES - kept.wrong)
    )


def _places(work: Workplace, digits: str) -> tuple[int, int]:
    """Return which groups of somebody's digits are to be typed here: the same whenever the same keys come."""
    return pick_groups(identity.device_keys(work).seed, digits)


def _open_first(work: Workplace, data: bytes) -> FirstPack:
    """Open the first file of an office that this laptop can belong to."""
    keys = identity.device_keys(work)
    first = open_first_pack(data, [keys.identity], keys.signing_key)
    # Two offices may have one code; only its root keys say which one it is.
    if not is_same_office(work, first.signed):
        raise TrainerError("office.other_office", code=work.office_code)
    return first


def _enter(work: Workplace, first_pack: FirstPack, data: bytes, name: str) -> JoinedOffice:
    """Take in the first pack of an office: from now on this laptop belongs to it."""
    bundle, trust, signed = read_first_pack(first_pack), first_pack.trust, first_pack.signed
    own_key = identity.device_keys(work).signing_key
    own = next(device for device in trust.devices if device.signing_key == own_key)
    first = not identity.has_office(work)
    take_snapshot(work, "before-import")
    with work.journal.transaction():
        received = take_bundle(work, bundle, data, name, no_progress)
        work.store.change_setting(JOINED_BY, bundle.header.bundle if first else "")
        clearing.keep_original(work, data, received)
        forget_receipts_of_another(work, trust)
        if not knows_newer(work, trust):
            identity.keep_roots(work, trust)
            identity.keep_trust(work, signed, trust)
        work.store.change_setting(OFFICE_CODE, trust.office.code)
        work.store.change_setting(DEVICE_CODE, own.code)
        sync_status.take_receipts(work, bundle.receipts)
        sync_status.take_seen(work, bundle.header.seen, bundle.entries)
        sync_status.take_blob_receipts(work, bundle.held)
        take_revocations(work, bundle.revoked)
    keep_recovery_slot(work)
    know_owner(work)
    return JoinedOffice(
        trust.office.name.best(SOURCE),
        trust.office.code,
        own.code,
        trust.office.fingerprint,
        received.new,
        frozenset(received.touched),
    )


def can_leave(work: Workplace) -> bool:
    """Tell whether this laptop can leave its office: it has just joined it, and sent nothing since."""
    return bool(work.store.setting(JOINED_BY)) and not sending.has_sent(work)


def leave(work: Workplace) -> ImportReport:
    """Belong to no office again, because the digits were not the same: somebody else's file was taken in.

    What it brought goes, and its keys open nothing here: the data gets a new one when the passphrase is
    typed next. Raises office.cannot_leave once something was sent.
    """
    if not can_leave(work):
        raise TrainerError("office.cannot_leave")
    bundle = work.store.setting(JOINED_BY)
    done = next((one for one in transfers.list_arrivals(work.database) if one.bundle == bundle), None)
    report = ImportReport(())
    if done is not None and done.result != "undone":
        report = remove_import(work, done.number)
    identity.forget_office(work)
    know_owner(work)
    work.store.forget_setting(JOINED_BY)
    drop_recovery_slot(work)
    # A backup made meanwhile, and that office's key, would open what is written from now on.
    ask_for_new_key(work)
    return report


@guarded
def revoke(work: Workplace, device: str, day: date | None = None) -> None:
    """Revoke a lost or stolen laptop: its later files are set aside. Raises office.unknown_device.

    What came from it until now counts; `trust_until` says otherwise.
    The new list goes into the archive at once: an office set up again from it must not trust that laptop.
    """
    identity.office_keys(work)
    trust = trust_of_office(work)
    found = trust.device(tidy_code(device))
    if found is None or found.at_office:
        raise TrainerError("office.unknown_device", code=device)
    revoked_on = (day or work.today()).isoformat()
    revoked = msgspec.structs.replace(found, revoked_on=revoked_on, counts=_counts(work, found, None))
    others = tuple(one for one in trust.devices if one.code != found.code)
    sign_list(work, trust, (*others, revoked))
    archiving.note_own(work)


def files_of(work: Workplace, device: str) -> list[ImportLine]:
    """Return the files with entries of one laptop, also those that another carried, the newest first."""
    code = tidy_code(device)
    return [line for line in imports(work) if code in (line.device, *line.carried) and not line.undone]


@guarded
def trust_until(work: Workplace, device: str, number: int | None = None) -> Changes:
    """Say up to which import a revoked laptop's entries count: None for all that came, 0 for none at all.

    The others become proposals, which Review shows one by one and all at once. Raises office.unknown_device,
    import.unknown.
    """
    identity.office_keys(work)
    trust = trust_of_office(work)
    found = trust.device(tidy_code(device))
    if found is None or found.at_office or not found.revoked_on:
        raise TrainerError("office.unknown_device", code=device)
    if number and number not in {line.number for line in files_of(work, found.code)}:
        raise TrainerError("import.unknown")
    others = tuple(one for one in trust.devices if one.code != found.code)
    with work.journal.transaction():
        counts = _counts(work, found, number)
        sign_list(work, trust, (*others, msgspec.structs.replace(found, counts=counts)))
    archiving.note_own(work)
    # All tables were made anew.
    touched = frozenset((entity, "") for entity in ENTITIES)
    return Changes(Label("office.step.trust_until", {"device": found.code}), None, touched)


def close_counts(work: Workplace) -> None:
    """Say how far laptops count that were revoked before anything of them was here: as far as it is here now.

    What comes of them from then on, by whomever it is carried, is a proposal.
    """
    trust = trust_of_office(work)
    devices = tuple(
        msgspec.structs.replace(one, counts=_counts(work, one, None))
        if one.revoked_on and one.counts is None and not one.at_office
        else one
        for one in trust.devices
    )
    if devices != trust.devices:
        with work.journal.transaction():
            sign_list(work, trust, devices)


def _counts(work: Workplace, device: Device, number: int | None) -> dict[str, int]:
    """Return replica id -> last number of a laptop's that counts: up to an import, or all that is here."""
    author = device.key_id.hex()
    names = [name for name in work.journal.replica_names() if author_of(name) == author]
    if number is None:
        return {name: work.journal.last_number(name) for name in names}
    # What others carried is in no header of its own.
    counts = {name: last for name in names if (last := transfers.last_until(work.database, name, number))}
    for arrival in transfers.list_arrivals(work.database):
        if arrival.signer == author and arrival.number <= number and arrival.result != "undone":
            counts[arrival.replica] = max(counts.get(arrival.replica, 0), arrival.last)
    return counts


def devices(work: Workplace) -> list[DeviceLine]:
    """Return the laptops of this office, with how many changes came from each."""
    trust = identity.trust_list(work)
    if trust is None:
        return []
    codes = identity.known_replicas(work)
    wrong = sync_status.wrong_clocks(work, identity.codes_by_key(work))
    counts: dict[str, int] = {}
    for known in transfers.replica_ranges(work.database):
        code = codes.get(known.replica, "")
        counts[code] = counts.get(code, 0) + known.count
    came, packs = _last_files(work)
    versions, erasures = work.store.setting(PROGRAM_VERSIONS), all_packs.erasures_due(work)
    lines = []
    for device in sorted(trust.devices, key=lambda one: one.code):
        arrival, pack = came.get(device.code), packs.get(device.code)
        lines.append(
            DeviceLine(
                device.code,
                device.name,
                # Read aloud are the office's own digits: nobody is asked for those of its computer. One that
                # is revoked keeps its own: the office may have other keys since.
                trust.office.fingerprint
                if device.at_office and not device.revoked_on
                else device.fingerprint,
                device.at_office,
                device.revoked_on,
                counts.get(device.code, 0),
                arrival.file if arrival else "",
                arrival.at if arrival else 0,
                pack.file if pack else "",
                pack.at if pack else 0,
                wrong.get(device.code, 0),
                versions.get(device.code, ""),
                erasures.get(device.code, 0),
                travels=device.travels is not msgspec.UNSET,
                owner=owner_of(work, device),
            )
        )
    return lines


def _last_files(work: Workplace) -> tuple[dict[str, transfers.Arrival], dict[str, transfers.Departure]]:
    """Return the last file that came (was imported first) from each laptop, and was made for it, by codes."""
    codes, database = identity.known_replicas(work), work.database
    arrived: dict[str, transfers.Arrival] = {}
    for one in sorted(transfers.list_arrivals(database), key=lambda each: each.at):
        arrived.setdefault(one.bundle, one)
    came = {codes.get(one.replica, ""): one for one in arrived.values()}
    made = reversed(transfers.list_departures(database))
    return came, {one.target: one for one in made if one.kind == "pack"}


def silent_laptops(work: Workplace) -> tuple[str, ...]:
    """Return the codes of laptops of which the office has heard nothing for long; none on a laptop."""
    return laptops_due(work)[0]


def laptops_due(work: Workplace) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes of laptops that are silent, and of those whose receipt is not written yet.

    Silent is one of which the office has heard nothing for long; of one that never sent anything the day
    counts on which it got its last file. A receipt goes with the next file for a laptop.
    """
    trust = identity.trust_list(work) if work.role is Role.OFFICE else None
    if trust is None:
        return (), ()
    limit = work.clock.millis() - SILENT_DAYS * DAY
    came, packs = _last_files(work)
    laptops = sorted(one.code for one in trust.devices if not one.at_office and not one.revoked_on)
    silent = [one for one in laptops if not (last := came.get(one) or packs.get(one)) or last.at < limit]
    owed = [one for one in laptops if one in came and (one not in packs or came[one].at > packs[one].at)]
    return tuple(silent), tuple(owed)
