"""What a start is told, its steps, and what takes long in them: making and opening the data folder.

Whatever the page that asks for the passphrase does without is imported when it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.structs import Unshown
from trainer_app.system.clock import Clock, SystemClock
from trainer_app.system.folders import DataFolder

if TYPE_CHECKING:
    from trainer_app.actions.base.workplace import Workplace
    from trainer_app.ui.start.first_start import FirstStartAnswers


class StartOptions(Unshown, Struct):
    """With what the program was started. `passphrase` opens at once: for the demo and for tests."""

    folder: DataFolder
    passphrase: str = ""
    files: tuple[Path, ...] = ()
    clock: Clock = msgspec.field(default_factory=SystemClock)
    synchronous: bool = False
    user: str = ""
    """Who sat here when the program locked itself and was started anew."""
    place: str = ""
    """What was in sight then, as `Workspace.kept_place` gives it."""
    again: Callable[[str, str], bool] = lambda _user, _place: False
    """Starts the program anew, locked, for who sat here and at what; tells whether it is on its way."""
    elsewhere: Callable[[Path, str], bool] = lambda _root, _passphrase: False
    """Starts it anew in another data folder, opened with a passphrase; tells whether it is on its way."""


class StartStep[Subject](Struct, frozen=True):
    """One step of the start: whether a folder, or an opened workplace, needs it, and what it does."""

    applies: Callable[[Subject], bool]
    take: Callable[[Subject], None]


def take_first[Subject](steps: Sequence[StartStep[Subject]], subject: Subject) -> None:
    """Take the first step that applies; the last one of a start always does."""
    next(step for step in steps if step.applies(subject)).take(subject)


def make_workplace(entry: StartOptions, beginning: FirstStartAnswers) -> Workplace:
    """Make the data folder, and the office in it; runs in a worker."""
    from trainer_app.actions.base import users, workplace
    from trainer_app.actions.office import office
    from trainer_app.domain.base.texts import Texts

    entry.folder.make()
    work = workplace.create(
        entry.folder,
        beginning.passphrase,
        role=beginning.role,
        user_name=beginning.user,
        clock=entry.clock,
    )
    try:
        if beginning.role is workplace.Role.OFFICE:
            name = Texts.same(beginning.office_name)
            office.init(work, name, beginning.office_code, hold=True)
            users.begin(work, beginning.passphrase)
    finally:
        work.release()
    return work


def open_workplace(
    entry: StartOptions, passphrase: str, aside: Workplace | None, progress: Progress, name: str = ""
) -> Workplace:
    """Open the data folder, or unlock what was put aside; runs in a worker, as deriving a key takes long."""
    from trainer_app.actions.base import workplace, workplace_key
    from trainer_app.actions.exchange import dropping, erased

    if aside is not None:
        work = aside
        workplace.unlock(work, passphrase, name)
        workplace_key.renew_if_due(work, passphrase, progress=progress)
    else:
        work = workplace.open_workplace(entry.folder, passphrase, name=name, clock=entry.clock)
        try:
            workplace_key.renew_if_due(work, passphrase, progress=progress)
            erased.resume(work)
            dropping.resume(work)
        except BaseException:
            # A file that is held open could not give way to what is saved of it.
            work.close()
            raise
    work.release()
    return work


def is_unfinished_office(work: Workplace) -> bool:
    """Tell whether making this office was broken off."""
    from trainer_app.actions.base.workplace import Role

    if work.role is not Role.OFFICE:
        return False
    from trainer_app.actions.office import office

    return office.is_unfinished(work)


def has_papers_to_keep(work: Workplace) -> bool:
    """Tell whether keys of this office wait to be printed or written down."""
    from trainer_app.actions.base.workplace import Role

    if work.role is not Role.OFFICE:
        return False
    from trainer_app.actions.office import key_papers

    papers = key_papers.pending(work)
    return papers is not None and not papers.step.replaces


def is_nobody(work: Workplace) -> bool:
    """Tell whether it has to be asked who of the office's people is here."""
    from trainer_app.actions.base import users

    return users.is_nobody(work)


def is_backup(path: Path) -> bool:
    """Tell whether a file bears the ending of backups."""
    from trainer_app.domain.office.backups import BACKUP_EXTENSION

    return path.suffix.lower() == BACKUP_EXTENSION


def lock_workplace(work: Workplace) -> None:
    """Forget the key of an open workplace."""
    from trainer_app.actions.base import workplace

    workplace.lock(work)


def clear_clipboard() -> None:
    """Leave no name behind that was copied or marked here; what another program copied stays."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.ownsSelection():
        from PySide6.QtGui import QClipboard

        clipboard.clear(QClipboard.Mode.Selection)


_AFTER_TODAY = 100
"""Milliseconds after which the services begin that a first screen does not need."""


def after_today(owner: QObject, begin: Callable[[], None]) -> None:
    """Do something when a first screen has been painted, if its owner is still there.

    Counted from where the loop is back: on a slow computer Today itself takes longer than this wait.
    """
    QTimer.singleShot(0, owner, partial(_wait_on, owner, begin))


def _wait_on(owner: QObject, begin: Callable[[], None]) -> None:
    QTimer.singleShot(_AFTER_TODAY, owner, begin)


def program() -> QObject:
    """Return the application, as the owner of what outlives every window."""
    application = QCoreApplication.instance()
    assert application is not None
    return application
