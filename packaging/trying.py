"""Tries what was built as a person has it: `dev.py try linux|deb|windows|update`.

  linux     builds the tree and runs its self-test, window and all, as CI does each time; then again with what
            an office needs on its own server
  deb       installs the package here (as root; `--chroot`: on a bare Debian that is made for it), runs the
            self-test as somebody who is not root, looks at menus and file types, takes updates and goes back,
            removes it, installs it again: the data are the same; the package for an office with a server too
  windows   installs under Wine, runs the self-test, works, uninstalls, installs again, takes updates and goes
            back: the data are the same;
            `--tests`: runs the tests in Python for Windows instead, and says what is skipped and why;
            `--cuts N`: cuts the power N times while the program is installed over itself, instead
  update    takes updates in the tree for Linux, goes back, refuses what must be; the data are the same

`--pictures DIR` keeps pictures of what a person sees on Debian and Windows, to be looked at.
Whatever is tried keeps its data in a folder that is gone afterwards.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import debian
import driver
import first_window
import installing
import linux
import screens
import signing
import update_story
import windows
import wine
import wine_pictures
import wine_story
import wine_tests
import wine_updates
from acceptance import (
    INSTALLER,
    PACKAGE,
    WITH_DRIVER,
    Failed,
    bare_environment,
    left_behind,
    self_test,
    tell_file,
    tell_size,
)
from environment import Unprepared, say
from layers import digest


def try_linux(_options: argparse.Namespace) -> None:
    """Build the tree for Linux and run its self-test from there; the tree must stay as it was built."""
    with tempfile.TemporaryDirectory(prefix="trainer-linux-") as name:
        folder = Path(name)
        (folder / "person").mkdir()
        begun = time.monotonic()
        # A name with a blank and other letters: people unpack to wherever they like.
        tree = linux.build(folder / "Барнома Trainer", stripped=False)
        print(f"built in {time.monotonic() - begun:.1f} s")
        tell_size(tree)
        before = digest(tree)
        self_test([tree / "trainer-cli"], bare_environment(folder / "person"), folder)
        if digest(tree) != before:
            raise Failed("The program wrote into its own folder.")
        cost = first_window.measure(tree, bare_environment(folder / "person"))
        print(cost.line())
        cost.check()
        office = linux.build_driver(tree / driver.PLACE, stripped=False)
        print("with what an office needs on its own server", end=": ")
        tell_size(office)
        self_test([tree / "trainer-cli"], bare_environment(folder / "person"), folder, WITH_DRIVER)
        left = left_behind(folder / "person")
        if left:
            raise Failed(f"The self-test left files behind: {left}")


def try_deb(options: argparse.Namespace) -> None:
    """Build the package, see what lintian says of it, and install, use and remove it."""
    with tempfile.TemporaryDirectory(prefix="trainer-deb-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        package, office = debian.build(folder, quick=not options.full)
        tell_file(package, PACKAGE if options.full else 0)
        tell_file(office)
        for each in (package, office):
            found = debian.complaints(each)
            if found:
                raise Failed("lintian complains:\n" + "\n".join(found))
        print("lintian: nothing but what lintian-overrides states")
        with installing.machine(chroot=options.chroot) as where:
            installing.try_package(where, package, office, options.pictures)


def try_windows(options: argparse.Namespace) -> None:
    """Build the installer with a self-made certificate, install, use, uninstall, install again."""
    with tempfile.TemporaryDirectory(prefix="trainer-windows-") as name:
        folder = Path(name)
        if options.tests is not None:
            with wine.prefix() as where:
                wine_tests.try_tests(where, folder / "tests", options.tests)
            return
        signer = signing.self_made(folder)
        installer, *_ = windows.build(folder / "out", quick=not options.full, signer=signer)
        tell_file(installer, INSTALLER if options.full else 0)
        if not signing.is_authentic(installer, signer):
            raise Failed("The installer's signature does not hold.")
        print("signed with a self-made certificate, and verified")
        with wine.prefix() as where:
            if options.cuts:
                wine_story.try_cuts(where, installer, options.cuts)
                return
            wine_story.try_installer(where, installer)
            wine_updates.try_updates(where, installer)
            if options.pictures:
                with screens.photographer(where.display, options.pictures) as taker:
                    wine_pictures.take(where, installer, taker)


def try_update(_options: argparse.Namespace) -> None:
    """Build the tree and updates for it: a good one, an older one, a stranger's, one that does not run."""
    with tempfile.TemporaryDirectory(prefix="trainer-update-") as name:
        update_story.try_updates(Path(name))


TARGETS = {"linux": try_linux, "deb": try_deb, "windows": try_windows, "update": try_update}


def main(arguments: Sequence[str] | None = None) -> int:
    """Try one target; return 1 if it does not work, or this machine cannot try it."""
    made = argparse.ArgumentParser(prog="dev.py try", description=__doc__)
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.add_argument("target", choices=TARGETS)
    made.add_argument("--chroot", action="store_true", help="deb: on a bare Debian that is made for it")
    made.add_argument("--pictures", type=Path, metavar="DIR", help="deb, windows: keep pictures of its use")
    made.add_argument("--full", action="store_true", help="pack as small as what is handed out")
    cuts = {"type": int, "metavar": "N", "help": "windows: so many power cuts while it is installed"}
    made.add_argument("--cuts", **cuts)
    words = {
        "nargs": "*",
        "metavar": "FOLDER",
        "help": "windows: the tests under Wine, all or these (below tests/)",
    }
    made.add_argument("--tests", **words)
    options = made.parse_args(arguments)
    try:
        TARGETS[options.target](options)
    except (Unprepared, Failed) as problem:
        say(str(problem))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
