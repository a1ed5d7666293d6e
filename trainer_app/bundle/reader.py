"""Reads a bundle: opened, checked and verified before one byte of its content is interpreted.

Refuses with the first of these that applies: bundle.too_big, not_for_us (or needs_passphrase,
wrong_passphrase), damaged, not_a_bundle, unknown_device, bad_signature, revoked_device, too_new,
too_many_named, foreign_author, for a laptop for_another_laptop, bad_entry. FORMAT.md says what each looks at.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct, structs

from trainer_app.bundle import encodings, layout, packing, sealing
from trainer_app.bundle.layout import Bundle, Header
from trainer_app.bundle.packing import Archive
from trainer_app.bundle.trust import (
    Device,
    Receipt,
    SignedTrust,
    TrustedKeys,
    TrustList,
    introduce_trust,
    read_digests,
    read_receipts,
    read_revocations,
    serial_of,
    verify_trust,
)
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import BadEntry, Entry, author_of
from trainer_app.domain.base.schema import read_entry
from trainer_app.domain.base.structs import replace

_STEP = 5_000
_REDACTION = encodings.DocumentPreamble("trainer-redaction", 1)
_BAD = "bundle.bad_signature"
"""The note that an office adds to a bundle from which somebody was erased after it came.

    {"format": "trainer-redaction", "version": 1, "manifest": "<SHA-256 of tagmanifest-sha256.txt>",
     "day": "2019-03-01",
     "changes": [{"name": "data/entries.ndjson", "was": "<SHA-256>", "now": "<SHA-256>"}]}

The sender's manifests and signature stay as they were, so it can still be told who sent what and when. For
the members that changed, or were taken out (`now` is ""), the office's own signature stands in their place.
"""


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
    format: str = _REDACTION.format
    version: int = _REDACTION.version


def write_redaction(redaction: Redaction) -> bytes:
    """Write the note."""
    return encodings.encode(redaction)


def read_redaction(archive: Archive, tag_manifest: bytes, trust: TrustedKeys) -> Mapping[str, MemberChange]:
    """Return the changes of a bundle by member, none if there is no note.

    Raises bundle.bad_signature unless a computer of the office signed it for this bundle.
    """
    if layout.REDACTION not in archive.names:
        return {}
    data = archive.read(layout.REDACTION, layout.MAX_TEXT)
    signature = archive.read(layout.REDACTION_SIGNATURE, layout.MAX_TEXT)
    key_id = sealing.signer_of(signature)
    signer = trust.find(key_id) if key_id is not None else None
    if signer is None or not signer.at_office:
        raise TrainerError(_BAD)
    if not sealing.is_signed_by(data, signature, signer.signing_key, sealing.Purpose.REDACTION):
        raise TrainerError(_BAD)
    redaction = encodings.decode(data, Redaction, _REDACTION, _BAD)
    if redaction.manifest != packing.sha256_hex(tag_manifest):
        raise TrainerError(_BAD)
    return {change.name: change for change in redaction.changes}


class UnknownDevice(TrainerError):
    """Nobody we know signed this. Keep the file: it can be read once the device is enrolled.

    `key_id` names the key; `DeviceRequest.key_id` and `Device.key_id` say whose it is.
    """

    def __init__(self, key_id: bytes) -> None:
        super().__init__("bundle.unknown_device", key=key_id.hex())
        self.key_id = key_id


class RevokedDevice(TrainerError):
    """A device signed this that the office has revoked. Keep the file, import nothing."""

    def __init__(self, device: Device) -> None:
        super().__init__("bundle.revoked_device", device=device.code, day=device.revoked_on)
        self.device = device


class OpenBundle(Struct, frozen=True):
    """A bundle that is verified down to its header; the entries are still text.

    `archived`: it is read anew from an archive, where it was believed when it came.
    """

    header: Header
    signer: Device
    members: dict[str, bytes]
    redacted: bool = False
    archived: bool = False

    @property
    def lines(self) -> list[bytes]:
        """The entries as written, not interpreted. Raises bundle.too_big, bundle.bad_entry."""
        return packing.split_lines(self.members[layout.ENTRIES])

    @property
    def only_lines(self) -> bool:
        """Tell whether it is a laptop's file with entries and nothing beside them, nor in what it carries."""
        brings = any(layout.is_blob_name(name) for name in self.members)
        if self.header.kind != "sync" or brings or self.redacted:
            return False
        return all(found is not None and _is_plain(found) for found in _carried_archives(self.members))

    def parts(self) -> Iterator[list[bytes]]:
        """Yield the lines of the file itself, then those of each that it carries, believed or not."""
        yield self.lines
        for found in filter(None, _carried_archives(self.members)):
            yield _lines_of(found)

    def check_addressee(self, key_id: bytes) -> None:
        """Raise bundle.for_another_laptop for a pack that an office wrote for another signing key."""
        if self.header.kind == "pack" and self.header.addressee_key != key_id:
            raise TrainerError("bundle.for_another_laptop", device=self.header.addressee)


