"""The office opens a laptop whose passphrase is forgotten or whose key file is lost, with the paper key.

The paper key is used and not kept. An answer is written for one request of one laptop; a laptop that was
revoked gets none.
"""

from collections.abc import Iterator
from pathlib import Path

from trainer_app.actions import identity
from trainer_app.actions.merging import read_file
from trainer_app.actions.packs import trust_of_office
from trainer_app.actions.recovery import tidy_paper_key
from trainer_app.actions.workplace import Workplace
from trainer_app.bundle import recovery, sealing, vault
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.recovery import RecoveryAnswer, RecoveryCase
from trainer_app.domain.serials import tidy_code
from trainer_app.store import exchange
from trainer_app.system.files import write_checked

_ENDING = ".age"


def read_case(work: Workplace, path: Path) -> RecoveryCase:
    """Return what a request file asks, with the digits to compare before anything is answered.

    Raises recovery.bad_request, bundle.too_new, import.unreadable, office.not_an_office.
    """
    identity.office_keys(work)
    request = recovery.read_request(read_file(path))
    device = _device_of(work, request.recovery) if request.recovery else ""
    return RecoveryCase(
        request.label,
        request.day,
        request.fingerprint,
        device,
        request.recipient,
        request.salt,
        request.recovery,
    )


def hear_case(work: Workplace, spoken: str, device: str) -> RecoveryCase:
    """Return a request whose key was read aloud; the office says whose laptop it is.

    Raises spoken.*, office.unknown_device.
    """
    found = trust_of_office(work).device(tidy_code(device))
    if found is None or found.role == "office":
        raise TrainerError("office.unknown_device", code=device)
    return RecoveryCase(found.name, work.today().isoformat(), "", found.code, recovery.hear_recipient(spoken))


def answer(work: Workplace, case: RecoveryCase, paper_key: str) -> RecoveryAnswer:
    """Answer a request with the paper key, typed or scanned. Nothing is written.

    Raises vault.bad_recovery_key, vault.wrong_recovery_key, recovery.not_in_archive (no file of this laptop
    is here from which its key could be taken), recovery.revoked_device.
    """
    paper = tidy_paper_key(paper_key)
    device, key = _find_key(work, case, paper)
    found = trust_of_office(work).device(device)
    if found is not None and found.revoked_on:
        raise TrainerError("recovery.revoked_device", device=device, day=found.revoked_on)
    file = recovery.write_answer(key, case.recipient)
    return RecoveryAnswer(device, file, recovery.speak_answer(key, case.recipient, paper))


def write_answer(folder: Path, reply: RecoveryAnswer) -> Path:
    """Write an answer into a folder; its name says for which laptop, where that is known. Raises files.*."""
    name = f"{reply.device}-answer{_ENDING}" if reply.device else "answer" + _ENDING
    return write_checked(folder / name, reply.file)


def _find_key(work: Workplace, case: RecoveryCase, paper: str) -> tuple[str, DataKey]:
    """Return whose key it is, and the key: from the request, or from the newest archived file that has it."""
    if case.recovery:
        key = vault.open_recovery_blob(case.recovery, paper)
        if key.salt != case.salt:
            raise TrainerError("recovery.bad_request")
        return case.device or _device_by_salt(work, paper, key.salt), key
    for device, blob in _archived(work, case.device):
        try:
            key = vault.open_recovery_blob(blob, paper)
        except TrainerError:
            continue  # sealed for the paper key before this one
        if case.salt in (b"", key.salt):
            return device, key
    if not _fits_this_office(work, paper):
        raise TrainerError("vault.wrong_recovery_key")
    raise TrainerError("recovery.not_in_archive")


def _fits_this_office(work: Workplace, paper: str) -> bool:
    return sealing.recipient_of(paper) == trust_of_office(work).office.recovery


def _device_of(work: Workplace, blob: bytes) -> str:
    """Return the laptop whose archived files carry this very blob; "" if none does."""
    return next((device for device, found in _archived(work, "") if found == blob), "")


def _device_by_salt(work: Workplace, paper: str, salt: bytes) -> str:
    """Return the laptop whose archived files lead to the same data; "" if none does."""
    for device, blob in _archived(work, ""):
        try:
            if vault.open_recovery_blob(blob, paper).salt == salt:
                return device
        except TrainerError:
            continue
    return ""


def _archived(work: Workplace, device: str) -> Iterator[tuple[str, bytes]]:
    """Give (laptop, recovery blob) of the archived files, the newest first; each blob once.

    With `device` only of this laptop.
    """
    codes = identity.known_replicas(work)
    ours = [identity.office_keys(work).identity]
    seen: set[bytes] = set()
    for arrival in exchange.list_arrivals(work.database):
        code = codes.get(arrival.replica, "")
        path = work.folder.archive / arrival.archived
        if (device and code != device) or not arrival.archived:
            continue
        try:
            blob = recovery.blob_of(path.read_bytes(), ours)
        except (OSError, TrainerError):
            continue  # gone, or sealed for the office's computer before this one
        if blob and blob not in seen:
            seen.add(blob)
            yield code, blob
