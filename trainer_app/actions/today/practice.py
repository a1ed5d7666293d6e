"""Something to practise with: invented people and courses in a data folder of their own, beside the real one.

It is made once and kept, so that somebody may go on where they stopped.
"""

import shutil
from pathlib import Path

from trainer_app.actions.today import demo
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system.folders import DataFolder, WorkplaceState, state_of
from trainer_app.system.practice import is_practice, mark, practice_of, practice_passphrase


def prepare(root: Path, progress: Progress = no_progress) -> Path:
    """Make the folder to practise in, unless it is whole; return it. One that was left half made goes first.

    Raises workplace.exists for a folder of that name with something in it that was not made for this.
    """
    folder = practice_of(root)
    if practice_passphrase(folder) and state_of(DataFolder(folder)) is WorkplaceState.LOCKED:
        return folder
    if is_practice(folder):
        shutil.rmtree(folder)
    elif folder.exists() and any(folder.iterdir()):
        raise TrainerError("workplace.exists")
    folder.mkdir(parents=True, exist_ok=True)
    mark(folder)
    demo.fill(folder, progress=progress)
    mark(folder, demo.PASSPHRASE)
    return folder
