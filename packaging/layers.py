"""Makes the layers of a built program: `LAYOUT.md` says where they lie, this how they are put together.

Lean: bytecode only, packages without compiled parts in one archive, the program in another. On an old hard
disk every file costs two seeks, and a virus scanner looks at each. Two builds of one commit are equal bit by
bit: one date everywhere, names in order, bytecode that knows neither dates nor where it was made.
"""

import functools
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import publisher
from environment import ROOT, Unprepared
from packages import OFFICE, PYTHON, File, runtime_id

PATHS = ("pkgs.zip", "pkgs", f"{OFFICE}/pkgs.zip", f"{OFFICE}/pkgs")
"""Where Python looks for packages in a runtime; the last two an office on its own server has."""
_BINARY = (".so", ".pyd", ".dll")
_BESIDE = frozenset({"PySide6", "shiboken6", "pypdfium2", "pypdfium2_raw"})
"""They look for files beside themselves, which no archive can give them."""
_LEFT_ABOUT = frozenset({"__pycache__", "libraries", "borders.json"})
"""What set-up makes in the tree; what of it belongs to the program is taken by itself."""
_WITHOUT_COMMIT = 1_735_689_600
"""2025-01-01: the date of what is built from a tree without history."""
_CUSTOM = '''"""Puts the version that the launcher chose on the path; programs started later are not told."""

import os
import sys

_chosen = os.environ.pop("TRAINER_APP_PROGRAM", "")
if _chosen:
    sys.path.insert(0, os.path.join(_chosen, "trainer_app.zip"))
'''


def git(*arguments: str) -> str:
    """Return what git says of this tree. Raises `Unprepared`."""
    if shutil.which("git") is None:
        raise Unprepared("A build belongs to a commit, and there is no git here.")
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Unprepared(f"{done.stderr}A build belongs to a commit: git {' '.join(arguments)} failed.")
    return done.stdout.strip()


@functools.cache
def has_commit() -> bool:
    """Tell whether git knows this tree: without its history a build can be tried, not handed out."""
    try:
        return Path(git("rev-parse", "--show-toplevel")).samefile(ROOT)
    except Unprepared:
        return False


def commit_time() -> int:
    """Return the date of the commit, in seconds: every file of a build has it."""
    return int(git("log", "-1", "--format=%ct")) if has_commit() else _WITHOUT_COMMIT


def version() -> str:
    """Return the number of this version."""
    from trainer_app import VERSION

    return VERSION


def compiled(files: Iterable[File]) -> list[File]:
    """Return files with bytecode in the place of Python's source, in order.

    They are compiled together in a process of their own: what else a process has seen shows in bytecode.
    """
    others = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in files:
            if not file.place.endswith(".py"):
                others.append(file)
                continue
            path = folder / file.place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
        options = ["-q", "-b", "-f", "--invalidation-mode", "unchecked-hash", "-s", name]
        command = [sys.executable, "-I", "-m", "compileall", *options, name]
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Unprepared(f"{done.stdout}{done.stderr}This failed: {' '.join(command)}")
        made = [read(path, folder) for path in folder.rglob("*.pyc")]
    return sorted([*others, *made], key=lambda file: file.place)


def archive(target: Path, files: Iterable[File]) -> None:
    """Write an archive whose entries are stored as they are: what packs the whole tree does it better."""
    date = datetime.fromtimestamp(commit_time(), UTC).timetuple()[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as into:
        for file in files:
            entry = zipfile.ZipInfo(file.place, date)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            into.writestr(entry, file.data)


def lay(folder: Path, files: Iterable[File]) -> None:
    """Write files below a folder."""
    for file in files:
        path = folder / file.place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)


def make_packages(runtime: Path, files: Iterable[File]) -> None:
    """Lay the packages of others into a runtime, with what lets the launcher choose a version."""
    lay_packages(runtime, [*files, File("sitecustomize.py", _CUSTOM.encode())])
    (runtime / "ID").write_text(f"{runtime_id()}\n", encoding="ascii")


def lay_packages(folder: Path, files: Iterable[File]) -> None:
    """Lay packages into a folder: `pkgs.zip` what is pure, `pkgs/` the rest."""
    folder.mkdir(parents=True, exist_ok=True)
    made = compiled(files)
    beside = _BESIDE | {_top(file) for file in made if _is_binary(file)}
    archive(folder / "pkgs.zip", [file for file in made if _top(file) not in beside])
    lay(folder / "pkgs", [file for file in made if _top(file) in beside])


