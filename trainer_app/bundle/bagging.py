"""The BagIt layer (RFC 8493): manifests that list every member with its SHA-256."""

import hashlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime

from trainer_app.bundle.layout import (
    BLOBS,
    DECLARATION,
    DECLARATION_TEXT,
    HEADER,
    INFO,
    MANIFEST,
    TAG_MANIFEST,
    TAGGED,
    Header,
)

_LINE = re.compile(rb"([0-9a-f]{64})  ([a-z0-9./-]+)\n")


def digest(content: bytes) -> str:
    """Return the SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def bag(header: Header, header_data: bytes, payload: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return all members but the signature, in the order in which they are packed.

    `payload` maps names below `data/` to contents.
    """
    tagged = {
        DECLARATION: DECLARATION_TEXT,
        INFO: _write_info(header, payload),
        HEADER: header_data,
        MANIFEST: write_manifest({name: digest(content) for name, content in payload.items()}),
    }
    tag_manifest = write_manifest({name: digest(tagged[name]) for name in TAGGED})
    return {**tagged, TAG_MANIFEST: tag_manifest, **payload}


def blob_name(content: bytes) -> str:
    """Return the name of an attachment in a bundle."""
    return BLOBS + digest(content)


def write_manifest(digests: Mapping[str, str]) -> bytes:
    """Return a manifest: one line `<hash>  <name>` each, sorted by name, as `sha256sum` reads it."""
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()


def read_manifest(data: bytes) -> dict[str, str] | None:
    """Return what a manifest lists, name to hash; None unless it is written exactly as above."""
    digests: dict[str, str] = {}
    for line in data.splitlines(keepends=True):
        match = _LINE.fullmatch(line)
        if match is None:
            return None
        digests[match[2].decode()] = match[1].decode()
    return digests if write_manifest(digests) == data else None


def _write_info(header: Header, payload: Mapping[str, bytes]) -> bytes:
    day = datetime.fromtimestamp(header.wall // 1000, UTC).date()
    size = sum(len(content) for content in payload.values())
    lines = (
        "Bag-Software-Agent: trainer-app",
        f"Bagging-Date: {day.isoformat()}",
        f"External-Identifier: {header.bundle}",
        f"Payload-Oxum: {size}.{len(payload)}",
    )
    return ("\n".join(lines) + "\n").encode()
