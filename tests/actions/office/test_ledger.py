"""The ledger outside the database: who was erased comes back by no older copy, file or archive."""

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.actions.office.test_erasing import found_in
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.world import STICK, Story, computer, set_up
from tests.kit.writing import Room, enrolled, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity, sync_status, workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.exchange import archiving, clearing, erased, importing, ledger, packs, sending
from trainer_app.actions.office import backups, erasing, office, rebuilding, setting_up_again
from trainer_app.actions.office.backups import Opening
from trainer_app.actions.office.setting_up_again import NewOfficeComputer
from trainer_app.actions.people import people
from trainer_app.bundle import sealing
from trainer_app.bundle.backup_file import BackupFile
from trainer_app.bundle.erasing import ErasedRows, read_ledger, seal_key, write_ledger, write_line
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.reader import unseal_archive
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.exchange.laptops import (
    ERASING_PENDING,
    LEDGER_KEY,
    LEDGER_LINES,
    LEDGER_SEEN,
    RECEIPTS,
)
from trainer_app.domain.exchange.sending import OfficeSetUp
from trainer_app.domain.office.backups import LedgerTrouble, LeftOut
from trainer_app.store.exchange.transfers import all_lines
from trainer_app.system.clock import FixedClock
from trainer_app.system.folders import DataFolder

NAME = "Некрӯз"
REASON = "asked in writing"
REMARK = "Хонаи Раҳимов"


@dataclass
class Told:
    """An office with a course, a backup and an archive of before, and then one person erased."""

    work: Workplace
    paper: OfficeSetUp
    room: Room
    person: str
    backup: Path
    archive: Path
    disk: Path

    @property
    def folder(self) -> DataFolder:
        return self.work.folder


def tell(story: Story) -> None:
    """Set up the office, write the course, save and copy, erase, and copy the archive anew."""
    work = set_up(story, "office", "M. Saidova", Role.OFFICE)
    paper = office.init(work, Texts(tg="Идора", en="Office"), "DSH")
    story.room = room = write_course(work)
    person = next(each.key for each in people.search(work, NAME))
    enrolment = next(
        each.enrolment.key
        for each in enrolments.list_enrolments(work, room.course)
        if each.person.key == person
    )
    attendance.mark_rest(work, room.sessions[0])
    attendance.set_remark(work, enrolment, room.sessions[0], REMARK)
    disk = story.folder / "disk"
    disk.mkdir()
    backup = backups.save_backup(work, story.stick).file
    shutil.copytree(archiving.copy_archive(work, disk).folder, story.folder / "older-archive")
    erasing.erase_person(work, person, REASON, "K-17")
    shutil.rmtree(disk / "DSH-archive")
    archiving.copy_archive(work, disk)
    story.notes["told"] = (paper, person, backup.name)


@pytest.fixture
def begins(request: pytest.FixtureRequest) -> Sequence[Callable[[Story], None]]:
    return (tell,) if "told" in request.fixturenames else ()


@pytest.fixture
def told(story: Story) -> Told:
    paper, person, backup = story.notes["told"]
    folder = story.folder
    assert story.room is not None
    return Told(
        story.works["office"],
        paper,
        story.room,
        person,
        story.stick / backup,
        folder / "older-archive",
        folder / "disk",
    )


def words_of(work: Workplace) -> bytes:
    return b"".join(line for _, line in all_lines(work.database))


def assert_gone(work: Workplace, told: Told, stick: Path, code: str = "L9") -> None:
    """Nothing of the person is shown, kept or sent; that they were erased is."""
    assert found_in(words_of(work)) == []
    assert people.search(work, NAME) == []
    assert people.get_person(work, told.person).erased
    (record,) = erasing.list_erasures(work)
    assert (record.reason, record.reference, record.by) == (REASON, "K-17", "M. Saidova")
    assert sync_status.check(work).problems == ()
    laptop = computer(stick / "laptop", "K", clock=work.clock)
    asked, _ = office.request(laptop, stick / "L.treq")
    pack = enrolled(work, asked, code, stick, [told.room.course]).pack.file
    own = [identity.device_keys(laptop).identity]
    opened = unseal_archive(pack.read_bytes(), own)
    assert found_in(b"".join(opened.read(name) for name in opened.names)) == []
    laptop.close()


def spoil(folder: DataFolder) -> None:
    for path in folder.database.parent.glob("trainer.db*"):
        path.write_bytes(b"\0" * 8192)


