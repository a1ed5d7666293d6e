"""What travels between laptops and office, and the office's archive, as screens and command line show it."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct, field

from trainer_app.domain.base.changes import Label
from trainer_app.domain.exchange.laptops import NewerChanges


class PendingChanges(Struct, frozen=True):
    """What the next file will hold: entries by entity, and in all; scans and their size in bytes.

    `scans_later` find no room in it and go with the one after the office's next receipt. `feedback_waits`
    are anonymous papers that are too few to go without telling whose they are; `feedback_enters` enter the
    results with the file, `feedback_held` stay since others of their form are not finished. `carried` are
    files of others that go along since the office does not have what is in them, `carried_later` those that
    find no room.
    """

    counts: Mapping[str, int]
    first: int
    last: int
    scans: int = 0
    scan_bytes: int = 0
    scans_later: int = 0
    feedback_waits: int = 0
    unpacked: int = 0
    """Bytes of the changes before they are packed; with the scans they may be as many as a file holds."""
    carried: int = 0
    carried_bytes: int = 0
    carried_later: int = 0
    feedback_enters: int = 0
    feedback_held: int = 0

    @property
    def size(self) -> int:
        """Bytes that the file takes on a stick at most, as a rule: changes pack to a sixth or less."""
        return self.unpacked // 6 + self.scan_bytes + self.carried_bytes + 64 * 1024

    @property
    def total(self) -> int:
        """Entries in all."""
        return sum(self.counts.values())

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to send: no changes, no scans, nothing of others."""
        return not self.total and not self.scans and not self.carried


class ChangeState(StrEnum):
    """How far a change of this laptop has come."""

    UNSENT = "unsent"
    """In no file yet."""
    SENT = "sent"
    """In a file; the office has not said that it came."""
    RECEIVED = "received"
    """The office has taken it in."""
    SAFE = "safe"
    """It survives the loss of the office's database, too."""


class SyncStatus(Struct, frozen=True):
    """How many own changes are in each state. Moments are wall milliseconds.

    `oldest` is when the oldest change was made that is not safe, `answered` when the last receipt came.
    """

    counts: Mapping[ChangeState, int]
    oldest: int | None = None
    answered: int | None = None

    @property
    def any(self) -> bool:
        """Tell whether anything was ever written here."""
        return any(self.counts.values())

    @property
    def unsafe(self) -> int:
        """Changes that go with every file until the office has them safely."""
        return sum(count for state, count in self.counts.items() if state is not ChangeState.SAFE)

    @property
    def unsent(self) -> int:
        """Changes that are in no file yet."""
        return self.counts.get(ChangeState.UNSENT, 0)

    @property
    def again(self) -> int:
        """Changes that went in a file already and go with the next one too, since they are not safe yet."""
        return self.unsafe - self.unsent


class Recipient(Struct, frozen=True):
    """Somebody who can open the file. `kind` is office, recovery or passphrase."""

    kind: str
    name: str
    fingerprint: str = ""


class CoTrainer(Struct, frozen=True):
    """The laptop of another trainer of this office, by its code; `name` is whose it is.

    `courses` are the codes of the courses here that this trainer teaches too.
    """

    code: str
    name: str
    courses: tuple[str, ...] = ()


class SentBundle(Struct, frozen=True):
    """A file that was written, read back and found equal. `size` is in bytes.

    `scans` are attachments in it; `scans_later` found no room and go with a later one. So do `carried` and
    `carried_later`, files of others that the office does not have. `proposed` are the codes of courses that
    are not in a laptop's file, though somebody of its owner's name works there.
    """

    file: Path
    bundle: str
    entries: int
    first: int
    last: int
    size: int
    scans: int = 0
    scans_later: int = 0
    carried: int = 0
    carried_later: int = 0
    proposed: tuple[str, ...] = ()

    @property
    def hint(self) -> Label | None:
        """What is to be said of what is not in it."""
        codes = ", ".join(self.proposed)
        return Label("sending.not_included", {"codes": codes}) if codes else None


class SentLine(Struct, frozen=True):
    """One file of the history. `confirmed` says that the office has all of it, durably; `scans` lie in it.

    `part` is true of a file with some courses only: the office still waits for one that holds everything.
    """

    file: str
    target: str
    at: int
    entries: int
    size: int
    first: int
    last: int
    confirmed: bool
    superseded_by: str = ""
    received: bool = False
    """The office has taken all of it in, whether it is safe there or not yet."""
    scans: int = 0
    part: bool = False


