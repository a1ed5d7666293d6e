"""What a co-trainer gave to a laptop reaches the office with that laptop's file, as its author signed it."""

from pathlib import Path

import pytest

from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.exchange import importing, outstanding, packs, sending
from trainer_app.actions.office import erasing, office, rebuilding
from trainer_app.actions.people import people
from trainer_app.bundle import layout, packing, sealing
from trainer_app.bundle.layout import BundleContent
from trainer_app.bundle.packing import Archive, write_bundle
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.exchange.laptops import ERASING_PENDING
from trainer_app.domain.exchange.sending import FileOutcome, FileResult
from trainer_app.store.exchange import transfers
from trainer_app.system.messages import label_text

TAKEN, KNOWN = FileOutcome.IMPORTED, FileOutcome.DUPLICATE


def take(work: Workplace, *files: Path) -> list[FileResult]:
    return [*importing.import_files(work, files).files]


@pytest.fixture
def given(joined: Workplace, other: Workplace, together: Room, stick: Path) -> Path:
    """Give K7's course to K9, which marks somebody in it."""
    file = sending.export(joined, stick, co_trainers=["K9"]).file
    assert [one.result for one in take(other, file)] == [TAKEN]
    attendance.mark(other, together.enrolments[0], together.sessions[0], Mark.ABSENT)
    return file


@pytest.fixture
def sent(other: Workplace, given: Path, stick: Path) -> Path:
    """Send from K9 to the office, which has heard nothing of K7."""
    return sending.export(other, stick).file


def signed_by_k7(given: Path, other: Workplace) -> bytes:
    """Return what K7 signed, without the seal for K9."""
    return sealing.unseal(given.read_bytes(), [identity.device_keys(other).identity])


def written_by_hand(other: Workplace, stick: Path, *carried: bytes) -> Path:
    """Return a file of K9's with its own changes, and whatever it is to carry."""
    trust = identity.trust_list(other)
    assert trust is not None
    lines = [line for _, line in transfers.lines_of(other.database, other.journal.replica, 0)]
    content = BundleContent(sending.make_header(other, "sync", 1, len(lines)), lines, carried=carried)
    path = stick / f"{content.header.bundle}.tsync"
    path.write_bytes(write_bundle(content, identity.device_keys(other), [trust.office.recipient]))
    return path


def test_only_one_of_two_reaches_the_office_and_it_gets_what_both_wrote(
    joined: Workplace, other: Workplace, bureau: Workplace, together: Room, given: Path, stick: Path
) -> None:
    waiting = outstanding.pending(other)
    assert (waiting.carried, waiting.carried_later) == (1, 0)
    assert waiting.carried_bytes == len(signed_by_k7(given, other))
    sent = sending.export(other, stick)
    assert (sent.carried, sent.carried_later) == (1, 0)
    (found,) = take(bureau, sent.file)
    assert (found.result, found.carried, found.passed_over) == (TAKEN, ("K7",), 0)
    assert ["K7" in label_text(note, "ru") for note in found.notes] == [True]
    assert attendance.grid(bureau, together.course) == attendance.grid(other, together.course)
    assert len(attendance.grid(bureau, together.course).rows) == 3
    (line,) = importing.imports(bureau)
    assert (line.device, line.carried) == ("K9", ("K7",))
    assert set(identity.known_replicas(bureau).values()) >= {"K7", "K9"}
    # And K7's own file, later, is nobody's double.
    (own,) = take(bureau, sending.export(joined, stick).file)
    assert own.code == ""
    assert all(sync_status.check(work).ok for work in (joined, other, bureau))


def test_once_the_office_says_that_it_has_it_it_goes_along_no_more(
    other: Workplace, bureau: Workplace, together: Room, sent: Path, stick: Path
) -> None:
    assert outstanding.pending(other).carried == 1, "a file may be lost"
    take(bureau, sent)
    take(other, packs.export_pack(bureau, "K9", stick, courses=[together.course]).file)
    assert outstanding.pending(other).empty


def test_what_the_office_heard_from_its_author_does_not_go_along(
    joined: Workplace, other: Workplace, bureau: Workplace, together: Room, given: Path, stick: Path
) -> None:
    take(bureau, sending.export(joined, stick).file)
    take(other, packs.export_pack(bureau, "K9", stick, courses=[together.course]).file)
    assert sending.export(other, stick).carried == 0
    # What K7 wrote since is news again.
    attendance.mark(joined, together.enrolments[1], together.sessions[0], Mark.LATE, 10)
    take(other, sending.export(joined, stick, co_trainers=["K9"]).file)
    assert sending.export(other, stick).carried == 1


