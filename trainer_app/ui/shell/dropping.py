"""Files of this program that are dropped on a screen, or on the window where no screen takes them."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from trainer_app.actions.backup_files import EXTENSION
from trainer_app.ui.shell.taking_in import ENDING


def files_of(data: QMimeData, *, backups: bool = False) -> list[Path]:
    """Return the files among what is dragged that this program can take in, in the order given.

    With `backups` also those of a whole data folder.
    """
    endings = (f".{ENDING}", EXTENSION) if backups else (f".{ENDING}",)
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in endings]
