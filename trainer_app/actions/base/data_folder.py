"""What a data folder needs before it is opened. The first page is chosen by it, so it loads no database."""

from enum import StrEnum

from trainer_app.domain.base.errors import TrainerError
from trainer_app.system.folders import DataFolder


class WorkplaceState(StrEnum):
    """What a data folder needs before anybody can work in it."""

    NEW = "new"
    LOCKED = "locked"
    BROKEN = "broken"


def state_of(folder: DataFolder) -> WorkplaceState:
    """Tell what a data folder needs: nothing is opened or changed.

    A database without a vault, or the reverse, is broken: it is never replaced by an empty one.
    """
    has_vault = folder.vault.exists() or folder.vault_copy.exists()
    if has_vault and folder.database.exists():
        return WorkplaceState.LOCKED
    return WorkplaceState.BROKEN if has_vault or folder.database.exists() else WorkplaceState.NEW


def broken(folder: DataFolder) -> TrainerError:
    """Return what is wrong with a broken folder: a database whose key is lost can be opened by the office."""
    return TrainerError("vault.lost" if folder.database.exists() else "workplace.broken")
