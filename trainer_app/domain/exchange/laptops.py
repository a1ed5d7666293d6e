"""What an office knows of its laptops: requests, clocks, whether they hold the same data, newer programs.

A digest of a course covers what both sides know: each replica's entries about the course up to the number
to which the office has them without a gap. What a laptop wrote since is left out, so that new work never
looks like a difference.

Fields and values written by a newer version of the program are found, stored and passed on unchanged, but
not shown until this program is updated.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

import msgspec
from msgspec import Struct

from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base import schema
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import Entry
from trainer_app.domain.base.settings import Setting
from trainer_app.domain.courses.courses import EnrolmentState, SessionState


class OfficeRequestKind(StrEnum):
    """What is asked for. All but OTHER say it in words of their own; a text may stand beside."""

    AGAIN = "again"
    """Send everything again, from the first change on."""
    SCAN = "scan"
    """The scan of a sign-in sheet is missing."""
    CALL = "call"
    """Call the office."""
    KEY = "key"
    """Make the key of the data new: a backup or a laptop is in other hands."""
    OTHER = "other"
    """What the text says."""


class OfficeRequestState(StrEnum):
    """How it stands with one."""

    OPEN = "open"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class OfficeRequest(Struct, frozen=True):
    """One request: for which laptop (its code), about which course (key, or None).

    `text` is what the office wrote, `answer` what the laptop wrote back.
    """

    key: str
    device: str
    kind: OfficeRequestKind
    text: str
    asked_on: date | None
    course: str | None = None
    course_code: str = ""
    done_on: date | None = None
    answer: str = ""
    withdrawn: bool = False

    @property
    def state(self) -> OfficeRequestState:
        """How it stands: what was done stays done, even if it was withdrawn meanwhile."""
        if self.done_on is not None:
            return OfficeRequestState.DONE
        return OfficeRequestState.WITHDRAWN if self.withdrawn else OfficeRequestState.OPEN


HOUR = 3_600_000
DAY = 24 * HOUR
BACK, AHEAD = HOUR, 200 * DAY
"""Milliseconds before the last change, or after it, from which on a clock is doubted. Laptops lie in a
cupboard for half a year between courses, and a clock may be moved by a few minutes."""
SKEWED = DAY
"""Milliseconds by which a file's time may lie after its arrival before the laptop's clock is called wrong."""


class ClockOffset(StrEnum):
    """In which direction a clock is odd."""

    BEHIND = "behind"
    AHEAD = "ahead"


class ClockWarning(Struct, frozen=True):
    """`now` is what the clock says, `last` when something was done last; both in wall milliseconds."""

    oddity: ClockOffset
    now: int
    last: int

    @property
    def days(self) -> int:
        """By how many days the two differ, at least one."""
        return max(1, round(abs(self.now - self.last) / DAY))


def find_clock_warning(now: int, last: int) -> ClockWarning | None:
    """Compare a clock with the time of the last change."""
    if now < last - BACK:
        return ClockWarning(ClockOffset.BEHIND, now, last)
    return ClockWarning(ClockOffset.AHEAD, now, last) if now > last + AHEAD else None


class ClockReading(Struct, frozen=True):
    """What the newest file of a laptop says of its clock; times in wall milliseconds.

    `last` is the number of its last change, `wall` when the file was written there, `newest` the latest time
    of a change in it, `received` when it came here.
    """

    last: int
    wall: int
    newest: int
    received: int
    behind: int = 0
    """By how much its clock went back since the file before, in milliseconds."""

    @property
    def days(self) -> int:
        """By how many days its clock is wrong: more than 0 ahead, less than 0 behind, 0 if nothing is odd."""
        ahead = max(self.wall, self.newest) - self.received
        if ahead > SKEWED:
            return max(1, round(ahead / DAY))
        return -max(1, round(self.behind / DAY)) if self.behind > SKEWED else 0


def read_clock(
    before: ClockReading | None, last: int, wall: int, newest: int, received: int
) -> ClockReading | None:
    """Return what is known of a laptop's clock after another file; None if the file is no newer one."""
    if before is not None and last < before.last:
        return None
    # A file with more changes was written later. One written before its own changes was set back, too.
    floor = max(newest, before.wall if before is not None else 0)
    floor = min(floor, received)
    return ClockReading(last, wall, newest, received, max(0, floor - wall))