class Envelope(Struct, frozen=True):
    """What tells who packed an archive: all that is read of one whose signer is not known yet."""

    tag_manifest: bytes
    signature: bytes
    header: bytes = b""
    trust: bytes = b""
    trust_signature: bytes = b""


type Look = Callable[[bytes], Envelope]
"""How an archive of nobody knows whom is looked at: `read_envelope`, here or somewhere safer."""


def read_envelope(archive: bytes) -> Envelope:
    """Take an archive apart as far as to tell who packed it. Raises bundle.not_a_bundle, bundle.too_big."""
    return _envelope_of(Archive(archive))


def _envelope_of(archive: Archive) -> Envelope:
    def read(name: str) -> bytes:
        return archive.read(name, layout.MAX_TEXT) if name in archive.names else b""

    return Envelope(
        archive.read(layout.TAG_MANIFEST, layout.MAX_TEXT),
        archive.read(layout.SIGNATURE, layout.MAX_TEXT),
        *map(read, (layout.HEADER, layout.TRUST, layout.TRUST_SIGNATURE)),
    )


def read_bundle(
    data: bytes,
    identities: Sequence[str],
    trust: TrustedKeys,
    *,
    passphrase: str = "",
    accept_revoked: bool = False,
    look: Look = read_envelope,
    progress: Progress = no_progress,
) -> Bundle:
    """Read everything. `identities` are age identities, tried in turn.

    `accept_revoked` is for bundles that were taken in before the device was revoked (an archive read anew).
    """
    progress("bundle.opening", 0.0)
    opened = open_bundle(
        data, identities, trust, passphrase=passphrase, accept_revoked=accept_revoked, look=look
    )
    return interpret(structs.replace(opened, archived=accept_revoked), trust, progress)


@packing.within_memory()
def open_bundle(
    data: bytes,
    identities: Sequence[str],
    trust: TrustedKeys,
    *,
    passphrase: str = "",
    accept_revoked: bool = False,
    look: Look = read_envelope,
) -> OpenBundle:
    """Open and verify; `interpret` reads what is in it.

    It is unsealed here, since no child shall have a key: that is cheap once the header is within its bounds,
    and safe to do, for the library that does it manages its own memory. What was sealed is a stranger's, for
    anybody can seal for us. So `look` takes it apart first, and nothing else of it is read here before it is
    known who signed it.
    """
    plain = unseal(data, identities, passphrase)
    check_signer(look(plain), trust)
    return verify_archive(Archive(plain), trust, accept_revoked=accept_revoked)


def inspect_bundle(
    data: bytes,
    identities: Sequence[str],
    trust: TrustedKeys,
    *,
    passphrase: str = "",
    look: Look = read_envelope,
) -> OpenBundle:
    """Read the header only, verified all the same; revoked devices included."""
    return open_bundle(data, identities, trust, passphrase=passphrase, accept_revoked=True, look=look)


class FirstPack(Struct, frozen=True):
    """The pack with which an office takes a laptop in, verified by the list that it brings itself."""

    opened: OpenBundle
    trust: TrustList
    signed: SignedTrust