class FileOutcome(StrEnum):
    """What became of one file."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    REFUSED = "refused"
    QUARANTINED = "quarantined"


class FileResult(Struct, frozen=True):
    """One file of an import. `code` says why it was refused; `values` fill its words.

    `step` is the number by which the import is undone; `new_scans` are contents that were not here. `newer`
    is what of it waits for the update of the program; a refused file that is set `aside` does so as a whole.
    `hint` says what else can be done about a file that was refused, or what of it was not kept. `carried` are
    the codes of those whose files came with it, `passed_over` counts those files that proved nothing.
    """

    file: str
    result: FileOutcome
    code: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    new_entries: int = 0
    conflicts: int = 0
    step: int | None = None
    new_scans: int = 0
    newer: NewerChanges | None = None
    aside: bool = False
    hint: Label | None = None
    carried: tuple[str, ...] = ()
    passed_over: int = 0
    clock: Label | None = None
    """At the office: by how much the clock of the laptop was wrong that wrote the file."""
    settled: tuple[Label, ...] = ()
    """Rehearsed at the office: what becomes of what it brings into courses that are closed or approved."""

    @property
    def notes(self) -> tuple[Label, ...]:
        """What must be said beside what came in."""
        kept = Label("newer.file_kept") if self.aside else None
        carried = Label("import.carried", {"devices": ", ".join(self.carried)}) if self.carried else None
        odd = Label("import.passed_over", {"count": self.passed_over}) if self.passed_over else None
        newer = self.newer.label if self.newer else None
        told = (*self.settled, newer, kept, self.hint, carried, odd, self.clock)
        return tuple(label for label in told if label is not None)

    @property
    def became(self) -> FileOutcome:
        """What became of it as people are told: a refused file that is kept aside was set aside."""
        return FileOutcome.QUARANTINED if self.aside else self.result


_URGENT = (FileOutcome.REFUSED, FileOutcome.QUARANTINED, FileOutcome.IMPORTED, FileOutcome.DUPLICATE)
"""What must not be overlooked comes first."""
_SUMMED = (FileOutcome.IMPORTED, FileOutcome.DUPLICATE, FileOutcome.REFUSED, FileOutcome.QUARANTINED)


class ImportReport(Struct, frozen=True):
    """Result of an import of one or many files."""

    files: tuple[FileResult, ...]
    touched: frozenset[tuple[str, str]] = frozenset()
    news: tuple[Label, ...] = ()
    """On a laptop: what is new for whoever works there, the most important first."""
    waiting: int = 0
    """Of an import that was taken back: what was written here about things that went with it."""
    conflicts: int = 0
    """All that waits in Review after it, as its list counts; 0 where these files bring nothing of it."""

    @property
    def urgent_first(self) -> tuple[FileResult, ...]:
        """All files, those that were refused first, then set aside, then taken in, then known already."""
        return tuple(sorted(self.files, key=lambda found: _URGENT.index(found.became)))

    def count(self, outcome: FileOutcome) -> int:
        """Return of how many files something became."""
        return sum(found.became is outcome for found in self.files)

    def summary(self, *, rehearsed: bool = False) -> tuple[Label, ...]:
        """Say in figures what became of all files, or would: "5 taken in", "3 refused"."""
        counts = ((outcome, self.count(outcome)) for outcome in _SUMMED)
        return tuple(
            Label(
                f"import.sum.{'ready' if rehearsed and outcome is FileOutcome.IMPORTED else outcome.value}",
                {"count": count},
            )
            for outcome, count in counts
            if count
        )


CONFLICTS = "contradictions"
"""The effect that tells of conflicts: all that wait, as Review counts them."""


class ImportEffect(Struct, frozen=True):
    """One figure before and after an import that was only rehearsed."""

    code: str
    before: int
    after: int


class Rehearsal(Struct, frozen=True):
    """What an import would do; nothing was written."""

    report: ImportReport
    effects: tuple[ImportEffect, ...]


class FileInspection(Struct, frozen=True):
    """What a file says of itself, once its signature was checked.

    `app` is the version of the program that wrote it, `schema` the highest version of entries it knew.
    """

    file: str
    kind: str
    office: str
    device: str
    replica: str
    first: int
    last: int
    entries: int
    counts: Mapping[str, int]
    wall: int
    app: str = ""
    schema: int = 0


class ImportLine(Struct, frozen=True):
    """One import of the history. `device` signed it, `carried` (codes) the files of others that lay in it.

    `conflicts` is what had to be decided when it came; `waits` tells that a side which it brought still does.
    """

    number: int
    file: str
    bundle: str
    device: str
    at: int
    entries: int
    conflicts: int
    undone: bool
    waits: bool = False
    carried: tuple[str, ...] = ()


class QuarantinedFile(Struct, frozen=True):
    """A file set aside: signed by a laptop that is not known here, or that was revoked.

    `file` is the name under which it came, `code` and `values` say why it was not taken in, `at` since when.
    """

    path: Path
    size: int
    file: str = ""
    code: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    at: int = 0


class MissingRange(Struct, frozen=True):
    """Changes of a laptop that have not come: numbers `first` to `last`. They come with its next file."""

    device: str
    first: int
    last: int


class DeviceLine(Struct, frozen=True):
    """One laptop in the office's list.

    `last_file` came from it last, at `last_at`; `pack` was written for it last, at `pack_at`.
    """

    code: str
    name: str
    fingerprint: str
    office: bool
    revoked_on: str
    entries: int
    last_file: str = ""
    last_at: int = 0
    pack: str = ""
    pack_at: int = 0
    clock_days: int = 0
    """By how many days its clock was wrong in the file that came last: more than 0 ahead, less behind."""
    program: str = ""
    """The version of the program that its last file was written by."""
    erasures: int = 0
    """Of how many erasings it was not told yet: what they took lies there until its next file."""
    travels: bool = False
    """Whether it is a computer of the office that is on the road, of its `owner` where there are several."""
    owner: str = ""


class PackCourse(Struct, frozen=True):
    """One course that a file for a laptop can hold; `own` says that it does so by default.

    `named`: it is not, but somebody who is called like the laptop's owner works there. `planned`: and the
    office alone wrote so, which makes it the proposal of the window. Of the others a person decides.
    """

    key: str
    code: str
    town: str
    own: bool
    named: bool = False
    planned: bool = False


class JoinRequest(Struct, frozen=True):
    """What a request file says of the laptop that asks to be enrolled; `code` if it is known already.

    Of its digits the groups at `places`, from 1, are typed: the trainer reads them from the laptop.
    """

    name: str
    fingerprint: str
    day: str
    places: tuple[int, int]
    code: str = ""


class OfficeSetUp(Struct, frozen=True):
    """What office set-up shows once: the paper keys must be written down now."""

    code: str
    recovery_key: str
    standby_key: str
    fingerprint: str


class WaitingOffice(Struct, frozen=True):
    """An office by its first file, which waits until two groups of the office's digits are typed.

    `office` and `office_code` are what the file says, `places` which groups are asked for, from 1; after
    `tries` more wrong ones the file is let go.
    """

    office: str
    office_code: str
    file: str
    places: tuple[int, int]
    tries: int


class JoinedOffice(Struct, frozen=True):
    """A laptop's office after its first pack was taken in."""

    office: str
    office_code: str
    device_code: str
    fingerprint: str
    entries: int
    touched: frozenset[tuple[str, str]] = frozenset()


