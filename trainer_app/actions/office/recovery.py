"""A laptop whose passphrase or key file is lost: its request, and the office's answer with the paper key.

On the laptop all of it runs before anything is open. A new passphrase is chosen first; it locks what waits
for
the answer. Nothing on the disk is changed before the key was found to open the database. At the office the
paper key is used and not kept; an answer is written for one request of one laptop, which is known by the salt
of its data; an unknown or revoked one gets none.
"""

from pathlib import Path

import msgspec
from msgspec import Struct

from trainer_app.actions.base import identity, key_renewal, rights, server_home, who_is_here
from trainer_app.actions.base.data_key import read_vault, write_vault
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.users import tidy_paper_key
from trainer_app.actions.base.workplace import ZONE, Workplace, open_with_key
from trainer_app.actions.base.workplace_key import ask_for_new_key, renew_if_due
from trainer_app.actions.exchange import archiving, erased, trust
from trainer_app.actions.exchange.importing import read_file
from trainer_app.actions.exchange.trust import device_of_salt, recovery_slots, trust_of_office
from trainer_app.bundle import encodings, recovery_request, sealing, vault
from trainer_app.bundle.layout import EXTENSION
from trainer_app.bundle.recovery_request import RecoveryRequest
from trainer_app.bundle.trust import Device
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.passphrases import check_passphrase
from trainer_app.domain.base.rights import OfficeUser, fold_short
from trainer_app.domain.certificates.serials import tidy_code
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.domain.office.backups import PendingRecovery, RecoveryAnswer, RecoveryCase
from trainer_app.native.disk import unlink_file
from trainer_app.system.clock import Clock, SystemClock
from trainer_app.system.files import write_atomically, write_checked
from trainer_app.system.folders import DataFolder, opened_by_people

SPOKEN_GROUPS = encodings.groups_of(encodings.SPOKEN_LENGTH)
"""How many groups of six digits are read aloud, either way."""
_SALT = 16


class _Waiting(msgspec.Struct, frozen=True):
    """What a locked laptop keeps until the answer: the request, and its key under the new passphrase."""

    request: str
    vault: str


class Attempt(Struct, frozen=True):
    """The folder to open, the new passphrase, and what a test may want otherwise.

    `name`: whose of the office's people the passphrase is, by short or whole name; without one, nobody's.
    """

    folder: DataFolder
    passphrase: str
    clock: Clock | None = None
    cost: KdfCost | None = None
    progress: Progress = no_progress
    name: str = ""


def judge_spoken(typed: str) -> tuple[int, int]:
    """Return how many whole groups were typed, and the number of the first that does not add up, or 0."""
    return encodings.whole_groups(typed), encodings.wrong_group(typed)


def can_ask_by_voice(folder: DataFolder) -> bool:
    """Tell whether an answer can be read aloud: for that the key file, or its copy, must be there."""
    return bool(_recipient_of_office(folder))


def can_be_opened(folder: DataFolder) -> bool:
    """Tell whether any key of an office opens the data; False only where it surely never joined one."""
    content = _read_vault(folder)
    return not content or bool(vault.recovery_blob(content))


def is_of_office(folder: DataFolder) -> bool:
    """Tell whether locked data is an office's own, as far as one sees.

    A laptop keeps the file with which it joined its office; before its first laptop an office has none.
    """
    if opened_by_people(folder) or (folder.archive / archiving.ORDER).exists():
        return True
    content = _read_vault(folder)
    bundles = (*_newest_first(folder.archive), *_newest_first(folder.outgoing))
    return bool(content and vault.recovery_blob(content)) and not bundles


def may_be_answered(folder: DataFolder) -> bool:
    """Tell whether anybody can answer a request: an office's only computer would ask itself."""
    return not is_of_office(folder) or folder.desk.exists()


def has_key_file(folder: DataFolder) -> bool:
    """Tell whether the vault or its copy is there and whole, as far as one sees without a passphrase."""
    try:
        return bool(read_vault(folder))
    except TrainerError as problem:
        return problem.code != "vault.damaged"


