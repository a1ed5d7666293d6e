"""Where the dialogs for files begin, and which names they offer."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from trainer_app.domain.base.file_names import safe_name


def begin_in(last: str = "") -> str:
    """Return the folder in which a dialog begins: the one used last, else that of documents.

    On Windows that is the one in which people look, wherever somebody moved it.
    """
    return last or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def offered(name: str, last: str = "") -> str:
    """Return the path that a dialog offers for a new file: a name that every disk takes."""
    return str(Path(begin_in(last)) / safe_name(name))