def test_of_several_files_the_newest_goes_as_it_holds_the_others(
    joined: Workplace, other: Workplace, bureau: Workplace, together: Room, given: Path, stick: Path
) -> None:
    attendance.mark(joined, together.enrolments[1], together.sessions[0], Mark.LATE, 10)
    newest = sending.export(joined, stick, co_trainers=["K9"]).file
    take(other, newest)
    sent = sending.export(other, stick)
    assert sent.carried == 1
    archive = Archive(sealing.unseal(sent.file.read_bytes(), [identity.office_keys(bureau).identity]))
    (name,) = filter(layout.is_carried_name, archive.names)
    assert archive.read(name) == signed_by_k7(newest, other)
    take(bureau, sent.file)
    assert attendance.grid(bureau, together.course) == attendance.grid(other, together.course)


def test_only_the_office_gets_it_and_only_with_everything(
    joined: Workplace, other: Workplace, together: Room, given: Path, stick: Path
) -> None:
    assert outstanding.pending(other, together.course).carried == 0
    assert sending.export(other, stick, course=together.course).carried == 0
    assert sending.export(other, stick, co_trainers=["K7"]).carried == 0
    assert sending.export(other, stick, everything=True).carried == 1
    assert outstanding.pending(joined).carried == 0, "what it wrote itself is no file of others"


