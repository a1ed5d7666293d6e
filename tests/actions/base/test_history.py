"""Undo across steps: never at the price of what others have put on top."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.kit.writing import Room, newest_label, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import enrolments
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.people import people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system.clock import FixedClock


def test_a_walk_in_with_a_mark_is_not_undone_below_it(trainer: Workplace, room: Room) -> None:
    changes = enrolments.add_walk_in(trainer, room.course, "Тоирова Лола", first_day=date(2018, 10, 15))
    enrolment = changes.key or ""
    attendance.mark(trainer, enrolment, room.sessions[0], Mark.PRESENT)
    before = trainer.journal.number
    with pytest.raises(TrainerError, match="history.used_since"):
        history.undo_step(trainer, changes.step or 0)
    assert trainer.journal.number == before
    assert len(attendance.grid(trainer, room.course).rows) == 4
    history.undo(trainer)
    history.undo(trainer)
    assert len(attendance.grid(trainer, room.course).rows) == 3


def finish(work: Workplace) -> Room:
    """Write a course whose people all came."""
    room = write_course(work)
    for session in room.sessions:
        attendance.mark_rest(work, session)
    return room


def correct(work: Workplace, room: Room) -> None:
    people.change_person(
        work, enrolments.list_enrolments(work, room.course)[0].person.key, {"given": "Заррина"}
    )


def renew(work: Workplace, room: Room) -> None:
    correct(work, room)
    certificates.renew(work, room.course, "хато")


def replace(work: Workplace, room: Room) -> None:
    certificates.replace(work, certificates.register(work, room.course)[0].serial, "хато")


def correct_with_certificate(work: Workplace, room: Room) -> None:
    serial = certificates.register(work, room.course)[0].serial
    certificates.correct(work, serial, {"given": "Заррина"}, "хато")


def void(work: Workplace, room: Room) -> None:
    certificates.void(work, certificates.register(work, room.course)[0].serial, "хато")


def void_two(work: Workplace, room: Room) -> None:
    serials = [each.serial for each in certificates.register(work, room.course)[:2]]
    certificates.void_many(work, serials, "хато")


def void_again(work: Workplace, room: Room) -> None:
    void(work, room)
    history.undo(work)
    history.redo(work)


CERTIFYING = (renew, replace, correct_with_certificate, void, void_two, void_again)


@pytest.mark.parametrize("act", CERTIFYING)
@pytest.mark.parametrize("part", [False, True])
def test_what_was_sent_about_certificates_is_not_undone(
    joined: Workplace, stick: Path, act: Callable[[Workplace, Room], None], part: bool
) -> None:
    room = finish(joined)
    certificates.issue(joined, room.course)
    act(joined, room)
    sending.export(joined, stick, course=room.course if part else None)
    before = certificates.register(joined, room.course)
    step = history.recent(joined)[0].number
    for undo in (history.undo, lambda work: history.undo_step(work, step)):
        with pytest.raises(TrainerError, match=r"history\.certificates_sent"):
            undo(joined)
    assert certificates.register(joined, room.course) == before


@pytest.mark.parametrize("act", CERTIFYING)
def test_what_was_not_sent_about_certificates_is_undone(
    joined: Workplace, stick: Path, act: Callable[[Workplace, Room], None]
) -> None:
    room = finish(joined)
    certificates.issue(joined, room.course)
    before = certificates.register(joined, room.course)
    sent = sending.export(joined, stick)
    act(joined, room)
    (stick / "again").mkdir()
    sending.copy(joined, sent, stick / "again")
    history.undo(joined)
    now = {each.serial: each.state for each in certificates.register(joined, room.course)}
    assert now == {each.serial: each.state for each in before}, (
        "a copy of the older file brings nothing newer"
    )


def test_certificates_that_were_sent_are_not_undone(
    joined: Workplace, stick: Path, clock: FixedClock
) -> None:
    room = finish(joined)
    certificates.issue(joined, room.course)
    clock.advance(days=-2)
    sending.export(joined, stick)
    with pytest.raises(TrainerError, match="history.certificates_sent"):
        history.undo(joined)
    assert len(certificates.register(joined, room.course)) == 3


@pytest.mark.usefixtures("joined")
def test_certificates_that_a_pack_has_taken_along_are_not_undone(bureau: Workplace, stick: Path) -> None:
    room = finish(bureau)
    certificates.issue(bureau, room.course)
    packs.export_pack(bureau, "K7", stick)
    history.undo(bureau)
    assert not certificates.register(bureau, room.course), "no pack took this course along"
    certificates.issue(bureau, room.course)
    packs.export_pack(bureau, "K7", stick, courses=[room.course])
    with pytest.raises(TrainerError, match="history.certificates_sent"):
        history.undo(bureau)


def test_a_step_that_the_office_has_overruled_is_not_offered_any_more(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    room = write_course(joined)
    attendance.mark(joined, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    attendance.mark(bureau, room.enrolments[0], room.sessions[0], Mark.ABSENT)
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    before, overruled = [step.number for step in history.pending(joined, 2)][::-1]
    with pytest.raises(TrainerError, match="history.changed_since"):
        history.undo(joined)
    assert [step.number for step in history.pending(joined, 1)] == [before], (
        "the one before is offered instead"
    )
    with pytest.raises(TrainerError, match="history.changed_since"):
        history.undo_step(joined, overruled)
    attendance.mark(joined, room.enrolments[1], room.sessions[0], Mark.PRESENT)
    assert newest_label(joined) is not None
    history.undo(joined)


def test_what_came_in_with_a_file_counts_as_written(
    joined: Workplace, bureau: Workplace, stick: Path, clock: FixedClock
) -> None:
    write_course(joined)
    sent = sending.export(joined, stick).file
    before = history.last_written(bureau)
    assert before is not None
    clock.advance(days=1)
    importing.import_files(bureau, [sent])
    taken = history.last_written(bureau)
    assert taken is not None
    assert taken - before > 80_000_000
    clock.advance(days=1)
    importing.import_files(bureau, [sent])
    assert history.last_written(bureau) == taken, "a file imported again brings nothing"


def test_an_import_after_a_step_is_known_though_it_is_no_step(
    joined: Workplace, bureau: Workplace, stick: Path, clock: FixedClock
) -> None:
    write_course(joined)
    sent = sending.export(joined, stick).file
    people.create_person(bureau, {"family": "Саидов"})
    step = history.pending(bureau, 1)[0]
    assert not history.imported_since(bureau, step.number)
    clock.advance(minutes=1)
    importing.import_files(bureau, [sent])
    assert history.pending(bureau, 1)[0] == step, "Undo names the older step"
    assert history.imported_since(bureau, step.number)
    clock.advance(minutes=1)
    people.create_person(bureau, {"family": "Раҳимов"})
    assert not history.imported_since(bureau, history.pending(bureau, 1)[0].number)
