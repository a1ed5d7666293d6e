"""Joining, and leaving again because the digits were not the same; what a stolen laptop still can do."""

import shutil
from pathlib import Path

import pytest

from tests.actions.refusing import refused
from tests.kit import writing
from tests.kit.samples import PASSPHRASE
from tests.kit.world import Story, set_up
from tests.kit.writing import Room, enrol
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity, sync_status, workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import office
from trainer_app.bundle import vault
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.exchange.sending import FileOutcome, WaitingOffice
from trainer_app.store.exchange import transfers
from trainer_app.system.folders import DataFolder


def test_a_laptop_leaves_an_office_that_is_not_the_one_on_the_telephone(
    bureau: Workplace, trainer: Workplace, stick: Path, room: Room
) -> None:
    before = sync_status.check(trainer).digest
    enrol(bureau, trainer, "K7", stick)
    assert office.can_leave(trainer)
    office.leave(trainer)
    assert not identity.has_office(trainer)
    assert (trainer.office_code, trainer.device_code) == ("", "")
    assert sync_status.check(trainer).digest == before
    assert vault.recovery_blob(trainer.folder.vault.read_bytes()) == b"", "its paper opens nothing here"
    refused("office.cannot_leave", office.leave, trainer)
    # The right office can take it in afterwards.
    enrol(bureau, trainer, "K7", stick)
    assert trainer.office_code == "DSH"


@pytest.fixture
def rogue(trainer: Workplace, stick: Path, story: Story) -> Workplace:
    """Set up an office with the name and code of the true one, and its own keys."""
    work = set_up(story, "rogue", role=Role.OFFICE)
    office.init(work, Texts(en="Programme office"), "DSH")
    return work


def trusts_nobody(work: Workplace) -> bool:
    """Tell whether a laptop has given nothing to any office: no list, no slot, nobody to seal for."""
    sealed_for = [one.kind for one in sending.recipients(work)]
    slot = vault.recovery_blob(work.folder.vault.read_bytes())
    return sealed_for == ["passphrase"] and not (identity.has_office(work) or slot or work.office_code)


def test_a_rogue_office_gets_nothing_before_its_digits_are_typed(
    trainer: Workplace, bureau: Workplace, rogue: Workplace, room: Room, stick: Path
) -> None:
    """H3: all it needs stands in the request; the digits of the true office, by telephone, do not fit it."""
    before = sync_status.check(trainer).digest
    asked, _ = office.request(trainer, stick / "me.treq")
    found = office.meet(trainer, writing.enrolled(rogue, asked, "K7", stick).pack.file)
    assert isinstance(found, WaitingOffice)
    assert (found.office, found.office_code) == ("Programme office", "DSH"), "that is what the file says"
    assert trusts_nobody(trainer)
    true = identity.office_keys(bureau).fingerprint
    for left in (2, 1):
        problem = refused("office.wrong_digits", office.join, trainer, true)
        assert problem.values["left"] == left
    refused("office.digits_given_up", office.join, trainer, " ".join(writing.groups_at(true, found.places)))
    assert office.waiting(trainer) is None
    assert not trainer.folder.first_file.exists()
    refused("office.nothing_waits", office.join, trainer, true)
    assert trusts_nobody(trainer)
    assert sync_status.check(trainer).digest == before
    assert transfers.list_arrivals(trainer.database) == []


def test_the_first_file_waits_sealed_and_survives_a_restart(
    trainer: Workplace, bureau: Workplace, stick: Path
) -> None:
    """H3: nothing counts until two groups are typed, be it days later."""
    asked, _ = office.request(trainer, stick / "me.treq")
    pack = writing.enrolled(bureau, asked, "K7", stick).pack.file
    found = office.meet(trainer, pack)
    true = identity.office_keys(bureau).fingerprint
    refused("office.wrong_digits", office.join, trainer, "0" * 10)
    pack.unlink()
    trainer.close()
    again = workplace.open_workplace(trainer.folder, PASSPHRASE, clock=trainer.clock)
    assert trusts_nobody(again)
    waiting = office.waiting(again)
    assert waiting is not None
    assert isinstance(found, WaitingOffice)
    assert (waiting.places, waiting.tries, waiting.file) == (found.places, 2, pack.name)
    for group in true.split():
        assert group.encode() not in again.folder.first_file.read_bytes()
    joined = office.join(again, " ".join(writing.groups_at(true, waiting.places)))
    assert joined.device_code == "K7"
    assert office.waiting(again) is None
    assert not again.folder.first_file.exists()
    assert identity.has_office(again)
    again.close()


