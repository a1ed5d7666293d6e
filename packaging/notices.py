"""Licences of all that a built program holds, for its window, and the list of parts for auditors (SBOM).

What the packages say of themselves comes from `trainer_app.system.notices`; here stands what no tool can see:
Python, and the libraries that were compiled into a package.
"""

import json
import re
import uuid
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

import borders
from environment import ROOT, Unprepared
from layers import commit_time, version
from node import LIBRARIES, PACKAGE

from trainer_app.system.notices import FILE, Notice, data, fonts, of_distribution, own_notice, write

COMMON = Path("/usr/share/common-licenses")
_NAMESPACE = uuid.UUID("7a2f6cfe-58cf-4f0e-9f0b-5b2b6f6d2c11")
_SPDX = re.compile(r"[A-Za-z0-9.+-]+( (OR|AND|WITH) [A-Za-z0-9.+-]+)*")
TEXTS = ROOT / "packaging" / "texts"


@dataclass(frozen=True)
class Inside:
    """What is compiled into a package: where, and where its licence's text lies on the building machine."""

    name: str
    version: str
    licence: str
    within: str
    text: tuple[Path, ...]

    def notice(self) -> Notice:
        """Return its words. Raises `Unprepared` when the text is not there."""
        try:
            text = "\n\n".join(path.read_text(encoding="utf-8").strip() for path in self.text)
        except OSError as problem:
            raise Unprepared(f"The licence of {self.name} is not on this machine: {problem}") from problem
        return Notice(self.name, self.version, self.licence, text)


def inside(system: str, packages: Sequence[Notice], python: str, licence: Path) -> list[Inside]:
    """Return the parts that no package names, for one system; `python` is the version of the interpreter."""
    qt = next(part.version for part in packages if part.name == "PySide6_Essentials")
    lesser = (COMMON / "LGPL-3", COMMON / "GPL-3")
    apache = (COMMON / "Apache-2.0",)
    found = [
        Inside("Python", python, "PSF-2.0", "", (licence,)),
        Inside("Qt", qt, "LGPL-3.0-only", "PySide6", lesser),
        Inside("SQLCipher", _sqlcipher(), "BSD-3-Clause", "sqlcipher3", (TEXTS / "sqlcipher.txt",)),
        Inside("OpenSSL", _openssl(), "Apache-2.0", "cryptography, sqlcipher3", apache),
    ]
    for name, asked in json.loads(PACKAGE.read_text(encoding="utf-8"))["dependencies"].items():
        # The outline of maps has its licence inside: it is among the data that the program names itself.
        if name == borders.PACKAGE:
            continue
        text = next((LIBRARIES / name).glob("LICENSE*"))
        found.append(Inside(name, asked, "MIT", "the check page", (text,)))
    if system == "windows":
        documents = Path("/usr/share/doc")
        runtime = (documents / "mingw-w64-common" / "copyright",)
        found.append(Inside("mingw-w64 runtime", "", "ZPL-2.1", "the launchers", runtime))
        installer = (documents / "nsis" / "copyright",)
        found.append(Inside("NSIS", "", "Zlib", "the installer", installer))
    return found


def _sqlcipher() -> str:
    import sqlcipher3

    told: str = sqlcipher3.connect(":memory:").execute("PRAGMA cipher_version").fetchone()[0]
    return told.split()[0]


def _openssl() -> str:
    from cryptography.hazmat.backends.openssl import backend

    return backend.openssl_version_text().split()[1]


def of_installed(names: Iterable[str]) -> list[Notice]:
    """Return the notices of packages in `.venv`."""
    return [of_distribution(metadata.distribution(name)) for name in names]


def of_wheels(wheels: Iterable[Path]) -> list[Notice]:
    """Return the notices of packages that are still in their wheels."""
    found = []
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            top = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
            about = zipfile.Path(archive, top.removesuffix("METADATA"))
            found.append(of_distribution(metadata.PathDistribution(about)))
    return found


