"""Arrivals: what one verified file brings, put into the database, and what follows from it.

A laptop's file may carry those of others, as their authors signed them: they become part of its import. What
an office took back stays so, whatever is carried: until its author's own file is taken in, or the very file.
"""

from collections.abc import Iterable, Iterator, Sequence

from trainer_app.actions.base import joint, rights, sync_status
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import (
    archiving,
    clearing,
    dropping,
    erased,
    ledger,
    losses,
    packs,
    travelling,
    trust,
)
from trainer_app.bundle.layout import Bundle
from trainer_app.bundle.reader import OpenBundle
from trainer_app.domain.attendance.sheets import may_be_kept
from trainer_app.domain.base.changes import Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Entry, entry_id
from trainer_app.domain.base.rights import DECIDED_ENTITIES, DECIDED_FIELDS, Right
from trainer_app.domain.base.schema import read_entry
from trainer_app.domain.courses.courses import Course, CourseState
from trainer_app.domain.exchange.sending import CONFLICTS, FileResult
from trainer_app.domain.people.persons import Sex, head_of
from trainer_app.store.attendance import marks
from trainer_app.store.base import entry_history
from trainer_app.store.base.drafts import forget_steps
from trainer_app.store.base.object_ids import prefix_of
from trainer_app.store.base.projection import Touched
from trainer_app.store.courses.courses import list_courses, list_enrolments
from trainer_app.store.exchange import transfers
from trainer_app.store.exchange.course_scope import rows_of_course
from trainer_app.store.exchange.receiving import Receiver, ReceiveResult, holds_all
from trainer_app.store.exchange.transfers import Arrival
from trainer_app.store.office.approvals import newest_approval
from trainer_app.store.people.people import people_by_key
from trainer_app.store.review.contradictions import count_among, count_contradictions


def brings_nothing(work: Workplace, opened: OpenBundle) -> bool:
    """Tell whether a verified file brings nothing at all. If in doubt, no."""
    return opened.only_lines and all(holds_all(work.journal, lines) for lines in opened.parts())


def note_repeated(work: Workplace, opened: OpenBundle) -> None:
    """Write down what such a file tells all the same: of that laptop's clock.

    Use inside `Journal.transaction`.
    """
    header = opened.header
    if header.replica in work.journal.own_replicas():
        return
    trust.note_recovery(work, opened.signer, header)
    travelling.note_confirmed(work, opened.signer, header)
    prefix = prefix_of(header.replica)
    # The newest of them, as lines stand in the order of their numbers.
    own = next((line for line in reversed(opened.lines) if line.startswith(prefix)), None)
    sync_status.note_file_clock(work, header.replica, header.wall, [read_entry(own)] if own else [])


def take_bundle(
    work: Workplace, bundle: Bundle, data: bytes, file: str, progress: Progress = no_progress
) -> ReceiveResult:
    """Put a verified bundle into the database. Use inside `Journal.transaction`.

    Where several desks share the database, the others write beside its lines, and wait only for what follows.
    """
    header = bundle.header
    arrival = Arrival(
        number=0,
        bundle=header.bundle,
        file=file,
        replica=header.replica,
        at=work.clock.millis(),
        first=header.first,
        last=header.last,
        entries=0,
        conflicts=0,
        result="imported",
        archived=archiving.archive_name(data),
        signer=bundle.signer.key_id.hex(),
        carried=" ".join(sorted({one.signer.key_id.hex() for one in bundle.carried})),
    )
    number = transfers.add_arrival(work.database, arrival)
    undone = _Undone(work, header.bundle)
    received = _receive(work, bundle, number, undone, progress)
    work.journal.join_others()
    received.upheld = erased.uphold(work, received.touched)
    if received.erased:
        forget_steps(work.database, erased.UNDO_ENDS, work.clock.millis())
        clearing.note_pending(work)
        ledger.forget_erased_answers(work)
    received.newer = losses.note_newer(work, number, bundle)
    transfers.finish_arrival(work.database, number, received.new, count_among(work.journal, received.touched))
    _keep_contents(work, bundle, number, received, undone)
    undone.forget()
    received.undone = undone.left_out
    if header.replica not in work.journal.own_replicas():
        trust.note_recovery(work, bundle.signer, header)
        sync_status.note_file_clock(work, header.replica, header.wall, bundle.entries)
    return received


