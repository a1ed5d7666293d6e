"""The list of certificates that no longer hold, and the receipts: small documents inside a pack.

Both are covered by the signature of the pack that carries them.
"""

from typing import Literal

import msgspec

from trainer_app.bundle import codec
from trainer_app.domain.digests import CourseDigest

_REVOKED = codec.Preamble("trainer-revoked", 1)
_RECEIPTS = codec.Preamble("trainer-receipts", 1)
_BAD = "bundle.not_a_bundle"


class Revoked(msgspec.Struct, frozen=True):
    """One certificate that was voided or replaced. `reason` is a word, never a person's name."""

    serial: str
    state: Literal["void", "replaced"]
    day: str
    credential: str = ""
    """Id of the credential, 32 hex digits. A cloned laptop may have given its serial to another one too."""
    reason: str = ""
    replaced_by: str = ""


class RevocationList(msgspec.Struct, frozen=True):
    """All of them, as known to one office on one day; a check names this day."""

    office: str
    day: str
    certificates: tuple[Revoked, ...] = ()
    format: str = _REVOKED.format
    version: int = _REVOKED.version

    def find(self, serial: str, credential: str = "") -> Revoked | None:
        """Return the entry for a credential's id, or for a serial.

        An entry that names its credential says nothing of another one with the same serial: of the two that
        a laptop and its clone gave, one may be void and the other hold.
        """
        for entry in self.certificates:
            same = entry.serial == serial and not (credential and entry.credential)
            if same or (credential and entry.credential == credential):
                return entry
        return None


class Receipt(msgspec.Struct, frozen=True):
    """The office holds a laptop's changes 1 to `to` without a gap, safe against a power cut."""

    replica: str
    to: int
    day: str
    bundles: tuple[str, ...] = ()
    """Ids of the bundles that were taken in since the last receipt."""
    head: str | msgspec.UnsetType = msgspec.UNSET
    """Id of the entry numbered `to`, 32 hex digits: a clone of the laptop has another one there."""
    received: int | msgspec.UnsetType = msgspec.UNSET
    """Up to which number the office has taken changes in, where that is more than what is safe there."""
    received_head: str | msgspec.UnsetType = msgspec.UNSET
    """Id of the entry numbered `received`."""
    device: str | msgspec.UnsetType = msgspec.UNSET
    """Code of the laptop that writes under this replica id, as the office knows it."""

    @property
    def taken(self) -> int:
        """The last number that the office has taken in, safe or not yet."""
        return self.to if self.received is msgspec.UNSET else max(self.to, self.received)


class Receipts(msgspec.Struct, frozen=True):
    """All receipts of one pack. `blobs` are the SHA-256 of attachments that the office holds.

    `courses` are digests of the pack's courses, by which a laptop sees whether it holds the same.
    """

    receipts: tuple[Receipt, ...] = ()
    blobs: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    courses: tuple[CourseDigest, ...] | msgspec.UnsetType = msgspec.UNSET
    format: str = _RECEIPTS.format
    version: int = _RECEIPTS.version


def read_revocations(data: bytes) -> RevocationList:
    """Read a revocation list. Raises bundle.not_a_bundle, bundle.too_new."""
    return codec.decode(data, RevocationList, _REVOKED, _BAD)


def read_receipts(data: bytes) -> tuple[tuple[Receipt, ...], tuple[str, ...]]:
    """Read the receipts and the confirmed attachments. Raises bundle.not_a_bundle, bundle.too_new."""
    found = codec.decode(data, Receipts, _RECEIPTS, _BAD)
    return found.receipts, () if found.blobs is msgspec.UNSET else found.blobs


def read_digests(data: bytes) -> tuple[CourseDigest, ...]:
    """Read the digests of courses. Raises bundle.not_a_bundle, bundle.too_new."""
    found = codec.decode(data, Receipts, _RECEIPTS, _BAD)
    return () if found.courses is msgspec.UNSET else found.courses


def write_receipts(
    receipts: tuple[Receipt, ...], blobs: tuple[str, ...] = (), courses: tuple[CourseDigest, ...] = ()
) -> bytes:
    """Write the receipts."""
    return codec.encode(Receipts(receipts, blobs or msgspec.UNSET, courses or msgspec.UNSET))
