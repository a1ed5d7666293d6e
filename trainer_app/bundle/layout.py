"""What lies in a bundle: its header, the names of its members, its limits. FORMAT.md tells it in words."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec
from msgspec import Struct

from trainer_app.bundle import encodings
from trainer_app.bundle.trust import Device, Receipt, RevocationList, SignedTrust, TrustList
from trainer_app.domain.base.journal import MAX_NUMBER, Entry, entry_id, is_key
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.schema import VERSION
from trainer_app.domain.base.structs import Unshown
from trainer_app.domain.exchange.laptops import CourseDigest

EXTENSION = ".tsync"
FORMAT = encodings.DocumentPreamble("trainer-bundle", 1)

MAX_TOTAL = 256 * 1024 * 1024
"""All members together, unpacked."""
MAX_SEALED = MAX_TOTAL + 1024 * 1024
"""The file itself."""
MAX_MEMBERS = 64
MAX_BLOBS = MAX_MEMBERS - 12
"""Attachments and carried files: beside them a pack has twelve members, a bundle of a laptop seven."""
MAX_TEXT = 4 * 1024 * 1024
"""Each member that is neither the entries nor an attachment, a carried file or an update."""

DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
HEADER = "bundle.json"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
SIGNATURE = "tagmanifest-sha256.txt.minisig"
ENTRIES = "data/entries.ndjson"
TRUST = "data/trust.json"
TRUST_SIGNATURE = "data/trust.json.minisig"
REVOKED = "data/revoked.json"
RECEIPTS = "data/receipts.json"
UPDATE = "data/program.tupdate"
"""Only in a pack: an update of the program, as its publisher signed it (`program_update`)."""
REDACTION = "redaction.json"
REDACTION_SIGNATURE = "redaction.json.minisig"
"""Only in a bundle that an office keeps, once somebody in it was erased."""
BLOBS = "data/blobs/"
CARRIED = "data/carried/"
"""Files of others that a laptop took in, each as its author signed it: the ZIP, without its seal."""

TAGGED = (DECLARATION, INFO, HEADER, MANIFEST)
"""What the tag manifest lists."""
ALWAYS = frozenset((*TAGGED, TAG_MANIFEST, SIGNATURE, ENTRIES))
PACK_ONLY = frozenset((TRUST, TRUST_SIGNATURE, REVOKED, RECEIPTS, UPDATE))

DECLARATION_TEXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

FEATURES: frozenset[str] = frozenset()
"""What a bundle may require of its reader, as far as this program knows it."""

_PLAIN_NAME = regex(r"(data/((blobs|carried)/)?)?[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*")
_BLOB_NAME = regex(r"data/blobs/[0-9a-f]{64}")
_CARRIED_NAME = regex(r"data/carried/[0-9a-f]{64}")
_CODE = regex(r"[A-Z0-9]{1,6}")
_REPLICA = regex(r"[0-9a-f]{32}")
_KEY_ID, _SALT = 8, 16
_COURSE_KEY = 36
MAX_SEEN, MAX_KINDS, MAX_COURSES = 10_000, 1_000, 20_000
"""What a header may name at most: ids in `seen`, kinds of rows in `counts`, courses of a pack."""
MAX_WORD, MAX_RECOVERY = 100, 64 * 1024
"""Letters in `app`, bytes in `recovery`."""


class Header(msgspec.Struct, frozen=True):
    """`bundle.json`. `first` and `last` (written `from` and `to`) are the replica's own numbers.

    `wall` is the writer's clock in milliseconds; `seen` how far the writer knows each replica without a gap;
    `salt` what the writer's database begins with and `recovery` its vault's recovery slot (an age file), both
    about nobody but the signer; `counts` entries by entity; `courses` keys of the courses that a pack is
    about; `addressee` the code of the laptop that a pack is for, `addressee_key` the id of its signing key;
    `requires` what an older reader must not ignore.
    """

    kind: Literal["sync", "pack"]
    bundle: str
    office: str
    device: str
    replica: str
    first: int = msgspec.field(name="from")
    last: int = msgspec.field(name="to")
    wall: int
    app: str = ""
    schema: int = VERSION
    requires: tuple[str, ...] = ()
    counts: dict[str, int] = {}
    seen: dict[str, int] = {}
    courses: tuple[str, ...] = ()
    addressee: str = ""
    addressee_key: bytes = b""
    salt: bytes = b""
    recovery: bytes = b""
    format: str = FORMAT.format
    version: int = FORMAT.version

    @property
    def total(self) -> int:
        """The number of entries."""
        return sum(self.counts.values())


class BundlePreamble(msgspec.Struct, frozen=True):
    """The part of `bundle.json` that every version has: enough to refuse a newer one politely."""

    version: int = 0
    requires: tuple[str, ...] = ()


class BundleContent(Struct, frozen=True):
    """What a writer puts in. `lines` are the journal's lines without line feeds; `blobs` any attachments.

    `header.counts` is filled by the writer. Trust list, revocations and receipts go into packs only;
    `held` are the SHA-256 of attachments that a pack confirms. `carried` are files of others, for the office.
    `update` is an update of the program that a pack hands on.
    """

    header: Header
    lines: Sequence[bytes]
    blobs: Sequence[bytes] = ()
    trust: SignedTrust | None = None
    revoked: RevocationList | None = None
    receipts: tuple[Receipt, ...] = ()
    held: tuple[str, ...] = ()
    digests: tuple[CourseDigest, ...] = ()
    carried: Sequence[bytes] = ()
    update: bytes = b""


class Bundle(Unshown, Struct, frozen=True):
    """What a reader found: verified, and each entry both as written and decoded.

    `lines` and `entries` run in parallel. Entries of an older schema are upgraded, their lines are not.
    `blobs` maps SHA-256 in hex to the content; `held` are those that the office confirms in a pack.
    `redacted`: the office has taken erased people out since it came. `may_erase`: its silent lines take the
    content of the entries that they name away. `carried` are the files of others in it, each verified as a
    bundle of its own, of which only entries and attachments are read; `passed_over` counts those that were
    none. `update` is an update of the program, not looked into.
    """

    header: Header
    signer: Device
    lines: list[bytes]
    entries: list[Entry]
    blobs: Mapping[str, bytes] = {}
    trust: TrustList | None = None
    signed_trust: SignedTrust | None = None
    revoked: RevocationList | None = None
    receipts: tuple[Receipt, ...] = ()
    held: tuple[str, ...] = ()
    digests: tuple[CourseDigest, ...] = ()
    redacted: bool = False
    may_erase: bool = False
    carried: tuple["Bundle", ...] = ()
    passed_over: int = 0
    update: bytes = b""

    @property
    def parts(self) -> tuple["Bundle", ...]:
        """The bundle itself, and what it carries."""
        return (self, *self.carried)

    @property
    def ids(self) -> list[bytes]:
        """The entries' 16-byte ids, in their order."""
        return [entry_id(line) for line in self.lines]


