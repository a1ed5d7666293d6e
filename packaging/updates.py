"""Builds an update of the program: one signed file for every system. `FORMAT.md` tells what is in it."""

import json
import tempfile
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import layers
import publisher
from environment import ROOT, Unprepared
from minisign import SecretKey

if TYPE_CHECKING:
    from trainer_app.domain.base.texts import Texts

NEWS = ROOT / "resources" / "news.json"


def build(
    out: Path, key: SecretKey, number: str = "", changed: Mapping[str, bytes] | None = None, **other: object
) -> Path:
    """Build the update to this version and return it. Raises `Unprepared` where nobody said what is new.

    To try updates: another `number`, `changed` sources by path, and `other` members of what is signed.
    """
    from trainer_app.bundle.program_update import UpdateManifest, write_update

    with tempfile.TemporaryDirectory() as home:
        folder = layers.make_version(Path(home), number, changed)
        told = json.loads((folder / "release.json").read_text(encoding="ascii"))
        layer = pack(folder)
    number = told.pop("version")
    told |= {"number": number, "news": news_of(layers.version()), **other}
    manifest = UpdateManifest(size=0, sha256="", **told)
    target = out / f"trainer-app-{number}.tupdate"
    target.write_bytes(write_update(manifest, layer, publisher.seed_of(key)))
    return target


def news_of(number: str) -> "Texts":
    """Return what is new in a version, in every language. Raises `Unprepared`."""
    from trainer_app.domain.base.texts import LANGUAGES, Texts

    told = json.loads(NEWS.read_text(encoding="utf-8")).get(number, {})
    if set(told) != set(LANGUAGES) or not all(told.values()):
        raise Unprepared(f"{NEWS.name} does not say in every language what is new in {number}.")
    return Texts(told)


def pack(folder: Path) -> bytes:
    """Return the files of a folder as a ZIP; the same files give the same bytes."""
    target = BytesIO()
    date = datetime.fromtimestamp(layers.commit_time(), UTC).timetuple()[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), date)
            entry.create_system = 3
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes(), compresslevel=9)
    return target.getvalue()
