"""Backup copies of the database: which are kept, and what is known of one before it is restored."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.structs import Unshown
from trainer_app.domain.base.texts import Texts

NEWEST, DAYS, WEEKS, MONTHS = 3, 7, 4, 12
"""Kept are the newest copies of each kind, and one of each of the newest days, weeks and months with any."""
RESTORES = 2
"""What was there before a copy was put back: so many of the newest stay, whatever came after them."""
BY_HAND, OF_DAY, BEFORE_RESTORE = "backup", "day", "before-restore"
AFTER_ERASING = "after-erasing"
_WHYS = frozenset(
    {
        BY_HAND,
        OF_DAY,
        BEFORE_RESTORE,
        AFTER_ERASING,
        "before-import",
        "before-undo-import",
        "before-upgrade",
        "before-repair",
        "before-rebuild",
        "carried",
    }
)
_CHECKED = frozenset({BY_HAND, OF_DAY, AFTER_ERASING})
RESERVE = 1 << 30
"""Bytes of the disk that copies leave free."""
_LEAST = 2
"""Copies that stay however short the disk is."""


class Snapshot(Struct, frozen=True):
    """One copy. `at` is in wall milliseconds, `size` in bytes, `why` what it was made before."""

    path: Path
    why: str
    at: int
    size: int

    @property
    def checked(self) -> bool:
        """Tell whether it was read back when it was made, before it got to be counted on."""
        return self.why in _CHECKED


class CopyFacts(Struct, frozen=True):
    """What a database holds, in numbers. `last` is when something was done last, in wall milliseconds.

    `office`: it is an office's, and no trainer's.
    """

    entries: int = 0
    courses: int = 0
    participants: int = 0
    certificates: int = 0
    last: int | None = None
    office: bool = False


class BackupPreview(Struct, frozen=True):
    """What a copy is, and what putting it back would change.

    `lost` counts, by entity, the changes that the data of now has and the copy has not; `lost_here` are
    those made on this laptop, `lost_safe` those of them that the office confirmed. `gained` counts what
    only the copy has. `now` is None where there is no data that can be read. `problems` are as in a check.
    `sheets` is how many anonymous sheets waited when it was made: no copy holds them.
    """

    path: Path
    at: int
    size: int
    facts: CopyFacts = CopyFacts()
    now: CopyFacts | None = None
    lost: Mapping[str, int] = msgspec.field(default_factory=dict)
    lost_here: int = 0
    lost_safe: int = 0
    gained: int = 0
    problems: tuple[str, ...] = ()
    sheets: int = 0

    @property
    def ok(self) -> bool:
        """Tell whether the copy is whole."""
        return not self.problems


def why_words(why: str) -> Label:
    """Return in few words what a copy was made for, also for a reason that only a newer program has."""
    return Label(f"backup.why.{why.replace('-', '_') if why in _WHYS else 'other'}")


def choose_kept(
    copies: Sequence[Snapshot], day_of: Callable[[int], date], most: int | None = None
) -> list[Snapshot]:
    """Return the copies that stay, the newest first.

    Each kind has a room of its own: what the program keeps before it imports pushes out no copy that somebody
    asked for. Of a day, week or month the last one that was read back stays, else the last of all. Those
    without a copy do not count, and nothing is asked of the clock: a clock that was years wrong for an
    afternoon throws no copy away. `most` bounds the bytes of all together; the newest two and the newest that
    was read back stay in any case.
    """
    newest = sorted(copies, key=lambda copy: copy.at, reverse=True)
    kept: set[Path] = set()
    for why in {copy.why for copy in newest}:
        room = RESTORES if why == BEFORE_RESTORE else NEWEST
        kept |= {copy.path for copy in [one for one in newest if one.why == why][:room]}
    periods: tuple[tuple[Callable[[date], Hashable], int], ...] = (
        (lambda day: day, DAYS),
        (lambda day: day.isocalendar()[:2], WEEKS),
        (lambda day: (day.year, day.month), MONTHS),
    )
    for period, count in periods:
        last: dict[Hashable, Snapshot] = {}
        for copy in newest:
            found = last.setdefault(of := period(day_of(copy.at)), copy)
            if copy.checked and not found.checked:
                last[of] = copy
        kept |= {copy.path for copy in list(last.values())[:count]}
    stays = [copy for copy in newest if copy.path in kept]
    if most is None:
        return stays
    sure = {copy.path for copy in (*stays[:_LEAST], *[one for one in stays if one.checked][:1])}
    total = sum(copy.size for copy in stays if copy.path in sure)
    for copy in stays:
        if copy.path in sure:
            continue
        total += copy.size
        if total > most:
            break
        sure.add(copy.path)
    return [copy for copy in stays if copy.path in sure]


def room_for_copies(held: int, free: int, disk: int) -> int:
    """Return how many bytes all copies may have: a tenth of the disk, and never its last gigabyte."""
    return max(0, min(disk // 10, held + free - RESERVE))


class MissingEntries(Struct, frozen=True):
    """Changes known to have been made and found nowhere: of which laptop, from number to number."""

    who: str
    first: int
    last: int

    @property
    def count(self) -> int:
        """How many they are."""
        return self.last - self.first + 1


class Salvaged(Struct, frozen=True):
    """What came of salvaging a damaged database: entries found in its pages, in copies, in archived files.

    `unknown` counts entries whose laptop cannot be told any more. `aside` is where the damaged file lies.
    """

    pages: int = 0
    damaged_pages: int = 0
    entries: int = 0
    from_copies: int = 0
    from_files: int = 0
    unknown: int = 0
    missing: tuple[MissingEntries, ...] = ()
    aside: Path | None = None

    @property
    def missing_count(self) -> int:
        """How many changes are known to be missing."""
        return sum(one.count for one in self.missing)


CHECKED = 6
"""How many of a key's last letters are typed back, unless all of it is scanned or typed."""
_GROUP = 4
_PREFIXES = ("AGE-SECRET-KEY-1", "TRAINER-STANDBY-1")


