"""Taking in files: looking, rehearsing, importing, undoing.

A file whose every line is here already is recognised from its bytes, without reading its lines: a laptop
sends everything since the last receipt, and a stick is put in twice, so such files are common.
"""

from collections.abc import Collection, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path

from trainer_app.actions.base import identity, rights, sync_status
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import (
    Role,
    Workplace,
    copied_today,
    keep_serials_apart,
    take_snapshot,
)
from trainer_app.actions.exchange import archiving, clearing, incoming, losses, travelling
from trainer_app.actions.exchange.arrivals import (
    brings_nothing,
    check_undoing,
    figures,
    forget_empty,
    into_settled,
    note_repeated,
    open_after,
    settle_arrival,
    settled_courses,
    take_beside,
    take_bundle,
)
from trainer_app.bundle import recovery_request
from trainer_app.bundle.layout import MAX_SEALED, Bundle
from trainer_app.bundle.packing import within_memory
from trainer_app.bundle.reader import (
    Look,
    RevokedDevice,
    UnknownDevice,
    inspect_bundle,
    interpret,
    open_bundle,
    read_envelope,
)
from trainer_app.bundle.trust import read_request
from trainer_app.domain.base.changes import Label, Progress, no_progress
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.base.rights import Right
from trainer_app.domain.courses.courses import Course
from trainer_app.domain.exchange.sending import (
    FileInspection,
    FileOutcome,
    FileResult,
    ImportEffect,
    ImportLine,
    ImportReport,
    MissingRange,
    Rehearsal,
)
from trainer_app.store.attendance import marks
from trainer_app.store.base import entry_history, upgrade
from trainer_app.store.base.database import Turn
from trainer_app.store.base.signals import told_to_others
from trainer_app.store.exchange import transfers
from trainer_app.store.exchange.receiving import ReceiveResult
from trainer_app.store.review.contradictions import (
    count_among,
    count_waiting_rows,
    imports_waiting,
)

REQUEST = "bundle.request"
"""The code with which a laptop's request to be enrolled is refused: it is no file to be taken in."""


class _Rehearsed(Exception):
    """Ends a rehearsal's transaction, so that nothing of it stays."""


def inspect(work: Workplace, path: Path, passphrase: str = "") -> FileInspection:
    """Return what a file says of itself, verified; nothing is taken in. Raises bundle.*."""
    data = read_file(path)
    trust, look = identity.trusted_keys(work), look_in_child(work)
    opened = inspect_bundle(data, _identities(work), trust, passphrase=passphrase, look=look)
    header = opened.header
    return FileInspection(
        file=path.name,
        kind=header.kind,
        office=header.office,
        device=header.device,
        replica=header.replica,
        first=header.first,
        last=header.last,
        entries=header.total,
        counts=header.counts,
        wall=header.wall,
        app=header.app,
        schema=header.schema,
    )


@guarded
def rehearse(
    work: Workplace, paths: Sequence[Path], passphrase: str = "", *, progress: Progress = no_progress
) -> Rehearsal:
    """Return what an import would do, in figures before and after; nothing stays of it.

    Files that were set aside are called by the names under which they came.
    """
    before, named = figures(work), {found.path: found.file for found in incoming.list_set_aside(work)}
    results: list[FileResult] = []
    taking = _Taking(work, passphrase, keep=False, settled=settled_courses(work))
    with suppress(_Rehearsed), work.journal.transaction(Turn.TRIAL):
        for index, path in enumerate(paths):
            name = named.get(path, path.name)
            results.append(_try(taking, path, name, _share_of(progress, index, len(paths))))
        after, open_now = figures(work), open_after(work, results)
        raise _Rehearsed
    effects = tuple(ImportEffect(code, before[code], after[code]) for code in before)
    report = ImportReport(tuple(results), frozenset(taking.touched), conflicts=open_now)
    return Rehearsal(report, effects)


@guarded
def import_files(
    work: Workplace, paths: Sequence[Path], *, passphrase: str = "", progress: Progress = no_progress
) -> ImportReport:
    """Take in files, each in one transaction: all of it or nothing. A refused file changes nothing.

    In any order, any number of times: the result is the same. Before the first that brings something, a
    snapshot is made; the encrypted originals are archived. Raises disk.full and its like for the snapshot.
    """
    return _import_all(work, [(path, path.name) for path in paths], passphrase, progress)


