"""Writes a bundle: entries and attachments into a bag, the bag signed, packed and sealed, all in memory.

Putting the bytes onto a stick safely is the caller's work.
"""

from collections import Counter
from collections.abc import Sequence

import msgspec

from trainer_app.bundle import bagging, codec, packing, sealing
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.layout import (
    ENTRIES,
    MAX_MEMBERS,
    MAX_TOTAL,
    RECEIPTS,
    REVOKED,
    SIGNATURE,
    TAG_MANIFEST,
    TRUST,
    TRUST_SIGNATURE,
    BundleContent,
)
from trainer_app.bundle.revocations import write_receipts
from trainer_app.bundle.signing import Purpose
from trainer_app.domain.changes import Progress, no_progress
from trainer_app.domain.errors import TrainerError

ERASED = "_erased"
"""Under this name `counts` holds the entries whose content was erased."""


class _Kind(msgspec.Struct, frozen=True):
    """The one member of an entry that a writer needs."""

    e: str = ERASED


def write_bundle(
    content: BundleContent,
    signer: DeviceKeys,
    recipients: Sequence[str] = (),
    passphrase: str = "",
    progress: Progress = no_progress,
) -> bytes:
    """Return the file: signed by `signer`, sealed for all `recipients`, or else with a passphrase.

    Raises bundle.too_much (more than a bundle may hold), bundle.bad_recipient, vault.empty_passphrase.
    """
    if bool(recipients) == bool(passphrase):
        raise ValueError("seal either for recipients or with a passphrase")
    archive = write_archive(content, signer, progress)
    progress("bundle.sealing", 0.8)
    if recipients:
        return sealing.seal(archive, recipients)
    return sealing.seal_with_passphrase(archive, passphrase)


def write_archive(content: BundleContent, signer: DeviceKeys, progress: Progress = no_progress) -> bytes:
    """Return the ZIP that is sealed. The same content and signer give the same bytes."""
    progress("bundle.packing", 0.0)
    header = msgspec.structs.replace(content.header, counts=count_entries(content.lines))
    payload = _write_payload(content)
    members = bagging.bag(header, codec.encode(header), payload)
    if len(members) + 1 > MAX_MEMBERS or sum(map(len, members.values())) > MAX_TOTAL:
        raise TrainerError("bundle.too_much")
    signed = {}
    for name, data in members.items():
        signed[name] = data
        if name == TAG_MANIFEST:
            signed[SIGNATURE] = signer.sign(data, Purpose.BUNDLE)
    progress("bundle.packing", 0.3)
    return packing.pack(signed)


def count_entries(lines: Sequence[bytes]) -> dict[str, int]:
    """Return the number of entries by entity, in the order of their names."""
    decoder = msgspec.json.Decoder(_Kind)
    counts = Counter(decoder.decode(line).e for line in lines)
    return dict(sorted(counts.items()))


def _write_payload(content: BundleContent) -> dict[str, bytes]:
    lines = content.lines
    payload = {ENTRIES: b"\n".join(lines) + b"\n" if lines else b""}
    if payload[ENTRIES].count(b"\n") != len(lines):
        raise ValueError("an entry is not one line")
    is_pack = content.header.kind == "pack"
    if not is_pack and (
        content.trust or content.revoked or content.receipts or content.held or content.digests
    ):
        raise ValueError("only packs carry trust, revocations and receipts")
    if content.trust:
        payload[TRUST] = content.trust.data
        payload[TRUST_SIGNATURE] = content.trust.signature
    if content.revoked:
        payload[REVOKED] = codec.encode(content.revoked)
    if content.receipts or content.held or content.digests:
        payload[RECEIPTS] = write_receipts(content.receipts, content.held, content.digests)
    for blob in sorted(content.blobs, key=bagging.digest):
        payload[bagging.blob_name(blob)] = blob
    return payload
