"""A small file outside the data folder that remembers how far this laptop's journal had come.

A restored backup or a copied folder does not know what was written since; the sidecar does. It is
written after each commit without forcing it to the disk: after a power cut it may lag behind the
database, which is harmless, while a database behind the sidecar is an old copy.
"""

import os
from dataclasses import dataclass
from pathlib import Path

_LENGTH = 32 + 1 + 16


@dataclass(frozen=True)
class Position:
    """The last entry that a replica wrote here."""

    replica: str
    number: int


class Sidecar:
    """The file at `path`. Losing it costs nothing but a new replica id."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def read(self) -> Position | None:
        """Return what was noted last; None if there is no file or it cannot be read."""
        try:
            replica, number = self._path.read_text("ascii").split()
            return Position(replica, int(number))
        except (OSError, ValueError):
            return None

    def note(self, replica: str, number: int) -> None:
        """Remember a position. A full disk here must not fail what is safely in the database."""
        text = f"{replica} {number:016d}".encode("ascii")
        try:
            if self._descriptor is None:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, text)
            os.ftruncate(self._descriptor, _LENGTH)
        except OSError:
            self.close()
            # An old position would look like a restored backup; none is only a new replica id.
            self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def is_old_copy(noted: Position | None, replica: str, number: int) -> bool:
    """Tell whether a database (its replica and last number) is an older state or a copied folder."""
    return noted is None or noted.replica != replica or number < noted.number