def test_what_finds_no_room_goes_with_the_next_file(
    other: Workplace, given: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as narrow:
        narrow.setattr(outstanding, "MAX_BLOBS", 0)
        sent = sending.export(other, stick)
        assert (sent.carried, sent.carried_later) == (0, 1)
        assert (outstanding.pending(other).carried, outstanding.pending(other).carried_later) == (0, 1)
    assert sending.export(other, stick).carried == 1


@pytest.mark.logs("did not go along")
def test_a_file_that_is_gone_from_the_disk_keeps_nobody_from_sending(
    other: Workplace, given: Path, stick: Path
) -> None:
    assert outstanding.pending(other).carried == 1
    for path in other.folder.archive.glob("*.tsync"):
        path.unlink()
    sent = sending.export(other, stick)
    assert (sent.carried, sent.entries > 0) == (0, True)


def test_nothing_travels_while_files_are_to_be_cleared(other: Workplace, given: Path) -> None:
    other.store.change_setting(ERASING_PENDING, True)
    assert outstanding.pending(other).carried == 0


# What the office makes of it


def test_one_byte_of_it_altered_and_it_is_passed_over_and_told(
    other: Workplace, bureau: Workplace, together: Room, given: Path, stick: Path
) -> None:
    """C1: what K9 carries is K7's to the last byte, or nobody's."""
    inner = signed_by_k7(given, other)
    for place in (len(inner) // 2, inner.index(b"minisig") + 60):
        altered = inner[:place] + bytes([inner[place] ^ 1]) + inner[place + 1 :]
        (found,) = take(bureau, written_by_hand(other, stick, altered))
        assert (found.passed_over, found.carried) == (1, ())
        assert "1" in label_text(found.notes[-1], "tg")
        assert set(identity.known_replicas(bureau).values()) == {"A1", "K9"}
    own = transfers.last_contiguous(bureau.database, other.journal.replica)
    assert own == other.journal.number, "K9's own changes are imported all the same"
    (found,) = take(bureau, written_by_hand(other, stick, inner))
    assert (found.result, found.passed_over) == (TAKEN, 0)
    assert attendance.grid(bureau, together.course) == attendance.grid(other, together.course)


def test_lines_of_another_are_not_made_its_author_s_by_wrapping_them(
    other: Workplace, bureau: Workplace, given: Path, stick: Path
) -> None:
    """C1 b, d: K9 signs K7's lines, as they are, in a file that it carries itself."""
    lines = packing.split_lines(Archive(signed_by_k7(given, other)).read(layout.ENTRIES))
    for kind, keys in (("sync", identity.device_keys(other)), ("pack", identity.device_keys(other))):
        header = sending.make_header(other, kind, 1, len(lines))
        inner = packing.write_archive(BundleContent(header, lines), keys)
        (found,) = take(bureau, written_by_hand(other, stick, inner))
        assert (found.passed_over, found.carried) == (1, ())
    assert "K7" not in identity.known_replicas(bureau).values()


def test_a_file_that_comes_again_is_known_without_being_read(
    bureau: Workplace, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [one.result for one in take(bureau, sent)] == [TAKEN]
    digest = sync_status.digest(bureau)
    monkeypatch.delattr(importing, "interpret")
    assert [one.result for one in take(bureau, sent)] == [KNOWN]
    assert sync_status.digest(bureau) == digest


def test_its_import_is_taken_back_with_all_that_it_carried(
    bureau: Workplace, together: Room, sent: Path
) -> None:
    before = sync_status.digest(bureau)
    (found,) = take(bureau, sent)
    after = sync_status.digest(bureau)
    importing.undo_import(bureau, found.step or 0)
    assert sync_status.digest(bureau) == before != after
    assert [one.result for one in take(bureau, sent)] == [TAKEN]
    assert sync_status.digest(bureau) == after
    assert rebuilding.rebuild(bureau).same


def test_the_archive_makes_the_database_anew_with_it(bureau: Workplace, sent: Path) -> None:
    take(bureau, sent)
    done = rebuilding.rebuild(bureau)
    assert (done.same, done.missing) == (True, ())


def test_a_stolen_laptop_s_file_is_carried_and_waits(
    joined: Workplace, other: Workplace, bureau: Workplace, together: Room, given: Path, stick: Path
) -> None:
    """K7 was revoked before anything of it came: all that it wrote waits for the office."""
    office.revoke(bureau, "K7")
    (found,) = take(bureau, sending.export(other, stick).file)
    assert (found.result, found.carried) == (TAKEN, ("K7",))
    assert bureau.journal.projector.judge.proposals()
    assert sync_status.check(bureau).ok


def test_of_a_stolen_laptop_what_was_carried_is_believed_up_to_a_file_too(
    joined: Workplace, other: Workplace, bureau: Workplace, together: Room, sent: Path, stick: Path
) -> None:
    (first,) = take(bureau, sent)
    before = sync_status.digest(bureau)
    attendance.mark(joined, together.enrolments[1], together.sessions[0], Mark.LATE, 10)
    take(other, sending.export(joined, stick, co_trainers=["K9"]).file)
    (second,) = take(bureau, sending.export(other, stick).file)
    after = sync_status.digest(bureau)
    office.revoke(bureau, "K7")
    assert [line.number for line in office.files_of(bureau, "K7")] == [second.step, first.step]
    office.trust_until(bureau, "K7", first.step)
    assert sync_status.digest(bureau) == before != after
    office.trust_until(bureau, "K7", second.step)
    assert sync_status.digest(bureau) == after


def test_whoever_is_erased_is_in_no_file_of_others_either(
    joined: Workplace, other: Workplace, bureau: Workplace, together: Room, sent: Path, stick: Path
) -> None:
    take(bureau, sent)
    found = enrolments.list_enrolments(bureau, together.course)[0].person
    name = found.name.split()[0].encode()
    assert name in b"".join(opened(bureau))
    erasing.erase_person(bureau, found.key, "asked in writing")
    assert people.search(bureau, name.decode()) == []
    assert name not in b"".join(opened(bureau))
    done = rebuilding.rebuild(bureau)
    assert (done.same, done.missing) == (True, ())
    # The file comes again from the stick: nothing of it comes back.
    (again,) = take(bureau, sent)
    assert again.result is KNOWN
    assert name not in b"".join(opened(bureau))
    # K9 learns of it, and gives K7's file to nobody any more.
    take(other, packs.export_pack(bureau, "K9", stick, courses=[together.course]).file)
    assert people.search(other, name.decode()) == []
    assert outstanding.pending(other).carried == 0
    assert all(sync_status.check(work).ok for work in (other, bureau))


def opened(bureau: Workplace) -> list[bytes]:
    """Return all entries that stand in the office's archive, those that are carried too."""
    found = []
    keys = [identity.office_keys(bureau).identity, identity.device_keys(bureau).identity]
    for path in bureau.folder.archive.glob("*.tsync"):
        archive = Archive(sealing.unseal(path.read_bytes(), keys))
        carried = [Archive(archive.read(name)) for name in archive.names if layout.is_carried_name(name)]
        found += [one.read(layout.ENTRIES) for one in (archive, *carried)]
    return found
