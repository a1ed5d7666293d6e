"""Files of this program that are dropped on a screen, or on the window where no screen takes them."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from trainer_app.actions.backup_files import EXTENSION
from trainer_app.ui.shell.taking_in import ENDING


def files_of(data: QMimeData, *, backups: bool = False) -> list[Path]:
    """Return the files that are dragged, in the order given, if this program can take any of them in.

    With `backups` also those of a whole data folder. The others come along: each is told by name with why
    it was not taken, while files among which there is none of ours are not accepted at all.
    """
    endings = (f".{ENDING}", EXTENSION) if backups else (f".{ENDING}",)
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths if any(path.suffix.lower() in endings for path in paths) else []