def _import_all(
    work: Workplace,
    files: Sequence[tuple[Path, str]],
    passphrase: str,
    progress: Progress,
    *,
    revoked: bool = False,
) -> ImportReport:
    """Take in files, each with the name under which it came."""
    before = losses.take_stock(work)
    taking = _Taking(work, passphrase, keep=True, revoked=revoked)
    results = []
    for index, (path, name) in enumerate(files):
        results.append(_try(taking, path, name, _share_of(progress, index, len(files))))
    archiving.note_order(work)
    told = losses.tell_news(before, losses.take_stock(work))
    touched, still_open = frozenset(taking.touched), open_after(work, results)
    return ImportReport(tuple(results), touched, told, conflicts=still_open)


@guarded
def undo_import(work: Workplace, number: int, progress: Progress = no_progress) -> ImportReport:
    """Take an import back: entries and contents that only it brought go, the file stays in the archive.

    Where it is stopped nothing is changed.

    Raises import.unknown, import.undone_already, and what `check_undoing` does.
    """
    check_undoing(work, number)
    return remove_import(work, number, progress)


def remove_import(work: Workplace, number: int, progress: Progress = no_progress) -> ImportReport:
    """Take an import out, whatever it brought: also that of an office which this laptop leaves again."""
    found = next((one for one in transfers.list_arrivals(work.database) if one.number == number), None)
    if found is None:
        raise TrainerError("import.unknown")
    if found.result == "undone":
        raise TrainerError("import.undone_already")
    take_snapshot(work, "before-undo-import")
    touched = entry_history.touched_by(work.database, number)
    before = count_waiting_rows(work.journal)
    with work.journal.transaction(Turn.ALONE):
        transfers.remove_arrival(work.database, number, marks.forget_source(work.database, number))
        travelling.forget_confirmed(work)
        upgrade.rebuild(work.journal, progress)
    archiving.note_order(work)
    return ImportReport((), touched, waiting=max(0, count_waiting_rows(work.journal) - before))


def find_import(work: Workplace, text: str) -> int:
    """Return the number of an import by its number, its bundle's id or its file's name."""
    for found in transfers.list_arrivals(work.database):
        if text in (str(found.number), found.bundle, found.file) and found.result != "undone":
            return found.number
    raise TrainerError("import.unknown")


def imports(work: Workplace) -> list[ImportLine]:
    """Return what was taken in, the newest first."""
    codes, signers = identity.known_replicas(work), identity.codes_by_key(work)
    waiting = imports_waiting(work.journal)
    return [
        ImportLine(
            number=found.number,
            file=found.file,
            bundle=found.bundle,
            device=signers.get(found.signer) or codes.get(found.replica, found.replica[:6]),
            carried=tuple(sorted(signers.get(key, key[:6]) for key in found.carried.split())),
            at=found.at,
            entries=found.entries,
            conflicts=found.conflicts,
            undone=found.result == "undone",
            waits=found.number in waiting,
        )
        for found in transfers.list_arrivals(work.database)
    ]


def gaps(work: Workplace) -> list[MissingRange]:
    """Return which changes of which laptops have not come; they never block anything."""
    codes = identity.known_replicas(work)
    return [
        MissingRange(codes.get(known.replica, known.replica[:6]), first, last)
        for known in transfers.replica_ranges(work.database)
        if not known.complete
        for first, last in entry_history.missing_ranges(work.database, known.replica)
    ]


@guarded
def discard_quarantined(work: Workplace, path: Path) -> None:
    """Stop proposing a file that was set aside; its bytes stay in the archive."""
    incoming.discard(work, path)


@guarded
def delete_quarantined(work: Workplace, path: Path) -> None:
    """Delete a file that was set aside, for good: no copy of it stays here."""
    incoming.delete(work, path)


@guarded
def retry_quarantined(
    work: Workplace, paths: Sequence[Path] = (), *, progress: Progress = no_progress
) -> ImportReport:
    """Import what was set aside (or only `paths` of it); what is taken in leaves quarantine.

    At the office, where it was chosen, also what a revoked laptop sent: the list says what of it counts, the
    rest are proposals.
    """
    waiting = [found for found in incoming.list_set_aside(work) if not paths or found.path in paths]
    if not waiting:
        return ImportReport(())
    files = [(found.path, found.file) for found in waiting]
    report = _import_all(work, files, "", progress, revoked=bool(paths) and work.role is Role.OFFICE)
    for found, result in zip(waiting, report.files, strict=True):
        if result.result in (FileOutcome.IMPORTED, FileOutcome.DUPLICATE):
            incoming.remove(found.path)
    return report