def open_first_pack(data: bytes, identities: Sequence[str], signing_key: bytes) -> FirstPack:
    """Open the pack with which an office takes a new laptop in: it brings the trust list it is believed by.

    The list must be signed by a root it names, know `signing_key` (this laptop's own), and know the pack's
    signer. Whether it is the right office, only a person can tell, who types groups of
    `trust.office.fingerprint`: until then nothing else in it is interpreted.
    Raises what `open_bundle` raises, bundle.not_enrolled, bundle.bad_trust, bundle.for_another_laptop.
    """
    archive = unseal_archive(data, identities)
    if layout.TRUST not in archive.names:
        raise TrainerError("bundle.not_enrolled")
    signed = _read_signed_trust(archive)
    trust = introduce_trust(signed)
    known, key_id = TrustedKeys.of(trust), sealing.key_id(signing_key)
    if known.find(key_id) is None:
        raise TrainerError("bundle.not_enrolled")
    opened = verify_archive(archive, known)
    opened.check_addressee(key_id)
    return FirstPack(opened, trust, signed)


def read_first_pack(first: FirstPack) -> Bundle:
    """Read everything in a first pack, once a person has said whose it is. Raises what `interpret` raises."""
    return interpret(first.opened, TrustedKeys.of(first.trust), no_progress)


@packing.within_memory()
def unseal(data: bytes, identities: Sequence[str], passphrase: str = "") -> bytes:
    """Open the outer layer: too_big, not_for_us, damaged."""
    if len(data) > layout.MAX_SEALED:
        raise TrainerError("bundle.too_big")
    return sealing.unseal(data, identities, passphrase)


@packing.within_memory()
def unseal_archive(data: bytes, identities: Sequence[str], passphrase: str = "") -> Archive:
    """Open the outer layers: too_big, not_for_us, damaged, not_a_bundle."""
    return Archive(unseal(data, identities, passphrase))


def check_signer(envelope: Envelope, trust: TrustedKeys) -> Device:
    """Return who signed an archive: not_a_bundle, unknown_device, bad_signature."""
    signer = _find_signer(envelope, trust)
    signed = envelope.tag_manifest, envelope.signature
    if not sealing.is_signed_by(*signed, signer.signing_key, sealing.Purpose.BUNDLE):
        raise TrainerError("bundle.bad_signature")
    return signer


@packing.within_memory()
def verify_archive(archive: Archive, trust: TrustedKeys, *, accept_revoked: bool = False) -> OpenBundle:
    """Check signature and hashes, then the version: unknown_device, bad_signature, revoked, too_new."""
    envelope = _envelope_of(archive)
    tag_manifest, signer = envelope.tag_manifest, check_signer(envelope, trust)
    changes = read_redaction(archive, tag_manifest, trust)
    members = _verify_members(archive, tag_manifest, changes)
    if signer.revoked_on and not accept_revoked:
        raise RevokedDevice(signer)
    header = _read_header(members[layout.HEADER])
    _check_members(members, header, changes)
    _check_header(header, signer, trust)
    return OpenBundle(header, signer, members, bool(changes))


def _find_signer(envelope: Envelope, trust: TrustedKeys) -> Device:
    """Return whose signature it claims to be, by our trust list or by one that our roots signed.

    The second case is an office's new computer: the pack itself brings the list that names it.
    """
    key_id = sealing.signer_of(envelope.signature)
    if key_id is None:
        raise TrainerError("bundle.not_a_bundle")
    signer = trust.find(key_id)
    if signer is None and trust.roots and envelope.trust:
        brought = SignedTrust(envelope.trust, envelope.trust_signature)
        newer = verify_trust(brought, trust.roots, trust.serial)
        signer = TrustedKeys.of(newer).find(key_id)
    if signer is None:
        raise UnknownDevice(key_id)
    return signer


def _verify_members(
    archive: Archive, tag_manifest: bytes, changes: Mapping[str, MemberChange]
) -> dict[str, bytes]:
    """Return all members but manifests' and notes' signatures, each with the hash that was signed.

    Of what was changed since, the office has signed the hash; what it took out is not there.
    """
    tags = packing.read_manifest(tag_manifest)
    if tags is None or not set(layout.TAGGED) <= set(tags):
        raise TrainerError("bundle.not_a_bundle")
    members = {name: _read_hashed(archive, name, tags[name], layout.MAX_TEXT) for name in tags}
    payload = packing.read_manifest(members[layout.MANIFEST])
    if payload is None or set(payload) & set(tags):
        raise TrainerError("bundle.not_a_bundle")
    for name, change in changes.items():
        if payload.get(name) != change.was:
            raise TrainerError("bundle.bad_signature")
        payload[name] = change.now
    payload = {name: expected for name, expected in payload.items() if expected}
    notes = (layout.REDACTION, layout.REDACTION_SIGNATURE) if changes else ()
    if {layout.TAG_MANIFEST, layout.SIGNATURE, *notes, *tags, *payload} != set(archive.names):
        raise TrainerError("bundle.bad_signature")
    for name, expected in payload.items():
        big = (
            name in (layout.ENTRIES, layout.UPDATE)
            or layout.is_blob_name(name)
            or layout.is_carried_name(name)
        )
        limit = layout.MAX_TOTAL if big else layout.MAX_TEXT
        members[name] = _read_hashed(archive, name, expected, limit)
    return members


