"""A damaged database: what can be read is saved, what is missing is named, nothing is invented."""

import random
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.actions.scans import noise
from tests.kit import writing
from tests.kit.samples import PASSPHRASE
from tests.kit.world import Story, set_up
from tests.kit.writing import Room, write_course
from trainer_app.actions.attendance import attachments, attendance
from trainer_app.actions.base import identity, sync_status, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses, projects
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import backups, office, rebuilding
from trainer_app.bundle.backup_file import PAGE, PageReader
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.attendance.sheets import AttachmentKind
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import new_key
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, ProjectDraft
from trainer_app.domain.evaluations.forms import AnonymousPaper, Occasion
from trainer_app.store.evaluations.papers import list_drafts, put_draft
from trainer_app.store.exchange import transfers
from trainer_app.store.office import erasing
from trainer_app.store.office.erasing import rows_of_courses
from trainer_app.store.office.salvaging import Pages
from trainer_app.system import folders
from trainer_app.system.clock import FixedClock
from trainer_app.system.folders import WorkplaceState

SHEET = "DSH-1017-DSH1"


def fill(work: Workplace, room: Room) -> None:
    for session in room.sessions:
        attendance.mark_rest(work, session)
    for enrolment in room.enrolments:
        scores.set_score(work, enrolment, Occasion.POST, 1500, 2000)
    certificates.issue(work, room.course)


def damage(path: Path, pages: list[int]) -> None:
    data = bytearray(path.read_bytes())
    for page in pages:
        data[(page - 1) * PAGE + 700 : (page - 1) * PAGE + 740] = b"\xee" * 40
    path.write_bytes(data)


def pages_of(work: Workplace) -> Pages:
    return Pages(work.folder.database, PageReader(work.key).open)


def journal_pages(work: Workplace) -> list[int]:
    """Return the leaves that hold entries."""
    pages = pages_of(work)
    tree: Callable[[int], bytes | None] = pages.read
    found = []
    for number in range(2, pages.count + 1):
        page = tree(number)
        if page and page[0] == 0x0D and b'"t":[' in page:
            found.append(number)
    return found


def test_every_page_is_read_as_the_cipher_reads_it(trainer: Workplace, room: Room) -> None:
    fill(trainer, room)
    trainer.database.empty_log()
    pages = pages_of(trainer)
    found = {
        row_id: row[2]
        for row_id, row in pages.rows()
        if len(row) == 3 and isinstance(row[2], bytes) and row[0] is None
    }
    there = dict(trainer.database.select("SELECT id, tail FROM journal"))
    assert there.items() <= found.items()
    assert len(there) > 60
    assert pages.found.damaged == 0


@pytest.mark.parametrize("which", ["first", "tree", "every table"])
def test_nothing_is_missing_when_the_journal_s_leaves_are_whole(
    trainer: Workplace, room: Room, clock: FixedClock, which: str
) -> None:
    fill(trainer, room)
    digest, key = sync_status.check(trainer).digest, trainer.key
    keys = identity.device_keys(trainer).signing_key
    serials = {one.serial for one in certificates.register(trainer)}
    leaves = set(journal_pages(trainer))
    trainer.close()
    file = trainer.folder.database
    count = file.stat().st_size // PAGE
    inner = [number for number in range(2, count + 1) if number not in leaves]
    kept = {number for number in inner if _is_needed(trainer, number)}
    lost = {"first": [1], "tree": [1, *inner[:6]], "every table": [1, *inner]}[which]
    damage(file, [number for number in lost if number not in kept])
    before = file.read_bytes()
    with pytest.raises(TrainerError, match=r"database\.damaged"):
        workplace.open_workplace(trainer.folder, PASSPHRASE, clock=clock)
    work, told = rebuilding.salvage(trainer.folder, key, clock=clock)
    assert told.damaged_pages > 0
    assert told.missing == ()
    assert told.unknown == 0
    assert told.aside is not None
    assert (told.aside / "trainer.db").read_bytes() == before
    assert sync_status.check(work).digest == digest
    assert sync_status.check(work).ok
    assert identity.device_keys(work).signing_key == keys
    assert {one.serial for one in certificates.register(work)} == serials
    assert not work.took_new_replica
    work.close()


