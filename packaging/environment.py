"""Prepares the machine for `dev.py`: a Python that fits, `.venv` with the locked packages, Qt's libraries.

Standard library only, and Python 3.11 must be able to run it: it is what finds a newer one.
"""

import ctypes
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.lock"
OLDEST, TOO_NEW = (3, 12), (3, 15)

# What Qt loads -> the Debian 13 package that brings it.
QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0t64",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Programs that only tests call, to check our files with tools that are not ours -> package.
TOOLS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "age": "age",
    "minisign": "minisign",
    "openssl": "openssl",
    "sqlcipher": "sqlcipher",
    "unzip": "unzip",
    "zbarimg": "zbar-tools",
    "chromium": "chromium",
}


# A package whose source, not whose wheel, holds the official schema of Open Badges.
SCHEMA_OF = "openbadgeslib"
SCHEMA = "ob_v3p0_achievementcredential_schema.json"
SCHEMA_SHA256 = "b7358e895f492e74055dc6bfc7ffc420d0e497f90c4579fb83d9519b86d393ea"

# Packages of which tests need some files alone. The first has far too many needs for the one schema that it
# holds (of Data Package 2.0); of the others there is a source alone.
READERS = ROOT / "packaging" / "readers.lock"
SOURCES = ("libhxl", "python-io-wrapper")


class Unprepared(Exception):
    """Something is missing that this program cannot bring; the text says what to type."""


def say(text: str) -> None:
    """Tell the person what is going on, on standard error: standard output belongs to the command."""
    print(text, file=sys.stderr, flush=True)


def venv_program(name: str, venv: Path = VENV) -> Path:
    """Return the path of a program inside the virtual environment."""
    if os.name == "nt":
        return venv / "Scripts" / f"{name}.exe"
    return venv / "bin" / name


def version_of(python: str) -> "tuple[int, int] | None":
    """Return the version of an interpreter; None when it does not start."""
    code = "import sys; print(*sys.version_info[:2])"
    try:
        answer = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True, timeout=60)
        major, minor = answer.stdout.split()
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return int(major), int(minor)


def fits(version: "tuple[int, int] | None") -> bool:
    """Tell whether PySide6 runs well on it: 3.11 and older lose a reference at ordinary Qt calls."""
    return version is not None and OLDEST <= version < TOO_NEW


def candidates() -> "list[str]":
    """Return the interpreters to try, in order, without those that are not there."""
    names = ["python3.14", "python3.13", "python3.12", "python3", "/usr/bin/python3"]
    found = [sys.executable, *(shutil.which(name) or "" for name in names)]
    return list(dict.fromkeys(path for path in found if path))


def find_python(among: "Iterable[str] | None" = None) -> str:
    """Return an interpreter that fits. Raises `Unprepared`."""
    for python in candidates() if among is None else among:
        if fits(version_of(python)):
            return python
    raise Unprepared(
        "Python 3.12, 3.13 or 3.14 is needed and was not found.\n"
        "On Debian 13 type:  sudo apt-get install python3 python3-venv"
    )


def is_root_on_debian() -> bool:
    """Tell whether packages of the system can be installed without asking anybody."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_debian(packages: "Iterable[str]", purpose: str) -> None:
    """Install Debian packages, or raise `Unprepared` with the command to type."""
    wanted = sorted(set(packages))
    if not wanted:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *wanted]
    if not is_root_on_debian():
        raise Unprepared(f"{purpose} needs packages of the system. Type:\n  sudo {' '.join(command)}")
    say(f"{purpose}: installing {' '.join(wanted)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # Another installation may hold the lock on a busy machine: wait for it.
    patient = ["apt-get", "-o", "DPkg::Lock::Timeout=300", *command[1:]]
    for step in (["apt-get", "update", "-q"], patient):
        done = subprocess.run(step, env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 0 and step is patient:
            raise Unprepared(f"{done.stdout}{done.stderr}\nThis failed: {' '.join(step)}")


def missing_libraries(libraries: "Mapping[str, str]") -> "list[str]":
    """Return the packages of the libraries that the loader does not find (Linux only)."""
    missing = []
    for library, package in libraries.items() if sys.platform == "linux" else ():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def missing_tools() -> "list[str]":
    """Return the packages of the programs that are not on the path (Linux only)."""
    if sys.platform != "linux":
        return []
    return [package for program, package in TOOLS.items() if shutil.which(program) is None]


def make_venv(python: str, venv: Path) -> None:
    """Make a fresh virtual environment with pip in it, bringing `ensurepip` where Debian left it out."""
    probe = subprocess.run([python, "-c", "import ensurepip, venv"], capture_output=True, check=False)
    if probe.returncode != 0:
        install_debian(["python3-venv"], f"A virtual environment of {python}")
    say(f"making {venv.name} with {python}")
    done = subprocess.run([python, "-m", "venv", "--clear", str(venv)], check=False)
    if done.returncode != 0:
        raise Unprepared(f"This failed: {python} -m venv --clear {venv}")


def fingerprint(*paths: Path) -> str:
    """Return the hash of the files that decide what is installed, however their lines end."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def is_stamped(stamp: Path, wanted: str) -> bool:
    """Tell whether a stamp says that what is wanted was installed whole."""
    return stamp.is_file() and stamp.read_text(encoding="ascii") == wanted