def ask(attempt: Attempt, label: str) -> PendingRecovery:
    """Make a request and keep it; `label` is by what the office knows whose laptop it is.

    An earlier request is forgotten: an answer to it opens nothing any more. Raises passphrase.*,
    vault.no_recovery for data that was never joined to an office, database.missing, files.*.
    """
    check_passphrase(attempt.passphrase)
    folder = attempt.folder
    blob = _own_blob(folder)
    identity = sealing.new_identity()
    clock = attempt.clock or SystemClock()
    salt = _salt_of(folder)
    day = clock.today(ZONE).isoformat()
    request = RecoveryRequest(label.strip(), day, sealing.recipient_of(identity), salt, blob)
    kept = vault.make_vault(DataKey(sealing.secret_of(identity), salt), attempt.passphrase, attempt.cost)
    waiting = _Waiting(recovery_request.write_request(request).decode(), kept.decode())
    write_atomically(folder.recovery, msgspec.json.encode(waiting))
    return _asked(folder, request)


def waiting(folder: DataFolder) -> PendingRecovery | None:
    """Return the request that waits for its answer; None without one that can be read."""
    try:
        return _asked(folder, _request(_read_waiting(folder)))
    except TrainerError:
        return None


def write_request(folder: DataFolder, target: Path) -> Path:
    """Write the request that waits into a file for the office. Raises vault.nothing_asked, files.*."""
    return write_checked(target, _read_waiting(folder).request.encode())


def take_answer(attempt: Attempt, path: Path) -> Workplace:
    """Open the data with the office's answer; the passphrase chosen when asking is the one from now on.

    At a desk of the office it is nobody's, and what `who_is_here` says of one without the paper holds.

    Raises vault.nothing_asked, vault.wrong_passphrase (not the one chosen then), vault.bad_answer,
    vault.other_request, vault.other_data, and what `merging.read_file` raises.
    """
    identity = _identity(attempt)
    return _enter(attempt, recovery_request.read_answer(read_file(path), identity))


def hear_answer(attempt: Attempt, typed: str) -> Workplace:
    """Open the data with an answer that was read aloud. Raises spoken.* and what `take_answer` raises."""
    encodings.read_spoken(
        typed, encodings.SPOKEN_LENGTH
    )  # before the passphrase is tried, which takes a second
    recipient = _recipient_of_office(attempt.folder)
    if not recipient:
        raise TrainerError("recovery.not_by_voice")
    salt = _salt_of(attempt.folder)
    return _enter(attempt, recovery_request.hear_answer(typed, _identity(attempt), recipient, salt))


def open_with_paper(attempt: Attempt, typed: str) -> Workplace:
    """Open the data with the office's recovery key, typed or scanned from the paper.

    Without a key file copies of what was sent from here are searched, then the archive: an office that
    gave nothing out has its own changes there. The paper key opens them too.
    With a name the passphrase is that person's, who is here from now on with their own rights alone; as if
    another head had typed it, it decides nothing beside a second head until another one is chosen.
    Raises passphrase.*, vault.bad_recovery_key, vault.wrong_recovery_key, vault.no_recovery,
    vault.nothing_here, vault.other_data, recovery.unknown_name.
    """
    check_passphrase(attempt.passphrase)
    blob = _own_blob(attempt.folder)
    if blob:
        work = _enter(attempt, vault.unlock_with_recovery(_read_vault(attempt.folder), typed))
    else:
        work = _enter(attempt, _key_from_copies(attempt.folder, tidy_paper_key(typed)))
    try:
        who_is_here.note_paper(work, typed)
        person = _whose(work, attempt)
        if person is not None:
            who_is_here.let_in(work, person, attempt.passphrase, attempt.cost)
    except BaseException:
        work.close()
        raise
    return work


def _whose(work: Workplace, attempt: Attempt) -> OfficeUser | None:
    """Return for whom the passphrase is, which must not name them; None for nobody."""
    wanted, people = fold_short(attempt.name), rights.list_users(work)
    if not wanted or not people:
        return None
    found = next((user for user in people if wanted in (fold_short(user.short), fold_short(user.name))), None)
    if found is None:
        # Whoever has the key from paper may know who is here: a short name is forgotten as easily.
        known = ", ".join(f"{user.short} ({user.name})" for user in people)
        raise TrainerError("recovery.unknown_name", name=attempt.name.strip(), people=known)
    check_passphrase(attempt.passphrase, found.name)
    return found


