"""A pretended program that was built, where updates can be laid out, and updates for it."""

import io
import json
import secrets
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import override

import pytest

from trainer_app import VERSION
from trainer_app.actions.exchange import packs
from trainer_app.bundle import sealing
from trainer_app.bundle.program_update import UpdateManifest, write_update
from trainer_app.domain.base.texts import Texts
from trainer_app.system import installed
from trainer_app.system.installed import Installation, ProgramPlace

SEED = secrets.token_bytes(32)
"""The pretended publisher's key."""
NEWS = Texts(tg="Чизи нав", ru="Новое", en="Something new")


def write_layer(files: Mapping[str, bytes]) -> bytes:
    """Return the files of a version as they stand in an update; the same files give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()


class PretendedInstallation(Installation, frozen=True):
    """One whose launchers are scripts: nothing is compiled for a test."""

    @override
    def launcher(self, name: str) -> Path:
        return self.home / (f"{name}.bat" if sys.platform == "win32" else name)


class Program:
    """A pretended program that was built, and updates for it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        version = home / "versions" / VERSION
        version.mkdir(parents=True)
        (home / "runtime").mkdir()
        (home / "runtime" / "ID").write_text("py3.13-1\n")
        (home / "current.txt").write_text(f"{VERSION}\n")
        (version / "release.json").write_bytes(self.release(VERSION, 99))
        self.found = PretendedInstallation(home, version)
        self.launch()

    @property
    def place(self) -> ProgramPlace:
        return ProgramPlace(self.home)

    def launch(self, code: int = 0, notes: Path | None = None) -> None:
        """Say how the launcher of the command line ends, and where it notes its word and its variables."""
        launcher = self.found.launcher("trainer-cli")
        into = f' > "{notes}"' if notes else ""
        if sys.platform == "win32":
            noted = f"@(echo %1& set){into}\n" if notes else ""
            launcher.write_text(f"{noted}@exit {code}\n")
            return
        noted = f'(echo "$1"; env){into}\n' if notes else ""
        launcher.write_text(f"#!/bin/sh\n{noted}exit {code}\n")
        launcher.chmod(0o755)

    def release(self, number: str, reads_data: int) -> bytes:
        told = {"version": number, "commit": "9f", "built": "2026-12-01", "needs_runtime": "py3.13-1"}
        return json.dumps({**told, "reads_data": reads_data}).encode()

    def update(
        self, folder: Path, number: str = "0.2.0", seed: bytes = SEED, runtime: str = "py3.13-1"
    ) -> Path:
        manifest = UpdateManifest(number, "9f", "2026-12-01", runtime, 99, NEWS, 0, "")
        path = folder / f"trainer-app-{number}.tupdate"
        path.write_bytes(
            write_update(manifest, write_layer({"release.json": self.release(number, 99)}), seed)
        )
        return path


def pretend(home: Path, patch: pytest.MonkeyPatch) -> Program:
    """Let this program believe that it was built and lies in a folder; `SEED` is its publisher's key."""
    made = Program(home)
    patch.setattr(installed, "installation", lambda: made.found)
    patch.setattr(packs, "publisher_keys", lambda: [sealing.public_key_of(SEED)])
    return made
