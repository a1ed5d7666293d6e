"""The office and its laptops: set-up, requests, enrolment, joining, leaving, revoking."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

import msgspec

from trainer_app.actions.base import checking, identity, sync_status
from trainer_app.actions.base.workplace import Role, Workplace, take_snapshot
from trainer_app.actions.exchange import archiving, erased, sending
from trainer_app.actions.exchange.importing import imports, read_file, take_bundle, undo_import
from trainer_app.actions.exchange.packs import export_pack
from trainer_app.actions.exchange.trust import (
    drop_recovery_slot,
    forget_receipts_of_another,
    is_same_office,
    keep_recovery_slot,
    knows_newer,
    next_serial,
    sign_list,
    take_revocations,
    trust_of_office,
)
from trainer_app.actions.office import key_papers
from trainer_app.bundle.keys import OfficeKeys
from trainer_app.bundle.reader import read_first_pack
from trainer_app.bundle.trust import Device, Office, TrustList, read_request, write_request
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import author_of, derive_key
from trainer_app.domain.base.schema import ENTITIES
from trainer_app.domain.base.settings import DEVICE_CODE, OFFICE_CODE
from trainer_app.domain.base.texts import SOURCE, Texts
from trainer_app.domain.certificates.serials import is_device_code, is_office_code, tidy_code
from trainer_app.domain.exchange.sending import (
    DeviceLine,
    EnrolledLaptop,
    ImportLine,
    ImportReport,
    JoinedOffice,
    JoinRequest,
    OfficeSetUp,
)
from trainer_app.domain.office.backups import PaperStep
from trainer_app.domain.office.erasing import JOINED_BY
from trainer_app.store.base.database import remove_database
from trainer_app.store.base.drafts import Write
from trainer_app.store.exchange import transfers
from trainer_app.system.files import write_checked

OWN_CODE = "A1"
"""The office computer's own code in serials and file names."""


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
        work.journal.record(Label("office.step.init"), [Write("office", derive_key("office", code), fields)])
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
        path.unlink(missing_ok=True)


def request(work: Workplace, path: Path) -> tuple[Path, str]:
    """Write the file by which this laptop asks to be enrolled; returns it and the digits to read aloud."""
    keys = identity.device_keys(work)
    data = write_request(keys, work.user, work.journal.replica, work.today().isoformat())
    return write_checked(path, data), keys.fingerprint


def read_asking(work: Workplace, path: Path) -> JoinRequest:
    """Return who asks to be enrolled, with the digits to compare before anything is decided.

    Raises bundle.bad_request, bundle.too_new, import.unreadable.
    """
    asked = read_request(read_file(path))
    trust = identity.trust_list(work)
    known = (one.code for one in (trust.devices if trust else ()) if one.signing_key == asked.signing_key)
    return JoinRequest(asked.label, asked.fingerprint, asked.day, next(known, ""))


def next_code(work: Workplace) -> str:
    """Return a code that no laptop has yet: the next number behind the letter used last, K1 to begin with."""
    taken = {device.code for device in trust_of_office(work).devices if device.role != "office"}
    letter = max((code[0] for code in taken), default="K")
    number = max((int(code[1:]) for code in taken if code[0] == letter and code[1:].isdecimal()), default=0)
    return f"{letter}{number + 1}"


def enrol(
    work: Workplace,
    path: Path,
    code: str,
    folder: Path,
    courses: Collection[str] | None = None,
    *,
    progress: Progress = no_progress,
) -> EnrolledLaptop:
    """Take a laptop in by its request file, under a code, and write its first pack into a folder.

    Without `courses` the pack holds those that its owner is assigned to.
    Raises office.bad_device_code, office.code_taken, bundle.bad_request.
    """
    identity.office_keys(work)
    asked = read_request(read_file(path))
    code = tidy_code(code)
    if not is_device_code(code):
        raise TrainerError("office.bad_device_code", code=code)
    trust = trust_of_office(work)
    others = tuple(device for device in trust.devices if device.signing_key != asked.signing_key)
    if any(device.code == code for device in others):
        raise TrainerError("office.code_taken", code=code)
    before = next((one for one in trust.devices if one.signing_key == asked.signing_key), None)
    # What it was given is never taken back, whatever became of it meanwhile.
    courses_given = before.courses if before else ()
    device = Device(
        code, asked.label, asked.signing_key, asked.receiving_key, may_issue=True, courses=courses_given
    )
    # A stick that refuses takes the enrolment back with it: "nothing was changed" stays true.
    with work.journal.transaction():
        _renew(work, trust, (*others, device))
        pack = export_pack(work, code, folder, courses=courses, progress=progress)
    return EnrolledLaptop(code, asked.fingerprint, pack)