def look_in_child(work: Workplace, progress: Progress = no_progress) -> Look:
    """Return what takes the files of strangers apart."""
    return lambda archive: work.child.run(progress, read_envelope, archive)


@within_memory()
def read_file(path: Path) -> bytes:
    """Read the bytes of a file that came from another computer.

    Raises bundle.too_big, bundle.empty (what is left where copying was not finished), import.missing,
    import.is_folder, import.unreadable.
    """
    try:
        if path.stat().st_size > MAX_SEALED:
            raise TrainerError("bundle.too_big")
        data = path.read_bytes()
    except OSError as problem:
        raise TrainerError(_why_unread(path, problem), file=path.name) from problem
    if not data:
        raise TrainerError("bundle.empty", file=path.name)
    return data


def _why_unread(path: Path, problem: OSError) -> str:
    """Return the code for a file that could not be read; Windows calls a folder one that is not allowed."""
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        return "import.missing"
    return "import.is_folder" if path.is_dir() else "import.unreadable"


def _share_of(progress: Progress, place: int, count: int) -> Progress:
    """Return a listener for one file of several, which passes on the share of all of them."""

    def tell(code: str, fraction: float) -> None:
        progress(code, (place + fraction) / count)

    return tell


@dataclass
class _Taking:
    """What one call does with its files: takes them in, or only rehearses that (`keep` is False).

    `revoked` lets in files of laptops that were revoked, as far as the list says what of them counts;
    `settled` are the courses of which it is told what comes into them.
    """

    work: Workplace
    passphrase: str
    keep: bool
    revoked: bool = False
    touched: set[tuple[str, str]] = field(default_factory=set)
    copied: bool = False
    settled: Sequence[Course] = ()

    def copy_once(self) -> None:
        """Copy the database before the first file that may change it. Raises disk.full and its like."""
        if self.keep and not self.copied:
            if not (self.work.on_server and copied_today(self.work)):
                take_snapshot(self.work, "before-import")
            self.copied = True


def _try(taking: _Taking, path: Path, name: str, progress: Progress) -> FileResult:
    """Take one file in, or say why not."""
    data = b""
    try:
        data = read_file(path)
        looked = _look(taking, data, name, progress)
    except Cancelled:
        raise
    except TrainerError as refusal:
        return _refuse(taking, data, name, refusal)
    if isinstance(looked, FileResult):
        return looked
    # Not a refusal of this file: without a copy none is taken in.
    taking.copy_once()
    try:
        return _take(taking, looked, data, name, progress)
    except Cancelled:
        raise
    except TrainerError as refusal:
        return _refuse(taking, data, name, refusal)


def _refuse(taking: _Taking, data: bytes, name: str, refusal: TrainerError) -> FileResult:
    """Return why a file was not taken in, and what else can be done about it."""
    refusal = _own(taking.work, name, _asking(data, refusal))
    if refusal.code == "server.not_allowed" and not rights.may(taking.work, Right.DECIDE):
        # A head decided something on the road: the server lets a head alone write that.
        refusal = rights.refusal(Right.DECIDE)
    # Whole, signed by somebody we know, and not to be understood yet: it waits for the update.
    aside = refusal.code == "bundle.too_new"
    if aside and taking.keep:
        try:
            incoming.set_aside(taking.work, data, name, refusal)
        except TrainerError as problem:
            # A full disk refuses this file alone; those after it are looked at all the same.
            refusal, aside = problem, False
    old = taking.work.role is Role.OFFICE and refusal.code == "bundle.not_for_us"
    hint = Label("import.for_old_key") if old else None
    return FileResult(name, FileOutcome.REFUSED, refusal.code, refusal.values, aside=aside, hint=hint)


def _own(work: Workplace, name: str, refusal: TrainerError) -> TrainerError:
    """Say of a file that was written here for a laptop whose it is: there is no other sender to be asked."""
    if refusal.code != "bundle.not_for_us":
        return refusal
    for departure in reversed(transfers.list_departures(work.database)):
        if departure.target and Path(departure.file).name == Path(name).name:
            return TrainerError("import.own_file", code=departure.target)
    return refusal


def _asking(data: bytes, refusal: TrainerError) -> TrainerError:
    """Say of a laptop's request what it is and where it belongs, instead of that it brings nothing."""
    if refusal.code != "bundle.not_a_bundle":
        return refusal
    for read, code in ((read_request, REQUEST), (recovery_request.read_request, "bundle.recovery_request")):
        with suppress(TrainerError):
            read(data)
            return TrainerError(code)
    return refusal


