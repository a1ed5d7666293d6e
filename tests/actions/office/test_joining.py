"""Joining, and leaving again because the digits were not the same; what a stolen laptop still can do."""

import shutil
from pathlib import Path

import pytest

from tests.actions.refusing import refused
from tests.kit import writing
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.writing import Room, enrol
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import checking, identity, workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import office
from trainer_app.bundle import vault
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.system.folders import DataFolder


def test_a_laptop_leaves_an_office_that_is_not_the_one_on_the_telephone(
    bureau: Workplace, trainer: Workplace, stick: Path, room: Room
) -> None:
    before = checking.check(trainer).digest
    enrol(bureau, trainer, "K7", stick)
    assert office.can_leave(trainer)
    office.leave(trainer)
    assert not identity.has_office(trainer)
    assert (trainer.office_code, trainer.device_code) == ("", "")
    assert checking.check(trainer).digest == before
    assert vault.recovery_blob(trainer.folder.vault.read_bytes()) == b"", "its paper opens nothing here"
    refused("office.cannot_leave", office.leave, trainer)
    # The right office can take it in afterwards.
    enrol(bureau, trainer, "K7", stick)
    assert trainer.office_code == "DSH"


def test_once_something_was_sent_it_is_too_late(joined: Workplace, room: Room, stick: Path) -> None:
    sending.export(joined, stick)
    assert not office.can_leave(joined)
    refused("office.cannot_leave", office.leave, joined)


def test_an_office_can_leave_itself_as_little_as_a_laptop_without_one(
    bureau: Workplace, trainer: Workplace
) -> None:
    for work in (bureau, trainer):
        refused("office.cannot_leave", office.leave, work)


def test_a_list_that_only_pretends_to_know_the_office_is_not_taken(
    joined: Workplace, bureau: Workplace, tmp_path: Path, stick: Path
) -> None:
    """It names the true root beside its own: whoever signed it must be one that this laptop believes."""
    false = workplace.create(
        DataFolder(tmp_path / "false"), PASSPHRASE, role=Role.OFFICE, clock=joined.clock, cost=CHEAP
    )
    office.init(false, Texts(en="Office"), "DSH")
    asked, _ = office.request(joined, stick / "again.treq")
    pack = writing.enrolled(false, asked, "K7", stick).pack.file
    refused("office.other_office", office.meet, joined, pack)
    false.close()


def test_a_stolen_laptop_is_heard_no_more_by_office_and_co_trainers(
    joined: Workplace, bureau: Workplace, room: Room, stick: Path, tmp_path: Path
) -> None:
    other = workplace.create(
        DataFolder(tmp_path / "other"), PASSPHRASE, user_name="F. Saidzoda", clock=joined.clock, cost=CHEAP
    )
    enrol(bureau, other, "K9", stick)
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    importing.import_files(bureau, [sending.export(joined, stick).file])
    office.revoke(bureau, "k7")
    importing.import_files(other, [packs.export_pack(bureau, "K9", stick).file])
    attendance.mark(joined, room.enrolments[0], room.sessions[0], Mark.ABSENT)
    late = sending.export(joined, stick).file
    (at_office,) = importing.import_files(bureau, [late]).files
    assert (at_office.result, at_office.code) == (FileOutcome.QUARANTINED, "bundle.revoked_device")
    assert courses.list_courses(bureau)[0].participants == 3, "what had come before stays"
    cell = attendance.grid(bureau, room.course).rows[0].cells[0]
    assert cell is None or cell.mark is None
    trust = identity.trust_list(other)
    assert trust is not None
    stolen = trust.device("K7")
    assert stolen is not None
    assert stolen.revoked_on == bureau.today().isoformat(), "the list travels to the others"
    refused("office.revoked_device", packs.export_pack, bureau, "K7", stick)
    other.close()


@pytest.mark.parametrize("code", ["A1", "K8", ""])
def test_only_a_laptop_of_the_list_is_revoked(bureau: Workplace, joined: Workplace, code: str) -> None:
    refused("office.unknown_device", office.revoke, bureau, code)


def test_an_office_brought_back_from_an_old_copy_makes_lists_that_laptops_take(
    bureau: Workplace, joined: Workplace, stick: Path, tmp_path: Path
) -> None:
    bureau.close()
    copy = DataFolder(tmp_path / "copy")
    shutil.copytree(bureau.folder.root, copy.root)
    since = workplace.open_workplace(bureau.folder, PASSPHRASE, clock=bureau.clock)
    other, _ = office.request(joined, stick / "same.treq")
    for _ in range(3):
        writing.enrolled(since, other, "K7", stick)
    importing.import_files(joined, [packs.export_pack(since, "K7", stick).file])
    since.close()
    back = workplace.open_workplace(copy, PASSPHRASE, clock=bureau.clock)
    assert back.took_new_replica
    writing.enrolled(back, other, "K7", stick)
    importing.import_files(joined, [packs.export_pack(back, "K7", stick).file])
    assert identity.trust_list(joined) == identity.trust_list(back)
    first = identity.trust_list(back)
    writing.enrolled(back, other, "K7", stick)
    second = identity.trust_list(back)
    assert first is not None
    assert second is not None
    assert second.serial == first.serial + 1, "only once"
    back.close()
