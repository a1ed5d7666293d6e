"""Opening a laptop whose passphrase or key file is lost: by the paper key, by a file, by a voice.

All of it runs before anything is open. A new passphrase is chosen first; it locks what waits for the answer.
Nothing on the disk is changed before the key was found to open the database.
"""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from trainer_app.actions import trusting
from trainer_app.actions.merging import read_file
from trainer_app.actions.workplace import (
    ZONE,
    Cost,
    Workplace,
    check_passphrase,
    open_with_key,
    read_vault,
    write_vault,
)
from trainer_app.bundle import recovery, sealing, spoken, vault
from trainer_app.bundle.layout import EXTENSION
from trainer_app.bundle.recovery import RecoveryRequest
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.recovery import Asked
from trainer_app.system.clock import Clock, SystemClock
from trainer_app.system.files import write_atomically, write_checked
from trainer_app.system.folders import Folder

SPOKEN_GROUPS = spoken.groups_of(spoken.KEY_LENGTH)
"""How many groups of six digits are read aloud, either way."""
_SALT = 16


class _Waiting(msgspec.Struct, frozen=True):
    """What a locked laptop keeps until the answer: the request, and its key under the new passphrase."""

    request: str
    vault: str


@dataclass(frozen=True)
class Attempt:
    """The folder to open, the new passphrase, and what a test may want otherwise."""

    folder: Folder
    passphrase: str
    clock: Clock | None = None
    cost: Cost | None = None


def judge_spoken(typed: str) -> tuple[int, int]:
    """Return how many whole groups were typed, and the number of the first that does not add up, or 0."""
    return spoken.whole_groups(typed), spoken.wrong_group(typed)


def can_ask_by_voice(folder: Folder) -> bool:
    """Tell whether an answer can be read aloud: for that the key file, or its copy, must be there."""
    return bool(_recipient_of_office(folder))


def has_key_file(folder: Folder) -> bool:
    """Tell whether the vault or its copy is there and whole, as far as one sees without a passphrase."""
    try:
        return bool(read_vault(folder))
    except TrainerError as problem:
        return problem.code != "vault.damaged"


