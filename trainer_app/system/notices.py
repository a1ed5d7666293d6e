"""What this program is made of, and under which licences others gave it: for the window and for builds.

A built program reads what its build wrote into the runtime (`notices.json`). A checkout asks the packages
that are installed beside it; the program's own licence lies at its top in both.
"""

import contextlib
import re
from functools import cache
from importlib import metadata
from pathlib import Path

import msgspec
from msgspec import Struct

from trainer_app import VERSION
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.texts import resource
from trainer_app.system.installed import installation

FILE = "notices.json"
OFFICE = "office"
"""Folder of the runtime with what speaks to an office's own server, where that was installed."""
OWN = "Trainer App"
_NAME = regex(r"[A-Za-z0-9._-]+")
_TEXT = regex(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_UNSTATED = {
    "markdown-it-py": "MIT",
    "mdurl": "MIT",
    "peewee": "MIT",
    "pyrage": "MIT",
    "reportlab": "BSD-3-Clause",
    "sqlcipher3": "Zlib",
}
"""Licences that lie in the package as a text only; its metadata does not name them."""
_FONTS = {"Noto Sans": "NotoSans", "Source Serif": "SourceSerif", "Cormorant": "Cormorant"}


class Notice(Struct, frozen=True):
    """One part: its name, its version ("" where it has none), its licence in a few words, and the texts."""

    name: str
    version: str
    licence: str
    text: str = ""


def notices() -> tuple[Notice, ...]:
    """Return every part of this program, itself first, the others by name."""
    return (own_notice(), *sorted((*_others(), *fonts(), *data()), key=lambda part: part.name.casefold()))


def own_notice() -> Notice:
    """Return what the program says of itself."""
    path = resource("gpl-3.0.txt")
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return Notice(OWN, VERSION, "GPL-3.0-or-later", text)


def fonts() -> list[Notice]:
    """Return the typefaces, which lie among the program's own files."""
    return [
        Notice(name, "", "OFL-1.1", resource("fonts", f"OFL-{file}.txt").read_text(encoding="utf-8"))
        for name, file in _FONTS.items()
    ]


def data() -> list[Notice]:
    """Return whose facts stand in the list of places, as its file says, and in the outline around them."""
    # Here and not above: the program starts with this module, and shows licences once in a while.
    from trainer_app.domain.people.places import borders, place_list

    told = "\n\n".join(f"{each.of}: {each.source}. {each.licence}" for each in place_list().sources)
    found = [Notice("GeoNames, OpenStreetMap", "", "CC-BY-4.0 AND ODbL-1.0", told)]
    outline = borders()
    if outline is not None:
        found.append(Notice("Natural Earth", "", "public domain", outline.source))
        found.append(Notice("world-atlas", outline.version, "ISC", outline.licence))
    return found


def _others() -> tuple[Notice, ...]:
    built = installation()
    if built is None:
        return _installed()
    runtime = built.home / "runtime"
    found: list[Notice] = []
    for folder in (runtime, runtime / OFFICE):
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            found += read(folder / FILE)
    return tuple(found)


def read(path: Path) -> tuple[Notice, ...]:
    """Read what a build wrote. Raises OSError and msgspec.MsgspecError."""
    return msgspec.json.decode(path.read_bytes(), type=tuple[Notice, ...])


def write(path: Path, parts: tuple[Notice, ...]) -> None:
    """Write what a program that is being built will read."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(parts), indent=0))


@cache
def _installed() -> tuple[Notice, ...]:
    """Return the packages that this checkout asks for itself, as far as they are installed."""
    try:
        needed = metadata.requires("trainer-app") or []
    except metadata.PackageNotFoundError:
        return ()
    names = {match.group() for entry in needed if (match := _NAME.match(entry))}
    return tuple(found for name in sorted(names) if (found := of_package(name)) is not None)


def of_package(name: str) -> Notice | None:
    """Return what an installed package says of its licence; None if it is not installed."""
    try:
        package = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None
    return of_distribution(package)


def of_distribution(package: metadata.Distribution) -> Notice:
    """Return what a package says of its licence, installed or still in its wheel."""
    about = package.metadata
    licence = _UNSTATED.get(about["Name"].lower()) or _licence(about)
    return Notice(about["Name"], about["Version"], licence, _texts(package))


def _licence(about: metadata.PackageMetadata) -> str:
    """Return a licence in a few words; whole texts in the field are left to the package itself."""
    for field in ("License-Expression", "License"):
        text = (about[field] or "").strip() if field in about else ""
        if text and len(text) < 60:
            return text
    for classifier in about.get_all("Classifier") or []:
        if classifier.startswith("License :: "):
            return str(classifier).rpartition(" :: ")[2]
    return ""


def _texts(package: metadata.Distribution) -> str:
    """Return the licence texts that a package brings, each once, one after the other."""
    found = dict[str, None]()
    for entry in sorted(package.files or (), key=str):
        top, _, rest = str(entry).replace("\\", "/").partition("/")
        if top.endswith(".dist-info") and (_TEXT.match(rest) or rest.startswith("licenses/")):
            found[entry.read_binary().decode("utf-8", "replace").strip()] = None
    return f"\n\n{'-' * 72}\n\n".join(found)
