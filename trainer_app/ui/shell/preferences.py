"""The person's preferences while the program runs: read once, written whenever one changes."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from trainer_app.domain.errors import TrainerError
from trainer_app.system import preferences
from trainer_app.system.preferences import Preferences


class PreferenceStore(QObject):
    """Holds `Preferences` for a data folder."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self._path = path
        self._now = Preferences()
        self.refused: TrainerError | None = None
        """Why the file could not be read: looks are not work, so the usual ones are taken."""
        self.read()

    def read(self) -> None:
        """Read the file, as at the start."""
        try:
            self._now, self.refused = preferences.load(self._path), None
        except TrainerError as error:
            self.refused = error

    @property
    def now(self) -> Preferences:
        """The preferences as they are."""
        return self._now

    def change(self, **fields: Any) -> TrainerError | None:
        """Change some and write them. A disk that refuses is returned, not raised: looks are not work."""
        changed = replace(self._now, **fields)
        if changed == self._now:
            return None
        self._now = changed
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            preferences.save(self._path, changed)
        except TrainerError as error:
            return error
        return None