def ensure_venv(venv: Path = VENV) -> Path:
    """Return the interpreter of a virtual environment that holds what the lock says. Raises `Unprepared`."""
    python = venv_program("python", venv)
    if not fits(version_of(str(python))):
        make_venv(find_python(), venv)
    stamp, wanted = venv / "installed.sha256", fingerprint(LOCK, ROOT / "pyproject.toml")
    if is_stamped(stamp, wanted):
        return python
    say("installing the locked packages (needed once, and after the lock changes)")
    stamp.unlink(missing_ok=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    # Only what the lock knows the hash of, and no package whose set-up would run code of its own.
    from_lock = ["--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)]
    for step in (from_lock, ["--no-deps", "--no-build-isolation", "-e", str(ROOT)]):
        if subprocess.run([*pip, *step], check=False).returncode != 0:
            raise Unprepared(f"This failed: {' '.join([*pip, *step])}")
    stamp.write_text(wanted, encoding="ascii")
    return python


def locked(name: str, lock: str) -> str:
    """Return the lines of one package in a lock: its version and the hashes of its files."""
    found = re.search(rf"^{re.escape(name)}==(?:.*\\\n)*.*$", lock, re.MULTILINE)
    if found is None:
        raise Unprepared(f"{name} is not in the lock. Type:  python3 packaging/dev.py lock")
    return found[0]


def bring_schema(python: Path, venv: Path = VENV) -> None:
    """Put 1EdTech's JSON schema of Open Badges 3.0 into the environment, for the tests alone.

    Its licence lets nobody pass it on with another program, so it is not kept here: it is taken out of the
    source of a package that the lock names. Raises `Unprepared`.
    """
    target = venv / "schemas" / SCHEMA
    if target.is_file() and hashlib.sha256(target.read_bytes()).hexdigest() == SCHEMA_SHA256:
        return
    package = locked(SCHEMA_OF, LOCK.read_text(encoding="ascii"))
    pip = [str(python), "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-input"]
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder, "wanted.txt")
        wanted.write_text(package, encoding="ascii")
        # Pip asks a source for its name, which runs setuptools: the one of the lock, not the newest.
        options = ["--require-hashes", "--no-deps", "--no-build-isolation", "--no-binary", SCHEMA_OF]
        source = [*pip, *options, "--dest", folder, "-r", str(wanted)]
        if subprocess.run(source, check=False).returncode != 0:
            raise Unprepared(f"This failed: {' '.join(source)}")
        with tarfile.open(next(Path(folder).glob("*.tar.gz"))) as archive:
            inside = [name for name in archive.getnames() if name.endswith(f"/{SCHEMA}")]
            member = archive.extractfile(inside[0]) if inside else None
            data = member.read() if member else b""
    if hashlib.sha256(data).hexdigest() != SCHEMA_SHA256:
        raise Unprepared(f"{package.split()[0]} holds another {SCHEMA} than the tests were made for.")
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(data)


def bring_readers(python: Path, venv: Path = VENV) -> None:
    """Unpack into the environment what `readers.lock` names by its hashes, for the tests alone.

    Nothing of it is installed: what it needs besides is in the other lock. Raises `Unprepared`.
    """
    home = venv / "readers"
    stamp, wanted = home / "unpacked.sha256", fingerprint(READERS)
    if is_stamped(stamp, wanted):
        return
    shutil.rmtree(home, ignore_errors=True)
    pip = [str(python), "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-input"]
    with tempfile.TemporaryDirectory() as folder:
        options = ["--require-hashes", "--no-deps", "--no-build-isolation", "--no-binary", ",".join(SOURCES)]
        command = [*pip, *options, "--dest", folder, "-r", str(READERS)]
        if subprocess.run(command, check=False).returncode != 0:
            raise Unprepared(f"This failed: {' '.join(command)}")
        for archive in sorted(Path(folder).iterdir()):
            if archive.suffix == ".whl":
                shutil.unpack_archive(str(archive), home, "zip")
            else:
                shutil.unpack_archive(str(archive), folder)
        # A source holds its package below a folder with its version.
        for package in (*Path(folder).glob("libhxl-*/hxl"), *Path(folder).glob("python-io-*/io_wrapper")):
            shutil.move(package, home / package.name)
    stamp.write_text(wanted, encoding="ascii")


def prepare_python(*, qt: bool = False, screen: bool = False, tools: bool = False) -> Path:
    """Bring all but what comes from npm; return the interpreter to run with. Raises `Unprepared`."""
    packages = [
        *(missing_libraries(QT) if qt else ()),
        *(missing_libraries(SCREEN) if screen else ()),
        *(missing_tools() if tools else ()),
    ]
    install_debian(packages, "Qt" if not tools else "Testing")
    python = ensure_venv()
    if tools:
        bring_schema(python)
        bring_readers(python)
    return python