def forget(folder: DataFolder) -> None:
    """Take a request back."""
    unlink_file(folder.recovery)


def _enter(attempt: Attempt, key: DataKey) -> Workplace:
    """Open the database, and only then write the vault with the new passphrase."""
    folder = attempt.folder
    if key.salt != _salt_of(folder):
        raise TrainerError("recovery.other_data")
    try:
        work = open_with_key(folder, key, attempt.clock or SystemClock())
    except TrainerError as problem:
        if problem.code == "database.damaged" and not key_renewal.opens(folder.database, key):
            # The office knows what came with the newest file: one from before the data got its present key.
            raise TrainerError("recovery.other_key") from problem
        raise
    try:
        _whose(work, attempt)
        old = _read_vault(folder)
        if old:
            content = vault.set_passphrase(old, key, attempt.passphrase, attempt.cost)
            if key.address:
                # Nobody's passphrase connects as whoever set the server up.
                content = vault.put_server(content, key, server_home.whole_address(folder, key))
        else:
            content = vault.make_vault(key, attempt.passphrase, attempt.cost)
        write_vault(folder, content)
        trust.keep_recovery_slot(work)
        forget(folder)
        # Who had the passphrase or the key file before must not open what is written from now on.
        ask_for_new_key(work)
        renew_if_due(work, attempt.passphrase, cost=attempt.cost, progress=attempt.progress)
        erased.resume(work)
        who_is_here.leave_names(work)
    except BaseException:
        work.close()
        raise
    return work


def _identity(attempt: Attempt) -> str:
    """Return the key of the request that waits. Raises vault.wrong_passphrase, vault.nothing_asked."""
    kept = _read_waiting(attempt.folder).vault.encode()
    try:
        return sealing.identity_of(vault.unlock(kept, attempt.passphrase).key)
    except TrainerError as problem:
        if problem.code == "vault.damaged":
            raise TrainerError("recovery.nothing_asked") from problem
        raise


def _read_waiting(folder: DataFolder) -> _Waiting:
    try:
        return msgspec.json.decode(folder.recovery.read_bytes(), type=_Waiting)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as problem:
        raise TrainerError("recovery.nothing_asked") from problem


def _request(kept: _Waiting) -> RecoveryRequest:
    return recovery_request.read_request(kept.request.encode())


def _asked(folder: DataFolder, request: RecoveryRequest) -> PendingRecovery:
    by_voice = request.spoken if can_ask_by_voice(folder) else ""
    return PendingRecovery(request.label, request.day, request.fingerprint, by_voice)


def _own_blob(folder: DataFolder) -> bytes:
    """Return the recovery blob of the vault; empty if the vault is lost. Raises vault.no_recovery."""
    content = _read_vault(folder)
    if not content:
        return b""
    blob = vault.recovery_blob(content)
    if not blob:
        raise TrainerError("vault.no_recovery")
    return blob


def _recipient_of_office(folder: DataFolder) -> str:
    content = _read_vault(folder)
    return vault.recovery_recipient(content) if content else ""


def _read_vault(folder: DataFolder) -> bytes:
    """Return the vault or its copy; empty when both are lost or damaged. Raises vault.too_new."""
    try:
        return read_vault(folder)
    except TrainerError as problem:
        if problem.code != "vault.damaged":
            raise
        return b""


