"""Files of this program that are dropped on a screen."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from trainer_app.ui.shell.taking_in import ENDING


def files_of(data: QMimeData) -> list[Path]:
    """Return the files among what is dragged that this program can take in, in the order given."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix == f".{ENDING}"]
