"""An update of the program: one signed file, `*.tupdate`, by stick, double-click or inside an office's pack.

A ZIP of the same shape as a bundle's (`packing.Archive`) with three members in this order:

    update.json           {"format": "trainer-program", "version": 1, "number": "0.2.0", "commit": "9f...",
                           "built": "2026-12-01", "needs_runtime": "py3.13-1-...", "reads_data": 7,
                           "news": {"tg": ..., "ru": ..., "en": ...}, "size": 5000000, "sha256": "<64 hex>"}
    update.json.minisig   by one of the two keys of the publisher that the program knows
    program.zip           what `versions/NUMBER/` holds; it is looked into only when its hash fits

`reads_data` is the newest version of a database's tables that this version of the program reads.
"""

import hashlib
import io
import zipfile
from collections.abc import Sequence
from pathlib import PurePosixPath

import msgspec
from msgspec import Struct

from trainer_app.bundle import encodings, packing, sealing
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.texts import Texts

MAX_SIZE = 64 * 1024 * 1024
"""The file itself, and the layer in it."""
_MAX_TEXT = 64 * 1024
_MAX_FILES = 5_000
_MAX_UNPACKED = 200 * 1024 * 1024
_FORMAT = encodings.DocumentPreamble("trainer-program", 1)
_BAD = "update.not_an_update"
_MANIFEST, _SIGNATURE, _LAYER = "update.json", "update.json.minisig", "program.zip"
_NUMBER = regex(r"(0|[1-9]\d{0,5})(\.(0|[1-9]\d{0,5})){1,3}")
_NAME = regex(r"[^\\:*?\"<>|\x00-\x1f]{1,200}")


class UpdateManifest(msgspec.Struct, frozen=True):
    """What an update says of itself. `built` is an ISO day, `size` (bytes) and `sha256` are the layer's."""

    number: str
    commit: str
    built: str
    needs_runtime: str
    reads_data: int
    news: Texts
    size: int
    sha256: str
    format: str = _FORMAT.format
    version: int = _FORMAT.version


class ProgramUpdate(Struct, frozen=True):
    """An update whose signature and hash hold. `layer` is a ZIP of the files of that version."""

    manifest: UpdateManifest
    layer: bytes


def version_key(number: str) -> tuple[int, ...]:
    """Return what versions are ordered by: "0.10.0" comes after "0.9.1". Raises ValueError."""
    if _NUMBER.fullmatch(number) is None:
        raise ValueError("not the number of a version")
    return tuple(int(part) for part in number.split("."))


def write_update(manifest: UpdateManifest, layer: bytes, seed: bytes) -> bytes:
    """Return an update's file, signed by the publisher's key; size and hash are taken from the layer."""
    version_key(manifest.number)
    told = msgspec.structs.replace(manifest, size=len(layer), sha256=packing.sha256_hex(layer))
    document = encodings.encode(told)
    signature = sealing.sign(document, seed, sealing.Purpose.PROGRAM)
    return packing.pack({_MANIFEST: document, _SIGNATURE: signature, _LAYER: layer})


def read_update(data: bytes, keys: Sequence[bytes]) -> ProgramUpdate:
    """Read an update: the signature by one of `keys` (32 bytes each), then what is signed, then the rest.

    Raises update.not_an_update, update.other_publisher, update.damaged, bundle.too_new, bundle.too_big.
    """
    if len(data) > MAX_SIZE:
        raise TrainerError("bundle.too_big")
    try:
        archive = packing.Archive(data)
        document, signature = archive.read(_MANIFEST, _MAX_TEXT), archive.read(_SIGNATURE, _MAX_TEXT)
    except TrainerError as problem:
        raise TrainerError(_BAD) from problem
    if not any(sealing.is_signed_by(document, signature, key, sealing.Purpose.PROGRAM) for key in keys):
        raise TrainerError("update.other_publisher")
    manifest = encodings.decode(document, UpdateManifest, _FORMAT, _BAD)
    if archive.names != (_MANIFEST, _SIGNATURE, _LAYER) or _NUMBER.fullmatch(manifest.number) is None:
        raise TrainerError(_BAD)
    try:
        layer = archive.read(_LAYER, MAX_SIZE)
    except TrainerError as problem:
        raise TrainerError("update.damaged") from problem
    if len(layer) != manifest.size or hashlib.sha256(layer).hexdigest() != manifest.sha256:
        raise TrainerError("update.damaged")
    return ProgramUpdate(manifest, layer)


def layer_files(layer: bytes) -> dict[str, bytes]:
    """Return the files of a layer by their path with slashes. The publisher signed it; slips are refused too.

    Raises update.damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(layer)) as archive:
            listed = [each for each in archive.infolist() if not each.is_dir()]
            if len(listed) > _MAX_FILES or sum(each.file_size for each in listed) > _MAX_UNPACKED:
                raise TrainerError("update.damaged")
            files = {each.filename: archive.read(each) for each in listed}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as problem:
        raise TrainerError("update.damaged") from problem
    if len(files) != len(listed) or not all(map(_is_inside, files)):
        raise TrainerError("update.damaged")
    return files


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return _NAME.fullmatch(name) is not None and not path.is_absolute() and ".." not in path.parts
