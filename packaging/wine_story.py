"""What happens to a person's Windows: install, prove, work, uninstall, install again. The data stay.

Also when the power goes while an installer writes, at many points of its run (`try_cuts`).
"""

import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import layers
from acceptance import INSTALLED, INSTALLED_FILES, PATIENCE, STEPS, WITH_DRIVER, Failed, tell_size
from wine import Prefix

from trainer_app.actions.today import demo

_PASSPHRASE = {"TRAINER_PASSPHRASE": demo.PASSPHRASE}
TOO_OLD, OPEN = 3, 4
"""How the installer ends where Windows is too old, and where the program is open."""
OLD = "win81"
"""A Windows that is too old."""
_TRIES = 10
_LOOK = 0.005
_ASKS = "Install the program again"
"""What a launcher says of a program that was not written whole."""
_KEYS = (
    r"Software\Classes\.tsync",
    r"Software\Classes\TrainerApp.Bundle",
    r"Software\Classes\.tbackup",
    r"Software\Classes\TrainerApp.Backup",
    r"Software\Classes\.tupdate",
    r"Software\Classes\TrainerApp.Update",
    r"Software\Microsoft\Windows\CurrentVersion\Uninstall\TrainerApp",
)


def home(where: Prefix) -> Path:
    """Return where the program lies."""
    return where.local / "Programs" / "TrainerApp"


def command_line(where: Prefix, *options: str, more: Mapping[str, str] | None = None) -> dict[str, object]:
    """Run `trainer-cli --json` and return its document. Raises `Failed`."""
    done = where.call([home(where) / "trainer-cli.exe", "--json", *options], more)
    try:
        document = json.loads(done.stdout)
    except ValueError:
        document = None
    if done.returncode or not isinstance(document, dict):
        raise Failed(
            f"trainer-cli {' '.join(options)} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
        )
    return document


def install(where: Prefix, installer: Path, *more: str) -> None:
    """Install without questions. Raises `Failed`."""
    done = where.call([installer, "/S", *more])
    where.settle()
    if done.returncode or not (home(where) / "trainer-app.exe").is_file():
        raise Failed(f"The installer ended with {done.returncode}:\n{done.stderr}")
    missing = [key for key in _KEYS if not where.knows(key)]
    if missing or len(shortcuts(where)) != 2:
        raise Failed(f"After installing there is no {', '.join(missing)}; shortcuts: {shortcuts(where)}")


def uninstall(where: Prefix) -> None:
    """Uninstall without questions; nothing but data may be left. Raises `Failed`."""
    done = where.call([home(where) / "uninstall.exe", "/S"])
    where.settle()
    left = [key for key in _KEYS if where.knows(key)]
    if done.returncode or home(where).exists() or left or shortcuts(where):
        found = [*home(where).rglob("*")] if home(where).exists() else []
        raise Failed(f"After uninstalling there is still: {left} {shortcuts(where)} {found[:5]}")


def refuse_old(where: Prefix, installer: Path) -> None:
    """Install on an old Windows: it is refused. Raises `Failed`."""
    where.pretend(OLD)
    try:
        code = where.call([installer, "/S"]).returncode
        if code != TOO_OLD or home(where).exists():
            raise Failed(f"On an old Windows the installer ended with {code}.")
    finally:
        where.pretend("win10")


def say_old(where: Prefix) -> None:
    """Start a program that was carried to an old Windows: it says what is needed. Raises `Failed`."""
    where.pretend(OLD)
    try:
        done = where.call([home(where) / "trainer-cli.exe", "--help"])
        if done.returncode != 1 or "1903" not in done.stderr:
            raise Failed(f"On an old Windows the program ended with {done.returncode}:\n{done.stderr}")
    finally:
        where.pretend("win10")


def refuse_while_open(where: Prefix, installer: Path) -> None:
    """Install while the window is open: it is refused, and nothing is touched. Raises `Failed`.

    The window is left open, with the data.
    """
    where.start([home(where) / "trainer-app.exe"], _PASSPHRASE)
    codes = []
    # Wine takes its time to start a program; until it has, installing is right.
    while len(codes) < _TRIES and OPEN not in codes:
        before = _stamps(where)
        codes.append(where.call([installer, "/S"]).returncode)
    if codes[-1] != OPEN or _stamps(where) != before:
        raise Failed(f"While the program is open, the installer ended with {codes}.")
    # The launcher counts as open; whoever works has a window.
    where.shown("Trainer|Тренер")


def switch_off(where: Prefix) -> bool:
    """Do what Windows does when it is switched off; tell whether no program held it back."""
    return where.call(["wineboot", "--end-session"]).returncode == 0


def end_with_the_session(where: Prefix) -> None:
    """Switch Windows off while a window is open: it closes in order. Raises `Failed`."""
    if _place_of_window(where):
        raise Failed("Whoever was killed cannot have kept the place of the window.")
    ended = switch_off(where)
    where.settle()
    if not ended or not _place_of_window(where):
        raise Failed(f"Switched off, the program {'was killed' if ended else 'held Windows back'}.")


