"""Where everything of one laptop lies: a data folder, and a sidecar that does not travel with it."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from trainer_app.system.disk import error_of

PROGRAM = "trainer-app"
_PRIVATE = 0o700


@dataclass(frozen=True)
class Folder:
    """One data folder and the names in it. Making a `Folder` touches nothing; `make` does."""

    root: Path

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.root / "database" / "trainer.db"

    @property
    def vault(self) -> Path:
        """The slots that open the database: passphrase and recovery."""
        return self.root / "vault.json"

    @property
    def vault_copy(self) -> Path:
        """The copy of the vault, read when the vault is damaged."""
        return self.root / "vault.json.bak"

    @property
    def recovery(self) -> Path:
        """The request that waits for the office's answer when the passphrase is forgotten."""
        return self.root / "recovery.json"

    @property
    def preferences(self) -> Path:
        """What the person likes; nothing secret."""
        return self.root / "preferences.json"

    @property
    def archive(self) -> Path:
        """The imported bundles, as they came, encrypted."""
        return self.root / "archive"

    @property
    def snapshots(self) -> Path:
        """Copies of the database made before migrations and imports."""
        return self.root / "snapshots"

    @property
    def set_aside(self) -> Path:
        """Databases that could not be read, or gave way to a backup; never deleted by the program."""
        return self.root / "set-aside"

    @property
    def outgoing(self) -> Path:
        """Copies of the bundles that were sent."""
        return self.root / "outgoing"

    @property
    def papers(self) -> Path:
        """The papers a person asked to keep."""
        return self.root / "papers"

    @property
    def sounds(self) -> Path:
        """The sounds of the scanner, made when they are first heard; may be deleted at any time."""
        return self.root / "sounds"

    @property
    def logs(self) -> Path:
        """The log and the crash reports: ids only."""
        return self.root / "logs"

    @property
    def sidecar(self) -> Path:
        """A file outside the data folder that tells a copied or restored folder from the one last used.

        Named by the resolved path of the data folder, so that a copy elsewhere has none.
        """
        name = hashlib.sha256(os.fsencode(self.root.resolve())).hexdigest()[:32]
        return state_root() / f"{name}.json"

    def make(self) -> None:
        """Create what is missing of the directories, readable by their owner only (where the system can)."""
        inner = (self.archive, self.snapshots, self.outgoing, self.papers, self.logs)
        try:
            for directory in (self.root, self.database.parent, *inner):
                directory.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        except OSError as error:
            raise error_of(error, self.root.name) from error


def default_root(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the data folder used when none is named: `TRAINER_DATA`, or the platform's place for data."""
    given = environment.get("TRAINER_DATA")
    if given:
        return Path(given).expanduser()
    return platformdirs.user_data_path(PROGRAM, appauthor=False)


def state_root(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the sidecars: `TRAINER_STATE`, or the platform's place for state."""
    given = environment.get("TRAINER_STATE")
    if given:
        return Path(given).expanduser()
    return platformdirs.user_state_path(PROGRAM, appauthor=False)