@within_memory()
def _look(taking: _Taking, data: bytes, name: str, progress: Progress) -> FileResult | Bundle:
    """Read a file; return its result if there is nothing to be taken in."""
    work = taking.work
    progress("bundle.opening", 0.0)
    known = identity.trusted_keys(work)
    try:
        look = look_in_child(work, progress)
        opened = open_bundle(
            data,
            _identities(work),
            known,
            passphrase=taking.passphrase,
            accept_revoked=taking.revoked,
            look=look,
        )
        if opened.signer.revoked_on and opened.signer.counts is None:
            raise RevokedDevice(opened.signer)
    except (UnknownDevice, RevokedDevice) as refusal:
        if taking.keep:
            incoming.set_aside(work, data, name, refusal)
        return FileResult(name, FileOutcome.QUARANTINED, refusal.code, refusal.values)
    if opened.header.kind == "pack" and work.role is Role.OFFICE:
        raise TrainerError("import.pack_at_office")
    opened.check_addressee(identity.device_keys(work).key_id)
    if brings_nothing(work, opened) and not clearing.is_pending(work):
        if taking.keep:
            with work.journal.transaction():
                note_repeated(work, opened)
                archiving.keep(work, data)
        return FileResult(name, FileOutcome.DUPLICATE)
    return interpret(opened, known, progress)


@within_memory()
def _take(taking: _Taking, bundle: Bundle, data: bytes, name: str, progress: Progress) -> FileResult:
    """Put a file's content into the database, all of it in one transaction, and do what follows from it."""
    work, keep, before = taking.work, taking.keep, taking.work.journal.replica
    desk = work.user or work.device_code
    with (
        told_to_others(work.database, desk, name, progress) if keep else nullcontext(progress) as tell,
        work.journal.transaction(Turn.BESIDE),
    ):
        received = take_bundle(work, bundle, data, name, tell)
        brought, arrival = received.new + received.blobs, transfers.list_arrivals(work.database)[0].number
        settled = into_settled(work, arrival, taking.settled)
        if not brought:
            forget_empty(work)
        elif keep:
            losses.note(work, arrival)
        if keep:
            # Within the transaction: a file that cannot be archived is refused and leaves nothing.
            clearing.keep_original(work, data, received)
            received.touched.update(take_beside(work, bundle))
    if keep:
        settle_arrival(work, bundle, received)
    if work.journal.replica != before:
        keep_serials_apart(work)
    taking.touched.update(received.touched)
    # A laptop learns that it has a double; an office, which of its laptops has one.
    own = bool(received.forks) and (work.journal.replica != before or before in received.forks)
    other = {} if own or not received.forks else {"device": _who_forked(work, received.forks)}
    return FileResult(
        name,
        FileOutcome.IMPORTED if brought else FileOutcome.DUPLICATE,
        "import.fork" if own else "import.fork_of" if other else "",
        other,
        new_entries=received.new,
        conflicts=count_among(work.journal, received.touched),
        step=arrival if brought else None,
        new_scans=received.blobs,
        newer=received.newer,
        hint=_hint(received),
        carried=tuple(sorted({one.signer.code for one in bundle.carried})),
        passed_over=bundle.passed_over,
        clock=_clock(work, bundle) if work.role is Role.OFFICE else None,
        settled=settled,
    )


def _clock(work: Workplace, bundle: Bundle) -> Label | None:
    """Return what is odd about the clock of the laptop that wrote a file."""
    days = sync_status.file_clock(work, bundle.header.replica)
    if not days:
        return None
    values = {"device": bundle.signer.code, "days": abs(days)}
    return Label("import.clock_ahead" if days > 0 else "import.clock_behind", values)


def _hint(received: ReceiveResult) -> Label | None:
    """Return what else is to be said of a file: what of it could not stay."""
    if received.strange:
        return Label("import.strange_contents", {"count": received.strange})
    if received.upheld:
        return Label("erasing.left_out.entries", {"count": received.upheld})
    return Label("import.stays_undone", {"count": received.undone}) if received.undone else None


def _who_forked(work: Workplace, forks: Collection[str]) -> str:
    codes = identity.known_replicas(work)
    return ", ".join(sorted({codes.get(replica, replica[:6]) for replica in forks}))


def _identities(work: Workplace) -> list[str]:
    own = [identity.device_keys(work).identity]
    if work.role is Role.OFFICE and identity.has_office(work):
        own.append(identity.office_keys(work).identity)
    return own
