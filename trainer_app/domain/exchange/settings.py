"""What a computer remembers of its exchange with others: receipts, clocks, the archive, what was erased."""

import msgspec

from trainer_app.domain.base.settings import Setting
from trainer_app.domain.exchange.laptops import ClockReading, Divergence

RECEIPTS = Setting("receipts", {}, dict[str, int])
"""Replica -> last number that the office confirmed as safe."""
RECEIVED = Setting("received", {}, dict[str, int])
"""Replica -> last number that the office has taken in, safe there or not yet."""
RECEIPT_AT = Setting[int | None]("receipt_at", None, int)
"""When a pack with a receipt for own changes came last, in wall milliseconds."""
BLOBS_AT_OFFICE = Setting("blobs_at_office", frozenset(), frozenset[str])
"""Hashes of attachments that the office confirmed."""
OFFICE_HAS = (RECEIPTS, RECEIVED, RECEIPT_AT, BLOBS_AT_OFFICE)
"""What is forgotten once another computer is the office."""
SEEN_BY_NEW_OFFICE = Setting[dict[str, int] | None]("seen_by_new_office", None, dict[str, int])
"""Replica -> up to which number an office has it that lost its computer; None for any other office."""
LISTS_AFTER = Setting("lists_after", 0, int)
"""For which block of serials the numbers of lists were moved on: see `trust.next_serial`."""
NEWEST_PACK = Setting("newest_pack", 0, int)
"""When the newest pack that came here was written, in wall milliseconds."""
DIVERGENCES = Setting("divergences", [], list[Divergence])
PACK_COURSES = Setting("pack_courses", {}, dict[str, list[str]])
"""Laptop's code -> courses that its last packs held."""

CLOCK_BELIEVED = Setting("clock_believed", 0, int)
"""The last change at the time when a person said that the clock is right."""
CLOCKS_SEEN = Setting("clocks_seen", {}, dict[str, ClockReading])
"""Replica -> what its newest file said of its clock."""

WATCHED_FOLDER = Setting("watched_folder", "", str)
WATCHED_PASSED = Setting("watched_passed", frozenset(), frozenset[str])
"""Files of the watched folder that somebody put off."""

ARCHIVED_LIST = Setting("archived_list", "", str)
"""The hash of the list of laptops that the archive's newest own file brings."""
ARCHIVED_OWN = Setting("archived_own", {}, dict[str, int])
"""Replica -> up to which own number the archive has all changes."""
ARCHIVED_BLOBS = Setting("archived_blobs", frozenset(), frozenset[str])
ARCHIVE_CHECKED = Setting("archive_checked", frozenset(), frozenset[str])
ARCHIVE_COPIED = Setting("archive_copied", frozenset(), frozenset[str])
"""Files of the archive that were read back whole; that lie on another disk too."""
ARCHIVE_COPIED_AT = Setting("archive_copied_at", 0, int)
SAFE_ELSEWHERE = Setting("safe_elsewhere", False, bool)
"""Whether changes count as safe only once their file lies on another disk too."""

ERASING_PENDING = Setting("erasing_pending", False, bool)
"""Whether files are still to be cleared of what was erased."""
ERASED_BLOBS = Setting("erased_blobs", frozenset(), frozenset[str])
ERASED_PEOPLE = Setting("erased_people", frozenset(), frozenset[str])
PURGED_COURSES = Setting("purged_courses", frozenset(), frozenset[str])


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
