"""What helps somebody far away to help: versions, sizes, settings, the end of the log. No names, no notes.

The log and the crash reports hold ids only (`system.logs`), so they can be sent as they are.
"""

import locale
import platform
import re
import sys
from importlib import metadata

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from trainer_app.system.folders import Folder
from trainer_app.system.logs import NAME
from trainer_app.system.version import VERSION
from trainer_app.ui.shell.desk import Desk

_LOG_LINES = 400
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_UNSTATED = {"peewee": "MIT", "pyrage": "MIT", "sqlcipher3": "zlib"}
"""Licences that lie in the package as a text only; its metadata does not name them."""
_CRASHES = 3


def collect(desk: Desk) -> str:
    """Return the report as text; every line can be read by a person."""
    work = desk.work
    preferences = desk.preferences.now
    folder = work.folder
    parts = {
        "program": [f"trainer-app {VERSION}", f"role {work.role.value}", f"device {work.device_code or '-'}"],
        "machine": _machine(),
        "screens": _screens(),
        "settings": [
            f"language {desk.language.code}",
            f"theme {preferences.theme}",
            f"lock after {preferences.lock_minutes} minutes",
        ],
        "data": _sizes(folder),
        "libraries": [f"{name} {version}" for name, version, _ in libraries()],
        "log": _tail(folder),
        "crashes": _crashes(folder),
    }
    return "\n".join(f"[{head}]\n" + "\n".join(lines) + "\n" for head, lines in parts.items())


def libraries() -> list[tuple[str, str, str]]:
    """Return name, version and licence of every library this program needs, by name."""
    try:
        needed = metadata.requires("trainer-app") or []
    except metadata.PackageNotFoundError:
        return []
    names = {match.group() for entry in needed if (match := _NAME.match(entry))}
    found = []
    for name in sorted(names, key=str.casefold):
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        licence = _licence(about) or _UNSTATED.get(about["Name"].lower(), "")
        found.append((about["Name"], about["Version"], licence))
    return found


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


def _machine() -> list[str]:
    return [
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"locale {locale.getlocale()[0]}, encoding {sys.getfilesystemencoding()}",
    ]


def _screens() -> list[str]:
    return [
        f"{screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]


def _sizes(folder: Folder) -> list[str]:
    lines = []
    for place in (folder.database.parent, folder.archive, folder.snapshots, folder.outgoing, folder.papers):
        files = [path for path in place.rglob("*") if path.is_file()] if place.is_dir() else []
        lines.append(f"{place.name}: {len(files)} files, {sum(path.stat().st_size for path in files)} bytes")
    return lines


def _tail(folder: Folder) -> list[str]:
    path = folder.logs / NAME
    if not path.is_file():
        return []
    return path.read_text(encoding="utf-8", errors="replace").splitlines()[-_LOG_LINES:]


def _crashes(folder: Folder) -> list[str]:
    newest = sorted(folder.logs.glob("crash-*.txt"))[-_CRASHES:]
    return [line for path in newest for line in path.read_text(encoding="utf-8").splitlines()]
