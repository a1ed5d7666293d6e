"""Is everything in order: database, journal, tables; and the copies that guard it."""

from trainer_app.actions.workplace import Workplace, take_snapshot
from trainer_app.store.integrity import Integrity, check_integrity


def check(work: Workplace) -> Integrity:
    """Rebuild every row from the journal apart and compare; also the file and its cipher."""
    return check_integrity(work.journal)


def backup(work: Workplace) -> str:
    """Make a snapshot beside the data; returns its file name."""
    return take_snapshot(work, "backup")


def last_backup(work: Workplace) -> int | None:
    """Return when the newest snapshot was made, in wall milliseconds."""
    folder = work.folder.snapshots
    if not folder.is_dir():
        return None
    stamps = [path.stem.rsplit("-", 1)[-1] for path in folder.glob("*.db")]
    return max((int(stamp) for stamp in stamps if stamp.isdigit()), default=None)