class PaperStep(StrEnum):
    """Why papers were made."""

    INIT = "init"
    AGAIN = "again"
    NEW = "new"
    ROOT = "root"

    @property
    def replaces(self) -> bool:
        """Tell whether other papers hold until these are confirmed."""
        return self in (PaperStep.NEW, PaperStep.ROOT)


class KeyPapers(Unshown, Struct, frozen=True):
    """Papers that wait to be printed and confirmed. A key that did not change is "".

    `fingerprint` are the office's digits once these papers hold; `day` is when they were made.
    """

    step: PaperStep
    code: str
    name: Texts
    day: str
    fingerprint: str
    recovery_key: str = ""
    standby_key: str = ""

    @property
    def file(self) -> str:
        """The file name of the papers as PDF."""
        return f"{self.code}-recovery-key.pdf"


def is_key_ending(typed: str, key: str) -> bool:
    """Tell whether what was typed is the key, or its last letters; spaces and small letters are allowed."""
    tidy = "".join(typed.split()).upper()
    whole = key.upper()
    beginning = next((one for one in _PREFIXES if whole.startswith(one)), "")
    return tidy in (whole, whole.removeprefix(beginning), whole[-CHECKED:])


def grouped_key(key: str) -> tuple[str, ...]:
    """Return a key as it is typed from paper: what it begins with, then groups of four letters."""
    prefix = next((one for one in _PREFIXES if key.startswith(one)), "")
    rest = key[len(prefix) :]
    return (prefix, *(rest[at : at + _GROUP] for at in range(0, len(rest), _GROUP)))


class PendingRecovery(Struct, frozen=True):
    """A laptop's request. `digits` are compared by voice before anything is answered.

    `spoken` are groups of digits for an office that gets no file; empty where only a file will do.
    """

    label: str
    day: str
    digits: str
    spoken: str


class RecoveryCase(Struct, frozen=True):
    """A request at the office. `device` and `label` are code and name of the laptop it was found to be.

    `recipient` is the request's key; `recovery` the laptop's blob, b"" when the archive must help;
    `salt` is b"" for a request that was read aloud. `digits` is "" for such a one.
    """

    label: str
    day: str
    digits: str
    device: str
    recipient: str
    salt: bytes = b""
    recovery: bytes = b""


class RecoveryAnswer(Struct, frozen=True):
    """What goes back: the file's bytes, and the same as groups of digits to read aloud."""

    device: str
    file: bytes
    spoken: str


class OfficeFound(Struct, frozen=True):
    """What files of a lost office computer tell, opened with its paper: nothing is written yet.

    `files` can be opened, `closed` cannot; `laptops` stand in the newest list, which is number `serial`;
    `revoked` of them are revoked in it. `unsure`: laptops wrote files after the newest that brings the list,
    so that some may have been revoked since.
    """

    code: str
    name: Texts
    laptops: tuple[str, ...]
    serial: int
    files: int
    closed: int
    revoked: tuple[str, ...] = ()
    unsure: bool = False

    @property
    def doubtful(self) -> tuple[str, ...]:
        """The laptops of which a person has to say whether they had been revoked."""
        return tuple(code for code in self.laptops if code not in self.revoked) if self.unsure else ()


class LedgerTrouble(StrEnum):
    """What was found wrong with the ledger of what was erased, outside the database."""

    MISSING = "missing"
    DAMAGED = "damaged"
    OLDER = "older"
    """Put back to a state that it had before."""
    FOREIGN = "foreign"
    """Of other data: nobody here can read it."""
    NEWER = "newer"
    """Of a later version of the program."""


class LeftOut(Struct, frozen=True):
    """What an older copy or file brought back and was erased again before anybody saw it.

    `people` and `courses` are how many; `day` is that of the newest of those erasings. `entries` counts the
    lines of the journal. `troubles` are about the ledger by which it was found.
    """

    people: int = 0
    courses: int = 0
    entries: int = 0
    day: date | None = None
    troubles: frozenset[LedgerTrouble] = frozenset()

    def __bool__(self) -> bool:
        return self != LeftOut()

    def labels(self, say: Callable[[date], str]) -> list[Label]:
        """Tell it in sentences; `say` writes a day."""
        day = say(self.day) if self.day else ""
        found = []
        if self.people:
            found.append(Label("erasing.left_out.people", {"count": self.people, "day": day}))
        if self.courses:
            found.append(Label("erasing.left_out.courses", {"count": self.courses, "day": day}))
        if self.entries and not found:
            found.append(Label("erasing.left_out.entries", {"count": self.entries}))
        return [*found, *(Label(f"erasing.ledger.{each.value}") for each in sorted(self.troubles))]


class RecoveredFiles(Struct, frozen=True):
    """What reading old files with a paper key brought: files taken in, were here already, and others.

    `unknown` come from laptops that no list names; `unreadable` open with another key or are damaged;
    `later` are set aside until the update of the program; `aside` are files that the office had set aside,
    or of laptops that are revoked. `conflicts` counts rows with contradictions. `doubtful` are laptops that
    may have been revoked after the newest list that was found.
    """

    taken: int
    known: int
    unknown: int
    unreadable: int
    entries: int
    later: int = 0
    aside: int = 0
    conflicts: int = 0
    touched: frozenset[tuple[str, str]] = frozenset()
    doubtful: tuple[str, ...] = ()


BACKUP_EXTENSION = ".tbackup"