def _read_hashed(archive: Archive, name: str, expected: str, limit: int) -> bytes:
    if name not in archive.names:
        raise TrainerError("bundle.bad_signature")
    content = archive.read(name, limit)
    if packing.sha256_hex(content) != expected:
        raise TrainerError("bundle.bad_signature")
    return content


def _read_header(data: bytes) -> Header:
    """Read `bundle.json`; a newer version is refused before its other members are looked at."""
    preamble = encodings.decode(data, layout.BundlePreamble, layout.FORMAT, "bundle.not_a_bundle")
    if set(preamble.requires) - layout.FEATURES:
        raise TrainerError("bundle.too_new", version=preamble.version)
    return encodings.decode(data, Header, layout.FORMAT, "bundle.not_a_bundle")


def _check_members(members: dict[str, bytes], header: Header, changes: Collection[str]) -> None:
    """Refuse names that this version does not know, and attachments not named by their hash.

    A carried file that the office redacted keeps the name under which its carrier signed it.
    """
    is_pack = header.kind == "pack"
    allowed = layout.ALWAYS | layout.PACK_ONLY if is_pack else layout.ALWAYS
    for name, content in members.items():
        is_blob = layout.is_blob_name(name) and name == packing.blob_name(content)
        carries = layout.is_carried_name(name) and not is_pack
        is_carried = carries and (name in changes or name == packing.carried_name(content))
        if name not in allowed and not is_blob and not is_carried:
            raise TrainerError("bundle.not_a_bundle")
    if layout.ENTRIES not in members or (layout.TRUST in members) != (layout.TRUST_SIGNATURE in members):
        raise TrainerError("bundle.not_a_bundle")


def _check_header(header: Header, signer: Device, trust: TrustedKeys) -> None:
    """Refuse more than any office names, values nobody may rely on, another's code, a pack of no office.

    A code that nobody has is what a laptop called itself before it was enrolled.
    """
    if not layout.is_bounded(header):
        raise TrainerError("bundle.too_many_named")
    if not layout.is_sound(header):
        raise TrainerError("bundle.not_a_bundle")
    others = {device.code for device in trust.devices.values()} - {signer.code}
    if header.device in others or (header.kind == "pack" and not signer.at_office):
        raise TrainerError("bundle.bad_signature")
    if author_of(header.replica) != signer.key_id.hex():
        raise TrainerError("bundle.foreign_author", device=signer.code)


def _read_signed_trust(archive: Archive) -> SignedTrust:
    return SignedTrust(
        archive.read(layout.TRUST, layout.MAX_TEXT),
        archive.read(layout.TRUST_SIGNATURE, layout.MAX_TEXT),
    )


@packing.within_memory()
def interpret(opened: OpenBundle, known: TrustedKeys, progress: Progress = no_progress) -> Bundle:
    """Read everything in a bundle that is verified. Raises bundle.too_big, bad_entry, bad_trust."""
    members = opened.members
    found = _read_content(opened, progress)
    carried = [_read_carried(one, opened, known) for one in _carried_archives(members)]
    signed, trust = _read_trust(members, known)
    revoked = members.get(layout.REVOKED)
    receipts, held = _read_receipts(members)
    return replace(
        found,
        trust=trust,
        signed_trust=signed,
        revoked=read_revocations(revoked) if revoked is not None else None,
        receipts=receipts,
        held=held,
        digests=read_digests(told) if (told := members.get(layout.RECEIPTS)) is not None else (),
        carried=tuple(one for one in carried if one is not None),
        passed_over=carried.count(None),
        update=members.get(layout.UPDATE, b""),
    )


