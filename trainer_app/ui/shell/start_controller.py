"""The start controller: which page a data folder needs, opening it, the workspace, locking it again.

The page that asks for the passphrase is there at once: whatever the others need is imported when they are.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import gc_paused
from trainer_app.system import messages
from trainer_app.system.folders import (
    WorkplaceState,
    broken,
    opened_by_several,
    opened_without_name,
    state_of,
)
from trainer_app.system.handover import practice_passphrase
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import AppContext, PreferenceStore
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.start_steps import (
    StartOptions,
    StartStep,
    after_today,
    clear_clipboard,
    has_papers_to_keep,
    is_backup,
    is_nobody,
    is_unfinished_office,
    lock_workplace,
    make_workplace,
    open_workplace,
    program,
    take_first,
)
from trainer_app.ui.shell.surroundings import IdleLock, SessionWatch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.unlock import (
    ERRORS_WITH_OWN_PAGE,
    ON_A_SERVER,
    WRONG,
    NewKeyPage,
    OpeningFailedPage,
    UnlockPage,
    short_of_memory,
)
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.widgets.overlays import ModalOverlay
from trainer_app.ui.widgets.pages import StartPage
from trainer_app.ui.widgets.passphrase import PassphraseGuesses

if TYPE_CHECKING:
    from trainer_app.actions.base.moving import Move
    from trainer_app.actions.base.workplace import Workplace
    from trainer_app.actions.office.backups import Restoring
    from trainer_app.ui.shell.background import BackupKeeper, ClockWatch
    from trainer_app.ui.shell.workspace import Workspace
    from trainer_app.ui.start.first_start import FirstStartAnswers, FirstStartPage
    from trainer_app.ui.start.office_again import RestoreOfficePage
    from trainer_app.ui.start.recovery_pages import RecoveryController
    from trainer_app.ui.start.server import NewDeskPage, ServerController


class StartController(QObject):
    """Leads from the first page to the workspace, and back when it is locked. `context` is None outside."""

    def __init__(
        self,
        entry: StartOptions,
        window: MainWindow,
        theme: Theme,
        language: LanguageSwitch,
        preferences: PreferenceStore,
    ) -> None:
        super().__init__(window)
        self.setObjectName("gate")
        self._entry = entry
        self._window = window
        self._theme = theme
        self._language = language
        self._preferences = preferences
        self._jobs = Jobs(self, synchronous=entry.synchronous)
        self._idle = IdleLock(self)
        self._idle.due.connect(self._lock_idle)
        self._session = SessionWatch(self)
        self._session.left.connect(self._idle.left)
        self._guesses = PassphraseGuesses(entry.clock.millis, self)
        self._keeper: BackupKeeper | None = None
        self._clock: ClockWatch | None = None
        self._files = list(entry.files)
        self._user, self._place = entry.user, entry.place
        self._met: TrainerError | None = None
        self._typed = ""
        self.context: AppContext | None = None
        self.workspace: Workspace | None = None
        self._aside: tuple[AppContext, Workspace] | None = None
        """What was locked with something typed in it."""
        self._jobs.progressed.connect(self._show_step)
        window.closing.connect(self._end)
        window.dropped.connect(self._dropped)
        language.changed.connect(self._keep_language)

    @cached_property
    def _ways(self) -> RecoveryController:
        from trainer_app.ui.start.recovery_pages import RecoveryController

        entry = self._entry
        ways = RecoveryController(
            entry.folder, entry.clock, self._window, self._window.show_page, self._language, self._jobs
        )
        ways.opened.connect(self._enter)
        ways.closed.connect(self.begin)
        return ways

    @cached_property
    def _server(self) -> ServerController:
        from trainer_app.ui.start.server import ServerController

        ways = ServerController(
            self._entry.folder, self._window, self._window.show_page, self._language, self._jobs
        )
        ways.open_requested.connect(self._open)
        ways.closed.connect(self._window.close)
        ways.moved.connect(self._enter_moved)
        ways.failed.connect(self._show_trouble)
        return ways

    def begin(self) -> None:
        """Show the page that the data folder needs."""
        take_first(self._first_steps(), state_of(self._entry.folder))

    def _first_steps(self) -> tuple[StartStep[WorkplaceState], ...]:
        """Return what may lead to an opened data folder; which step it is depends on the folder's state."""
        return (
            StartStep(self._brought_backup, lambda _: self._ways.show_backup(self._take_backup())),
            StartStep(lambda state: state is WorkplaceState.NEW, lambda _: self._show_first_start()),
            StartStep(lambda state: state is WorkplaceState.LOCKED, lambda _: self._ask_passphrase()),
            StartStep(lambda _: True, lambda _: self._show_trouble(broken(self._entry.folder))),
        )

    def _entering_steps(self) -> tuple[StartStep[Workplace], ...]:
        """Return what may stand between an opened data folder and its workspace."""
        return (
            StartStep(is_unfinished_office, self._begin_office_anew),
            StartStep(has_papers_to_keep, self._show_papers),
            StartStep(self._is_put_aside, self._take_back),
            StartStep(lambda work: bool(self._typed) and is_nobody(work), self._show_who),
            StartStep(lambda _: True, self._open_workspace),
        )

    def _brought_backup(self, state: WorkplaceState) -> bool:
        """Tell whether the program was opened with a backup, and nothing is here that must be unlocked."""
        return state is not WorkplaceState.LOCKED and any(map(is_backup, self._files))

    def _take_backup(self) -> Path:
        """Return that backup, once: "back" leads to the usual first page."""
        copies = [path for path in self._files if is_backup(path)]
        self._files = [path for path in self._files if path not in copies]
        return copies[0]

    def _dropped(self, paths: list[Path]) -> None:
        """Deal with files dropped on the window as with those it was opened with."""
        page = self._window.page()
        if self.context is not None and page is self.workspace:
            from trainer_app.ui.kit.file_import import FileImporter

            FileImporter(self.context).take(paths)
            return
        self._files += paths
        if isinstance(page, UnlockPage):
            page.show_waiting(self._files)
        if isinstance(page, StartPage) and page.takes_backups and any(map(is_backup, paths)):
            self.begin()

    def lock(self) -> None:
        """Close the data folder and ask for the passphrase. Long work is not interrupted.

        What is typed and not saved comes back afterwards; without any a new process takes this one's place.
        """
        if self.context is None:
            return
        if self.context.jobs.busy:
            self.context.tell_error(TrainerError("job.wait"))
            return
        self._user = self.context.work.user
        self._place = self.workspace.kept_place() if self.workspace is not None else ""
        clear_clipboard()
        for sheet in self._window.findChildren(ModalOverlay):
            # They lie over the whole window, and may show names.
            sheet.dismiss()
        if self.workspace is not None and self.workspace.holds_work():
            self._put_aside(self.context, self.workspace)
        else:
            self._close_context()
            # Python cannot wipe what it held: the key, the passphrase and names go with the process.
            if self._entry.again(self._user, self._place):
                return
        self._show_unlock()

    def _lock_idle(self) -> None:
        """Lock because nobody is there; during long work as soon as it is over."""
        if self.context is not None and self.context.jobs.busy:
            self._idle.remind()
        else:
            self.lock()

    # Pages

    def _show_first_start(self) -> None:
        from trainer_app.ui.start.first_start import FirstStartPage

        page = FirstStartPage(self._language)
        page.answered.connect(lambda beginning: self._create(page, beginning))
        page.backup_requested.connect(lambda: self._ways.show_backup())
        page.again_requested.connect(self._show_again)
        page.desk_requested.connect(self._show_new_desk)
        page.practice_requested.connect(lambda: self._practise(page))
        self._window.show_page(page)
        page.user.field.setFocus()

    def _practise(self, page: FirstStartPage) -> None:
        from trainer_app.ui.shell.help import practise

        practise(page, self._jobs, self._entry, back=self._show_first_start, failed=self._show_trouble)

    def _practise_beside(self) -> None:
        from trainer_app.ui.shell.help import practise_beside

        assert self.workspace is not None
        practise_beside(
            self.workspace,
            self.workspace.context,
            self._entry,
            self.workspace.doubt(),
            closed=self._close_context,
        )

    def _end_practice(self, own: Path, throw: bool) -> None:
        from trainer_app.ui.shell.help import leave_practice

        self._close_context()
        leave_practice(own, self._entry, throw=throw, again=self.begin)

    def _show_unlock(self) -> None:
        # Of somebody who was here before it was locked; on the disk the name stands in the database alone.
        user = self._user
        place = str(self._entry.folder.root)
        told = practice_passphrase(self._entry.folder.root)
        begun, memory = self._aside is not None, partial(short_of_memory, self._entry.folder)
        page = UnlockPage(
            self._language,
            user,
            place,
            self._guesses,
            begun=begun,
            practice=told,
            memory=memory,
            several=opened_by_several(self._entry.folder),
            nameless=opened_without_name(self._entry.folder),
        )
        page.show_waiting(self._files)
        page.answered.connect(self._unlock)
        page.forgotten.connect(self._show_forgotten)
        self._window.show_page(page)
        page.first_focus().setFocus()

    def _show_trouble(self, error: TrainerError) -> None:
        page = OpeningFailedPage(self._language, self._entry.folder, error)
        page.again.connect(self.begin)
        page.closed.connect(self._window.close)
        page.salvage_requested.connect(lambda: self._ways.show_salvage())
        page.backup_requested.connect(lambda: self._ways.show_backup())
        page.rescue_requested.connect(self._show_forgotten)
        self._window.show_page(page)
        page.retry.setFocus()

    def _show_papers(self, work: Workplace) -> None:
        """Show keys that are on no paper yet; nothing else is opened before they are."""
        from trainer_app.ui.start.first_start import RecoveryPapersPage

        page = RecoveryPapersPage.of(work, self._language)
        page.form.kept.connect(lambda: self._enter(work))
        self._window.show_page(page)
        page.form.print_button.setFocus()

    def _show_who(self, work: Workplace) -> None:
        """Ask who is here, whose the passphrase that opened it becomes."""
        from trainer_app.ui.start.who import WhoPage

        page = WhoPage(self._language, self._jobs, work, self._typed)
        self._typed = ""
        for done in (page.said, page.later):
            done.connect(lambda: self._enter(work))
        page.paper.connect(lambda: self._shut(work))
        page.paper.connect(self._show_forgotten)
        self._window.show_page(page)
        page.first_focus().setFocus()

    def _show_forgotten(self) -> None:
        from trainer_app.ui.start.forgotten import ForgottenPassphrasePage

        entry, user = self._entry, self._user
        page = ForgottenPassphrasePage(self._language, self._jobs, entry.folder, entry.clock, user)
        page.opened.connect(self._opened_otherwise)
        page.closed.connect(self.begin)
        self._window.show_page(page)
        page.first_focus().setFocus()

    def _show_again(self) -> None:
        from trainer_app.ui.start.office_again import RestoreOfficePage

        self._show_beginning(RestoreOfficePage)

    def _show_new_desk(self) -> None:
        from trainer_app.ui.start.server import NewDeskPage

        self._show_beginning(NewDeskPage)

    def _show_beginning(self, kind: type[RestoreOfficePage | NewDeskPage]) -> None:
        page = kind(self._language, self._jobs, self._entry.folder, self._entry.clock)
        page.opened.connect(self._enter)
        page.closed.connect(self.begin)
        self._window.show_page(page)
        page.first_focus().setFocus()

    # Opening

    def _create(self, page: FirstStartPage, beginning: FirstStartAnswers) -> None:
        page.set_busy(busy=True)
        self._jobs.run(
            "",
            lambda _progress: make_workplace(self._entry, beginning),
            done=self._enter,
            failed=self._show_trouble,
        )

    def _ask_passphrase(self) -> None:
        self._show_unlock()
        if self._entry.passphrase:
            self._unlock(self._entry.passphrase)

    def _unlock(self, passphrase: str) -> None:
        page = self._window.page()
        name = page.short_name() if isinstance(page, UnlockPage) else ""
        if isinstance(page, UnlockPage):
            page.set_busy(busy=True)
        self._open(passphrase, name)

    def _open(self, passphrase: str, name: str) -> None:
        aside = self._aside[0].work if self._aside is not None else None

        def failed(error: TrainerError) -> None:
            if error.code in ON_A_SERVER:
                self._server.show(error, passphrase, name)
            else:
                self._refused(error)

        self._jobs.run(
            "",
            lambda progress: open_workplace(self._entry, passphrase, aside, progress, name),
            done=lambda work: self._enter(work, passphrase),
            failed=failed,
        )

    def _show_step(self, code: str, fraction: float) -> None:
        """Show how far a new key is, which follows on the passphrase where one was due or begun."""
        page = self._window.page()
        if isinstance(page, UnlockPage) and code.startswith("renewal."):
            page = NewKeyPage(self._language)
            self._window.show_page(page)
        if isinstance(page, NewKeyPage):
            page.show_step(code, fraction)

    def _refused(self, error: TrainerError) -> None:
        page = self._window.page()
        if error.code in WRONG:
            self._guesses.note()
        if error.code in ERRORS_WITH_OWN_PAGE or not isinstance(page, UnlockPage):
            self._show_trouble(error)
        else:
            page.refuse(error)

    def _enter(self, work: Workplace, typed: str = "") -> None:
        """Go in; what cannot be read on the way leads to the page of the trouble, with its ways back.

        `typed` is the passphrase that opened it, kept until it is known who is here.
        """
        self._met, self._typed = None, typed or self._typed
        if gc.isenabled() and not self._entry.synchronous:
            # What is made now is no garbage: looking for it among it all can wait until Today is painted.
            gc.disable()
            after_today(program(), gc.enable)
        try:
            with gc_paused():
                take_first(self._entering_steps(), work)
        except TrainerError as error:
            self._stay_out(work, error)
            return
        if self._met is not None:
            self._stay_out(work, self._met)

    def _stay_out(self, work: Workplace, error: TrainerError) -> None:
        """Close what was opened half, and say what is wrong with it."""
        self._shut(work)
        self._show_trouble(error)

    def _shut(self, work: Workplace) -> None:
        self._typed = ""
        if self._aside is not None and self._aside[0].work is work:
            lock_workplace(work)
        self._close_context()
        if not work.locked:
            work.close()

    def _told(self, error: TrainerError) -> None:
        """Remember a database error raised while Today loads.

        The recovery page then replaces Today, which would be a screen of empty cards.
        """
        if error.code in ERRORS_WITH_OWN_PAGE:
            self._met = self._met or error

    def meet(self, error: TrainerError) -> bool:
        """Tell of an error of the disk or the database that nobody awaited; False for any other one."""
        if error.code not in ERRORS_WITH_OWN_PAGE:
            return False
        if self.context is not None:
            self.context.tell_error(error)
        else:
            self._show_trouble(error)
        return True

    def _begin_office_anew(self, work: Workplace) -> None:
        """Go on where the set-up of an office was interrupted before it had anything."""
        from trainer_app.actions.office import office

        office.discard_unfinished(work)
        self._show_first_start()

    def _is_put_aside(self, work: Workplace) -> bool:
        # What one person has typed is not for the next one.
        return self._aside is not None and self._aside[0].work is work and work.user == self._user

    def _open_workspace(self, work: Workplace) -> None:
        """Show the workspace at Today."""
        from trainer_app.ui.shell.workspace import Workspace

        # Where the data had to be brought back otherwise, what was typed before belongs to data that is gone.
        self._drop_aside()
        self._typed = ""
        self.context = AppContext(
            work,
            self._theme,
            self._language,
            self._preferences,
            self,
            synchronous=self._entry.synchronous,
        )
        self.context.failed.connect(self._told)
        self.context.lock_changed.connect(self._watch_idle)
        self.context.held_open.connect(self._hold_open)
        self.context.restore_ready.connect(self._put_copy_back, Qt.ConnectionType.QueuedConnection)
        self.context.move_ready.connect(self._move, Qt.ConnectionType.QueuedConnection)
        self.context.key_requested.connect(self._renew_key, Qt.ConnectionType.QueuedConnection)
        self.context.salvage_requested.connect(self._salvage, Qt.ConnectionType.QueuedConnection)
        self._window.watch(self.context.jobs)
        self.workspace = self.context.make_in(self._window.frame, Workspace)
        self.workspace.lock_requested.connect(self.lock)
        self.workspace.practice_begun.connect(self._practise_beside)
        self.workspace.practice_ended.connect(self._end_practice, Qt.ConnectionType.QueuedConnection)
        self._window.show_page(self.workspace)
        self.workspace.open_place(self._place)
        self._watch_idle()
        count = partial(self._count_waiting, self.context)
        if self._entry.synchronous:
            self._begin_services(self.context)
            QTimer.singleShot(0, self.workspace, count)
        else:
            # Today is painted first: it waits neither for them nor for the modules they bring.
            after_today(self.workspace, partial(self._begin_services, self.context))
            after_today(self.workspace, count)
        self._take_files(self.context)

    def _begin_services(self, context: AppContext) -> None:
        from trainer_app.ui.shell.background import warn_after_opening

        if context is self.context:
            self._begin_watching(context)
            warn_after_opening(context, self._guesses.take())

    def _count_waiting(self, context: AppContext) -> None:
        if context is self.context and self.workspace is not None:
            self.workspace.look_at_review()

    def _take_files(self, context: AppContext) -> None:
        """Ask about what it was opened with, or what was dropped on it while it was locked."""
        files, self._files = self._files, []
        if files:
            from trainer_app.ui.kit.file_import import FileImporter

            FileImporter(context).ask_first(files, self._window)

    def _tell_mended(self, context: AppContext) -> None:
        from trainer_app.ui.shell.background import tell_mended

        tell_mended(context, self._guesses.take())

    def _opened_otherwise(self, work: Workplace, typed: str) -> None:
        """Enter by another way than the passphrase; what was typed before it was locked is gone."""
        self._drop_aside()
        self._enter(work, typed)

    def _put_aside(self, context: AppContext, workspace: Workspace) -> None:
        """Keep what is typed; the key is forgotten, and nothing of the page can be seen or read out."""
        self._user = context.work.user
        self._end_watching()
        context.watcher.end()
        context.others.end()
        workspace.server.end()
        self._window.watch(None)
        workspace.rest()
        self._window.put_aside(workspace)
        lock_workplace(context.work)
        self._aside = context, workspace
        self.context, self.workspace = None, None

    def _take_back(self, _work: Workplace) -> None:
        """Show again what was put aside."""
        assert self._aside is not None
        self.context, self.workspace = context, workspace = self._aside
        self._aside, self._typed = None, ""
        self._window.watch(context.jobs)
        self._window.show_page(workspace)
        workspace.resume()
        self._watch_idle()
        self._begin_watching(context)
        self._tell_mended(context)
        self._take_files(context)

    def _end(self) -> None:
        """Close everything with the window, what was put aside too."""
        clear_clipboard()
        self._drop_aside()
        self._close_context()

    def _drop_aside(self) -> None:
        if self._aside is not None:
            context, workspace = self._aside
            self._aside = None
            workspace.deleteLater()
            context.deleteLater()

    def _begin_watching(self, context: AppContext) -> None:
        from trainer_app.actions.base.workplace import Role
        from trainer_app.ui.shell.background import BackupKeeper, ClockWatch

        self._keeper = self._keeper or BackupKeeper(self)
        self._clock = self._clock or ClockWatch(self)
        self._keeper.begin(context, synchronous=self._entry.synchronous)
        self._clock.begin(context)
        self._session.begin()
        if context.work.role is Role.OFFICE:
            context.watcher.begin()

    def _end_watching(self) -> None:
        self._idle.stop()
        self._session.end()
        if self._keeper is not None:
            self._keeper.end()
        if self._clock is not None:
            self._clock.end()

    def _watch_idle(self) -> None:
        self._idle.start(self._preferences.now.lock_minutes)

    def _hold_open(self, held: bool) -> None:
        """Let a participant think: the page that is open then shows nobody's names but the own one."""
        if held:
            self._idle.stop()
        else:
            self._watch_idle()

    def _put_copy_back(self, ready: Restoring) -> None:
        """Restore a backup: close the open database, swap in the file of `ready`, and open it.

        If the swap is refused, the old database is opened again, and why is told.
        """
        from trainer_app.actions.office import backups

        if self._keeper is not None:
            self._keeper.wait()
        self._close_context()
        refused: TrainerError | None = None
        try:
            backups.finish_restore(ready)
        except TrainerError as error:
            refused = error

        def open_again(_progress: Progress) -> Workplace:
            work = backups.open_restored(ready, self._entry.clock, placed=refused is None)
            work.release()
            return work

        def enter(work: Workplace) -> None:
            self._enter(work)
            if refused is not None and self.context is not None:
                self.context.tell_error(refused)
            elif self.context is not None:
                self.context.tell_done("backup.put_back")

        self._jobs.run("", open_again, done=enter, failed=self._show_trouble)

    def _move(self, move: Move) -> None:
        """Move the office's data, with nothing of them open, and open them where they are then."""
        if self._keeper is not None:
            self._keeper.wait()
        self._place = self.workspace.kept_place() if self.workspace is not None else ""
        self._close_context()
        self._window.watch(self._jobs)
        self._server.move(move)

    def _enter_moved(self, work: Workplace, tell: Callable[[AppContext], None]) -> None:
        self._enter(work)
        if self.context is not None:
            tell(self.context)

    def _renew_key(self, passphrase: str) -> None:
        """Give the data a new key; what is open, and typed there, comes back afterwards as it was."""
        from trainer_app.actions.base.workplace_key import hold_key

        if self.context is None or self.workspace is None:
            return
        if self.context.jobs.busy:
            self.context.tell_error(TrainerError("job.wait"))
            return
        if self._keeper is not None:
            self._keeper.wait()
        context, work = self.context, self.context.work
        held = hold_key(work)
        self._put_aside(context, self.workspace)
        self._window.show_page(NewKeyPage(self._language))
        self._window.watch(self._jobs)

        def renew(progress: Progress) -> Workplace:
            from trainer_app.actions.base import users, workplace_key
            from trainer_app.actions.exchange import requests

            try:
                workplace_key.renew_locked(work, held, passphrase, progress=progress)
                users.note_chosen(work, passphrase)
                requests.answer_new_key(work)
            finally:
                work.release()
            return work

        def failed(error: TrainerError) -> None:
            if work.locked:
                self._show_trouble(error)
                return
            self._enter(work)
            context.tell_error(error)

        def done(renewed: Workplace) -> None:
            self._enter(renewed)
            context.tell_good(messages.text("renewal.done", self._language.code))

        self._jobs.run("", renew, done=done, failed=failed)

    def _salvage(self) -> None:
        self._close_context()
        self._ways.show_salvage()

    def _close_context(self) -> None:
        self._end_watching()
        self._window.watch(None)
        if self.workspace is not None:
            self.workspace.server.end()
            # Before its context: nothing may ask one that is gone.
            self.workspace.deleteLater()
        if self.context is not None:
            self.context.watcher.end()
            self.context.others.end()
            self.context.work.close()
            self.context.deleteLater()
        self.context, self.workspace = None, None

    def _keep_language(self, code: str) -> None:
        self._preferences.change(Preferences.language, code)