def complete(packages: Sequence[Notice]) -> list[Notice]:
    """Return notices with a text each: what a package leaves out is the common text of its licence.

    Raises `Unprepared` for a package whose licence is unknown: it could not be handed on.
    """
    commons = {"LGPL-3.0-only": ("LGPL-3", "GPL-3")}
    found = []
    for part in packages:
        text = part.text
        for name in commons.get(part.licence.split(" OR ")[0], ()) if not text else ():
            text += (COMMON / name).read_text(encoding="utf-8")
        if not part.licence or not text:
            raise Unprepared(f"The licence of {part.name} is not known: see trainer_app/system/notices.py.")
        found.append(Notice(part.name, part.version, part.licence, text))
    return found


def lay(home: Path, system: str, packages: Sequence[Notice], others: Sequence[Inside]) -> None:
    """Write the notices of a tree for its window and for people, and its list of parts."""
    own = (own_notice(), *fonts(), *data())
    _write(home, home / "runtime" / FILE, packages, others, own)
    write_bill(home / "sbom.json", system, packages, others)


def lay_part(folder: Path, system: str, packages: Sequence[Notice], others: Sequence[Inside]) -> None:
    """Write the same of what is laid beside a tree, without what the tree holds itself."""
    _write(folder, folder / FILE, packages, others, ())
    write_bill(folder / "sbom.json", system, packages, others, own=False)


def _write(
    folder: Path, target: Path, packages: Sequence[Notice], others: Sequence[Inside], own: Sequence[Notice]
) -> None:
    parts = [*packages, *(other.notice() for other in others)]
    write(target, tuple(sorted(parts, key=lambda part: part.name.casefold())))
    told = as_text([*own[:1], *parts, *own[1:]])
    (folder / "NOTICES.txt").write_text(told, encoding="utf-8", newline="\n")


def write_bill(
    path: Path, system: str, packages: Sequence[Notice], others: Sequence[Inside], *, own: bool = True
) -> None:
    """Write a list of parts."""
    path.write_text(bill(system, packages, others, own=own), encoding="utf-8", newline="\n")


def as_text(parts: Sequence[Notice]) -> str:
    """Return all notices as one text to read without the program."""
    line = "=" * 78
    words = [f"{line}\n{part.name} {part.version}\n{part.licence}\n{line}\n\n{part.text}\n" for part in parts]
    return "\n".join(words)


def bill(system: str, packages: Sequence[Notice], others: Sequence[Inside], *, own: bool = True) -> str:
    """Return the list of parts as CycloneDX 1.6 in JSON: what of, which version, which licence.

    With its `own`: typefaces and facts, which lie among the program's files.
    """
    whole = own_notice()
    components = [_component(part, f"pkg:pypi/{part.name.lower()}@{part.version}") for part in packages]
    for other in others:
        made = _component(Notice(other.name, other.version, other.licence), "")
        made["description"] = f"compiled into {other.within}" if other.within else "the interpreter"
        components.append(made)
    components += [_component(part, "") for part in (*fonts(), *data()) if own]
    identity = f"{whole.name} {version()} {system} {commit_time()}"
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_NAMESPACE, identity)}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(commit_time(), UTC).isoformat(),
            "component": {**_component(whole, ""), "type": "application"},
        },
        "components": sorted(components, key=lambda each: str(each["name"]).casefold()),
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def together(whole: Path, part: Path) -> str:
    """Return a list of parts that holds those of another one too."""
    told = json.loads(whole.read_text(encoding="utf-8"))
    told["components"] += json.loads(part.read_text(encoding="utf-8"))["components"]
    told["components"].sort(key=lambda each: str(each["name"]).casefold())
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def _component(part: Notice, purl: str) -> dict[str, object]:
    expression = _SPDX.fullmatch(part.licence) is not None and " license" not in part.licence.lower()
    licence = {"expression": part.licence} if expression else {"license": {"name": part.licence}}
    made: dict[str, object] = {"type": "library", "name": part.name, "licenses": [licence]}
    if part.version:
        made["version"] = part.version
    if purl:
        made["purl"] = purl
        made["bom-ref"] = purl
    return made
