"""What copies are called: when each was made, and before what."""

from trainer_app.domain.backups import Snapshot, why_words
from trainer_app.system.messages import label_text
from trainer_app.ui.shell.desk import Desk


def copy_words(copy: Snapshot, desk: Desk) -> str:
    """Return one line for a list of copies."""
    why = label_text(why_words(copy.why), desk.language.code)
    return f"{desk.when(copy.at)} · {why} · {desk.formats.size(copy.size)}"