class DigestPart(Struct, frozen=True):
    """What one replica wrote about a course, up to its number `to`.

    `count` entries and the digest of their ids; `silent` counts the replica's erased entries up to there,
    which no longer say what they were about.
    """

    replica: str
    to: int
    count: int
    digest: str
    silent: int = 0


class CourseDigest(Struct, frozen=True):
    """A course (its key) in parts; `shown` is the digest of its rows as the office shows them.

    `schema` names the vocabulary by which they are shown: only equal ones can be compared. `shown` is ""
    where the office itself knows entries beyond those of the parts.
    """

    course: str
    parts: tuple[DigestPart, ...] = ()
    shown: str = ""
    schema: str = ""


class Divergence(Struct, frozen=True):
    """A course in which this laptop and the office differ.

    `devices` are codes of the laptops whose changes differ; none if all changes are the same and only what is
    shown differs. `here` and `there` count those changes on this laptop and at the office.
    """

    course: str
    code: str = ""
    devices: tuple[str, ...] = ()
    here: int = 0
    there: int = 0


def digest_of_ids(ids: Iterable[bytes]) -> str:
    """Return the digest of a set of entries by their ids, in any order: 32 hex digits."""
    return hashlib.sha256(b"".join(sorted(ids))).hexdigest()[:32]


MIN_MEMORY, MAX_MEMORY = 64 * 1024, 256 * 1024
MIN_PASSES, MAX_PASSES = 3, 12
LANES = 4
"""Within these a passphrase is made dear. A vault that asks for more is not this program's: to obey it would
hang a laptop of 4 GB. Vaults of before have the least."""
NEW_MEMORY = 128 * 1024
"""The least for a new passphrase whose cost is measured, on a slow computer too."""


class KdfCost(Struct, frozen=True):
    """How dear one guess is: memory in KiB (64 to 256 MiB), passes over it (3 to 12), lanes (4)."""

    memory: int = MIN_MEMORY
    passes: int = MIN_PASSES
    lanes: int = LANES

    def __post_init__(self) -> None:
        in_range = (
            MIN_MEMORY <= self.memory <= MAX_MEMORY
            and MIN_PASSES <= self.passes <= MAX_PASSES
            and self.lanes == LANES
        )
        if not in_range:
            raise ValueError("the cost of a passphrase is out of range")


RECEIPTS = Setting("receipts", {}, dict[str, int])
"""Replica -> last number that the office confirmed as safe."""
RECEIVED = Setting("received", {}, dict[str, int])
"""Replica -> last number that the office has taken in, safe there or not yet."""
RECEIPT_AT = Setting[int | None]("receipt_at", None, int)
"""When a pack with a receipt for own changes came last, in wall milliseconds."""
BLOBS_AT_OFFICE = Setting("blobs_at_office", frozenset(), frozenset[str])
"""Hashes of attachments that the office confirmed."""
SEEN_BY_OFFICE = Setting("seen_by_office", {}, dict[str, int])
"""Replica -> up to which number the office has what others wrote, as its newest pack tells."""
OFFICE_HAS = (RECEIPTS, RECEIVED, RECEIPT_AT, BLOBS_AT_OFFICE, SEEN_BY_OFFICE)
"""What is forgotten once another computer is the office."""
LISTS_AFTER = Setting("lists_after", 0, int)
"""For which block of serials the numbers of lists were moved on: see `trust.next_serial`."""
EDITIONS_AFTER = Setting("editions_after", 0, int)
"""For which block of serials the editions of revoked certificates were moved on."""
NEWEST_PACK = Setting("newest_pack", 0, int)
"""When the newest pack that came here was written, in wall milliseconds."""
CONFIRMED = Setting("confirmed", {}, dict[str, dict[str, int]])
"""Id of the key of a computer that travels -> what it said to have, replica -> number."""
CONFIRMED_AT = Setting("confirmed_at", {}, dict[str, int])
"""When the file was written that said so, in wall milliseconds."""
DIVERGENCES = Setting("divergences", [], list[Divergence])
PACK_COURSES = Setting("pack_courses", {}, dict[str, list[str]])
"""Laptop's code -> courses that its last packs held."""

