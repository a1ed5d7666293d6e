"""Two trainers of one course exchange files directly; the office learns of all of it."""

from pathlib import Path

from tests.actions.refusing import refused
from tests.kit.samples import FIRST, LAST
from tests.kit.world import Story, set_up
from tests.kit.writing import Room, enrol
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments, teachers
from trainer_app.actions.exchange import importing, outstanding, packs, sending
from trainer_app.actions.office import office
from trainer_app.actions.people import people
from trainer_app.actions.today import today
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, TeachingRole
from trainer_app.domain.exchange.sending import CoTrainer, FileOutcome


def taken(work: Workplace, *files: Path) -> list[FileOutcome]:
    return [one.result for one in importing.import_files(work, files).files]


def test_each_is_offered_the_other_and_nobody_else(
    joined: Workplace, other: Workplace, bureau: Workplace, together: Room, stick: Path
) -> None:
    assert sending.list_co_trainers(joined) == [CoTrainer("K9", "F. Saidzoda", ("DSH1",))]
    assert sending.list_co_trainers(other) == [CoTrainer("K7", "D. Nazarova")]
    office.revoke(bureau, "K9")
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    assert sending.list_co_trainers(joined) == [], "nothing is encrypted for a stolen laptop"


def test_what_both_wrote_is_on_both_and_later_at_the_office(
    joined: Workplace, other: Workplace, bureau: Workplace, together: Room, stick: Path
) -> None:
    room = together
    given = sending.export(joined, stick, co_trainers=["k9"])
    assert taken(other, given.file) == [FileOutcome.IMPORTED]
    attendance.mark(other, room.enrolments[0], room.sessions[0], Mark.ABSENT)
    attendance.mark(joined, room.enrolments[1], room.sessions[0], Mark.PRESENT)
    back = sending.export(other, stick, co_trainers=["K7"])
    again = sending.export(joined, stick, co_trainers=["K9"])
    assert taken(joined, back.file) == taken(other, again.file) == [FileOutcome.IMPORTED]
    assert attendance.grid(joined, room.course) == attendance.grid(other, room.course)
    # The office gets the very same files, in any order, and one twice.
    importing.import_files(bureau, [back.file, again.file, given.file, again.file])
    assert attendance.grid(bureau, room.course) == attendance.grid(joined, room.course)
    assert all(sync_status.check(work).ok for work in (joined, other, bureau))


def test_whoever_was_not_chosen_cannot_open_it(
    joined: Workplace, other: Workplace, room: Room, stick: Path
) -> None:
    sent = sending.export(joined, stick)
    (found,) = importing.import_files(other, [sent.file]).files
    assert (found.result, found.code) == (FileOutcome.REFUSED, "bundle.not_for_us")


def test_the_file_holds_what_the_office_confirmed_long_ago_too(
    joined: Workplace, other: Workplace, bureau: Workplace, together: Room, stick: Path
) -> None:
    room = together
    importing.import_files(bureau, [sending.export(joined, stick).file])
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    attendance.mark(joined, room.enrolments[1], room.sessions[0], Mark.LATE, 10)
    alone = sending.export(joined, stick)
    shared = sending.export(joined, stick, co_trainers=["K9"])
    assert shared.entries > 10 > alone.entries
    taken(other, shared.file)
    assert importing.gaps(other) == []
    assert attendance.grid(other, room.course) == attendance.grid(joined, room.course)


def test_a_file_of_a_laptop_enrolled_meanwhile_waits_for_the_list_that_names_it(
    bureau: Workplace, trainer: Workplace, room: Room, stick: Path, story: Story
) -> None:
    other = set_up(story, "other", "F. Saidzoda")
    enrol(bureau, other, "K9", stick)
    enrol(bureau, trainer, "K7", stick)
    teachers.assign_new(trainer, room.course, "Саидзода Фаррух", TeachingRole.TRAINER)
    sent = sending.export(trainer, stick, co_trainers=["K9"])
    assert taken(other, sent.file) == [FileOutcome.QUARANTINED]
    importing.import_files(other, [packs.export_pack(bureau, "K9", stick).file])
    assert [one.result for one in importing.retry_quarantined(other).files] == [FileOutcome.IMPORTED]
    assert attendance.grid(other, room.course) == attendance.grid(trainer, room.course)


def test_a_laptop_that_is_not_known_is_no_co_trainer(
    joined: Workplace, other: Workplace, room: Room, stick: Path
) -> None:
    before = sorted(stick.iterdir())
    for code in ("K8", "K7", "A1"):
        refused("sending.unknown_co_trainer", sending.export, joined, stick, co_trainers=[code])
    assert sorted(stick.iterdir()) == before


def test_only_the_courses_that_both_teach_go_and_the_office_still_waits_for_the_rest(
    joined: Workplace, other: Workplace, bureau: Workplace, together: Room, stick: Path
) -> None:
    draft = CourseDraft("DSH2", Texts(en="Another course"), FIRST, LAST, town="Хуҷанд")
    elsewhere = courses.create_course(joined, draft).key or ""
    enrolments.add_walk_in(joined, elsewhere, "Пинҳонова Нозанин")
    before = outstanding.unsent(joined)
    shared = sending.export(joined, stick, co_trainers=["K9"])
    taken(other, shared.file)
    assert [line.course.code for line in courses.list_courses(other)] == ["DSH1"]
    assert people.search(other, "Пинҳонова") == []
    assert len(people.search(joined, "Пинҳонова")) == 1
    # One more: that the course is shared.
    assert outstanding.unsent(joined) == before + 1 > 1, "the office has not been sent everything"
    (line,) = sending.history(joined)
    assert line.part
    assert today.overview(joined).office.last_sent is None
    whole = sending.export(joined, stick)
    importing.import_files(bureau, [shared.file, whole.file])
    assert outstanding.unsent(joined) == 0
    assert {line.course.code for line in courses.list_courses(bureau)} == {"DSH1", "DSH2"}


def test_whoever_teaches_no_course_here_is_refused_before_anything_is_written(
    joined: Workplace, other: Workplace, room: Room, stick: Path
) -> None:
    before = sorted(stick.iterdir())
    assert sending.list_co_trainers(joined) == [CoTrainer("K9", "F. Saidzoda")]
    refused("sending.no_shared_course", sending.export, joined, stick, co_trainers=["K9"])
    assert sorted(stick.iterdir()) == before


def test_without_an_office_there_is_nobody(trainer: Workplace) -> None:
    assert sending.list_co_trainers(trainer) == []