def _place_of_window(where: Prefix) -> object:
    try:
        kept = json.loads((where.local / "trainer-app" / "preferences.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return kept.get("window")


def _stamps(where: Prefix) -> list[tuple[str, int]]:
    return sorted((str(path), path.stat().st_mtime_ns) for path in home(where).iterdir())


def shortcuts(where: Prefix) -> list[str]:
    """Return the shortcuts of the program, on the desktop and in the menu."""
    return [path.name for path in (where.drive / "users").rglob("Trainer.lnk")]


def try_installer(where: Prefix, installer: Path) -> None:
    """Tell the story. Raises `Failed`."""
    refuse_old(where, installer)
    print("refused on an old Windows")
    install(where, installer)
    print("installed, with shortcuts and all kinds of files")
    tell_size(home(where), files=INSTALLED_FILES, megabytes=INSTALLED)
    _must_make(where, STEPS)
    say_old(where)
    print("on an old Windows it says what is needed")
    command_line(where, "demo")
    before = digest(where)
    install(where, installer)
    if digest(where) != before:
        raise Failed("After installing over it, the data are others.")
    print("installed over it: the data are the same")
    for more in (["/SERVER"], []):
        install(where, installer, *more)
        _must_make(where, WITH_DRIVER)
    print("with what an office needs on its own server, which stays when it is installed over itself")
    refuse_while_open(where, installer)
    print("refused while the window is open, and nothing is touched")
    where.stop("trainer-app.exe")
    if digest(where) != before:
        raise Failed("After the program was killed while it was open, the data are others.")
    print("killed while it was open: the data are the same")
    refuse_while_open(where, installer)
    end_with_the_session(where)
    if digest(where) != before:
        raise Failed("After Windows was switched off while the program was open, the data are others.")
    print("switched off while it was open: it closed in order, and the data are the same")
    uninstall(where)
    data = where.local / "trainer-app"
    if not any(data.rglob("*.db")):
        raise Failed(f"After uninstalling there are no data in {data}.")
    print("uninstalled: nothing is left but the data")
    install(where, installer)
    _must_make(where, STEPS)
    if digest(where) != before:
        raise Failed("After uninstalling and installing again, the data are others.")
    print("installed again: the data are the same")


def _must_make(where: Prefix, wanted: list[str]) -> None:
    """Run the self-test, which must make these steps. Raises `Failed`."""
    steps = command_line(where, "self-test")["steps"]
    if steps != wanted:
        raise Failed(f"The self-test made {steps}, and not {wanted}.")
    print(f"self-test: {', '.join(wanted)}")


def digest(where: Prefix) -> object:
    """Return what `check` says of the data. Raises `Failed` if they are not whole."""
    found = command_line(where, "check", more=_PASSPHRASE)
    if found["ok"] is not True:
        raise Failed(f"The data are not whole: {found}")
    return found["digest"]


def try_cuts(where: Prefix, installer: Path, count: int) -> None:
    """Cut the power so many times while the program is installed over itself, and once where there was none.

    Each time the program runs or says what to do; installed again it is whole, with the parts that were
    chosen, and the data are the same. Raises `Failed`.
    """
    install(where, installer, "/SERVER")
    command_line(where, "demo")
    before, whole, files = digest(where), layers.digest(home(where)), len(_files(home(where)))
    for number in range(count):
        # Each file goes, and is written again: so many steps has a run.
        at = round((number + 0.5) / count * 2 * files)
        _cut(where, installer, at, before)
        _install_again(where, installer, before, whole)
    uninstall(where)
    _cut(where, installer, files // 2, before, "/SERVER")
    _install_again(where, installer, before, whole)
    _must_make(where, WITH_DRIVER)
    print(f"{count + 1} power cuts while the program was written: it is whole each time, and so are the data")


def _cut(where: Prefix, installer: Path, at: int, before: object, *more: str) -> None:
    """Cut the power once so many files are removed or written; tell what a person finds. Raises `Failed`."""
    there, done = _files(home(where)), 0
    running = where.start([installer, "/S", *more])
    until = time.monotonic() + PATIENCE
    while done < at and running.poll() is None and time.monotonic() < until:
        time.sleep(_LOOK)
        done = len(there ^ _files(home(where)))
    where.cut()
    running.wait()
    if done < at:
        raise Failed(f"The installer ended after {done} files, before the power was cut at {at}.")
    left = _files(home(where))
    print(f"cut after {len(there ^ left)} files: {_found(where, before)}", flush=True)


def _found(where: Prefix, before: object) -> str:
    """Return what a program that was cut short does. Raises `Failed` if it neither runs nor says why."""
    program = home(where) / "trainer-cli.exe"
    if not program.is_file():
        return "there is none to start"
    done = where.call([program, "--json", "check"], _PASSPHRASE)
    if done.returncode == 1 and _ASKS in done.stderr:
        return "it asks to be installed again"
    if digest(where) != before:
        raise Failed("After a power cut the program runs, and the data are others.")
    return "it runs"


def _install_again(where: Prefix, installer: Path, before: object, whole: str) -> None:
    install(where, installer)
    if layers.digest(home(where)) != whole:
        raise Failed("After a power cut and installing again, the program is another.")
    if digest(where) != before:
        raise Failed("After a power cut and installing again, the data are others.")


def _files(folder: Path) -> set[tuple[str, int]]:
    """Return the files of a folder, each with when it was made or changed; it may go meanwhile."""
    found = set()
    for place, _, names in os.walk(folder):
        for path in (Path(place, name) for name in names):
            with suppress(FileNotFoundError):
                found.add((str(path), path.stat().st_ctime_ns))
    return found