CLOCK_BELIEVED = Setting("clock_believed", 0, int, of_desk=True)
"""The last change at the time when a person said that the clock is right."""
CLOCKS_SEEN = Setting("clocks_seen", {}, dict[str, ClockReading])
"""Replica -> what its newest file said of its clock."""


class WaitingFile(msgspec.Struct, frozen=True):
    """The first file of an office that nobody has named yet by its digits: which it is, how often wrongly."""

    file: str
    sha256: str
    office: str
    office_code: str
    places: tuple[int, int]
    wrong: int = 0


WAITING_FILE = Setting[WaitingFile | None]("waiting_file", None, WaitingFile, of_desk=True)


class RecoverySlot(msgspec.Struct, frozen=True):
    """By what an office knows data of a laptop: the database's salt, and the blob that its paper opens.

    Both as that laptop signed them: in its request, which has no blob, or in a file written `at` a time.
    """

    salt: bytes
    blob: bytes = b""
    at: int = 0
    enrolled: bool = False


RECOVERY_SLOTS = Setting("recovery_slots", {}, dict[str, list[RecoverySlot]])
"""Id of a laptop's signing key, in hex digits -> its slots, the newest first."""

WATCHED_FOLDER = Setting("watched_folder", "", str, of_desk=True)
WATCHED_PASSED = Setting("watched_passed", frozenset(), frozenset[str], of_desk=True)
"""Files of the watched folder that somebody put off, or that the archive keeps otherwise than they came."""

ARCHIVED_LIST = Setting("archived_list", "", str, of_desk=True)
"""The hash of the list of laptops that the archive's newest own file brings."""
ARCHIVED_OWN = Setting("archived_own", {}, dict[str, int], of_desk=True)
"""Replica -> up to which own number the archive has all changes."""
ARCHIVED_BLOBS = Setting("archived_blobs", frozenset(), frozenset[str], of_desk=True)
ARCHIVE_CHECKED = Setting("archive_checked", frozenset(), frozenset[str], of_desk=True)
ARCHIVE_COPIED = Setting("archive_copied", frozenset(), frozenset[str], of_desk=True)
"""Files of the archive that were read back whole; that lie on another disk too."""
ARCHIVE_COPIED_AT = Setting("archive_copied_at", 0, int, of_desk=True)
SAFE_ELSEWHERE = Setting("safe_elsewhere", False, bool, of_desk=True)
"""Whether changes count as safe only once their file lies on another disk too."""

ERASING_PENDING = Setting("erasing_pending", False, bool)
"""Whether files are still to be cleared of what was erased."""
ERASING_UNREAD = Setting("erasing_unread", 0, int)
"""How many files that were set aside were removed at the last erasing, as nobody could look into them."""
LEDGER_KEY_LENGTH = 32
LEDGER_KEY = Setting[bytes]("ledger_key", b"", bytes)
"""The key of the ledger outside the database; made with the database, so that every copy of it has it."""
LEDGER_SEALED = Setting[tuple[str, bytes]]("ledger_sealed", ("", b""), tuple[str, bytes])
"""That key as it stands in the ledger: for which age recipients it is sealed, and the age file."""
LEDGER_LINES = Setting("ledger_lines", [], list[str])
LEDGER_EDITION = Setting("ledger_edition", 0, int, of_desk=True)
"""How many lines the ledger outside had when it was written last."""
LEDGER_SEEN = Setting("ledger_seen", "", str, of_desk=True)
"""The hash of the ledgers outside of which nothing is to be erased here any more; "" to look again."""
ERASED_BLOBS = Setting("erased_blobs", frozenset(), frozenset[str])
ERASED_PEOPLE = Setting("erased_people", frozenset(), frozenset[str])
PURGED_COURSES = Setting("purged_courses", frozenset(), frozenset[str])
ERASED_ENTRIES = Setting("erased_entries", frozenset(), frozenset[str])
"""On a laptop of an office: ids of the entries that fell silent by its packs, in hex."""


