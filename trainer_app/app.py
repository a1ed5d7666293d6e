"""Puts the program together: folder, preferences, theme, language, window, and the way in."""

import logging
import os
import sys
import tempfile
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QTimer

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.system import logs
from trainer_app.system.folders import DataFolder, data_folder
from trainer_app.system.handover import LOCKED_AT, LOCKED_BY, LOCKED_LYING, OpenWindow
from trainer_app.system.installed import note_window
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch, computer_language
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.start_steps import StartOptions
from trainer_app.ui.shell.surroundings import Arrivals, Turn, show_where_it_lay, where_it_lies
from trainer_app.ui.shell.window import CrashGuard, MainWindow, make_application, run_loop
from trainer_app.ui.start.unlock import OpeningFailedPage
from trainer_app.ui.style.text_size import TextSize
from trainer_app.ui.style.theme import Theme

_OF_FOLDER = {
    "files.full": "disk.full",
    "files.read_only": "disk.read_only",
    "files.not_allowed": "disk.read_only",
    "files.device": "disk.error",
}


class Options(Struct, frozen=True):
    """What was asked for on the command line."""

    data: Path | None = None
    language: str = ""
    files: tuple[Path, ...] = ()
    stretch: bool = False
    command: tuple[str, ...] = ()
    """How this program is started, without options; empty where locking must not start it anew."""


_SHOWN = 1_000
"""Milliseconds after which a version that came by update has shown its window: it stays."""