def _read_content(opened: OpenBundle, progress: Progress = no_progress) -> Bundle:
    """Read entries and attachments."""
    lines, entries = _read_entries(opened.members[layout.ENTRIES], progress)
    if opened.header.kind == "sync":
        _check_authors(opened.signer, entries)
    start = len(layout.BLOBS)
    return Bundle(
        header=opened.header,
        signer=opened.signer,
        lines=lines,
        entries=entries,
        blobs={name[start:]: data for name, data in opened.members.items() if layout.is_blob_name(name)},
        redacted=opened.redacted,
        may_erase=opened.header.kind == "pack" or opened.redacted,
    )


def _carried_archives(members: Mapping[str, bytes]) -> Iterator[Archive | None]:
    """Yield the files of others in a bundle; None for what is no archive, or beyond the limit of all."""
    left = layout.MAX_TOTAL - sum(map(len, members.values()))
    for name in sorted(filter(layout.is_carried_name, members)):
        try:
            found = Archive(members[name])
        except TrainerError:
            yield None
            continue
        left -= found.size
        yield found if left >= 0 else None


def _is_plain(archive: Archive) -> bool:
    """Tell whether an archive holds entries and nothing that could be kept beside them."""
    beside = (layout.is_blob_name(name) or layout.is_carried_name(name) for name in archive.names)
    return layout.ENTRIES in archive.names and layout.REDACTION not in archive.names and not any(beside)


def _lines_of(archive: Archive) -> list[bytes]:
    """Return the lines in a carried archive; one that is no entry where they cannot be told apart."""
    try:
        return packing.split_lines(archive.read(layout.ENTRIES))
    except TrainerError:
        return [b""]


def _read_carried(archive: Archive | None, carrier: OpenBundle, known: TrustedKeys) -> Bundle | None:
    """Read a file of somebody else like a bundle of its own; None for one that proves nothing.

    Its author may have been revoked: what counts then is told by whoever judges entries. A computer of the
    office that is revoked erases nothing in this way, unless it is an archive that tells what it once did.
    """
    if archive is None:
        return None
    try:
        opened = verify_archive(archive, known, accept_revoked=True)
        if any(map(layout.is_carried_name, opened.members)):
            raise TrainerError("bundle.not_a_bundle")
        opened.check_addressee(carrier.signer.key_id)
        found = _read_content(opened)
    except TrainerError:
        return None
    by_office = opened.header.kind == "pack" and not opened.signer.revoked_on
    return replace(found, may_erase=found.may_erase and (by_office or carrier.archived))


def _check_authors(signer: Device, entries: Sequence[Entry]) -> None:
    """Refuse a laptop's file that speaks for somebody else: its entries are its own, under its own key."""
    own = signer.key_id.hex()
    for number, entry in enumerate(entries, 1):
        if author_of(entry.r) != own:
            raise TrainerError("bundle.foreign_author", device=signer.code, line=number)


def _read_receipts(members: dict[str, bytes]) -> tuple[tuple[Receipt, ...], tuple[str, ...]]:
    data = members.get(layout.RECEIPTS)
    return read_receipts(data) if data is not None else ((), ())


def _read_trust(members: dict[str, bytes], known: TrustedKeys) -> tuple[SignedTrust | None, TrustList | None]:
    """Return the list of a pack; none if it is an old one, whose roots may have been replaced since."""
    if layout.TRUST not in members:
        return None, None
    signed = SignedTrust(members[layout.TRUST], members[layout.TRUST_SIGNATURE])
    try:
        return signed, verify_trust(signed, known.roots, known.serial)
    except TrainerError:
        if known.serial is not None and serial_of(signed) < known.serial:
            return None, None
        raise


def _read_entries(data: bytes, progress: Progress) -> tuple[list[bytes], list[Entry]]:
    """Split, decode and upgrade all entries. Raises bundle.too_big, or bad_entry with the line's number."""
    lines = packing.split_lines(data)
    entries: list[Entry] = []
    for start in range(0, len(lines), _STEP):
        progress("bundle.reading", start / len(lines))
        entries.extend(_decode_lines(lines[start : start + _STEP], start + 1))
    return lines, entries


def _decode_lines(lines: Sequence[bytes], number: int) -> list[Entry]:
    entries: list[Entry] = []
    try:
        # A list that is extended holds what came before the one that is refused.
        entries.extend(map(read_entry, lines))
    except BadEntry as problem:
        raise TrainerError("bundle.bad_entry", line=number + len(entries)) from problem
    return entries
