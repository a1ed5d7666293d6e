"""Putting a copy back: whole or not at all, and nothing is given twice."""

import shutil
from pathlib import Path

import pytest

from tests.actions.sheets import choose, scale
from tests.kit.samples import PASSPHRASE
from tests.kit.writing import Room, enrol, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, identity, sync_status, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.evaluations import feedback, scores
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.office import backups, rebuilding
from trainer_app.actions.office.backups import Opening
from trainer_app.bundle.backup_file import PageReader
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import new_key
from trainer_app.domain.evaluations.forms import AnonymousPaper, FormKind, Occasion
from trainer_app.store.evaluations.papers import list_drafts, put_draft, put_whole_draft
from trainer_app.store.office.salvaging import Pages
from trainer_app.system.clock import FixedClock
from trainer_app.system.folders import DataFolder


def finish(work: Workplace, room: Room) -> None:
    for session in room.sessions:
        attendance.mark_rest(work, session)
    for enrolment in room.enrolments:
        scores.set_score(work, enrolment, Occasion.POST, 1500, 2000)


def test_a_serial_is_not_given_again_after_a_copy_was_put_back(trainer: Workplace, room: Room) -> None:
    finish(trainer, room)
    copy = backups.create_backup(trainer)
    first = [found.serial for found in certificates.issue(trainer, room.course).certificates]
    aside = backups.restore_backup(trainer, copy.path)
    again = workplace.open_workplace(trainer.folder, PASSPHRASE, clock=trainer.clock)
    assert again.took_new_replica
    assert certificates.register(again) == []
    second = [found.serial for found in certificates.issue(again, room.course).certificates]
    assert set(first).isdisjoint(second)
    assert backups.verify_backup(again, aside).ok
    assert sync_status.check(again).ok
    again.close()


def test_a_copy_from_before_joining_leaves_the_laptop_at_its_office(
    trainer: Workplace, bureau: Workplace, stick: Path
) -> None:
    copy = backups.create_backup(trainer)
    enrol(bureau, trainer, "K7", stick)
    keys = identity.device_keys(trainer).signing_key
    backups.restore_backup(trainer, copy.path)
    again = workplace.open_workplace(trainer.folder, PASSPHRASE, clock=trainer.clock)
    assert (again.device_code, identity.device_keys(again).signing_key) == ("K7", keys)
    write_course(again)
    assert sending.export(again, stick).file.name.startswith("DSH-K7-")
    again.close()