def self_test(options: Options) -> int:
    """Open the window, draw it and close it; return 1 if it shows anything but what the folder is for.

    Without a data folder one is made for it, and the first start is what has to show.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        return run(options if options.data else replace(options, data=Path(name) / "data"), only_try=True)


def run(options: Options, opened: OpenWindow | None = None, *, only_try: bool = False) -> int:
    """Open the window and work until it is closed; return the exit code. 1: the folder cannot be used.

    `opened` lets later starts hand their files to this window; where it asks a window that is busy, this one
    waits for that. `only_try` closes it as soon as it has been drawn; then 1 is also for a page that tells of
    trouble.
    """
    folder = data_folder(options.data)
    application = make_application(["trainer-app"])
    preferences = PreferenceStore(folder.preferences)
    kept = preferences.now.language if preferences.kept else computer_language()
    language = LanguageSwitch(application, options.language or kept, stretch=options.stretch)
    TextSize(application, preferences.now.text_size)
    theme = Theme(application, preferences.now.theme)
    window = MainWindow(preferences)
    application.commitDataRequest.connect(window.end_of_session)
    program = start_in(options, folder, window, theme, language, preferences, opened, only_try=only_try)
    window.fit(window.screen().availableSize())
    show_where_it_lay(window, os.environ.pop(LOCKED_LYING, ""))
    if not only_try and (opened is None or not opened.asks):
        program.be_the_window(opened)
    works = True
    if only_try:
        works = program.shows()
        QTimer.singleShot(0, window.close)
    try:
        code = run_loop(application)
    finally:
        program.end()
    return code if works and program.began else 1


def start_in(
    options: Options,
    folder: DataFolder,
    window: MainWindow,
    theme: Theme,
    language: LanguageSwitch,
    preferences: PreferenceStore,
    opened: OpenWindow | None = None,
    *,
    only_try: bool = False,
) -> "_Program":
    """Begin in a window that is there, or wait in it where `opened` asks another; whoever calls ends it."""
    program = _Program(options, folder, window, theme, language, preferences, only_try=only_try)
    if opened is None or not opened.asks:
        program.begin()
    else:
        program.begin_after(opened)
    return program


class _Program:
    """What runs behind the window. Where the folder cannot be used, a page says why and tries again."""

    def __init__(
        self,
        options: Options,
        folder: DataFolder,
        window: MainWindow,
        theme: Theme,
        language: LanguageSwitch,
        preferences: PreferenceStore,
        *,
        only_try: bool = False,
    ) -> None:
        self.options = options
        self.folder = folder
        self.window = window
        self.theme = theme
        self.language = language
        self.preferences = preferences
        self.only_try = only_try
        self._log: logging.Handler | None = None
        self._guard: CrashGuard | None = None
        self._handed_over = False

    @property
    def began(self) -> bool:
        """Tell whether the folder could be used, here or by the window that is open."""
        return self._log is not None or self._handed_over

    def be_the_window(self, opened: OpenWindow | None) -> None:
        """Listen to later starts, and keep the version that has shown its window."""
        if opened is not None:
            Arrivals(self.window, opened).begin()
        QTimer.singleShot(_SHOWN, self.window, note_window)

    def begin_after(self, opened: OpenWindow) -> None:
        """Say that the folder's window is busy; end when it has answered, begin when it is gone."""
        turn = Turn(self.window, opened)
        turn.answered.connect(self._leave_it)
        turn.free.connect(self.begin)
        turn.free.connect(lambda: self.be_the_window(opened))
        self._show(TrainerError("workplace.window_busy")).again.connect(turn.look)

    def _leave_it(self) -> None:
        self._handed_over = True
        self.window.close()

    def begin(self) -> None:
        """Make the folder and go in, or show what is wrong with it."""
        try:
            self.folder.make()
            if self.preferences.refused is not None:
                self.preferences.read()
                self.language.choose(self.options.language or self.preferences.now.language)
            if self.preferences.refused is not None:
                raise self.preferences.refused
            self._log = logs.start_log(self.folder.logs)
        except TrainerError as error:
            self._show(_of_folder(error)).again.connect(self.begin)
            return
        if not (self.preferences.kept or self.options.language):
            # The first start keeps the language of the computer until a person chooses another one.
            self.preferences.change(Preferences.language, self.language.code)
        self._guard = CrashGuard(self.folder.logs, self.window)
        passphrase, user = os.environ.get("TRAINER_PASSPHRASE", ""), os.environ.pop(LOCKED_BY, "")
        place = os.environ.pop(LOCKED_AT, "")
        entry = StartOptions(
            self.folder, passphrase, self.options.files, synchronous=self.only_try, user=user, place=place
        )
        if self.options.command:
            entry.again = self._start_anew
            entry.elsewhere = self._start_elsewhere
        gate = StartController(entry, self.window, self.theme, self.language, self.preferences)
        self._guard.told = gate.meet
        gate.begin()

    def shows(self) -> bool:
        """Tell whether the window draws the page that the folder is for: the workspace or the first start."""
        from trainer_app.ui.shell.workspace import Workspace
        from trainer_app.ui.start.first_start import FirstStartPage

        drawn = not self.window.grab().isNull()
        return drawn and isinstance(self.window.page(), Workspace | FirstStartPage)

    def _start_anew(self, user: str, place: str) -> bool:
        """Put a new program in the place of this one, for its memory to be gone; False if that fails.

        The new one shows the locked page, where the window stood, behind other programs' windows if it did,
        and in the same language; unlocked, it shows what was in sight.
        """
        lying = where_it_lies(self.window)
        return self._replace(
            self.folder.root, {LOCKED_BY: user, LOCKED_AT: place, **({LOCKED_LYING: lying} if lying else {})}
        )

    def _start_elsewhere(self, root: Path, passphrase: str) -> bool:
        """Put a new program for another data folder in the place of this one; False if that fails."""
        return self._replace(root, {"TRAINER_PASSPHRASE": passphrase} if passphrase else {})

    def _replace(self, root: Path, told: dict[str, str]) -> bool:
        """Start this program anew with a data folder and variables, and close this one; False if it fails."""
        self.window.keep_place()
        command = [*self.options.command, "--data", str(root), "--lang", self.language.code]
        if self.options.stretch:
            command.append("--stretch")
        kept = {name: value for name, value in os.environ.items() if name != "TRAINER_PASSPHRASE"}
        try:
            if sys.platform == "win32":
                import subprocess

                subprocess.Popen(command, env={**kept, **told})
            else:
                os.execve(command[0], command, {**kept, **told})
        except OSError as problem:
            # Locked it is all the same, as where something is typed.
            logging.getLogger(__name__).error("no new program could be started: errno %s", problem.errno)
            return False
        self.window.close()
        return True

    def end(self) -> None:
        """Give back the hooks and close the log."""
        if self._guard is not None:
            self._guard.release()
        if self._log is not None:
            logs.stop_log(self._log)

    def _show(self, error: TrainerError) -> OpeningFailedPage:
        page = OpeningFailedPage(self.language, self.folder, error)
        page.closed.connect(self.window.close)
        self.window.show_page(page)
        page.retry.setFocus()
        return page


def _of_folder(error: TrainerError) -> TrainerError:
    """Return what an error of a file means where the file is one of the data folder's own."""
    code = _OF_FOLDER.get(error.code)
    return TrainerError(code) if code else error
