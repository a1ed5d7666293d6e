"""The note that an office adds to a bundle from which somebody was erased after it came.

    {"format": "trainer-redaction", "version": 1, "manifest": "<SHA-256 of tagmanifest-sha256.txt>",
     "day": "2019-03-01",
     "changes": [{"name": "data/entries.ndjson", "was": "<SHA-256>", "now": "<SHA-256>"}]}

The sender's manifests and signature stay as they were, so it can still be told who sent what and when. For
the members that changed, or were taken out (`now` is ""), the office's own signature stands in their place.
"""

from collections.abc import Mapping

import msgspec

from trainer_app.bundle import codec, layout, packing, signing
from trainer_app.bundle.packing import Archive
from trainer_app.bundle.trust import TrustedKeys
from trainer_app.domain.base.errors import TrainerError

_FORMAT = codec.DocumentPreamble("trainer-redaction", 1)
_BAD = "bundle.bad_signature"


class MemberChange(msgspec.Struct, frozen=True):
    """One member of the bundle: the hash its sender signed, and the one that it has now; "" if it is gone."""

    name: str
    was: str
    now: str = ""


class Redaction(msgspec.Struct, frozen=True):
    """All that was changed in one bundle. `manifest` ties it to that bundle alone."""

    manifest: str
    day: str
    changes: tuple[MemberChange, ...] = ()
    format: str = _FORMAT.format
    version: int = _FORMAT.version


def write_redaction(redaction: Redaction) -> bytes:
    """Write the note."""
    return codec.encode(redaction)


def read_redaction(archive: Archive, tag_manifest: bytes, trust: TrustedKeys) -> Mapping[str, MemberChange]:
    """Return the changes of a bundle by member, none if there is no note.

    Raises bundle.bad_signature unless a computer of the office signed it for this bundle.
    """
    if layout.REDACTION not in archive.names:
        return {}
    data = archive.read(layout.REDACTION, layout.MAX_TEXT)
    signature = archive.read(layout.REDACTION_SIGNATURE, layout.MAX_TEXT)
    key_id = signing.signer_of(signature)
    signer = trust.find(key_id) if key_id is not None else None
    if signer is None or signer.role != "office":
        raise TrainerError(_BAD)
    if not signing.is_signed_by(data, signature, signer.signing_key, signing.Purpose.REDACTION):
        raise TrainerError(_BAD)
    redaction = codec.decode(data, Redaction, _FORMAT, _BAD)
    if redaction.manifest != packing.sha256_hex(tag_manifest):
        raise TrainerError(_BAD)
    return {change.name: change for change in redaction.changes}