def test_a_damaged_copy_is_not_put_back(trainer: Workplace, room: Room) -> None:
    copy = backups.create_backup(trainer)
    data = bytearray(copy.path.read_bytes())
    data[len(data) // 2] ^= 1
    copy.path.write_bytes(data)
    with pytest.raises(TrainerError):
        backups.restore_backup(trainer, copy.path)
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    assert sync_status.check(trainer).ok


def test_the_copy_of_the_day_is_made_once_for_each_change_and_replaces_the_one_of_the_morning(
    trainer: Workplace, room: Room, clock: FixedClock
) -> None:
    morning = backups.keep_day(trainer)
    assert morning is not None
    assert backups.keep_day(trainer) is None
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    evening = backups.keep_day(trainer)
    assert evening is not None
    assert [one.path for one in backups.list_backups(trainer.folder)] == [evening.path]
    clock.advance(days=1)
    assert backups.keep_day(trainer) is None
    history.undo(trainer)
    assert backups.keep_day(trainer) is not None
    assert len(backups.list_backups(trainer.folder)) == 2


def test_no_copy_of_a_database_damaged_anywhere_counts_and_those_from_before_stay(
    trainer: Workplace, room: Room
) -> None:
    finish(trainer, room)
    good = backups.keep_day(trainer)
    assert good is not None
    history.undo(trainer)
    trainer.database.empty_log()
    trainer.close()
    database = trainer.folder.database
    whole = database.read_bytes()
    opened = 0
    for place in range(2 * 4096 + 500, len(whole), 3 * 4096):
        spoiled = bytearray(whole)
        spoiled[place : place + 64] = bytes(byte ^ 0x5A for byte in whole[place : place + 64])
        database.write_bytes(spoiled)
        try:
            work = workplace.open_with_key(trainer.folder, trainer.key, trainer.clock)
        except TrainerError:
            continue
        opened += 1
        for make in (backups.keep_day, backups.create_backup):
            with pytest.raises(TrainerError) as refused:
                make(work)
            assert refused.value.code == "database.damaged"
            work.close()
        assert [path.name for path in trainer.folder.snapshots.iterdir()] == [good.path.name]
    assert opened > 3
    database.write_bytes(whole)


def test_a_copy_that_the_disk_did_not_keep_is_removed_and_the_one_from_before_stays(
    trainer: Workplace, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = backups.keep_day(trainer)
    assert good is not None
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    snapshot = trainer.store.snapshot

    def forget(target: Path) -> Path:
        made = snapshot(target)
        data = bytearray(made.read_bytes())
        data[len(data) // 2] ^= 1
        made.write_bytes(data)
        return made

    monkeypatch.setattr(trainer.store, "snapshot", forget)
    with pytest.raises(TrainerError) as refused:
        backups.keep_day(trainer)
    assert refused.value.code == "backup.not_kept"
    assert [path.name for path in trainer.folder.snapshots.iterdir()] == [good.path.name]


def test_a_copy_that_was_not_read_back_is_not_shown_as_the_checked_one(
    trainer: Workplace, room: Room
) -> None:
    workplace.take_snapshot(trainer, "before-import")
    assert backups.list_backups(trainer.folder)
    assert workplace.newest_checked(trainer.folder) is None
    assert workplace.newest_copy(trainer.folder) == backups.list_backups(trainer.folder)[0]
    made = backups.keep_day(trainer)
    assert made is not None
    assert workplace.newest_checked(trainer.folder) == made


def test_imports_and_their_undoing_push_out_no_copy_that_was_asked_for(
    trainer: Workplace, room: Room
) -> None:
    asked = backups.create_backup(trainer)
    for _ in range(4):
        workplace.take_snapshot(trainer, "before-import")
        workplace.take_snapshot(trainer, "before-undo-import")
    assert asked in backups.list_backups(trainer.folder)
    assert workplace.newest_copy(trainer.folder) == asked


def test_no_automatic_copy_takes_the_last_of_the_disk(
    trainer: Workplace, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = shutil.disk_usage(trainer.folder.root)._replace(free=backups.SPARE)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: short)
    assert backups.keep_day(trainer) is None
    assert backups.list_backups(trainer.folder) == []


def test_copies_before_imports_do_not_fill_the_disk(
    joined: Workplace, bureau: Workplace, stick: Path, clock: FixedClock
) -> None:
    room = write_course(joined)
    for session in room.sessions:
        attendance.mark_rest(joined, session)
        importing.import_files(bureau, [sending.export(joined, stick).file])
        clock.advance(minutes=5)
    assert 1 <= len(backups.list_backups(bureau.folder)) <= 5


def test_sheets_that_wait_for_each_other_survive_a_restore(trainer: Workplace, room: Room) -> None:
    copy = backups.create_backup(trainer)
    waiting = AnonymousPaper(new_key(), room.course, "a form", Occasion.END, "2018-10-17", ("a",))
    put_draft(trainer.database, waiting)
    backups.restore_backup(trainer, copy.path)
    again = workplace.open_workplace(trainer.folder, PASSPHRASE, clock=trainer.clock)
    assert [draft.key for draft in list_drafts(again.database)] == [waiting.key]
    again.close()


_SAID = "the hall was too cold"


def wait(work: Workplace, room: Room, count: int, said: str = _SAID) -> list[str]:
    """Fill in whole anonymous sheets, which wait for each other; return their keys in order."""
    keys = [new_key() for _ in range(count)]
    for key in keys:
        sheet = AnonymousPaper(
            key, room.course, "a form", Occasion.END, "2018-10-17", (said,), finished=True, waiting=True
        )
        put_whole_draft(work.database, sheet)
    return sorted(keys)


def holds_text(work: Workplace, path: Path, text: str) -> bool:
    """Tell whether a page of an encrypted database, used or free, holds a text."""
    pages = Pages(path, PageReader(work.key).open)
    plain = [pages.read(number) for number in range(1, pages.count + 1)]
    assert plain
    assert None not in plain
    return any(page is not None and text.encode() in page for page in plain)


def test_no_copy_holds_a_sheet_that_waits_and_each_tells_how_many_did(
    trainer: Workplace, room: Room, stick: Path, clock: FixedClock
) -> None:
    begun = AnonymousPaper(
        new_key(), room.course, "a form", Occasion.END, "2018-10-17", (_SAID,), finished=False
    )
    put_draft(trainer.database, begun)
    backups.save_backup(trainer, stick)
    for count in (1, 2, 3):
        wait(trainer, room, 1)
        clock.advance(minutes=1)
        carried = backups.save_backup(trainer, stick).file
        day = backups.keep_day(trainer)
        assert day is None, "a sheet more is no reason for a copy of the day"
        workplace.take_snapshot(trainer, "before-import")
        for copy in (*backups.list_backups(trainer.folder), None):
            path = backups.bring_here(trainer, carried) if copy is None else copy.path
            with backups.opened_copy(trainer.folder, trainer.key, path) as database:
                assert list_drafts(database) == []
            assert not holds_text(trainer, path, _SAID)
        assert backups.look_at(trainer, backups.list_backups(trainer.folder)[0].path).sheets == count
    assert len(list_drafts(trainer.database)) == 4
    trainer.database.empty_log()
    assert holds_text(trainer, trainer.folder.database, _SAID), "the search finds what is there"


def test_a_folder_made_of_a_copy_tells_how_many_sheets_are_not_in_it(
    trainer: Workplace, room: Room, stick: Path, clock: FixedClock, tmp_path: Path
) -> None:
    wait(trainer, room, 3)
    file = backups.save_backup(trainer, stick).file
    other = DataFolder(tmp_path / "another computer")
    assert backups.look_into(other, file, Opening(PASSPHRASE)).sheets == 3
    work = backups.restore_file(other, file, Opening(PASSPHRASE), clock=clock)
    assert backups.sheets_left_out(work) == 3
    assert list_drafts(work.database) == []
    again = backups.create_backup(work)
    assert backups.look_at(work, again.path).sheets == 0
    work.close()


def test_sheets_that_entered_since_a_copy_wait_again_when_it_is_put_back(
    trainer: Workplace, room: Room
) -> None:
    asked = [scale("a")]
    kept = choose(trainer, room.course, asked, kind=FormKind.FEEDBACK, occasion=Occasion.END).sitting
    before = [feedback.key_paper(trainer, kept, ("4",)).key for _ in range(5)]
    feedback.enter_papers(trainer)
    copy = backups.create_backup(trainer)
    since = [feedback.key_paper(trainer, kept, ("5",)).key for _ in range(5)]
    feedback.enter_papers(trainer)
    one = feedback.key_paper(trainer, kept, ("3",)).key
    backups.restore_backup(trainer, copy.path)
    again = workplace.open_workplace(trainer.folder, PASSPHRASE, clock=trainer.clock)
    assert [draft.key for draft in list_drafts(again.database)] == sorted((*since, one))
    feedback.enter_papers(again)
    shown = feedback.collection(again, kept)
    assert ({paper.key for paper in shown.papers}, shown.waiting) == ({*before, *since, one}, 0)
    assert sync_status.check(again).ok
    again.close()


def test_a_database_made_anew_waits_without_the_sheets_and_gets_them_when_it_takes_its_place(
    bureau: Workplace,
) -> None:
    room = write_course(bureau)
    first = wait(bureau, room, 1)
    rebuilding.rebuild(bureau, keep=True)
    made = bureau.folder.database.with_suffix(".rebuilt")
    assert not holds_text(bureau, made, _SAID)
    later = wait(bureau, room, 1)
    aside = rebuilding.put_in_place(bureau)
    assert [draft.key for draft in list_drafts(bureau.database)] == sorted((*first, *later))
    assert not holds_text(bureau, aside, _SAID)
