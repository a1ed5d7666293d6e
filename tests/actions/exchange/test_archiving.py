"""The office's database comes back from its archive alone; receipts say what is safe and what only came."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.actions import scans
from tests.kit.samples import FIRST, PASSPHRASE
from tests.kit.world import Story
from tests.kit.writing import Room, write_course
from trainer_app.actions.attendance import attachments, attendance
from trainer_app.actions.base import sync_status, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments, projects
from trainer_app.actions.exchange import archiving, importing, incoming, outstanding, packs, sending
from trainer_app.actions.office import erasing, office, rebuilding
from trainer_app.actions.people import people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import LogoOwner
from trainer_app.domain.exchange.laptops import ARCHIVE_COPIED
from trainer_app.domain.exchange.sending import CopyGap
from trainer_app.store.exchange import transfers

pytestmark = pytest.mark.both_homes


def exchange(story: Story) -> None:
    """Take in a file from a laptop, take another one back and in again, and write something here."""
    joined, bureau, stick = story.works["trainer"], story.works["office"], story.stick
    story.room = room = write_course(joined)
    first = sending.export(joined, stick).file
    attendance.mark_rest(joined, room.sessions[0])
    second = sending.export(joined, stick).file
    importing.import_files(bureau, [second])
    importing.import_files(bureau, [first])
    enrolments.add_walk_in(bureau, room.course, "Саидова Малика", first_day=FIRST)
    attendance.mark(joined, room.enrolments[1], room.sessions[1], Mark.LATE, 15)
    third = sending.export(joined, stick).file
    importing.import_files(bureau, [third])
    importing.undo_import(bureau, importing.find_import(bureau, third.name))
    attendance.mark(bureau, room.enrolments[0], room.sessions[0], Mark.ABSENT)
    importing.import_files(bureau, [third])


@pytest.fixture
def begins(request: pytest.FixtureRequest, on_server: bool) -> Sequence[Callable[[Story], None]]:
    """Do so once for all tests of an office in its file; on a server what comes is taken in there."""
    return (exchange,) if "exchanged" in request.fixturenames and not on_server else ()


@pytest.fixture
def exchanged(story: Story, joined: Workplace, bureau: Workplace, on_server: bool) -> Room:
    """Files from a laptop: one taken in, one taken back and in again, and what the office wrote itself."""
    if on_server:
        exchange(story)
    assert story.room is not None
    return story.room


def test_the_archive_alone_gives_the_same_database(
    bureau: Workplace, exchanged: Room, tmp_path: Path
) -> None:
    before = sync_status.check(bureau)
    made = rebuilding.rebuild(bureau)
    assert made.same
    assert (made.digest, made.entries) == (before.digest, before.entries)
    assert made.files > 2
    assert not list(bureau.folder.database.parent.glob("*.rebuilt*")), "nothing of a trial stays"


def test_it_takes_the_place_of_the_other_and_work_goes_on(
    bureau: Workplace, joined: Workplace, exchanged: Room, stick: Path
) -> None:
    digest = sync_status.check(bureau).digest
    names = [(line.file, line.at, line.undone) for line in importing.imports(bureau)]
    given = [found.file for found in incoming.list_set_aside(bureau)]
    replicas = bureau.journal.own_replicas()
    assert rebuilding.rebuild(bureau, keep=True).same
    assert rebuilding.put_in_place(bureau).exists()
    assert set(replicas) < set(bureau.journal.own_replicas())
    assert sync_status.check(bureau).digest == digest, "it goes on at once"
    bureau.close()
    work = workplace.open_workplace(bureau.folder, PASSPHRASE, clock=bureau.clock)
    try:
        assert sync_status.check(work).digest == digest
        assert sync_status.check(work).ok
        assert [(line.file, line.at, line.undone) for line in importing.imports(work)] == names
        assert [found.file for found in incoming.list_set_aside(work)] == given
        enrolments.add_walk_in(work, exchanged.course, "Юсуфов Алишер", first_day=FIRST)
        pack = packs.export_pack(work, "K7", stick).file
        importing.import_files(joined, [pack])
        assert sync_status.check(joined).ok
        assert "Юсуфов" in str(enrolments.list_enrolments(joined, exchanged.course))
        again = rebuilding.rebuild(work)
        assert again.same, "what it writes under its new id is archived too"
    finally:
        work.close()


def test_taking_back_an_import_whose_changes_came_twice_is_gone_through_in_the_same_order(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    room = write_course(joined)
    first = sending.export(joined, stick).file
    attendance.mark_rest(joined, room.sessions[0])
    second = sending.export(joined, stick).file
    importing.import_files(bureau, [first, second])
    importing.undo_import(bureau, importing.find_import(bureau, first.name))
    assert rebuilding.rebuild(bureau).same


def test_logos_of_the_office_come_back_too(bureau: Workplace, exchanged: Room, tmp_path: Path) -> None:
    project = projects.list_projects(bureau)[0].key
    projects.set_logo(bureau, project, LogoOwner.ORGANISER, scans.png(tmp_path / "logo.png", "DSH"))
    before = sync_status.check(bureau).digest
    rebuilding.rebuild(bureau, keep=True)
    rebuilding.put_in_place(bureau)
    assert sync_status.check(bureau).digest == before
    assert [one.here for one in attachments.list_attachments(bureau)] == [True]


def test_a_file_missing_from_the_archive_is_named_and_nothing_is_put_in_place(
    bureau: Workplace, exchanged: Room
) -> None:
    digest = sync_status.check(bureau).digest
    taken = [event for event in archiving.order(bureau) if event.do == "take"][-1]
    (bureau.folder.archive / taken.file).unlink()
    made = rebuilding.rebuild(bureau)
    assert made.missing == (taken.file,)
    assert not made.same
    assert archiving.state(bureau).missing == 1
    assert sync_status.check(bureau).digest == digest


def test_what_was_written_meanwhile_is_not_lost(bureau: Workplace, exchanged: Room) -> None:
    rebuilding.rebuild(bureau, keep=True)
    attendance.mark(bureau, exchanged.enrolments[2], exchanged.sessions[2], Mark.EXCUSED)
    digest = sync_status.check(bureau).digest
    with pytest.raises(TrainerError) as refused:
        rebuilding.put_in_place(bureau)
    assert refused.value.code == "archive.changed_since"
    assert sync_status.check(bureau).digest == digest
    assert not list(bureau.folder.database.parent.glob("*.rebuilt*"))


def test_a_damaged_original_makes_a_receipt_say_received_and_not_safe(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    write_course(joined)
    sent = sending.export(joined, stick)
    importing.import_files(bureau, [sent.file])
    (arrival,) = [event for event in archiving.order(bureau) if event.do == "take"]
    path = bureau.folder.archive / arrival.file
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    assert sync_status.own_receipts(joined) == 0
    assert sync_status.own_received(joined) == sent.last
    assert outstanding.pending(joined).total == sent.entries, "until it is safe, it goes with every file"


def test_safe_can_mean_on_another_disk(
    joined: Workplace, bureau: Workplace, stick: Path, tmp_path: Path
) -> None:
    room = write_course(joined)
    archiving.choose_safety(bureau, elsewhere=True)
    first = sending.export(joined, stick)
    importing.import_files(bureau, [first.file])
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    assert (sync_status.own_receipts(joined), sync_status.own_received(joined)) == (0, first.last)
    disk = tmp_path / "disk"
    disk.mkdir()
    copied = archiving.copy_archive(bureau, disk)
    assert copied.files == copied.new
    assert archiving.copy_archive(bureau, disk).new == 0
    attendance.mark_rest(joined, room.sessions[0])
    second = sending.export(joined, stick)
    importing.import_files(bureau, [second.file])
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    assert sync_status.own_receipts(joined) == first.last, "what came after the copy is not safe yet"
    assert sync_status.own_received(joined) == second.last
    archiving.copy_archive(bureau, disk)
    assert rebuilding.rebuild(bureau, copied.folder).same


def test_a_copy_that_was_changed_is_made_anew(
    joined: Workplace, bureau: Workplace, stick: Path, tmp_path: Path
) -> None:
    write_course(joined)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    copied = archiving.copy_archive(bureau, tmp_path)
    broken = max(copied.folder.glob("*.tsync"))
    broken.write_bytes(b"another")
    assert archiving.copy_archive(bureau, tmp_path).new == 1
    assert rebuilding.rebuild(bureau, copied.folder).same


def test_what_a_copy_lacks_or_still_holds_is_told(
    joined: Workplace, bureau: Workplace, stick: Path, tmp_path: Path
) -> None:
    """What was erased lies in the files of the copy until it is copied anew, which takes them away."""
    first, second = tmp_path / "first disk", tmp_path / "second disk"
    first.mkdir()
    second.mkdir()
    write_course(joined)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    assert archiving.copy_gap(bureau) == CopyGap(), "no copy was made"
    archiving.copy_archive(bureau, first)
    assert archiving.copy_gap(bureau) == CopyGap()
    person = people.create_person(bureau, {"family": "Назаров", "given": "Рустам"}).key or ""
    archiving.archive_own(bureau)
    assert archiving.copy_gap(bureau) == CopyGap(1)
    archiving.copy_archive(bureau, first)
    assert archiving.copy_gap(bureau) == CopyGap()
    erasing.erase_person(bureau, person, "asked in writing")
    assert archiving.copy_gap(bureau).erased
    archiving.copy_archive(bureau, second)
    assert archiving.copy_gap(bureau) == CopyGap()


def test_copying_anew_removes_what_was_replaced_and_nothing_else(
    joined: Workplace, bureau: Workplace, stick: Path, tmp_path: Path
) -> None:
    """After an erasing the old originals lie in the copy, readable; what is not of this archive stays."""
    room = write_course(joined)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    first = archiving.copy_archive(bureau, tmp_path)
    assert (first.removed, first.left) == (0, ())
    before = {path.name: path.read_bytes() for path in first.folder.glob("*.tsync")}
    stranger, note = first.folder / f"{'0' * 32}.tsync", first.folder / "our note.txt"
    foreign = sending.export(joined, stick).file.read_bytes()
    unknown = first.folder / archiving.archive_name(foreign)
    for path, data in ((stranger, b"another's"), (note, b"ours"), (unknown, foreign)):
        path.write_bytes(data)
    gone = enrolments.list_enrolments(bureau, room.course)[0].person.key
    erasing.erase_person(bureau, gone, "asked in writing")
    assert archiving.copy_gap(bureau).erased
    # As after a backup was put back: what was copied is not known any more, what the files are is.
    bureau.store.change_setting(ARCHIVE_COPIED, frozenset())
    second = archiving.copy_archive(bureau, tmp_path)
    named = set(archiving.named_files(bureau))
    assert second.removed == len(before.keys() - named) > 0
    assert sorted(second.left) == sorted((stranger.name, unknown.name))
    assert {path.name for path in second.folder.glob("*.tsync")} == {*named, stranger.name, unknown.name}
    assert note.read_bytes() == b"ours"
    assert archiving.copy_gap(bureau) == CopyGap()
    said = [each.code for each in archiving.copy_told(second)]
    assert said == ["archive.copy_removed", "archive.copy_left"]
    third = archiving.copy_archive(bureau, tmp_path)
    assert (third.new, third.removed, len(third.left)) == (0, 0, 2)


def test_what_is_too_large_for_any_file_of_an_archive_is_left_unread(
    joined: Workplace, bureau: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = archiving.copy_archive(bureau, tmp_path)
    odd = first.folder / f"{'0' * 32}.tsync"
    odd.write_bytes(b"larger")
    monkeypatch.setattr(archiving, "MAX_SEALED", 5)
    read = archiving.read_archived

    def refuse(path: Path) -> bytes:
        assert path != odd
        return read(path)

    monkeypatch.setattr(archiving, "read_archived", refuse)
    assert archiving.copy_archive(bureau, tmp_path).left == (odd.name,)


def test_a_damaged_file_of_the_copy_is_left_and_still_told(
    joined: Workplace, bureau: Workplace, stick: Path, tmp_path: Path
) -> None:
    room = write_course(joined)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    copied = archiving.copy_archive(bureau, tmp_path)
    gone = enrolments.list_enrolments(bureau, room.course)[0].person.key
    before = set(archiving.named_files(bureau))
    erasing.erase_person(bureau, gone, "asked in writing")
    old = copied.folder / min(before - set(archiving.named_files(bureau)))
    old.write_bytes(b"cut")
    assert archiving.copy_archive(bureau, tmp_path).left == (old.name,)
    assert archiving.copy_gap(bureau).erased


def test_only_an_office_has_an_archive_to_rebuild_from(joined: Workplace) -> None:
    with pytest.raises(TrainerError) as refused:
        rebuilding.rebuild(joined)
    assert refused.value.code == "office.not_an_office"


def test_a_revoked_laptops_earlier_files_are_part_of_it(bureau: Workplace, exchanged: Room) -> None:
    office.revoke(bureau, "K7")
    assert rebuilding.rebuild(bureau).same


def test_what_was_taken_back_is_known_after_all_was_made_anew(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    """A database from the archive lets no carried file bring it back either."""
    write_course(joined)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    importing.undo_import(bureau, importing.imports(bureau)[0].number)
    before = transfers.list_undone(bureau.database)
    assert len(before) == joined.journal.number
    rebuilding.rebuild(bureau, keep=True)
    bureau.close()
    rebuilding.put_in_place(bureau)
    again = workplace.open_workplace(bureau.folder, PASSPHRASE, clock=bureau.clock)
    assert transfers.list_undone(again.database) == before
    again.close()
