"""The ways back to data that cannot be opened: saving what can be read, and restoring a backup file."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office import backups, rebuilding
from trainer_app.actions.office.backups import Opening
from trainer_app.domain.base.changes import Progress
from trainer_app.domain.office.backups import BackupPreview, Salvaged
from trainer_app.system.clock import Clock
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.recovery_pages import BackupPage, SalvagePage

type _RecoveryPage = SalvagePage | BackupPage


class RecoveryController(QObject):
    """Shows its pages in the window. `opened(work)` when there is data again, `left()` when given up."""

    opened = Signal(object)
    closed = Signal()

    def __init__(
        self, folder: DataFolder, clock: Clock, window: MainWindow, language: LanguageSwitch, jobs: Jobs
    ) -> None:
        super().__init__(window)
        self.setObjectName("ways_back")
        self._folder, self._clock = folder, clock
        self._window, self._language, self._jobs = window, language, jobs
        self._page: _RecoveryPage | None = None
        jobs.progressed.connect(self._show_step)

    def show_salvage(self) -> None:
        """Offer to save what can be read."""
        page = SalvagePage(self._language, backups.list_backups(self._folder))
        page.requested.connect(lambda passphrase: self._salvage(page, passphrase))
        page.file_requested.connect(self.show_backup)
        self._show(page)
        page.field.line.setFocus()

    def show_backup(self, file: Path | None = None) -> None:
        """Offer to restore a backup file, the one that was opened if there is one."""
        page = BackupPage(self._language)
        page.look_requested.connect(lambda path, opening: self._look(page, path, opening))
        page.restore_requested.connect(lambda path, opening: self._restore(page, path, opening))
        self._show(page)
        if file is None:
            page.choose.setFocus()
        else:
            page.choose_file(file)
            page.secret.line.setFocus()

    def _show(self, page: _RecoveryPage) -> None:
        page.closed.connect(self.closed)
        self._page = page
        self._window.show_page(page)

    def _salvage(self, page: SalvagePage, passphrase: str) -> None:
        def save(progress: Progress) -> tuple[Workplace, Salvaged]:
            self._folder.make()
            key = rebuilding.key_of(self._folder, passphrase)
            work, told = rebuilding.salvage(self._folder, key, clock=self._clock, progress=progress)
            work.release()
            return work, told

        def saved(outcome: tuple[Workplace, Salvaged]) -> None:
            work, told = outcome
            page.went_on.connect(lambda: self.opened.emit(work))
            page.show_result(told)

        self._jobs.run("", save, done=saved, failed=page.refuse)

    def _look(self, page: BackupPage, path: Path, opening: Opening) -> None:
        def look(progress: Progress) -> BackupPreview:
            return backups.look_into(self._folder, path, opening, progress=progress)

        self._jobs.run("", look, done=page.show_look, failed=page.refuse)

    def _restore(self, page: BackupPage, path: Path, opening: Opening) -> None:
        def restore(progress: Progress) -> Workplace:
            work = backups.restore_file(self._folder, path, opening, clock=self._clock, progress=progress)
            work.release()
            return work

        self._jobs.run("", restore, done=self.opened.emit, failed=page.refuse)

    def _show_step(self, code: str, fraction: float) -> None:
        page = self._window.page()
        if isinstance(page, (SalvagePage, BackupPage)):
            page.show_step(code, fraction)
