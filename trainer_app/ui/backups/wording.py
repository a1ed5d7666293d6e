"""What copies are called: when each was made, and before what."""

from PySide6.QtCore import QCoreApplication

from trainer_app.domain.backups import Snapshot
from trainer_app.ui.shell.desk import Desk


def why_words(why: str) -> str:
    """Return in few words what a copy was made for."""
    translate = QCoreApplication.translate
    words = {
        "backup": translate("Backups", "made by hand"),
        "day": translate("Backups", "of the day"),
        "before-import": translate("Backups", "before files were taken in"),
        "before-undo-import": translate("Backups", "before an import was undone"),
        "before-upgrade": translate("Backups", "before a new version"),
        "before-restore": translate("Backups", "before a copy was put back"),
        "before-repair": translate("Backups", "before a repair"),
        "after-erasing": translate("Backups", "after data were erased"),
        "carried": translate("Backups", "from a stick"),
    }
    return words.get(why, why)


def copy_words(copy: Snapshot, desk: Desk) -> str:
    """Return one line for a list of copies."""
    return f"{desk.when(copy.at)} · {why_words(copy.why)} · {desk.formats.size(copy.size)}"