def join(work: Workplace, path: Path) -> JoinedOffice:
    """Take in the first pack of an office: from now on this laptop belongs to it.

    The digits must be compared with the office by voice. Raises bundle.not_enrolled, bundle.*,
    office.is_an_office, office.other_office.
    """
    if work.role is Role.OFFICE:
        raise TrainerError("office.is_an_office")
    data = read_file(path)
    keys = identity.device_keys(work)
    bundle = read_first_pack(data, [keys.identity], keys.signing_key)
    trust, signed = bundle.trust, bundle.signed_trust
    if trust is None or signed is None:
        raise TrainerError("bundle.not_enrolled")
    # Two offices may have one code; only its root keys say which one it is.
    if not is_same_office(work, signed):
        raise TrainerError("office.other_office", code=work.office_code)
    own = next(device for device in trust.devices if device.signing_key == keys.signing_key)
    first = not identity.has_office(work)
    take_snapshot(work, "before-import")
    with work.journal.transaction():
        received = take_bundle(work, bundle, data, path.name, no_progress)
        work.store.change_setting(JOINED_BY, bundle.header.bundle if first else "")
        erased.keep_original(work, data, received)
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
    name = trust.office.name.best(SOURCE)
    return JoinedOffice(
        name,
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

    What it brought goes, and its keys open nothing here. Raises office.cannot_leave once something was sent.
    """
    if not can_leave(work):
        raise TrainerError("office.cannot_leave")
    bundle = work.store.setting(JOINED_BY)
    done = next((one for one in transfers.list_arrivals(work.database) if one.bundle == bundle), None)
    report = ImportReport(())
    if done is not None and done.result != "undone":
        report = undo_import(work, done.number)
    identity.forget_office(work)
    work.store.forget_setting(JOINED_BY)
    drop_recovery_slot(work)
    return report


def revoke(work: Workplace, device: str, day: date | None = None) -> None:
    """Revoke a lost or stolen laptop: its later files are set aside. Raises office.unknown_device.

    What came from it until now counts; `trust_until` says otherwise.
    The new list goes into the archive at once: an office set up again from it must not trust that laptop.
    """
    identity.office_keys(work)
    trust = trust_of_office(work)
    found = trust.device(tidy_code(device))
    if found is None or found.role == "office":
        raise TrainerError("office.unknown_device", code=device)
    revoked_on = (day or work.today()).isoformat()
    revoked = msgspec.structs.replace(found, revoked_on=revoked_on, counts=_counts(work, found, None))
    others = tuple(one for one in trust.devices if one.code != found.code)
    _renew(work, trust, (*others, revoked))
    archiving.note_own(work)


def files_of(work: Workplace, device: str) -> list[ImportLine]:
    """Return the files with entries of one laptop, also those that another carried, the newest first."""
    code = tidy_code(device)
    return [line for line in imports(work) if code in (line.device, *line.carried) and not line.undone]


def trust_until(work: Workplace, device: str, number: int | None = None) -> Changes:
    """Say up to which import a revoked laptop's entries count: None for all that came, 0 for none at all.

    The others become proposals, which Review shows one by one and all at once. Raises office.unknown_device,
    import.unknown.
    """
    identity.office_keys(work)
    trust = trust_of_office(work)
    found = trust.device(tidy_code(device))
    if found is None or found.role == "office" or not found.revoked_on:
        raise TrainerError("office.unknown_device", code=device)
    if number and number not in {line.number for line in files_of(work, found.code)}:
        raise TrainerError("import.unknown")
    others = tuple(one for one in trust.devices if one.code != found.code)
    with work.journal.transaction():
        counts = _counts(work, found, number)
        _renew(work, trust, (*others, msgspec.structs.replace(found, counts=counts)))
    archiving.note_own(work)
    # All tables were made anew.
    touched = frozenset((entity, "") for entity in ENTITIES)
    return Changes(Label("office.step.trust_until", {"device": found.code}), None, touched)


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
    wrong = checking.wrong_clocks(work, codes)
    counts: dict[str, int] = {}
    for known in transfers.replica_ranges(work.database):
        code = codes.get(known.replica, "")
        counts[code] = counts.get(code, 0) + known.count
    came = {codes.get(one.replica, ""): one for one in reversed(transfers.list_arrivals(work.database))}
    packs = {
        one.target: one for one in reversed(transfers.list_departures(work.database)) if one.kind == "pack"
    }
    lines = []
    for device in sorted(trust.devices, key=lambda one: one.code):
        arrival, pack = came.get(device.code), packs.get(device.code)
        lines.append(
            DeviceLine(
                device.code,
                device.name,
                device.fingerprint,
                device.role == "office",
                device.revoked_on,
                counts.get(device.code, 0),
                arrival.file if arrival else "",
                arrival.at if arrival else 0,
                pack.file if pack else "",
                pack.at if pack else 0,
                wrong.get(device.code, 0),
            )
        )
    return lines


def _renew(work: Workplace, trust: TrustList, devices: tuple[Device, ...]) -> None:
    serial = next_serial(work, trust)
    sign_list(work, msgspec.structs.replace(trust, serial=serial, devices=devices))
