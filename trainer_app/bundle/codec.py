"""JSON documents of this package: one struct each, with `format` and `version` in front.

Members that a reader does not know are ignored, so that a document can grow; what an older reader
must not overlook raises `version`.
"""

from typing import Any

import msgspec

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts


class DocumentPreamble(msgspec.Struct, frozen=True):
    """The two members that every version of every document has."""

    format: str = ""
    version: int = 0


def encode(document: msgspec.Struct) -> bytes:
    """Write a document: members in the struct's order, no spaces, bytes as Base64, UTF-8, a LF at the end."""
    return msgspec.json.encode(document, enc_hook=_write_value) + b"\n"


def decode[T: msgspec.Struct](data: bytes, kind: type[T], expected: DocumentPreamble, code: str) -> T:
    """Read a document of the expected format and no higher version.

    Raises `code` for anything malformed, bundle.too_new for a higher version.
    """
    preamble = _parse(data, DocumentPreamble, code)
    if preamble.format != expected.format or preamble.version < 1:
        raise TrainerError(code)
    if preamble.version > expected.version:
        raise TrainerError("bundle.too_new", version=preamble.version)
    return _parse(data, kind, code)


def _parse[T: msgspec.Struct](data: bytes, kind: type[T], code: str) -> T:
    try:
        return msgspec.json.decode(data, type=kind, dec_hook=_read_value)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as problem:
        raise TrainerError(code) from problem


def _write_value(value: object) -> dict[str, str]:
    if isinstance(value, Texts):
        return dict(value)
    raise NotImplementedError(f"{type(value).__name__} has no form in a document")


def _read_value(kind: type, raw: Any) -> Texts:
    if kind is Texts:
        return Texts.read(raw)
    raise NotImplementedError(f"{kind.__name__} has no form in a document")