def is_plain_name(name: str) -> bool:
    """Tell whether a member's name is one that some version of this format may use."""
    return len(name) <= 120 and _PLAIN_NAME.fullmatch(name) is not None


def is_blob_name(name: str) -> bool:
    """Tell whether a member is an attachment: its name is the SHA-256 of its content."""
    return _BLOB_NAME.fullmatch(name) is not None


def is_carried_name(name: str) -> bool:
    """Tell whether a member is a file of somebody else: its name is the SHA-256 of that file's ZIP."""
    return _CARRIED_NAME.fullmatch(name) is not None


def is_sound(header: Header) -> bool:
    """Tell whether ids and codes have their form (they end up in file names) and numbers their range."""
    numbers = (header.first, header.last, header.wall, header.schema, *header.counts.values())
    replicas = (header.replica, *header.seen)
    codes = [code for code in (header.office, header.device, header.addressee) if code]
    return (
        is_key(header.bundle)
        and all(_REPLICA.fullmatch(replica) for replica in replicas)
        and all(_CODE.fullmatch(code) for code in codes)
        and len(header.addressee_key) in (0, _KEY_ID)
        and len(header.salt) in (0, _SALT)
        and all(0 <= number <= MAX_NUMBER for number in (*numbers, *header.seen.values()))
    )


def is_bounded(header: Header) -> bool:
    """Tell whether a header names no more than any office comes to: each id and each course costs work."""
    return (
        len(header.seen) <= MAX_SEEN
        and len(header.counts) <= MAX_KINDS
        and len(header.courses) <= MAX_COURSES
        and len(header.app) <= MAX_WORD
        and all(len(key) == _COURSE_KEY for key in header.courses)
        and len(header.recovery) <= MAX_RECOVERY
    )


def bundle_name(office: str, device: str, number: int, addressee: str = "", copy: str = "") -> str:
    """Return the file name of a computer's n-th bundle: codes, never a person's name.

    `DSH-K7-0007.tsync` of a laptop, `DSH-A1-0007-for-K4.tsync` of an office for one laptop. A `copy` of a
    data folder counts on from the same number as the folder it was made of: `DSH-K7-0007-3F9A.tsync`.
    Nothing reads a name: a file that was renamed is the same file.
    """
    parts = [code for code in (office, device) if code]
    given = [*parts, *(code for code in (addressee, copy) if code)]
    if not all(_CODE.fullmatch(code) for code in given) or number < 1:
        raise ValueError("a code in a file name must be capitals and digits")
    whom = f"-for-{addressee}" if addressee else ""
    return "-".join((*parts, f"{number:04}", *([copy] if copy else []))) + whom + EXTENSION
