"""Puts the program together: folder, preferences, theme, language, window, and the way in."""

import os
from dataclasses import dataclass
from pathlib import Path

from trainer_app.domain.errors import TrainerError
from trainer_app.system import logs, messages
from trainer_app.system.folders import Folder, default_root
from trainer_app.system.preferences import Preferences
from trainer_app.ui.shell import startup
from trainer_app.ui.shell.crash import CrashGuard
from trainer_app.ui.shell.preferences import PreferenceStore
from trainer_app.ui.shell.theme import Theme
from trainer_app.ui.shell.translator import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.gate import Entry, Gate


@dataclass(frozen=True)
class Options:
    """What was asked for on the command line."""

    data: Path | None = None
    language: str = ""
    files: tuple[Path, ...] = ()
    stretch: bool = False


def run(options: Options) -> int:
    """Open the window and work until it is closed; return the exit code. 1: a folder cannot be used."""
    folder = Folder((options.data or default_root()).absolute())
    application = startup.make_application(["trainer-app"])
    try:
        folder.make()
        log = logs.start(folder.logs)
        preferences = PreferenceStore(folder.preferences)
    except TrainerError as error:
        language = _language(options, folder)
        LanguageSwitch(application, language)  # or the button below would speak English
        startup.complain(messages.text(error.code, language, **error.values), str(folder.root))
        return 1
    language_switch = LanguageSwitch(
        application, options.language or preferences.now.language, stretch=options.stretch
    )
    theme = Theme(application, preferences.now.theme)
    window = MainWindow(preferences)
    guard = CrashGuard(folder.logs, window)
    entry = Entry(folder, os.environ.get("TRAINER_PASSPHRASE", ""), options.files)
    gate = Gate(entry, window, theme, language_switch, preferences)
    guard.told = gate.meet
    gate.begin()
    window.fit(window.screen().availableSize())
    window.show()
    try:
        return startup.run_loop(application)
    finally:
        guard.release()
        logs.stop(log)


def _language(options: Options, folder: Folder) -> str:
    """Return the language that was asked for or used last; in a folder that cannot be read the usual one."""
    if options.language:
        return options.language
    try:
        return PreferenceStore(folder.preferences).now.language
    except TrainerError:
        return Preferences().language
