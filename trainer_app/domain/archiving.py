"""What the office's archive holds, and what making the database anew from it did."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class ArchiveState:
    """Files and their size in bytes. `missing` are files that were taken in and are gone from the archive.

    `copied` of them lie on another disk too, since `copied_at` (wall milliseconds, 0 for never). `elsewhere`
    tells that receipts say "safe" only for those.
    """

    files: int
    size: int
    missing: int = 0
    copied: int = 0
    copied_at: int = 0
    elsewhere: bool = False


@dataclass(frozen=True)
class Copied:
    """A copy of the archive: where, how many files are new there, and how many it holds."""

    folder: Path
    new: int
    files: int


@dataclass(frozen=True)
class Rebuilt:
    """A database made anew from the archive, beside the one in use.

    `digest` and `entries` are its own, `digest_before` and `entries_before` those of the database in use
    ("" and 0 if that one is damaged). `missing` are files that the order names and the archive lacks or
    holds damaged.
    """

    digest: str
    entries: int
    digest_before: str
    entries_before: int
    files: int
    missing: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Tell whether both hold as many changes and show the very same."""
        return (self.digest, self.entries) == (self.digest_before, self.entries_before)