def _receive(
    work: Workplace, bundle: Bundle, number: int, undone: "_Undone", progress: Progress
) -> ReceiveResult:
    """Take in the entries of a bundle and of the files that it carries."""
    received = ReceiveResult()
    for part in bundle.parts:
        met: list[bytes] = []
        pairs = erased.not_erased(work, zip(part.lines, part.entries, strict=True), met)
        if undone.known:
            pairs = undone.sort_out(pairs, carried=part is not bundle)
        received.add(
            Receiver(work.journal).receive(
                pairs, arrival=number, progress=progress, total=len(part.lines), may_erase=part.may_erase
            )
        )
        received.stale += len(met)
    return received


class _Undone:
    """What was taken back here, while a file is taken in: its author says it again, nobody else does.

    Whoever carries it, in a pack of the office's own or as its author signed it, brings it only within the
    very file that was taken back.
    """

    def __init__(self, work: Workplace, bundle: str) -> None:
        self._database = work.database
        self._bundle = bundle
        self._back: set[bytes] = set()
        self.known = transfers.list_undone(work.database)
        self.left_out = 0

    def stays(self, own: bytes, *, carried: bool) -> bool:
        """Tell whether an entry or a content stays taken back; note it if it does not."""
        before = self.known.get(own)
        if before is None:
            return False
        if carried and before != self._bundle:
            self.left_out += 1
            return True
        self._back.add(own)
        return False

    def sort_out(
        self, pairs: Iterable[tuple[bytes, Entry]], *, carried: bool
    ) -> Iterator[tuple[bytes, Entry]]:
        """Give the lines that are taken in. What only says that it is erased always is."""
        for line, entry in pairs:
            if entry.erased or not self.stays(entry_id(line), carried=carried):
                yield line, entry

    def forget(self) -> None:
        """Forget what came back: taken back again, it goes with the import that it came with now."""
        transfers.forget_undone(self._database, self._back)


def _keep_contents(
    work: Workplace, bundle: Bundle, number: int, received: ReceiveResult, undone: _Undone
) -> None:
    """Keep attachments of a kind that is kept, unless they were erased or taken back here."""
    gone = clearing.erased_blobs(work)
    for part in bundle.parts:
        for sha256, blob in part.blobs.items():
            if not may_be_kept(blob):
                received.strange += 1
            elif sha256 not in gone and not undone.stays(bytes.fromhex(sha256), carried=part is not bundle):
                received.blobs += marks.put_blob(work.database, blob, number)


def settle_arrival(work: Workplace, bundle: Bundle, received: ReceiveResult) -> None:
    """Do what has to wait until a file is taken in; a rehearsal takes nothing on."""
    if received.upheld:
        work.database.empty_log()
    if bundle.header.kind == "pack":
        # Before files are cleared: by the ledger it is known which copies are older.
        erased.learn(work)
    if clearing.is_pending(work):
        clearing.clear_files(work)
    if bundle.header.kind == "pack":
        dropping.note_safe_courses(work)
        packs.take_carried(work, bundle.update)
    if work.journal.replica in received.forks:
        work.journal.take_new_replica()


def check_undoing(work: Workplace, number: int) -> None:
    """Refuse to undo an import that brought what two heads decided, or what an approved course rests on.

    What only a head writes, only a head takes back. What came after the approval may go.

    Raises joint.not_by_undoing, rights.refused, import.undo_approved.
    """
    entries = [each for each in entry_history.brought_by(work.database, number) if not each.erased]
    rows = frozenset((each.e, each.k) for each in entries)
    joint.check_undoing(work, rows)
    if any(map(_is_decided, entries)):
        rights.check(work, Right.DECIDE)
    if work.role is not Role.OFFICE:
        return
    approved = (each for each in list_courses(work.database) if each.state is CourseState.APPROVED)
    codes = [each.code for each in approved if _rests_on(work, each.key, number, entries)]
    if codes:
        raise TrainerError("import.undo_approved", codes=", ".join(codes))