class DropNote(msgspec.Struct, omit_defaults=True):
    """What this laptop remembers of a course whose names are to leave it; ISO days. It names nobody."""

    since: str = ""
    """Since when all of it is safe at the office."""
    told: str = ""
    later: str = ""
    """Not before this day: somebody said "not yet"."""
    done: str = ""


DROP_NOTES = Setting("drop_notes", {}, dict[str, DropNote])


class NewerFile(msgspec.Struct, frozen=True):
    """How much of one import waits for an update of the program."""

    device: str
    version: str
    count: int


class NewerFiles(msgspec.Struct, frozen=True):
    """The imports that brought something of a newer version, and which program counted it."""

    program: str
    files: dict[int, NewerFile]


NEWER = Setting[NewerFiles | None]("newer", None, NewerFiles)

UPDATE_EXTENSION = ".tupdate"
"""Of an update of the program, which its publisher signed."""
PROGRAM_VERSIONS = Setting("program_versions", {}, dict[str, str])
"""At an office: the version of the program that each laptop's last file was written by, by code."""


_KNOWN: Mapping[str, frozenset[str]] = {
    entity: frozenset((*found.fields, schema.DELETED)) for entity, found in schema.ENTITIES.items()
}
_CHOICES: Mapping[tuple[str, str], type[StrEnum]] = {
    ("attendance", "mark"): Mark,
    ("enrolment", "state"): EnrolmentState,
    ("session", "state"): SessionState,
}
"""Fields that hold one of some words, of which a newer version may have more."""


class NewerChanges(Struct, frozen=True):
    """How many changes from one laptop wait for the update.

    `version` is that of the laptop's program; "" where the laptop only passed on what others wrote.
    """

    device: str
    version: str
    count: int

    @property
    def label(self) -> Label:
        """Say it in a sentence."""
        values: dict[str, object] = {"device": self.device, "version": self.version, "count": self.count}
        return Label("newer.device" if self.version else "newer.others", values)


def knows_field(entity: str, name: str) -> bool:
    """Tell whether this version knows a field, or may delete rows of a kind."""
    return name in _KNOWN.get(entity, ())


def is_strange(entity: str, name: str, value: object) -> bool:
    """Tell whether a value is none of the words that this version knows for a field of words."""
    choices = _CHOICES.get((entity, name))
    return choices is not None and value is not None and value not in tuple(choices)


def fits(entity: str, name: str, value: object) -> bool:
    """Tell whether this version knows a field and can show its value, which is blank or of its kind."""
    if value is None or name == schema.DELETED:
        return True
    return knows_field(entity, name) and not _misfits(entity, name, value)


def waiting_labels(waiting: Sequence[NewerChanges]) -> tuple[Label, Label]:
    """Return how many changes wait for the update, and from whom, as two sentences."""
    who = ", ".join(f"{one.device} ({one.version})" if one.version else one.device for one in waiting)
    count = sum(one.count for one in waiting)
    return Label("newer.waiting", {"count": count}), Label("newer.waiting_who", {"who": who})


def is_beyond(entry: Entry) -> bool:
    """Tell whether an entry says anything that this version cannot show: rows, fields or values.

    A value that does not fit counts only where a newer version wrote it; otherwise it is a mistake.
    """
    if entry.erased:
        return False
    known = _KNOWN.get(entry.e)
    if known is None or not known.issuperset(entry.s):
        return True
    return entry.v > schema.VERSION and any(_misfits(entry.e, *pair) for pair in entry.s.items())


def _misfits(entity: str, name: str, value: object) -> bool:
    if value is None or name == schema.DELETED:
        return False
    return is_strange(entity, name, value) or not schema.project(entity, {name: value})