def _top(file: File) -> str:
    return file.place.split("/")[0]


def _is_binary(file: File) -> bool:
    name = file.place.rpartition("/")[2]
    return name.endswith(_BINARY) or ".so." in name


def make_version(home: Path, number: str = "", changed: Mapping[str, bytes] | None = None) -> Path:
    """Lay this version of the program into a tree and make it the current one; return its folder.

    It is the same on every system: program, resources, and what it says of itself. To try updates it can be
    given another number, and other content for some of its sources, by path.
    """
    number, now, changed = number or version(), version(), changed or {}
    folder = home / "versions" / number
    folder.mkdir(parents=True)
    sources = [
        File(file.place, changed.get(file.place, _numbered(file, now, number)))
        for file in tracked("trainer_app")
    ]
    archive(folder / "trainer_app.zip", compiled(file for file in sources if file.place.endswith(".py")))
    lay(folder, [*tracked("resources"), *brought()])
    lay(folder, [File(publisher.PLACE, publisher.public_keys())])
    told = {
        "version": number,
        "commit": git("rev-parse", "--short=12", "HEAD") if has_commit() else "",
        "built": datetime.fromtimestamp(commit_time(), UTC).date().isoformat(),
        "needs_runtime": runtime_id(),
        "reads_data": data_version(),
    }
    (folder / "release.json").write_text(json.dumps(told, indent=1) + "\n", encoding="ascii")
    (home / "current.txt").write_text(f"{number}\n", encoding="ascii")
    return folder


def _numbered(file: File, now: str, number: str) -> bytes:
    """Return a source with the number of the version in the one place where it stands."""
    if file.place != "trainer_app/__init__.py" or number == now:
        return file.data
    return file.data.replace(f'VERSION = "{now}"'.encode(), f'VERSION = "{number}"'.encode())


def data_version() -> int:
    """Return the newest version of a database that this program can open."""
    from trainer_app.store.migrations.steps import STEPS

    return len(STEPS)


def tracked(place: str) -> list[File]:
    """Return the files that git knows below a folder of this tree: what lies about does not get in."""
    if not has_commit():
        there = (path for path in sorted((ROOT / place).rglob("*")) if path.is_file())
        return [read(path) for path in there if not _LEFT_ABOUT & set(path.parts)]
    # Git goes on knowing what whoever tries a change has deleted and not committed yet.
    known = (ROOT / name for name in git("ls-files", "-z", "--", place).split("\0") if name)
    return [read(path) for path in known if path.is_file()]


def brought() -> list[File]:
    """Return what set-up made of packages from npm for the program, and is no part of the tree."""
    from borders import BORDERS
    from node import LIBRARIES, PARTS

    return [*(read(LIBRARIES / part) for part in PARTS), read(BORDERS)]


def read(path: Path, top: Path = ROOT) -> File:
    """Return a file by its place below a folder."""
    return File(path.relative_to(top).as_posix(), path.read_bytes())


def give_dates(tree: Path) -> None:
    """Give every file and folder of a tree the date of the commit, and the rights of a program's files."""
    date = commit_time()
    for path in sorted(tree.rglob("*"), reverse=True):
        if not path.is_symlink():
            runs = path.is_dir() or (path.parent in (tree, tree / "runtime" / "bin") and _has_run_bit(path))
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (date, date), follow_symlinks=False)
    os.utime(tree, (date, date))


def _has_run_bit(path: Path) -> bool:
    return bool(path.stat().st_mode & 0o100)


def fresh(tree: Path) -> Path:
    """Return a folder that is empty now."""
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    return tree


def digest(tree: Path) -> str:
    """Return one hash of all names, links and bytes of a tree."""
    total = hashlib.sha256()
    for path in sorted(tree.rglob("*")):
        total.update(f"{path.relative_to(tree).as_posix()}\0".encode())
        if path.is_symlink():
            total.update(f"-> {path.readlink()}".encode())
        elif path.is_file():
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def check_python() -> None:
    """Raise `Unprepared` where bytecode would be made by another Python than the runtime's."""
    found = f"{sys.version_info.major}.{sys.version_info.minor}"
    if found != PYTHON:
        raise Unprepared(
            f"A program is built by Python {PYTHON}, and .venv has {found}. Remove .venv, and let python3 be "
            f"Python {PYTHON} (Debian 13 has it), then try again."
        )