def _is_needed(work: Workplace, number: int) -> bool:
    """Tell whether a page holds what no other tells: the keys, whose the journal is, long lines' ends."""
    page = pages_of(work).read(number) or b""
    return b"signing" in page or work.journal.replica.encode() in page or page[0] not in (2, 5, 10, 13)


def test_lost_entries_are_named_and_come_back_from_a_copy(
    trainer: Workplace, room: Room, clock: FixedClock
) -> None:
    fill(trainer, room)
    key, total = trainer.key, trainer.journal.number
    digest = sync_status.check(trainer).digest
    trainer.database.empty_log()
    leaves = journal_pages(trainer)
    assert len(leaves) >= 3
    trainer.close()
    whole = trainer.folder.root.with_name("whole")
    shutil.copytree(trainer.folder.root, whole)
    damage(trainer.folder.database, [leaves[1]])
    work, told = rebuilding.salvage(trainer.folder, key, clock=clock)
    assert 0 < told.missing_count < total
    assert told.entries + told.missing_count == total
    assert sync_status.check(work).ok
    work.close()
    # The same with a copy of before.
    shutil.rmtree(trainer.folder.root)
    shutil.copytree(whole, trainer.folder.root)
    again = workplace.open_workplace(trainer.folder, PASSPHRASE, clock=clock)
    backups.create_backup(again)
    again.close()
    damage(trainer.folder.database, [leaves[1], 1])
    work, told = rebuilding.salvage(trainer.folder, key, clock=clock)
    assert told.from_copies > 0
    assert told.missing == ()
    assert sync_status.check(work).digest == digest
    work.close()


def test_the_end_that_is_gone_is_known_from_the_note_outside_the_folder(
    trainer: Workplace, room: Room, clock: FixedClock
) -> None:
    copy = backups.create_backup(trainer)
    key, before = trainer.key, trainer.journal.number
    fill(trainer, room)
    total = trainer.journal.number
    trainer.close()
    trainer.folder.database.write_bytes(b"")
    work, told = rebuilding.salvage(trainer.folder, key, clock=clock)
    assert copy.path.exists()
    assert told.entries == 0
    assert told.from_copies == before
    assert told.missing_count == total - before
    assert work.took_new_replica, "numbers that were given are not given again"
    assert workplace.serials_after(work) > 0, "certificates that are forgotten keep their serials"
    work.close()


def test_a_database_that_is_gone_is_made_of_the_copies(
    trainer: Workplace, room: Room, clock: FixedClock
) -> None:
    fill(trainer, room)
    digest = sync_status.check(trainer).digest
    backups.create_backup(trainer)
    trainer.close()
    trainer.folder.database.unlink()
    assert folders.state_of(trainer.folder) is WorkplaceState.BROKEN
    key = rebuilding.key_of(trainer.folder, PASSPHRASE)
    work, told = rebuilding.salvage(trainer.folder, key, clock=clock)
    assert told.missing == ()
    assert sync_status.check(work).digest == digest
    work.close()


def test_nothing_at_all_is_never_an_empty_database(trainer: Workplace, room: Room, clock: FixedClock) -> None:
    trainer.close()
    data = random.Random(4).randbytes(20 * PAGE)
    trainer.folder.database.write_bytes(data)
    with pytest.raises(TrainerError, match=r"salvage\.nothing"):
        rebuilding.salvage(trainer.folder, trainer.key, clock=clock)
    assert trainer.folder.database.read_bytes() == data
    assert not list(trainer.folder.database.parent.glob("*.salvaged*"))


def test_what_the_log_holds_after_a_crash_is_read_too(
    trainer: Workplace, room: Room, clock: FixedClock, tmp_path: Path
) -> None:
    trainer.database.empty_log()
    fill(trainer, room)
    digest = sync_status.digest(trainer)
    crashed = tmp_path / "crashed"
    shutil.copytree(trainer.folder.root, crashed)
    expected = sync_status.check(trainer).digest
    assert digest == expected
    assert (crashed / "database" / "trainer.db-wal").stat().st_size > 0
    trainer.close()
    shutil.rmtree(trainer.folder.root)
    shutil.copytree(crashed, trainer.folder.root)
    damage(trainer.folder.database, [1])
    work, told = rebuilding.salvage(trainer.folder, trainer.key, clock=clock)
    assert told.missing == ()
    assert sync_status.check(work).digest == expected
    work.close()


