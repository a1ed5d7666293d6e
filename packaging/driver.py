"""What an office needs on its own PostgreSQL server, and no laptop: the driver, in a folder of its own.

It lies beside the packages of a runtime, where Python finds it once it is there: as a choice of the
installer for Windows, as a package of its own on Debian. It holds what the extra `office` of pyproject.toml
asks for, by the hashes of the lock; the modules of Python that the driver imports and no laptop has; the
licences of all that.
"""

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import layers
import notices
from environment import Unprepared
from notices import COMMON, TEXTS, Inside
from packages import OFFICE, File

from trainer_app.system.notices import Notice

PLACE = f"runtime/{OFFICE}"
"""Where it lies in a built program."""
MODULES = "asyncio/"
"""What it imports of Python's library, and no laptop's runtime has."""
COMPILED = ("_asyncio.pyd", "_overlapped.pyd")
"""What those modules need beside them on Windows; on Debian the interpreter has all of it."""
_INSTEAD = File(
    "ssl.py",
    b'''"""Stands in for Python's own, which no runtime of this program has, and which nothing here calls.

The driver imports it so that an OpenSSL of before 1.1 gets its locks from Python; its own has them itself.
"""


class SSLError(OSError):
    pass


class SSLWantReadError(SSLError):
    pass


class SSLSyscallError(SSLError):
    pass
''',
)
_BINARY = "psycopg_binary"
_DOCUMENTS = Path("/usr/share/doc")
# Of the libraries that only the wheel for Linux has: how a file begins, whose it is, the licence, its text.
_LIBRARIES = (
    ("libgssapi_krb5", "MIT Kerberos", "MIT", _DOCUMENTS / "libkrb5-3" / "copyright"),
    ("libcom_err", "libcom_err", "MIT", _DOCUMENTS / "libcom-err2" / "copyright"),
    ("libkeyutils", "keyutils", "LGPL-2.1-or-later", COMMON / "LGPL-2.1"),
    ("libcrypt-", "libcrypt (glibc)", "LGPL-2.1-or-later", COMMON / "LGPL-2.1"),
    ("libldap", "OpenLDAP", "OLDAP-2.8", TEXTS / "openldap.txt"),
    ("libsasl2", "Cyrus SASL", "BSD-3-Clause-Attribution", TEXTS / "cyrus-sasl.txt"),
)
_TOLD = {
    "OpenSSL": re.compile(rb"OpenSSL (\d+\.\d+\.\d+) "),
    "MIT Kerberos": re.compile(rb"KRB5_BRAND: krb5-(\d+\.\d+\.\d+)-"),
}
"""How a library tells its version."""
_LISTED = {"libcom_err": "libcom_err", "keyutils": "keyutils-libs", "Cyrus SASL": "cyrus-sasl-lib"}
"""What the wheel's own list of parts calls those that tell none."""


def lay(
    folder: Path, system: str, files: Iterable[File], found: Sequence[Notice], libpq: str
) -> list[Inside]:
    """Lay the driver into a folder, with its notices; `libpq` is that library's version.

    Returns the parts that no package names.
    """
    there = list(files)
    layers.lay_packages(folder, [*there, _INSTEAD])
    others = inside(there, libpq)
    notices.lay_part(folder, f"{system} {OFFICE}", found, others)
    return others


def inside(files: Iterable[File], libpq: str) -> list[Inside]:
    """Return the libraries that were compiled into the driver. Raises `Unprepared` for an unknown one."""
    libraries = {
        file.place.rpartition("/")[2]: file.data
        for file in files
        if file.place.startswith(f"{_BINARY}.libs/")
    }
    listed = _listed()
    found = [Inside("libpq (PostgreSQL)", libpq, "PostgreSQL", _BINARY, (TEXTS / "postgresql.txt",))]
    known = [
        ("libcrypto", "OpenSSL", "Apache-2.0", COMMON / "Apache-2.0"),
        *_LIBRARIES,
    ]
    # Each belongs to a project that was named already, by the file before it.
    left = {name for name in libraries if not name.startswith(("libpq", "libssl", "libk", "liblber"))}
    for begins, name, licence, text in known:
        mine = {each for each in libraries if each.startswith(begins)}
        left -= mine
        if mine:
            version = _version(name, libraries[min(mine)]) or listed.get(_LISTED.get(name, ""), "")
            found.append(Inside(name, version, licence, _BINARY, (text,)))
    if left:
        raise Unprepared(f"The licences of these libraries are not known: {', '.join(sorted(left))}")
    return found


def _version(name: str, library: bytes) -> str:
    told = _TOLD[name].search(library) if name in _TOLD else None
    return told[1].decode() if told else ""


def _listed() -> dict[str, str]:
    """Return the versions that the wheel of this machine lists of the parts that it took from its builder."""
    from importlib import metadata

    for entry in metadata.distribution(_BINARY).files or ():
        if entry.as_posix().endswith("/sboms/auditwheel.cdx.json"):
            parts = json.loads(entry.read_text(encoding="utf-8"))["components"]
            return {part["name"]: part["version"] for part in parts}
    return {}
