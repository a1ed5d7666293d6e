"""Takes erased people out of a bundle that was kept: their lines fall silent, their files are left out."""

from collections.abc import Callable, Collection, Iterable, Sequence

from msgspec import Struct

from trainer_app.bundle import layout, packing, sealing
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.packing import Archive
from trainer_app.bundle.reader import unseal, unseal_archive
from trainer_app.bundle.redactions import MemberChange, Redaction, write_redaction
from trainer_app.bundle.signing import Purpose
from trainer_app.domain.base.journal import BadEntry, entry_id, erase_line, is_silent


class ErasedContent(Struct, frozen=True):
    """What must not be found any more: ids of entries, and SHA-256 of attachments in hex."""

    entries: Collection[bytes] = frozenset()
    blobs: Collection[str] = frozenset()


type Search = Callable[[bytes, ErasedContent], bool]
"""How an archive is searched: `is_in`, here or somewhere safer."""


def is_in(archive: bytes, erased: ErasedContent) -> bool:
    """Tell whether an archive holds anything that was erased. Raises bundle.too_big, bundle.not_a_bundle."""
    opened = Archive(archive)
    wanted = ErasedContent(frozenset(erased.entries), frozenset(erased.blobs))
    lines = _lines(opened)
    return any(_must_go(line, wanted) for line in lines) or bool(_blobs(opened, wanted))


@packing.within_memory()
def holds_erased(
    data: bytes, identities: Sequence[str], erased: ErasedContent, search: Search = is_in
) -> bool:
    """Tell whether a sealed bundle still holds anything that was erased. Raises as `unseal_archive`."""
    return search(unseal(data, identities), erased)


@packing.within_memory()
def redact(
    data: bytes,
    identities: Sequence[str],
    erased: ErasedContent,
    *,
    recipients: Sequence[str],
    signer: DeviceKeys,
    day: str,
) -> bytes | None:
    """Return a sealed bundle without what was erased, with the office's note; None if nothing is to be done.

    Nothing is believed of what it says: a bundle of an unknown laptop stays one. Raises as `unseal_archive`.
    """
    archive = unseal_archive(data, identities)
    lines, blobs = _lines(archive), _blobs(archive, erased)
    if not blobs and not any(_must_go(line, erased) for line in lines):
        return None
    tag_manifest = archive.read(layout.TAG_MANIFEST, layout.MAX_TEXT)
    manifest = packing.read_manifest(archive.read(layout.MANIFEST, layout.MAX_TEXT)) or {}
    members = {name: archive.read(name) for name in archive.names if name not in blobs}
    members[layout.ENTRIES] = b"".join(_after(line, erased) + b"\n" for line in lines)
    changes = tuple(
        MemberChange(name, was, packing.sha256_hex(members[name]) if name in members else "")
        for name, was in sorted(manifest.items())
        if name not in members or packing.sha256_hex(members[name]) != was
    )
    note = write_redaction(Redaction(packing.sha256_hex(tag_manifest), day, changes))
    members[layout.REDACTION] = note
    members[layout.REDACTION_SIGNATURE] = signer.sign(note, Purpose.REDACTION)
    return sealing.seal(packing.pack(members), recipients)


def _lines(archive: Archive) -> list[bytes]:
    """Return the lines of entries; a bundle whose entries do not end as they should has none to speak of."""
    if layout.ENTRIES not in archive.names:
        return []
    return packing.split_lines(archive.read(layout.ENTRIES))


def _blobs(archive: Archive, erased: ErasedContent) -> frozenset[str]:
    start = len(layout.BLOBS)
    return frozenset(name for name in _blob_names(archive) if name[start:] in erased.blobs)


def _blob_names(archive: Archive) -> Iterable[str]:
    return (name for name in archive.names if layout.is_blob_name(name))


def _must_go(line: bytes, erased: ErasedContent) -> bool:
    return not is_silent(line) and entry_id(line) in erased.entries


def _after(line: bytes, erased: ErasedContent) -> bytes:
    if not _must_go(line, erased):
        return line
    try:
        return erase_line(line)
    except BadEntry:
        return line