def _rests_on(work: Workplace, course: str, number: int, entries: Iterable[Entry]) -> bool:
    """Tell whether the approval of a course had seen what an import brought there, or came with it."""
    brought = [each for each in entries if each.e != "person"]
    inside = rows_of_course(work.database, course, {each.e for each in brought})
    brought = [each for each in brought if (each.e, each.k) in inside]
    found = newest_approval(work.database, course) if brought else None
    if found is None or not found.seen:
        return bool(brought)
    arrival = next((one for one in transfers.list_arrivals(work.database) if one.number == number), None)
    # By the numbers alone it would not do: a copy of a laptop counts on its own.
    if arrival is None or arrival.at <= found.at:
        return True
    return any(each.n <= found.seen.get(each.r, 0) or _is_decided(each) for each in brought)


def _is_decided(entry: Entry) -> bool:
    """Tell whether only a head writes this: a certificate that another one replaces is void without one."""
    if entry.e == "certificate":
        return bool(entry.s.get("void")) and "replaced_by" not in entry.s
    fields = DECIDED_FIELDS.get(entry.e, frozenset())
    return entry.e in DECIDED_ENTITIES or not fields.isdisjoint(entry.s)


def settled_courses(work: Workplace) -> list[Course]:
    """Return the courses that are closed or approved here, at the office."""
    if work.role is not Role.OFFICE:
        return []
    return [each for each in list_courses(work.database) if each.state in _SETTLED]


def into_settled(work: Workplace, number: int, settled: Sequence[Course]) -> tuple[Label, ...]:
    """Return what becomes of what an import brings into each of some courses that were settled before."""
    if not settled:
        return ()
    brought = [(each.e, each.k) for each in entry_history.brought_by(work.database, number)]
    entities = {entity for entity, _ in brought} - {"person"}
    told = []
    for course in settled:
        inside = rows_of_course(work.database, course.key, entities)
        if count := sum(row in inside for row in brought):
            told.append(Label(_SETTLED[course.state], {"code": course.code, "count": count}))
    return tuple(told)


_SETTLED = {CourseState.CLOSED: "import.into_closed", CourseState.APPROVED: "import.into_approved"}


def forget_empty(work: Workplace) -> None:
    """Drop the record of a file that brought nothing new: there is nothing to undo in it."""
    marks.forget_source(work.database, transfers.list_arrivals(work.database)[0].number)
    transfers.remove_newest_arrival(work.database)


def take_beside(work: Workplace, bundle: Bundle) -> Touched:
    """Take what a pack brings beside entries; old packs are harmless. Return rows that changed."""
    touched: Touched = {}
    if bundle.signed_trust is not None:
        touched = trust.take_list(work, bundle.signed_trust)
    if bundle.header.kind == "pack":
        newest = sync_status.is_newest(work, bundle.header.wall)
        clones = sync_status.take_receipts(work, bundle.receipts, newest=newest)
        if newest:
            sync_status.take_seen(work, bundle.header.seen, bundle.entries)
            packs.compare(work, bundle.digests, clones)
    packs.note_program(work, bundle.signer.code, bundle.header)
    travelling.note_confirmed(work, bundle.signer, bundle.header)
    sync_status.take_blob_receipts(work, bundle.held)
    if bundle.header.kind == "pack":
        trust.take_revocations(work, bundle.revoked)
    return touched


def figures(work: Workplace) -> dict[str, int]:
    """Return what an import may change, as it is told before and after."""
    persons = people_by_key(work.database)
    listed = (item.enrolment for item in list_enrolments(work.database))
    everybody = {(own.course, head_of(persons, own.person).key) for own in listed if own.person in persons}
    return {
        "participants": len(everybody),
        "women": sum(persons[person].sex is Sex.FEMALE for _, person in everybody),
        CONFLICTS: count_contradictions(work.journal),
    }


def open_after(work: Workplace, results: Sequence[FileResult]) -> int:
    """Return what waits in Review after an import, as its list counts; 0 where these files bring nothing."""
    return count_contradictions(work.journal) if any(found.conflicts for found in results) else 0