def test_contents_and_waiting_sheets_survive(
    trainer: Workplace, room: Room, clock: FixedClock, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.png"
    noise(scan, 60_000)
    picture = scan.read_bytes()
    attachments.attach(trainer, scan, kind=AttachmentKind.SHEET, course=room.course, sheet=SHEET)
    put_draft(
        trainer.database,
        AnonymousPaper(new_key(), room.course, "f", Occasion.END, "2018-10-17", ("a",)),
    )
    trainer.close()
    damage(trainer.folder.database, [1])
    work, _ = rebuilding.salvage(trainer.folder, trainer.key, clock=clock)
    assert sync_status.check(work).ok
    (one,) = attachments.list_attachments(work, course=room.course)
    assert attachments.read_content(work, one.sha256) == picture
    assert len(list_drafts(work.database)) == 1
    work.close()


def test_an_office_reads_lost_entries_again_from_the_files_it_took_in(
    joined: Workplace, bureau: Workplace, stick: Path, clock: FixedClock
) -> None:
    room = write_course(joined)
    fill(joined, room)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    digest = sync_status.check(bureau).digest
    for snapshot in backups.list_backups(bureau.folder):
        snapshot.path.unlink()
    bureau.database.empty_log()
    leaves = journal_pages(bureau)
    bureau.close()
    damage(bureau.folder.database, [leaves[len(leaves) // 2], leaves[-1]])
    work, told = rebuilding.salvage(bureau.folder, bureau.key, clock=clock)
    assert told.from_files > 0
    assert sync_status.check(work).ok
    own = [one for one in told.missing if one.who != "K7"]
    if not own:
        assert sync_status.check(work).digest == digest
    assert [one for one in told.missing if one.who == "K7"] == []
    pack = packs.export_pack(work, "K7", stick).file
    importing.import_files(joined, [pack])
    work.close()


def test_what_a_laptop_never_had_of_others_is_not_called_missing(
    joined: Workplace, bureau: Workplace, stick: Path, clock: FixedClock, story: Story
) -> None:
    """A pack is about some courses: what it passes over of another laptop's changes was never here."""
    room = write_course(joined)
    fill(joined, room)
    draft = CourseDraft("KHJ-2", Texts(en="Second"), date(2018, 11, 1), date(2018, 11, 2))
    second = courses.create_course(joined, draft).key or ""
    importing.import_files(bureau, [sending.export(joined, stick).file])
    other = set_up(story, "other")
    asked, _ = office.request(other, stick / "K8.treq")
    writing.join(other, writing.enrolled(bureau, asked, "K8", stick).pack.file)
    importing.import_files(other, [packs.export_pack(bureau, "K8", stick, courses=[second]).file])
    assert any(not known.complete for known in transfers.replica_ranges(other.database)), "it has gaps"
    total = other.journal.number
    other.close()
    damage(other.folder.database, [1])
    work, told = rebuilding.salvage(other.folder, other.key, clock=clock)
    assert told.damaged_pages == 1
    assert [one for one in told.missing if one.who != "K8"] == []
    assert told.missing_count <= total
    work.close()


def test_an_office_names_what_it_had_of_a_laptop_once_its_file_is_gone_too(
    joined: Workplace, bureau: Workplace, stick: Path, clock: FixedClock
) -> None:
    room = write_course(joined)
    fill(joined, room)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    total = joined.journal.number
    for snapshot in backups.list_backups(bureau.folder):
        snapshot.path.unlink()
    for file in bureau.folder.archive.glob("*.tsync"):
        file.unlink()
    bureau.database.empty_log()
    leaves = journal_pages(bureau)
    bureau.close()
    damage(bureau.folder.database, leaves[-2:])
    work, told = rebuilding.salvage(bureau.folder, bureau.key, clock=clock)
    (here,) = (
        one for one in transfers.replica_ranges(work.database) if one.replica == joined.journal.replica
    )
    gone = [one for one in told.missing if one.who == "K7"]
    assert gone, "its end too, which no later number shows"
    assert here.count + sum(one.count for one in gone) == total
    work.close()


def test_random_damage_never_yields_a_wrong_row(trainer: Workplace, room: Room, clock: FixedClock) -> None:
    fill(trainer, room)
    trainer.database.empty_log()
    lines = set(trainer.database.select("SELECT id, line FROM entry"))
    trainer.close()
    data, note = trainer.folder.database.read_bytes(), trainer.folder.sidecar.read_bytes()
    chance = random.Random(20)
    salvaged = 0
    for _ in range(12):
        trainer.folder.sidecar.write_bytes(note)
        changed = bytearray(data)
        cuts = chance.choice((1, 5, 40))
        for _ in range(cuts):
            at = chance.randrange(len(changed))
            changed[at : at + chance.choice((1, 300, 9000))] = b""
            changed[at:at] = chance.randbytes(len(data) - len(changed))
        trainer.folder.database.write_bytes(changed)
        try:
            work, told = rebuilding.salvage(trainer.folder, trainer.key, clock=clock)
        except TrainerError as refusal:
            # So small a journal lies in few pages: several cuts may hit each of them, one never does.
            if refusal.code != "salvage.nothing" or cuts == 1:
                raise
            continue
        salvaged += 1
        found = set(work.database.select("SELECT id, line FROM entry"))
        assert found <= lines
        assert sync_status.check(work).ok
        assert told.missing_count >= len(lines) - len(found) - told.unknown
        work.close()
        shutil.rmtree(trainer.folder.set_aside)
    assert salvaged >= 6


def test_tables_that_differ_are_made_anew_from_the_journal(trainer: Workplace, room: Room) -> None:
    fill(trainer, room)
    digest = sync_status.check(trainer).digest
    with trainer.database.write():
        trainer.database.run("DELETE FROM attendance WHERE id % 2 = 0")
        trainer.database.run("UPDATE person SET name = 'X'") if _has_name(trainer) else None
    assert not sync_status.check(trainer).ok
    found = rebuilding.repair(trainer)
    assert found.ok
    assert found.digest == digest
    assert backups.list_backups(trainer.folder)[0].why == "before-repair"


def _has_name(work: Workplace) -> bool:
    return any(row[1] == "name" for row in work.database.select("PRAGMA table_info(person)"))


def test_marks_go_on_after_a_salvage_and_the_office_counts_nothing_twice(
    joined: Workplace, bureau: Workplace, stick: Path, clock: FixedClock
) -> None:
    room = write_course(joined)
    fill(joined, room)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    joined.database.empty_log()
    leaves = journal_pages(joined)
    joined.close()
    damage(joined.folder.database, leaves[-2:])
    work, _ = rebuilding.salvage(joined.folder, joined.key, clock=clock)
    attendance.mark(work, room.enrolments[0], room.sessions[0], Mark.EXCUSED)
    importing.import_files(work, [packs.export_pack(bureau, "K7", stick).file])
    importing.import_files(bureau, [sending.export(work, stick).file])
    importing.import_files(work, [packs.export_pack(bureau, "K7", stick).file])
    assert sync_status.check(work).digest == sync_status.check(bureau).digest
    assert len(attendance.grid(bureau, room.course).rows) == 3
    assert len(certificates.register(bureau)) == 3
    work.close()


def test_what_the_laptop_let_go_of_is_never_taken_for_erased(
    joined: Workplace, bureau: Workplace, stick: Path, clock: FixedClock
) -> None:
    room = write_course(joined)
    fill(joined, room)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    whole = sync_status.check(bureau).digest
    rows = rows_of_courses(joined.database, [room.course])
    with joined.journal.transaction():
        assert erasing.drop_rows(joined.journal, rows, Label("dropping.step.left"), clock.millis()) > 20
    dropped = joined.database.select("SELECT id FROM dropped ORDER BY id")
    joined.close()
    damage(joined.folder.database, [1])
    work, told = rebuilding.salvage(joined.folder, joined.key, clock=clock)
    assert told.missing == ()
    assert work.database.select("SELECT id FROM dropped ORDER BY id") == dropped
    projects.create_project(work, ProjectDraft("NEW", Texts(en="New")))
    importing.import_files(bureau, [sending.export(work, stick).file])
    assert len(attendance.grid(bureau, room.course).rows) == 3
    assert sync_status.check(bureau).digest != whole, "the new project came"
    assert len(certificates.register(bureau)) == 3
    work.close()