def _newest_first(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*{EXTENSION}"), key=lambda path: -path.stat().st_mtime_ns)


def _key_from_copies(folder: DataFolder, paper: str) -> DataKey:
    """Look for a blob that fits the data in what was sent from here, then in the archive, newest first."""
    salt = _salt_of(folder)
    for path in (*_newest_first(folder.outgoing), *_newest_first(folder.archive)):
        try:
            found = vault.open_recovery_blob(recovery_request.blob_of(path.read_bytes(), [paper]), paper)
        except (OSError, TrainerError):
            continue
        if found.salt == salt:
            return found
    raise TrainerError("recovery.nothing_here")


def _salt_of(folder: DataFolder) -> bytes:
    """Return the 16 bytes with which the database's file begins. Raises database.missing."""
    try:
        with folder.database.open("rb") as file:
            salt = file.read(_SALT)
    except OSError as problem:
        raise TrainerError("database.missing") from problem
    if len(salt) != _SALT:
        raise TrainerError("database.damaged")
    return salt


_ENDING = ".age"


def read_case(work: Workplace, path: Path) -> RecoveryCase:
    """Return which laptop asks by a request file, with the digits to compare before anything is answered.

    Whose it is, the salt of its data says: what a request says of itself is not believed. Raises
    vault.bad_request, bundle.too_new, import.unreadable, office.not_an_office, vault.unknown_device,
    vault.revoked_device.
    """
    identity.office_keys(work)
    request = recovery_request.read_request(read_file(path))
    device = device_of_salt(work, request.salt)
    if device is None:
        raise TrainerError("recovery.unknown_device")
    _check_answerable(device)
    return RecoveryCase(
        device.name,
        request.day,
        request.fingerprint,
        device.code,
        request.recipient,
        request.salt,
        request.recovery,
    )


def hear_case(work: Workplace, spoken: str, device: str) -> RecoveryCase:
    """Return a request whose key was read aloud; the office says whose laptop it is.

    Raises spoken.*, office.unknown_device, vault.revoked_device.
    """
    found = trust_of_office(work).device(tidy_code(device))
    if found is None or found.at_office:
        raise TrainerError("office.unknown_device", code=device)
    _check_answerable(found)
    return RecoveryCase(
        found.name, work.today().isoformat(), "", found.code, recovery_request.hear_recipient(spoken)
    )


@guarded
def answer_case(work: Workplace, case: RecoveryCase, paper_key: str) -> RecoveryAnswer:
    """Answer a request with the paper key, typed or scanned. Nothing is written.

    The key is that of data which the laptop itself has said are its own, at enrolment or in a file that it
    signed. Raises vault.bad_recovery_key, vault.wrong_recovery_key, vault.bad_request,
    vault.not_in_archive (no file of this laptop came from which its key could be taken),
    vault.unknown_device, vault.revoked_device.
    """
    paper = tidy_paper_key(paper_key)
    device = trust_of_office(work).device(case.device)
    if device is None:
        raise TrainerError("recovery.unknown_device")
    _check_answerable(device)
    key = _find_key(work, case, device, paper)
    file = recovery_request.write_answer(key, case.recipient)
    return RecoveryAnswer(device.code, file, recovery_request.speak_answer(key, case.recipient, paper))


def write_answer(folder: Path, reply: RecoveryAnswer) -> Path:
    """Write an answer into a folder; its name says for which laptop, where that is known. Raises files.*."""
    name = f"{reply.device}-answer{_ENDING}" if reply.device else "answer" + _ENDING
    return write_checked(folder / name, reply.file)


def _check_answerable(device: Device) -> None:
    if device.revoked_on:
        raise TrainerError("recovery.revoked_device", device=device.code, day=device.revoked_on)


def _find_key(work: Workplace, case: RecoveryCase, device: Device, paper: str) -> DataKey:
    """Return the key of a laptop's data: from the request, or from what its own files brought, the newest."""
    told = [slot.blob for slot in recovery_slots(work, device)]
    blobs = [blob for blob in (case.recovery, *told) if blob]
    opened = False
    for blob in blobs:
        try:
            key = vault.open_recovery_blob(blob, paper)
        except TrainerError:
            continue  # sealed for the paper key before this one, or put in the slot's place by somebody
        opened = True
        # A blob is believed for what is in it: that of another laptop has another salt.
        if case.salt in (b"", key.salt) and device_of_salt(work, key.salt) == device:
            return key
    if opened:
        raise TrainerError("recovery.bad_request")
    if blobs or not _fits_this_office(work, paper):
        raise TrainerError("vault.wrong_recovery_key")
    raise TrainerError("recovery.not_in_archive")


def _fits_this_office(work: Workplace, paper: str) -> bool:
    return sealing.recipient_of(paper) == trust_of_office(work).office.recovery