def into_the_damaged_folder(told: Told, tmp_path: Path) -> Workplace:
    told.work.close()
    spoil(told.folder)
    return backups.restore_file(told.folder, told.backup, Opening(PASSPHRASE), clock=told.work.clock)


def beside_a_newer_backup(told: Told, tmp_path: Path) -> Workplace:
    newer = backups.save_backup(told.work, tmp_path / STICK).file
    assert BackupFile(newer).ledger
    told.work.close()
    shutil.rmtree(told.folder.root)
    folder = DataFolder(tmp_path / "new computer")
    return backups.restore_file(folder, told.backup, Opening(PASSPHRASE), clock=told.work.clock)


def with_an_archive_elsewhere(told: Told, tmp_path: Path) -> Workplace:
    told.work.close()
    shutil.rmtree(told.folder.root)
    folder = DataFolder(tmp_path / "new computer")
    return backups.restore_file(
        folder, told.backup, Opening(PASSPHRASE), clock=told.work.clock, ledgers=[told.disk]
    )


def with_the_paper_key(told: Told, tmp_path: Path) -> Workplace:
    told.work.close()
    spoil(told.folder)
    opening = Opening(paper_key=told.paper.recovery_key, new_passphrase=PASSPHRASE)
    return backups.restore_file(told.folder, told.backup, opening, clock=told.work.clock, cost=CHEAP)


def over_a_working_folder(told: Told, tmp_path: Path) -> Workplace:
    carried = backups.bring_here(told.work, told.backup)
    backups.restore_backup(told.work, carried)
    work = workplace.open_workplace(told.folder, PASSPHRASE, clock=told.work.clock)
    work.left_out = told.work.take_left_out()
    return work


def salvaged(told: Told, tmp_path: Path) -> Workplace:
    """Salvage where the only whole copy is one that came on a stick."""
    told.work.database.empty_log()
    key = told.work.key
    backups.bring_here(told.work, told.backup)
    told.work.close()
    for path in told.folder.snapshots.glob("after-erasing*"):
        path.unlink()
    spoil(told.folder)
    work, _ = rebuilding.salvage(told.folder, key, clock=told.work.clock)
    return work


def rebuilt_from_an_older_archive(told: Told, tmp_path: Path) -> Workplace:
    rebuilding.rebuild(told.work, told.archive, keep=True)
    rebuilding.put_in_place(told.work)
    return told.work


WAYS: list[Callable[[Told, Path], Workplace]] = [
    into_the_damaged_folder,
    beside_a_newer_backup,
    with_an_archive_elsewhere,
    with_the_paper_key,
    over_a_working_folder,
    salvaged,
    rebuilt_from_an_older_archive,
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_who_was_erased_comes_back_by_no_way(
    told: Told, tmp_path: Path, stick: Path, way: Callable[[Told, Path], Workplace]
) -> None:
    """H6: an older backup, copy or archive brings nobody back, and says that somebody was left out."""
    work = way(told, tmp_path)
    assert (work.left_out.people, work.left_out.day) == (1, work.today())
    assert not work.left_out.troubles
    assert_gone(work, told, stick)
    work.close()
    again = workplace.open_workplace(work.folder, PASSPHRASE, clock=work.clock)
    erased.resume(again)
    assert not clearing.is_pending(again)
    assert not again.left_out
    assert_gone(again, told, tmp_path / "another", "L8")
    again.close()


def test_an_office_that_begins_again_learns_it_from_the_archive(
    told: Told, tmp_path: Path, stick: Path
) -> None:
    """H6: old files hold the full lines; the archive's ledger has its key sealed for the paper."""
    told.work.close()
    shutil.rmtree(told.folder.root)
    places = (told.archive, told.disk)
    beginning = NewOfficeComputer(
        DataFolder(tmp_path / "new office"),
        PASSPHRASE,
        "M. Saidova",
        told.paper.recovery_key,
        told.paper.standby_key,
        places,
        told.work.clock,
        CHEAP,
    )
    work, _ = setting_up_again.set_up_again(beginning)
    assert_gone(work, told, stick)
    assert work.left_out.entries > 0
    assert (work.folder.ledger.exists(), ledger.has_changed(work)) == (True, False)
    work.close()
    # The lost computer's backup has the ledger's key too.
    folder = DataFolder(tmp_path / "third")
    ways = Opening(PASSPHRASE)
    old = backups.restore_file(folder, told.backup, ways, clock=work.clock, ledgers=[work.folder.ledger])
    assert found_in(words_of(old)) == []
    old.close()


def test_where_no_ledger_is_left_the_next_pack_brings_the_erasure(
    joined: Workplace, bureau: Workplace, stick: Path, tmp_path: Path
) -> None:
    """Not promised: a laptop's backup on a computer that has neither its folder nor an archive."""
    room = write_course(joined)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick, courses=[room.course]).file])
    backup = backups.save_backup(joined, stick).file
    person = people.search(bureau, NAME)[0].key
    erasing.erase_person(bureau, person, REASON)
    folder = DataFolder(tmp_path / "another computer")
    work = backups.restore_file(folder, backup, Opening(PASSPHRASE), clock=joined.clock)
    assert people.search(work, NAME)
    importing.import_files(work, [packs.export_pack(bureau, "K7", stick, courses=[room.course]).file])
    assert (people.search(work, NAME), found_in(words_of(work))) == ([], [])
    assert work.folder.ledger.exists()
    work.close()


