"""Builds the tree for Linux: Debian's own Python beside the two layers, so that it needs none of the machine.

It runs where glibc is 2.38 or newer: Debian 13, Ubuntu 24.04. Libraries that every such system has
(libexpat, libffi, zlib) and those of Qt's window are asked for by the package, and not carried along.
"""

import platform
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import driver
import layers
import notices
import packages
from environment import ROOT, Unprepared, install_debian, say
from packages import PYTHON, File

_LAUNCHER = ROOT / "packaging" / "linux" / "launcher.sh"
_DEBS = (f"python{PYTHON}-minimal", f"libpython{PYTHON}-minimal", f"libpython{PYTHON}-stdlib")
_LIBRARY = f"/usr/lib/python{PYTHON}/"
# Of the standard library: what draws, serves, tests, or talks to a network or another database.
_LEFT_OUT = frozenset({
    "__phello__", "_distutils_system_mod", "_pyrepl", "antigravity", "asyncio", "cProfile", "config",
    "curses", "dbm", "doctest", "ensurepip", "ftplib", "idlelib", "imaplib", "lib2to3", "mailbox",
    "modulefinder", "multiprocessing", "netrc", "pdb", "poplib", "profile", "pstats", "pydoc", "pydoc_data",
    "sitecustomize", "smtplib", "socketserver", "sqlite3", "ssl", "test", "this", "tkinter", "trace",
    "turtle", "turtledemo", "unittest", "venv", "wsgiref", "xmlrpc", "zipapp",
})  # fmt: skip
# All that is compiled and not in the interpreter itself. OpenSSL is not among it: `cryptography` has its own.
_COMPILED = frozenset({
    "_codecs_iso2022", "_contextvars", "_ctypes", "_multibytecodec", "_queue", "_zoneinfo", "mmap",
    "resource", "termios",
})  # fmt: skip


def build(home: Path, *, stripped: bool, office: bool = False) -> Path:
    """Build the tree and return it; `stripped` takes the symbols out of libraries, which needs binutils.

    With what an `office` needs on a server of its own, or as laptops have it.
    """
    layers.check_python()
    layers.fresh(home)
    say(f"building {home}: the version, Python, the packages")
    layers.make_version(home)
    runtime = home / "runtime"
    make_python(runtime)
    needed = packages.needed("linux")
    layers.make_packages(runtime, packages.installed(needed))
    give_notices(home, needed)
    if stripped:
        strip(runtime)
    if office:
        build_driver(home / driver.PLACE, stripped=stripped)
    shutil.copyfile(_LAUNCHER, home / "trainer-app")
    (home / "trainer-app").chmod(0o755)
    (home / "trainer-cli").symlink_to("trainer-app")
    layers.give_dates(home)
    return home


def build_driver(folder: Path, *, stripped: bool) -> Path:
    """Build what an office on its own server needs beside the tree, and return its folder."""
    layers.fresh(folder)
    needed = packages.of_driver("linux")
    found = notices.complete(notices.of_installed(needed))
    modules = [
        File(path.removeprefix(_LIBRARY), Path(path).read_bytes())
        for path in debian_files()
        if path.startswith(f"{_LIBRARY}{driver.MODULES}") and path.endswith(".py")
    ]
    driver.lay(folder, "linux", [*modules, *packages.installed(needed)], found, _libpq())
    if stripped:
        strip(folder)
    return folder


def _libpq() -> str:
    """Return the version of the library in this machine's driver, which is what is taken along."""
    from psycopg import pq

    return f"{pq.version() // 10_000}.{pq.version() % 10_000}"


def give_notices(home: Path, needed: Iterable[str]) -> None:
    """Lay the licences of all parts into a tree, and the list of its parts."""
    found = notices.complete(notices.of_installed(needed))
    others = notices.inside("linux", found, platform.python_version(), Path(f"{_LIBRARY}LICENSE.txt"))
    notices.lay(home, "linux", found, others)


def make_python(runtime: Path) -> None:
    """Lay this machine's Debian Python into a runtime: it finds itself by its archive, wherever that lies."""
    files = debian_files()
    program = f"/usr/bin/python{PYTHON}"
    (runtime / "bin").mkdir(parents=True)
    shutil.copyfile(program, runtime / "bin" / f"python{PYTHON}")
    (runtime / "bin" / f"python{PYTHON}").chmod(0o755)
    modules, compiled = [], []
    for path in files:
        place = path.removeprefix(_LIBRARY)
        if is_library(place):
            modules.append(File(place, Path(path).read_bytes()))
        elif is_compiled(place):
            compiled.append(File(place, Path(path).read_bytes()))
    library = runtime / "lib"
    layers.lay(library / f"python{PYTHON}", compiled)
    layers.archive(library / f"python{PYTHON.replace('.', '')}.zip", layers.compiled(modules))
    # Debian's `site` looks here for names of folders to search.
    names = "".join(f"../../../{each}\n" for each in layers.PATHS)
    layers.lay(library / "python3" / "dist-packages", [File("packages.pth", names.encode())])


def debian_files() -> list[str]:
    """Return the files of Debian's Python on this machine, as Debian made them. Raises `Unprepared`."""
    if not _listed():
        install_debian(list(_DEBS), "The tree for Linux")
    changed = subprocess.run(["dpkg", "--verify", *_DEBS], capture_output=True, text=True, check=False)
    wrong = [line for line in changed.stdout.splitlines() if line.split()[-1].startswith(_LIBRARY)]
    if wrong:
        raise Unprepared("This machine's Python is not as Debian made it:\n" + "\n".join(wrong))
    return _listed()


def _listed() -> list[str]:
    if shutil.which("dpkg-query") is None:
        raise Unprepared("The tree for Linux is built on Debian 13: it takes Debian's Python along.")
    done = subprocess.run(["dpkg-query", "-L", *_DEBS], capture_output=True, text=True, check=False)
    names = sorted(set(done.stdout.splitlines())) if done.returncode == 0 else []
    return [name for name in names if name.startswith(_LIBRARY) and Path(name).is_file()]


def is_library(place: str) -> bool:
    """Tell whether a module of the standard library is taken along, by its path below its folder."""
    top = PurePosixPath(place).parts[0].removesuffix(".py")
    return place.endswith(".py") and top not in _LEFT_OUT and not top.startswith(("config-", "lib-dynload"))


def is_compiled(place: str) -> bool:
    """Tell whether a compiled module of the standard library is taken along."""
    found = re.fullmatch(r"lib-dynload/(\w+)\.cpython-.*\.so", place)
    return found is not None and found[1] in _COMPILED


def strip(runtime: Path) -> None:
    """Take the symbols out of what others compiled, but Qt's files, which are exchangeable as they are."""
    if shutil.which("strip") is None:
        install_debian(["binutils"], "The Debian package")
    for path in sorted((runtime / "pkgs").rglob("*.so*")):
        if not {"PySide6", "shiboken6"} & set(path.parts):
            subprocess.run(["strip", "--strip-unneeded", str(path)], check=True, capture_output=True)
