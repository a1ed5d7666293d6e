"""The data key of a folder: the vault in which it lies, and whether a new one was begun.

How its files go over to a new key is in `key_renewal`, which no usual start needs.
"""

from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from trainer_app.bundle import vault
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import Unshown
from trainer_app.system.files import write_atomically
from trainer_app.system.folders import DataFolder


def write_vault(folder: DataFolder, content: bytes) -> None:
    """Write the vault and then its copy, so that one of the two is always whole."""
    folder.root.mkdir(parents=True, exist_ok=True)
    write_atomically(folder.vault, content)
    write_atomically(folder.vault_copy, content)


def read_vault(folder: DataFolder) -> bytes:
    """Return the vault, or its copy when the vault is damaged or gone. Raises vault.damaged."""
    problem = TrainerError("vault.damaged")
    for path in (folder.vault, folder.vault_copy):
        try:
            content = path.read_bytes()
            vault.check_whole(content)
        except OSError:
            continue
        except TrainerError as found:
            problem = found
        else:
            return content
    raise problem


BESIDE = 64 << 20
"""Bytes of memory that must be free beside what the passphrase takes: the program goes on meanwhile."""


class MemoryShort(Struct, frozen=True):
    """How many bytes of memory opening takes, and how many are free."""

    needed: int
    free: int


def memory_short(folder: DataFolder, free: int) -> MemoryShort | None:
    """Return what opening takes where so many free bytes of memory are not enough; None where they are.

    Other programs would be pushed out to the disk, which takes minutes on an old one.
    """
    try:
        needed = vault.memory_needed(read_vault(folder)) + BESIDE
    except TrainerError:
        return None  # told when somebody opens it
    return MemoryShort(needed, free) if free < needed else None


def mend_vault(folder: DataFolder) -> bool:
    """Write vault and copy anew where one of the two is damaged or gone; tell whether it was so.

    Two that are whole and differ come from a power cut between them: the vault is the newer one.
    """
    good = read_vault(folder)
    found = [read_whole(path) for path in (folder.vault, folder.vault_copy)]
    if found != [good, good]:
        # That it opened counts for more than that a full disk could not take the second copy.
        with suppress(TrainerError):
            write_vault(folder, good)
    return None in found


def read_whole(path: Path) -> bytes | None:
    """Return a vault's file if it is whole."""
    try:
        content = path.read_bytes()
        vault.check_whole(content)
    except (OSError, TrainerError):
        return None
    return content


def unlock_key(folder: DataFolder, passphrase: str, name: str = "", own: str | None = None) -> DataKey:
    """Unlock by the vault, or by its copy when the vault is damaged or gone; see `vault.unlock`."""
    problem = TrainerError("vault.damaged")
    for path in (folder.vault, folder.vault_copy):
        try:
            return vault.unlock(path.read_bytes(), passphrase, name, own)
        except FileNotFoundError:
            continue
        except TrainerError as found:
            if found.code != "vault.damaged":
                raise
            problem = found
    raise problem


class Renewal(Unshown, Struct, frozen=True):
    """A new key that was begun: files may be under either. `key` is what the vault opens."""

    former: DataKey
    key: DataKey


def begun_renewal(folder: DataFolder, key: DataKey) -> Renewal | None:
    """Return what was begun and not finished, as the vault that opened `key` tells; None if nothing was."""
    try:
        former = vault.former_key(read_vault(folder), key)
    except TrainerError:
        # Another key than the vault's: it came from elsewhere, and nothing is known about it here.
        return None
    return None if former is None else Renewal(former, key)


def end_renewal(folder: DataFolder) -> None:
    """Forget the key of before: nothing is under it any more."""
    write_vault(folder, vault.end_renewal(read_vault(folder)))
