"""Starts the window: `trainer-app [--data DIR] [--lang LANGUAGE] [FILE]`. The command line is trainer-cli."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import argparse

    from trainer_app.system.handover import OpenWindow

OLDEST = (3, 12)
TOO_OLD = (
    "This program needs Python 3.12 or newer; this is {version}. On Debian 13 use /usr/bin/python3.\n"
    "Программе нужен Python 3.12 или новее; здесь {version}. На Debian 13 возьмите /usr/bin/python3.\n"
    "Ба барнома Python 3.12 ё навтар лозим аст; ин {version} аст. Дар Debian 13 /usr/bin/python3-ро истифода "
    "баред."
)
READ_STRANGE_FILE = "--read-strange-file"
"""Makes a child of this program, which reads one file for it and is no use to a person."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the options and open the window. Exit code 1: it could not be opened, and why was said."""
    if sys.version_info < OLDEST:
        print(TOO_OLD.format(version=sys.version.split()[0]), file=sys.stderr)  # noqa: T201
        return 1
    # A start makes 110,000 objects, of which none is garbage: looking for it was a tenth of the start.
    gc.disable()
    if list(sys.argv[1:] if arguments is None else arguments) == [READ_STRANGE_FILE]:
        from trainer_app.system.child import serve

        return serve()
    _import_msgspec()
    options = parser().parse_args(arguments)
    opened = None
    if not options.self_test:
        opened = the_one_window(options.data, options.files)
        if opened is None:
            return 0
    # Qt is loaded only now: an old Python and a machine without a screen get words, not a crash.
    from trainer_app.ui.shell import window

    if options.self_test:
        window.do_without_screen()
    if not window.has_screen():
        print(window.NO_SCREEN, file=sys.stderr)  # noqa: T201
        return 1
    from trainer_app.app import Options, run, self_test
    from trainer_app.system.logs import keep_memory_private

    keep_memory_private()
    command = own_command() if arguments is None else ()
    wanted = Options(options.data, options.lang or "", tuple(options.files), options.stretch, command)
    return self_test(wanted) if options.self_test else run(wanted, opened)


def the_one_window(data: Path | None, files: Sequence[Path]) -> "OpenWindow | None":
    """Return what makes this process the window of a data folder; None where the open one was told to do it.

    Where that is busy, this one asks on, and waits in sight. A program that locked itself starts a new one
    before it ends: that one is not handed over, it follows.
    """
    from trainer_app.system.folders import data_folder
    from trainer_app.system.handover import LOCKED_BY, OpenWindow
    from trainer_app.system.installed import take_back_start

    opened = OpenWindow(data_folder(data))
    if LOCKED_BY in os.environ or opened.hold():
        return opened
    take_back_start()
    return None if opened.hand_over(files) else opened


def _import_msgspec() -> None:
    """Import msgspec without typing_extensions: 4,000 lines for three names that typing has as well.

    A hundredth of the start. Whatever else wants it finds it afterwards.
    """
    modules: dict[str, object] = cast("dict[str, object]", sys.modules)
    if "typing_extensions" in modules:
        return
    modules["typing_extensions"] = None
    try:
        import msgspec  # noqa: F401
    finally:
        del modules["typing_extensions"]


def own_command() -> tuple[str, ...]:
    """Return how this program was started, without its options."""
    from trainer_app.system.installed import installation, window_program

    if installation():
        return tuple(window_program())
    given = len(sys.argv) - 1
    return (sys.executable, *sys.orig_argv[1 : len(sys.orig_argv) - given])


def parser() -> "argparse.ArgumentParser":
    """Return the parser of the options."""
    # Here and not above: a child of this program does without.
    import argparse

    from trainer_app import VERSION
    from trainer_app.domain.base.texts import LANGUAGES

    made = argparse.ArgumentParser(
        prog="trainer-app", description="Attendance, evaluations and certificates of training courses."
    )
    made.add_argument("--data", type=Path, metavar="DIR", help="data folder (default: TRAINER_DATA)")
    made.add_argument("--lang", choices=tuple(LANGUAGES), help="language of the window")
    made.add_argument("--stretch", action="store_true", help="test mode: longer texts, mirrored layout")
    made.add_argument("--self-test", action="store_true", help="open the window, draw it, close it")
    made.add_argument("--version", action="version", version=f"trainer-app {VERSION}")
    made.add_argument("files", nargs="*", type=Path, metavar="FILE", help="files to take in")
    return made


if __name__ == "__main__":
    sys.exit(main())