class EnrolledLaptop(Struct, frozen=True):
    """What enrolling a laptop did: its digits, and the pack for it; `again`: it was in the list before."""

    device: str
    fingerprint: str
    pack: SentBundle
    again: bool = False


class ArchiveState(Struct, frozen=True):
    """Files and their size in bytes. `missing` are files that were taken in and are gone from the archive.

    `own` of them did not come in: the office put its own changes there.
    `copied` of them lie on another disk too, since `copied_at` (wall milliseconds, 0 for never). `elsewhere`
    tells that receipts say "safe" only for those.
    """

    files: int
    size: int
    missing: int = 0
    copied: int = 0
    copied_at: int = 0
    elsewhere: bool = False
    own: int = 0


class CopyGap(Struct, frozen=True):
    """What the copy of the archive on another disk lacks: so many files.

    `erased`: it still holds files as they were before something in them was erased.
    """

    lacking: int = 0
    erased: bool = False


class ArchiveCopy(Struct, frozen=True):
    """A copy of the archive: where, how many files are new there, and how many it holds.

    `removed`: so many of an older copy went, which held what was erased since; `left` are files that nobody
    knows here.
    """

    folder: Path
    new: int
    files: int
    removed: int = 0
    left: tuple[str, ...] = ()


class ArchiveTaken(Struct, frozen=True):
    """How many files the archive got from a copy, and how many it still lacks."""

    taken: int
    missing: int


class RebuiltDatabase(Struct, frozen=True):
    """A database made anew from the archive, beside the one in use.

    `digest` and `entries` are its own, `digest_before` and `entries_before` those of the database in use
    ("" and 0 if that one is damaged). `missing` are files that the order names and the archive lacks or
    holds damaged.
    """

    digest: str
    entries: int
    digest_before: str
    entries_before: int
    files: int
    missing: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Tell whether both hold as many changes and show the very same."""
        return (self.digest, self.entries) == (self.digest_before, self.entries_before)
