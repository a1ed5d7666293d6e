"""Two laptops and an office: any order, any number of times; contradictions are kept and settled."""

from itertools import permutations
from pathlib import Path

import pytest

from tests.actions.refusing import refused
from tests.kit import writing
from tests.kit.samples import FIRST, LAST
from tests.kit.world import Story, set_up
from tests.kit.writing import Room, enrol, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, verifying
from trainer_app.actions.courses import courses, enrolments, sessions
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import importing, incoming, outstanding, packs, sending
from trainer_app.actions.office import approval, approvals, office
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CheckResult
from trainer_app.domain.courses.courses import CourseDraft, CourseState
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.system.clock import FixedClock


def take_in(bureau: Workplace, *files: Path) -> list[FileOutcome]:
    return [found.result for found in importing.import_files(bureau, files).files]


def test_a_bundle_brings_everything_once(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    write_course(joined)
    sent = sending.export(joined, stick)
    assert take_in(bureau, sent.file, sent.file) == [FileOutcome.IMPORTED, FileOutcome.DUPLICATE]
    assert sync_status.check(bureau).digest == sync_status.check(joined).digest
    assert courses.list_courses(bureau)[0].participants == 3


def test_files_in_any_order_give_one_digest(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    room = write_course(joined)
    files = [sending.export(joined, stick).file]
    for session in room.sessions[:3]:
        attendance.mark_rest(joined, session)
        files.append(sending.export(joined, stick).file)
    digests = set()
    for place, order in enumerate(permutations(files)):
        if place % 6:
            continue
        importing.import_files(bureau, order)
        digests.add(sync_status.digest(bureau))
        for found in importing.imports(bureau):
            if not found.undone:
                importing.undo_import(bureau, found.number)
    assert len(digests) == 1


def test_undoing_an_import_brings_the_state_before_back(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    write_course(joined)
    before = sync_status.check(bureau).digest
    sent = sending.export(joined, stick)
    importing.import_files(bureau, [sent.file])
    number = importing.find_import(bureau, sent.file.name)
    importing.undo_import(bureau, number)
    assert sync_status.digest(bureau) == before
    assert sync_status.check(bureau).ok
    assert take_in(bureau, sent.file) == [FileOutcome.IMPORTED]


def change_a_mark(work: Workplace, room: Room) -> None:
    """Put a mark right after the course was closed."""
    sessions.unlock_session(work, room.sessions[0], "хато")
    attendance.mark(work, room.enrolments[0], room.sessions[0], Mark.ABSENT)


@pytest.mark.parametrize("turned", [0, -1])
def test_what_came_after_an_approval_goes_with_its_import_and_what_it_rests_on_does_not(
    joined: Workplace, bureau: Workplace, stick: Path, room: Room, clock: FixedClock, turned: int
) -> None:
    clock.advance(days=5)
    for session in room.sessions:
        attendance.mark_rest(joined, session)
    approval.close(joined, room.course, "хато")
    first = sending.export(joined, stick).file
    assert take_in(bureau, first) == [FileOutcome.IMPORTED]
    # Its numbers tell what it had seen, where its clock was wrong too.
    clock.advance(days=turned)
    approval.approve(bureau, room.course, "хато")
    found = approvals.approval_of(bureau, room.course)
    assert found is not None
    clock.advance(days=1)
    change_a_mark(joined, room)
    late = sending.export(joined, stick).file
    assert take_in(bureau, late) == [FileOutcome.IMPORTED]
    now = approval.standing(bureau, room.course)
    assert (now.moved, len(now.changes)) == (True, 1)
    problem = refused("import.undo_approved", importing.undo_import, bureau, 1)
    assert problem.values["codes"] == courses.get_course(bureau, room.course).course.code
    importing.undo_import(bureau, importing.find_import(bureau, late.name))
    now = approval.standing(bureau, room.course)
    assert (now.approval, now.moved, now.changes) == (found, False, ())
    assert approvals.fingerprint(bureau, room.course) == found.fingerprint
    assert courses.get_course(bureau, room.course).course.state is CourseState.APPROVED
    assert take_in(bureau, late) == [FileOutcome.IMPORTED]
    assert len(approval.standing(bureau, room.course).changes) == 1


def test_where_the_clocks_leave_a_doubt_an_import_stays_with_its_approved_course(
    joined: Workplace, bureau: Workplace, stick: Path, room: Room, clock: FixedClock
) -> None:
    clock.advance(days=5)
    approval.close(joined, room.course, "хато")
    assert take_in(bureau, sending.export(joined, stick).file) == [FileOutcome.IMPORTED]
    approval.approve(bureau, room.course, "хато")
    change_a_mark(joined, room)
    clock.advance(days=-1)
    late = sending.export(joined, stick).file
    assert take_in(bureau, late) == [FileOutcome.IMPORTED]
    number = importing.find_import(bureau, late.name)
    refused("import.undo_approved", importing.undo_import, bureau, number)
    clock.advance(days=1)
    approval.take_back(bureau, room.course, "хато")
    importing.undo_import(bureau, number)


def test_a_rehearsal_leaves_nothing(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    write_course(joined)
    sent = sending.export(joined, stick)
    before = sync_status.check(bureau).digest
    rehearsal = importing.rehearse(bureau, [sent.file])
    assert {one.code: (one.before, one.after) for one in rehearsal.effects} == {
        "participants": (0, 3),
        "women": (0, 1),
        "contradictions": (0, 0),
    }
    assert sync_status.check(bureau).digest == before
    assert importing.imports(bureau) == []


def test_a_rehearsal_says_what_becomes_of_lines_in_a_course_that_is_closed_or_approved(
    joined: Workplace, bureau: Workplace, stick: Path, clock: FixedClock
) -> None:
    """S3: nothing was said of it before Import was pressed."""
    room = write_course(joined)
    clock.advance(days=30)
    approval.close(joined, room.course, "пас аз курс")
    sent = sending.export(joined, stick).file
    assert importing.rehearse(bureau, [sent]).report.files[0].notes == (), "it is the file that closes it"
    importing.import_files(bureau, [sent])
    change_a_mark(joined, room)
    sent = sending.export(joined, stick).file

    def told() -> list[tuple[str, object]]:
        (found,) = importing.rehearse(bureau, [sent]).report.files
        return [(note.code, note.values["code"]) for note in found.notes]

    assert told() == [("import.into_closed", "DSH1")]
    approval.approve(bureau, room.course, "пас аз курс")
    assert told() == [("import.into_approved", "DSH1")]
    (found,) = importing.rehearse(bureau, [sent]).report.files
    importing.import_files(bureau, [sent])
    later = approval.standing(bureau, room.course).changes
    assert len(later) > 0, "they are listed with the course, as was said"
    assert found.notes[0].values["count"] == found.new_entries
    assert importing.rehearse(bureau, [sent]).report.files[0].notes == (), "it brings nothing any more"


def contradict(joined: Workplace, bureau: Workplace, stick: Path) -> Room:
    """Both sides mark the same person in one session without knowing of each other."""
    room = write_course(joined)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    attendance.mark(joined, room.enrolments[0], room.sessions[4], Mark.ABSENT)
    attendance.mark(bureau, room.enrolments[0], room.sessions[4], Mark.LATE, 20)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    return room


def test_different_marks_are_shown_with_both_sides(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    room = contradict(joined, bureau, stick)
    (item,) = review.list_items(bureau)
    assert item.fields == ("mark", "missed", "early", "arrived")
    assert {(side.values["mark"], side.values["missed"], side.device, side.user) for side in item.sides} == {
        ("absent", 0, "K7", "D. Nazarova"),
        ("late", 20, "A1", "M. Saidova"),
    }
    cell = attendance.grid(bureau, room.course).rows[0].cells[4]
    assert cell is not None
    assert cell.conflict


@pytest.mark.parametrize(
    ("take", "expected"),
    [("ours", ("late", 20)), ("theirs", ("absent", 0)), ("excused", ("excused", 0)), ("late 5", ("late", 5))],
)
def test_settling_reaches_the_laptop_and_can_be_undone(
    joined: Workplace, bureau: Workplace, stick: Path, take: str, expected: tuple[str, int]
) -> None:
    room = contradict(joined, bureau, stick)
    (item,) = review.list_items(bureau)
    review.settle(bureau, item.id, take)
    assert review.count(bureau) == 0
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    cell = attendance.grid(joined, room.course).rows[0].cells[4]
    assert cell is not None
    assert (cell.mark, cell.missed) == expected
    assert review.count(joined) == 0
    assert sync_status.check(joined).digest == sync_status.check(bureau).digest


def test_a_typed_value_that_is_no_mark_is_refused(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    contradict(joined, bureau, stick)
    (item,) = review.list_items(bureau)
    with pytest.raises(TrainerError, match="review.bad_choice"):
        review.settle(bureau, item.id, "sleeping")
    assert review.count(bureau) == 1


def test_receipts_shorten_the_next_file(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    room = write_course(joined)
    first = sending.export(joined, stick)
    importing.import_files(bureau, [first.file])
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    assert sending.history(joined)[0].confirmed
    attendance.mark(joined, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    assert outstanding.pending(joined).total == 2
    second = sending.export(joined, stick)
    assert (second.first, second.entries) == (first.last + 1, 2)
    assert take_in(bureau, second.file) == [FileOutcome.IMPORTED]
    assert importing.gaps(bureau) == []


def test_an_unknown_laptop_is_set_aside_until_it_is_enrolled(
    joined: Workplace, bureau: Workplace, stick: Path, story: Story
) -> None:
    stranger_office = set_up(story, "other", "J. Lindqvist")
    enrol(bureau, stranger_office, "K9", stick)
    write_course(stranger_office)
    sent = sending.export(stranger_office, stick)
    office.revoke(bureau, "K9")
    before = sync_status.check(bureau).digest
    assert take_in(bureau, sent.file) == [FileOutcome.QUARANTINED]
    assert sync_status.check(bureau).digest == before
    assert len(incoming.list_set_aside(bureau)) == 1


def test_a_damaged_file_is_refused_with_its_code(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    write_course(joined)
    sent = sending.export(joined, stick)
    data = bytearray(sent.file.read_bytes())
    data[len(data) // 2] ^= 1
    sent.file.write_bytes(data)
    (result,) = importing.import_files(bureau, [sent.file]).files
    assert (result.result, result.code) == (FileOutcome.REFUSED, "bundle.damaged")
    assert courses.list_courses(bureau) == []


def test_a_laptop_without_an_office_seals_with_a_passphrase(
    trainer: Workplace, room: Room, stick: Path
) -> None:
    with pytest.raises(TrainerError, match="sending.passphrase_needed"):
        sending.export(trainer, stick)
    with pytest.raises(TrainerError, match=r"passphrase.only_digits"):
        sending.export(trainer, stick, passphrase="12345678")
    assert not list(stick.iterdir())
    sent = sending.export(trainer, stick, passphrase="four words for the courier")
    assert importing.inspect(trainer, sent.file, "four words for the courier").entries == sent.entries


def test_two_walk_ins_with_one_number_are_told_apart(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    room = write_course(joined)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    enrolments.add_walk_in(joined, room.course, "Тоирова Лола")
    enrolments.add_walk_in(bureau, room.course, "Ҷӯраев Шӯҳрат")
    importing.import_files(bureau, [sending.export(joined, stick).file])
    (item,) = review.list_items(bureau)
    assert item.kind == "double_number"
    review.settle(bureau, item.id, "ours")
    assert review.count(bureau) == 0
    numbers = [row.number for row in attendance.grid(bureau, room.course).rows]
    assert sorted(numbers) == [1, 2, 3, 4, 5]


def test_a_certificate_is_confirmed_by_the_office_and_revoked_by_its_list(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    room = write_course(joined)
    for session in room.sessions:
        attendance.mark_rest(joined, session)
    for enrolment in room.enrolments:
        scores.set_score(joined, enrolment, Occasion.POST, 1500, 2000)
    issued = certificates.issue(joined, room.course).certificates
    text = issued[0].credential
    assert verifying.verify(joined, text).result is CheckResult.VALID_UNCONFIRMED
    # S2: the office itself called "not yet confirmed by the office" good, and its number unknown.
    at_office = verifying.verify(bureau, text)
    assert (at_office.result, at_office.good) == (CheckResult.NOT_REGISTERED, False)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    assert verifying.verify(bureau, text).result is CheckResult.VALID_CONFIRMED
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    assert verifying.verify(joined, text).result is CheckResult.VALID_CONFIRMED
    certificates.void(bureau, issued[0].serial, "never came")
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    check = verifying.verify(joined, text)
    assert check.result is CheckResult.REVOKED
    assert check.lists_of == bureau.today()


def test_a_report_says_which_rows_an_import_touched(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    room = write_course(joined)
    sent = sending.export(joined, stick)
    rehearsal = importing.rehearse(bureau, [sent.file])
    report = importing.import_files(bureau, [sent.file])
    assert ("course", room.course) in report.touched
    assert rehearsal.report.touched == report.touched
    assert importing.import_files(bureau, [sent.file]).touched == frozenset()
    assert importing.undo_import(bureau, 1).touched == report.touched


def test_a_file_set_aside_keeps_its_name_and_why(
    joined: Workplace, bureau: Workplace, stick: Path, story: Story
) -> None:
    stranger = set_up(story, "other", "J. Lindqvist")
    enrol(bureau, stranger, "K9", stick)
    write_course(stranger)
    sent = sending.export(stranger, stick)
    office.revoke(bureau, "K9")
    take_in(bureau, sent.file, sent.file)
    (found,) = incoming.list_set_aside(bureau)
    assert (found.file, found.code, found.values["device"]) == (
        sent.file.name,
        "bundle.revoked_device",
        "K9",
    )
    assert found.size == sent.size
    assert [one.result for one in importing.retry_quarantined(bureau).files] == [FileOutcome.QUARANTINED]
    asked, _ = office.request(stranger, stick / "again.json")
    writing.enrolled(bureau, asked, "K9", stick)
    (result,) = importing.retry_quarantined(bureau, [found.path]).files
    assert (result.file, result.result) == (sent.file.name, FileOutcome.IMPORTED)
    assert incoming.list_set_aside(bureau) == []
    assert importing.imports(bureau)[0].file == sent.file.name


def test_a_file_set_aside_can_be_put_out_of_sight_but_is_not_lost(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    write_course(joined)
    sent = sending.export(joined, stick)
    office.revoke(bureau, "K7")
    take_in(bureau, sent.file)
    (found,) = incoming.list_set_aside(bureau)
    importing.discard_quarantined(bureau, found.path)
    assert incoming.list_set_aside(bureau) == []
    assert (bureau.folder.archive / found.path.name).read_bytes() == sent.file.read_bytes()
    with pytest.raises(TrainerError, match="import.unknown"):
        importing.discard_quarantined(bureau, found.path)
    with pytest.raises(TrainerError, match="import.unknown"):
        importing.discard_quarantined(bureau, sent.file)


def test_a_gap_is_told_as_exactly_what_is_missing(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    room = write_course(joined)
    first = sending.export(joined, stick)
    importing.import_files(bureau, [first.file])
    for session in room.sessions[:2]:
        attendance.mark_rest(joined, session)
    second = sending.export(joined, stick)
    other = courses.create_course(joined, CourseDraft("KHJ1", Texts(en="Second"), FIRST, LAST)).key or ""
    only = sending.export(joined, stick, course=other)
    importing.import_files(bureau, [only.file])
    (gap,) = importing.gaps(bureau)
    assert (gap.device, gap.first, gap.last) == ("K7", first.last + 1, second.last)
    importing.import_files(bureau, [second.file])
    assert importing.gaps(bureau) == []


def test_a_copy_is_the_same_file_and_one_line_of_the_history(
    joined: Workplace, stick: Path, tmp_path: Path
) -> None:
    write_course(joined)
    sent = sending.export(joined, stick, target="KINGSTON (E:)")
    mail = tmp_path / "mail"
    mail.mkdir()
    sent.file.unlink()
    copy = sending.copy(joined, sent, mail)
    assert copy.file == mail / sent.file.name
    (line,) = sending.history(joined)
    assert (line.file, line.target) == (sent.file.name, "KINGSTON (E:), mail")
    assert sending.next_file_number(joined) == 2
    for path in joined.folder.outgoing.iterdir():
        path.unlink()
    copy.file.unlink()
    with pytest.raises(TrainerError, match="sending.copy_gone"):
        sending.copy(joined, sent, mail)


def test_only_the_newest_files_stay_on_the_laptop(joined: Workplace, stick: Path) -> None:
    room = write_course(joined)
    names = []
    for session in room.sessions[:7]:
        attendance.mark_rest(joined, session)
        names.append(sending.export(joined, stick).file.name)
    assert sorted(path.name for path in joined.folder.outgoing.iterdir()) == sorted(names[-5:])


def test_a_restored_laptop_still_knows_what_is_not_confirmed(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    room = write_course(joined)
    first = sending.export(joined, stick)
    importing.import_files(bureau, [first.file])
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    attendance.mark(joined, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    joined.journal.take_new_replica()
    attendance.mark(joined, room.enrolments[1], room.sessions[0], Mark.PRESENT)
    assert outstanding.unsent(joined) == 3
    second = sending.export(joined, stick)
    assert second.entries == 3
    assert [line.confirmed for line in sending.history(joined)] == [False, True]
    assert outstanding.unsent(joined) == 0
    importing.import_files(bureau, [second.file])
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    assert [line.confirmed for line in sending.history(joined)] == [True, True]
    assert outstanding.pending(joined).total == 0


def test_enrolling_is_all_or_nothing(trainer: Workplace, bureau: Workplace, stick: Path) -> None:
    asked, digits = office.request(trainer, stick / "k7.json")
    asking = office.read_asking(bureau, asked)
    assert (asking.name, asking.fingerprint, asking.code) == ("D. Nazarova", digits, "")
    assert office.next_code(bureau) == "K1"
    with pytest.raises(TrainerError, match="files.gone"):
        writing.enrolled(bureau, asked, "K7", stick / "pulled")
    assert [line.code for line in office.devices(bureau)] == ["A1"]
    pack = writing.enrolled(bureau, asked, "K7", stick).pack
    line = next(one for one in office.devices(bureau) if one.code == "K7")
    assert (line.pack, line.pack_at > 0, line.last_file) == (pack.file.name, True, "")
    assert office.read_asking(bureau, asked).code == "K7"
    assert office.next_code(bureau) == "K8"