def test_the_same_file_asks_for_the_same_groups_and_counts_on(
    trainer: Workplace, bureau: Workplace, rogue: Workplace, stick: Path
) -> None:
    asked, _ = office.request(trainer, stick / "me.treq")
    pack = writing.enrolled(rogue, asked, "K7", stick).pack.file
    first = office.meet(trainer, pack)
    assert isinstance(first, WaitingOffice)
    refused("office.digits_missing", office.join, trainer, "12345")
    refused("office.wrong_digits", office.join, trainer, "0" * 10)
    again = office.meet(trainer, pack)
    assert isinstance(again, WaitingOffice)
    assert (again.places, again.tries) == (first.places, first.tries - 1)
    office.give_up(trainer)
    third = office.meet(trainer, pack)
    assert isinstance(third, WaitingOffice)
    assert third.places == first.places, "nobody draws again until the groups come that fit"
    other = office.meet(trainer, writing.enrolled(bureau, asked, "K7", stick).pack.file)
    assert isinstance(other, WaitingOffice)
    assert other.tries == office.WRONG_TRIES, "another file takes its place"


def test_a_first_file_that_was_exchanged_while_it_waited_is_not_taken(
    trainer: Workplace, bureau: Workplace, rogue: Workplace, stick: Path
) -> None:
    asked, _ = office.request(trainer, stick / "me.treq")
    office.meet(trainer, writing.enrolled(bureau, asked, "K7", stick).pack.file)
    false = writing.enrolled(rogue, asked, "K7", stick).pack.file
    trainer.folder.first_file.write_bytes(false.read_bytes())
    refused("bundle.damaged", office.join, trainer, identity.office_keys(rogue).fingerprint)
    assert trusts_nobody(trainer)


def test_the_office_enrols_only_the_laptop_whose_digits_were_read_to_it(
    trainer: Workplace, bureau: Workplace, stick: Path, story: Story
) -> None:
    """H3: a request in the name of another is not taken for it."""
    asked, digits = office.request(trainer, stick / "me.treq")
    thief = set_up(story, "thief", trainer.user)
    false, _ = office.request(thief, stick / "thief.treq")
    before = identity.trust_list(bureau)
    refused("office.other_laptop", office.enrol, bureau, false, "K7", stick, typed=digits)
    refused("office.digits_missing", office.enrol, bureau, asked, "K7", stick, typed="")
    assert identity.trust_list(bureau) == before
    places = office.read_asking(bureau, asked).places
    typed = " ".join(writing.groups_at(digits, places))
    assert office.enrol(bureau, asked, "K7", stick, typed=typed).device == "K7"


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
    joined: Workplace, bureau: Workplace, stick: Path, story: Story
) -> None:
    """It names the true root beside its own: whoever signed it must be one that this laptop believes."""
    false = set_up(story, "false", role=Role.OFFICE)
    office.init(false, Texts(en="Office"), "DSH")
    asked, _ = office.request(joined, stick / "again.treq")
    pack = writing.enrolled(false, asked, "K7", stick).pack.file
    refused("office.other_office", office.meet, joined, pack)


def test_a_stolen_laptop_is_heard_no_more_by_office_and_co_trainers(
    joined: Workplace, bureau: Workplace, room: Room, stick: Path, story: Story
) -> None:
    other = set_up(story, "other", "F. Saidzoda")
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
