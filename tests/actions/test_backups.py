"""Putting a copy back: whole or not at all, and nothing is given twice."""

from pathlib import Path

import pytest

from tests.actions.conftest import PASSPHRASE, Room, enrol, furnish
from trainer_app.actions import (
    attendance,
    backups,
    certificates,
    checking,
    evaluations,
    identity,
    sending,
    workplace,
)
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.attendance import Mark
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.evaluations import Occasion


def finish(work: Workplace, room: Room) -> None:
    for session in room.sessions:
        attendance.mark_rest(work, session)
    for enrolment in room.enrolments:
        evaluations.set_score(work, enrolment, Occasion.POST, 1500, 2000)


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
    assert checking.check(again).ok
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
    furnish(again)
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
    assert checking.check(trainer).ok