def test_a_laptop_remembers_what_its_office_erased(
    joined: Workplace, bureau: Workplace, stick: Path, tmp_path: Path
) -> None:
    """H6 on a laptop: no older backup of its own and no older file of the office brings it back."""
    room = write_course(joined)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    old = packs.export_pack(bureau, "K7", stick, courses=[room.course]).file
    importing.import_files(joined, [old])
    backup = backups.save_backup(joined, stick).file
    person = people.search(bureau, NAME)[0].key
    erasing.erase_person(bureau, person, REASON)
    pack = packs.export_pack(bureau, "K7", stick, courses=[room.course]).file
    importing.import_files(joined, [pack])
    assert ledger.lines(joined)[0].rows.people == (person,)
    number = joined.journal.number
    joined.close()
    spoil(joined.folder)
    work = backups.restore_file(joined.folder, backup, Opening(PASSPHRASE), clock=joined.clock)
    assert work.left_out.people == 1
    assert (people.search(work, NAME), found_in(words_of(work))) == ([], [])
    # It says nothing in the office's place, and its next file brings nobody back there either.
    assert number > 0
    assert work.journal.number == 0
    importing.import_files(work, [old])
    assert (people.search(work, NAME), found_in(words_of(work))) == ([], [])
    importing.import_files(bureau, [sending.export(work, stick, everything=True).file])
    assert (people.search(bureau, NAME), found_in(words_of(bureau))) == ([], [])
    importing.import_files(work, [packs.export_pack(bureau, "K7", stick, courses=[room.course]).file])
    assert people.get_person(work, person).erased
    assert sync_status.check(work).problems == ()
    work.close()


def test_an_older_pack_after_an_older_backup_is_taken_in_without_who_was_erased(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    """The laptop's backup is from before the course: it writes nothing in the office's place."""
    backup = backups.save_backup(joined, stick).file
    room = write_course(bureau)
    old = packs.export_pack(bureau, "K7", stick, courses=[room.course]).file
    importing.import_files(joined, [old])
    erasing.erase_person(bureau, people.search(bureau, NAME)[0].key, REASON)
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick, courses=[room.course]).file])
    joined.close()
    joined.folder.database.unlink()
    work = backups.restore_file(joined.folder, backup, Opening(PASSPHRASE), clock=joined.clock)
    importing.import_files(work, [old])
    assert (people.search(work, NAME), found_in(words_of(work))) == ([], [])
    assert work.journal.number == 0
    assert len(enrolments.list_enrolments(work, room.course)) == 2
    importing.import_files(work, [packs.export_pack(bureau, "K7", stick, courses=[room.course]).file])
    assert len(enrolments.list_enrolments(work, room.course)) == 3
    assert not (work.folder.archive / archiving.archive_name(old.read_bytes())).exists()
    work.close()


