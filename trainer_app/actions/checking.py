"""Is everything in order: the file, its cipher, the journal, the tables."""

from trainer_app.actions.workplace import Workplace
from trainer_app.store.integrity import Integrity, check_integrity, digest_of

__all__ = ["Integrity", "check", "digest"]


def check(work: Workplace) -> Integrity:
    """Rebuild every row from the journal apart and compare; also the file and its cipher."""
    return check_integrity(work.journal)


def digest(work: Workplace) -> str:
    """Return the digest of everything shown: equal on two computers that show the same. Reads all rows."""
    return digest_of(work.journal)