def ask(attempt: Attempt, label: str) -> Asked:
    """Make a request and keep it; `label` is by what the office knows whose laptop it is.

    An earlier request is forgotten: an answer to it opens nothing any more. Raises passphrase.too_short,
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
    kept = vault.make_vault(DataKey(recovery.secret_of(identity), salt), attempt.passphrase, attempt.cost)
    waiting = _Waiting(recovery.write_request(request).decode(), kept.decode())
    write_atomically(folder.recovery, msgspec.json.encode(waiting))
    return _asked(folder, request)


def waiting(folder: Folder) -> Asked | None:
    """Return the request that waits for its answer; None without one that can be read."""
    try:
        return _asked(folder, _request(_read_waiting(folder)))
    except TrainerError:
        return None


def write_request(folder: Folder, target: Path) -> Path:
    """Write the request that waits into a file for the office. Raises recovery.nothing_asked, files.*."""
    return write_checked(target, _read_waiting(folder).request.encode())


def take_answer(attempt: Attempt, path: Path) -> Workplace:
    """Open the data with the office's answer; the passphrase chosen when asking is the one from now on.

    Raises recovery.nothing_asked, vault.wrong_passphrase (not the one chosen then), recovery.bad_answer,
    recovery.other_request, recovery.other_data, and what `merging.read_file` raises.
    """
    identity = _identity(attempt)
    return _enter(attempt, recovery.read_answer(read_file(path), identity))


def hear_answer(attempt: Attempt, typed: str) -> Workplace:
    """Open the data with an answer that was read aloud. Raises spoken.* and what `take_answer` raises."""
    spoken.hear(typed, spoken.KEY_LENGTH)  # before the passphrase is tried, which takes a second
    recipient = _recipient_of_office(attempt.folder)
    if not recipient:
        raise TrainerError("recovery.not_by_voice")
    salt = _salt_of(attempt.folder)
    return _enter(attempt, recovery.hear_answer(typed, _identity(attempt), recipient, salt))


def open_with_paper(attempt: Attempt, typed: str) -> Workplace:
    """Open the data with the office's recovery key, typed or scanned from the paper.

    Without a key file copies of what was sent from here are searched, then the archive: an office that
    gave nothing out has its own changes there. The paper key opens them too.
    Raises passphrase.too_short, vault.bad_recovery_key, vault.wrong_recovery_key, vault.no_recovery,
    recovery.nothing_here, recovery.other_data.
    """
    check_passphrase(attempt.passphrase)
    blob = _own_blob(attempt.folder)
    if blob:
        return _enter(attempt, vault.open_recovery_blob(blob, typed))
    return _enter(attempt, _key_from_copies(attempt.folder, tidy_paper_key(typed)))


def forget(folder: Folder) -> None:
    """Take a request back."""
    folder.recovery.unlink(missing_ok=True)


def tidy_paper_key(typed: str) -> str:
    """Return a recovery key as typed from paper, once it is one. Raises vault.bad_recovery_key."""
    try:
        return sealing.tidy_identity(typed)
    except TrainerError as problem:
        raise TrainerError("vault.bad_recovery_key") from problem


def _enter(attempt: Attempt, key: DataKey) -> Workplace:
    """Open the database, and only then write the vault with the new passphrase."""
    folder = attempt.folder
    if key.salt != _salt_of(folder):
        raise TrainerError("recovery.other_data")
    try:
        work = open_with_key(folder, key, attempt.clock or SystemClock())
    except TrainerError as problem:
        if problem.code == "database.damaged":
            raise TrainerError("recovery.other_data") from problem
        raise
    try:
        old = _read_vault(folder)
        if old:
            content = vault.set_passphrase(old, key, attempt.passphrase, attempt.cost)
        else:
            content = vault.make_vault(key, attempt.passphrase, attempt.cost)
        write_vault(folder, content)
        trusting.keep_recovery_slot(work)
        forget(folder)
    except BaseException:
        work.close()
        raise
    return work


def _identity(attempt: Attempt) -> str:
    """Return the key of the request that waits. Raises vault.wrong_passphrase, recovery.nothing_asked."""
    kept = _read_waiting(attempt.folder).vault.encode()
    try:
        return recovery.identity_of(vault.unlock(kept, attempt.passphrase).key)
    except TrainerError as problem:
        if problem.code == "vault.damaged":
            raise TrainerError("recovery.nothing_asked") from problem
        raise


def _read_waiting(folder: Folder) -> _Waiting:
    try:
        return msgspec.json.decode(folder.recovery.read_bytes(), type=_Waiting)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as problem:
        raise TrainerError("recovery.nothing_asked") from problem


def _request(kept: _Waiting) -> RecoveryRequest:
    return recovery.read_request(kept.request.encode())


def _asked(folder: Folder, request: RecoveryRequest) -> Asked:
    by_voice = request.spoken if can_ask_by_voice(folder) else ""
    return Asked(request.label, request.day, request.fingerprint, by_voice)


def _own_blob(folder: Folder) -> bytes:
    """Return the recovery blob of the vault; empty if the vault is lost. Raises vault.no_recovery."""
    content = _read_vault(folder)
    if not content:
        return b""
    blob = vault.recovery_blob(content)
    if not blob:
        raise TrainerError("vault.no_recovery")
    return blob


def _recipient_of_office(folder: Folder) -> str:
    content = _read_vault(folder)
    return vault.recovery_recipient(content) if content else ""


def _read_vault(folder: Folder) -> bytes:
    """Return the vault or its copy; empty when both are lost or damaged. Raises vault.too_new."""
    try:
        return read_vault(folder)
    except TrainerError as problem:
        if problem.code != "vault.damaged":
            raise
        return b""


def _newest_first(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*{EXTENSION}"), key=lambda path: -path.stat().st_mtime_ns)


def _key_from_copies(folder: Folder, paper: str) -> DataKey:
    """Look for a blob that fits the data in what was sent from here, then in the archive, newest first."""
    salt = _salt_of(folder)
    for path in (*_newest_first(folder.outgoing), *_newest_first(folder.archive)):
        try:
            found = vault.open_recovery_blob(recovery.blob_of(path.read_bytes(), [paper]), paper)
        except (OSError, TrainerError):
            continue
        if found.salt == salt:
            return found
    raise TrainerError("recovery.nothing_here")


def _salt_of(folder: Folder) -> bytes:
    """Return the 16 bytes with which the database's file begins. Raises database.missing."""
    try:
        with folder.database.open("rb") as file:
            salt = file.read(_SALT)
    except OSError as problem:
        raise TrainerError("database.missing") from problem
    if len(salt) != _SALT:
        raise TrainerError("database.damaged")
    return salt