def test_an_older_file_after_an_older_backup_finds_nobody_to_write_to(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    """The office's backup is from before the course came at all: each file of it is upheld when it comes."""
    backup = backups.save_backup(bureau, stick).file
    room = write_course(joined)
    file = sending.export(joined, stick).file
    importing.import_files(bureau, [file])
    person = people.search(bureau, NAME)[0].key
    erasing.erase_person(bureau, person, REASON)
    bureau.close()
    spoil(bureau.folder)
    work = backups.restore_file(bureau.folder, backup, Opening(PASSPHRASE), clock=bureau.clock)
    assert not work.left_out.people
    (record,) = erasing.list_erasures(work)
    assert record.reason == REASON
    importing.import_files(work, [file])
    assert found_in(words_of(work)) == []
    assert people.get_person(work, person).erased
    assert len(enrolments.list_enrolments(work, room.course)) == 3
    importing.undo_import(work, importing.imports(work)[0].number)
    importing.import_files(work, [file])
    assert found_in(words_of(work)) == []
    work.close()


def test_names_of_a_course_that_was_erased_stay_away(told: Told, clock: FixedClock) -> None:
    clock.advance(minutes=40 * 24 * 60)
    backup = backups.save_backup(told.work, told.disk).file
    erasing.purge(told.work, [told.room.course], "its time has come")
    told.work.close()
    spoil(told.folder)
    work = backups.restore_file(told.folder, backup, Opening(PASSPHRASE), clock=clock)
    assert (work.left_out.courses, work.left_out.day) == (1, work.today())
    assert [each.kind for each in erasing.list_erasures(work)] == ["courses", "person"]
    assert all(each.person.erased for each in enrolments.list_enrolments(work, told.room.course))
    work.close()


def test_the_ledger_tells_a_thief_nothing(told: Told) -> None:
    data = told.folder.ledger.read_bytes()
    assert data == (told.folder.archive / "erased.ledger").read_bytes()
    assert data == (told.disk / "DSH-archive" / "erased.ledger").read_bytes()
    key = told.work.store.setting(LEDGER_KEY)
    secrets = [
        told.person.encode(),
        told.room.course.encode(),
        REASON.encode(),
        b"Saidova",
        key,
        key.hex().encode(),
    ]
    assert [secret for secret in secrets if secret in data] == []
    with pytest.raises(TrainerError, match="not_for_us"):
        sealing.unseal(read_ledger(data, []).sealed, [sealing.new_identity()])


# -- when something goes wrong ---------------------------------------------------------------------------


def killed(told: Told, at: str) -> Workplace:
    """Erase another person in a process that ends at once at some call; open what it leaves."""
    other = next(each.key for each in people.search(told.work, "") if not each.erased)
    told.work.close()
    child = os.fork()
    if not child:
        work = workplace.open_workplace(told.folder, PASSPHRASE, clock=told.work.clock)
        real = getattr(ledger, at)

        def end(*values: object) -> None:
            if at == "add":
                real(*values)
            os._exit(9)

        setattr(ledger, at, end)
        erasing.erase_person(work, other, "asked as well")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    work = workplace.open_workplace(told.folder, PASSPHRASE, clock=told.work.clock)
    assert people.get_person(work, other).erased is (at == "publish")
    erased.resume(work)
    assert people.get_person(work, other).erased
    assert sorted(each.reason for each in erasing.list_erasures(work)) == ["asked as well", REASON]
    return work


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be ended in the middle")
@pytest.mark.parametrize("at", ["add", "publish"])
def test_a_kill_around_the_commit_leaves_the_erasure_done_at_the_next_start(told: Told, at: str) -> None:
    """After the ledger and before the commit, it is begun; after the commit, the archive's ledger follows."""
    work = killed(told, at)
    assert len(work.store.setting(LEDGER_LINES)) == 2
    data = work.folder.ledger.read_bytes()
    assert data == (work.folder.archive / "erased.ledger").read_bytes() == ledger.content(work)
    assert not ledger.has_changed(work)
    work.close()


def test_what_is_refused_after_all_stands_in_no_ledger(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    other = next(each.key for each in people.search(told.work, "") if not each.erased)
    before = told.folder.ledger.read_bytes()
    add = ledger.add

    def full(work: Workplace, rows: object) -> None:
        add(work, rows)  # type: ignore[arg-type]
        raise TrainerError("disk.full")

    monkeypatch.setattr(ledger, "add", full)
    with pytest.raises(TrainerError, match=r"disk\.full"):
        erasing.erase_person(told.work, other, "asked as well")
    assert told.folder.ledger.read_bytes() == before
    assert not people.get_person(told.work, other).erased


def reopened(told: Told) -> Workplace:
    told.work.close()
    work = workplace.open_workplace(told.folder, PASSPHRASE, clock=told.work.clock)
    erased.resume(work)
    return work


def spoil_ledger(told: Told, how: str, first: bytes) -> None:
    path = told.folder.ledger
    data = path.read_bytes()
    if how == "missing":
        path.unlink()
    elif how == "torn":
        path.write_bytes(data[: len(data) // 3])
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "garbage":
        path.write_bytes(os.urandom(5000))
    elif how == "a line gone":
        lines = data.split(b"\n")
        path.write_bytes(b"\n".join([lines[0], *lines[2:]]))
    else:
        path.write_bytes(first)


@pytest.mark.parametrize(
    ("how", "trouble"),
    [
        ("missing", LedgerTrouble.MISSING),
        ("empty", LedgerTrouble.MISSING),
        ("torn", LedgerTrouble.DAMAGED),
        ("garbage", LedgerTrouble.DAMAGED),
        ("a line gone", LedgerTrouble.DAMAGED),
        ("older", LedgerTrouble.OLDER),
    ],
)
def test_a_ledger_that_is_not_as_it_was_is_told_and_written_anew(
    told: Told, how: str, trouble: LedgerTrouble
) -> None:
    first = told.folder.ledger.read_bytes()
    other = next(each.key for each in people.search(told.work, "") if not each.erased)
    erasing.erase_person(told.work, other, "asked as well")
    whole = told.folder.ledger.read_bytes()
    (told.folder.archive / "erased.ledger").write_bytes(b"")
    spoil_ledger(told, how, first)
    work = reopened(told)
    assert work.left_out == LeftOut(troubles=frozenset({trouble}))
    assert work.folder.ledger.read_bytes() == whole
    assert (work.folder.archive / "erased.ledger").read_bytes() == whole
    told.work = work
    again = reopened(told)
    assert not again.left_out
    again.close()


def test_of_two_ledgers_that_differ_both_count(told: Told) -> None:
    """The database and one ledger were put back to an older state, as whoever restores a folder does."""
    first, database = told.folder.ledger.read_bytes(), told.folder.database
    told.work.database.empty_log()
    older = database.read_bytes()
    other = next(each.key for each in people.search(told.work, "") if not each.erased)
    erasing.erase_person(told.work, other, "asked as well")
    told.work.close()
    database.write_bytes(older)
    told.folder.ledger.write_bytes(first)
    work = workplace.open_workplace(told.folder, PASSPHRASE, clock=told.work.clock)
    assert not people.get_person(work, other).erased
    erased.resume(work)
    assert people.get_person(work, other).erased
    assert work.left_out.people == 1
    assert work.folder.ledger.read_bytes() == (work.folder.archive / "erased.ledger").read_bytes() != first
    work.close()


def test_a_ledger_of_other_data_is_kept_and_told(told: Told, bureau_of_others: Workplace) -> None:
    theirs = ledger.content(bureau_of_others)
    told.folder.ledger.write_bytes(theirs)
    work = reopened(told)
    assert LedgerTrouble.FOREIGN in work.left_out.troubles
    assert work.folder.ledger.read_bytes() == ledger.content(work)
    (kept,) = work.folder.root.glob("erased-*.ledger")
    assert kept.read_bytes() == theirs
    assert len(people.search(work, "")) == 2
    work.close()


@pytest.fixture
def bureau_of_others(clock: FixedClock, story: Story) -> Workplace:
    work = set_up(story, "theirs")
    write_course(work)
    erasing.erase_person(work, people.search(work, NAME)[0].key, REASON)
    work.close()
    return workplace.open_workplace(work.folder, PASSPHRASE, clock=clock)


def test_a_ledger_of_a_newer_program_stays_as_it_is(told: Told) -> None:
    newer = told.folder.ledger.read_bytes().replace(b'"version":1', b'"version":2', 1)
    told.folder.ledger.write_bytes(newer)
    work = reopened(told)
    assert work.left_out.troubles == {LedgerTrouble.NEWER}
    assert work.folder.ledger.read_bytes() == newer
    work.close()


def test_a_database_that_lost_the_key_opens_the_ledger_by_its_own_keys(told: Told) -> None:
    told.work.store.forget_setting(LEDGER_KEY)
    told.work.store.forget_setting(LEDGER_LINES)
    told.work.store.forget_setting(LEDGER_SEEN)
    work = reopened(told)
    assert [line.rows.people for line in ledger.lines(work)] == [(told.person,)]
    work.close()


def test_a_copy_from_a_stick_that_is_not_put_back_leaves_nobody_behind(told: Told) -> None:
    carried = backups.bring_here(told.work, told.backup)
    work = reopened(told)
    assert not carried.exists()
    work.close()


def test_an_insider_s_ledger_erases_nobody(told: Told, joined_laptop: DeviceKeys, tmp_path: Path) -> None:
    """Everybody knows for which key the office's files are sealed; only the office says who is erased."""
    others = tuple(each.key for each in people.search(told.work, "") if not each.erased)
    key = os.urandom(32)
    line = write_line(key, "2018-10-17", ErasedRows(people=others))
    sealed = seal_key(key, [identity.office_keys(told.work).recipient])
    forged = write_ledger(key, sealed, [line], joined_laptop)
    (told.disk / "erased.ledger").write_bytes(forged)
    (told.folder.archive / "erased.ledger").write_bytes(forged)
    told.work.close()
    told.folder.database.unlink()
    work = backups.restore_file(
        told.folder, told.backup, Opening(PASSPHRASE), clock=told.work.clock, ledgers=[told.disk]
    )
    assert [person for person in others if people.get_person(work, person).erased] == []
    assert people.get_person(work, told.person).erased
    work.close()


@pytest.fixture
def joined_laptop() -> DeviceKeys:
    return DeviceKeys.generate()


@pytest.mark.logs("could not be written")
def test_the_program_opens_whatever_lies_in_the_ledger_s_place(told: Told) -> None:
    """A megabyte of line feeds, a folder of that name: told, and the next start tries again."""
    told.folder.ledger.write_bytes(b"\n" * 1_000_000)
    work = reopened(told)
    assert work.left_out.troubles == {LedgerTrouble.DAMAGED}
    work.folder.ledger.unlink()
    work.folder.ledger.mkdir()
    told.work = work
    again = reopened(told)
    assert again.left_out.troubles == {LedgerTrouble.MISSING}
    again.folder.ledger.rmdir()
    told.work = again
    mended = reopened(told)
    assert mended.folder.ledger.read_bytes() == ledger.content(mended)
    mended.close()


def test_a_remark_that_came_before_it_was_known_whose_it_is_falls_silent_with_the_rest(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    """The office's older backup knows nobody; of a file with a gap the remark comes first, then the names."""
    backup = backups.save_backup(bureau, stick).file
    room = write_course(joined)
    names = sending.export(joined, stick).file
    attendance.set_remark(joined, room.enrolments[-1], room.sessions[0], REMARK)
    found = enrolments.list_enrolments(joined, room.course)
    own = next(each.person for each in found if each.enrolment.key == room.enrolments[-1])
    importing.import_files(bureau, [names])
    joined.store.change_setting(RECEIPTS, {joined.journal.replica: joined.journal.number - 1})
    remark = sending.export(joined, stick).file
    erasing.erase_person(bureau, own.key, REASON)
    bureau.close()
    bureau.folder.database.unlink()
    work = backups.restore_file(bureau.folder, backup, Opening(PASSPHRASE), clock=bureau.clock)
    importing.import_files(work, [remark])
    assert REMARK.encode() in words_of(work), "nobody can tell yet whose it is"
    importing.import_files(work, [names])
    assert REMARK.encode() not in words_of(work)
    assert own.family.encode() not in words_of(work)
    work.close()


def test_an_older_copy_of_the_archive_brings_nobody_back(told: Told) -> None:
    """After a loss of the files: the copy is of before the erasing, and what it holds of the person goes."""
    work = told.work
    keys = [identity.device_keys(work).identity, identity.office_keys(work).identity]

    def words() -> bytes:
        archives = [unseal_archive(path.read_bytes(), keys) for path in work.folder.archive.glob("*.tsync")]
        return b"".join(each.read(name) for each in archives for name in each.names)

    for path in work.folder.archive.glob("*.tsync"):
        path.unlink()
    assert len(archiving.missing_files(work)) == 2
    taken = rebuilding.take_archive(work, told.archive)
    assert (taken.taken, taken.missing) == (1, 1), "the other one was written after the copy"
    assert words()
    assert found_in(words()) == []
    taken = rebuilding.take_archive(work, told.disk)
    assert (taken.taken, taken.missing) == (1, 0)
    assert found_in(words()) == []
    assert not work.store.setting(ERASING_PENDING)
    assert rebuilding.rebuild(work).missing == ()
