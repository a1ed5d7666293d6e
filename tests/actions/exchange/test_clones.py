"""Copies of a laptop: its folder, or all of its disk. All of both reaches the office; nobody is told more."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kit.samples import PASSPHRASE
from tests.kit.world import Story, set_up
from tests.kit.writing import Room, enrol, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import sync_status, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, verifying
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import importing, outstanding, packs, sending
from trainer_app.actions.office import backups
from trainer_app.actions.office.backups import Opening
from trainer_app.actions.review import review
from trainer_app.actions.today import today
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.certificates.certificates import CertificateState, CheckResult
from trainer_app.domain.certificates.serials import block_of, parse_serial
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.system.clock import FixedClock
from trainer_app.system.folders import DataFolder


@pytest.fixture
def pair(joined: Workplace, tmp_path: Path, clock: FixedClock) -> Iterator[tuple[Workplace, Workplace, Room]]:
    """Give a laptop of the office with a course, and the copy of its folder that somebody made."""
    room = write_course(joined)
    joined.close()
    shutil.copytree(joined.folder.root, tmp_path / "copy")
    first = workplace.open_workplace(joined.folder, PASSPHRASE, clock=clock)
    second = workplace.open_workplace(DataFolder(tmp_path / "copy"), PASSPHRASE, clock=clock)
    yield first, second, room
    first.close()
    second.close()


def test_a_copy_is_not_told_that_the_office_has_what_only_the_first_laptop_sent(
    pair: tuple[Workplace, Workplace, Room], bureau: Workplace, stick: Path
) -> None:
    first, second, room = pair
    assert not first.took_new_replica
    assert second.took_new_replica
    for enrolment in room.enrolments:
        attendance.mark(first, enrolment, room.sessions[0], Mark.ABSENT)
        attendance.mark(second, enrolment, room.sessions[1], Mark.EXCUSED)
    unread = sending.export(second, stick)
    importing.import_files(bureau, [sending.export(first, stick).file])
    importing.import_files(second, [packs.export_pack(bureau, "K7", stick).file])
    (line,) = sending.history(second)
    assert not line.confirmed
    assert today.overview(second).office.unconfirmed == 1
    assert today.overview(second).office.unsent == 0
    assert outstanding.pending(second).counts["attendance"] == 3
    importing.import_files(bureau, [unread.file])
    importing.import_files(second, [packs.export_pack(bureau, "K7", stick).file])
    assert sending.history(second)[0].confirmed
    assert sync_status.check(second).digest == sync_status.check(bureau).digest


def test_an_office_and_what_was_restored_of_its_backup_never_write_one_name_for_two_packs(
    pair: tuple[Workplace, Workplace, Room], bureau: Workplace, stick: Path, tmp_path: Path, clock: FixedClock
) -> None:
    laptop, _, room = pair
    importing.import_files(bureau, [sending.export(laptop, stick).file])
    saved = backups.save_backup(bureau, stick).file
    second, third = (
        backups.restore_file(DataFolder(tmp_path / name), saved, Opening(PASSPHRASE), clock=clock)
        for name in ("restored", "another")
    )
    written = []
    for office, mark in ((bureau, Mark.ABSENT), (second, Mark.EXCUSED), (third, Mark.LATE)):
        attendance.mark(office, room.enrolments[0], room.sessions[0], mark)
        written.append(packs.export_pack(office, "K7", stick, courses=[room.course]).file)
    names = [path.name for path in written]
    assert names[0] == "DSH-A1-0002-for-K7.tsync", "the folder itself keeps the names that it had"
    assert all(re.fullmatch(r"DSH-A1-0002-[0-9A-F]{4}-for-K7\.tsync", name) for name in names[1:])
    assert len(set(names)) == 3
    taken = importing.import_files(laptop, written).files
    assert [found.result for found in taken] == [FileOutcome.IMPORTED] * 3, "and a laptop takes each of them"
    files = [arrival.file for arrival in importing.imports(laptop)]
    assert set(names) <= set(files), "each is told under its own name"
    second.close()
    third.close()


@pytest.fixture
def disks(
    joined: Workplace, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Workplace, Workplace, Room]]:
    """Give a laptop with a course and an image of its disk, with the note that lies outside the folder."""
    room = write_course(joined)
    joined.close()
    original, image = joined.folder, DataFolder(tmp_path / "image" / "trainer")
    shutil.copytree(original.root, image.root)
    note = original.sidecar.read_bytes()
    first = workplace.open_workplace(original, PASSPHRASE, clock=clock)
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "image" / "state"))
    image.sidecar.parent.mkdir(parents=True)
    image.sidecar.write_bytes(note)
    second = workplace.open_workplace(image, PASSPHRASE, clock=clock)
    assert first.journal.replica == second.journal.replica
    yield first, second, room
    first.close()
    second.close()


def test_what_two_disks_wrote_under_one_id_all_reaches_the_office(
    disks: tuple[Workplace, Workplace, Room], bureau: Workplace, stick: Path
) -> None:
    first, second, room = disks
    attendance.mark(first, room.enrolments[0], room.sessions[0], Mark.ABSENT)
    attendance.mark(second, room.enrolments[1], room.sessions[0], Mark.EXCUSED)
    importing.import_files(bureau, [sending.export(first, stick).file])
    answer = packs.export_pack(bureau, "K7", stick).file
    (result,) = importing.import_files(second, [answer]).files
    assert result.code == "import.fork"
    assert first.journal.replica != second.journal.replica
    # The receipt is for the other disk's entries: the own ones are still to be sent.
    importing.import_files(bureau, [sending.export(second, stick).file])
    cells = [row.cells[0] for row in attendance.grid(bureau, room.course).rows]
    assert [cell.mark if cell else None for cell in cells] == [Mark.ABSENT, Mark.EXCUSED, None]
    assert sync_status.check(second).digest == sync_status.check(bureau).digest


def test_the_office_is_told_which_laptop_has_a_double_and_loses_nothing_of_either(
    disks: tuple[Workplace, Workplace, Room], bureau: Workplace, stick: Path
) -> None:
    first, second, room = disks
    attendance.mark(first, room.enrolments[0], room.sessions[0], Mark.ABSENT)
    attendance.mark(second, room.enrolments[1], room.sessions[0], Mark.EXCUSED)
    files = [sending.export(laptop, stick).file for laptop in (first, second)]
    told = [importing.import_files(bureau, [file]).files[0] for file in files]
    assert [one.code for one in told] == ["", "import.fork_of"]
    assert told[1].values == {"device": "K7"}
    cells = [row.cells[0] for row in attendance.grid(bureau, room.course).rows]
    assert [cell.mark if cell else None for cell in cells] == [Mark.ABSENT, Mark.EXCUSED, None]
    assert importing.import_files(bureau, files).files[1].new_entries == 0


def attend(work: Workplace, room: Room) -> None:
    """Let everybody complete the course."""
    for session in room.sessions:
        attendance.mark_rest(work, session)
    for enrolment in room.enrolments:
        scores.set_score(work, enrolment, Occasion.POST, 1500, 2000)


def test_a_laptop_and_its_copy_never_give_the_same_number(
    pair: tuple[Workplace, Workplace, Room], bureau: Workplace, stick: Path
) -> None:
    first, second, room = pair
    taken = []
    for laptop in (first, second):
        attend(laptop, room)
        taken += certificates.issue(laptop, room.course).certificates
        importing.import_files(bureau, [sending.export(laptop, stick).file])
    assert len({found.serial for found in taken}) == len(taken) == 2 * len(room.enrolments)
    own, copied = ([parse_serial(found.serial) for found in taken[at : at + 3]] for at in (0, 3))
    assert [serial.counter for serial in own] == [1, 2, 3]
    assert {serial.device for serial in (*own, *copied)} == {"K7"}
    start = block_of(second.journal.replica)
    assert [serial.counter for serial in copied] == [start + 1, start + 2, start + 3]
    # Both hold one course: which of the two papers of each person holds is asked, not guessed.
    assert [item.kind for item in review.list_items(bureau)] == ["double_serial"] * 3


def test_the_copy_counts_on_in_its_block_after_it_was_opened_again(
    pair: tuple[Workplace, Workplace, Room], clock: FixedClock
) -> None:
    _, second, room = pair
    attend(second, room)
    start = workplace.serials_after(second)
    certificates.issue(second, room.course, only=frozenset(room.enrolments[:1]))
    second.close()
    again = workplace.open_workplace(second.folder, PASSPHRASE, clock=clock)
    assert not again.took_new_replica
    issued = certificates.issue(again, room.course).certificates
    assert [parse_serial(found.serial).counter for found in issued] == [start + 2, start + 3]
    again.close()


def test_a_backup_put_back_by_hand_does_not_give_a_number_again(
    joined: Workplace, tmp_path: Path, clock: FixedClock
) -> None:
    room = write_course(joined)
    attend(joined, room)
    joined.close()
    shutil.copytree(joined.folder.root, tmp_path / "kept")
    work = workplace.open_workplace(joined.folder, PASSPHRASE, clock=clock)
    printed = {found.serial for found in certificates.issue(work, room.course).certificates}
    work.close()
    shutil.rmtree(joined.folder.root)
    shutil.copytree(tmp_path / "kept", joined.folder.root)
    restored = workplace.open_workplace(joined.folder, PASSPHRASE, clock=clock)
    again = {found.serial for found in certificates.issue(restored, room.course).certificates}
    assert len(again) == len(printed)
    assert not again & printed
    restored.close()


def test_an_image_that_learns_of_itself_goes_on_in_its_own_block(
    disks: tuple[Workplace, Workplace, Room], bureau: Workplace, stick: Path
) -> None:
    first, second, room = disks
    attend(first, room)
    attend(second, room)
    certificates.issue(first, room.course, only=frozenset(room.enrolments[:1]))
    importing.import_files(bureau, [sending.export(first, stick).file])
    importing.import_files(second, [packs.export_pack(bureau, "K7", stick).file])
    assert workplace.serials_after(second) == block_of(second.journal.replica)
    issued = certificates.issue(second, room.course, only=frozenset(room.enrolments[1:])).certificates
    assert all(parse_serial(found.serial).counter > 10_000 for found in issued)


@pytest.mark.parametrize("other", ["tg", "en"])
def test_of_two_certificates_with_one_serial_one_is_decided_and_the_other_revoked(
    disks: tuple[Workplace, Workplace, Room], bureau: Workplace, stick: Path, other: str
) -> None:
    first, second, room = disks
    texts = []
    for laptop in (first, second):
        attend(laptop, room)
        only, language = frozenset(room.enrolments[:1]), "tg" if laptop is first else other
        issued = certificates.issue(laptop, room.course, language, only=only).certificates
        texts.append(issued[0].credential)
        serial = issued[0].serial
        importing.import_files(bureau, [sending.export(laptop, stick).file])
    with pytest.raises(TrainerError, match="certificate.serial_twice"):
        certificates.void(bureau, serial, "spoiled")
    assert len(certificates.register(bureau)) == 2
    (item,) = [found for found in review.list_items(bureau) if found.kind == "double_serial"]
    review.settle(bureau, item.id, "ours", "a copied laptop")
    assert sorted(found.state for found in certificates.register(bureau)) == [
        CertificateState.ISSUED,
        CertificateState.VOID,
    ]
    assert certificates.find(bureau, serial).state is CertificateState.ISSUED
    for laptop in (first, second):
        answer = packs.export_pack(bureau, "K7", stick).file
        assert importing.import_files(laptop, [answer]).files[0].result is FileOutcome.IMPORTED
        found = [verifying.verify(laptop, text).result for text in texts]
        # The same text on both papers is one credential, which holds: by the receipt, and where there is none
        # for what an image wrote, by the list, which says which of two under one number the register holds.
        assert found[0] is CheckResult.VALID_CONFIRMED
        assert found[1] is (found[0] if other == "tg" else CheckResult.REVOKED)
    certificates.void(bureau, serial, "spoiled")
    assert {found.state for found in certificates.register(bureau)} == {CertificateState.VOID}


def test_two_laptops_that_both_issue_for_a_course_are_decided_in_review(
    joined: Workplace, bureau: Workplace, stick: Path, story: Story
) -> None:
    room = write_course(joined)
    attend(joined, room)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    second = set_up(story, "second")
    enrol(bureau, second, "K8", stick, [room.course])
    for laptop in (joined, second):
        certificates.issue(laptop, room.course)
        importing.import_files(bureau, [sending.export(laptop, stick).file])
    items = review.list_items(bureau)
    assert [item.kind for item in items] == ["double_serial"] * 3
    assert review.count(bureau) == 3
    for item in items:
        review.settle(bureau, item.id, "ours", "the first one was handed out")
    assert review.count(bureau) == 0
    valid = [each for each in certificates.register(bureau) if each.state is CertificateState.ISSUED]
    assert {each.serial[:12] for each in valid} == {"DSH-2018-K7-"}
