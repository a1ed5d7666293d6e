"""A data folder that another window or program has open: shared, and never replaced below it."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.actions.second_process import second
from tests.kit.running import SECONDS
from tests.kit.samples import PASSPHRASE
from tests.kit.writing import Room, write_course
from trainer_app.actions.base import sync_status, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.office import backups, rebuilding
from trainer_app.actions.office.backups import Opening
from trainer_app.domain.base.errors import TrainerError
from trainer_app.store.base.files import open_database, remove_database
from trainer_app.store.base.store import create_store
from trainer_app.store.office.backups import hold_file, replace_database


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(TrainerError) as told:
        act()
    return told.value.code


def reopened(work: Workplace) -> Workplace:
    return workplace.open_with_key(work.folder, work.key, work.clock)


def leftovers(work: Workplace) -> list[str]:
    return [path.name for path in work.folder.database.parent.iterdir() if "restored" in path.name]


def test_two_processes_read_and_write_together(trainer: Workplace, room: Room) -> None:
    with second(trainer) as other:
        assert other.tell("read") == "ok 1"
        assert other.tell("write ABC-1") == "ok 2"
        assert len(courses.list_courses(trainer)) == 2
        backups.create_backup(trainer)
        assert other.tell("close") == "ok 0"
        assert other.tell("open") == "ok 2"
    assert sync_status.check(trainer).ok


def test_no_copy_is_put_back_below_another_process(trainer: Workplace, room: Room) -> None:
    copy = backups.create_backup(trainer).path
    with second(trainer) as other:
        other.tell("write ABC-1")
        digest = sync_status.check(trainer).digest
        assert refused(lambda: backups.restore_backup(trainer, copy)) == "database.in_use"
        assert leftovers(trainer) == []
        assert other.tell("write ABC-2") == "ok 3", "it works on, and nothing of it is lost"
        work = reopened(trainer)
        assert len(courses.list_courses(work)) == 3
        assert not work.took_new_replica
        assert sync_status.check(work).digest != digest
        other.kill()
        assert refused(lambda: backups.restore_backup(work, work.folder.snapshots / "none.db"))
        backups.restore_backup(work, copy)
    restored = reopened(trainer)
    assert len(courses.list_courses(restored)) == 1
    assert sync_status.check(restored).ok
    restored.close()


def test_what_a_command_wrote_while_the_copy_waited_is_not_lost(trainer: Workplace, room: Room) -> None:
    ready = backups.prepare_restore(trainer, backups.create_backup(trainer).path)
    with second(trainer) as other:
        other.tell("write ABC-1")
    trainer.close()
    assert refused(lambda: backups.finish_restore(ready)) == "backup.changed_since"
    work = reopened(trainer)
    assert len(courses.list_courses(work)) == 2
    assert leftovers(work) == []
    work.close()


def test_a_thread_of_this_program_counts_too(trainer: Workplace, room: Room) -> None:
    ready = backups.prepare_restore(trainer, backups.create_backup(trainer).path)
    opened, leave = threading.Event(), threading.Event()

    def copy_in_the_background() -> None:
        courses.list_courses(trainer)
        opened.set()
        leave.wait(SECONDS)
        trainer.release()

    worker = threading.Thread(target=copy_in_the_background)
    worker.start()
    assert opened.wait(SECONDS)
    trainer.close()
    assert refused(lambda: backups.finish_restore(ready)) == "database.in_use"
    leave.set()
    worker.join()
    work = reopened(trainer)
    again = backups.prepare_restore(work, ready.aside)
    work.close()
    backups.finish_restore(again)


def test_the_office_database_is_not_made_anew_below_another_process(
    bureau: Workplace, joined: Workplace
) -> None:
    write_course(bureau)
    digest = sync_status.check(bureau).digest
    rebuilding.rebuild(bureau, keep=True)
    with second(bureau) as other:
        assert refused(lambda: rebuilding.put_in_place(bureau)) == "database.in_use"
        assert sync_status.check(bureau).digest == digest, "work goes on at once"
        assert other.tell("write ABC-1") == "ok 2"
        assert len(courses.list_courses(bureau)) == 2
        other.kill()
    rebuilding.rebuild(bureau, keep=True)
    rebuilding.put_in_place(bureau)
    assert len(courses.list_courses(bureau)) == 2


def test_nothing_is_set_aside_below_another_process(trainer: Workplace, room: Room, stick: Path) -> None:
    carried = backups.save_backup(trainer, stick).file
    trainer.close()
    opening = Opening(PASSPHRASE)
    with second(trainer) as other:
        for act in (
            lambda: backups.restore_file(trainer.folder, carried, opening, clock=trainer.clock),
            lambda: backups.set_database_aside(trainer.folder, trainer.clock),
            lambda: rebuilding.salvage(trainer.folder, trainer.key, clock=trainer.clock),
        ):
            assert refused(act) == "database.in_use"
            assert not trainer.folder.set_aside.exists()
        assert leftovers(trainer) == []
        assert other.tell("write ABC-1") == "ok 2"
        other.kill()
        work, _told = rebuilding.salvage(trainer.folder, trainer.key, clock=trainer.clock)
    assert len(courses.list_courses(work)) == 2
    work.close()


def test_whoever_opens_it_while_it_gives_way_does_not_go_on_in_the_old_file(
    trainer: Workplace, room: Room
) -> None:
    place = trainer.folder.database
    beside = place.with_name("fresh.db")
    remove_database(beside)
    create_store(beside, trainer.key.key, trainer.key.salt, trainer.clock.millis, lambda *_: None).close()
    fresh = open_database(beside, trainer.key.key, trainer.key.salt)
    with second(trainer) as other:
        other.tell("close")
        trainer.close()
        answers: list[str] = []
        waiting = threading.Thread(target=lambda: answers.append(other.answer()), daemon=True)

        def let_in(_old: object) -> None:
            other.order("open")
            # It is refused the lock for as long as it waits for it, and finds another file then.
            waiting.start()
            waiting.join(1.0)
            assert waiting.is_alive()

        told, courses_there = "database.replaced", 0
        try:
            replace_database(fresh, place, trainer.key.key, let_in)
        except TrainerError as error:
            # Windows replaces no file that somebody holds open: nothing is changed, and both know it.
            if (sys.platform, error.code) != ("win32", "database.in_use"):
                raise
            told, courses_there = "ok 1", 1
        waiting.join(SECONDS)
        assert answers in ([told], ["database.busy"])
        assert other.tell("open") == f"ok {courses_there}", "the new one has no course"


def test_a_connection_keeps_its_locks(trainer: Workplace) -> None:
    """Closing the file anywhere in a process takes them away, so that its header is looked at before."""
    with second(trainer):
        trainer.close()
        assert refused(lambda: hold_file(trainer.folder.database).__enter__()) == "database.in_use"
    with hold_file(trainer.folder.database):
        pass
